"""Short stretches that nobody knows what to do with: "2 kneeling and also blorpy"."""

from collections.abc import Collection

from toile.adapters.language.built_in.edits.clauses import pieces
from toile.adapters.language.built_in.edits.message.board_words import BoardWords
from toile.adapters.language.built_in.edits.message.clause import Clause
from toile.adapters.language.built_in.edits.message.senses import stem, stems
from toile.adapters.language.built_in.edits.message.talk import is_named
from toile.adapters.language.built_in.text.lexicon import common_words, word_set
from toile.adapters.language.built_in.text.page import Page
from toile.adapters.language.built_in.text.phrases import function_words, in_english

_LONGEST = 3
_TAKEN = '"'  # What somebody else has read already.
_SHORTEST = 4
# What a word may be that is no wish by itself: a degree, a body's word, a look on a face.
_STRESS = frozenset(("mod", "adj", "body", "mien"))


def unknown_wishes(page: Page, board: BoardWords, heard: Collection[str]) -> list[str]:
    """Return the stretches behind another wish that say something and came to nothing.

    ``heard`` are the stems of what the commands speak of.
    """
    cut = pieces(page, board)
    led = word_set("naming.and") | word_set("joining.but") | word_set("unknown_wishes.also") | {","}
    return [
        page.words(piece.start, piece.end)
        for piece in cut[1:]
        if page.form(piece.start - 1) in led
        # A name that ends a message signs it; inside, somebody is wished for.
        and _is_unknown(page, piece, heard, names=piece is not cut[-1])
    ]


def _is_unknown(page: Page, piece: Clause, heard: Collection[str], *, names: bool) -> bool:
    words = [p for p in range(piece.start, piece.end) if page.tokens[p].text[:1].isalnum()]
    if not words or len(words) > _LONGEST or piece.mentions:
        return False
    telling = [p for p in words if _says_something(page, p, names=names)]
    said = {*stems(in_english(page, piece.start, piece.end)), *(page.form(p) for p in telling)}
    said = {stem(word) for word in said if len(word) >= _SHORTEST}
    if not said.isdisjoint(heard) or any(is_named(page, p) for p in words):
        return False
    if page.form(piece.start) in word_set("shots_kept.not") or page.form(piece.end) == _TAKEN:
        return False
    if any(page.tokens[p].text.isdecimal() for p in words):  # "And 6 the same" is an echo.
        return False
    known = [s for p in range(piece.start, piece.end) for s in page.at[p].values()]
    if any(span.kind not in _STRESS for span in known):
        return False
    return bool(telling)


def _says_something(page: Page, place: int, *, names: bool) -> bool:
    """Whether a word has a meaning of its own that no table knows here."""
    token, form = page.tokens[place], page.form(place)
    if not token.is_word or (token.is_name and not names) or len(form) < _SHORTEST:
        return False
    if form in function_words() or form in word_set("contents.polite"):
        return False
    return form not in common_words() or form.endswith(tuple(word_set("unknown_wishes.more")))
