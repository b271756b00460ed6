"""Edits of garments, props and people in the shots."""

from toile.adapters.language.built_in.edits import items, places
from toile.adapters.language.built_in.edits.becoming import (
    becomes,
    is_other,
    names_other,
    new_after_to,
    recut,
)
from toile.adapters.language.built_in.edits.board_words import Entry, Mention
from toile.adapters.language.built_in.edits.clause import Clause
from toile.adapters.language.built_in.edits.described import described
from toile.adapters.language.built_in.edits.giving import add_thing, put_in, read_successor
from toile.adapters.language.built_in.edits.new_things import new_thing
from toile.adapters.language.built_in.edits.of_values import of_a_value
from toile.adapters.language.built_in.edits.outcome import Outcome
from toile.adapters.language.built_in.edits.partial import read_partial
from toile.adapters.language.built_in.edits.people_in import people
from toile.adapters.language.built_in.edits.recolouring import (
    narrow,
    no_such_thing,
    recolour,
    which_thing,
    wished_colours,
)
from toile.adapters.language.built_in.edits.taking_off import read_taken_off
from toile.adapters.language.built_in.edits.target_kinds import Target
from toile.adapters.language.built_in.edits.wearing import read_instead, read_turned
from toile.adapters.language.built_in.lexicon import Span, word_set
from toile.adapters.language.built_in.page import Page
from toile.domain.commands import ReplaceItem
from toile.domain.shots import ShotList

_EXPLICIT = word_set("things.explicit")


def edit_things(
    page: Page, clause: Clause, out: Outcome, base: ShotList, acts: list[str], target: Target
) -> bool:
    """Read a clause about things; return whether it was one."""
    if read_taken_off(page, clause, out, base, acts, target):
        return True
    if people(page, clause, out, base, acts, target):
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
    gone = _going(page, clause, acts, things)
    if gone is not None:
        return _remove(page, clause, out, base, target, gone, explicit)
    if things and _change(page, clause, out, base, acts, target, things, explicit):
        return True
    return put_in(page, clause, out, base, acts, target, things)


def _without_verb(
    page: Page, clause: Clause, out: Outcome, base: ShotList, acts: list[str], target: Target
) -> bool:
    """Read "not the jumper, the smock", "pencil skirt instead", a bare thing behind a removal."""
    if read_turned(page, clause, out, base, target):
        return True
    if not set(acts) - {"set"} and read_instead(page, clause, out, base, target):
        return True
    return read_successor(page, clause, out, base, acts)


def _is_nothing(page: Page, clause: Clause, old: Mention) -> bool:
    """Whether "replace the mirror with nothing" puts nothing in its place."""
    return any(page.form(p) in word_set("things.nothing") for p in range(old.end, clause.end))


def _is_explicit(target: Target, things: list[Mention]) -> bool:
    """Whether the clause says in which shots, so that a thing counts only there."""
    if target.how == "before":
        return any(set(m.shots) & set(target.shots) for m in things)
    return target.how in _EXPLICIT and bool(target.shots or target.missing)


def _going(
    page: Page, clause: Clause, acts: list[str], things: list[Mention]
) -> list[Mention] | None:
    """Return the things to take out, or ``None`` where nothing is taken out."""
    gone = [m for m in things if {page.form(m.start - 1), page.form(m.start - 2)} & _WITHOUT]
    if gone and not {"replace", "add"} & set(acts):
        return gone
    return things if "delete" in acts and not _has_new(page, clause, acts) else None


_WITHOUT = word_set("things.without")


def _has_new(page: Page, clause: Clause, acts: list[str]) -> bool:
    return (
        bool({"replace", "add"} & set(acts))
        and "delete" in acts
        and acts.index("delete") > 0
        and page.form(clause.start) not in ("no", "without")
    )


