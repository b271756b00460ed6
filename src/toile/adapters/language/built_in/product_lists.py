"""A product while it is read, merged with what is known, and said as a value."""

from dataclasses import dataclass, field

from toile.adapters.language.built_in.lexicon import word_set
from toile.adapters.language.built_in.page import Page, Segment
from toile.domain.brief import Product

KINDS = ("g", "h", "b", "j", "c")


@dataclass
class Found:
    """A product while it is being read."""

    start: int
    end: int
    noun: str
    words: list[str]
    colours: list[str] = field(default_factory=list)
    material: str | None = None
    count: int | None = None
    names: list[str] = field(default_factory=list)
    said: str = ""
    shapes: list[str] = field(default_factory=list)


def names_in(page: Page, place: int, segment: Segment) -> list[str]:
    """Read style names in brackets: "4 frames (Nils, Vera, Otto)"."""
    names: list[str] = []
    while place < segment.end and page.form(place) != ")":
        token = page.tokens[place]
        if token.is_word and not (
            token.is_name and not page.at[place].keys() & {"col", "m", "g", "s", "n"}
        ):
            return []
        if token.is_word:
            names.append(token.text)
        place += 1
    return names if len(names) > 1 else []


def then_noun(page: Page, place: int) -> bool:
    inner = page.first(place, "col")
    return inner is not None and page.first(inner.end, *KINDS) is not None


def merge(found: list[Found], new: Found) -> None:
    for old in found:
        if old.noun == new.noun and (not new.words or set(new.words) <= set(old.words)):
            old.colours += [c for c in new.colours if c not in old.colours and not old.words]
            old.material = old.material or new.material
            old.count = old.count or new.count
            return
    found.append(new)


def without_general(page: Page, found: list[Found]) -> list[Found]:
    """Drop nouns that only sum up what is named more closely: "gloves" beside "kid gloves"."""
    special = [one for one in found if one.noun not in ("clothes", "uniform")] or found
    return [one for one in special if not any(_sums_up(page, one, other) for other in special)]


def _sums_up(page: Page, one: Found, other: Found) -> bool:
    """Whether a bare noun stands for a product that is named more closely elsewhere."""
    bare = not (one.colours or one.words or one.count or one.material or one.shapes)
    if one is other or not bare or page.form(one.start - 1) in word_set("products.article"):
        return False
    closer = bool(other.words or other.colours or other.shapes or other.material)
    if other.noun == one.noun:
        return closer
    said = {page.form(p)[:5] for p in range(other.start, other.end)}
    same_word = page.form(one.start)[:5] in said and one.end - one.start == 1
    return same_word or (" " not in one.noun and other.noun.split()[-1] == one.noun)


def as_products(found: list[Found], english: bool) -> list[tuple[Product, int, int]]:
    """Return products, one for each colour."""
    return [
        (
            Product(item=_item(one, english), colour=colour, material=one.material),
            one.start,
            one.end,
        )
        for one in found
        for colour in (*one.colours, *_no_colour(one))
        if not one.names
    ] + [
        (Product(item=f"{name} {one.noun}", colour=None, material=one.material), one.start, one.end)
        for one in found
        for name in one.names
    ]


def _item(found: Found, english: bool) -> str:
    if english and found.said:
        return found.said
    words = found.words if english else [w for w in found.words if w[:1].isupper()]
    return " ".join((*words, *dict.fromkeys(found.shapes), found.noun)).strip()


def _no_colour(found: Found) -> tuple[None, ...]:
    return () if found.colours else (None,)
