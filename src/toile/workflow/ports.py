"""Every seam of the studio, on one page. Read this first.

Each port has one to four methods in the words of the job. An adapter translates between one of
these and one technology; ``bootstrap`` chooses; the verbs beside this file hold nothing else.
"""

from collections.abc import Callable, Collection, Iterator, Sequence
from datetime import date, datetime
from typing import BinaryIO, Literal, Protocol

from toile.domain.blocking import Blocking
from toile.domain.board import Board
from toile.domain.brief import Brief
from toile.domain.commands import EditAnswer, EditContext
from toile.domain.consent import Consent
from toile.domain.drafts import Draft, DraftRequest, DraftStatus, State, Step
from toile.domain.guidelines import Answer, Guideline, Rule
from toile.domain.ids import BoardId, DraftId, ImageHash, LicenceId, TwinId
from toile.domain.ledger import LedgerEntry, LedgerFact
from toile.domain.licences import Licence
from toile.domain.maps import Mask
from toile.domain.marking import Marked, MarkFacts, MarkReading
from toile.domain.marks import ManifestReading
from toile.domain.painting import (
    Drift,
    GeneratorAbility,
    KeptLikeness,
    Likeness,
    LikenessKind,
    Painted,
    PaintRequest,
    Reference,
    TwinWeights,
)
from toile.domain.people import Person
from toile.domain.pictures import Picture
from toile.domain.rights import LicenceState, World
from toile.domain.rules import Known
from toile.domain.sharing import Share
from toile.domain.shots import ShotList
from toile.domain.twins import Twin
from toile.workflow.listening import NOBODY, Listener
from toile.workflow.values import BoardLine, DraftLine, ExportForm, Maps, RendererAbility, Sheet

Progress = Callable[[float, str], None]
Stopped = Callable[[], bool]
# The request's id, the share done and the picture forming; whoever shows it marks it first.
Preview = Callable[[str, float, Picture], None]


class Clock(Protocol):
    """Time, ids and chance, so that the verbs have none of their own."""

    def now(self) -> datetime: ...
    def new_id(self, kind: str) -> str: ...
    def seed(self) -> int: ...


class Interpreter(Protocol):
    """Words in, typed values out; it never touches a board. A model is heard while it answers."""

    def read_brief(self, text: str, today: date, listener: Listener = NOBODY) -> Brief: ...
    def plan(self, brief: Brief, today: date) -> ShotList: ...
    def read_edit(
        self, message: str, context: EditContext, listener: Listener = NOBODY
    ) -> EditAnswer: ...


class Guidelines(Protocol):
    """The brand's own books. "Not in the book" is an answer too."""

    def add(self, data: bytes, name: str, brand: str, progress: Progress) -> Guideline: ...
    def answer(self, question: str, brand: str, limit: int = 3) -> Answer: ...
    def listed(self, brand: str) -> tuple[Guideline, ...]: ...
    def source(self, document: str) -> bytes: ...
    def rules(self, brand: str) -> tuple[Rule, ...]: ...
    def known(self, twins: Sequence[Twin]) -> Known: ...
    def remove(self, document: str) -> None: ...


class Boards(Protocol):
    """Boards, every revision kept. ``save`` stores revision n+1 over n or raises: never between."""

    def save(self, board: Board) -> None: ...
    def board(self, board_id: BoardId, revision: int | None = None) -> Board: ...
    def line(self, board_id: BoardId) -> BoardLine | None: ...
    def listed(self, brand: str | None = None) -> tuple[BoardLine, ...]: ...


class People(Protocol):
    """Who works here: ``None`` for an unknown login, nobody listed in a studio of one."""

    def person(self, login: str) -> Person | None: ...
    def everybody(self) -> tuple[Person, ...]: ...


