"""Locks: strands that grow side by side fall together, narrow to one tip and curl as one."""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
from scipy.spatial import cKDTree

from toile.adapters.renderers.mesh import Floats, Ints, smoothstep, unit

# One turn of a curl, and how far it swings out, in metres: a wave, and a coil.
_TURN, _SWING = (0.115, 0.044), (0.004, 0.0135)
# Points that draw one turn as a curve and not as a zigzag.
_POINTS_A_TURN = 7


@dataclass(frozen=True)
class Locks:
    """The number of the strand that leads each lock, and per strand the number of its lock."""

    leaders: Ints
    of: Ints

    def each(self, values: Floats) -> Floats:
        """Return per strand what belongs to its lock."""
        return np.asarray(values[self.of])

    def __len__(self) -> int:
        return len(self.leaders)


def spaced(points: Floats, gap: float) -> npt.NDArray[np.bool_]:
    """Return which points to keep so that none is nearer than the gap to a kept one."""
    free, kept = np.ones(len(points), bool), np.zeros(len(points), bool)
    for number, near in enumerate(cKDTree(points).query_ball_point(points, gap)):
        if free[number]:
            kept[number] = True
            free[near] = False
    return kept


def locks_of(points: Floats, gap: float, kinds: Ints) -> Locks:
    """Return the locks around leaders that stand a gap apart; a lock is all of one kind."""
    of = np.zeros(len(points), np.int64)
    leaders: list[Ints] = []
    count = 0
    for kind in np.unique(kinds):
        rows = np.where(kinds == kind)[0]
        lead = rows[spaced(points[rows], gap)]
        of[rows] = count + cKDTree(points[lead]).query(points[rows])[1]
        leaders.append(lead)
        count += len(lead)
    return Locks(np.concatenate(leaders) if leaders else np.zeros(0, np.int64), of)


def narrowed(paths: Floats, locks: Locks, by: float) -> Floats:
    """Draw (n, k, 3) strands towards the leader of their lock: not at the root, most at the tip."""
    share = by * smoothstep(0.04, 1.0, np.linspace(0, 1, paths.shape[1]))
    return paths + share[None, :, None] * (paths[locks.leaders[locks.of]] - paths)


def curled(
    paths: Floats, locks: Locks, curl: float, outward: Floats, rng: np.random.Generator
) -> Floats:
    """Wind strands about the paths that they fall along; ``outward`` is away from the head.

    They never wind inwards, where the head is.
    """
    if curl <= 0:
        return paths
    turn, swing = (low + (high - low) * curl for low, high in (_TURN, _SWING))
    length = float(np.linalg.norm(np.diff(paths, axis=1), axis=2).sum(1).max())
    count = int(np.clip(_POINTS_A_TURN * length / turn, paths.shape[1], 46))
    fine, out = resampled(paths, count), unit(resampled(outward, count))
    step = np.linalg.norm(np.diff(fine, axis=1, prepend=fine[:, :1]), axis=2)
    start = locks.each(rng.uniform(0, 2 * np.pi, len(locks))) + rng.normal(size=len(paths)) * 0.35
    tight = locks.each(rng.uniform(0.85, 1.2, len(locks)))
    phase = np.cumsum(step, axis=1) * (2 * np.pi / turn) * tight[:, None] + start[:, None]
    along = unit(np.gradient(fine, axis=1))
    side = unit(np.cross(along, out))
    grown = swing * smoothstep(0.02, 0.45, np.linspace(0, 1, count))
    outwards, aside = 0.8 * (1 + np.cos(phase)) * grown, np.sin(phase) * grown
    return np.asarray(fine + outwards[..., None] * out + aside[..., None] * side)


def resampled(paths: Floats, count: int) -> Floats:
    """Return (n, k, 3) strands with ``count`` points each."""
    at = np.linspace(0, paths.shape[1] - 1, count)
    low = np.floor(at).astype(int).clip(0, paths.shape[1] - 2)
    share = (at - low)[None, :, None]
    return np.asarray(paths[:, low] * (1 - share) + paths[:, low + 1] * share)
