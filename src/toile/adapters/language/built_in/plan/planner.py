"""The planner: coverage like a good producer's, every choice with its reason.

Counts and ratios are the brief's, exactly. Framings and angles follow a rhythm from the data file;
a view comes back only when every other was used. Knows nothing of files or boards.
"""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import partial

from toile.adapters.language.built_in.plan.must_notes import must_notes
from toile.adapters.language.built_in.plan.planned_files import files_asked, units_of
from toile.adapters.language.built_in.plan.rhythm import View, rhythm, seen_whole
from toile.adapters.language.built_in.plan.set_ups import Light, lights_by_place, places_of_shots
from toile.adapters.language.built_in.plan.titles import told_apart
from toile.adapters.language.built_in.plan.told_places import shares_of_places
from toile.adapters.language.built_in.text.lexicon import vocabulary
from toile.domain.brief import Brief, Deliverable
from toile.domain.ids import ShotId
from toile.domain.shots import Reason, Shot, ShotList


@dataclass
class Plan:
    """What is fixed for the whole list while shots are being made."""

    brief: Brief
    garments: tuple[str, ...]
    sets: tuple[str, ...]
    places: tuple[int, ...]
    lights: tuple[tuple[Light, ...], ...]
    talent: tuple[str, ...]
    without_people: bool
    shots: int
    used: set[tuple[str, str, str]] = field(default_factory=set)


def plan_shots(brief: Brief) -> ShotList:
    """Return the shot list of a brief, grouped by set-up."""
    units = tuple(units_of(files_asked(brief)))
    plan = _prepare(brief, len(units))
    shots = [_shot(plan, index, *item) for index, item in enumerate(units)]
    shots.sort(key=lambda shot: _set_up_order(plan, shot))
    shots = [shot.with_(id=ShotId(f"s{no}")) for no, shot in enumerate(shots, start=1)]
    return ShotList.of(told_apart(tuple(_with_must_haves(plan, shots))))


# The place of shots that a brief leaves open.
_OPEN = ""


def _prepare(brief: Brief, shots: int) -> Plan:
    twins = brief.twins.names if brief.twins and brief.twins.kind != "real" else ()
    without = brief.talent is not None and brief.talent.people == 0
    sets = brief.location or (("studio",) if without else ())
    garments = _garments(brief)
    shares = shares_of_places(brief, shots)
    if len(shares) > max(1, len(sets)):
        sets = (*sets, _OPEN)
    return Plan(
        brief=brief,
        garments=garments,
        sets=sets,
        places=places_of_shots(shares, min(brief.looks or len(garments), shots)),
        lights=lights_by_place(brief, sets, partial(_cited, brief), partial(_forbidden, brief)),
        talent=() if without else twins,
        without_people=without,
        shots=shots,
    )


def _garments(brief: Brief) -> tuple[str, ...]:
    """Return the products as garments: colour, material and item in the order people say them."""
    named: list[str] = []
    for product in brief.products:
        said = product.item.casefold()
        words = [w for w in (product.colour, product.material) if w and w.casefold() not in said]
        named.append(" ".join([*words, product.item]))
    return tuple(dict.fromkeys(named))


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
    garments = _worn(plan, index)
    light, light_reason = _light(plan, index)
    view, repeated = _view(plan, deliverable, place, index, garments)
    grade, grade_reason = _grade(plan.brief)
    reasons = [
        light_reason,
        grade_reason,
        _ratio_reason(plan, deliverable),
        *_view_reasons(view, repeated),
    ]
    if because:
        reasons.append(because)
    lens = view.lens or "50mm"
    place_name = (plan.sets[plan.places[index]] or None) if plan.sets else None
    return Shot(
        id=ShotId(f"s{index + 1}"),
        kind=deliverable.kind,
        framing=view.framing,
        angle=view.angle,
        lens=lens,
        light=light,
        grade=grade,
        set=place_name,
        pose=None if plan.without_people else view.pose,
        garments=garments,
        talent=_cast(plan, index, view),
        aspect=deliverable.aspect,
        priority=_priority(deliverable, place),
        title=view.title,
        look=_look(plan, index),
        group=_group(place_name, light),
        seconds=deliverable.seconds,
        files=count,
        movement=rhythm().movements[index % len(rhythm().movements)]
        if deliverable.kind == "video"
        else None,
        copy_space=view.space,
        channel=deliverable.channel or _channel(plan.brief),
        products=garments,
        must_not=plan.brief.must_not,
        reasons=tuple(r for r in reasons if r),
        notes=deliverable.role,
    )


def _light(plan: Plan, index: int) -> Light:
    """Return the light of a shot: those of its place in turn."""
    lights = plan.lights[plan.places[index]]
    return lights[plan.places[:index].count(plan.places[index]) % len(lights)]


