"""What people say of versions: stars, pins, verdicts, order, going back.

Every act is one revision. A verdict is bound to the picture that was looked at.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from toile.domain.board import Board, Comment, Credit, Panel, Verdict
from toile.domain.errors import BadInput, CommandRefused
from toile.domain.ledger import LedgerFact
from toile.workflow.ports import Boards, Clock, Drafts, Ledger

LONGEST_NOTE, LONGEST_NAME = 2_000, 120
MOST_CREDITS = 40
ANSWERS = ("approved", "changes", "rejected")


@dataclass(frozen=True)
class Review:
    """Star, comment, judge, reorder, restore."""

    boards: Boards
    drafts: Drafts
    clock: Clock
    ledger: Ledger

    def star(self, board: Board, shot: str, number: int, *, by: str) -> Board:
        """Return the board with a version's star set, or taken away."""
        panel = board.panel(shot)
        version = panel.version(number)
        starred = version.model_copy(update={"starred": not version.starred})
        return self._noted(board, panel.with_changed(starred), by)

    def comment(
        self,
        board: Board,
        shot: str,
        number: int,
        text: str,
        *,
        by: str,
        x: float | None = None,
        y: float | None = None,
        via: str = "",
    ) -> Board:
        """Return the board with a note pinned at ``x, y`` of a version, both 0 to 1."""
        if not text.strip():
            raise BadInput("The comment is empty.", hint="Write a few words.")
        if len(text) > LONGEST_NOTE:
            raise BadInput(f"A comment has at most {LONGEST_NOTE:,} characters.")
        if any(side is not None and not 0 <= side <= 1 for side in (x, y)):
            raise BadInput("A pin lies on the picture: both sides from 0 to 1.")
        panel = board.panel(shot)
        note = Comment(
            id=self.clock.new_id("note"),
            version=panel.version(number).number,
            by=by,
            at=self.clock.now(),
            text=text.strip(),
            x=x,
            y=y,
            via=via,
        )
        return self._noted(
            board, panel.model_copy(update={"comments": (*panel.comments, note)}), by
        )

    def settle(self, board: Board, shot: str, comment: str, *, by: str) -> Board:
        """Return the board with a comment marked done, or open again."""
        panel = board.panel(shot)
        notes = tuple(
            note.model_copy(update={"done": not note.done}) if note.id == comment else note
            for note in panel.comments
        )
        return self._noted(board, panel.model_copy(update={"comments": notes}), by)

    def verdict(
        self,
        board: Board,
        shot: str,
        number: int,
        answer: str,
        *,
        by: str,
        reason: str = "",
        via: str = "",
        seen: str = "",
    ) -> Board:
        """Return the board with an answer to the picture of a version, which must exist.

        ``seen`` is the hash of the picture that was looked at, where the caller knows it.
        """
        if answer not in ANSWERS:
            raise BadInput(f"A verdict is one of {', '.join(ANSWERS)}.")
        if answer != "approved" and not reason.strip():
            raise BadInput("Say why, so that somebody can act on it.")
        lines = self.drafts.listed(board=board.id)
        image = next((d.image for d in lines if (d.shot, d.version) == (shot, number)), None)
        if image is None:
            raise CommandRefused("There is no picture of this version yet.", hint="Draft it first.")
        if seen and seen != image:
            raise CommandRefused("This is no longer the picture that was looked at.")
        panel = board.panel(shot)
        given = Verdict.model_validate(
            {
                "version": number,
                "answer": answer,
                "by": by,
                "at": self.clock.now(),
                "image": image,
                "reason": reason[:LONGEST_NOTE],
                "via": via,
            }
        )
        judged = self._noted(
            board, panel.model_copy(update={"verdicts": (*panel.verdicts, given)}), by
        )
        self._record(board, panel.id, given)
        return judged

    def _record(self, board: Board, shot: str, given: Verdict) -> None:
        words = {"approved": "Approved", "changes": "Asked for changes", "rejected": "Rejected"}
        because = f": {given.reason}" if given.reason else "."
        self.ledger.append(
            LedgerFact(
                what=f"review {given.answer}",
                at=given.at,
                by=given.by,
                brand=board.brand,
                board=board.id,
                shot=shot,
                picture=given.image,
                say=f"{words[given.answer]} version {given.version}{because}",
                details={"link": given.via} if given.via else {},
            )
        )

    def restore(self, board: Board, shot: str, number: int, *, by: str) -> Board:
        """Return the board showing an earlier version again; the later ones stay in the tree."""
        panel = board.panel(shot)
        shown = panel.model_copy(update={"current": panel.version(number).number})
        what = f"Shot {panel.now.shot.no} back to version {number}"
        moved = board.next(what, by, self.clock.now()).with_panel(shown)
        return self._saved(moved.with_panels(moved.panels))

    def reorder(self, board: Board, order: tuple[str, ...], *, by: str) -> Board:
        """Return the board with its shots in the given order of ids."""
        ordered = board.shots.ordered(order)
        panels = tuple(board.panel(shot.id) for shot in ordered.shots)
        return self._saved(board.next("The new order", by, self.clock.now()).with_panels(panels))

    def credit(self, board: Board, credits: Sequence[Credit], *, by: str) -> Board:
        """Return the board with the crew as given; a row without a name is left out."""
        if len(credits) > MOST_CREDITS:
            raise BadInput(f"A call sheet has at most {MOST_CREDITS} rows of crew.")
        kept = tuple(
            Credit(role=_short(one.role), name=_short(one.name), contact=_short(one.contact))
            for one in credits
            if one.name.strip() and one.role.strip()
        )
        return self._saved(board.noted(self.clock.now(), by=by, credits=kept))

    def mark_demo(self, board: Board) -> Board:
        """Return the board marked as a demo, with nothing to undo."""
        marked = board.noted(self.clock.now(), demo=True, undo_to=(), redo_to=())
        return self._saved(marked)

    def _noted(self, board: Board, panel: Panel, by: str) -> Board:
        return self._saved(board.noted(self.clock.now(), by=by).with_panel(panel))

    def _saved(self, board: Board) -> Board:
        self.boards.save(board)
        return board


def _short(text: str) -> str:
    return " ".join(text.split())[:LONGEST_NAME]
