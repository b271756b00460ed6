"""The lines that put a brief right: "Correction: two models", "Korrektur: ohne den Schal"."""

import re
from functools import cache

from toile.adapters.language.built_in.text.lexicon import word_set
from toile.adapters.language.built_in.text.tokens import fold

_LINE = re.compile(r"^[ \t]*([^\W\d_]+)[ \t\u00a0]*:[ \t]*(\S.*)$", re.MULTILINE)
Line = tuple[int, int]


def correcting_lines(text: str) -> list[Line]:
    """Return where the words of each correcting line begin and end."""
    found = [m.span(2) for m in _LINE.finditer(text) if fold(m.group(1)) in _labels()]
    # Nobody corrects a brief so often; each line is read on its own, and a pasted log has many.
    return found if len(found) <= _MOST else []


_MOST = 12


@cache
def _labels() -> frozenset[str]:
    return word_set("amends.labels")


def without_lines(text: str, lines: list[Line]) -> str:
    """Return the text with blanks in the place of its correcting lines, no word moved."""
    for start, end in reversed(lines):
        head = text.rfind("\n", 0, start) + 1
        text = text[:head] + " " * (end - head) + text[end:]
    return text.rstrip()


def only_line(text: str, line: Line) -> str:
    """Return the words of one line, at the place where they stand in the text."""
    return " " * line[0] + text[line[0] : line[1]]
