"""What must and must not be in the pictures, and the copy on them."""

import re

from toile.adapters.language.built_in.lexicon import Span, common_words, word_set
from toile.adapters.language.built_in.markets import countries
from toile.adapters.language.built_in.page import Page
from toile.adapters.language.built_in.phrases import (
    clauses,
    function_words,
    ideas,
    inside,
    say,
)
from toile.adapters.language.built_in.ratios import count_at
from toile.adapters.language.built_in.scene import Idea, Stretches, distinct

_QUOTED = re.compile(r'["“„«»]([^"”“»«]{4,90})["”“»«]')


def read_must(page: Page, negations: Stretches) -> list[Idea]:
    """Return what must be in the pictures."""
    found: list[Idea] = []
    for segment in page.live():
        for start, end in clauses(page, segment):
            if "shall" in {page.form(p) for p in range(start, end)}:
                continue
            spans = [s for s in page.spans(start, end, "must") if not inside(s.start, negations)]
            if not spans or page.has(start, end, "media", "chan", "cue"):
                continue
            text = say(page, *_without(start, end, spans[0]))
            if text and len(text) > 3 and not countries(page, start, end):
                found.append((text, start, end))
    return distinct(found)


def _without(start: int, end: int, span: Span) -> tuple[int, int]:
    return (span.end, end) if span.start - start <= 1 else (start, end)


def read_must_not(page: Page, negations: Stretches, skip: set[int]) -> list[Idea]:
    """Return what must not be in the pictures."""
    found: list[Idea] = []
    for start, end in negations:
        if end - start > 9 or any(place in skip for place in range(start, end)):
            continue
        if _covered(page, start - 1):
            continue
        turned = _before(page, start, end)
        if turned:
            found.append(turned)
            continue
        if _not_a_picture(page, start, end):
            continue
        found += ideas(page, start, end)
    return distinct([idea for idea in found if _is_idea(page, idea)])


def _covered(page: Page, place: int) -> bool:
    """Whether a "no" is part of a known phrase: "no make-up", "keine Profis"."""
    return any(
        span.start <= place < span.end and span.end - span.start > 1
        for before in range(max(0, place - 2), place + 1)
        for kind in ("hmu", "look", "nobody")
        if (span := page.span_at(before, kind))
    )


_THINGS = (
    "g",
    "h",
    "b",
    "j",
    "c",
    "p",
    "s",
    "light",
    "pose",
    "people",
    "hmu",
    "young",
    "col",
    "look",
    "framing",
    "set",
    "third",
    "twin",
    "face",
)


def _before(page: Page, start: int, end: int) -> Idea | None:
    """Read "flash is not allowed", "kids are not wanted": what is ruled out stands before."""
    if page.form(start - 1) not in word_set("musts.turned") or page.has(start, end, *_THINGS):
        return None
    segment = page.segment_of(start - 1)
    clause = next(((s, e) for s, e in clauses(page, segment) if s <= start - 1 < e), None)
    if clause is None or start - 1 - clause[0] < 1:
        return None
    left, right = clause[0], start - 1
    while right > left and (
        page.form(right - 1) in function_words() | common_words()
        or page.has(right - 1, right, "must")
    ):
        right -= 1
    if not page.has(
        left, right, "g", "p", "light", "pose", "young", "people", "look", "third"
    ) or count_at(page, left):
        return None
    text = say(page, left, right)
    return (text, left, right) if text and right - left <= 8 else None


def _is_idea(page: Page, idea: Idea) -> bool:
    """Whether an idea holds a word with a meaning of its own."""
    known = function_words() | common_words()
    words = [page.tokens[p] for p in range(idea[1], idea[2]) if page.tokens[p].is_word]
    if (
        page.languages[0] == "de"
        and not any(w.is_name for w in words)
        and not page.has(idea[1], idea[2], *_THINGS)
    ):
        return False
    return any(
        w.form not in known
        or (page.at[p] and not page.at[p].keys() <= {"cue", "must", "neg", "part", "when"})
        for p, w in zip(range(idea[1], idea[2]), words, strict=False)
    )


_NOT_PICTURES = word_set("scene.not_pictures")


def _not_a_picture(page: Page, start: int, end: int) -> bool:
    if page.form(start) in _NOT_PICTURES or count_at(page, start):
        return True
    if page.has(start, end, "month", "group", "twin") or countries(page, start, end):
        return True
    first = page.spans(start, end, "people")
    return bool(
        first and first[0].start <= start + 1 and first[0].name == "model" and end - start <= 2
    )


def read_other(page: Page) -> list[Idea]:
    """Return the copy that is to stand on the pictures, in the client's own words."""
    found: list[Idea] = []
    for segment in page.segments:
        cues = [s for s in page.spans(segment.start, segment.end, "claim") if s.name == "cue"]
        if not cues:
            continue
        stop = page.tokens[cues[-1].end - 1].end
        match = _QUOTED.search(page.text, stop, min(len(page.text), stop + 120))
        if match:
            words = [p for p, t in enumerate(page.tokens) if match.start() <= t.start < match.end()]
            if words:
                found.append(
                    (f"copy on picture: {match.group(1).strip()}", words[0], words[-1] + 1)
                )
    return distinct(found)
