"""The thing that takes another's place: "for loafers", "a red hat instead of the cap"."""

from toile.adapters.language.built_in.edits.message.board_words import Mention
from toile.adapters.language.built_in.edits.message.clause import Clause
from toile.adapters.language.built_in.edits.shots.target_kinds import Target
from toile.adapters.language.built_in.edits.wardrobe import items
from toile.adapters.language.built_in.edits.wardrobe.fruit import is_fruit
from toile.adapters.language.built_in.text.lexicon import word_set
from toile.adapters.language.built_in.text.page import Page

_INSTEAD = word_set("things.instead")
_OLD_FOLLOWS = word_set("things.old_follows")
Found = tuple[str, int, int]


def new_thing(page: Page, clause: Clause, old: Mention, target: Target) -> Found | None:
    """Return the thing that takes the place of another, with the tokens it stands on."""
    found = _new_thing(page, clause, old, target)
    return _called(page, clause, found) if found else None


def _called(page: Page, clause: Clause, found: Found) -> Found:
    """Return "the blazer" by the name that the board has for it, where it has one."""
    _, start, end = found
    known = {m.values for m in clause.mentions if (m.start, m.end) == (start, end)}
    values = next(iter(known), ())
    definite = page.form(start - 1) in word_set("giving.the")
    return (values[0], start, end) if definite and len(values) == 1 else found


def _new_thing(page: Page, clause: Clause, old: Mention, target: Target) -> Found | None:
    if page.form(old.end) in word_set("giving.a"):
        return items.new_item(page, clause, old.end, target)
    # "Le short en jean pour une jupe": what it is made of stands before what comes.
    last = (p for p in range(old.end, clause.end) if page.form(p) in word_set("things.in_exchange"))
    for place in range(next(last, old.end), clause.end):
        span = page.span_at(place, "act")
        if span and span.name == "replace" and page.form(span.start) in _OLD_FOLLOWS:
            return _before(page, clause, old, target)
        led = page.form(place) in _INSTEAD or (span and span.name in ("replace", "set"))
        if led and page.form(place) != "in" and not (span and page.span_at(span.end, "act")):
            found = items.new_item(page, clause, span.end if span else place + 1, target)
            colour = page.first(found[1], "col") if found else None
            fruit = found is not None and is_fruit(page, found[1], found[2])
            if colour is not None and found and colour.end >= found[2] and not fruit:
                return None
            if found and page.first(found[1], "priority", "kind") is not None:
                return None  # "The gloves to a must" ranks the shot.
            if found and not found[0].isdecimal() and found[0] not in word_set("things.new_thing"):
                return found
    return _before(page, clause, old, target) or _behind(page, clause, old, target)


def _behind(page: Page, clause: Clause, old: Mention, target: Target) -> Found | None:
    """Read the new thing behind the old one: "statt Strohhut eine Kappe"."""
    marks = [s for s in page.spans(clause.start, old.start, "act") if s.name == "replace"]
    instead = marks and page.form(marks[-1].start) not in word_set("things.old")
    if not instead or old.start - marks[-1].end > 1:
        return None
    return items.new_item(page, clause, old.end, target)


def _before(page: Page, clause: Clause, old: Mention, target: Target) -> Found | None:
    """Read the new thing in front: "a red hat instead of the cap"."""
    marks = [s for s in page.spans(clause.start, old.start, "act") if s.name == "replace"]
    if not marks:
        return None
    start = clause.start
    verbs = list(page.spans(clause.start, marks[-1].start, "act"))
    if verbs:
        start = verbs[0].end
    told = word_set("wearing.verbs") | word_set("preferring.prefers") | word_set("new_things.has")
    worn = [p for p in range(start, marks[-1].start) if page.form(p) in told]
    if worn:
        start = worn[-1] + 1
    start = max((p + 1 for p in target.places if start <= p < marks[-1].start - 1), default=start)
    who = next((m for m in clause.mentions if m.start == start and m.fields == {"talent"}), None)
    if who is not None and page.form(who.end) in word_set("opening.somebody"):
        start = who.end + 1  # "Elif in the white shirt instead of the dress".
    start += page.form(start) in word_set("wearing.with")
    found = items.new_item(page, Clause(start, marks[-1].start), start, target)
    if found is not None and _is_the_same(page, clause, old, found):
        return None  # "The dress in silk instead of the linen" is the same dress.
    bare = (
        found is not None
        and page.first(found[1], "col") is not None
        and page.at[found[1]]["col"].end >= found[2]
    )
    return found if found and not bare else None


def _is_the_same(page: Page, clause: Clause, old: Mention, found: tuple[str, int, int]) -> bool:
    """Whether what comes is what goes, and not "Tee" for a coffee cup: both are cups."""
    thing = page.first(found[1], "g", "h", "b", "j", "p")
    held = {word for value in old.values for word in value.split()}
    other = thing is not None and not set(thing.name.split()) <= held
    return not other and any(
        m.start <= found[1] and found[2] <= m.end and set(m.values) == set(old.values)
        for m in clause.mentions
    )
