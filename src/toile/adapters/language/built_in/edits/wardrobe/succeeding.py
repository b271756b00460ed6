"""What takes the place of a thing that went: "the lemons are out. pink grapefruit"."""

from dataclasses import replace

from toile.adapters.language.built_in.edits.message.board_words import Mention
from toile.adapters.language.built_in.edits.message.clause import Clause
from toile.adapters.language.built_in.edits.message.outcome import Outcome
from toile.adapters.language.built_in.edits.message.senses import stems
from toile.adapters.language.built_in.edits.shots.target_kinds import Target
from toile.adapters.language.built_in.edits.wardrobe import items
from toile.adapters.language.built_in.edits.wardrobe.bare_things import WORN
from toile.adapters.language.built_in.edits.wardrobe.giving import all_of, is_thing
from toile.adapters.language.built_in.edits.wardrobe.wearing import full_name
from toile.adapters.language.built_in.text.lexicon import word_set
from toile.adapters.language.built_in.text.page import Page
from toile.domain.commands import RemoveItems, ReplaceItem
from toile.domain.shots import ShotList

_SHORT = 5
_WITHOUT = word_set("things.without")
_LISTS = frozenset(("garments", "props"))


def read_successor(
    page: Page, clause: Clause, out: Outcome, base: ShotList, acts: list[str]
) -> bool:
    """Read a bare thing behind a removal as what takes its place."""
    gone = out.commands[-1] if out.commands else None
    without = any(page.form(p) in _WITHOUT for p in range(clause.start, clause.end))
    if without and any(page.tokens[p].text.isdecimal() for p in range(clause.start, clause.end)):
        return False  # "4 without the bike and 1 without the taxi".
    whole, clause = clause, _without_coming(page, clause)
    into = page.form(whole.start) in word_set("succeeding.into")
    long = clause.end - clause.start > _SHORT + 3 * into
    if not isinstance(gone, RemoveItems) or set(acts) - {"set", "replace", "move"} or long:
        return False
    if page.form(clause.start) in word_set("people.only"):
        if page.form(clause.start + 1) not in word_set("standing.articles"):
            return False
        clause = replace(clause, start=clause.start + 1)  # "No trench, just a blue shirt".
    if _is_joined(page, whole):
        if page.form(whole.start) in word_set("handing.gives") | word_set("giving.verbs"):
            return False  # "Lose the blazer and give her a cardigan".
        if not into:
            return _goes_too(page, whole, out, gone)
        clause = replace(clause, start=whole.start + 1)
    stripped = (clause.start, clause.end) != (whole.start, whole.end)
    return _comes(page, clause, out, base, gone, stripped=stripped)


def _is_joined(page: Page, clause: Clause) -> bool:
    """Whether an "and" leads to a stretch, or a comma in a list that an "and" goes on with."""
    joins = word_set("naming.and") | word_set(f"succeeding.and.{page.languages[0]}")
    listed = page.form(clause.start - 1) == "," and page.form(clause.end) in joins
    return listed or page.form(clause.start - 1) in joins


def _comes(
    page: Page, clause: Clause, out: Outcome, base: ShotList, gone: RemoveItems, *, stripped: bool
) -> bool:
    """Put what a stretch names in the place of what went."""
    if gone.field == "talent" or len(gone.items) != 1 or not out.marks:
        return False
    found = items.new_item(page, clause, clause.start, Target())
    if found is None:
        return False
    comes = stripped and found[2] == clause.end  # "Boombox in", whatever that is.
    if not comes and not _ends_on_thing(page, clause, found[1], found[2]):
        return False
    if not comes and not is_thing(page, clause, found[1], found[2]):
        return False
    field = items.field_of(page, found[1], found[2], frozenset())
    if not comes and field != gone.field and page.has(found[1], found[2], *WORN):
        return False
    new = full_name(base, found[0])
    if page.first(found[1], "priority") is not None or _is_other_there(out, new, gone):
        return False  # "Plate out, should instead of could", "tie off, white shirt".
    elsewhere = not comes and _is_elsewhere(base, new, gone.field)
    if elsewhere or any(new in all_of(base, i) for i in gone.shots):
        return False
    out.commands.pop()
    out.shots = out.rebuilt()
    return out.do(ReplaceItem(shots=gone.shots, field=gone.field, old=gone.items[0], new=new))


