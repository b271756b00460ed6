"""Things put into shots without a verb of adding: "3 gets the cat-eyes", "put the heels
wherever you have the mules", "the lemons are out. pink grapefruit".
"""

from dataclasses import replace

from toile.adapters.language.built_in.edits.message.board_words import Mention
from toile.adapters.language.built_in.edits.message.clause import Clause
from toile.adapters.language.built_in.edits.message.outcome import Outcome
from toile.adapters.language.built_in.edits.message.unwanted import complains
from toile.adapters.language.built_in.edits.picture import values
from toile.adapters.language.built_in.edits.shots import places
from toile.adapters.language.built_in.edits.shots.target_kinds import Target
from toile.adapters.language.built_in.edits.wardrobe import items
from toile.adapters.language.built_in.edits.wardrobe.bare_things import (
    WORN,
    has_no_verb,
    read_bare,
)
from toile.adapters.language.built_in.edits.wardrobe.dressing import put_on
from toile.adapters.language.built_in.edits.wardrobe.no_things import adds_step, read_no_thing
from toile.adapters.language.built_in.edits.wardrobe.of_another_make import read_of_another_make
from toile.adapters.language.built_in.edits.wardrobe.wearing import (
    full_name,
    is_dressed,
    is_unheard,
    read_worn,
    wear,
)
from toile.adapters.language.built_in.text.lexicon import Span, word_set
from toile.adapters.language.built_in.text.page import Page
from toile.domain.commands import AddItems, ReplaceItem
from toile.domain.shots import ShotList


def read_given(page: Page, clause: Clause, out: Outcome, base: ShotList, target: Target) -> bool:
    """Read "3 gets the cat-eyes", "pon un mono blanco": a thing behind a verb of giving."""
    if not target.shots:
        return False
    for place in reversed(range(clause.start, clause.end)):
        if page.form(place) not in word_set("giving.verbs") or place in target.places:
            continue
        told = page.form(place - 1) in word_set("giving.us") and place - 1 == clause.start
        if told:  # "We have a new template" says why.
            continue
        found = items.new_item(page, clause, place + 1, target)
        if found is None or not is_thing(page, clause, found[1], found[2]):
            continue
        text = full_name(base, found[0])
        olds = _where(page, clause, target)
        also = _also(page, clause)
        for shot_id in target.shots:
            old = next((o for o in olds if o[0] == shot_id), None)
            if old:
                out.do(ReplaceItem(shots=(shot_id,), field=old[1], old=old[2], new=text))
            elif also and text not in all_of(base, shot_id):
                field = items.field_for(base, text, page, found[1], found[2])
                out.do(AddItems(shots=(shot_id,), field=field, items=(text,)))
            else:
                wear(out, out.shots.shot(shot_id), text, page, found)
        out.last = target.shots
        return True
    return False


def _where(page: Page, clause: Clause, target: Target) -> list[tuple[str, str, str]]:
    """Return the things that a "wherever you have the mules" names, as shot, field and value."""
    if not any(
        page.form(p) in word_set("naming.wherever") for p in range(clause.start, clause.end)
    ):
        return []
    return [
        (e.shot, e.field, e.value)
        for m in clause.mentions
        for e in m.entries
        if e.field in ("garments", "props") and e.shot in target.shots
    ]


def _also(page: Page, clause: Clause) -> bool:
    return any(page.form(p) in word_set("giving.also") for p in range(clause.start, clause.end))


def all_of(base: ShotList, shot_id: str) -> tuple[str, ...]:
    """Return what is worn and seen in a shot."""
    shot = base.shot(shot_id)
    return (*shot.garments, *shot.props)


def is_thing(page: Page, clause: Clause, start: int, end: int) -> bool:
    """Whether words name a garment or a prop: of the board, of the vocabulary, or a colour of
    something that nobody knows.
    """
    if page.form(end - 1) in word_set("giving.down"):  # "Put the cup down" brings none.
        return False
    if any(start <= m.start < end and m.fields & {"garments", "props"} for m in clause.mentions):
        return True
    value = page.span_at(start, "framing")
    if value is not None and value.end >= end:
        return False
    if page.has(start, end, *WORN):
        return True
    coloured = page.first(start, "col", "m")
    if coloured is not None and coloured.end < end and not page.at[end - 1]:
        return True
    return is_unheard(page, start, end)


