"""Edits of garments, props and people in the shots."""

from toile.adapters.language.built_in.edits.cast.people_in import people
from toile.adapters.language.built_in.edits.message.board_words import Mention
from toile.adapters.language.built_in.edits.message.clause import Clause
from toile.adapters.language.built_in.edits.message.outcome import Outcome
from toile.adapters.language.built_in.edits.message.said_ahead import says_how
from toile.adapters.language.built_in.edits.shots import places
from toile.adapters.language.built_in.edits.shots.described import described
from toile.adapters.language.built_in.edits.shots.target_kinds import Target
from toile.adapters.language.built_in.edits.unexplained import WHAT
from toile.adapters.language.built_in.edits.wardrobe import items
from toile.adapters.language.built_in.edits.wardrobe.adding_to import read_added_to
from toile.adapters.language.built_in.edits.wardrobe.bare_things import is_beside, is_of_new_shot
from toile.adapters.language.built_in.edits.wardrobe.becoming import (
    becomes,
    is_other,
    names_other,
    new_after_to,
    recut,
)
from toile.adapters.language.built_in.edits.wardrobe.carrying import read_carried
from toile.adapters.language.built_in.edits.wardrobe.colour_for_colour import (
    read_colour_for_colour,
)
from toile.adapters.language.built_in.edits.wardrobe.denied_things import is_denied
from toile.adapters.language.built_in.edits.wardrobe.dressing import follows_dressing
from toile.adapters.language.built_in.edits.wardrobe.giving import (
    add_thing,
    put_in,
    unnamed,
)
from toile.adapters.language.built_in.edits.wardrobe.handing_over import read_handed_over
from toile.adapters.language.built_in.edits.wardrobe.known_instead import read_known_instead
from toile.adapters.language.built_in.edits.wardrobe.new_things import new_thing
from toile.adapters.language.built_in.edits.wardrobe.of_values import of_a_value
from toile.adapters.language.built_in.edits.wardrobe.partial import read_partial
from toile.adapters.language.built_in.edits.wardrobe.reclothing import read_cloth
from toile.adapters.language.built_in.edits.wardrobe.recolouring import (
    narrow,
    no_such_thing,
    recolour,
    says_part,
    which_thing,
    wished_colours,
)
from toile.adapters.language.built_in.edits.wardrobe.regrading import read_regraded
from toile.adapters.language.built_in.edits.wardrobe.removing import going, remove
from toile.adapters.language.built_in.edits.wardrobe.succeeding import read_successor
from toile.adapters.language.built_in.edits.wardrobe.taking_off import read_taken_off
from toile.adapters.language.built_in.edits.wardrobe.wearing import read_instead, read_turned
from toile.adapters.language.built_in.text.lexicon import Span, word_set
from toile.adapters.language.built_in.text.page import Page
from toile.domain.commands import ReplaceItem
from toile.domain.shots import ShotList

_EXPLICIT = word_set("things.explicit")


def edit_things(
    page: Page, clause: Clause, out: Outcome, base: ShotList, acts: list[str], target: Target
) -> bool:
    """Read a clause about things; return whether it was one."""
    if read_handed_over(page, clause, out, base) or read_taken_off(
        page, clause, out, base, acts, target
    ):
        return True
    if read_carried(page, clause, out, base, acts, target) or people(
        page, clause, out, base, acts, target
    ):
        return True
    other = unnamed(page, clause)
    if other:
        out.asks.append(f"Which {other} instead?")
        return True
    if _without_verb(page, clause, out, base, acts, target):
        return True
    things = items.objects(clause, target)
    explicit = _is_explicit(target, things)
    if target.missing and things:
        out.cannot.append(places.missing(target, base))
        if not target.shots:
            return True
    if not things and "delete" in acts and of_a_value(page, clause):
        return False
    gone = going(page, clause, acts, things)
    if gone is not None:
        return remove(page, clause, out, base, target, gone, explicit)
    fresh = _known(page, clause, out, target, things)
    if fresh and _change(page, clause, out, base, acts, target, fresh, explicit):
        return True
    put = put_in(page, clause, out, base, acts, target, fresh)
    return put or (set(acts) <= {"set"} and _is_without(page, clause, out, base, target))


