"""The wishes about a person and their words, as ``data/language/alterations.yaml`` has them."""

from functools import cache
from typing import Literal

from toile.adapters.language.built_in.text.wish_words import wish_data
from toile.adapters.language.built_in.text.word_groups import WordGroup, phrase
from toile.domain.values import Value

Code = Literal["BODY_RESHAPING", "FEATURE_ALTERATION", "SKIN_TONE_ALTERATION", "NUDITY"]


class Wish(Value):
    """A flag, the group of words for what is changed, and the group for how.

    ``ahead`` wants the change before its part: "slim Noor". ``casting`` may as well say who is
    looked for ("an older woman"), and counts only of somebody who has been chosen. ``made`` may
    as well say what somebody is like ("she is petite"), and wants a word of making. ``owned`` may
    as well be a wish for light ("the face a bit darker"), and wants somebody's part and no light.
    """

    code: Code
    part: str
    change: str
    ahead: bool = False
    casting: bool = False
    made: bool = False
    owned: bool = False


@cache
def all_wishes() -> tuple[Wish, ...]:
    return tuple(Wish.model_validate(row) for row in wish_data()["wishes"])


@cache
def group_of(language: str, *names: str) -> WordGroup:
    """Return groups of words in one language together."""
    spoken = wish_data()["languages"][language]
    words = [word for name in names for word in spoken[name].split()]
    return WordGroup(frozenset(map(phrase, words)))


@cache
def alone_of(language: str, code: str) -> WordGroup:
    """Return the phrases that are a wish by themselves."""
    return WordGroup(
        frozenset(map(phrase, wish_data()["languages"][language]["alone"][code].split("|")))
    )


@cache
def stirring(language: str) -> WordGroup:
    """Return every change and every wish by itself: no wish is without one of them."""
    spoken = wish_data()["languages"][language]
    changes = [word for wish in all_wishes() for word in spoken[wish.change].split()]
    alone = [words for code in wish_data()["whys"] for words in spoken["alone"][code].split("|")]
    return WordGroup(frozenset(map(phrase, [*changes, *alone])))
