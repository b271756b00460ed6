"""Scoring edits against expectations in the format of ``tests/evaluation``: type, state, flag."""

from collections.abc import Mapping, Sequence
from typing import Any

from toile.domain.commands import EditAnswer, EditContext
from toile.domain.shots import Shot, ShotList

Facts = Mapping[str, Any]
_LISTS = ("garments", "props", "talent")


def right(case: Facts, context: EditContext, given: EditAnswer) -> tuple[bool, str]:
    """Return whether an answer is right, and what is wrong."""
    expected = case["expected"]
    flag = expected.get("flag")
    codes = {flag, *(expected.get("accept_flag") or ())}
    if flag and (given.flag is None or given.flag.code not in codes):
        return False, f"flag {flag} missing"
    # Where a refusal is right and its author named no code, any code is.
    uncoded = flag is None and expected["type"] in ("refuse", "partial")
    if (
        given.flag
        and not uncoded
        and given.flag.code not in codes
        and given.flag.code != expected.get("flag_optional")
        and given.flag.action == "refuse"
    ):
        return False, f"false refusal {given.flag.code}"
    if (expected.get("ask_ok") or case.get("ask_ok")) and given.type == "ask":
        return True, ""
    options = [expected]
    if expected.get("or_change"):
        options.append({"type": "change", **expected["or_change"]})
    problems = [_fits(option, expected, context, given) for option in options]
    return ("" in problems), problems[0]


def _fits(option: Facts, whole: Facts, context: EditContext, given: EditAnswer) -> str:
    types = {option.get("type")} | (_several(whole.get("or_type")) if option is whole else set())
    if option.get("type") == "none":
        types |= {"answer"} if given.shots == context.shots and given.type == "answer" else set()
    if option.get("type") in ("none", "answer") and _only_draws(context, given):
        return ""
    if given.type not in types:
        return f"type {given.type}, expected {option.get('type')}"
    if option.get("type") not in ("change", "partial") or given.type not in ("change", "partial"):
        return "" if given.shots == context.shots else "changed something"
    return _state(option, context, given.shots)


def _several(types: Any) -> set[Any]:
    """Return one further right type, or a list of them, as a set."""
    return set(types) if isinstance(types, list) else {types}


def _only_draws(context: EditContext, given: EditAnswer) -> bool:
    """Whether an answer leaves the list alone and only has shots drawn: sets call that none."""
    drawn = bool(given.commands) and all(c.do in _DRAWS for c in given.commands)
    return drawn and given.type == "change" and given.shots == context.shots


_DRAWS = ("draft", "redraft", "vary")


def _state(option: Facts, context: EditContext, got: ShotList) -> str:
    before: dict[str, Shot] = {s.id: s for s in context.shots.shots}
    after: dict[str, Shot] = {s.id: s for s in got.shots}
    removed = set(option.get("delete") or ())
    if set(before) - set(after) != removed:
        return f"deleted {sorted(set(before) - set(after))}, expected {sorted(removed)}"
    fresh: list[str] = [s.id for s in got.shots if s.id not in before]
    wanted_new = int("duplicate" in option) + int("insert" in option)
    if len(fresh) != wanted_new:
        return f"{len(fresh)} new shots, expected {wanted_new}"
    order = [("new" if s.id in fresh else s.id) for s in got.shots]
    wrong = _order(option, before, order)
    return wrong or _fields(option, before, after, fresh)


def _order(option: Facts, before: Mapping[str, Shot], order: list[str]) -> str:
    if option.get("order"):
        orders = [option["order"], *(option.get("or_order") or ())]
        return "" if order in orders else f"order {order}, expected {option['order']}"
    insert = option.get("insert")
    if insert and order.index("new") + 1 != insert["at"]:
        return f"inserted at {order.index('new') + 1}, expected {insert['at']}"
    rest = [i for i in order if i != "new"]
    return "" if rest == [i for i in before if i in rest] else f"order changed: {order}"


