"""Words as they are typed in a hurry, put into those of the dictionary: "nix", "aufm", "nåt".

Also gives German its umlauts back where a phone wrote "ae", "oe" and "ue".
"""

import re
from collections.abc import Iterator
from functools import cache

from toile.adapters.language.built_in.text.lexicon import read_table

_BEFORE_A_WORD = "…"
_UMLAUT = re.compile(r"([aou])e")


def as_written(text: str, languages: tuple[str, ...]) -> str:
    """Return a message with the short forms of its languages written out."""
    for language in languages:
        pattern, full = _short_forms(language)
        if full:
            text = pattern.sub(lambda match: full[match.group().casefold()], text)  # noqa: B023
    return text


@cache
def _short_forms(language: str) -> tuple[re.Pattern[str], dict[str, str]]:
    full = {
        short.casefold(): row[2]
        for row in read_table("spoken")
        if row[0] == language
        for short in row[1].split(",")
    }
    longest = sorted(full, key=len, reverse=True)
    words = "|".join(_pattern(short) for short in longest) or r"(?!)"
    plain = {short.rstrip(_BEFORE_A_WORD): said for short, said in full.items()}
    return re.compile(rf"(?<![\w'’.])(?:{words})(?![\w'’])", re.IGNORECASE), plain


def _pattern(short: str) -> str:
    """Return the pattern of a short form; one that ends in "…" counts only before a word."""
    word = re.escape(short.rstrip(_BEFORE_A_WORD))
    return rf"{word}(?=\s+\w)" if short.endswith(_BEFORE_A_WORD) else word


def umlauts(form: str) -> Iterator[str]:
    """Yield what a folded German word may be where "ae", "oe" or "ue" stands for one letter."""
    found = list(_UMLAUT.finditer(form))
    if found:
        yield _UMLAUT.sub(r"\1", form)
    for match in found if len(found) > 1 else ():
        yield form[: match.end() - 1] + form[match.end() :]
