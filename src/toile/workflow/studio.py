"""Studio: the wired verbs, the one object that pages and the command line hold.

Every change of a board returns the new ``Board``, already stored. Knows no vendor.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from toile.domain.board import Board, Credit
from toile.domain.casting import Casting
from toile.domain.commands import Command
from toile.domain.drafts import Draft, DraftStatus
from toile.domain.errors import NotFound
from toile.domain.guidelines import Answer, Guideline
from toile.domain.ids import BoardId, BrandId, DraftId, TwinId
from toile.domain.looks import GarmentSpec
from toile.domain.twins import Twin
from toile.workflow.ask_drafts import AskDrafts
from toile.workflow.cast_shots import Candidate, CastShots, PanelDecision
from toile.workflow.change_parts import ChangeParts
from toile.workflow.contact_sheet import ContactSheet, Spread
from toile.workflow.draft_shot import DraftShot
from toile.workflow.explain import Why
from toile.workflow.find_material import FindMaterial
from toile.workflow.find_twins import FindTwins
from toile.workflow.find_ways import FindWays
from toile.workflow.hold_to_book import HoldToBook
from toile.workflow.house import House
from toile.workflow.listening import NOBODY, Listener
from toile.workflow.look_book import LookBook
from toile.workflow.moodboard import Moodboard
from toile.workflow.owner import Owner
from toile.workflow.owner_offers import OwnerOffers
from toile.workflow.plan_shots import PlanShots
from toile.workflow.ports import Boards, Drafts, Guidelines, Progress, Registry
from toile.workflow.price_board import PriceBoard
from toile.workflow.proposal import NOTHING, Proposal, Waits
from toile.workflow.publish import Publish
from toile.workflow.regions import RegionMap, Regions
from toile.workflow.release import Export, Release, Told, nobody
from toile.workflow.review import Review
from toile.workflow.revise import Revise
from toile.workflow.share import Sharing
from toile.workflow.show import Show
from toile.workflow.understand import Understand
from toile.workflow.values import BoardLine, DraftLine, unseen
from toile.workflow.verified import Verification
from toile.workflow.verify import Verify


@dataclass(frozen=True)
class Studio:
    """The verbs of the job."""

    understand: Understand
    plans: PlanShots
    casts: CastShots
    material: FindMaterial
    revise: Revise
    review: Review
    asks: AskDrafts
    draft_shot: DraftShot
    shows: Show
    verifies: Verify
    releases: Release
    shares: Sharing
    published: Publish
    owner: Owner
    offers: OwnerOffers
    looks: LookBook
    moods: Moodboard
    sheets: ContactSheet
    ways: FindWays
    finds: FindTwins
    house: House
    prices: PriceBoard
    parts: Regions
    changes: ChangeParts
    rules: HoldToBook
    reads: Callable[[bytes, str], str]
    why_blocked: Callable[[BrandId], str]
    _boards: Boards
    _registry: Registry
    _drafts: Drafts
    _guidelines: Guidelines

    def before(self, board: Board) -> Board | None:
        """Return the board before its last change, or ``None`` where nothing can be taken back."""
        return self._boards.board(board.id, board.undo_to[-1]) if board.undo_to else None

    def boards(self, brand: BrandId | None = None) -> tuple[BoardLine, ...]:
        """Return every board, newest change first."""
        return self._boards.listed(brand)

    def board(self, board_id: str) -> Board:
        """Return a board as it stands; raises ``NotFound``."""
        return self._boards.board(BoardId(board_id))

    def start(
        self, text: str, *, by: str, brand: BrandId | None = None, listener: Listener = NOBODY
    ) -> Board:
        """Read a brief onto a new board."""
        return self.understand.start(text, by=by, brand=brand, listener=listener)

    def read_file(self, data: bytes, name: str) -> str:
        """Return the text of a brief that came as a file; raises ``DocumentUnreadable``."""
        return self.reads(data, name)

    def answer(self, board: Board, about: str, answer: str, *, by: str) -> Board:
        """Answer one of the brief's questions."""
        return self.understand.answer(board, about, answer, by=by)

    def confirm(self, board: Board, *, by: str) -> Board:
        """Plan the shots, cite the brand's rules, cast the twins."""
        return self.plans(board, by=by)

    def mark_demo(self, board: Board) -> Board:
        """Mark a board as part of the sample world, once and for good."""
        return self.review.mark_demo(board)

    def propose(
        self, board: Board, message: str, listener: Listener = NOBODY, waits: Waits = NOTHING
    ) -> Proposal:
        """Say what a message would do; nothing is done."""
        return self.revise.propose(board, message, listener, waits)

    def plan(self, board: Board, message: str, commands: Sequence[Command]) -> Proposal:
        """Say what typed commands would do; nothing is done."""
        return self.revise.plan(board, message, commands)

    def apply(
        self, board: Board, proposal: Proposal, *, by: str, draws: Sequence[str] = ()
    ) -> Board:
        """Do what was proposed; ``draws`` are the shots to be drawn anew with it."""
        return self.revise.apply(board, proposal, by=by, draws=draws)

    def price(self, board: Board) -> tuple[str, ...]:
        """Say what a board costs, a line a person."""
        return self.prices(board)

    def undo(self, board: Board, *, by: str) -> Board:
        """Take the last edit back."""
        return self.revise.undo(board, by=by)

    def redo(self, board: Board, *, by: str) -> Board:
        """Do the last undone edit again."""
        return self.revise.redo(board, by=by)

    def edit_field(self, board: Board, shot: str, field: str, value: object, *, by: str) -> Board:
        """Set one field of one shot."""
        return self.revise.edit_field(board, shot, field, value, by=by)

    def decide(self, board: Board) -> tuple[PanelDecision, ...]:
        """Decide every shot for the board's use, today."""
        return self.casts.decisions(board)

    def casting(self, board: Board, shot: str) -> Casting:
        """Decide one shot."""
        return self.casts.casting(board, board.panel(shot))

    def why(self, board: Board, shot: str) -> Why:
        """Return everything behind a shot's decision."""
        return self.casts.why(board, board.panel(shot))

    def candidates(self, board: Board, shot: str) -> tuple[Candidate, ...]:
        """Return the twins for a shot, best and cleared first."""
        return self.casts.candidates(board, board.panel(shot))

    def cast(self, board: Board, shots: Sequence[str], twin: str, *, by: str) -> Board:
        """Put a twin into shots."""
        return self.plans.cast(board, shots, TwinId(twin), by=by)

    def remedy(self, board: Board, shot: str, number: int, *, by: str) -> Board:
        """Carry out one of the remedies of a refused shot."""
        return self.plans.remedy(board, shot, number, by=by)

    def draft(
        self, board: Board, shots: Sequence[str] = (), *, by: str, interactive: bool = True,
        since: Board | None = None,
    ) -> tuple[DraftStatus, ...]:  # fmt: skip
        """Ask for the pictures of shots, also of versions since, or of all that have none."""
        return self.asks(board, shots, by=by, interactive=interactive, since=since)

    def draft_here(self, board: Board, shot: str, *, by: str) -> Draft:
        """Draft one shot in this process instead of the worker, by the same door."""
        return self.asks.here(board, shot, by=by)

    def statuses(self, board: Board) -> tuple[DraftStatus, ...]:
        """Return where each draft of a board stands."""
        return self.asks.jobs.statuses(board.id)

    def cancel(self, draft: str) -> None:
        """Stop a draft within one step."""
        self.asks.jobs.cancel(DraftId(draft))

    def drafts(self, board: Board) -> tuple[DraftLine, ...]:
        """Return the finished drafts of a board."""
        return self._drafts.listed(board=board.id)

    def draft_of(self, draft: str) -> Draft:
        """Return a finished draft; raises ``NotFound``."""
        found = self._drafts.draft(DraftId(draft))
        if found is None:
            raise NotFound("There is no such draft on file.")
        return found

    def picture(self, draft: str, size: str) -> tuple[bytes, str]:
        """Return the bytes and media type of a draft that may be shown."""
        return self.shows.picture(DraftId(draft), size)

    def forming(self, draft: str) -> tuple[bytes, str] | None:
        """Return the picture as it forms, marked, or ``None``."""
        return self.shows.forming(DraftId(draft))

    def regions(self, draft: str) -> RegionMap:
        """Return the named parts of a picture."""
        return self.parts.of(draft)

    def spread(self, board: Board) -> Spread:
        """Measure how unlike the pictures of a board are."""
        return self.sheets.spread(board)

    def garments(self, board: Board, shot: str, version: int) -> tuple[GarmentSpec, ...]:
        """Return what is worn in a version of a shot."""
        return self.shows.garments(board.panel(shot), version)

    def why_not_painted(self, board: Board) -> str:
        """Say why drafts are blocked and not painted here, and what would change that."""
        return self.why_blocked(board.brand)

    def lighting_diagram(self, board: Board, shot: str) -> str:
        """Return the light plan of a shot as SVG."""
        return self.shows.lighting_diagram(board.panel(shot))

    def star(self, board: Board, shot: str, version: int, *, by: str) -> Board:
        """Star a version, or take the star away."""
        return self.review.star(board, shot, version, by=by)

    def restore(self, board: Board, shot: str, version: int, *, by: str) -> Board:
        """Show an earlier version again."""
        return self.review.restore(board, shot, version, by=by)

    def comment(
        self, board: Board, shot: str, version: int, text: str, *,
        by: str, x: float | None = None, y: float | None = None,
    ) -> Board:  # fmt: skip
        """Pin a note to a version."""
        return self.review.comment(board, shot, version, text, by=by, x=x, y=y)

    def settle(self, board: Board, shot: str, comment: str, *, by: str) -> Board:
        """Mark a comment done, or open again."""
        return self.review.settle(board, shot, comment, by=by)

    def verdict(
        self, board: Board, shot: str, version: int, answer: str, *, by: str, reason: str = ""
    ) -> Board:
        """Approve, ask for changes, or reject; bound to the picture."""
        return self.review.verdict(board, shot, version, answer, by=by, reason=reason)

    def reorder(self, board: Board, order: Sequence[str], *, by: str) -> Board:
        """Put the shots in another order."""
        return self.review.reorder(board, tuple(order), by=by)

    def credit(self, board: Board, credits: Sequence[Credit], *, by: str) -> Board:
        """Keep the names of the crew with the board."""
        return self.review.credit(board, credits, by=by)

    def verify(self, data: bytes) -> Verification:
        """Say whether a found picture, page, deck or archive is ours, and what it may do today."""
        return self.verifies(data)

    def export(self, board: Board, form: str, *, by: str, told: Told = nobody) -> Export:
        """Release a board as a file: decided again, read back, recorded."""
        return self.releases(board, form, by=by, told=told)

    def twins(self) -> tuple[Twin, ...]:
        """Return everybody on file."""
        return self._registry.twins()

    def twin_drafts(self, twin: str) -> tuple[DraftLine, ...]:
        """Return the pictures drawn with a twin."""
        return self._drafts.listed(twin=TwinId(twin))

    def guidelines(self, brand: str) -> tuple[Guideline, ...]:
        """Return a brand's books."""
        return self._guidelines.listed(brand)

    def book(self, document: str) -> bytes:
        """Return a guideline's own file; raises ``NotFound``."""
        return self._guidelines.source(document)

    def add_guideline(
        self, data: bytes, name: str, brand: str, progress: Progress = unseen
    ) -> Guideline:
        """Add a book, or replace the one of that name; ``progress`` hears the share done."""
        return self._guidelines.add(data, name, brand, progress)

    def ask_guideline(self, question: str, brand: str) -> Answer:
        """Ask the books; "not in the book" is an answer."""
        return self._guidelines.answer(question, brand)
