"""Scoring briefs against expectations: precision and recall per field, flags, questions.

Numbers, dates, codes and names are compared exactly; free words as sets of ideas, where two ideas
are one if they share most of their words, put into English or as the text has them. A fact counted
in a neighbouring field is right.
"""

from collections.abc import Iterable, Mapping
from typing import Any

from rapidfuzz import fuzz

from toile.domain.brief import Brief
from toile.workflow.score_ideas import alike, stems
from toile.workflow.score_words import in_own_words, one_channel, quotes
from toile.workflow.tallies import Scored, Tally

Facts = Mapping[str, Any]
EXACT = ("brand", "season", "looks")
IDEAS = ("mood", "palette", "location", "lighting", "must_have", "must_not", "hmu", "other")
CODES = ("channels", "markets", "markets_excluded")
_NEIGHBOURS = {
    "mood": ("lighting", "location", "other", "palette"),
    "lighting": ("location", "mood"),
    "location": ("lighting", "must_have", "palette", "mood"),
    "must_have": ("other", "hmu", "location", "must_not"),
    "hmu": ("must_have", "talent", "must_not", "other"),
    "must_not": ("must_have", "hmu", "talent", "lighting"),
    "palette": ("products", "location"),
    "other": ("must_have", "must_not", "mood", "location"),
}


def score(case: Facts, brief: Brief) -> Scored:
    """Score one brief."""
    got = brief.model_dump(mode="json")
    result = Scored()
    for name in _fields():
        options = [case["expected"].get(name), *(case.get("accept") or {}).get(name, ())]
        result.fields[name] = _best(name, options, got, case)
    _flags(case, brief, result)
    _questions(case, brief, result)
    return result


def _fields() -> Iterable[str]:
    return (
        *EXACT,
        "collection",
        "products",
        *IDEAS,
        *CODES,
        "window",
        "deliverables",
        "talent",
        "twins",
        "deadline",
        "shoot_date",
        "budget",
    )


def _best(name: str, options: list[Any], got: Facts, case: Facts) -> Tally:
    tallies = [_compare(name, option, got, case) for option in options]
    return max(tallies, key=lambda t: (t.f1, t.right, -t.invented))


def _compare(name: str, expected: Any, got: Facts, case: Facts) -> Tally:
    if name in IDEAS:
        return _ideas(name, expected or (), got, case)
    if name in CODES:
        one, two = set(expected or ()), set(got.get(name) or ())
        if name == "channels":
            one, two = {one_channel(c) for c in one}, {one_channel(c) for c in two}
            pairs = {c for c in two if any(alike(c, e) for e in one)}
            return Tally(
                len(pairs),
                len(two - pairs),
                len([e for e in one if not any(alike(c, e) for c in two)]),
            )
        return Tally(len(one & two), len(two - one), len(one - two))
    if name == "products":
        return _products(expected or (), got)
    if name == "deliverables":
        return _deliverables(expected or (), got.get("deliverables") or ())
    return _record(name, expected, got.get(name), case)


def _ideas(name: str, expected: Iterable[str], got: Facts, case: Facts) -> Tally:
    own = quotes(name, got)
    mine = [(str(v), own.get(i, str(v))) for i, v in enumerate(got.get(name) or ())]
    wanted = [expected] if isinstance(expected, str) else [str(v) for v in expected]
    right = sum(any(_says(m, w) for m in mine) for w in wanted)
    pool = [str(v) for n in _NEIGHBOURS.get(name, ()) for v in _listed(case["expected"].get(n))]
    invented = sum(not any(_says(m, w) for w in (*wanted, *pool)) for m in mine)
    nearby = [str(v) for n in _NEIGHBOURS.get(name, ()) for v in _listed(got.get(n))]
    heard = [*mine, *((said, said) for said in nearby)]
    missed = sum(not any(_says(m, w) for m in heard) for w in wanted)
    return Tally(right, invented, missed)


