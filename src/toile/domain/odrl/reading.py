"""An ODRL document as a licence: what is known is read, what is not is kept and refuses.

Belongs here: reading. Does not know: RDF libraries; the tree it takes is that of ``terms``. A
conflict strategy other than ``prohibit`` is read as ``prohibit``, the stricter one.
"""

import json
from collections.abc import Mapping
from typing import Any

from toile.domain.errors import BadInput
from toile.domain.licences import Licence
from toile.domain.odrl.export import ACTIONS, CHANGES, SPECIAL, TYPES
from toile.domain.odrl.terms import Node, fields_of, listed, plain, term

ACTION_WORDS = {name: word for word, name in ACTIONS.items()} | {
    "odrl:derive": "edit",
    "odrl:display": "keep_live",
    "odrl:present": "keep_live",
}
KINDS = {name: kind for kind, name in TYPES.items()}
KNOWN_OF_POLICY = frozenset(
    ("@id", "@type", "@context", "odrl:uid", "odrl:profile", "odrl:conflict", "odrl:target",
     "odrl:assignee", "odrl:assigner", "odrl:permission", "odrl:prohibition", "odrl:obligation",
     "toile:term")
)  # fmt: skip
KNOWN_OF_RULE = frozenset(
    ("@id", "@type", "odrl:uid", "odrl:action", "odrl:constraint", "odrl:duty", "odrl:target",
     "odrl:assignee", "odrl:assigner", "toile:bodyChanges", "toile:clause", "toile:place")
)  # fmt: skip
LISTS = {
    ("odrl:media", "isAnyOf"): ("media", "media"),
    ("odrl:product", "isAnyOf"): ("products", "product"),
    ("toile:productWithApproval", "isAnyOf"): ("products_need_approval", "product"),
    ("toile:contentTag", "isAnyOf"): ("content", "content"),
}
SINGLES = {
    "toile:onlineReach": "online_rule",
    "toile:dependentCodes": "dependent_codes",
    "toile:unlistedBodyChange": "unlisted_modification",
}
VERDICTS = {name: verdict for verdict, name in CHANGES.items()}


def from_document(document: Node) -> Licence:
    """Return the licence of a document. Raises ``BadInput`` where no licence can be made of it."""
    permissions = _rules(document, "odrl:permission")
    target = _target(document, permissions)
    fields = fields_of(document, Licence, SPECIAL)
    fields |= {
        "id": _name(document.get("@id"), "licence"),
        "kind": KINDS.get(str(plain(document.get("@type")))),
        "twin": target,
        "licensor": _party(document, permissions, "odrl:assigner"),
        "licensee": _party(document, permissions, "odrl:assignee"),
        "term": _term(document, permissions),
        "grants": tuple(_grant(rule) for rule in permissions),
        "prohibitions": tuple(_ban(rule) for rule in _rules(document, "odrl:prohibition")),
        "unknown_terms": _unknown_of_policy(document),
    }
    if not fields["licensee"] or not target:
        raise BadInput("The document names no target or no assignee.", hint="Both are needed.")
    duties = [_action_of(duty) for rule in permissions for duty in _nodes(rule, "odrl:duty")]
    for name, action, value in (
        ("fee", "odrl:compensate", {"precondition": True}),
        ("approval", "odrl:obtainConsent", {"mode": "per_asset"}),
    ):
        if term(name) not in document:
            fields.pop(name, None)
            if action in duties:
                fields[name] = value
    return Licence.model_validate(_settled(fields, document))


def _settled(fields: Node, document: Node) -> Node:
    """Leave out what has a default and was not written at all."""
    return {
        name: value
        for name, value in fields.items()
        if value is not None or name in ("kind", "term") or _may_be_unknown(name, document)
    }


def _may_be_unknown(name: str, document: Node) -> bool:
    return term(name) not in document and name not in ("fee", "approval")


def _nodes(node: Mapping[str, Any], name: str) -> list[Node]:
    held = node.get(name)
    return [] if held is None else [one for one in listed(held) if isinstance(one, dict)]


def _rules(document: Node, name: str) -> list[Node]:
    """Return rules in the order in which they were written, where that is known."""
    return sorted(_nodes(document, name), key=lambda rule: int(rule.get("toile:place", 0)))


def _name(given: Any, prefix: str) -> str:
    """Return the bare name of a reference of the profile; another name stays whole."""
    return str(plain(given) or "").removeprefix(f"toile:{prefix}:")


def _target(document: Node, rules: list[Node]) -> str:
    named = {
        _name(node["odrl:target"], "twin") for node in (document, *rules) if "odrl:target" in node
    }
    if len(named) > 1:
        raise BadInput("The document is about several assets.", hint="Give one licence for each.")
    return named.pop() if named else ""


def _party(document: Node, rules: list[Node], role: str) -> str | None:
    named = {_name(node[role], "party") for node in (document, *rules) if role in node}
    if len(named) > 1:
        raise BadInput("The document names several parties in one role.")
    return named.pop() if named else None


def _term(document: Node, rules: list[Node]) -> Node | None:
    """Return the term as the profile states it, else as the dates of every permission agree."""
    if "toile:term" in document:
        written = document["toile:term"]
        return {key: plain(written.get(f"toile:{key}")) for key in ("start", "end", "tz")}
    spans = {tuple(sorted(_dates(rule).items())) for rule in rules}
    if len(spans) != 1:
        return None
    found = dict(spans.pop())
    return {"start": found.get("gteq"), "end": found.get("lteq"), "tz": "UTC"} if found else None


def _dates(rule: Node) -> dict[str, str]:
    return {
        _operator(one): str(plain(one.get("odrl:rightOperand")))
        for one in _nodes(rule, "odrl:constraint")
        if _left(one) == "odrl:dateTime" and _operator(one) in ("gteq", "lteq")
    }


