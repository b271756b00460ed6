"""Rows of a table without a head: "product 1 | singlet | sky", "Anorak | 189 EUR | moss"."""

from bisect import bisect_left
from dataclasses import dataclass

from toile.adapters.language.built_in.goods.product_lists import KINDS
from toile.adapters.language.built_in.money import amounts
from toile.adapters.language.built_in.text.lexicon import FOR_BRIEFS, word_set
from toile.adapters.language.built_in.text.page import Page, read_page
from toile.adapters.language.built_in.text.sheets import lines_of, say_cell
from toile.adapters.language.built_in.text.tokens import fold
from toile.domain.brief import Product

_FEWEST = 2


@dataclass(frozen=True, slots=True)
class _Row:
    """The cells of a line that names a product, with the place of the line in the text."""

    item: str
    rest: tuple[str, ...]
    start: int
    end: int


def row_products(page: Page) -> list[tuple[Product, int, int]]:
    """Return the products of rows that are labelled as such or carry a price."""
    lines = _lines(page)
    labelled = [row for line in lines if (row := _labelled(page, *line))]
    rows = labelled or _priced(page, lines)
    if len(rows) < _FEWEST:
        return []
    return [
        (Product(item=say_cell(page, row.item), colour=_colour(page, row)), row.start, row.end)
        for row in rows
    ]


def price_cells(page: Page) -> set[int]:
    """Return where the segments begin that only say what a thing of a table costs."""
    priced = _priced(page, _lines(page))
    return {
        segment.start
        for segment in page.segments
        for row in priced
        if row.start <= segment.start < row.end
        and _is_price(page, page.words(segment.start, segment.end))
    }


def _lines(page: Page) -> list[tuple[list[str], int, int]]:
    """Return the cells of each row with its first token and the token behind its last."""
    found: list[tuple[list[str], int, int]] = []
    starts = [token.start for token in page.tokens]
    for offset, cells in lines_of(page.text):
        if not cells:
            continue
        stop = page.text.find("\n", offset)
        stop = stop if stop >= 0 else len(page.text)
        first, last = bisect_left(starts, offset), bisect_left(starts, stop)
        if first < last:
            found.append((cells, first, last))
    return found


def _labelled(page: Page, cells: list[str], start: int, end: int) -> _Row | None:
    head = page.span_at(start, "head")
    numbered = head is not None and page.tokens[head.end].text.isdecimal()
    if head is None or head.name != "products" or not numbered or not cells[1]:
        return None
    return _Row(cells[1], tuple(cells[2:]), start, end)


def _priced(page: Page, lines: list[tuple[list[str], int, int]]) -> list[_Row]:
    """Return the rows that carry a price, where most of them name something to wear."""
    rows = [
        _Row(cells[0], tuple(c for c in cells[1:] if c not in prices), start, end)
        for cells, start, end in lines
        if (prices := [cell for cell in cells[1:] if _is_price(page, cell)])
        and not set(fold(cells[0]).split()) & word_set("sheets.totals")
    ]
    goods = sum(_names_good(page, row.item) for row in rows)
    return rows if len(rows) >= _FEWEST and 2 * goods > len(rows) else []


def _names_good(page: Page, cell: str) -> bool:
    said = read_page(cell, FOR_BRIEFS, page.languages) if cell else None
    return said is not None and said.has(0, len(said.tokens), *KINDS)


def _is_price(page: Page, cell: str) -> bool:
    """Whether a cell is a sum of money and nothing else: "189 EUR", "€ 45,00"."""
    said = read_page(cell, FOR_BRIEFS, page.languages) if cell else None
    if said is None or not any(c.isdecimal() for c in cell):
        return False
    sums = amounts(said, 0, len(said.tokens))
    return bool(sums) and sums[0].currency is not None and len(said.tokens) <= _PRICE


_PRICE = 4
_LONGEST = 3


def _colour(page: Page, row: _Row) -> str | None:
    """Return the first cell of a few words behind the product."""
    for cell in row.rest:
        words = cell.split()
        codes = any(c.isdecimal() for c in cell) or {w.lower() for w in words} & _SIZES
        if 0 < len(words) <= _LONGEST and not codes:
            return say_cell(page, cell).lower()
    return None


_SIZES = word_set("tables.sizes")
