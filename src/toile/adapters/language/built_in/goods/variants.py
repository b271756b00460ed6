"""What a counted head spells out: styles by name, pieces, or the colours of one product.

"Two styles, the Otto (penny, oxblood) and the Fern (tassel)", "three washes raw mid blue and bone",
"three pieces: drop earrings, choker, signet with a seed pearl".
"""

from toile.adapters.language.built_in.goods.product_colours import take
from toile.adapters.language.built_in.goods.product_lists import KINDS, Found
from toile.adapters.language.built_in.goods.told_colours import tell
from toile.adapters.language.built_in.goods.variant_heads import Head, heads
from toile.adapters.language.built_in.goods.variant_items import (
    ELSEWHERE,
    Item,
    all_colours,
    is_one,
    list_items,
)
from toile.adapters.language.built_in.text.lexicon import Span, word_set
from toile.adapters.language.built_in.text.page import Page
from toile.adapters.language.built_in.text.phrases import function_words, in_english

_FARTHEST = 8


def spelt_out(page: Page, found: list[Found], skip: set[int]) -> list[Found]:
    """Return the products, those that counted lists spell out in place of their general nouns."""
    for segment in page.live():
        if page.label(segment) in word_set("products.other_labels"):
            continue
        for head in heads(page, segment):
            items = list_items(page, head, segment, skip)
            if items:
                found = _with(page, found, head, items)
                break
    return list({(f.start, f.end, f.said): f for f in found}.values())


def listed_names(page: Page) -> set[int]:
    """Return the tokens of the names that counted lists spell out: none of them is the house."""
    return {
        place
        for segment in page.live()
        for head in heads(page, segment)
        for item in list_items(page, head, segment, set())
        for place in range(*item.name)
    }


def _with(page: Page, found: list[Found], head: Head, items: list[Item]) -> list[Found]:
    if head.kind == "colour" or all_colours(page, items):
        return _coloured(page, found, head, items)
    last = items[-1].end
    noun, said = _noun(found, head)
    own = [_of_found(found, item) or _found(page, item, noun, said) for item in items]
    _read_tail(page, last, own)
    material = _material(page, head)
    own = [one for i, one in enumerate(own) if one not in own[:i]]
    for one in own:
        one.material = one.material or material
        one.listed, one.sort = True, head.noun or noun
    kept = [
        f
        for f in found
        if f.noun != noun and f not in own and _stays(page, f, head.start, last, noun)
    ]
    return sorted([*own, *kept], key=lambda f: f.start)


def _sums_up(one: Found, noun: str) -> bool:
    """Whether a bare noun before the list only says what its items are: "wedding dresses"."""
    bare = not (one.colours or one.material or one.words or one.count)
    return bare and one.noun.split()[-1] == noun.split()[-1]


def _read_tail(page: Page, place: int, own: list[Found]) -> None:
    """Read what holds for all of a list: "- in recycled gold", ", both in camel"."""
    while page.form(place) in (",", ")", "-", "–", "—", *word_set("colourways.all")):
        place += 1
    if page.form(place) not in word_set("products.right"):
        return
    spans = page.spans(place, min(place + _FARTHEST, page.segment_of(place).end), "col", "m")
    for one in own:
        bare = not one.colours
        for span in spans:
            if span.kind == "m" or bare:
                take(page, one, span)


def _of_found(found: list[Found], item: Item) -> Found | None:
    """Return the product that was read where a piece without a name stands."""
    if item.name[0] < item.name[1]:
        return None
    return next((f for f in found if f.start < item.end and item.start < f.end), None)


def _stays(page: Page, one: Found, start: int, end: int, noun: str) -> bool:
    """Whether a product stands beside a counted list: before it, or in its own sentence.

    What comes in a later sentence only dresses the picture: "black roll neck and nothing else".
    """
    if one.end <= start and _sums_up(one, noun):
        return False
    beside = one.end <= start or end <= one.start < page.segment_of(start).end
    return beside or bool(one.count)


def _material(page: Page, head: Head) -> str | None:
    """Return the cloth that stands between the head and its list and holds for all of it."""
    cloth = page.spans(head.start, head.opens, "m")
    if not cloth:
        return None
    english = page.languages[0] == "en"
    return page.words(cloth[0].start, cloth[0].end).lower() if english else cloth[0].name


def _noun(found: list[Found], head: Head) -> tuple[str, str]:
    """Return what all items are: the noun of the head, else the product named last before."""
    before = [f for f in found if f.start < head.start]
    worn = bool(before) and before[-1].noun in ("glasses", "sunglasses", "goggles", "readers")
    if head.noun and not (head.noun == "frame" and worn):
        return head.noun, single(head.said)
    before = before or [f for f in found if f.start < head.opens] or found
    if not before:
        return "style", "style"
    said = before[-1].said
    for name in before[-1].words:  # "three fits of the jean: Straight, ..., Barrel"
        said = said.removeprefix(name).strip()
    return before[-1].noun, single(said or before[-1].said)


