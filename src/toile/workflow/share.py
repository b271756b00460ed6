"""Review links: made, listed, taken back. What a visitor may do with one is in ``guests``."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta

from toile.domain.board import Board
from toile.domain.casting import Casting
from toile.domain.drafts import Draft
from toile.domain.errors import BadInput, CommandRefused, NotFound
from toile.domain.ids import ShotId, TwinId
from toile.domain.ledger import LedgerFact
from toile.domain.sharing import LONGEST_DAYS, Mode, Share, SharedPicture, State, token_hash
from toile.domain.values import Value
from toile.workflow.cast_shots import CastShots
from toile.workflow.leaving import Leaving, outside_name
from toile.workflow.ports import Clock, Drafts, Ledger, Locks, Shares
from toile.workflow.values import DraftLine

SHORTEST_PASSWORD = 8
LONGEST_PASSWORD = 200
# A picture and the decision that lets it out.
Out = tuple[Draft, Casting]


class MadeLink(Value):
    """A new link: ``token`` is told this once and kept nowhere; ``left_out`` says what stays in."""

    token: str
    share: Share
    left_out: tuple[str, ...]


class LinkLine(Value):
    """A link in a list, without anything that would open it."""

    id: str
    to: str
    by: str
    pictures: int
    mode: Mode
    password: bool
    until: str
    state: State


class HeldBack(Value):
    """A shot whose picture stays in the house: why, whom it waits for, and the ways to a yes."""

    shot: ShotId
    say: str
    twins: tuple[TwinId, ...]
    ways: tuple[str, ...]


@dataclass(frozen=True)
class Sharing:
    """For whoever shows a board to somebody outside."""

    shares: Shares
    drafts: Drafts
    ledger: Ledger
    clock: Clock
    locks: Locks
    leaving: Leaving
    studio: str

    def make(
        self,
        board: Board,
        *,
        by: str,
        shots: Sequence[str] = (),
        days: int = 14,
        mode: Mode = "comment",
        password: str = "",
        to: str = "",
    ) -> MadeLink:
        """Make a link to the pictures of shots as they stand, or of all that may leave."""
        _check(days, password)
        out, left_out = self._pictures(board, shots)
        if not out:
            raise CommandRefused(
                "No picture of this board may be shown outside now.",
                hint=" ".join(left_out) or "Draw one first.",
            )
        token, now = self.locks.token(), self.clock.now()
        share = Share(
            id=self.clock.new_id("link"),
            token_hash=token_hash(token),
            board=board.id,
            brand=board.brand,
            title=board.title,
            pictures=tuple(_shared(draft) for draft, _ in out),
            mode=mode,
            password=self.locks.seal(password) if password else "",
            to=to.strip()[:120],
            by=outside_name(by, self.studio),
            at=now,
            until=now + timedelta(days=days),
        )
        self.shares.keep(share)
        for picture in out:
            self._note("shared", share, by, picture)
        return MadeLink(token=token, share=share, left_out=left_out)

    def held_back(self, board: Board) -> tuple[HeldBack, ...]:
        """Return the shots that may be drawn and may not leave yet: why, and what would let them.

        A shot that may not be drawn is not among them: its own decision says why.
        """
        found = self.leaving.held_back(board, self.drafts.listed(board=board.id))
        return tuple(_held(shot, casting) for shot, casting in found.items())

    def listed(self, board: Board) -> tuple[LinkLine, ...]:
        """Return the links of a board, newest first."""
        now = self.clock.now()
        return tuple(_line(share, share.state(now)) for share in self.shares.listed(board.id))

    def take_back(self, board: Board, link: str, *, by: str) -> None:
        """Close a link of a board now."""
        share = self.shares.share(link)
        if share.board != board.id:
            raise NotFound("There is no such link on this board.")
        self.shares.take_back(link, self.clock.now())
        self._note("link taken back", share, by)

    def _pictures(
        self, board: Board, shots: Sequence[str]
    ) -> tuple[tuple[Out, ...], tuple[str, ...]]:
        lines = {(line.shot, line.version): line for line in self.drafts.listed(board=board.id)}
        panels = [board.panel(shot) for shot in shots] or list(board.panels)
        out: list[Out] = []
        left: list[str] = []
        for panel in panels:
            line = lines.get((panel.id, panel.current))
            found = self._decided(board, line)
            if isinstance(found, str):
                left.append(f"Shot {panel.now.shot.no}: {found}")
            else:
                out.append(found)
        return tuple(out), tuple(left)

    def _decided(self, board: Board, line: DraftLine | None) -> Out | str:
        """Return the picture with the decision that lets it out, or why it stays in."""
        draft = self.drafts.draft(line.id) if line and line.state == "finished" else None
        if draft is None:
            return line.reason if line and line.reason else "Not drafted yet."
        casting = self.leaving.casting(board, draft)
        return self.leaving.withheld(board, draft, casting) or (draft, casting)

    def _note(self, what: str, share: Share, by: str, out: Out | None = None) -> None:
        draft, casting = out or (None, None)
        picture = {} if draft is None or casting is None else {
            "twins": tuple(role.twin for role in casting.roles),
            "licences": self.leaving.casts.licences_of(casting),
            "decisions": tuple(role.decision.digest() for role in casting.roles),
            "action": "export",
            "outcome": "permitted",
            "shot": draft.request.shot.id,
            "draft": draft.id,
            "picture": draft.image.image,
        }  # fmt: skip
        until = f"{share.until:%Y-%m-%d %H:%M} UTC"
        whom = f" with {share.to}" if share.to else ""
        say = f"Shown by a link{whom} until {until}." if draft else "The link was closed."
        fact = {
            "what": what, "at": self.clock.now(), "by": by, "brand": share.brand,
            "board": share.board, "say": say, "details": {"link": share.id}, **picture,
        }  # fmt: skip
        self.ledger.append(LedgerFact.model_validate(fact))


def _check(days: int, password: str) -> None:
    if not 1 <= days <= LONGEST_DAYS:
        raise BadInput(f"A link is open for 1 to {LONGEST_DAYS} days.")
    if password and not SHORTEST_PASSWORD <= len(password) <= LONGEST_PASSWORD:
        raise BadInput(f"A password has at least {SHORTEST_PASSWORD} characters.")


def _shared(draft: Draft) -> SharedPicture:
    request = draft.request
    # The id on the board: a request numbers its own shot anew, the id stays.
    return SharedPicture(
        shot=request.shot.id, version=request.version, draft=draft.id, image=draft.image.image
    )


def _line(share: Share, state: State) -> LinkLine:
    return LinkLine(
        id=share.id,
        to=share.to,
        by=share.by,
        pictures=len(share.pictures),
        mode=share.mode,
        password=bool(share.password),
        until=f"{share.until:%Y-%m-%d %H:%M} UTC",
        state=state,
    )


def _held(shot: ShotId, casting: Casting) -> HeldBack:
    ways = sorted(
        (remedy for role in casting.refusals for remedy in role.decision.remedies),
        key=lambda remedy: remedy.effort,
    )
    return HeldBack(
        shot=shot,
        say=CastShots.headline(casting),
        twins=tuple(role.twin for role in casting.refusals),
        ways=tuple(dict.fromkeys(remedy.say for remedy in ways)),
    )
