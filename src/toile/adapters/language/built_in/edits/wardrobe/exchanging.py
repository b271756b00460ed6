"""One value for another wherever it stands: "golden hour to dusk", "bar instead of bakery"."""

import itertools
from collections.abc import Iterator

from toile.adapters.language.built_in.edits.message.board_words import BoardWords, Mention
from toile.adapters.language.built_in.edits.message.clause import Clause
from toile.adapters.language.built_in.edits.message.entries import Entry
from toile.adapters.language.built_in.edits.message.exceptions import exception_start
from toile.adapters.language.built_in.edits.message.outcome import Outcome
from toile.adapters.language.built_in.edits.message.places_told import may_be_place
from toile.adapters.language.built_in.edits.message.senses import stem
from toile.adapters.language.built_in.edits.message.shades import as_said, shaded_from
from toile.adapters.language.built_in.edits.shots.target_kinds import Target
from toile.adapters.language.built_in.edits.wardrobe import items
from toile.adapters.language.built_in.edits.wardrobe.turned_into import turned_into
from toile.adapters.language.built_in.text.lexicon import Span, word_set
from toile.adapters.language.built_in.text.page import Page
from toile.adapters.language.built_in.text.phrases import in_english, trim
from toile.domain.commands import SetField

FIELDS = ("light", "set", "pose")
_EVERY = ("none", "spoken of", "all", "before")


def read_exchanged(page: Page, clause: Clause, out: Outcome, target: Target) -> bool:
    """Put the new value in the place of the old one; other shots stay.

    Only values that the board has are exchanged, and only where they stand.
    """
    for old in clause.mentions:
        if not any(field in old.fields for field in FIELDS):
            continue
        for start, end in _new_stands(page, clause, old, target):
            values = _exchanged(page, old, start, end, _among(old, target))
            if _carried_out(out, values):
                return True
    return False


def read_lost(page: Page, board: BoardWords, out: Outcome) -> bool:
    """Read "we lost the garage, make it a warehouse": one place for another, told in two halves."""
    live = list(page.live())
    if not live:
        return False
    start, end = live[0].start, live[-1].end
    breaks = [p for p in range(start, end) if page.tokens[p].form in _HALVES]
    if not breaks or _numbered(page, start, end):
        return False
    words = {page.form(p) for p in range(start, breaks[0])}
    olds = [m for m in board.mentions(page, start, breaks[0]) if "set" in m.fields]
    no_more = "more" in words and page.has(start, breaks[0], "neg", "ref")
    if len(olds) != 1 or not (no_more or words & word_set("places.lost")):
        return False
    for half, stop in itertools.pairwise((*breaks, end)):
        new = _other_place(page, board, half + 1, stop)
        if new:
            shots = [e.shot for e in olds[0].of("set").entries if e.value != new]
            return _carried_out(out, {("set", new): shots} if shots else {})
    return False


def _other_place(page: Page, board: BoardWords, start: int, end: int) -> str:
    """Return the place that a stretch names, "move those to the court"; "" where it names none."""
    those = (p for p in range(start + 1, end) if page.form(p) in word_set("exchanging.for_those"))
    first, last = _bare(page, start, next(those, end), Target())
    while first < last and page.form(first) in word_set("exchanging.those"):
        first, last = _bare(page, first + 1, last, Target())
    said = {stem(page.form(p)) for p in range(first, last)}
    known = [m for m in board.mentions(page, first, last) if "set" in m.fields]
    known = [m for m in known if said & {s for e in m.of("set").entries for s in e.stems}]
    if len(known) == 1 and known[0].end == last and len(known[0].of("set").values) == 1:
        return known[0].of("set").values[0]
    place = page.first(first, "s", "set") if first < last else None
    if place is None or place.end != last:
        return ""
    return page.words(first, last).lower() if page.languages[0] == "en" else place.name


_HALVES = frozenset((",", ";", ".", "–", "—", ":", "so"))


def _numbered(page: Page, start: int, end: int) -> bool:
    return any(page.tokens[p].text.isdecimal() for p in range(start, end))


def _among(old: Mention, target: Target) -> tuple[Entry, ...]:
    """Return what is exchanged: in the shots named, else wherever it stands."""
    own = old.of(*FIELDS).entries
    # "Both" behind a place that two shots have are those two.
    pair = target.how == "both" or (target.how == "number" and not target.places)
    if pair and len({e.shot for e in own}) == _TWO:
        return own
    if target.how in _EVERY and target.how != "all":
        return own
    return tuple(e for e in own if e.shot in target.shots)


_TWO = 2


def _carried_out(out: Outcome, values: dict[tuple[str, str], list[str]]) -> bool:
    shots: tuple[str, ...] = ()
    for (field, value), ids in values.items():
        if out.do(SetField(shots=tuple(ids), field=field, value=value)):
            shots += tuple(ids)
    out.last = shots or out.last
    return bool(shots)


def _exchanged(
    page: Page, old: Mention, start: int, end: int, among: tuple[Entry, ...]
) -> dict[tuple[str, str], list[str]]:
    """Return the new values with the shots that get each."""
    found: dict[tuple[str, str], list[str]] = {}
    colour = _whole_colour(page, old.start, old.end)
    new = _new(page, start, end, [f for f in FIELDS if f in old.fields])
    for entry in among:
        wished = _whole_colour(page, start, end)
        if wished and (colour or entry.field == "set"):
            old_colour = colour.name if colour else ""
            value = _in_colour(entry.value, old_colour, as_said(page, wished))
        elif new is None or new.kind != entry.field or colour:
            continue
        else:
            value = new.name
        if value != entry.value:
            found.setdefault((entry.field, value), []).append(entry.shot)
    worn = old.of("garments", "props").entries
    return {} if colour and worn else found


