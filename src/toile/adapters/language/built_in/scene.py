"""Where it looks like what: location, light, mood, palette, hair and make-up, must and must not."""

from toile.adapters.language.built_in.lexicon import Span, word_set
from toile.adapters.language.built_in.open_places import open_places
from toile.adapters.language.built_in.page import Page, Segment
from toile.adapters.language.built_in.phrases import (
    clauses,
    ideas,
    inside,
    say,
    trim,
)
from toile.adapters.language.built_in.ratios import count_at

Idea = tuple[str, int, int]
Stretches = list[tuple[int, int]]
_PREPOSITIONS = word_set("scene.prepositions")


def read_location(page: Page, negations: Stretches, skip: set[int]) -> list[Idea]:
    """Return the places to shoot in, one for each clause that names one."""
    found: list[Idea] = []
    for segment in page.live():
        if page.has(segment.start, segment.end, "group"):
            continue
        cue = page.span_at(segment.start, "cue")
        if cue and cue.name == "location" and page.form(cue.end) == ":":
            stop = _first_bound(page, cue.end + 1, segment.end)
            found.append((say(page, cue.end + 1, stop), cue.end + 1, stop))
        for start, end in clauses(page, segment):
            if inside(start, negations):
                continue
            places = [
                s
                for s in page.spans(start, end, "s", "set")
                if not inside(s.start, negations) and s.start not in skip and not _part_of(page, s)
            ]
            if not places or _about_else(page, start, end, places):
                continue
            left, right = _noun_phrase(page, places, start, end)
            text = say(page, left, right)
            if text:
                found.append((text, left, right))
    found += open_places(page, found, negations, skip)
    return distinct(
        [
            one
            for one in found
            if one[0].casefold() not in ("studio", "gentile studio", "offices", "table")
        ]
    )


def _first_bound(page: Page, start: int, end: int) -> int:
    return next((p for p in range(start, end) if page.tokens[p].text in ",;("), end)


def _part_of(page: Page, span: Span) -> bool:
    """Whether a place word belongs to a colour, a product or a quoted name: "rain boot", "forest
    green".
    """
    colour = any(
        c.end > span.end or (c.start < span.start < c.end)
        for p in range(max(0, span.start - 1), span.start + 1)
        if (c := page.span_at(p, "col"))
    )
    product = page.first(span.end, "g", "h", "b", "j", "c") or page.first(
        span.start, "g", "h", "b", "j", "light"
    )
    quoted = page.text[page.tokens[span.end - 1].end : page.tokens[span.end - 1].end + 1] in (
        '"',
        "”",
        "»",
        "“",
    )
    return colour or quoted or bool(product and product.end > span.start)


def _about_else(page: Page, start: int, end: int, places: list[Span]) -> bool:
    if page.has(start, end, "third") and page.has(start, end, "whose"):
        return True
    commerce = page.spans(start, end, "chan")
    return any(c.start <= p.start < c.end for c in commerce for p in places)


def _noun_phrase(page: Page, places: list[Span], start: int, end: int) -> tuple[int, int]:
    """Return the words around place nouns: adjectives before, "in Turin" behind."""
    left, right = places[0].start, places[-1].end
    while left > start and _modifies(page, left - 1):
        left -= 1
    while right < end and (
        page.tokens[right].is_name
        or page.form(right) in _PREPOSITIONS
        or page.form(right) in word_set("scene.noun_phrase")
    ):
        if page.span_at(right, "light") and not page.tokens[right].is_name:
            break
        right += 1
        if right < end and page.form(right - 1) in _PREPOSITIONS | {
            "of",
            "with",
            "avec",
            "mit",
            "con",
            "di",
            "de",
        }:
            right += 1
    return trim(page, left, right)


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
        and (token.form not in word_set("scene.modifies"))
    )


def read_lighting(page: Page, negations: Stretches) -> list[Idea]:
    """Return the light asked for."""
    found: list[Idea] = []
    for segment in page.live():
        for span in page.spans(segment.start, segment.end, "light"):
            if inside(span.start, negations) or _not_light(page, span, segment):
                continue
            said = page.words(span.start, span.end) if page.languages[0] == "en" else span.name
            found.append((said.lower(), span.start, span.end))
    return distinct(found)


def _not_light(page: Page, span: Span, segment: Segment) -> bool:
    """Whether the words mean something else: a name, a product, a time of delivery."""
    token = page.tokens[span.start]
    named = token.is_name and span.start > segment.start and page.tokens[span.start - 1].is_name
    product = page.first(span.end, "c", "g", "h", "b", "j")
    dated = any(
        s.name in ("due", "live")
        for s in page.spans(max(segment.start, span.start - 3), span.start, "cue")
    )
    german = page.languages[0] == "de" and not token.is_name and len(token.form) < 6
    return bool(named and page.languages[0] != "de") or bool(product) or dated or german


