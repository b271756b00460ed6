"""One look at grants made ready, for a request.

Belongs here: what a single grant proves by itself. Does not know: rules that need several gates; it
answers ``None`` there.
"""

from collections.abc import Sequence
from datetime import date, datetime
from typing import Any

from toile.domain import paths
from toile.domain.days import first_day
from toile.domain.disclosure import Use, bites
from toile.domain.rights.asked import Asked
from toile.domain.rights.codes import MAKING
from toile.domain.rights.ready import Grid, Ready
from toile.domain.rights.world import TwinFacts, World

OUT, OPEN, FIT = 0, 1, 2


class Sieve:
    """One request held against many grants; answers that repeat are kept."""

    def __init__(self, asked: Asked, world: World, grid: Grid, instant: datetime) -> None:
        request = asked.request
        self.asked, self.world, self.grid = asked, world, grid
        self.instant, self.now = instant, instant.timestamp()
        self.actor = request.actor or ""
        self.group = world.group_of(self.actor)
        self.area = grid.territory_bits(asked.territories)
        self.media = grid.media_bits(asked.media_set)
        self.leaves = [grid.leaves[leaf] for leaf in asked.media if leaf in grid.leaves]
        self.making = request.action in MAKING
        self.first: date = asked.days("UTC")[0]  # type: ignore[index]
        self.days = (asked.days("UTC")[1] - self.first).days  # type: ignore[index]
        self.online = any(world.tables.media.is_online(medium) for medium in asked.media)
        self.hard = self._is_hard()
        self._spans: dict[int, tuple[float, float]] = {}
        self._products: dict[int, int] = {}
        self._changes: dict[int, bool] = {}
        self._actions: dict[int, bool] = {}
        self._bans: dict[int, int] = {}
        self._law: dict[tuple[int, bool | None], bool] = {}

    def _is_hard(self) -> bool:
        """Say whether the request itself needs the full decision."""
        request, tables = self.asked.request, self.world.tables
        places = tables.territories
        return bool(
            request.action in ("keep_live", "grant_exclusive")
            or tables.actions.trains(request.action)
            or request.on_behalf_of
            or request.content_tags is None
            or request.prepaid is not True
            or request.quantity is None
            or request.labels_disabled is not False
            or not all(code in self.grid.codes for code in self.asked.territories)
            or any(places.parent(code) for code in self.asked.territories)
            or not all(leaf in self.grid.leaves for leaf in self.asked.media)
        )

    def meets(self, banned: Sequence[str]) -> bool:
        """Say whether the picture shows any of the banned content."""
        tags = self.asked.request.content_tags or ()
        return any(paths.overlaps(tag, ban) for tag in tags for ban in banned)

    def sift(self, grants: Sequence[Ready], facts: TwinFacts | None) -> bool | None:
        """Return yes where grants prove it cell by cell, no where none together can, else ``None``.

        A grant that is out can give no cell without a reason against it; one that is open may.
        """
        fit: list[Ready] = []
        able: list[Ready] = []
        for grant in grants:
            if grant.odd or grant.excluded & self.area or self._banned(grant.bans):
                return None
            verdict = self._weigh(grant, facts)
            if verdict is OUT:
                continue
            able.append(grant)
            if verdict is FIT:
                fit.append(grant)
        if not self._covered(able):
            return False
        return True if self._covered(fit) else None

    def _covered(self, grants: Sequence[Ready]) -> bool:
        """Say whether every asked territory has, for every asked medium, a grant of its own."""
        if not grants:
            return False
        for grant in grants:
            if not (self.area & ~grant.whole or self.media & ~grant.media):
                return True
        for leaf in self.leaves:
            area = 0
            for grant in grants:
                if grant.media & leaf:
                    area |= grant.whole
            if self.area & ~area:
                return False
        return True

    def _weigh(self, grant: Ready, facts: TwinFacts | None) -> int:
        """Say whether a grant is fit but for place and medium, out, or open."""
        if not (grant.suits and self._grants_action(grant.actions)):
            return OUT
        sold = self._sells(grant.products)
        if sold == OUT or not self._changes_allowed(grant.changes):
            return OUT
        if self.online and not grant.targeted and self._reach() != "geo_restricted":
            return OUT
        if not self._terms(grant, facts):
            return OUT
        start, end = self._window(grant.zone)
        if grant.start <= self.now < grant.end and start >= grant.start and end <= grant.end:
            return sold
        runs = grant.start <= self.now < grant.end or grant.pre
        return OPEN if runs or (start < grant.end and grant.start < end) else OUT

    def _terms(self, grant: Ready, facts: TwinFacts | None) -> bool:
        request = self.asked.request
        counted = request.action in grant.counts_on
        if counted and grant.free is not None and (request.quantity or 0) > grant.free:
            return False
        if self.making:
            return True
        if not grant.paid or grant.approval:
            return False
        return grant.labelled and self._law_is_clear(grant.zone, facts)

    def _reach(self) -> str | None:
        return self.asked.request.online_reach

    def _window(self, zone: int) -> tuple[float, float]:
        known = self._spans.get(zone)
        if known is None:
            span = self.asked.span(self.grid.words[zone][1])
            known = (span[0].timestamp(), span[1].timestamp()) if span else (0.0, float("inf"))
            self._spans[zone] = known
        return known

    def _grants_action(self, number: int) -> bool:
        known = self._actions.get(number)
        if known is None:
            known = self.asked.request.action in self.grid.words[number][1]
            self._actions[number] = known
        return known

    def _sells(self, number: int) -> int:
        known = self._products.get(number)
        if known is None:
            _, allowed, asking = self.grid.words[number]
            product = self.asked.request.product or ""
            tree = self.world.tables.products
            if paths.any_overlaps(asking, product):
                known = OPEN
            else:
                known = FIT if tree.contains(allowed, product) else OUT
            self._products[number] = known
        return known

    def _changes_allowed(self, number: int) -> bool:
        known = self._changes.get(number)
        if known is None:
            _, listed, unlisted = self.grid.words[number]
            known = all(
                _allows(dict(listed), unlisted, change)
                for change in self.asked.request.modifications or ()
            )
            self._changes[number] = known
        return known

    def _banned(self, number: int) -> int:
        known = self._bans.get(number)
        if known is None:
            product = self.asked.request.product or ""
            known = int(
                any(
                    (products and paths.any_overlaps(products, product)) or self.meets(content)
                    for products, content in self.grid.words[number][1]
                )
            )
            self._bans[number] = known
        return known

    def _law_is_clear(self, zone: int, facts: TwinFacts | None) -> bool:
        """Say whether no disclosure row hangs on a fact that is not recorded."""
        recognisable = facts.recognisable if facts else None
        known = self._law.get((zone, recognisable))
        if known is None:
            tz = self.grid.words[zone][1]
            window = self.asked.days(tz)
            today = first_day(self.instant, tz)
            use = Use(
                action=self.asked.request.action or "",
                markets=self.asked.territories,
                media=self.asked.media,
                deployed=max(window[0], today) if window else today,
                modifications=self.asked.request.modifications or (),
                recognisable=recognisable,
                tool_on_market=self.world.tool.on_market,
            )
            rows = self.world.tables.disclosure_markets
            known = all(bites(rule, use, markets) is not None for rule, markets in rows)
            self._law[(zone, recognisable)] = known
        return known


def _allows(listed: dict[str, Any], unlisted: str | None, change: str) -> bool:
    above = [path for path in listed if paths.covers(path, change)]
    inside = [said for path, said in listed.items() if path.startswith(f"{change}.")]
    said = [*inside, *((listed[max(above, key=len)],) if above else ())]
    return all(word == "allowed" for word in said) if said else unlisted == "allowed"
