"""What is preferred to a thing takes its place: "je préfère un col roulé au pull gris"."""

from toile.adapters.language.built_in.text.lexicon import Span, word_set
from toile.adapters.language.built_in.text.tokens import Token

_THINGS = frozenset(("g", "h", "b", "j", "p"))
_SAID = frozenset(("col", "m", "adj"))
_REACH = 10


def let_take_place(tokens: tuple[Token, ...], at: list[dict[str, Span]]) -> None:
    """Read the small word between what is preferred and what goes as "instead of"."""
    wishes = (p for p, t in enumerate(tokens) if t.form in word_set("preferring.prefers"))
    for wish in wishes:
        for place in range(wish + 2, min(wish + _REACH, len(tokens) - 1)):
            than = tokens[place].text.casefold() in word_set("preferring.to")
            if than and _has_thing(at, wish + 1, place) and _leads_to_thing(tokens, at, place + 1):
                at[place] = {"act": Span(place, place + 1, "act", "replace")}
                at[wish] = {"act": Span(wish, wish + 1, "act", "set")}
                return


def _has_thing(at: list[dict[str, Span]], start: int, end: int) -> bool:
    return any(at[p].keys() & _THINGS for p in range(start, end))


def _leads_to_thing(tokens: tuple[Token, ...], at: list[dict[str, Span]], place: int) -> bool:
    """Whether a thing follows with no more than an article and its looks before it."""
    while place < len(tokens) and (
        tokens[place].form in word_set("naming.articles") or at[place].keys() & _SAID
    ):
        if at[place].keys() & _THINGS:
            break
        place += 1
    return place < len(tokens) and bool(at[place].keys() & _THINGS)
