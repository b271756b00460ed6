"""Checks: what can be measured on a drawn blocking before a person looks at it."""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from toile.adapters.renderers.bodies.shape import baked
from toile.adapters.renderers.bodies.skin import FACE, SKIN
from toile.adapters.renderers.mesh import Floats, Ints, Surface
from toile.adapters.renderers.mitsuba import Rendered
from toile.adapters.renderers.raster import rasterise
from toile.adapters.renderers.scene.camera import JOINTS, NEAR_JOINT, Subject, landmark
from toile.adapters.renderers.scene.stage import EXTRAS, Stage

# How far past its hems, in metres at rest, a garment may be come through.
_PAST = 0.03
# How near two depths are the same, how far at least and at most something comes through, and how
# far apart at rest two places of the body are another part of it; all in metres.
_TOUCH, _THIN, _DEEP, _SAME_PLACE = 1e-5, 0.0005, 0.05, 0.09
MOST_POKE, DARKEST, BRIGHTEST = 0.001, 0.12, 0.85


@dataclass(frozen=True)
class Findings:
    """One drawn blocking, measured; shares are of the garment's, or of the subject's, pixels."""

    poke: float
    crop_at_joint: str | None
    face_in_frame: bool
    feet_on_floor: bool
    exposure: float

    @property
    def faults(self) -> tuple[str, ...]:
        """Return what a person should look at."""
        out = []
        if self.poke > MOST_POKE:
            out.append(f"poke-through {self.poke:.2%}")
        if self.crop_at_joint:
            out.append(f"cut at the {self.crop_at_joint}")
        if not self.face_in_frame:
            out.append("face out of frame")
        if not self.feet_on_floor:
            out.append("feet off the floor")
        if not DARKEST < self.exposure < BRIGHTEST:
            out.append(f"exposure {self.exposure:.2f}")
        return tuple(out)


# What each check asks, in the order that a table shows them.
CHECKS = (
    "nothing pokes through",
    "no crop at a joint",
    "the face in the frame",
    "feet on the floor",
    "exposed to be read",
)


def pass_rates(findings: list[Findings]) -> tuple[tuple[str, int, int], ...]:
    """Return, per check, its name, how many pictures pass it, and of how many."""
    passed = [
        sum(one.poke <= MOST_POKE for one in findings),
        sum(one.crop_at_joint is None for one in findings),
        sum(one.face_in_frame for one in findings),
        sum(one.feet_on_floor for one in findings),
        sum(DARKEST < one.exposure < BRIGHTEST for one in findings),
    ]
    return tuple((name, good, len(findings)) for name, good in zip(CHECKS, passed, strict=True))


def examine(rendered: Rendered, framing: str, support: str) -> Findings:
    """Return the findings on a picture."""
    stage = rendered.stage
    pixels = np.frombuffer(rendered.rgb, np.uint8).reshape(rendered.height, rendered.width, 3)
    person = rendered.guides.person
    bright = pixels[person].mean() / 255 if person.any() else 0.0
    return Findings(
        poke=max((poke_through(stage, number) for number in range(len(stage.people))), default=0.0),
        crop_at_joint=cropped_joint(stage),
        face_in_frame=framing.startswith("detail") or _face_in_frame(stage),
        feet_on_floor=support in ("jump", "lie", "floor", "sit") or _feet_on_floor(stage),
        exposure=float(bright),
    )


def cropped_joint(stage: Stage) -> str | None:
    """Return the joint that the lower edge of the frame cuts, if any."""
    for subject in stage.subjects:
        for name in JOINTS:
            point = landmark(subject, name)
            x, y, depth = stage.view.project(point[None])[0]
            metre = stage.view.scale / max(depth, 0.1)
            if abs(y - stage.view.height) < NEAR_JOINT * metre and 0 < x < stage.view.width:
                return name
    return None


def _face_in_frame(stage: Stage) -> bool:
    for subject in stage.subjects:
        x, y, depth = stage.view.project(subject.place(subject.figure.eyes)[None])[0]
        if not (0 < x < stage.view.width and 0 < y < stage.view.height and depth > 0):
            return False
    return True


def _feet_on_floor(stage: Stage) -> bool:
    return all(
        abs(_sole(subject, side) - _sole(subject, "LR")) < 0.03
        for subject in stage.subjects
        for side in "LR"
    )


def _sole(subject: Subject, sides: str) -> float:
    skin = subject.figure.points[:13380]
    chosen = np.zeros(len(skin), bool)
    for side in sides:
        sign = 1 if side == "L" else -1
        chosen |= (subject.figure.rig.points[:13380, 2] < 0.05) & (
            subject.figure.rig.points[:13380, 0] * sign > 0
        )
    return float(skin[chosen, 2].min())


