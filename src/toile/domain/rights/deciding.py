"""The decision: every gate in order, cell by cell, then the strongest answer wins.

Belongs here: the order of the gates and how their findings combine. Does not know: any single
rule.
"""

from collections.abc import Sequence
from datetime import datetime

from toile.domain.consent import Consent
from toile.domain.days import read_instant
from toile.domain.licences import Licence
from toile.domain.rights.asked import Asked, Case
from toile.domain.rights.blocking_gate import (
    check_claims,
    check_prohibitions,
    prohibiting_licences,
)
from toile.domain.rights.codes import Gate, Outcome, Reason
from toile.domain.rights.consent_gate import check_input, check_person
from toile.domain.rights.coverage import Coverage, cover
from toile.domain.rights.coverage_words import note_failures
from toile.domain.rights.decision import Cell, Decision, Duty, Finding, Ground
from toile.domain.rights.duty_gate import duties_of
from toile.domain.rights.offers import Offer, offer_of
from toile.domain.rights.party_gate import usable_licences
from toile.domain.rights.remedies import remedies_of
from toile.domain.rights.request import UseRequest
from toile.domain.rights.terms_gate import terms_findings
from toile.domain.rights.validity import valid_until
from toile.domain.rights.world import World


def decide(
    request: UseRequest,
    licences: Sequence[Licence],
    consents: Sequence[Consent],
    world: World,
    instant: datetime,
) -> Decision:
    """Decide one use of one or more twins at one instant.

    Pure and closed: what no licence covers is denied, and ``None`` is never taken for a yes. The
    order of the licences and consents does not matter.
    """
    asked, answers, moment = _answered(request, licences, consents, world, instant)
    return _combined(asked, answers, world, moment)


def planned_duties(
    request: UseRequest,
    licences: Sequence[Licence],
    consents: Sequence[Consent],
    world: World,
    instant: datetime,
) -> tuple[Duty, ...]:
    """Return the duties that a yes would carry, while an approval or a payment is still open."""
    _, answers, _ = _answered(request, licences, consents, world, instant)
    return tuple(_one_each([duty for answer in answers for duty in answer.duties]))


def _answered(
    request: UseRequest,
    licences: Sequence[Licence],
    consents: Sequence[Consent],
    world: World,
    instant: datetime,
) -> "tuple[Asked, list[_Answer], datetime]":
    moment: datetime = read_instant(instant)
    asked = Asked.of(request, world.tables)
    ordered = _newest(licences)
    answers = [
        _decide_twin(
            Case(
                asked=asked,
                twin=twin,
                facts=world.twins.get(twin),
                consents=[consent for consent in consents if consent.twin == twin],
                licences=[lic for lic in ordered if lic.twin == twin],
                world=world,
                instant=moment,
            )
        )
        for twin in dict.fromkeys(request.twins)
    ]
    return asked, answers, moment


def _newest(licences: Sequence[Licence]) -> list[Licence]:
    """Return the licences by id; of several signed versions of one, the newest alone counts."""
    signed: dict[str, int] = {}
    for lic in licences:
        if lic.kind == "agreement":
            signed[lic.id] = max(signed.get(lic.id, 0), lic.version)
    kept = [lic for lic in licences if lic.version >= signed.get(lic.id, 0)]
    return sorted(kept, key=lambda lic: (lic.id, lic.version))


class _Answer:
    """What the gates said of one twin."""

    __slots__ = ("case", "coverage", "duties", "notes")

    def __init__(self, case: Case) -> None:
        self.case = case
        self.coverage = Coverage()
        self.duties: list[Duty] = []
        self.notes: dict[str, None] = {}


def _decide_twin(case: Case) -> _Answer:
    answer = _Answer(case)
    case.tz = _zone(case.licences)
    check_input(case)
    check_person(case)
    usable = usable_licences(case)
    check_prohibitions(case, prohibiting_licences(case))
    check_claims(case)
    offers = _offers(case, usable)
    if offers:
        costs: dict[int, list[Finding]] = {}
        answer.coverage = cover(case, offers, lambda team: _cost(case, team, costs))
        note_failures(case, answer.coverage)
        used = [offer for offer, _ in answer.coverage.used.values()]
        for offer in used:
            case.findings.extend(_terms(case, offer, costs))
        answer.duties = duties_of(case, used, answer.notes)
    _close(case, answer.coverage)
    return answer


