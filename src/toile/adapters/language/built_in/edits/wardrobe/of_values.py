"""Deletions that speak of a value: the light goes, and the shot stays."""

from toile.adapters.language.built_in.edits.message.clause import Clause
from toile.adapters.language.built_in.edits.message.talk import is_named, named_in
from toile.adapters.language.built_in.text.lexicon import word_set
from toile.adapters.language.built_in.text.page import Page

_VALUES = ("light", "pose", "angle", "set", "s")
_STYLES = ("light", "angle", "framing", "grade", "texture", "lens", "aspect", "pose")


def of_a_value(page: Page, clause: Clause) -> bool:
    """Whether "kill the flash in 3" speaks of what is in a shot: the shot stays."""
    if _is_inside(page, clause):
        return True
    for verb in (s for s in page.spans(clause.start, clause.end, "act") if s.name == "delete"):
        place = verb.end
        while place < clause.end and page.form(place) in word_set("naming.articles"):
            place += 1
        named = next(iter(named_in(page, verb.end, clause.end)), None)
        if named is not None and named.start <= place and _is_style(page, named.end):
            return True  # "Drop the portrait look of 2".
        style = page.first(place, *_STYLES)
        if style is not None and _is_style(page, style.end):
            return True  # "Get rid of the softbox look": nobody wants the shot gone.
        value = page.first(place, *_VALUES)
        if value is None or value.end > clause.end or is_named(page, place):
            continue
        if page.span_at(value.end, "noun") is not None:
            continue
        last = value.kind == "light" and (
            value.end == clause.end or not page.tokens[value.end].text[:1].isalnum()
        )
        if last or page.form(value.end) in _INSIDE:
            return True
    return False


def _is_style(page: Page, place: int) -> bool:
    """Whether "look" follows, also in "Porträt-Look"."""
    place += page.tokens[place].text == "-" if place < len(page.tokens) else 0
    return page.form(place) in word_set("of_values.style")


def _is_inside(page: Page, clause: Clause) -> bool:
    """Whether "in 2 lose the kitchen", "dans la 2 enlève ..." names a shot, then its place."""
    leads = word_set("naming.in") | word_set("of_values.inside")
    place = clause.start + 1 + (page.form(clause.start + 1) in word_set("naming.articles"))
    led = page.form(clause.start) in leads and place < clause.end
    if not led or not page.tokens[place].text.isdecimal():
        return False
    return page.has(place + 1, clause.end, *_VALUES) and not page.has(place + 1, clause.end, "noun")


_INSIDE = word_set("deleting.inside")
