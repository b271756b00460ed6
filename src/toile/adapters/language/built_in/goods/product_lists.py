"""A product while it is read, merged with what is known, and said as a value."""

from dataclasses import dataclass, field

from toile.adapters.language.built_in.text.families import GERMANIC
from toile.adapters.language.built_in.text.lexicon import word_set
from toile.adapters.language.built_in.text.page import Page, Segment
from toile.adapters.language.built_in.text.phrases import function_words
from toile.domain.brief import Product

KINDS = ("g", "h", "b", "j", "c")


@dataclass
class Found:
    """A product while it is being read; ``listed`` where a counted list spelt it out.

    ``sort`` is the noun of that list's head: "three bags: the bucket …, the tote …".
    """

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
    of_house: bool = False
    listed: bool = False
    sort: str = ""


def names_in(page: Page, place: int, segment: Segment, count: int | None) -> list[str]:
    """Read style names in a list: "4 frames (Nils, Vera, Otto)", "5 rings: Arc, Bow, Dune ..."."""
    several = _phrases_in(page, place, segment, count)
    if several:
        return several
    names: list[str] = []
    known = False
    while place < segment.end and page.form(place) != ")":
        token = page.tokens[place]
        if token.is_word and not token.is_name:
            return []
        if token.is_word:
            names.append(token.text)
            if page.span_at(place, "col"):
                return []  # A list of colours: German writes them with capitals, too.
            known |= bool(page.at[place].keys() & {"m", "g", "s", "n"})
        place += 1
    counted = len(names) == count
    return names if len(names) > 1 and (counted or not known) else []


def _phrases_in(page: Page, place: int, segment: Segment, count: int | None) -> list[str]:
    """Read as many names as were counted, of two words some: "3 skirts (Plum Toile, Fern)"."""
    close = next((p for p in range(place, segment.end) if page.form(p) == ")"), segment.end)
    names: list[list[int]] = [[]]
    for here in range(place, close):
        if page.form(here) in word_set("colours.between"):
            names.append([])
        elif page.tokens[here].is_name and page.tokens[here].is_word:
            names[-1].append(here)
        else:
            return []
    good = all(0 < len(name) <= _WORDS for name in names) and any(len(n) > 1 for n in names)
    if not (good and count == len(names) > 1) or page.languages[0] == "de":
        return []
    return [page.words(name[0], name[-1] + 1) for name in names]


_WORDS = 3


def names_behind(page: Page, place: int, segment: Segment, count: int) -> tuple[list[str], int]:
    """Read as many names as were counted: "five gowns, Aster, Briar, Clover, Dahlia and Elder"."""
    names: list[str] = []
    between = word_set("colours.between") | {
        "-",
        "–",
        "—",
        "the",
        "die",
        "la",
        "le",
        "il",
        "el",
        "les",
    }
    quotes = frozenset("\"“”„«»'")
    while place < segment.end and len(names) < count:
        token = page.tokens[place]
        if token.is_word and token.is_name and not page.span_at(place, "col"):
            names.append(token.text)
        elif token.form not in between and token.text not in quotes:
            break
        place += 1
    while place < segment.end and page.tokens[place].text in quotes:
        place += 1
    more = page.form(place) in word_set("product_lists.joined")
    return (names, place) if len(names) == count > 1 and not more else ([], place)


def then_noun(page: Page, place: int) -> bool:
    """Whether a colour here is that of the next thing: "wrap dress, gold sequin trousers"."""
    colour = page.span_at(place, "col")
    here = colour.end if colour else place
    cloth = page.span_at(here, "m") if colour else None
    if cloth and page.first(cloth.end, *KINDS):
        return True  # "black gloves, and camel shearling mittens"
    if here >= len(page.tokens) or page.first(here, *KINDS):
        return here < len(page.tokens)
    token = page.tokens[here]
    ends = (
        not token.is_word
        or page.span_at(here, "each") is not None
        or token.form in word_set("colours.between") | function_words()
    )
    gap = page.text[page.tokens[here - 1].end : token.start]
    return not ends and page.languages[0] == "en" and "\n" not in gap


def merge(found: list[Found], new: Found) -> None:
    for place, old in enumerate(found):
        if old.noun == new.noun and old.of_house and not new.of_house:
            found[place] = new
            return
        other = old.material and new.material and old.material != new.material and new.colours
        if other:
            continue  # "The chiffon hijab in rose, the jersey hijab in sand" are two.
        if old.noun == new.noun and (not new.words or set(new.words) <= set(old.words)):
            if new.colours and not old.colours and not old.words:
                old.start, old.end = new.start, new.end
                old.said = new.said  # Named first in passing, then closely: "hats ... bucket hat".
            # "Cycling caps ... the caps in navy"
            alone = not (old.colours or new.words) and [o.noun for o in found].count(old.noun) == 1
            own = not old.words or alone
            old.colours += [c for c in new.colours if c not in old.colours and own]
            old.material = old.material or new.material
            old.count = old.count or new.count
            return
    found.append(new)


