"""A thing swapped for another of its kind: "swap chair for stool" is read as "replace it by one".

On a board with a chair a stool may be that chair; behind "for" it is what comes.
"""

import itertools

from toile.adapters.language.built_in.edits.message.board_words import BoardWords, Mention
from toile.adapters.language.built_in.edits.message.senses import stem
from toile.adapters.language.built_in.text.lexicon import word_set
from toile.adapters.language.built_in.text.page import Page

_WORN = frozenset(("garments", "props"))


def kind_for_kind(page: Page, board: BoardWords) -> str | None:
    """Return the text with a plain verb of replacing, ``None`` where two things change places."""
    if page.languages[0] != "en":
        return None
    for segment in page.live():
        verb = page.span_at(segment.start, "act")
        if verb is None or verb.name != "swap":
            continue
        things = [m for m in board.mentions(page, verb.end, segment.end) if m.fields <= _WORN]
        for old, new in itertools.pairwise(things):
            between = [page.form(p) for p in range(old.end, new.start)]
            led = bool(between) and between[0] in word_set("meant_for.for")
            if led and old.values == new.values and not _is_literal(page, new):
                head, tail = page.tokens[verb.start].start, page.tokens[verb.end - 1].end
                sign = page.tokens[old.end]
                return (
                    f"{page.text[:head]}replace{page.text[tail : sign.start]}by"
                    f"{page.text[sign.end :]}"
                )
    return None


def _is_literal(page: Page, mention: Mention) -> bool:
    """Whether the words are those of the board itself."""
    said = {stem(page.form(p)) for p in range(mention.start, mention.end)}
    return any(said <= set(entry.stems) for entry in mention.entries)
