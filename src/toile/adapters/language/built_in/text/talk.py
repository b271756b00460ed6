"""Talk beside a brief: pleasantries, excuses, samples on their way, lunch, invoices, others' work.

Nothing of it is asked for; a clause that counts files or tells what must be seen stays.
"""

from dataclasses import replace
from functools import cache
from itertools import pairwise

from toile.adapters.language.built_in.text.bygone import SIGNS
from toile.adapters.language.built_in.text.lexicon import LANGUAGES, read_table, word_set
from toile.adapters.language.built_in.text.page import Page, Segment
from toile.adapters.language.built_in.text.ratios import count_at
from toile.adapters.language.built_in.text.tokens import tokenise

Phrases = dict[str, tuple[tuple[tuple[str, ...], str], ...]]
_HEAD = 4
# Who is young, what was agreed with somebody, and what a line claims is never idle.
_HEEDED = ("young", "twin", "twinright", "skin", "face", "claim", "copy", "photo")


def part_talk(page: Page) -> tuple[list[Segment], set[int]]:
    """Return the segments with what is only talk cut off, and what is masked with it."""
    parts: list[Segment] = []
    masked = set(page.masked)
    for segment in page.segments:
        kept = segment.start in masked or _is_labelled(page, segment)
        kept = kept or page.has(segment.start, segment.end, *_HEEDED)
        idle = [] if kept else _idle(page, segment)
        masked |= {start for start, _ in idle}
        cuts = sorted({segment.start, segment.end, *(place for one in idle for place in one)})
        parts += [replace(segment, start=a, end=b) for a, b in pairwise(cuts)]
    return parts, masked


def _is_labelled(page: Page, segment: Segment) -> bool:
    """Whether a sentence opens with a label: "Set: the parking behind the church"."""
    opening = range(segment.start, min(segment.end, segment.start + _HEAD))
    sign = next((place for place in opening if page.form(place) == ":"), segment.start)
    return page.has(segment.start, sign, "head")


def _idle(page: Page, segment: Segment) -> list[tuple[int, int]]:
    """Return the stretches of a sentence that ask for nothing."""
    found: list[tuple[int, int]] = []
    goes_on = False
    for start, end in _clauses(page, segment):
        kinds = _kinds(page, start, end)
        asked = "other" not in kinds and _asks(page, start, end)
        goes_on = not asked and bool(
            kinds - {"open"} or (goes_on and (kinds or _is_spoken(page, start, end)))
        )
        if asked or not (kinds or goes_on):
            continue
        if found and found[-1][1] == start:
            found[-1] = found[-1][0], end
        else:
            found.append((start, end))
    return found


def _clauses(page: Page, segment: Segment) -> list[tuple[int, int]]:
    """Return the parts of a sentence, each with the sign that closes it."""
    ends = [p + 1 for p in range(segment.start, segment.end) if page.tokens[p].text in SIGNS]
    cuts = sorted({segment.start, *ends, segment.end})
    return list(pairwise(cuts))


def _asks(page: Page, start: int, end: int) -> bool:
    """Whether files are counted, or it is told what has to be in them."""
    files = page.spans(start, end, "media")
    counted = any(count_at(page, span.start - 1) for span in files if span.start > start)
    counted = counted or len(page.spans(start, end, "chan")) > 1
    return counted or page.has(start, end, "aspect", "must")


def _is_spoken(page: Page, start: int, end: int) -> bool:
    return any(page.form(place) in word_set("talk.speech") for place in range(start, end))


def _kinds(page: Page, start: int, end: int) -> set[str]:
    """Return how much of a sentence what is said here keeps from being asked for."""
    return {
        kind
        for place in range(start, end)
        for language in page.languages
        for forms, kind in _phrases(language).get(page.form(place), ())
        if all(page.form(place + i) == form for i, form in enumerate(forms))
    }


@cache
def _phrases(language: str) -> Phrases:
    """Return the ways of talking in a language, each under its first word."""
    column = LANGUAGES.index(language) + 1
    found: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    for row in read_table("talk"):
        for phrase in row[column].split(","):
            forms = tuple(token.form for token in tokenise(phrase))
            found.setdefault(forms[0], []).append((forms, row[0]))
    return {first: tuple(phrases) for first, phrases in found.items()}
