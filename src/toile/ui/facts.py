"""Turns a brief into what the page shows: underlined words, and the card of facts."""

from collections.abc import Iterable, Iterator
from typing import Any

from toile.domain.brief import Brief, Budget, Deliverable, Evidence, Product, Usage
from toile.ui import wording

Facts = tuple[Brief, Usage]
LEGEND = [("look", "Look"), ("use", "Use"), ("cast", "People"), ("rule", "Rules")]
_KINDS = {
    "look": "brand season collection products looks mood palette location lighting other",
    "use": "channels markets markets_excluded markets_conditional window deliverables deadline "
    "shoot_date budget",
    "cast": "talent twins hmu",
    "rule": "must_have must_not flags",
}
_KIND_OF = {field: kind for kind, fields in _KINDS.items() for field in fields.split()}


def spans(evidence: Iterable[Evidence]) -> list[dict[str, Any]]:
    """Return the words to underline, in order and without overlaps; the longer ones win."""
    taken: list[tuple[int, int]] = []
    kept: list[Evidence] = []
    for fact in sorted(evidence, key=lambda e: (e.start - e.end, e.start)):
        if fact.end > fact.start and all(fact.end <= a or fact.start >= b for a, b in taken):
            taken.append((fact.start, fact.end))
            kept.append(fact)
    return [
        {
            "start": fact.start,
            "end": fact.end,
            "kind": _KIND_OF.get(_root(fact.path), "look"),
            "label": label(fact.path),
        }
        for fact in sorted(kept, key=lambda e: e.start)
    ]


def label(path: str) -> str:
    """Say a field of the brief in words."""
    names = {"must_have": "Must have", "must_not": "Never", "hmu": "Hair and make-up"}
    root = _root(path)
    return names.get(root) or wording.capital(root.replace("_", " "))


def changed(now: Facts, was: Facts) -> list[tuple[str, str, str | None]]:
    """Return the rows of a card: label, words, and what stood there where it is not as it was.

    What is unknown now and before has no row.
    """
    pairs = zip(_rows(*now), _rows(*was), strict=True)
    return [
        (name, wording.capital(value), None if value == old else wording.capital(old))
        for (name, value), (_, old) in pairs
        if value or old
    ]


def _rows(brief: Brief, usage: Usage) -> Iterator[tuple[str, str]]:
    yield "For", _joined((brief.brand, brief.collection, brief.season))
    yield "What", "; ".join(map(_deliverable, brief.deliverables))
    yield "Products", ", ".join(map(_product, brief.products))
    yield "Where it runs", wording.capital(_use(brief, usage))
    yield "When", wording.days(usage.start, usage.end)
    yield "Mood", ", ".join(brief.mood)
    yield "Palette", ", ".join(brief.palette)
    yield "Place", ", ".join(brief.location)
    yield "Light", ", ".join(brief.lighting)
    yield "Cast", _cast(brief)
    yield "Hair, make-up", ", ".join(brief.hmu or ())
    yield "Must have", ", ".join(brief.must_have)
    yield "Never", ", ".join(brief.must_not)
    yield (
        "Due",
        _joined((wording.day(brief.deadline.date), brief.deadline.what) if brief.deadline else ()),
    )
    yield "Budget", _budget(brief.budget) if brief.budget else ""
    yield "Also", "; ".join(brief.other)


def _use(brief: Brief, usage: Usage) -> str:
    media = ", ".join(map(wording.medium, usage.media or ())) or ", ".join(brief.channels)
    return _joined((media, wording.places(usage.territories or brief.markets)))


def _cast(brief: Brief) -> str:
    names = ", ".join(brief.twins.names) if brief.twins else ""
    if not brief.talent:
        return names
    people = wording.number(brief.talent.people, "person", "people") if brief.talent.people else ""
    return _joined((names, people, ", ".join(brief.talent.description)))


def _deliverable(item: Deliverable) -> str:
    count = f"{item.count}" if item.count else "some"
    if item.count and item.count_max:
        count = f"{item.count} to {item.count_max}"
    thing = {"still": "picture", "video": "film"}[item.kind]
    plural = "" if item.count == 1 and not item.count_max else "s"
    extra = " ".join(word for word in (item.aspect, item.role, item.channel) if word)
    return f"{count} {thing}{plural}" + (f", {extra}" if extra else "")


def _product(item: Product) -> str:
    said = (item.colour or "", item.material or "", item.item or "")
    # "ivory silk blouse" of silk: a word that the next part says again is said once.
    parts = [
        part
        for part, rest in zip(said, (said[1:], said[2:], ()), strict=True)
        if part and not _within(part, " ".join(rest))
    ]
    words = " ".join(parts)
    return f"{item.count} × {words}" if item.count and item.count > 1 else words


def _within(part: str, whole: str) -> bool:
    return set(part.casefold().split()) <= set(whole.casefold().split())


def _budget(budget: Budget) -> str:
    amount = budget.amount if budget.amount is not None else budget.max
    return f"{amount:,.0f} {budget.currency or ''}".strip() if amount is not None else ""


def _joined(words: Iterable[str | None]) -> str:
    return " · ".join(word for word in words if word)


def _root(path: str) -> str:
    return path.split(".")[0].split("[")[0]
