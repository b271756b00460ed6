"""Flags: wishes that the studio refuses, asks about or passes on. Words that only look like one
are not.
"""

import re
from functools import cache
from importlib.resources import files
from typing import Any

import yaml

from toile.adapters.language.built_in.flags.alterations import alterations
from toile.adapters.language.built_in.flags.copied_pictures import copied_picture
from toile.adapters.language.built_in.flags.likenesses import likeness
from toile.adapters.language.built_in.flags.minors import minor, wants_no_young
from toile.adapters.language.built_in.flags.restricted_goods import restricted
from toile.adapters.language.built_in.text.page import Page, Segment
from toile.adapters.language.built_in.text.phrases import inside
from toile.domain.brief import Flag, FlagAction
from toile.domain.values import Value

Stretches = list[tuple[int, int]]


class Rule(Value):
    """Kinds of words that make a flag together."""

    code: str
    action: FlagAction
    all: tuple[str, ...]
    why: str
    within: int = 12
    unless: tuple[str, ...] = ()
    cued: bool = False


@cache
def rules() -> tuple[Rule, ...]:
    """Return the rules of the data file."""
    return tuple(Rule.model_validate(rule) for rule in _data()["rules"])


class Restriction(Value):
    """Goods whose advertising the law restricts."""

    code: str
    goods: str
    why: str


@cache
def restrictions() -> tuple[Restriction, ...]:
    """Return the restricted goods of the data file."""
    return tuple(Restriction.model_validate(row) for row in _data()["restricted"])


@cache
def _data() -> dict[str, Any]:
    path = files("toile") / "data" / "language" / "flags.yaml"
    data: dict[str, Any] = yaml.safe_load(path.read_text(encoding="utf-8"))
    return data


def wishes(
    page: Page,
    negations: Stretches,
    people: frozenset[str] = frozenset(),
    houses: frozenset[str] = frozenset(),
    *,
    called: frozenset[str] = frozenset(),
    chosen: bool = False,
) -> list[Flag]:
    """Return the flags of what a text wishes for.

    ``people`` and ``houses`` are names that are no celebrities; only people can be altered, and
    those ``called`` by a first name that may be anybody's.
    ``chosen``: whoever is spoken of is in the pictures already.
    """
    found: list[Flag] = []
    none_young = wants_no_young(page, negations)
    for segment in page.live():
        for rule in rules():
            flag = _rule(page, segment, rule, negations)
            if flag and not any(f.code == flag.code for f in found):
                found.append(flag)
        for special in (
            minor(page, segment, negations, unwanted=none_young),
            copied_picture(page, segment, negations, people),
            likeness(page, segment, negations, people | houses),
            *_altered(page, segment, negations, people | called, chosen=chosen),
            *(() if chosen else _restricted(page, segment, negations)),
        ):
            if special and not any(f.code == special.code for f in found):
                found.append(special)
    return found


def _altered(
    page: Page,
    segment: Segment,
    negations: Stretches,
    people: frozenset[str],
    *,
    chosen: bool,
) -> list[Flag]:
    """Return the wishes to change a person; a slogan about wrinkles is no wish to retouch them."""
    told = alterations(page, segment, negations, people, chosen=chosen)
    return [flag for place, flag in told if not _is_slogan(page, segment, place)]


def _restricted(page: Page, segment: Segment, negations: Stretches) -> list[Flag]:
    """Return what the law restricts; on a board the brief has told of it."""
    quote = page.words(segment.start, segment.end)
    return [
        Flag(code=one.code, action="flag", why=one.why, quote=quote)
        for one in restrictions()
        if restricted(page, segment, one.goods, negations)
    ]


def _is_slogan(page: Page, segment: Segment, place: int) -> bool:
    """Whether words are to be printed: in quotation marks, or behind "copy:" in one sentence."""
    cues = [s for s in page.spans(segment.start, place, "claim") if s.name == "cue"]
    signs = {page.tokens[p].text for p in range(cues[0].end, place)} if cues else set()
    line = page.text.rfind("\n", 0, page.tokens[place].start) + 1
    before = page.text[line : page.tokens[place].start]
    return ":" in signs or before.count('"') % 2 == 1 or _is_open(before)


def _is_open(before: str) -> bool:
    """Whether a quotation is still open; behind "„" the sign "“" closes."""
    low = before.rfind("„")
    if low >= 0:
        return not {"“", "”"} & set(before[low:])
    return max(before.rfind(s) for s in "“«") > max(before.rfind(s) for s in "”»")


def _rule(page: Page, segment: Segment, rule: Rule, negations: Stretches) -> Flag | None:
    places = [_places(page, segment, kind, negations) for kind in rule.all]
    if not all(places):
        return None
    near = any(
        all(any(abs(first - other) <= rule.within for other in others) for others in places[1:])
        for first in places[0]
    )
    if not near or (rule.unless and _worn(page, places, rule)):
        return None
    if rule.cued and not _is_claim(page, segment, places[0][0]):
        return None
    return Flag(
        code=rule.code,
        action=rule.action,
        why=rule.why,
        quote=page.words(segment.start, segment.end),
    )


def _places(page: Page, segment: Segment, concept: str, negations: Stretches) -> list[int]:
    kind, _, name = concept.partition(":")
    return [
        place
        for place in range(segment.start, segment.end)
        if (span := page.span_at(place, kind))
        and span.name == name
        and not inside(place, negations)
        and not (concept == "third:thing" and page.form(span.end) == ":")  # "Marca: Salina".
    ]


def _worn(page: Page, places: list[list[int]], rule: Rule) -> bool:
    """Whether the change is of a garment or of the picture, not of a body."""
    told = {place for kind in places for place in kind}
    return any(_thing_behind(page, place, told, rule) for place in told)


def _thing_behind(page: Page, place: int, told: set[int], rule: Rule) -> bool:
    for here in range(place + 1, min(place + 4, len(page.tokens))):
        if page.tokens[here].text in (",", ";", ":", "("):
            return False
        if here not in told and page.first(here, *rule.unless):
            return True
    return False


def _is_claim(page: Page, segment: Segment, place: int) -> bool:
    """Whether the words are to be published: quoted, behind a word for a claim, or with a
    figure.
    """
    before = page.text[max(0, page.tokens[segment.start].start - 80) : page.tokens[place].start]
    cued = page.has(max(0, place - 20), min(len(page.tokens), place + 12), "claim") and any(
        page.at[p].get("claim") and page.at[p]["claim"].name == "cue"
        for p in range(max(0, place - 20), min(len(page.tokens), place + 12))
    )
    quoted = bool(re.search(r"[\"“„«][^\"”“»]*$", before))
    return cued or quoted