def _view(
    plan: Plan, deliverable: Deliverable, place: int, index: int, garments: tuple[str, ...]
) -> tuple[View, bool]:
    """Return the next view that no other shot has in this light, and whether it had to repeat."""
    data = rhythm()
    fixed = _role_view(deliverable, place)
    views = data.product if plan.without_people else data.people
    free = not (plan.without_people or (fixed and fixed.framing))
    turned = _turned(plan, views, index, garments if free else ())
    light = _light(plan, index)[0]
    for base in turned:
        view = _merged(base, fixed, plan.without_people)
        key = (view.framing or "", view.angle or "", light)
        if _allowed(plan, view) and key not in plan.used:
            plan.used.add(key)
            return view, False
    return _merged(turned[0], fixed, plan.without_people), True


def _turned(
    plan: Plan, views: tuple[View, ...], index: int, garments: tuple[str, ...]
) -> list[View]:
    """Return the views from the shot's own on; where that hides what is sold, the rarest first."""
    start = index % len(views)
    turned = [*views[start:], *views[:start]]
    shown = seen_whole(tuple(turned), garments)
    if turned[0] in shown:
        return list(shown)
    framed = Counter(framing for framing, _, _ in plan.used)
    return sorted(shown, key=lambda view: framed[view.framing or ""])


def _role_view(deliverable: Deliverable, place: int) -> View | None:
    parts = [part.strip() for part in (deliverable.role or "").split(" and ")]
    known = [part for part in parts if part in rhythm().roles]
    return rhythm().roles[known[place % len(known)]] if known else None


def _merged(base: View, fixed: View | None, without_people: bool) -> View:
    if fixed is None:
        return base
    values = {k: v for k, v in fixed.model_dump().items() if v}
    if without_people:
        values.pop("pose", None)
    return base.model_copy(update=values)


def _allowed(plan: Plan, view: View) -> bool:
    words = [w for w in (view.framing, view.angle, view.pose) if w]
    return not any(_forbidden(plan.brief, word) for word in words)


def _ratio_reason(plan: Plan, deliverable: Deliverable) -> Reason | None:
    if deliverable.aspect is None or deliverable not in plan.brief.deliverables:
        return None
    index = plan.brief.deliverables.index(deliverable)
    count = f"{deliverable.count} in {deliverable.aspect}"
    return _cited(plan.brief, "deliverables", index, "aspect", f"The brief asks for {count}.")


def _view_reasons(view: View, repeated: bool) -> list[Reason | None]:
    first = Reason(field="framing", because=f"Coverage: {view.framing} from {view.angle}.")
    again = Reason(
        field="framing", because="The same view again: more files are asked than there are views."
    )
    return [again if repeated else first]


def _worn(plan: Plan, index: int) -> tuple[str, ...]:
    """Return the garments of a shot: those of its look, every product in turn.

    Of more looks than shots, several share one: no product goes without a picture.
    """
    if not plan.garments:
        return ()
    looks = min(plan.brief.looks or len(plan.garments), plan.shots)
    look = index % looks
    own = tuple(g for place, g in enumerate(plan.garments) if place % looks == look)
    return own or (plan.garments[index % len(plan.garments)],)


def _look(plan: Plan, index: int) -> str | None:
    return f"Look {index % plan.brief.looks + 1}" if plan.brief.looks else None


def _cast(plan: Plan, index: int, view: View) -> tuple[str, ...]:
    if not plan.talent or view.framing in ("flatlay", "still life", "packshot"):
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


def _set_up_order(plan: Plan, shot: Shot) -> tuple[int, int, int]:
    where = shot.set or _OPEN
    place = plan.sets.index(where) if where in plan.sets else 0
    lights = [light for own in plan.lights for light, _ in own]
    tight = vocabulary().find("framing", shot.framing or "")
    scale = tight.scales.get("tightness", 9) if tight else 9
    return (
        place,
        lights.index(shot.light) if shot.light in lights else 0,
        int(shot.kind == "video") * 100 + int(scale),
    )


def _with_must_haves(plan: Plan, shots: list[Shot]) -> Iterator[Shot]:
    """Note each must-have on the shots that can show it, and the hair on all."""
    wanted = plan.brief.must_have
    shown = must_notes(wanted, shots)
    for shot, places in zip(shots, shown, strict=True):
        own = [wanted[place] for place in places]
        notes = "; ".join(filter(None, [shot.notes, *(f"must have: {w}" for w in own)])) or None
        hair = ", ".join(plan.brief.hmu or ()) or None
        reasons = shot.reasons
        for at in places[:1]:
            reasons += (_cited(plan.brief, "must_have", at, "notes", f"Asked for: {wanted[at]}."),)
        yield shot.with_(
            notes=notes, hair=hair if not plan.without_people else None, reasons=reasons
        )
