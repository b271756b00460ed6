"""Files asked for once more of each thing: "nine in 2:3, and each look once more in 16:9"."""

from toile.adapters.language.built_in.counts.asks import Ask, Scale, factor_of
from toile.adapters.language.built_in.text.lexicon import Span, word_set
from toile.adapters.language.built_in.text.page import Page, Segment
from toile.adapters.language.built_in.text.ratios import Ratio


def each_again(
    page: Page, ask: Ask, segment: Segment, stop: int, ratios: list[Ratio], scale: Scale
) -> Ask | None:
    """Return what each thing is asked for behind files that have a ratio of their own."""
    own = [r for r in ratios if ask.start <= r.start < stop]
    for span in page.spans(ask.end, stop, "each"):
        before = [r for r in own if r.start < span.start]
        after = [r for r in own if r.start >= span.end]
        if not (before and after and _adds(page, span)):
            continue
        factor = factor_of(page, span, segment, scale)
        if factor:
            return Ask(span.start, after[0].end, factor, ask.kind, aspects=[after[0].value])
    return None


def _adds(page: Page, span: Span) -> bool:
    """Whether "and each", ", plus each" adds to what was counted."""
    here = span.start - 1
    joined = page.form(here) in word_set("asks.joins") | word_set("asks.besides") | {"+"}
    return joined and not page.form(here - 1)[:1].isdecimal()
