"""A decision as plain JSON: codes for machines, sentences and clauses for people.

Belongs here: the shape of the answer. Does not know: rules.
"""

from typing import Any

from toile.domain.rights.codes import Gate
from toile.domain.rights.decision import Decision, Duty, Finding, Remedy


def report(decision: Decision) -> dict[str, Any]:
    """Return the decision as JSON values; ``reasons`` and ``duties`` are codes."""
    return {
        "decision": decision.outcome.value,
        "reason": decision.reason.value,
        "reasons": [reason.value for reason in decision.reasons],
        "duties": list(dict.fromkeys(str(duty.code) for duty in decision.duties)),
        "uncovered": _uncovered(decision),
        "uncovered_cells": [
            {"territory": cell.territory, "medium": cell.medium} for cell in decision.uncovered
        ],
        "missing": list(decision.missing),
        "used_licences": list(decision.used_licences),
        "say": decision.say,
        "findings": [_finding(finding) for finding in decision.findings],
        "duty_details": [_duty(duty) for duty in decision.duties],
        "remedies": [_remedy(remedy) for remedy in decision.remedies],
        "grounds": [
            {"twin": one.twin, "licence": one.licence, "clause": one.clause, "cells": one.cells}
            for one in decision.grounds
        ],
        "notes": list(decision.notes),
        "valid_until": decision.valid_until.isoformat(),
        "decided_at": decision.decided_at.isoformat(),
        "request_digest": decision.request_digest,
        "rules_version": decision.rules_version,
    }


def _uncovered(decision: Decision) -> list[str]:
    """Return the territories that nothing covers; where all are covered, the media."""
    for gate, side in ((Gate.COVERAGE_TERRITORY, "territory"), (Gate.COVERAGE_MEDIA, "medium")):
        cells = [cell for f in decision.findings if f.gate == gate for cell in f.cells]
        named = dict.fromkeys(getattr(cell, side) for cell in cells)
        if named:
            return [name for name in named if name]
    return []


def _finding(finding: Finding) -> dict[str, Any]:
    return {
        "code": finding.code.value,
        "gate": finding.gate.name.lower(),
        "decision": finding.outcome.value,
        "say": finding.say,
        "twin": finding.twin,
        "licence": finding.licence,
        "clause": finding.clause,
        "quote": finding.quote,
        "source": finding.source,
        "missing": list(finding.missing),
    }


def _duty(duty: Duty) -> dict[str, Any]:
    return {
        "code": str(duty.code),
        "say": duty.say,
        "by": duty.by.isoformat() if duty.by else None,
        "actor": duty.actor,
        "wording": dict(duty.wording),
        "source": duty.source,
        "status": duty.status,
    }


def _remedy(remedy: Remedy) -> dict[str, Any]:
    return {
        "kind": remedy.kind,
        "say": remedy.say,
        "answers": remedy.answers.value,
        "effort": remedy.effort,
        "change": remedy.change,
        "details": remedy.details,
    }