class Registry(Protocol):
    """Twins with their licences and consents, each put whole; licences are never changed."""

    def put(self, *values: Twin | Licence | Consent) -> None: ...
    def twins(self) -> tuple[Twin, ...]: ...
    def licences(self, twins: Sequence[TwinId]) -> tuple[Licence, ...]: ...
    def consents(self, twins: Sequence[TwinId]) -> tuple[Consent, ...]: ...
    def revoke(
        self,
        licence: LicenceId,
        effective: datetime,
        *,
        kind: Literal["revoked", "suspended"] = "revoked",
        until: datetime | None = None,
        reason: str = "",
    ) -> None: ...


class WorldFacts(Protocol):
    """What else a decision depends on: trees, dated law, exclusivities, holds, counts."""

    def world(self, twins: Sequence[TwinId]) -> World: ...
    def edit(self, licence: str, edit: Callable[[LicenceState], LicenceState]) -> LicenceState: ...


class Drafts(Protocol):
    """Finished drafts; ``keep`` writes one and its ledger entry at once, twice being once."""

    def keep(self, draft: Draft, fact: LedgerFact) -> LedgerEntry: ...
    def draft(self, draft_id: DraftId) -> Draft | None: ...
    def line(self, draft_id: DraftId) -> DraftLine | None: ...
    def listed(
        self, *, board: BoardId | None = None, twin: TwinId | None = None
    ) -> tuple[DraftLine, ...]: ...
    def quarantine(self, drafts: Sequence[DraftId], reason: str) -> None: ...
    def bring_back(self, drafts: Sequence[DraftId]) -> None: ...
    def by_mark(self, mark_id: int) -> Draft | None: ...
    def issued_marks(self) -> tuple[int, ...]: ...


class Ledger(Protocol):
    """The append-only chain of decisions and uses."""

    def append(self, fact: LedgerFact) -> LedgerEntry: ...
    def entries(self, *, twin: TwinId | None = None) -> tuple[LedgerEntry, ...]: ...


class Counts(Protocol):
    """Units of a licence: one atomic conditional update, then recorded as used or released."""

    def reserve(self, licence: LicenceId, key: str, quantity: int, until: datetime) -> bool: ...
    def record(
        self, taken: Sequence[tuple[LicenceId, str]], facts: Sequence[LedgerFact]
    ) -> None: ...
    def release(self, licence: LicenceId, key: str) -> None: ...


class Shares(Protocol):
    """Review links, found by the hash of their token; wrong guesses are counted."""

    def keep(self, share: Share) -> None: ...
    def share(self, share_id: str) -> Share: ...
    def by_hash(self, token_hash: str) -> Share | None: ...
    def listed(self, board: BoardId) -> tuple[Share, ...]: ...
    def take_back(self, share_id: str, at: datetime) -> None: ...
    def wrong(self, at_what: str, at: datetime) -> int: ...
    def forgive(self, number: int) -> None: ...
    def wrongs(self, at_what: str, since: datetime) -> int: ...


class Locks(Protocol):
    """Tokens that nobody guesses, and passwords that nobody reads back."""

    def token(self) -> str: ...
    def seal(self, password: str) -> str: ...
    def opens(self, password: str, sealed: str) -> bool: ...


class Images(Protocol):
    """Marked pictures and manifests by the SHA-256 of their bytes. Nothing unmarked comes here."""

    def put(self, data: bytes, mime: str) -> ImageHash: ...
    def get(self, image: ImageHash) -> bytes: ...
    def forget(self, image: ImageHash) -> None: ...


class Renderer(Protocol):
    """A blocking in metres becomes a picture; the same blocking, the same bytes."""

    @property
    def ability(self) -> RendererAbility: ...
    def render(
        self,
        blocking: Blocking,
        *,
        size: tuple[int, int],
        quality: str,
        style: str,
        progress: Progress,
        stopped: Stopped,
    ) -> Picture: ...
    def maps(self, blocking: Blocking, *, size: tuple[int, int]) -> Maps: ...


