"""Straps: narrow bands that lie on the skin wherever a pose has moved it."""

import numpy as np

from toile.adapters.renderers.bodies.figure import SKIN_POINTS, Figure
from toile.adapters.renderers.bodies.shape import baked
from toile.adapters.renderers.mesh import Floats, point_normals
from toile.adapters.renderers.wardrobe.shells import Shell

STRAP = 0.004
# How many points of the skin carry each point of a strap.
_CARRY = 6
# A strap that hung away from the skin finds other skin below it as it is laid down.
_ROUNDS = 2


def clinging(figure: Figure, made: Shell) -> Floats:
    """Return the points of a strap as high over the skin as over what it was cut on.

    Cloth is moved by softened weights: over a shoulder that is drawn up it would stand off.
    """
    skin = figure.points[:SKIN_POINTS]
    normals = point_normals(skin, baked().faces["body"])
    points = made.points
    for _ in range(_ROUNDS):
        far, near = figure.tree.query(points, _CARRY)
        height = ((points[:, None] - skin[near]) * normals[near]).sum(-1)
        miss = (made.base.stack + STRAP)[:, None] - height
        share = 1 / np.maximum(far, 1e-4) ** 2
        share /= share.sum(1, keepdims=True)
        points = points + ((share * miss)[..., None] * normals[near]).sum(1)
    return np.asarray(points)
