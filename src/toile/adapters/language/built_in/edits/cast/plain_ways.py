"""Who is in a shot, said in a roundabout way: "Leo out and Ada in for 3", "Noor is free, add her".

A message that is one of these ways from end to end is read as the plain order that it comes to;
the names must be those of people on the board or cleared for it.
"""

import re
from collections.abc import Iterator
from functools import cache

from toile.adapters.language.built_in.text.lexicon import read_table
from toile.domain.commands import EditContext

_GAP = r"[\s,:;.!–—-]+"
_LED = "shot|number|no|nr|la|le|les|el|die|der|den|das|photo|foto|bild|plan"
_NUMBER = rf"(?:(?:{_LED})\s+)*(\d+)(?::an?)?"
_POLITE = r"(?:please|pls|bitte|tack|stp|merci|gracias|grazie|danke|thanks)"


def plainly_cast(text: str, context: EditContext) -> str:
    """Return the message as a plain order where it says who is in a shot; else as it is."""
    names = {name.casefold(): name for name in _names(context)}
    signed, signs = _signed(text.strip(), tuple(sorted(names, key=len, reverse=True)))
    for plain, way, slots in _ways():
        named = {"x", "y"} & set(slots)
        found = way.fullmatch(signed) if signs or not named else None
        if found is None:
            continue
        said = dict(zip(slots, found.groups(), strict=True))
        people = [signs[said[one]] for one in ("x", "y") if one in said]
        if len(set(people)) == len(people) and said.get("n") != said.get("m", ""):
            filled = {key: names.get(signs.get(value, ""), value) for key, value in said.items()}
            return plain.format(**filled)
    return text


def _names(context: EditContext) -> Iterator[str]:
    yield from (name for shot in context.shots.shots for name in shot.talent)
    yield from context.twins or ()


def _signed(text: str, names: tuple[str, ...]) -> tuple[str, dict[str, str]]:
    """Return a text with a sign for each name, and the names: the ways need no other pattern."""
    signs: dict[str, str] = {}
    for place, name in enumerate(names):
        said = re.compile(rf"(?<!\w){re.escape(name)}(?!\w)", re.IGNORECASE)
        sign = chr(_FIRST_SIGN + place)
        text, found = said.subn(sign, text) if name in text.casefold() else (text, 0)
        signs |= {sign: name} if found else {}
    return text, signs


# Signs that no text has: the private part of Unicode.
_FIRST_SIGN, _WHO = 0xE000, "([\ue000-\uf8ff])"


@cache
def _ways() -> tuple[tuple[str, re.Pattern[str], tuple[str, ...]], ...]:
    """Return each way with the plain order and the slots in the order in which they stand."""
    return tuple(
        (plain, _pattern(way), tuple(re.findall(r"\{(\w)\}", way)))
        for plain, ways in read_table("cast_ways")
        for way in ways.split(";")
    )


def _pattern(way: str) -> re.Pattern[str]:
    said, begun = "", False
    for word in way.split():
        one, may = _word(word.rstrip("?")), word.endswith("?")
        joined = f"{_GAP}{one}" if begun else one if not may else f"{one}{_GAP}"
        said += f"(?:{joined})?" if may else joined
        begun = begun or not may
    return re.compile(rf"{said}(?:{_GAP}{_POLITE})?[\s.!?]*", re.IGNORECASE)


def _word(word: str) -> str:
    if word in ("{x}", "{y}"):
        return _WHO
    if word in ("{n}", "{m}"):
        return _NUMBER
    return "(?:" + "|".join(re.escape(w).replace("'", "['’]") for w in word.split("/")) + ")"
