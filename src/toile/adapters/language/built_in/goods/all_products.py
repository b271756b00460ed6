"""The products of a brief as values: by style name, by row of a table, or by noun."""

from toile.adapters.language.built_in.goods.later_colours import add_later_colours
from toile.adapters.language.built_in.goods.paired_colours import pair_colours
from toile.adapters.language.built_in.goods.product_lists import Found, as_products
from toile.adapters.language.built_in.goods.product_tables import table_products
from toile.adapters.language.built_in.goods.row_products import row_products
from toile.adapters.language.built_in.goods.style_names import style_names
from toile.adapters.language.built_in.text.dropped import dropped
from toile.adapters.language.built_in.text.lexicon import FOR_BRIEFS, LANGUAGES
from toile.adapters.language.built_in.text.page import Page, read_page
from toile.adapters.language.built_in.text.tables import rows
from toile.domain.brief import Product


def all_products(
    page: Page, found: list[Found], negations: list[tuple[int, int]], named: set[int]
) -> list[tuple[Product, int, int]]:
    """Return the products, by style name or table row where the text has those."""
    table = [
        (Product(item=row.name, colour=_english_colour(colour)), row.start, row.end)
        for row in rows(page)
        for colour in (row.colours or ("",))
    ]
    table = table or row_products(page)
    if table:
        return table
    if any(one.listed for one in found):
        pair_colours(page, found)
        add_later_colours(page, found, negations)
        return as_products(page, found)
    listed_in_table = table_products(page)
    if listed_in_table:
        return listed_in_table
    nouns = [one.noun for one in found] or ["style"]
    named_so = style_names(page, nouns[0], named)
    found = [one for one in found if not any(_overlaps(one, *at) for _, *at in named_so)]
    listed = {name for one in found for name in (*one.names, *one.words[:1])}
    styles = [one for one in named_so if not listed & set(one[0].item.removeprefix("The ").split())]
    styles = [one for one in styles if not _is_gone(page, one[1], one[2])] or styles
    styles, told = _coloured(found, styles)
    found = [one for one in found if one not in told]
    covered = {p.item.split()[-1][:5].lower() for p, _, _ in styles}
    rest = [
        one
        for one in found
        if _noun(one.noun) not in covered
        or (one.colours and len(found) > 1 and not _is_told(one, styles))
    ]
    if not styles:
        add_later_colours(page, rest, negations)
    return [*as_products(page, rest), *styles]


def _coloured(
    found: list[Found], styles: list[tuple[Product, int, int]]
) -> tuple[list[tuple[Product, int, int]], list[Found]]:
    """Give a style the colours told of its noun: 'Top "Firn" and leggings "Firn", both black'."""
    done: list[Found] = []
    result: list[tuple[Product, int, int]] = []
    for product, start, end in styles:
        alike = [one for one in styles if _noun(one[0].item) == _noun(product.item)]
        own = [
            one
            for one in found
            if one.colours and not one.names and _noun(one.noun) == _noun(product.item)
        ]
        if product.colour or len(alike) > 1 or len(own) != 1 or abs(own[0].end - start) > _BESIDE:
            result.append((product, start, end))
            continue
        done.append(own[0])
        result += [
            (product.model_copy(update={"colour": colour}), start, end) for colour in own[0].colours
        ]
    return result, done


_BESIDE = 2


def _is_told(one: Found, styles: list[tuple[Product, int, int]]) -> bool:
    """Whether the styles of a noun come in all of its colours: nothing is left to add."""
    told = {p.colour for p, _, _ in styles if _noun(p.item) == _noun(one.noun)}
    return not one.names and set(one.colours) <= told


def _noun(words: str) -> str:
    return words.split()[-1][:5].lower()


def _is_gone(page: Page, start: int, end: int) -> bool:
    """Whether a sentence says that a style is gone: 'Das Kleid "Alma" fällt weg'."""
    return any(first <= start and end <= last + 1 for first, last in dropped(page))


def _overlaps(one: Found, start: int, end: int) -> bool:
    return start < one.end and one.start < end


def _english_colour(colour: str) -> str | None:
    if not colour:
        return None
    page = read_page(colour, FOR_BRIEFS, LANGUAGES)
    span = page.span_at(0, "col")
    return span.name if span and span.end == len(page.tokens) else colour
