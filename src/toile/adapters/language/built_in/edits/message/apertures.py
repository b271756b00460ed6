"""Apertures: "f1.4", "at 2.8", "f eight"; what is said in words is in the data."""

import re

from toile.adapters.language.built_in.edits.message.clause import Clause
from toile.adapters.language.built_in.text.lexicon import word_set
from toile.adapters.language.built_in.text.page import Page

_LED = re.compile(r"(?i)\b(blende |f/?|diaframma |diafragma |ouverture |bländare )(\d),(\d)\b")


# A stroke parts two orders, and no aperture.
_STROKE = re.compile(r"(?i)\b([fƒ])\s?/\s?(?=\d)")


def with_points(text: str) -> str:
    """Return a message with the point of an aperture: "Blende 2,8" is one figure, "2,3" are two."""
    return _STROKE.sub(r"\1", _LED.sub(r"\1\2.\3", text))


def aperture(page: Page, clause: Clause) -> tuple[str, int, int] | None:
    """Return the aperture of a clause and its tokens: a stop in figures before any words."""
    for place in range(clause.start, clause.end):
        stop = stop_at(page, place)
        if stop and stop[2] <= clause.end:
            return stop
    said = page.spans(clause.start, clause.end, "aperture")
    return (said[-1].name, said[-1].start, said[-1].end) if said else None


def stop_at(page: Page, place: int) -> tuple[str, int, int] | None:
    """Return the stop that is written at a token: "f1.4", "f/2.8", "at 5.6"."""
    led = page.form(place)
    if led not in word_set("apertures.led"):
        return None
    number = place + 1
    while page.form(number) in word_set("apertures.between"):
        number += 1
    value = _number(page, number)
    if value not in word_set("apertures.stops"):
        return None
    certain = led in word_set("apertures.certain") or "." in value
    return (f"f/{value}", place, number + 1) if certain else None


def _number(page: Page, place: int) -> str:
    if place >= len(page.tokens):
        return ""
    many = page.span_at(place, "n")
    text = page.tokens[place].text
    return many.name if many and not text[:1].isdecimal() else text.replace(",", ".")


def places(page: Page, clause: Clause) -> set[int]:
    """Return the tokens of all stops of a clause: none of them is the number of a shot."""
    stops = (stop_at(page, place) for place in range(clause.start, clause.end))
    return {p for stop in stops if stop for p in range(stop[1], stop[2])}
