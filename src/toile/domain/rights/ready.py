"""Grants as bit sets and small numbers, made ready once for many questions.

Belongs here: the form. Does not know: any request.
"""

from dataclasses import dataclass
from typing import Any

from toile.domain import paths
from toile.domain.days import end_of, start_of
from toile.domain.licences import Grant, Licence, Term
from toile.domain.rights.offers import grant_sets
from toile.domain.rights.world import RightsTables, World


class Grid:
    """Bit places of territories and media, and small numbers for equal sets of words."""

    def __init__(self, tables: RightsTables) -> None:
        self.tables = tables
        self.codes = {code: 1 << n for n, code in enumerate(sorted(tables.territories.names))}
        leaves = sorted(tables.media.leaves(paths.ALL))
        self.leaves = {leaf: 1 << n for n, leaf in enumerate(leaves)}
        self._numbers: dict[Any, int] = {}
        self.words: list[Any] = []

    def territory_bits(self, codes: frozenset[str]) -> int:
        """Return the bits of the known codes."""
        bits = 0
        for code in codes:
            bits |= self.codes.get(code, 0)
        return bits

    def media_bits(self, media: frozenset[str]) -> int:
        """Return the bits of the known leaves."""
        bits = 0
        for leaf in media:
            bits |= self.leaves.get(leaf, 0)
        return bits

    def number(self, words: Any) -> int:
        """Return one small number for equal words."""
        known = self._numbers.get(words)
        if known is None:
            known = self._numbers[words] = len(self.words)
            self.words.append(words)
        return known


@dataclass(slots=True)
class Ready:
    """One grant made ready; ``odd`` is left to the full decision."""

    odd: bool
    start: float
    end: float
    zone: int
    whole: int
    excluded: int
    media: int
    actions: int
    products: int
    changes: int
    bans: int
    targeted: bool
    paid: bool
    free: int | None
    counts_on: tuple[str, ...]
    approval: bool
    labelled: bool
    pre: bool
    suits: bool


def ready_grants(lic: Licence, world: World, grid: Grid, version: str | None) -> list[Ready]:
    """Return the grants of a licence made ready for one state of the world."""
    return [_ready(lic, grant, world, grid, version) for grant in lic.grants]


def _ready(lic: Licence, grant: Grant, world: World, grid: Grid, version: str | None) -> Ready:
    sets, state, term = grant_sets(grant, world.tables), world.state(lic.id), lic.term
    span = _span(term)
    count = grant.count
    simple = count is None or (
        count.limit is not None and state.used is not None and not state.reservations
        and not state.counted_keys
    )  # fmt: skip
    changes = (tuple(sorted(grant.modifications.items(), key=str)), grant.unlisted_modification)
    bans = tuple((b.products, b.content) for b in lic.prohibitions)
    hard_ban = any(
        b.actions or b.media or b.territory or b.unknown or not (b.products or b.content)
        or (b.products and b.content)
        for b in lic.prohibitions
    )  # fmt: skip
    return Ready(
        odd=span is None or hard_ban or not simple or bool(state.approvals) or _is_odd(lic, grant),
        start=span[0] if span else 0.0,
        end=span[1] if span else 0.0,
        zone=grid.number(("zone", term.tz if term else None)),
        whole=grid.territory_bits(sets.whole),
        excluded=grid.territory_bits(sets.excluded),
        media=grid.media_bits(sets.media),
        actions=grid.number(("actions", grant.actions)),
        products=grid.number(("products", grant.products, grant.products_need_approval)),
        changes=grid.number(("changes", *changes)),
        bans=grid.number(("bans", bans)),
        targeted=grant.territory.online_rule == "targeted",
        paid=lic.fee.precondition is False or state.fee_paid is True,
        free=None if count is None else (count.limit or 0) - (state.used or 0),
        counts_on=count.counts_on if count else (),
        approval=lic.approval.mode != "none",
        labelled=lic.visible_label is not None,
        pre=lic.pre_production is not False,
        suits=not grant.twin_versions or version in grant.twin_versions,
    )


def _span(term: Term | None) -> tuple[float, float] | None:
    if term is None or term.start is None or term.end is None or term.tz is None:
        return None
    return start_of(term.start, term.tz).timestamp(), end_of(term.end, term.tz).timestamp()


def _is_odd(lic: Licence, grant: Grant) -> bool:
    return bool(
        lic.revocation is not None
        or lic.first_use_months is not None
        or lic.unknown_terms
        or grant.unknown
        or grant.actions is None
        or grant.media is None
        or grant.products is None
        or grant.territory.include is None
        or any("-" in code for code in (*grant.territory.include, *grant.territory.exclude))
    )
