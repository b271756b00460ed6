"""Two things under one "without": "sans Tom ni la chaise" is "sans Tom sans la chaise"."""

from toile.adapters.language.built_in.edits.message.board_words import BoardWords
from toile.adapters.language.built_in.text.lexicon import word_set
from toile.adapters.language.built_in.text.page import Page

_FIELDS = frozenset(("garments", "props", "talent"))
_NEAR = 5


def without_both(page: Page, board: BoardWords) -> str | None:
    """Return the text with "without" before each of two things of the board, or ``None``."""
    for segment in page.live():
        for place in range(segment.start, segment.end - 2):
            if page.form(place) not in word_set("without_both.without"):
                continue
            mark = _mark(page, board, place, segment.end)
            if mark is not None:
                told = page.tokens[place].text
                joiner = page.tokens[mark]
                return f"{page.text[: joiner.start]}{told}{page.text[joiner.end :]}"
    return None


def _mark(page: Page, board: BoardWords, place: int, end: int) -> int | None:
    """Return where "or", "ni" stands between two things that both go."""
    for mark in range(place + 2, min(end - 1, place + 2 + _NEAR)):
        if page.form(mark) not in word_set("without_both.nor"):
            continue
        ahead = _things_end_at(page, board, place + 1, mark)
        start = mark + 1 + (page.form(mark + 1) in word_set("naming.articles"))
        behind = any(
            m.start == start and m.fields <= _FIELDS for m in board.mentions(page, start, end)
        )
        return mark if ahead and behind else None
    return None


def _things_end_at(page: Page, board: BoardWords, start: int, mark: int) -> bool:
    return any(m.end == mark and m.fields <= _FIELDS for m in board.mentions(page, start, mark))