def _left(node: Node) -> str:
    return str(plain(node.get("odrl:leftOperand")) or "")


def _operator(node: Node) -> str:
    return str(plain(node.get("odrl:operator")) or "").removeprefix("odrl:")


def _action_of(node: Node) -> str:
    return str(plain(node.get("odrl:action")) or "")


def _derived(node: Node) -> bool:
    return node.get("toile:derived") is True


def _grant(rule: Node) -> Node:
    area: Node = {"include": None, "online_rule": None, "dependent_codes": None}
    grant: Node = {
        "actions": _actions(rule), "media": None, "products": None,
        "unlisted_modification": None,
    }  # fmt: skip
    changes: dict[str, Any] = {}
    unknown: list[str] = []
    for one in _nodes(rule, "odrl:constraint"):
        if not _take(one, area, grant, changes):
            unknown.append(_keep({"odrl:constraint": one}))
    for duty in _nodes(rule, "odrl:duty"):
        if not _derived(duty) and _action_of(duty) not in ("odrl:compensate", "odrl:obtainConsent"):
            unknown.append(_keep({"odrl:duty": duty}))
    unknown += [_keep({k: v}) for k, v in rule.items() if k not in KNOWN_OF_RULE]
    order = [str(name) for name in listed(rule.get("toile:bodyChanges", []))]
    changes = {name: changes[name] for name in sorted(changes, key=lambda n: _place(order, n))}
    return {**grant, "territory": area, "modifications": changes, "unknown": tuple(sorted(unknown))}


def _place(order: list[str], name: str) -> int:
    return order.index(name) if name in order else len(order)


def _actions(rule: Node) -> tuple[str, ...] | None:
    if "odrl:action" not in rule:
        return None
    names = [str(plain(one)) for one in listed(rule["odrl:action"])]
    return tuple(ACTION_WORDS.get(name, name.removeprefix("toile:action:")) for name in names)


def _take(one: Node, area: Node, grant: Node, changes: dict[str, Any]) -> bool:
    """Take a constraint into the grant, or say that it is not understood."""
    left, operator = _left(one), _operator(one)
    right = one.get("odrl:rightOperand")
    if left == "odrl:dateTime" and operator in ("gteq", "lteq"):
        return True
    if left == "odrl:count" and operator == "lteq":
        grant["count"] = _count(one)
        return True
    if left in SINGLES and operator == "eq":
        (area if left != "toile:unlistedBodyChange" else grant)[SINGLES[left]] = plain(right)
        return True
    if left == "odrl:version" and operator == "isAnyOf":
        grant["twin_versions"] = tuple(str(plain(item)) for item in listed(right))
        return True
    return _take_list(left, operator, right, (area, grant, changes))


def _take_list(left: str, operator: str, right: Any, into: tuple[Node, Node, Node]) -> bool:
    area, grant, changes = into
    if left == "odrl:spatial" and operator in ("isAnyOf", "isNoneOf", "eq"):
        names = _names(right, "area")
        if names is None:
            return False
        area["exclude" if operator == "isNoneOf" else "include"] = names
        return True
    if left in VERDICTS and operator == "isAnyOf":
        names = _names(right, "change")
        changes.update(dict.fromkeys(names or (), VERDICTS[left]))
        return names is not None
    field = LISTS.get((left, operator))
    names = _names(right, field[1]) if field else None
    if field is None or names is None or left == "toile:contentTag":
        return False
    grant[field[0]] = names
    return True


def _names(right: Any, prefix: str) -> tuple[str, ...] | None:
    """Return names of the profile, or ``None`` where one is not of it."""
    found = [str(plain(item)) for item in listed(right)]
    if not all(name.startswith(f"toile:{prefix}:") for name in found):
        return None
    return tuple(name.removeprefix(f"toile:{prefix}:") for name in found)


def _count(one: Node) -> Node:
    limit = one.get("odrl:rightOperand")
    found: Node = {"limit": None if limit is None else int(plain(limit))}
    if "toile:unit" in one:
        found["unit"] = plain(one["toile:unit"])
    if "toile:countsOn" in one:
        found["counts_on"] = tuple(str(plain(item)) for item in listed(one["toile:countsOn"]))
    return found


def _ban(rule: Node) -> Node:
    """Return a prohibition; a condition that is not understood does not narrow it."""
    actions = tuple(name for name in _actions(rule) or () if name != "odrl:use")
    ban: Node = {"actions": actions, "clause": plain(rule.get("toile:clause"))}
    unknown: list[str] = []
    for one in _nodes(rule, "odrl:constraint"):
        left, operator, right = _left(one), _operator(one), one.get("odrl:rightOperand")
        field = LISTS.get((left, operator))
        if left == "odrl:spatial" and operator in ("isAnyOf", "eq"):
            field = ("territory", "area")
        names = _names(right, field[1]) if field else None
        if field is None or names is None:
            unknown.append(_keep({"odrl:constraint": one}))
        else:
            ban[field[0]] = names
    unknown += [_keep({k: v}) for k, v in rule.items() if k not in KNOWN_OF_RULE]
    return {**ban, "unknown": tuple(sorted(unknown))}


def _unknown_of_policy(document: Node) -> tuple[str, ...]:
    ours = {term(name) for name in Licence.model_fields}
    unknown = {k: v for k, v in document.items() if k not in KNOWN_OF_POLICY and k not in ours}
    others = [one for one in _nodes(document, "odrl:obligation") if not _derived(one)]
    if others:
        unknown["odrl:obligation"] = others
    return tuple(sorted(_keep({name: value}) for name, value in unknown.items()))


def _keep(node: Node) -> str:
    return json.dumps(node, sort_keys=True, ensure_ascii=False)
