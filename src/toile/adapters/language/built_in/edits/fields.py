"""Values and relative words for the fields of the shots meant."""

from toile.adapters.language.built_in.edits.message.clause import Clause
from toile.adapters.language.built_in.edits.message.given import Given
from toile.adapters.language.built_in.edits.message.outcome import Outcome
from toile.adapters.language.built_in.edits.order.duplicating import WHICH
from toile.adapters.language.built_in.edits.picture import grounds, values
from toile.adapters.language.built_in.edits.picture.copying import read_copied
from toile.adapters.language.built_in.edits.picture.millimetres import by_millimetres, set_longer
from toile.adapters.language.built_in.edits.picture.ranking import priority_step, rank
from toile.adapters.language.built_in.edits.picture.shapes import framed
from toile.adapters.language.built_in.edits.picture.steps import field_of, orient, step
from toile.adapters.language.built_in.edits.picture.turning import lifts_thing, turned
from toile.adapters.language.built_in.edits.shots import places
from toile.adapters.language.built_in.edits.shots.ordering import seen_on, showing
from toile.adapters.language.built_in.edits.shots.target_kinds import Target
from toile.adapters.language.built_in.edits.wardrobe.exchanging import read_exchanged
from toile.adapters.language.built_in.text.lexicon import Span, word_set
from toile.adapters.language.built_in.text.page import Page
from toile.domain.commands import RemoveItems, SetField, StepField
from toile.domain.shots import ShotList


def edit_fields(
    page: Page, clause: Clause, out: Outcome, base: ShotList, acts: list[str], target: Target
) -> bool:
    """Read values and relative words for the fields of the shots meant."""
    given = _with_place(page, clause, acts, target, values.given(page, clause, target, len(base)))
    given = framed(page, clause, given, base, target)
    relative = _relative(page, clause, given, target)
    if any(g.field == "lens" for g in given):  # "Brennweite runter auf 24" names the goal.
        relative = [name for name in relative if field_of(name) != "lens"]
    if read_exchanged(page, clause, out, target):
        return True
    by = by_millimetres(page, clause)
    if by and target.shots:
        return set_longer(out, base, target.shots, by)
    ranked = priority_step(page, clause, out)
    if ranked and target.shots and not any(g.field == "priority" for g in given):
        return rank(out, base, target.shots, ranked)
    copied = read_copied(page, clause, out, base, target)
    if copied is not None:
        return copied
    if not given and not relative:
        return False
    if target.missing:
        out.cannot.append(places.missing(target, base))
    shots = _shown(page, clause, base, target, given)
    shots = shots or showing(page, clause, given, target, steps=bool(relative))
    shots = shots or _meant(out, base, target, given)
    relative = [name for name in relative if not _is_why(page, clause, out, shots, name)]
    relative = [name for name in relative if not _says_again(target, out, shots, name)]
    if _excluded(page, clause, out, shots, relative):
        return True
    if shots:
        _carry_out(out, base, shots, given, relative, _strength(page, clause))
    return True


def _is_why(page: Page, clause: Clause, out: Outcome, shots: tuple[str, ...], name: str) -> bool:
    """Whether "it is too low" only says why the angle was changed a moment ago."""
    complains = any(page.form(p) in word_set("fields.too") for p in range(clause.start, clause.end))
    if not complains:
        return False
    field = field_of(name)
    bare = clause.end - clause.start <= _BARE and not clause.mentions
    if bare and out.commands and isinstance(out.commands[-1], RemoveItems):
        return True  # "Without the cape, too warm."
    return any(
        isinstance(c, SetField) and c.field == field and set(shots) <= set(c.shots)
        for c in out.commands
    )


def _says_again(target: Target, out: Outcome, shots: tuple[str, ...], name: str) -> bool:
    """Whether "camera a bit higher" only says again what "look down on her" has set."""
    field = field_of(name)
    told = [c for c in out.commands if isinstance(c, SetField) and c.field == field]
    said_again = bool(told) and told[-1] is out.commands[-1] and not target.places
    return field == "angle" and said_again and set(shots) <= set(told[-1].shots)


