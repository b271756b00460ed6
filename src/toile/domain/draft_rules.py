"""The book's rules that only pixels can answer: palette, calm top, contrast.

Belongs here: the checks on measured facts. Does not: measuring them.
"""

from collections.abc import Sequence

from toile.domain.colours import contrast, distance
from toile.domain.guidelines import Rule, RuleFinding, RuleKind, RuleReport
from toile.domain.rules import Breach, finding_of
from toile.domain.shots import Shot
from toile.domain.values import Value

# CIEDE2000 beyond which two wide areas read as different colours.
_USUAL_DISTANCE = 15.0
# The share of a band that may be busy and still read as calm.
_CALM = 0.08


class DraftFacts(Value):
    """What was measured on a draft.

    ``areas`` are wide areas of the set as colour code and share of it; ``top_busy`` says for each
    tenth of the height from the top how much of it is not calm; ``ground`` is the colour behind a
    name at the top.
    """

    width: int
    height: int
    areas: tuple[tuple[str, float], ...] = ()
    top_busy: tuple[float, ...] = ()
    ground: str | None = None


def check_draft(shot: Shot, facts: DraftFacts, rules: Sequence[Rule]) -> RuleReport:
    """Test the rules that only pixels can answer: palette, calm top, contrast, true ratio."""
    findings: list[RuleFinding] = []
    tested = passed = 0
    inks = [code for rule in rules if rule.kind is RuleKind.PALETTE for code in rule.colours]
    untested: list[str] = []
    for rule in rules:
        result = _on_draft(rule, shot, facts, inks)
        if result is None:
            untested.append(rule.id)
            continue
        tested += 1
        passed += result is True
        if isinstance(result, Breach):
            findings.append(finding_of(rule, result))
    return RuleReport(
        findings=tuple(findings), tested=tested, passed=passed, untested=tuple(untested)
    )


def _on_draft(
    rule: Rule, shot: Shot, facts: DraftFacts, inks: Sequence[str]
) -> "Breach | bool | None":
    if rule.kind is RuleKind.PALETTE and facts.areas:
        return _palette(rule, shot, facts)
    if rule.kind is RuleKind.LOGO_SPACE and facts.top_busy:
        return _calm_top(rule, shot, facts)
    if rule.kind is RuleKind.CONTRAST and facts.ground is not None:
        return _contrast(rule, shot, facts.ground, inks)
    return None


def _contrast(rule: Rule, shot: Shot, ground: str, inks: Sequence[str]) -> Breach | bool:
    """Test the best of the book's colours on the ground; black and white where it names none."""
    best = max(contrast(ink, ground) for ink in inks or ("#000000", "#FFFFFF"))
    if best >= (rule.least or 1):
        return True
    return Breach(
        f"Shot {shot.no}: the name would reach a contrast of {best:.1f}:1 on {ground}; "
        f"the book asks for {rule.least:g}:1.",
        f"Make the ground of shot {shot.no} lighter or darker behind the name.",
        shot.id,
    )


def _palette(rule: Rule, shot: Shot, facts: DraftFacts) -> "Breach | bool":
    limit = rule.most or _USUAL_DISTANCE
    for code, share in facts.areas:
        nearest = min(rule.colours, key=lambda own: distance(code, own))
        far = distance(code, nearest)
        if far > limit:
            return Breach(
                f"Shot {shot.no}: {share:.0%} of the set is {code}, {far:.0f} away from the "
                f"nearest house colour; the book allows {limit:g}.",
                f"Use {nearest} in the set of shot {shot.no}.",
                shot.id,
            )
    return True


def _calm_top(rule: Rule, shot: Shot, facts: DraftFacts) -> "Breach | bool":
    tenths = max(1, round((rule.least or 0.1) * len(facts.top_busy)))
    busy = max(facts.top_busy[:tenths])
    if busy <= _CALM:
        return True
    return Breach(
        f"Shot {shot.no}: something stands in the upper {rule.least:.0%}, which is the name's.",
        f"Leave more room above the head in shot {shot.no}.",
        shot.id,
    )
