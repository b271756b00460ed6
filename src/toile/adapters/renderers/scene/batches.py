"""Batches: surfaces that light meets alike become one mesh.

A compiled renderer compiles every material it is given, and runs rays that meet different ones
one after the other: thirty surfaces as thirty materials cost three times the few they are here.
What differs within a batch is kept per face. A renderer that compiles nothing looks such values up
by name at every hit: for it, surfaces stay apart and their numbers are plain.
"""

from dataclasses import dataclass, replace

import numpy as np
import numpy.typing as npt

from toile.adapters.renderers.mesh import Floats, Surface, point_normals

Thin = npt.NDArray[np.float32]
# A principled material has one reflectance at normal incidence: each takes the nearest of these.
_SPECULAR = (0.1, 0.38, 0.8)
_NEUTRAL = {"roughness": 0.5, "specular": 0.5, "metallic": 0.0, "sheen": 0.0, "clearcoat": 0.0}
_PER_FACE = ("roughness", "metallic", "sheen", "clearcoat")
_Key = tuple[object, ...]


@dataclass(frozen=True)
class Batch:
    """One mesh in single precision: its common look, and what each of its faces has of its own.

    ``plain`` are the numbers that all of it shares.
    """

    look: Surface
    specular: float
    points: Thin
    faces: npt.NDArray[np.uint32]
    normals: Thin
    colours: Thin
    uv: Thin | None
    per_face: dict[str, Thin]
    plain: dict[str, float]

    @property
    def dye(self) -> Thin | None:
        """Return the linear colour of a mesh that has no other and no numbers per face."""
        if self.per_face or (self.colours != self.colours[:1]).any():
            return None
        return np.asarray(self.colours[0])


def batches(surfaces: list[Surface], *, apart: bool = False) -> list[Batch]:
    """Return the surfaces in as few meshes as their textures, lamps and transparency allow.

    ``apart`` gives each its own.
    """
    if apart:
        return [_joined([one], apart=True) for one in surfaces]
    alike: dict[_Key, list[Surface]] = {}
    for one in surfaces:
        alike.setdefault(_key(one), []).append(one)
    return [_joined(members) for members in alike.values()]


def _key(one: Surface) -> _Key:
    glow = None if not one.material.get("glow") else tuple(_glow(one))
    return (_specular(one), id(one.texture), one.opacity, glow)


def _glow(one: Surface) -> Floats:
    return np.ones(3) if one.colours is None else one.colours[0]


def _specular(one: Surface) -> float:
    own = one.material.get("specular", _NEUTRAL["specular"])
    return min(_SPECULAR, key=lambda near: abs(near - own))


def _joined(members: list[Surface], *, apart: bool = False) -> Batch:
    first = members[0]
    numbers = {name: first.material.get(name, _NEUTRAL[name]) for name in _PER_FACE}
    starts = np.cumsum([0, *(len(one.points) for one in members)])
    return Batch(
        look=replace(first, points=np.zeros((0, 3)), faces=np.zeros((0, 3), np.int64)),
        specular=_specular(first),
        points=_stacked([one.points for one in members]),
        faces=np.concatenate(
            [one.faces + start for one, start in zip(members, starts, strict=False)]
        ).astype(np.uint32),
        normals=_stacked([_normals(one) for one in members]),
        colours=_stacked([_colours(one) for one in members]),
        uv=_stacked([one.uv for one in members if one.uv is not None])
        if first.texture is not None
        else None,
        per_face={}
        if apart
        else {name: values for name in _PER_FACE if (values := _spread(members, name)).any()},
        plain={name: value for name, value in numbers.items() if value} if apart else {},
    )


def _stacked(parts: list[Floats]) -> Thin:
    return np.concatenate(parts, dtype=np.float32, casting="same_kind")


def _normals(one: Surface) -> Floats:
    return one.normals if one.normals is not None else point_normals(one.points, one.faces)


def _colours(one: Surface) -> Floats:
    return one.colours if one.colours is not None else np.ones((len(one.points), 3))


def _spread(members: list[Surface], name: str) -> Thin:
    """Return a number of the material per face."""
    return np.concatenate(
        [
            np.full(len(one.faces), one.material.get(name, _NEUTRAL[name]), np.float32)
            for one in members
        ]
    )
