"""Shots that somebody wants to see beside each other: "let me see 2 and 6 side by side".

Two bare shots "side by side" are compared, too. It is read as the question "compare 2 and 6".
"""

import re

from toile.adapters.language.built_in.text.lexicon import LANGUAGES, word_set
from toile.adapters.language.built_in.text.page import Page, Segment

_COMPARE = ("compare {} and {}", "compare la {} et la {}", "confronta la {} e la {}",
            "compara la {} y la {}", "vergleiche {} und {}", "jämför {} och {}")  # fmt: skip
_AND_THEN = re.compile(r"^[,;]\s*(?=\w)")
_PLEASE = word_set("seen_together.please")
_LONGEST = 3
_TWO = 2


def seen_together(page: Page) -> str | None:
    """Return the text with the question for the differences of two shots, or ``None``."""
    for segment in page.live():
        start = _shown_from(page, segment)
        start = start or (segment.start if page.tokens[segment.start].text.isdecimal() else None)
        numbers = _numbers(page, segment, start)[:_TWO] if start is not None else []
        end = _beside(page, numbers, segment.end) if len(numbers) == _TWO else None
        if end is not None:
            said = (page.tokens[number].text for number in numbers)
            asked = _COMPARE[LANGUAGES.index(page.languages[0])].format(*said)
            tail = _AND_THEN.sub("? ", page.text[page.tokens[end - 1].end :])
            return f"{page.text[: page.tokens[segment.start].start]}{asked}{tail}"
    return None


def _shown_from(page: Page, segment: Segment) -> int | None:
    """Return where the words behind "show me", "let me see" begin."""
    for many in range(_LONGEST, 0, -1):
        words = "_".join(page.form(segment.start + one) for one in range(many))
        if words in word_set("seen_together.show"):
            return segment.start + many
    return None


def _numbers(page: Page, segment: Segment, start: int) -> list[int]:
    return [p for p in range(start, segment.end) if page.tokens[p].text.isdecimal()]


def _beside(page: Page, numbers: list[int], end: int) -> int | None:
    """Return where "side by side" ends behind two shots, or the shots with "next to" between."""
    behind = numbers[1] + 1
    for stop in range(min(end, behind + _LONGEST), behind, -1):
        words = "_".join(page.form(p) for p in range(behind, stop))
        last = stop == end or not page.tokens[stop].is_word or page.form(stop) in _PLEASE
        if words in word_set("seen_together.beside") and last:
            return stop
    small = word_set("naming.articles")
    forms = (page.form(p) for p in range(numbers[0] + 1, numbers[1]))
    between = "_".join(form for form in forms if form not in small)
    last = behind == end or not page.tokens[behind].is_word
    return behind if last and between in word_set("seen_together.between") else None
