"""Garments that come worn in some way: "a shirt open over a white tank" where no shirt is."""

from toile.adapters.language.built_in.edits.message.outcome import Outcome
from toile.adapters.language.built_in.edits.message.ways_of_wearing import Told
from toile.adapters.language.built_in.edits.wardrobe import items
from toile.adapters.language.built_in.edits.wardrobe.wearing import wear
from toile.adapters.language.built_in.text.families import ROMANCE
from toile.adapters.language.built_in.text.lexicon import word_set
from toile.adapters.language.built_in.text.page import Page
from toile.adapters.language.built_in.text.phrases import in_english
from toile.domain.shots import Shot

_GARMENTS = ("g", "h", "j")
_LOOKS = ("col", "m", "adj")
Phrase = tuple[str, int, int]


def bring(page: Page, out: Outcome, shots: list[Shot], told: Told) -> bool:
    """Put a garment that a shot has not yet into it, worn as told; "the shirt open" brings none."""
    found = _named(page, told)
    if found is None:
        return False
    named = page.form(found[1] - 1) in word_set("naming.articles")
    if named and page.form(found[1] - 2) not in word_set("people.with"):
        return False
    for shot in shots:
        wear(out, out.shots.shot(shot.id), told.way.put_on(found[0]), page, found)
    return True


def _named(page: Page, told: Told) -> Phrase | None:
    """Return the garment that a way names, with its colour and cloth, in English."""
    inside = range(told.places[0], told.places[-1] + 1)
    worn = next((g for p in inside if (g := page.first(p, *_GARMENTS)) is not None), None)
    if worn is None or not told.garment:
        return None
    start, end = _phrase(page, worn.start, worn.end)
    return in_english(page, start, end), start, end


def _phrase(page: Page, start: int, end: int) -> tuple[int, int]:
    """Return a garment with the colours and cloths around it: "un débardeur blanc"."""
    while start > 0 and page.first(start - 1, *_LOOKS) is not None:
        start -= 1
    while page.languages[0] in ROMANCE and (look := page.first(end, *_LOOKS)) is not None:
        end = look.end
    return start, end


def bring_under(page: Page, out: Outcome, shots: tuple[str, ...], garment: tuple[int, int]) -> bool:
    """Add what something is worn over: "the blazer open over a white tank"."""
    start, end = _phrase(page, *garment)
    article = page.form(start - 1) in word_set("giving.indefinite")
    led = page.form(start - 1 - article) in word_set("worn_so.over")
    text = in_english(page, start, end)
    return led and bool(shots) and out.do(items.add(shots, "garments", text))
