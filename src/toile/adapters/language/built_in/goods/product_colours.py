"""Colours, materials and style names right behind a product: "in navy", "(sand, dove)"."""

from toile.adapters.language.built_in.goods.colour_lists import cloth_in, listed_colours
from toile.adapters.language.built_in.goods.name_told import (
    NAMING,
    ends_name,
    heads_shades,
    is_the_one,
    names_it,
    stands_alone,
)
from toile.adapters.language.built_in.goods.plain_colours import said_plainly
from toile.adapters.language.built_in.goods.product_lists import (
    KINDS,
    Found,
    names_behind,
    names_in,
    then_noun,
)
from toile.adapters.language.built_in.text.families import ROMANCE
from toile.adapters.language.built_in.text.lexicon import Span, word_set
from toile.adapters.language.built_in.text.page import Page, Segment
from toile.adapters.language.built_in.text.phrases import function_words
from toile.adapters.language.built_in.text.ratios import count_at


def take(page: Page, found: Found, span: Span) -> None:
    said = page.said(span)
    if span.kind == "col":
        found.colours.append(said)
    elif found.material is None:
        found.material = said


def _behind(page: Page, span: Span, segment: Segment, found: Found, skip: set[int]) -> int:
    """Return the place where colours begin: behind a style name, or plain words of the noun."""
    place = span.end
    token = page.tokens[place] if place < segment.end else None
    if token is None:
        return place
    listed = _counted_list(page, place, segment)
    if listed:
        found.count = found.count or listed[0]
        return listed[1]
    opened = page.form(place + 1) == "(" or heads_shades(page, span, place, segment)
    opened = opened or (page.form(place + 1) == "in" and page.languages[0] == "en")
    named = opened or (page.languages[0] in NAMING and not ends_name(page, place))
    named = named or stands_alone(page, place) or is_the_one(page, span, place)
    shaded = heads_shades(page, span, place, segment)
    if named and place not in skip and (shaded or names_it(page, place)):
        found.words.insert(0, token.text)
        found.said = f"{token.text} {found.said}"
        found.end = place + 1
        return place + 1
    if page.languages[0] not in ROMANCE:
        return place
    for here in range(place, min(segment.end, place + _PLAIN)):
        if page.first(here, "col", "m", "adj") or (page.form(here) == "(" and here > place):
            return here
        plain = page.tokens[here].is_word and not page.tokens[here].is_name
        if not plain or page.at[here].keys() - {"cue", "head", "mood", "framing", "role"}:
            break
        if page.form(here) in function_words() and page.form(here) not in _OF:
            break
    return place


def _counted_list(page: Page, place: int, segment: Segment) -> tuple[int, int] | None:
    """Read ", three of them:" in front of a list: the count and the place of the colon."""
    counted = count_at(page, place + 1) if page.form(place) == "," else None
    if counted is None:
        return None
    for here in range(counted[1], min(segment.end, counted[1] + 4)):
        if page.form(here) == ":":
            return counted[0], here
        if not page.tokens[here].is_word:
            return None
    return None


_PLAIN = 4
_OF = ("de", "di", "en", "in", "a", "d", "al", "alla", "aux", "au", "con", "avec")
_AND_IN = word_set("colours.between")
_IN = word_set("products.right")


def read_right(page: Page, span: Span, segment: Segment, found: Found, skip: set[int]) -> None:
    """Read colours and material behind the noun: "in navy", "oat", "(sand, dove)"."""
    place = _behind(page, span, segment, found, skip)
    behind = next((p for p in range(place, segment.end) if p not in skip), place)
    if page.form(behind) in (",", "in") and page.span_at(behind + 1, "col"):
        place = behind  # "Drover boots AW27, oxblood and black".
    if page.form(place) in word_set("products.right") | word_set("products.is"):
        place += 1
    place = _where_it_comes_in(page, place, segment)
    if _named_list(page, place, segment, found):
        return
    place = _apposed(page, place, segment, found)
    hue = page.span_at(place + 1, "col") if page.form(place) in _DASHES else None
    dashed = hue is not None and page.form(hue.end) == "/"  # "Brume coat – black / rust"
    listed = dashed or page.form(place) in ("(", ":")
    if listed and _bracketed(page, place, segment, found, place > span.end):
        return
    _loose(page, place + listed, segment, found, listed)
    if not found.colours and not listed:
        _bracket_behind(page, segment, found)
    if not found.colours and (found.material or found.shapes):
        _apposed(page, found.end, segment, found)
    if not found.colours:
        said_plainly(page, segment, found)


def _where_it_comes_in(page: Page, place: int, segment: Segment) -> int:
    """Return the colour of "the jug, which only comes in moss", else the place itself."""
    here = place + (page.form(place) == ",")
    verb = False
    while here < min(segment.end, place + _COMES) and page.form(here) in word_set("products.comes"):
        verb = verb or page.form(here) in word_set("products.come_verbs")
        here += 1
    return here if verb and page.span_at(here, "col") else place


_COMES = 6


def _named_list(page: Page, place: int, segment: Segment, found: Found) -> bool:
    """Read "five gowns, Aster, Briar ..." and what holds for all of them."""
    if not found.count or found.count < 2 or page.form(place) not in (",", ":", "-", "–", "—", "("):
        return False
    found.names, after = names_behind(page, place + 1, segment, found.count)
    if found.names:
        _read_all(page, after, segment, found)
    return bool(found.names)


