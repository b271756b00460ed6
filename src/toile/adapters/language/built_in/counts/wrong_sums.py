"""Totals that do not agree with their parts."""

from toile.adapters.language.built_in.counts.asks import Ask, Scale
from toile.adapters.language.built_in.counts.broken_down import broken_down
from toile.adapters.language.built_in.counts.deliverables import asks_in
from toile.adapters.language.built_in.counts.sums import announces
from toile.adapters.language.built_in.counts.totals import REST
from toile.adapters.language.built_in.text.page import Page
from toile.domain.brief import Flag


def wrong_sum(page: Page, scale: Scale, taken: set[int]) -> tuple[int, int, int] | None:
    """Return an announced total, the sum of its parts and a token, where they do not agree."""
    for segment in page.live():
        asks = asks_in(page, segment, scale, taken)
        if (
            len(asks) > 2
            and announces(page, asks)
            and all(a.kind == asks[0].kind or not a.said for a in asks[1:])
        ):
            rest = any(page.form(p) in REST for p in range(segment.start, segment.end))
            total = sum(a.count for a in asks[1:])
            if total != asks[0].count and not rest and not _told_apart(page, asks):
                return asks[0].count, total, asks[0].start
    return None


def sum_flags(page: Page, scale: Scale, taken: set[int]) -> list[Flag]:
    """Return a question where an announced total is not what its parts come to."""
    found = wrong_sum(page, scale, taken)
    if found is None:
        return []
    why = f"{found[0]} pictures or {found[1]}?"
    quote = page.words(found[2], found[2] + 2)
    return [Flag(code="CONTRADICTION", action="ask", why=why, quote=quote)]


def _told_apart(page: Page, asks: list[Ask]) -> bool:
    """Whether kinds that no ask stands for make up the total: "1 wide on the path"."""
    parts = broken_down(page, asks)
    return parts is not None and parts[0].start != asks[0].start
