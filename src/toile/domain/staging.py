"""Staging: a shot in the director's words, and the people cast, become a ``Blocking``.

Each field is answered by the catalogue entry with the longest word in it; what nothing answered
is kept as ``unread``, never guessed at in silence. Pure: same words and catalogue, same blocking.
"""

import hashlib
import re
from collections.abc import Iterable, Sequence

from toile.domain.blocking import (
    Blocking,
    BodySpec,
    CameraSpec,
    GradeSpec,
    HairSpec,
    LightRig,
    PersonSpec,
    PoseSpec,
    PropSpec,
    SetSpec,
)
from toile.domain.catalogue import Catalogue
from toile.domain.completing import completed
from toile.domain.dressing import dress, hex_in
from toile.domain.holding import below_the_frame, hold
from toile.domain.looks import GarmentSpec
from toile.domain.shots import Shot
from toile.domain.twins import Twin

SPACING = 0.92
_FULL_FRAME = re.compile(r"(\d{2,3})\s*mm")
_F_NUMBER = re.compile(r"f\s*/?\s*(\d+(?:\.\d+)?)")
_RATIO = re.compile(r"(\d+(?:\.\d+)?)\s*[:x]\s*(\d+(?:\.\d+)?)")
_COPY = (("left", "left"), ("right", "right"), ("top", "top"), ("bottom", "bottom"))


def block(shot: Shot, twins: Sequence[Twin], catalogue: Catalogue, seed: int = 0) -> Blocking:
    """Return the blocked shot; without twins the clothes stand on a bare figure."""
    unread: list[str] = []
    pose = _pose(shot, catalogue, unread)
    place = _set(shot, catalogue, unread)
    garments, missed = dress(shot.garments, catalogue)
    # A thing that is sold stands among the garments, though nobody wears an umbrella.
    carried = [text for text in missed if text in shot.garments]
    props = _props((*shot.props, *carried), shot.pose, catalogue, pose, unread)
    unread += [text for text in missed if text not in carried]
    seats = [prop.height for prop in props if prop.use == "seat" and prop.height > 0]
    if pose.support == "sit" and seats:
        pose = pose.model_copy(update={"seat": seats[0]})
    props, carrying = hold(props, pose, shot.pose, catalogue)
    bodies = [body_of(twin, shot, catalogue) for twin in twins] or [BodySpec(id="stand", skin=0)]
    if twins:
        said = " ".join(filter(None, (shot.pose, shot.notes, *shot.must_not)))
        garments = completed(garments, catalogue, place=place.id, said=said)
    face = catalogue.expressions.find(shot.expression or shot.pose)
    camera = _camera(shot, catalogue, unread, of_shoes=_all_shoes(garments, shot))
    unread += below_the_frame(props, camera.framing)
    people = tuple(
        PersonSpec(
            body=body,
            pose=_partner(pose, catalogue, number) if number else carrying,
            garments=garments,
            at=_spot(number, len(bodies)),
            turn=_towards_middle(number, len(bodies)),
            face_actions=face.entry.what if face else catalogue.expressions.usual,
        )
        for number, body in enumerate(bodies)
    )
    return Blocking(
        people=people,
        camera=camera,
        rig=_rig(shot, place, catalogue, unread),
        set=place,
        props=props,
        grade=_grade(shot, catalogue, unread),
        seed=seed,
        unread=tuple(dict.fromkeys(unread)),
    )


def body_of(twin: Twin, shot: Shot, catalogue: Catalogue) -> BodySpec:
    """Return the twin's body: measurements as captured, and a face that is its own."""
    kinds = {mark.kind for mark in twin.marks}
    eyes = catalogue.eyes.find(twin.eyes)
    made_up = catalogue.make_up.find(shot.make_up)
    look = dict(made_up.entry.what) if made_up else {}
    return BodySpec(
        id=f"{twin.id}@{twin.version}",
        **twin.measurements.model_dump(),
        build=twin.build,
        age=max(18, twin.apparent_age),
        skin=twin.skin,
        face=int.from_bytes(hashlib.sha256(twin.id.encode()).digest()[:4], "big"),
        hair=_hair(twin, shot, catalogue),
        eyes=eyes.entry.what if eyes else catalogue.eyes.usual,
        freckles=0.8 if "freckles" in kinds else 0.0,
        marks=tuple(f"{mark.kind}: {mark.where}" for mark in twin.marks),
        **look,
    )


