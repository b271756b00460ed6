"""How well a search answers a set of questions: recall, rank, and honest silence. Pure counts."""

from collections.abc import Sequence

from toile.domain.guidelines import Answer
from toile.domain.values import Value


class Question(Value):
    """A question and words of the passages that answer it; none where the book is silent."""

    ask: str
    lang: str = "en"
    quotes: tuple[str, ...] = ()


class Outcome(Value):
    """What came back: the rank of the first right passage among those shown or held back."""

    question: Question
    rank: int | None
    in_book: bool


class Quality(Value):
    """Figures of one set. ``None`` where the set has no question of that kind.

    ``recall_*`` and ``mrr`` are of the ranking; ``silent_right`` is the share of silent questions
    told so, ``silent_wrong`` the share of answered ones that were called silent.
    """

    questions: int
    recall_1: float | None
    recall_3: float | None
    recall_5: float | None
    mrr: float | None
    silent_right: float | None
    silent_wrong: float | None


def outcome(question: Question, answer: Answer) -> Outcome:
    """Return the outcome of one question."""
    shown = answer.found or answer.nearest
    ranks = (
        rank
        for rank, found in enumerate(shown, start=1)
        if any(quote in found.citation.quote for quote in question.quotes)
    )
    return Outcome(question=question, rank=next(ranks, None), in_book=answer.in_book)


def quality(outcomes: Sequence[Outcome]) -> Quality:
    """Return the figures of a set of outcomes."""
    told = [one for one in outcomes if one.question.quotes]
    silent = [one for one in outcomes if not one.question.quotes]
    return Quality(
        questions=len(outcomes),
        recall_1=_share([one.rank == 1 for one in told]),
        recall_3=_share([one.rank is not None and one.rank <= 3 for one in told]),
        recall_5=_share([one.rank is not None and one.rank <= 5 for one in told]),
        mrr=_mean([1 / one.rank if one.rank else 0.0 for one in told]),
        silent_right=_share([not one.in_book for one in silent]),
        silent_wrong=_share([not one.in_book for one in told]),
    )


def _share(true: Sequence[bool]) -> float | None:
    return _mean([float(one) for one in true])


def _mean(numbers: Sequence[float]) -> float | None:
    return round(sum(numbers) / len(numbers), 4) if numbers else None
