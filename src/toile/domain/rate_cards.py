"""A rate card: what one model or agency asks, as data, and the cheapest areas of it.

Belongs here: the card. Does not know: how a quote is put together.
"""

from dataclasses import dataclass
from decimal import Decimal
from itertools import chain, combinations
from typing import Literal

from toile.domain.errors import BadInput
from toile.domain.territories import WORLD, Territories
from toile.domain.values import Value

Scope = Literal["none", "category", "named", "full"]


class Factor(Value):
    """A number of the card with its source: ``card`` or ``negotiated``."""

    factor: Decimal
    source: str = "card"


class Band(Value):
    """One area and its factor; a code on its own is priced by ``other_country``."""

    area: str
    factor: Decimal
    source: str = "card"


class Step(Value):
    """A factor that holds up to a number of months or assets."""

    up_to: int
    factor: Decimal


class RateCard(Value):
    """What one model or agency asks; every money value is in minor units of ``currency``."""

    id: str
    version: str
    currency: str
    base_usage_rate: int
    media: dict[str, Factor]
    bands: tuple[Band, ...]
    other_country: Decimal
    periods: tuple[Step, ...]
    all_media_cap: Decimal | None = None
    minimum_usage: int = 0
    exclusivity: dict[Scope, Decimal] = {}
    sensitivity: dict[str, Factor] = {}
    volume: tuple[Step, ...]
    unit: str = "published picture; crops and translations are free"
    session: int = 0
    per_generation: int = 0
    agency_charge: Decimal = Decimal(0)
    commission: Decimal = Decimal(0)
    commission_caps: dict[str, Decimal] = {}
    tax: dict[str, Decimal] = {}
    renewal: Decimal = Decimal(1)
    valid_days: int = 30


@dataclass(frozen=True)
class _Area:
    band: Band
    codes: frozenset[str]


def cheapest_areas(
    card: RateCard, asked: tuple[str, ...], territories: Territories
) -> tuple[Band, ...]:
    """Return the areas of the card that cover the territories for the least sum of factors."""
    wanted = territories.expand(asked)
    known = [_Area(band, territories.expand((band.area,))) for band in card.bands]
    useful = [area for area in known if area.codes & wanted]
    prices = {code: _single(card, code) for code in wanted}
    best: tuple[Decimal, tuple[Band, ...]] | None = None
    groups = [area for area in useful if len(area.codes) > 1]
    for taken in chain.from_iterable(combinations(groups, n) for n in range(len(groups) + 1)):
        covered = frozenset().union(*(area.codes for area in taken))
        left = sorted(wanted - covered)
        made = (*(area.band for area in taken), *(prices[code] for code in left))
        cost = sum((band.factor for band in made), Decimal(0))
        if best is None or cost < best[0]:
            best = (cost, made)
    if best is None:
        raise BadInput("No territory is asked for.", hint=f"Name one, or {WORLD}.")
    return best[1]


def _single(card: RateCard, code: str) -> Band:
    for band in card.bands:
        if band.area == code:
            return band
    return Band(area=code, factor=card.other_country)
