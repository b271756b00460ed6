"""Measure a body with a tape, and find the body that has the given measurements.

Levels follow ISO 8559-1: bust and hips are the largest, the waist the smallest horizontal girth
of their region; the inseam is the height of the crotch. Shoe size: EU = 1.5 x (foot in cm + 1.5).
"""

from dataclasses import dataclass
from functools import lru_cache

import numba as nb
import numpy as np
import numpy.typing as npt
from scipy.optimize import least_squares

from toile.adapters.renderers.bodies.shape import baked
from toile.adapters.renderers.mesh import Floats, Ints, edges_of
from toile.domain.blocking import BodySpec

TAPE = ("height", "bust", "waist", "hips", "inseam", "foot")
_ARM = ("upperarm", "lowerarm", "wrist", "finger", "metacarpal", "shoulder01")
_HEAD = ("head", "neck02", "neck03", "eye")
_START = {
    "height": 0.5, "weight": 0.35, "cupsize": 0.45,
    "measure-bust-circ": 0.05, "measure-waist-circ": -0.05, "measure-hips-circ": 0.05,
    "upperlegs-height": 0.05, "lowerlegs-height": 0.05, "foot-scale": 0.05,
    "measure-underbust-circ": 0.0,
}  # fmt: skip
_MACROS = ("height", "weight", "cupsize")
_REACH = {"foot-scale": 3.0, "upperlegs-height": 1.6, "lowerlegs-height": 1.6}


@dataclass(frozen=True)
class Shaped:
    """Shape weights of one body."""

    macros: dict[str, float]
    local: dict[str, float]


@dataclass(frozen=True)
class _Tape:
    """Where a tape lies: edges of the armless, headless skin, lowest middle points, a foot."""

    edges: Ints
    middle: Ints
    foot: npt.NDArray[np.bool_]


@lru_cache(maxsize=1)
def _tape() -> _Tape:
    body = baked()
    faces = body.faces["body"]
    off = (body.weight_of(*_ARM) > 0.3) | (body.weight_of(*_HEAD) > 0.3)
    edges = np.unique(np.sort(edges_of(faces[~off[faces].any(1)]), 1), axis=0)
    skin = np.arange(int(faces.max()) + 1)
    middle = skin[
        (np.abs(body.template[skin, 0]) < 0.004)
        & (body.weight_of("root", "pelvis", "upperleg01", "spine05")[skin] > 0.6)
    ]
    return _Tape(edges, middle, body.weight_of("foot.L", "toe")[skin] > 0.5)


def girth(a: Floats, b: Floats, z: float) -> float:
    """Return the length of a tape drawn tight at a height around edges from a to b, in metres."""
    cut = (a[:, 2] - z) * (b[:, 2] - z) < 0
    if cut.sum() < 8:
        return 0.0
    a, b = a[cut], b[cut]
    t = ((z - a[:, 2]) / (b[:, 2] - a[:, 2]))[:, None]
    ring = (a + t * (b - a))[:, :2]
    return float(_around(ring[np.lexsort((ring[:, 1], ring[:, 0]))]))


@nb.njit(cache=True)
def _around(ring):  # type: ignore[no-untyped-def]
    """Return the length of the convex hull of points in order of x, then y."""
    out = 0.0
    hull = np.zeros((len(ring), 2))
    for way in (1.0, -1.0):
        kept = 0
        for x, y in ring:
            while kept > 1:
                ax, ay = hull[kept - 1] - hull[kept - 2]
                bx, by = x - hull[kept - 1, 0], y - hull[kept - 1, 1]
                if way * (ax * by - ay * bx) > 0:
                    break
                kept -= 1
            hull[kept, 0], hull[kept, 1] = x, y
            kept += 1
        for k in range(1, kept):
            out += np.hypot(hull[k, 0] - hull[k - 1, 0], hull[k, 1] - hull[k - 1, 1])
    return out


def measurements(points: Floats, heads: Floats) -> dict[str, float]:
    """Return the tape measurements in centimetres."""
    body, tape = baked(), _tape()
    skin = points[: len(tape.foot)]
    floor = skin[:, 2].min()
    hip = heads[body.bone("upperleg01.L"), 2]
    chest = heads[body.bone("spine01"), 2]
    waist = heads[body.bone("spine03"), 2]
    crotch = points[tape.middle, 2].min()
    up = np.ascontiguousarray(points[:, 2])
    first, second = up[tape.edges[:, 0]], up[tape.edges[:, 1]]
    low, high = np.minimum(first, second), np.maximum(first, second)

    def around(z: float, reach: float, pick: str) -> float:
        a, b = points[tape.edges[(low < z + reach) & (high > z - reach)].T]
        tapes = [girth(a, b, z + d) for d in np.linspace(-reach, reach, 5)]
        return max(tapes) if pick == "most" else min(tapes)

    foot = skin[tape.foot & (skin[:, 0] > 0)]
    return {
        "height": 100 * float(np.ptp(skin[:, 2])),
        "bust": 100 * around(chest - 0.02, 0.045, "most"),
        "waist": 100 * around(waist, 0.05, "least"),
        "hips": 100 * around(hip - 0.02, 0.05, "most"),
        "inseam": 100 * float(crotch - floor),
        "foot": 100 * float(np.ptp(foot[:, 1])),
    }


