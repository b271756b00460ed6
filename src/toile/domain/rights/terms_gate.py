"""Gates ``fee``, ``count``, ``modification``, ``approval``: the terms of the licences used.

Belongs here: what the licences that cover a request ask in return. Does not know: coverage.
"""

from datetime import datetime, timedelta

from toile.domain import paths
from toile.domain.counts import Counter
from toile.domain.licences import Licence, Verdict
from toile.domain.rights.asked import Case
from toile.domain.rights.codes import LEAVING, MAKING, Gate, Outcome, Reason
from toile.domain.rights.decision import Finding
from toile.domain.rights.offers import Offer
from toile.domain.rights.world import Approval, LicenceState


def terms_findings(case: Case, offer: Offer) -> list[Finding]:
    """Return what stands against using this grant now, apart from coverage."""
    before = case.findings
    case.findings = []
    state = case.world.state(offer.licence.id)
    _check_readable(case, offer)
    _check_fee(case, offer.licence, state)
    _check_count(case, offer, state)
    _check_modifications(case, offer, state)
    _check_product_approval(case, offer, state)
    _check_approval(case, offer.licence, state)
    if offer.licence.visible_label is None and case.request.action in LEAVING:
        say = "Whether a label is owed is not recorded."
        case.unknown(Gate.DUTY, "visible_label", say, offer.licence)
    found, case.findings = case.findings, before
    return found


def counter_of(offer: Offer, state: LicenceState) -> Counter | None:
    """Return the counter of a grant, or ``None`` where it has no limit."""
    if offer.grant.count is None:
        return None
    return Counter(
        limit=offer.grant.count.limit,
        used=state.used or 0,
        reservations=state.reservations,
        counted_keys=state.counted_keys,
    )


def _check_readable(case: Case, offer: Offer) -> None:
    if offer.grant.unknown or offer.licence.unknown_terms:
        case.unknown(
            Gate.COVERAGE_ACTION,
            "unknown_terms",
            f"{case.name}'s licence has a condition that Toile cannot read; a person must.",
            offer.licence,
        )


def _check_fee(case: Case, lic: Licence, state: LicenceState) -> None:
    if case.request.action in MAKING or case.request.action is None:
        return
    if lic.fee.precondition is False:
        return
    paid = None if case.request.prepaid is None else state.fee_paid
    if case.request.prepaid is False:
        paid = False
    if paid:
        return
    if paid is None or lic.fee.precondition is None:
        case.unknown(
            Gate.FEE, "fee_paid", f"Whether {case.name}'s fee is paid is not recorded.", lic
        )
        return
    case.add(
        Gate.FEE,
        Outcome.DENIED,
        Reason.FEE_PRECONDITION_UNMET,
        f"{case.name}'s fee must be paid first; until then drafts are open.",
        licence=lic,
        about="fee",
    )


def _check_count(case: Case, offer: Offer, state: LicenceState) -> None:
    limit = offer.grant.count
    if limit is None or case.request.action not in limit.counts_on:
        return
    key, quantity = case.request.idempotency_key, case.request.quantity
    if key is not None and key in state.counted_keys:
        return
    lic = offer.licence
    if limit.limit is None or state.used is None:
        case.unknown(Gate.COUNT, "count", "How many units are left is not recorded.", lic)
        return
    if quantity is None:
        case.unknown(Gate.COUNT, "quantity", "How many pictures is not stated.", lic)
        return
    counter = counter_of(offer, state)
    if counter is None or counter.fits(quantity, case.instant, key):
        return
    free = max(counter.free(case.instant, key) or 0, 0)
    case.add(
        Gate.COUNT,
        Outcome.DENIED,
        Reason.COUNT_EXHAUSTED,
        f"{case.name}'s licence allows {limit.limit} pictures, and {free} "
        f"{'is' if free == 1 else 'are'} free.",
        licence=lic,
        about="count",
    )


def _check_modifications(case: Case, offer: Offer, state: LicenceState) -> None:
    grant, lic = offer.grant, offer.licence
    for change in case.request.modifications or ():
        listed, verdict = _verdict(grant.modifications, change)
        what = change.replace("_", " ").replace(".", " ")
        if not listed:
            verdict = grant.unlisted_modification
            say = f"{case.name}'s licence does not mention {what}."
            code = Reason.MODIFICATION_UNLISTED
        else:
            say = f"{case.name}'s licence forbids changing {what}."
            code = Reason.MODIFICATION_FORBIDDEN
        if verdict == "allowed":
            continue
        if verdict == "needs_approval":
            if _answered(case, state):
                continue
            if listed:
                code, say = Reason.APPROVAL_REQUIRED, f"Changing {what} needs {case.name}'s yes."
            outcome = Outcome.NEEDS_APPROVAL
        else:
            outcome = Outcome.DENIED
        if verdict is None:
            outcome = Outcome.NOT_ENOUGH_INFORMATION
            code = Reason.INPUT_MISSING
            say = f"What {case.name}'s licence says on {what} is not recorded."
        case.add(Gate.MODIFICATION, outcome, code, say, licence=lic, about="modifications")


