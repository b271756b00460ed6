"""Ways of naming shots without their number: by place, by value, by order."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from toile.adapters.language.built_in.edits.message.board_words import Mention
from toile.adapters.language.built_in.edits.message.clause import Clause
from toile.adapters.language.built_in.edits.message.numbers import is_count_of_last
from toile.adapters.language.built_in.text.lexicon import Span, word_set
from toile.adapters.language.built_in.text.page import Page
from toile.adapters.language.built_in.text.tokens import tokenise
from toile.domain.commands import EditContext
from toile.domain.ids import ShotId
from toile.domain.shots import ShotList

ARTICLES = word_set("targets.articles")


@dataclass
class Target:
    """The shots meant, how they were named, and the tokens that named them."""

    shots: tuple[str, ...] = ()
    how: str = "none"
    missing: tuple[int, ...] = ()
    places: set[int] = field(default_factory=set)
    used: list[Mention] = field(default_factory=list)
    plural: bool = False


_VALUES = ("framing", "priority", "kind", "aspect")


def named_by_value(page: Page, clause: Clause, shots: ShotList) -> Target | None:
    """Read "all close-ups", "both portraits", "the musts": shots that have the value."""
    for span in page.spans(clause.start, clause.end, *_VALUES):
        lead = page.span_at(span.start - 1, "ref")
        scope = (lead is not None and lead.name in ("all", "both")) or page.form(
            span.start - 1
        ) == "the"
        many = page.form(span.end - 1).endswith("s") and page.form(span.end - 1) not in (
            "us",
            "plus",
            "less",
            "close ups",
        )
        many = many or page.form(span.end) in word_set("target_kinds.ones")
        if not (scope and many):
            continue
        if not _says_more(page, clause, span):
            continue
        field = span.kind
        ids = tuple(s.id for s in shots.shots if getattr(s, field) == span.name)
        if ids:
            return Target(
                shots=ids, how="description", places=set(range(span.start, span.end)), plural=True
            )
    return None


def _says_more(page: Page, clause: Clause, span: Span) -> bool:
    """Whether a clause says what shall become of "all squares", and not that all become square."""
    if len(clause.ratios) > 1 or (clause.ratios and span.kind != "aspect"):
        return True
    kinds = ("act", "rel", "pos", "light", "pose", "col", "g", "h", "b", "j", "p", "s", *_VALUES)
    return any(s.start != span.start for s in page.spans(clause.start, clause.end, *kinds))


def named_by_owner(page: Page, clause: Clause, shots: ShotList) -> Target | None:
    """Read "todas sus fotos", "in all her shots": those with the person that the clause names."""
    people = [m for m in clause.mentions if m.fields == {"talent"} and len(m.values) == 1]
    if len(people) != 1:
        return None
    for place in range(clause.start, clause.end - 1):
        if page.form(place) in word_set("naming.hers") and page.span_at(place + 1, "noun"):
            ids = tuple(s.id for s in shots.shots if people[0].values[0] in s.talent)
            said = {place, place + 1}
            return Target(shots=ids, how="description", places=said, plural=True)
    return None


def named_by_place(
    page: Page, clause: Clause, shots: ShotList, scope: Span | None
) -> Target | None:
    """Read "everything after 3"."""
    if scope is None or scope.name not in ("all", "rest"):
        return None
    for span in page.spans(scope.end, min(clause.end, scope.end + 4), "pos"):
        text = page.tokens[span.end].text if span.end < clause.end else ""
        if span.name in ("before", "after") and text.isdecimal():
            number = int(text)
            ids = tuple(
                s.id
                for s in shots.shots
                if (s.no < number if span.name == "before" else s.no > number)
            )
            return Target(shots=ids, how="all", places={span.start, span.end}, plural=True)
    return None


def named_by_ratio(page: Page, clause: Clause, shots: ShotList) -> Target | None:
    """Read "the squares should be 4:5": the first of two ratios names the shots."""
    if len(clause.ratios) < 2:
        return None
    first = clause.ratios[0]
    article = page.form(first.start - 1) in ARTICLES
    if not article or (
        any(p in ("to", "in") for p in (page.form(first.start - 1),))
        and page.form(first.start - 1) == "in"
    ):
        return None
    ids = tuple(s.id for s in shots.shots if s.aspect == first.value)
    return (
        Target(shots=ids, how="description", places=set(range(first.start, first.end)), plural=True)
        if ids
        else None
    )


def named_by_order(page: Page, clause: Clause, shots: ShotList, cut: int | None) -> Target | None:
    """Read "the third one", "the last", "first three", "last two"."""
    end = cut if cut is not None else clause.end
    found: list[str] = []
    places: set[int] = set()
    for place in range(clause.start, end):
        if place in places or _inside_rest(page, place):
            continue
        order, last = page.span_at(place, "ord"), page.span_at(place, "ref")
        tail = last is not None and last.name == "last" and not (order and order.end > last.end)
        if not (order or tail) or _inside_value(page, place) or _says_where(page, clause, place):
            continue
        stop = order.end if order else last.end if last else place
        count = _count(page, stop)
        before = None if count else _count_before(page, clause.start, place)
        count = count or before
        ids = [shot.id for shot in shots.shots]
        if tail:
            found += ids[-count:] if count else ids[-1:]
        elif order and order.name == "1" and count and count > 1:
            found += ids[:count]
        elif order and not _is_every_second(page, place):
            found += nth(ids, int(order.name))
        first, behind = place - (before is not None), count is not None and before is None
        places |= set(range(first, stop + behind))
    if not found:
        return None
    return Target(
        shots=tuple(dict.fromkeys(found)), how="ordinal", places=places, plural=len(found) > 1
    )


def nth(ids: Sequence[ShotId], order: int) -> Sequence[ShotId]:
    """Return the shot of an order, counted from the end where it is negative; none beyond."""
    place = order - 1 if order > 0 else len(ids) + order
    return ids[place : place + 1] if place >= 0 else ()


def named_by_neighbour(page: Page, clause: Clause, context: EditContext) -> Target | None:
    """Read "the one before": beside the number behind it, else beside the shot spoken of."""
    spans = [
        s for s in page.spans(clause.start, clause.end, "ref") if s.name in ("previous", "next")
    ]
    if not spans:
        return None
    span = spans[0]
    beside, places = _beside_what(page, clause, span, context)
    open_ended = page.form(span.end - 1) in word_set("seats.beside")
    if open_ended and len(places) == span.end - span.start:
        return None
    shots = context.shots.shots
    at = next((i for i, shot in enumerate(shots) if shot.id == beside), None)
    if at is None:
        return Target(how="other")
    at += 1 if span.name == "next" else -1
    found = (shots[at].id,) if 0 <= at < len(shots) else ()
    return Target(shots=found, how="ordinal" if found else "other", places=places)


def _beside_what(
    page: Page, clause: Clause, span: Span, context: EditContext
) -> tuple[str | None, set[int]]:
    place = span.end
    while place < clause.end and (
        page.form(place) in word_set("seats.small") or page.span_at(place, "noun") is not None
    ):
        place += 1
    text = page.tokens[place].text if place < clause.end else ""
    number = next((s.id for s in context.shots.shots if str(s.no) == text), None)
    if number is None:
        return context.last_mentioned, set(range(span.start, span.end))
    return number, set(range(span.start, place + 1))


def _inside_value(page: Page, place: int) -> bool:
    """Whether "primo" is part of a framing: "primo piano"."""
    framing = page.span_at(place, "framing")
    return framing is not None and framing.end > place + 1


def _inside_rest(page: Page, place: int) -> bool:
    """Whether "andra" is part of a scope: "de andra" are the others, not the second."""
    scopes = page.spans(max(0, place - 2), place + 1, "ref")
    return any(s.name == "rest" and s.start < place < s.end for s in scopes)


def _count(page: Page, place: int) -> int | None:
    """Return the count at a place: "two", "2", "beiden"."""
    if page.form(place) in word_set("targets.both_words"):
        return 2
    many = page.span_at(place, "n")
    if many and page.form(place) not in word_set("target_kinds.one"):
        return int(many.name) or None
    return _digit(page, place) or None


def _count_before(page: Page, start: int, place: int) -> int | None:
    """Return the count that stands before "last": "las dos últimas", "les deux derniers"."""
    if place <= start or not is_count_of_last(page, place - 1, place):
        return None
    return _count(page, place - 1)


def _is_every_second(page: Page, place: int) -> bool:
    return page.has(max(0, place - 1), place + 1, "ref") and any(
        s.name == "second" for s in page.spans(max(0, place - 1), place + 2, "ref")
    )


def _digit(page: Page, place: int) -> int | None:
    text = page.tokens[place].text if place < len(page.tokens) else ""
    return int(text) if text.isdecimal() and len(text) == 1 else None


def _says_where(page: Page, clause: Clause, place: int) -> bool:
    """Whether "first" or "last" says where to move, not which shot."""
    span = page.span_at(place, "pos")
    moving = any(
        s.name in ("move", "add", "duplicate") for s in page.spans(clause.start, clause.end, "act")
    )
    article = page.form(place - 1) in word_set("targets.says_where")
    return (
        span is not None
        and not article
        and (moving or (place == clause.end - 1 and place > clause.start))
    )


def pair_before(context: EditContext, shots: ShotList) -> tuple[str, ...]:
    """Return the two shots that the message before spoke of."""
    known = {str(shot.no): shot.id for shot in shots.shots}
    spoken = [known[t.text] for t in tokenise(context.before or "") if t.text in known]
    pair = tuple(dict.fromkeys(spoken))
    return pair if len(pair) == 2 else ()
