"""Layer one: text into tokens that remember where they stood.

Knows nothing of languages beyond elisions ("l'heure") and nothing of meaning.
"""

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache

_TOKEN = re.compile(
    r"#[0-9a-fA-F]{6}\b"
    r"|\b(?=[0-9]*[A-F])(?=[A-F]*[0-9])[0-9A-F]{6}\b"
    r"|\d+(?:[.,'\u00a0\u202f ]\d{3})+(?:[.,]\d+)?(?!\d)"
    r"|\d+(?:[.,]\d+)?"
    r"|[^\W\d_]+(?:['’][^\W\d_]+)*"
    r"|[^\s\w]|_"
)
_ELISIONS = frozenset(
    [
        "l",
        "d",
        "dell",
        "all",
        "nell",
        "dall",
        "sull",
        "un",
        "qu",
        "j",
        "m",
        "t",
        "s",
        "c",
        "n",
        "quell",
        "quest",
        "jusqu",
        "lorsqu",
        "sant",
        "bell",
    ]
)
_OPEN = {"ß": "ss", "ø": "o", "æ": "ae", "œ": "oe", "ł": "l", "đ": "d", "’": "'"}


@dataclass(frozen=True, slots=True)
class Token:
    """One word, number or sign; ``form`` is folded: lower case without accents."""

    text: str
    form: str
    start: int
    end: int

    @property
    def number(self) -> float | None:
        """The value of a written number, or ``None``."""
        plain = self.text[:1].isdecimal() and not any(c.isalpha() for c in self.text)
        return _number(self.text) if plain else None

    @property
    def is_word(self) -> bool:
        return self.text[:1].isalpha()

    @property
    def is_name(self) -> bool:
        """Whether it is written as a name: with a capital."""
        return self.text[:1].isupper()


@lru_cache(maxsize=20_000)
def fold(text: str) -> str:
    """Return lower case without accents, so that "À plat" and "a plat" are one."""
    plain = "".join(_OPEN.get(letter, letter) for letter in text.casefold())
    spread = unicodedata.normalize("NFKD", plain)
    return "".join(letter for letter in spread if not unicodedata.combining(letter))


def tokenise(text: str) -> tuple[Token, ...]:
    """Cut a text into tokens; elided articles stand alone, possessive endings fall away."""
    return tuple(
        token
        for match in _TOKEN.finditer(text)
        if not (match.group() == "-" and _is_hyphen(text, match.start()))
        for token in _pieces(match)
    )


def _is_hyphen(text: str, place: int) -> bool:
    """Whether a dash joins a word ("close-up"), not figures ("2-4") nor stretches of a sentence."""
    before, after = text[place - 1 : place], text[place + 1 : place + 2]
    return before.isalnum() and after.isalnum() and not (before.isdecimal() and after.isdecimal())


def _pieces(match: re.Match[str]) -> tuple[Token, ...]:
    text, start = match.group(), match.start()
    word = text.replace("’", "'")
    if "'" not in word or not text[:1].isalpha():
        return (Token(text, fold(text), start, match.end()),)
    head, _, tail = word.partition("'")
    # "L'e-commerce" is the one word of a single letter that is elided before.
    if fold(head) in _ELISIONS and (len(tail) > 1 or tail == "e"):
        cut = start + len(head) + 1
        return (
            Token(text[: len(head) + 1], fold(head), start, cut),
            Token(text[len(head) + 1 :], fold(tail), cut, match.end()),
        )
    if fold(tail) == "s":
        return (Token(text[: len(head)], fold(head), start, start + len(head)),)
    return (Token(text, fold(word).replace("'", ""), start, match.end()),)


def _number(text: str) -> float:
    """Read "1,200", "14.900,00", "27.500", "0.2" or "60 000" as people mean them."""
    plain = re.sub(r"['\u00a0\u202f ]", "", text)
    if re.fullmatch(r"\d{1,3}(?:[.,]\d{3})+", plain):
        return float(re.sub(r"[.,]", "", plain))
    whole, sign, part = _last_sign(plain)
    return float(f"{re.sub('[.,]', '', whole)}.{part}") if sign else float(plain)


def _last_sign(text: str) -> tuple[str, str, str]:
    place = max(text.rfind("."), text.rfind(","))
    return (text, "", "") if place < 0 else (text[:place], text[place], text[place + 1 :])
