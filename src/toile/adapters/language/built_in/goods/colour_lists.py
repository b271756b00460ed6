"""Lists of colours behind a product: "(sand, dove, night)", "in navy and bone".

In a list of colours an unknown word is a colour too; that is what lists are for.
"""

from toile.adapters.language.built_in.text.lexicon import word_set
from toile.adapters.language.built_in.text.page import Page, Segment
from toile.adapters.language.built_in.text.phrases import function_words, in_english

_OPENS = "(:"
_LONGEST = 3


def listed_colours(
    page: Page, place: int, segment: Segment, count: int | None, named: bool = False
) -> tuple[list[str], int]:
    """Return the colours of a bracket or of a list behind a colon, and the next place.

    ``count`` is how many pieces the text counts: as many plain words are colours, too. Behind a
    style name (``named``) any plain words are.
    """
    if page.form(place) not in _OPENS:
        return [], place
    close = _close(page, place, segment)
    start = next((p + 1 for p in range(place + 1, close) if page.form(p) == ":"), place + 1)
    items = _items(page, start, close)
    if not items or any(end - begin > _LONGEST for begin, end in items):
        return [], place
    known = [bool(page.first(begin, "col", "m")) for begin, _ in items]
    plain = all(_is_plain(page, begin, end) for begin, end in items)
    counted = count == len(items) and count > 1
    if not plain or not (any(known) or counted or named):
        return [], place
    told = [
        item for item, sure in zip(items, known, strict=True) if sure or not _shapes(page, item)
    ]
    coloured = [item for item in told if not _is_cloth(page, *item)]
    if not coloured:
        return [], place
    return [said(page, begin, end) for begin, end in coloured], close + (page.form(place) == "(")


def _shapes(page: Page, item: tuple[int, int]) -> bool:
    """Whether an item tells of cut and make: "belted", "bias cut", "penny"."""
    forms = {page.form(place) for place in range(*item)}
    made = page.languages[0] == "en" and any(form.endswith("ed") for form in forms)
    return made or bool(forms & word_set("colours.shapes")) or page.has(*item, "adj")


def cloth_in(page: Page, place: int, segment: Segment) -> str | None:
    """Return the material in a bracket of colours: "(claret, nylon)"."""
    items = _items(page, place + 1, _close(page, place, segment))
    return next((said(page, b, e) for b, e in items if _is_cloth(page, b, e)), None)


def _is_cloth(page: Page, begin: int, end: int) -> bool:
    cloth = page.span_at(end - 1, "m") or page.span_at(begin, "m")
    return cloth is not None and cloth.end == end and page.span_at(begin, "col") is None


def _close(page: Page, place: int, segment: Segment) -> int:
    mark = ")" if page.form(place) == "(" else ";"
    stop = min(len(page.tokens), place + 40)
    limit = stop if mark == ")" else segment.end
    return next((p for p in range(place + 1, limit) if page.tokens[p].text == mark), limit)


def plain_items(
    page: Page, start: int, limit: int, *, names: bool = False
) -> list[tuple[int, int]]:
    """Return the colours of a list without brackets, up to a full stop.

    With ``names`` those in capitals count too: "shades Fig, Peony, Cocoa".
    """
    while start < limit and page.form(start) in word_set("colour_lists.led"):
        start += 1
    stop = start
    while stop < limit and (page.tokens[stop].is_word or page.form(stop) in ",/&+"):
        stop += 1
    items = _items(page, start, stop)
    short = all(end - begin <= _LONGEST for begin, end in items)
    plain = all(_is_plain(page, b, e, names=names) for b, e in items)
    return items if short and plain else []


def _items(page: Page, start: int, close: int) -> list[tuple[int, int]]:
    found: list[tuple[int, int]] = []
    begin = start
    for place in range(start, close + 1):
        if place == close or page.form(place) in word_set("colours.between"):
            if place > begin:
                found.append((begin, place))
            begin = place + 1
            begin += page.form(begin) in word_set("colour_lists.led.2")
    return found


def _is_plain(page: Page, begin: int, end: int, *, names: bool = False) -> bool:
    """Whether an item is a colour or plain unknown words: no number, thing, person or name."""
    hue = page.span_at(begin, "col")
    if hue:
        return not page.has(hue.end, end, "g", "h", "b", "j", "c")  # "Coats: camel coat, cape".
    english_name = not names and page.languages[0] != "de" and page.tokens[begin].is_name
    if english_name or page.has(begin, end, "g", "h", "b", "j", "c", "people", "role", "media"):
        return False
    return all(
        page.tokens[p].is_word and page.form(p) not in function_words() for p in range(begin, end)
    )


def said(page: Page, begin: int, end: int) -> str:
    """Return a colour as the value of a product: English where it is known."""
    span = page.span_at(begin, "col")
    if span and span.end == end and page.languages[0] != "en":
        return span.name
    if page.languages[0] != "en":
        return in_english(page, begin, end).lower()
    return page.words(begin, end).lower()
