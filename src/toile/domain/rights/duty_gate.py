"""Gate ``duty``: what a yes must carry, by market, date, action and contract.

Belongs here: turning dated rows and contract terms into duties. Does not know: coverage.
"""

from collections.abc import Sequence
from datetime import date
from typing import Any

from toile.domain import days
from toile.domain.disclosure import DisclosureRule, Use, bites
from toile.domain.kept import kept
from toile.domain.licences import Licence
from toile.domain.rights.asked import Case
from toile.domain.rights.codes import DutyCode as Code
from toile.domain.rights.codes import Gate, Outcome, Reason
from toile.domain.rights.decision import Duty
from toile.domain.rights.offers import Offer
from toile.domain.rights.party_gate import takedown_deadline


def duties_of(case: Case, offers: Sequence[Offer], notes: dict[str, None]) -> list[Duty]:
    """Return the duties of a yes by these grants, noting a refusal to label."""
    labels = [*_by_law(case, notes), *_by_contract(case, offers)]
    if labels and case.request.labels_disabled:
        case.add(
            Gate.DUTY,
            Outcome.DENIED,
            Reason.DISCLOSURE_REFUSED,
            f"The label is switched off, and it is mandatory here: {labels[0].say}",
            source=labels[0].source,
        )
    elif labels and case.request.labels_disabled is None:
        case.unknown(Gate.DUTY, "labels_disabled", "Whether the labels stay on is not stated.")
    return [*_take_downs(case, offers), *labels, *_reports(case, offers)]


def _by_law(case: Case, notes: dict[str, None]) -> list[Duty]:
    asked = case.asked
    if case.request.action not in _LABELLED or not asked.territories or not asked.media:
        return []
    duties, warnings, unknown = _law(case)
    notes.update(dict.fromkeys(warnings))
    for name, say in unknown:
        case.unknown(Gate.DUTY, name, say)
    return list(duties)


Law = tuple[list[Duty], list[str], list[tuple[str, str]]]


def _law(case: Case) -> Law:
    """Return duties, warnings and open facts by law, once for a request, day and kind of twin."""
    recognisable = case.facts.recognisable if case.facts else None
    deployed, tool = deployed_on(case), case.world.tool.on_market
    reckoned: dict[tuple[Any, ...], Law] = kept(case.request).setdefault("law", {})
    key = (deployed, recognisable, tool)
    known = reckoned.get(key)
    if known is None:
        use = Use(
            action=case.request.action or "",
            markets=case.asked.territories,
            media=case.asked.media,
            deployed=deployed,
            modifications=case.request.modifications or (),
            recognisable=recognisable,
            tool_on_market=tool,
        )
        known = reckoned[key] = _bitten(case, use)
    return known


def _bitten(case: Case, use: Use) -> Law:
    duties: list[Duty] = []
    warnings: list[str] = []
    unknown: list[tuple[str, str]] = []
    for rule, markets in case.world.tables.disclosure_markets:
        verdict = bites(rule, use, markets)
        if verdict is None:
            name = "recognisable" if rule.needs else "tool.on_market"
            unknown.append((name, f"{rule.name}, depending on {_MISSING[name]}."))
        elif verdict and rule.effect == "warn":
            warnings.append(f"{rule.name} ({rule.status}: {rule.source}).")
        elif verdict:
            duties.append(_duty(rule))
    return duties, warnings, unknown


_MISSING = {
    "recognisable": "whether the twin can be recognised, which is not recorded",
    "tool.on_market": "since when the generator is on the market, which is not recorded",
}
_LABELLED = ("export", "publish", "keep_live")


def deployed_on(case: Case) -> date:
    """Return the day on which the picture first goes live.

    A use kept live counts from the first day of its window, so an old one is not labelled again.
    """
    today = days.day_of(case.instant, case.tz)
    window: Any = case.asked.days(case.tz)
    if window is None:
        return today
    first: date = window[0]
    return first if case.request.action == "keep_live" else max(first, today)


def _duty(rule: DisclosureRule) -> Duty:
    return Duty(
        code=rule.duty,
        say=f"{rule.name}.",
        actor=rule.actor,
        wording=tuple((words.language, words.text) for words in rule.wording),
        icon=rule.icon,
        visible=rule.visible,
        machine=rule.machine,
        source=rule.source,
        status=rule.status,
    )


def _by_contract(case: Case, offers: Sequence[Offer]) -> list[Duty]:
    if case.request.action not in _LABELLED:
        return []
    found = []
    for lic in _licences(offers):
        if lic.visible_label:
            clause = lic.clause("label")
            number = f" (clause {clause.number})" if clause else ""
            found.append(
                Duty(
                    code=Code.LICENCE_LABEL,
                    say=f"{case.name}'s licence asks for a visible AI mark{number}.",
                    actor="licensee",
                    licence=lic.id,
                    visible=True,
                    source=f"licence {lic.id}",
                )
            )
    return found


def _take_downs(case: Case, offers: Sequence[Offer]) -> list[Duty]:
    return [
        Duty(
            code=Code.TAKE_DOWN_BY,
            say=f"Take every live use of {case.name} down by {deadline:%d %B %Y, %H:%M} UTC.",
            by=deadline,
            actor="licensee",
            licence=offer.licence.id,
            source=f"licence {offer.licence.id}",
        )
        for offer in offers
        if offer.grace and (deadline := takedown_deadline(offer.licence)) is not None
    ]


def _reports(case: Case, offers: Sequence[Offer]) -> list[Duty]:
    action = case.request.action
    counted = any(offer.grant.count and action in offer.grant.count.counts_on for offer in offers)
    if action != "publish" and not counted:
        return []
    return [Duty(code=Code.REPORT_USE, say="Log the use and add it to the count.", actor="studio")]


def _licences(offers: Sequence[Offer]) -> list[Licence]:
    return list({offer.licence.id: offer.licence for offer in offers}.values())
