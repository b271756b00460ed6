"""Shorter versions of a film: "cutdowns 15s and 6s both 9:16", "cutdowns of each in 9:16"."""

from dataclasses import replace

from toile.adapters.language.built_in.counts.asks import Ask
from toile.adapters.language.built_in.text.lexicon import Span
from toile.adapters.language.built_in.text.page import Page, Segment
from toile.adapters.language.built_in.text.ratios import Ratio, count_at, find_ratios, seconds_at


def cutdown_at(page: Page, segment: Segment) -> Span | None:
    """Return the word for shorter versions that stands in a segment without a count of its own."""
    for span in page.spans(segment.start, segment.end, "role"):
        if span.name == "cutdown" and count_at(page, span.start - 1) is None:
            return span
    return None


def cutdowns(page: Page, segment: Segment, span: Span, film: Ask) -> list[Ask]:
    """Return one ask for each length or ratio behind the word, as many files as the film has."""
    ratios = find_ratios(page, span.end, segment.end)
    lengths = [
        length for place in range(span.end, segment.end) if (length := seconds_at(page, place))
    ]
    base = replace(film, start=span.start, end=span.end, roles=["cutdown"], aspects=[], lengths={})
    if not lengths:
        return [replace(base, aspects=[ratio.value], seconds=None) for ratio in ratios]
    return [
        replace(base, seconds=length, aspects=_own(ratios, index, len(lengths)))
        for index, length in enumerate(lengths)
    ]


def _own(ratios: list[Ratio], index: int, lengths: int) -> list[str]:
    """Return the ratio of one length: its own where each has one, else the shared one."""
    if len(ratios) == lengths and lengths > 1:
        return [ratios[index].value]
    return [ratio.value for ratio in ratios[:1]]