def _fields(
    option: Facts, before: Mapping[str, Shot], after: Mapping[str, Shot], fresh: list[str]
) -> str:
    changes, free = list(option.get("changes") or ()), list(option.get("optional") or ())
    for shot_id, old in before.items():
        if shot_id in after:
            own = [c for c in changes if c["shot"] in (shot_id, "*")]
            may = [c for c in free if c["shot"] in (shot_id, "*")]
            wrong = _shot_fields(own, old, after[shot_id], may)
            if wrong:
                return f"shot {shot_id}: {wrong}"
    if "duplicate" in option:
        source = before[option["duplicate"]["shot"]]
        return _shot_fields(list(option["duplicate"].get("changes") or ()), source, after[fresh[0]])
    if "insert" in option:
        return _inserted(option["insert"], after[fresh[0]])
    return ""


def _inserted(insert: Facts, shot: Shot) -> str:
    for field, value in (insert.get("shot") or {}).items():
        accepted = [value, *((insert.get("accept") or {}).get(field) or [])]
        got = getattr(shot, field)
        if not any(same(got, option) for option in accepted):
            return f"new {field} is {got!r}, expected {value!r}"
    return ""


_COMPARED = (
    "kind",
    "framing",
    "angle",
    "lens",
    "light",
    "set",
    "pose",
    "garments",
    "props",
    "talent",
    "aspect",
    "priority",
)


def _shot_fields(changes: list[Facts], old: Shot, new: Shot, optional: Sequence[Facts] = ()) -> str:
    others = (field for change in changes for field in change.get("accept_field") or ())
    for field in dict.fromkeys((*_COMPARED, *others)):
        own = [c for c in changes if field in _places(c)]
        before, now = getattr(old, field), getattr(new, field)
        if not own:
            may = [c for c in optional if field in _places(c)]
            if before != now and not any(_change_fits(c, before, now) for c in may):
                return f"{field} changed to {now!r}"
        elif before == now and all(_stands_elsewhere(c, field, old, new) for c in own):
            continue
        elif not any(_change_fits(c, before, now) for c in own) and not _combined(own, before, now):
            return f"{field} is {now!r}, expected {own[0].get('to', own[0])!r}"
    return ""


def _places(change: Facts) -> tuple[str, ...]:
    """Return the fields that a change may be made in."""
    return (change["field"], *(change.get("accept_field") or ()))


def _stands_elsewhere(change: Facts, field: str, old: Shot, new: Shot) -> bool:
    """Whether a change that may stand in several fields was made in another than this."""
    return any(
        getattr(old, other) != getattr(new, other) for other in _places(change) if other != field
    )


def _combined(own: list[Facts], before: Any, now: Any) -> bool:
    value = before
    for change in own:
        if not isinstance(value, tuple) or not {"add", "remove", "replace"} & set(change):
            return False
        value = _after(change, value)
    return same(now, value)


def _after(change: Facts, value: tuple[str, ...]) -> tuple[str, ...]:
    kept = [v for v in value if v not in (change.get("remove") or ())]
    swaps = change.get("replace") or {}
    return (*(swaps.get(v, v) for v in kept), *(change.get("add") or ()))


def _change_fits(change: Facts, before: Any, now: Any) -> bool:
    if change.get("loose") and now != before:
        return True
    accepted = list(change.get("accept") or ())
    if "to" in change and any(same(now, option) for option in (change["to"], *accepted)):
        return True
    if isinstance(before, tuple) and {"add", "remove", "replace"} & set(change):
        options = [change]
        options += [
            {**change, "replace": dict.fromkeys(change["replace"], a)}
            for a in accepted
            if "replace" in change
        ]
        options += [{**change, "add": [a]} for a in accepted if "add" in change]
        return any(same(now, _after(option, before)) for option in options)
    return False


_SAME = {
    "motion": "video",
    "film": "video",
    "lying down": "reclining",
    "sitting": "seated",
    "shade": "open shade",
}


def same(one: Any, two: Any) -> bool:
    """Whether two values are one, spelling and order of a list aside."""
    if isinstance(one, (tuple, list)) or isinstance(two, (tuple, list)):
        return sorted(map(_plain, one or ())) == sorted(map(_plain, two or ()))
    return _plain(one) == _plain(two)


def _plain(value: Any) -> str:
    text = str(value).casefold().replace("-", " ").replace("'", "").strip()
    text = text.removeprefix("a ").removeprefix("the ")
    return _SAME.get(text, text)
