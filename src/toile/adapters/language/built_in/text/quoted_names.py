"""Names mean only themselves: "Gemelli" are no twins, "modello Riva" is no shore."""

import re

from toile.adapters.language.built_in.text.lexicon import Span, word_set
from toile.adapters.language.built_in.text.tokens import Token

_NAME = re.compile(r"[\"“„«]\s?([A-ZÀ-Þ][\w’'-]*(?: [A-ZÀ-Þ0-9][\w’'-]*)?)\s?[\"”“»]")
_MEANINGS = ("s", "light", "mood", "people", "look", "p", "pose", "role", "framing", "hmu",
             "set", "head", "cue", "month", "weekday", "season", "m", "aspect", "chan")  # fmt: skip


def free_names(text: str, tokens: tuple[Token, ...], at: list[dict[str, Span]]) -> None:
    """Take the meanings of ordinary words from names that stand in quotation marks."""
    for match in _NAME.finditer(text):
        for place, token in enumerate(tokens):
            if match.start(1) <= token.start < match.end(1):
                for kind in _MEANINGS:
                    at[place].pop(kind, None)


def free_called(
    tokens: tuple[Token, ...], at: list[dict[str, Span]], *, capital_nouns: bool
) -> None:
    """Take the meanings from what a style is called, here and wherever its name comes again.

    "Modèle Falaise (noir)", "stivali Bosco in nero", "il Lido in cuoio ... una in Lido".
    """
    names = {
        token.form
        for place, token in enumerate(tokens)
        if place and token.is_name and token.is_word
        if _is_called(place, tokens, at, capital_nouns=capital_nouns)
    }
    for place, token in enumerate(tokens):
        if token.is_name and token.form in names:
            for kind in (*_MEANINGS, "col"):
                at[place].pop(kind, None)


_GOODS = ("g", "h", "b", "j", "c")
_REACH = 3


def _is_called(
    place: int, tokens: tuple[Token, ...], at: list[dict[str, Span]], *, capital_nouns: bool
) -> bool:
    before = tokens[place - 1].form
    if before in word_set("style_names.leads") | word_set("named_models.called"):
        return True
    if _leads_goods(place, tokens, at):
        return True
    led = before in word_set("coloured_names.the") or _behind_goods(place, at)
    led = led and not tokens[place - 1].is_name
    return led and not capital_nouns and _is_coloured(place, tokens, at)


def _leads_goods(place: int, tokens: tuple[Token, ...], at: list[dict[str, Span]]) -> bool:
    """Whether a capital colour is a name, the colour being told behind: "Bramble boot (tan)"."""
    if "col" not in at[place] or place + 1 >= len(tokens) or at[place]["col"].end != place + 1:
        return False
    goods = next((span for kind in _GOODS if (span := at[place + 1].get(kind))), None)
    if goods is None or goods.end + 2 >= len(tokens) or tokens[goods.end].form not in ("(", "in"):
        return False
    colour = at[goods.end + 1].get("col")
    if colour is None or colour.end >= len(tokens):
        return colour is not None
    return tokens[colour.end].form in _CLOSES or "m" in at[colour.end]


_CLOSES = (")", ",", ".", ";", "and", "or", "&")


def _behind_goods(place: int, at: list[dict[str, Span]]) -> bool:
    before = (at[p].get(k) for p in range(max(0, place - _REACH), place) for k in _GOODS)
    return any(span.end == place for span in before if span)


def _is_coloured(place: int, tokens: tuple[Token, ...], at: list[dict[str, Span]]) -> bool:
    """Whether a colour or a cloth is told behind a name: "Coral en rojo", "Bosco (marrone)"."""
    if place + 2 >= len(tokens) or tokens[place + 1].form not in word_set("shared.in.2"):
        return False
    return not {"col", "m"}.isdisjoint(at[place + 2])


def free_small_senses(text: str, tokens: tuple[Token, ...], at: list[dict[str, Span]]) -> None:
    """Take from short words the meanings that their neighbours rule out."""
    _free_roofs(tokens, at)
    _free_pictures(tokens, at)
    _free_suns_and_sizes(text, tokens, at)


def _free_roofs(tokens: tuple[Token, ...], at: list[dict[str, Span]]) -> None:
    """Take "Dach" for a roof: only "DACH" in capitals names a group of countries."""
    for place, token in enumerate(tokens):
        if token.form == "dach" and not token.text.isupper():
            at[place].pop("group", None)


def _free_pictures(tokens: tuple[Token, ...], at: list[dict[str, Span]]) -> None:
    """Take "foto di", "Bild von" for plain files: only before a name is it somebody's work."""
    for place, here in enumerate(at):
        span = here.get("photo")
        if span is None or tokens[span.end - 1].form not in _of() or span.end >= len(tokens):
            continue
        behind = tokens[span.end]
        if "n" in at[place - 1] or not behind.is_name or at[span.end]:
            here.pop("photo")


def _free_suns_and_sizes(text: str, tokens: tuple[Token, ...], at: list[dict[str, Span]]) -> None:
    """Take "hard sun from the side" for light, "2-person" for a size: neither is a day nor cast."""
    for place, token in enumerate(tokens):
        sized = place > 0 and tokens[place - 1].text.isdecimal() and text[token.start - 1] == "-"
        if sized and place + 1 < len(tokens) and tokens[place + 1].is_word:
            at[place].pop("people", None)  # "a 2-person tent" casts nobody.
        if token.form in word_set("light.suns") and "weekday" in at[place]:
            before = tokens[place - 1].form if place else ""
            lit = any("light" in at[p] for p in range(max(0, place - 1), place + 1))
            if token.text.islower() and before not in word_set("light.before_suns") and lit:
                at[place].pop("weekday")


def _of() -> frozenset[str]:
    return word_set("quoted_names.of")
