"""Skeleton: limb directions and bone turns become rigid motions of bones; skin follows.

Directions are in the body's own frame (x its left, y its back, z up). A bone turns about its head:
T = T(parent) . move(head) . R . move(-head), with R in world axes at rest.
"""

from dataclasses import dataclass, field, replace
from functools import lru_cache

import numpy as np

from toile.adapters.renderers.bodies.shape import baked
from toile.adapters.renderers.mesh import Floats, Ints, unit

# A limb is named by the bone that turns and the bone its direction points to.
LIMBS = {
    "thigh": ("upperleg01", "lowerleg01"),
    "shin": ("lowerleg01", "foot"),
    "foot": ("foot", "toe2-1"),
    "uarm": ("upperarm01", "lowerarm01"),
    "farm": ("lowerarm01", "wrist"),
    "hand": ("wrist", "finger3-1"),
}


@dataclass(frozen=True)
class Rig:
    """Rest points and bone heads of one body, feet on the floor."""

    points: Floats
    heads: Floats

    def head(self, bone: str) -> Floats:
        """Return where a bone starts at rest."""
        return np.asarray(self.heads[baked().bone(bone)])


@dataclass(frozen=True)
class Motion:
    """What the bones do: directions, local turns, twists, and turns fixed in the world."""

    limbs: dict[str, Floats] = field(default_factory=dict)
    bones: dict[str, tuple[float, float, float]] = field(default_factory=dict)
    twists: dict[str, float] = field(default_factory=dict)
    fingers: dict[str, float] = field(default_factory=dict)
    fixed: dict[str, Floats] = field(default_factory=dict)

    def with_limbs(self, limbs: dict[str, Floats]) -> "Motion":
        """Return the motion with some directions replaced."""
        return replace(self, limbs=self.limbs | limbs)

    def with_fixed(self, fixed: dict[str, Floats]) -> "Motion":
        """Return the motion with some bones turned as given in the world."""
        return replace(self, fixed=self.fixed | fixed)


@dataclass(frozen=True)
class Posed:
    """Rotation and shift of every bone."""

    rig: Rig
    rotations: Floats
    shifts: Floats

    def joint(self, bone: str) -> Floats:
        """Return where a bone starts in the pose."""
        i = baked().bone(bone)
        return np.asarray(self.rotations[i] @ self.rig.heads[i] + self.shifts[i])

    def skin(self, points: Floats, bones: Ints, weights: Floats) -> Floats:
        """Move points by up to four bones each."""
        rotation = self.rotations.reshape(-1, 9)
        blend = np.einsum("nk,nkc->nc", weights, rotation[bones])
        shift = np.einsum("nk,nkc->nc", weights, self.shifts[bones])
        return np.einsum("nij,nj->ni", blend.reshape(-1, 3, 3), points) + shift

    def skin_dense(self, points: Floats, weights: Floats) -> Floats:
        """Move points by weights over all bones."""
        blend = weights @ self.rotations.reshape(-1, 9)
        shift = weights @ self.shifts
        return np.einsum("nij,nj->ni", blend.reshape(-1, 3, 3), points) + shift


def pose(rig: Rig, motion: Motion) -> Posed:
    """Return the bones' motions."""
    body = baked()
    count = len(body.bones)
    rotations, shifts = np.zeros((count, 3, 3)), np.zeros((count, 3))
    limb_of = {f"{LIMBS[k.split('.')[0]][0]}.{k.split('.')[1]}": k for k in motion.limbs}
    curls = {side: _curls(rig, motion, side) for side in "LR"}
    for i in _top_down(tuple(int(p) for p in body.parents)):
        name = body.bones[i]
        parent = int(body.parents[i])
        above = rotations[parent] if i else np.eye(3)
        start = above @ rig.heads[i] + (shifts[parent] if i else 0)
        turn = above
        if name in motion.bones:
            turn = turn @ euler(motion.bones[name])
        if name in limb_of:
            turn = _aim(rig, motion, turn, name, limb_of[name])
        if name.startswith("finger"):
            turn = turn @ curls[name[-1]][int(name[6])]
        if name in motion.fixed:
            turn = motion.fixed[name]
        rotations[i] = turn
        shifts[i] = start - turn @ rig.heads[i]
    return Posed(rig, rotations, shifts)


@lru_cache(maxsize=1)
def _top_down(parents: tuple[int, ...]) -> list[int]:
    order: list[int] = []
    pending = list(range(len(parents)))
    done: set[int] = set()
    while pending:
        for i in list(pending):
            if i == 0 or parents[i] in done:
                order.append(i)
                done.add(i)
                pending.remove(i)
    return order


def _aim(rig: Rig, motion: Motion, turn: Floats, bone: str, limb: str) -> Floats:
    kind, side = limb.split(".")
    along = turn @ (rig.head(f"{LIMBS[kind][1]}.{side}") - rig.head(bone))
    goal = np.asarray(motion.limbs[limb], dtype=np.float64)
    aimed = between(along, goal) @ turn
    twist = motion.twists.get(limb, 0.0)
    return about(goal, twist) @ aimed if twist else aimed


def _curls(rig: Rig, motion: Motion, side: str) -> dict[int, Floats]:
    """Return how the joints of each finger bend to the palm; outer ones more, the thumb less."""
    along = unit(rig.head(f"finger3-2.{side}") - rig.head(f"finger3-1.{side}"))
    axis, bend = np.cross(along, palm_normal(rig, side)), motion.fingers.get(side, 16.0)
    share = {1: 0.35} | {finger: 1 + 0.12 * (finger - 2) for finger in range(2, 6)}
    return {finger: about(axis, bend * much) for finger, much in share.items()}


def palm_normal(rig: Rig, side: str) -> Floats:
    """Return the direction that the palm faces at rest."""
    wrist = rig.head(f"wrist.{side}")
    across = np.cross(rig.head(f"finger2-1.{side}") - wrist, rig.head(f"finger5-1.{side}") - wrist)
    return unit(across) * (-1 if side == "L" else 1)


def euler(degrees: tuple[float, float, float]) -> Floats:
    """Return the rotation x, then y, then z."""
    x, y, z = np.radians(degrees)
    cx, sx, cy, sy, cz, sz = np.cos(x), np.sin(x), np.cos(y), np.sin(y), np.cos(z), np.sin(z)
    about_x = np.array([[1, 0, 0], [0, cx, -sx], [0, sx, cx]])
    about_y = np.array([[cy, 0, sy], [0, 1, 0], [-sy, 0, cy]])
    about_z = np.array([[cz, -sz, 0], [sz, cz, 0], [0, 0, 1]])
    return np.asarray(about_z @ about_y @ about_x)


def about(axis: Floats, degrees: float) -> Floats:
    """Return the rotation about an axis."""
    x, y, z = unit(axis)
    cross = np.array([[0, -z, y], [z, 0, -x], [-y, x, 0]])
    angle = np.radians(degrees)
    return np.asarray(np.eye(3) + np.sin(angle) * cross + (1 - np.cos(angle)) * cross @ cross)


def between(a: Floats, b: Floats) -> Floats:
    """Return the smallest rotation that takes one direction to the other."""
    a, b = unit(a), unit(b)
    axis, cosine = np.cross(a, b), float(a @ b)
    if cosine < -0.9999:
        return about(np.cross(a, np.array([1.0, 0.0, 0.01])), 180)
    cross = np.array([[0, -axis[2], axis[1]], [axis[2], 0, -axis[0]], [-axis[1], axis[0], 0]])
    return np.asarray(np.eye(3) + cross + cross @ cross / (1 + cosine))