def _bracketed(page: Page, place: int, segment: Segment, found: Found, named: bool) -> bool:
    """Read the names or the colours of a bracket or of a list; whether it held colours."""
    found.names = names_in(page, place + 1, segment, found.count)
    if found.names:
        return False
    colours, after = listed_colours(page, place, segment, found.count, named)
    if colours or named:
        found.material = found.material or cloth_in(page, place, segment)
    if colours:
        found.colours += colours
        found.end = min(after, segment.end)  # The bracket may never close.
    return bool(colours)


def _bracket_behind(page: Page, segment: Segment, found: Found) -> None:
    """Read the colours of a bracket behind cloth or plain words: "aus Lammleder (Schwarz)"."""
    for place in range(found.end, min(segment.end, found.end + _PLAIN)):
        if page.form(place) == "(":
            if page.span_at(place + 1, "col"):
                _bracketed(page, place, segment, found, named=False)
            return
        if not page.tokens[place].is_word or page.first(place, *KINDS, "col", "media", "people"):
            return


def _loose(page: Page, place: int, segment: Segment, found: Found, listed: bool) -> None:
    """Read colours, shapes and cloth one after the other, joined by small words."""
    while place < segment.end:
        shape = page.span_at(place, "adj")
        inner = _inner(page, place) or _worked_cloth(page, place)
        if shape and page.languages[0] != "en" and not inner:
            found.shapes.append(shape.name)
            found.end = place = shape.end
        elif inner and not page.first(inner.end, *KINDS):
            take(page, found, inner)
            found.end = place = inner.end
        else:
            step = _step(page, place, found, listed)
            if not step:
                return
            place += step


def _worked_cloth(page: Page, place: int) -> Span | None:
    """Return the cloth of "in waxed canvas": a plain word before it says how it was worked."""
    cloth = page.span_at(place + 1, "m") if page.form(place - 1) in _IN else None
    plain = cloth is not None and page.tokens[place].is_word and not page.at[place]
    if cloth is None or not plain or page.form(place) in function_words():
        return None
    return Span(place, cloth.end, "m", cloth.name)


def _step(page: Page, place: int, found: Found, listed: bool) -> int:
    """Return how many small words lead on to a further colour, 0 where none follows."""
    form = page.form(place)
    then = _then(page, place) if found.colours else 0
    if then:
        return then
    joined = form in word_set("products.right.2") and found.colours
    if joined and page.first(place + 1, "col") and not then_noun(page, place + 1):
        return 1
    if form in _AND_IN and page.form(place + 1) in _IN and found.colours:
        return 2  # "in crystal and in honey"
    loose = page.languages[0] in ROMANCE and found.material and not found.colours
    if (
        loose
        and page.span_at(place + 1, "col")
        and page.tokens[place].is_word
        and not page.at[place]
    ):
        return 1  # "en cuir grainé rouge"
    next_one = page.first(place + 1, "col", "m") or _worked_cloth(page, place + 1)
    if form in _IN and next_one and not page.first(place + 1, *KINDS):
        return 1
    return int(listed and (count_at(page, place) is not None or form in ("of", "them", ":")))


def _then(page: Page, place: int) -> int:
    """Return how many words lead to the colour that comes next: ", then in rust"."""
    here = place
    while page.form(here) in _AND_IN:
        here += 1
    if page.form(here) not in word_set("shares.then"):
        return 0
    here += 1 + (page.form(here + 1) in _IN)
    cloth = page.span_at(here, "m")
    hue = page.span_at(cloth.end if cloth else here, "col")
    return here - place if hue and not then_noun(page, hue.end) else 0


def _inner(page: Page, place: int) -> Span | None:
    """Return the colour or cloth at a place; "cuoio" before a colour is the cloth."""
    hue, cloth = page.span_at(place, "col"), page.span_at(place, "m")
    if hue and cloth and hue.end == cloth.end and page.span_at(hue.end, "col"):
        return cloth
    return page.first(place, "col", "m")


def _read_all(page: Page, place: int, segment: Segment, found: Found) -> None:
    """Read what holds for all names of a list: ", all silk crêpe in ivory"."""
    found.end = place
    while place < segment.end:
        inner = page.first(place, "col", "m")
        if inner:
            take(page, found, inner)
            found.end = place = inner.end
        elif page.tokens[place].is_name or page.first(place, *KINDS, "media", "people", "s"):
            return
        else:
            place += 1


def _apposed(page: Page, place: int, segment: Segment, found: Found) -> int:
    """Read "derby, black, brushed calf": clauses of nothing but colour and cloth behind a comma."""
    while page.form(place) == "," and place + 1 < segment.end:
        end = next(
            (p for p in range(place + 1, segment.end) if page.tokens[p].text in _ENDS), segment.end
        )
        spans = page.spans(place + 1, end, "col", "m")
        covered = sum(s.end - s.start for s in spans)
        loose = sum(page.form(p) not in _SMALL for p in range(place + 1, end)) - covered
        cloth = any(s.kind == "m" for s in spans)
        coloured = bool(found.colours) and any(s.kind == "col" for s in spans)
        if not spans or loose > cloth or coloured or _is_else(page, place + 1, end, spans):
            return place
        for span in spans:
            take(page, found, span)
        found.end = place = end
    return place


def _is_else(page: Page, start: int, end: int, spans: list[Span]) -> bool:
    """Whether a clause of colours names a thing, too: "cream" in "cream silk" is none."""
    longer = {s.start: s.end for s in spans}
    things = page.spans(start, end, *KINDS, "media", "s", "p")
    inner = {place for s in spans for place in range(s.start + 1, s.end)}
    return any(
        longer.get(t.start, 0) <= t.end and t.start not in inner
        for t in things
        if t.kind in KINDS or t.start not in longer
    )


_DASHES = frozenset("-–—")
_ENDS = frozenset(",;:()|+")
_SMALL = _AND_IN | _IN
