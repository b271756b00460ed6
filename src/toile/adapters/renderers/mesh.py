"""Triangle meshes as arrays, and the few operations that bodies and clothes share.

Knows nothing of bodies, garments or renderers.
"""

from dataclasses import dataclass, field, replace
from typing import Any

import numpy as np
import numpy.typing as npt
import scipy.sparse as sp

Floats = npt.NDArray[np.float64]
Ints = npt.NDArray[np.int64]
_MIRROR = np.array([-1.0, 1.0, 1.0])


@dataclass(frozen=True)
class Surface:
    """One region of the picture: points in metres, triangles, and how light meets them.

    ``colours`` are linear RGB per point, ``uv`` metric texture coordinates per point. ``material``
    holds principled parameters; ``region`` is the word in the legend of the region map; ``sleeves``
    are the points of cloth that lie on arms, ``spans`` the heights at rest that cloth covers and
    ``place`` where it was cut; of cloth cut apart for its pattern each point is a corner of one.
    """

    region: str
    points: Floats
    faces: Ints
    material: dict[str, Any] = field(default_factory=dict)
    normals: Floats | None = None
    colours: Floats | None = None
    uv: Floats | None = None
    texture: npt.NDArray[np.float32] | None = None
    bump: npt.NDArray[np.float32] | None = None
    opacity: float = 1.0
    line: float = 1.0
    layer: float = 0.0
    sleeves: npt.NDArray[np.bool_] | None = None
    spans: tuple[float, float] | None = None
    place: Floats | None = None
    corner_of: Ints | None = None

    @property
    def whole(self) -> tuple[Ints, Ints]:
        """Return one of its points for each point of the uncut cloth, and the faces over those."""
        if self.corner_of is None:
            return np.arange(len(self.points)), self.faces
        _, first, number = np.unique(self.corner_of, return_index=True, return_inverse=True)
        return first, number[self.faces]

    def moved(self, by: Floats) -> "Surface":
        """Return the surface shifted by a vector."""
        return replace(self, points=self.points + by)

    def mirrored(self) -> "Surface":
        """Return the surface with its left and right changed over."""
        normals = None if self.normals is None else self.normals * _MIRROR
        return replace(
            self, points=self.points * _MIRROR, normals=normals, faces=self.faces[:, ::-1]
        )

    def turned(self, degrees: float) -> "Surface":
        """Return the surface turned about the vertical axis."""
        if degrees == 0:
            return self
        normals = None if self.normals is None else _turned(self.normals, degrees)
        return replace(self, points=_turned(self.points, degrees), normals=normals)


def unit(vectors: npt.ArrayLike) -> Floats:
    """Return vectors scaled to length one; zero stays zero."""
    array = np.asarray(vectors, dtype=np.float64)
    length = np.sqrt(np.einsum("...k,...k->...", array, array))
    return np.asarray(array / np.maximum(length, 1e-12)[..., None])


def smoothstep(low: float, high: float, x: npt.ArrayLike) -> Floats:
    """Return 0 below ``low``, 1 above ``high``, smooth between; the two may be swapped."""
    t = np.clip((np.asarray(x, dtype=np.float64) - low) / (high - low), 0, 1)
    return np.asarray(t * t * (3 - 2 * t))


def turn_z(degrees: float) -> Floats:
    """Return the rotation about the vertical axis."""
    c, s = np.cos(np.radians(degrees)), np.sin(np.radians(degrees))
    return np.array([[c, -s, 0.0], [s, c, 0.0], [0.0, 0.0, 1.0]])


def _turned(vectors: Floats, degrees: float) -> Floats:
    """Return vectors turned about the vertical axis; a product of matrices is slower on so few."""
    c, s = np.cos(np.radians(degrees)), np.sin(np.radians(degrees))
    out = np.empty_like(vectors)
    out[:, 0] = c * vectors[:, 0] - s * vectors[:, 1]
    out[:, 1] = s * vectors[:, 0] + c * vectors[:, 1]
    out[:, 2] = vectors[:, 2]
    return out


def point_normals(points: Floats, faces: Ints) -> Floats:
    """Return area-weighted normals per point."""
    a, b, c = points[faces[:, 0]], points[faces[:, 1]], points[faces[:, 2]]
    flat = np.cross(b - a, c - a)
    out = np.zeros_like(points)
    for corner in range(3):
        for axis in range(3):
            out[:, axis] += np.bincount(faces[:, corner], flat[:, axis], len(points))
    return unit(out)


