"""Upsample: light traced at a lower size is laid under exact colours at the full size.

Light varies slowly, colour does not. Traced light is divided by its albedo, spread with weights
that stop at the edges of parts, normals and depth, and multiplied by the exact albedo. Where parts
meet in a pixel, each of its samples is lit for itself: a strand of hair leaves no ragged edge;
and none is brighter than the light traced around it: a quotient by a dark mean leaves no spark.
"""

import numba as nb
import numpy as np
import numpy.typing as npt

from toile.adapters.renderers.mesh import Floats

_DARKEST = 0.012
Thin = npt.NDArray[np.float32]


def relit(
    light: Floats,
    small: tuple[Floats, Floats, Floats],
    fine: tuple[Thin, Thin, Thin],
    mixed: npt.NDArray[np.bool_],
) -> Floats:
    """Return light at full size; ``small`` and ``fine`` are albedo, normal and depth.

    ``fine`` has two by two samples a pixel; only ``mixed`` pixels need all of them.
    """
    albedo, normal, depth = small
    falling = light / np.maximum(albedo, _DARKEST)
    out = np.empty((*mixed.shape, 3))
    _spread(
        np.ascontiguousarray(light), np.ascontiguousarray(falling),
        np.ascontiguousarray(normal), np.log(depth),
        np.maximum(fine[0], np.float32(_DARKEST)), fine[1], np.log(fine[2]), mixed, out,
    )  # fmt: skip
    return out


@nb.njit(cache=True, nogil=True)
def _spread(  # type: ignore[no-untyped-def]
    light, falling, normal, depth, albedo, fine_normal, fine_depth, mixed, out
):
    height, width = mixed.shape
    shade = np.empty(3)
    for y in range(height):
        for x in range(width):
            out[y, x] = 0.0
            if not mixed[y, x]:
                _at(falling, normal, depth, fine_normal, fine_depth, 2 * y, 2 * x, shade)
            for j in range(2 * y, 2 * y + 2):
                for i in range(2 * x, 2 * x + 2):
                    if mixed[y, x]:
                        _at(falling, normal, depth, fine_normal, fine_depth, j, i, shade)
                        _cap(light, albedo, j, i, shade)
                    for k in range(3):
                        out[y, x, k] += 0.25 * shade[k] * albedo[j, i, k]


@nb.njit(cache=True, nogil=True)
def _at(falling, normal, depth, fine_normal, fine_depth, y, x, shade):  # type: ignore[no-untyped-def]
    """Mix the light around a sample that falls on a surface like the sample's."""
    rows, columns, _ = falling.shape
    v = (y + 0.5) * rows / fine_depth.shape[0] - 0.5
    u = (x + 0.5) * columns / fine_depth.shape[1] - 0.5
    total = 0.0
    shade[:] = 0.0
    for j in range(int(np.floor(v)) - 1, int(np.floor(v)) + 3):
        for i in range(int(np.floor(u)) - 1, int(np.floor(u)) + 3):
            b, a = min(max(j, 0), rows - 1), min(max(i, 0), columns - 1)
            near = (u - i) ** 2 + (v - j) ** 2
            dn = 0.0
            for k in range(3):
                dn += (fine_normal[y, x, k] - normal[b, a, k]) ** 2
            dz = (fine_depth[y, x] - depth[b, a]) / 0.02
            weight = np.exp(-0.9 * near - 5.0 * dn - min(dz * dz, 20.0)) + 1e-7
            total += weight
            for k in range(3):
                shade[k] += weight * falling[b, a, k]
    shade /= total


@nb.njit(cache=True, nogil=True)
def _cap(light, albedo, y, x, shade):  # type: ignore[no-untyped-def]
    """Keep a sample at most as bright as the brightest traced pixel around it."""
    rows, columns, _ = light.shape
    top = int((y + 0.5) * rows / albedo.shape[0] - 0.5)
    left = int((x + 0.5) * columns / albedo.shape[1] - 0.5)
    for k in range(3):
        most = 0.0
        for b in range(max(top - 1, 0), min(top + 3, rows)):
            for a in range(max(left - 1, 0), min(left + 3, columns)):
                most = max(most, light[b, a, k])
        shade[k] = min(shade[k], most / albedo[y, x, k])
