"""What houses make for rooms: chairs, lamps, vases and candles are sold where the brief says so.

In any other brief a chair is a prop and a table a place.
"""

from toile.adapters.language.built_in.text.families import GERMANIC
from toile.adapters.language.built_in.text.headings import content
from toile.adapters.language.built_in.text.lexicon import Span, word_set
from toile.adapters.language.built_in.text.page import Page
from toile.adapters.language.built_in.text.ratios import count_at

# A house says what it makes at the top of its brief.
_TOP = 30
_NEAR = 3
_BESIDE = 6
_WORN = ("g", "h", "j")


def read_home_goods(page: Page) -> None:
    """Turn the words for furniture and tableware into goods where they are what is sold."""
    sold = _is_of_home(page)
    worn = any(_is_worn(page, place) for place in range(len(page.at)))
    shown = {p for p in range(len(page.at)) if not sold and not worn and _is_pictured(page, p)}
    for place, here in enumerate(page.at):
        span = here.pop("f", None)
        if span is None or not (sold or place in shown) or _is_a_place(page, place):
            continue
        page.at[place] = {"b": Span(place, span.end, "b", span.name)}
        for inner in range(place + 1, span.end):
            page.at[inner] = {}
    for here in page.at:
        hue, sold_so = here.get("col"), here.get("c")
        if hue and sold_so and sold_so.end > hue.end:
            del here["col"]  # "siero Rugiada, crema mani Malga" names a second good.


def _is_worn(page: Page, place: int) -> bool:
    """Whether something to wear is named, by a word that means nothing else: not "linne"."""
    other = "f" in page.at[place] or page.form(place) in word_set("products.is_other")
    return not other and any(kind in page.at[place] for kind in _WORN)


def _is_lit(page: Page, place: int) -> bool:
    """Whether candles only give light: "bougies allumées", "lit candles"."""
    beside = {page.form(place - 1), page.form(place + 1)}
    return not word_set("home.lit").isdisjoint(beside)


def _is_pictured(page: Page, place: int) -> bool:
    """Whether files of a thing are counted: "5 foto dello sgabello", "and 2 of the new lamp"."""
    if "f" not in page.at[place]:
        return False
    if _is_headed(page, place):
        return True
    here = place - 1
    while here > 0 and page.form(here) in word_set("home.new") and page.form(here) not in _of():
        here -= 1
    led = page.form(here) in _of()
    while here > 0 and page.form(here) in _of() | word_set("home.new"):
        here -= 1
    counted = count_at(page, here) is not None or page.span_at(here, "media") is not None
    return led and counted


def _is_headed(page: Page, place: int) -> bool:
    """Whether a line of products names a thing: "Produits : housse de couette Nuage (écru)"."""
    start = content(page, page.segment_of(place))
    head = page.span_at(start, "head")
    return head is not None and head.name == "products" and page.form(head.end) == ":"


def _of() -> frozenset[str]:
    return word_set("home.of")


def _is_a_place(page: Page, place: int) -> bool:
    """Whether things stand on it: "bowls on an oak table", "sur table d'ardoise"."""
    stands = {page.form(p) for p in range(place + 1, place + _BESIDE)}
    if stands & word_set("home.beside"):
        return True
    led = place - 1
    while led >= max(0, place - _NEAR) and page.tokens[led].is_word:
        pronoun = page.form(led) == "on" and page.languages[0] != "en"  # "On oublie le stylo".
        pictured = led > 0 and page.first(led - 1, "media") is not None  # "Bilder på påslakan".
        if page.form(led) in word_set("home.on") and not (pronoun or pictured):
            return True
        led -= 1
    return False


def _is_of_home(page: Page) -> bool:
    """Whether a brief opens with what rooms are furnished with, and sells nothing to wear."""
    top = _opening(page)
    signs = [p for p in top if _is_sign(page, p) and not _is_lit(page, p)]
    worn = any(_is_worn(page, place) for place in range(len(page.at)))
    furnished = any("f" in here for here in page.at)
    placed = all(page.form(place - 1) in word_set("home.places") for place in signs)
    return bool(signs) and furnished and not worn and not placed


def _is_sign(page: Page, place: int) -> bool:
    """Whether a word says that rooms are furnished: "Möbel", "Kinderzimmermöbel"."""
    form = page.form(place)
    made = page.languages[0] in GERMANIC and form.endswith(tuple(word_set("home.ends")))
    return form in word_set("home.signs") or made


def _opening(page: Page) -> list[int]:
    """Return the first words of a brief, and of each mail that is quoted in it."""
    depths = {segment.depth for segment in page.segments}
    mails = [[s for s in page.segments if s.depth == depth] for depth in sorted(depths)]
    return [
        place
        for mail in mails
        for place in [p for segment in mail for p in range(segment.start, segment.end)][:_TOP]
    ]
