"""Licences as ODRL in JSON-LD or Turtle, and back, by way of rdflib.

Belongs here: graphs and their text forms. Does not know: what a licence means (``domain.odrl``).
Nothing is fetched: the ODRL context is built in, and any other remote context is refused.
"""

import json
from typing import Any, Literal

from rdflib import RDF, BNode, Graph, URIRef
from rdflib import Literal as RdfLiteral
from rdflib.collection import Collection
from rdflib.exceptions import ParserError
from rdflib.plugins.parsers.notation3 import BadSyntax
from rdflib.term import Node

from toile.domain.errors import BadInput
from toile.domain.licences import Licence
from toile.domain.odrl.export import to_document
from toile.domain.odrl.reading import from_document
from toile.domain.odrl.terms import CONTEXT

Form = Literal["json-ld", "turtle"]
ODRL = CONTEXT["odrl"]
KINDS = ("Agreement", "Offer", "Set", "Policy", "Assertion")
POLICIES = (*(URIRef(ODRL + name) for name in KINDS), URIRef(CONTEXT["toile"] + "Draft"))
ODRL_CONTEXTS = ("http://www.w3.org/ns/odrl.jsonld", "https://www.w3.org/ns/odrl.jsonld")
AS_NAME = ("action", "leftOperand", "operator", "conflict")
AS_IRI = ("target", "assignee", "assigner", "profile", "inheritFrom", "rightOperandReference")
BUILT_IN: dict[str, Any] = {
    **CONTEXT,
    "@vocab": ODRL,
    "id": "@id",
    "uid": "@id",
    "type": "@type",
    **{name: {"@id": ODRL + name, "@type": "@vocab"} for name in AS_NAME},
    **{name: {"@id": ODRL + name, "@type": "@id"} for name in AS_IRI},
}
# The parser of Turtle stumbles over broken text in ways of its own.
_TURTLE_FAULTS = (BadSyntax, ParserError, IndexError, KeyError, AttributeError, AssertionError)
DEEPEST, LARGEST = 12, 2_000_000


class OdrlCodec:
    """Write and read licences."""

    def write(self, licence: Licence, form: Form = "json-ld") -> str:
        """Return the licence as text; it reads back as the same licence."""
        text = json.dumps(to_document(licence), ensure_ascii=False, indent=2)
        if form == "json-ld":
            return text + "\n"
        return str(_json_graph(text).serialize(format="turtle"))

    def read(self, text: str, form: Form = "json-ld") -> tuple[Licence, ...]:
        """Return the licences of a text. Raises ``BadInput`` where there is none to be read."""
        if len(text) > LARGEST:
            raise BadInput("The document is larger than two million characters.")
        graph = _json_graph(text) if form == "json-ld" else _turtle_graph(text)
        found = {s for kind in POLICIES for s in graph.subjects(RDF.type, kind)}
        policies = sorted(found, key=str)
        if not policies:
            raise BadInput("The document holds no ODRL policy.", hint="It needs an Agreement.")
        try:
            return tuple(from_document(_tree(graph, policy, 0)) for policy in policies)
        except (ValueError, TypeError, KeyError, AttributeError) as fault:
            raise BadInput(
                "The document is ODRL, but not built as a licence is.",
                hint="Compare it with what `toile rights odrl-export` writes.",
            ) from fault


def _json_graph(text: str) -> Graph:
    try:
        document = json.loads(text)
        if not isinstance(document, dict | list):
            raise ValueError("a bare value")
        return Graph().parse(data=json.dumps(_local(document)), format="json-ld")
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError) as fault:
        raise BadInput("This is not readable JSON-LD.", hint="Check the file.") from fault


def _turtle_graph(text: str) -> Graph:
    try:
        return Graph().parse(data=text, format="turtle")
    except (*_TURTLE_FAULTS, ValueError, TypeError, RecursionError) as fault:
        raise BadInput("This is not readable Turtle.", hint="Check the file.") from fault


def _local(document: Any) -> Any:
    """Return the document with every context in place, so that nothing is fetched."""
    if isinstance(document, list):
        return [_local(item) for item in document]
    if not isinstance(document, dict):
        return document
    return {
        key: _context(value) if key == "@context" else _local(value)
        for key, value in document.items()
    }


def _context(given: Any) -> Any:
    if isinstance(given, list):
        return [_context(one) for one in given]
    if isinstance(given, str):
        if given not in ODRL_CONTEXTS:
            raise BadInput(f"The context {given} would have to be fetched.", hint="Write it out.")
        return BUILT_IN
    if isinstance(given, dict):
        if "@import" in given:
            raise BadInput("The context would have to be fetched.", hint="Write it out.")
        # A term may bring a context of its own, and that one too could name an address.
        return {key: _local(value) for key, value in given.items()}
    return given


def _tree(graph: Graph, node: Node, depth: int) -> dict[str, Any]:
    """Return a node with all below it, names shortened to their prefix."""
    if depth > DEEPEST:
        raise BadInput("The document refers to itself or is too deep.")
    found: dict[str, Any] = {} if isinstance(node, BNode) else {"@id": _short(node)}
    grouped: dict[str, list[Any]] = {}
    for predicate, value in sorted(graph.predicate_objects(node), key=_by_text):
        name = "@type" if predicate == RDF.type else _short(predicate)
        held = _short(value) if name == "@type" else _value(graph, value, depth)
        grouped.setdefault(name, []).append(held)
    for name, values in grouped.items():
        ordered = sorted(values, key=lambda one: json.dumps(one, sort_keys=True))
        found[name] = ordered[0] if len(ordered) == 1 else ordered
    return found


def _by_text(pair: tuple[Node, Node]) -> tuple[str, str]:
    value = "" if isinstance(pair[1], BNode) else str(pair[1])
    return str(pair[0]), value


def _value(graph: Graph, node: Node, depth: int) -> Any:
    if isinstance(node, RdfLiteral):
        return _literal(node)
    if node == RDF.nil or (node, RDF.first, None) in graph:
        items = Collection(graph, node) if node != RDF.nil else ()
        return {"@list": [_value(graph, item, depth + 1) for item in items]}
    if isinstance(node, URIRef) and (node, None, None) not in graph:
        return {"@id": _short(node)}
    if isinstance(node, URIRef) and any((node, RDF.type, kind) in graph for kind in POLICIES):
        return {"@id": _short(node)}
    return _tree(graph, node, depth + 1)


def _literal(node: RdfLiteral) -> Any:
    value = node.toPython()
    if isinstance(value, bool | int | float):
        return value
    if node.datatype is not None and not str(node.datatype).endswith("#string"):
        return {"@value": str(node), "@type": _short(node.datatype)}
    return {"@value": str(node), "@language": node.language} if node.language else str(node)


def _short(node: Node) -> str:
    text = str(node)
    for prefix, whole in CONTEXT.items():
        if text.startswith(whole):
            return f"{prefix}:{text.removeprefix(whole)}"
    return text
