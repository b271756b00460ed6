"""What somebody with a review link may do: look, comment, answer. Nothing else is within reach.

Every act asks again whether the link is open, and every look at a picture decides again whether it
may be seen outside: a withdrawn twin is gone from a link that is open on a screen.
"""

from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from toile.domain.board import Board, Comment, Verdict
from toile.domain.drafts import Draft
from toile.domain.errors import BadInput, CommandRefused, NotAllowed
from toile.domain.ids import DraftId
from toile.domain.ledger import LedgerFact
from toile.domain.sharing import (
    MOST_UNKNOWN,
    MOST_WRONG,
    WINDOW,
    Mode,
    Share,
    SharedPicture,
    token_hash,
)
from toile.domain.values import Value
from toile.workflow.leaving import Leaving
from toile.workflow.ports import Boards, Clock, Drafts, Ledger, Locks, Shares
from toile.workflow.review import Review
from toile.workflow.show import Show

LONGEST_TOKEN = 100
LONGEST_NAME = 60
MOST_NOTES = 300
TRIES = 4
NEW_ONE = "Ask whoever sent it for a new one."


class Visit(Value):
    """Somebody who was let in by a link, under the name they gave."""

    share: str
    name: str


class Door(Value):
    """What is said before anybody is let in."""

    title: str
    by: str
    password: bool


class ReviewPicture(Value):
    """One picture of an open link; ``draft`` is missing where it may no longer be shown."""

    shot: str
    no: int
    title: str
    version: int
    aspect: str
    draft: DraftId | None
    comments: tuple[Comment, ...] = ()
    verdict: Verdict | None = None


class ReviewBoard(Value):
    """All that a visitor sees."""

    title: str
    by: str
    until: str
    mode: Mode
    pictures: tuple[ReviewPicture, ...]


