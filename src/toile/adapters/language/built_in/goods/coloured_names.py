"""Styles known by name and colour: "the Tarn in black and the Beck in chestnut"."""

from toile.adapters.language.built_in.goods.product_lists import KINDS
from toile.adapters.language.built_in.text.lexicon import word_set
from toile.adapters.language.built_in.text.page import Page
from toile.adapters.language.built_in.text.ratios import count_at

_LONGEST = 2
_FARTHEST = 60


def coloured_names(page: Page) -> list[tuple[str, str, int, int]]:
    """Return name, noun, and the tokens of names with an article that stand in a colour."""
    found: list[tuple[str, str, int, int]] = []
    for place in range(1, len(page.tokens) - 2):
        end = _name_end(page, place)
        noun = _noun_of(page, place) if end > place else None
        coloured = page.form(end) in word_set("shared.in") and page.first(end + 1, "col", "m")
        if noun is not None and coloured and _is_led(page, place):
            found.append((page.words(place, end), noun, place, end))
    return found


def _name_end(page: Page, place: int) -> int:
    end = place
    while end < len(page.tokens) and end - place < _LONGEST and _is_name(page, end):
        end += 1
    return end


def _is_name(page: Page, place: int) -> bool:
    token = page.tokens[place]
    return token.is_name and token.is_word and not page.at[place]


def _is_led(page: Page, place: int) -> bool:
    """Whether an article stands before, or the noun itself: "die Decke Ammer in senfgelb"."""
    before = page.form(place - 1)
    if before in word_set("colours.between") and _counted(page, place):
        return True
    noun = any(s.end == place for s in page.spans(max(0, place - 2), place, *KINDS))
    return before in word_set("coloured_names.the") or (noun and page.languages[0] == "de")


def _counted(page: Page, place: int) -> bool:
    """Whether the noun before is counted: "the two shells, Ris in lichen and Ljung in plum"."""
    spans = page.spans(max(0, place - 12), place, *KINDS)
    return any(count_at(page, s.start - 1) for s in spans if s.start)


def _noun_of(page: Page, place: int) -> str | None:
    """Return the noun named last before."""
    spans = page.spans(max(0, place - _FARTHEST), place, *KINDS)
    if not spans:
        return None
    last = spans[-1]
    if page.languages[0] != "en":
        return last.name
    said = page.words(last.start, last.end)
    return said[:-1] if said.endswith("s") and not said.endswith("ss") else said
