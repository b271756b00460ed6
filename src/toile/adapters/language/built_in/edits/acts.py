"""One clause at a time: what it asks for, as commands on the shots it means."""

import itertools

from toile.adapters.language.built_in.edits import items, places, values
from toile.adapters.language.built_in.edits.board_words import Entry, Mention
from toile.adapters.language.built_in.edits.clause import Clause
from toile.adapters.language.built_in.edits.copying import read_copied
from toile.adapters.language.built_in.edits.deleting import whole_shots
from toile.adapters.language.built_in.edits.new_shots import WHICH, new_noun, new_shots
from toile.adapters.language.built_in.edits.outcome import Outcome
from toile.adapters.language.built_in.edits.steps import lens_by, orient, step
from toile.adapters.language.built_in.edits.target_kinds import Target
from toile.adapters.language.built_in.edits.targets import resolve
from toile.adapters.language.built_in.lexicon import Span, word_set
from toile.adapters.language.built_in.page import Page
from toile.domain.brief import Flag
from toile.domain.commands import (
    SetField,
)
from toile.domain.ids import ShotId
from toile.domain.shots import ShotList


def names_of(page: Page, clause: Clause) -> list[str]:
    """Return the actions named in a clause."""
    found = [
        s.name
        for s in page.spans(clause.start, clause.end, "act")
        if not (s.name == "delete" and page.form(s.start) == "out" and page.form(s.end) == "of")
        and not _inside_step(page, s)
        and not _the_copy(page, s)
    ]
    forms = [page.form(p) for p in range(clause.start, clause.end)]
    if _again(forms) and not set(found) - {"set", "duplicate", "replace"}:
        return [*found, "duplicate"]
    person = any("talent" in m.fields and page.form(m.end) == "out" for m in clause.mentions)
    if "delete" not in found and (any(f in _PARTED for f in forms) or person) and "out" in forms:
        return [*found, "delete"]
    parted = forms and any(f in _PARTED for f in forms) and forms[-1] in ("off", "out", "away")
    return [*found, "delete"] if parted and "delete" not in found else found


def _again(forms: list[str]) -> bool:
    """Whether "1 again but square" wants one more of a shot, a little different."""
    return any(
        one in word_set("duplicate.again") and two in word_set("duplicate.but")
        for one, two in itertools.pairwise(forms)
    )


def _the_copy(page: Page, span: Span) -> bool:
    """Whether "the copy" is the new shot and no wish for another."""
    noun = page.form(span.start) in word_set("acts.copy_noun")
    return noun and page.form(span.start - 1) in ("the", "die", "la", "der")


def _inside_step(page: Page, span: Span) -> bool:
    """Whether a verb belongs to a longer relative word: "drop the camera"."""
    own = page.span_at(span.start, "rel")
    return own is not None and own.end > span.end


_PARTED = word_set("acts.parted")


def handle(page: Page, clause: Clause, out: Outcome, base: ShotList) -> None:
    """Read one clause into commands or remarks."""
    acts = names_of(page, clause)
    if any(_the_copy(page, s) for s in page.spans(clause.start, clause.end, "act")):
        base = out.shots
    target = resolve(page, clause, base, out.context)
    if target.how in ("spoken of", "none", "both", "other") and out.last:
        target = Target(shots=out.last, how="before", plural=len(out.last) > 1)
        if any(i not in {s.id for s in base.shots} for i in out.last):
            base = out.shots
    for reader in (_order, new_shots, whole_shots, _things, _fields):
        if reader(page, clause, out, base, acts, target):
            return


def _order(
    page: Page, clause: Clause, out: Outcome, base: ShotList, acts: list[str], target: Target
) -> bool:
    if "reverse" in acts:
        return places.reverse(out)
    if "swap" in acts and not _has_for(page, clause) and places.swap(page, clause, out, base):
        return True
    span = places.position(page, clause)
    if "delete" in acts or "duplicate" in acts:
        return False
    added = "add" in acts and page.has(clause.start, clause.end, "noun") and new_noun(page, clause)
    if span and not added and _is_move(page, clause, acts, span, target):
        return places.move(page, clause, out, base)
    return (
        "move" in acts
        and not clause.ratios
        and not values.given(page, clause, target, len(base))
        and (not items.objects(clause, target))
        and places.move(page, clause, out, base)
    )


