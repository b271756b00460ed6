"""Whose a thing is, and whether somebody may: what every desk asks before it does a verb.

What belongs to another brand is answered as if it were not there. A thing that is not on file
belongs to nobody, so only who may see everything is told by the verb itself that it is missing.
"""

from dataclasses import dataclass
from typing import Any

from toile.domain.board import Board
from toile.domain.errors import NotAllowed, NotFound
from toile.domain.ids import BoardId, DraftId
from toile.domain.people import EVERY, Person, Refused, Subject, VerbRow, may, who_can
from toile.workflow.ports import Boards, Drafts, Guidelines, Jobs, People, Registry


def known(people: People, login: str) -> Person:
    """Return who signs in so; raises ``NotAllowed`` for a stranger."""
    person = people.person(login)
    if person is None:
        raise NotAllowed(
            "You are signed in, but not on the list of people here.",
            hint="Ask an admin to add you, with the address you sign in with.",
        )
    return person


def permit(person: Person, row: VerbRow, subject: Subject) -> None:
    """Return for a yes; raises ``NotAllowed``, or ``NotFound`` for what is another brand's."""
    answer = may(person, row, subject)
    if not isinstance(answer, Refused):
        return
    if answer.elsewhere:
        raise NotFound("There is nothing of that name on file for you.")
    raise NotAllowed(answer.why, hint=who_can(answer))


@dataclass(frozen=True)
class Whose:
    """Look up whose a thing is; ``of`` is an argument as the table of verbs names it."""

    boards: Boards
    drafts: Drafts
    jobs: Jobs
    registry: Registry
    guidelines: Guidelines

    def __call__(self, of: str, value: Any, brands: tuple[str, ...]) -> Subject:
        """Return whose it is; books are looked for on the shelves of ``brands`` only."""
        if of == "board":
            return self._board(value)
        if of == "board_id":
            return self.board_id(value)
        if of == "draft":
            return self._draft(DraftId(value))
        if of == "brand":
            return Subject(brand=str(value or ""))
        if of == "document":
            return self._book(value, brands)
        if of in ("twin", "twin_id"):
            return Subject(twins=(value,))
        return self._licence(value)

    def board_id(self, board: str) -> Subject:
        """Return the brand of a board by its id."""
        line = self.boards.line(BoardId(board))
        return Subject(brand=line.brand if line else None)

    def _board(self, board: Board) -> Subject:
        """The brand on file counts, never only the one on the value that was handed in."""
        kept = self.board_id(board.id)
        return kept if kept.brand == board.brand else Subject()

    def _draft(self, draft: DraftId) -> Subject:
        line = self.drafts.line(draft)
        if line is not None:
            return Subject(self.board_id(line.board).brand, tuple(line.twins))
        status = self.jobs.status(draft)
        return self.board_id(status.board) if status else Subject()

    def _book(self, document: str, brands: tuple[str, ...]) -> Subject:
        for brand in brands:
            if brand != EVERY and any(b.id == document for b in self.guidelines.listed(brand)):
                return Subject(brand=brand)
        return Subject()

    def _licence(self, licence: str) -> Subject:
        twins = tuple(twin.id for twin in self.registry.twins())
        for found in self.registry.licences(twins):
            if found.id == licence:
                return Subject(found.licensee, (found.twin,))
        return Subject()
