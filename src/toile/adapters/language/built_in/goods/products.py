"""The hero products: nouns of the wardrobe with their own words, colours and material."""

import itertools

from toile.adapters.language.built_in.goods.claimed_words import is_claimed
from toile.adapters.language.built_in.goods.coloured_neighbours import coloured_neighbours
from toile.adapters.language.built_in.goods.colourways import add_colourways
from toile.adapters.language.built_in.goods.each_in_both import each_in_both
from toile.adapters.language.built_in.goods.labelled_lists import labelled_list
from toile.adapters.language.built_in.goods.left_edges import NOT_BEFORE, left_edge
from toile.adapters.language.built_in.goods.left_out import without_dropped
from toile.adapters.language.built_in.goods.listed_goods import listed_good
from toile.adapters.language.built_in.goods.model_lists import model_lists
from toile.adapters.language.built_in.goods.name_told import names_it
from toile.adapters.language.built_in.goods.named_kin import named_kin
from toile.adapters.language.built_in.goods.named_models import named_models
from toile.adapters.language.built_in.goods.named_styles import named_styles
from toile.adapters.language.built_in.goods.parallel_colours import (
    add_parallel_colours,
    add_shared_colours,
)
from toile.adapters.language.built_in.goods.product_colours import read_right, take
from toile.adapters.language.built_in.goods.product_lists import (
    KINDS,
    Found,
    keep,
    merge,
    without_general,
)
from toile.adapters.language.built_in.goods.product_siblings import siblings
from toile.adapters.language.built_in.goods.trimmings import is_adjective, is_permitted, is_trimming
from toile.adapters.language.built_in.goods.variants import spelt_out
from toile.adapters.language.built_in.text.close_ups import is_seen_close
from toile.adapters.language.built_in.text.eyewear import is_of_eyewear
from toile.adapters.language.built_in.text.labelled import is_prop_talk
from toile.adapters.language.built_in.text.lexicon import Span, word_set
from toile.adapters.language.built_in.text.of_each import is_of_each
from toile.adapters.language.built_in.text.page import Page, Segment
from toile.adapters.language.built_in.text.phrases import clauses, function_words, inside
from toile.adapters.language.built_in.text.ratios import count_at


def read_products(page: Page, negations: list[tuple[int, int]], skip: set[int]) -> list[Found]:
    """Return the products in order of mention; a noun named again adds nothing."""
    found: list[Found] = []
    for segment in page.live():
        if page.label(segment) in _OTHER_LABELS or _is_borrowed(page, segment):
            continue
        if is_prop_talk(page, segment):
            continue
        row = labelled_list(page, segment)
        if row:
            found += row
            continue
        claimed = segment.start
        for span in page.spans(segment.start, segment.end, *KINDS):
            if inside(span.start, negations) or span.start in skip or span.start < claimed:
                continue
            if _is_no_good(page, span, segment):
                continue
            if _is_worn(page, span, segment, found):
                continue
            product = _read(page, span, segment, skip)
            product.of_house = _tells_of_house(page, segment, product.start)
            claimed = product.end
            keep(page, found, product)
        siblings(page, segment, found, negations, skip)
        coloured_neighbours(page, segment, found, negations, skip)
        listed = listed_good(page, segment, found)
        if listed and not inside(listed.start, negations):
            merge(found, listed)
    found = spelt_out(page, named_models(page, model_lists(page, found)), skip)
    found = named_kin(page, named_styles(page, found, negations, skip))
    add_colourways(page, found)
    add_parallel_colours(page, found)
    add_shared_colours(page, found)
    each_in_both(page, found)
    asked = [one for one in found if not one.of_house] or found
    return without_general(page, without_dropped(page, asked))


def _is_no_good(page: Page, span: Span, segment: Segment) -> bool:
    """Whether a noun sells nothing here: counted by it, in a label, denied, or no thing."""
    each = is_of_each(page, span.start)  # "Five a gown".
    each = each or is_adjective(page, span)
    if each or span.start < _first(page, segment) or _denied_behind(page, span):
        return True
    return _is_other(page, span, segment) or _is_in_a_picture(page, span, segment)


