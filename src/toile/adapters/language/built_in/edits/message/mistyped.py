"""Typing errors of a message put right: "drress" is a dress, "agle" an angle.

Only words that no dictionary knows are touched; names written with a capital stay as they are.
"""

from collections.abc import Iterable
from dataclasses import replace
from functools import cache

from rapidfuzz.distance import OSA

from toile.adapters.language.built_in.edits.message.board_words import BoardWords
from toile.adapters.language.built_in.edits.message.pronouns import split_pronoun
from toile.adapters.language.built_in.edits.message.spoken import umlauts
from toile.adapters.language.built_in.text.english import is_english
from toile.adapters.language.built_in.text.lexicon import Lexicon, listed, small_words, word_set
from toile.adapters.language.built_in.text.phrases import function_words
from toile.adapters.language.built_in.text.tokens import Token

_SHORT, _LONG = 4, 8
_ASKED = ("studio", "feelings", "board_asks")


def put_right(
    tokens: tuple[Token, ...],
    place: int,
    known: Lexicon,
    board: BoardWords,
    names: frozenset[str],
) -> Token:
    """Return the token at a place, with the word it was meant to be where it is mistyped."""
    token = tokens[place]
    form = _slips().get(token.form, token.form)
    # "Bleu" is mistyped in an English message and French in a French one.
    foreign = len(known.languages) > 1 and token.form in known.known
    if form != token.form and not foreign:
        return replace(token, form=form)
    form = token.form
    fine = form in known.known or form in board.forms or form in names or _is_small(form)
    fine = fine or _is_asked(form, known.languages)
    if fine or not token.is_word:
        return token
    if "de" in known.languages:
        meant = next((u for u in umlauts(form) if u in known.known or _is_small(u)), None)
        if meant:
            return replace(token, form=meant)
    if (token.is_name and place > 0) or len(form) < _SHORT:
        return token
    if is_english(form) or split_pronoun(form, known) or _is_compound(form, known):
        return token
    return _written(token, _meant(form, known, board, first=place == 0))


def _is_compound(form: str, known: Lexicon) -> bool:
    """Whether "nattbilder", "Hafenmotive" is a known word and one for pictures, run together."""
    if not {"de", "sv"} & set(known.languages):
        return False
    ends = (end for end in word_set("naming.joined") if form.endswith(end))
    return any(form.removesuffix(end).removesuffix("s") in known.known for end in ends)


@cache
def _slips() -> dict[str, str]:
    """Return common slips and what each was meant to be."""
    return dict(pair.split(":") for pair in word_set("mistyped.slips"))


def _meant(form: str, known: Lexicon, board: BoardWords, *, first: bool) -> str | None:
    fixed = known.repair(form) or _board_repair(form, board) or _short_repair(form, known)
    if fixed and known.is_verb(fixed) and known.languages != ("en",):
        # "Rendre" is French, and no "render" with two letters exchanged.
        return fixed if len(form) != len(fixed) and (first or len(form) >= _LONG - 1) else None
    foreign = known.languages != ("en",) and len(form) < _LONG
    if fixed and foreign and _is_exchanged(form, fixed) and form[:-1] != fixed[:-1]:
        return None  # "Panno" is cloth and no cream: another letter makes another word.
    return fixed or _only(form, (w for w in small_words() if len(w) > _SHORT + 1), inflected=False)


def _written(token: Token, fixed: str | None) -> Token:
    """Return a token as it was meant; English is also written so on the board."""
    if fixed is None:
        return token
    plain = token.text == token.form and not _is_exchanged(token.form, fixed)
    text = fixed if plain else token.text
    return replace(token, form=fixed, text=text)


def _is_asked(form: str, languages: tuple[str, ...]) -> bool:
    """Whether a word stands in a table that a whole message is looked up in: "comparte"."""
    return any(form in listed(code, table).known for code in languages for table in _ASKED)


def _is_small(form: str) -> bool:
    return form in function_words() or form in small_words()


def _board_repair(form: str, board: BoardWords) -> str | None:
    if len(form) <= _SHORT:
        return None
    slips = 1 if len(form) < _LONG else 2
    near = [
        w
        for w in board.forms
        if len(w) >= _SHORT and OSA.distance(form, w, score_cutoff=slips) <= slips
    ]
    return min(near, default=None, key=lambda w: OSA.distance(form, w))


def _short_repair(form: str, known: Lexicon) -> str | None:
    """Return the one word that lacks a letter in "agle", "flsh", "roge"."""
    if len(form) != _SHORT:
        return None
    return _only(form, (w for w in known.words.get(form[0], ()) if len(w) == _SHORT + 1))


def _only(form: str, words: Iterable[str], *, inflected: bool = True) -> str | None:
    """Return the one word with the same beginning that is one slip away, if there is just one."""
    near = {
        w
        for w in words
        if w[0] == form[0]
        and not _is_exchanged(form, w)
        and OSA.distance(form, w, score_cutoff=1) <= 1
    }
    if not inflected:
        near = {w for w in near if not (w.startswith(form) or form.startswith(w))}
    return near.pop() if len(near) == 1 else None


def _is_exchanged(form: str, word: str) -> bool:
    """Whether a letter stands for another: "pores" and "ports" may be two words."""
    return len(form) == len(word) and sorted(form) != sorted(word)