_BARE = 3


def _excluded(
    page: Page, clause: Clause, out: Outcome, shots: tuple[str, ...], relative: list[str]
) -> bool:
    """Ask where "tighter" and "the whole outfit" are wished for one picture."""
    if not page.has(clause.start, clause.end, "whole"):
        return False
    closer = [
        c
        for c in out.commands
        if isinstance(c, StepField) and c.axis == "tightness" and c.by > 0 and c.shot in shots
    ]
    if not closer and "tighter" not in relative:
        return False
    out.commands = [c for c in out.commands if c not in closer]
    out.shots = out.rebuilt()
    out.asks.append("Tighter and the whole outfit exclude each other: which of the two?")
    return True


def _with_place(
    page: Page, clause: Clause, acts: list[str], target: Target, given: list[Given]
) -> list[Given]:
    """Return the values with the place that a clause names, if shots are told to go there."""
    told = (
        target.how in word_set("acts.told")
        or target.how in ("spoken of", "before")
        or {"set", "move"} & set(acts)
        or any(f.name == "set" for f in page.spans(clause.start, clause.end, "f"))
    )
    if not told or any(g.field == "set" for g in given):
        return given
    place = grounds.new_set(page, clause, target)
    taken = {p for g in given if g.field in ("pose", "angle") for p in range(g.start, g.end)}
    return [*given, place] if place and place.end - 1 not in taken else given


_COVERED = {
    "light": word_set("acts.lights"),
    "framing": frozenset(("tighter", "wider")),
    "angle": frozenset(("lower", "higher")),
    # "Bump 4 up to a should" lifts no camera.
    "priority": frozenset(("lower", "higher")),
}


def _relative(page: Page, clause: Clause, given: list[Given], target: Target) -> list[str]:
    """Return the relative words of a clause whose field has no value of its own."""
    inside = {p for g in given if g.field == "set" for p in range(g.start, g.end)}
    # "Pull back in the cold store" makes nothing colder.
    seen = [m for m in clause.mentions if "set" in m.fields and m.end - m.start > 1]
    inside |= {p for m in seen for p in range(m.start, m.end)} | target.places
    spans = [
        s
        for s in page.spans(clause.start, clause.end, "rel")
        if s.name != "vague"
        and s.start not in inside
        and not _is_shade(page, s)
        and not lifts_thing(page, clause, s)
        and not _is_of_cloth(page, clause, s)
        and not _is_of_unwanted_light(page, s)
        and not grounds.goes_elsewhere(page, s.start)
    ]
    covered = frozenset().union(*(_COVERED.get(g.field, frozenset()) for g in given))
    named = {s.name for s in page.spans(clause.start, clause.end, "f")}
    of_light = "light" in named and "angle" not in named
    ways = [turned(page, clause, s) for s in spans]
    steps = [_OF_LIGHT.get(way, way) if of_light else way for way in ways]
    return [name for name in steps if name not in covered]


def _is_of_unwanted_light(page: Page, span: Span) -> bool:
    """Whether "harsh" stands in "no harsh sun", which wishes for nothing harder."""
    light = page.span_at(span.start, "light") or page.span_at(span.end, "light")
    return light is not None and page.form(span.start - 1) in word_set("values.without")


def _is_of_cloth(page: Page, clause: Clause, span: Span) -> bool:
    """Whether "can the coat in 1 be longer" is said of a garment, and of no lens."""
    worn = page.has(clause.start, span.start, "g") and not page.has(clause.start, clause.end, "f")
    return worn and field_of(span.name) == "lens"


def _is_shade(page: Page, span: Span) -> bool:
    """Whether "warm" in "a warm beige seamless" is said of a colour, and not of the light."""
    article = page.form(span.start - 1) in word_set("giving.indefinite")
    return article and page.span_at(span.end, "col") is not None


