"""The place of another shot, said of a move: "where 5 is", "5's slot", "an die Stelle der 5"."""

from dataclasses import dataclass

from toile.adapters.language.built_in.edits.message.clause import Clause
from toile.adapters.language.built_in.edits.message.talk import is_named
from toile.adapters.language.built_in.text.lexicon import Span, word_set
from toile.adapters.language.built_in.text.page import Page


@dataclass(frozen=True, slots=True)
class Seat:
    """Words ``start`` to ``end`` that mean the place of shot ``number``."""

    start: int
    end: int
    number: int


def seat_of(page: Page, clause: Clause, most: int) -> Seat | None:
    """Return the place of another shot that a clause names, if it does."""
    if sum("talent" in m.fields for m in clause.mentions) > 1:
        return None  # "Put Noor in Lotte's place in 2" is about the people.
    counted = counted_seat(page, clause)
    if counted is not None:
        return counted if counted.number <= most else None
    for place in range(clause.start + 1, clause.end):
        text = page.tokens[place].text
        if not text.isdecimal() or not 1 <= int(text) <= most:
            continue
        start, end = _led_from(page, clause, place), _told_until(page, clause, place)
        if start is not None and end is not None:
            return Seat(start, end, int(text))
        owned = _owned_until(page, clause, place)
        if owned:
            return Seat(_small_from(page, clause, place), owned, int(text))
        named = _place_from(page, clause, place)
        if named is not None:
            return Seat(named, place + 1, int(text))
    return None


def counted_seat(page: Page, clause: Clause) -> Seat | None:
    """Return the place that "an zweite Stelle", "en deuxième", "so it's second" counts out."""
    for place in range(clause.start + 1, clause.end):
        number, end = _counted(page, clause, place)
        if not number:
            continue
        start = place - (page.form(place - 1) in word_set("targets.says_where"))
        lead = page.form(start - 1)
        slot = page.form(end) in word_set("seats.slot") and end < clause.end
        led = lead in word_set("seats.as") or is_named(page, place - 1)
        moved = any(s.name == "move" for s in page.spans(clause.start, place, "act"))
        led = led or (moved and (lead.isdecimal() or lead in word_set("seats.to")))
        numbered = page.tokens[start - 1].text.isdecimal() or lead in word_set("seats.goes")
        as_such = end == clause.end and ((led and start == place) or (numbered and start < place))
        if start > clause.start and (as_such or (slot and lead in word_set("seats.to"))):
            while start > clause.start + 1 and page.form(start - 1) in word_set("seats.led"):
                start -= 1
            return Seat(start, end + slot, number)
    return None


def _counted(page: Page, clause: Clause, place: int) -> tuple[int, int]:
    """Return the number and the end of "second" or "number two"; 0 where there is none."""
    order = page.span_at(place, "ord")
    if order is not None and order.name.isdecimal() and not page.span_at(place, "framing"):
        return int(order.name), order.end
    inside = page.form(place - 1) == "in"  # "Bigger in number 3" moves nothing.
    if page.form(place) in word_set("seats.number") and place + 1 < clause.end and not inside:
        return _count(page, place + 1), place + 2
    return 0, place


def _small_from(page: Page, clause: Clause, place: int) -> int:
    """Return where the small words in front of a number begin: "the", "shot", "to"."""
    while place > clause.start and (
        page.form(place - 1) in word_set("seats.small") or page.span_at(place - 1, "noun")
    ):
        place -= 1
    return place


def _led_from(page: Page, clause: Clause, place: int) -> int | None:
    """Return where "where", "là où", "dahin wo" begins in front of a number."""
    start = _small_from(page, clause, place)
    verb = start - 1 if page.form(start - 1) in word_set("seats.is") else start
    if verb <= clause.start or page.form(verb - 1) not in word_set("seats.where"):
        return None
    start = verb - 1
    while start > clause.start and page.form(start - 1) in word_set("seats.there"):
        start -= 1
    return start


def _told_until(page: Page, clause: Clause, place: int) -> int | None:
    """Return where "5 is now" ends; nothing else may follow."""
    end = place + 1
    while end < clause.end and (
        page.form(end) in word_set("seats.is") or not page.tokens[end].text[:1].isalnum()
    ):
        end += 1
    return end if end == clause.end else None


def _owned_until(page: Page, clause: Clause, place: int) -> int:
    """Return where "5's slot" or "5:ans plats" ends, or 0."""
    for end in range(place + 1, min(clause.end, place + 4)):
        if page.form(end) in word_set("seats.slot"):
            return end + 1
        if page.form(end) not in word_set("seats.owns"):
            return 0
    return 0


