"""Ideas of a labelled stretch: behind "set:" every part is a place, known to a list or not."""

from collections.abc import Iterator

from toile.adapters.language.built_in.page import Page
from toile.adapters.language.built_in.phrases import clauses, inside, say, trim

Idea = tuple[str, int, int]
_NUMBERS = ("media", "month", "weekday", "feast", "chan", "people", "aspect", "week")


def labelled(
    page: Page, field: str, negations: list[tuple[int, int]], *, without: tuple[str, ...] = ()
) -> list[Idea]:
    """Return the parts of all stretches labelled with a field.

    Parts that hold a kind named in ``without``, a date, files or a negation are others' to read.
    """
    found: list[Idea] = []
    for start, end in parts(page, field):
        if inside(start, negations) or page.has(start, end, "neg", *_NUMBERS, *without):
            continue
        if any(s.name in ("if", "drop", "correct") for s in page.spans(start, end, "cue")):
            continue
        left, right = trim(page, start, end)
        text = say(page, left, right)
        if text and right > left and any(page.tokens[p].is_word for p in range(left, right)):
            found.append((text, left, right))
    return found


def parts(page: Page, field: str) -> Iterator[tuple[int, int]]:
    """Yield the clauses behind the labels of a field."""
    for segment, first in page.labelled(field):
        for start, end in clauses(page, segment):
            start = max(start, first)
            if start < end:
                yield start, end
