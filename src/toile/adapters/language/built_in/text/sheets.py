"""Tables with a head, pasted from a sheet: a row is a product, a column with a ratio counts files.

A row whose counts are words ("sold out", "rimandato") is not asked for.
"""

import re
from dataclasses import dataclass

from toile.adapters.language.built_in.text.lexicon import FOR_BRIEFS, word_set
from toile.adapters.language.built_in.text.page import Page, read_page
from toile.adapters.language.built_in.text.phrases import in_english
from toile.adapters.language.built_in.text.ratios import find_ratios, seconds_at
from toile.adapters.language.built_in.text.tokens import fold
from toile.domain.brief import Deliverable, Product

_SIGNS = ("\t", "|")
_FEWEST = 3
_EMPTY = frozenset(("", "-", "–", "—", "0", "x"))
_RULE = re.compile(r"[\s|:+=-]+")


@dataclass(frozen=True)
class Column:
    """A column that counts files of one ratio."""

    place: int
    kind: str
    aspect: str
    seconds: int | None


@dataclass(frozen=True)
class Sheet:
    """What a table asks for, with the tokens it stands on."""

    products: tuple[Product, ...]
    deliverables: tuple[Deliverable, ...]
    start: int
    end: int


def read_sheet(page: Page) -> Sheet | None:
    """Return the table of a page whose head names ratios; ``None`` where there is none."""
    lines = lines_of(page.text)
    for index, (offset, cells) in enumerate(lines):
        columns = _columns(page, cells) or _counting(page, cells, offset)
        if not columns:
            continue
        below = rows_below(lines, index)
        kept = [row for _, row in below if _is_asked(row, columns)]
        if not kept:
            return None
        last, row = below[-1]
        places = _places(page, offset, page.text.find("\n", last + len("".join(row))))
        return Sheet(
            tuple(_product(page, cells, row, columns) for row in kept),
            tuple(d for column in columns if (d := _files(column, kept))),
            places[0],
            places[-1] + 1,
        )
    return None


def lines_of(text: str) -> list[tuple[int, list[str]]]:
    """Return the offset and the cells of every line; a line that is no row has no cells."""
    found: list[tuple[int, list[str]]] = []
    offset = 0
    for line in text.splitlines(keepends=True):
        sign = next((s for s in _SIGNS if line.strip().strip(s).count(s) >= _FEWEST - 1), "")
        cells = [cell.strip() for cell in line.strip().strip("|").split(sign)] if sign else []
        if not _RULE.fullmatch(line):
            found.append((offset, cells))
        offset += len(line)
    return found


def rows_below(lines: list[tuple[int, list[str]]], head: int) -> list[tuple[int, list[str]]]:
    rows = lines[head + 1 :]
    stop = next((i for i, (_, cells) in enumerate(rows) if not cells), len(rows))
    return rows[:stop]


def _columns(page: Page, head: list[str]) -> list[Column]:
    found: list[Column] = []
    for place, cell in enumerate(head):
        said = read_page(cell, FOR_BRIEFS, page.languages) if place and cell else None
        ratios = find_ratios(said, 0, len(said.tokens)) if said else []
        if said is None or len(ratios) != 1 or not ratios[0].value[:1].isdecimal():
            continue
        lengths = [s for p in range(len(said.tokens)) if (s := seconds_at(said, p))]
        media = [s.name for s in said.spans(0, len(said.tokens), "media")]
        kind = "video" if lengths or {"video", "reel"} & set(media) else "still"
        found.append(Column(place, kind, ratios[0].value, lengths[0] if lengths else None))
    return found


def _counting(page: Page, head: list[str], offset: int) -> list[Column]:
    """Return the one column that counts views, where a line around the table tells their ratio."""
    counting = [i for i, cell in enumerate(head) if i and fold(cell) in word_set("sheets.counts")]
    named = any(set(fold(cell).split()) & word_set("sheets.things") for cell in head)
    if len(counting) != 1 or not named:
        return []
    first = len(_places(page, 0, offset))
    told = [r for r in find_ratios(page, 0, len(page.tokens)) if r.value[:1].isdecimal()]
    alone = [r for r in told if page.form(r.start - 1) in word_set("sheets.all")]
    lone = alone or (told if len({r.value for r in told}) == 1 else [])
    behind = [r for r in lone if r.start >= first] or lone
    return [Column(counting[0], "still", behind[0].value, None)] if behind else []


def _is_asked(row: list[str], columns: list[Column]) -> bool:
    """Whether a row counts files: words in place of a count say that it is off."""
    cells = [row[c.place] if c.place < len(row) else "" for c in columns]
    total = fold(row[0]).split(" ")[0] in word_set("sheets.totals")
    counted = any(cell.isdecimal() and int(cell) for cell in cells)
    return counted and not total and all(cell.isdecimal() or cell in _EMPTY for cell in cells)


def _product(page: Page, head: list[str], row: list[str], columns: list[Column]) -> Product:
    names: list[str] = []
    colour: str | None = None
    counts = {c.place for c in columns}
    for place, cell in enumerate(row[: len(head)]):
        title = fold(head[place])
        if place in counts or not cell or any(w in word_set("sheets.codes") for w in title.split()):
            continue
        if any(w in word_set("sheets.colours") for w in title.split()):
            colour = say_cell(page, cell).lower()
        elif not cell.isdecimal():
            names.append(say_cell(page, cell))
    return Product(item=" ".join(names) or row[0], colour=colour)


def say_cell(page: Page, cell: str) -> str:
    if page.languages[0] == "en":
        return cell
    said = read_page(cell, FOR_BRIEFS, page.languages)
    stop = len(said.tokens)
    names = [p for p in range(1, stop) if said.tokens[p].is_name and said.tokens[p].is_word]
    if page.languages[0] == "de" or not names or names[-1] - names[0] >= len(names):
        return in_english(said, 0, stop) or cell
    things = in_english(said, 0, names[0]), in_english(said, names[-1] + 1, stop)
    return " ".join((said.words(names[0], names[-1] + 1), *filter(None, things)))


def _files(column: Column, rows: list[list[str]]) -> Deliverable | None:
    cells = [row[column.place] for row in rows if column.place < len(row)]
    count = sum(int(cell) for cell in cells if cell.isdecimal())
    return (
        Deliverable(count=count, kind=column.kind, aspect=column.aspect, seconds=column.seconds)
        if count
        else None
    )


def _places(page: Page, start: int, stop: int) -> list[int]:
    stop = stop if stop >= 0 else len(page.text)
    return [p for p, token in enumerate(page.tokens) if start <= token.start < stop]