def _is_worn(page: Page, span: Span, segment: Segment, found: list[Found]) -> bool:
    """Whether a thing only dresses the people of a sentence: products were named before."""
    label = page.label(segment)
    if label == "products" or not any(one.start < segment.start for one in found):
        return False
    people = [
        p
        for p in page.spans(segment.start, span.start, "people")
        if p.name in word_set("people.genders")
    ]
    known = any(one.noun.split()[-1] == span.name.split()[-1] for one in found)
    return not known and (bool(people) or label == "talent")


def _first(page: Page, segment: Segment) -> int:
    """Return the first token behind the label of a segment."""
    label = page.labels.get(segment.start)
    return label.start if label else segment.start


def _tells_of_house(page: Page, segment: Segment, place: int) -> bool:
    """Whether a sentence says what the house makes: "We make hats, but this time a poncho"."""
    forms = [page.form(p) for p in range(segment.start, segment.end)]
    if not word_set("products.but").isdisjoint(forms[: max(0, place - segment.start)]):
        return False
    we = any(form in word_set("musts.we") for form in forms[:4])
    verbs = word_set("products.house_verbs")
    pairs = itertools.pairwise(forms)
    if any(one in word_set("musts.we") and two in verbs for one, two in pairs):
        return True
    return any(form in verbs for form in forms[:5]) and (
        we or page.languages[0] not in ("en", "de")
    )


_OTHER_LABELS = word_set("products.other_labels")


def _is_borrowed(page: Page, segment: Segment) -> bool:
    """Whether a sentence tells of somebody else's thing."""
    return page.has(segment.start, segment.end, "third") and any(
        s.name == "whose" for s in page.spans(segment.start, segment.end, "third")
    )


def _is_in_a_picture(page: Page, span: Span, segment: Segment) -> bool:
    """Whether a thing only stands in the name of a known picture: "his White Shirts picture"."""
    return any(
        start <= span.start < end and page.has(start, span.start, "photo")
        for start, end in clauses(page, segment)
    )


def _denied_behind(page: Page, span: Span) -> bool:
    """Whether "hats not in until February" says that the noun is not there."""
    near = any(
        s.name == "no" and page.form(s.start) in word_set("products.not")
        for s in page.spans(span.end, span.end + 2, "neg")
    )
    gone = any(
        page.form(s.end) in word_set("products.gone")
        for s in page.spans(span.end, min(span.end + 5, len(page.tokens)), "neg")
    )
    return near or gone


def _is_other(page: Page, span: Span, segment: Segment) -> bool:
    """Whether the noun is no product here: a body word, part of a longer noun, a brand, a verb."""
    after = page.first(span.end, *KINDS, "media", "chan")
    if after and after.kind in KINDS and not names_it(page, span.end):
        return True
    if _is_a_colour(page, span):
        return True
    if page.form(span.start) in word_set("products.frames") and not is_of_eyewear(page):
        return True
    if is_trimming(page, span) or is_permitted(page, span) or _is_no_noun(page, span):
        return True
    word = page.form(span.start)
    people = page.span_at(span.start, "people")
    if people and people.end == span.end and count_at(page, span.start - 1):
        return not page.has(span.end, min(span.end + 3, segment.end), "col", "m")
    if is_claimed(page, span) or is_seen_close(page, span):
        return True
    if word == "uhr" and page.tokens[span.start - 1].text[:1].isdecimal():
        return True
    if page.form(span.start - 1) in word_set("products.of_others"):
        return True
    if longer := page.first(span.start, "hmu", "light", "look", "framing", "nobody"):
        return longer.end >= span.end and longer.end - longer.start > 1
    return word in word_set("products.is_other") and _is_also_a_word(page, span, segment)


def _is_no_noun(page: Page, span: Span) -> bool:
    """Whether the word is of a cloth, or behind "dürfen" a verb: "Haare dürfen fliegen"."""
    small = page.languages[0] == "de" and not page.tokens[span.start].is_name
    verb = small and page.form(span.start - 1) in word_set("products.modal")
    return verb or _is_cloth(page, span)


def _is_a_colour(page: Page, span: Span) -> bool:
    """Whether a word that is a thing, too, names a hue: "the colours cream", "caps in cream"."""
    if page.span_at(span.start, "col") is None:
        return False
    before = page.form(span.start - 1)
    hued = before in word_set("style_names.colours") - {"the"}
    return hued or (span.kind == "c" and before in word_set("products.in"))


