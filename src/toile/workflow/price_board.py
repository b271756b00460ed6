"""What a board costs: the fees agreed for the people in it, and by the card what is not agreed.

Belongs here: which fees bear on a board, and how they are said. Does not: the reckoning
(``domain.fees``), where a card comes from, money other than licence fees.
"""

from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from toile.domain.board import Board
from toile.domain.brief import Usage
from toile.domain.errors import BadInput
from toile.domain.fee_advice import Advice, advise, months_between
from toile.domain.fees import FeeScope
from toile.domain.licences import Licence
from toile.domain.rate_cards import RateCard
from toile.domain.territories import Territories
from toile.domain.twins import Twin
from toile.workflow.cast_shots import Candidate, CastShots

NO_CARD = (
    "No rate card is set, so what a further licence costs is not known here: "
    "ask the agency, or set TOILE_RATE_CARD."
)


@dataclass(frozen=True)
class PriceBoard:
    """Say what a board costs; ``card`` is asked for whether everybody is of the sample world."""

    casts: CastShots
    territories: Territories
    card: Callable[[bool], RateCard | None]

    def __call__(self, board: Board) -> tuple[str, ...]:
        """Return each person's fee with its source and what would make it less, a line each."""
        pictures = Counter(
            twin
            for panel in board.panels
            for twin in self.casts.twins_of(panel.now.shot)
            if isinstance(twin, str)
        )
        if not pictures:
            return ("Nobody is cast yet, so no licence fee is due.",)
        found = {one.twin.id: one for one in self.casts.candidates(board, board.panels[0])}
        people = [(found[twin], count) for twin, count in pictures.items() if twin in found]
        said = [self._agreed(one, count) or self._by_card(board, one.twin, count)
                for one, count in people]  # fmt: skip
        return (*dict.fromkeys(said), "Tax and production are not in it.")

    def _agreed(self, one: Candidate, count: int) -> str:
        """Return the fee of the licence that gives the yes, or "" where none does."""
        fees = [lic for lic in one.licences if one.allowed and _has_fee(lic)]
        if not fees:
            return ""
        licence = fees[0]
        money = _money(licence.fee.amount_minor or 0, licence.fee.currency or "")
        first = ", to be paid before anything leaves" if licence.fee.precondition else ""
        kind = "the offer" if licence.kind == "offer" else "the licence"
        return (
            f"{one.twin.name}, {_pictures(count)}: {money} for {kind} {licence.id} as a whole, "
            f"which covers this use{first}."
        )

    def _by_card(self, board: Board, twin: Twin, count: int) -> str:
        usage = board.usage
        if usage.unknown or usage.start is None:
            missing = ", ".join(usage.unknown or ("dates",))
            return f"{twin.name}: a price needs what the brief leaves open: {missing}."
        card = self.card(twin.demo)
        if card is None:
            return NO_CARD
        try:
            today = self.casts.clock.now().date()
            found = advise(card, _scope(usage, count), self.territories, today)
        except BadInput as no:
            return f"{twin.name}: {no}"
        return " ".join(_advice(twin, count, found))


def _has_fee(licence: Licence) -> bool:
    return licence.fee.amount_minor is not None and bool(licence.fee.currency)


def _scope(usage: Usage, count: int) -> FeeScope:
    assert usage.start
    assert usage.end
    return FeeScope(
        media=usage.media or (),
        territory=usage.territories or (),
        months=max(1, months_between(usage.start, usage.end)),
        product=usage.product or "apparel",
        assets=count,
    )


def _advice(twin: Twin, count: int, found: Advice) -> Iterator[str]:
    made = found.quote
    yield (
        f"{twin.name}, {_pictures(count)}, {made.scope.months} "
        f"month{'s' if made.scope.months > 1 else ''}: no licence on file covers this use; by the "
        f"rate card {made.card} a new one would be {_money(made.total, made.currency)}, of which "
        f"{_money(made.payout, made.currency)} goes to the model, until {made.valid_until}."
    )
    if found.movers:
        first = found.movers[0]
        yield f"Most moves it: {first.say}, {_money(first.saves, made.currency)} less."


def _pictures(count: int) -> str:
    return f"{count} picture{'s' if count > 1 else ''}"


def _money(minor: int, currency: str) -> str:
    return f"{currency} {minor / 100:,.2f}".removesuffix(".00")
