"""Gates ``licence_status`` and ``party``: which licences may speak for this request at all.

Belongs here: offers, revocation with its take-down time, supersession, affiliates, sublicensees.
Does not know: what a licence grants.
"""

from collections.abc import Sequence
from datetime import datetime, timedelta

from toile.domain import days
from toile.domain.licences import Licence, Sublicensee
from toile.domain.rights.asked import Case
from toile.domain.rights.codes import MAKING, Gate, Outcome, Reason


def usable_licences(case: Case) -> list[Licence]:
    """Return the licences that speak for the request, noting why there are none."""
    agreements = _agreements(case, case.licences)
    speaking = [lic for lic in case.licences if _authorises(case, lic)]
    own = _agreements(case, speaking)
    if not own:
        _no_agreement(case, agreements, bool(speaking))
        return []
    current = without_superseded(case, own)
    live = [lic for lic in current if not in_effect(lic, case.instant) or _in_grace(case, lic)]
    if not live:
        _revoked(case, current)
    return live


def without_superseded(case: Case, licences: Sequence[Licence]) -> list[Licence]:
    """Return the licences that no other agreement of the same parties has replaced by now."""
    replaced = {
        old.id
        for new in licences
        for old in licences
        if old.id in new.supersedes
        and new.id not in old.supersedes
        and new.licensee == old.licensee
        and _has_begun(case, new)
    }
    return [lic for lic in licences if lic.id not in replaced]


def in_effect(licence: Licence, instant: datetime) -> bool:
    """Say whether the licence is revoked or suspended at the instant."""
    ending = licence.revocation
    if ending is None or instant < ending.effective:
        return False
    return ending.until is None or instant < ending.until


def takedown_deadline(licence: Licence) -> datetime | None:
    """Return until when uses already live may stay, or ``None`` where that is not recorded."""
    if licence.revocation is None or licence.takedown_hours is None:
        return None
    return licence.revocation.effective + timedelta(hours=licence.takedown_hours)


def principals(case: Case) -> frozenset[str]:
    """Return every party the actor may be acting for: its group, and who gave it a sublicence."""
    found: set[str] = set()
    for party in (case.request.actor, case.request.on_behalf_of):
        if party:
            found |= case.world.group_of(party)
    for lic in case.licences:
        if any(sub.party == case.request.actor for sub in lic.sublicensees):
            found.add(lic.licensee)
    return frozenset(found)


def _agreements(case: Case, licences: Sequence[Licence]) -> list[Licence]:
    for lic in licences:
        if lic.kind is None:
            case.unknown(
                Gate.LICENCE_STATUS, "kind", f"Whether {lic.id} was ever signed is not recorded."
            )
    return [lic for lic in licences if lic.kind == "agreement"]


def _no_agreement(case: Case, agreements: list[Licence], speaking: bool) -> None:
    if not agreements or speaking:
        case.add(
            Gate.LICENCE_STATUS,
            Outcome.DENIED,
            Reason.NO_AGREEMENT,
            f"No signed licence for {case.name}: an offer grants nothing."
            if case.licences
            else f"No licence for {case.name} is on file.",
        )
        return
    if all(in_effect(lic, case.instant) for lic in agreements):
        _revoked(case, agreements)
    actor = case.request.actor
    if actor is None:
        return
    case.add(
        Gate.PARTY,
        Outcome.DENIED,
        Reason.PARTY_NOT_AUTHORISED,
        f"{case.world.name(actor)} is not a party that {case.name}'s licence lets act.",
        licence=agreements[0] if len(agreements) == 1 else None,
        about="party",
    )


def _revoked(case: Case, licences: Sequence[Licence]) -> None:
    for lic in licences:
        ending = lic.revocation
        if ending is None:
            continue
        if case.request.action == "keep_live" and lic.takedown_hours is None:
            case.unknown(
                Gate.LICENCE_STATUS, "takedown_hours", "The take-down time is not recorded.", lic
            )
            continue
        day = days.said(days.day_of(ending.effective, case.tz))
        case.add(
            Gate.LICENCE_STATUS,
            Outcome.DENIED,
            Reason.LICENCE_REVOKED,
            f"{case.name}'s licence was {ending.kind} with effect from {day}.",
            licence=lic,
            about="revocation",
        )


def _in_grace(case: Case, licence: Licence) -> bool:
    if case.request.action != "keep_live":
        return False
    deadline = takedown_deadline(licence)
    return deadline is not None and case.instant < deadline


def _has_begun(case: Case, licence: Licence) -> bool:
    term = licence.term
    if term is None or term.start is None or term.tz is None:
        return True
    return days.start_of(term.start, term.tz) <= case.instant


def _authorises(case: Case, licence: Licence) -> bool:
    actor, behalf = case.request.actor, case.request.on_behalf_of
    if actor is None:
        return True
    if behalf and behalf != actor and not _is_licensee(case, licence, behalf):
        return False
    if _is_licensee(case, licence, actor):
        return True
    return any(_sublicensed(case, licence, sub) for sub in licence.sublicensees)


def _is_licensee(case: Case, licence: Licence, party: str) -> bool:
    if party == licence.licensee:
        return True
    if party not in case.world.affiliates.get(licence.licensee, ()):
        return False
    if licence.affiliates_allowed is None:
        case.unknown(
            Gate.PARTY, "affiliates_allowed", "Whether affiliates may act is not recorded.", licence
        )
        return True
    return licence.affiliates_allowed


def _sublicensed(case: Case, licence: Licence, sub: Sublicensee) -> bool:
    if sub.party != case.request.actor:
        return False
    tz = licence.term.tz if licence.term and licence.term.tz else case.tz
    if sub.until is not None and case.instant >= days.end_of(sub.until, tz):
        return False
    if sub.actions:
        return case.request.action in sub.actions
    return sub.purpose is None or case.request.action in _opened(case, sub.purpose)


def _opened(case: Case, purpose: str) -> tuple[str, ...]:
    words = case.world.tables.actions
    if purpose in (*MAKING, "export", "publish", "keep_live"):
        return (purpose,)
    return words.purposes.get(purpose, words.other_purpose)
