"""The hero products: nouns of the wardrobe with their own words, colours and material."""

from toile.adapters.language.built_in.colour_lists import listed_colours
from toile.adapters.language.built_in.lexicon import Span, common_words, word_set
from toile.adapters.language.built_in.markets import countries
from toile.adapters.language.built_in.page import Page, Segment
from toile.adapters.language.built_in.phrases import clauses, function_words, inside, trim
from toile.adapters.language.built_in.product_lists import (
    KINDS,
    Found,
    merge,
    names_in,
    then_noun,
    without_general,
)
from toile.adapters.language.built_in.ratios import count_at

_NOT_BEFORE = word_set("products.not_before")


def read_products(page: Page, negations: list[tuple[int, int]], skip: set[int]) -> list[Found]:
    """Return the products in order of mention; a noun named again adds nothing."""
    found: list[Found] = []
    for segment in page.live():
        if page.label(segment) in _OTHER_LABELS or _is_borrowed(page, segment):
            continue
        for span in page.spans(segment.start, segment.end, *KINDS):
            if inside(span.start, negations) or span.start in skip:
                continue
            if _is_other(page, span, segment) or _denied_behind(page, span):
                continue
            merge(found, _read(page, span, segment, skip))
        _siblings(page, segment, found, negations, skip)
    return without_general(page, found)


_OTHER_LABELS = word_set("products.other_labels")


def _is_borrowed(page: Page, segment: Segment) -> bool:
    """Whether a sentence tells of somebody else's thing."""
    return page.has(segment.start, segment.end, "third") and any(
        s.name == "whose" for s in page.spans(segment.start, segment.end, "third")
    )


def _denied_behind(page: Page, span: Span) -> bool:
    """Whether "hats not in until February" says that the noun is not there."""
    return any(
        s.name == "no" and page.form(s.start) in ("not", "nicht", "pas", "inte")
        for s in page.spans(span.end, span.end + 2, "neg")
    )


_ELSEWHERE = (
    *"media people s set light chan group cue neg month look hmu mood must season aspect".split(),
    *"claim weekday feast unit nobody twin role pose inj young".split(),
    *KINDS,
)


def _siblings(
    page: Page,
    segment: Segment,
    found: list[Found],
    negations: list[tuple[int, int]],
    skip: set[int],
) -> None:
    """Take short neighbours of products in a list for products: "shirt, skort, visor"."""
    parts = clauses(page, segment)
    known = {
        i
        for i, (start, end) in enumerate(parts)
        if any(start <= f.end - 1 < end for f in found) and end - start <= 6
    }
    for index, (start, end) in enumerate(parts):
        beside = known & {index - 1, index + 1}
        if index in known or not beside or len(known) < 2:
            continue
        begin, stop = trim(page, start, end)
        if not 0 < stop - begin <= 4 or inside(begin, negations) or begin in skip:
            continue
        words = [page.tokens[p] for p in range(begin, stop)]
        if (
            page.has(begin, stop, *_ELSEWHERE)
            or not all(t.is_word for t in words)
            or words[-1].form in common_words()
            or page.span_at(stop - 1, "col")
        ):
            continue
        if any(t.form in function_words() for t in words) or countries(page, begin, stop):
            continue
        if page.form(stop) == "(" or begin in skip or stop - 1 in skip:
            continue
        new = Found(
            begin, stop, words[-1].text.lower() if page.languages[0] == "en" else words[-1].text, []
        )
        for place in range(begin, stop - 1):
            inner = page.first(place, "col", "m")
            if inner:
                _take(page, new, inner)
            else:
                new.words.append(page.tokens[place].text)
        merge(found, new)


def _is_other(page: Page, span: Span, segment: Segment) -> bool:
    """Whether the noun is no product here: a body word, part of a longer noun, a brand, a verb."""
    after = page.first(span.end, *KINDS, "media", "chan")
    if after and after.start == span.end and after.kind in KINDS:
        return True
    word = page.form(span.start)
    if _is_claimed(page, span):
        return True
    if word == "uhr" and page.tokens[span.start - 1].text[:1].isdecimal():
        return True
    if page.form(span.start - 1) in ("other", "andere"):
        return True
    if page.first(span.start, "hmu", "light", "look", "framing", "nobody"):
        longer = page.first(span.start, "hmu", "light", "look", "framing", "nobody")
        return bool(longer and longer.end >= span.end and longer.end - longer.start > 1)
    if word in word_set("products.is_other"):
        before = page.tokens[span.start - 1] if span.start > segment.start else None
        led = before is not None and before.is_word and before.form not in function_words()
        counted = before is not None and count_at(page, span.start - 1) is not None
        return not (led or counted or before is None)
    return False


