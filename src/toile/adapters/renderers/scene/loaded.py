"""Loaded: the stage as a Mitsuba scene."""

from typing import Any

import numpy as np

from toile.adapters.renderers.mesh import Surface, point_normals
from toile.adapters.renderers.raster import View
from toile.adapters.renderers.scene.lights import Aims, emitters
from toile.adapters.renderers.scene.stage import Stage
from toile.domain.blocking import Blocking


def load_scene(
    mi: Any, blocking: Blocking, stage: Stage, view: View, *, samples: int, bounces: int
) -> Any:
    """Return the scene with camera, meshes and lamps."""
    aims = Aims(blocking.camera.azimuth, view.eye, stage.face, stage.body, stage.floor)
    meshes = {f"mesh{i}": _mesh(mi, f"mesh{i}", one) for i, one in enumerate(stage.surfaces)}
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


def _mesh(mi: Any, name: str, one: Surface) -> Any:
    properties = mi.Properties()
    properties["bsdf"] = mi.load_dict(_bsdf(mi, one))
    if one.material.get("glow"):
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
    normals = one.normals if one.normals is not None else point_normals(one.points, one.faces)

    def flat(array: Any) -> Any:
        return floats(np.ascontiguousarray(array, dtype=np.float32).ravel())

    parameters["vertex_positions"] = flat(one.points)
    parameters["faces"] = numbers(np.ascontiguousarray(one.faces, dtype=np.uint32).ravel())
    parameters["vertex_normals"] = flat(normals)
    if one.uv is not None:
        parameters["vertex_texcoords"] = flat(one.uv)
    if one.colours is not None:
        mesh.add_attribute("vertex_color", 3, np.ascontiguousarray(one.colours, np.float32).ravel())
    parameters.update()
    return mesh


def _glow(one: Surface) -> dict[str, Any]:
    colour = one.colours[0] if one.colours is not None else np.ones(3)
    return {"type": "area", "radiance": {"type": "rgb", "value": [float(v) * 6 for v in colour]}}


def _bsdf(mi: Any, one: Surface) -> dict[str, Any]:
    numbers = {k: float(v) for k, v in one.material.items() if k not in ("glow", "blades")}
    material: dict[str, Any] = {"type": "principled", **numbers}
    if one.texture is not None:
        material["base_color"] = _bitmap(mi, one.texture)
    else:
        material["base_color"] = {"type": "mesh_attribute", "name": "vertex_color"}
    if one.bump is not None and float(np.ptp(one.bump)) > 0:
        material = {"type": "bumpmap", "height": _bitmap(mi, one.bump[..., None]), "bsdf": material}
    material = {"type": "twosided", "bsdf": material}
    if one.opacity < 1:
        material = {"type": "mask", "opacity": one.opacity, "bsdf": material}
    return material


def _bitmap(mi: Any, image: Any) -> dict[str, Any]:
    return {
        "type": "bitmap",
        "bitmap": mi.Bitmap(np.ascontiguousarray(image, np.float32)),
        "raw": True,
        "filter_type": "bilinear",
    }