def read_mood(page: Page, negations: Stretches) -> list[Idea]:
    """Return the mood where it is named as such, or stands alone in a clause of adjectives."""
    found: list[Idea] = []
    for segment in page.live():
        cued = any(s.name == "mood" for s in page.spans(segment.start, segment.end, "cue"))
        for start, end in clauses(page, segment):
            spans = [s for s in page.spans(start, end, "mood") if not inside(s.start, negations)]
            covered = sum(s.end - s.start for s in spans)
            if (
                spans
                and (cued or covered >= (end - start) - 1)
                and not page.has(start, end, "g", "hmu")
            ):
                for span in spans:
                    said = (
                        page.words(span.start, span.end) if page.languages[0] == "en" else span.name
                    )
                    found.append((said.lower(), span.start, span.end))
    return distinct(found)


def read_palette(page: Page, negations: Stretches) -> list[Idea]:
    """Return the colours of set and picture: hex codes, and those listed after a word for
    colours.
    """
    found: list[Idea] = []
    for segment in page.live():
        for place in range(segment.start, segment.end):
            if page.tokens[place].text.startswith("#") and len(page.tokens[place].text) == 7:
                found.append((page.tokens[place].text, place, place + 1))
        cues = [s for s in page.spans(segment.start, segment.end, "cue") if s.name == "palette"]
        if cues:
            for span in page.spans(cues[0].end, segment.end, "col"):
                if not inside(span.start, negations) and not _on_product(page, span):
                    found.append((_colour(page, span), span.start, span.end))
        else:
            found += _bare_colours(page, segment, negations)
    return distinct(found)


def _colour(page: Page, span: Span) -> str:
    return page.words(span.start, span.end).lower() if page.languages[0] == "en" else span.name


def _bare_colours(page: Page, segment: Segment, negations: Stretches) -> list[Idea]:
    """Return the colours of a segment that names no thing they could belong to."""
    things = (
        "g",
        "h",
        "b",
        "j",
        "c",
        "people",
        "look",
        "s",
        "set",
        "m",
        "media",
        "light",
        "p",
        "hmu",
        "third",
    )
    if page.has(segment.start, segment.end, *things):
        return []
    spans = [
        s for s in page.spans(segment.start, segment.end, "col") if not inside(s.start, negations)
    ]
    return [(_colour(page, s), s.start, s.end) for s in spans] if len(spans) > 1 else []


def _on_product(page: Page, span: Span) -> bool:
    return page.first(span.end, "g", "h", "b", "j") is not None


def read_hmu(page: Page, negations: Stretches) -> list[Idea]:
    """Return the wishes for hair and make-up."""
    found: list[Idea] = []
    for segment in page.live():
        cues = [s for s in page.spans(segment.start, segment.end, "cue") if s.name == "hmu"]
        if cues and page.form(cues[0].end) == ":":
            for text, start, end in ideas(page, cues[0].end + 1, segment.end):
                found.append((text.lower(), start, end))
            continue
        for span in page.spans(segment.start, segment.end, "hmu"):
            before = inside(span.start, negations)
            if not before:
                said = page.words(span.start, span.end) if page.languages[0] == "en" else span.name
                found.append((said.lower(), span.start, span.end))
    return distinct(found)


def read_channels(page: Page, negations: Stretches, skip: set[int]) -> list[Idea]:
    """Return the channels named."""
    found: list[Idea] = []
    for segment in page.live():
        for span in page.spans(segment.start, segment.end, "chan"):
            if (
                not inside(span.start, negations)
                and span.start not in skip
                and _is_channel(page, span, segment)
            ):
                found.append((span.name, span.start, span.end))
    return distinct(found)


def _is_channel(page: Page, span: Span, segment: Segment) -> bool:
    after = page.form(span.end)
    if span.name in ("online",) and any(
        s.name in ("due",) for s in page.spans(segment.start, span.start, "cue")
    ):
        return False
    if span.name == "app" and after in ("dell", "de"):
        return False
    return not (span.name == "print" and page.first(span.start - 1, "col"))


def distinct(found: list[Idea]) -> list[Idea]:
    seen: dict[str, Idea] = {}
    for idea in found:
        seen.setdefault(idea[0].lower(), idea)
    return list(seen.values())


def in_segment(page: Page, place: int) -> Segment:
    """Return the segment of a token."""
    return page.segment_of(place)
