"""Heads of lines that are no part of a brief: who speaks and when, and the numbers of slides."""

import re
from collections import Counter
from functools import cache

from toile.adapters.language.built_in.text.lexicon import read_table
from toile.adapters.language.built_in.text.tokens import fold

# Of a line alone: a page of empty lines is looked at once.
_AHEAD = r"(?:>|[^\S\n])*"
_STAMP = r"(?:[01]?\d|2[0-3])[:.h][0-5]\d(?::[0-5]\d)?(?: ?[ap]m)?"
_DAY = r"(?:\d{1,2}[./-]\d{1,2}(?:[./-]\d{2,4})?,? )?"
_NAME = r"[A-ZÀ-Þ@][\w.'’-]*(?: [A-ZÀ-Þ][\w.'’-]*)?"
_HEADS = (
    re.compile(rf"^{_AHEAD}\[{_DAY}{_STAMP}\] ?(?:{_NAME} ?[:–-] ?)?", re.MULTILINE),
    re.compile(rf"^{_AHEAD}{_DAY}{_STAMP}(?: [–-])? (?:{_NAME} ?[:–-] ?)?", re.MULTILINE),
    re.compile(rf"^{_AHEAD}{_NAME},? [\[(]?{_DAY}{_STAMP}[\])]?[:,–-]?(?=\s)", re.MULTILINE),
)
_ENOUGH = 2
_SHEETS = (
    "slide|folie|page|seite|sida|bild|pagina|página|diapo|diapositive|diapositiva|lámina|planche"
)
_NUMBERS = (
    re.compile(rf"^{_AHEAD}(?:{_SHEETS}) \d{{1,2}} ?[:/.|–-]?(?=\s)", re.MULTILINE | re.IGNORECASE),
    re.compile(rf"^{_AHEAD}0\d(?=\s)", re.MULTILINE),
)


def without_speakers(text: str) -> str:
    """Return a text of the same length, heads of chat lines and numbers of slides blanked out."""
    for head in (*_HEADS, *_NUMBERS):
        if len(head.findall(text)) >= _ENOUGH:
            text = head.sub(lambda found: _blank(found.group()), text)
    return text


_BULLET = re.compile(rf"^({_AHEAD})([▪▫◾◽■□►▶➤➜✔✓✅☑👉🔹🔸◦‣⁃➡])(\ufe0f?)", re.MULTILINE)


def with_bullets(text: str) -> str:
    """Return a text of the same length, the signs that open its lines as plain bullets."""
    return _BULLET.sub(lambda found: f"{found[1]}•{' ' * len(found[3])}", text)


def with_columns(text: str) -> str:
    """Return a text of the same length, tables divided by semicolons divided by bars."""
    lines = text.split("\n")
    counts = [line.count(";") for line in lines]
    for first in range(len(lines)):
        last = first
        while last < len(lines) and counts[last] == counts[first] >= _CELLS:
            last += 1
        if last - first >= _ROWS:
            lines[first:last] = [
                line.replace(";", "|") if _is_full(line) else line for line in lines[first:last]
            ]
            counts[first:last] = [0] * (last - first)
    return "\n".join(lines)


_CELLS, _ROWS = 2, 3


def with_dashes(text: str) -> str:
    """Return a text of the same length, a line that dashes divide divided by bullets.

    What stands between days or figures is no divider: "3 – 30 May", "4 Oct - 31 Dec".
    """
    return "\n".join(_divided(line) for line in text.split("\n"))


_DASH = re.compile(r"(?<=\S) (?:[-–—·/]|//)(?= +\S)")
_DASHES = 4
_TILL = ("-", "–", "—")


def _divided(line: str) -> str:
    dashes = [found for found in _DASH.finditer(line) if not _is_till(line, found)]
    signs = Counter(found.group() for found in dashes)
    sign, count = signs.most_common(1)[0] if signs else ("", 0)
    if count < _DASHES:
        return line
    for found in dashes:
        if found.group() == sign:
            line = f"{line[: found.start()]}•{' ' * (len(sign) - 1)}{line[found.end() :]}"
    return line


def _is_till(line: str, dash: re.Match[str]) -> bool:
    """Whether a dash stands between two days: a figure or a month on either side of it."""
    before, after = line[: dash.start()].split()[-1], line[dash.end() :].split()[0]
    if dash.group().strip() not in _TILL:
        return False
    return all(word[:1].isdecimal() or fold(word) in _months() for word in (before, after))


@cache
def _months() -> frozenset[str]:
    rows = [row for row in read_table("calendar") if row[0].startswith("month:")]
    return frozenset(fold(word) for row in rows for cell in row[1:] for word in cell.split(","))


def _is_full(line: str) -> bool:
    """Whether most cells of a line are filled: a row, not a heading above or a note below."""
    cells = [cell.strip() for cell in line.split(";")]
    return 2 * sum(map(bool, cells)) > len(cells)


def _blank(words: str) -> str:
    return "".join(c if c == "\n" else " " for c in words)
