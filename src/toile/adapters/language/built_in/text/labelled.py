"""Ideas of a labelled stretch: behind "set:" every part is a place, known to a list or not."""

from collections.abc import Iterator

from toile.adapters.language.built_in.text.lexicon import word_set
from toile.adapters.language.built_in.text.page import Page, Segment
from toile.adapters.language.built_in.text.phrases import clauses, inside, say, trim

Idea = tuple[str, int, int]
_PLACED = ("media", "month", "weekday", "feast", "chan", "aspect", "week", "nobody")
_SHOWN = ("location", "light", "mood")
_NUMBERS = ("media", "month", "weekday", "feast", "chan", "people", "aspect", "week", "nobody")


def labelled(
    page: Page, field: str, negations: list[tuple[int, int]], *, without: tuple[str, ...] = ()
) -> list[Idea]:
    """Return the parts of all stretches labelled with a field.

    Parts that hold a kind named in ``without``, a date, files or a negation are others' to read.
    """
    found: list[Idea] = []
    for start, end in parts(page, field):
        blocked = _PLACED if field == "location" else _NUMBERS
        if field == "location":
            end = _before_month(page, start, _before_light(page, start, end))
        people = any(s.name in ("woman", "man", "model") for s in page.spans(start, end, "people"))
        if people or inside(start, negations) or page.has(start, end, "neg", *blocked, *without):
            continue
        told = field == "location" and _tells(page, start, end)
        if told or (field in _SHOWN and page.form(start) in word_set("labelled.speaks")):
            continue  # "We've got the pallets" tells of the work, not of the picture.
        start = start if field != "location" else _without_else(page, start, end)
        cues = ("if", "correct") if field == "must" else ("if", "drop", "correct")
        if any(s.name in cues for s in page.spans(start, end, "cue")):
            continue
        left, right = trim(page, start, end)
        text = say(page, left, right)
        if text and right > left and any(page.tokens[p].is_word for p in range(left, right)):
            found.append((text, left, right))
    return found


def _tells(page: Page, start: int, end: int) -> bool:
    """Whether a whole sentence stands where a place should: "Hollins is known for boots"."""
    return any(page.form(p) in word_set("labelled.tells") for p in range(start + 1, end))


def is_prop_talk(page: Page, segment: Segment) -> bool:
    """Whether a sentence says of things that they only dress the picture: "they're props"."""
    return any(page.form(p) in word_set("props.words") for p in range(segment.start, segment.end))


def _before_month(page: Page, start: int, end: int) -> int:
    """Return where "in November" begins behind a place."""
    months = [s.start for s in page.spans(start, end, "month") if s.start - start > 1]
    led = bool(months) and page.form(months[0] - 1) in word_set("scene.prepositions")
    return months[0] - 1 if led and months[0] + 1 == end else end


def _before_light(page: Page, start: int, end: int) -> int:
    """Return where "at dusk", "in the low sun" begins behind a place."""
    lights = [s.start for s in page.spans(start, end, "light") if s.start - start > 1]
    place = lights[0] if lights else end
    while lights and place > start and page.form(place - 1) in word_set("labelled.at"):
        place -= 1
    return place if place - start > 1 else end


def _without_else(page: Page, start: int, end: int) -> int:
    """Return where the other place begins: "or if that's booked the dunes", "sinon une serre"."""
    while start < end and page.form(start) in word_set("places.else"):
        start += 1
    if any(s.name == "if" and s.start == start for s in page.spans(start, start + 1, "cue")):
        articles = [
            p for p in range(start + 1, end - 1) if page.form(p) in word_set("places.articles")
        ]
        return articles[0] if articles else start
    return start


def parts(page: Page, field: str) -> Iterator[tuple[int, int]]:
    """Yield the clauses behind the labels of a field."""
    for segment, first in page.labelled(field):
        for start, end in clauses(page, segment):
            start = max(start, first)
            if start < end:
                yield start, end
