"""Styles by name in running text: "gowns Ines (ivory) and Paloma (chalk)", "la Cicala naturale".

A name counts as a style where its noun, an article or "called" leads to it and a colour, a cloth
or a bracket with one follows; names joined to it by a comma or "and" follow suit.
"""

from dataclasses import dataclass

from toile.adapters.language.built_in.countries import countries
from toile.adapters.language.built_in.goods.product_lists import KINDS, Found
from toile.adapters.language.built_in.goods.told_colours import tell
from toile.adapters.language.built_in.goods.variants import single
from toile.adapters.language.built_in.text.lexicon import Span, word_set
from toile.adapters.language.built_in.text.page import Page, Segment
from toile.adapters.language.built_in.text.phrases import function_words, inside

_LONGEST = 2
_NEAR = 3
_FARTHEST = 10
_CLOSES = frozenset(",;:().-–—")
_IN = frozenset(("in", "i", "en", "aus", "and", "et", "e", "y", "und", "och"))
_QUOTES = '"“”„«»'
_ELSE = ("people", "month", "season", "group", "chan", "media", "weekday", "twin", "n", "hmu")
_SMALL = frozenset(", in en i and et e y och und & / only nur solo seul both the or".split())


@dataclass(frozen=True, slots=True)
class _Style:
    """A name with the noun that leads to it, none where only an article does.

    ``said`` is the noun as an English text has it; ``apposed``: "a card case, the Finch".
    """

    start: int
    end: int
    stop: int
    noun: str
    said: str = ""
    apposed: bool = False


def named_styles(
    page: Page, found: list[Found], negations: list[tuple[int, int]], skip: set[int]
) -> list[Found]:
    """Return the products, with the styles that running text names in place of their nouns."""
    if not found or any(one.listed for one in found) or any(q in page.text for q in _QUOTES):
        return found
    styles = [s for segment in page.live() for s in _styles(page, segment, skip)]
    styles = [s for s in styles if not inside(s.start, negations)]
    alone = len(styles) == 1 and not styles[0].apposed
    if alone and (styles[0].stop == styles[0].end or not styles[0].noun):
        return _one_name(page, found, styles[0])
    own = [_found(page, style, found) for style in styles]
    if not own:
        return found
    nouns = {one.noun for one in own}
    spots = [(style.start, style.stop) for style in styles]
    rest = [f for f in found if not _is_told(f, nouns, spots)]
    return sorted([*own, *rest], key=lambda one: one.start)


def _one_name(page: Page, found: list[Found], style: _Style) -> list[Found]:
    """Give the one product of a brief the name it is called by: "the jeans, called the Porter"."""
    name = page.words(style.start, style.end)
    if style.stop == style.end and len({one.noun for one in found}) == 1:
        for one in found:
            one.words = [name, *one.words]
            one.said = f"{name} {one.said}"
            one.listed = True
    return found


def _is_told(one: Found, nouns: set[str], spots: list[tuple[int, int]]) -> bool:
    within = any(start < one.end and one.start < stop for start, stop in spots)
    return within or (one.noun in nouns and not one.colours)


def _styles(page: Page, segment: Segment, skip: set[int]) -> list[_Style]:
    if page.label(segment) in word_set("products.other_labels"):
        return []
    found: list[_Style] = []
    place = segment.start
    while place < segment.end:
        style = _style(page, place, segment, found[-1] if found else None, skip)
        if style:
            found.append(style)
        place = style.stop if style else place + 1
    return found


def _style(
    page: Page, place: int, segment: Segment, last: _Style | None, skip: set[int]
) -> _Style | None:
    end = _name_end(page, place, segment)
    if end == place or place in skip or not _may_name(page, place, end):
        return None
    before = page.form(place - 1) if place > segment.start else ""
    led = before in word_set("coloured_names.the") | {"den", "lo"}
    called = page.form(place - 1 - led) in word_set("named_models.called")
    lead = before in word_set("style_names.leads") | {"style", "stil"}
    noun = _noun_before(page, place - lead, segment)
    if lead and noun is None:  # "Watches by Tannert, model Ostwind in steel".
        noun = next(reversed(page.spans(segment.start, place - 1, *KINDS)), None)
    called = called or (lead and noun is not None)
    apposed = _apposed(page, place, end, segment) if led and noun is None else None
    chained = last is not None and _joins(page, last.stop, place)
    stop = _told(page, end, segment)
    said = noun.name if noun else last.noun if chained and last else ""
    if called and noun is None and not page.has(segment.start, place, *KINDS):
        return None
    if apposed and not called:
        english = page.languages[0] == "en"
        word = page.words(apposed.start, apposed.end).lower() if english else apposed.name
        return _Style(place, end, stop, apposed.name, word, apposed=True)
    if called or (stop > end and (noun or led or chained)):
        english = noun is not None and page.languages[0] == "en"
        word = page.words(noun.start, noun.end).lower() if noun and english else ""
        return _Style(place, end, stop, said, word)
    return None


