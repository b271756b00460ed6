"""What is said to a plan that waits: yes, no, or "no, rather so"; in any of the languages."""

import re
from functools import cache
from typing import Final

from toile.adapters.language.built_in.text.lexicon import read_table
from toile.adapters.language.built_in.text.tokens import fold, tokenise
from toile.domain.commands import Reply

Words = tuple[str, ...]
_BESIDE: Final = "with"
_PAUSE: Final = re.compile(r"[,.;:!?…–—]+|\s-\s|\n")


def reply_of(message: str) -> Reply | None:
    """Return what the words say to a plan, ``instead`` where a no begins another wish."""
    told, rest = _told(_words(message))
    if told and not rest:
        return "agree" if told == {"agree"} else "decline"
    first, *more = _PAUSE.split(message.strip(), maxsplit=1)
    # "No props" is a wish; "no, props" begins one anew.
    return "instead" if more and _told(_words(first)) == ({"decline"}, ()) else None


def _told(words: Words) -> tuple[set[str], Words]:
    """Return the replies at the start of the words, and what is left behind them."""
    told: set[str] = set()
    while words:
        longest = min(len(words), _longest())
        cuts = (cut for cut in range(longest, 0, -1) if words[:cut] in _phrases())
        cut = next(cuts, 0)
        if not cut:
            break
        told.add(_phrases()[words[:cut]])
        words = words[cut:]
    return told - {_BESIDE}, words


def _words(text: str) -> Words:
    return tuple(fold(token.text) for token in tokenise(text) if token.text[:1].isalnum())


@cache
def _phrases() -> dict[Words, str]:
    """Return the phrases of every language; a no is no yes anywhere."""
    rows = read_table("replies")
    kinds = (_BESIDE, "agree", "decline")
    said = {row[0]: ",".join(row[1:]).split(",") for row in rows}
    return {words: kind for kind in kinds for one in said[kind] if (words := _words(one))}


@cache
def _longest() -> int:
    return max(map(len, _phrases()))
