"""Shots that are locked, put at a place named by an ordinal, added, or wished the same for."""

import pytest

from toile.adapters.language.built_in.edits.reader import read_edit
from toile.domain.commands import EditAnswer, EditContext
from toile.domain.shots import Shot, ShotList

BOARD = ShotList.of(
    [
        Shot(id="a", framing="full", set="street", aspect="16:9", talent=("Noor",)),
        Shot(id="b", framing="portrait", set="grey studio", aspect="4:5", talent=("Lotte",)),
        Shot(id="c", framing="medium", set="dunes", aspect="9:16", talent=("Noor",)),
        Shot(id="d", framing="packshot", set="white cyc", aspect="1:1"),
    ]
)


def _read(message: str) -> EditAnswer:
    return read_edit(message, EditContext(shots=BOARD))


def _order(answer: EditAnswer) -> list[str]:
    return [shot.id for shot in answer.shots.shots]


@pytest.mark.parametrize("message", ["lock 2", "please freeze shot 2"])
def test_a_locked_shot_keeps_every_field(message: str) -> None:
    answer = _read(message)
    second = answer.shots.shots[1]
    assert {"light", "framing", "garments", "talent"} <= set(second.locked)
    assert answer.type == "change"
    assert second.with_(locked=()) == BOARD.shots[1]


@pytest.mark.parametrize(
    ("message", "order"),
    [
        ("shift the packshot so it's second", ["a", "d", "b", "c"]),
        ("move 4 to second place", ["a", "d", "b", "c"]),
        ("1 should be third", ["b", "c", "a", "d"]),
    ],
)
def test_a_shot_goes_to_the_place_that_an_ordinal_names(message: str, order: list[str]) -> None:
    assert _order(_read(message)) == order


def test_same_for_another_shot_is_a_wish_of_its_own() -> None:
    answer = _read("crop 1 to a square, and same for 2")
    assert [shot.aspect for shot in answer.shots.shots] == ["1:1", "1:1", "9:16", "1:1"]


@pytest.mark.parametrize(
    "message", ["a new shot after 2: wide of the dunes", "let's get a fifth shot, wide"]
)
def test_a_new_shot_leaves_the_others_alone(message: str) -> None:
    answer = _read(message)
    new = [shot for shot in answer.shots.shots if shot.id not in _order(_read("2 warmer"))]
    assert [shot.framing for shot in new] == ["wide"]
    assert answer.shots.without(new[0].id) == BOARD


@pytest.mark.parametrize(
    "message",
    ["16:9 or 9:16 for 2?", "should 2 be tighter or wider?", "is 2 a must or a should?"],
)
def test_a_question_that_leaves_a_choice_changes_nothing(message: str) -> None:
    answer = _read(message)
    assert answer.type == "answer"
    assert answer.shots == BOARD


def test_the_shot_that_is_made_the_opener_is_not_deleted_with_those_before() -> None:
    assert _order(_read("delete 3 and 4, then make 2 the opener")) == ["b", "a"]


def test_a_picture_that_is_rotated_to_portrait_keeps_its_framing() -> None:
    answer = _read("could you rotate 1 to portrait")
    assert answer.shots.shot("a") == BOARD.shot("a").with_(aspect="9:16")


def test_the_others_are_those_that_were_not_named_before() -> None:
    assert _order(_read("keep 1 and 3; bin the others")) == ["a", "c"]


@pytest.mark.parametrize(
    ("message", "place"),
    [
        ("la 1 en el bosque", "forest"),
        ("la 1 en los bosques", "forest"),
        ("la 1 en la cocina", "kitchen"),
        ("1 en forêt", "forest"),
        ("ettan i en skog", "forest"),
    ],
)
def test_a_small_word_of_two_languages_leads_to_a_place_in_its_own(
    message: str, place: str
) -> None:
    board = ShotList.of([Shot(id="a", no=1, set="studio", pose="standing")])
    after = read_edit(message, EditContext(shots=board)).shots.shots[0]
    assert (after.set, after.pose) == (place, "standing")


_WORN = Shot(id="a", set="studio", framing="medium", light="dusk", garments=("grey jumper",),
             props=("cup",), talent=("Nora",))  # fmt: skip


@pytest.mark.parametrize(
    ("message", "field", "value"),
    [
        ("the jumper should go from 1", "garments", ()),
        ("nimm die Tasse aus der 1", "props", ()),
        ("put her in shoes in 1", "garments", ("grey jumper", "shoes")),
        ("1 with a swimming costume", "garments", ("grey jumper", "swimming costume")),
        ("give 1 first light", "light", "first light"),
        ("la 1 bebe un café", "pose", "drinking"),
        ("pose de la 1 : de profil", "pose", "in profile"),
        ("die 1 mit einer Tasche", "garments", ("grey jumper", "bag")),
        ("1 : pull bleu foncé", "garments", ("dark blue jumper",)),
    ],
)
def test_the_words_around_one_tell_its_sense(message: str, field: str, value: object) -> None:
    board = ShotList.of([_WORN, Shot(id="b", set="beach")])
    answer = read_edit(message, EditContext(shots=board))
    assert answer.shots == board.with_shot(_WORN.with_(no=1, **{field: value}))


@pytest.mark.parametrize("message", ["2 without the bandeau top", "no top in 2"])
def test_a_top_that_nobody_wears_moves_no_shot(message: str) -> None:
    board = ShotList.of([_WORN, Shot(id="b", set="beach")])
    assert read_edit(message, EditContext(shots=board)).shots == board


@pytest.mark.parametrize(
    "message", ["we need flowers in 1", "wir brauchen Blumen in der 1", "ci vogliono fiori nella 1"]
)
def test_what_is_needed_is_put_in(message: str) -> None:
    board = ShotList.of([_WORN, Shot(id="b", set="beach")])
    after = read_edit(message, EditContext(shots=board)).shots
    assert after == board.with_shot(_WORN.with_(no=1, props=("cup", "flowers")))


@pytest.mark.parametrize("message", ["1 slimmer cut", "1 has a blue jumper?"])
def test_how_a_thing_is_made_or_is_deletes_and_changes_nothing(message: str) -> None:
    board = ShotList.of([_WORN, Shot(id="b", set="beach")])
    assert read_edit(message, EditContext(shots=board)).shots == board
