"""Whether a rule is active for a request: its premises hold and its duties do not stand against it.

Belongs here: the reading of ODRL 2.2. Does not know: RDF. What cannot be read refuses rather than
passes: an unknown constraint leaves a permission inactive and a prohibition active.

An unmet duty is read in two ways in public. The W3C draft Formal Semantics (example C11) leaves the
permission inactive while a duty is not set; the public test suite (case 059) leaves it active. Ours
is the first; the second is the switch ``duty_not_set="active"``.
"""

from collections.abc import Callable, Sequence
from datetime import datetime
from typing import Literal

from toile.domain.odrl.values import (
    ODRL,
    ActionTree,
    Ask,
    Condition,
    Constraint,
    Logical,
    Rule,
    Situation,
)

DutyNotSet = Literal["active", "inactive"]
DATE_TIME = f"{ODRL}dateTime"


def active(
    rule: Rule,
    ask: Ask,
    situation: Situation,
    actions: ActionTree,
    duty_not_set: DutyNotSet = "inactive",
) -> bool:
    """Say whether the rule is active: a permission then permits, a prohibition then denies."""
    if rule.action is not None and not actions.covers(rule.action, ask.action):
        return False
    if not _is(rule.target, ask.target, situation) or not _is(rule.assignee, ask.party, situation):
        return False
    met = [_met(condition, situation) for condition in rule.conditions]
    if False in met:
        return False
    if None in met:
        return rule.kind == "prohibition"
    return all(_duty_allows(duty, situation, duty_not_set) for duty in rule.duties)


def permitted(
    rules: Sequence[Rule],
    ask: Ask,
    situation: Situation,
    actions: ActionTree,
    duty_not_set: DutyNotSet = "inactive",
) -> bool:
    """Say whether a policy with ``conflict: prohibit`` permits; what it does not say is denied."""
    alive = [rule for rule in rules if active(rule, ask, situation, actions, duty_not_set)]
    return bool(alive) and all(rule.kind == "permission" for rule in alive)


def _is(named: str | None, asked: str | None, situation: Situation) -> bool:
    if named is None or named == asked:
        return True
    return asked is not None and (asked, named) in situation.member_of


def _duty_allows(duty: str, situation: Situation, duty_not_set: DutyNotSet) -> bool:
    state = dict(situation.duties).get(duty, "not_set")
    if state == "not_set":
        return duty_not_set == "active"
    return state == "fulfilled"


def _met(condition: Condition, situation: Situation) -> bool | None:
    """Return whether a condition holds, or ``None`` where it cannot be read."""
    if isinstance(condition, Constraint):
        return _holds(condition, situation)
    return _joined(condition, [_met(part, situation) for part in condition.parts])


def _joined(logical: Logical, parts: list[bool | None]) -> bool | None:
    name = logical.operator.removeprefix(ODRL)
    if name in ("and", "andSequence"):
        return False if False in parts else None if None in parts else True
    if name == "or":
        return True if True in parts else None if None in parts else False
    if name == "xone":
        return None if None in parts else parts.count(True) == 1
    return None


Comparison = Callable[[datetime, datetime], bool]
ORDER: dict[str, Comparison] = {
    "eq": lambda a, b: a == b,
    "neq": lambda a, b: a != b,
    "lt": lambda a, b: a < b,
    "lteq": lambda a, b: a <= b,
    "gt": lambda a, b: a > b,
    "gteq": lambda a, b: a >= b,
}


def _holds(constraint: Constraint, situation: Situation) -> bool | None:
    operator = constraint.operator.removeprefix(ODRL)
    if constraint.left == DATE_TIME:
        compare, right = ORDER.get(operator), constraint.right
        if compare is None or situation.now is None or len(right) != 1:
            return None
        return compare(situation.now, right[0]) if isinstance(right[0], datetime) else None
    return _holds_of_facts(constraint, operator, situation)


def _holds_of_facts(constraint: Constraint, operator: str, situation: Situation) -> bool | None:
    known = dict(situation.facts).get(constraint.left)
    if known is None:
        return None
    have, want = set(known), {str(value) for value in constraint.right}
    if operator in ("eq", "isA"):
        return have == want
    if operator == "neq":
        return have != want
    if operator == "isAnyOf":
        return bool(have & want)
    if operator in ("isAllOf", "isPartOf"):
        return have <= want
    if operator == "hasPart":
        return have >= want
    if operator == "isNoneOf":
        return not have & want
    return None
