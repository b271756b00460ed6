"""Board: the shots, their numbered versions as a tree, comments and verdicts.

Every edit makes a new ``Board`` with the next ``revision``; storing one is one transaction, so a
board is never half changed. Undo moves the content back and the revision forward.
"""

from collections.abc import Iterable
from datetime import datetime
from typing import Literal, Self

from toile.domain.brief import LICENCES, Brief, Usage
from toile.domain.errors import CommandRefused
from toile.domain.ids import BoardId, BrandId, ShotId, TwinId
from toile.domain.part_edits import PartEdits
from toile.domain.shots import Shot, ShotList
from toile.domain.twins import NoTwin
from toile.domain.values import Value

Stage = Literal["briefing", "planning", "drafting"]
MOST_UNDONE = 200


class Version(Value):
    """One numbered state of a shot; ``parent`` is the version it was made from.

    ``cast`` are the twins in it. Its draft is on file under board, shot and number.
    """

    number: int
    parent: int | None
    shot: Shot
    cast: tuple[TwinId | NoTwin, ...] = ()
    seed: int = 7
    style: str = "colour"
    what: str
    by: str
    at: datetime
    starred: bool = False
    # With edits, only named parts of an earlier picture are made anew.
    edits: PartEdits | None = None


class Comment(Value):
    """A note pinned at ``x, y`` (0 to 1 from the top left) of one version, or on the shot."""

    id: str
    version: int
    by: str
    at: datetime
    text: str
    x: float | None = None
    y: float | None = None
    done: bool = False
    # The review link it came by, where it came by one.
    via: str = ""


class Verdict(Value):
    """Approved, or asked to change, by whom; bound to the picture that was looked at."""

    version: int
    answer: Literal["approved", "changes", "rejected"]
    by: str
    at: datetime
    image: str
    reason: str = ""
    via: str = ""


class Panel(Value):
    """One shot on the board with all its versions; ``current`` is the one shown.

    ``made`` is the highest number ever given, undone versions included, so that a number never
    means two pictures.
    """

    id: ShotId
    versions: tuple[Version, ...]
    current: int
    made: int = 1
    comments: tuple[Comment, ...] = ()
    verdicts: tuple[Verdict, ...] = ()

    @property
    def now(self) -> Version:
        """Return the version shown."""
        return self.version(self.current)

    def version(self, number: int) -> Version:
        """Return a version by the number people see, or refuse by name."""
        for version in self.versions:
            if version.number == number:
                return version
        raise CommandRefused(f"This shot has no version {number}.")

    def with_version(self, version: Version) -> Self:
        """Return the panel with a new version, shown."""
        return self.model_copy(
            update={
                "versions": (*self.versions, version),
                "current": version.number,
                "made": max(self.made, version.number),
            }
        )

    def carrying(self, later: "Panel") -> Self:
        """Return the panel with the notes of a later state: undo never loses what people said."""
        stars = {version.number for version in later.versions if version.starred}
        versions = tuple(
            version.model_copy(update={"starred": version.number in stars})
            for version in self.versions
        )
        return self.model_copy(
            update={
                "versions": versions,
                "comments": later.comments,
                "verdicts": later.verdicts,
                "made": max(self.made, later.made),
            }
        )

    def with_changed(self, version: Version) -> Self:
        """Return the panel with one version's facts replaced, numbers and order kept."""
        versions = tuple(version if v.number == version.number else v for v in self.versions)
        return self.model_copy(update={"versions": versions})


class Turn(Value):
    """One thing said in the conversation, by a person or by the studio."""

    by: Literal["you", "toile"]
    name: str = ""
    text: str
    at: datetime
    steps: tuple[str, ...] = ()
    # What was left as it was, said beside what was done.
    stays: str = ""
    kind: Literal["said", "plan", "refusal", "question", "error"] = "said"
    shots: tuple[ShotId, ...] = ()
    # Whose pictures are drawn anew with it; after a kill in between, the page asks for them again.
    draws: tuple[ShotId, ...] = ()


class Credit(Value):
    """Somebody of the crew: Toile plans shoots with people and keeps their names."""

    role: str
    name: str
    contact: str = ""


class Board(Value):
    """A campaign on one wall."""

    type: Literal["Board.1"] = "Board.1"
    id: BoardId
    revision: int = 1
    title: str
    brand: BrandId
    stage: Stage = "briefing"
    brief: Brief | None = None
    usage: Usage = Usage()
    panels: tuple[Panel, ...] = ()
    talk: tuple[Turn, ...] = ()
    what: str = "Started"
    by: str = ""
    at: datetime
    # Revisions to go back to and forward to, newest last.
    undo_to: tuple[int, ...] = ()
    redo_to: tuple[int, ...] = ()
    # The revision whose content this one shows: itself, save after an undo or redo.
    content_of: int = 1
    demo: bool = False
    credits: tuple[Credit, ...] = ()

    @property
    def shots(self) -> ShotList:
        """Return the shots as they stand, in order."""
        return ShotList.of(panel.now.shot for panel in self.panels)

    @property
    def unknown_house(self) -> str | None:
        """Return the house that the brief names, while it is open whose board this is."""
        asked = self.brief is not None and any(q.about == LICENCES for q in self.brief.questions)
        return self.brief.brand if self.brief and asked else None

    @property
    def shelf(self) -> str:
        """Return the house whose books speak for this board: never another's for an unknown one."""
        return self.unknown_house or self.brand

    def panel(self, shot: str) -> Panel:
        """Return the panel of a shot, or refuse by name."""
        for panel in self.panels:
            if panel.id == shot:
                return panel
        raise CommandRefused(f"There is no shot {shot!r} on this board.")

    def with_panel(self, changed: Panel) -> Self:
        """Return the board with one panel replaced."""
        self.panel(changed.id)
        panels = tuple(changed if p.id == changed.id else p for p in self.panels)
        return self.model_copy(update={"panels": panels})

    def with_panels(self, panels: Iterable[Panel]) -> Self:
        """Return the board with these panels, their shots renumbered in order."""
        return self.model_copy(update={"panels": tuple(_renumbered(panels))})

    def next(self, what: str, by: str, at: datetime, **changes: object) -> Self:
        """Return the next revision: an edit that can be undone."""
        revision = self.revision + 1
        return self.model_copy(
            update={
                **changes,
                "revision": revision,
                "content_of": revision,
                "undo_to": (*self.undo_to, self.content_of)[-MOST_UNDONE:],
                "redo_to": (),
                "what": what,
                "by": by,
                "at": at,
            }
        )

    def noted(self, at: datetime, **changes: object) -> Self:
        """Return the next revision for talk, stars and comments: nothing that undo takes back."""
        return self.model_copy(update={**changes, "revision": self.revision + 1, "at": at})

    def with_turns(self, *turns: Turn) -> Self:
        """Return the board with more said."""
        return self.model_copy(update={"talk": (*self.talk, *turns)})


def _renumbered(panels: Iterable[Panel]) -> Iterable[Panel]:
    for no, panel in enumerate(panels, start=1):
        now = panel.now
        yield panel.with_changed(now.model_copy(update={"shot": now.shot.with_(no=no)}))
