"""One clause at a time: what it asks for, as commands on the shots it means."""

import itertools

from toile.adapters.language.built_in.edits.cast.only_somebody import spared_person
from toile.adapters.language.built_in.edits.cast.people_in import exchange
from toile.adapters.language.built_in.edits.fields import edit_fields
from toile.adapters.language.built_in.edits.meant_shots import meant
from toile.adapters.language.built_in.edits.message.clause import Clause
from toile.adapters.language.built_in.edits.message.entrances import placed_person
from toile.adapters.language.built_in.edits.message.new_nouns import new_noun
from toile.adapters.language.built_in.edits.message.outcome import Outcome
from toile.adapters.language.built_in.edits.message.seats import seat_of
from toile.adapters.language.built_in.edits.message.verbs import names_of
from toile.adapters.language.built_in.edits.order.deleting import goes_somewhere, whole_shots
from toile.adapters.language.built_in.edits.order.more_like import read_more_like
from toile.adapters.language.built_in.edits.order.new_shots import new_shots
from toile.adapters.language.built_in.edits.order.swapping import is_crossed, swap
from toile.adapters.language.built_in.edits.picture import values
from toile.adapters.language.built_in.edits.picture.copying import asks_respect, has_source
from toile.adapters.language.built_in.edits.picture.grooming import read_grooming
from toile.adapters.language.built_in.edits.picture.likeness import read_likeness
from toile.adapters.language.built_in.edits.picture.manners import cuts
from toile.adapters.language.built_in.edits.picture.moving_away import read_moved_away
from toile.adapters.language.built_in.edits.picture.standing import read_stood
from toile.adapters.language.built_in.edits.shots import places
from toile.adapters.language.built_in.edits.shots.beside import are_people_beside, names_beside
from toile.adapters.language.built_in.edits.shots.nothing_such import has_nothing_such
from toile.adapters.language.built_in.edits.shots.positions import position
from toile.adapters.language.built_in.edits.shots.target_kinds import Target
from toile.adapters.language.built_in.edits.things import edit_things
from toile.adapters.language.built_in.edits.wardrobe import items
from toile.adapters.language.built_in.edits.wardrobe.as_in import read_as_in
from toile.adapters.language.built_in.edits.wardrobe.barefoot import read_barefoot
from toile.adapters.language.built_in.edits.wardrobe.carried_across import read_carried_across
from toile.adapters.language.built_in.edits.wardrobe.colour_behind import with_colour_apart
from toile.adapters.language.built_in.edits.wardrobe.exchanging import (
    read_exchanged,
    replaces_what_is_seen,
)
from toile.adapters.language.built_in.edits.wardrobe.exchanging_things import exchange_things
from toile.adapters.language.built_in.edits.wardrobe.laid_down import read_laid
from toile.adapters.language.built_in.edits.wardrobe.no_things import read_lettering
from toile.adapters.language.built_in.edits.wardrobe.open_colour import read_open_colour
from toile.adapters.language.built_in.edits.wardrobe.passing_on import (
    read_given_up,
    read_passed_on,
)
from toile.adapters.language.built_in.edits.wardrobe.propless import read_propless
from toile.adapters.language.built_in.edits.wardrobe.removing import take_it
from toile.adapters.language.built_in.edits.wardrobe.worn_so import read_worn_so
from toile.adapters.language.built_in.text.lexicon import Span, word_set
from toile.adapters.language.built_in.text.page import Page
from toile.domain.commands import SwapShots
from toile.domain.shots import ShotList

# "In place of 5" moves a shot there, too: a thing that replaces another is read before.
_SEATS = frozenset(("move", "set", "replace"))


def handle(page: Page, clause: Clause, out: Outcome, base: ShotList) -> None:
    """Read one clause into commands or remarks."""
    if not read_more_like(page, clause, out, base):
        _handle(page, clause, out, base)


