"""The z-buffer finds every pixel of a triangle, however thin, and the nearest of several."""

import numpy as np
from scipy import ndimage

from toile.adapters.renderers.finish.blur import soft
from toile.adapters.renderers.raster import View, rasterise

VIEW = View(
    eye=np.zeros(3), right=np.array([1.0, 0, 0]), up=np.array([0, 0, 1.0]),
    ahead=np.array([0, 1.0, 0]), scale=90.0, width=120, height=160,
)  # fmt: skip


def seen(points: np.ndarray) -> np.ndarray:
    """Return which pixel centres lie in one of the triangles, tried one by one."""
    x, y = np.meshgrid(np.arange(VIEW.width) + 0.5, np.arange(VIEW.height) + 0.5)
    out = np.zeros(x.shape, bool)
    for corners in VIEW.project(points)[:, :2].reshape(-1, 3, 2):
        sides = [
            (b[0] - a[0]) * (y - a[1]) - (b[1] - a[1]) * (x - a[0])
            for a, b in zip(corners, np.roll(corners, -1, axis=0), strict=True)
        ]
        out |= np.all([one >= 0 for one in sides], axis=0)
        out |= np.all([one <= 0 for one in sides], axis=0)
    return out


def test_a_triangle_is_found_in_each_of_its_pixels_whether_broad_thin_or_partly_outside() -> None:
    rng = np.random.default_rng(3)
    for reach in (0.02, 0.4, 3.0):
        away = rng.normal(size=(40, 3, 3)) * reach
        points = (rng.normal(size=(40, 1, 3)) * 0.5 + away).reshape(-1, 3)
        points[:, 1] = 2 + np.abs(points[:, 1])
        found = rasterise(VIEW, points, np.arange(120).reshape(-1, 3)).triangle >= 0
        assert np.array_equal(found, seen(points))


def test_of_two_triangles_the_nearer_is_seen_whichever_is_drawn_first() -> None:
    wall = np.array([[-3.0, 4, -3], [3, 4, -3], [0, 4, 4]])
    tip = wall * (0.5, 0.5, 0.5)
    for points, nearer in (([wall, tip], 1), ([tip, wall], 0)):
        shown = rasterise(VIEW, np.concatenate(points), np.arange(6).reshape(2, 3))
        assert shown.triangle[80, 60] == nearer
        assert shown.depth[80, 60] == np.float32(2.0)


def test_a_mask_is_softened_to_shares_and_mirrored_at_the_edges() -> None:
    mask = np.random.default_rng(1).uniform(size=(40, 30, 1)) < 0.3
    expected = ndimage.gaussian_filter(mask.astype(float), (2.5, 2.5, 0))
    np.testing.assert_allclose(soft(mask, 2.5), expected, atol=1e-9)
