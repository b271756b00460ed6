"""Wishes that are denied as a whole: "I don't want 2 in black and white", "ne mets pas ..."."""

from toile.adapters.language.built_in.text.lexicon import word_set
from toile.adapters.language.built_in.text.page import Page

_THINGS = ("g", "h", "b", "j", "p", "col", "m", "s", "f", "grade", "texture", "kind")


def is_denied(page: Page, start: int, place: int) -> bool:
    """Whether a verb is denied before a place, and nothing turns the sentence in between."""
    for here in range(start, place):
        if page.form(here) not in word_set("denied.verbs") and not _is_spanish(page, here):
            continue
        if page.form(here - 1) in word_set("denied.why"):
            continue  # "Why don't we make 2 wider" wishes it.
        between = {page.form(p) for p in range(here + 1, place)}
        if not between & word_set("denied.turns"):
            return True
    return False


def is_not_to_be(page: Page, place: int) -> bool:
    """Whether what stands at a place is what something shall not be: "non deve essere blu"."""
    here = place
    while page.form(here - 1) in word_set("denied.being"):
        here -= 1
    before = page.span_at(here - 1, "neg") if here < place else None
    return before is not None and before.name == "not"


def is_turned_from(page: Page, number: int) -> bool:
    """Whether a German sentence turns from one shot to the next: "die 2 nicht löschen, sondern"."""
    neg, verb = page.span_at(number + 1, "neg"), page.span_at(number + 2, "act")
    if page.languages[0] != "de" or neg is None or neg.name != "not" or verb is None:
        return False
    behind = verb.end + (page.form(verb.end) == ",")
    return page.form(behind) in word_set("denied.turns")


def _is_spanish(page: Page, place: int) -> bool:
    """Whether "no" denies a verb, as in "no pongas", and not a thing, as in "no hat"."""
    if page.form(place) != "no" or page.languages[0] not in ("es", "it"):
        return False
    return page.first(place + 1, *_THINGS) is None
