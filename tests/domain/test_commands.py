"""The typed commands: each changes only what it names, says itself, and refuses by name."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from toile.domain.commands import (
    AddItems,
    AddShot,
    Command,
    CopyFields,
    DeleteShots,
    Draft,
    DuplicateShot,
    EditContext,
    LessLike,
    Lock,
    LoggedChange,
    LogStep,
    MoreLike,
    MoveShots,
    Redo,
    RemoveItems,
    ReplaceItem,
    RestoreVersion,
    SetBrief,
    SetField,
    ShotVersion,
    SwapFields,
    SwapShots,
    Undo,
    apply,
    describe,
)
from toile.domain.errors import CommandRefused
from toile.domain.ids import ShotId
from toile.domain.shots import Shot, ShotList


def a_board(count: int = 4) -> EditContext:
    shots = [
        Shot(id=ShotId(f"s{n}"), framing="full", light="softbox", garments=("red coat", "boots"))
        for n in range(count)
    ]
    return EditContext(shots=ShotList.of(shots))


def ids(shots: ShotList) -> list[str]:
    return [shot.id for shot in shots.shots]


@given(st.integers(0, 5), st.integers(0, 5))
def test_swapping_twice_is_nothing(first: int, second: int) -> None:
    board = a_board(6)
    swap = SwapShots(first=f"s{first}", second=f"s{second}")
    assert apply([swap, swap], board) == board.shots


@given(st.integers(0, 5), st.integers(-3, 9))
def test_moving_keeps_every_shot_and_numbers_them_again(shot: int, place: int) -> None:
    moved = apply([MoveShots(shots=(f"s{shot}",), at=place)], a_board(6))
    assert sorted(ids(moved)) == sorted(ids(a_board(6).shots))
    assert [one.no for one in moved.shots] == [1, 2, 3, 4, 5, 6]


@given(st.sets(st.integers(0, 3), min_size=1), st.sampled_from(["framing", "light", "set", "pose"]))
def test_setting_a_field_leaves_all_else_as_it_was(chosen: set[int], field: str) -> None:
    board = a_board()
    after = apply([SetField(shots=tuple(f"s{n}" for n in chosen), field=field, value="new")], board)
    for number, (old, new) in enumerate(zip(board.shots.shots, after.shots, strict=True)):
        assert new == (old.with_(**{field: "new"}) if number in chosen else old)


def test_a_duplicate_stands_behind_its_source_with_its_changes() -> None:
    after = apply([DuplicateShot(shot="s1", new_id="copy", changes={"aspect": "9:16"})], a_board())
    assert ids(after) == ["s0", "s1", "copy", "s2", "s3"]
    assert after.shot("copy").aspect == "9:16"


def test_a_new_shot_never_takes_an_id_that_is_in_use() -> None:
    after = apply([AddShot(shot=Shot(id=ShotId("s1")))], a_board())
    assert ids(after)[-1] == "s1-2"


@pytest.mark.parametrize("command", [
    DeleteShots(shots=("zz",)),
    SetField(shots=("s0",), field="colour", value="red"),
    SetField(shots=("s0",), field="kind", value="opera"),
    RemoveItems(shots=("s0",), field="garments", items=("hat",)),
    ReplaceItem(shots=("s0",), field="props", old="cup", new="mug"),
    RestoreVersion(shot="s0", version=3),
    Undo(),
    Redo(),
])  # fmt: skip
def test_what_cannot_be_done_is_refused_by_name(command: Command) -> None:
    with pytest.raises(CommandRefused):
        apply([command], a_board())


def test_a_locked_field_is_refused_until_it_is_unlocked() -> None:
    locked = a_board().model_copy(
        update={"shots": apply([Lock(shots=("s0",), fields=("light",))], a_board())}
    )
    with pytest.raises(CommandRefused, match="light of shot 1 is locked"):
        apply([SetField(shots=("s0",), field="light", value="dusk")], locked)


def test_undo_takes_back_the_last_step_and_redo_brings_it_again() -> None:
    done = LogStep(
        n=1, changes=(LoggedChange(shot="s0", field="light", before="dusk", after="softbox"),)
    )
    board = a_board().model_copy(update={"log": (done,)})
    assert apply([Undo()], board).shot("s0").light == "dusk"
    undone = board.model_copy(update={"log": (done.model_copy(update={"undone": True}),)})
    assert apply([Redo()], undone).shot("s0").light == "softbox"


def test_undo_brings_a_deleted_shot_back_to_its_place() -> None:
    board = a_board()
    gone = board.shots.shot("s1")
    shorter = board.model_copy(
        update={"shots": board.shots.without("s1"), "log": (LogStep(n=1, deleted=(gone,)),)}
    )
    assert apply([Undo()], shorter) == board.shots


def test_a_version_comes_back_but_the_kept_coat_stays() -> None:
    versions = {"s0": (ShotVersion(v=1, fields={"framing": "wide", "garments": ("parka", "hat")}),)}
    board = a_board().model_copy(update={"versions": versions})
    back = RestoreVersion(shot="s0", version=1, items=("red coat",), instead=("parka",))
    shot = apply([back], board).shot("s0")
    assert shot.framing == "wide"
    assert shot.garments == ("red coat", "hat")


def test_a_kept_thing_takes_the_place_of_its_own_kind_and_nothing_else() -> None:
    versions = {"s0": (ShotVersion(v=1, fields={"garments": ("hat", "blue coat")}),)}
    board = a_board().model_copy(update={"versions": versions})
    back = RestoreVersion(shot="s0", version=1, items=("red coat",))
    assert apply([back], board).shot("s0").garments == ("hat", "red coat")
    versions = {"s0": (ShotVersion(v=1, fields={"garments": ("hat",)}),)}
    board = board.model_copy(update={"versions": versions})
    assert apply([back], board).shot("s0").garments == ("hat", "red coat")


def test_fields_are_copied_and_exchanged() -> None:
    board = a_board().model_copy(
        update={"shots": apply([SetField(shots=("s1",), field="light", value="dusk")], a_board())}
    )
    assert (
        apply([CopyFields(source="s1", shots=("s2",), fields=("light",))], board).shot("s2").light
        == "dusk"
    )
    swapped = apply([SwapFields(first="s0", second="s1", field="light")], board)
    assert (swapped.shot("s0").light, swapped.shot("s1").light) == ("dusk", "softbox")


def test_every_command_says_itself_in_the_numbers_people_see() -> None:
    board = a_board()
    assert (
        describe(AddItems(shots=("s0", "s2"), field="props", items=("cup",)), board)
        == "shots 1, 3: add cup to the props"
    )
    assert describe(Draft(), board) == "Draft all shots"


def test_a_shot_brought_nearer_to_another_takes_over_how_it_is_seen_and_nothing_else() -> None:
    board = _two_unlike()
    nearer = MoreLike(shots=("s2",), source="s1")
    changed = apply([nearer], board).shot("s2")
    assert (changed.framing, changed.angle, changed.light) == ("full", "low", "softbox")
    assert (changed.set, changed.pose, changed.garments) == ("beach", "running", ("scarf",))
    assert "framing full" in describe(nearer, board)


def test_what_is_locked_stays_when_a_shot_is_brought_nearer() -> None:
    board = _two_unlike(locked=("light",))
    assert apply([MoreLike(shots=("s2",), source="s1")], board).shot("s2").light == "dusk"


def test_shots_that_do_not_differ_are_brought_no_nearer() -> None:
    with pytest.raises(CommandRefused, match="do not differ"):
        apply([MoreLike(shots=("s1",), source="s0")], a_board())


def test_a_shot_moved_away_from_another_may_not_land_on_its_value() -> None:
    away = LessLike(shot="s1", other="s0", field="light", to="dusk")
    assert apply([away], a_board()).shot("s1").light == "dusk"
    with pytest.raises(CommandRefused, match="itself"):
        apply([away.model_copy(update={"to": "softbox"})], a_board())


@pytest.mark.parametrize("field", ["nonsense", "id", "__class__"])
def test_a_field_that_no_shot_has_is_refused_by_name_whatever_copies_it(field: str) -> None:
    for command in (
        CopyFields(source="s0", shots=("s1",), fields=(field,)),
        SwapFields(first="s0", second="s1", field=field),
        MoreLike(shots=("s1",), source="s0", fields=(field,)),
    ):
        with pytest.raises(CommandRefused, match=field):
            apply([command], a_board())


def _two_unlike(locked: tuple[str, ...] = ()) -> EditContext:
    one = Shot(id=ShotId("s1"), framing="full", angle="low", light="softbox", set="studio")
    two = Shot(
        id=ShotId("s2"), framing="wide", angle="high", light="dusk", set="beach", pose="running",
        garments=("scarf",), locked=locked,
    )  # fmt: skip
    return EditContext(shots=ShotList.of((one, two)))


def test_a_change_of_the_brief_says_itself_in_a_sentence() -> None:
    context = EditContext(shots=ShotList.of([]), places={"JP": "Japan"})
    said = [
        SetBrief(field="markets", value=("JP",), mode="remove").words(context),
        SetBrief(field="markets", value=("AT", "CH"), mode="add").words(context),
        SetBrief(field="season", value="SS27").words(context),
        SetBrief(field="deadline", value=None).words(context),
    ]
    assert said == [
        "Brief: Japan taken out of markets",
        "Brief: AT, CH added to markets",
        "Brief: season becomes SS27",
        "Brief: deadline left open",
    ]
