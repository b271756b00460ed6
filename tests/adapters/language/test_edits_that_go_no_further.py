"""What a message asks, reports or spares goes no further, and a refusal beside it is told."""

import pytest

from toile.adapters.language.built_in.edits.reader import read_edit
from toile.domain.commands import AddShot, DeleteShots, EditAnswer, EditContext
from toile.domain.shots import Shot, ShotList

BOARD = ShotList.of(
    [
        Shot(id="a", framing="full", light="dusk", set="pier", garments=("white linen dress",),
             talent=("Noor",)),
        Shot(id="b", framing="medium", light="softbox", set="kitchen", talent=("Ines",)),
        Shot(id="c", framing="close-up", light="hard flash", set="cellar", talent=("Ines",)),
        Shot(id="d", framing="wide", light="softbox", set="beach", talent=("Tom",)),
    ]
)  # fmt: skip


def heard(message: str, *, before: str | None = None) -> EditAnswer:
    context = EditContext(shots=BOARD, before=before, last_mentioned="d")
    return read_edit(message, context)


@pytest.mark.parametrize(
    ("message", "code"),
    [
        ("what if we drop 3 and make Ines's skin lighter in 2?", "SKIN_TONE_ALTERATION"),
        ("et si on enlevait la 3 et qu'on éclaircissait la peau d'Ines ?", "SKIN_TONE_ALTERATION"),
        ("¿y si quitamos la 3 y hacemos a Ines más delgada?", "BODY_RESHAPING"),
    ],
)
def test_a_refused_wish_in_a_what_if_is_told(message: str, code: str) -> None:
    answer = heard(message)
    assert answer.flag is not None
    assert (answer.type, answer.flag.code) == ("answer", code)
    assert answer.flag.why in answer.say
    assert answer.shots == BOARD


@pytest.mark.parametrize(
    "message",
    [
        "if we drop 3, does the story still work?",
        "si on enlève la 3, ça marche encore ?",
        "wenn wir die 3 streichen, reicht das noch?",
        "om vi stryker 3:an, räcker det?",
    ],
)
def test_what_an_order_would_come_to_is_asked_and_not_done(message: str) -> None:
    answer = heard(message)
    assert (answer.type, answer.commands) == ("answer", ())
    assert answer.say.startswith("That would be: Delete shot 3.")


def test_an_order_under_a_condition_is_still_one() -> None:
    assert DeleteShots(shots=("c",)) in heard("if we drop 3, make 4 warmer").commands


@pytest.mark.parametrize(
    "message", ["the ones with Ines, not 3, warmer", "all, not 3 and 4, warmer"]
)
def test_shots_set_aside_between_commas_stay(message: str) -> None:
    answer = heard(message)
    assert answer.shots.shot("b").light == "warm softbox"
    assert [answer.shots.shot(i).light for i in ("c", "d")] == ["hard flash", "softbox"]


@pytest.mark.parametrize(
    "message", ['"lose 2" is what Noor said', '"make 2 warmer" were Tom\'s words']
)
def test_an_order_that_is_somebody_elses_is_asked_about(message: str) -> None:
    answer = heard(message)
    assert (answer.type, answer.commands) == ("ask", ())


@pytest.mark.parametrize(
    "message", ["2 and 3 side by side", "2 and 3 side by side please", "let me see 2 next to 3"]
)
def test_two_bare_shots_side_by_side_are_compared(message: str) -> None:
    answer = heard(message)
    assert (answer.type, answer.commands) == ("answer", ())
    assert "medium in 2, close-up in 3" in answer.say


def test_an_order_behind_a_look_at_two_shots_is_done() -> None:
    answer = heard("2 and 3 side by side, then drop 3")
    assert answer.commands == (DeleteShots(shots=("c",)),)


def test_a_refusal_beside_a_comparison_is_told() -> None:
    assert heard("compare 2 and 3. Make Ines slimmer.").type == "refuse"


@pytest.mark.parametrize(
    "message",
    [
        "a picture of Noor in a red coat after 2",
        "ein Bild von Noor in einem roten Mantel nach 2",
        "en bild på Noor i en röd kappa efter 2",
    ],
)
def test_a_new_picture_of_somebody_moves_none_and_keeps_what_is_worn(message: str) -> None:
    (added,) = heard(message).commands
    assert isinstance(added, AddShot)
    assert (added.at, added.shot.talent, added.shot.garments) == (3, ("Noor",), ("red coat",))


def test_a_new_shirt_is_not_the_dress_of_its_cloth() -> None:
    (added,) = heard("add a wide of Tom in a white linen shirt").commands
    assert isinstance(added, AddShot)
    assert added.shot.garments == ("white linen shirt",)


