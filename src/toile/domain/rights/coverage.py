"""Gates ``coverage_*``: cell by cell, each territory × medium × day by one licence's own grant.

Belongs here: narrowing the grants for each kind of cell and saying which dimension fails. Does not
know: fees, counts, approvals; it asks ``cost`` how good a team of grants is.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from toile.domain.rights.asked import Case
from toile.domain.rights.codes import Gate, Outcome, Reason
from toile.domain.rights.decision import Cell
from toile.domain.rights.offers import Offer
from toile.domain.rights.timing import Timing, timing_of

Cost = Callable[[Sequence[Offer]], tuple[int, ...]]
Test = Callable[[Offer], bool | None]


@dataclass(slots=True)
class Coverage:
    """Which grants answer for which cells, and which cells nothing covers."""

    used: dict[int, tuple[Offer, list[Cell]]] = field(default_factory=dict)
    uncovered: dict[Cell, None] = field(default_factory=dict)
    archive: bool = False
    failures: dict[tuple[Gate, Reason, str], "Failure"] = field(default_factory=dict)

    def use(self, team: Timing, cells: Sequence[Cell]) -> None:
        """Note that a team of grants answers for the cells."""
        self.archive = self.archive or team.archive
        for offer in team.offers:
            self.used.setdefault(id(offer), (offer, []))[1].extend(cells)


@dataclass(slots=True)
class Failure:
    """One dimension that fails, for which cells, and the grants that came nearest."""

    gate: Gate
    code: Reason
    near: list[Offer]
    unknown: bool = False
    cells: dict[Cell, None] = field(default_factory=dict)
    timing: Timing | None = None


@dataclass(slots=True)
class _Cells:
    """Cells of one medium whose territories stand alike to every grant."""

    medium: str | None
    codes: list[str | None]

    def listed(self) -> list[Cell]:
        return [Cell(code, self.medium) for code in self.codes]


def cover(case: Case, offers: Sequence[Offer], cost: Cost) -> Coverage:
    """Return how the grants cover the request; ``cost`` orders teams that both would do."""
    found = Coverage()
    if _one_covers_all(case, offers, cost, found):
        return found
    for cells in _kinds(case, offers):
        _cover_kind(case, cells, offers, cost, found)
    return found


def _one_covers_all(case: Case, offers: Sequence[Offer], cost: Cost, found: Coverage) -> bool:
    """Take the first grant that covers everything without asking for more; most requests end here.

    Carved-out places of other grants are looked at first: they block on any overlap.
    """
    asked = case.asked
    if not asked.territories or not asked.media or asked.window is None:
        return False
    if any(offer.grant.territory.exclude for offer in offers):
        return False
    for offer in offers:
        if not (asked.territories <= offer.sets.whole and asked.media_set <= offer.sets.media):
            continue
        if not (offer.action(case) and offer.product(case)):
            continue
        if not all(offer.reach(case, medium) for medium in asked.media):
            continue
        team = timing_of(case, [offer], asked.media[0])
        if team.failed is None and not team.archive and not any(cost(team.offers)):
            cells = [Cell(c, m) for c in asked.territory_order for m in asked.media]
            found.use(team, cells)
            return True
    return False


def _kinds(case: Case, offers: Sequence[Offer]) -> list[_Cells]:
    alike: dict[tuple[str, ...], list[str | None]] = {}
    for code in case.asked.territory_order:
        alike.setdefault(tuple(offer.place(code) for offer in offers), []).append(code)
    groups = list(alike.values()) or [[None]]
    media: Sequence[str | None] = case.asked.media or (None,)
    return [_Cells(medium, group) for medium in media for group in groups]


def _cover_kind(
    case: Case, cells: _Cells, offers: Sequence[Offer], cost: Cost, found: Coverage
) -> None:
    """Narrow the grants dimension by dimension; a dimension that fails is noted and passed over."""
    failed: list[Failure] = []
    pool = _narrow(offers, lambda o: o.action(case), Gate.COVERAGE_ACTION, _ACTION, failed)
    pool = _narrow_place(case, cells, pool, failed)
    if cells.medium is not None:
        medium = cells.medium
        pool = _narrow(pool, lambda o: o.medium(medium), Gate.COVERAGE_MEDIA, _MEDIA, failed)
    pool = _narrow(
        pool, lambda o: o.reach(case, cells.medium), Gate.COVERAGE_TERRITORY, _REACH, failed
    )
    pool = _narrow(pool, lambda o: o.product(case), Gate.COVERAGE_PRODUCT, _PRODUCT, failed)
    teams = _teams(case, pool, cells.medium)
    if teams and teams[0].failed is not None and pool:
        failed.append(_time_failure(teams[0]))
    if not failed and teams:
        best = min(teams, key=lambda team: cost(team.offers))
        found.use(best, cells.listed())
        return
    for failure in failed:
        _note(found, failure, cells.listed())


_ACTION = Reason.ACTION_NOT_COVERED
_MEDIA = Reason.MEDIA_NOT_COVERED
_PRODUCT = Reason.PRODUCT_NOT_COVERED
_REACH = Reason.ONLINE_REACH_EXCEEDS_TERRITORY


def _narrow(
    pool: Sequence[Offer], test: Test, gate: Gate, code: Reason, failed: list[Failure]
) -> list[Offer]:
    verdicts = [(offer, test(offer)) for offer in pool]
    kept = [offer for offer, verdict in verdicts if verdict]
    if kept or not pool:
        return kept
    unknown = [offer for offer, verdict in verdicts if verdict is None]
    failed.append(Failure(gate, code, unknown or list(pool), unknown=bool(unknown)))
    return list(pool)


def _narrow_place(
    case: Case, cells: _Cells, pool: list[Offer], failed: list[Failure]
) -> list[Offer]:
    code = cells.codes[0]
    if code is None or not pool:
        return pool
    barring = [offer for offer in pool if offer.bars(case, code, cells.medium)]
    covering = [offer for offer in pool if offer.place(code) == "covered"]
    if covering and not barring:
        return covering
    places = {offer.place(code) for offer in pool}
    if barring or "excluded" in places:
        near = barring or [offer for offer in pool if offer.place(code) == "excluded"]
        failed.append(Failure(Gate.COVERAGE_TERRITORY, Reason.TERRITORY_EXCLUDED, near))
    elif "ambiguous" in places:
        near = [offer for offer in pool if offer.place(code) == "ambiguous"]
        failed.append(Failure(Gate.COVERAGE_TERRITORY, Reason.TERRITORY_AMBIGUOUS, near, True))
    else:
        near = [offer for offer in pool if offer.place(code) == "unknown"]
        failed.append(
            Failure(Gate.COVERAGE_TERRITORY, Reason.TERRITORY_NOT_COVERED, near or pool, bool(near))
        )
    return covering or pool


def _teams(case: Case, pool: list[Offer], medium: str | None) -> list[Timing]:
    """Return every grant that does alone, else all of them one after another."""
    if not pool:
        return []
    alone = [timing_of(case, [offer], medium) for offer in pool]
    whole = [team for team in alone if team.failed is None]
    return whole or [timing_of(case, pool, medium)]


def _time_failure(team: Timing) -> Failure:
    code = team.failed or Reason.TERM_EXPIRED
    return Failure(Gate.COVERAGE_TIME, code, list(team.offers), team.unknown, timing=team)


def _note(found: Coverage, failure: Failure, cells: Sequence[Cell]) -> None:
    key = (failure.gate, failure.code, "unknown" if failure.unknown else "")
    known = found.failures.setdefault(key, failure)
    known.cells.update(dict.fromkeys(cells))
    if failure.gate in (Gate.COVERAGE_TERRITORY, Gate.COVERAGE_MEDIA) and not failure.unknown:
        found.uncovered.update(dict.fromkeys(cells))


def outcome_of(failure: Failure) -> Outcome:
    """Return what a failed dimension means: a no, or that a fact is not recorded."""
    return Outcome.NOT_ENOUGH_INFORMATION if failure.unknown else Outcome.DENIED