def poke_through(stage: Stage, number: int) -> float:
    """Return the share of garment pixels through which a lower garment or the skin shows.

    Each garment is drawn alone; where it is seen from outside, and the first thing to be seen of
    the person there is something of a lower layer within 5 cm before it, worn on the same place of
    the body, that has come through.
    Arms and hands may lie before cloth, bare or in sleeves; so may a bent leg before a top that
    ends above it.
    """
    subject, surfaces = stage.subjects[number], stage.people[number]
    clothes = [one for one in surfaces if 8 <= one.layer < EXTRAS]
    trunk = _seen(stage, subject, *_trunk_skin(subject, surfaces))
    whole = [_seen(stage, subject, one.points, one.faces) for one in clothes]
    cores = [_seen(stage, subject, one.points, _off_the_arms(one)) for one in clothes]
    # A neck stands in its hood or collar: what is seen behind it is no cloth that it came through.
    neck = stage.view.project(subject.joint("neck02")[None])[0, 2]
    first = np.minimum.reduce([trunk.depth, *(own.depth for own in whole)])
    through = seen = 0
    for one, own in zip(clothes, whole, strict=True):
        front = _faces_camera(stage.view.eye, one.points, one.faces)
        outside = (own.triangle >= 0) & front[np.maximum(own.triangle, 0)]
        if 0.1 < one.layer % 1 < 0.9:
            outside &= own.depth < neck
        lower = [core for core, other in zip(cores, clothes, strict=True) if _under(other, one)]
        shows = [_before(inner, own, one.spans, first) for inner in (trunk, *lower)]
        through += int((outside & np.logical_or.reduce(shows)).sum())
        seen += int((outside & (own.depth <= first + _TOUCH)).sum())
    return through / max(seen, 1)


@dataclass(frozen=True)
class _Seen:
    """Per pixel: the triangle and depth of a layer, and where at rest the skin under it lies."""

    triangle: npt.NDArray[np.int32]
    depth: Floats
    place: Floats

    def within(self, spans: tuple[float, float] | None) -> Floats:
        """Return the depth of what lies where a garment reaches; the rest cannot come through."""
        if spans is None:
            return self.depth
        height = self.place[..., 2]
        reached = (height > spans[0] - _PAST) & (height < spans[1] + _PAST)
        return np.where(reached, self.depth, np.inf)


def _seen(stage: Stage, subject: Subject, points: Floats, faces: Ints) -> _Seen:
    drawn = rasterise(stage.view, points, faces)
    under = subject.figure.tree.query((points - subject.at) @ subject.turn)[1]
    corners = subject.figure.rig.points[under][faces].mean(1)
    corners = np.concatenate([corners, np.zeros((1, 3))])
    return _Seen(drawn.triangle, drawn.depth.astype(np.float64), corners[drawn.triangle])


def _before(
    inner: _Seen, outer: _Seen, spans: tuple[float, float] | None, first: Floats
) -> npt.NDArray[np.bool_]:
    """Return where the first thing seen is of an inner layer that came through the outer one.

    A thigh before the tail of the coat that it sits on is before it, and not through it: what has
    come through is of the same place of the body.
    """
    depth = inner.within(spans)
    gap = np.where(outer.triangle >= 0, outer.depth, 0) - depth
    beside = np.linalg.norm(inner.place - outer.place, axis=-1)
    shows = (depth <= first + _TOUCH) & (gap > _THIN) & (gap < _DEEP)
    return np.asarray(shows & (beside < _SAME_PLACE))


def _off_the_arms(one: Surface) -> Ints:
    if one.sleeves is None:
        return one.faces
    return one.faces[~one.sleeves[one.faces].any(1)]


def _under(inner: Surface, outer: Surface) -> bool:
    """Tell whether one surface belongs to a garment worn under the other's."""
    return int(inner.layer) < int(outer.layer)


def _trunk_skin(subject: Subject, surfaces: list[Surface]) -> tuple[Floats, Ints]:
    """Return the drawn skin of neck, trunk and legs.

    Arms and hands may lie before cloth, and so may a chin that is lowered over a collar.
    """
    skin = [one for one in surfaces if one.region in (SKIN, FACE)]
    if not skin:
        return np.zeros((1, 3)), np.zeros((0, 3), np.int64)
    points, faces = skin[0].points, np.concatenate([one.faces for one in skin])
    place = (points - subject.at) @ subject.turn
    under = subject.figure.tree.query(place)[1]
    free = (subject.figure.arm_share[under] < 0.1) & (baked().weight_of("head")[under] < 0.5)
    return points, faces[free[faces].all(1)]


def _faces_camera(eye: Floats, points: Floats, faces: Ints) -> npt.NDArray[np.bool_]:
    corners = points[faces]
    normal = np.cross(corners[:, 1] - corners[:, 0], corners[:, 2] - corners[:, 0])
    return np.asarray(((eye - corners.mean(1)) * normal).sum(1) > 0)
