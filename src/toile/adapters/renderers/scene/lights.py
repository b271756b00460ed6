"""Lights: a rig around the subject becomes emitters of the scene."""

from dataclasses import dataclass
from typing import Any

import numpy as np

from toile.adapters.renderers.finish.colour import linear
from toile.adapters.renderers.mesh import Floats, unit
from toile.domain.blocking import CameraSpec, Light, LightRig

Emitters = dict[str, dict[str, Any]]


def light_position(light: Light, azimuth: float, pivot: Floats) -> Floats:
    """Return where a lamp stands; its azimuth counts from the camera, positive to its right."""
    turn, lift = np.radians(azimuth + light.azimuth), np.radians(light.elevation)
    way = np.array([np.sin(turn) * np.cos(lift), -np.cos(turn) * np.cos(lift), np.sin(lift)])
    return pivot + way * light.distance


@dataclass(frozen=True)
class Aims:
    """What lamps are placed by: the camera's turn and place, face and body, and the floor."""

    azimuth: float
    eye: Floats
    face: Floats
    body: Floats
    floor: float


def emitters(rig: LightRig, aims: Aims, mi: Any) -> Emitters:
    """Return the emitters of a rig as scene entries."""
    out: Emitters = {}
    for number, light in enumerate(rig.lights):
        if light.kind in ("flag", "reflector") and light.power <= 0:
            continue
        pivot = aims.face if light.aim == "face" else aims.body
        if light.kind == "sun":
            out[f"light{number}"] = _sun(light, light_position(light, aims.azimuth, np.zeros(3)))
            continue
        light, at = _out_of_the_way(light, pivot, aims)
        target = pivot + np.array([0.0, 1.6, 0.2]) if light.aim == "background" else pivot
        out[f"light{number}"] = _panel(light, at, target, mi)
    out["ambient"] = {
        "type": "constant",
        "radiance": _rgb(linear(rig.ambient_colour) * rig.ambient),
    }
    return out


def _out_of_the_way(light: Light, pivot: Floats, aims: Aims) -> tuple[Light, Floats]:
    """Return the lamp and its place: not under the floor, and not between camera and subject.

    A low lamp before the subject would throw its own shadow into the picture: it steps back to the
    camera and burns brighter for it.
    """
    away = float(np.linalg.norm((aims.eye - pivot)[:2])) + 0.3
    if abs(light.azimuth) < 40 and light.elevation < 0 and away > light.distance:
        power = light.power * (away / light.distance) ** 2
        lower = light.elevation * light.distance / away
        light = light.model_copy(update={"distance": away, "power": power, "elevation": lower})
    at = light_position(light, aims.azimuth, pivot)
    at[2] = max(at[2], aims.floor + 0.1 + 0.5 * light.height)
    return light, at


def _sun(light: Light, at: Floats) -> dict[str, Any]:
    """Return parallel light, as strong at the subject as a lamp at the sun's drawn distance."""
    strength = linear(light.colour) * light.power / light.distance**2
    return {
        "type": "directional",
        "direction": [float(v) for v in -unit(at)],
        "irradiance": _rgb(strength),
    }


def _panel(light: Light, at: Floats, target: Floats, mi: Any) -> dict[str, Any]:
    at = at + np.array([1e-4, 2e-4, 0.0])
    turn = mi.ScalarTransform4f().look_at(at.tolist(), target.tolist(), [0, 0, 1])
    shape = "disk" if light.kind in ("dish", "bare", "sun") else "rectangle"
    radiance = linear(light.colour) * light.power / (light.width * light.height)
    return {
        "type": shape,
        "to_world": turn @ mi.ScalarTransform4f().scale([light.width / 2, light.height / 2, 1]),
        "bsdf": {"type": "diffuse", "reflectance": _rgb(np.zeros(3))},
        "emitter": {"type": "area", "radiance": _rgb(radiance)},
    }


def _rgb(value: Floats) -> dict[str, Any]:
    return {"type": "rgb", "value": [float(v) for v in value]}


def mirrored_key(rig: LightRig, camera: CameraSpec) -> Floats:
    """Return the way in which something round mirrors the key light to the camera.

    A lamp behind the subject is not mirrored; the window or wall behind the camera is.
    """
    turn, lift = np.radians([camera.azimuth, camera.elevation])
    lens = np.array([np.sin(turn) * np.cos(lift), -np.cos(turn) * np.cos(lift), np.sin(lift)])
    before = [one for one in rig.lights if abs(one.azimuth) < 100 and one.aim != "background"]
    if not before:
        return unit(lens + np.array([0.0, 0.0, 0.3]))
    key = max(before, key=lambda light: light.power / light.distance**2)
    return unit(lens + unit(light_position(key, camera.azimuth, np.zeros(3))))


def illuminant(rig: LightRig) -> Floats:
    """Return the colour of all the light that reaches the subject, as linear RGB."""
    total = linear(rig.ambient_colour) * rig.ambient * np.pi / 2
    for light in rig.lights:
        if light.aim != "background":
            total = total + linear(light.colour) * light.power / light.distance**2
    return np.asarray(total)
