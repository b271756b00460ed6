"""The book's rules that only pixels can answer: palette, calm top, contrast.

Belongs here: the checks on measured facts, and a drawn shot as a whole. Does not: measuring.
"""

import re
from collections.abc import Sequence

from toile.domain.colours import contrast, distance
from toile.domain.draft_facts import DraftFacts
from toile.domain.field_commands import SetField
from toile.domain.guidelines import Rule, RuleKind, RuleReport
from toile.domain.rule_reports import Breach, report_of, setting
from toile.domain.rules import Known, check_shot
from toile.domain.shots import Shot

# CIEDE2000 beyond which two wide areas read as different colours.
_USUAL_DISTANCE = 15.0
_GROUNDS = r"seamless|paper|backdrop|background|cyclorama|cyc\b|canvas|wall\b"
_WIDER = {
    "extreme close-up": "close-up",
    "close-up": "portrait",
    "portrait": "medium close-up",
    "medium close-up": "medium",
    "medium": "three-quarter",
    "three-quarter": "full",
    "full": "wide",
}
# The share of a band that may be busy and still read as calm.
_CALM = 0.08


def check_drawn(
    shot: Shot,
    among: Sequence[Shot],
    facts: DraftFacts | None,
    rules: Sequence[Rule],
    known: Known,
) -> RuleReport:
    """Test a shot and, once it is drawn and measured, its picture; ``among`` is the whole list."""
    report = check_shot(shot, among, rules, known)
    return report if facts is None else report.joined(check_draft(shot, facts, rules))


def check_draft(shot: Shot, facts: DraftFacts, rules: Sequence[Rule]) -> RuleReport:
    """Test the rules that only pixels can answer."""
    inks = [code for rule in rules if rule.kind is RuleKind.PALETTE for code in rule.colours]
    results = ((rule, _on_draft(rule, shot, facts, inks)) for rule in rules)
    return report_of((rule, () if one is None else (one,)) for rule, one in results)


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
    ink = max(inks or ("#000000", "#FFFFFF"), key=lambda ink: contrast(ink, ground))
    lighter = contrast(ink, "#FFFFFF") > contrast(ink, "#000000")
    mood = "bright" if lighter else "low-key"
    return Breach(
        f"Shot {shot.no}: the name would reach a contrast of {best:.1f}:1 on {ground}; "
        f"the book asks for {rule.least:g}:1.",
        f"Make shot {shot.no} {'lighter' if lighter else 'darker'}.",
        shot.id,
        _lit(shot, mood),
    )


def _palette(rule: Rule, shot: Shot, facts: DraftFacts) -> "Breach | bool":
    limit = rule.most or _USUAL_DISTANCE
    for code, share in facts.areas:
        nearest = min(rule.colours, key=lambda own: distance(code, own))
        far = distance(code, nearest)
        if far > limit:
            wall = min(rule.grounds or rule.colours, key=lambda own: distance(code, own))
            return Breach(
                f"Shot {shot.no}: {share:.0%} of the set is {code}, {far:.0f} away from the "
                f"nearest house colour; the book allows {limit:g}.",
                f"Use {wall} in the set of shot {shot.no}.",
                shot.id,
                _painted(shot, wall),
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
        setting(shot, "framing", _WIDER[shot.framing]) if shot.framing in _WIDER else (),
    )


def _lit(shot: Shot, mood: str) -> tuple[SetField, ...]:
    """Return the same light in another mood; none where it has that mood already."""
    light = re.sub(r"^(?:bright|low-key) ", "", shot.light or "")
    if not light or (shot.light or "").startswith(mood):
        return ()
    return setting(shot, "light", f"{mood} {light}")


def _painted(shot: Shot, code: str) -> tuple[SetField, ...]:
    """Return the same ground in another colour; none for sets that are not painted."""
    ground = re.search(_GROUNDS, shot.set or "", re.I)
    return setting(shot, "set", f"{code} {ground[0].lower()}") if ground else ()
