"""A z-buffer: exact region, depth, normal and albedo per pixel, without noise and in milliseconds.

Path tracing gives the light; this gives the maps, the guides of the denoiser and the ink lines.
"""

from dataclasses import dataclass

import numba as nb
import numpy as np
import numpy.typing as npt

from toile.adapters.renderers.mesh import Floats, Ints

Thin = npt.NDArray[np.float32]
# Up to so many pixels a row of a triangle is sooner tried than worked out.
_NARROW = 4
# How much nearer than its nearest corner rounding may put a triangle.
_ROUNDED = 1.0 - 1e-6


@dataclass(frozen=True)
class View:
    """A pinhole camera: where it stands, its axes, and pixels per unit tangent."""

    eye: Floats
    right: Floats
    up: Floats
    ahead: Floats
    scale: float
    width: int
    height: int
    shift: tuple[float, float] = (0.0, 0.0)

    def project(self, points: Floats) -> Floats:
        """Return pixel x, pixel y and distance along the view axis per point."""
        away = points - self.eye
        depth = away @ self.ahead
        safe = np.maximum(depth, 1e-4)
        x = self.width / 2 + self.shift[0] + self.scale * (away @ self.right) / safe
        y = self.height / 2 + self.shift[1] - self.scale * (away @ self.up) / safe
        return np.stack([x, y, depth], axis=-1)

    def at(self, width: int, height: int) -> "View":
        """Return the same view at another size of the same shape."""
        times = width / self.width
        return View(
            self.eye, self.right, self.up, self.ahead, self.scale * times, width, height,
            (self.shift[0] * times, self.shift[1] * times),
        )  # fmt: skip

    def larger(self, times: int) -> "View":
        """Return the same view with more pixels."""
        return View(
            self.eye, self.right, self.up, self.ahead, self.scale * times,
            self.width * times, self.height * times,
            (self.shift[0] * times, self.shift[1] * times),
        )  # fmt: skip


@dataclass(frozen=True)
class Buffers:
    """What each pixel sees: triangle number (-1 nothing), depth in metres, and where inside it."""

    triangle: npt.NDArray[np.int32]
    depth: npt.NDArray[np.float32]
    inside: npt.NDArray[np.float32]


def rasterise(view: View, points: Floats, faces: Ints, near: float = 0.05) -> Buffers:
    """Return the nearest triangle, its depth and the perspective-right weights per pixel."""
    away = (points - view.eye) @ view.ahead
    behind = (away[faces] < near).sum(1)
    extra, shares, parents = _cut_near(points, faces[(behind == 1) | (behind == 2)], away, near)
    parents = np.where((behind == 1) | (behind == 2))[0][parents]
    every = np.concatenate([points, extra])
    small = np.arange(len(extra)).reshape(-1, 3) + len(points)
    whole = np.where(behind[:, None] == 0, faces, 0)
    screen = np.ascontiguousarray(view.project(every), dtype=np.float64)
    triangle = np.full((view.height, view.width), -1, np.int32)
    depth = np.full((view.height, view.width), np.inf, np.float32)
    inside = np.zeros((view.height, view.width, 2), np.float32)
    joined = np.ascontiguousarray(np.concatenate([whole, small]))
    _fill(screen, joined, near * 0.5, triangle, depth, inside)
    if len(small):
        _to_parents(triangle, inside, len(faces), shares, parents)
    return Buffers(triangle, depth, inside)


def _cut_near(
    points: Floats, faces: Ints, away: Floats, near: float
) -> tuple[Floats, Floats, Ints]:
    """Return corners of what lies before the lens, their weights in the parent, and the parents."""
    corners, shares, parents = [], [], []
    for number, face in enumerate(faces):
        depth = away[face]
        polygon: list[Floats] = []
        for k in range(3):
            a, b = k, (k + 1) % 3
            if depth[a] >= near:
                polygon.append(np.eye(3)[a])
            if (depth[a] >= near) != (depth[b] >= near):
                t = (near - depth[a]) / (depth[b] - depth[a])
                polygon.append(np.eye(3)[a] * (1 - t) + np.eye(3)[b] * t)
        for k in range(1, len(polygon) - 1):
            weights = np.stack([polygon[0], polygon[k], polygon[k + 1]])
            corners.append(weights @ points[face])
            shares.append(weights)
            parents.append(number)
    if not corners:
        return np.zeros((0, 3)), np.zeros((0, 3, 3)), np.zeros(0, np.int64)
    return np.concatenate(corners), np.stack(shares), np.array(parents)


def _to_parents(
    triangle: npt.NDArray[np.int32], inside: npt.NDArray[np.float32], count: int, shares: Floats,
    parents: Ints,
) -> None:  # fmt: skip
    """Rewrite pixels of cut triangles in terms of the triangles they were cut from."""
    _rewrite(triangle, inside, count, np.ascontiguousarray(shares), np.ascontiguousarray(parents))


