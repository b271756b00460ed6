"""The flat form of a licence, one grant in one map, as ``Licence`` and ``LicenceState``.

Belongs here: this form's keys. Does not know: rules. A key with ``null`` stays unknown.
"""

from collections.abc import Mapping
from typing import Any

from toile.domain.counts import Reservation
from toile.domain.licences import (
    ApprovalTerms,
    CountLimit,
    FeeTerms,
    Grant,
    Licence,
    Prohibition,
    RenewalOption,
    Revocation,
    Sublicensee,
    Term,
    TerritoryGrant,
)
from toile.domain.rights import Approval, LicenceState

Map = Mapping[str, Any]
VERDICTS = {
    "prohibited": "forbidden",
    "denied": "forbidden",
    "permitted": "allowed",
    "ask": "needs_approval",
}
APPROVAL_MODES = {"none": "none", "campaign": "campaign", "per_campaign": "campaign"}
SAYS_YES = frozenset(("approved", "granted", "permitted", "allowed", "yes"))


def licence_of(flat: Map) -> Licence:
    """Return the licence of a flat map. Raises ``ValidationError`` where a value is wrong."""
    term = _term(flat)
    return Licence.model_validate(
        {
            "id": flat["id"],
            "kind": _kind(flat.get("kind")),
            "twin": flat["twin"],
            "licensee": flat["licensee"],
            "affiliates_allowed": flat.get("affiliates_allowed"),
            "sublicensees": tuple(_sublicensee(one) for one in flat.get("sublicensees") or ()),
            "supersedes": _listed(flat.get("supersedes")),
            "term": term,
            "first_use_months": flat.get("term_from_first_use_months"),
            "pre_production": flat.get("pre_production"),
            "post_term_keep_live": _listed(flat.get("post_term_keep_live")),
            "grants": (_grant(flat),),
            "prohibitions": _prohibitions(flat),
            "approval": _approval(flat.get("approval")),
            "fee": FeeTerms(precondition=_precondition(flat.get("fee_precondition"))),
            "revocation": _revocation(flat),
            "takedown_hours": flat.get("takedown_hours"),
            "training": _verdict(flat.get("training")),
            "visible_label": flat.get("visible_label"),
            "renewal": _renewal(flat.get("renewal_option")),
        }
    )


def state_of(flat: Map) -> LicenceState:
    """Return what has happened under a flat licence."""
    count = flat.get("count") or {}
    return LicenceState(
        used=count.get("used"),
        reservations=tuple(
            Reservation.model_validate(one) for one in count.get("reservations") or ()
        ),
        counted_keys=_listed(count.get("counted_keys")),
        fee_paid=flat.get("fee_paid"),
        first_use=flat.get("first_use"),
        approvals=_approvals(flat.get("approval") or {}),
    )


def _term(flat: Map) -> Term | None:
    term, option = flat.get("term"), flat.get("renewal_option")
    if term is None:
        return None
    found = Term.model_validate(term)
    renewal = _renewal(option)
    if renewal is None or not option or option.get("exercised") is not True:
        return found
    return found.model_copy(update={"end": renewal.until})


def _grant(flat: Map) -> Grant:
    area = flat.get("territory") or {"include": None}
    changes = flat.get("modifications") or {}
    return Grant.model_validate(
        {
            "actions": _some(flat.get("actions")),
            "territory": _territory(area),
            "media": _some(flat.get("media")),
            "products": _some(flat.get("products")),
            "products_need_approval": _listed(flat.get("products_need_approval")),
            "twin_versions": _listed(flat.get("twin_versions") or flat.get("covers_versions")),
            "count": _count(flat),
            "modifications": {key: _verdict(value) for key, value in changes.items()},
            "unlisted_modification": _verdict(flat.get("unlisted_modification")),
        }
    )


def _territory(area: Map) -> TerritoryGrant:
    rule, codes = area.get("online_rule"), area.get("dependent_codes")
    return TerritoryGrant.model_validate(
        {
            "include": _some(area.get("include")),
            "exclude": _listed(area.get("exclude")),
            "online_rule": "targeted" if rule in ("open", "any") else rule,
            "dependent_codes": codes,
        }
    )


def _kind(given: str | None) -> str | None:
    """Return the kind; a word that is neither agreement nor offer is a draft: no grant."""
    return given if given in (None, "agreement", "offer") else "draft"


def _some(given: Any) -> tuple[str, ...] | None:
    return None if given is None else _listed(given)


def _count(flat: Map) -> CountLimit | None:
    if "count" not in flat:
        return None
    count = flat["count"] or {}
    on = count.get("counts_on") or "publish"
    return CountLimit(limit=count.get("limit"), counts_on=_listed(on))


def _prohibitions(flat: Map) -> tuple[Prohibition, ...]:
    products, content = flat.get("prohibited_products"), flat.get("prohibited_content")
    found = []
    if products:
        found.append(Prohibition(products=_listed(products)))
    if content:
        found.append(Prohibition(content=_listed(content)))
    return tuple(found)


def _sublicensee(given: Any) -> Sublicensee:
    if isinstance(given, str):
        return Sublicensee(party=given)
    party = given.get("party") or given.get("id") or given.get("name")
    return Sublicensee(
        party=party,
        purpose=given.get("purpose"),
        actions=_listed(given.get("actions")),
        until=given.get("until") or given.get("to"),
    )


def _approval(given: Map | None) -> ApprovalTerms:
    if given is None:
        return ApprovalTerms(mode=None)
    silence = given.get("on_silence")
    mode = given.get("mode")
    return ApprovalTerms.model_validate(
        {
            "mode": APPROVAL_MODES.get(mode, "per_asset") if mode is not None else None,
            "response_hours": given.get("response_hours"),
            "on_silence": _silence(silence),
        }
    )


def _approvals(given: Map) -> tuple[Approval, ...]:
    approved, asked = given.get("approved_hash"), given.get("asked_at")
    if approved is not None:
        return (Approval(asset_hash=approved, asked_at=asked, answer=True),)
    return (Approval(asked_at=asked),) if asked is not None else ()


def _precondition(given: Any) -> bool | None:
    return bool(given) if isinstance(given, list) else given


def _revocation(flat: Map) -> Revocation | None:
    effective = flat.get("revoked_effective")
    suspended = flat.get("suspended_from")
    if effective is None and suspended is None:
        return None
    if effective is not None:
        return Revocation(effective=effective)
    return Revocation(effective=suspended, kind="suspended", until=flat.get("suspended_until"))


def _renewal(given: Map | None) -> RenewalOption | None:
    if not given:
        return None
    until = given.get("until") or given.get("end") or given.get("to")
    if until is None:
        return None
    return RenewalOption(until=until, exercise_by=given.get("exercise_by"))


def _silence(given: str | None) -> str | None:
    if given is None:
        return None
    return "approved" if given in SAYS_YES else "denied"


def _verdict(given: Any) -> Any:
    return VERDICTS.get(given, given)


def _listed(given: Any) -> tuple[str, ...]:
    if given is None:
        return ()
    return (given,) if isinstance(given, str) else tuple(given)
