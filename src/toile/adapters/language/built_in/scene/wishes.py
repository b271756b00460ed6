"""Clauses around a wish: what only wishes, what sets a condition, what tells of files or a mood."""

from toile.adapters.language.built_in.scene.states import GOODS, is_part
from toile.adapters.language.built_in.text.lexicon import Span, word_set
from toile.adapters.language.built_in.text.page import Page
from toile.adapters.language.built_in.text.phrases import everyday_words
from toile.adapters.language.built_in.text.ratios import count_at

_LEAD = 2


def only_wishes(page: Page, start: int, end: int) -> bool:
    """Whether a clause only wishes for what the next one tells: "Schön wäre, wenn ..."."""
    return any(
        s.name == "wish" and s.start <= start + 1 and s.end == end
        for s in page.spans(start, end, "must")
    )


def sees_a_thing(page: Page, span: Span, end: int) -> bool:
    """Whether the speaker is to see a thing, no papers: "we need to see the clasp"."""
    seen = page.form(span.end - 1) in word_set("musts.see") and count_at(page, span.end) is None
    return seen and (page.has(span.end, end, *GOODS) or is_part(page, span.end, end))


def is_mood(page: Page, start: int, end: int) -> bool:
    """Whether a clause tells how the pictures should feel: "It has to feel quiet"."""
    return any(s.name == "mood" for s in page.spans(start, end, "cue"))


def is_condition(page: Page, start: int) -> bool:
    """Whether a clause only says when something holds: "If the bag is worn, ..."."""
    return any(s.name == "if" and s.start == start for s in page.spans(start, start + 3, "cue"))


def without_wish(page: Page, start: int, end: int) -> tuple[int, int]:
    """Drop the words that wish at either edge: "it would be good to see the lining"."""
    for span in page.spans(start, end, "must"):
        if span.name != "wish":
            continue
        if span.start - start <= _LEAD:
            start = span.end
        elif span.end == end:
            end = span.start
    return start, end


def is_of_files(page: Page, start: int, end: int) -> bool:
    """Whether nothing but files is named: "one image", "each still"."""
    small = everyday_words()
    shown = page.spans(start, end, "media", "role", "framing")
    media = {p for s in shown for p in range(s.start, s.end)}
    rest = (p for p in range(start, end) if p not in media and not count_at(page, p))
    return bool(media) and all(page.form(p) in small for p in rest)


def is_not_yet(page: Page, start: int, end: int) -> bool:
    """Whether something is only not there yet: "no hay acuerdo todavía", "noch kein Vertrag"."""
    around = {page.form(p) for p in range(max(0, start - _AHEAD), end + 1)}
    before = {page.form(start - 2), page.form(start - 1)}
    near = before & word_set("musts.just_before") or (
        page.form(start) in word_set("musts.just_before") and page.form(start + 1) in ("de", "d")
    )
    return bool(around & word_set("musts.not_yet")) or bool(near)


_AHEAD = 3


def without_reason(page: Page, start: int, end: int) -> tuple[int, int]:
    """Return a clause without the reason given: "bikes out of focus because the brand ..."."""
    inner = range(start + 2, end - 1)
    return start, next((p for p in inner if page.form(p) in word_set("wishes.because")), end)


def is_due(page: Page, start: int, end: int) -> bool:
    """Whether a clause only says when files are due: "all must be ready on 31.03"."""
    ready = any(page.form(p) in word_set("musts.ready") for p in range(start, end))
    dated = page.has(start, end, "month", "weekday", "week") or any(
        page.tokens[p].text[:1].isdecimal() for p in range(start, end)
    )
    return ready and dated


def takes_back(page: Page, start: int, end: int) -> bool:
    """Whether "on oublie le stylo" takes a thing back that was asked for, and forbids nothing."""
    if page.form(start - 1) not in word_set("taken_back.verbs"):
        return False
    known = {page.form(p) for p in range(start) if page.tokens[p].is_word}
    things = [p for p in range(start, end) if page.form(p) not in everyday_words()]
    return bool(things) and all(page.form(p) in known for p in things)


def only_seen(text: str) -> bool:
    """Whether nothing is left but that something is to be seen: "À voir :"."""
    return set(text.lower().split()) <= word_set("musts.only_seen")
