"""A thing of another make than the board's: "a velvet dress in 2" is not the linen one of 1."""

from toile.adapters.language.built_in.edits.message.board_words import Mention
from toile.adapters.language.built_in.edits.message.clause import Clause
from toile.adapters.language.built_in.edits.message.outcome import Outcome
from toile.adapters.language.built_in.edits.message.said_ahead import says_how
from toile.adapters.language.built_in.edits.message.senses import stems
from toile.adapters.language.built_in.edits.shots.target_kinds import Target
from toile.adapters.language.built_in.edits.wardrobe import items
from toile.adapters.language.built_in.edits.wardrobe.wearing import wear
from toile.adapters.language.built_in.text.compounds import in_whole
from toile.adapters.language.built_in.text.lexicon import word_set
from toile.adapters.language.built_in.text.page import Page
from toile.domain.shots import ShotList

_THINGS = ("g", "h", "b", "j")


def read_of_another_make(
    page: Page, clause: Clause, out: Outcome, base: ShotList, target: Target, thing: Mention
) -> bool:
    """Dress the shots in a thing that is like one of the board in kind alone."""
    if target.how not in ("number", "ordinal") or not target.shots:
        return False
    made = _make(page, clause, thing)
    known = {word for value in thing.values for word in stems(value)}
    if not made or {word for name in made for word in stems(name)} & known:
        return False
    start = thing.start
    while start > clause.start and says_how(page, start - 1):
        start -= 1
    found = items.new_item(page, clause, start, target)
    if found is None:
        return False
    for shot_id in target.shots:
        wear(out, base.shot(shot_id), found[0], page, found)
    out.last = target.shots
    return True


def _make(page: Page, clause: Clause, thing: Mention) -> list[str]:
    """Return the cloths and colours said of a thing: before it, behind it, or in one word."""
    found = [
        span.name
        for span in page.spans(clause.start, thing.start, "m", "col")
        if span.end == thing.start
    ]
    place = thing.end
    while place < clause.end and page.form(place) in word_set("reclothing.led"):
        place += 1
    behind = page.first(place, "m") if place > thing.end else page.first(place, "m", "col")
    if behind is not None and page.languages[0] != "en":
        found.append(behind.name)
    last = page.first(thing.end - 1, *_THINGS)
    if last is not None and last.end == thing.end:
        whole = in_whole(page.form(thing.end - 1), last.name, page.languages[0])
        found += [whole.removesuffix(f" {last.name}")] if whole != last.name else []
    return found