def _remove(
    page: Page, clause: Clause, out: Outcome, base: ShotList, target: Target, things: list[Mention],
    explicit: bool,
) -> bool:  # fmt: skip
    if not things:
        noun = page.spans(clause.start, clause.end, "g", "h", "b", "j", "p")
        if noun:
            out.cannot.append(f"I find no {page.words(noun[0].start, noun[0].end)} there.")
        return bool(noun)
    kept = _all_but(page, clause, base, target, things)
    if kept is not None:
        return _take_all(out, kept)
    done = False
    for mention in things:
        entries = items.scoped(mention, target, explicit=explicit)
        if not entries:
            if any(mention.values[0] in c.words(out.context) for c in out.commands):
                return True
            where = ", ".join(str(base.shot(i).no) for i in target.shots)
            out.cannot.append(
                f"There is no {page.words(mention.start, mention.end)} in shot {where}."
            )
            done = True
            continue
        meant = described(page, mention, entries)
        if not meant or (not explicit and _doubtful(out, meant)):
            say = which_thing if meant else no_such_thing
            out.asks.append(say(base, meant or entries))
            return True
        entries = meant
        entries = narrow(out, entries, explicit)
        for command in items.remove(entries):
            out.do(command)
        out.last = tuple(dict.fromkeys(e.shot for e in entries))
        done = True
    return done


def _take_all(out: Outcome, entries: tuple[Entry, ...]) -> bool:
    """Take entries out; ask where nobody said from which shot."""
    for command in items.remove(entries):
        out.do(command)
    if not entries:
        out.asks.append("From which shot should all the rest go?")
    return True


def _all_but(
    page: Page, clause: Clause, base: ShotList, target: Target, things: list[Mention]
) -> tuple[Entry, ...] | None:
    """Return what goes of "everything except the sandals": all else in the shots."""
    marks = [s for s in page.spans(clause.start, clause.end, "ref") if s.name == "except"]
    every = any(
        page.form(p) in word_set("naming.everything") for p in range(clause.start, clause.end)
    )
    if not marks or not every:
        return None
    if target.how not in ("number", "ordinal", "description"):
        return ()
    stays = {e.value for m in things if m.start > marks[0].start for e in m.entries}
    return tuple(
        Entry(i, field, value, ())
        for i in target.shots
        for field in ("garments", "props")
        for value in getattr(base.shot(i), field)
        if value not in stays
    )


def _doubtful(out: Outcome, entries: tuple[Entry, ...]) -> bool:
    """Whether several different things, or a garment in several shots, may be meant."""
    values = {e.value for e in entries}
    shots = {e.shot for e in entries}
    last = out.context.last_mentioned
    if last and any(e.shot == last for e in entries):
        return False
    return len(values) > 1 or (len(shots) > 1 and any(e.field == "garments" for e in entries))


def _change(
    page: Page, clause: Clause, out: Outcome, base: ShotList, acts: list[str], target: Target,
    things: list[Mention], explicit: bool,
) -> bool:  # fmt: skip
    if _swap_over(out, acts, things):
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
    if explicit and not set(acts) - {"set"} and recut(page, clause, out, target, things[0]):
        return True
    if becomes(page, clause, acts, things[0]):
        return _replace(page, clause, out, base, target, things[0], explicit, colours)
    return _is_vague(page, clause, out, acts, things[0])


def _is_vague(page: Page, clause: Clause, out: Outcome, acts: list[str], thing: Mention) -> bool:
    """Ask what shall be there where only "nicer" or "more" is said of a thing."""
    seen = any(page.form(p) in word_set("things.seeing") for p in range(clause.start, clause.end))
    vague = {"set", "replace"} & set(acts) and page.has(clause.start, clause.end, "rel")
    if vague and not seen:
        out.asks.append(f"What instead of the {thing.values[0]}?")
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
        return _remove(page, clause, out, base, target, [old], explicit)
    if old.fields == {"talent"}:
        return False
    if colours:
        return recolour(page, clause, out, base, target, old, explicit, colours)
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
        out.cannot.append(f"There is no {page.words(old.start, old.end)} there.")
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
