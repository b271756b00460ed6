"""Until when an answer may be shown as current: short, and never past a known change.

Belongs here: the nearest known change. Does not know: the answer.
"""

from collections.abc import Iterator, Sequence
from datetime import datetime, timedelta

from toile.domain import days
from toile.domain.rights.asked import Case
from toile.domain.rights.world import World

LONGEST = timedelta(hours=1)


def valid_until(cases: Sequence[Case], world: World, instant: datetime) -> datetime:
    """Return the earliest later instant at which the answer may differ, an hour away at most."""
    latest = instant + LONGEST
    for case in cases:
        for change in _changes(case, world):
            if instant < change < latest:
                latest = change
    return latest


def _changes(case: Case, world: World) -> Iterator[datetime]:
    yield days.midnight(days.day_of(case.instant, case.tz) + timedelta(days=1), case.tz)
    for lic in case.licences:
        if lic.revocation is not None:
            yield lic.revocation.effective
            yield lic.revocation.effective + timedelta(hours=lic.takedown_hours or 0)
            if lic.revocation.until is not None:
                yield lic.revocation.until
        state = world.states.get(lic.id)
        if state is not None:
            yield from (r.expires_at for r in state.reservations if r.expires_at is not None)
            hours = timedelta(hours=lic.approval.response_hours or 0)
            yield from (a.asked_at + hours for a in state.approvals if a.asked_at is not None)
        if lic.term is not None and lic.term.tz is not None and lic.term.tz != case.tz:
            day = days.day_of(case.instant, lic.term.tz)
            yield days.midnight(day + timedelta(days=1), lic.term.tz)
    for consent in case.consents:
        if consent.withdrawn_at is not None:
            yield consent.withdrawn_at
    yield from (hold.expires_at for hold in world.holds if hold.expires_at is not None)
