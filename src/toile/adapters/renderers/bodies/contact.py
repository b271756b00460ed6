"""Contact: feet stand on one floor, hands lie where they should, by two-bone inverse kinematics."""

import numpy as np
import numpy.typing as npt

from toile.adapters.renderers.bodies.shape import baked
from toile.adapters.renderers.bodies.skeleton import (
    Motion,
    Posed,
    Rig,
    about,
    palm_normal,
    pose,
)
from toile.adapters.renderers.mesh import Floats, point_normals, turn_z, unit

_ARM = ("upperarm01", "lowerarm01", "wrist")
_LEG = ("upperleg01", "lowerleg01", "foot")
_LIMB_NAMES = {_ARM: ("uarm", "farm"), _LEG: ("thigh", "shin")}
TRAILING_PITCH = 34.0
# A hand or foot this close to the floor rests on it.
NEARLY_DOWN = 0.12
_HAND = ("wrist", "finger", "metacarpal")
_FOOT = ("foot", "toe")
_HAND_AND_ARM = (*_HAND, "upperarm", "lowerarm")


def reach(
    posed: Posed, chain: tuple[str, str, str], side: str, target: Floats, pole: Floats
) -> dict[str, Floats]:
    """Return the two limb directions that put the end of the chain on a target."""
    rig = posed.rig
    start = posed.joint(f"{chain[0]}.{side}")
    heads = [rig.head(f"{bone}.{side}") for bone in chain]
    upper, lower = (float(np.linalg.norm(heads[i + 1] - heads[i])) for i in (0, 1))
    way = target - start
    distance = float(
        np.clip(np.linalg.norm(way), abs(upper - lower) + 1e-3, (upper + lower) * 0.998)
    )
    along = unit(way)
    ahead = (upper**2 - lower**2 + distance**2) / (2 * distance)
    out = unit(pole - (pole @ along) * along) * np.sqrt(max(upper**2 - ahead**2, 0.0))
    elbow = start + along * ahead + out
    first, second = _LIMB_NAMES[chain]
    return {
        f"{first}.{side}": unit(elbow - start),
        f"{second}.{side}": unit(start + along * distance - elbow),
    }


def _sole(posed: Posed, side: str) -> float:
    """Return the height of the lowest point of a foot."""
    body = baked()
    chosen = np.where(body.weight_of(f"foot.{side}") + _toes(side) > 0.5)[0]
    chosen = chosen[chosen <= body.faces["body"].max()]
    placed = posed.skin(
        posed.rig.points[chosen], body.skin_bones[chosen], body.skin_weights[chosen]
    )
    return float(placed[:, 2].min())


def _toes(side: str) -> Floats:
    body = baked()
    chosen = np.array([bone.startswith("toe") and bone.endswith(side) for bone in body.bones])
    return np.asarray((body.skin_weights * chosen[body.skin_bones]).sum(1))


def plant(rig: Rig, motion: Motion, *, walking: bool, heel: float) -> tuple[Motion, float]:
    """Put both soles on one floor plane; return the motion and the floor's height.

    ``heel`` is the heel of the shoe in metres. The trailing foot of a walk stands on its toes.
    """
    now = pose(rig, motion)
    ankle = {side: now.joint(f"foot.{side}") for side in "LR"}
    hip = {side: now.joint(f"upperleg01.{side}") for side in "LR"}
    knee = {side: now.joint(f"lowerleg01.{side}") for side in "LR"}
    trailing = max("LR", key=lambda side: ankle[side][1]) if walking else None
    motion = motion.with_fixed(_flat_feet(rig, motion, trailing, heel))
    now = pose(rig, motion)
    above = {side: now.joint(f"foot.{side}")[2] - _sole(now, side) for side in "LR"}
    floor = max(ankle[side][2] - above[side] for side in "LR")
    floor = max(floor, *(_lowest(rig, side, ankle[side], hip[side]) - above[side] for side in "LR"))
    for side in "LR":
        target = np.array([*ankle[side][:2], floor + above[side]])
        pole = knee[side] - (hip[side] + ankle[side]) / 2 + np.array([0, -0.06, 0])
        for _ in range(3):
            motion = motion.with_limbs(reach(now, _LEG, side, target, pole))
            now = pose(rig, motion)
            target[2] -= _sole(now, side) - floor
    return motion, floor