def _says(mine: tuple[str, str], wanted: str) -> bool:
    """Whether an idea, or the words that it was read from, are what is expected."""
    return any(alike(said, wanted) for said in mine)


def _listed(value: Any) -> Iterable[Any]:
    if isinstance(value, Mapping):
        return value.get("description") or ()
    if isinstance(value, list) and value and isinstance(value[0], Mapping):
        return [" ".join(str(v) for v in one.values() if v) for one in value]
    return value or ()


def _products(expected: Iterable[Facts], got: Facts) -> Tally:
    wanted, tally = list(expected), Tally()
    own = quotes("products", got)
    for place, one in enumerate(got.get("products") or ()):
        said = in_own_words(one, own.get(place, ""))
        match = next((w for w in wanted if _same_product(w, one)), None)
        match = match or next((w for w in wanted if _same_product(w, said)), None)
        if match:
            wanted.remove(match)
            tally.right += 1
        else:
            tally.invented += 1
    tally.missed = len(wanted)
    return tally


def _same_product(one: Facts, two: Facts) -> bool:
    words = [stems(" ".join(str(p.get(k) or "") for k in ("item", "colour"))) for p in (one, two)]
    item = fuzz.token_set_ratio(stems(str(one["item"])), stems(str(two["item"]))) >= 70
    colour = not one.get("colour") or not two.get("colour") or alike(one["colour"], two["colour"])
    return (
        (item or fuzz.token_set_ratio(*words) >= 80)
        and colour
        and bool(one.get("colour"))
        <= bool(two.get("colour") or alike(str(one.get("colour")), str(two["item"])))
    )


def _deliverables(expected: Iterable[Facts], got: Iterable[Facts]) -> Tally:
    wanted, tally = [dict(e) for e in expected], Tally()
    merged: dict[tuple[Any, ...], int] = {}
    for one in got:
        key = (one["kind"], one["aspect"], one["seconds"])
        merged[key] = merged.get(key, 0) + (one["count"] or 0)
    sums: dict[tuple[Any, ...], int] = {}
    for one in wanted:
        key = (one["kind"], one.get("aspect"), one.get("seconds"))
        sums[key] = sums.get(key, 0) + (one.get("count") or 0)
    for key, count in merged.items():
        if sums.get(key) == count:
            tally.right += 1
        else:
            tally.invented += 1
    tally.missed = len(sums) - tally.right
    return tally


def _record(name: str, expected: Any, got: Any, case: Facts) -> Tally:
    if name in ("brand", "collection"):
        if not expected or not got:
            return Tally(0, int(bool(got)), int(bool(expected)))
        good = fuzz.ratio(str(expected).casefold(), str(got).casefold()) >= 85 or (
            name == "collection" and alike(str(expected), str(got))
        )
        return Tally(int(good), int(not good), int(not good))
    if name == "talent":
        return _talent(expected, got, case)
    if name in EXACT:
        same = expected == got
        return Tally(
            int(same and got is not None),
            int(got is not None and not same),
            int(expected is not None and not same),
        )
    parts = {
        "window": ("start", "end"),
        "deadline": ("date",),
        "shoot_date": ("start", "end"),
        "budget": ("amount", "min", "max", "currency"),
        "twins": ("kind", "names"),
    }[name]
    tally = Tally()
    for part in parts:
        tally.add(_part(name, part, expected, got, case))
    return tally


def _part(name: str, part: str, expected: Any, got: Any, case: Facts) -> Tally:
    if isinstance(expected, str) and name == "shoot_date":
        expected = {"start": expected, "end": expected}
    if isinstance(expected, list) and name == "twins":
        expected = {"names": expected, "kind": (got or {}).get("kind")}
    want = (expected or {}).get(part) or None
    have = (got or {}).get(part) or None
    more = (case.get("accept") or {}).get(f"{name}.{part}") or ()
    span: list[str] = list((expected or {}).get(f"accept_{part}") or ())
    good = (
        have == want
        or have in more
        or (bool(span) and have is not None and str(span[0]) <= str(have) <= str(span[1]))
    )
    if isinstance(have, list) and isinstance(want, list):
        good = set(have) == set(want)
    if good:
        return Tally(int(have is not None), 0, 0)
    return Tally(0, int(have is not None), int(want is not None))


