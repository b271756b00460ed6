"""Fees: a rate card and a scope become a quote of line items, never one magic number.

Belongs here: the calculation in minor units, rounded half-even line by line. Does not know: where a
card comes from, what others charge, or whether the use is allowed.
"""

from collections.abc import Sequence
from datetime import date, timedelta
from decimal import ROUND_HALF_EVEN, Decimal
from typing import Literal

from toile.domain import paths
from toile.domain.errors import BadInput
from toile.domain.rate_cards import Band, Factor, RateCard, Scope, Step, cheapest_areas
from toile.domain.territories import Territories
from toile.domain.values import Value

Kind = Literal[
    "usage", "minimum", "cap", "exclusivity", "sensitivity", "volume", "session", "generation",
    "agency", "tax",
]  # fmt: skip
MODELS_OWN = ("usage", "minimum", "cap", "exclusivity", "sensitivity", "volume", "session")


class FeeScope(Value):
    """The use to be priced; ``months`` are begun months of use."""

    media: tuple[str, ...]
    territory: tuple[str, ...]
    months: int
    product: str = "apparel"
    assets: int = 1
    exclusivity: Scope = "none"
    sessions: int = 0
    generations: int = 0
    tax_country: str | None = None
    governing_law: tuple[str, ...] = ()


class QuoteLine(Value):
    """One item: what it is for, how it was reckoned, and where its factors come from."""

    kind: Kind
    label: str
    reckoned: str
    source: str
    amount: int


class Quote(Value):
    """Line items that add up, with the model's payout and the price of a renewal."""

    card: str
    card_version: str
    currency: str
    scope: FeeScope
    lines: tuple[QuoteLine, ...]
    total: int
    payout: int
    commission: int
    commission_rate: Decimal
    renewal: int
    rounding: str = "half-even to the minor unit, line by line"
    valid_until: date

    def sum_of(self, *kinds: Kind) -> int:
        """Return the sum of the lines of these kinds."""
        return sum(line.amount for line in self.lines if line.kind in kinds)


def quote(card: RateCard, scope: FeeScope, territories: Territories, day: date) -> Quote:
    """Return the quote of a scope on a day. Raises ``BadInput`` for what the card cannot price."""
    _check(card, scope)
    lines = _usage(card, scope, territories)
    lines += _on_usage(card, scope, sum(line.amount for line in lines))
    lines += _creation(card, scope)
    models = sum(line.amount for line in lines if line.kind in MODELS_OWN)
    lines += _charges(card, scope, lines, models)
    rate = min([card.commission, *_caps(card, scope)])
    commission = rounded(Decimal(models) * rate)
    usage = sum(line.amount for line in lines if line.kind in MODELS_OWN and line.kind != "session")
    return Quote(
        card=card.id,
        card_version=card.version,
        currency=card.currency,
        scope=scope,
        lines=tuple(lines),
        total=sum(line.amount for line in lines),
        payout=models - commission,
        commission=commission,
        commission_rate=rate,
        renewal=rounded(Decimal(usage) * card.renewal),
        valid_until=day + timedelta(days=card.valid_days),
    )


def rounded(amount: Decimal) -> int:
    """Return the amount in whole minor units, half to even."""
    return int(amount.quantize(Decimal(1), rounding=ROUND_HALF_EVEN))


def _check(card: RateCard, scope: FeeScope) -> None:
    if not scope.media or not scope.territory or scope.months < 1 or scope.assets < 1:
        raise BadInput(
            "A price needs media, territories, at least a month and a picture.",
            hint="State all four.",
        )
    for steps, asked, word in (
        (card.periods, scope.months, "months"),
        (card.volume, scope.assets, "pictures"),
    ):
        if asked > max(step.up_to for step in steps):
            raise BadInput(f"The card has no price for {asked} {word}.", hint="Ask for less.")