def _lowest(rig: Rig, side: str, ankle: Floats, hip: Floats) -> float:
    """Return the lowest height that the ankle can reach below the hip."""
    heads = [rig.head(f"{bone}.{side}") for bone in _LEG]
    length = 0.996 * sum(float(np.linalg.norm(heads[i + 1] - heads[i])) for i in (0, 1))
    aside = float(np.linalg.norm((ankle - hip)[:2]))
    return float(hip[2] - np.sqrt(max(length**2 - aside**2, 0.01)))


def _flat_feet(rig: Rig, motion: Motion, trailing: str | None, heel: float) -> dict[str, Floats]:
    fixed = {}
    for side in "LR":
        rest = rig.head(f"toe2-1.{side}") - rig.head(f"foot.{side}")
        goal = np.asarray(motion.limbs.get(f"foot.{side}", rest), dtype=np.float64)
        yaw = np.arctan2(goal[1], goal[0]) - np.arctan2(rest[1], rest[0])
        yaw = float(np.clip((yaw + np.pi) % (2 * np.pi) - np.pi, -0.9, 0.9))
        length = float(np.linalg.norm(rest)) + 0.05
        pitch = np.degrees(np.arcsin(min(heel / length, 0.85)))
        if side == trailing:
            pitch = max(pitch, TRAILING_PITCH)
        fixed[f"foot.{side}"] = turn_z(np.degrees(yaw)) @ about(np.array([1.0, 0, 0]), pitch)
        for toe in range(1, 6):
            fixed[f"toe{toe}-1.{side}"] = turn_z(np.degrees(yaw))
    return fixed


def settle(rig: Rig, motion: Motion, sole: float) -> tuple[Motion, float]:
    """Put trunk and legs on the floor; hands and feet that reach it lie on it, none below it.

    ``sole`` is what the shoes add under a foot, in metres.
    """
    floor = _lowest_of(pose(rig, motion), ~_share_of(*_FOOT, *_HAND_AND_ARM))
    motion = _rested(rig, motion, _ARM, _HAND, floor)
    return _rested(rig, motion, _LEG, _FOOT, floor + sole), floor


def rest_feet(rig: Rig, motion: Motion, floor: float, sole: float) -> Motion:
    """Put the feet of who sits on the floor, where they nearly reach it."""
    return _rested(rig, motion, _LEG, _FOOT, floor + sole)


def _rested(
    rig: Rig, motion: Motion, chain: tuple[str, str, str], parts: tuple[str, ...], height: float
) -> Motion:
    now = pose(rig, motion)
    for side in "LR":
        low = _lowest_of(now, _share_of(*parts) & _on_side(side))
        if low > height + NEARLY_DOWN:
            continue
        start, middle, end = (now.joint(f"{bone}.{side}") for bone in chain)
        target = end + np.array([0.0, 0.0, height - low])
        pole = middle - (start + end) / 2 + np.array([0.0, 0.0, 0.02])
        motion = motion.with_limbs(reach(now, chain, side, target, pole))
    return motion


def _share_of(*bones: str) -> npt.NDArray[np.bool_]:
    body = baked()
    return body.weight_of(*bones)[: int(body.faces["body"].max()) + 1] > 0.3


def _on_side(side: str) -> npt.NDArray[np.bool_]:
    body = baked()
    sideways = body.template[: int(body.faces["body"].max()) + 1, 0]
    return np.asarray(sideways > 0) if side == "L" else np.asarray(sideways < 0)


def _lowest_of(posed: Posed, chosen: npt.NDArray[np.bool_]) -> float:
    body, numbers = baked(), np.where(chosen)[0]
    placed = posed.skin(
        posed.rig.points[numbers], body.skin_bones[numbers], body.skin_weights[numbers]
    )
    return float(placed[:, 2].min())