def _verdict(listed: dict[str, Verdict | None], change: str) -> tuple[bool, Verdict | None]:
    """Return whether a change is mentioned, and the strictest word on it."""
    inside = [value for path, value in listed.items() if path.startswith(f"{change}.")]
    above = [path for path in listed if paths.covers(path, change)]
    if above:
        inside.append(listed[max(above, key=len)])
    if not inside:
        return False, None
    for word in ("forbidden", None, "needs_approval"):
        if word in inside:
            return True, word
    return True, "allowed"


def _check_product_approval(case: Case, offer: Offer, state: LicenceState) -> None:
    product = case.request.product
    listed = offer.grant.products_need_approval
    if product is None or not paths.any_overlaps(listed, product) or _answered(case, state):
        return
    case.add(
        Gate.COVERAGE_PRODUCT,
        Outcome.NEEDS_APPROVAL,
        Reason.PRODUCT_NEEDS_APPROVAL,
        f"{case.name}'s licence allows {case.world.tables.products.label(product)} only with a yes "
        "for each case.",
        licence=offer.licence,
        about="products",
    )


def _answered(case: Case, state: LicenceState) -> bool:
    """Say whether this exact picture has a yes."""
    asset = case.request.asset_hash
    return asset is not None and any(
        approval.answer and approval.asset_hash == asset for approval in state.approvals
    )


def _check_approval(case: Case, lic: Licence, state: LicenceState) -> None:
    mode = lic.approval.mode
    if mode == "none" or case.request.action not in (*LEAVING, "grant_exclusive"):
        return
    if mode is None:
        case.unknown(Gate.APPROVAL, "approval", "Whether approval is needed is not recorded.", lic)
        return
    if mode == "campaign":
        _check_answers(case, lic, [a for a in state.approvals if a.answer or a.asked_at])
        return
    if case.request.action == "grant_exclusive":
        return
    asset = case.request.asset_hash
    if asset is None:
        case.unknown(Gate.APPROVAL, "asset_hash", "Which picture it is about is not stated.", lic)
        return
    mine = [a for a in state.approvals if a.asset_hash == asset or _open_question(a)]
    if not any(a.answer or a.asked_at for a in mine) and any(a.answer for a in state.approvals):
        _need(case, lic, Reason.APPROVAL_STALE, "The picture changed after the approval.")
        return
    _check_answers(case, lic, mine)


def _open_question(approval: Approval) -> bool:
    return approval.asset_hash is None and approval.answer is None


def _check_answers(case: Case, lic: Licence, approvals: list[Approval]) -> None:
    if any(a.answer is False for a in approvals):
        say = f"{case.name} or the agent said no."
        case.add(
            Gate.APPROVAL,
            Outcome.DENIED,
            Reason.APPROVAL_REQUIRED,
            say,
            licence=lic,
            about="approval",
        )
        return
    if any(a.answer for a in approvals):
        return
    asked = [a.asked_at for a in approvals if a.asked_at is not None]
    if not asked:
        _need(case, lic, Reason.APPROVAL_REQUIRED, f"{case.name} or the agent has not been asked.")
        return
    _check_silence(case, lic, max(asked) <= case.instant, max(asked) + _patience(lic))


def _patience(lic: Licence) -> timedelta:
    return timedelta(hours=lic.approval.response_hours or 0)


def _check_silence(case: Case, lic: Licence, was_asked: bool, deadline: datetime) -> None:
    terms = lic.approval
    if terms.response_hours is None or not was_asked or case.instant < deadline:
        _need(case, lic, Reason.APPROVAL_REQUIRED, f"{case.name}'s answer is awaited.")
    elif terms.on_silence == "approved":
        return
    elif terms.on_silence is None:
        case.unknown(Gate.APPROVAL, "on_silence", "What silence means is not recorded.", lic)
    else:
        case.add(
            Gate.APPROVAL,
            Outcome.DENIED,
            Reason.APPROVAL_LAPSED,
            f"{case.name} did not answer in {terms.response_hours} hours, and silence means no.",
            licence=lic,
            about="approval",
        )


def _need(case: Case, lic: Licence, code: Reason, say: str) -> None:
    case.add(Gate.APPROVAL, Outcome.NEEDS_APPROVAL, code, say, licence=lic, about="approval")
