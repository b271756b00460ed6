"""Tables that list products without counting files: "| frame | colours | worn by |"."""

from toile.adapters.language.built_in.goods.product_lists import KINDS
from toile.adapters.language.built_in.text.lexicon import FOR_BRIEFS, word_set
from toile.adapters.language.built_in.text.page import Page, read_page
from toile.adapters.language.built_in.text.sheets import lines_of, rows_below, say_cell
from toile.adapters.language.built_in.text.tokens import fold
from toile.domain.brief import Product

_FEWEST = 2


def table_products(page: Page) -> list[tuple[Product, int, int]]:
    """Return one product for each row and colour of the first table whose head names products."""
    lines = lines_of(page.text)
    for index, (offset, cells) in enumerate(lines):
        titles = [_title(page, cell) for cell in cells]
        if "item" not in titles or not {"colour", "material"} & set(titles):
            continue
        rows = _of_products(rows_below(lines, index), titles)
        end = lines[index + len(rows)][0] if rows else offset
        places = [p for p, t in enumerate(page.tokens) if offset <= t.start <= end] or [0]
        noun = _noun(page, cells[titles.index("item")])
        return [
            (product, places[0], places[-1] + 1)
            for row in rows
            for product in _products(page, dict(zip(titles, row, strict=False)), noun)
        ]
    return []


def _of_products(rows: list[tuple[int, list[str]]], titles: list[str]) -> list[list[str]]:
    """Return the rows above the totals that name an item."""
    place = titles.index("item")
    found: list[list[str]] = []
    for _, row in rows:
        if row and set(fold(row[0]).split()) & word_set("sheets.totals"):
            break
        if len(row) > max(place, _FEWEST - 1) and row[0] and any(c.isalpha() for c in row[place]):
            found.append(row)
    return found


def _title(page: Page, cell: str) -> str:
    """Return what a column holds: the item, its colour, its material, or something else."""
    words = set(fold(cell).split())
    if words & (word_set("colourways.words") | word_set("asks.colours")):
        return "colour"
    if words & word_set("tables.material"):
        return "material"
    return "item" if words & word_set("tables.items") or _noun(page, cell) else cell


def _noun(page: Page, cell: str) -> str:
    """Return the good that a head names: "frame" of a table of glasses."""
    said = read_page(cell, FOR_BRIEFS, page.languages) if cell else None
    goods = said.spans(0, len(said.tokens), *KINDS) if said else []
    return goods[0].name if goods else ""


def _products(page: Page, row: dict[str, str], noun: str) -> list[Product]:
    name = say_cell(page, row["item"])
    item = f"{name} {noun}" if noun and not _noun(page, row["item"]) else name
    material = say_cell(page, row["material"]).lower() if row.get("material") else None
    return [
        Product(item=item, colour=colour, material=material)
        for colour in _colours(page, row.get("colour", ""))
    ]


def _colours(page: Page, cell: str) -> list[str | None]:
    parts = [part.strip() for part in cell.replace("/", ",").replace("+", ",").split(",")]
    said = [
        " ".join(w for w in say_cell(page, part).lower().split() if w not in ("only", "nur"))
        for part in parts
        if part
    ]
    return [*said] or [None]
