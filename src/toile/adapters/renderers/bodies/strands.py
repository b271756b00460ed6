"""Strands: curves as flat ribbons that face outwards."""

import numpy as np

from toile.adapters.renderers.mesh import Floats, Ints, unit


def ribbons(
    strands: Floats, width: float | Floats, *, tip: float = 0.15, root: float = 0.7,
    outward: Floats | None = None,
) -> tuple[Floats, Ints, Floats]:  # fmt: skip
    """Return points, faces and rounded normals of ribbons along (n, k, 3) strands.

    Without ``outward`` (n, k, 3) the ribbons face the front.
    """
    count, steps, _ = strands.shape
    along = unit(np.gradient(strands, axis=1))
    out = np.broadcast_to(np.array([0, -1.0, 0.15]), strands.shape) if outward is None else outward
    side = unit(np.cross(along, out))
    profile = np.interp(np.linspace(0, 1, steps), [0, 0.12, 0.7, 1], [root, 1, 1, tip])
    half = np.broadcast_to(np.asarray(width, dtype=np.float64), (count,))[:, None] * profile / 2
    offset = side * half[..., None]
    points = np.stack([strands - offset, strands + offset], axis=2).reshape(-1, 3)
    face = unit(np.cross(side, along))
    face = face * np.where((face * out).sum(-1, keepdims=True) < 0, -1, 1)
    normals = np.stack([unit(face - 0.6 * side), unit(face + 0.6 * side)], axis=2).reshape(-1, 3)
    start = (np.arange(count)[:, None] * steps * 2 + np.arange(steps - 1)[None] * 2).ravel()
    faces = np.concatenate(
        [
            np.stack([start, start + 1, start + 2], axis=1),
            np.stack([start + 1, start + 3, start + 2], axis=1),
        ]
    )
    return points, faces, normals