@dataclass(frozen=True)
class Guests:
    """For whoever holds a link."""

    shares: Shares
    boards: Boards
    drafts: Drafts
    ledger: Ledger
    clock: Clock
    locks: Locks
    leaving: Leaving
    review: Review
    shows: Show

    def knock(self, token: str, *, visitor: str) -> Door:
        """Say whose link a token opens; raises ``NotAllowed`` in words for a closed one.

        ``visitor`` is where the guess comes from: too many unknown links from there are refused.
        """
        share = self._by_token(token, visitor)
        return Door(title=share.title, by=share.by, password=bool(share.password))

    def enter(self, token: str, *, name: str, visitor: str, password: str = "") -> Visit:
        """Let somebody in under a name, and record it; wrong passwords are counted."""
        share = self._by_token(token, visitor)
        called = " ".join(name.split())[:LONGEST_NAME]
        if not called:
            raise BadInput("Say who you are, so that your words stand under your name.")
        self._unlock(share, password)
        self._note("link opened", share, called, "Opened the link.")
        return Visit(share=share.id, name=called)

    def board(self, visit: Visit) -> ReviewBoard:
        """Return what the link shows, each picture decided again."""
        share = self._open(visit)
        board = self.boards.board(share.board)
        return ReviewBoard(
            title=share.title,
            by=share.by,
            until=_day(share.until),
            mode=share.mode,
            pictures=tuple(
                shown for one in share.pictures if (shown := self._shown(board, share, one))
            ),
        )

    def picture(self, link: str, draft: str) -> tuple[bytes, str]:
        """Return the marked preview of a shared picture, decided again; else ``NotAllowed``."""
        share = self.shares.share(link)
        self._still_open(share)
        one = share.shows(draft)
        if one is None or self._leaves(self.boards.board(share.board), one) is None:
            raise NotAllowed("This picture may no longer be shown.")
        return self.shows.picture(one.draft, "preview")

    def comment(
        self, visit: Visit, draft: str, text: str, *, x: float | None = None, y: float | None = None
    ) -> None:
        """Pin a note to a shared picture."""
        share, one = self._commented(visit, draft)
        given = [n for p in self.boards.board(share.board).panels for n in p.comments if n.via]
        if sum(note.via == share.id for note in given) >= MOST_NOTES:
            raise CommandRefused("This link has taken all the comments that it takes.")
        by = visit.name
        for attempt in range(TRIES):
            board = self.boards.board(share.board)
            try:
                self.review.comment(
                    board, one.shot, one.version, text, by=by, x=x, y=y, via=share.id
                )
                break
            except CommandRefused:
                # Somebody of the studio changed the board meanwhile; the words are not lost.
                if attempt == TRIES - 1:
                    raise
        self._note("commented", share, by, "Commented by a link.", one)

    def answer(
        self,
        visit: Visit,
        draft: str,
        answer: Literal["approved", "changes"],
        *,
        reason: str = "",
    ) -> None:
        """Approve a shared picture or ask for changes; bound to the hash of what was shown."""
        share, one = self._commented(visit, draft)
        if answer not in ("approved", "changes"):
            raise BadInput("Approve it, or ask for changes.")
        for attempt in range(TRIES):
            board = self.boards.board(share.board)
            try:
                self.review.verdict(
                    board,
                    one.shot,
                    one.version,
                    answer,
                    by=visit.name,
                    reason=reason,
                    via=share.id,
                    seen=one.image,
                )
                return
            except CommandRefused:
                if attempt == TRIES - 1:
                    raise

    def _by_token(self, token: str, visitor: str) -> Share:
        now, key = self.clock.now(), f"visitor:{token_hash(visitor)[:16]}"
        if self.shares.wrongs(key, now - WINDOW) >= MOST_UNKNOWN:
            raise NotAllowed("Too many links were tried from here.", hint="Try again later.")
        share = self.shares.by_hash(token_hash(token)) if len(token) <= LONGEST_TOKEN else None
        if share is None:
            self.shares.wrong(key, now)
            raise NotAllowed("This link does not open anything.", hint=NEW_ONE)
        self._still_open(share)
        return share

    def _unlock(self, share: Share, password: str) -> None:
        if not share.password:
            return
        now, key = self.clock.now(), f"password:{share.id}"
        # Counted before it is tried, so that tries side by side do not pass the count.
        counted = self.shares.wrong(key, now)
        if self.shares.wrongs(key, now - WINDOW) > MOST_WRONG:
            self.shares.forgive(counted)
            raise NotAllowed(
                "Too many wrong passwords.",
                hint=f"Try again in {WINDOW.seconds // 60} minutes.",
            )
        if not self.locks.opens(password, share.password):
            raise NotAllowed("This is not the password.", hint="Ask whoever sent the link.")
        self.shares.forgive(counted)

    def _open(self, visit: Visit) -> Share:
        share = self.shares.share(visit.share)
        self._still_open(share)
        return share

    def _still_open(self, share: Share) -> None:
        state = share.state(self.clock.now())
        if state == "taken back":
            raise NotAllowed("This link was taken back.", hint=NEW_ONE)
        if state == "ended":
            raise NotAllowed(f"This link ended on {_day(share.until)}.", hint=NEW_ONE)

    def _commented(self, visit: Visit, draft: str) -> tuple[Share, SharedPicture]:
        share = self._open(visit)
        if share.mode != "comment":
            raise NotAllowed("This link is for looking only.")
        one = share.shows(draft)
        if one is None or self._leaves(self.boards.board(share.board), one) is None:
            raise NotAllowed("This picture may no longer be shown.")
        return share, one

    def _leaves(self, board: Board, one: SharedPicture) -> Draft | None:
        line = self.drafts.line(one.draft)
        if line is None or line.state != "finished" or line.image != one.image:
            return None
        draft = self.drafts.draft(one.draft)
        if draft is None:
            return None
        no = self.leaving.withheld(board, draft, self.leaving.casting(board, draft))
        return None if no else draft

    def _shown(self, board: Board, share: Share, one: SharedPicture) -> ReviewPicture | None:
        panel = next((panel for panel in board.panels if panel.id == one.shot), None)
        draft = self.drafts.draft(one.draft)
        if panel is None or draft is None:
            return None
        shot = draft.request.shot
        mine = [v for v in panel.verdicts if v.via == share.id and v.version == one.version]
        return ReviewPicture(
            shot=one.shot,
            no=panel.now.shot.no,
            title=shot.title or shot.pose or f"Shot {panel.now.shot.no}",
            version=one.version,
            aspect=shot.aspect or "3:4",
            draft=one.draft if self._leaves(board, one) else None,
            comments=tuple(
                n for n in panel.comments if n.via == share.id and n.version == one.version
            ),
            verdict=mine[-1] if mine else None,
        )

    def _note(
        self, what: str, share: Share, by: str, say: str, one: SharedPicture | None = None
    ) -> None:
        fact = {
            "what": what, "at": self.clock.now(), "by": by, "brand": share.brand,
            "board": share.board, "say": say, "details": {"link": share.id},
        }  # fmt: skip
        if one is not None:
            fact |= {"shot": one.shot, "draft": one.draft, "picture": one.image}
        self.ledger.append(LedgerFact.model_validate(fact))


def _day(at: datetime) -> str:
    return f"{at.day} {at:%B %Y}"
