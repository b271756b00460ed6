"""What is said to a plan, an offer or the drawing: yes, no, or "no, rather so"; in any language."""

import re
from functools import cache
from typing import Final

from toile.adapters.language.built_in.text.lexicon import read_table
from toile.adapters.language.built_in.text.tokens import fold, tokenise
from toile.domain.commands import Offered, Reply

Words = tuple[str, ...]
_BESIDE: Final = "with"
_MEANS: Final = {
    _BESIDE: _BESIDE,
    "approve": "agree",
    "agree": "agree",
    "undo": "decline",
    "decline": "decline",
    "halt": "decline",
}
# The rows that are replies, the weightier ones behind. Beside an offer to draw "undo" and
# "approved" are said of what is done already; drawing goes on through "leave it" and "later".
_ROWS: Final[dict[Offered, tuple[str, ...]]] = {
    "plan": tuple(_MEANS),
    "pictures": (_BESIDE, "agree", "decline", "halt"),
    "work": (_BESIDE, "halt"),
}
_PAUSE: Final = re.compile(r"[,.;:!?…–—]+|\s-\s|\n")


def reply_of(message: str, to: Offered = "plan") -> Reply | None:
    """Return what the words say to what is offered, ``instead`` where a no begins another wish."""
    told, rest = _told(_words(message), to)
    if told and not rest:
        return "agree" if told == {"agree"} else "decline"
    first, *more = _PAUSE.split(message.strip(), maxsplit=1)
    # "No props" is a wish; "no, props" begins one anew.
    return "instead" if more and _told(_words(first), to) == ({"decline"}, ()) else None


def _told(words: Words, to: Offered) -> tuple[set[str], Words]:
    """Return the replies at the start of the words, and what is left behind them."""
    told, phrases = set[str](), _phrases(to)
    while words:
        longest = min(len(words), _longest())
        cuts = (cut for cut in range(longest, 0, -1) if words[:cut] in phrases)
        cut = next(cuts, 0)
        if not cut:
            break
        told.add(phrases[words[:cut]])
        words = words[cut:]
    return told - {_BESIDE}, words


def _words(text: str) -> Words:
    return tuple(fold(token.text) for token in tokenise(text) if token.text[:1].isalnum())


@cache
def _phrases(to: Offered) -> dict[Words, str]:
    """Return the phrases of every language; a no is no yes anywhere."""
    said = {row[0]: ",".join(row[1:]).split(",") for row in read_table("replies")}
    return {words: _MEANS[row] for row in _ROWS[to] for one in said[row] if (words := _words(one))}


@cache
def _longest() -> int:
    return max(map(len, _phrases("plan")))
