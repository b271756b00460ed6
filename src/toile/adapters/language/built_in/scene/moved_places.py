"""Places that a later sentence takes back: "the lake is off", "drop the car park"."""

from toile.adapters.language.built_in.scene.scene import Idea
from toile.adapters.language.built_in.text.dropped import dropped, left_out
from toile.adapters.language.built_in.text.page import Page
from toile.adapters.language.built_in.text.phrases import clauses, function_words

_LONGEST = 5
Stretches = list[tuple[int, int]]


def without_moved(page: Page, found: list[Idea], negations: Stretches) -> list[Idea]:
    """Return the places, those taken back left out as long as another stays."""
    order = {segment.start: index for index, segment in enumerate(page.segments)}
    gone = [(a, b) for a, b in dropped(page) if b - a <= _LONGEST]
    gone += [one for one in negations if denies_a_name(page, *one)]
    out = _left_out(page)
    gone += out
    kept = [
        idea
        for idea in found
        if not any(start <= idea[1] < end for start, end in out)
        and not any(
            _names(page, idea, a, b)
            and order[page.segment_of(idea[1]).start] < order[page.segment_of(a).start]
            for a, b in gone
        )
    ]
    return kept or found


def _left_out(page: Page) -> Stretches:
    """Return what "drop the", "skip the" leave out, to the end of their clause."""
    return [
        (here, end)
        for segment in page.live()
        for here in left_out(page, segment)
        for start, end in clauses(page, segment)
        if start <= here < end
    ]


def denies_a_name(page: Page, start: int, end: int) -> bool:
    """Whether "not Detroit" takes back a name said before, and forbids nothing."""
    words = [p for p in range(start, end) if page.form(p) not in function_words()]
    if page.languages[0] == "de" or not 0 < len(words) <= _LONGEST:
        return False
    if not all(page.tokens[p].is_name for p in words):
        return False
    said = {token.form for token in page.tokens[: max(0, start - 1)]}
    return all(page.form(p) in said for p in words)


def _names(page: Page, idea: Idea, start: int, end: int) -> bool:
    """Whether a stretch names a place that was told of before."""
    words = {page.form(p) for p in range(start, end)} - function_words()
    return bool(words & {page.form(p) for p in range(idea[1], idea[2])})
