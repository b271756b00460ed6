"""The Toile profile of ODRL: its names, and plain values as nodes of a document and back.

Belongs here: names and a general way to write a frozen value as a node. Does not know: licences.

A document is a tree of plain JSON-LD: a node maps prefixed names to values; ``{"@list": […]}``
keeps order; ``None`` is left out. Terms of the profile (prefix ``toile:``): the actions
``generate``, ``export``, ``keepLive``, ``train``; the left operands ``bodyChange``,
``bodyChangeWithApproval``, ``bodyChangeForbidden``, ``bodyChangeUnrecorded``,
``unlistedBodyChange``, ``contentTag``, ``onlineReach``, ``dependentCodes``,
``productWithApproval``, ``countsOn``; and one property for each further field of a licence
(``approval``, ``exclusivity``, ``revocation``, ``clauses`` …).
"""

from datetime import date, datetime
from types import NoneType, UnionType
from typing import Annotated, Any, Literal, Union, get_args, get_origin

from toile.domain.values import Value

PROFILE = "urn:toile:odrl:1"
CONTEXT = {
    "odrl": "http://www.w3.org/ns/odrl/2/",
    "toile": f"{PROFILE}:",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
}
Node = dict[str, Any]


def term(field: str) -> str:
    """Return the profile's name of a field: ``first_use_months`` is ``toile:firstUseMonths``."""
    head, *rest = field.split("_")
    return "toile:" + head + "".join(word.capitalize() for word in rest)


def iri(name: str) -> Node:
    """Return a reference."""
    return {"@id": name}


def scalar(value: Any) -> Any:
    """Return a plain value, days and instants with their type."""
    if isinstance(value, datetime):
        return {"@value": value.isoformat(), "@type": "xsd:dateTime"}
    if isinstance(value, date):
        return {"@value": value.isoformat(), "@type": "xsd:date"}
    return value


def write(value: Any) -> Any:
    """Return a value, a tuple or a map of values as part of a document."""
    if isinstance(value, Value):
        return node_of(value)
    if isinstance(value, tuple):
        return {"@list": [write(item) for item in value]}
    if isinstance(value, dict):
        pairs = [{"toile:key": key, **_held(held)} for key, held in value.items()]
        return {"@list": pairs}
    return scalar(value)


def _held(value: Any) -> Node:
    return {} if value is None else {"toile:value": write(value)}


def node_of(value: Value, without: frozenset[str] = frozenset()) -> Node:
    """Return a frozen value as a node; fields that are ``None`` are left out."""
    fields = {name: getattr(value, name) for name in type(value).model_fields}
    return {
        term(name): write(held)
        for name, held in fields.items()
        if held is not None and name not in without
    }


def fields_of(node: Node, kind: type[Value], without: frozenset[str] = frozenset()) -> Node:
    """Return the fields of a value from its node; what is absent was never recorded.

    A field that may be ``None`` is ``None`` when absent; any other keeps its default.
    """
    found: Node = {}
    for name, field in kind.model_fields.items():
        if name in without:
            continue
        held = node.get(term(name))
        if held is not None:
            found[name] = _read(held, field.annotation)
        elif NoneType in _parts(field.annotation):
            found[name] = None
    return found


def _read(held: Any, kind: Any) -> Any:
    parts = [part for part in _parts(kind) if part is not NoneType]
    nested = next((p for p in parts if isinstance(p, type) and issubclass(p, Value)), None)
    if nested is not None and isinstance(held, dict):
        return fields_of(held, nested)
    origin = get_origin(parts[0]) if parts else None
    if origin is tuple:
        return tuple(_read(item, get_args(parts[0])[0]) for item in listed(held))
    if origin is dict:
        inner = get_args(parts[0])[1]
        return {
            item["toile:key"]: _read(item["toile:value"], inner) if "toile:value" in item else None
            for item in listed(held)
        }
    return plain(held)


def _parts(kind: Any) -> tuple[Any, ...]:
    if get_origin(kind) is Annotated:
        return _parts(get_args(kind)[0])
    if get_origin(kind) in (Union, UnionType):
        return tuple(part for one in get_args(kind) for part in _parts(one))
    return (str,) if get_origin(kind) is Literal else (kind,)


def listed(held: Any) -> list[Any]:
    """Return what a value of a document lists: the items of a list, or the one value."""
    if isinstance(held, dict) and "@list" in held:
        return list(held["@list"])
    return list(held) if isinstance(held, list) else [held]


def plain(held: Any) -> Any:
    """Return the bare value of a typed one; a reference gives its name."""
    if isinstance(held, dict):
        return held.get("@value", held.get("@id"))
    return held
