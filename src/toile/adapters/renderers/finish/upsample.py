"""Upsample: light traced at a lower size is laid under exact colours at the full size.

Light varies slowly, colour does not. Traced light is divided by its albedo, spread with weights
that stop at the edges of parts, normals and depth, and multiplied by the exact albedo.
"""

import numba as nb
import numpy as np

from toile.adapters.renderers.mesh import Floats

_DARKEST = 0.012


def relit(
    light: Floats, small: tuple[Floats, Floats, Floats], full: tuple[Floats, Floats, Floats]
) -> Floats:
    """Return light at full size; ``small`` and ``full`` are albedo, normal and depth."""
    albedo, normal, depth = small
    falling = light / np.maximum(albedo, _DARKEST)
    out = np.empty(full[0].shape)
    _spread(
        np.ascontiguousarray(falling), np.ascontiguousarray(normal), np.log(depth),
        np.ascontiguousarray(full[1]), np.log(full[2]), out,
    )  # fmt: skip
    return out * np.maximum(full[0], _DARKEST)


@nb.njit(cache=True)
def _spread(falling, normal, depth, wide_normal, wide_depth, out):  # type: ignore[no-untyped-def]
    rows, columns, _ = falling.shape
    height, width = wide_depth.shape
    for y in range(height):
        v = (y + 0.5) * rows / height - 0.5
        for x in range(width):
            u = (x + 0.5) * columns / width - 0.5
            total = 0.0
            red = green = blue = 0.0
            for j in range(int(np.floor(v)) - 1, int(np.floor(v)) + 3):
                for i in range(int(np.floor(u)) - 1, int(np.floor(u)) + 3):
                    b, a = min(max(j, 0), rows - 1), min(max(i, 0), columns - 1)
                    near = (u - i) ** 2 + (v - j) ** 2
                    dn = 0.0
                    for k in range(3):
                        dn += (wide_normal[y, x, k] - normal[b, a, k]) ** 2
                    dz = (wide_depth[y, x] - depth[b, a]) / 0.02
                    weight = np.exp(-0.9 * near - 5.0 * dn - min(dz * dz, 20.0)) + 1e-7
                    total += weight
                    red += weight * falling[b, a, 0]
                    green += weight * falling[b, a, 1]
                    blue += weight * falling[b, a, 2]
            out[y, x, 0] = red / total
            out[y, x, 1] = green / total
            out[y, x, 2] = blue / total
