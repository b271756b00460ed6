"""Figure: one body in its pose, with the landmarks that garments are cut by."""

from dataclasses import dataclass, replace
from functools import cached_property, lru_cache

import numpy as np
from scipy.spatial import cKDTree

from toile.adapters.renderers.bodies.contact import plant, rest_feet, rest_hand, settle
from toile.adapters.renderers.bodies.measure import Shaped, fit
from toile.adapters.renderers.bodies.shape import baked
from toile.adapters.renderers.bodies.skeleton import LIMBS, Motion, Posed, Rig, about, pose
from toile.adapters.renderers.mesh import Floats, unit
from toile.domain.blocking import BodySpec, PersonSpec, PoseSpec
from toile.domain.looks import Level, Vector, level_of

SKIN_POINTS = 13380
_ARM = ("upperarm", "lowerarm", "wrist", "finger", "metacarpal")


@dataclass(frozen=True)
class Figure:
    """A posed body: rest and posed points, heights of landmarks at rest, and the floor."""

    spec: BodySpec
    rig: Rig
    posed: Posed
    motion: Motion
    pose: PoseSpec
    floor: float
    heel: float

    @cached_property
    def points(self) -> Floats:
        """Return all posed points: skin, eyes, lashes and clothing base."""
        body = baked()
        return self.posed.skin(self.rig.points, body.skin_bones, body.skin_weights)

    @cached_property
    def levels(self) -> dict[str, float]:
        """Return the height of every landmark at rest, in metres."""
        return _levels(self.rig)

    def level(self, text: Level) -> float:
        """Return the height at rest of a landmark and metres."""
        name, above = level_of(text)
        return self.levels[name] + above

    def joint(self, bone: str) -> Floats:
        """Return where a bone starts in the pose."""
        return self.posed.joint(bone)

    @cached_property
    def calm(self) -> Rig:
        """Return the body at rest with a face that does nothing."""
        return _rig_of(_bare(self.spec), ())

    @cached_property
    def tree(self) -> cKDTree:
        """Return the search tree over the posed skin."""
        return cKDTree(self.points[:SKIN_POINTS])

    @cached_property
    def rest_tree(self) -> cKDTree:
        """Return the search tree over the skin at rest."""
        return cKDTree(self.rig.points[:SKIN_POINTS])

    @property
    def eyes(self) -> Floats:
        """Return the point between the eyes in the pose."""
        return (self.joint("eye.L") + self.joint("eye.R")) / 2

    @property
    def head_axes(self) -> Floats:
        """Return the head's left, back and up directions as columns."""
        return np.asarray(self.posed.rotations[baked().bone("head")])

    @cached_property
    def arm_share(self) -> Floats:
        """Return, per point, how much of it belongs to the arms."""
        return baked().weight_of(*_ARM)


def _levels(rig: Rig) -> dict[str, float]:
    skin = rig.points[:SKIN_POINTS]
    hip = rig.head("upperleg01.L")[2]
    knee = rig.head("lowerleg01.L")[2]
    ankle = rig.head("foot.L")[2]
    crotch = hip - 0.085
    chin = rig.head("head")[2] - 0.02
    return {
        "crown": float(skin[:, 2].max()),
        "eyes": float(rig.head("eye.L")[2]),
        "chin": float(min(chin, rig.head("eye.L")[2] - 0.105)),
        "neck": float(rig.head("neck01")[2]),
        "shoulder": float(rig.head("clavicle.L")[2]),
        "bust": float(rig.head("spine01")[2] - 0.02),
        "underbust": float(rig.head("spine01")[2] - 0.085),
        "waist": float(rig.head("spine03")[2] + 0.015),
        "hip": float(hip),
        "crotch": float(crotch),
        "thigh": float((crotch + knee) / 2),
        "knee": float(knee),
        "calf": float((knee + ankle) / 2),
        "ankle": float(ankle),
        "floor": 0.0,
    }


def _bare(spec: BodySpec) -> BodySpec:
    """Return what of a body its shape comes from: not its hair, nor whose it is."""
    return spec.model_copy(update={"hair": BodySpec(id="").hair, "id": ""})


@lru_cache(maxsize=64)
def _shape_of(spec: BodySpec) -> Shaped:
    return fit(spec)


@lru_cache(maxsize=32)
def _rig_of(spec: BodySpec, actions: tuple[tuple[str, float], ...]) -> Rig:
    shaped = _shape_of(spec)
    points, heads = baked().points(shaped.macros, shaped.local, dict(actions))
    low = points[:SKIN_POINTS, 2].min()
    drop = np.array([0.0, 0.0, low])
    return Rig(points - drop, heads - drop)


