"""The colours of set and picture: codes, colours behind a word for them, black and white."""

import re

from toile.adapters.language.built_in.scene.scene import Idea, Stretches, distinct
from toile.adapters.language.built_in.text.labelled import parts
from toile.adapters.language.built_in.text.lexicon import Span, word_set
from toile.adapters.language.built_in.text.page import Page, Segment
from toile.adapters.language.built_in.text.phrases import function_words, ideas, inside

_HEX = re.compile(r"(?=.*[0-9])(?=.*[A-F])[0-9A-F]{6}")


def read_palette(page: Page, negations: Stretches) -> list[Idea]:
    """Return the colours of set and picture: hex codes, and those listed after a word for
    colours.
    """
    found = [
        idea
        for begin, stop in parts(page, "palette")
        for idea in ideas(page, begin, stop)
        if not inside(begin, negations) and stop - begin <= 6 and _is_colour(page, idea)
    ]
    for segment in page.live():
        if page.label(segment) in ("palette", "products", "not", "talent", "hmu"):
            continue
        found += _codes(page, segment) + _monochrome(page, segment)
        cues = [s for s in page.spans(segment.start, segment.end, "cue") if s.name == "palette"]
        goods = cues and page.has(segment.start, cues[0].start, "g", "h", "b", "j", "c")
        if goods:
            continue
        if cues:
            for span in page.spans(cues[0].end, segment.end, "col"):
                if not inside(span.start, negations) and not _on_product(page, span):
                    found.append((_colour(page, span), span.start, span.end))
        else:
            found += _bare_colours(page, segment, negations)
    return distinct(found)


def _is_colour(page: Page, idea: Idea) -> bool:
    """Whether an idea behind a word for colours is one: known, or a plain word or two."""
    start, end = idea[1], idea[2]
    code = page.tokens[start].text.startswith("#") or page.form(start) in word_set(
        "palette.systems"
    )
    if page.has(start, end, "col", "m") or code:
        return True
    plain = all(page.tokens[p].is_word for p in range(start, end))
    small = any(page.form(p) in function_words() for p in range(start, end))
    return plain and not small and end - start <= 2 and not page.has(start, end, "people", "n")


def _codes(page: Page, segment: Segment) -> list[Idea]:
    """Return hex codes and the numbers of colour systems: "#F4EDE4", "Pantone 7421 C"."""
    found: list[Idea] = []
    for place in range(segment.start, segment.end):
        text = page.tokens[place].text
        if (text.startswith("#") and len(text) == 7) or _HEX.fullmatch(text):
            found.append((text if text.startswith("#") else f"#{text}", place, place + 1))
        if page.form(place) in word_set("palette.systems"):
            end = place + 1
            while end < segment.end and (
                page.tokens[end].text[:1].isdecimal()
                or (page.tokens[end].text.isupper() and page.tokens[end].is_word)
                or (page.tokens[end].text == "-" and end > place + 1)
            ):
                end += 1
            if end > place + 1:
                found.append((page.words(place, end), place, end))
    return found


def _monochrome(page: Page, segment: Segment) -> list[Idea]:
    """Return "black and white" where the picture is meant, not a thing in it."""
    for place in range(segment.start, segment.end - 2):
        black, white = page.span_at(place, "col"), page.span_at(place + 2, "col")
        named = black and white and (black.name, white.name) == ("black", "white")
        if named and page.form(place + 1) in word_set("colours.between") - {","}:
            end = place + 3
            alone = place == segment.start or page.form(place - 1) in (
                ",",
                "in",
                "en",
                "i",
                "all",
                "the",
                "strictly",
            )
            if alone and not page.first(end, "g", "h", "b", "j", "m", "s", "p"):
                return [(_share_of(page, segment, place), place, end), *_colour_beside(page)]
    for place in range(segment.start, segment.end):
        ampersand = page.words(place, min(place + 3, segment.end)).casefold() == "b&w"
        if ampersand or page.form(place) in word_set("palette.monochrome"):
            end = place + (3 if ampersand else 1)
            idea = (_share_of(page, segment, place), place, end)
            return [idea, *_colour_beside(page)]
    return []


def _share_of(page: Page, segment: Segment, place: int) -> str:
    """Say whether all pictures or some are meant: "two of them in black and white"."""
    start = place
    while start > segment.start and page.form(start - 1) in word_set("palette.of_them"):
        start -= 1
    counted = page.span_at(start - 1, "n") or page.form(start - 1).isdecimal()
    return "some in black and white" if counted and start > segment.start else "black and white"


def _colour_beside(page: Page) -> list[Idea]:
    """Return the colour of other pictures: "plus a still in colour"."""
    for place in range(1, len(page.tokens)):
        led = page.form(place - 1) in word_set("palette.in")
        if led and page.form(place) in word_set("palette.colour"):
            return [("colour", place, place + 1)]
    return []


def _colour(page: Page, span: Span) -> str:
    return page.said(span)


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
