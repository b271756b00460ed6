"""What a board costs: the fees agreed for the people in it, and by the card what is not agreed.

Belongs here: which fees bear on a board, and how they are said. Does not: the reckoning
(``domain.fees``), where a card comes from, money other than licence fees.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from toile.domain.board import Board
from toile.domain.brief import Usage
from toile.domain.errors import BadInput
from toile.domain.fee_advice import Advice, advise, months_between
from toile.domain.fees import FeeScope
from toile.domain.ids import TwinId
from toile.domain.licences import Licence
from toile.domain.rate_cards import RateCard
from toile.domain.shots import Shot
from toile.domain.territories import Territories
from toile.domain.trees import Tree
from toile.domain.twins import NoTwin, Twin
from toile.workflow.cast_shots import CastShots, candidate_of
from toile.workflow.moment import Moment

NO_CARD = (
    "No rate card is set, so what a further licence costs is not known here: "
    "ask the agency, or set TOILE_RATE_CARD."
)


@dataclass(frozen=True)
class PriceBoard:
    """Say what a board costs; ``card`` is asked for with whether a twin is of the sample world."""

    casts: CastShots
    territories: Territories
    media: Tree
    card: Callable[[bool], RateCard | None]

    def __call__(self, board: Board) -> tuple[str, ...]:
        """Return each person's fee with its source and what would make it less, a line each."""
        cast: dict[TwinId, list[Shot]] = {}
        unknown: list[str] = []
        for panel in board.panels:
            for seat in self.casts.twins_of(panel.now.shot):
                if isinstance(seat, NoTwin):
                    unknown.append(seat.reason)
                else:
                    cast.setdefault(seat, []).append(panel.now.shot)
        if not cast:
            return (*dict.fromkeys(unknown), "Nobody on file is cast yet, so no fee is due.")
        now = self.casts.now()
        twins = {twin.id: twin for twin in now.twins}
        said = [self._said(board, now, twins[twin], shots) for twin, shots in cast.items()]
        return (*said, *dict.fromkeys(unknown), "Tax and production are not in it.")

    def _said(self, board: Board, now: Moment, twin: Twin, shots: Sequence[Shot]) -> str:
        """Return what one person costs; the use counts as covered where every shot is."""
        answers = [
            candidate_of(now, twin, shot, brand=board.brand, usage=board.usage) for shot in shots
        ]
        hardest = min(answers, key=lambda one: one.decision.outcome.strength)
        who = f"{twin.name}, {_pictures(len(shots))}"
        if hardest.allowed:
            licences = dict.fromkeys(lic.id for one in answers for lic in one.licences)
            on_file = {lic.id: lic for one in answers for lic in one.licences}
            return f"{who}: {' and '.join(_fee(on_file[name]) for name in licences)}."
        return f"{who}: {hardest.because} {self._by_card(board, twin, len(shots))}"

    def _by_card(self, board: Board, twin: Twin, count: int) -> str:
        """Return the price of a licence that would cover what is refused now."""
        usage = board.usage
        if usage.unknown or usage.start is None:
            missing = ", ".join(usage.unknown or ("dates",))
            return f"A price needs what the brief leaves open: {missing}."
        card = self.card(twin.demo)
        if card is None:
            return NO_CARD
        try:
            today = self.casts.clock.now().date()
            found = advise(card, _scope(usage, count), self.territories, self.media, today)
        except BadInput as no:
            return str(no)
        return " ".join(_advice(found))


def _fee(licence: Licence) -> str:
    """Say what a licence that gives the yes costs as a whole; an unknown fee is said to be so."""
    kind = "offer" if licence.kind == "offer" else "licence"
    if licence.fee.amount_minor is None or not licence.fee.currency:
        return f"the {kind} {licence.id} covers this use, and states no fee"
    first = ", to be paid before anything leaves" if licence.fee.precondition else ""
    money = _money(licence.fee.amount_minor, licence.fee.currency)
    return f"{money} for the {kind} {licence.id} as a whole, which covers this use{first}"


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


def _advice(found: Advice) -> Iterator[str]:
    made = found.quote
    months = f"{made.scope.months} month{'s' if made.scope.months > 1 else ''}"
    yield (
        f"Where the owner agrees, a licence for it is {_money(made.total, made.currency)} by the "
        f"rate card {made.card} for {months}, of which {_money(made.payout, made.currency)} goes "
        f"to the model; the price holds until {made.valid_until}."
    )
    if found.movers:
        first = found.movers[0]
        yield f"Most moves it: {first.say}, {_money(first.saves, made.currency)} less."


def _pictures(count: int) -> str:
    return f"{count} picture{'s' if count > 1 else ''}"


def _money(minor: int, currency: str) -> str:
    return f"{currency} {minor / 100:,.2f}".removesuffix(".00")
