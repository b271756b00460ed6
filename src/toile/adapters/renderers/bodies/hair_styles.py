"""Hair styles: how strands leave the scalp and where they go.

Each style takes the figure, the roots, what hair may not enter, and a generator of randomness.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace

import numpy as np
import numpy.typing as npt
from scipy.spatial import cKDTree

from toile.adapters.renderers.bodies.figure import Figure
from toile.adapters.renderers.bodies.hairline import thickness
from toile.adapters.renderers.bodies.locks import curled, locks_of, narrowed, resampled, spaced
from toile.adapters.renderers.mesh import Floats, smoothstep, unit

Bools = npt.NDArray[np.bool_]
DOWN = np.array([0.0, 0.0, -1.0])
# Box braids, in metres: between the roots, one turn of a plait, and from its middle to a strand.
_BOX, _PLAIT, _THICK = 0.0125, 0.024, 0.0026
# Metres over the eyes where the crown begins; the share of their reach that coils keep under a hat.
_CROWN, _UNDER_A_HAT = 0.08, 0.5
# How far behind the eyes hair hangs beside a face, in metres.
_CHEEK = 0.03
# How far apart the locks of loose and of short hair grow, in metres; how much a fringe narrows.
_LOCK, _TUFT, _CUT = 0.0135, 0.0085, 0.15


@dataclass(frozen=True)
class Roots:
    """Where strands begin: points and normals in the pose, and places in the head's frame."""

    points: Floats
    normals: Floats
    local: Floats
    inside: Floats

    def __len__(self) -> int:
        return len(self.points)

    def where(self, keep: Bools) -> "Roots":
        """Return the roots that are kept."""
        return Roots(self.points[keep], self.normals[keep], self.local[keep], self.inside[keep])


@dataclass(frozen=True)
class Shield:
    """What hair may not enter: the skin and the clothes of head, neck and shoulders."""

    tree: cKDTree
    points: Floats
    normals: Floats

    def out(self, points: Floats, gap: Floats) -> Floats:
        """Return points moved out to at least the gap."""
        distance, index = self.tree.query(points, distance_upper_bound=0.12)
        near = np.isfinite(distance)
        index = np.where(near, index, 0)
        height = ((points - self.points[index]) * self.normals[index]).sum(1)
        short = np.where(near, np.maximum(0, gap - height), 0)
        return points + self.normals[index] * short[:, None]


Grown = list[tuple[Floats, float | Floats]]


def from_the_head(figure: Figure, paths: Floats) -> Floats:
    """Return the way out of the mass of hair, per point of (n, k, 3) strands."""
    centre = figure.eyes + figure.head_axes @ np.array([0, 0.09, 0.02])
    axis = np.concatenate(
        [np.broadcast_to(centre[:2], (*paths.shape[:2], 2)), np.minimum(paths[..., 2:], centre[2])],
        axis=-1,
    )
    return unit(paths - axis)


