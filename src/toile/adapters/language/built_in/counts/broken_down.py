"""A sum of pictures told apart in running text: "6 stills: a hero, 2 close-ups, one on the stairs".

Belongs here: one sum and a list of kinds behind it. Does not: sums of one sentence whose parts are
asks of their own (``totals``), "of which" (``of_which``).
"""

from dataclasses import replace

from toile.adapters.language.built_in.counts.asks import Ask
from toile.adapters.language.built_in.counts.totals import HALF
from toile.adapters.language.built_in.text.lexicon import Span, word_set
from toile.adapters.language.built_in.text.page import Page, Segment
from toile.adapters.language.built_in.text.ratios import count_at

# How far a kind may stand behind its count: "2 more tight close-ups".
_NEAR = 2
_FEWEST_SUM, _FEWEST_KINDS = 3, 2


def broken_down(page: Page, asks: list[Ask]) -> list[Ask] | None:
    """Return the asks with the parts of one sum in its place, or nothing where there is no such.

    What no part tells of stays plain.
    """
    stills = [a for a in asks if a.kind == "still"]
    wholes = [a for a in stills if _is_whole(a)]
    if not wholes or (whole := wholes[0]) is not stills[0]:
        return None
    if page.span_at(whole.end - 1, "role") and page.form(whole.end) in (",", ";"):
        return None  # "6 portraits, 4 full-lengths and 2 details" are 12.
    parts = _parts(page, whole)
    kinds = sum(1 for part in parts if part.roles)
    told = sum(part.count for part in parts)
    inside = [a for a in stills[1:] if any(p.start <= a.start <= p.end for p in parts)]
    if kinds < _FEWEST_KINDS or told > whole.count or len(inside) != len(stills) - 1:
        return None
    rest = whole.count - told
    left = [replace(whole, count=rest, roles=[])] if rest else []
    return [*left, *parts, *(a for a in asks if a.kind != "still")]


def _is_whole(ask: Ask) -> bool:
    plain = ask.count_max is None and ask.factor == 1 and len(ask.aspects) < 2
    return plain and ask.said and ask.count >= _FEWEST_SUM


def _parts(page: Page, whole: Ask) -> list[Ask]:
    """Return the parts in the first sentence behind a sum that tells some apart."""
    for segment in page.live():
        if segment.end <= whole.end:
            continue
        found = _listed(page, max(segment.start, whole.end), segment, whole)
        if sum(1 for part in found if part.roles) >= _FEWEST_KINDS:
            return found
    return []


def _listed(page: Page, start: int, segment: Segment, whole: Ask) -> list[Ask]:
    found: list[Ask] = []
    place = start
    while place < segment.end:
        part = _part_at(page, place, segment, whole, first=place == start)
        if part:
            found.append(part)
        place = part.end if part else place + 1
    return found


def _part_at(page: Page, place: int, segment: Segment, whole: Ask, *, first: bool) -> Ask | None:
    """Return "2 more tight close-ups", "a still life", "one on the stairs", "hero of Freya"."""
    led = first or _opens(page, place)
    if led and (role := page.span_at(place, "role")) and not _is_share(page, role):
        return _of(whole, place, role.end, 1, role)
    counted = count_at(page, place)
    if counted is None and page.form(place) in word_set("broken_down.articles"):
        counted = 1, place + 1
    if counted is None or counted[0] >= whole.count:
        return None
    count, after = counted
    for here in range(after, min(after + _NEAR + 1, segment.end)):
        if role := page.span_at(here, "role") or _wide(page, here, segment):
            return _of(whole, place, role.end, count, role)
        if not page.tokens[here].is_word or page.first(here, "g", "h", "b", "j", "people", "unit"):
            break
    said_once = count == 1 and page.form(place) in word_set("broken_down.one")
    return _of(whole, place, after, 1, None) if said_once and _led_by_list(page, place) else None


def _is_share(page: Page, role: Span) -> bool:
    """Whether "half" is a share of the sum and no framing: "half full length"."""
    alone = role.end == role.start + 1 and page.form(role.start) in HALF
    return alone and bool(
        page.span_at(role.end, "role") or page.form(role.end) in word_set("people.of")
    )


def _wide(page: Page, place: int, segment: Segment) -> Span | None:
    """Return the kind of "1 wide on the cliff path", where the word goes with no noun."""
    behind = page.form(place + 1) if place + 1 < segment.end else ""
    alone = not behind.isalnum() or behind in word_set("broken_down.where")
    named = page.form(place) in word_set("broken_down.wide") and alone
    return Span(place, place + 1, "role", "wide") if named else None


def _led_by_list(page: Page, place: int) -> bool:
    """Whether a comma or "and" leads to a part."""
    return page.form(place - 1) in word_set("broken_down.joins")


def _opens(page: Page, place: int) -> bool:
    return page.form(place - 1) in (":", "-", "–", "—", "(") or _led_by_list(page, place)


def _of(whole: Ask, start: int, end: int, count: int, role: Span | None) -> Ask:
    return Ask(start, end, count, roles=[role.name] if role else [], aspects=list(whole.aspects))
