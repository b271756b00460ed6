"""How many of each thing a brief has, so that "per look", "per bag" and "per colour" add up."""

from collections import Counter
from collections.abc import Mapping

from toile.adapters.language.built_in.counts.asks import Scale, stem
from toile.adapters.language.built_in.counts.look_counts import counted_pieces
from toile.adapters.language.built_in.goods.product_lists import Found
from toile.adapters.language.built_in.text.page import Page


def scale_of(
    page: Page, looks: int | None, facts: Mapping[str, object], products: list[Found]
) -> Scale:
    """Return the counts of looks, people and products; a style counts once, in any colours."""
    by_noun = _by_noun(products)
    named = facts.get("products")
    variants = len(named) if isinstance(named, tuple) else 0
    pieces = sum(_pieces(one) for one in products)
    listed = any(one.sort for one in products)
    total = counted_pieces(page) or (pieces if listed else max(sum(by_noun.values()), variants))
    if len(by_noun) == 1 and not listed:
        by_noun = dict.fromkeys(by_noun, max(total, *by_noun.values()))
    return Scale(
        looks=looks,
        people=getattr(facts.get("talent"), "people", None),
        products=total,
        variants=variants,
        by_noun=by_noun,
        by_word=_by_word(page, products, by_noun),
    )


def _pieces(one: Found) -> int:
    return one.count or len(one.names) or (1 if one.sort else len(one.colours)) or 1


def _by_noun(products: list[Found]) -> dict[str, int]:
    """Return the pieces of each noun, and of the sort that a counted list is of."""
    found: Counter[str] = Counter()
    for one in products:
        apart = bool(one.material and one.colours)  # "The chiffon hijab, the jersey hijab" are two.
        if one.listed or apart or one.noun not in found:
            found[one.noun] += _pieces(one)
        if one.sort and one.sort != one.noun:
            found[one.sort] += _pieces(one)
    return dict(found)


def _by_word(page: Page, products: list[Found], by_noun: dict[str, int]) -> dict[str, int]:
    return {
        stem(page.form(place)): by_noun[one.noun]
        for one in products
        for place in range(one.start, one.end)
        if page.tokens[place].is_word
    }