def put_in(
    page: Page, clause: Clause, out: Outcome, base: ShotList, acts: list[str], target: Target,
    things: list[Mention],
) -> bool:  # fmt: skip
    """Read a clause that puts a thing into shots, with a verb of adding or without."""
    # "The cords feel too 70s" puts nothing in; "add the belt to the plum looks" does.
    if ("add" not in acts and complains(page, clause)) or adds_step(page, clause):
        return False
    if target.how == "number" and _is_likened(page, clause, target):
        return False
    worn = any(m.fields & {"garments", "props"} for m in things)
    if "add" in acts or (not worn and _gives(page, clause)):
        return add_thing(page, clause, out, base, target)
    if set(acts) - {"set", "move"} or values.given(page, clause, target, len(base)):
        return False
    if page.has(clause.start, clause.end, "rel"):
        return False
    dressed = "move" not in acts or is_dressed(page, clause)
    worn = dressed and read_worn(page, clause, out, base, target)
    if worn or read_given(page, clause, out, base, target):
        return True
    anew = len(things) == 1 and "talent" not in things[0].fields
    if anew and read_of_another_make(page, clause, out, base, target, things[0]):
        return True
    too = page.form(clause.start) == "same" or (has_no_verb(page, clause) and _also(page, clause))
    if (too or _is_placed(page, clause, target, things)) and _read_same(out, base, target, things):
        return True
    named = any(m.fields != {"talent"} for m in things)
    return not named and read_bare(page, clause, out, base, target)


def unnamed(page: Page, clause: Clause) -> str:
    """Return the thing of "a different top", "the other one", which nobody has named yet."""
    if _is_other(page, clause):
        things = [m for m in clause.mentions if m.fields & {"garments", "props"}]
        return page.words(things[0].start, things[0].end) if things else ""
    for place in range(clause.start, clause.end - 1):
        if page.form(place) in word_set("giving.unnamed"):
            thing = page.first(place + 1, *WORN)
            told = thing is not None and page.first(thing.end, "col", "m", "pat") is not None
            if thing is not None and thing.end <= clause.end and not told:
                return page.words(thing.start, thing.end)
    return ""


def _is_other(page: Page, clause: Clause) -> bool:
    """Whether a clause ends on "the other one": which that is, nobody has said."""
    end = clause.end - (page.form(clause.end - 1) in word_set("giving.one"))
    article = page.form(end - 2) in word_set("giving.the")
    return article and page.form(end - 1) in word_set("giving.other")


def _is_likened(page: Page, clause: Clause, target: Target) -> bool:
    """Whether the only number is what something shall be like: "on a marble slab like 5"."""
    alike = next((s for s in page.spans(clause.start, clause.end, "sim")), None)
    if alike is None or not target.places or page.form(alike.start) in word_set("echoes.same"):
        return False
    return 0 <= min(target.places) - alike.end < 2


def _is_placed(page: Page, clause: Clause, target: Target, things: list[Mention]) -> bool:
    """Whether "the dog in every shot", "I want the umbrella in 2" ends with where a thing goes."""
    if len(things) != 1:
        return False
    led = things[0].end
    while page.form(led) in word_set("giving.shall"):  # "The dog should be in every shot."
        led += 1
    if page.form(led) not in word_set("giving.into"):
        return False
    behind = range(led + 1, clause.end)
    return bool(behind) and all(
        p in target.places
        or page.tokens[p].text.isdecimal()
        or page.form(p) in word_set("giving.around")
        or page.first(p, "ref", "noun", "p", "s")
        for p in behind
    )


