"""Disclosure: which label or mark which market asks for, from which day, for what kind of picture.

Belongs here: the dated rows and which of them bite. Does not know: licences. Every row is data
with its source and its status, which goes wherever the duty is shown: a row still to be verified
asks for its label all the same, since a label too many costs less than one too few.
"""

from datetime import date
from typing import Literal

from pydantic import Field

from toile.domain import paths
from toile.domain.values import Value

Fact = Literal["unrecognisable"]


class Wording(Value):
    """The words a market expects to see, in one language."""

    language: str
    text: str


class DisclosureRule(Value):
    """One dated duty of one market.

    ``modifications`` empty bites on any picture; ``needs`` is a further fact; ``legacy_before`` and
    ``legacy_from`` move the first day for a tool that was on the market before a date. A row whose
    ``effect`` is ``warn`` adds a note and no duty.
    """

    id: str
    duty: str = Field(pattern=r"^[A-Z][A-Z0-9_]+$")
    name: str
    markets: tuple[str, ...]
    applies_from: date
    until: date | None = None
    actions: tuple[str, ...] = ("publish", "keep_live")
    media_not: tuple[str, ...] = ("internal",)
    modifications: tuple[str, ...] = ()
    needs: tuple[Fact, ...] = ()
    legacy_before: date | None = None
    legacy_from: date | None = None
    actor: str
    visible: bool
    wording: tuple[Wording, ...] = ()
    icon: str = ""
    machine: bool = False
    effect: Literal["duty", "warn"] = "duty"
    source: str
    source_url: str = ""
    status: Literal["verified", "verify"]
    checked_on: date


class Use(Value):
    """What a disclosure rule looks at; ``deployed`` is the day the picture first goes live."""

    action: str
    markets: frozenset[str]
    media: tuple[str, ...]
    deployed: date
    modifications: tuple[str, ...] = ()
    recognisable: bool | None = True
    tool_on_market: date | None = None


def bites(rule: DisclosureRule, use: Use, markets: frozenset[str]) -> bool | None:
    """Say whether a rule applies to a use; ``None`` where a fact that decides it is unknown.

    ``markets`` are the rule's own markets as country codes.
    """
    if use.action not in rule.actions or use.markets.isdisjoint(markets):
        return False
    if all(paths.any_covers(rule.media_not, medium) for medium in use.media):
        return False
    if rule.modifications and not _changed(rule, use):
        return False
    if use.deployed < rule.applies_from or (rule.until and use.deployed > rule.until):
        return False
    if "unrecognisable" in rule.needs:
        return None if use.recognisable is None else not use.recognisable
    return _past_grace(rule, use)


def _changed(rule: DisclosureRule, use: Use) -> bool:
    return any(paths.any_overlaps(rule.modifications, change) for change in use.modifications)


def _past_grace(rule: DisclosureRule, use: Use) -> bool | None:
    if rule.legacy_before is None or rule.legacy_from is None or use.deployed >= rule.legacy_from:
        return True
    if use.tool_on_market is None:
        return None
    return use.tool_on_market >= rule.legacy_before
