"""Colours that no list knows, known by where they stand: "a coat (storm), a kilt (bramble)".

Where several products of a text have the same place behind them filled ("in …", "(…)", "- …"), what
fills it is of one kind: colours, as soon as one of them is a colour or the products are told apart
by nothing else.
"""

import itertools
from dataclasses import dataclass

from toile.adapters.language.built_in.countries import countries
from toile.adapters.language.built_in.goods.colour_lists import said
from toile.adapters.language.built_in.goods.product_lists import KINDS, Found
from toile.adapters.language.built_in.text.lexicon import word_set
from toile.adapters.language.built_in.text.page import Page, Segment
from toile.adapters.language.built_in.text.phrases import everyday_words

_DASHES = ("-", "–", "—")
_LONGEST = 3
_SMALL = frozenset(("in", "i", "en"))
_OTHER = (*KINDS, *(
    "people media chan month group light set mood pose hmu look season weekday week part unit must "
    "neg cue aspect role framing each n young twin feast nobody body face adj head"
).split())  # fmt: skip


@dataclass(frozen=True, slots=True)
class _Slot:
    """What stands in one place behind a product: the sign that opens it, and its words."""

    sign: str
    start: int
    end: int


def add_parallel_colours(page: Page, found: list[Found]) -> None:
    """Give products without a colour what stands where the others have theirs."""
    slots = [(one, slot) for one in found if (slot := _slot(page, one))]
    for one, slot in slots:
        if one.names or (one.colours and not _repeats(page, slot)):
            continue
        if _repeats(page, slot):
            one.colours = _colours_before(found, one)
            one.end = slot.end
        elif _of_a_row(page, slot, one, slots) or _of_a_name(page, slot, one):
            start = slot.start + (page.form(slot.start) in word_set("echoes.same"))
            one.colours = [said(page, start, slot.end).lower()]
            one.end = slot.end


def add_shared_colours(page: Page, found: list[Found]) -> None:
    """Give "camisole and shorts, ivory" one colour: what is joined shares what a comma adds."""
    for one, two in itertools.pairwise(sorted(found, key=lambda f: f.start)):
        between = [page.form(p) for p in range(one.end, two.start)]
        joined = 0 < len(between) <= _JOINED and set(between) <= _PAIRS
        if not joined or one.colours or one.names or not two.colours:
            continue
        hues = page.spans(two.start, two.end, "col")
        if hues and page.form(hues[0].start - 1) == ",":
            one.colours = list(two.colours)


_JOINED = 2
_PAIRS = word_set("asks.joins") | {"+", "&", "the", "le", "la", "il", "der", "die", "das", "el"}


def _repeats(page: Page, slot: _Slot) -> bool:
    """Whether a slot says "same colour", "ditto"."""
    forms = [page.form(p) for p in range(slot.start, slot.end)]
    told = [form for form in forms if form not in word_set("parallel_colours.small")]
    same = word_set("echoes.same")
    colour = _COLOUR
    return bool(set(told) & same) and all(form in same | colour for form in told)


_COLOUR = word_set("colourways.words") | word_set("asks.colours") | word_set("colourways.sure")


def _colours_before(found: list[Found], one: Found) -> list[str]:
    """Return the colours of the product before."""
    before = [f for f in found if f.start < one.start and f.colours]
    return list(before[-1].colours) if before else []


def _of_a_name(page: Page, slot: _Slot, one: Found) -> bool:
    """Whether a product with a name of its own has a bracket, "in" or "also" with plain words."""
    named = any(word[:1].isupper() for word in one.words) and page.languages[0] != "de"
    also = page.form(slot.start) in word_set("echoes.same")
    if also and page.span_at(slot.start + 1, "col"):
        return True
    made = {page.form(p) for p in range(slot.start, slot.end)} & word_set("colours.shapes")
    short = slot.end - slot.start <= _SHORT
    return named and short and not made and slot.sign in ("(", "in") and _is_plain(page, slot)


_SHORT = 2


def _of_a_row(page: Page, slot: _Slot, one: Found, slots: list[tuple[Found, _Slot]]) -> bool:
    """Whether another product has the same sign behind it, with a colour or as plain words."""
    return any(
        other is not one and own.sign == slot.sign and (other.colours or _is_plain(page, own))
        for other, own in slots
    ) and _is_plain(page, slot)


def _slot(page: Page, one: Found) -> _Slot | None:
    """Return what fills the place right behind a product's noun."""
    segment = page.segment_of(one.start)
    place = _noun_end(page, one, segment)
    sign = page.form(place)
    if sign == "(":
        end = next((p for p in range(place + 1, segment.end) if page.form(p) == ")"), place)
        return _Slot("(", place + 1, end) if end > place + 1 else None
    if sign in _SMALL or (sign in _DASHES and place + 1 < segment.end):
        end = _bound(page, place + 1, segment)
        return _Slot("in" if sign in _SMALL else "-", place + 1, end)
    if sign == "," and page.form(place + 1) in word_set("echoes.same"):
        return _Slot(",", place + 1, _bound(page, place + 1, segment))
    if sign == "," and page.form(segment.end) in (";", "") and place + 1 < segment.end:
        return _Slot(",", place + 1, segment.end)
    return None


def _noun_end(page: Page, one: Found, segment: Segment) -> int:
    """Return the place behind the noun and the name of a product."""
    spans = page.spans(one.start, min(one.end, segment.end), *KINDS)
    place = spans[-1].end if spans else one.end
    named = page.form(place) not in _SMALL and place < segment.end
    token = page.tokens[place] if named else None
    own = token is not None and (place < one.end or token.text in one.words)
    return place + bool(token and token.is_name and token.is_word and own)


def _bound(page: Page, start: int, segment: Segment) -> int:
    """Return where the words of a slot end: at a sign or at "and"."""
    ends = (
        p
        for p in range(start, segment.end)
        if not page.tokens[p].is_word or page.form(p) in word_set("colours.between")
    )
    return next(ends, segment.end)


def _is_plain(page: Page, slot: _Slot) -> bool:
    """Whether a slot holds a few plain words that may name a colour."""
    if page.span_at(slot.start, "col"):
        return True
    forms = [page.form(p) for p in range(slot.start, slot.end)]
    if not 0 < len(forms) <= _LONGEST or set(forms) & word_set("colours.never"):
        return False
    small = everyday_words()
    words = all(page.tokens[p].is_word for p in range(slot.start, slot.end))
    other = page.has(slot.start, slot.end, *_OTHER) or countries(page, slot.start, slot.end)
    named = page.languages[0] != "de" and page.tokens[slot.start].is_name
    return words and not other and not named and not small & set(forms)
