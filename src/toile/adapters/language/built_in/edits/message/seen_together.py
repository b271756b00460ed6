"""Shots that somebody wants to see beside each other: "let me see 2 and 6 side by side".

It is read as the plain question: "compare 2 and 6".
"""

from toile.adapters.language.built_in.text.lexicon import LANGUAGES, word_set
from toile.adapters.language.built_in.text.page import Page, Segment

_COMPARE = ("compare {} and {}", "compare la {} et la {}", "confronta la {} e la {}",
            "compara la {} y la {}", "vergleiche {} und {}", "jämför {} och {}")  # fmt: skip
_LONGEST = 3
_TWO = 2


def seen_together(page: Page) -> str | None:
    """Return the question for the differences of two shots, or ``None``."""
    for segment in page.live():
        start = _shown_from(page, segment)
        numbers = _numbers(page, segment, start) if start else []
        if len(numbers) == _TWO and _beside(page, numbers, segment.end):
            said = (page.tokens[number].text for number in numbers)
            return _COMPARE[LANGUAGES.index(page.languages[0])].format(*said)
    return None


def _shown_from(page: Page, segment: Segment) -> int:
    """Return where the words behind "show me", "let me see" begin; 0 where nothing is shown."""
    for many in range(_LONGEST, 0, -1):
        words = "_".join(page.form(segment.start + one) for one in range(many))
        if words in word_set("seen_together.show"):
            return segment.start + many
    return 0


def _numbers(page: Page, segment: Segment, start: int) -> list[int]:
    return [p for p in range(start, segment.end) if page.tokens[p].text.isdecimal()]


def _beside(page: Page, numbers: list[int], end: int) -> bool:
    """Whether "side by side" ends the sentence, or "next to" stands between the two."""
    tail = "_".join(page.form(p) for p in range(numbers[1] + 1, end))
    words = (page.form(p) for p in range(numbers[0] + 1, numbers[1]))
    small = word_set("naming.articles")
    between = "_".join(form for form in words if form not in small)
    return tail in word_set("seen_together.beside") or (
        not tail and between in word_set("seen_together.between")
    )
