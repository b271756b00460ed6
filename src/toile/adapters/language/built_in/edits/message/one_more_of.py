"""One more of a shot, with the shot said first or last: "of 3 another one, as a wide"."""

from toile.adapters.language.built_in.text.lexicon import LANGUAGES, word_set
from toile.adapters.language.built_in.text.page import Page, Segment

_COPY = ("copy {} but {}", "copie {} mais {}", "duplica {} ma {}", "duplica {} pero {}",
         "kopiere {} aber {}", "kopiera {} men {}")  # fmt: skip
_VALUES = ("framing", "aspect", "rel", "light", "angle", "lens", "kind", "grade", "pose", "col")


def one_more_of(page: Page) -> str | None:
    """Return "copy 3 but as a wide" for "of 3 another one as a wide", or ``None``."""
    for segment in page.live():
        start = segment.start
        while start < segment.end and page.form(start) in word_set("one_more_of.leads"):
            start += 1
        found = _shot_first(page, segment, start) or _shot_last(page, segment, start)
        if found:
            number, end = found
            told = _differs(page, segment, end)
            if told is not None:
                order = _COPY[LANGUAGES.index(page.languages[0])]
                said = order.format(page.tokens[number].text, told).strip()
                tail = page.text[page.tokens[segment.end - 1].end :]
                return f"{page.text[: page.tokens[start].start]}{said}{tail}"
    return None


def _shot_first(page: Page, segment: Segment, start: int) -> tuple[int, int] | None:
    """Return the number and the end of "von der 3 noch eine"."""
    number = _of_shot(page, segment, start)
    if number is None:
        return None
    place = number + 1
    while place < segment.end and (
        page.tokens[place].text in ",:" or page.form(place) in word_set("listed_numbers.endings")
    ):
        place += 1
    more = _more(page, place)
    return (number, more) if more else None


def _shot_last(page: Page, segment: Segment, start: int) -> tuple[int, int] | None:
    """Return the number and the end of "otra de la 3"."""
    more = _more(page, start)
    number = _of_shot(page, segment, more) if more else None
    return (number, number + 1) if number is not None else None


def _of_shot(page: Page, segment: Segment, start: int) -> int | None:
    """Return the number of "of 3", "von der 3", "from shot 3"."""
    if page.form(start) not in word_set("one_more_of.of"):
        return None
    place = start + 1
    while place < segment.end and (
        page.form(place) in word_set("naming.articles") or page.span_at(place, "noun") is not None
    ):
        place += 1
    is_number = place < segment.end and page.tokens[place].text.isdecimal()
    return place if is_number else None


def _more(page: Page, start: int) -> int:
    """Return where "another one", "noch eine", "encore une" ends; 0 where none begins."""
    known = word_set("one_more_of.more")
    for count in (3, 2, 1):
        words = "_".join(page.form(p) for p in range(start, start + count))
        if words in known:
            return start + count
    return 0


def _differs(page: Page, segment: Segment, start: int) -> str | None:
    """Return what is different in the copy; ``None`` where something else is counted."""
    place = start
    while place < segment.end and (
        page.tokens[place].text in ",:" or page.form(place) in word_set("one_more_of.but")
    ):
        place += 1
    if place >= segment.end:
        return None
    opens = page.form(place) in word_set("duplicate.but") | word_set("naming.in")
    wished = opens or page.first(place, *_VALUES) is not None or page.tokens[place].text.isdecimal()
    said = page.text[page.tokens[place].start : page.tokens[segment.end - 1].end]
    return said if wished else None