def _is_claimed(page: Page, span: Span) -> bool:
    """Whether the noun is somebody's own, a limb in another language, or part of a slogan."""
    if page.form(span.start - 1) in word_set("products.possessive"):
        return True
    if page.languages[0] != "en" and page.first(span.start, "body", "face"):
        return True
    if page.form(span.end) in word_set("products.compound") and page.languages[0] == "en":
        return True
    before = page.text[max(0, page.tokens[span.start].start - 90) : page.tokens[span.start].start]
    if before.endswith(('"', "“", "«", "„")) and page.tokens[span.start].is_name:
        return True
    near = page.spans(max(0, span.start - 20), span.start, "claim")
    return before.count('"') % 2 == 1 and any(s.name == "cue" for s in near)


def _read(page: Page, span: Span, segment: Segment, skip: set[int]) -> Found:
    left = _left_edge(page, span, segment, skip)
    found = Found(left, span.end, span.name, [])
    place = left
    while place < span.start:
        inner = None if _is_named(page, place, span) else page.first(place, "col", "m")
        if inner and inner.end <= span.start:
            _take(page, found, inner)
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
    found.said = _said(page, left, span)
    found.count = _count(page, left, segment)
    _right(page, span, segment, found)
    return found


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


def _take(page: Page, found: Found, span: Span) -> None:
    said = page.words(span.start, span.end).lower() if page.languages[0] == "en" else span.name
    if span.kind == "col":
        found.colours.append(said)
    elif found.material is None:
        found.material = said


def _left_edge(page: Page, span: Span, segment: Segment, skip: set[int]) -> int:
    small = function_words()
    left = span.start
    while left > segment.start and span.start - left < 5 and left - 1 not in skip:
        token = page.tokens[left - 1]
        if token.end + 1 == page.tokens[left].start and page.text[token.end] == "-":
            left -= 1
            continue
        if token.text == "-" and left - 2 >= segment.start:
            left -= 2
            continue
        blocked = page.first(
            left - 1,
            "media",
            "n",
            "neg",
            "each",
            "people",
            "cue",
            "chan",
            "light",
            "month",
            "role",
            "must",
            "s",
            "mood",
            "weekday",
            "season",
        )
        if not token.is_word or token.form in small or token.form in _NOT_BEFORE:
            break
        if blocked and not page.first(left - 1, "col", "m"):
            break
        left -= 1
    return left


def _count(page: Page, left: int, segment: Segment) -> int | None:
    for place in (left - 1, left - 2):
        counted = count_at(page, place) if place >= segment.start else None
        if counted and counted[1] == left and counted[0] <= 60:
            return counted[0]
    return None


def _right(page: Page, span: Span, segment: Segment, found: Found) -> None:
    """Read colours and material behind the noun: "in navy", "oat", "(sand, dove)"."""
    place = span.end
    if page.form(place) in word_set("products.right"):
        place += 1
    listed = page.form(place) in ("(", ":")
    if listed:
        found.names = names_in(page, place + 1, segment)
        colours, after = (
            ([], place) if found.names else listed_colours(page, place, segment, found.count)
        )
        if colours:
            found.colours += colours
            found.end = after
            return
    place += listed
    while place < segment.end:
        shape = page.span_at(place, "adj")
        if shape and page.languages[0] != "en" and not page.first(place, "col", "m"):
            found.shapes.append(shape.name)
            found.end = place = shape.end
            continue
        inner = page.first(place, "col", "m")
        if inner is None or page.first(inner.end, *KINDS):
            if page.form(place) in word_set("products.right.2") and (
                found.colours and page.first(place + 1, "col") and not then_noun(page, place + 1)
            ):
                place += 1
                continue
            if listed and (count_at(page, place) or page.form(place) in ("of", "them", ":")):
                place += 1
                continue
            return
        _take(page, found, inner)
        found.end = place = inner.end
