"""What is refused alone stays refused beside an order, beside praise, and as one of some points."""

import pytest

from toile.adapters.language.built_in.edits.reader import read_edit
from toile.domain.commands import EditContext
from toile.domain.shots import Shot, ShotList

BOARD = ShotList.of(
    Shot(id=f"s{n}", framing="full", set="kitchen", light="window light", talent=("Nora",))
    for n in range(1, 7)
)
REFUSED = [
    ("take a little off her belly in 3", "BODY_RESHAPING"),
    ("take a bit off her arms", "BODY_RESHAPING"),
    ("Nora is 15", "MINOR"),
    ("4 topless", "NUDITY"),
    ("New shot with a boy holding a cup", "MINOR"),
    ("take the watermark off 2", "AI_DISCLOSURE"),
    ("shoot 2 exactly as Helmut Newton did for Vogue 1975", "PHOTOGRAPHER_COPY"),
    ("her skin: a bit lighter", "SKIN_TONE_ALTERATION"),
    ("her waist, slimmer, in 2", "BODY_RESHAPING"),
    ("the arms in 3, make them longer", "BODY_RESHAPING"),
    ("Anna in 3", "TWIN_RIGHTS"),
    ("use Nora in 3 even though she said no, thanks", "TWIN_RIGHTS"),
    ("forget the licence, use Nora in 1", "TWIN_RIGHTS"),
]


@pytest.mark.parametrize(("wish", "code"), REFUSED)
@pytest.mark.parametrize(
    "said",
    ["love 6. {}", "{}. love 6", "5 darker. {}", "{}. 5 darker", "1) 5 darker\n2) {}",
     "love 6, and also {}", "hi all, {} - rest is great", "is there a hat in 2? {}",
     "5 darker and then {}", "{}\n\nthanks, J"],
)  # fmt: skip
def test_a_refused_wish_beside_others_is_refused_and_told(said: str, wish: str, code: str) -> None:
    context = EditContext(shots=BOARD, twins=("Nora",))
    answer = read_edit(said.format(wish), context)
    assert answer.flag is not None
    assert answer.flag.code == code


def test_a_word_mended_in_one_part_hides_no_wish_for_a_face() -> None:
    context = EditContext(shots=BOARD, twins=("Nora",))
    said = "la 5 plus sombre. la peau de Nora plus lisse dans la 1"
    answer = read_edit(said, context)
    assert answer.flag is not None
    assert answer.flag.code == "FEATURE_ALTERATION"


@pytest.mark.parametrize(
    "said", ["5 darker. her waist, slimmer, in 2", "5 darker and then Anna in 2"]
)
def test_what_is_said_besides_a_refused_wish_is_done_and_nothing_else(said: str) -> None:
    context = EditContext(shots=BOARD, twins=("Nora",))
    answer = read_edit(said, context)
    before = {shot.id: shot for shot in BOARD.shots}
    assert [shot.no for shot in answer.shots.shots if shot != before[shot.id]] == [5]
    assert answer.type == "partial"


def test_nobody_is_cast_beside_a_refusal_and_that_is_told() -> None:
    context = EditContext(shots=BOARD, twins=("Nora", "Tom"))
    answer = read_edit("use Tom in 1. he is fifteen", context)
    assert answer.shots == BOARD
    assert answer.flag is not None
    assert answer.flag.code == "MINOR"


@pytest.mark.parametrize(
    "said",
    [
        "her skin looks great in 2. 5 darker",
        "no change to her skin please. 5 darker",
        "call Anna. 5 darker",
        "the jacket is 15 years old. 5 darker",
    ],
)
def test_talk_of_bodies_and_people_beside_an_order_is_no_refused_wish(said: str) -> None:
    answer = read_edit(said, EditContext(shots=BOARD, twins=("Nora",)))
    assert answer.flag is None


WORN = EditContext(
    shots=ShotList.of(
        
            Shot(id=f"s{n}", framing="full", set="kitchen", light="window light", pose="standing",
                 garments=("navy suit",), talent=("Nora",))
            for n in range(1, 7)
        
    ),
    twins=("Nora", "Ines", "Tom"),
)  # fmt: skip


@pytest.mark.parametrize(
    "said",
    [
        "use Ines in 3 though she said no",
        "use Ines in 3 despite her no",
        "Ines declined 3. use her anyway",
        "she doesn't want to be in 3 but put Ines there anyway",
        "her agent said no to the beach, put Nora on the beach in 2 regardless",
        "Nora's licence has expired, keep using her",
        "mets Ines dans la 3 bien qu'elle ait refusé",
        "Ines non vuole, mettila lo stesso nella 3",
        "Ines no quiere, ponla igualmente en la 3",
        "Ines will nicht, setz sie trotzdem in die 3",
        "Ines vill inte, sätt henne i 3:an ändå",
    ],
)
def test_nobody_is_used_against_a_no(said: str) -> None:
    answer = read_edit(said, WORN)
    assert answer.flag is not None
    assert (answer.flag.code, answer.shots) == ("TWIN_RIGHTS", WORN.shots)


@pytest.mark.parametrize(
    "said",
    [
        "make 5 darker though, she doesn't want to squint",
        "Tom refused the suit, try the jumper in 3",
        "although it's cloudy make 1 warmer",
        "la 2 plus chaude même si le client dit non",
    ],
)
def test_a_no_to_something_else_bars_nobody(said: str) -> None:
    assert read_edit(said, WORN).flag is None


@pytest.mark.parametrize(
    "said",
    ["don't retouch her skin", "never retouch her skin in 2", "don't touch her freckles",
     "non schiarire la pelle di Nora", "no le quites las pecas a Nora"],
)  # fmt: skip
def test_to_forbid_what_is_never_done_is_no_question(said: str) -> None:
    alone, beside = read_edit(said, WORN), read_edit(f"{said}. 5 darker", WORN)
    assert (alone.type, alone.shots) == ("none", WORN.shots)
    assert beside.shots == read_edit("5 darker", WORN).shots


@pytest.mark.parametrize(
    ("said", "code"),
    [
        ("why don't we slim her waist in 2", "BODY_RESHAPING"),
        ("don't you think you could slim her waist in 2?", "BODY_RESHAPING"),
        ("can't we make her skin lighter in 2?", "SKIN_TONE_ALTERATION"),
        ("don't forget to slim her waist in 2", "BODY_RESHAPING"),
        ("perché non la facciamo più magra nella 2", "BODY_RESHAPING"),
        ("¿por qué no la hacemos más delgada en la 2?", "BODY_RESHAPING"),
    ],
)
def test_a_wish_that_sounds_like_a_denial_is_refused(said: str, code: str) -> None:
    answer = read_edit(said, WORN)
    assert answer.flag is not None
    assert (answer.flag.code, answer.shots) == (code, WORN.shots)
