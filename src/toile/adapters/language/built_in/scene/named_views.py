"""Clauses that only name files or products, though they speak of how things are kept or seen."""

from toile.adapters.language.built_in.text.lexicon import word_set
from toile.adapters.language.built_in.text.page import Page, Segment
from toile.adapters.language.built_in.text.phrases import function_words
from toile.adapters.language.built_in.text.ratios import count_at

_NAMES = 4
_SOLD = ("g", "h", "b", "j", "c")


def tells_of_goods(page: Page, segment: Segment, start: int, end: int) -> bool:
    """Whether a clause names views of a bracket or says which products stay in."""
    return _names_views(page, segment, start, end) or _keeps_goods(page, start, end)


def _names_views(page: Page, segment: Segment, start: int, end: int) -> bool:
    """Whether a bracket behind files only names them: "three packshots (jar open, jar closed)"."""
    opened = next(
        (p for p in range(start - 1, segment.start, -1) if page.tokens[p].text in "()"), start
    )
    if page.tokens[opened].text != "(" or page.has(start, end, "must"):
        return False
    named = page.spans(max(segment.start, opened - _NAMES), opened, "media", "role", *_SOLD)
    return any(span.end == opened for span in named)


def _keeps_goods(page: Page, start: int, end: int) -> bool:
    """Whether a clause says which products stay in: "keep ring and pendant"."""
    kept = next((p for p in range(start, end) if page.form(p) in word_set("musts.keep")), None)
    if kept is None:
        return False
    small = function_words() | word_set("states.articles") | word_set("musts.keep")
    sold = {p for s in page.spans(start, end, *_SOLD) for p in range(s.start, s.end)}
    rest = [p for p in range(start, end) if p not in sold and page.form(p) not in small]
    return bool(sold) and all(count_at(page, p) for p in rest)