def _place_from(page: Page, clause: Clause, place: int) -> int | None:
    """Return where "in the slot of 5" or "à la place de la 5" begins."""
    start = _small_from(page, clause, place)
    if start <= clause.start or page.form(start - 1) not in word_set("seats.slot"):
        return None
    owner = page.tokens[start - 2].end
    if page.text[owner : owner + 2] in ("'s", "’s"):  # "Lotte's place in 2" is a person's.
        return None
    return _small_from(page, clause, start - 1)


def is_part(page: Page, span: Span) -> bool:
    """Whether "bottom" in "from the bottom of the stairs" is a part of something there."""
    place = span.end + 1
    while page.form(place) in word_set("naming.articles"):
        place += 1
    thing = page.first(place, "s", "g", "h", "b", "j", "p") is not None
    return span.name in ("top", "end") and page.form(span.end) in word_set("shared.of.2") and thing


# Words that name a shot by its place: "the last but one" says which, not where to.
_NAMES_ONE = frozenset(("-2", "-3", "previous", "next"))


def is_step(page: Page, span: Span) -> bool:
    """Whether a word of place begins a longer one: "abre un poco" is wider, "top down" an angle."""
    own = page.first(span.start, "rel", "framing", "angle")
    # "From the very top down to the end" says from where to where.
    led = page.form(span.start - 1) in word_set("seats.led_top")
    longer = own is not None and own.end > span.end and not (led and own.kind == "angle")
    ahead = page.spans(max(0, span.start - 3), span.end, "framing", "angle")
    longer = longer or any(s.start < span.start < s.end for s in ahead)
    longer = longer or _is_compared(page, span)
    return longer or any(
        s.start <= span.start and span.end <= s.end
        for s in page.spans(max(0, span.start - 3), span.end, "ord", "ref")
        if s.name in _NAMES_ONE
    )


def _is_compared(page: Page, span: Span) -> bool:
    """Whether "a closer version" says how a version shall be, and not where it goes."""
    compared = page.span_at(span.end - 1, "rel") is not None
    return compared and page.form(span.end) in word_set("verbs.version")


@dataclass(frozen=True, slots=True)
class Step:
    """Words from ``start`` on that move a shot ``by`` places, back where negative."""

    start: int
    by: int


def steps_of(page: Page, clause: Clause) -> Step | None:
    """Return how many places "up two" or "three places back" moves; one place is read elsewhere."""
    for place in range(clause.start + 1, clause.end):
        way = _way(page.form(place))
        if not way:
            continue
        after = place + 1 + (page.form(place + 1) in word_set("seats.by"))
        count = _count(page, after)
        if count and _told_places(page, clause, after + 1):
            return Step(place, way * count)
        if place == clause.end - 1 and _is_moved(page, clause, place):
            return Step(place, way)
        before = place - 1 - (page.form(place - 1) in word_set("seats.places"))
        count = _count(page, before)
        if count and before < place - 1:
            return Step(before, way * count)
    return None


def _is_moved(page: Page, clause: Clause, place: int) -> bool:
    """Whether "move 4 up" says no more than which way a shot goes: one place."""
    verb = page.span_at(clause.start, "act")
    named = page.tokens[place - 1].text.isdecimal() or is_named(page, place - 1)
    return verb is not None and verb.name == "move" and named


def _way(form: str) -> int:
    return (form in word_set("seats.later")) - (form in word_set("seats.earlier"))


def _count(page: Page, place: int) -> int:
    """Return a small number of places, or 0."""
    many = page.span_at(place, "n")
    text = many.name if many else page.tokens[place].text if place < len(page.tokens) else ""
    return int(text) if text.isdecimal() and 1 <= int(text) < _FEW else 0


_FEW = 10


def _told_places(page: Page, clause: Clause, end: int) -> bool:
    """Whether nothing follows but "places"."""
    return end >= clause.end or page.form(end) in word_set("seats.places")


def ordered_pairs(page: Page, most: int) -> dict[int, int]:
    """Return the place of each shot in "2 first, 1 second"; empty for fewer than two pairs."""
    found: dict[int, int] = {}
    for place in range(1, len(page.tokens)):
        order, text = page.span_at(place, "ord"), page.tokens[place - 1].text
        told = order is not None and order.name.isdecimal() and text.isdecimal()
        if order is not None and told and 1 <= int(text) <= most:
            found[int(text)] = int(order.name)
    return found if len(found) > 1 and len(set(found.values())) == len(found) else {}
