"""What only stays is left out of an order for all, and what comes again is a copy."""

import pytest

from toile.adapters.language.built_in.edits.reader import read_edit
from toile.domain.commands import DeleteShots, DuplicateShot, EditAnswer, EditContext
from toile.domain.shots import Shot, ShotList

BOARD = ShotList.of(
    [
        Shot(
            id="a", framing="full", light="dusk", set="tram tracks", aspect="4:5",
            garments=("camel trench", "red mittens"), props=("thermos", "fries"), talent=("Noor",),
        ),
        Shot(
            id="b", framing="medium", light="softbox", set="kitchen", aspect="4:5",
            garments=("bottle green coat",), props=("candle", "fries"), talent=("Leo",),
        ),
        Shot(
            id="c", framing="close-up", light="hard flash", set="cellar", aspect="1:1",
            garments=("leather watch",), props=("candle", "skates"), talent=("Leo",),
        ),
    ]
)  # fmt: skip


def heard(message: str) -> EditAnswer:
    return read_edit(message, EditContext(shots=BOARD))


@pytest.mark.parametrize(
    "message",
    [
        "golden hour everywhere, only 3 stays as it is",
        "everything in golden hour and only 3 stays",
        "überall goldene Stunde, nur die 3 bleibt so",
        "überall goldene Stunde, nur 3 nicht",
        "heure dorée partout, seule la 3 reste comme ça",
        "ora d'oro ovunque, solo la 3 resta così",
        "todas con hora dorada, solo la 3 se queda igual",
        "gyllene timmen överallt, bara 3:an förblir som den är",
    ],
)
def test_the_only_one_that_stays_is_left_out_and_none_is_deleted(message: str) -> None:
    lights = [shot.light for shot in heard(message).shots.shots]
    assert lights == ["golden hour", "golden hour", "hard flash"]


@pytest.mark.parametrize("message", ["we only keep 3", "nur die 3 bleibt"])
def test_the_only_one_that_stays_of_itself_has_the_others_go(message: str) -> None:
    assert heard(message).commands == (DeleteShots(shots=("a", "b")),)


@pytest.mark.parametrize(
    "message",
    [
        "of 3 another one as a wide",
        "another of 3, but as a wide",
        "von der 3 noch eine in weit",
        "de la 3, encore une en plan large",
        "encore une de la 3 en plan large",
        "un'altra della 3 in campo lungo",
        "otra de la 3 en plano general",
        "av 3:an en till i helbild",
    ],
)
def test_one_more_of_a_shot_is_a_copy_and_the_shot_stays(message: str) -> None:
    answer = heard(message)
    made = [command for command in answer.commands if isinstance(command, DuplicateShot)]
    assert [command.shot for command in made] == ["c"]
    assert answer.shots.shot("c").framing == "close-up"
    assert answer.shots.shot(made[0].new_id).framing == "wide"


def test_a_copy_is_given_a_grade() -> None:
    answer = heard("copy 2 but in black and white")
    assert [shot.grade for shot in answer.shots.shots] == [None, None, "black and white", None]


@pytest.mark.parametrize(
    "message",
    [
        "take the candle from 2 and 3",
        "nimm die Kerze aus 2 und 3",
        "hol die Kerze aus den Bildern 2 und 3 raus",
        "enlève la bougie de la 2 et de la 3",
        "ta ljusen från 2 och 3",
    ],
)
def test_what_is_taken_from_two_shots_goes_from_both(message: str) -> None:
    props = [shot.props for shot in heard(message).shots.shots]
    assert props == [("thermos", "fries"), ("fries",), ("skates",)]


@pytest.mark.parametrize("message", ["il trench in nero", "la gabardina en negro"])
def test_a_trench_is_not_every_coat(message: str) -> None:
    answer = heard(message)
    assert answer.shots.shot("a").garments == ("black trench", "red mittens")
    assert answer.shots.shot("b").garments == ("bottle green coat",)


@pytest.mark.parametrize(
    "message",
    [
        "the mittens, rather in green",
        "les moufles, plutôt en vert",
        "die Fäustlinge, lieber in Grün",
        "le muffole, meglio verdi",
        "vantarna, hellre i grönt",
    ],
)
def test_what_a_thing_shall_rather_be_is_said_of_it(message: str) -> None:
    assert heard(message).shots.shot("a").garments == ("camel trench", "green mittens")


@pytest.mark.parametrize("message", ["ohne Uhr Leo in 3", "sin reloj Leo en la 3"])
def test_who_goes_without_a_thing_stays(message: str) -> None:
    shot = heard(message).shots.shot("c")
    assert (shot.garments, shot.talent) == ((), ("Leo",))


def test_an_overhead_of_something_is_a_new_shot() -> None:
    new = heard("add an overhead of the candle after the kitchen one").shots.shots[2]
    assert (new.angle, new.props) == ("overhead", ("candle",))


def test_kilos_are_no_years() -> None:
    flag = heard("make Noor look like she's lost 5 kilos").flag
    assert flag is not None
    assert flag.code == "BODY_RESHAPING"


@pytest.mark.parametrize(
    "message",
    [
        "ich bin mit der 3 nicht glücklich",
        "da bin ich bei dir, die 2 passt",
        "en kill till i 3:an",
        "la 3 sous un pin",
    ],
)
def test_a_word_that_only_looks_english_is_no_order(message: str) -> None:
    assert heard(message).commands == ()


