"""Where the pictures are made: labelled places, known places with their own words, named towns."""

from collections.abc import Iterator

from toile.adapters.language.built_in.countries import countries
from toile.adapters.language.built_in.scene.cloths import bare_cloth
from toile.adapters.language.built_in.scene.light_phrases import describes_light
from toile.adapters.language.built_in.scene.moved_places import without_moved
from toile.adapters.language.built_in.scene.not_places import (
    is_labelled,
    is_no_place,
    is_only_markets,
    is_told_aside,
)
from toile.adapters.language.built_in.scene.open_places import open_places
from toile.adapters.language.built_in.scene.place_details import is_a_building, with_details
from toile.adapters.language.built_in.text.close_ups import is_seen_close
from toile.adapters.language.built_in.text.families import ROMANCE
from toile.adapters.language.built_in.text.labelled import is_prop_talk, labelled
from toile.adapters.language.built_in.text.lexicon import Span, word_set
from toile.adapters.language.built_in.text.page import Page, Segment
from toile.adapters.language.built_in.text.phrases import clauses, function_words, inside, say, trim
from toile.adapters.language.built_in.text.ratios import count_at
from toile.adapters.language.built_in.text.thread import newest

Idea = tuple[str, int, int]
Stretches = list[tuple[int, int]]
_PREPOSITIONS = word_set("scene.prepositions")
_GOODS = ("g", "h", "b", "j", "c")


def read_location(page: Page, negations: Stretches, skip: set[int]) -> list[Idea]:
    """Return the places to shoot in, one for each clause that names one."""
    found = labelled(page, "location", negations, without=("light", "group", "must"))
    found = [one for one in found if not is_only_markets(page, one[1], one[2])]
    for segment in page.live():
        if is_labelled(page, segment) or _is_elsewhere(page, segment):
            continue
        for start, end in _apart(page, clauses(page, segment)):
            if inside(start, negations) or page.has(start, end, "copy"):
                continue
            if is_told_aside(page, segment, start, skip):
                continue
            place = (
                _known(page, start, end, negations, skip)
                or _town(page, start, end, skip)
                or bare_cloth(page, segment, start, end)
            )
            if place:
                own = is_a_building(page, *place)
                if text := page.words(*place) if own else say(page, *place):
                    found.append((text, *place))
    found = with_details(page, [*found, *open_places(page, found, negations, skip)])
    little = word_set("places.too_little")
    known = [one for one in found if one[0].casefold() not in little or _is_counted(page, one[1])]
    return newest(page, without_moved(page, known, negations))


def _is_counted(page: Page, place: int) -> bool:
    """Whether pictures are counted there: "four in the studio"."""
    while page.form(place - 1) in word_set("places.articles"):
        place -= 1
    led = page.form(place - 1) in _PREPOSITIONS
    counted = count_at(page, place - 2) if led and place > 1 else None
    return counted is not None and counted[1] == place - 1


