"""A licence as an ODRL 2.2 Agreement (or Offer) in the Toile profile.

Belongs here: writing. Does not know: RDF libraries. ``conflict: prohibit`` is always written, since
ODRL's own default voids a whole policy at one conflict.
"""

import json
from typing import Any

from toile.domain.licences import Grant, Licence, Prohibition, Term, Verdict
from toile.domain.odrl.terms import CONTEXT, PROFILE, Node, iri, node_of, scalar, term, write

ACTIONS = {
    "generate": "toile:generate",
    "edit": "odrl:modify",
    "export": "toile:export",
    "publish": "odrl:distribute",
    "keep_live": "toile:keepLive",
    "grant_exclusive": "odrl:ensureExclusivity",
    "train": "toile:train",
}
TYPES = {"agreement": "odrl:Agreement", "offer": "odrl:Offer", "draft": "toile:Draft"}
SPECIAL = frozenset(
    ("id", "kind", "twin", "licensor", "licensee", "term", "grants", "prohibitions",
     "unknown_terms")
)  # fmt: skip
CHANGES: dict[Verdict | None, str] = {
    "allowed": "toile:bodyChange",
    "needs_approval": "toile:bodyChangeWithApproval",
    "forbidden": "toile:bodyChangeForbidden",
    None: "toile:bodyChangeUnrecorded",
}


def to_document(licence: Licence) -> Node:
    """Return the licence as a JSON-LD document; ``from_document`` gives the same licence back."""
    document: Node = {
        "@context": CONTEXT,
        "@id": f"toile:licence:{licence.id}",
        "@type": TYPES.get(licence.kind or "", "odrl:Set"),
        "odrl:uid": iri(f"toile:licence:{licence.id}"),
        "odrl:profile": iri(PROFILE),
        "odrl:conflict": iri("odrl:prohibit"),
        "odrl:target": iri(f"toile:twin:{licence.twin}"),
        "odrl:assignee": iri(f"toile:party:{licence.licensee}"),
        **node_of(licence, SPECIAL),
    }
    if licence.licensor is not None:
        document["odrl:assigner"] = iri(f"toile:party:{licence.licensor}")
    if licence.term is not None:
        document["toile:term"] = node_of(licence.term)
    document["odrl:permission"] = [
        {**_permission(licence, grant), "toile:place": place}
        for place, grant in enumerate(licence.grants)
    ]
    document["odrl:prohibition"] = [
        {**_prohibition(ban), "toile:place": place}
        for place, ban in enumerate(licence.prohibitions)
    ]
    document["odrl:obligation"] = _obligations(licence)
    for kept in licence.unknown_terms:
        for name, value in json.loads(kept).items():
            document.setdefault(name, value)
    return {name: value for name, value in document.items() if value != []}


def constraint(left: str, operator: str, right: Any) -> Node:
    """Return one constraint."""
    return {
        "odrl:leftOperand": iri(left),
        "odrl:operator": iri(f"odrl:{operator}"),
        "odrl:rightOperand": right,
    }


def any_of(left: str, prefix: str, values: tuple[str, ...], operator: str = "isAnyOf") -> Node:
    """Return that an operand is one of several names of the profile."""
    return constraint(left, operator, {"@list": [iri(f"toile:{prefix}:{v}") for v in values]})


def _permission(licence: Licence, grant: Grant) -> Node:
    found = [*_where(grant), *_what(grant), *_changes(grant), *_count(grant)]
    found += [*_days(licence.term), *_kept(grant.unknown, "odrl:constraint")]
    rule: Node = {"odrl:constraint": found}
    if grant.actions is not None:
        rule["odrl:action"] = {"@list": [iri(_action(name)) for name in grant.actions]}
    if grant.modifications:
        rule["toile:bodyChanges"] = {"@list": list(grant.modifications)}
    rule["odrl:duty"] = [*_duties(licence), *_kept(grant.unknown, "odrl:duty")]
    for kept in grant.unknown:
        for name, value in json.loads(kept).items():
            rule.setdefault(name, value)
    return {name: value for name, value in rule.items() if value != []}


