"""Lines under a heading for products, each of them one, known to a list or not."""

from toile.adapters.language.built_in.goods.product_colours import take
from toile.adapters.language.built_in.goods.product_lists import Found
from toile.adapters.language.built_in.text.page import Page, Segment
from toile.adapters.language.built_in.text.phrases import (
    clauses,
    everyday_words,
    in_english,
    trim,
)

_LONGEST = 5
_ELSEWHERE = ("media", "people", "chan", "month", "group", "neg", "cue", "n", "weekday", "season")


def listed_good(page: Page, segment: Segment, found: list[Found]) -> Found | None:
    """Return the product of a line that no noun of the wardrobe tells, with its colours."""
    label = page.labels.get(segment.start)
    if label is None or label.field != "products":
        return None
    if not (_is_line(page, segment, label.start) or _is_coloured(page, segment, label.start)):
        return None
    if any(segment.start <= one.start < segment.end for one in found):
        return None
    parts = [(max(s, label.start), e) for s, e in clauses(page, segment) if e > label.start]
    start, end = trim(page, *parts[0]) if parts else (0, 0)
    if not _is_noun(page, start, end):
        return None
    product = Found(start, end, _said(page, start, end), [], said=_said(page, start, end))
    for span in page.spans(start, segment.end, "col", "m"):
        if span.start >= end or span.kind == "m":
            take(page, product, span)
    return product


def _is_line(page: Page, segment: Segment, start: int) -> bool:
    """Whether a segment opens its line and holds no label of its own."""
    first = page.tokens[segment.start].start
    opens = page.text[:first].rstrip(" \t").endswith("\n") or segment.start == 0
    own = any(page.form(p) in (":", "=") for p in range(segment.start, start))
    return opens and not own


def _is_coloured(page: Page, segment: Segment, start: int) -> bool:
    """Whether a name with its colours stands behind a label: "Product: Halo One (graphite)"."""
    bracket = next((p for p in range(start, segment.end) if page.form(p) == "("), None)
    if bracket is None or not any(page.tokens[p].is_name for p in range(start, bracket)):
        return False
    return page.first(bracket + 1, "col") is not None


def _is_noun(page: Page, start: int, end: int) -> bool:
    """Whether a stretch is a thing with its own words: plain, short, and of nothing else."""
    if not 0 < end - start <= _LONGEST or _is_elsewhere(page, start, end):
        return False
    words = [page.tokens[p] for p in range(start, end)]
    plain = all(w.is_word or w.text in "-'\"“”„«»" for w in words)
    last = words[-1].form
    return plain and last not in everyday_words()


def _is_elsewhere(page: Page, start: int, end: int) -> bool:
    """Whether a stretch is of files, people or days; "Halo One" counts nothing."""
    spans = page.spans(start, end, *_ELSEWHERE)
    return any(
        not (s.kind == "n" and page.tokens[s.start].is_name)
        and page.text[page.tokens[s.end - 1].end : page.tokens[s.end - 1].end + 1] != "-"
        for s in spans
    )


def _said(page: Page, start: int, end: int) -> str:
    """Return the words without the colour that opens them."""
    while start < end - 1 and (colour := page.span_at(start, "col")) and colour.end < end:
        start = colour.end
    return page.words(start, end) if page.languages[0] == "en" else in_english(page, start, end)
