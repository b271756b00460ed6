"""Forwarded mail: the newest stands on top, its word is last; head lines are nobody's brief.

A mail begins where its marks of quotation deepen, or where its head stands ("From: ...").
"""

from dataclasses import replace

from toile.adapters.language.built_in.text.lexicon import word_set
from toile.adapters.language.built_in.text.page import Page, Segment

_HEADS = word_set("thread.heads")
_FIRST = word_set("thread.first")


def newest_last(page: Page) -> None:
    """Order segments by age, the oldest mail first, so that later readers may simply overwrite."""
    heads = [segment for segment in page.segments if _head(page, segment)]
    if all(_head(page, segment) in word_set("brands.subject") for segment in heads):
        heads = [head for head in heads if head.start == 0 and not _is_a_form(page)]
    page.masked |= {segment.start for segment in heads}
    if _is_one_quotation(page, heads):
        page.segments = _by_heads(page, heads)
    if any(segment.depth for segment in page.segments):
        page.segments = sorted(page.segments, key=lambda segment: (-segment.depth, segment.start))


def _is_a_form(page: Page) -> bool:
    """Whether a label and a colon head the second line, too: a subject is then one of them."""
    lines = [line for line in page.text.splitlines() if line.strip()]
    head = lines[1].split(":")[0] if len(lines) > 1 and ":" in lines[1] else ""
    return bool(head) and len(head.split()) <= _LABEL


_LABEL = 3


def _is_one_quotation(page: Page, heads: list[Segment]) -> bool:
    """Whether nothing is marked as quoted, or a whole thread once and evenly."""
    marked = {segment.depth for segment in page.segments}
    return marked == {0} or (marked <= {0, 1} and {head.depth for head in heads} == {1})


def subjects(page: Page) -> list[Segment]:
    """Return the lines of subject among the heads of mails: they may name the house."""
    lines = (segment for segment in page.segments if segment.start in page.masked)
    return [segment for segment in lines if _head(page, segment) in word_set("brands.subject")]


def newest(page: Page, ideas: list[tuple[str, int, int]]) -> list[tuple[str, int, int]]:
    """Return what the newest mail tells of a matter, all where it leaves the rest as it was."""
    if any(token.form in word_set("thread.rest") for token in page.tokens):
        return ideas
    depths = [page.segment_of(idea[1]).depth for idea in ideas]
    return [i for i, depth in zip(ideas, depths, strict=True) if depth == min(depths)]


def _by_heads(page: Page, heads: list[Segment]) -> list[Segment]:
    """Count a mail deeper at each further head, where nothing is marked as quoted."""
    opens = [s.start for s in heads if _head(page, s) in _FIRST]
    above = [s for s in page.segments if s.start < opens[0]] if opens else []
    opens = opens if len(opens) > 1 or above else _pasted(page)
    above = [s for s in page.segments if s.start < opens[0]] if opens else []
    if not opens or (not above and len(opens) < 2):
        return page.segments
    own = 0 if above else 1
    return [
        replace(s, depth=max(0, sum(start <= s.start for start in opens) - own))
        for s in page.segments
    ]


def _pasted(page: Page) -> list[int]:
    """Return where an older brief is pasted in marks of quotation, below what is said of it."""
    for first, segment in enumerate(page.segments):
        closing = _MARKS.get(page.tokens[segment.start].text)
        if not first or closing is None or segment.line == page.segments[first - 1].line:
            continue
        inner = page.text[page.tokens[segment.start].end :].split(closing)[0]
        if len(inner.split()) > _PASTED:
            return [segment.start]
    return []


_MARKS = {"«": "»", "“": "”", "„": "“", '"': '"'}
_PASTED = 25


def _head(page: Page, segment: Segment) -> str:
    """Return the word of a line such as "From: Dale" or "> Datum: 19.11.", else nothing."""
    place = segment.start
    if place + 1 >= len(page.tokens) or place >= segment.end:
        return ""
    if page.form(place - 1) in (".", ")") and page.form(place - 2).isdecimal():
        return ""  # "2. Subject: ..." is a clause of a tender.
    named = page.form(place) in _HEADS and page.tokens[place + 1].text == ":"
    return page.form(place) if named else ""