def _handle(page: Page, clause: Clause, out: Outcome, base: ShotList) -> None:
    acts = names_of(page, clause)
    target, base = meant(page, clause, out, base)
    clause = with_colour_apart(page, clause, base, acts, target)
    worn = read_worn_so(page, clause, out, base, target) or read_laid(page, clause, out, target)
    if (
        worn
        or _asks_where(page, clause, out, base, target)
        or _is_of_picture(page, clause, out, base, acts, target)
    ):
        return
    whole = (
        reader(page, clause, out, base, acts)
        for reader in (read_as_in, read_barefoot, read_propless, read_carried_across)
    )
    if any(whole) or _is_open(page, clause, out, base, acts, target):
        return
    seen = replaces_what_is_seen(page, clause) and read_exchanged(page, clause, out, target)
    if seen or exchange_things(page, clause, out, base, acts, target):
        return
    for reader in (_order, new_shots, whole_shots, read_grooming, edit_things, edit_fields):
        if reader(page, clause, out, base, acts, target):
            return


def _is_open(
    page: Page, clause: Clause, out: Outcome, base: ShotList, acts: list[str], target: Target
) -> bool:
    """Ask where a clause leaves open which shot it means, or in what it shall be like another."""
    numbers = sorted(p for p in target.places if page.tokens[p].text.isdecimal())
    either = any(
        any(page.form(p) in word_set("asked.or") for p in range(one + 1, two))
        and ("delete" in acts or two == one + 2)
        for one, two in itertools.pairwise(numbers)
    )
    without = any(page.form(p) in word_set("things.without") for p in _words(clause))
    thing = has_nothing_such(page, clause, target)
    if thing is not None:
        out.cannot.append(f"I see no {page.words(thing.start, thing.end)} on the board.")
        return True
    if target.how == "number" and either and not without:  # "No cup in 2 or 6" is in neither.
        out.asks.append(places.which(base, target.shots))
        return True
    return asks_respect(page, clause, out, acts, target) or read_open_colour(page, clause, out)


def _asks_where(page: Page, clause: Clause, out: Outcome, base: ShotList, target: Target) -> bool:
    """Ask which shot "Nora in 2, Tom in the kitchen" means: who is in 2 is said already."""
    spared = spared_person(page, clause)
    if spared:
        out.asks.append(f"In which shots shall only {spared} stay?")
        return True
    there = placed_person(page, clause) if target.how == "before" else ()
    if there:
        out.asks.append(places.which(base, there))
    return bool(there)


def _words(clause: Clause) -> range:
    return range(clause.start, clause.end)


def _is_of_picture(
    page: Page, clause: Clause, out: Outcome, base: ShotList, acts: list[str], target: Target
) -> bool:
    """Read what "it" stands for, how a picture is cut, who goes where in it, what it is like."""
    if read_lettering(page, clause, out, acts) or take_it(page, clause, out):
        return True
    if read_passed_on(page, clause, out, acts, target) or read_given_up(page, clause, out):
        return True
    cut = cuts(page, clause) and edit_fields(page, clause, out, base, acts, target)
    stood = not cut and read_stood(page, clause, out, base, acts, target)
    moved = cut or stood or read_moved_away(page, clause, out, base, target)
    return moved or read_likeness(page, clause, out, base)


def _order(
    page: Page, clause: Clause, out: Outcome, base: ShotList, acts: list[str], target: Target
) -> bool:
    swapped = _swapped(page, clause, out, base, acts, target)
    if swapped is not None:
        return swapped
    if ("delete" in acts and not goes_somewhere(page, clause)) or "duplicate" in acts:
        return False
    if are_people_beside(page, clause):
        return False
    most = len(base)
    seat = seat_of(page, clause, most)
    seated = seat is not None and not set(acts) - _SEATS
    if seated and places.move(page, clause, out, base):
        return True
    if names_beside(page, clause, acts) and places.move(page, clause, out, base):
        return True
    if has_source(page, clause, base, out) or _is_dressing(page, clause):
        return False
    span = position(page, clause)
    added = _is_added(page, clause, acts)
    if span and not added and _is_move(page, clause, acts, span, target):
        return places.move(page, clause, out, base)
    return (
        "move" in acts
        and not clause.ratios
        and not values.given(page, clause, target, len(base))
        and (not items.objects(clause, target))
        and places.move(page, clause, out, base)
    )


