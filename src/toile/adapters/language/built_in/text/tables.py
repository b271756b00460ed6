"""Tables pasted from a sheet: a row is a style, its cells are multiplied."""

import re
from dataclasses import dataclass

from toile.adapters.language.built_in.text.page import Page
from toile.adapters.language.built_in.text.phrases import negated
from toile.adapters.language.built_in.text.tokens import fold, tokenise

_TOTALS = frozenset(("total", "totale", "summe", "summa", "sum", "somme", "gesamt"))

_RATIO = re.compile(r"\d{1,2} ?[:x×] ?\d{1,2}")


@dataclass(frozen=True)
class Row:
    """One style: its name, its colours where named, and the files it needs."""

    name: str
    colours: tuple[str, ...]
    files: int
    start: int
    end: int


def rows(page: Page) -> list[Row]:
    """Return the rows of the tables of a page."""
    found: list[Row] = []
    offset = 0
    for line in page.text.splitlines(keepends=True):
        row = _row(page, line, offset)
        if row:
            found.append(row)
        offset += len(line)
    return found if len(found) > 1 else []


def _row(page: Page, line: str, offset: int) -> Row | None:
    cells = [cell.strip() for cell in line.split("|")]
    if len(cells) < 3 or not cells[0] or fold(cells[0]).split()[0] in _TOTALS:
        return None
    numbers = [int(cell) for cell in cells[1:] if cell.isdecimal()]
    if not numbers or any(_RATIO.fullmatch(cell) for cell in cells):
        return None  # A row with its own ratios counts files of each, it multiplies nothing.
    colours = tuple(
        part.strip()
        for cell in cells[1:]
        if not cell.isdecimal()
        for part in cell.split(",")
        if part.strip()
    )
    gone = _taken_back(page, cells[0])
    kept = tuple(c for c in colours if fold(c) not in gone)
    files = 1
    for place, number in enumerate(numbers):
        files *= number - (1 if gone and not colours and place == 0 and number > 1 else 0)
    files *= len(kept) if colours else 1
    places = [p for p, t in enumerate(page.tokens) if offset <= t.start < offset + len(line)]
    return Row(cells[0], kept, files, places[0], places[-1] + 1)


def _taken_back(page: Page, name: str) -> set[str]:
    """Return the colours of a row that the text below takes back ("skip Tarn in oxblood")."""
    words = {t.form for t in tokenise(name) if t.is_word}
    gone: set[str] = set()
    for start, end in [*negated(page), *_cancelled(page)]:
        stretch = {page.form(p) for p in range(start, end)}
        own = page.spans(start, end, "col")
        if stretch & words and own:
            gone |= {fold(page.words(s.start, s.end)) for s in own}
    return gone


def _cancelled(page: Page) -> list[tuple[int, int]]:
    return [
        (s.start, s.end)
        for s in page.segments
        if any(c.name == "drop" for c in page.spans(s.start, s.end, "cue"))
        and "|" not in page.words(s.start, s.end)
    ]
