"""What is said to a plan that waits: yes, no, or "no, rather so"; in any of the languages."""

import re
from functools import cache
from typing import Final

from toile.adapters.language.built_in.text.lexicon import read_table
from toile.adapters.language.built_in.text.tokens import fold, tokenise
from toile.domain.commands import Reply

Words = tuple[str, ...]
_BESIDE: Final = "with"
# The rows that are replies, the weightier ones behind; to an offer to draw those of a plan are not.
_KINDS: Final = {
    _BESIDE: _BESIDE,
    "approve": "agree",
    "agree": "agree",
    "undo": "decline",
    "decline": "decline",
}
_OF_PLANS: Final = ("approve", "undo")
_PAUSE: Final = re.compile(r"[,.;:!?…–—]+|\s-\s|\n")


def reply_of(message: str, *, drawing: bool = False) -> Reply | None:
    """Return what the words say to a plan, ``instead`` where a no begins another wish.

    Where only ``drawing`` is offered, "undo" and "approved" are said of what is done already.
    """
    told, rest = _told(_words(message), drawing)
    if told and not rest:
        return "agree" if told == {"agree"} else "decline"
    first, *more = _PAUSE.split(message.strip(), maxsplit=1)
    # "No props" is a wish; "no, props" begins one anew.
    return "instead" if more and _told(_words(first), drawing) == ({"decline"}, ()) else None


def _told(words: Words, drawing: bool) -> tuple[set[str], Words]:
    """Return the replies at the start of the words, and what is left behind them."""
    told, phrases = set[str](), _phrases(drawing)
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
def _phrases(drawing: bool) -> dict[Words, str]:
    """Return the phrases of every language; a no is no yes anywhere."""
    said = {row[0]: ",".join(row[1:]).split(",") for row in read_table("replies")}
    kinds = {row: kind for row, kind in _KINDS.items() if not (drawing and row in _OF_PLANS)}
    return {
        words: kind for row, kind in kinds.items() for one in said[row] if (words := _words(one))
    }


@cache
def _longest() -> int:
    return max(map(len, _phrases(drawing=False)))