def _is_added(page: Page, clause: Clause, acts: list[str]) -> bool:
    """Whether a place is that of a new shot: "add a shot at the end", "am Ende noch eins: ..."."""
    told = "add" in acts and page.has(clause.start, clause.end, "noun")
    colon = any(page.form(p) == ":" for p in range(clause.start, clause.end))
    return (told or colon) and new_noun(page, clause) is not None


def _swapped(
    page: Page, clause: Clause, out: Outcome, base: ShotList, acts: list[str], target: Target
) -> bool | None:
    """Read shots or people that change places; ``None`` where the clause is about another order."""
    if "reverse" in acts:
        pair = target.how in ("number", "ordinal", "description") and target.shots
        if not pair:
            return places.reverse(out)
        if len(pair) > 2:
            return places.reverse(out, pair)
        return len(pair) == 2 and out.do(SwapShots(first=pair[0], second=pair[1]))
    if is_crossed(page, clause):
        return swap(page, clause, out, base)
    if "swap" in acts and _becomes(page, clause):
        return False
    if "swap" in acts and exchange(page, clause, out, base, target):
        return True
    if "swap" in acts and _are_people(clause):
        out.asks.append("They are in the same shots: in which shall they change places?")
        return True
    things = target.how == "number" and any(
        m.fields <= {"garments", "props"} for m in items.objects(clause, target)
    )
    shown = {p for m in clause.mentions if m.fields == {"set"} for p in range(m.start, m.end)}
    worn = page.spans(clause.start, clause.end, "g", "h", "b", "j")
    things = things or any(s.start not in shown for s in worn)  # A coat check is a place.
    whole = (not things and not _has_for(page, clause)) or _of_the_order(page, clause)
    if "swap" in acts and whole and swap(page, clause, out, base):
        return True
    return None


def _are_people(clause: Clause) -> bool:
    """Whether "swap Jonas and Maren in the boat" names two people and no thing or shot number."""
    people = {v for m in clause.mentions if m.fields == {"talent"} for v in m.values}
    things = any(m.fields & {"garments", "props"} for m in clause.mentions)
    return len(people) == 2 and not things


def _of_the_order(page: Page, clause: Clause) -> bool:
    """Whether "swap the order of the stairs and the gloves" exchanges shots, whatever they show."""
    verbs = [s for s in page.spans(clause.start, clause.end, "act") if s.name == "swap"]
    return any(page.form(p) == "order" for s in verbs for p in range(s.start, s.end))


def _is_dressing(page: Page, clause: Clause) -> bool:
    """Whether "que Giulia lleve botas en la primera" dresses somebody and moves no shot."""
    told = any(page.form(p) in word_set("giving.verbs") for p in range(clause.start, clause.end))
    who = any(m.fields == {"talent"} for m in clause.mentions)
    return told and who and page.has(clause.start, clause.end, "g", "h", "b", "j")


def _becomes(page: Page, clause: Clause) -> bool:
    """Whether "switch 1 and 2 to vertical" gives a value, and exchanges nothing."""
    return any(
        page.form(ratio.start - 1) in word_set("acts.becomes")
        or page.form(ratio.start - 2) in word_set("acts.becomes")
        for ratio in clause.ratios
    )


def _is_move(page: Page, clause: Clause, acts: list[str], span: Span, target: Target) -> bool:
    given = [
        g for g in values.given(page, clause, target, 0) if not span.start <= g.start < span.end
    ]
    ranked = any(s.name == "priority" for s in page.spans(clause.start, clause.end, "f"))
    # "First make 2 warmer" says what is done first, and not which shot is.
    opens = span.start <= clause.start + 1 and page.has(span.end, clause.end, "rel")
    if (given or ranked or opens) and "move" not in acts:
        return False
    if span.name in ("before", "after") and span.start == clause.start:
        return "move" in acts
    return "move" in acts or not given


def _has_for(page: Page, clause: Clause) -> bool:
    """Whether "swap X for Y" exchanges things and not shots."""
    marks = [
        p
        for p in range(clause.start, clause.end - 1)
        if page.form(p) in word_set("acts.has_for") and not page.tokens[p + 1].text.isdecimal()
    ]
    return bool(marks) and (
        any(m.fields & items.LISTS for m in clause.mentions)
        or page.has(marks[0], clause.end, "s", "set")
    )
