"""Two versions told in one breath: "a version of 1 at night and one in the rain"."""

from toile.adapters.language.built_in.text.lexicon import word_set
from toile.adapters.language.built_in.text.page import Page, Segment

_VALUES = ("framing", "aspect", "rel", "light", "angle", "lens", "grade", "pose", "set", "s")


def versions_listed(page: Page) -> str | None:
    """Return the text with the second version told as the first is, or ``None``."""
    for segment in page.live():
        named = _named(page, segment)
        mark = _second(page, segment, named[1]) if named else None
        if named and mark:
            of, ahead = page.words(*named), page.text[: page.tokens[mark].start].rstrip(" ,")
            return f"{ahead}. {of} {page.text[page.tokens[mark + 2].start :]}"
    return None


def _named(page: Page, segment: Segment) -> tuple[int, int] | None:
    """Return the words "a version of 1"."""
    for place in range(segment.start + 1, segment.end - 2):
        said = page.form(place) in word_set("versions_listed.version")
        of = page.form(place + 1) in word_set("people.of")
        number = place + 2 + (page.form(place + 2) in word_set("naming.articles"))
        one = page.form(place - 1) in word_set("giving.indefinite")
        if said and of and one and page.tokens[min(number, segment.end - 1)].text.isdecimal():
            return place - 1, number + 1
    return None


def _second(page: Page, segment: Segment, start: int) -> int | None:
    """Return where "and one in the rain", "et une sous la pluie" begins."""
    one_more = word_set("giving.indefinite") | word_set("versions_listed.one")
    for place in range(start + 1, segment.end - 2):
        one = page.form(place + 1) in one_more and page.form(place) in word_set("naming.and")
        opens = page.form(place + 2) in word_set("naming.in") | word_set("naming.wish")
        told = page.first(place + 2, *_VALUES) is not None
        counted = any(page.tokens[p].text.isdecimal() for p in range(place, segment.end))
        if one and (opens or told) and not counted:
            return place
    return None
