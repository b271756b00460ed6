"""First names in a text: of its twins and cast, of its house, and all that stand in it."""

from typing import cast

from toile.adapters.language.built_in.people.cast_names import cast_names
from toile.adapters.language.built_in.people.known_people import first_names
from toile.adapters.language.built_in.text.page import Page
from toile.adapters.language.built_in.text.tokens import fold
from toile.domain.brief import Product

Facts = dict[str, object]


def known_names(page: Page, facts: Facts) -> tuple[frozenset[str], frozenset[str]]:
    """Return the first names of the twins and the cast, and the words of the house's own name."""
    listed = (name.split()[0] for name, _ in cast_names(page))
    names = (fold(name) for name in (*getattr(facts.get("twins"), "names", ()), *listed))
    return frozenset(names), frozenset(fold(str(facts.get("brand") or "")).split())


def called_names(page: Page, facts: Facts) -> frozenset[str]:
    """Return the first names that stand in a text and are no product's."""
    products = cast(tuple[Product, ...], facts.get("products") or ())
    things = {word for one in products for word in fold(one.item).split()}
    return frozenset({t.form for t in page.tokens if t.is_name} & first_names() - things)