def _usage(card: RateCard, scope: FeeScope, territories: Territories) -> list[QuoteLine]:
    """Return one line for each medium and area, a top-up to the minimum, a cut at the cap."""
    period = _step(card.periods, scope.months)
    areas = cheapest_areas(card, scope.territory, territories)
    lines = []
    for medium in scope.media:
        factor = _medium(card, medium)
        for area in areas:
            amount = Decimal(card.base_usage_rate) * factor.factor * area.factor * period
            lines.append(
                QuoteLine(
                    kind="usage",
                    label=f"{medium} · {territories.name(area.area)} · {scope.months} months",
                    reckoned=f"{card.base_usage_rate} × {factor.factor} × {area.factor} × {period}",
                    source=f"medium: {factor.source}; area: {area.source}",
                    amount=rounded(amount),
                )
            )
    return lines + _bounds(card, sum(line.amount for line in lines), areas, period)


def _bounds(card: RateCard, usage: int, areas: Sequence[Band], period: Decimal) -> list[QuoteLine]:
    if card.all_media_cap is not None:
        area = sum((band.factor for band in areas), Decimal(0))
        cap = rounded(card.base_usage_rate * card.all_media_cap * area * period)
        if usage > cap:
            return [_line("cap", "All media cost no more", f"{cap} − {usage}", cap - usage)]
    if usage < card.minimum_usage:
        text = f"{card.minimum_usage} − {usage}"
        return [_line("minimum", "Up to the minimum", text, card.minimum_usage - usage)]
    return []


def _line(kind: Kind, label: str, reckoned: str, amount: int, source: str = "card") -> QuoteLine:
    return QuoteLine(kind=kind, label=label, reckoned=reckoned, source=source, amount=amount)


def _on_usage(card: RateCard, scope: FeeScope, usage: int) -> list[QuoteLine]:
    lines = []
    if scope.exclusivity != "none":
        if scope.exclusivity not in card.exclusivity:
            raise BadInput(f"The card has no price for {scope.exclusivity} exclusivity.")
        share = card.exclusivity[scope.exclusivity]
        lines.append(
            _line(
                "exclusivity",
                f"Exclusivity: {scope.exclusivity}",
                f"{usage} × {share}",
                rounded(usage * share),
            )
        )
    touched = [path for path in card.sensitivity if paths.covers(path, scope.product)]
    if touched:
        path = max(touched, key=lambda one: card.sensitivity[one].factor)
        found = card.sensitivity[path]
        text = f"{usage} × {found.factor}"
        amount = rounded(usage * found.factor)
        lines.append(_line("sensitivity", f"Sensitive: {path}", text, amount, found.source))
    more = _step(card.volume, scope.assets) - 1
    if more:
        label = f"{scope.assets} pictures ({card.unit})"
        lines.append(_line("volume", label, f"{usage} × {more}", rounded(usage * more)))
    return lines


def _creation(card: RateCard, scope: FeeScope) -> list[QuoteLine]:
    lines = []
    for kind, count, price in (
        ("session", scope.sessions, card.session),
        ("generation", scope.generations, card.per_generation),
    ):
        if count and price:
            label = f"{count} × {'capture session' if kind == 'session' else 'generation'}"
            lines.append(_line(kind, label, f"{count} × {price}", count * price))  # type: ignore[arg-type]
    return lines


def _charges(
    card: RateCard, scope: FeeScope, lines: Sequence[QuoteLine], models: int
) -> list[QuoteLine]:
    found = []
    if card.agency_charge:
        amount = rounded(models * card.agency_charge)
        text = f"{models} × {card.agency_charge}"
        found.append(_line("agency", "Agency service charge", text, amount))
    rate = card.tax.get(scope.tax_country or "", Decimal(0))
    if rate:
        net = sum(line.amount for line in (*lines, *found))
        label = f"Tax, {scope.tax_country}"
        found.append(_line("tax", label, f"{net} × {rate}", rounded(net * rate)))
    return found


def _caps(card: RateCard, scope: FeeScope) -> list[Decimal]:
    return [card.commission_caps[law] for law in scope.governing_law if law in card.commission_caps]


def _medium(card: RateCard, medium: str) -> Factor:
    """Return the factor of the nearest listed path above the medium."""
    above = [path for path in card.media if paths.covers(path, medium)]
    if not above:
        raise BadInput(f"The card has no price for {medium}.", hint="Ask the agent.")
    return card.media[max(above, key=len)]


def _step(steps: Sequence[Step], asked: int) -> Decimal:
    return next(step.factor for step in sorted(steps, key=lambda s: s.up_to) if asked <= step.up_to)
