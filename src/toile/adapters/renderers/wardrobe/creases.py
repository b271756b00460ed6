"""Creases: soft cloth folds where limbs bend; sleeves hang under their own weight."""

import numpy as np
from scipy.spatial import cKDTree

from toile.adapters.renderers.bodies.figure import Figure
from toile.adapters.renderers.mesh import Floats, point_normals, rim_edges, smoothstep
from toile.adapters.renderers.wardrobe.shells import Shell
from toile.domain.looks import TopCut

_DEEPEST = 0.0085
_WAVES, _NARROW = 10, 0.36


def creased(figure: Figure, made: Shell, stiffness: float) -> Shell:
    """Give the cloth creases by its softness, none at its hems."""
    amount = _DEEPEST * (1 - stiffness)
    if amount <= 0.0002:
        return made
    rng = np.random.default_rng(5)
    wave = np.zeros(len(made.rest))
    for _ in range(_WAVES):
        wave += np.sin(made.rest @ (rng.normal(size=3) * (20, 20, 32)) + rng.uniform(0, 6.28))
    # Cloth breaks in long narrow folds, with calm between them.
    folds = 2.6 * np.exp(-((wave / (_WAVES**0.5 * _NARROW)) ** 2)) - 0.9
    waist = np.exp(-(((made.rest[:, 2] - figure.level("waist")) / 0.09) ** 2))
    push = amount * folds * (0.5 + 1.1 * _bends(figure, made) + 0.5 * waist)
    push = np.maximum(push, -0.4 * amount) * _from_rim(made)
    normals = point_normals(made.points, made.faces)
    return Shell(made.points + normals * push[:, None], made.rest, made.faces, made.base)


def _bends(figure: Figure, made: Shell) -> Floats:
    """Return 1 at elbows, knees and hips, falling off around them."""
    out = np.zeros(len(made.rest))
    for bone, reach in (("lowerarm01", 0.09), ("lowerleg01", 0.11), ("upperleg01", 0.12)):
        for side in "LR":
            away = np.linalg.norm(made.rest - figure.rig.head(f"{bone}.{side}"), axis=1)
            out = np.maximum(out, np.exp(-((away / reach) ** 2)))
    return out


def _from_rim(made: Shell) -> Floats:
    """Return 0 at cut edges and 1 some centimetres inside, so that hems stay even."""
    rim = np.unique(rim_edges(made.faces))
    if not len(rim):
        return np.ones(len(made.rest))
    return np.clip(cKDTree(made.rest[rim]).query(made.rest)[0] / 0.04, 0, 1)


def hung_sleeves(made: Shell, cut: TopCut) -> Shell:
    """Let the room in a sleeve hang below the arm instead of around it."""
    drop = 0.6 * (cut.sleeve_ease + cut.cuff_flare * np.clip(made.base.along, 0, 1))
    share = smoothstep(0.5, 0.9, made.base.arm) * np.clip(made.base.along * 4, 0, 1)
    points = made.points - (drop * share)[:, None] * np.array([0.0, 0.0, 1.0])
    return Shell(points, made.rest, made.faces, made.base)