def compact(faces: Ints, *per_point: Floats) -> tuple[Ints, tuple[Floats, ...], Ints]:
    """Drop points that no face uses; return faces, the attributes, and the kept numbers."""
    kept, inverse = np.unique(faces, return_inverse=True)
    return inverse.reshape(faces.shape), tuple(a[kept] for a in per_point), kept


def edges_of(faces: Ints) -> Ints:
    """Return all directed edges, three a face."""
    return np.concatenate([faces[:, [0, 1]], faces[:, [1, 2]], faces[:, [2, 0]]])


def rim_edges(faces: Ints) -> Ints:
    """Return the directed edges that only one face has."""
    edges = edges_of(faces)
    _, first, count = np.unique(_keys(edges), return_index=True, return_counts=True)
    return edges[first[count == 1]]


def _keys(edges: Ints) -> Ints:
    """Return one number per edge, the same both ways round; single numbers sort fast."""
    return np.asarray(edges.min(1) * (edges.max() + 1) + edges.max(1))


def neighbours(faces: Ints, count: int) -> sp.csr_matrix:
    """Return the averaging matrix over neighbours."""
    edges = edges_of(faces)
    both = np.concatenate([edges, edges[:, ::-1]])
    matrix = sp.csr_matrix((np.ones(len(both)), (both[:, 0], both[:, 1])), shape=(count, count))
    matrix.data[:] = 1
    degree = np.maximum(np.asarray(matrix.sum(1)).ravel(), 1)
    return sp.csr_matrix(sp.diags(1 / degree) @ matrix)


def rim_neighbours(faces: Ints, count: int) -> tuple[sp.csr_matrix, Ints]:
    """Return the averaging matrix along rims, and the points on them."""
    rim = rim_edges(faces)
    both = np.concatenate([rim, rim[:, ::-1]])
    matrix = sp.csr_matrix((np.ones(len(both)), (both[:, 0], both[:, 1])), shape=(count, count))
    degree = np.maximum(np.asarray(matrix.sum(1)).ravel(), 1)
    return sp.csr_matrix(sp.diags(1 / degree) @ matrix), np.unique(rim)


def smooth_rim(points: Floats, faces: Ints, rounds: int) -> Floats:
    """Take the saw-teeth out of cut edges without shrinking them."""
    matrix, rim = rim_neighbours(faces, len(points))
    if not len(rim):
        return points
    out = points.copy()
    for _ in range(rounds):
        for step in (0.5, -0.52):
            out[rim] += step * ((matrix @ out)[rim] - out[rim])
    return out


def smooth(points: Floats, matrix: sp.csr_matrix, rounds: int, by: float = 0.6) -> Floats:
    """Average points with their neighbours."""
    out = points
    for _ in range(rounds):
        out = (1 - by) * out + by * (matrix @ out)
    return np.asarray(out)


def clip(faces: Ints, keep: Floats, *per_point: Floats) -> tuple[Ints, tuple[Floats, ...]]:
    """Cut a mesh where the scalar ``keep`` is positive; attributes are interpolated at the cut."""
    value = np.where(np.abs(keep) < 1e-6, 1e-6, keep)
    inside = (value > 0)[faces]
    count = inside.sum(1)
    whole, crossed = faces[count == 3], faces[(count == 1) | (count == 2)]
    if not len(crossed):
        kept, attributes, _ = compact(whole, *per_point)
        return kept, attributes
    new_faces, pairs = _cut_triangles(crossed, inside[(count == 1) | (count == 2)], len(keep))
    t = value[pairs[:, 0]] / (value[pairs[:, 0]] - value[pairs[:, 1]])
    grown = []
    for attribute in per_point:
        weight = t.reshape((-1,) + (1,) * (attribute.ndim - 1))
        middle = attribute[pairs[:, 0]] * (1 - weight) + attribute[pairs[:, 1]] * weight
        grown.append(np.concatenate([attribute, middle]))
    kept, attributes, _ = compact(np.concatenate([whole, new_faces]), *grown)
    return kept, attributes