_LENGTHS = {"shaved": 0.004, "short": 0.06, "chin": 0.2, "shoulder": 0.32, "long": 0.48}


def _hair(twin: Twin, shot: Shot, catalogue: Catalogue) -> HairSpec:
    """Return the twin's hair, dressed as the shot says."""
    asked = catalogue.hair.find(shot.hair) or catalogue.hair.find(twin.hair.style)
    spec = asked.entry.what if asked else catalogue.hair.usual
    changes: dict[str, object] = {"curl": max(spec.curl, _curl(twin.hair.texture))}
    if spec.fall in ("down", "tail"):
        changes["length"] = max(_LENGTHS[twin.hair.length], 0.14)
    if spec.fall == "braids":
        # Braids are mostly plaited with added hair: never shorter than the style.
        changes["length"] = max(_LENGTHS[twin.hair.length], spec.length)
    colour = catalogue.colours.find(f"{twin.hair.colour} hair") or catalogue.colours.find(
        twin.hair.colour
    )
    if colour:
        changes["colour"] = colour.entry.what
    if twin.hair.length == "shaved":
        changes["fall"] = "buzz"
    return spec.model_copy(update=changes)


def _curl(texture: str) -> float:
    """Return 0 for 1A to 1 for 4C."""
    steps = ("1A", "1B", "1C", "2A", "2B", "2C", "3A", "3B", "3C", "4A", "4B", "4C")
    return steps.index(texture.upper()) / 11 if texture.upper() in steps else 0.1


def _pose(shot: Shot, catalogue: Catalogue, unread: list[str]) -> PoseSpec:
    found = catalogue.poses.find(shot.pose)
    # "Smiling" is what people say of a pose, and what the face shows.
    if shot.pose and not found and not catalogue.expressions.find(shot.pose):
        unread.append(shot.pose)
    return found.entry.what if found else catalogue.poses.usual


def _partner(pose: PoseSpec, catalogue: Catalogue, number: int) -> PoseSpec:
    """Return the pose of the n-th person: the second and third answer the first."""
    if pose.support in ("sit", "floor", "lie"):
        return pose
    return mirrored(pose) if number % 2 else catalogue.poses.named("standing")


def mirrored(pose: PoseSpec) -> PoseSpec:
    """Return the pose as in a mirror."""
    swap = {"L": "R", "R": "L"}

    def other(name: str) -> str:
        return f"{name[:-1]}{swap[name[-1]]}" if name[-2:] in (".L", ".R") else name

    return pose.model_copy(
        update={
            "limbs": {other(k): (-x, y, z) for k, (x, y, z) in pose.limbs.items()},
            "bones": {other(k): (x, -y, -z) for k, (x, y, z) in pose.bones.items()},
            "twists": {other(k): -v for k, v in pose.twists.items()},
            "hands": {swap[k]: v for k, v in pose.hands.items()},
            "fingers": {swap[k]: v for k, v in pose.fingers.items()},
            "turn": -pose.turn,
        }
    )


def _spot(number: int, count: int) -> tuple[float, float]:
    return ((number - (count - 1) / 2) * SPACING if count > 1 else 0.0, 0.14 * (number % 2))


def _towards_middle(number: int, count: int) -> float:
    return 0.0 if count == 1 else -14.0 * (number - (count - 1) / 2)


def _opened(aperture: str | None) -> float | None:
    """Return the stop that "wide open" stands for: what fast portrait lenses open to."""
    return 1.8 if "wide open" in (aperture or "").casefold() else None


def _all_shoes(garments: Sequence[GarmentSpec], shot: Shot) -> bool:
    """Whether nothing but shoes is told of a shot; what completes an outfit does not count."""
    named = [one for one in garments if one.said]
    return bool(shot.garments and named) and all(one.shoes for one in named)


