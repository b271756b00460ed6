"""The planner: coverage like a good producer's, every choice with its reason.

Counts and ratios are the brief's, exactly. Framings and angles follow a rhythm from the data file;
a view comes back only when every other was used. Knows nothing of files or boards.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial

from toile.adapters.language.built_in.plan.must_notes import must_notes
from toile.adapters.language.built_in.plan.must_views import throughout, views_of_musts
from toile.adapters.language.built_in.plan.order import in_order
from toile.adapters.language.built_in.plan.planned_files import Unit, files_asked, units_of
from toile.adapters.language.built_in.plan.rhythm import View, rhythm
from toile.adapters.language.built_in.plan.set_ups import Light, lights_by_place, places_of_shots
from toile.adapters.language.built_in.plan.sold import Sold, garments_of, sold_by_shot
from toile.adapters.language.built_in.plan.titles import told_apart
from toile.adapters.language.built_in.plan.told_people import without_people
from toile.adapters.language.built_in.plan.told_places import shares_of_places
from toile.adapters.language.built_in.plan.views import (
    Views,
    Wanted,
    role_view,
    shows_nobody,
    sold_alone,
)
from toile.adapters.language.built_in.text.lexicon import word_set
from toile.adapters.language.built_in.text.tokens import fold
from toile.domain.brief import Brief, Deliverable, Talent
from toile.domain.ids import ShotId
from toile.domain.shots import Reason, Shot, ShotList


@dataclass
class Plan:
    """What is fixed for the whole list while shots are being made."""

    brief: Brief
    asked: tuple[Deliverable, ...]
    sold: tuple[Sold, ...]
    sets: tuple[str, ...]
    places: tuple[int, ...]
    lights: tuple[tuple[Light, ...], ...]
    talent: tuple[str, ...]
    people: bool | None
    views: Views
    musts: dict[int, View]
    alone: tuple[Deliverable, ...]


def plan_shots(brief: Brief) -> ShotList:
    """Return the shot list of a brief, grouped by set-up."""
    units = tuple(units_of(files_asked(brief)))
    plan = _prepare(brief, units)
    shots = [_shot(plan, index, *item) for index, item in enumerate(units)]
    order = in_order(shots, [sold.look for sold in plan.sold], plan.sets, plan.lights)
    shots = [shot.with_(id=ShotId(f"s{no}")) for no, shot in enumerate(order, start=1)]
    return ShotList.of(told_apart(tuple(_with_must_haves(plan, shots))))


# The place of shots that a brief leaves open.
_OPEN = ""


def _prepare(brief: Brief, units: Sequence[Unit]) -> Plan:
    twins = brief.twins.names if brief.twins and brief.twins.kind != "real" else ()
    garments = garments_of(brief)
    people = _wants_people(brief, garments)
    sets = brief.location or (() if people is not False else ("studio",))
    shares = shares_of_places(brief, len(units))
    if len(shares) > max(1, len(sets)):
        sets = (*sets, _OPEN)
    asked = [(deliverable, place) for deliverable, place, _, _ in units]
    sold = sold_by_shot(brief, garments, asked, people is not False)
    return Plan(
        brief=brief,
        asked=tuple(deliverable for deliverable, _ in asked),
        sold=sold,
        sets=sets,
        places=places_of_shots(shares, [one.look for one in sold]),
        lights=_lights(brief, sets, people),
        talent=() if people is False else twins,
        people=people,
        views=Views(allowed=partial(_allowed, brief)),
        alone=tuple(brief.deliverables[index] for index in sorted(without_people(brief))),
        musts={} if people is False else views_of_musts(_once(brief), sold, asked),
    )


def _once(brief: Brief) -> tuple[str, ...]:
    """Return the must-haves that one picture can show."""
    always = throughout(brief)
    return tuple(wish for place, wish in enumerate(brief.must_have) if place not in always)


def _lights(
    brief: Brief, sets: Sequence[str], people: bool | None
) -> tuple[tuple[Light, ...], ...]:
    """Return the lights of every place; things alone and looks keep one, to be compared."""
    found = lights_by_place(brief, sets, partial(_cited, brief), partial(_forbidden, brief))
    alike = (people is False or brief.looks) and not brief.lighting
    return tuple(own[:1] for own in found) if alike else found


def _wants_people(brief: Brief, garments: tuple[str, ...]) -> bool | None:
    """Return whether somebody is in the pictures; None where the brief does not tell."""
    if brief.talent is not None:
        return brief.talent.people != 0
    if (brief.twins and brief.twins.names) or brief.hmu:
        return True
    return False if sold_alone(garments) else None


def _cited(brief: Brief, path: str, index: int, field_name: str, because: str) -> Reason:
    quotes = [e.quote for e in brief.evidence if e.path in (f"{path}.{index}", path)]
    return Reason(
        field=field_name, because=because, source=f'brief: "{quotes[0]}"' if quotes else "brief"
    )


def _forbidden(brief: Brief, word: str) -> bool:
    return any(
        word.casefold() in no.casefold() or no.casefold() in word.casefold()
        for no in brief.must_not
    )


def _grade(brief: Brief) -> tuple[str | None, Reason | None]:
    """Return black and white where the brief has no other colours, and its words for it."""
    if not brief.palette or set(brief.palette) - _WITHOUT_COLOUR or _GREY not in brief.palette:
        return None, None
    cited = _cited(brief, "palette", brief.palette.index(_GREY), "grade", "the brief's palette")
    return _GREY, cited


_GREY = "black and white"
_WITHOUT_COLOUR = frozenset((_GREY, "black", "white", "grey"))


def _shot(
    plan: Plan, index: int, deliverable: Deliverable, place: int, count: int, because: Reason | None
) -> Shot:
    sold = plan.sold[index]
    fixed = plan.musts.get(index) or role_view(deliverable, _turn(plan, index, deliverable))
    still = deliverable in plan.alone or bool(fixed and shows_nobody(fixed))
    light, light_reason = _light(plan, index, still)
    view, view_because = plan.views.next(
        Wanted(
            deliverable=deliverable,
            look=sold.look,
            light=light,
            garments=sold.garments,
            people=False if still else plan.people,
            fixed=fixed,
        )
    )
    alone = plan.people is False or still or shows_nobody(view)
    grade, grade_reason = _grade(plan.brief)
    reasons = [
        light_reason,
        grade_reason,
        _ratio_reason(plan, deliverable),
        Reason(field="framing", because=view_because),
    ]
    if because:
        reasons.append(because)
    place_name = (plan.sets[plan.places[index]] or None) if plan.sets else None
    return Shot(
        id=ShotId(f"s{index + 1}"),
        kind=deliverable.kind,
        framing=view.framing,
        angle=view.angle,
        lens=view.lens or "50mm",
        light=light,
        grade=grade,
        set=place_name,
        pose=None if alone else view.pose,
        garments=sold.garments,
        talent=() if alone else _cast(plan, index, view),
        aspect=deliverable.aspect,
        priority=_priority(deliverable, place),
        title=view.title,
        look=f"Look {sold.look + 1}" if plan.brief.looks else None,
        group=_group(place_name, light),
        seconds=deliverable.seconds,
        files=count,
        movement=_movement(deliverable, index),
        copy_space=view.space,
        channel=deliverable.channel or _channel(plan.brief),
        products=sold.garments,
        must_not=plan.brief.must_not,
        reasons=tuple(r for r in reasons if r),
        notes=deliverable.role,
    )


def _turn(plan: Plan, index: int, deliverable: Deliverable) -> int:
    """Return how many shots of these files its look has had: each look gets front and back."""
    look = plan.sold[index].look
    before = zip(plan.asked[:index], plan.sold, strict=False)
    return sum(asked == deliverable and sold.look == look for asked, sold in before)


def _movement(deliverable: Deliverable, index: int) -> str | None:
    movements = rhythm().movements
    return movements[index % len(movements)] if deliverable.kind == "video" else None


def _light(plan: Plan, index: int, still: bool) -> Light:
    """Return the light of a shot: each look goes through those of its place, things keep one."""
    at = plan.places[index]
    lights, look = plan.lights[at], plan.sold[index].look
    if still:
        return lights[0]
    before = zip(plan.places[:index], plan.sold, strict=False)
    turn = sum(place == at and sold.look == look for place, sold in before)
    return lights[(turn + look) % len(lights)]


def _allowed(brief: Brief, view: View) -> bool:
    """Whether nothing of a view is ruled out; where no face may be seen, none is framed."""
    words = [word for word in (view.framing, view.angle, view.pose) if word]
    if any(_forbidden(brief, word) for word in words):
        return False
    talent = brief.talent or Talent()
    seated = talent.people == 1 and any("wheelchair" in one for one in talent.description)
    if seated and view.pose in rhythm().on_legs:
        return False
    parts = [p for p in rhythm().parts if f"{p} only" in talent.description]
    if parts and view.framing not in rhythm().parts[parts[0]]:
        return False
    hidden = any(word_set("planner.faces") & set(fold(no).split()) for no in brief.must_not)
    return not (hidden and view.framing in rhythm().faces)


def _ratio_reason(plan: Plan, deliverable: Deliverable) -> Reason | None:
    if deliverable.aspect is None or deliverable not in plan.brief.deliverables:
        return None
    index = plan.brief.deliverables.index(deliverable)
    count = f"{deliverable.count} in {deliverable.aspect}"
    return _cited(plan.brief, "deliverables", index, "aspect", f"The brief asks for {count}.")


def _cast(plan: Plan, index: int, view: View) -> tuple[str, ...]:
    if not plan.talent:
        return ()
    if "Together" in view.title:
        return plan.talent
    return (plan.talent[index % len(plan.talent)],)


def _priority(deliverable: Deliverable, place: int) -> str:
    return (
        "must" if place == 0 or (deliverable.role or "") in ("key visual", "banner") else "should"
    )


def _group(place: str | None, light: str) -> str:
    return f"{place or 'one set'}, {light}"


def _channel(brief: Brief) -> str | None:
    return brief.channels[0] if len(brief.channels) == 1 else None


def _with_must_haves(plan: Plan, shots: list[Shot]) -> Iterator[Shot]:
    """Note each must-have on the shots that can show it, and the hair on all."""
    wanted = plan.brief.must_have
    shown = must_notes(wanted, shots, throughout(plan.brief))
    for shot, places in zip(shots, shown, strict=True):
        own = [wanted[place] for place in places]
        notes = "; ".join(filter(None, [shot.notes, *(f"must have: {w}" for w in own)])) or None
        hair = ", ".join(plan.brief.hmu or ()) or None
        reasons = shot.reasons
        for at in places[:1]:
            reasons += (_cited(plan.brief, "must_have", at, "notes", f"Asked for: {wanted[at]}."),)
        yield shot.with_(notes=notes, hair=hair if shot.pose else None, reasons=reasons)
