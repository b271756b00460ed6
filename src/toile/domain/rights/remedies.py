"""The ways to a yes, cheapest first: change the request, record a fact, ask, pay.

Belongs here: which reason has which cure, as a sentence and as data a button can apply. Does not
know: how reasons are found.
"""

from collections.abc import Callable, Iterator, Sequence

from toile.domain.rights import cures_scope as scope
from toile.domain.rights import cures_terms as terms
from toile.domain.rights.asked import Case
from toile.domain.rights.codes import Outcome, Reason
from toile.domain.rights.cure_words import RECORD, agent, ask
from toile.domain.rights.decision import Finding, Remedy
from toile.domain.rights.request import UseRequest

Cure = Callable[[Case, Finding], Iterator[Remedy]]


def remedies_of(
    cases: Sequence[Case],
    findings: Sequence[Finding],
) -> tuple[Remedy, ...]:
    """Return the ways to a yes for every reason, cheapest first and each once."""
    by_twin = {case.twin: case for case in cases}
    found: dict[tuple[str, str], Remedy] = {}
    for finding in findings:
        case = by_twin.get(finding.twin)
        if case is None:
            continue
        cure = CURES.get(finding.code)
        made = list(cure(case, finding)) if cure else []
        made += list(_by_outcome(case, finding)) if not made else []
        for remedy in made:
            found.setdefault((remedy.kind, remedy.say), remedy)
    return tuple(sorted(found.values(), key=lambda remedy: remedy.effort))


def apply_remedy(request: UseRequest, remedy: Remedy) -> UseRequest:
    """Return the request with the change of a remedy; the same request where others must act."""
    if not remedy.change:
        return request
    return UseRequest.model_validate({**request.model_dump(), **remedy.change})


def _by_outcome(case: Case, finding: Finding) -> Iterator[Remedy]:
    if finding.missing:
        for name in finding.missing:
            yield Remedy(
                "record_fact",
                f"Record {name.replace('_', ' ')}.",
                finding.code,
                RECORD,
                details={"field": name},
            )
    elif finding.outcome is not Outcome.DENIED:
        yield ask(finding, "ask_agent", f"Ask {agent(case, finding)} for a yes.")


CURES: dict[Reason, Cure] = {
    Reason.TERRITORY_NOT_COVERED: scope.drop_places,
    Reason.TERRITORY_EXCLUDED: scope.drop_places,
    Reason.TERRITORY_AMBIGUOUS: scope.drop_places,
    Reason.ONLINE_REACH_EXCEEDS_TERRITORY: scope.block_abroad,
    Reason.MEDIA_NOT_COVERED: scope.drop_media,
    Reason.PRODUCT_NOT_COVERED: terms.buy_product,
    Reason.PRODUCT_PROHIBITED: terms.narrow_product,
    Reason.CONTENT_PROHIBITED: terms.drop_content,
    Reason.TERM_NOT_STARTED: scope.wait,
    Reason.TERM_EXPIRED: scope.renew,
    Reason.WINDOW_EXCEEDS_TERM: scope.shorten,
    Reason.FEE_PRECONDITION_UNMET: terms.pay,
    Reason.COUNT_EXHAUSTED: terms.buy_units,
    Reason.MODIFICATION_FORBIDDEN: terms.drop_changes,
    Reason.MODIFICATION_UNLISTED: terms.drop_changes,
    Reason.APPROVAL_REQUIRED: terms.request_approval,
    Reason.APPROVAL_STALE: terms.request_approval,
    Reason.APPROVAL_LAPSED: terms.request_approval,
    Reason.DISCLOSURE_REFUSED: terms.label_on,
    Reason.EXCLUSIVITY_CONFLICT: terms.after_claim,
    Reason.NAMED_COMPETITOR: terms.after_claim,
    Reason.HOLD_CONFLICT: terms.after_claim,
    Reason.EXISTING_BOOKING_CONFLICT: terms.after_claim,
    Reason.NO_AGREEMENT: terms.sign,
    Reason.PARTY_NOT_AUTHORISED: terms.sign,
    Reason.LICENCE_REVOKED: terms.sign,
    Reason.CONSENT_INCOMPLETE: terms.complete_consent,
    Reason.CONSENT_MISSING: terms.complete_consent,
    Reason.CONSENT_UNENFORCEABLE: terms.complete_consent,
    Reason.CONSENT_WITHDRAWN: terms.sign,
}