def _apart(page: Page, parts: list[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Yield the clauses, two places joined as two: "on a stone pier and inside a boathouse"."""
    for start, end in parts:
        begin = start
        for place in range(start + 1, end - 1):
            joins = page.form(place) in word_set("asks.joins")
            led = page.form(place + 1) in _leads() or count_at(page, place + 1) is not None
            beside = page.spans(max(begin, place - _NEAR), place, *_PLACES)
            led = led or (
                page.first(place + 1, *_PLACES) is not None
                and bool(beside)
                and (beside[-1].start, beside[-1].end) == (begin, place)
            )
            if not (joins and led):
                continue
            if page.has(begin, place, *_PLACES) and page.has(place + 1, end, *_PLACES):
                yield begin, place
                begin = place + 1
        yield begin, end


_PLACES = ("s", "set")
_NEAR = 3


def _leads() -> frozenset[str]:
    return _PREPOSITIONS | word_set("places.inner") | word_set("places.articles")


def _is_elsewhere(page: Page, segment: Segment) -> bool:
    """Whether a sentence is of markets, or of somebody else's picture or building."""
    if page.has(segment.start, segment.end, "group"):
        return True
    if is_prop_talk(page, segment) or _is_conditional_market(page, segment):
        return True
    opens = page.spans(segment.start, min(segment.end, segment.start + 3), "cue")
    forms = [page.form(p) for p in range(segment.start, min(segment.end, segment.start + 5))]
    if forms[0] in word_set("musts.we") and set(forms[1:3]) & word_set("products.house_verbs"):
        return True
    ours = [s for s in opens if page.form(s.start) in word_set("places.we_are")]
    if any(s.name == "brand" and page.form(s.end) not in _PREPOSITIONS for s in ours):
        return True
    if page.has(segment.start, segment.end, "photo"):
        return True
    return any(s.name in ("whose",) for s in page.spans(segment.start, segment.end, "third"))


def _is_conditional_market(page: Page, segment: Segment) -> bool:
    """Whether a market hangs on somebody: "Germania solo se firma il distributore"."""
    hangs = any(s.name == "if" for s in page.spans(segment.start, segment.end, "cue"))
    return hangs and bool(countries(page, segment.start, segment.end))


def _known(
    page: Page, start: int, end: int, negations: Stretches, skip: set[int]
) -> tuple[int, int] | None:
    """Return the words around the known places of a clause."""
    places = [
        s
        for s in page.spans(start, end, "s", "set")
        if not inside(s.start, negations)
        and s.start not in skip
        and s.end not in skip  # "la maison Ferrand" is a house, no place.
        and not _part_of(page, s)
        and not _made_of(page, s)
        and not is_seen_close(page, s)
        and not is_no_place(page, s, start, end)
    ]
    if not places or any(
        c.start <= p.start < c.end for c in page.spans(start, end, "chan") for p in places
    ):
        return None
    return _noun_phrase(page, places, start, end)


def _town(page: Page, start: int, end: int, skip: set[int]) -> tuple[int, int] | None:
    """Return "Comporta in Portugal" or "in Comporta", where nothing is sold or shown there."""
    if page.has(start, end, "chan", "group", "people", "media", *_GOODS):
        return None
    land = countries(page, start, end)
    for place in range(start, end):
        token = page.tokens[place]
        if not (token.is_name and token.is_word) or page.at[place] or place in skip:
            continue
        named = land and land[0].start - 2 <= place < land[0].start
        behind = page.form(place + 1) in word_set("places.within")
        if named and behind:
            return place, land[0].end
        led = page.form(place - 1) in word_set("places.within") and place > start
        shot = page.has(start, place, "cue") and any(
            s.name in ("shoot", "location") for s in page.spans(start, place, "cue")
        )
        if led and shot and not land:
            return place, place + 1
    return None


def _part_of(page: Page, span: Span) -> bool:
    """Whether a place word belongs to a colour, a product, a person or a quoted name."""
    before = max(0, span.start - 1)
    inner = [
        c
        for p in range(before, span.start + 1)
        for kind in ("col", *_GOODS, "look", "hmu", "light", "role", "m", "body", "framing")
        if (c := page.span_at(p, kind)) and c.end > span.start
    ]
    if any(c.kind == "col" for c in inner) and page.first(span.end, "m", *_GOODS):
        return True  # "in moss corduroy"
    longer = [c for c in inner if c.end > span.end or c.start < span.start]
    if longer or any(c.kind in _GOODS for c in inner):
        return True
    if any(c.kind in ("col", "m") and c.end >= span.end for c in inner) and not _led(page, span):
        return True
    if _in_a_name(page, span) or describes_light(page, span.start) or _given_up(page, span):
        return True
    quoted = page.text[page.tokens[span.end - 1].end : page.tokens[span.end - 1].end + 1]
    if page.form(span.start - 1) in word_set("places.not_before") or page.first(span.end, "week"):
        return True
    goods = page.first(span.end, *_GOODS, "people") is not None and page.languages[0] == "en"
    return (
        goods
        or quoted in ('"', "”", "»", "“")
        or page.form(span.start - 1) in word_set("places.to.2")
    )


def _made_of(page: Page, span: Span) -> bool:
    """Whether a surface tells what a thing is made of: "the bottle, black glass, on wet slate"."""
    if span.name != "surface" or _led(page, span) or page.form(span.start - 1) != ",":
        return False
    before = page.spans(page.segment_of(span.start).start, span.start - 1, "p", *_GOODS)
    return bool(before) and before[-1].end == span.start - 1


def _given_up(page: Page, span: Span) -> bool:
    """Whether a place is what another stands for, or sells: "statt des Cafés", "mercato Italia"."""
    lead = {page.form(p) for p in range(max(0, span.start - 3), span.start)}
    sold = page.form(span.start) in word_set("places.sold") and countries(
        page, span.end, min(len(page.tokens), span.end + 2)
    )
    return bool(lead & word_set("places.instead")) or bool(sold)


def _in_a_name(page: Page, span: Span) -> bool:
    """Whether a place word is part of a name or owned: "Atelier Quiroga", "Plover's train"."""
    owner = page.tokens[span.start - 1] if span.start else None
    if owner is not None and owner.is_name and page.text[owner.end : owner.end + 2] in ("'s", "’s"):
        return True
    token, before = page.tokens[span.start], span.start - 1
    if not token.is_name or page.languages[0] == "de" or span.end - span.start > 1:
        return False
    if page.form(before) in word_set("names.in_name") - {"and", "et", "y", "e", "och", "und"}:
        before -= 1
    behind = span.end < len(page.tokens) and page.tokens[span.end].is_name
    house = behind and page.form(span.start) in word_set("names.houses")
    led = before >= 0 and page.tokens[before].is_name and page.tokens[before].is_word
    return house or (led and page.tokens[before].end + 4 >= token.start)


def _led(page: Page, span: Span) -> bool:
    """Whether a word that may be a colour is meant as a place: "in the sand", "wet sand"."""
    before = page.form(span.start - 1)
    named = span.start > 2 and page.tokens[span.start - 2].is_name
    if named and page.form(span.start - 3) in word_set("named_models.words"):
        return False  # "modèle Dune en sable"
    lies = page.form(span.start - 2) in word_set("surfaces.on") and not page.first(
        span.start - 1, "col", *_GOODS
    )
    return lies or before in _PREPOSITIONS or before in word_set("places.articles")


def _noun_phrase(page: Page, places: list[Span], start: int, end: int) -> tuple[int, int]:
    """Return the words around place nouns: adjectives before, "in Turin" behind."""
    left, right = places[0].start, _with_adjectives(page, places[-1].end, end)
    while left > start and _modifies(page, left - 1):
        left -= 1
    while right < end and (
        _is_named(page, right)
        or page.form(right) in _PREPOSITIONS
        or page.form(right) in word_set("scene.noun_phrase")
    ):
        if _is_light(page, right) and not _is_named(page, right):
            break
        right += 1
        joined = page.form(right - 1) in _PREPOSITIONS | word_set("places.joins")
        while right < end and joined and page.form(right) in word_set("places.articles"):
            right += 1
        if right < end and joined:
            right += 1
    return trim(page, left, right)


def _is_light(page: Page, place: int) -> bool:
    """Whether a light is told behind a place, with or without its "with": "mit Fensterlicht"."""
    if page.form(place) in _PREPOSITIONS | word_set("places.joins"):
        place += 1
        place += page.form(place) in word_set("places.articles")
    return page.span_at(place, "light") is not None


def _is_named(page: Page, place: int) -> bool:
    """Whether a word is a name: in German, where all nouns have capitals, one that nobody knows."""
    known = page.languages[0] == "de" and page.at[place]
    return page.tokens[place].is_name and not known


def _with_adjectives(page: Page, place: int, end: int) -> int:
    """Return the end of the adjectives behind a noun, where a language puts them there."""
    if page.languages[0] not in ROMANCE:
        return place
    colour = page.span_at(place, "col") or page.span_at(place, "m")
    if colour and colour.end <= end:
        place = colour.end  # "fondo avorio", "mur lilas"
    stop = min(end, place + 2)
    while place < stop and page.tokens[place].is_word and not page.tokens[place].is_name:
        if page.at[place] or page.form(place) in function_words() | _PREPOSITIONS:
            break
        place += 1
    return place


def _modifies(page: Page, place: int) -> bool:
    token = page.tokens[place]
    blocked = page.first(
        place, "media", "n", "neg", "each", "chan", "people", "cue", "g", "must", "h", "b"
    )
    return (
        token.is_word
        and not blocked
        and token.form not in _PREPOSITIONS
        and not count_at(page, place)
        and token.form not in word_set("scene.modifies") | function_words()
    )
