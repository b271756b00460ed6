"""Everybody of a board in a new shot: "one with both of them", "un plan avec les deux modèles"."""

from toile.adapters.language.built_in.edits.message.clause import Clause
from toile.adapters.language.built_in.text.lexicon import word_set
from toile.adapters.language.built_in.text.page import Page
from toile.domain.commands import FieldValue
from toile.domain.shots import ShotList


def everybody(page: Page, body: Clause, base: ShotList) -> dict[str, FieldValue]:
    """Return the two people of a board where a new shot is with both of them."""
    people = tuple(dict.fromkeys(name for shot in base.shots for name in shot.talent))
    led = [p + 1 for p in range(body.start - 1, body.end) if _leads(page, p)]
    if any(page.form(p) in word_set("narrowing.everyone") for p in led):
        return {"talent": people} if people else {}
    both = any(means_people(page, p) for p in led)
    return {"talent": people} if both and len(people) == _TWO else {}


_TWO = 2


def means_people(page: Page, place: int) -> bool:
    """Whether "both", "the two girls", "both models" speaks of the people of the board."""
    spans = [s for p in (place, place + 1) if (s := page.span_at(p, "ref")) and s.name == "both"]
    if not spans:
        return False
    end = spans[-1].end
    while page.form(end) in word_set("everybody.of") | word_set("naming.articles"):
        end += 1
    people = page.form(end) in word_set("who_may.people") | word_set("everybody.people")
    last = end >= len(page.tokens) or not page.tokens[end].is_word
    return people or last or page.form(end) in word_set("naming.in") | word_set("everybody.doing")


def _leads(page: Page, place: int) -> bool:
    return page.form(place) in word_set("new_shots.with") | word_set("new_shots.of")
