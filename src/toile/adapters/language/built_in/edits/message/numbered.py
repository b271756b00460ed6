"""Shots named by their number in more words than that: "la photo 5", "n° 2", "the fourth one".

Puts each in the way that is read everywhere: "la 5", "2", "shot 4". Knows words only.
"""

import re
from functools import cache

from toile.adapters.language.built_in.text.lexicon import read_table

_BARE = r"(\d{1,2})(?![\d:/]|[.,]\d|\s?(?:mm|cm|x|%)\b)"


def with_figures(text: str, languages: tuple[str, ...], count: int) -> str:
    """Return a message with its shots named by a bare figure; ``count`` are on the board."""
    for language in languages[:1]:
        for pattern, said in _rules(language):
            text = pattern.sub(lambda found: _named(found, said, count), text)  # noqa: B023
    return text


def _named(found: re.Match[str], said: str, count: int) -> str:
    word = found[1]
    number = int(word) if word.isdecimal() else _ordinals()[word.casefold()]
    return said.replace("#", str(number)) if number <= count else found[0]


@cache
def _ordinals() -> dict[str, int]:
    """Return the numbers that words of the table stand for, "fourth" and "eins" alike."""
    rows = [row for row in read_table("numbered") if row[0] == "word"]
    return {w.casefold(): place for row in rows for place, w in enumerate(row[2].split(","), 1)}


@cache
def _rules(language: str) -> tuple[tuple[re.Pattern[str], str], ...]:
    """Return what is put in another way: a pattern with the number, and what is said for it."""
    rows = [row for row in read_table("numbered") if row[1] == language]
    numbers = next(row[2] for row in rows if row[0] == "word").replace(",", "|")
    found = []
    for kind, _, *said in rows:
        led = "|".join(said).replace("N", rf"({numbers})").replace("F", _BARE)
        if kind != "word":
            found.append((re.compile(led, re.IGNORECASE), kind.removeprefix("say ")))
    return tuple(found)
