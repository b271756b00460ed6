"""Typing errors of a brief in English put right before it is read: "hodie", "frday", "germny".

Only words that no dictionary knows are touched; names written with a capital stay as they are.
"""

from dataclasses import replace
from functools import cache

from babel import Locale
from rapidfuzz.distance import OSA

from toile.adapters.language.built_in.text.english import english_words
from toile.adapters.language.built_in.text.lexicon import (
    Lexicon,
    common_words,
    small_words,
    word_set,
)
from toile.adapters.language.built_in.text.tokens import Token, fold
from toile.adapters.language.built_in.text.wish_words import is_wish_word

_SHORTEST = 5
_LONG = 8


def without_slips(tokens: tuple[Token, ...], known: Lexicon) -> tuple[Token, ...]:
    """Return the tokens, the words nobody knows read as the known words they were meant to be."""
    return tuple(_repaired(token, known) for token in tokens)


def _repaired(token: Token, known: Lexicon) -> Token:
    form = token.form
    if not token.is_word or token.is_name or len(form) < _SHORTEST or form in known.known:
        return token
    if form in english_words() or form in small_words() or form in common_words():
        return token
    if is_wish_word(form, "en"):
        return token
    if f"{form}s" in known.known or any(
        base in known.known or _is_word(base) for base in _bases(form)
    ):
        return token
    meant = known.repair(form) or _country(form)
    if meant is None or (_is_swapped(form, meant) and len(form) < _LONG):
        return token
    return replace(token, form=meant, text=meant)


def _is_swapped(form: str, meant: str) -> bool:
    """Whether a letter stands for another: "pores" and "ports" may be two words."""
    return len(form) == len(meant) and sorted(form) != sorted(meant)


def _bases(form: str) -> set[str]:
    """Return what a form may be an inflection of: "cagoules", "beaded", "backlit-ish"."""
    endings = ("s", "es", "ed", "d", "ing", "ly", "y", "er", "ish", "less")
    return {form.removesuffix(end) for end in endings if form.endswith(end)}


def _is_word(form: str) -> bool:
    return len(form) >= _SHORTEST and form in english_words()


@cache
def _countries() -> frozenset[str]:
    names = (fold(name) for name in Locale("en").territories.values())
    return frozenset(name for name in names if name.isalpha() and len(name) > _SHORTEST)


def _country(form: str) -> str | None:
    slips = 1 if len(form) < _LONG else 2
    near = [
        (distance, name)
        for name in _countries()
        if name[0] == form[0]
        and (distance := OSA.distance(form, name, score_cutoff=slips)) <= slips
    ]
    return min(near)[1] if near else None


def sounds(language: str) -> frozenset[str]:
    """Return what speakers of a language hum while they think."""
    return word_set(f"slips.sounds.{language}")


def without_sounds(tokens: tuple[Token, ...], language: str) -> tuple[Token, ...]:
    """Drop what a speaker only hums between two commas: "the bag, um, in tan"."""
    hummed = {
        place
        for place in range(1, len(tokens) - 1)
        if tokens[place].form in sounds(language)
        and tokens[place - 1].text == ","
        and tokens[place + 1].text == ","
    }
    gone = {place + step for place in hummed for step in (0, 1)}
    return tuple(token for place, token in enumerate(tokens) if place not in gone)