def _cut_triangles(faces: Ints, inside: npt.NDArray[np.bool_], count: int) -> tuple[Ints, Ints]:
    """Return the faces left of cut triangles, and the edges (as point pairs) that were cut."""
    one = inside.sum(1) == 1
    lone = np.where(one, inside.argmax(1), (~inside).argmax(1))
    rows = np.arange(len(faces))
    a, b, c = (faces[rows, (lone + k) % 3] for k in range(3))
    edges = np.sort(np.stack([np.stack([a, b], 1), np.stack([a, c], 1)], 1).reshape(-1, 2), 1)
    _, first, inverse = np.unique(_keys(edges), return_index=True, return_inverse=True)
    pairs = edges[first]
    p, q = (inverse.reshape(-1, 2) + count).T
    corner = np.stack([a, p, q], 1)[one]
    left, right = np.stack([p, b, c], 1)[~one], np.stack([p, c, q], 1)[~one]
    return np.concatenate([corner, left, right]), pairs


def loop_matrix(faces: Ints, count: int) -> tuple[sp.csr_matrix, Ints]:
    """Return Loop's subdivision as a matrix on points, and the four-times finer faces."""
    edges = edges_of(faces)
    opposite = np.concatenate([faces[:, 2], faces[:, 0], faces[:, 1]])
    _, first, inverse, uses = np.unique(
        _keys(edges), return_index=True, return_inverse=True, return_counts=True
    )
    pairs = np.sort(edges[first], 1)
    rim = uses == 1
    odd = _odd_points(pairs, inverse, opposite, uses, rim, count)
    even = _even_points(pairs, rim, count)
    middle = inverse.reshape(3, -1).T + count
    finer = np.concatenate(
        [
            np.c_[faces[:, 0], middle[:, 0], middle[:, 2]],
            np.c_[faces[:, 1], middle[:, 1], middle[:, 0]],
            np.c_[faces[:, 2], middle[:, 2], middle[:, 1]],
            middle,
        ]
    )
    return sp.vstack([even, odd]).tocsr(), finer


def _odd_points(
    pairs: Ints, inverse: Ints, opposite: Ints, uses: Ints, rim: npt.NDArray[np.bool_], count: int
) -> sp.csr_matrix:
    rows = np.arange(len(pairs))
    near = np.where(rim, 0.5, 0.375)
    across = ~rim[inverse]
    share = 0.125 / np.maximum(1, uses[inverse[across]] / 2)
    return sp.csr_matrix(
        (
            np.concatenate([near, near, share]),
            (
                np.concatenate([rows, rows, inverse[across]]),
                np.concatenate([pairs[:, 0], pairs[:, 1], opposite[across]]),
            ),
        ),
        shape=(len(pairs), count),
    )


def _even_points(pairs: Ints, rim: npt.NDArray[np.bool_], count: int) -> sp.csr_matrix:
    def links(which: Ints) -> sp.csr_matrix:
        both = np.concatenate([which, which[:, ::-1]])
        return sp.csr_matrix((np.ones(len(both)), (both[:, 0], both[:, 1])), shape=(count, count))

    every, border = links(pairs), links(pairs[rim])
    degree = np.maximum(np.asarray(every.sum(1)).ravel(), 1)
    beta = np.where(degree == 3, 3 / 16, 3 / (8 * degree))
    on_rim = np.zeros(count, bool)
    on_rim[pairs[rim].ravel()] = True
    return sp.csr_matrix(
        sp.diags(np.where(on_rim, 0, beta)) @ every
        + sp.diags(np.where(on_rim, 0.75, 1 - degree * beta))
        + sp.diags(np.where(on_rim, 0.125, 0)) @ border
    )


def grid_faces(rows: int, columns: int, *, closed: bool) -> Ints:
    """Return the triangles of a rows × columns grid, wrapped around when ``closed``."""
    i, j = np.meshgrid(
        np.arange(rows - 1), np.arange(columns if closed else columns - 1), indexing="ij"
    )
    a, b = i * columns + j, i * columns + (j + 1) % columns
    return np.concatenate(
        [
            np.stack([a, a + columns, b], -1).reshape(-1, 3),
            np.stack([b, a + columns, b + columns], -1).reshape(-1, 3),
        ]
    )


def fill_small_holes(faces: Ints, most: int = 24) -> Ints:
    """Close rims of at most ``most`` points with fans."""
    following = {int(b): int(a) for a, b in rim_edges(faces)}
    seen: set[int] = set()
    added = []
    for start in following:
        loop = _walk(following, start, seen)
        if 2 < len(loop) <= most:
            added += [[loop[0], loop[i], loop[i + 1]] for i in range(1, len(loop) - 1)]
    return np.concatenate([faces, np.array(added)]) if added else faces


def _walk(following: dict[int, int], start: int, seen: set[int]) -> list[int]:
    loop, here = [], start
    while here in following and here not in seen:
        seen.add(here)
        loop.append(here)
        here = following[here]
    return loop
