"""Words that end a pose: where a shot stands, where and when it is, what is worn."""

from toile.adapters.language.built_in.edits.message.clause import Clause
from toile.adapters.language.built_in.edits.message.talk import is_named
from toile.adapters.language.built_in.text.lexicon import word_set
from toile.adapters.language.built_in.text.page import Page

_WORN = ("g", "h", "b", "j")


def leads_away(page: Page, clause: Clause, place: int) -> bool:
    """Whether a word leads from a pose to something else."""
    return (
        _goes_beside(page, place)
        or _stands_beside(page, place)
        or _leads_to_shot(page, place)
        or _leads_out(page, clause, place)
        or _leads_to_worn(page, clause, place)
    )


def _goes_beside(page: Page, place: int) -> bool:
    """Whether "goes before", "comes right after" says where a shot stands in the list."""
    act = page.span_at(place, "act")
    seat = page.span_at(act.end, "pos") if act is not None and act.name == "move" else None
    return seat is not None and seat.name in ("before", "after", "top", "end")


def _stands_beside(page: Page, place: int) -> bool:
    """Whether "after 2" says where a shot stands in the list."""
    seat = page.span_at(place, "pos")
    if seat is None or seat.name not in ("before", "after", "between"):
        return False
    return seat.end < len(page.tokens) and page.tokens[seat.end].text.isdecimal()


def _leads_to_shot(page: Page, place: int) -> bool:
    """Whether "in 3", "for the last one", "in both" says in which shot."""
    if page.form(place) not in word_set("poses.to_shot"):
        return False
    after = place + 1 + (page.form(place + 1) in word_set("poses.no_thing"))
    if after >= len(page.tokens) or is_named(page, after):
        return after < len(page.tokens)
    number = page.span_at(after, "n")
    scope = page.span_at(after, "ref")
    return (
        page.tokens[after].text.isdecimal()
        or (number is not None and page.form(after) != "one")
        or (scope is not None and scope.name in word_set("clauses.has_target"))
        or page.first(after, "ord", "noun") is not None
    )


def _leads_out(page: Page, clause: Clause, place: int) -> bool:
    """Whether "in the kitchen" or "at night" says where and when, and nothing of the body."""
    if page.form(place) not in word_set("poses.leads_out"):
        return False
    here = place + 1
    while here < clause.end and page.form(here) in word_set("values.held_by.2"):
        here += 1
    where = page.first(here, "s", "set", "light")
    held = page.form(here) in word_set("poses.holds") or page.first(here, "p", *_WORN)
    return where is not None and not held


def _leads_to_worn(page: Page, clause: Clause, place: int) -> bool:
    """Whether "in a white shirt" says what is worn; "in her jacket pockets" is of the pose."""
    if page.form(place) not in word_set("poses.worn_in"):
        return False
    here = place + 1
    while page.form(here) in word_set("giving.indefinite"):
        here += 1
    while (which := page.first(here, "col", "m", "pat")) is not None and which.end < clause.end:
        here = which.end
    worn = page.first(here, "g", "h") if here > place + 1 else None
    if worn is None:
        return False
    behind = page.form(worn.end)
    ends = worn.end >= clause.end or not page.tokens[worn.end].is_word
    return ends or behind in word_set("naming.in") | word_set("new_shots.with") | word_set(
        "naming.and"
    )
