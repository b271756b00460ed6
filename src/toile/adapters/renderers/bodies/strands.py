"""Strands: curves as flat ribbons that face the lens."""

import numpy as np

from toile.adapters.renderers.mesh import Floats, Ints, unit

_FRONT = np.array([0, -1.0, 0.15])
# How much of a strand's shading is that of the mass it lies on, and how much its own roundness.
_MASS, _ROUND = 0.75, 0.45


def ribbons(
    strands: Floats, width: float | Floats, *, tip: float = 0.15, root: float = 0.7,
    outward: Floats | None = None, lens: Floats | None = None,
) -> tuple[Floats, Ints, Floats]:  # fmt: skip
    """Return points, faces and rounded normals of ribbons along (n, k, 3) strands.

    Each is seen at its full width from ``lens``, a way in the strands' own frame, or from the
    front; ``outward`` (n, k, 3) is how light meets the mass that they lie on.
    """
    count, steps, _ = strands.shape
    along = unit(np.gradient(strands, axis=1))
    seen = np.broadcast_to(unit(_FRONT if lens is None else lens), strands.shape)
    side = unit(np.cross(along, seen))
    profile = np.interp(np.linspace(0, 1, steps), [0, 0.12, 0.7, 1], [root, 1, 1, tip])
    half = np.broadcast_to(np.asarray(width, dtype=np.float64), (count,))[:, None] * profile / 2
    offset = side * half[..., None]
    points = np.stack([strands - offset, strands + offset], axis=2).reshape(-1, 3)
    face = np.cross(side, along)
    face = unit(face * np.where((face * seen).sum(-1, keepdims=True) < 0, -1, 1))
    if outward is not None:
        mass = unit(outward - along * (outward * along).sum(-1, keepdims=True))
        face = unit(_MASS * mass + (1 - _MASS) * face)
    normals = np.stack([unit(face - _ROUND * side), unit(face + _ROUND * side)], axis=2)
    start = (np.arange(count)[:, None] * steps * 2 + np.arange(steps - 1)[None] * 2).ravel()
    faces = np.concatenate(
        [
            np.stack([start, start + 1, start + 2], axis=1),
            np.stack([start + 1, start + 3, start + 2], axis=1),
        ]
    )
    return points, faces, normals.reshape(-1, 3)