def _is_without(page: Page, clause: Clause, out: Outcome, base: ShotList, target: Target) -> bool:
    """Say that a shot has none of what it shall be without: "there is no piano in 2"."""
    nouns = page.spans(clause.start, clause.end, "g", "h", "b", "j", "p")
    denied = next((s for s in nouns if is_denied(page, s.start)), None)
    if denied is None or target.how != "number" or page.has(clause.start, clause.end, *_VALUES):
        return False
    where = ", ".join(str(base.shot(one).no) for one in target.shots)
    worn = {e.shot for m in clause.mentions if m.start == denied.start for e in m.entries}
    if worn & {*target.shots}:
        out.asks.append(f"Shall the {page.words(denied.start, denied.end)} go from shot {where}?")
        return True
    out.already.append(f"No {page.words(denied.start, denied.end)} in {where}: so it stays.")
    out.last = target.shots
    return True


_VALUES = ("rel", "light", "framing", "angle", "lens", "aspect", "pose", "set", "col")


def _known(
    page: Page, clause: Clause, out: Outcome, target: Target, things: list[Mention]
) -> list[Mention]:
    """Return the things but for "a blue shirt", which is none of those that other shots have."""
    goes_on = follows_dressing(page, clause, out, target)  # "Red dress, black boots".
    if is_of_new_shot(out, target):  # No dress of another shot.
        return []
    return [m for m in things if not _is_new(page, clause, target, m, goes_on=goes_on)]


def _is_new(page: Page, clause: Clause, target: Target, thing: Mention, *, goes_on: bool) -> bool:
    start = thing.start
    while says_how(page, start - 1):
        start -= 1
    led = page.form(start - 1) in word_set("standing.articles")
    led = led or (goes_on and start == clause.start < thing.start)
    led = led or is_beside(page, clause, target)
    worn = thing.fields <= {"garments", "props"} and not set(thing.shots) & set(target.shots)
    return led and worn and target.how == "before"


def _without_verb(
    page: Page, clause: Clause, out: Outcome, base: ShotList, acts: list[str], target: Target
) -> bool:
    """Read "not the jumper, the smock", "pencil skirt instead", a bare thing behind a removal."""
    if read_turned(page, clause, out, base, target):
        return True
    worn = [m for m in clause.mentions if m.fields & {"garments", "props"}]
    if says_part(page, clause, worn):
        out.asks.append(f"What should the {worn[0].values[0]} be called then?")
        return True
    explicit = _is_explicit(target, items.objects(clause, target))
    if read_regraded(page, clause, out, base, target, explicit=explicit):
        return True
    if read_colour_for_colour(page, clause, out, base, target, explicit=explicit):
        return True
    if not set(acts) - {"set"} and read_instead(page, clause, out, base, target):
        return True
    if read_successor(page, clause, out, base, acts):
        return True
    return read_added_to(page, clause, out, base, acts, target)


def _is_nothing(page: Page, clause: Clause, old: Mention) -> bool:
    """Whether "replace the mirror with nothing" puts nothing in its place."""
    return any(page.form(p) in word_set("things.nothing") for p in range(old.end, clause.end))


def _is_explicit(target: Target, things: list[Mention]) -> bool:
    """Whether the clause says in which shots, so that a thing counts only there."""
    if target.how == "before":
        named = (set(m.shots) | {e.shot for e in m.near} for m in things)
        return any(shots & set(target.shots) for shots in named)
    return target.how in _EXPLICIT and bool(target.shots or target.missing)


def _change(
    page: Page, clause: Clause, out: Outcome, base: ShotList, acts: list[str], target: Target,
    things: list[Mention], explicit: bool,
) -> bool:  # fmt: skip
    if new_thing(page, clause, things[0], target) is None and _swap_over(out, acts, things):
        return True
    if read_partial(page, clause, out, target, things[0], explicit):
        return True
    colours = wished_colours(page, clause, things)
    old = _old(page, clause, things)
    others = list(page.spans(clause.start, clause.end, "col"))
    alone = len(things) == 1 and not names_other(page, clause, things)
    if "replace" in acts and alone and len(others) > 1 and colours:
        return recolour(page, clause, out, base, target, things[0], explicit, colours[:1])
    exchanged = {"replace", "swap"} & set(acts) or old is not things[0]
    if exchanged and _replace(page, clause, out, base, target, old, explicit, colours):
        return True
    other = colours and new_after_to(page, clause, things[0]) and is_other(page, clause, things)
    if other and _replace(page, clause, out, base, target, things[0], explicit, colours):
        return True
    if "add" in acts and add_thing(page, clause, out, base, target):
        return True
    if colours:
        return recolour(page, clause, out, base, target, things[0], explicit, colours)
    if _is_remade(page, clause, out, base, acts, target, things[0], explicit):
        return True
    if becomes(page, clause, acts, things[0]):
        return _replace(page, clause, out, base, target, things[0], explicit, colours)
    return _is_vague(page, clause, out, acts, things[0])


