"""Things that no list knows beside products in a list: "Tarn tote (tan), Tarn mini (oxblood)".

A part of a list is a product too where it opens with a name and ends in its colours, or stands
between two products; under a heading for products the first one counts as well.
"""

from dataclasses import dataclass

from toile.adapters.language.built_in.countries import countries
from toile.adapters.language.built_in.goods.product_lists import KINDS, Found, merge
from toile.adapters.language.built_in.goods.told_colours import tell
from toile.adapters.language.built_in.goods.variant_items import ELSEWHERE, chunks
from toile.adapters.language.built_in.text.lexicon import word_set
from toile.adapters.language.built_in.text.page import Page, Segment
from toile.adapters.language.built_in.text.phrases import everyday_words, inside

_LONGEST = 4
_OTHER = (*ELSEWHERE, *KINDS, "light", "s", "set", "mood", "look", "hmu", "aspect", "pose", "cue")
_IN = frozenset(("in", "i", "en"))


@dataclass(frozen=True, slots=True)
class _Part:
    """A part of a list: its own words from ``start`` to ``stop``, its colours up to ``end``."""

    start: int
    stop: int
    end: int
    named: bool


def coloured_neighbours(
    page: Page,
    segment: Segment,
    found: list[Found],
    negations: list[tuple[int, int]],
    skip: set[int],
) -> None:
    """Add the parts of a list that are products by what stands around them."""
    label = page.labels.get(segment.start)
    start = label.start if label else segment.start
    parts = chunks(page, start, segment.end)
    styles = {word for one in found for word in one.words if word[:1].isupper()}
    known = [any(f.start < end and begin < f.end for f in found) for begin, end in parts]
    own = [
        None if known[i] or inside(begin, negations) else _part(page, begin, end, skip, styles)
        for i, (begin, end) in enumerate(parts)
    ]
    headed = label is not None and label.field == "products" and _run(own) > 1
    for index, part in enumerate(own):
        if part is None:
            continue
        before = index > 0 and known[index - 1]
        behind = _known_behind(known, own, index)
        if (part.named and (before or behind or headed)) or (before and behind):
            known[index] = True
            merge(found, _found(page, part, found))


def _run(own: list[_Part | None]) -> int:
    """Return how many parts have names and colours."""
    return sum(part is not None and part.named for part in own)


def _known_behind(known: list[bool], own: list[_Part | None], index: int) -> bool:
    """Whether a product follows, with nothing but parts of the same sort between."""
    for place in range(index + 1, len(known)):
        if known[place]:
            return True
        if own[place] is None:
            return False
    return False


def stop_of_known(page: Page, begin: int, end: int, styles: set[str]) -> int | None:
    """Return where "in butter" begins behind a name that products have: "mini Fen in butter"."""
    led = next((p for p in range(begin + 2, end - 1) if page.form(p) in _IN), None)
    if led is None or led + 2 != end or page.tokens[led - 1].text not in styles:
        return None
    return None if page.has(led, end, *ELSEWHERE, *KINDS) else led


def _part(page: Page, begin: int, end: int, skip: set[int], styles: set[str]) -> _Part | None:
    while begin < end and page.form(begin) in word_set("variants.leads"):
        begin += 1
    again = stop_of_known(page, begin, end, styles)
    stop = again or next((p for p in range(begin + 1, end) if _opens_colours(page, p)), end)
    coloured = again is not None or page.has(stop, end, "col", "m")
    if not 0 < stop - begin <= _LONGEST or stop == end or not coloured:
        return None
    tokens = [page.tokens[p] for p in range(begin, stop)]
    plain = all(t.is_word or (t.text.isdecimal() and i) for i, t in enumerate(tokens))
    small = any(t.form in everyday_words() for t in tokens)
    told = word_set("colours.shades") | word_set("goods.made_so")  # "all hand-blown, in smoke"
    small = small or tokens[-1].form in told
    taken = any(p in skip for p in range(begin, stop)) or bool(countries(page, begin, stop))
    if not plain or small or taken or page.has(begin, stop, *_OTHER, "col", "m"):
        return None
    others = () if page.form(stop) == "(" or again else (*KINDS, "light", "s")
    if page.has(stop, end, *ELSEWHERE, *others):
        return None
    first = tokens[0]
    german = page.languages[0] == "de" and bool(page.at[begin])
    return _Part(begin, stop, end, again is not None or (first.is_name and not german))


def _opens_colours(page: Page, place: int) -> bool:
    """Whether colours begin here: "(tan", "in nude", "burgundy"."""
    if page.form(place) == "(":
        close = next((p for p in range(place, len(page.tokens)) if page.form(p) == ")"), place)
        return page.has(place + 1, close, "col", "m")
    if page.form(place) in _IN:
        return page.first(place + 1, "col", "m") is not None
    return page.span_at(place, "col") is not None


def _found(page: Page, part: _Part, found: list[Found]) -> Found:
    """Return a part as a product: a bare name is of the noun of the products before it."""
    said = page.words(part.start, part.stop)
    last = page.tokens[part.stop - 1]
    bare = last.is_name or last.text.isdecimal()
    noun = _noun(page, found, part.start) if bare and part.named else last.text.lower()
    one = Found(part.start, part.end, noun, [], said=f"{said} {noun}".strip() if bare else said)
    one.words = [page.words(part.start, part.stop - (not bare))] if part.named else []
    tell(page, one, part.stop, part.end)
    if not one.colours and page.form(part.stop) in _IN:
        one.colours.append(page.words(part.stop + 1, part.end).lower())
    return one


def _noun(page: Page, found: list[Found], place: int) -> str:
    """Return what a bare name is: what stood before it, else what the house makes."""
    before = [f for f in found if f.start < place] or found
    eyewear = any(token.form in word_set("products.eyewear") for token in page.tokens)
    return before[-1].noun if before else "glasses" if eyewear else "style"
