"""Hairline: which part of the head grows hair, over points at rest, and how fine it begins."""

import numpy as np

from toile.adapters.renderers.bodies.skeleton import Rig
from toile.adapters.renderers.mesh import Floats, smoothstep

# Height of the hairline over the eyes, by distance behind them: brow to temple, down before the
# ear, around it, and to the nape.
_BEHIND = (-0.05, 0.012, 0.028, 0.042, 0.052, 0.062, 0.075, 0.10, 0.115, 0.16, 0.25)
_UP = (0.075, 0.072, 0.058, 0.026, 0.0, 0.0, 0.022, 0.026, -0.03, -0.075, -0.085)
# The share of its thickness that combed hair has at the hairline, and how far in it has it all.
_FINEST, _FINE_TO = 0.25, 0.022


def thickness(inside: Floats) -> Floats:
    """Return the share of its thickness by metres above the line: the first hair is the finest."""
    return 0.9 * (_FINEST + (1 - _FINEST) * smoothstep(0.0, _FINE_TO, inside))


def scalp(rig: Rig, rest: Floats) -> Floats:
    """Return metres above the hairline, negative off the scalp."""
    eye, neck = rig.head("eye.L"), rig.head("neck02")
    behind, aside = rest[:, 1] - eye[1], np.abs(rest[:, 0])
    line = np.interp(behind, _BEHIND, _UP)
    line = line - np.where(behind < 0.04, 0.25 * np.maximum(0, aside - 0.035), 0)
    above = rest[:, 2] - eye[2] - line
    return np.where((rest[:, 2] < neck[2] - 0.01) | (aside > 0.12), -1.0, above)
