"""Colours said later than their product: "the coat with the big hood, in stone", "It comes in ink".

The colours belong to the last product before them that has none; no place, light or person may
stand between, and nothing that they could be of behind them.
"""

from collections.abc import Iterator

from toile.adapters.language.built_in.goods.product_lists import KINDS, Found
from toile.adapters.language.built_in.text.lexicon import Span, word_set
from toile.adapters.language.built_in.text.page import Page, Segment
from toile.adapters.language.built_in.text.phrases import function_words, inside
from toile.adapters.language.built_in.text.ratios import count_at

_BETWEEN = ("s", "set", "light", "people", "hmu", "look", "mood", "p")
_IN = frozenset(("in", "i", "en"))
_JOINS = word_set("colours.between") | {"in", "en", "one", "a", "all", "the", "una", "uno", "ein"}
_NEXT = 2
Run = list[Span]


def add_later_colours(page: Page, found: list[Found], negations: list[tuple[int, int]]) -> None:
    """Give products without colours those that the text says of them further on."""
    live = list(page.live())
    _for_all(page, found, live, negations)
    for index, one in enumerate(found):
        if one.colours or one.names:
            continue
        home = page.segment_of(one.start)
        rest = [f.start for f in found if f.start > one.start]
        stop = min([home.end, *(p for p in rest if p < home.end)])
        run = _first(page, one.end, stop, negations, own=True)
        if run is None and stop == home.end and _is_open(found, index):
            run = _in_next(page, home, live, rest, negations)
        if run:
            one.colours = list(dict.fromkeys(_said(page, span) for span in run))


def _for_all(
    page: Page, found: list[Found], live: list[Segment], negations: list[tuple[int, int]]
) -> None:
    """Read "All in black.", "Everything ecru" behind several products that have no colour."""
    bare = [one for one in found if not (one.colours or one.names)]
    for segment in live if len(bare) > 1 else ():
        for place in range(segment.start, segment.end):
            before = [one for one in bare if one.start < place]
            if len(before) < 2 or page.form(place) not in word_set("colourways.all"):
                continue
            start = place + 1 + (page.form(place + 1) in _IN)
            run = next(_runs(page, start, segment.end), None)
            alone = run is not None and run[0].start == start and _closes(page, run[-1].end)
            if run and alone and not inside(start, negations) and not _is_monochrome(run):
                for one in before:
                    one.colours = list(dict.fromkeys(_said(page, span) for span in run))
                return


def _is_open(found: list[Found], index: int) -> bool:
    """Whether no other product waits for a colour."""
    return all(one.colours or one.names for i, one in enumerate(found) if i != index)


def _in_next(
    page: Page,
    home: Segment,
    live: list[Segment],
    rest: list[int],
    negations: list[tuple[int, int]],
) -> Run | None:
    """Return the colours of the sentences right behind, if those speak of the product."""
    here = live.index(home) if home in live else len(live)
    for segment in live[here + 1 : here + 1 + _NEXT]:
        if any(segment.start <= p < segment.end for p in rest):
            return None
        label = page.labels.get(segment.start)
        if label is not None and label.field != "palette":
            continue
        if label is not None:
            run = _runs(page, label.start, segment.end)
            return next(run, None) if _is_one_colour(page, segment, label.start) else None
        found = _first(page, segment.start, segment.end, negations, own=False)
        if found:
            return found
    return None


def _is_one_colour(page: Page, segment: Segment, start: int) -> bool:
    """Whether a label says "Colour:" of the product, not "Colours:" of the set."""
    forms = [page.form(place) for place in range(segment.start, start)]
    return bool(set(forms) & word_set("asks.colours")) and page.span_at(start, "col") is not None


def _first(
    page: Page, start: int, stop: int, negations: list[tuple[int, int]], *, own: bool
) -> Run | None:
    """Return the first run of colours in a stretch that is said of a product."""
    for run in _runs(page, start, stop):
        first, last = run[0].start, run[-1].end
        told = {page.form(p) for p in range(start, first)} & word_set("later_colours.cues")
        led = (page.form(first - 1) in _IN and (own or told)) or (
            page.form(first - 1) == ":" and told and not own
        )
        listed = _is_listed(page, start, run)
        blocked = page.has(start, first, *_BETWEEN, *KINDS) or inside(first, negations)
        if blocked or not (led or listed) or not _closes(page, last) or _is_monochrome(run):
            continue
        return run
    return None


def _is_listed(page: Page, start: int, run: Run) -> bool:
    """Whether "both colours, stone and navy" or "3 pairs, red, green and mustard" leads a run."""
    lead = range(start, run[0].start)
    named = any(page.form(p) in word_set("asks.colours") | _COLOURS for p in lead)
    counted = any((c := count_at(page, p)) and c[0] == len(run) for p in lead)
    return len(run) > 1 and (named or counted)


_COLOURS = word_set("colourways.words") | word_set("colourways.sure") | word_set("variants.colours")


def _runs(page: Page, start: int, stop: int) -> Iterator[Run]:
    """Yield the runs of colours of a stretch: "stone and in navy", "one white and one black"."""
    place = start
    while place < stop:
        run: Run = []
        end = place
        while end < stop and (span := page.span_at(end, "col")) and span.end <= stop:
            run.append(span)
            end = span.end
            joined = end
            while joined < stop and page.form(joined) in _JOINS:
                joined += 1
            if not page.span_at(joined, "col"):
                break
            end = joined
        if run:
            yield run
        place = max(end, place + 1)


def _closes(page: Page, place: int) -> bool:
    """Whether nothing follows that the colours could be of."""
    token = page.tokens[place] if place < len(page.tokens) else None
    return token is None or not token.is_word or token.form in function_words()


def _is_monochrome(run: Run) -> bool:
    """Whether "in black and white" tells of the picture."""
    return sorted(span.name for span in run) == ["black", "white"]


def _said(page: Page, span: Span) -> str:
    return page.said(span)
