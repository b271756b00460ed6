"""One grant of one licence, made ready to be held against a request.

Belongs here: containment of each dimension, answered yes, no or ``None`` (never recorded). Does
not know: how several grants are put together.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Literal

from toile.domain import days, paths
from toile.domain.days import LAST, Span
from toile.domain.kept import kept
from toile.domain.licences import Grant, Licence
from toile.domain.rights.asked import Case
from toile.domain.rights.codes import MAKING
from toile.domain.rights.party_gate import in_effect
from toile.domain.rights.world import RightsTables
from toile.domain.territories import WORLD, contains

Place = Literal["covered", "excluded", "ambiguous", "outside", "unknown"]


@dataclass(frozen=True, slots=True)
class GrantSets:
    """A grant's territories and media as sets, for one version of the tables."""

    tables: RightsTables
    included: frozenset[str]
    named: frozenset[str]
    excluded: frozenset[str]
    whole: frozenset[str]
    media: frozenset[str]


def grant_sets(grant: Grant, tables: RightsTables) -> GrantSets:
    """Return the sets of a grant, made once per version of the tables."""
    known: GrantSets | None = kept(grant).get("sets")
    if known is not None and known.tables is tables:
        return known
    area = grant.territory
    included = tables.territories.expand(area.include or ())
    named = frozenset(tables.territories.code(code) for code in area.include or ())
    excluded = tables.territories.expand(area.exclude)
    plain = {code for code in included if not tables.territories.parent(code)}
    carved = {code.split("-")[0] for code in excluded if "-" in code}
    made = GrantSets(
        tables=tables,
        included=included,
        named=named,
        excluded=excluded,
        whole=frozenset(plain - excluded - carved),
        media=tables.media.expand(grant.media or ()),
    )
    kept(grant)["sets"] = made
    return made


@dataclass(slots=True, eq=False)
class Offer:
    """A grant that may cover the request."""

    licence: Licence
    grant: Grant
    sets: GrantSets
    span: Span | None
    archive: bool = False
    grace: bool = False

    def place(self, code: str) -> Place:
        """Say how the grant stands to one country code."""
        sets, area = self.sets, self.grant.territory
        if area.include is None:
            return "unknown"
        if contains(sets.excluded, code) or any(x.startswith(f"{code}-") for x in sets.excluded):
            return "excluded"
        if code in sets.whole or code in sets.named:
            return "covered"
        parent = sets.tables.territories.parent(code)
        if parent is None:
            return "covered" if contains(sets.included, code) else "outside"
        return self._dependent(code, parent)

    def _dependent(self, code: str, parent: str) -> Place:
        sets, rule = self.sets, self.grant.territory.dependent_codes
        if contains(sets.excluded, parent):
            if code not in sets.included:
                return "outside"
            return "ambiguous" if rule in ("silent", None) else "excluded"
        if WORLD in sets.named or code in sets.included:
            return "excluded" if rule == "excluded" else "covered"
        if not contains(sets.included, parent):
            return "outside"
        if rule == "included":
            return "covered"
        return "excluded" if rule == "excluded" else "ambiguous"

    def medium(self, medium: str) -> bool | None:
        """Say whether the grant contains the medium."""
        if self.grant.media is None:
            return None
        return medium in self.sets.media or paths.any_covers(self.grant.media, medium)

    def bars(self, case: Case, code: str, medium: str | None) -> bool:
        """Say whether the grant expressly carves this place out for what is asked."""
        if self.place(code) != "excluded" or not self.grant.territory.exclude:
            return False
        if self.action(case) is False or self.product(case) is False:
            return False
        return medium is None or self.medium(medium) is not False

    def product(self, case: Case) -> bool | None:
        """Say whether the grant contains the product, by approval or without."""
        product = case.request.product
        if self.grant.products is None:
            return None
        if product is None:
            return True
        allowed = (*self.grant.products, *self.grant.products_need_approval)
        return case.world.tables.products.contains(allowed, product)

    def action(self, case: Case) -> bool | None:
        """Say whether the grant contains the action."""
        if self.grant.actions is None:
            return None
        return case.request.action is None or case.request.action in self.grant.actions

    def reach(self, case: Case, medium: str | None) -> bool | None:
        """Say whether the online reach stays within what the licence demands."""
        if medium is not None and not case.world.tables.media.is_online(medium):
            return True
        if WORLD in self.sets.named and not self.sets.excluded:
            return True
        rule, asked = self.grant.territory.online_rule, case.request.online_reach
        if rule == "targeted" or asked == "geo_restricted":
            return True
        return None if rule is None or asked is None else False


def offer_of(case: Case, licence: Licence, grant: Grant) -> Offer:
    """Return the grant made ready, with its days for this request."""
    grace = case.request.action == "keep_live" and in_effect(licence, case.instant)
    return Offer(
        licence=licence,
        grant=grant,
        sets=grant_sets(grant, case.world.tables),
        span=_span(case, licence),
        grace=grace,
    )


def _span(case: Case, licence: Licence) -> Span | None:
    """Return from when to when the licence runs for this request, or ``None`` if not recorded."""
    term = licence.term
    if term is None or term.start is None or term.tz is None:
        return None
    start = days.start_of(term.start, term.tz)
    if term.end is None and licence.first_use_months is None:
        return None
    end = days.end_of(term.end or LAST, term.tz)
    if licence.first_use_months is not None:
        last = _last_after_first_use(case, licence, term.tz)
        if last is None:
            return None
        end = min(end, days.end_of(last, term.tz))
    ends = [end, *_endings(case, licence)]
    if licence.pre_production and case.request.action in MAKING:
        start = _earliest(case, term.tz, start)
    return start, min(ends)


def _earliest(case: Case, tz: str, start: datetime) -> datetime:
    window = case.asked.span(tz)
    return min(start, case.instant, *((window[0],) if window else ()))


def _endings(case: Case, licence: Licence) -> list[datetime]:
    found = []
    if licence.revocation is not None and licence.revocation.effective > case.instant:
        found.append(licence.revocation.effective)
    for consent in case.consents:
        if consent.withdrawn_at is not None and consent.withdrawn_at > case.instant:
            found.append(consent.withdrawn_at)
    return found


def _last_after_first_use(case: Case, licence: Licence, tz: str) -> datetime | None:
    """Return the last day counted from the first use; this request is the first where none was."""
    first = case.world.state(licence.id).first_use
    if first is None:
        window = case.asked.days(tz)
        if case.request.action == "keep_live" or window is None:
            return None
        begins = window[0]
    else:
        begins = days.first_day(first, tz)
    last = days.last_day_after_months(begins, licence.first_use_months or 0)
    return days.midnight(last + timedelta(days=1), tz)