def _fall(
    figure: Figure, roots: Roots, shield: Shield, rng: np.random.Generator, lock: float = _LOCK
) -> Grown:
    """Part the hair, comb it to both sides and let it hang in locks."""
    spec, axes = figure.spec.hair, figure.head_axes
    right, back = axes[:, 0], axes[:, 1]
    steps = int(np.clip(spec.length / 0.0145, 10, 28))
    side = np.sign(roots.local[:, 0] - spec.parting + 1e-6)
    fringe = (roots.local[:, 1] < 0.045) & (np.abs(roots.local[:, 0]) < 0.05) & spec.fringe
    locks = locks_of(roots.points, lock, (side + 4 * fringe).astype(np.int64))
    count = len(locks)
    step = locks.each(rng.uniform(0.9, 1.0, count)) * rng.uniform(0.97, 1.0, len(roots))
    step = (
        np.where(fringe, np.minimum(spec.length, 0.085), spec.length)[:, None]
        / steps
        * (step[:, None])
    )
    wild = locks.each(rng.normal(size=(count, 3))) * 0.035 + rng.normal(size=(len(roots), 3)) * 0.01
    comb = DOWN + side[:, None] * right * 0.75 + back * 0.3 + wild
    comb = np.where(fringe[:, None], DOWN * 0.9 - back * 0.55, comb)
    way = unit(comb - roots.normals * (comb * roots.normals).sum(1, keepdims=True))
    layer = locks.each(rng.uniform(0.003, spec.volume + 0.003, count)) * rng.uniform(
        0.6, 1.0, len(roots)
    )
    here, path = roots.points, [roots.points]
    for k in range(steps):
        grip = 0.3 + 0.25 * min(1, 2 * k / steps)
        way = unit(way * (1 - grip) + grip * DOWN + wild * 0.25)
        free = here + way * step
        there = shield.out(free, layer * (0.35 + 0.65 * min(1, (k + 1) / 5)))
        # Hair that comes down on a shoulder ends there; it does not stand off it.
        landed = (there[:, 2:] - free[:, 2:] > 0.003) & (free[:, 2:] < figure.eyes[2] - 0.13)
        step = np.where(landed, 0.3 * step, step)
        there = _off_the_face(figure, there, side, fringe)
        way = unit(
            np.where(np.linalg.norm(there - here, axis=1, keepdims=True) > 1e-6, there - here, way)
        )
        here = there
        path.append(here)
    paths, loose = np.stack(path, axis=1), 0.62 + 0.25 * min(1.0, 2 * spec.curl)
    # A fringe is cut along one line: its locks would be the teeth of a saw.
    paths = np.where(
        fringe[:, None, None], narrowed(paths, locks, _CUT), narrowed(paths, locks, loose)
    )
    return [(curled(paths, locks, spec.curl, from_the_head(figure, paths), rng), 1.0)]


def _off_the_face(figure: Figure, points: Floats, side: Floats, fringe: Bools) -> Floats:
    axes, eyes = figure.head_axes, figure.eyes
    local = (points - eyes) @ axes
    before = (local[:, 1] < 0.045) & (local[:, 2] < 0.07) & (local[:, 2] > -0.16) & ~fringe
    need = side * 0.079
    wrong = before & (side * local[:, 0] < 0.079)
    local[wrong, 0] = 0.5 * local[wrong, 0] + 0.5 * need[wrong]
    # Beside the face of who bends over, hair would hang before the cheek.
    back = 0.4 * smoothstep(0.05, -0.05, local[:, 2]) * np.maximum(0, _CHEEK - local[:, 1])
    local[before, 1] += back[before]
    return np.asarray(eyes + local @ axes.T)


def _gathered(
    figure: Figure, roots: Roots, shield: Shield, rng: np.random.Generator, to: Floats
) -> Floats:
    """Comb all hair to one point behind the head."""
    steps = 14
    here, path = roots.points, [roots.points]
    way = unit(to - here)
    layer = rng.uniform(0.0015, 0.006, len(roots))
    for _ in range(steps):
        gap = to - here
        far = np.linalg.norm(gap, axis=1, keepdims=True)
        way = unit(0.45 * way + 0.55 * unit(gap))
        here = shield.out(here + way * np.minimum(0.019, np.maximum(far - 0.012, 0) * 0.6), layer)
        path.append(here)
    return np.stack(path, axis=1)


def _knot(figure: Figure, at: Floats, size: float, count: int, rng: np.random.Generator) -> Floats:
    """Wind strands around a ball."""
    axes = figure.head_axes
    turns = np.linspace(0, 1, 20)[None] * rng.uniform(2, 4, (count, 1)) + rng.uniform(
        0, 6.28, (count, 1)
    )
    tilt = rng.normal(size=(count, 1)) * 0.5 + 0.35 * np.sin(
        turns + rng.uniform(0, 0.6, (count, 1))
    )
    radius = size * np.sqrt(rng.uniform(0.75, 1.05, (count, 1)))
    ring = radius * np.cos(tilt)
    ball = np.stack(
        [ring * np.cos(turns) * 1.08, radius * np.sin(tilt) * 0.85, ring * np.sin(turns) * 0.92], -1
    )
    return np.asarray(at + ball @ axes.T)