def _apposed(page: Page, place: int, end: int, segment: Segment) -> Span | None:
    """Return the noun of "a card case, the Finch": what the clause before it names."""
    closed = end >= segment.end or page.form(end) in _CLOSES or page.form(end) in _IN
    if page.form(place - 2) != "," or not closed:
        return None
    start = max(segment.start, place - _FARTHEST)
    inner = next((p for p in range(place - 3, start, -1) if page.form(p) in ",;:("), start)
    return next(reversed(page.spans(inner, place - 2, *KINDS)), None)


def _noun_before(page: Page, place: int, segment: Segment) -> Span | None:
    """Return the noun that ends right before a place."""
    spans = page.spans(max(segment.start, place - _NEAR), place, *KINDS)
    return next((s for s in spans if s.end == place), None)


def _joins(page: Page, start: int, place: int) -> bool:
    """Whether only "and", a comma or an article stands between two names."""
    between = [page.form(p) for p in range(start, place)]
    joins = word_set("colours.between") | word_set("people.the") | {"plus", "also"}
    return 0 < len(between) <= 3 and all(form in joins for form in between)


def _name_end(page: Page, place: int, segment: Segment) -> int:
    end = place
    while end < segment.end and end - place < _LONGEST:
        token = page.tokens[end]
        figure = end > place and token.text.isdecimal() and len(token.text) <= 2
        if not ((token.is_name and token.is_word and not page.first(end, *KINDS, "col")) or figure):
            break
        end += 1
    return end


def _may_name(page: Page, place: int, end: int) -> bool:
    """Whether a capital can be a style: no country, person, month, and no noun of German."""
    if page.has(place, end, *_ELSE) or countries(page, place, end):
        return False
    plain = page.form(place) in function_words() | word_set("names.common")
    return not plain and not (page.languages[0] == "de" and page.at[place])


def _told(page: Page, end: int, segment: Segment) -> int:
    """Return the end of the colours and cloths behind a name, the name's own end where none is."""
    place = stop = end
    if page.form(place) == "(":
        close = next((p for p in range(place, segment.end) if page.form(p) == ")"), place)
        inner = page.has(place + 1, close, "col", "m", *KINDS)
        place = stop = close + 1 if inner else end
    thing = _said_to_be(page, end)
    place = stop = thing.end if thing else stop
    while place < segment.end:
        span, light = page.first(place, "col", "m"), page.span_at(place, "light")
        if span and light and light.end > span.end:
            break  # "blue hour"
        if span and not page.first(span.end, *KINDS):
            place = stop = span.end
        elif page.form(place) in _SMALL or _is_shade(page, place):
            place += 1
        else:
            break
    return stop


def _said_to_be(page: Page, end: int) -> Span | None:
    """Return the noun of "the Marais, a reversible cape"."""
    if page.form(end) != "," or page.form(end + 1) not in word_set("products.article"):
        return None
    return next((s for p in (end + 2, end + 3) if (s := page.first(p, *KINDS))), None)


def _is_shade(page: Page, place: int) -> bool:
    """Whether a plain word goes with the colour behind it: "signal yellow", "storm blue"."""
    plain = page.tokens[place].is_word and not page.at[place] and not page.tokens[place].is_name
    colour = page.span_at(place + 1, "col") if place + 1 < len(page.tokens) else None
    return bool(plain and colour) and page.form(place) not in function_words()


def _found(page: Page, style: _Style, found: list[Found]) -> Found:
    name = page.words(style.start, style.end)
    own = [
        s for s in page.spans(style.end, style.stop, *KINDS) if not page.first(s.start, "col", "m")
    ]
    noun, said = style.noun, style.said or style.noun
    if own:
        noun, said = own[0].name, page.words(own[0].start, own[0].end)
    elif not noun:
        before = [f for f in found if f.start <= style.start] or found
        noun = said = before[-1].noun
    said = single(said) if page.languages[0] == "en" else noun
    one = Found(style.start, style.stop, noun, [name], said=f"{name} {said}", listed=True)
    tell(page, one, style.end, style.stop)
    return _read_on(one, found)


def _read_on(one: Found, found: list[Found]) -> Found:
    """Take over the colours of a product that was read further: "in tan, then in sage"."""
    further = (f for f in found if f.start < one.end < f.end and f.noun == one.noun and f.colours)
    known = next(further, None)
    if known:
        one.colours, one.end = list(known.colours), known.end
        one.material = known.material or one.material
    return one
