"""The one door out: decide again, gather, write, read the file back, record. Fails closed.

A shot that may not leave is left out and said so; it never stops the others. A file whose pictures
do not read back as ours is never handed over.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from contextlib import AbstractContextManager, ExitStack, suppress
from dataclasses import dataclass, field
from functools import partial
from io import SEEK_END
from typing import BinaryIO

from toile.domain.board import Board, Panel
from toile.domain.casting import Casting
from toile.domain.drafts import Draft
from toile.domain.errors import BadInput, MarkFailed, ServiceUnavailable
from toile.domain.ids import DraftId
from toile.domain.ledger import LedgerFact
from toile.domain.twins import NoTwin
from toile.workflow.cast_shots import CastShots
from toile.workflow.contact_sheet import Spread
from toile.workflow.count_units import Aside, CountUnits
from toile.workflow.leaving import Leaving, outside_name
from toile.workflow.ports import Clock, Drafts, Exporter, Images, Marker
from toile.workflow.sheet_facts import cast_lines, variety_line
from toile.workflow.values import ExportForm, Sheet, SheetPanel

Told = Callable[[int], None]
# A turn lasts as long as the block; who waits hears again and again how many come first.
Turns = Callable[[Told], AbstractContextManager[None]]


def nobody(_before: int) -> None:
    """Wait for a turn and tell nobody."""


@dataclass(frozen=True)
class Export:
    """A released file, read from its start and gone once closed.

    ``size`` is in bytes; ``left_out`` says which shots are not in it, and why.
    """

    name: str
    form: ExportForm
    file: BinaryIO = field(repr=False)
    size: int
    shots: int
    left_out: tuple[str, ...]


@dataclass(frozen=True)
class Release:
    """Hand out a board as a file."""

    casts: CastShots
    drafts: Drafts
    images: Images
    marker: Marker
    clock: Clock
    exporters: Mapping[str, Exporter]
    studio: str
    units: CountUnits
    # The languages of the markets, ISO 639-1, for the label that is owed by now.
    languages: Callable[[Sequence[str]], tuple[str, ...]]
    spread: Callable[[Board], Spread]
    turns: Turns
    # A new file that nobody else can open.
    blank: Callable[[], BinaryIO]

    @property
    def leaving(self) -> Leaving:
        """Return the question every way out asks."""
        return Leaving(self.casts, self.languages)

    def __call__(self, board: Board, form: str, *, by: str, told: Told = nobody) -> Export:
        """Return the file; raises ``MarkFailed`` when a picture in it does not read back.

        ``told`` hears how many files come first, and leaves the line by raising.
        """
        exporter = self.exporters.get(form)
        if exporter is None:
            raise BadInput(
                f"There is no export as {form!r}.", hint=f"Choose {', '.join(self.exporters)}."
            )
        with self.turns(told):
            return self._made(board, exporter, form, by)

    def _made(self, board: Board, exporter: Exporter, form: str, by: str) -> Export:
        with ExitStack() as unless_whole, self.units.aside("export") as aside:
            # A list holds no picture: it uses up none, and none of them is said to have left.
            sheet, casts = self._sheet(board, by, aside if exporter.form.carries else None)
            file = self.blank()
            unless_whole.callback(_drop, file)
            size = _written(exporter, sheet, file)
            if exporter.form.carries:
                self._read_back(exporter, file, sheet)
                aside.record(self._facts(board, sheet, casts, form, by))
            else:
                aside.record([self._list_fact(board, sheet, form, by)])
            unless_whole.pop_all()
        file.seek(0)
        return Export(
            name=f"{_slug(board.title)}{exporter.form.suffix}",
            form=exporter.form,
            file=file,
            size=size,
            shots=sum(p.picture is not None for p in sheet.panels) if exporter.form.carries else 0,
            left_out=tuple(
                f"Shot {panel.shot.no}: {panel.say}"
                for panel in sheet.panels
                if panel.picture is None
            ),
        )

    def _sheet(
        self, board: Board, by: str, aside: Aside | None
    ) -> tuple[Sheet, dict[str, Casting]]:
        lines = {(line.shot, line.version): line for line in self.drafts.listed(board=board.id)}
        panels: list[SheetPanel] = []
        castings: dict[str, Casting] = {}
        for panel in board.panels:
            line = lines.get((panel.id, panel.current))
            draft = self.drafts.draft(line.id) if line and line.state == "finished" else None
            casting = self._decided(board, panel, draft)
            castings[panel.id] = casting
            withdrawn = line.reason if line else ""
            if draft is None and not withdrawn:
                withdrawn = self._undrafted(board, panel)
            if draft is not None and not self.leaving.labelled(board, draft):
                draft, withdrawn = None, "The label owed by now is not on it: draft it again."
            if draft and aside and not self._counted(casting, draft, aside):
                draft, withdrawn = None, "Its licence has no picture left: the last one was taken."
            panels.append(self._panel(panel, draft, casting, withdrawn))
        twins = tuple({role.twin for casting in castings.values() for role in casting.roles})
        used = {name for casting in castings.values() for name in self.casts.licences_of(casting)}
        licences = self.casts.registry.licences(twins)
        sheet = Sheet(
            title=board.title,
            brand=board.brand,
            board=board.id,
            usage=board.usage,
            panels=tuple(panels),
            licences=tuple(licence for licence in licences if licence.id in used),
            label=f"Drafts by {self.studio}. Not for use.{' Demo.' if board.demo else ''}",
            made_on=self.clock.now().date().isoformat(),
            by=outside_name(by, self.studio),
            brief=board.brief,
            credits=board.credits,
            cast=cast_lines(board, castings, self.casts.registry.twins()),
            variety=variety_line(board, self.spread(board)),
        )
        return sheet, castings

    def _decided(self, board: Board, panel: Panel, draft: Draft | None) -> Casting:
        if draft is not None:
            return self.leaving.casting(board, draft)
        shot = panel.now.shot
        return self.casts.casting_of(shot, brand=board.brand, usage=board.usage, action="export")

    def _undrafted(self, board: Board, panel: Panel) -> str:
        """Return why there is no picture: nobody to cast, drafting is refused, or not yet."""
        nobody = [one.reason for one in panel.now.cast if isinstance(one, NoTwin)]
        shot = panel.now.shot
        drafting = self.casts.casting_of(
            shot, brand=board.brand, usage=board.usage, action="generate"
        )
        refused = "" if drafting.clear() else self.casts.headline(drafting)
        return " ".join(nobody) or refused or "Not drafted yet."

    def _counted(self, casting: Casting, draft: Draft, aside: Aside) -> bool:
        """Set units aside for a picture that may leave; one that may not takes none."""
        if casting.clear() is None:
            return True
        used = set(self.casts.licences_of(casting))
        licences = self.casts.registry.licences(tuple(role.twin for role in casting.roles))
        return aside.take([licence for licence in licences if licence.id in used], draft.id)

    def _panel(
        self, panel: Panel, draft: Draft | None, casting: Casting, withdrawn: str
    ) -> SheetPanel:
        may = casting.clear() is not None
        say = self.casts.headline(casting) if not may else ""
        if draft is None:
            say = withdrawn
        approved = [v for v in panel.verdicts if v.version == panel.current]
        names = ", ".join(role.name for role in casting.roles)
        return SheetPanel(
            shot=panel.now.shot,
            version=panel.current,
            picture=partial(self.images.get, draft.image.image) if draft and may else None,
            draft=draft.id if draft and may else None,
            say=say,
            credit=f"Digital twin of {names}" if names else "",
            approved=f"{approved[-1].answer} by {approved[-1].by}" if approved else "",
        )

    def _read_back(self, exporter: Exporter, file: BinaryIO, sheet: Sheet) -> None:
        """Read the marks and credentials of the finished file, not of what went into it."""
        wanted = {_mark(panel.draft) for panel in sheet.panels if panel.draft}
        file.seek(0)
        found = self._marks_in(exporter.pictures(file), tuple(wanted))
        if wanted - found:
            raise MarkFailed(
                "A picture in the file lost its mark on the way, so the file was not handed over.",
                hint="Try another format.",
            )

    def _marks_in(self, pictures: Iterable[bytes], issued: tuple[int, ...]) -> set[int]:
        readings = (self.marker.read(picture, issued) for picture in pictures)
        return {
            reading.mark_id
            for reading in readings
            if reading.mark_id is not None
            and reading.manifest is not None
            and reading.manifest.state != "altered"
        }

    def _facts(
        self, board: Board, sheet: Sheet, castings: dict[str, Casting], form: str, by: str
    ) -> list[LedgerFact]:
        return [
            self._fact(board, panel, castings[panel.shot.id], form, by)
            for panel in sheet.panels
            if panel.draft is not None
        ]

    def _list_fact(self, board: Board, sheet: Sheet, form: str, by: str) -> LedgerFact:
        return LedgerFact(
            what="list exported",
            at=self.clock.now(),
            by=by,
            brand=board.brand,
            licences=tuple(licence.id for licence in sheet.licences),
            board=board.id,
            say=f"Exported as {form}, without pictures.",
        )

    def _fact(
        self, board: Board, panel: SheetPanel, casting: Casting, form: str, by: str
    ) -> LedgerFact:
        grounds = [g for role in casting.roles for g in role.decision.grounds]
        return LedgerFact(
            what="exported",
            at=self.clock.now(),
            by=by,
            brand=board.brand,
            twins=tuple(role.twin for role in casting.roles),
            licences=self.casts.licences_of(casting),
            clauses=tuple(dict.fromkeys(g.clause for g in grounds if g.clause)),
            board=board.id,
            shot=panel.shot.id,
            draft=panel.draft,
            action="export",
            outcome="permitted",
            reason="OK",
            say=f"Exported as {form}.",
            decisions=tuple(role.decision.digest() for role in casting.roles),
        )


def _written(exporter: Exporter, sheet: Sheet, file: BinaryIO) -> int:
    """Write the file and return its size in bytes."""
    try:
        exporter.export(sheet, file)
        file.flush()
        return file.seek(0, SEEK_END)
    except OSError as error:
        raise ServiceUnavailable(
            "The file could not be written, and nothing left the house.",
            hint=f"Free some space in the data folder. The system said: {error.strerror or error}.",
        ) from error


def _drop(file: BinaryIO) -> None:
    # What was still to be written has no room on a full disk, and is not wanted any more.
    with suppress(OSError):
        file.close()


def _mark(draft: DraftId) -> int:
    return int(draft[:16], 16)


def _slug(title: str) -> str:
    kept = "".join(char if char.isalnum() else "-" for char in title.casefold())
    return "-".join(part for part in kept.split("-") if part)[:60] or "board"
