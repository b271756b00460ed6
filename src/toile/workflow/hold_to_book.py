"""Hold shots and their pictures against the checkable rules of the brand's own books.

The book of today is asked whenever somebody looks, so a changed rule needs no new drafts: a picture
is measured once, when it is made. Belongs here: what is held against which rules. Does not: reading
rules, measuring pictures.
"""

from dataclasses import dataclass

from toile.domain.board import Board
from toile.domain.draft_facts import DraftFacts
from toile.domain.draft_rules import check_drawn
from toile.domain.guidelines import RuleReport
from toile.domain.ids import ShotId
from toile.domain.rules import check_shots
from toile.workflow.ports import Drafts, Guidelines, Registry


@dataclass(frozen=True)
class HoldToBook:
    """The reports of a board and of one version of a shot."""

    guidelines: Guidelines
    drafts: Drafts
    registry: Registry

    def board(self, board: Board) -> RuleReport:
        """Return how the shots of a board stand, drawn or not."""
        known = self.guidelines.known(self.registry.twins())
        return check_shots(board.shots.shots, self.guidelines.rules(board.shelf), known)

    def version(self, board: Board, shot: str, number: int) -> RuleReport:
        """Return how one version of a shot stands, its picture too where it is drawn."""
        asked = board.panel(shot).version(number).shot
        among = [asked if one.id == asked.id else one for one in board.shots.shots]
        known = self.guidelines.known(self.registry.twins())
        facts = self._measured(board, asked.id, number)
        return check_drawn(asked, among, facts, self.guidelines.rules(board.shelf), known)

    def _measured(self, board: Board, shot: ShotId, number: int) -> DraftFacts | None:
        """Return what was measured on the newest picture of a version that may be seen."""
        drawn = [
            line.id
            for line in self.drafts.listed(board=board.id)
            if (line.shot, line.version, line.state) == (shot, number, "finished")
        ]
        draft = self.drafts.draft(drawn[-1]) if drawn else None
        return draft.measured if draft else None