def without_general(page: Page, found: list[Found]) -> list[Found]:
    """Drop nouns that only sum up what is named more closely: "gloves" beside "kid gloves"."""
    special = [one for one in found if not _is_trade(one)] or found
    if len({one.noun for one in special}) > 1:
        special = [
            one
            for one in special
            if not (one.noun in _RANGES and _nameless(one)) or _is_in_a_row(page, one, special)
        ]
    special = [one for one in special if not any(_sums_up(page, one, other) for other in special)]
    special = [one for one in special if not _heads_list(page, one, special)]
    return [one for one in special if not _is_in_passing(page, one, special)]


def _heads_list(page: Page, one: Found, found: list[Found]) -> bool:
    """Whether a plural only opens a list of its kinds: "autumn coats: camel coat, grey cape"."""
    segment, colon = page.segment_of(one.start), _colon_behind(page, one)
    return bool(colon) and sum(colon < other.start < segment.end for other in found) > 1


def keep(page: Page, found: list[Found], new: Found) -> None:
    """Add a product; the first in colour of a list that its own noun opens is one apart."""
    last = found[-1] if found else None
    same = last is not None and last.noun == new.noun and bool(new.colours)
    if last and same and _colon_behind(page, last) == new.start - 1:
        found.append(new)
    else:
        merge(found, new)


def _colon_behind(page: Page, one: Found) -> int:
    """Return the colon behind a plural that tells nothing closely, 0 where there is none."""
    plural = page.form(one.end - 1).endswith("s") or one.noun in _RANGES | _general()
    if not plural or one.colours or one.names or one.count or one.listed:
        return 0
    near = range(one.end, min(page.segment_of(one.start).end, one.end + _NAME_NEAR))
    colon = next((p for p in near if page.form(p) == ":"), 0)
    return colon if all(page.tokens[p].is_word for p in range(one.end, colon)) else 0


_NAME_NEAR = 5


def _is_in_a_row(page: Page, one: Found, found: list[Found]) -> bool:
    """Whether a thing stands in one list with others: "the hat, the scarf and the gloves"."""
    joins = word_set("asks.joins") | {","}
    return any(
        any(page.form(p) in joins for p in range(first.end, second.start))
        and second.start - first.end <= _APART
        and page.segment_of(first.start) is page.segment_of(second.start)
        for other in found
        if other is not one
        for first, second in [sorted((one, other), key=lambda each: each.start)]
    )


_APART = 3


def _is_in_passing(page: Page, one: Found, found: list[Found]) -> bool:
    """Whether a plain noun only stands in another sentence than the goods told closely."""
    here = page.segment_of(one.start)
    plain = _nameless(one) and not one.shapes and one.count in (None, 1)
    if not plain or one.listed or page.label(here) == "products":
        return False
    told = [other for other in found if other.colours or other.material or other.names]
    return bool(told) and not any(page.segment_of(other.start) is here for other in told)


def _is_trade(one: Found) -> bool:
    """Whether a noun only says what a house makes: "jewellery", "swimwear"."""
    return one.noun in _general() or (_nameless(one) and one.said.lower() in _general())


_RANGES = frozenset(("bag", "shoes", "glasses", "swim", "hat"))


def _nameless(one: Found) -> bool:
    return not (one.colours or one.words or one.material or one.names)


def _bare(one: Found) -> bool:
    return not (one.colours or one.words or one.count or one.material or one.shapes or one.names)


def _general() -> frozenset[str]:
    return word_set("products.general")


def _sums_up(page: Page, one: Found, other: Found) -> bool:
    """Whether a bare noun stands for a product that is named more closely elsewhere."""
    if one is other or not _bare(one) or page.form(one.start - 1) in word_set("products.article"):
        return False
    closer = bool(other.words or other.colours or other.shapes or other.material)
    if other.noun == one.noun:
        return closer
    word = page.form(one.start)
    tail = len(word) > 4 and page.languages[0] in GERMANIC and one.end - one.start == 1
    if tail and any(
        word in page.form(p)[3:] or page.form(p).endswith(word[:-1])
        for p in range(other.start, other.end)
    ):
        return True
    said = {page.form(p)[:5] for p in range(other.start, other.end)}
    same_word = page.form(one.start)[:5] in said and one.end - one.start == 1
    return same_word or (" " not in one.noun and other.noun.split()[-1] == one.noun)


def as_products(page: Page, found: list[Found]) -> list[tuple[Product, int, int]]:
    """Return products, one for each colour."""
    return [
        (
            Product(
                item=_item(page, one),
                colour=colour,
                material=one.material,
                count=None if one.colours else one.count,
            ),
            one.start,
            one.end,
        )
        for one in found
        for colour in (*one.colours, *_no_colour(one))
        if not one.names
    ] + [
        (
            Product(item=f"{name} {one.noun}", colour=colour, material=one.material),
            one.start,
            one.end,
        )
        for one in found
        for name in one.names
        for colour in (one.colours if len(one.colours) == 1 else [None])
    ]


def _item(page: Page, found: Found) -> str:
    english = page.tongue(found.start, found.end) == "en"
    if english and found.said:
        return found.said
    words = found.words if english else _names(found.words)
    return " ".join((*words, *dict.fromkeys(found.shapes), found.noun)).strip()


def _names(words: list[str]) -> list[str]:
    """Return the names among the words of a product: right before or behind its noun."""
    near = [*words[:1], *words[-1:]] if len(words) > 1 else words
    return [word for word in dict.fromkeys(near) if word[:1].isupper()]


def _no_colour(found: Found) -> tuple[None, ...]:
    return () if found.colours else (None,)