# "Raise the light", "baisse la lumière": said of light, higher is brighter.
_OF_LIGHT = {"higher": "brighter", "lower": "darker"}


def _carry_out(
    out: Outcome,
    base: ShotList,
    shots: tuple[str, ...],
    given: list[Given],
    relative: list[str],
    many: int = 1,
) -> None:
    for value in given:
        _set(out, shots, value)
    there = {s.id for s in out.shots.shots}
    for name in relative:
        for shot_id in (i for i in shots if i in there):
            command = step(out.shots.shot(shot_id), name, many)
            if command is not None and _is_done(out, command):
                continue
            if command is None:
                number = base.shot(shot_id).no
                out.ends.append((shot_id, f"Shot {number} is already at the end of that scale."))
            else:
                out.do(command)
    out.last, out.last_fields = shots, tuple(v.field for v in given)


def _is_done(out: Outcome, wished: StepField) -> bool:
    """Whether the message asked for this step before: "darker, it is too bright" is one step."""
    return any(
        isinstance(c, StepField) and (c.shot, c.axis, c.by) == (wished.shot, wished.axis, wished.by)
        for c in out.commands
    )


def _strength(page: Page, clause: Clause) -> int:
    """Return how many steps are wished: two for "way tighter" and "pull right back"."""
    strong = word_set("fields.strong")
    spans = page.spans(clause.start, clause.end, "rel")
    said = any(page.form(p) in strong for s in spans for p in range(s.start - 1, s.end))
    return 2 if said else 1


def _meant(
    out: Outcome,
    base: ShotList,
    target: Target,
    given: list[Given],
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


def _shown(
    page: Page, clause: Clause, base: ShotList, target: Target, given: list[Given]
) -> tuple[str, ...]:
    """Return the one shot that somebody and what is seen there tell: "Marco on the steps"."""
    on = seen_on(page, clause, given, base) if target.how == "none" else ()
    if on:
        return on
    posed = any(g.field == "pose" for g in given)
    if (target.shots and target.how != "description") or target.missing or not posed:
        return ()
    who = [set(m.shots) for m in clause.mentions if m.fields == {"talent"}]
    seen = [set(m.of("set", "pose").shots) for m in clause.mentions if m.fields & {"set", "pose"}]
    ids = set.intersection(*who, *seen) if who else set()
    return tuple(ids) if len(ids) == 1 else ()


def _narrowed(out: Outcome, target: Target) -> tuple[str, ...]:
    last = out.context.last_mentioned
    return (last,) if last and last in target.shots else ()


def _set(out: Outcome, shots: tuple[str, ...], value: Given) -> None:
    wanted: dict[str, list[str]] = {}
    there = {shot.id for shot in out.shots.shots}
    for shot_id in shots:
        if shot_id not in there:
            continue
        shot = out.shots.shot(shot_id)
        said = getattr(shot, value.field)
        if said and _adds_up(value, said) and _was_said(out, shot_id, value):
            wanted.setdefault(f"{said}, {value.value}", []).append(shot_id)
            continue
        to = orient(value.value, shot) if value.field == "aspect" else value.value
        if getattr(shot, value.field) == to:
            out.already.append(f"Shot {shot.no} has {to} already.")
        else:
            wanted.setdefault(to, []).append(shot_id)
    for to, ids in wanted.items():
        out.do(SetField(shots=tuple(ids), field=value.field, value=to))


def _adds_up(value: Given, said: str) -> bool:
    """Whether a value goes on with one said before: poses do, and weather with an hour."""
    if value.field == "light":
        weather = word_set("fields.weather")
        return (value.value in weather) != (said in weather)
    return value.field == "pose" and value.value not in said


def _was_said(out: Outcome, shot_id: str, value: Given) -> bool:
    """Whether the message itself gave the shot a value of the field before."""
    just_now = shot_id in out.last and value.field in out.last_fields
    return just_now or any(
        isinstance(c, SetField) and c.field == value.field and shot_id in c.shots
        for c in out.commands
    )
