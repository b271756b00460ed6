"""What a word behind it rules out: "flash is not allowed", "kids are not wanted"."""

from toile.adapters.language.built_in.countries import countries
from toile.adapters.language.built_in.scene.scene import Idea
from toile.adapters.language.built_in.text.dictionary import exactly
from toile.adapters.language.built_in.text.lexicon import word_set
from toile.adapters.language.built_in.text.page import Page
from toile.adapters.language.built_in.text.phrases import (
    clauses,
    everyday_words,
    function_words,
    say,
    without_tail,
)
from toile.adapters.language.built_in.text.ratios import count_at
from toile.adapters.language.built_in.text.slips import sounds

THINGS = (
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


_TURNS = frozenset(("but", "aber", "mais", "ma", "pero", "men"))


def turned_round(page: Page, start: int, end: int) -> Idea | None:
    """Read "flash is not allowed", "kids are not wanted": what is ruled out stands before."""
    if page.form(start - 1) not in word_set("musts.turned") or page.has(start, end, *THINGS):
        return None
    if any(page.form(p) in word_set("turned_round.absent") for p in range(start, end)):
        return None  # "The shoes are not available yet" tells of goods, not of pictures.
    if end - start == 1 and page.form(start) in word_set("not_ruled_out.verbs"):
        return None  # "la nonna non può" says who cannot come.
    if page.form(start - 2) in _TURNS or count_at(page, start):
        return None  # "a mother and daughter vibe but not related", "three per shade, not one"
    segment = page.segment_of(start - 1)
    clause = next(((s, e) for s, e in clauses(page, segment) if s <= start - 1 < e), None)
    if clause is None or start - 1 - clause[0] < 1:
        return None
    left, right = clause[0], start - 1
    while left < right and _is_small(page, left):
        left += 1
    while right > left and (
        (page.form(right - 1) in everyday_words() and not _rules(page, right - 1))
        or page.has(right - 1, right, "must")
        or page.form(right - 1) in word_set("turned_round.ne")
    ):
        right -= 1
    if not page.has(left, right, *_RULED_OUT) or count_at(page, left):
        return None
    text = say(page, left, right)
    if not text or right - left > _LONGEST:
        return None
    state = _state(page, start, end)
    return (f"{text} {state}", left, end) if state else (text, left, right)


def _is_small(page: Page, place: int) -> bool:
    return page.form(place) in function_words() or page.form(place) in sounds(page.languages[0])


def _rules(page: Page, place: int) -> bool:
    return page.has(place, place + 1, *_RULED_OUT)


_RULED_OUT = ("g", "h", "b", "j", "p", "light", "pose", "young", "people", "look", "third", "face")
_LONGEST = 8


def _state(page: Page, start: int, end: int) -> str:
    """Return what a thing must not be: "cropped" in "logo never cropped", nothing in "allowed"."""
    stop = without_tail(page, start, end)
    small = everyday_words() | word_set("musts.drop")
    told = [p for p in range(start, stop) if page.tokens[p].is_word and page.form(p) not in small]
    if len(told) != 1 or page.form(told[0]) in word_set("turned_round.allowed"):
        return ""
    known = exactly([page.form(told[0])], page.languages[0])
    return known or (page.form(told[0]) if page.languages[0] == "en" else "")


def is_region(page: Page, start: int, end: int) -> bool:
    """Whether a name behind markets is a part of one: "US and Canada, not Quebec"."""
    named = end - start == 1 and page.tokens[start].is_name and not page.at[start]
    segment = page.segment_of(start)
    return named and bool(countries(page, segment.start, start))
