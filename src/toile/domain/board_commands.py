"""Commands about the board as a whole: history, versions, drafts, questions, rights, fees."""

from collections.abc import Iterable
from datetime import date as Day  # noqa: N812 - matches the other values
from typing import Literal

from pydantic import Field

from toile.domain import history
from toile.domain.command_base import BaseCommand, Shots, named
from toile.domain.editing import EditContext, FieldValue, said, with_fields
from toile.domain.shots import Shot, ShotList

# So many pictures of one shot can be looked at side by side.
MOST_VARIATIONS = 6


class Undo(BaseCommand):
    """Take back the last steps of the log, or only what ``shot`` and ``fields`` name of
    the last.
    """

    do: Literal["undo"] = "undo"
    steps: int = 1
    shot: str | None = None
    fields: tuple[str, ...] = ()

    def change(self, shots: ShotList, context: EditContext) -> ShotList:
        return history.undone(shots, context.log, self.steps, self.shot, self.fields)

    def words(self, context: EditContext) -> str:
        what = f" the {', '.join(map(said, self.fields))}" if self.fields else ""
        where = f" of {named((self.shot,), context)}" if self.shot else ""
        if not (what or where or self.steps > 1):
            return f"Undo{self._last_change(context)}"
        return f"Undo{what}{where}" + (f", {self.steps} steps" if self.steps > 1 else "")

    def _last_change(self, context: EditContext) -> str:
        """Say which shots that are still there the last step changed."""
        last = next((step for step in reversed(context.log) if not step.undone), None)
        changed = {change.shot for change in last.changes} if last else set()
        shots = tuple(shot.id for shot in context.shots.shots if shot.id in changed)
        return f" the last change to {named(shots, context)}" if shots else ""


class Redo(BaseCommand):
    """Do again what was taken back."""

    do: Literal["redo"] = "redo"
    steps: int = 1

    def change(self, shots: ShotList, context: EditContext) -> ShotList:
        return history.redone(shots, context.log, self.steps)

    def words(self, context: EditContext) -> str:
        return "Redo" + (f" {self.steps} steps" if self.steps > 1 else "")


class RestoreVersion(BaseCommand):
    """Bring back a version of a shot; ``keep`` fields stay, ``items`` are garments that stay.

    What of that version is in ``instead`` gives way to them.
    ``fields`` limits what comes back; empty means everything that was recorded.
    """

    do: Literal["restore_version"] = "restore_version"
    shot: str
    version: int
    keep: tuple[str, ...] = ()
    items: tuple[str, ...] = ()
    instead: tuple[str, ...] = ()
    fields: tuple[str, ...] = ()

    def change(self, shots: ShotList, context: EditContext) -> ShotList:
        version = context.version(self.shot, self.version)
        restored = history.restored(
            shots.shot(self.shot),
            version,
            keep=self.keep,
            items=self.items,
            instead=self.instead,
            only=self.fields,
        )
        return shots.with_shot(restored)

    def words(self, context: EditContext) -> str:
        kept = ", ".join((*map(said, self.keep), *self.items))
        what = f" only its {', '.join(map(said, self.fields))}" if self.fields else ""
        return f"{named((self.shot,), context)}: back to version {self.version}{what}" + (
            f", keeping {kept}" if kept else ""
        )


class SetBrief(BaseCommand):
    """Change a fact of the brief; the studio carries it out."""

    do: Literal["set_brief"] = "set_brief"
    field: str
    value: str | Day | tuple[str, ...] | None
    mode: Literal["set", "add", "remove"] = "set"

    def words(self, context: EditContext) -> str:
        given = self.value if isinstance(self.value, tuple) else (self.value,)
        value = None if self.value is None else self._said(given, context)
        if value is None:
            return f"Brief: {said(self.field)} left open"
        if self.mode == "set":
            return f"Brief: {said(self.field)} becomes {value}"
        goes = "added to" if self.mode == "add" else "taken out of"
        return f"Brief: {value} {goes} {said(self.field)}"

    def _said(self, given: Iterable[object], context: EditContext) -> str:
        """Say the values; a market by its name."""
        names = context.places if self.field.startswith("markets") else {}
        return ", ".join(names.get(str(one), str(one)) for one in given)


class Draft(BaseCommand):
    """Draw the named shots, or all."""

    do: Literal["draft"] = "draft"
    shots: Shots = ()

    def words(self, context: EditContext) -> str:
        return f"Draft {named(self.shots, context) if self.shots else 'all shots'}"


class Redraft(BaseCommand):
    """Draw the named shots again, with another or a given seed."""

    do: Literal["redraft"] = "redraft"
    shots: Shots = ()
    seed: int | None = None

    def words(self, context: EditContext) -> str:
        return f"Draft {named(self.shots, context) if self.shots else 'all shots'} again"


class Vary(BaseCommand):
    """Ask for variations of a shot, from 0 (hardly) to 1 (freely)."""

    do: Literal["vary"] = "vary"
    shot: str
    strength: float = Field(default=0.5, ge=0, le=1)
    count: int = Field(default=1, ge=1, le=MOST_VARIATIONS)

    def words(self, context: EditContext) -> str:
        many = "A variation" if self.count == 1 else f"{self.count} variations"
        return f"{many} of {named((self.shot,), context)}"


class AlsoVersion(BaseCommand):
    """Add one more version beside the new one: the shot as it was, with other fields set."""

    do: Literal["also_version"] = "also_version"
    shot: str
    fields: tuple[tuple[str, FieldValue], ...]

    def made_of(self, shot: Shot) -> Shot:
        """Return the shot of that version; raises ``CommandRefused`` where a field is locked."""
        return with_fields(shot, dict(self.fields))

    def change(self, shots: ShotList, context: EditContext) -> ShotList:
        self.made_of(context.shots.shot(self.shot))
        return shots

    def words(self, context: EditContext) -> str:
        told = [
            f"{said(field)} {', '.join(value) if isinstance(value, tuple) else value or 'empty'}"
            for field, value in self.fields
            if value or field != "title"  # A version without a title is called by its pose.
        ]
        return f"{named((self.shot,), context)}, one more version: {', '.join(told)}"


class AskGuideline(BaseCommand):
    """Ask the brand's book."""

    do: Literal["ask_guideline"] = "ask_guideline"
    text: str

    def words(self, context: EditContext) -> str:
        return f"Ask the brand's guideline: {self.text}"


class CheckRights(BaseCommand):
    """Decide the rights of the named shots, or all; ``text`` may tell of another use or person."""

    do: Literal["check_rights"] = "check_rights"
    shots: Shots = ()
    text: str = ""

    def words(self, context: EditContext) -> str:
        return f"Check the rights of {named(self.shots, context) if self.shots else 'all shots'}"


class AskCast(BaseCommand):
    """Ask who may be in the named shots, or in all; ``text`` may tell of the person and the use."""

    do: Literal["ask_cast"] = "ask_cast"
    shots: Shots = ()
    text: str = ""

    def words(self, context: EditContext) -> str:
        return f"Say who may be in {named(self.shots, context) if self.shots else 'all shots'}"


class Quote(BaseCommand):
    """Work out the fees."""

    do: Literal["quote"] = "quote"

    def words(self, context: EditContext) -> str:
        return "Quote the fees for this board"