def _talent(expected: Any, got: Any, case: Facts) -> Tally:
    people = _part("talent", "people", expected, got, case)
    if (expected or {}).get("people") == 0 and (got or {}).get("people") == 0:
        people = Tally(1, 0, 0)
    wanted = [str(v) for v in (expected or {}).get("description") or ()]
    mine = [str(v) for v in (got or {}).get("description") or ()]
    whole = " ".join(wanted)
    people.add(
        Tally(
            sum(any(alike(m, w) for m in mine) for w in wanted),
            sum(not (alike(m, whole) or any(alike(m, w) for w in wanted)) for m in mine),
            sum(not (any(alike(m, w) for m in mine) or alike(" ".join(mine), w)) for w in wanted),
        )
    )
    return people


def _flags(case: Facts, brief: Brief, result: Scored) -> None:
    raised = {flag.code: flag for flag in brief.flags}
    expected = {f["code"]: f for f in case.get("expected_flags") or ()}
    for code, flag in expected.items():
        if code not in raised and not flag.get("optional"):
            result.flags_missed.append(code)
        elif code in raised and raised[code].action not in _actions(flag):
            result.wrong_actions.append(code)
    notes = {"AI_DISCLOSURE", "MISSING_FACTS", "RETOUCH_LABEL"}
    result.false_alarms += [c for c, f in raised.items() if c not in expected and c not in notes]


def _actions(flag: Facts) -> tuple[str, ...]:
    return (flag["action"], *(flag.get("accept_actions") or ()))


def _questions(case: Facts, brief: Brief, result: Scored) -> None:
    wanted = case.get("ask_about") or ()
    asked = [f"{q.about} {q.ask}" for q in brief.questions]
    hits = sum(any(_asks(a, w) for a in asked) for w in wanted)
    need = len(wanted) if len(wanted) <= 2 else (len(wanted) + 1) // 2
    result.asked = hits >= need and len(asked) <= case.get("ask_limit", 5)


_DATES = ("date", "april", "march", "november", "december", "january", "february")
# Words of an expectation that a question about a field meets.
_TOPICS = {
    "markets": ("market", "countr", "territor", "whether"),
    "channels": ("channel",),
    "window": ("campaign", "end", "start", "launch", "dates", "live", "window"),
    "deadline": ("deadline", "deliver", "due", "finals"),
    "budget": ("budget", "currency"),
    "brand": ("brand", "client"),
    "talent": ("talent", "model", "people", "who"),
    "minor": ("adult", "guardian", "age"),
    "proof": ("proof",),
    "permission": ("permission", "licence", "right", "agreement"),
    "idea": ("another", "other idea"),
    "clearance": ("clearance", "permission"),
    "twins": ("twin",),
    "products": ("which", "garment", "names of", "product", "look", "colour", "shade", "pieces"),
    "looks": ("look", "garment", "silhouette"),
    "location": ("location", "place", "where"),
    "lighting": ("light",),
    "hmu": ("hair", "make-up"),
    "deliverables": ("how many", "number", "split", "count", "format", "aspect", "ratio"),
    "files": ("file format", "size"),
}


def _asks(question: str, topic: str) -> bool:
    about = question.split(" ", 1)[0].split(".")[0]
    words = _TOPICS.get(about, ())
    if about in ("deadline", "window", "shoot_date") and ("20" in question):
        words += _DATES  # Which of two days, or a day gone by: the question names them.
    return (
        any(word in topic.casefold() for word in words)
        or fuzz.token_set_ratio(question.casefold(), topic.casefold()) >= 70
    )
