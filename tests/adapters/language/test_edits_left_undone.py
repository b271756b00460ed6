"""What a message wishes for and nobody understood is said beside what is done."""

import pytest

from toile.adapters.language.built_in.edits.reader import read_edit
from toile.domain.commands import EditContext
from toile.domain.shots import Shot, ShotList

BOARD = ShotList.of(
    [
        Shot(id="a", set="pier", light="soft daylight", framing="full", talent=("Noor",)),
        Shot(id="b", set="beach", light="golden hour", framing="medium", talent=("Noor",)),
    ]
)


@pytest.mark.parametrize(
    ("message", "left"),
    [
        ("delete 2 and swap her earrings for the hoops", "swap her earrings for the hoops"),
        ("make 1 warmer and change the vibe", "change the vibe"),
        ("closer on 1, thanks, looks great otherwise", ""),
        ("warmer in 1", ""),
    ],
)
def test_a_wish_that_came_to_nothing_is_told_and_thanks_are_not(message: str, left: str) -> None:
    answer = read_edit(message, EditContext(shots=BOARD))
    assert answer.type == "change"
    assert answer.unheard == ((left,) if left else ())


LOOKS = ShotList.of(
    [
        Shot(id="a", set="studio", light="hard flash", framing="full", pose="standing",
             garments=("black dress", "pearl necklace"), talent=("Noor",)),
        Shot(id="b", set="street", light="window light", framing="medium", pose="walking",
             garments=("trench coat", "boots"), props=("umbrella",), talent=("Noor",)),
    ]
)  # fmt: skip


@pytest.mark.parametrize(
    ("message", "left"),
    [
        ("2: collar up, hands in pockets, looking away from camera", "hands in pockets"),
        ("1 too posed, 2 as a video", "1 too posed"),
        ("2 als Video und ohne Schirm, Noor links", "links"),
        ("2 warmer and an hour later", "hour later"),
        ("2 im Regen, Schirm zu", "Schirm"),
        ("2 sitting and also taller", "taller"),
        ("1 kneeling, and a bit happier", "a bit happier"),
        ("1 de rodillas y más rocambolesca", "más rocambolesca"),
        ("2 close-up, Zendaya, at dusk", "Zendaya"),
        ("shoes off for everyone in 2, the necklace in 1 in silver", "shoes off for everyone in 2"),
    ],
)
def test_a_thing_a_pose_or_a_light_that_came_to_nothing_is_told(message: str, left: str) -> None:
    answer = read_edit(message, EditContext(shots=LOOKS))
    assert answer.type == "change"
    assert left in answer.unheard


@pytest.mark.parametrize(
    "message",
    [
        "2 wider and keep the umbrella",
        "2 closer, no umbrella, same boots",
        "belt the trench coat in 2 and turn the collar up",
        "1 in window light instead of flash",
        "die 1 bitte ohne Blitz, eher Fensterlicht, und das Kleid länger",
        "la 1 con guantes, luz de ventana y más cerca",
        "Quick note from the studio: 2 in 16:9 please",
        "1 is great, 2 as a video",
        "everything in 4:5 but the street",
    ],
)
def test_what_is_done_kept_or_only_said_beside_is_not_told(message: str) -> None:
    answer = read_edit(message, EditContext(shots=LOOKS))
    assert (answer.type, answer.unheard) == ("change", ())
    assert {command.do for command in answer.commands}


def test_a_light_that_another_shot_has_is_no_name_of_that_shot() -> None:
    answer = read_edit("la 1 con guantes, luz de ventana y más cerca", EditContext(shots=LOOKS))
    assert answer.shots.shot("a").light == "window light"
    assert answer.shots.shot("b") == LOOKS.shot("b")


@pytest.mark.parametrize(
    ("message", "left"),
    [
        ("2 wider if there's room", ("if there's room",)),
        ("si le client est d'accord, la 2 plus large", ("si le client est d'accord",)),
        ("la 2 più larga, solo se il cliente vuole", ("solo se il cliente vuole",)),
        ("2 tätare, men bara om kunden vill", ("men bara om kunden vill",)),
        ("2 wider if possible", ()),
        ("if 2 is too dark make it brighter", ()),
        ("2 wider as if we were further away", ()),
    ],
)
def test_a_condition_that_no_board_can_tell_is_left_open_and_told(
    message: str, left: tuple[str, ...]
) -> None:
    answer = read_edit(message, EditContext(shots=LOOKS))
    assert (answer.type, answer.unheard) == ("change", left)


def test_a_shot_that_is_ruled_out_behind_a_comma_does_not_change() -> None:
    board = ShotList.of([LOOKS.shot("a"), LOOKS.shot("b").with_(kind="video")])
    answer = read_edit("1 warmer, not the video", EditContext(shots=board))
    assert (answer.type, answer.unheard) == ("change", ())
    assert answer.shots.shot("b") == board.shot("b")


@pytest.mark.parametrize(
    ("message", "done"),
    [
        ("1 at dusk, hands behind her back, and a scarf", "add scarf to the garments"),
        ("2 utan paraply, mjukare ljus och en mössa", "add beanie to the garments"),
        ("1 von hinten, Haare offen", "pose becomes back to camera"),
        ("la 1 sans les perles, cheveux attachés", "take out pearl necklace"),
    ],
)
def test_a_thing_and_a_pose_beside_other_wishes_are_done(message: str, done: str) -> None:
    answer = read_edit(message, EditContext(shots=LOOKS))
    assert done in answer.say
    assert answer.unheard == ()


def test_a_thing_that_should_go_and_stays_is_told() -> None:
    answer = read_edit("2 warmer, hair down without boots", EditContext(shots=LOOKS))
    assert "boots" in answer.shots.shot("b").garments
    assert answer.unheard == ("without boots",)
