"""Shots that are set against each other: "2 seated while 4 is warmer", "3 on the other hand"."""

import re
from functools import cache

from toile.adapters.language.built_in.text.lexicon import word_set
from toile.adapters.language.built_in.text.page import Page

_SHOT = r"(?:(?:the|shot|number|no|nr|la|le|el|die|das|bild|plan|foto)\s+)*\d+(?::an?)?"


def contrasted(page: Page) -> str | None:
    """Return the text with one order beside the other, or ``None`` where nothing is contrasted."""
    text = _aside().sub(r"\1", _apart().sub(r", \1", page.text))
    return text if text != page.text else None


@cache
def _apart() -> re.Pattern[str]:
    """Match "while 4 is": the next order begins there."""
    led = rf"\s*,?\s+(?:{_words('while')})\s+({_SHOT})(?:\s+(?:{_words('is')}))?(?=\s)"
    return re.compile(led, re.IGNORECASE)


@cache
def _aside() -> re.Pattern[str]:
    """Match "4, on the other hand,": the words behind a shot that say nothing of it."""
    return re.compile(rf"({_SHOT})\s*,?\s+(?:{_words('but')})\b,?(?=\s)", re.IGNORECASE)


def _words(name: str) -> str:
    said = sorted(word_set(f"contrasts.{name}"), key=len, reverse=True)
    return "|".join(re.escape(word).replace("_", r"\s+") for word in said)
