"""The languages of a text, by its small words, its vocabulary and its letters."""

import re
from functools import cache

from toile.adapters.language.built_in.text.english import is_english
from toile.adapters.language.built_in.text.lexicon import (
    LANGUAGES,
    lexicon,
    read_table,
    word_set,
)
from toile.adapters.language.built_in.text.tokens import Token, fold, tokenise

ENGLISH = word_set("page.english")
# German and Swedish say "Make-up" and "Styling", too: such a word tells of no language.
_BORROWED = re.compile(r"\b(?:make-up|close-up|back-up)s?\b", re.IGNORECASE)


def spoken_in(text: str, tables: tuple[str, ...]) -> tuple[str, ...]:
    """Return the languages of a text: of a short one, or one without sentences, by its nouns."""
    words = _words(text)
    small = sum(any(word in known for _, known in _function_words()) for word in words)
    bare = len(text) < _SHORT or small < len(words) * _BARE
    return languages_of(text, tables) if bare else detect(text)


_SHORT = 160
# A table or a list has hardly any small words; sentences have three or more in ten.
_BARE = 0.1


def _words(text: str) -> list[str]:
    return [
        t.form for t in tokenise(text) if t.is_word and not (t.text.isupper() and len(t.text) > 1)
    ]


def detect(text: str) -> tuple[str, ...]:
    """Return the languages of a text by their function words, the strongest first."""
    words = _words(text)
    tables = _function_words()
    weights = {
        word: 1 / sum(word in known for _, known in tables)
        for word in set(words)
        if any(word in known for _, known in tables)
    }
    scores = {
        language: sum(weights[word] for word in words if word in weights and word in known)
        for language, known in tables
    }
    best = max(scores.values(), default=0)
    if best == 0:
        return ("en",)
    near = [name for name, score in scores.items() if score == best or score >= max(3, best * 0.66)]
    return tuple(sorted(near, key=lambda name: -scores[name]))


def languages_of(text: str, tables: tuple[str, ...]) -> tuple[str, ...]:
    """Return the languages of a short text: function words first, then vocabulary."""
    text = _BORROWED.sub(" ", text)
    tokens = tokenise(text)
    scores: dict[str, int] = {}
    spoken = detect(text)
    english = any(t.form in _only_english() for t in tokens)
    for language in LANGUAGES:
        known = lexicon((language,), tables).known
        scores[language] = sum(
            1 + (len(t.form) > 4) for t in tokens if _tells(t.form) and t.form in known
        )
        scores[language] += 2 * (
            language in spoken and (spoken != ("en",) or any(t.form in ENGLISH for t in tokens))
        )
        if not english:
            scores[language] += 2 * sum(_is_spelled(t, language) for t in tokens)
    best = max(scores.values())
    rivals = [name for name in LANGUAGES[1:] if scores[name] == best]
    led = any(t.form in word_set("page.articles") for t in tokens)
    if scores["en"] >= best and not (led and best and rivals and spoken != ("en",)):
        return ("en",)
    if rivals and scores["en"] == best:
        return tuple(rivals)
    return tuple(language for language in LANGUAGES if scores[language] == best)


def _tells(form: str) -> bool:
    """Whether a word may tell of a language: the trade's own words are the same in all."""
    return len(form) > 2 and form not in word_set("page.jargon")


@cache
def _only_english() -> frozenset[str]:
    """Return the small words that no other language shares with English."""
    shared = (known for name, known in _function_words() if name != "en")
    return ENGLISH.difference(*shared)


def _is_spelled(token: Token, language: str) -> bool:
    """Whether the letters of a word give its language away: "à", "ñ"; a name tells nothing."""
    own = {letter for letter in token.text if letter.isalpha() and not letter.isascii()}
    told = token.is_word and token.text.islower() and own and not is_english(token.form)
    return bool(told) and own <= word_set(f"letters.{language}")


@cache
def _function_words() -> tuple[tuple[str, frozenset[str]], ...]:
    rows = read_table("function_words")
    return tuple((row[0], frozenset(fold(word) for word in row[1].split(","))) for row in rows)