def stand(person: PersonSpec, heel: float, clearance: float) -> Figure:
    """Return the person's body in its pose, feet on the floor and hands where they belong.

    ``heel`` is the heel of the shoes, ``clearance`` the thickness of what is worn at the hips.
    """
    actions = dict(person.face_actions)
    if person.pose.gaze == "closed":
        actions |= {"eyeBlinkLeft": 0.95, "eyeBlinkRight": 0.95}
    rig = _rig_of(_bare(person.body), tuple(sorted(actions.items())))
    motion = motion_of(rig, person.pose)
    motion, floor = _settled(rig, motion, person.pose, heel)
    for side, place in person.pose.hands.items():
        if place != "free":
            motion = rest_hand(rig, motion, side, place, clearance)
    motion = _looking(rig, motion, person.pose)
    posed = pose(rig, motion)
    lifted = replace(posed, shifts=posed.shifts + np.array([0.0, 0.0, person.pose.lift - floor]))
    return Figure(person.body, rig, lifted, motion, person.pose, 0.0, heel)


def motion_of(rig: Rig, spec: PoseSpec) -> Motion:
    """Return the bones' work for a pose; limbs not named hang in a relaxed stand."""
    limbs = {name: np.array(way, dtype=np.float64) for name, way in spec.limbs.items()}
    for side, sign in (("L", 1.0), ("R", -1.0)):
        limbs.setdefault(f"uarm.{side}", np.array([0.17 * sign, 0.05, -1.0]))
        limbs.setdefault(f"farm.{side}", np.array([0.06 * sign, -0.16, -1.0]))
        limbs.setdefault(f"thigh.{side}", np.array([0.045 * sign, -0.01, -1.0]))
        limbs.setdefault(f"shin.{side}", np.array([0.01 * sign, 0.03, -1.0]))
        limbs.setdefault(f"foot.{side}", np.array([0.22 * sign, -1.0, -0.4]))
    unknown = [name for name in limbs if name.split(".")[0] not in LIMBS]
    if unknown:
        raise ValueError(f"The pose {spec.id!r} names limbs that a body lacks: {unknown}")
    return Motion(
        limbs=limbs,
        bones=dict(spec.bones),
        twists=dict(spec.twists),
        fingers={str(side): bend for side, bend in spec.fingers.items()},
    )


def _settled(rig: Rig, motion: Motion, spec: PoseSpec, heel: float) -> tuple[Motion, float]:
    """Return the motion with feet planted, and the height that becomes the floor."""
    if spec.support in ("stand", "walk", "lean"):
        return plant(rig, motion, walking=spec.support == "walk", heel=heel)
    posed = pose(rig, motion)
    body = baked()
    skin = posed.skin(rig.points, body.skin_bones, body.skin_weights)[:SKIN_POINTS]
    if spec.support == "sit":
        seat = body.weight_of("upperleg01", "pelvis", "root")[:SKIN_POINTS] > 0.6
        near = np.linalg.norm((skin - posed.joint("root"))[:, :2], axis=1) < 0.24
        bottom = float(skin[seat & near, 2].min())
        return rest_feet(rig, motion, bottom - spec.seat, heel + 0.015), bottom - spec.seat
    if spec.support in ("floor", "lie"):
        return settle(rig, motion, heel + 0.015)
    return motion, float(skin[:, 2].min())


def _looking(rig: Rig, motion: Motion, spec: PoseSpec) -> Motion:
    """Turn the eyes with the gaze; the camera is dealt with by the head's own direction."""
    ways: dict[str, Vector] = {
        "left": (0.0, 0.0, 22.0), "right": (0.0, 0.0, -22.0),
        "up": (-14.0, 0.0, 0.0), "down": (16.0, 0.0, 0.0),
    }  # fmt: skip
    if spec.gaze in ways:
        turn = ways[spec.gaze]
        return replace(motion, bones=motion.bones | {"eye.L": turn, "eye.R": turn})
    if spec.gaze != "camera":
        return motion
    posed = pose(rig, motion)
    head = posed.rotations[baked().bone("head")]
    facing = head @ np.array([0.0, -1.0, 0.0])
    angle = np.degrees(np.arctan2(facing[0], -facing[1])) + spec.turn
    angle = (angle + 180) % 360 - 180
    if abs(angle) > 75:
        return motion
    pitch = np.degrees(np.arcsin(np.clip(unit(facing)[2], -1, 1)))
    eye = about(np.array([0, 0, 1.0]), float(np.clip(-angle, -26, 26))) @ about(
        np.array([1.0, 0, 0]), float(np.clip(pitch, -14, 14))
    )
    return motion.with_fixed({"eye.L": eye @ head, "eye.R": eye @ head})
