"""Edits told in few words: a seat and a picture, a bare place, a value that goes last."""

import pytest

from toile.adapters.language.built_in.edits.reader import read_edit
from toile.domain.commands import EditAnswer, EditContext
from toile.domain.shots import Shot, ShotList

BOARD = ShotList.of(
    [
        Shot(id="a", no=1, framing="wide", light="overcast", set="boat shed", pose="sitting",
             garments=("yellow oilskin",), props=("rope",), talent=("Maren",), priority="must"),
        Shot(id="b", no=2, framing="portrait", light="softbox", set="studio", pose="standing",
             garments=("wool cap",), talent=("Maren",), priority="should"),
        Shot(id="c", no=3, framing="full", light="golden hour", set="studio", kind="video",
             garments=("yellow oilskin",), talent=("Piet",), priority="should"),
        Shot(id="d", no=4, framing="flatlay", light="softbox", set="oak table",
             garments=("wool cap", "striped shirt"), priority="could"),
    ]
)  # fmt: skip


def _read(message: str) -> EditAnswer:
    return read_edit(message, EditContext(shots=BOARD))


def _ids(answer: EditAnswer) -> list[str]:
    return [shot.id if shot.id in "abcd" else "new" for shot in answer.shots.shots]


@pytest.mark.parametrize(
    ("message", "place", "shown"),
    [
        ("new shot after 2: Maren at the quay, half length, whistling, same light", 3,
         {"light": "softbox", "pose": "whistling", "talent": ("Maren",)}),
        ("new one before 1 — detail of the rope", 1, {"framing": "detail", "props": ("rope",)}),
        ("between 2 and 3: wide of the harbour at dusk, nobody in it", 3,
         {"framing": "wide", "light": "dusk", "talent": ()}),
        ("New shot 2: close-up, Piet, wool cap, 4:5", 2,
         {"framing": "close-up", "talent": ("Piet",), "aspect": "4:5"}),
    ],
)  # fmt: skip
def test_a_seat_and_a_picture_are_a_new_shot(
    message: str, place: int, shown: dict[str, object]
) -> None:
    answer = _read(message)
    assert _ids(answer).index("new") + 1 == place
    new = answer.shots.shots[place - 1]
    assert {field: getattr(new, field) for field in shown} == shown
    assert next(shot for shot in answer.shots.shots if shot.id == "b").framing == "portrait"


@pytest.mark.parametrize(
    ("message", "sets"),
    [
        ("take the whole thing out of the studio and into a garage",
         ["boat shed", "garage", "garage", "oak table"]),
        ("move 1 out to the garden", ["garden", "studio", "studio", "oak table"]),
        ("2 somewhere colder, a train platform maybe",
         ["boat shed", "train platform", "studio", "oak table"]),
        ("3: glacier, not studio", ["boat shed", "studio", "glacier", "oak table"]),
    ],
)  # fmt: skip
def test_shots_go_to_another_place_and_none_is_deleted(message: str, sets: list[str]) -> None:
    shots = _read(message).shots.shots
    assert [shot.set for shot in shots] == sets
    assert [shot.light for shot in shots] == [shot.light for shot in BOARD.shots]


@pytest.mark.parametrize("message", ["take 1 out of the boat shed", "2 somewhere warmer"])
def test_a_place_that_is_only_left_is_asked_about(message: str) -> None:
    answer = _read(message)
    assert (answer.type, answer.shots) == ("ask", BOARD)


@pytest.mark.parametrize(
    ("message", "order"),
    [
        ("flat lay first, film last", ["d", "a", "b", "c"]),
        ("video to the front", ["c", "a", "b", "d"]),
        ("portrait last please", ["a", "c", "d", "b"]),
        ("flatlay second", ["a", "d", "b", "c"]),
    ],
)
def test_a_value_that_one_shot_has_says_which_goes_where(message: str, order: list[str]) -> None:
    answer = _read(message)
    assert _ids(answer) == order
    assert answer.shots.shot("b").framing == "portrait"


def test_of_two_shots_at_a_place_one_is_asked_for() -> None:
    answer = _read("studio picture to the end please")
    assert (answer.type, answer.shots) == ("ask", BOARD)


def test_a_step_of_priority_goes_on_for_the_next_shot() -> None:
    shots = _read("drop priority on 3, raise 2").shots
    assert (shots.shot("c").priority, shots.shot("b").priority) == ("could", "must")


@pytest.mark.parametrize(
    ("message", "shot", "field", "value"),
    [
        ("1: standing, not seated. hands in pockets.", "a", "pose", "standing, hands in pockets"),
        ("2: standing. arms crossed.", "b", "pose", "standing, arms crossed"),
        ("make 3 feel like early morning, mist coming off the water", "c", "light",
         "early morning, fog"),
        ("3 at dusk, fog rolling in", "c", "light", "dusk, fog"),
        ("3 candlelight. no sorry, dusk", "c", "light", "dusk"),
    ],
)  # fmt: skip
def test_what_follows_goes_on_with_what_was_said(
    message: str, shot: str, field: str, value: str
) -> None:
    assert getattr(_read(message).shots.shot(shot), field) == value


@pytest.mark.parametrize("message", ["add a vertical cut of 1", "make me a 9:16 crop of shot 1"])
def test_a_cut_in_another_shape_is_a_copy_of_the_shot(message: str) -> None:
    answer = _read(message)
    assert _ids(answer) == ["a", "new", "b", "c", "d"]
    assert answer.shots.shot("a") == BOARD.shot("a")
    assert answer.shots.shots[1].aspect in ("9:16", "4:5")


def test_a_verb_is_no_thing_of_the_board_though_a_thing_is_called_so() -> None:
    board = ShotList.of([*BOARD.shots, Shot(id="e", no=5, garments=("diamond drop earrings",),
                                            priority="must")])  # fmt: skip
    answer = read_edit("drop the coulds", EditContext(shots=board))
    assert [shot.id for shot in answer.shots.shots] == ["a", "b", "c", "e"]
