"""Shots told by what none of them has: "everything with an umbrella in 4:5", "las de la playa"."""

from toile.adapters.language.built_in.edits.message.clause import Clause
from toile.adapters.language.built_in.edits.shots.target_kinds import Target
from toile.adapters.language.built_in.text.lexicon import Span, word_set
from toile.adapters.language.built_in.text.page import Page

_THINGS = ("g", "h", "b", "j", "p")
_PLACES = ("s", "set")
_WISHED = ("aspect", "rel", "framing", "light", "angle", "lens", "priority", "kind", "grade")


def has_nothing_such(page: Page, clause: Clause, target: Target) -> Span | None:
    """Return the thing or place that would tell which shots are meant, and that none has."""
    found = _with_a_thing(page, clause) if target.how == "all" else None
    if found is None and target.how in ("all", "description", "none"):
        found = _which_are_there(page, clause)
    held = any(m.start <= found.start < m.end for m in clause.mentions) if found else False
    return None if held else found


def _with_a_thing(page: Page, clause: Clause) -> Span | None:
    """Return the thing of "all ... with a thing", where what they become stands behind."""
    for scope in page.spans(clause.start, clause.end, "ref"):
        if scope.name != "all":
            continue
        such = word_set("naming.that") | word_set("naming.all_that") | word_set("nothing_such.who")
        place = scope.end
        while place < clause.end and (
            page.form(place) in such or page.span_at(place, "noun") is not None
        ):
            place += 1
        if page.form(place) not in word_set("nothing_such.with"):
            continue
        thing = page.first(_behind_articles(page, place + 1), *_THINGS)
        if thing is not None and thing.end <= clause.end and _is_wished(page, clause, thing.end):
            return thing
    return None


def _which_are_there(page: Page, clause: Clause) -> Span | None:
    """Return the place of "tout ce qui est sur la piste", "las de la playa"."""
    for place in range(clause.start, clause.end - 2):
        those = f"{page.form(place)}_{page.form(place + 1)}" in word_set("nothing_such.those")
        led = place + 2
        if those and page.form(led) in word_set("nothing_such.is"):
            led += 1
        if not those:
            continue
        leads = word_set("naming.in") | word_set("nothing_such.with")
        begin = led if page.form(led - 1) in leads else led + (page.form(led) in leads)
        found = page.first(_behind_articles(page, begin), *_PLACES)
        if found is not None and begin > place + 1 and found.end <= clause.end:
            return found
    return None


def _behind_articles(page: Page, place: int) -> int:
    while page.form(place) in word_set("naming.articles") | word_set("giving.indefinite"):
        place += 1
    return place


def _is_wished(page: Page, clause: Clause, place: int) -> bool:
    """Whether what the shots become stands right behind, and is no second wish."""
    while page.form(place) in word_set("naming.in") | word_set("nothing_such.is"):
        place += 1
    wished = page.first(place, *_WISHED) is not None
    return wished or any(ratio.start == place for ratio in clause.ratios)
