"""Names in quotation marks mean only themselves: "Gemelli" are no twins, « Flaque » is no mud."""

import re

from toile.adapters.language.built_in.text.lexicon import Span
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


def free_roofs(tokens: tuple[Token, ...], at: list[dict[str, Span]]) -> None:
    """Take "Dach" for a roof: only "DACH" in capitals names a group of countries."""
    for place, token in enumerate(tokens):
        if token.form == "dach" and not token.text.isupper():
            at[place].pop("group", None)