# Where a hand goes: level as a share between two bone heads, and how it faces.
_PLACES = {
    "hip": ("upperleg01", 0.105, (0.0, -0.8, -0.75), 0.055),
    "pocket": ("upperleg01", 0.055, (0.0, -0.22, -1.0), -0.035),
    "back_pocket": ("upperleg01", 0.02, (0.0, 0.2, -1.0), 0.02),
    "waist": ("spine03", 0.0, (0.0, -1.0, -0.2), 0.055),
}


def rest_hand(rig: Rig, motion: Motion, side: str, place: str, clearance: float) -> Motion:
    """Lay a hand on the body: ``hip``, ``waist``, ``pocket``, ``lap`` and their like."""
    sign = 1.0 if side == "L" else -1.0
    landmark, normal = _landmark(rig, motion, side, place)
    along, palm = _hand_frame(rig, motion, side, place, normal)
    turn = _frame(along, -normal) @ _frame(*_rest_frame(rig, side)).T
    motion = motion.with_fixed({f"wrist.{side}": turn})
    pole = np.array([sign, 0.75, -0.1])
    lift = clearance + 0.02 if "pocket" not in place else 0.5 * clearance
    target = landmark + normal * lift - along * palm
    for _ in range(2):
        now = pose(rig, motion)
        motion = motion.with_limbs(reach(now, _ARM, side, target, pole))
    return motion


def _hand_frame(
    rig: Rig, motion: Motion, side: str, place: str, normal: Floats
) -> tuple[Floats, float]:
    if place == "lap":
        now = pose(rig, motion)
        inward = np.array([-0.08 if side == "L" else 0.08, 0, 0])
        along = now.joint(f"lowerleg01.{side}") - now.joint(f"upperleg01.{side}") + inward
        palm = 0.05
    else:
        _, _, direction, palm = _PLACES[place]
        along = np.array(direction)
    return unit(along - (along @ normal) * normal), palm


def _landmark(rig: Rig, motion: Motion, side: str, place: str) -> tuple[Floats, Floats]:
    """Return the point of the posed skin that the palm goes to, and its outward normal."""
    body = baked()
    faces = body.faces["body"]
    skin = slice(0, int(faces.max()) + 1)
    rest = rig.points[skin]
    sign = 1.0 if side == "L" else -1.0
    level = _level_of(rig, side, place)
    arms = body.weight_of("upperarm", "lowerarm", "wrist", "finger", "metacarpal")[skin]
    ring = np.where(
        (arms < 0.05) & (np.abs(rest[:, 2] - level) < 0.02) & (sign * rest[:, 0] > 0.01)
    )[0]
    score = rest[ring, 1] if place == "lap" else -sign * rest[ring, 0] + 0.3 * rest[ring, 1]
    if place == "back_pocket":
        score = -rest[ring, 1] - 0.3 * sign * rest[ring, 0]
    chosen = ring[np.argmin(score)]
    posed = pose(rig, motion)
    placed = posed.skin(rest, body.skin_bones[skin], body.skin_weights[skin])
    near = ring[np.linalg.norm(rest[ring] - rest[chosen], axis=1) < 0.05]
    normal = point_normals(placed, faces)[near].mean(0)
    return placed[chosen], unit(normal * ((1, 1, 1) if place == "lap" else (1, 1, 0.3)))


def _level_of(rig: Rig, side: str, place: str) -> float:
    if place == "lap":
        hip, knee = rig.head(f"upperleg01.{side}")[2], rig.head(f"lowerleg01.{side}")[2]
        return float(knee + 0.36 * (hip - knee))
    bone, up, _, _ = _PLACES[place]
    name = bone if bone.startswith("spine") else f"{bone}.{side}"
    return float(rig.head(name)[2] + up)


def _rest_frame(rig: Rig, side: str) -> tuple[Floats, Floats]:
    wrist = rig.head(f"wrist.{side}")
    along = unit(rig.head(f"finger3-1.{side}") - wrist)
    palm = palm_normal(rig, side)
    return along, unit(palm - (palm @ along) * along)


def _frame(along: Floats, normal: Floats) -> Floats:
    normal = unit(normal - (normal @ along) * along)
    return np.stack([along, normal, np.cross(along, normal)], axis=1)
