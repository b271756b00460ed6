"""Cures for where, in what media and when: drop, shorten, wait, or buy what is missing.

Belongs here: the reasons of coverage. Does not know: consent, approvals, claims of others.
"""

from collections.abc import Iterator
from datetime import date, datetime, timedelta

from toile.domain import days
from toile.domain.rights.asked import Case
from toile.domain.rights.codes import Reason
from toile.domain.rights.coverage_words import media, places
from toile.domain.rights.cure_words import ASK, FREE, PAY, agent, ask, joined
from toile.domain.rights.decision import Finding, Remedy


def drop_places(case: Case, finding: Finding) -> Iterator[Remedy]:
    """Offer to leave out the places not covered, or to add them."""
    gone = {cell.territory for cell in finding.cells if cell.territory}
    left = tuple(code for code in case.asked.territory_order if code not in gone)
    said = places(case, finding.cells)
    names = joined([case.world.tables.territories.name(code) for code in said])
    if left:
        keep = case.world.tables.territories.compress(frozenset(left), case.request.territory or ())
        yield Remedy(
            "drop_territory",
            f"Drop {names}.",
            finding.code,
            FREE,
            {"territory": list(keep)},
            {"territories": list(said)},
        )
    effort, kind = (
        (ASK, "ask_agent")
        if finding.code is Reason.TERRITORY_AMBIGUOUS
        else (
            PAY,
            "buy_territory",
        )
    )
    yield Remedy(
        kind,
        f"Ask {agent(case, finding)} to include {names}.",
        finding.code,
        effort,
        details={"territories": list(said), "licence": finding.licence},
    )


def drop_media(case: Case, finding: Finding) -> Iterator[Remedy]:
    """Offer to leave out the media not covered, or to buy them."""
    gone = media(finding.cells)
    left = [medium for medium in case.asked.media if medium not in gone]
    names = joined([case.world.tables.media.label(medium) for medium in gone])
    if left:
        yield Remedy(
            "drop_media",
            f"Leave out {names}.",
            finding.code,
            FREE,
            {"media": left},
            {"media": list(gone)},
        )
    yield Remedy(
        "buy_media",
        f"Buy {names} from {agent(case, finding)}.",
        finding.code,
        PAY,
        details={"media": list(gone), "licence": finding.licence},
    )


def block_abroad(_case: Case, finding: Finding) -> Iterator[Remedy]:
    """Offer to block visitors from elsewhere."""
    yield Remedy(
        "geo_restrict",
        "Block visitors from outside the territory.",
        finding.code,
        FREE,
        {"online_reach": "geo_restricted"},
    )


def shorten(case: Case, finding: Finding) -> Iterator[Remedy]:
    """Offer to end in time, or to renew."""
    window = case.asked.days(case.tz)
    last = _last_covered(case, finding)
    if window is not None and last is not None and window[0] <= last < window[1]:
        yield Remedy(
            "shorten_window",
            f"End by {days.said(last)}.",
            finding.code,
            FREE,
            {"window": {"start": window[0].isoformat(), "end": last.isoformat()}},
            {"end": last.isoformat()},
        )
    yield from renew(case, finding)


def _last_covered(case: Case, finding: Finding) -> date | None:
    """Return the last whole day before the first end that the request runs over."""
    ends = []
    for lic in case.licences:
        if finding.licence and lic.id != finding.licence:
            continue
        if lic.term is not None and lic.term.end is not None and lic.term.tz is not None:
            ends.append(days.end_of(lic.term.end, lic.term.tz))
        if lic.revocation is not None:
            ends.append(lic.revocation.effective)
    ends += [c.withdrawn_at for c in case.consents if c.withdrawn_at is not None]
    later = [end for end in ends if end > case.instant]
    if not later:
        return None
    return days.day_of(min(later) - timedelta(microseconds=1), case.tz) - _part_day(
        case, min(later)
    )


def _part_day(case: Case, end: datetime) -> timedelta:
    """A day that ends before its midnight is not a whole day."""
    at_midnight = days.midnight(days.day_of(end, case.tz), case.tz) == end
    return timedelta(0) if at_midnight else timedelta(days=1)


def renew(case: Case, finding: Finding) -> Iterator[Remedy]:
    """Offer the renewal option, or a longer term."""
    for lic in case.licences:
        option = lic.renewal
        if option is None or (finding.licence and lic.id != finding.licence):
            continue
        tz = lic.term.tz if lic.term and lic.term.tz else case.tz
        if option.exercise_by and case.instant >= days.end_of(option.exercise_by, tz):
            continue
        until = days.said(days.first_day(option.until, tz))
        yield Remedy(
            "exercise_renewal",
            f"Exercise the renewal to {until}.",
            finding.code,
            PAY,
            details={
                "licence": lic.id,
                "price_minor": option.price_minor,
                "currency": option.currency,
            },
        )
    yield Remedy(
        "buy_time",
        f"Ask {agent(case, finding)} for a longer term.",
        finding.code,
        PAY,
        details={"licence": finding.licence},
    )


def wait(case: Case, finding: Finding) -> Iterator[Remedy]:
    """Offer to begin when the licence does."""
    window = case.asked.days(case.tz)
    starts = [
        days.start_of(lic.term.start, lic.term.tz)
        for lic in case.licences
        if lic.term and lic.term.start and lic.term.tz
    ]
    later = [start for start in starts if start > case.instant]
    if later:
        day = days.day_of(min(later), case.tz)
        end = max(day, window[1]) if window else day
        yield Remedy(
            "wait",
            f"Begin on {days.said(day)} or later.",
            finding.code,
            FREE,
            {"window": {"start": day.isoformat(), "end": end.isoformat()}},
            {"not_before": day.isoformat()},
        )
    yield ask(finding, "ask_agent", f"Ask {agent(case, finding)} for an earlier start.")
