"""The public ODRL test suite, run case by case and compared at activation level.

Belongs here: the suite's layout on disk. Does not know: how a rule is read. Every policy is loaded
alone, because constraint names repeat across the files of the suite.
"""

from dataclasses import dataclass
from pathlib import Path

from rdflib import RDF, Graph, Namespace, URIRef
from rdflib.exceptions import ParserError
from rdflib.plugins.parsers.notation3 import BadSyntax
from rdflib.term import Node

from toile.adapters.odrl.rules import (
    REPORT,
    action_tree,
    ask_of,
    rules_of,
    situation_of,
)
from toile.domain.errors import BadInput
from toile.domain.odrl.evaluate import DutyNotSet, active
from toile.domain.odrl.values import Rule

EX = Namespace("http://example.org/")


@dataclass(frozen=True)
class CaseResult:
    """One case: what the suite expects of the rule, and what we say."""

    name: str
    title: str
    kind: str
    expected: bool
    found: bool

    @property
    def right(self) -> bool:
        """Say whether both agree."""
        return self.expected == self.found


@dataclass(frozen=True)
class SuiteReport:
    """All cases, and the reading of an unset duty they were run with."""

    duty_not_set: DutyNotSet
    cases: tuple[CaseResult, ...]

    @property
    def right(self) -> int:
        """Return how many cases agree."""
        return sum(case.right for case in self.cases)


def run_suite(folder: Path, duty_not_set: DutyNotSet) -> SuiteReport:
    """Run every case of the suite in ``folder``. Raises ``BadInput`` when it is not there."""
    root = folder / "data" if (folder / "data" / "test_cases").is_dir() else folder
    files = sorted((root / "test_cases").glob("*.ttl"))
    if not files:
        raise BadInput(f"{folder} holds no ODRL test cases.", hint="Give the suite's data folder.")
    policies = _by_iri(root / "policies")
    requests, states = _by_iri(root / "requests"), _by_iri(root / "sotw")
    tree = action_tree()
    results = []
    for file in files:
        graph = _graph(file)
        case = _one(graph, EX.TestCase, file)
        asked = ask_of(_named(requests, graph, case, EX.request, file))
        state = situation_of(_named(states, graph, case, EX.sotw, file))
        rule = _only(rules_of(_named(policies, graph, case, EX.policy, file)), file)
        results.append(
            CaseResult(
                name=file.stem,
                title=_text(graph, case, "http://purl.org/dc/terms/title"),
                kind=rule.kind,
                expected=(None, REPORT.activationState, REPORT.Active) in graph,
                found=active(rule, asked, state, tree, duty_not_set),
            )
        )
    return SuiteReport(duty_not_set, tuple(results))


def _by_iri(folder: Path) -> dict[str, Graph]:
    found: dict[str, Graph] = {}
    for file in sorted(folder.glob("*.ttl")):
        graph = _graph(file)
        for subject in set(graph.subjects(RDF.type, None)):
            found.setdefault(str(subject), graph)
    return found


def _graph(file: Path) -> Graph:
    try:
        return Graph().parse(file, format="turtle")
    except (BadSyntax, ParserError, OSError) as fault:
        raise BadInput(f"{file.name} is not readable Turtle.") from fault


def _one(graph: Graph, kind: Node, file: Path) -> Node:
    for subject in graph.subjects(RDF.type, kind):
        return subject
    raise BadInput(f"{file.name} holds no test case.")


def _named(graphs: dict[str, Graph], case: Graph, node: Node, link: str, file: Path) -> Graph:
    wanted = _text(case, node, link)
    if wanted not in graphs:
        raise BadInput(f"{file.name} names {wanted}, which is not in the suite.")
    return graphs[wanted]


def _only(rules: tuple[Rule, ...], file: Path) -> Rule:
    if len(rules) != 1:
        raise BadInput(f"The policy of {file.name} has {len(rules)} rules; one is expected.")
    return rules[0]


def _text(graph: Graph, node: Node, link: str) -> str:
    return str(next(iter(graph.objects(node, URIRef(link))), ""))
