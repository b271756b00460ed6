"""Cloth: a fabric's numbers become a surface material with a woven or printed tile."""

from functools import lru_cache

import numpy as np

from toile.adapters.renderers.finish.colour import linear, luminance
from toile.adapters.renderers.mesh import Floats, Ints, Surface, unit
from toile.adapters.renderers.wardrobe.tiles import Tile, tile
from toile.domain.looks import Fabric, GarmentSpec

# A sleeve of the resting body falls at about this angle from the vertical.
_SLEEVE = (0.72, -0.69)
_SLEEVE_FROM = 0.19
_WRAP = 0.45


def cloth_surface(
    garment: GarmentSpec, points: Floats, faces: Ints, normals: Floats, rest: Floats, layer: float
) -> Surface:
    """Return a garment part as light meets it; ``rest`` is the cloth before it was posed."""
    fabric = garment.fabric
    woven = _woven(fabric)
    region = garment.said or garment.id
    if woven is None:
        dye = _under(linear(fabric.colour), _shine(fabric))
        colours = np.broadcast_to(dye, points.shape).copy()
        return Surface(
            region,
            points,
            faces,
            _material(fabric),
            normals,
            colours,
            opacity=fabric.opacity,
            layer=layer,
        )
    uv = box_uv(rest, faces) / fabric.scale
    return Surface(
        region,
        points[faces].reshape(-1, 3),
        np.arange(faces.size).reshape(-1, 3),
        _material(fabric),
        normals[faces].reshape(-1, 3),
        uv=uv,
        texture=woven.colour,
        bump=woven.height,
        opacity=fabric.opacity,
        layer=layer,
        corner_of=faces.ravel(),
    )


@lru_cache(maxsize=64)
def _woven(fabric: Fabric) -> Tile | None:
    """Return the tile of a fabric under its shine; all parts of a garment share the one picture."""
    woven = tile(fabric.tile, fabric.colour, fabric.accent)
    if woven is None:
        return None
    dye = _under(woven.colour.astype(np.float64), _shine(fabric))
    return Tile(dye.astype(np.float32), woven.height / fabric.scale)


def box_uv(rest: Floats, faces: Ints) -> Floats:
    """Return metric coordinates per corner: front, back and sides flat, sleeves along the arm."""
    corners = rest[faces]
    centre = corners.mean(1)
    normal = unit(np.cross(corners[:, 1] - corners[:, 0], corners[:, 2] - corners[:, 0]))
    sign = np.sign(centre[:, 0])
    beside_hips = (centre[:, 2] < 1.0) & (np.abs(centre[:, 0]) < 0.34)
    trunk = (np.abs(centre[:, 0]) < _SLEEVE_FROM) | beside_hips
    down = np.stack([sign * _SLEEVE[0], 0 * sign, np.full(len(sign), _SLEEVE[1])], axis=1)
    down = np.where(trunk[:, None], [0.0, 0.0, -1.0], down)
    across = np.where(trunk[:, None], [1.0, 0, 0], unit(np.cross(down, [0.0, 1.0, 0.0])))
    deep = np.tile([0.0, 1.0, 0.0], (len(faces), 1))
    beside = np.abs((normal * across).sum(1)) > 1.25 * np.abs(normal[:, 1])
    along = np.where(beside[:, None], deep, across)
    u = np.einsum("fkc,fc->fk", corners, along)
    v = np.einsum("fkc,fc->fk", corners, down)
    # A closed skirt is unrolled once around; its last column would run back through it all.
    wide = np.ptp(u, axis=1) > _WRAP
    u[wide] = np.where(
        u[wide] < u[wide].max(1, keepdims=True) - _WRAP, u[wide].max(1, keepdims=True), u[wide]
    )
    return np.stack([u, v], axis=-1).reshape(-1, 2)


def _nap(fabric: Fabric) -> float:
    """Return the sheen of the cloth: dark fibres scatter less than pale ones."""
    return fabric.sheen * (0.15 + 0.85 * float(luminance(linear(fabric.colour))) ** 0.5)


def _shine(fabric: Fabric) -> float:
    """Return how much colourless light the surface adds, about, under a broad lamp."""
    return 0.028 * fabric.specular + 0.014 * _nap(fabric)


def _under(colour: Floats, shine: float) -> Floats:
    """Return the dye under the shine, so that the cloth looks the colour that was named."""
    return np.asarray(np.maximum(colour - shine, 0.25 * colour))


def _material(fabric: Fabric) -> dict[str, float]:
    return {
        "roughness": fabric.roughness,
        "sheen": _nap(fabric),
        "sheen_tint": 0.7,
        "specular": fabric.specular,
        "metallic": fabric.metallic,
        "clearcoat": fabric.clearcoat,
    }