def _is_remade(
    page: Page, clause: Clause, out: Outcome, base: ShotList, acts: list[str], target: Target,
    thing: Mention, explicit: bool,
) -> bool:  # fmt: skip
    """Read another cloth or another cut of a thing."""
    plain = not set(acts) - {"set", "move"}
    if plain and read_cloth(page, clause, out, base, target, thing, explicit=explicit):
        return True
    return explicit and not set(acts) - {"set"} and recut(page, clause, out, target, thing)


def _is_vague(page: Page, clause: Clause, out: Outcome, acts: list[str], thing: Mention) -> bool:
    """Ask what shall be there where only "nicer" or "more" is said of a thing."""
    seen = any(page.form(p) in word_set("things.seeing") for p in range(clause.start, clause.end))
    framed = any(  # "The ring bigger in frame" asks for a closer picture of it.
        s.name in ("tighter", "wider") and s.end - s.start > 1
        for s in page.spans(clause.start, clause.end, "rel")
    )
    related = page.has(clause.start, clause.end, "rel") and not framed
    vague = {"set", "replace"} & set(acts) and related
    if vague and not seen:
        somebody = thing.fields == {"talent"}
        out.asks.append(WHAT if somebody else f"What instead of the {thing.values[0]}?")
    return bool(vague) and not seen


def _swap_over(out: Outcome, acts: list[str], things: list[Mention]) -> bool:
    """Read "swap the hats over": one thing of two shots changes sides."""
    if "swap" not in acts or len(things) != 1:
        return False
    entries = [e for e in things[0].entries if e.field in items.LISTS]
    if (
        len({e.shot for e in entries}) != 2
        or len({e.value for e in entries}) != 2
        or len(entries) != 2
    ):
        return False
    one, two = entries
    out.do(ReplaceItem(shots=(one.shot,), field=one.field, old=one.value, new=two.value))
    return out.do(ReplaceItem(shots=(two.shot,), field=two.field, old=two.value, new=one.value))


def _old(page: Page, clause: Clause, things: list[Mention]) -> Mention:
    """Return the thing that goes: behind "instead of", else the first."""
    for span in page.spans(clause.start, clause.end, "act"):
        instead = span.name == "replace" and page.form(span.start) not in word_set("things.old")
        if instead:
            behind = [m for m in things if m.start >= span.end]
            if behind:
                return behind[0]
    return things[0]


def _without_new(
    page: Page, clause: Clause, out: Outcome, base: ShotList, target: Target, old: Mention,
    explicit: bool, colours: list[Span],
) -> bool:  # fmt: skip
    """Read an exchange that names no new thing: for nothing, for a colour, or to be asked."""
    if _is_nothing(page, clause, old):
        return remove(page, clause, out, base, target, [old], explicit)
    if old.fields == {"talent"}:
        return False
    if colours:
        return recolour(page, clause, out, base, target, old, explicit, colours)
    if not read_known_instead(page, clause, out, target, old):
        out.asks.append(f"What instead of the {old.values[0]}?")
    return True


def _replace(
    page: Page, clause: Clause, out: Outcome, base: ShotList, target: Target, old: Mention,
    explicit: bool, colours: list[Span],
) -> bool:  # fmt: skip
    found = new_thing(page, clause, old, target)
    if found is None:
        return _without_new(page, clause, out, base, target, old, explicit, colours)
    new, start, end = found
    # A person gives way to a person only: "Ada laughing instead of running" is about the pose.
    if old.fields == {"talent"} and new not in items.names(base, out.context.twins).values():
        return False
    entries = items.scoped(old, target, explicit=explicit)
    if not entries:
        out.cannot.append(f"I see no {page.words(old.start, old.end)} there.")
        return True
    meant = described(page, old, entries)
    if not meant:
        out.asks.append(no_such_thing(base, entries))
        return True
    entries = narrow(out, meant, explicit)
    if len({e.value for e in entries}) > 1 and not explicit:
        out.asks.append(which_thing(base, entries))
        return True
    for value in dict.fromkeys(e.value for e in entries):
        own = tuple(e for e in entries if e.value == value)
        for command in items.replace_all(own, items.with_head(page, start, end, new, value)):
            out.do(command)
    out.last = tuple(dict.fromkeys(e.shot for e in entries))
    return True