def _is_move(page: Page, clause: Clause, acts: list[str], span: Span, target: Target) -> bool:
    given = [
        g for g in values.given(page, clause, target, 0) if not span.start <= g.start < span.end
    ]
    if given and "move" not in acts:
        return False
    if span.name in ("before", "after") and span.start == clause.start:
        return "move" in acts
    return "move" in acts or not given


def _has_for(page: Page, clause: Clause) -> bool:
    """Whether "swap X for Y" exchanges things and not shots."""
    return any(
        page.form(p) in word_set("acts.has_for") and not page.tokens[p + 1].text.isdecimal()
        for p in range(clause.start, clause.end - 1)
    ) and any(m.fields & items.LISTS for m in clause.mentions)


def _things(
    page: Page, clause: Clause, out: Outcome, base: ShotList, acts: list[str], target: Target
) -> bool:
    from toile.adapters.language.built_in.edits.things import edit_things

    return edit_things(page, clause, out, base, acts, target)


def _fields(
    page: Page, clause: Clause, out: Outcome, base: ShotList, acts: list[str], target: Target
) -> bool:
    """Read values and relative words for the fields of the shots meant."""
    given = _with_place(page, clause, acts, target, values.given(page, clause, target, len(base)))
    relative = _relative(page, clause, {g.field for g in given})
    by = _millimetres(page, clause)
    if by and target.shots:
        return _longer(out, base, target.shots, by)
    copied = read_copied(page, clause, out, base, target)
    if copied is not None:
        return copied
    if not given and not relative:
        return False
    if target.missing:
        out.cannot.append(places.missing(target, base))
    shots = _meant(out, base, target, given)
    if shots:
        _carry_out(out, base, shots, given, relative)
    return True


def _millimetres(page: Page, clause: Clause) -> int:
    """Return how much "20 mm longer" adds to a lens; 0 where no such thing is said."""
    for place in range(clause.start, clause.end - 2):
        text, after = page.tokens[place].text, page.span_at(place + 2, "rel")
        if text.isdecimal() and page.form(place + 1) in ("mm", "mil") and after:
            sign = {"longer": 1, "tighter": 1, "shorter": -1, "wider": -1}.get(after.name, 0)
            more = page.form(place + 2) in word_set("acts.more_mm")
            return int(text) * (sign or int(more))
        if text.isdecimal() and page.form(place + 1) in ("mm", "mil"):
            way = page.form(place + 2)
            return int(text) * ((way in word_set("acts.more_mm")) - (way in _LESS_MM))
    return 0


_LESS_MM = word_set("acts.less_mm")


def _longer(out: Outcome, base: ShotList, shots: tuple[str, ...], by: int) -> bool:
    for shot_id in shots:
        command = lens_by(base.shot(shot_id), by)
        if command is None:
            out.cannot.append(f"Shot {base.shot(shot_id).no} has no lens to change by {by} mm.")
        else:
            out.do(command)
    out.last = shots
    return True


def _with_place(
    page: Page, clause: Clause, acts: list[str], target: Target, given: list[values.Given]
) -> list[values.Given]:
    """Return the values with the place that a clause names, if shots are told to go there."""
    told = (
        target.how in word_set("acts.told")
        or target.how == "spoken of"
        or {"set", "move"} & set(acts)
    )
    if not told or any(g.field == "set" for g in given):
        return given
    place = values.new_set(page, clause, target)
    return [*given, place] if place else given


_COVERED = {
    "light": word_set("acts.lights"),
    "framing": frozenset(("tighter", "wider")),
    "angle": frozenset(("lower", "higher")),
}


def _relative(page: Page, clause: Clause, fields: set[str]) -> list[str]:
    """Return the relative words of a clause whose field has no value of its own."""
    spans = [s for s in page.spans(clause.start, clause.end, "rel") if s.name != "vague"]
    covered = frozenset().union(*(_COVERED.get(field, frozenset()) for field in fields))
    return [name for s in spans if (name := _turned(page, clause, s)) not in covered]


