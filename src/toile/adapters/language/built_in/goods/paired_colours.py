"""As many styles as colours in one breath: "swimsuits (Coral, Wave) in red and navy" are two."""

from toile.adapters.language.built_in.goods.product_lists import Found
from toile.adapters.language.built_in.text.lexicon import word_set
from toile.adapters.language.built_in.text.page import Page


def pair_colours(page: Page, found: list[Found]) -> None:
    """Give each style of a list its own of as many colours, unless all come in all of them."""
    for one in found:
        run = [f for f in found if f.colours == one.colours and f.noun == one.noun and f.listed]
        several = len(run) == len(one.colours) > 1
        if several and not _comes_in_all(page, run[0].start) and _stand_together(page, run):
            for style, colour in zip(run, list(one.colours), strict=True):
                style.colours = [colour]


def _stand_together(page: Page, run: list[Found]) -> bool:
    """Whether the styles stand in one sentence."""
    return len({page.segment_of(one.start).start for one in run}) == 1


def _comes_in_all(page: Page, place: int) -> bool:
    """Whether a sentence says "each in", "both in", "all three in"."""
    segment = page.segment_of(place)
    forms = {page.form(p) for p in range(segment.start, segment.end)}
    every = word_set("minors.each") | word_set("colourways.all")
    return bool(forms & every) or page.has(segment.start, segment.end, "each")
