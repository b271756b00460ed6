"""Rules, requests and situations read from RDF graphs.

Belongs here: RDF to values. Does not know: what they decide.
"""

from datetime import UTC, date, datetime, time
from importlib.resources import files

import yaml
from rdflib import RDF, Graph, Literal, Namespace, URIRef
from rdflib.collection import Collection
from rdflib.term import Node

from toile.domain.odrl.values import (
    ODRL,
    ActionTree,
    Ask,
    Condition,
    Constraint,
    DutyState,
    Logical,
    Rule,
    Situation,
)

O = Namespace(ODRL)  # noqa: E741
REPORT = Namespace("https://w3id.org/force/compliance-report#")
SOTW = Namespace("https://w3id.org/force/sotw#")
DCT = Namespace("http://purl.org/dc/terms/")
CURRENT_TIME = URIRef("http://example.com/request/currentTime")
KINDS = {O.permission: "permission", O.prohibition: "prohibition"}
LOGIC = (O["and"], O["or"], O.xone, O.andSequence)
STATES: dict[str, DutyState] = {
    "Fulfilled": "fulfilled",
    "Violated": "violated",
    "NonSet": "not_set",
}


def action_tree() -> ActionTree:
    """Return the action tree of ODRL 2.2."""
    text = (files("toile") / "data" / "rights" / "odrl_actions.yaml").read_text(encoding="utf-8")
    found = yaml.safe_load(text)
    return ActionTree(
        included_in={ODRL + a: ODRL + b for a, b in found["included_in"].items()},
        same_as={ODRL + a: ODRL + b for a, b in found["same_as"].items()},
    )


def rules_of(graph: Graph) -> tuple[Rule, ...]:
    """Return every rule of the policies in a graph, atomic or with several conditions."""
    found = []
    for predicate, kind in KINDS.items():
        for policy, rule in sorted(graph.subject_objects(predicate), key=str):
            if (policy, RDF.type, O.Request) in graph:
                continue
            found.append(
                Rule(
                    iri=str(rule),
                    kind=kind,  # type: ignore[arg-type]
                    action=_text(graph, rule, O.action),
                    target=_text(graph, rule, O.target),
                    assignee=_text(graph, rule, O.assignee),
                    conditions=tuple(
                        condition_of(graph, node)
                        for node in sorted(graph.objects(rule, O.constraint), key=str)
                    ),
                    duties=tuple(
                        str(duty) for duty in sorted(graph.objects(rule, O.duty), key=str)
                    ),
                )
            )
    return tuple(found)


def condition_of(graph: Graph, node: Node) -> Condition:
    """Return a constraint, or a logical one with its parts."""
    for operator in LOGIC:
        parts = list(graph.objects(node, operator))
        if parts:
            listed = [item for part in parts for item in _items(graph, part)]
            return Logical(str(operator), tuple(condition_of(graph, item) for item in listed))
    return Constraint(
        left=_text(graph, node, O.leftOperand) or "",
        operator=_text(graph, node, O.operator) or "",
        right=tuple(
            _value(item)
            for right in graph.objects(node, O.rightOperand)
            for item in _items(graph, right)
        ),
    )


def ask_of(graph: Graph) -> Ask:
    """Return the request of a graph, in the older form or that of the draft vocabulary."""
    for request in graph.subjects(RDF.type, SOTW.EvaluationRequest):
        return Ask(
            action=_text(graph, request, SOTW.requestedAction) or "",
            target=_text(graph, request, SOTW.requestedTarget),
            party=_text(graph, request, SOTW.requestedParty),
        )
    for rule in graph.objects(None, O.permission):
        return Ask(
            action=_text(graph, rule, O.action) or "",
            target=_text(graph, rule, O.target),
            party=_text(graph, rule, O.assignee),
        )
    return Ask(action="", target=None, party=None)


def situation_of(graph: Graph) -> Situation:
    """Return the state of the world of a graph."""
    now = next(graph.objects(CURRENT_TIME, DCT.issued), None)
    duties = []
    for report in graph.subjects(RDF.type, REPORT.DutyReport):
        state = _text(graph, report, REPORT.deonticState) or ""
        rule = _text(graph, report, REPORT.rule) or ""
        duties.append((rule, STATES.get(state.removeprefix(str(REPORT)), "not_set")))
    return Situation(
        now=None if now is None else _instant(now),
        member_of=frozenset((str(a), str(b)) for a, b in graph.subject_objects(O.partOf)),
        duties=tuple(sorted(duties)),
    )


def _items(graph: Graph, node: Node) -> list[Node]:
    if (node, RDF.first, None) in graph:
        return list(Collection(graph, node))
    return [node]


def _text(graph: Graph, node: Node, predicate: URIRef) -> str | None:
    found = next(graph.objects(node, predicate), None)
    return None if found is None else str(found)


def _value(node: Node) -> str | datetime:
    return _instant(node) or str(node)


def _instant(node: Node) -> datetime | None:
    value = node.toPython() if isinstance(node, Literal) else None
    if isinstance(value, datetime):
        return value if value.tzinfo else value.replace(tzinfo=UTC)
    if isinstance(value, date):
        return datetime.combine(value, time(), UTC)
    return None