@nb.njit(cache=True, nogil=True)
def _rewrite(triangle, inside, count, shares, parents):  # type: ignore[no-untyped-def]
    height, width = triangle.shape
    for y in range(height):
        for x in range(width):
            piece = triangle[y, x] - count
            if piece < 0:
                continue
            v, w = inside[y, x, 0], inside[y, x, 1]
            u = np.float32(1.0) - v - w
            triangle[y, x] = parents[piece]
            for k in range(2):
                inside[y, x, k] = (
                    u * shares[piece, 0, k + 1]
                    + v * shares[piece, 1, k + 1]
                    + w * shares[piece, 2, k + 1]
                )


@nb.njit(cache=True, nogil=True)
def _within(at, by, first, last):  # type: ignore[no-untyped-def]
    """Narrow a span of pixels to where ``at + x * by`` may be positive, one to each side more."""
    if by == 0.0:
        return first, last
    zero = -at / by
    if by > 0.0:
        return max(first, np.floor(zero) - 1.0), last
    return first, min(last, np.ceil(zero) + 1.0)


@nb.njit(cache=True, nogil=True)
def _span(v, v_right, w, w_right, left, right):  # type: ignore[no-untyped-def]
    """Narrow a span of pixels to where none of a triangle's three weights is negative."""
    if right - left <= _NARROW:
        return left, right
    first, last = _within(v, v_right, float(left), float(right))
    first, last = _within(w, w_right, first, last)
    first, last = _within(1.0 - v - w, -v_right - w_right, first, last)
    return int(first), int(last)


@nb.njit(cache=True, fastmath=False, nogil=True, error_model="numpy")
def _fill(screen, faces, near, triangle, depth, inside):  # type: ignore[no-untyped-def]
    height, width = triangle.shape
    for f in range(len(faces)):
        ax, ay, az = screen[faces[f, 0], 0], screen[faces[f, 0], 1], screen[faces[f, 0], 2]
        bx, by, bz = screen[faces[f, 1], 0], screen[faces[f, 1], 1], screen[faces[f, 1], 2]
        cx, cy, cz = screen[faces[f, 2], 0], screen[faces[f, 2], 1], screen[faces[f, 2], 2]
        if az < near or bz < near or cz < near:
            continue
        area = (bx - ax) * (cy - ay) - (cx - ax) * (by - ay)
        top = max(0, int(np.ceil(min(ay, by, cy) - 0.5)))
        bottom = min(height - 1, int(np.floor(max(ay, by, cy) - 0.5)))
        left = max(0, int(np.ceil(min(ax, bx, cx) - 0.5)))
        right = min(width - 1, int(np.floor(max(ax, bx, cx) - 0.5)))
        if abs(area) < 1e-12 or bottom < top or right < left:
            continue
        v_right, w_right = (cy - ay) / area, (ay - by) / area
        v_down, w_down = (ax - cx) / area, (bx - ax) / area
        near_a, near_b, near_c = 1.0 / az, 1.0 / bz, 1.0 / cz
        nearest = min(az, bz, cz) * _ROUNDED
        for y in range(top, bottom + 1):
            v_row = (y + 0.5 - ay) * v_down - ax * v_right
            w_row = (y + 0.5 - ay) * w_down - ax * w_right
            first, last = _span(v_row, v_right, w_row, w_right, left, right)
            for x in range(first, last + 1):
                if nearest >= depth[y, x]:
                    continue
                v = v_row + (x + 0.5) * v_right
                w = w_row + (x + 0.5) * w_right
                u = 1.0 - v - w
                if u < -1e-9 or v < -1e-9 or w < -1e-9:
                    continue
                z = 1.0 / (u * near_a + v * near_b + w * near_c)
                if z < depth[y, x]:
                    depth[y, x] = z
                    triangle[y, x] = f
                    inside[y, x, 0] = v * z * near_b
                    inside[y, x, 1] = w * z * near_c


def spread(buffers: Buffers, faces: Ints, values: Floats, nothing: float) -> Thin:
    """Return per-point values interpolated to pixels, in single precision."""
    flat = np.ascontiguousarray(values.reshape(len(values), -1), dtype=np.float32)
    shape = buffers.triangle.shape
    out = np.full((*shape, flat.shape[1]), nothing, np.float32)
    _mix(buffers.triangle, buffers.inside, np.ascontiguousarray(faces), flat, out)
    return out.reshape(*shape, *values.shape[1:])


@nb.njit(cache=True, nogil=True)
def _mix(triangle, inside, faces, values, out):  # type: ignore[no-untyped-def]
    height, width = triangle.shape
    for y in range(height):
        for x in range(width):
            f = triangle[y, x]
            if f < 0:
                continue
            v, w = inside[y, x, 0], inside[y, x, 1]
            for k in range(values.shape[1]):
                out[y, x, k] = (
                    values[faces[f, 0], k] * (1 - v - w)
                    + values[faces[f, 1], k] * v
                    + values[faces[f, 2], k] * w
                )