def _close(case: Case, coverage: Coverage) -> None:
    """Deny where no reason was found and yet some cell has no grant: a yes must be shown."""
    if case.findings:
        return
    asked = case.asked
    answered = {cell for _, cells in coverage.used.values() for cell in cells}
    if len(answered) != max(1, len(asked.territories)) * max(1, len(asked.media)):
        case.add(
            Gate.COVERAGE_ACTION,
            Outcome.DENIED,
            Reason.ACTION_NOT_COVERED,
            f"No licence for {case.name} grants this.",
        )


def _offers(case: Case, usable: Sequence[Licence]) -> list[Offer]:
    offers = [offer_of(case, lic, grant) for lic in usable for grant in lic.grants]
    version = case.facts.version if case.facts else None
    if version is None:
        return offers
    for_version = [o for o in offers if version in (o.grant.twin_versions or (version,))]
    if offers and not for_version:
        case.add(
            Gate.AGE_CONSENT,
            Outcome.DENIED,
            Reason.TWIN_VERSION_NOT_COVERED,
            f"{case.name}'s licence does not cover version {version} of the twin.",
            licence=offers[0].licence,
            about="versions",
        )
    return for_version


def _terms(case: Case, offer: Offer, costs: dict[int, list[Finding]]) -> list[Finding]:
    known = costs.get(id(offer))
    if known is None:
        known = costs[id(offer)] = terms_findings(case, offer)
    return known


def _cost(case: Case, team: Sequence[Offer], costs: dict[int, list[Finding]]) -> tuple[int, ...]:
    """Return how much stands against a team, all zeros for nothing; a yes to come beats a no."""
    worst = 0
    for offer in team:
        for finding in _terms(case, offer, costs):
            worst = max(worst, Outcome.PERMITTED.strength - finding.outcome.strength)
    return (worst,) if len(team) == 1 or not worst else (worst, len(team))


def _zone(licences: Sequence[Licence]) -> str:
    for lic in licences:
        if lic.term is not None and lic.term.tz is not None:
            return lic.term.tz
    return "UTC"


def _combined(asked: Asked, answers: list[_Answer], world: World, instant: datetime) -> Decision:
    found = {finding: None for answer in answers for finding in answer.case.findings}
    findings = sorted(found, key=lambda finding: (finding.outcome.strength, *finding.place))
    if not answers:
        findings.append(_NOBODY)
    duties = _one_each([duty for answer in answers for duty in answer.duties])
    allowed = not findings
    if findings:
        outcome, reason = findings[0].outcome, findings[0].code
    else:
        outcome = Outcome.PERMITTED_WITH_DUTIES if duties else Outcome.PERMITTED
        reason = _positive(answers)
    uncovered = {cell: None for answer in answers for cell in answer.coverage.uncovered}
    return Decision(
        outcome=outcome,
        reason=reason,
        findings=tuple(findings),
        uncovered=tuple(uncovered),
        duties=tuple(duties) if allowed else (),
        remedies=remedies_of([answer.case for answer in answers], findings) if findings else (),
        grounds=tuple(_grounds(answers)) if allowed else (),
        notes=tuple({note: None for answer in answers for note in answer.notes}),
        valid_until=valid_until([answer.case for answer in answers], world, instant),
        decided_at=instant,
        request_digest=asked.request.digest(),
        rules_version=world.tables.version,
    )


_NOBODY = Finding(
    gate=Gate.INPUT,
    outcome=Outcome.NOT_ENOUGH_INFORMATION,
    code=Reason.INPUT_MISSING,
    say="No twin is named.",
    missing=("twins",),
)


def _positive(answers: list[_Answer]) -> Reason:
    if any(offer.grace for a in answers for offer, _ in a.coverage.used.values()):
        return Reason.TAKEDOWN_RUNNING
    if any(answer.coverage.archive for answer in answers):
        return Reason.POST_TERM_ARCHIVE_OK
    return Reason.OK


def _one_each(duties: list[Duty]) -> list[Duty]:
    """Return each duty once; one owed to several people stays once for each licence."""
    return list({(duty.code, duty.licence): duty for duty in duties}.values())


def _grounds(answers: list[_Answer]) -> list[Ground]:
    found = []
    for answer in answers:
        for offer, cells in answer.coverage.used.values():
            lic = offer.licence
            clause = lic.clause("grant") or lic.clause("media") or lic.clause("territory")
            found.append(
                Ground(
                    twin=answer.case.twin,
                    licence=lic.id,
                    version=lic.version,
                    clause=clause.number if clause else "",
                    quote=clause.text if clause else "",
                    cells=len(_known(cells)),
                )
            )
    return sorted(found, key=lambda ground: (ground.twin, ground.licence))


def _known(cells: list[Cell]) -> list[Cell]:
    return list(dict.fromkeys(cells))
