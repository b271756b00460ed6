"""Questions asked in the conversation: what the book says, who may be cast, what rights say, what
it costs.
"""

from dataclasses import dataclass

from toile.domain.board import Board
from toile.domain.commands import AskCast, AskGuideline, CheckRights, Command, Quote
from toile.domain.passages import sentences
from toile.domain.words import terms, words
from toile.workflow.may_we import MayWe
from toile.workflow.ports import Guidelines
from toile.workflow.who_may import WhoMay

_REASONS = 2


@dataclass(frozen=True)
class AnswerQuestions:
    """Answer in words, with the source; change nothing."""

    guidelines: Guidelines
    may_we: MayWe
    who_may: WhoMay

    def __call__(self, board: Board, command: Command) -> str:
        """Return the answer to a command that asks, or nothing for one that changes."""
        if isinstance(command, AskGuideline):
            return self._book(board, command.text)
        if isinstance(command, AskCast):
            return self.who_may(board, command.shots, command.text)
        if isinstance(command, CheckRights):
            return self.may_we(board, command.shots, command.text)
        if isinstance(command, Quote):
            # Who may read a board is not who may see its prices: the conversation keeps none.
            return (
                "Fees are shown to directors and producers, and are not kept in this conversation."
            )
        return ""

    def _book(self, board: Board, question: str) -> str:
        shelf = board.shelf
        if board.unknown_house and not self.guidelines.listed(shelf):
            asked = set(words(board.brand)) <= set(words(question))
            if not asked:
                return " ".join((self._unknown(board, shelf), *_planned(board, question)))
            shelf = board.brand
        answer = self.guidelines.answer(question, shelf)
        if not answer.in_book or not answer.found:
            silent = answer.say or "The brand's book does not say."
            if not self.guidelines.listed(shelf):
                silent = "No book of this house is on the shelf yet: add one under Guidelines."
            told = _briefed(board, question)
            return " ".join((*told, silent, *(() if told else _planned(board, question))))
        best = answer.found[0].citation
        quote = " ".join(best.quote.split())
        return f"“{quote}” ({best})"

    def _unknown(self, board: Board, house: str) -> str:
        """Say that the house is not known, and which books may be asked by their house's name.

        Another house's book is no answer. Only the brand that the board is filed under is named:
        whoever sees the board may read its books.
        """
        say = f"I do not know the house {house}, so no book speaks for it."
        name = " ".join(words(board.brand)).title()
        books = ", ".join(book.name for book in self.guidelines.listed(board.brand))
        if not books:
            return f"{say} No book is on the shelf yet: add one under Guidelines."
        return (
            f"{say} On the shelf: {books}, of {name}. To hear that one, ask by its name: "
            f"“What does the book of {name} say about …?” Or say on the Brief page whose board "
            "this is."
        )


def _briefed(board: Board, question: str) -> tuple[str, ...]:
    """Return the sentences of the brief whose facts a question names, in the director's words."""
    if board.brief is None:
        return ()
    asked = set(terms(question))
    named = [fact.quote for fact in board.brief.evidence if asked & set(terms(fact.quote))]
    found = dict.fromkeys(
        sentence.rstrip(".")
        for quote in named
        for sentence in sentences(board.brief.text)
        if quote in sentence
    )
    return tuple(f"The brief says: “{sentence}”." for sentence in found)[:_REASONS]


def _planned(board: Board, question: str) -> tuple[str, ...]:
    """Return why the shots were planned so in what a question names, by its field or its value."""
    asked = set(terms(question))
    shots = [panel.now.shot for panel in board.panels]
    return tuple(
        dict.fromkeys(
            reason.because
            for shot in shots
            for reason in shot.reasons
            if asked & {reason.field, *terms(str(getattr(shot, reason.field, None) or ""))}
        )
    )[:_REASONS]
