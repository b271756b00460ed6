"""Models told apart by their own words: "three models: wedge in raw linen, flat in blue canvas"."""

from toile.adapters.language.built_in.goods.product_colours import take
from toile.adapters.language.built_in.goods.product_lists import KINDS, Found
from toile.adapters.language.built_in.text.lexicon import word_set
from toile.adapters.language.built_in.text.page import Page, Segment
from toile.adapters.language.built_in.text.phrases import say
from toile.adapters.language.built_in.text.ratios import count_at

_BETWEEN = word_set("colours.between")
_LONGEST = 8
_MOST = 12


def model_lists(page: Page, found: list[Found]) -> list[Found]:
    """Return the models that a counted list spells out, in place of the noun they are models of."""
    if len({one.noun for one in found}) != 1:
        return found
    for segment in page.live():
        for place in range(segment.start, segment.end):
            counted = count_at(page, place)
            if counted is None or page.form(counted[1]) not in word_set("models.words"):
                continue
            items = _items(page, counted[1] + 1, segment)
            if len(items) == counted[0] and 1 < counted[0] <= _MOST:
                return [_model(page, start, end, found[0].noun) for start, end in items]
    return found


def _items(page: Page, place: int, segment: Segment) -> list[tuple[int, int]]:
    """Return the parts of the list behind a colon or a dash."""
    if page.form(place) not in (":", "-", "–", "—", "(", ","):
        return []
    items: list[tuple[int, int]] = []
    start = place + 1
    for here in range(start, segment.end + 1):
        ends = here == segment.end or page.form(here) in (*_BETWEEN, ")", ";")
        if not ends:
            continue
        if here > start:
            items.append((start, here))
        start = here + 1
        if here < segment.end and page.form(here) in (")", ";"):
            break
    plain = all(
        end - start <= _LONGEST and not page.has(start, end, "media", "people", "role", "chan")
        for start, end in items
    )
    return items if plain and any(page.has(s, e, "col", "m") for s, e in items) else []


def _model(page: Page, start: int, end: int, noun: str) -> Found:
    spans = page.spans(start, end, "col", "m")
    stop = spans[0].start if spans else end
    said = say(page, start, stop)
    own = page.first(start, *KINDS)
    item = said if own and own.end == stop else f"{said} {noun}"
    model = Found(start, end, item.strip(), [], said=item.strip())
    for span in spans:
        take(page, model, span)
    return model
