"""Products put right: "the tote is black", "navy, not oat", "drop the clutch", "only the black"."""

from toile.adapters.language.built_in.amends.told import GOODS, Told
from toile.adapters.language.built_in.text.lexicon import Span
from toile.adapters.language.built_in.text.tokens import fold
from toile.domain.brief import Product

Goods = tuple[Product, ...]


def goods_put_right(have: Goods, told: Told) -> Goods | None:
    """Return the products as corrected, or ``None`` where the correction is of no products."""
    if not have:
        return told.given.products or None
    kept = _without_refused(have, told)
    named = [p for p in kept if _is_named(p, told)]
    colours = _colours(told)
    if colours:
        recoloured = _recoloured(kept, named, colours, told)
        if recoloured is not None:
            return recoloured
    new = _new(have, told)
    if new and (kept != have or told.says("amends.more") or told.says("amends.also")):
        return (*kept, *new)
    return kept if kept != have else None


def _without_refused(have: Goods, told: Told) -> Goods:
    """Drop the products that a correction refuses by name, unless it only refuses a colour."""
    for start, end in told.refused:
        if told.page.has(start, end, "col") and not told.page.has(start, end, *GOODS):
            have = have if _colours(told) else _without_colour(have, told)
            continue
        words = {told.page.form(p) for p in range(start, end)}
        colours = [s.name for s in told.page.spans(start, end, "col")]
        gone = [p for p in have if _answers(p, words, told.page.spans(start, end, *GOODS))]
        gone = [p for p in gone if not colours or _has_colour(p, colours)]
        if gone and len(gone) < len(have):
            have = tuple(p for p in have if p not in gone)
    return have


def _without_colour(have: Goods, told: Told) -> Goods:
    """Drop the variants in a refused colour where a thing comes in another one, too."""
    old = [s.name for s in told.unwanted("col")]
    others = {p.item for p in have if not _has_colour(p, old)}
    return tuple(p for p in have if p.item not in others or not _has_colour(p, old))


def _is_named(product: Product, told: Told) -> bool:
    outside = [
        told.page.form(p)
        for p in range(len(told.page.tokens))
        if not any(start <= p < end for start, end in told.refused)
    ]
    return _answers(product, set(outside), told.wanted(*GOODS))


def _answers(product: Product, words: set[str], things: list[Span]) -> bool:
    """Whether a product is meant by its noun or by the name of its style."""
    own = {word for word in fold(product.item).split() if len(word) > 2}
    nouns = {word for span in things for word in fold(span.name).split()}
    plain = {word.removesuffix("s") for word in (*words, *nouns)} | words
    return bool(own & plain) or any(word.removesuffix("s") in plain for word in own)


def _colours(told: Told) -> list[str]:
    english = told.page.languages[0] == "en"
    return [
        told.page.words(s.start, s.end).lower() if english else s.name for s in told.wanted("col")
    ]


def _has_colour(product: Product, colours: list[str]) -> bool:
    """Whether a product comes in one of some colours: "navy" is also "navy blue"."""
    own = set(fold(product.colour or "").split())
    return any(own & set(fold(colour).split()) for colour in colours)


def _recoloured(kept: Goods, named: list[Product], new: list[str], told: Told) -> Goods | None:
    old = [s.name for s in told.unwanted("col")]
    meant = [p for p in named or kept if not old or _has_colour(p, old)]
    if told.says("amends.only"):
        others = [p for p in named or kept if not _has_colour(p, new)]
        if len(others) < len(named or kept):
            return tuple(p for p in kept if p not in others)
    if not named and not old and (told.wanted(*GOODS) or len({p.item for p in kept}) > 1):
        return None  # "She wears a red hat" is of a thing that is not sold.
    if not meant:
        return None
    if told.says("amends.also"):
        last = meant[-1]
        at = kept.index(last) + 1
        more = tuple(last.model_copy(update={"colour": c}) for c in new if not _has(kept, last, c))
        return (*kept[:at], *more, *kept[at:])
    return _exchanged(kept, meant, new)


def _has(kept: Goods, product: Product, colour: str) -> bool:
    return any(p.item == product.item and _has_colour(p, [colour]) for p in kept)


def _exchanged(kept: Goods, meant: list[Product], new: list[str]) -> Goods:
    """Return the products, the new colours once for each thing that is meant."""
    found: list[Product] = []
    done: set[str] = set()
    for product in kept:
        if product not in meant:
            found.append(product)
        elif product.item not in done:
            done.add(product.item)
            found += [product.model_copy(update={"colour": colour}) for colour in new]
    return tuple(dict.fromkeys(found))


def _new(have: Goods, told: Told) -> Goods:
    """Return the products of a correction that the brief does not have."""
    return tuple(
        p
        for p in told.given.products
        if not any(fold(p.item) == fold(h.item) and p.colour in (None, h.colour) for h in have)
    )
