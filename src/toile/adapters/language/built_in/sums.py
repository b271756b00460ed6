"""Sums: looks times views, and totals that do not agree with their parts."""

from toile.adapters.language.built_in.asks import (
    Ask,
    Scale,
)
from toile.adapters.language.built_in.page import Page, Segment
from toile.adapters.language.built_in.ratios import count_at


def look_views(page: Page, scale: Scale, asks: list[Ask]) -> list[Ask]:
    """Read "14 looks, front and back each": the looks times their views, where no files are
    counted.
    """
    if not scale.looks or asks:
        return []
    for segment in page.live():
        looks = [s for s in page.spans(segment.start, segment.end, "media") if s.name == "look"]
        if not looks:
            continue
        roles = list(page.spans(looks[0].end, segment.end, "role"))
        each = page.has(looks[0].end, segment.end, "each")
        first = [r.name for r in roles if not _single(page, r.start)]
        if first and each:
            found = [Ask(looks[0].start, segment.end, scale.looks * len(first), roles=first)]
            return found + _single_views(page, segment, roles)
    return []


def _single(page: Page, place: int) -> bool:
    return count_at(page, place - 1) is not None


def _single_views(page: Page, segment: Segment, roles: list) -> list[Ask]:  # type: ignore[type-arg]
    """Read "plus one detail for looks 1-5"."""
    found = []
    for span in roles:
        if _single(page, span.start):
            counted = count_at(page, span.start - 1)
            numbers = [count_at(page, p) for p in range(span.end, segment.end)]
            ends = [n[0] for n in numbers if n]
            many = ends[1] - ends[0] + 1 if len(ends) > 1 and ends[1] > ends[0] else 1
            found.append(
                Ask(
                    span.start,
                    segment.end,
                    (counted[0] if counted else 1) * many,
                    roles=[span.name],
                )
            )
    return found


def announces(page: Page, asks: list[Ask]) -> bool:
    """Whether the first ask is the sum that the others, behind a colon, spell out."""
    between = range(asks[0].end, asks[1].start)
    colon = any(page.form(p) == ":" for p in between)
    own = (
        asks[0].said and not asks[0].aspects and not page.has(asks[0].start, asks[1].start, "each")
    )
    return colon and own and not asks[0].roles and asks[0].count != asks[1].count