def _where(grant: Grant) -> list[Node]:
    area = grant.territory
    found: list[Node] = []
    if area.include is not None:
        found.append(any_of("odrl:spatial", "area", area.include))
    if area.exclude:
        found.append(any_of("odrl:spatial", "area", area.exclude, "isNoneOf"))
    for left, value in (
        ("toile:onlineReach", area.online_rule),
        ("toile:dependentCodes", area.dependent_codes),
        ("toile:unlistedBodyChange", grant.unlisted_modification),
    ):
        if value is not None:
            found.append(constraint(left, "eq", value))
    return found


def _what(grant: Grant) -> list[Node]:
    found = []
    if grant.media is not None:
        found.append(any_of("odrl:media", "media", grant.media))
    if grant.products is not None:
        found.append(any_of("odrl:product", "product", grant.products))
    if grant.products_need_approval:
        found.append(any_of("toile:productWithApproval", "product", grant.products_need_approval))
    if grant.twin_versions:
        found.append(constraint("odrl:version", "isAnyOf", {"@list": list(grant.twin_versions)}))
    return found


def _kept(unknown: tuple[str, ...], name: str) -> list[Any]:
    return [json.loads(kept)[name] for kept in unknown if name in json.loads(kept)]


def _action(name: str) -> str:
    return ACTIONS.get(name, f"toile:action:{name}")


def _changes(grant: Grant) -> list[Node]:
    found = []
    for verdict, left in CHANGES.items():
        names = tuple(name for name, said in grant.modifications.items() if said == verdict)
        if names:
            found.append(any_of(left, "change", names))
    return found


def _count(grant: Grant) -> list[Node]:
    limit = grant.count
    if limit is None:
        return []
    node = constraint("odrl:count", "lteq", limit.limit)
    if limit.limit is None:
        del node["odrl:rightOperand"]
    unit = {"toile:unit": limit.unit, "toile:countsOn": write(limit.counts_on)}
    return [{**node, **unit}]


def _days(days: Term | None) -> list[Node]:
    """Return the term as constraints for readers that know ODRL alone."""
    found = []
    for bound, operator in ((days and days.start, "gteq"), (days and days.end, "lteq")):
        if bound is not None:
            found.append({**constraint("odrl:dateTime", operator, scalar(bound)), **DERIVED})
    return found


DERIVED: Node = {"toile:derived": True}


def _duties(licence: Licence) -> list[Node]:
    """Return what is owed first, for readers that know ODRL alone."""
    found: list[Node] = []
    if licence.fee.precondition:
        duty: Node = {"odrl:action": iri("odrl:compensate"), **DERIVED}
        if licence.fee.amount_minor is not None:
            duty["odrl:constraint"] = {
                **constraint("odrl:payAmount", "eq", licence.fee.amount_minor),
                "toile:minorUnitsOf": licence.fee.currency or "",
            }
        found.append(duty)
    if licence.approval.mode not in (None, "none"):
        found.append({"odrl:action": iri("odrl:obtainConsent"), **DERIVED})
    if licence.visible_label:
        found.append({"odrl:action": iri("odrl:watermark"), **DERIVED})
    return found


def _obligations(licence: Licence) -> list[Node]:
    if licence.takedown_hours is None:
        return []
    duty = {"odrl:action": iri("toile:removeFromService"), **DERIVED}
    return [{**duty, "toile:withinHours": licence.takedown_hours}]


def _prohibition(ban: Prohibition) -> Node:
    found = []
    for left, prefix, names in (
        ("odrl:product", "product", ban.products),
        ("toile:contentTag", "content", ban.content),
        ("odrl:media", "media", ban.media),
        ("odrl:spatial", "area", ban.territory),
    ):
        if names:
            found.append(any_of(left, prefix, names))
    rule: Node = {"odrl:constraint": [*found, *_kept(ban.unknown, "odrl:constraint")]}
    actions = ban.actions
    rule["odrl:action"] = (
        {"@list": [iri(_action(name)) for name in actions]} if actions else iri("odrl:use")
    )
    if ban.clause is not None:
        rule[term("clause")] = ban.clause
    for kept in ban.unknown:
        for name, value in json.loads(kept).items():
            rule.setdefault(name, value)
    return {name: value for name, value in rule.items() if value != []}
