"""Shots that a message only bars from change: "2 and 3 not, the rest warmer", "4 not closer".

"2 out and 3 in" bars 3 from going.
"""

from dataclasses import replace

from toile.adapters.language.built_in.text.lexicon import Span, word_set
from toile.adapters.language.built_in.text.page import Page, Segment

_SCOPES = ("rest", "all")
_SAID = "keep"


def mark_kept_shots(page: Page) -> None:
    """Let a "not" that says no more of bare shots be a word of keeping."""
    for segment in page.live():
        for place in range(segment.start, segment.end):
            if _stays_in(page, segment, place):
                _keep(page, place, place + 1)
            if page.form(place) not in word_set("shots_kept.not") or page.span_at(place, "ref"):
                continue
            if _is_bare(page, segment, place):
                _keep(page, place, place + 1)
            elif end := _denied_step(page, segment, place):
                _keep(page, place, end)


def _keep(page: Page, start: int, end: int) -> None:
    span = Span(start, end, "act", "keep")
    page.at[start:end] = [{"act": span} for _ in range(start, end)]
    said = [replace(token, form=_SAID) for token in page.tokens[start:end]]
    page.tokens = (*page.tokens[:start], *said, *page.tokens[end:])


def _stays_in(page: Page, segment: Segment, place: int) -> bool:
    """Whether "in" says of bare shots that they stay, where others go."""
    if page.form(place) not in word_set("shots_kept.in"):
        return False
    goes = any(s.name == "delete" for s in page.spans(0, len(page.tokens), "act"))
    listed = _list_start(page, segment, place) is not None
    return goes and listed and _ends(page, segment, place + 1)


def _has_scope(page: Page) -> bool:
    return any(s.name in _SCOPES for s in page.spans(0, len(page.tokens), "ref"))


def _is_bare(page: Page, segment: Segment, place: int) -> bool:
    """Whether numbers alone stand behind or before a "not", between signs or "and"."""
    listed = _list_start(page, segment, place)
    behind = listed is not None and _ends(page, segment, place + 1)
    ahead = page.form(place - 1) in word_set("shots_kept.ahead")
    opens = _has_scope(page) and (place == segment.start or ahead)
    return behind or (opens and _ends(page, segment, _list_end(page, place + 1)))


def _list_start(page: Page, segment: Segment, place: int) -> int | None:
    """Return where numbers that end before a place begin, if they open a stretch."""
    start = place
    while start > segment.start and _is_listed(page, start - 1):
        start -= 1
    numbered = any(page.tokens[p].text.isdecimal() for p in range(start, place))
    opens = start == segment.start or not page.tokens[start].text.isdecimal()
    verbs = page.spans(segment.start, start, "act")  # "Lösch die 4 nicht".
    joined = page.tokens[start].text == "," or page.form(start) in word_set("naming.and")
    led = bool(verbs) and verbs[-1].end == start and not joined
    return start if numbered and opens and not led else None


def _list_end(page: Page, place: int) -> int:
    """Return the place behind numbers; the place itself minus one where none stands there."""
    end = place
    while end < len(page.tokens) and _is_listed(page, end):
        end += 1
    while end > place and not page.tokens[end - 1].text.isdecimal():
        end -= 1
    return end if end > place else -1


def _is_listed(page: Page, place: int) -> bool:
    small = word_set("naming.articles") | word_set("naming.and")
    token = page.tokens[place]
    return token.text == "," or token.text.isdecimal() or token.form in small


def _ends(page: Page, segment: Segment, place: int) -> bool:
    """Whether a stretch ends before a place."""
    if place < 0:
        return False
    if place >= segment.end or not page.tokens[place].text[:1].isalnum():
        return True
    small = word_set("naming.and") | word_set("shots_kept.ahead")
    return page.form(place) in small or page.span_at(place, "chat") is not None


def _denied_step(page: Page, segment: Segment, place: int) -> int:
    """Return where "not closer", "pas plus près" ends behind bare shots; 0 where it is none."""
    if _list_start(page, segment, place) is None:
        return 0
    step = page.first(place + 1, "rel") or page.first(place + 2, "rel")
    if step is None or not _compares(page, place + 1, step.end):
        return 0
    end = max(step.end, place + 2)
    while end < segment.end and page.form(end) in word_set("shots_kept.near"):
        end += 1
    return end if _ends(page, segment, end) else 0


def _compares(page: Page, start: int, end: int) -> bool:
    """Whether a step is said as "closer" or "more close": "not dark" is another wish."""
    words = [page.form(p) for p in range(start, end)]
    more = word_set("shots_kept.more")
    return any(w in more for w in words) or words[-1].endswith(("er", "are"))