def _camera(
    shot: Shot, catalogue: Catalogue, unread: list[str], *, of_shoes: bool = False
) -> CameraSpec:
    # A plain detail is one of hands; where only shoes are shown it looks down to them.
    plain = of_shoes and (shot.framing or "").casefold() == "detail"
    framing = catalogue.framings.find("shoe detail" if plain else shot.framing)
    if shot.framing and not framing:
        unread.append(shot.framing)
    angles = catalogue.angles.find_all(" ".join(filter(None, (shot.angle, shot.framing))))
    if shot.angle and not catalogue.angles.find_all(shot.angle):
        unread.append(shot.angle)
    lens = _FULL_FRAME.search(shot.lens or "")
    stop = _F_NUMBER.search((shot.aperture or "").casefold())
    values: dict[str, float] = {}
    for found in angles:
        values |= found.entry.what.model_dump(exclude_none=True)
    return CameraSpec(
        framing=framing.entry.what if framing else catalogue.framings.usual,
        focal_mm=min(max(float(lens[1]), 12), 400) if lens else 85.0,
        f_number=float(stop[1]) if stop else _opened(shot.aperture),
        aspect=ratio(shot.aspect),
        copy_space=_copy_space(shot.copy_space),
        **values,
    )


def ratio(text: str | None) -> tuple[int, int]:
    """Return width and height of ``4:5``, ``16x9`` or ``1.91:1``; three to four when unsaid."""
    match = _RATIO.search(text or "")
    if not match:
        return (3, 4)
    wide, high = (round(float(part) * 100) for part in match.groups())
    return (max(wide, 1), max(high, 1))


def _copy_space(text: str | None) -> str:
    lowered = (text or "").casefold()
    return next((side for word, side in _COPY if word in lowered), "none")


def _rig(shot: Shot, place: SetSpec, catalogue: Catalogue, unread: list[str]) -> LightRig:
    found = catalogue.lights.find(shot.light)
    if shot.light and not found:
        unread.append(shot.light)
    if found:
        return found.entry.what
    return catalogue.lights.named("overcast") if place.outdoors else catalogue.lights.usual


def _grade(shot: Shot, catalogue: Catalogue, unread: list[str]) -> GradeSpec:
    """Return all that is done to the picture; a blur that no still blocking has is unread."""
    grade = GradeSpec()
    for part in filter(None, (one.strip() for one in (shot.grade or "").split(","))):
        found = catalogue.grades.find(part)
        if found is None:
            unread.append(part)
        else:
            grade = grade.with_(found.entry.what)
    return grade


def _set(shot: Shot, catalogue: Catalogue, unread: list[str]) -> SetSpec:
    found = catalogue.sets.find(shot.set)
    place = found.entry.what if found else catalogue.sets.usual
    paint = hex_in(shot.set, catalogue)
    if shot.set and not found and not paint:
        unread.append(shot.set)
    return place.model_copy(update={"paint": paint}) if paint else place


def _props(
    named: Iterable[str], said: str | None, catalogue: Catalogue, pose: PoseSpec, unread: list[str]
) -> tuple[PropSpec, ...]:
    chosen = list(_named_props(named, catalogue, unread))
    from_pose = catalogue.props.find(said)
    if from_pose and all(prop.id != from_pose.entry.id for prop in chosen):
        chosen.append(from_pose.entry.what)
    seated = any(prop.use == "seat" for prop in chosen)
    if pose.support == "sit" and not seated:
        chosen.append(catalogue.props.usual)
    return tuple(chosen)


def _named_props(
    words: Iterable[str], catalogue: Catalogue, unread: list[str]
) -> Iterable[PropSpec]:
    for text in words:
        found = catalogue.props.find(text)
        if not found:
            unread.append(text)
            continue
        paint = hex_in(text, catalogue)
        changes = {"said": text} | ({"paint": paint} if paint else {})
        yield found.entry.what.model_copy(update=changes)