@pytest.mark.parametrize(
    "message",
    [
        "everything with an umbrella in 16:9",
        "alle mit dem Schirm in 16:9",
        "tout ce qui a un parapluie en 16:9",
        "tutte quelle con l'ombrello in 16:9",
        "alla med paraply närmare",
    ],
)
def test_what_no_shot_has_names_none_and_not_all(message: str) -> None:
    assert heard(message).type == "ask"


@pytest.mark.parametrize(
    "message",
    [
        "crisps not fries in 2",
        "crisps, not fries, in 2",
        "in 2 Tulpen, nicht Pommes",
        "nella 2 tulipani e non patatine",
        "tulpaner, inte pommes, i 2:an",
    ],
)
def test_a_thing_and_what_it_is_not_are_exchanged(message: str) -> None:
    shot = heard(message).shots.shot("b")
    assert (len(shot.props), "fries" in shot.props) == (2, False)


@pytest.mark.parametrize(
    "message",
    [
        "en la 1 que meta las manos en los bolsillos",
        "in 1 soll sie die Hände in die Taschen stecken",
        "nella 1 che metta le mani in tasca",
    ],
)
def test_what_the_hands_do_is_a_pose_and_no_prop(message: str) -> None:
    shot = heard(message).shots.shot("a")
    assert (shot.pose, shot.props) == ("hands in pockets", ("thermos", "fries"))


def test_what_does_not_please_gives_nobody_a_hairdo() -> None:
    assert heard("elle me plaît moyen la 3").commands == ()


@pytest.mark.parametrize(
    "message",
    [
        "number one make that low angle and number too make that high angle",
        "la 1, mets-la en contre-plongée et la 2, mets-la en plongée",
        "la 1 ponla en contrapicado y la 2 ponla en picado",
    ],
)
def test_each_shot_gets_what_is_said_behind_it(message: str) -> None:
    assert [shot.angle for shot in heard(message).shots.shots] == ["low", "high", None]


@pytest.mark.parametrize("message", ["fries out of both", "the fries are out in 1 and 2"])
def test_a_thing_goes_out_of_both(message: str) -> None:
    answer = read_edit(message, EditContext(shots=ShotList.of(BOARD.shots[:2])))
    assert [shot.props for shot in answer.shots.shots] == [("thermos",), ("candle",)]


@pytest.mark.parametrize(
    "message", ["in this one no fries", "in that one the fries out", "dans celle-ci sans frites"]
)
def test_this_one_is_the_shot_last_spoken_of_alone(message: str) -> None:
    answer = read_edit(message, EditContext(shots=BOARD, last_mentioned="b"))
    props = [shot.props for shot in answer.shots.shots]
    assert props == [("thermos", "fries"), ("candle",), ("candle", "skates")]


def test_asking_which_would_do_for_a_channel_adds_none() -> None:
    assert heard("which of these would work for tiktok as they are?").type == "answer"


@pytest.mark.parametrize(
    "message",
    [
        "a video of 3 too",
        "make a video of 3 as well",
        "aussi une vidéo de la 3",
        "fammi anche un video della 3",
        "también un vídeo de la 3",
        "auch ein Video von der 3",
        "en video av 3:an också",
    ],
)
def test_a_video_too_stands_beside_the_still(message: str) -> None:
    kinds = [shot.kind for shot in heard(message).shots.shots]
    assert sorted(kinds) == ["still", "still", "still", "video"]


@pytest.mark.parametrize(
    "message",
    [
        "lose Leo in the ones on the beach",
        "que Leo no salga en las de la playa",
        "tout ce qui est sur la plage, on le passe au vestiaire",
        "the ones on the beach in 4:5",
    ],
)
def test_a_place_where_no_shot_is_names_none_and_not_all(message: str) -> None:
    assert heard(message).commands == ()


@pytest.mark.parametrize(
    ("message", "becomes"),
    [
        ("swap the leather watch for a steel one", "steel watch"),
        ("swap the leather watch for a red one", "red leather watch"),
    ],
)
def test_a_thing_of_another_make_keeps_nothing_of_the_old_one(message: str, becomes: str) -> None:
    assert heard(message).shots.shot("c").garments == (becomes,)


@pytest.mark.parametrize(
    "message",
    ["no harsh sun please, anywhere", "no harsh flash anywhere", "3 without harsh flash"],
)
def test_a_light_that_is_not_wanted_is_given_to_no_shot(message: str) -> None:
    assert heard(message).commands == ()


@pytest.mark.parametrize(
    "message",
    [
        "put Noor in with Leo",
        "let Leo carry the candle and Noor do the fries",
    ],
)
def test_somebody_who_is_in_several_shots_names_none_of_them(message: str) -> None:
    answer = heard(message)
    assert (answer.commands, answer.type) == ((), "ask")


@pytest.mark.parametrize(
    "message",
    [
        "let's talk about 3",
        "can we talk about shot 3 first?",
        "il faut parler de la 3",
        "tenemos que hablar de la 3",
        "vi måste prata om 3:an",
        "lass uns über die 3 reden",
    ],
)
def test_a_shot_to_be_talked_of_has_nobody_talk_in_it(message: str) -> None:
    assert heard(message).commands == ()
