"""Things taken out of shots: which go, from where, and what is asked where that is not plain."""

from toile.adapters.language.built_in.edits.message.board_words import Mention
from toile.adapters.language.built_in.edits.message.clause import Clause
from toile.adapters.language.built_in.edits.message.entries import Entry
from toile.adapters.language.built_in.edits.message.outcome import Outcome
from toile.adapters.language.built_in.edits.message.talk import named_in
from toile.adapters.language.built_in.edits.shots.described import described
from toile.adapters.language.built_in.edits.shots.target_kinds import Target
from toile.adapters.language.built_in.edits.wardrobe import items
from toile.adapters.language.built_in.edits.wardrobe.recolouring import (
    narrow,
    no_such_thing,
    which_thing,
)
from toile.adapters.language.built_in.text.lexicon import word_set
from toile.adapters.language.built_in.text.page import Page
from toile.domain.commands import RemoveItems
from toile.domain.shots import ShotList

_WHICH = "Which shot do you mean?"


def going(
    page: Page, clause: Clause, acts: list[str], things: list[Mention]
) -> list[Mention] | None:
    """Return the things to take out, or ``None`` where nothing is taken out."""
    ends = {m.end for m in things}
    gone = [m for m in things if _is_denied(page, m.start, ends)]
    if gone and not {"replace", "add"} & set(acts):
        return gone
    return things if "delete" in acts and not _has_new(page, clause, acts) else None


_WITHOUT = word_set("things.without")


def _is_denied(page: Page, start: int, ends: set[int]) -> bool:
    """Whether "without", or "without the", stands before a thing: "ohne Brille Ines" keeps her."""
    behind = page.form(start - 2) in _WITHOUT and start not in ends
    place = start - 1 if page.form(start - 1) in _WITHOUT else start - 2 if behind else None
    # "On voit pas l'anorak" misses it.
    return place is not None and page.form(place - 1) not in word_set("removing.seeing")


def _has_new(page: Page, clause: Clause, acts: list[str]) -> bool:
    return (
        bool({"replace", "add"} & set(acts))
        and "delete" in acts
        and acts.index("delete") > 0
        and page.form(clause.start) not in word_set("removing.no")
    )


def remove(
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
        if page.span_at(mention.end, "framing") is not None:  # "The watch macro" is a shot.
            out.asks.append(_WHICH)
            return True
        entries = items.scoped(mention, target, explicit=explicit)
        elsewhere = target.how == "before" and not {e.shot for e in entries} & set(target.shots)
        # "6 in the rain without umbrella" speaks of 6 alone.
        goes_on = page.form(clause.start) in _WITHOUT or page.form(clause.start - 1) == ","
        if not entries or (elsewhere and goes_on):
            if any(mention.values[0] in c.words(out.context) for c in out.commands):
                return True
            where = ", ".join(str(base.shot(i).no) for i in target.shots)
            out.cannot.append(f"I see no {page.words(mention.start, mention.end)} in shot {where}.")
            done = True
            continue
        meant, plain = _meant(page, clause, out, base, mention, entries)
        if not meant or not (explicit or plain):
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


def _meant(
    page: Page, clause: Clause, out: Outcome, base: ShotList, thing: Mention,
    entries: tuple[Entry, ...],
) -> tuple[tuple[Entry, ...], bool]:  # fmt: skip
    """Return what is meant, and whether it is plain: "in the flatlay" tells one of two shots."""
    meant = described(page, thing, entries)
    if not meant or not _doubtful(out, meant) or _is_pair(page, clause, meant):
        return meant, True
    behind = range(thing.end, clause.end)
    place = next((p for p in behind if page.form(p) in word_set("naming.in")), clause.end)
    value = next(iter(page.spans(place, clause.end, "framing", "kind")), None)
    seen = [m.of("set") for m in clause.mentions if m.start > place and "set" in m.fields]
    shots: set[str] = {s.id for s in base.shots if value and getattr(s, value.kind) == value.name}
    shots = shots or {i for m in seen for i in m.shots}
    own = tuple(e for e in meant if e.shot in shots)
    return (own, True) if len(own) == 1 else (meant, False)


def _is_pair(page: Page, clause: Clause, entries: tuple[Entry, ...]) -> bool:
    """Whether "in both" means the two shots that have one and the same thing."""
    scopes = {s.name for s in page.spans(clause.start, clause.end, "ref")}
    return "both" in scopes and len(entries) == _PAIR and len({e.value for e in entries}) == 1


_PAIR = 2


def take_it(page: Page, clause: Clause, out: Outcome) -> bool:
    """Read "anything with a backpack: lose it": the backpack goes, and no shot."""
    named = [one for one in named_in(page, clause.start, clause.end) if one.lost]
    for one in named:
        for field, value in one.lost:
            there = tuple(i for i in one.shots if value in getattr(out.shots.shot(i), field))
            if there:
                out.do(RemoveItems(shots=there, field=field, items=(value,)))
        out.last = one.shots
    return bool(named)


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
