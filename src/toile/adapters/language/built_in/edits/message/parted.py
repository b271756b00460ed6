"""Phrases with small words between their parts: "pull way back", "get right down on the floor"."""

from collections.abc import Sequence

from toile.adapters.language.built_in.text.lexicon import Lexicon, Phrase, Span, word_set
from toile.adapters.language.built_in.text.tokens import Token

_KINDS = ("rel", "angle")
_MOST_BETWEEN = 4


def open_phrases(tokens: Sequence[Token], at: list[dict[str, Span]], known: Lexicon) -> None:
    """Find relative words and angles whose parts stand apart, where nothing longer stands."""
    small = word_set("parted.small")
    for place in range(len(tokens) - 2):
        if not any(token.form in small for token in tokens[place + 1 : place + 4]):
            continue
        for phrase, kind, name in known.phrases.get(tokens[place].form, ()):
            if kind not in _KINDS or len(phrase) < 2:
                continue
            end = _end(tokens, place, phrase, small)
            there = at[place].get(kind)
            if end and (there is None or there.end < end):
                at[place][kind] = Span(place, end, kind, name)


def _end(tokens: Sequence[Token], place: int, phrase: Phrase, small: frozenset[str]) -> int:
    """Return where a phrase ends, small words between its parts skipped; 0 where it is not."""
    here, skipped = place + 1, 0
    for word in phrase[1:]:
        while here < len(tokens) and tokens[here].form != word and tokens[here].form in small:
            here, skipped = here + 1, skipped + 1
        if skipped > _MOST_BETWEEN or here >= len(tokens) or tokens[here].form != word:
            return 0
        here += 1
    return here