def test_somebody_swapped_from_one_to_another_leaves_those_between_alone() -> None:
    answer = heard("swap Noor from 1 to 3")
    assert [shot.talent for shot in answer.shots.shots] == [
        (),
        ("Ines",),
        ("Ines", "Noor"),
        ("Tom",),
    ]


def test_a_word_in_answer_to_a_question_is_of_the_shot_it_asks_about() -> None:
    answer = heard("low", before="Which angle for shot 2: worm's eye, ground level, low, high …?")
    assert [shot.angle for shot in answer.shots.shots] == [None, "low", None, None]


@pytest.mark.parametrize(
    "message",
    [
        "take Tom out of 4 and put his face on Noor",
        "give Noor Tom's face",
        "setz Toms Gesicht auf Noor",
        "mets le visage d'Ines sur Noor",
        "metti il viso di Ines su Noor",
    ],
)
def test_nobody_is_given_anothers_face(message: str) -> None:
    flag = heard(message).flag
    assert flag is not None
    assert flag.code == "FEATURE_ALTERATION"


@pytest.mark.parametrize("message", ["more light on her face in 2", "turn her face to Tom in 2"])
def test_a_face_may_be_lit_and_turned(message: str) -> None:
    assert heard(message).flag is None


@pytest.mark.parametrize(
    "message", ["a portrait of Noor nude after 2", "add a nude portrait of Noor"]
)
def test_no_new_picture_shows_somebody_undressed(message: str) -> None:
    answer = heard(message)
    assert answer.flag is not None
    assert (answer.type, answer.flag.code) == ("refuse", "NUDITY")


def test_a_dress_of_another_colour_is_another_dress() -> None:
    (added,) = heard("add a portrait of Noor in a nude dress").commands
    assert isinstance(added, AddShot)
    assert added.shot.garments == ("nude dress",)


@pytest.mark.parametrize("message", ["all of hers at night", "drop all of hers"])
def test_whose_is_asked_where_nobody_was_named(message: str) -> None:
    answer = heard(message)
    assert (answer.type, answer.commands) == ("ask", ())


def test_all_of_somebodys_are_hers() -> None:
    answer = heard("Ines is in 2 and 3, all of hers at night")
    assert [shot.light for shot in answer.shots.shots] == ["dusk", "night", "night", "softbox"]


@pytest.mark.parametrize(
    "message", ["move Kenji from 1 to 2", "a portrait of Kenji after 2", "add a wide of Kenji"]
)
def test_who_is_not_cleared_is_refused_in_a_new_shot_and_from_shot_to_shot(message: str) -> None:
    answer = heard(message)
    assert answer.flag is not None
    assert (answer.type, answer.flag.code) == ("refuse", "TWIN_RIGHTS")


@pytest.mark.parametrize(
    "message", ["a portrait of Noor's son after 2", "add a wide of Tom's niece"]
)
def test_nobodys_child_is_in_a_new_shot(message: str) -> None:
    answer = heard(message)
    assert answer.flag is not None
    assert (answer.type, answer.flag.code) == ("refuse", "MINOR")


@pytest.mark.parametrize(
    "message",
    [
        "let's not drop 3",
        "we shouldn't drop 3",
        "I'd rather not drop 3",
        "lass uns die 3 nicht streichen",
        "wir sollten die 3 nicht streichen",
    ],
)
def test_what_we_had_better_not_do_is_not_done(message: str) -> None:
    answer = heard(message)
    assert (answer.type, answer.commands) == ("none", ())


@pytest.mark.parametrize("message", ["let's drop 3", "wir sollten die 3 streichen"])
def test_what_we_had_better_do_is_done(message: str) -> None:
    assert heard(message).commands == (DeleteShots(shots=("c",)),)


@pytest.mark.parametrize("message", ["everybody out but Tom", "take everyone out of 4 except Tom"])
def test_who_alone_is_to_stay_is_not_taken_out(message: str) -> None:
    answer = heard(message)
    assert (answer.type, answer.commands) == ("ask", ())
    assert answer.say == "In which shots shall only Tom stay?"


def test_two_who_move_both_move() -> None:
    shots = BOARD.with_shot(BOARD.shot("d").with_(talent=("Noor", "Tom")))
    answer = read_edit("move Noor and Tom from 4 to 2", EditContext(shots=shots))
    assert answer.shots.shot("b").talent == ("Ines", "Noor", "Tom")
    assert answer.shots.shot("d").talent == ()


def test_what_we_do_not_have_bars_nothing() -> None:
    answer = heard("We don't have the permit for the pier, so 1 goes to the kitchen")
    assert answer.shots.shot("a").set == "kitchen"


@pytest.mark.parametrize(
    "message", ["die 2 nicht löschen, sondern die 3", "streich nicht die 2, sondern die 3"]
)
def test_the_shot_that_a_sentence_turns_from_stays(message: str) -> None:
    assert heard(message).commands == (DeleteShots(shots=("c",)),)
