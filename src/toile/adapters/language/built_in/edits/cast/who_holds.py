"""Who of two people wears or holds a thing: "Leo has the suitcase in 2, not Maya".

A shot has its garments and props, and nobody's; nobody leaves or comes for that.
"""

from toile.adapters.language.built_in.edits.cast.leaving import Person
from toile.adapters.language.built_in.edits.message.clause import Clause
from toile.adapters.language.built_in.edits.shots.target_kinds import Target
from toile.adapters.language.built_in.text.lexicon import word_set
from toile.adapters.language.built_in.text.page import Page
from toile.domain.shots import ShotList

WHO_HOLDS = "A shot tells what is worn and held, not by whom. What should change in the picture?"
_THINGS = ("g", "h", "b", "j", "p")


def asks_who_holds(
    page: Page, clause: Clause, base: ShotList, named: list[Person], target: Target
) -> bool:
    """Whether a thing is to be with one person and not with another who is named behind."""
    people = list(dict.fromkeys(one.name for one in named))
    if len(people) != 2 or not target.shots:
        return False
    first, last = named[0].place, named[-1].place
    told = {page.form(last - 1), page.form(last - 2)}
    if not told & (word_set("people.not") | word_set("people.instead")):
        return False
    if page.form(first - 1) in word_set("who_holds.on") and _has_thing(page, clause.start, first):
        return True
    holds = any(page.form(p) in word_set("who_holds.verbs") for p in range(clause.start, last))
    both = all(set(people) <= set(base.shot(i).talent) for i in target.shots)
    return holds and both and _has_thing(page, first, last)


def _has_thing(page: Page, start: int, end: int) -> bool:
    return page.has(start, end, *_THINGS)