def _is_cloth(page: Page, span: Span) -> bool:
    """Whether the word ends a longer one for a cloth: "tvättat linne" is linen, no vest."""
    places = range(max(0, span.start - 2), span.start)
    return any((cloth := page.span_at(p, "m")) and cloth.end == span.end for p in places)


def _is_also_a_word(page: Page, span: Span, segment: Segment) -> bool:
    """Whether "ring", "top", "watch" are no things here: nothing leads to them, none is counted."""
    if f"{page.languages[0]}:{page.form(span.start)}" in word_set("products.sure"):
        return False  # "la robe" is a dress, "robe" in an English line may be anything.
    if page.languages[0] == "de" and page.tokens[span.start].is_name:
        return False  # "Rock" is a skirt, "rock" in an English line among German ones is not.
    before = page.tokens[span.start - 1] if span.start > segment.start else None
    small = function_words() | NOT_BEFORE
    led = before is not None and before.is_word and before.form not in small
    joined = before is not None and before.form in word_set("asks.joins")
    led |= joined and any(
        s.end == span.start - 1 for s in page.spans(segment.start, span.start - 1, *KINDS)
    )
    counted = before is not None and count_at(page, span.start - 1) is not None
    return not (led or counted or before is None or _goes_on(page, span, segment))


def _goes_on(page: Page, span: Span, segment: Segment) -> bool:
    """Whether a thing is named or coloured in a list: ", cap in black", "the ring Onda"."""
    before = page.form(span.start - 1)
    listed = before in word_set("asks.joins") | {",", ";"} and page.has(
        segment.start, span.start, *KINDS
    )
    named = span.end < segment.end and names_it(page, span.end)
    hued = page.form(span.end) in word_set("shared.in") and page.span_at(span.end + 1, "col")
    return bool(
        (listed and (hued or named)) or (named and before in word_set("people.the") | {"the"})
    )


def _read(page: Page, span: Span, segment: Segment, skip: set[int]) -> Found:
    left = left_edge(page, span, segment, skip)
    found = Found(left, span.end, span.name, [])
    place = left
    while place < span.start:
        inner = None if _is_named(page, place, span) else page.first(place, "col", "m")
        if inner and inner.end <= span.start:
            take(page, found, inner)
            place = inner.end
            continue
        shape = page.span_at(place, "adj")
        if shape and shape.end <= span.start and page.languages[0] != "en":
            found.shapes.append(shape.name)
            place = shape.end
            continue
        if page.tokens[place].text != "-":
            found.words.append(page.tokens[place].text)
        place += 1
    _joined_colour(page, left, segment, found)
    found.said = _said(page, left, span)
    found.count = _count(page, left, segment)
    read_right(page, span, segment, found, skip)
    return found


def _joined_colour(page: Page, left: int, segment: Segment, found: Found) -> None:
    """Read the first colour of "yellow and navy coats", "the yellow and the navy coat"."""
    each = page.form(left - 1) == page.form(left - 4) == "the"
    left -= each
    hues = page.spans(max(segment.start, left - 4), left - 1, "col")
    before = [hue for hue in hues if hue.end == left - 1]
    joined = page.form(left - 1) in word_set("asks.joins") and bool(found.colours)
    plural = page.form(found.end - 1).endswith("s") and page.languages[0] == "en"
    if before and joined and (plural or each):
        found.colours.insert(0, page.said(before[0]))


def _is_named(page: Page, place: int, span: Span) -> bool:
    """Whether capitals right before a noun make a name of its own: "Night Veil serum"."""
    capitals = page.tokens[place].is_name and page.tokens[place + 1].is_name
    return capitals and place + 1 < span.start and page.languages[0] != "de"


def _said(page: Page, left: int, span: Span) -> str:
    """Return the words of a product without its colours."""
    kept: list[str] = []
    place = left
    while place < span.end:
        named = place < span.start and _is_named(page, place, span)
        colour = page.span_at(place, "col") if place < span.start and not named else None
        if colour and colour.end <= span.start:
            place = colour.end
            continue
        kept.append(page.tokens[place].text)
        place += 1
    return " ".join(kept)


def _count(page: Page, left: int, segment: Segment) -> int | None:
    for place in (left - 1, left - 2):
        counted = count_at(page, place) if place >= segment.start else None
        if counted and counted[1] == left and counted[0] <= 60:
            return counted[0]
    return None