def _carry_out(
    out: Outcome,
    base: ShotList,
    shots: tuple[str, ...],
    given: list[values.Given],
    relative: list[str],
) -> None:
    for value in given:
        _set(out, shots, value)
    there = {s.id for s in out.shots.shots}
    for name in relative:
        for shot_id in (i for i in shots if i in there):
            command = step(out.shots.shot(shot_id), name)
            if command is None:
                number = base.shot(shot_id).no
                out.cannot.append(f"Shot {number} is already at the end of that scale.")
            else:
                out.do(command)
    out.last, out.last_fields = shots, tuple(v.field for v in given)


_OPPOSITE = {
    "tighter": "wider",
    "wider": "tighter",
    "lower": "higher",
    "higher": "lower",
    "warmer": "cooler",
    "cooler": "warmer",
    "darker": "brighter",
    "brighter": "darker",
    "softer": "harder",
    "harder": "softer",
    "longer": "shorter",
    "shorter": "longer",
}


def _turned(page: Page, clause: Clause, span: Span) -> str:
    """Return a relative word, turned round behind "not so", "too" or "less"."""
    before = [page.form(p) for p in range(max(clause.start, span.start - 2), span.start)]
    turned = {
        "not",
        "too",
        "less",
        "nicht",
        "zu",
        "pas",
        "trop",
        "non",
        "troppo",
        "no",
        "demasiado",
        "inte",
        "for",
        "weniger",
        "meno",
        "moins",
        "menos",
        "mindre",
    } & set(before)
    return (
        _OPPOSITE[span.name]
        if turned - {"for", "zu", "no"} or before[-1:] in (["zu"], ["too"])
        else span.name
    )


def _meant(
    out: Outcome,
    base: ShotList,
    target: Target,
    given: list[values.Given],
) -> tuple[str, ...]:
    if target.shots and not (
        target.how == "description" and len(target.shots) > 1 and not target.plural
    ):
        return target.shots
    if target.missing and not target.shots:
        return ()
    if len(target.shots) > 1:
        if _narrowed(out, target):
            return _narrowed(out, target)
        out.asks.append(places.which(base, target.shots))
        return ()
    what = f" ({given[0].field}: {given[0].value})" if given else ""
    taken_back = any(c.do in ("undo", "redo", "restore_version") for c in out.commands)
    (out.doubts if taken_back else out.asks).append(f"{WHICH[:-1]}{what}?")
    return ()


def _narrowed(out: Outcome, target: Target) -> tuple[str, ...]:
    last = out.context.last_mentioned
    return (last,) if last and last in target.shots else ()


def _set(out: Outcome, shots: tuple[str, ...], value: values.Given) -> None:
    wanted: dict[str, list[str]] = {}
    there = {shot.id for shot in out.shots.shots}
    for shot_id in shots:
        if shot_id not in there:
            continue
        shot = out.shots.shot(shot_id)
        if value.field == "pose" and out.last == shots and "pose" in out.last_fields and shot.pose:
            wanted.setdefault(f"{shot.pose}, {value.value}", []).append(shot_id)
            continue
        to = orient(value.value, shot) if value.field == "aspect" else value.value
        if getattr(shot, value.field) == to:
            out.already.append(f"Shot {shot.no} has {to} already.")
        else:
            wanted.setdefault(to, []).append(shot_id)
    for to, ids in wanted.items():
        out.do(SetField(shots=tuple(ids), field=value.field, value=to))


def twin_flag(name: str) -> Flag:
    """Return the flag for somebody who is not cleared for this campaign."""
    return Flag(
        code="TWIN_RIGHTS",
        action="ask",
        why=f"{name} is not among the twins cleared for this campaign.",
    )


def entries_in(mention: Mention, shots: tuple[str, ...]) -> tuple[Entry, ...]:
    """Return the entries of a mention in some shots."""
    return tuple(e for e in mention.entries if e.shot in shots)


def shot_id(text: str) -> ShotId:
    """Return a text as the id of a shot."""
    return ShotId(text)
