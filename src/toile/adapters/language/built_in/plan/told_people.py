"""Which files a brief wants without anybody beside others with people: "six without a model"."""

from toile.adapters.language.built_in.plan.told_places import page_of, token_of
from toile.adapters.language.built_in.text.lexicon import word_set
from toile.adapters.language.built_in.text.page import Page
from toile.adapters.language.built_in.text.ratios import count_at
from toile.domain.brief import Brief


def without_people(brief: Brief) -> frozenset[int]:
    """Return the places of the deliverables that are told to show nobody."""
    if not brief.text or len(brief.deliverables) < 2:
        return frozenset()
    page = page_of(brief.text)
    starts = [token_of(page, brief, f"deliverables.{i}") for i in range(len(brief.deliverables))]
    return frozenset(
        index
        for index, start in enumerate(starts)
        if start is not None and _tells(page, start, [s for s in starts if s is not None])
    )


def _leads(page: Page, place: int) -> bool:
    return page.form(place) in word_set("planner.without") or bool(page.span_at(place, "nobody"))


def _tells(page: Page, start: int, starts: list[int]) -> bool:
    """Whether the words up to the next files say that nobody is in these."""
    later = [other for other in starts if other > start]
    stop = min([page.segment_of(start).end, *later])
    own = count_at(page, start)
    near = range(start, stop)
    apart = next((p for p in near if _leads(page, p)), stop)
    counts = [count_at(page, p) for p in range(own[1] if own else start + 1, apart)]
    if any(c and page.form(c[1]) != ":" and page.form(c[1] - 2) != ":" for c in counts):
        return False  # "Ten pictures, of which two without a model".
    if page.has(start, stop, "nobody"):
        return True
    return any(page.form(p) in word_set("planner.without") for p in near) and any(
        page.form(p) in word_set("planner.models") or p + 1 == stop for p in near
    )