def _bun(figure: Figure, roots: Roots, shield: Shield, rng: np.random.Generator) -> Grown:
    high = figure.spec.hair.fall == "bun" and _bare(roots)
    offset = np.array([0, 0.165, 0.125]) if high else np.array([0, 0.205, -0.03])
    at = figure.eyes + figure.head_axes @ offset
    size = 0.026 + 0.05 * min(figure.spec.hair.length, 0.4) + 0.008 * figure.spec.hair.curl
    knot = _knot(figure, at, size, max(300, len(roots) // 3), rng)
    return [(_gathered(figure, roots, shield, rng, at), thickness(roots.inside)), (knot, 0.8)]


def _bare(roots: Roots) -> bool:
    """Tell whether hair grows on the crown, where a hat would be."""
    return bool(roots.local[:, 2].max() > _CROWN)


def _tail(figure: Figure, roots: Roots, shield: Shield, rng: np.random.Generator) -> Grown:
    """Gather the hair high behind the head and let it spring out and fall."""
    axes = figure.head_axes
    at = figure.eyes + axes @ np.array([0, 0.2, 0.055 if _bare(roots) else -0.045])
    count = max(300, len(roots) // 2)
    disc = rng.normal(size=(count, 2))
    disc = disc / np.maximum(1, np.linalg.norm(disc, axis=1, keepdims=True)) * 0.016
    here = at + axes @ np.array([0, -0.02, 0]) + disc[:, :1] * axes[:, 0] + disc[:, 1:] * axes[:, 2]
    locks = locks_of(here, 0.006, np.zeros(count, np.int64))
    wild = locks.each(rng.normal(size=(len(locks), 3))) * 0.07
    way = axes[:, 1] * 0.8 + axes[:, 2] * 0.35 + wild
    length = figure.spec.hair.length * locks.each(rng.uniform(0.84, 1, len(locks)))[:, None] / 22
    path, curl = [here], figure.spec.hair.curl
    for _ in range(22):
        way = unit(way * 0.8 + DOWN * 0.24 + wild * 0.2)
        here = shield.out(here + way * length, np.full(count, 0.012))
        path.append(here)
    paths = narrowed(np.stack(path, axis=1), locks, 0.7)
    hanging = curled(paths, locks, curl, from_the_head(figure, paths), rng)
    return [(_gathered(figure, roots, shield, rng, at), thickness(roots.inside)), (hanging, 0.8)]


def _back(figure: Figure, roots: Roots, shield: Shield, rng: np.random.Generator) -> Grown:
    """Comb the hair straight back and let it end at the nape."""
    axes = figure.head_axes
    nape = figure.eyes + axes @ np.array([0, 0.17, -0.075])
    return [(_gathered(figure, roots, shield, rng, nape), thickness(roots.inside))]


def _crop(figure: Figure, roots: Roots, shield: Shield, rng: np.random.Generator) -> Grown:
    """Cut the sides close and sweep the longer top aside in tufts."""
    axes, spec = figure.head_axes, figure.spec.hair
    locks = locks_of(roots.points, _TUFT, np.zeros(len(roots), np.int64))
    top = np.clip((roots.local[:, 2] - 0.035) / 0.05, 0, 1)[:, None]
    wild = locks.each(rng.normal(size=(len(locks), 3))) * (0.16 + 0.2 * spec.curl)
    wild = wild + rng.normal(size=(len(roots), 3)) * 0.05
    swept = axes[:, 0] * 0.62 - axes[:, 1] * 0.22
    close = axes[:, 1] * 0.4 + DOWN * 0.45
    lifted = roots.normals * (0.14 + 0.34 * top + 0.15 * spec.curl)
    way = unit(lifted + swept * top + close * (1 - top) + wild * (0.35 + 0.65 * top))
    length = (
        0.010 + spec.length * 0.62 * top * locks.each(rng.uniform(0.75, 1.1, len(locks)))[:, None]
    )
    here, path = roots.points, [roots.points]
    for _ in range(6):
        here = shield.out(here + way * length / 6, np.full(len(roots), 0.001))
        way = unit(way * 0.84 + DOWN * 0.16 + wild * 0.3 * spec.curl)
        path.append(here)
    return [(narrowed(np.stack(path, axis=1), locks, 0.4), 1.0)]


def _buzz(figure: Figure, roots: Roots, shield: Shield, rng: np.random.Generator) -> Grown:
    way = unit(
        roots.normals * 0.8
        + figure.head_axes[:, 1] * 0.4
        + rng.normal(size=roots.points.shape) * 0.15
    )
    length = 0.0055 * smoothstep(-0.01, 0.03, roots.inside)[:, None] + 0.001
    out = way * length
    return [(np.stack([roots.points, roots.points + out / 2, roots.points + out], 1), 1.0)]


def _afro(figure: Figure, roots: Roots, shield: Shield, rng: np.random.Generator) -> Grown:
    """Coil strands outwards into one soft mass."""
    axes = figure.head_axes
    reach = min(figure.spec.hair.length, 0.16) * (1.0 if _bare(roots) else _UNDER_A_HAT)
    centre = figure.eyes + axes @ np.array([0, 0.09, 0.03])
    locks = locks_of(roots.points, _TUFT, np.zeros(len(roots), np.int64))
    way = unit(
        0.6 * roots.normals
        + 0.6 * unit(roots.points - centre)
        + locks.each(rng.normal(size=(len(locks), 3))) * 0.07
        + rng.normal(size=roots.points.shape) * 0.05
    )
    length = reach * locks.each(rng.uniform(0.9, 1.0, len(locks)))
    length = length * rng.uniform(0.86, 1.0, len(roots)) * smoothstep(-0.01, 0.045, roots.inside)
    side = unit(np.cross(way, rng.normal(size=way.shape)))
    other = np.cross(way, side)
    t = np.linspace(0, 1, 14)[None]
    phase = t * 15 + rng.uniform(0, 6.28, (len(roots), 1))
    coil = 0.005 * (
        np.cos(phase)[..., None] * side[:, None] + np.sin(phase)[..., None] * other[:, None]
    )
    out = way[:, None] * ((length + 0.006)[:, None] * t)[..., None]
    return [(roots.points[:, None] + out + coil, 1.0)]


def _braids(figure: Figure, roots: Roots, shield: Shield, rng: np.random.Generator) -> Grown:
    """Part the scalp into even boxes and let a plait of three strands fall from each."""
    boxes = roots.where(spaced(roots.points, _BOX))
    calm = figure.spec.hair.model_copy(update={"curl": 0.0})
    plain = replace(figure, spec=figure.spec.model_copy(update={"hair": calm}))
    paths, _ = _fall(plain, boxes, shield, rng, lock=0.001)[0]
    count = int(figure.spec.hair.length / 0.0042)
    path = resampled(paths, count)
    along = unit(np.gradient(path, axis=1))
    side = unit(np.cross(along, figure.head_axes[:, 1]))
    other = np.cross(along, side)
    thin = np.interp(np.linspace(0, 1, count), [0, 0.06, 0.8, 1], [0.7, 1, 0.85, 0.35])
    turn = np.cumsum(np.linalg.norm(np.diff(path, axis=1, prepend=path[:, :1]), axis=2), axis=1)
    turn = turn * 2 * np.pi / _PLAIT + rng.uniform(0, 6.28, (len(path), 1))
    strands = [
        path
        + (_THICK * thin * np.cos(turn + phase))[..., None] * side
        + (0.6 * _THICK * thin * np.sin(2 * (turn + phase)))[..., None] * other
        for phase in (0, 2 * np.pi / 3, 4 * np.pi / 3)
    ]
    return [(np.concatenate(strands), 1.0)]


GROW: dict[str, Callable[[Figure, Roots, Shield, np.random.Generator], Grown]] = {
    "down": _fall, "bun": _bun, "low_bun": _bun, "tail": _tail, "back": _back, "crop": _crop,
    "buzz": _buzz, "afro": _afro, "braids": _braids,
}  # fmt: skip
