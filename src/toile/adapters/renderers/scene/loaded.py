"""Loaded: the stage as a Mitsuba scene."""

from typing import Any

import numpy as np

from toile.adapters.renderers.raster import View
from toile.adapters.renderers.scene.batches import Batch, batches
from toile.adapters.renderers.scene.lights import Aims, emitters
from toile.adapters.renderers.scene.stage import Stage
from toile.domain.blocking import Blocking

# How much of the dye the nap of cloth takes on.
_SHEEN_TINT = 0.7


def load_scene(
    mi: Any, blocking: Blocking, stage: Stage, view: View, *, samples: int, bounces: int
) -> Any:
    """Return the scene with camera, meshes and lamps."""
    aims = Aims(blocking.camera.azimuth, view.eye, stage.face, stage.body, stage.floor)
    meshes = {
        f"mesh{i}": _mesh(mi, f"mesh{i}", one)
        for i, one in enumerate(batches(stage.surfaces, apart=mi.variant().startswith("scalar")))
    }
    return mi.load_dict(
        {
            "type": "scene",
            "integrator": {
                "type": "path",
                "max_depth": bounces,
                "hide_emitters": True,
                "rr_depth": 3,
            },
            "sensor": _sensor(mi, view, samples),
            **meshes,
            **emitters(blocking.rig, aims, mi),
        },
        # Merging what is alike changes the order of lamps now and then, and with it every pixel.
        parallel=False,
        optimize=False,
    )


def _sensor(mi: Any, view: View, samples: int) -> dict[str, Any]:
    target = view.eye + view.ahead
    fov = 2 * np.degrees(np.arctan(view.width / 2 / view.scale))
    return {
        "type": "perspective",
        "fov": float(fov),
        "fov_axis": "x",
        "near_clip": 0.05,
        "to_world": mi.ScalarTransform4f().look_at(
            view.eye.tolist(), target.tolist(), view.up.tolist()
        ),
        "film": {
            "type": "hdrfilm",
            "width": view.width,
            "height": view.height,
            "pixel_format": "rgb",
            "component_format": "float32",
            "rfilter": {"type": "box"},
        },
        "sampler": {"type": "independent", "sample_count": samples},
    }


def _mesh(mi: Any, name: str, one: Batch) -> Any:
    properties = mi.Properties()
    properties["bsdf"] = mi.load_dict(_bsdf(mi, one))
    if one.look.material.get("glow"):
        properties["emitter"] = mi.load_dict(_glow(one))
    mesh = mi.Mesh(
        name,
        len(one.points),
        len(one.faces),
        has_vertex_normals=True,
        has_vertex_texcoords=one.uv is not None,
        props=properties,
    )
    parameters = mi.traverse(mesh)
    floats, numbers = type(parameters["vertex_positions"]), type(parameters["faces"])
    parameters["vertex_positions"] = floats(one.points.ravel())
    parameters["faces"] = numbers(one.faces.ravel())
    parameters["vertex_normals"] = floats(one.normals.ravel())
    if one.uv is not None:
        parameters["vertex_texcoords"] = floats(one.uv.ravel())
    elif one.dye is None:
        mesh.add_attribute("vertex_color", 3, one.colours.ravel())
    for what, values in one.per_face.items():
        mesh.add_attribute(f"face_{what}", 1, values)
    parameters.update()
    return mesh


def _glow(one: Batch) -> dict[str, Any]:
    colour = [float(v) * 6 for v in one.colours[0]]
    return {"type": "area", "radiance": {"type": "rgb", "value": colour}}


def _bsdf(mi: Any, one: Batch) -> dict[str, Any]:
    look = one.look
    material: dict[str, Any] = {"type": "principled", "specular": one.specular}
    material |= {name: _attribute(f"face_{name}") for name in one.per_face}
    material |= one.plain
    if "sheen" in one.per_face or "sheen" in one.plain:
        material["sheen_tint"] = _SHEEN_TINT
    if look.texture is not None:
        material["base_color"] = _bitmap(mi, look.texture)
    elif one.dye is not None:
        material["base_color"] = {"type": "rgb", "value": [float(v) for v in one.dye]}
    else:
        material["base_color"] = _attribute("vertex_color")
    if look.bump is not None and float(np.ptp(look.bump)) > 0:
        height = _bitmap(mi, look.bump[..., None])
        material = {"type": "bumpmap", "height": height, "bsdf": material}
    material = {"type": "twosided", "bsdf": material}
    if look.opacity < 1:
        material = {"type": "mask", "opacity": look.opacity, "bsdf": material}
    return material


def _attribute(name: str) -> dict[str, Any]:
    return {"type": "mesh_attribute", "name": name}


def _bitmap(mi: Any, image: Any) -> dict[str, Any]:
    return {
        "type": "bitmap",
        "bitmap": mi.Bitmap(np.ascontiguousarray(image, np.float32)),
        "raw": True,
        "filter_type": "bilinear",
    }
