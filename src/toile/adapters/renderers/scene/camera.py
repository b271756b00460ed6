"""Camera: a framing in a photographer's words becomes a view fitted to the posed bodies."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np

from toile.adapters.renderers.bodies.figure import SKIN_POINTS, Figure
from toile.adapters.renderers.mesh import Floats, unit
from toile.adapters.renderers.raster import View
from toile.domain.blocking import CameraSpec
from toile.domain.looks import Level, level_of

FULL_FRAME_MM = 36.0
NEAREST = 0.45
LOWEST = 0.16
# Where the lower edge of a frame must not cut a body, and how near to them is too near, in metres.
JOINTS: tuple[Level, ...] = ("knee", "ankle", "hip", "neck")
NEAR_JOINT, _SPARE = 0.035, 0.012
# From where to where a foot would be cut in half.
_FOOT: tuple[Level, Level] = ("ankle+0.05", "floor-0.02")
# Framings that show one part are cut as they must be.
_DETAILS = ("hands", "feet", "waist")
_HEADROOM = 0.03
# The head room over people side by side, whose breadth decides how far the camera stands.
_OVER_A_ROW = 0.13
# How a frame may be moved off a joint: shares of the distance back and of the height up or down.
_STEPS = sorted(
    (
        (back, down)
        for back in (0.0, 0.03, 0.07, 0.12, 0.18)
        for down in np.linspace(-0.09, 0.09, 13)
    ),
    key=lambda step: step[0] + 2 * abs(step[1]),
)
_BONES = {
    "neck": "neck01", "shoulder": "clavicle", "bust": "spine01", "underbust": "spine02",
    "waist": "spine03", "hip": "upperleg01", "knee": "lowerleg01", "ankle": "foot",
}  # fmt: skip


@dataclass(frozen=True)
class Subject:
    """What the camera is fitted to: a posed body at its place, and all points that must show."""

    figure: Figure
    at: Floats
    turn: Floats
    cloud: Floats

    def place(self, points: Floats) -> Floats:
        """Return points of the figure in the scene."""
        return points @ self.turn.T + self.at

    def joint(self, bone: str) -> Floats:
        """Return a joint in the scene."""
        return self.place(self.figure.joint(bone))


def landmark(subject: Subject, level: Level) -> Floats:
    """Return the posed point of a landmark and metres above it."""
    name, above = level_of(level)
    return _landmark(subject, name) + np.array([0.0, 0.0, above])


def _landmark(subject: Subject, name: str) -> Floats:
    figure = subject.figure
    if name == "floor":
        root = subject.joint("root")
        return np.array([root[0], root[1], subject.cloud[:, 2].min()])
    if name in ("crown", "eyes", "chin"):
        up = {"crown": figure.level("crown") - figure.level("eyes"), "eyes": 0.0, "chin": -0.115}[
            name
        ]
        return subject.place(figure.eyes + figure.head_axes @ np.array([0, 0.07, up]))
    if name in ("crotch", "thigh", "calf"):
        pairs = {
            "crotch": ("hip", "knee", 0.18),
            "thigh": ("hip", "knee", 0.52),
            "calf": ("knee", "ankle", 0.5),
        }
        first, second, share = pairs[name]
        return (1 - share) * _landmark(subject, first) + share * _landmark(subject, second)
    bone = _BONES[name]
    if bone.startswith(("spine", "neck")):
        return subject.joint(bone)
    return (subject.joint(f"{bone}.L") + subject.joint(f"{bone}.R")) / 2


def solve(
    spec: CameraSpec, subjects: list[Subject], width: int, height: int, held: Sequence[Floats] = ()
) -> View:
    """Return the view that holds the framing at the asked lens, with head room and copy space.

    ``held`` is what is in people's hands: whoever is seen whole is seen with all of it.
    """
    axes = _axes(spec)
    floor = min(float(subject.cloud[:, 2].min()) for subject in subjects)
    scale = spec.focal_mm / FULL_FRAME_MM * max(width, height)
    points, fill, lift = _wanted(spec, subjects, held)
    if spec.copy_space in ("left", "right", "top"):
        fill *= 0.84
    aim = (points.min(0) + points.max(0)) / 2
    distance = 4.0
    for _ in range(10):
        view = _view(aim, axes, distance, scale, width, height)
        seen = view.project(points)
        low, high = seen[:, :2].min(0), seen[:, :2].max(0)
        wide = 0.9 if spec.copy_space in ("none", "top", "bottom") else 0.6
        tall, broad = (high[1] - low[1]) / (height * fill), (high[0] - low[0]) / (width * wide)
        distance = max(NEAREST, distance * float(max(tall, broad)))
        middle = (low + high) / 2
        goal = np.array([width * _across(spec), height * (0.5 + lift)])
        if broad > tall and len(subjects) > 1:
            # A row of people leaves room: it goes below them, not over their heads.
            goal[1] = min(goal[1], height * _OVER_A_ROW + (high[1] - low[1]) / 2)
        metres = distance / scale
        aim = (
            aim
            + axes[0] * (middle[0] - goal[0]) * metres
            - axes[1] * (middle[1] - goal[1]) * metres
        )
    low = float(aim[2] - axes[2][2] * distance - floor)
    if low < LOWEST and spec.elevation < 0:
        # The lens stays over the floor: the angle gives way, not the framing.
        return solve(
            spec.model_copy(update={"elevation": spec.elevation * 0.8 + 0.4}),
            subjects,
            width,
            height,
            held,
        )
    view = _view(aim, axes, distance, scale, width, height)
    return view if spec.framing.aim in _DETAILS else _off_the_joints(view, aim, subjects)


def _off_the_joints(view: View, aim: Floats, subjects: list[Subject]) -> View:
    """Return the view whose lower edge cuts nobody at a joint, as near to the given one as can be.

    With several people the width decides how far the camera stands, and the edge falls anywhere.
    """
    joints = np.stack([landmark(subject, name) for subject in subjects for name in JOINTS])
    feet = np.stack([landmark(subject, level) for subject in subjects for level in _FOOT])
    heads = np.stack([_top(subject, "crown") for subject in subjects])
    away = aim - view.eye
    for back, down in _STEPS:
        distance = float(away @ view.ahead) * (1 + back)
        metre = view.scale / distance
        shifted = aim - view.up * (down * view.height / metre)
        tried = replace(view, eye=shifted - view.ahead * distance)
        seen, tops = tried.project(joints), tried.project(heads)[:, 1]
        near = np.abs(seen[:, 1] - view.height) * seen[:, 2] / view.scale < NEAR_JOINT + _SPARE
        heel = tried.project(feet)[:, 1].reshape(-1, 2)
        halved = ((heel[:, 0] < view.height) & (heel[:, 1] > view.height)).any()
        inside = (seen[:, 0] > 0) & (seen[:, 0] < view.width) & (seen[:, 2] > 0)
        cropped = tops.min() < min(view.project(heads)[:, 1].min(), _HEADROOM * view.height)
        if not (near & inside).any() and not cropped and not halved:
            return tried
    return view


def _across(spec: CameraSpec) -> float:
    """Return where the subject stands between the left (0) and right (1) edge."""
    return {"left": 0.66, "right": 0.34}.get(spec.copy_space, 0.5)


def _wanted(
    spec: CameraSpec, subjects: list[Subject], held: Sequence[Floats]
) -> tuple[Floats, float, float]:
    """Return the points to hold, their share of the height, and how far down they sit."""
    framing = spec.framing
    near = {"hands": ("finger3-1", 0.15), "feet": ("foot", 0.2)}.get(framing.aim)
    if near:
        bone, reach = near
        at = [one.joint(f"{bone}.{side}") for one in subjects for side in "LR"]
        return _around(at, reach), framing.fill, -0.03
    if framing.top == "crown" and framing.bottom == "floor":
        cloud = np.concatenate([*(subject.cloud for subject in subjects), *held])
        return cloud, framing.fill, (framing.headroom - (1 - framing.fill - framing.headroom)) / 2
    tops = [_top(subject, framing.top) for subject in subjects]
    bottoms = [landmark(subject, framing.bottom) for subject in subjects]
    points = np.concatenate([np.array(tops), np.array(bottoms)])
    if len(subjects) > 1:
        points = np.concatenate([points, *(_breadth(one, points) for one in subjects)])
    slack = 1 - framing.fill
    return points, framing.fill, framing.headroom - slack / 2


def _breadth(subject: Subject, points: Floats) -> Floats:
    """Return what of a person lies between the lowest and the highest point, to keep its sides."""
    z = subject.cloud[:, 2]
    return subject.cloud[(z > points[:, 2].min()) & (z < points[:, 2].max())]


def _top(subject: Subject, level: Level) -> Floats:
    """Return the top landmark; hair and hats count as the crown."""
    point = landmark(subject, level)
    if level == "crown":
        head = subject.place(subject.figure.eyes)
        near = np.linalg.norm((subject.cloud - head)[:, :2], axis=1) < 0.16
        point = np.array([*point[:2], max(point[2], subject.cloud[near, 2].max())])
    return point


def _around(points: list[Floats], reach: float) -> Floats:
    centre = np.array(points)
    return np.concatenate([centre + reach, centre - reach])


def toward(spec: CameraSpec) -> Floats:
    """Return the way from the subject to the lens."""
    return -_axes(spec)[2]


def _axes(spec: CameraSpec) -> Floats:
    """Return right, up and ahead for the camera's angles."""
    turn, lift, roll = np.radians([spec.azimuth, spec.elevation, spec.roll])
    away = np.array([np.sin(turn) * np.cos(lift), -np.cos(turn) * np.cos(lift), np.sin(lift)])
    ahead = -away
    world_up = np.array([0.0, 0.0, 1.0]) if abs(lift) < 1.5 else np.array([0.0, 1.0, 0.0])
    right = unit(np.cross(ahead, world_up))
    up = np.cross(right, ahead)
    right, up = np.cos(roll) * right + np.sin(roll) * up, np.cos(roll) * up - np.sin(roll) * right
    return np.stack([right, up, ahead])


def _view(
    aim: Floats, axes: Floats, distance: float, scale: float, width: int, height: int
) -> View:
    return View(aim - axes[2] * distance, axes[0], axes[1], axes[2], scale, width, height)


COCO = (
    "nose", "neck", "right_shoulder", "right_elbow", "right_wrist", "left_shoulder", "left_elbow",
    "left_wrist", "right_hip", "right_knee", "right_ankle", "left_hip", "left_knee", "left_ankle",
    "right_eye", "left_eye", "right_ear", "left_ear",
)  # fmt: skip


def body_cloud(figure: Figure) -> Floats:
    """Return the posed skin without its inner parts."""
    return figure.points[:SKIN_POINTS]
