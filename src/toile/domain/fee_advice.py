"""What moves a price most, and what the cheaper scope would cost.

Belongs here: pricing smaller scopes beside the one asked for. Does not know: rights.
"""

from collections.abc import Iterator
from datetime import date
from typing import Any

from toile.domain.fees import FeeScope, Quote, quote
from toile.domain.rate_cards import RateCard
from toile.domain.territories import Territories
from toile.domain.trees import Tree
from toile.domain.values import Value


class Cheaper(Value):
    """One smaller scope: what changes, its total, and what it saves."""

    say: str
    change: dict[str, Any]
    total: int
    saves: int
    share: float


class Advice(Value):
    """The quote with what moves it, dearest first."""

    quote: Quote
    movers: tuple[Cheaper, ...]
    leanest: Cheaper | None


def advise(
    card: RateCard, scope: FeeScope, territories: Territories, media: Tree, day: date
) -> Advice:
    """Return the quote, the single changes that save most, and the leanest of all together."""
    whole = quote(card, scope, territories, day)
    movers = []
    for say, change in _smaller(card, scope, territories, media):
        less = quote(card, scope.model_copy(update=change), territories, day)
        if less.total < whole.total:
            movers.append(_cheaper(say, change, whole.total, less.total))
    movers.sort(key=lambda one: -one.saves)
    return Advice(
        quote=whole,
        movers=tuple(movers),
        leanest=_leanest(card, scope, territories, day, whole.total, tuple(movers)),
    )


def _smaller(
    card: RateCard, scope: FeeScope, territories: Territories, media: Tree
) -> Iterator[tuple[str, dict[str, Any]]]:
    for medium in scope.media if len(scope.media) > 1 else ():
        left = tuple(one for one in scope.media if one != medium)
        yield f"without {media.label(medium)}", {"media": left}
    for code in scope.territory if len(scope.territory) > 1 else ():
        kept = tuple(one for one in scope.territory if one != code)
        yield f"without {territories.name(code)}", {"territory": kept}
    shorter = [step.up_to for step in card.periods if step.up_to < scope.months]
    if shorter:
        yield f"for {max(shorter)} months", {"months": max(shorter)}
    fewer = [step.up_to for step in card.volume if step.up_to < scope.assets]
    if fewer:
        yield f"with {max(fewer)} pictures", {"assets": max(fewer)}
    if scope.exclusivity != "none":
        yield "without exclusivity", {"exclusivity": "none"}


def _leanest(
    card: RateCard,
    scope: FeeScope,
    territories: Territories,
    day: date,
    total: int,
    movers: tuple[Cheaper, ...],
) -> Cheaper | None:
    """Return the largest saving of each kind taken together."""
    change: dict[str, Any] = {}
    said = []
    for mover in movers:
        if not change.keys() & mover.change.keys():
            change |= mover.change
            said.append(mover.say)
    if len(said) < 2:
        return None
    less = quote(card, scope.model_copy(update=change), territories, day)
    return _cheaper(", ".join(said), change, total, less.total)


def _cheaper(say: str, change: dict[str, Any], before: int, after: int) -> Cheaper:
    return Cheaper(
        say=say,
        change={key: list(v) if isinstance(v, tuple) else v for key, v in change.items()},
        total=after,
        saves=before - after,
        share=round((before - after) / before, 4) if before else 0.0,
    )


def months_between(start: date, end: date) -> int:
    """Return the begun months from the first to the last day, both included."""
    months = (end.year - start.year) * 12 + end.month - start.month
    return months + (1 if end.day >= start.day else 0)