def fit(spec: BodySpec) -> Shaped:
    """Return the shape whose tape measurements are those of the spec, within a centimetre."""
    body = baked()
    macros, traits = _given(spec)
    target = np.array(
        [spec.height_cm, spec.bust_cm, spec.waist_cm, spec.hips_cm, spec.inseam_cm,
         spec.shoe_eu / 1.5 - 1.5]
    )  # fmt: skip
    start = np.array(list(_START.values()))
    reach = np.array([_REACH.get(name, 1.0) for name in _START])
    low = np.where(np.isin(list(_START), _MACROS), 0.0, -reach)

    # What makes the face its own is the same in every try: it is moved once, not each time.
    plain, own = body.points(macros, {}, {}), body.points(macros, traits, {})
    moved = [there - here for here, there in zip(plain, own, strict=True)]

    def miss(x: Floats) -> Floats:
        shaped = _shaped(macros, {}, x)
        points, heads = body.points(shaped.macros, shaped.local, {})
        got = measurements(points + moved[0], heads + moved[1])
        pull = np.where(np.isin(list(_START), _MACROS), 0.4, 0.25) * (x - start)
        return np.concatenate([np.array([got[k] for k in TAPE]) - target, pull])

    found = least_squares(miss, start, bounds=(low, reach), diff_step=0.02, max_nfev=14)
    return _shaped(macros, traits, found.x)


def _shaped(macros: dict[str, float], traits: dict[str, float], x: Floats) -> Shaped:
    values = dict(zip(_START, (float(v) for v in x), strict=True))
    return Shaped(
        macros | {k: v for k, v in values.items() if k in _MACROS},
        traits | {k: v for k, v in values.items() if k not in _MACROS},
    )


# Head shapes vary most where faces differ most; values are standard deviations, all times this.
_DIFFERENCE = 1.35
_FEATURES = {
    "chin-height": 0.35, "chin-width": 0.4, "chin-prominent": 0.3, "chin-bones": 0.4,
    "cheek-volume": 0.35, "cheek-bones": 0.5, "cheek-inner": 0.3, "ear-scale": 0.3,
    "eye-scale": 0.22, "eye-corner1": 0.3, "eye-corner2": 0.35, "eye-height2": 0.2,
    "eye-trans-out": 0.25, "eyebrows-trans-up": 0.3, "eyebrows-angle": 0.3,
    "forehead-scale-vert": 0.35, "forehead-temple": 0.3, "head-scale-horiz": 0.25,
    "head-scale-vert": 0.3, "head-fat": 0.25, "mouth-scale-horiz": 0.35,
    "mouth-upperlip-height": 0.3, "mouth-upperlip-volume": 0.35, "mouth-lowerlip-height": 0.3,
    "mouth-lowerlip-volume": 0.35, "mouth-angles": 0.25, "nose-scale-horiz": 0.35,
    "nose-scale-vert": 0.3, "nose-scale-depth": 0.3, "nose-hump": 0.3, "nose-point-up": 0.3,
    "nose-width1": 0.35, "nose-width2": 0.35, "nose-flaring": 0.3, "nose-greek": 0.3,
    "neck-scale-horiz": 0.25,
}  # fmt: skip
# How a feminine frame differs where no tape measures.
_FRAME = {
    "measure-shoulder-dist": -0.5, "torso-vshape": -0.25, "measure-upperarm-circ": -0.45,
    "measure-neck-height": 0.3, "measure-neck-circ": -0.3,
}  # fmt: skip


def _given(spec: BodySpec) -> tuple[dict[str, float], dict[str, float]]:
    """Return the shape weights and facial traits that no tape measures."""
    rng = np.random.default_rng(spec.face)
    depth = (spec.skin or 5) / 10
    shares = rng.dirichlet((0.25 + 1.6 * depth**1.5, 0.55, 0.25 + 1.6 * (1 - depth) ** 1.2))
    shares = 0.75 * shares + 0.25 / 3
    gender = (spec.build + 1) / 2
    macros = {
        "gender": gender,
        "age": float(np.clip((spec.age - 25) / 65, 0, 1)),
        "muscle": float(np.clip(0.62 - 0.24 * gender + 0.08 * rng.normal(), 0.25, 0.9)),
        "proportions": 0.12,
        "firmness": 0.7,
        **dict(zip(("african", "asian", "caucasian"), shares.tolist(), strict=True)),
    }
    known = set(baked().local_names)
    traits = {
        name: float(np.clip(rng.normal() * spread * _DIFFERENCE, -0.9, 0.9))
        for name, spread in _FEATURES.items()
        if name in known
    }
    for name, mean in _FRAME.items():
        spread = 0.15 * float(rng.normal())
        traits[name] = float(np.clip(gender * mean + spread, -0.9, 0.9))
    return macros, traits