def _in_colour(value: str, old: str, new: str) -> str:
    """Return a place or a light in another colour: "seamless mint" in white."""
    known = bool(old) and old in value
    return value.replace(old, new) if known else items.recoloured(value, new)


def _whole_colour(page: Page, start: int, end: int) -> Span | None:
    """Return the colour that makes up a whole stretch, "dusty" before it or not."""
    spans = page.spans(start, end, "col")
    whole = bool(spans) and spans[-1].end == end and shaded_from(page, spans[-1].start) <= start
    return spans[-1] if whole else None


def _new_stands(
    page: Page, clause: Clause, old: Mention, target: Target
) -> Iterator[tuple[int, int]]:
    """Yield where the new value may stand: behind "to", or on either side of "instead of"."""
    told_end = exception_start(page, clause) or clause.end
    shall = page.form(old.end) in word_set("partial.is")
    verbs = page.spans(clause.start, old.start, "act")
    meant = shall or old not in target.used or any(s.name in _EXCHANGE for s in verbs)
    if old.end <= told_end and meant and _leads(page, clause, old):
        yield _bare(page, old.end + 1 + shall, told_end, target)
    turned = turned_into(page, clause, old, target)
    if turned and old.end <= told_end:
        yield _bare(page, turned, told_end, target)
    if _dropped(page, old):
        yield _bare(page, old.end, told_end, target)
    mark = _instead(page, clause, old)
    if mark is not None:
        yield _bare(page, clause.start, mark.start, target)
        leads = (p for p in reversed(range(clause.start, mark.start - 1)) if _stands_in(page, p))
        yield _bare(page, next(leads, clause.start), mark.start, target)
        yield _bare(page, old.end, clause.end, target)


_EXCHANGE = ("replace", "swap", "set")


def _stands_in(page: Page, place: int) -> bool:
    """Whether "on the" leads to a place: "skipping on the fire escape instead of the gym"."""
    form, then = page.form(place), page.form(place + 1)
    return form in word_set("naming.in") and then in word_set("naming.articles")


def _dropped(page: Page, old: Mention) -> bool:
    """Whether the old value goes: "kill the neon, overcast instead"."""
    place = old.start - 1
    while page.form(place) in word_set("exchanging.small"):
        place -= 1
    return any(
        s.name == "delete" and s.end == place + 1
        for s in page.spans(max(0, place - 3), place + 1, "act")
    )


def _leads(page: Page, clause: Clause, old: Mention) -> bool:
    """Whether "to", "for", "→" stands right behind the old value, and a verb or nothing before."""
    shall = page.form(old.end) in word_set("partial.is") and page.form(old.end + 1) == "be"
    connects = shall or page.form(old.end) in word_set("exchanging.to")
    connects = connects and old.end < clause.end - 1
    before = {page.form(p) for p in range(clause.start, old.start)}
    return connects and before <= word_set("exchanging.before")


def _instead(page: Page, clause: Clause, old: Mention) -> Span | None:
    """Return the "instead of" that leads to the old value."""
    for span in page.spans(clause.start, old.start, "act", "neg"):
        instead = span.name == "replace" and page.form(span.start) not in word_set("things.old")
        denied = span.kind == "neg" and page.form(span.start) in word_set("exchanging.not")
        gap = range(span.end, old.start)
        if (instead or denied) and all(page.form(p) in word_set("exchanging.small") for p in gap):
            return span
    return None


def replaces_what_is_seen(page: Page, clause: Clause) -> bool:
    """Whether "instead of the marble" gives up a place, a light or a pose, and no thing."""
    return any(
        m.fields <= set(FIELDS) and _instead(page, clause, m) is not None for m in clause.mentions
    )


def _bare(page: Page, start: int, end: int, target: Target) -> tuple[int, int]:
    """Return a stretch without the small words, verbs and shots at either end."""
    scopes = (s for s in page.spans(start, end, "ref") if s.name in ("all", "both"))
    small = {p for s in scopes for p in range(s.start, s.end)}
    small |= {p for p in range(start, end) if _is_small(page, p, target)}
    while start < end and start in small:
        start += 1
    while end > start and (
        end - 1 in small
        or (end in target.places and page.form(end - 1) in word_set("poses.to_shot"))
    ):
        end -= 1
    return start, end


def _is_small(page: Page, place: int, target: Target) -> bool:
    form = page.form(place)
    return (
        place in target.places
        or form in word_set("exchanging.small")
        or form in word_set("exchanging.before")
        or form in word_set("exchanging.those")
        or not page.tokens[place].text[:1].isalnum()
        or (page.span_at(place, "noun") is not None and page.span_at(place, "s") is None)
        or page.span_at(place, "n") is not None
    )


def _new(page: Page, start: int, end: int, fields: list[str]) -> Span | None:
    """Return the new value: one the vocabulary knows, or a place in the person's own words."""
    if end <= start:
        return None
    for field in fields:
        span = page.span_at(start, field)
        if span is None and field == "set":
            span = page.span_at(start, "s")
        if span and span.end == end:
            own = field == "set" and page.languages[0] == "en"
            return Span(start, end, field, page.words(start, end).lower() if own else span.name)
    if "set" not in fields or not may_be_place(page, start, end):
        return None
    start, end = trim(page, start, end)
    said = page.words(start, end) if page.languages[0] == "en" else in_english(page, start, end)
    return Span(start, end, "set", said.lower()) if end > start else None
