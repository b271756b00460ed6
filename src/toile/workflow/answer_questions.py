"""Questions asked in the conversation: what the book says, what rights say, what the brief is."""

from dataclasses import dataclass

from toile.domain.board import Board
from toile.domain.commands import AskGuideline, CheckRights, Command, Quote
from toile.workflow.cast_shots import CastShots
from toile.workflow.ports import Guidelines


@dataclass(frozen=True)
class AnswerQuestions:
    """Answer in words, with the source; change nothing."""

    guidelines: Guidelines
    casts: CastShots

    def __call__(self, board: Board, command: Command) -> str:
        """Return the answer to a command that asks, or nothing for one that changes."""
        if isinstance(command, AskGuideline):
            return self._book(board, command.text)
        if isinstance(command, CheckRights):
            return self._rights(board, command.shots)
        if isinstance(command, Quote):
            return "Fees are worked out with `toile rights quote`."
        return ""

    def _book(self, board: Board, question: str) -> str:
        answer = self.guidelines.answer(question, board.brand)
        if not answer.in_book or not answer.found:
            return answer.say or "The brand's book does not say."
        best = answer.found[0].citation
        quote = " ".join(best.quote.split())
        return f"“{quote}” ({best})"

    def _rights(self, board: Board, shots: tuple[str, ...]) -> str:
        wanted = set(shots) or {panel.id for panel in board.panels}
        made = [one for one in self.casts.decisions(board) if one.shot in wanted]
        refused = [one for one in made if not one.allowed]
        if not refused:
            return "Every shot is cleared." if len(made) > 1 else "Cleared."
        number: dict[str, int] = {panel.id: panel.now.shot.no for panel in board.panels}
        told = "; ".join(f"shot {number[one.shot]}: {one.headline}" for one in refused)
        return f"{len(made) - len(refused)} of {len(made)} are cleared. Not cleared, {told}"
