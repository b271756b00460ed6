"""A title tells what is seen: it goes with the view that it was planned for."""

import pytest

from toile.domain.commands import (
    EditContext,
    FieldValue,
    LoggedChange,
    LogStep,
    Redo,
    RestoreVersion,
    SetField,
    ShotVersion,
    Undo,
    apply,
)
from toile.domain.ids import ShotId
from toile.domain.shots import Shot, ShotList

SHOT = Shot(
    id=ShotId("a"),
    framing="medium",
    angle="eye level",
    pose="hands in pockets",
    set="hotel roof",
    light="dusk",
    garments=("camel coat", "boots"),
    title="Hands in pockets, hotel roof",
)


def _title(shot: Shot, field: str, value: FieldValue) -> str:
    board = EditContext(shots=ShotList.of([shot]))
    return apply([SetField(shots=("a",), field=field, value=value)], board).shots[0].title


@pytest.mark.parametrize(
    ("field", "value"), [("pose", "seated"), ("framing", "wide"), ("angle", "overhead")]
)
def test_another_view_has_no_title_until_somebody_gives_it_one(field: str, value: str) -> None:
    assert _title(SHOT, field, value) == ""


def test_a_title_told_apart_by_its_place_moves_with_it() -> None:
    assert _title(SHOT, "set", "stairs") == "Hands in pockets, stairs"
    assert _title(SHOT, "set", None) == "Hands in pockets"


def test_a_title_told_apart_by_what_is_worn_is_that_of_the_new_thing() -> None:
    worn = SHOT.with_(title="Hands in pockets, camel coat")

    assert _title(worn, "garments", ("red dress",)) == "Hands in pockets, red dress"


@pytest.mark.parametrize(
    ("field", "value"), [("light", "noon"), ("props", ("umbrella",)), ("pose", "hands in pockets")]
)
def test_what_the_title_does_not_tell_leaves_it_alone(field: str, value: FieldValue) -> None:
    assert _title(SHOT, field, value) == SHOT.title


def test_a_title_that_is_given_or_locked_stays() -> None:
    assert _title(SHOT, "title", "The wait") == "The wait"
    assert _title(SHOT.with_(locked=("title",)), "pose", "seated") == SHOT.title


@pytest.mark.parametrize(
    ("field", "value"), [("framing", "close-up"), ("pose", "seated"), ("set", "stairs")]
)
def test_a_title_that_somebody_gave_stays_whatever_is_seen(field: str, value: str) -> None:
    named = SetField(shots=("a",), field="title", value="Roof, hotel roof")
    changed = SetField(shots=("a",), field=field, value=value)
    board = EditContext(shots=ShotList.of([SHOT]))

    assert apply([named, changed], board).shots[0].title == "Roof, hotel roof"


def test_a_title_that_was_taken_back_is_the_planned_one_and_goes_with_its_view() -> None:
    named = apply(
        [SetField(shots=("a",), field="title", value="The wait")],
        EditContext(shots=ShotList.of([SHOT])),
    ).shots[0]
    step = LoggedChange(shot="a", field="title", before=SHOT.title, after="The wait")
    log = (LogStep(n=1, changes=(step,)),)
    back = apply([Undo()], EditContext(shots=ShotList.of([named]), log=log)).shots[0]

    assert back.title == SHOT.title
    assert _title(back, "pose", "seated") == ""
    emptied = SetField(shots=("a",), field="title", value="")
    assert apply([emptied], EditContext(shots=ShotList.of([named]))).shots[0].reasons == ()


POSED = SHOT.with_(pose="seated", title="")


def _step(*, undone: bool = False) -> LogStep:
    changes = tuple(
        LoggedChange(shot="a", field=f, before=getattr(SHOT, f), after=getattr(POSED, f))
        for f in ("pose", "title")
    )
    return LogStep(n=1, changes=changes, undone=undone)


def test_undo_brings_the_title_back_and_redo_takes_it_again() -> None:
    back = EditContext(shots=ShotList.of([POSED]), log=(_step(),))
    again = EditContext(shots=ShotList.of([SHOT]), log=(_step(undone=True),))

    assert apply([Undo()], back).shots == (SHOT,)
    assert apply([Redo()], again).shots == (POSED,)


@pytest.mark.parametrize(("keep", "title"), [((), SHOT.title), (("pose",), "")])
def test_a_version_brings_its_title_back_with_its_view_only(
    keep: tuple[str, ...], title: str
) -> None:
    fields = {f: getattr(SHOT, f) for f in ("framing", "angle", "pose", "title")}
    board = EditContext(
        shots=ShotList.of([POSED]), versions={"a": (ShotVersion(v=1, fields=fields),)}
    )
    restored = apply([RestoreVersion(shot="a", version=1, keep=keep)], board).shots[0]

    assert (restored.pose, restored.title) == ("seated" if keep else SHOT.pose, title)
