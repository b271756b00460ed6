"""What an edit may look at: the board, its log, its versions and what was last spoken of.

Knows nothing of words; ``commands`` change these values, the interpreter chooses the commands.
"""

from collections.abc import Mapping
from datetime import date as Day  # noqa: N812 - the field is called "today"

from toile.domain.errors import CommandRefused
from toile.domain.ids import ShotId
from toile.domain.shots import Reason, Shot, ShotList
from toile.domain.values import Value

FieldValue = str | int | tuple[str, ...] | None
LISTS = ("garments", "props", "talent", "products", "must_not")
FIXED = ("id", "no", "reasons")
VIEW = ("framing", "angle", "pose")
_TELL_APART = ("set", "light", "garments")
WORDS_FOR = {
    "aspect": "ratio",
    "talent": "talent",
    "kind": "kind",
    "copy_space": "space for copy",
    "make_up": "make-up",
    "movement": "camera movement",
    "seconds": "length in seconds",
    "set": "set",
}


class LoggedChange(Value):
    """One field before and after."""

    shot: str
    field: str
    before: FieldValue = None
    after: FieldValue = None


class LogStep(Value):
    """One step of the board, old to new; ``undone`` was taken back and can be redone."""

    n: int
    changes: tuple[LoggedChange, ...] = ()
    deleted: tuple[Shot, ...] = ()
    order_before: tuple[str, ...] = ()
    undone: bool = False


class ShotVersion(Value):
    """A numbered snapshot of a shot; only the fields that were recorded."""

    v: int
    fields: dict[str, FieldValue] = {}
    current: bool = False


class EditContext(Value):
    """Everything a message may refer to. ``twins`` is ``None`` where nobody told who is cleared.

    ``live`` are the first and the last day on which the pictures are seen, where they are known.
    """

    shots: ShotList
    versions: dict[str, tuple[ShotVersion, ...]] = {}
    log: tuple[LogStep, ...] = ()
    last_mentioned: str | None = None
    before: str | None = None
    twins: tuple[str, ...] | None = None
    brief_note: str | None = None
    live: tuple[Day | None, Day | None] = (None, None)
    today: Day | None = None
    # What people call a territory, by its code.
    places: Mapping[str, str] = {}

    def version(self, shot_id: str, number: int) -> ShotVersion:
        """Return a recorded version of a shot, or refuse by name."""
        known = self.versions.get(shot_id, ())
        for version in known:
            if version.v == number and not version.current:
                return version
        no = self.shots.shot(shot_id).no
        raise CommandRefused(
            f"Shot {no} has no version {number} to go back to.", hint=_versions_hint(known)
        )


def _versions_hint(known: tuple[ShotVersion, ...]) -> str:
    earlier = [str(version.v) for version in known if not version.current]
    return f"Recorded: {', '.join(earlier)}." if earlier else "Only this version is recorded."


def value_of(shot: Shot, field: str) -> FieldValue:
    """Return what a shot has in a field that can be changed, or refuse the field by name."""
    if field in FIXED or field not in Shot.model_fields:
        raise CommandRefused(f"A shot has no {field!r} to change.")
    value: FieldValue = getattr(shot, field)
    return value


def with_field(shot: Shot, field: str, value: FieldValue) -> Shot:
    """Return the shot with one field set, or refuse a locked, unknown or wrongly typed one."""
    return with_fields(shot, {field: value})


def with_fields(shot: Shot, values: Mapping[str, FieldValue]) -> Shot:
    """Return the shot with several fields set in one change; a title that is not among them
    goes with the view that it names.
    """
    changed = shot
    for field, value in values.items():
        changed = _set(changed, field, value)
    return changed if "title" in values else _retitled(shot, changed)


def _set(shot: Shot, field: str, value: FieldValue) -> Shot:
    value_of(shot, field)
    if field in shot.locked:
        raise CommandRefused(
            f"The {said(field)} of shot {shot.no} is locked.", hint="Unlock it first."
        )
    try:
        return shot.with_(**{field: value})
    except ValueError as error:
        raise CommandRefused(f"{value!r} is not a {said(field)} a shot can have.") from error


def named_by_hand(shot: Shot) -> Shot:
    """Return the shot with its title noted as one that somebody gave it: such a title stays."""
    others = tuple(reason for reason in shot.reasons if reason.field != "title")
    return shot.with_(reasons=(*others, _given(shot.title)) if shot.title else others)


def _given(title: str) -> Reason:
    # By its words: a title that an undo brings back is the planned one again.
    return Reason(field="title", because=f"It was named “{title}”.")


def _retitled(before: Shot, after: Shot) -> Shot:
    """Return a shot without a title that names another view, or told apart by what is there now."""
    title = before.title
    if not title or "title" in before.locked or _given(title) in before.reasons:
        return after
    if any(getattr(before, field) != getattr(after, field) for field in VIEW):
        return after.with_(title="")
    for field in _TELL_APART:
        told, now = f", {_first(before, field)}", _first(after, field)
        if title.endswith(told) and now != _first(before, field):
            return after.with_(title=title.removesuffix(told) + (f", {now}" if now else ""))
    return after


def _first(shot: Shot, field: str) -> str:
    value = getattr(shot, field)
    return (value[0] if value else "") if isinstance(value, tuple) else value or ""


def free_id(shots: ShotList, wish: str) -> ShotId:
    """Return ``wish`` or the first of ``wish-2``, ``wish-3`` ... that no shot carries."""
    taken = {shot.id for shot in shots.shots}
    if wish not in taken:
        return ShotId(wish)
    number = 2
    while f"{wish}-{number}" in taken:
        number += 1
    return ShotId(f"{wish}-{number}")


def said(field: str) -> str:
    """Return the word a person uses for a field."""
    return WORDS_FOR.get(field, field.replace("_", " "))
