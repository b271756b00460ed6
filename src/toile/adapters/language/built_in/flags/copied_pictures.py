"""Particular pictures of photographers that are to be made again.

A name alone is a manner that anybody may work in: "a bit of Lindbergh", "in the style of Penn".
It is a copy where a text says so ("recreate", "one to one"), or points at one picture of theirs:
"like the Lindbergh picture on the beach". The names are ``data/language/photographers.psv``.
"""

from functools import cache

from toile.adapters.language.built_in.people.known_people import first_names
from toile.adapters.language.built_in.text.lexicon import read_table, word_set
from toile.adapters.language.built_in.text.page import Page, Segment
from toile.adapters.language.built_in.text.phrases import function_words, inside
from toile.adapters.language.built_in.text.tokens import tokenise
from toile.adapters.language.built_in.text.word_groups import Stretch, WordGroup
from toile.domain.brief import Flag

_WHY = "Toile does not remake a particular picture of a photographer."
_NEAR = 6
_TRACED = 5
_POINTED = 3


def copied_picture(
    page: Page, segment: Segment, negations: list[Stretch], people: frozenset[str] = frozenset()
) -> Flag | None:
    """Return a flag where somebody's picture is to be made again.

    ``people`` are folded names of those who are no photographers.
    """
    start, end = segment.start, segment.end
    copies = [
        s
        for s in page.spans(start, end, "photo")
        if s.name == "copy" and not inside(s.start, negations)
    ]
    works = [w for w in _group("works").within(page, start, end) if not inside(w[0], negations)]
    makers = [
        m
        for m in _makers(page, start, end)
        if not inside(m[0], negations) and page.form(m[0]) not in people
    ]
    words = {page.form(p) for p in range(start, end)}
    like = bool(copies or words & word_set("copied_pictures.like"))
    exact = bool(words & word_set("copied_pictures.exact"))
    pointed = like and any(_is_pointed_at(page, start, end, *maker) for maker in makers)
    told = exact or bool(copies)
    pictured = told and any(_pictures(page, start, end, *maker) for maker in makers)
    manner = bool(words & word_set("copied_pictures.manner"))
    named = bool(copies) and (bool(makers) or _named_behind(page, copies[0].end, end))
    traced = any(_is_traced(page, start, maker[0]) for maker in makers)
    did = word_set("copied_pictures.did")
    traced = traced or (exact and like and any(page.form(maker[1]) in did for maker in makers))
    if manner and not exact:
        return None
    if not (pointed or pictured or named or traced or (works and like)):
        return None
    return Flag(code="PHOTOGRAPHER_COPY", action="refuse", quote=page.words(start, end), why=_WHY)


def is_photographer(page: Page, start: int, end: int) -> bool:
    """Whether a name is a known photographer's."""
    return bool(_group("full").within(page, start, end) or _group("alone").within(page, start, end))


@cache
def _group(name: str) -> WordGroup:
    """Return one row of the table of photographers."""
    row = next(row for row in read_table("photographers") if row[0] == name)
    names = [tuple(t.form for t in tokenise(one) if t.is_word) for one in row[1].split(",")]
    return WordGroup(frozenset((*names, *(_owning(name) for name in names if name))))


def _owning(name: tuple[str, ...]) -> tuple[str, ...]:
    """Return a name that owns without an apostrophe: "Lindberghs bild", "Avedons Elefanten"."""
    return (*name[:-1], f"{name[-1].removesuffix('s')}s")


def _is_traced(page: Page, start: int, maker: int) -> bool:
    """Whether a word for a copy leads to a maker: "a copy of Avedon's elephants", not of a shot."""
    near = range(max(start, maker - _TRACED), maker)
    led = [p for p in near if page.form(p) in word_set("copied_pictures.traced")]
    return bool(led) and not any(
        page.form(p).isdecimal() or page.tokens[p].text in ",;:" for p in range(led[-1], maker)
    )


def _makers(page: Page, start: int, end: int) -> list[Stretch]:
    """Return the photographers named; a name that others share counts beside a picture only."""
    sure = [*_group("full").within(page, start, end), *_group("alone").within(page, start, end)]
    shared = [
        one
        for one in _group("shared").within(page, start, end)
        if page.tokens[one[0]].is_name and _pictures(page, start, end, *one)
    ]
    return [*sure, *shared]


def _pictures(page: Page, start: int, end: int, first: int, last: int) -> list[int]:
    """Return the nouns of a picture near a name: "Newton's photo", "das Bild von Newton"."""
    near = [*range(max(start, first - _NEAR), first), *range(last, min(end, last + _NEAR))]
    return [p for p in near if page.form(p) in word_set("copied_pictures.picture")]


def _is_pointed_at(page: Page, start: int, end: int, first: int, last: int) -> bool:
    """Whether one picture is meant: "the Penn portrait", "Newton's photo", "la photo de Newton"."""
    owned = page.text[page.tokens[last - 1].end :][:2] in ("'s", "’s") or _is_owning(page, last - 1)
    for place in _pictures(page, start, end, first, last):
        lead = min(place, first)
        told = {page.form(p) for p in range(max(start, lead - _POINTED), lead)}
        if (owned and place >= last) or told & word_set("copied_pictures.the"):
            return True
    return False


def _is_owning(page: Page, place: int) -> bool:
    """Whether a name stands with the "s" of Swedish and German: "Lindberghs bild"."""
    form = page.form(place)
    known = _last_names()
    return form.endswith("s") and form not in known and form.removesuffix("s") in known


@cache
def _last_names() -> frozenset[str]:
    """Return the last words of the names of photographers."""
    rows = [row for row in read_table("photographers") if row[0] in ("full", "alone", "shared")]
    names = [tokenise(one) for row in rows for one in row[1].split(",")]
    return frozenset(name[-1].form for name in names if name)


def _named_behind(page: Page, start: int, end: int) -> bool:
    """Whether a first and a last name follow a word for a copy."""
    small = function_words()
    for place in range(start, end - 1):
        one, two = page.tokens[place], page.tokens[place + 1]
        named = one.is_name and two.is_name and one.is_word and two.is_word
        led = page.form(place - 1) in word_set("copied_pictures.by")
        german = page.languages[0] == "de" and one.form not in first_names() and not led
        if named and one.form not in small and not page.at[place] and not german:
            return True
    return False
