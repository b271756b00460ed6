"""Who of a whole roster may be used like this: the same answer as ``decide``, asked for thousands.

Belongs here: sieving with sets made ready beforehand. Does not know: any rule of its own. A twin is
passed or dropped here only where one look proves what ``decide`` would say; every other twin is
decided in full, so the sieve can be fast without being trusted.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime

from toile.domain.consent import Consent
from toile.domain.days import FIRST, LAST, first_day, read_instant
from toile.domain.licences import Licence
from toile.domain.rights.asked import Asked, Case
from toile.domain.rights.consent_gate import check_person
from toile.domain.rights.deciding import decide
from toile.domain.rights.ready import Grid, Ready, ready_grants
from toile.domain.rights.request import UseRequest
from toile.domain.rights.sieve import Sieve
from toile.domain.rights.world import Claim, TwinFacts, World

LONG_AGO = datetime.fromisoformat("1900-01-01T00:00:00+00:00")


@dataclass(slots=True)
class _Entry:
    """One twin made ready: what never depends on the request is settled already."""

    id: str
    facts: TwinFacts | None
    licences: list[Licence]
    consents: list[Consent]
    claims: list[Claim] = field(default_factory=list)
    barred: bool = False
    plain: bool = True
    shared: bool = False
    clear_from: float = 0.0
    standing: tuple[str, ...] = ()
    by_licensee: dict[str, list[Ready]] = field(default_factory=dict)


class Roster:
    """Twins, licences and consents of one state of the world, made ready for many questions."""

    def __init__(
        self, licences: Sequence[Licence], consents: Sequence[Consent], world: World
    ) -> None:
        self.world = world
        self.grid = Grid(world.tables)
        self.entries = {twin: _Entry(twin, facts, [], []) for twin, facts in world.twins.items()}
        for lic in licences:
            self._entry(lic.twin).licences.append(lic)
        for consent in consents:
            self._entry(consent.twin).consents.append(consent)
        self.everywhere = False
        self._spread_claims()
        self.of_party: dict[str, list[_Entry]] = {}
        for entry in self.entries.values():
            self._settle(entry)

    def _entry(self, twin: str) -> _Entry:
        return self.entries.setdefault(twin, _Entry(twin, None, [], []))

    def _spread_claims(self) -> None:
        world = self.world
        claims: list[Claim] = [*world.exclusivities, *world.holds, *world.bookings]
        for claim in claims:
            if claim.twin is None:
                self.everywhere = True
            elif claim.twin in self.entries:
                self.entries[claim.twin].claims.append(claim)

    def _settle(self, entry: _Entry) -> None:
        entry.plain = _is_plain(entry)
        entry.shared = any(lic.sublicensees for lic in entry.licences)
        if entry.plain:
            signed = [c.signed_at for c in entry.consents if c.signed_at is not None]
            start = max([LONG_AGO, *signed])
            entry.clear_from = start.timestamp()
            entry.barred = _is_barred(entry, self.world, start)
        if entry.facts is not None:
            entry.standing = entry.facts.standing_prohibited_content or ()
        version = entry.facts.version if entry.facts else None
        parties: set[str] = set()
        for lic in entry.licences:
            if lic.kind == "agreement":
                made = ready_grants(lic, self.world, self.grid, version)
                entry.by_licensee.setdefault(lic.licensee, []).extend(made)
            parties |= {lic.licensee, *(sub.party for sub in lic.sublicensees)}
        for party in parties:
            self.of_party.setdefault(party, []).append(entry)


def who_may(request: UseRequest, roster: Roster, instant: datetime) -> tuple[str, ...]:
    """Return the twins for whom ``decide`` would say yes, in order; the request's own are ignored.

    Nobody may where a needed fact of the request is missing.
    """
    moment: datetime = read_instant(instant)
    world = roster.world
    asked = Asked.of(request.model_copy(update={"twins": ()}), world.tables)
    if not _is_whole(asked):
        return ()
    sieve = Sieve(asked, world, roster.grid, moment)
    speaks_for = _speaks_for(request, world)
    candidates: dict[str, _Entry] = {}
    for party in (*speaks_for, request.actor or ""):
        for entry in roster.of_party.get(party, ()):
            candidates[entry.id] = entry
    passed = []
    for entry in candidates.values():
        verdict = _quick(entry, sieve, speaks_for, roster)
        if verdict is None:
            verdict = _in_full(entry, request, world, moment)
        if verdict:
            passed.append(entry.id)
    return tuple(sorted(passed))


def _speaks_for(request: UseRequest, world: World) -> tuple[str, ...]:
    """Return the licensees whose licences the actor may act under as itself or as an affiliate."""
    actor = request.actor or ""
    parents = [parent for parent, members in world.affiliates.items() if actor in members]
    return (actor, *parents)


def _is_whole(asked: Asked) -> bool:
    request = asked.request
    return bool(
        request.action
        and request.actor
        and request.product
        and asked.media
        and asked.territories
        and asked.window
        and request.modifications is not None
        and not request.unknown
    )


def _is_plain(entry: _Entry) -> bool:
    """Say whether nothing about the person or the contracts changes with time or asker."""
    facts = entry.facts
    return (
        facts is not None
        and facts.deceased_on is None
        and all(
            c.withdrawn_at is None
            and not c.given_to
            and not c.by_estate
            and {"create", "use"} <= set(c.kinds)
            for c in entry.consents
        )
        and not any(lic.supersedes or lic.kind is None for lic in entry.licences)
        and len({lic.id for lic in entry.licences}) == len(entry.licences)
    )


def _is_barred(entry: _Entry, world: World, instant: datetime) -> bool:
    nothing = UseRequest(
        action=None, actor=None, twins=(), product=None, media=None, territory=None, window=None
    )
    case = Case(
        asked=Asked.of(nothing, world.tables),
        twin=entry.id,
        facts=entry.facts,
        consents=entry.consents,
        licences=entry.licences,
        world=world,
        instant=instant,
    )
    check_person(case)
    return bool(case.findings)


def _quick(entry: _Entry, sieve: Sieve, speaks_for: tuple[str, ...], roster: Roster) -> bool | None:
    """Return what one look proves, or ``None``."""
    if sieve.hard or roster.everywhere or not entry.plain or sieve.now < entry.clear_from:
        return None
    if entry.barred:
        return False
    if entry.standing and sieve.meets(entry.standing):
        return False
    if entry.claims and any(_touches(claim, sieve) for claim in entry.claims):
        return None
    if entry.shared:
        return None
    own = entry.by_licensee.get(sieve.actor, [])
    if len(own) and len(entry.by_licensee) == 1:
        return sieve.sift(own, entry.facts)
    if len(speaks_for) > 1 or not sieve.group.isdisjoint(entry.by_licensee.keys() - {sieve.actor}):
        return None
    return sieve.sift(own, entry.facts)


def _touches(claim: Claim, sieve: Sieve) -> bool:
    """Say whether a claim may matter: its days meet the window, a day of any zone allowed for."""
    start = first_day(claim.start, "UTC") if claim.start else FIRST
    end = first_day(claim.end, "UTC") if claim.end else LAST
    return (start - sieve.first).days <= sieve.days + 2 and (sieve.first - end).days <= 2


def _in_full(entry: _Entry, request: UseRequest, world: World, instant: datetime) -> bool:
    one = request.model_copy(update={"twins": (entry.id,)})
    return decide(one, entry.licences, entry.consents, world, instant).allowed
