"""Whether a thing on the board may be the one that a colour word describes.

"The red bikini" is never the white one: where a board has only a white one, it is asked about.
"""

from functools import cache

from toile.adapters.language.built_in.edits.message.board_words import Mention
from toile.adapters.language.built_in.edits.message.entries import Entry
from toile.adapters.language.built_in.text.families import ROMANCE
from toile.adapters.language.built_in.text.lexicon import FOR_EDITS, Span, lexicon, read_table
from toile.adapters.language.built_in.text.page import Page
from toile.adapters.language.built_in.text.tokens import tokenise


def described(
    page: Page, mention: Mention, entries: tuple[Entry, ...], wished: Span | None = None
) -> tuple[Entry, ...]:
    """Return the entries that the colour beside or inside a mention may describe.

    A thing without a colour of its own may be of any; the colour ``wished`` describes none.
    """
    said = _said(page, mention)
    if said is None:
        return entries
    if wished is not None and said == wished.name:
        return ()
    return of_colour(entries, said)


def of_colour(entries: tuple[Entry, ...], said: str) -> tuple[Entry, ...]:
    """Return the entries that a colour may describe."""
    exact = tuple(e for e in entries if said in colours_of(e.value))
    return exact or tuple(e for e in entries if _alike(said, colours_of(e.value)))


def _said(page: Page, mention: Mention) -> str | None:
    """Return the colour before or in a mention; behind it in languages that put it there."""
    last = mention.end if page.languages[0] in ROMANCE else mention.end - 1
    for span in page.spans(max(0, mention.start - 3), mention.end + 1, "col"):
        if span.end >= mention.start and span.start <= last:
            return span.name
    return None


@cache
def colours_of(value: str) -> frozenset[str]:
    """Return the colours that a value of a board names."""
    tokens, known = tokenise(value), lexicon(("en",), FOR_EDITS)
    spans = (span for place in range(len(tokens)) for span in known.at(tokens, place))
    return frozenset(span.name for span in spans if span.kind == "col")


def _alike(said: str, own: frozenset[str]) -> bool:
    return not own or any(said in one or one in said or _kin(said, one) for one in own)


def _kin(one: str, other: str) -> bool:
    return any({one, other} <= row for row in _rows())


@cache
def _rows() -> tuple[frozenset[str], ...]:
    return tuple(frozenset((row[0], *row[1].split(","))) for row in read_table("colour_kin"))
