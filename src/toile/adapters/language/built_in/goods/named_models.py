"""Lists of style names behind their noun: "watches: the Field 38 on olive canvas, the Diver 41"."""

from toile.adapters.language.built_in.goods.product_lists import KINDS, Found
from toile.adapters.language.built_in.goods.told_colours import tell
from toile.adapters.language.built_in.text.lexicon import word_set
from toile.adapters.language.built_in.text.page import Page, Segment

_OPENS = (":", "-", "–", "—", "(")
_MOST = 12
_LONGEST = 3


def named_models(page: Page, found: list[Found]) -> list[Found]:
    """Return the products, a noun that heads a list of names replaced by the names."""
    result: list[Found] = []
    for one in found:
        bare = not (one.names or one.colours) and page.first(one.end - 1, *KINDS) is not None
        items = _items(page, one) if bare else []
        result += [_model(page, one, *item) for item in items] or [one]
    return result


def _items(page: Page, one: Found) -> list[tuple[int, int, int]]:
    """Return start, end of the name and end of each item of a list of at least two names."""
    segment = page.segment_of(one.start)
    place = one.end
    while page.form(place) in word_set("named_models.called"):
        place += 1
    called = place > one.end
    if page.form(place) not in _OPENS and not called:
        return []
    items: list[tuple[int, int, int]] = []
    place += not called
    while place < segment.end and len(items) < _MOST:
        item = _item(page, place, segment)
        if item is None:
            break
        items.append(item)
        place = item[2]
        if page.form(place) not in word_set("colours.between"):
            break
        while page.form(place) in word_set("colours.between"):
            place += 1
    counted = one.count is None or one.count == len(items)
    return items if len(items) > 1 and counted else []


def _item(page: Page, place: int, segment: Segment) -> tuple[int, int, int] | None:
    """Read an article, a name and what stands behind it up to the next comma."""
    place += page.form(place) in word_set("people.the")
    name = place
    while place < segment.end and place - name < _LONGEST and _is_name(page, place, name):
        place += 1
    if place == name or page.first(name, *KINDS, "people", "month", "media", "group", "chan"):
        return None
    end, depth = place, 0
    while end < segment.end:
        text = page.tokens[end].text
        depth += (text == "(") - (text == ")")
        if depth < 0 or (depth == 0 and page.form(end) in word_set("colours.between")):
            break
        end += 1
    rest = page.has(place, end, "col", "m") or end == place
    bare = end - place <= 1 or page.form(place) == "("
    return (name, place, end) if rest or bare else None


def _is_name(page: Page, place: int, first: int) -> bool:
    token = page.tokens[place]
    figure = token.text.isdecimal() and place > first
    capital = token.is_name and token.is_word
    german = page.languages[0] == "de" and page.form(place + 1) not in ("(", ",") and place == first
    return figure or (capital and not german)


def _model(page: Page, one: Found, start: int, stop: int, end: int) -> Found:
    name = page.words(start, stop)
    model = Found(start, end, one.noun, [name], said=f"{name} {one.noun}", material=one.material)
    tell(page, model, stop, end)
    return model
