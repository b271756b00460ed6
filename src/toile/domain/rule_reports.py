"""Breach, and the report of what each rule had to say. Knows no rule in particular."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from toile.domain.field_commands import RemoveItems, SetField
from toile.domain.guidelines import Rule, RuleFinding, RuleReport
from toile.domain.shots import Shot


@dataclass(frozen=True)
class Breach:
    """A rule not kept, in words, with the way to keep it; ``edits`` where commands can do it."""

    say: str
    fix: str
    shot: str | None = None
    edits: tuple[SetField | RemoveItems, ...] = ()


def report_of(results: Iterable[tuple[Rule, Sequence[Breach | bool]]]) -> RuleReport:
    """Return the report of what each rule had to say; nothing said is "not tested"."""
    findings: list[RuleFinding] = []
    kept: list[Rule] = []
    untested: list[str] = []
    for rule, said in results:
        breaches = [one for one in said if isinstance(one, Breach)]
        findings.extend(finding_of(rule, breach) for breach in breaches)
        if not said:
            untested.append(rule.id)
        elif not breaches:
            kept.append(rule)
    return RuleReport(findings=tuple(findings), kept=tuple(kept), untested=tuple(untested))


def finding_of(rule: Rule, breach: Breach) -> RuleFinding:
    """Return the finding of a breach, with the rule's own citation."""
    return RuleFinding(
        rule=rule.id,
        kind=rule.kind,
        level=rule.level,
        shot=breach.shot,
        say=breach.say,
        fix=breach.fix,
        edits=breach.edits,
        citation=rule.citation,
    )


def setting(shot: Shot, field: str, value: str | int) -> tuple[SetField]:
    """Return the command that gives one field of a shot a value."""
    return (SetField(shots=(shot.id,), field=field, value=value),)