def _is_other_there(out: Outcome, new: str, gone: RemoveItems) -> bool:
    """Whether what comes is of the kind of another thing that stays in the shot."""
    head = stems(new)[-1:]
    kept = [v for i in gone.shots for v in all_of(out.shots, i) if v not in gone.items]
    return head not in [stems(v)[-1:] for v in gone.items] and head in [stems(v)[-1:] for v in kept]


def _ends_on_thing(page: Page, clause: Clause, start: int, end: int) -> bool:
    """Whether a stretch names something by its last word: "alcohol brands" only says why."""
    led = page.form(start - 1) in word_set("giving.indefinite")
    known = any(s.end == end for s in page.spans(start, end, *WORN, "col", "m"))
    mentioned = any(m.end == end and m.fields & _LISTS for m in clause.mentions)
    return led or known or mentioned or page.first(start, "col", "m") is not None


def _goes_too(page: Page, clause: Clause, out: Outcome, gone: RemoveItems) -> bool:
    """Read "lose the hat and the dress": the second goes as well, and takes no one's place."""
    seen = page.spans(clause.start, clause.end, "col", "rel", "light", "framing", "angle", "pos")
    things = [m for m in clause.mentions if m.fields & _LISTS]
    if any(not any(m.start <= s.start and s.end <= m.end for m in things) for s in seen):
        return False  # "Le arance" are no colour where the shot has oranges.
    worn = [m.of("garments", "props") for m in clause.mentions if m.fields & _LISTS]
    if any(_is_where(page, clause, mention) for mention in worn):
        return False  # "Without Nora, and Tom alone on the chair".
    whole = page.segment_of(clause.start)
    told = any(page.tokens[p].text.isdecimal() for p in range(whole.start, whole.end))
    for mention in worn:
        there = tuple(e for e in mention.entries if e.shot in gone.shots)
        if told and not there:  # "The hat and the dress in 2": no other shot is meant.
            out.cannot.append(f"I see no {mention.values[0]} there.")
            continue
        for command in items.remove(there or mention.entries):
            out.do(command)
    thing = next((s for s in page.spans(clause.start, clause.end, *WORN)), None)
    new = thing is not None and page.form(thing.start - 1) in word_set("giving.indefinite")
    if worn or thing is None or new:
        return bool(worn)
    out.cannot.append(f"I find no {page.words(thing.start, thing.end)} there.")
    return True


def _is_where(page: Page, clause: Clause, thing: Mention) -> bool:
    """Whether a thing only says where somebody is: "on the chair"."""
    place = thing.start - (page.form(thing.start - 1) in word_set("naming.articles"))
    led = page.form(place - 1) in word_set("left_over.beside")
    return led and any(m.fields == {"talent"} for m in clause.mentions)


def _without_coming(page: Page, clause: Clause) -> Clause:
    """Return what comes in without the words for it: "boombox" of "instead boombox comes in"."""
    start, end = clause.start, clause.end
    while end > start + 1 and page.form(end - 1) in word_set("entrances.thing"):
        end -= 1
    for place in range(start, end):
        if page.form(place) in word_set("succeeding.instead"):
            start, end = _around(page, start, place, end)
            break
    return replace(clause.until(end), start=start)


def _around(page: Page, start: int, mark: int, end: int) -> tuple[int, int]:
    """Return the longer side of "instead": what comes stands behind it, or before."""
    stop = mark
    while stop > start and page.form(stop - 1) in word_set("succeeding.small"):
        stop -= 1
    return (mark + 1, end) if end - mark - 1 > stop - start else (start, stop)


def _is_elsewhere(base: ShotList, thing: str, field: str) -> bool:
    """Whether the board has a thing, and never among what it would take the place of."""
    has = {name for s in base.shots for name in ("garments", "props") if thing in getattr(s, name)}
    return bool(has) and field not in has