def _read_same(out: Outcome, base: ShotList, target: Target, things: list[Mention]) -> bool:
    """Read "same hat for 3": the thing of another shot is worn there, too."""
    values = {(e.field, e.value) for m in things for e in m.entries if e.field != "talent"}
    if len(values) != 1 or target.how not in ("number", "ordinal", "description", "all"):
        return False
    ((field, value),) = values
    shots = tuple(i for i in target.shots if value not in all_of(base, i))
    out.last = target.shots
    return bool(shots) and out.do(AddItems(shots=shots, field=field, items=(value,)))


def _gives(page: Page, clause: Clause) -> bool:
    """Whether "give her a gold belt" adds a thing; to somebody, it may be one nobody knows."""
    gives = page.form(clause.start) in word_set("things.gives")
    named = any(m.start == clause.start + 1 and "talent" in m.fields for m in clause.mentions)
    whom = named or page.form(clause.start + 1) in word_set("giving.whom")
    handed = whom and page.form(clause.start + 2) in word_set("giving.a")
    unknown = handed and clause.start + 3 < clause.end and not page.at[clause.start + 3]
    return gives and (unknown or page.has(clause.start, clause.end, *WORN))


def _behind_verb(page: Page, clause: Clause) -> int:
    """Return where the thing begins in "put a red umbrella (in her hand)"."""
    verbs = page.spans(clause.start, clause.end, "act")
    return verbs[0].end if verbs and verbs[0].start == clause.start else clause.start


def _asks_for(page: Page, clause: Clause) -> Span | None:
    """Return the verb behind "could we", "can I": "could we get a silk scarf in 6"."""
    place = clause.start
    while place < clause.end and (
        page.first(place, "q") or page.form(place) in word_set("giving.us")
    ):
        place += 1
    verb = page.first(place, "act") if place > clause.start else None
    return Span(place, place + 1, "act", "add") if verb else None


def add_thing(page: Page, clause: Clause, out: Outcome, base: ShotList, target: Target) -> bool:
    """Read what is added and where."""
    verb = next(
        (s for s in page.spans(clause.start, clause.end, "act") if s.name == "add"),
        _asks_for(page, clause) or Span(clause.start, clause.start + 1, "act", "add"),
    )
    whom = next((m for m in clause.mentions if m.start == verb.end and "talent" in m.fields), None)
    found = items.new_item(page, clause, whom.end if whom else verb.end, target)
    if found is None and verb.start > clause.start:
        front = Clause(clause.start, verb.start)
        found = items.new_item(page, front, _behind_verb(page, front), target)
    if found is None:
        return False
    text, start, end = found
    asked = read_no_thing(page, clause, out, found)
    if asked is not None:
        return asked
    if target.missing and not target.shots:
        out.cannot.append(places.missing(target, base))
        return True
    if not target.shots and whom is not None and len(whom.shots) == 1:
        target = replace(target, shots=whom.shots)
    if not target.shots:
        out.asks.append(f"To which shot should the {text} be added?")
        return True
    field = items.field_of(page, start, end, frozenset(items.names(base, out.context.twins)))
    _add(page, clause, out, target, verb, found, field)
    out.last = target.shots
    return True


def _add(
    page: Page, clause: Clause, out: Outcome, target: Target, verb: Span,
    found: tuple[str, int, int], field: str,
) -> None:  # fmt: skip
    text, _, end = found
    instead = any(s.name == "replace" for s in page.spans(verb.end, clause.end, "act"))
    for shot in target.shots if instead else ():  # "A cap instead of the straw one".
        wear(out, out.shots.shot(shot), text, page, found)
    if not instead:
        put_on(out, target.shots, field, text)
    if page.form(end) in word_set("things.add") and end + 1 < clause.end:
        more = items.new_item(page, clause, end + 1, target)
        told = more and page.form(more[2] - 1) in word_set("giving.one")  # "a hat, the red one"
        if more and not told and not page.has(more[1], more[2], "act"):
            out.do(
                items.add(
                    target.shots, items.field_of(page, more[1], more[2], frozenset()), more[0]
                )
            )