def single(said: str) -> str:
    """Return one of several: "loafers" is "loafer", "glasses" stay."""
    plural = said.endswith("s") and not said.endswith(("ss", "sses", "jeans", "trousers", "shorts"))
    return said[:-1] if plural else said


def _coloured(page: Page, found: list[Found], head: Head, items: list[Item]) -> list[Found]:
    """Give the product that a list of colours is of those colours."""
    before = [f for f in found if f.start < head.opens] or found
    owner = max(before, key=lambda f: (f.noun == head.noun, f.start), default=None)
    if owner is None or len(owner.colours) == head.count:
        return found
    owner.colours = [_colour(page, item.start, item.end) for item in items]
    last = items[-1].end
    return [f for f in found if f is owner or not _only_named(page, f, head.start, last)]


def _only_named(page: Page, one: Found, start: int, end: int) -> bool:
    """Whether a noun lies in the list, or tells behind it of what is known: "the cardigan"."""
    within = start <= one.start < end
    later = one.start >= page.segment_of(start).end
    bare = not (one.colours or one.material or one.words or one.count)
    return within or (later and bare and page.form(one.start - 1) in word_set("people.the"))


def _colour(page: Page, start: int, end: int) -> str:
    span = page.span_at(start, "col")
    if page.languages[0] == "en":
        return page.words(start, end).lower()
    return span.name if span and span.end == end else in_english(page, start, end).lower()


def _found(page: Page, item: Item, noun: str, said: str) -> Found:
    name = page.words(*item.name)
    own = [
        s
        for s in page.spans(item.start, item.end, *KINDS, "col")
        if s.kind != "col" and _is_thing(page, s, item)
    ]
    if not name:
        return _piece(page, item, own, noun)
    english = page.languages[0] == "en"
    if own:
        noun = own[0].name
        said = page.words(own[0].start, own[0].end) if english else noun
    one = Found(item.start, item.end, noun, [name], said=f"{name} {said or noun}".strip())
    tell(page, one, item.name[1], item.end)
    if not one.colours:
        one.colours = _unknown_colours(page, item.name[1], item.end)
    return one


def _is_thing(page: Page, span: Span, item: Item) -> bool:
    """Whether a noun says what an item is: no part of its name, no cloth, no "double buckle"."""
    named = item.name[0] <= span.start < item.name[1]
    handle = page.form(span.start) in word_set("products.is_other") and span.end < item.end
    part = handle and page.tokens[span.end].is_word and not page.first(span.end, "col", "m")
    hue = item.name[0] < item.name[1] and page.span_at(span.start, "col") is not None
    cloth = hue or page.span_at(span.start, "m") is not None
    return not (named or part or cloth or page.form(span.start - 1) in _WITH)


_WITH = ("with", "con", "avec", "mit", "med")


def _told(page: Page, start: int, end: int) -> list[Span]:
    """Return the colours and cloths of a stretch."""
    spans = page.spans(start, end, "col", "m")
    return [s for s in spans if not page.first(s.start, *KINDS) or s.kind == "m"]


def _piece(page: Page, item: Item, own: list[Span], noun: str) -> Found:
    """Return a piece that has no name: its words up to "in", "with" or a bracket."""
    stop = next(
        (p for p in range(item.start + 1, item.end) if page.form(p) in word_set("variants.ends")),
        item.end,
    )
    english = page.languages[0] == "en"
    kept = [
        page.tokens[p].text
        for p in range(item.start, stop)
        if not (s := page.span_at(p, "col")) or s.end > stop
    ]
    said = " ".join(kept) if english else in_english(page, item.start, stop)
    if not own and noun and is_one(page, item):
        said = f"{said.removesuffix('ones').removesuffix('one').strip()} {noun}".strip()
    one = Found(item.start, item.end, own[0].name if own else noun, [], said=said)
    if not own:
        one.noun, one.words = said, []
    for span in _told(page, item.start, item.end):
        if not (english and span.kind == "m" and span.start < stop):
            take(page, one, span)
    return one


def _unknown_colours(page: Page, start: int, end: int) -> list[str]:
    """Read "in fog": a word behind "in" that no list knows is the colour of a style."""
    for place in range(start, end - 1):
        if page.form(place) in word_set("shared.in") and page.tokens[place + 1].is_word:
            stop = place + 2
            known = page.first(place + 1, *KINDS, *ELSEWHERE, "s", "light")
            if known is None and page.form(place + 1) not in function_words():
                return [_colour(page, place + 1, stop)]
    return []
