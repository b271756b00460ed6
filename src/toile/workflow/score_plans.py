"""Scoring shot lists against the few things that a brief fixes: counts, ratios, products, people.

A property is a name such as ``counts`` or ``require:salt flats``; it holds or it does not.
"""

from collections import Counter
from collections.abc import Iterator, Mapping
from typing import Any

from toile.domain.shots import Shot, ShotList
from toile.workflow.score_ideas import stems

_FREE = ("framing", "angle", "light", "set", "pose", "look", "title", "notes", "hair", "make_up")


def check(expected: Mapping[str, Any], plan: ShotList) -> dict[str, bool]:
    """Return every property that a set expects of a plan, and whether it holds."""
    return dict(_properties(expected, plan))


def _properties(expected: Mapping[str, Any], plan: ShotList) -> Iterator[tuple[str, bool]]:
    kinds: Counter[str] = Counter()
    ratios: Counter[str] = Counter()
    for shot in plan.shots:
        kinds[shot.kind] += shot.files
        ratios[shot.aspect or ""] += shot.files
    if "shots" in expected:
        low, high = expected["shots"]
        yield "shots", low <= len(plan.shots) <= high
    if "counts" in expected:
        yield "counts", kinds == Counter(expected["counts"])
    for ratio, count in (expected.get("aspects_exact") or {}).items():
        yield f"ratio:{ratio}", ratios[ratio] == count
    for ratio, count in (expected.get("aspects_min") or {}).items():
        yield f"ratio:{ratio}", ratios[ratio] >= count
    if "looks" in expected:
        yield "looks", len({shot.look for shot in plan.shots if shot.look}) == expected["looks"]
    yield from _words(expected, plan)
    yield from _people(expected, plan)


def _words(expected: Mapping[str, Any], plan: ShotList) -> Iterator[tuple[str, bool]]:
    worn = [" ".join((*shot.garments, *shot.props)) for shot in plan.shots]
    for item in expected.get("each_at_least_once") or ():
        yield f"product:{item}", any(_holds(words, item) for words in worn)
    everything = " ".join(_said(shot) for shot in plan.shots)
    for words in expected.get("require") or ():
        yield f"require:{words}", _holds(everything, words)
    fields = [value for shot in plan.shots for value in _values(shot)]
    for words in expected.get("forbid") or ():
        yield f"forbid:{words}", not any(_holds(value, words) for value in fields)


def _people(expected: Mapping[str, Any], plan: ShotList) -> Iterator[tuple[str, bool]]:
    names = {name for shot in plan.shots for name in shot.talent}
    if expected.get("talent_max") is not None:
        yield "talent_max", len(names) <= expected["talent_max"]
    if expected.get("talent_only"):
        yield "talent_only", names <= set(expected["talent_only"])


def _holds(text: str, words: str) -> bool:
    """Whether all words of a phrase stand in a text, endings apart."""
    return set(stems(words).split()) <= set(stems(text).split())


def _values(shot: Shot) -> Iterator[str]:
    facts = shot.model_dump()
    yield from (str(facts[name]) for name in _FREE if facts.get(name))
    yield from shot.garments
    yield from shot.props


def _said(shot: Shot) -> str:
    return " ".join((*_values(shot), *(reason.source for reason in shot.reasons)))