class Painter(Protocol):
    """Blocked shots become photographic pictures, in the order asked.

    A shot painted in a pack is the shot painted alone: no face, map or mask reaches another's.
    ``stopped`` is asked each step; ``Cancelled`` leaves the painter ready for the next call.
    """

    @property
    def ability(self) -> GeneratorAbility: ...
    def paint(
        self,
        requests: Sequence[PaintRequest],
        *,
        progress: Progress,
        stopped: Stopped,
        preview: Preview,
    ) -> tuple[Painted, ...]: ...


class Retouch(Protocol):
    """A part of a picture changed and nothing else: the rest is the original's, and measured."""

    def grown(self, mask: Mask, by: int) -> Mask: ...
    def pasted(self, original: Picture, changed: Picture, mask: Mask) -> tuple[Picture, Drift]: ...
    def apart(self, picture: Picture, data: bytes) -> float: ...


class TwinVault(Protocol):
    """Twins' own weights and pictures: encrypted, each bound to one licence and gone with it."""

    def keep(
        self,
        twin: TwinId,
        licence: LicenceId,
        data: bytes,
        on: datetime,
        kind: LikenessKind = "weights",
    ) -> KeptLikeness: ...
    def listed(self) -> tuple[KeptLikeness, ...]: ...
    def opened(self, twin: TwinId, holding: Collection[LicenceId]) -> TwinWeights | None: ...
    def references(self, twin: TwinId, holding: Collection[LicenceId]) -> tuple[Reference, ...]: ...
    def forget(self, licence: LicenceId) -> tuple[TwinId, ...]: ...


class KeptOriginals(Protocol):
    """Clean pictures of drafts, to make edits from: sealed, and opened under all its licences."""

    def keep(self, draft: DraftId, licences: Sequence[str], picture: Picture) -> None: ...
    def opened(self, draft: DraftId, holding: Collection[str]) -> Picture | None: ...
    def forget(self, drafts: Sequence[DraftId]) -> None: ...
    def sweep(self, holds: Callable[[DraftId, tuple[str, ...]], bool]) -> int: ...


class LikenessScorer(Protocol):
    """How like a twin a picture is; says honestly when it cannot tell."""

    def score(self, picture: Picture, twin: TwinId, references: Sequence[Picture]) -> Likeness: ...


class Marker(Protocol):
    """Visible overlay, invisible id, metadata and signature, in that order; and reading back."""

    def sizes(
        self, picture: Picture, facts: MarkFacts, longest: Sequence[int]
    ) -> tuple[Marked, ...]: ...
    def read(self, data: bytes, issued: Sequence[int] = ()) -> MarkReading: ...
    def kept(self, data: bytes, manifest: bytes) -> ManifestReading | None: ...
    def smaller(self, picture: Picture, facts: MarkFacts, longest: int) -> Marked: ...
    def require_signing(self, at: datetime) -> None:
        """Raise ``MarkFailed`` where no picture could be signed at this instant."""


class Jobs(Protocol):
    """Durable work in a process of its own; a draft asked for twice is one job."""

    def submit(self, request: DraftRequest, *, interactive: bool = True) -> DraftStatus: ...
    def claim(self, request: DraftRequest) -> DraftStatus: ...  # outside the queue, by who asks
    def status(self, draft_id: DraftId) -> DraftStatus | None: ...
    def statuses(self, board: BoardId) -> tuple[DraftStatus, ...]: ...
    def under_way(self, twin: TwinId) -> tuple[DraftStatus, ...]: ...
    def cancel(self, draft_id: DraftId) -> None: ...
    def report(
        self,
        draft_id: DraftId,
        state: State,
        step: Step | None = None,
        share: float = 0.0,
        say: str = "",
        forming: ImageHash | None = None,
    ) -> None: ...
    def stopped(self, draft_id: DraftId) -> bool: ...


class Exporter(Protocol):
    """A board as one file of marked pictures, and out of it again; it holds few at a time."""

    @property
    def form(self) -> ExportForm: ...
    def export(self, sheet: Sheet, out: BinaryIO) -> None: ...
    def pictures(self, file: BinaryIO) -> Iterator[bytes]: ...
