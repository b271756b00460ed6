"""Seams: a top and the skirt that is sewn to it lie, and are lit, as one piece of cloth."""

from dataclasses import replace

import numpy as np
import numpy.typing as npt
from scipy.spatial import cKDTree

from toile.adapters.renderers.mesh import Floats, smoothstep, unit
from toile.adapters.renderers.wardrobe.layers import Layer

Bools = npt.NDArray[np.bool_]
# How far up from the seam a top gives way to the fall of its skirt; how far down its light runs on.
_GIVES_WAY, _RUNS_ON = 0.085, 0.07
# How near a skirt is found, how far cloth is moved onto it at most, and how far it stays off.
_NEAR, _MOST, _OFF = 0.08, 0.05, 0.001


def laid(top: Layer, skirt: Layer, above: Floats, sleeves: Bools) -> tuple[Layer, Floats]:
    """Return a top whose hem lies on its skirt, and the ways that light meets it.

    ``above`` is how far each point is over the hem at rest, in metres.
    """
    share = smoothstep(_GIVES_WAY, 0.012, above) * ~sleeves
    found, index, height, _ = skirt.nearest(top.points, _NEAR)
    drop = np.where(found, share * np.clip(_OFF - height, -_MOST, _MOST), 0.0)
    ways = skirt.normals[index]
    layer = replace(top, points=top.points + ways * drop[:, None])
    own = layer.normals
    return layer, unit(own + (0.5 * found * share)[:, None] * (ways - own))


def run_on(skirt: Layer, top: Layer, sleeves: Bools) -> Floats:
    """Return the ways that light meets a skirt: near the hem of its top they are the top's."""
    far, index = cKDTree(top.points[~sleeves]).query(skirt.points)
    share = 0.5 * smoothstep(_RUNS_ON, 0.0, far)[:, None]
    return unit(skirt.normals + share * (top.normals[~sleeves][index] - skirt.normals))
