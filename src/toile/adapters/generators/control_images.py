"""Maps of a blocking as the pictures that control networks were trained on.

Pose in the OpenPose drawing (18 points, the usual colours; hands as in DWPose), depth
near-is-white, normals as colours, regions as flat colours. Knows nothing of the models that read
them.
"""

import colorsys

import numpy as np
import numpy.typing as npt
from PIL import Image, ImageDraw

from toile.adapters.generators.raster import fitted, to_image
from toile.domain.maps import Maps
from toile.domain.painting import MapKind, PaintRequest

# Limbs of the COCO-18 skeleton by index of their two points, in the drawing order of OpenPose.
_LIMBS = (
    (1, 2), (1, 5), (2, 3), (3, 4), (5, 6), (6, 7), (1, 8), (8, 9), (9, 10),
    (1, 11), (11, 12), (12, 13), (1, 0), (0, 14), (14, 16), (0, 15), (15, 17),
)  # fmt: skip
_POINTS = 18
_HAND = 21
_ROOM = 1.08
_GRAZING = 24
_AROUND = ("", "sky", "background")


def control_image(kind: MapKind, request: PaintRequest, size: tuple[int, int]) -> Image.Image:
    """Return one control picture of the request at the given size."""
    if kind == "blocked" and request.blocked is not None:
        return fitted(to_image(request.blocked), size)
    if request.maps is None:
        raise ValueError(f"the request has no {kind} map")
    if kind == "pose":
        return pose_image(request.maps, size)
    drawn = {"depth": depth_image, "normals": normals_image, "regions": regions_image}[kind]
    smooth = kind != "regions"
    filtering = Image.Resampling.BILINEAR if smooth else Image.Resampling.NEAREST
    return drawn(request.maps).resize(size, filtering)


def pose_image(maps: Maps, size: tuple[int, int]) -> Image.Image:
    """Draw every person's skeleton on black, thickness by the size of the picture."""
    image = Image.new("RGB", size)
    draw = ImageDraw.Draw(image)
    scale = (size[0] / maps.width, size[1] / maps.height)
    # The union network was trained on skeletons drawn thicker as pictures grow.
    width = max(2, round(max(size) / 128))
    for person in maps.keypoints:
        points = [_placed(point, scale, size) for point in person[:_POINTS]]
        for index, (start, end) in enumerate(_LIMBS):
            ends = _pair(points, start, end)
            if ends:
                draw.line(ends, fill=_hue(index, 0.6), width=width)
        for index, point in enumerate(points):
            if point:
                _dot(draw, point, width * 0.6, _hue(index, 1.0))
    for person in maps.hands:
        for hand in (person[:_HAND], person[_HAND:]):
            _draw_hand(draw, [_placed(point, scale, size) for point in hand], width)
    return image


def _draw_hand(
    draw: ImageDraw.ImageDraw, points: list[tuple[float, float] | None], width: int
) -> None:
    """Draw a hand as DWPose does: thin bones in all hues, blue joints."""
    for bone in range(_HAND - 1):
        ends = _pair(points, 0 if bone % 4 == 0 else bone, bone + 1)
        if ends:
            draw.line(ends, fill=_hue(bone, 1.0, _HAND - 1), width=max(1, width // 2))
    for point in points:
        if point:
            _dot(draw, point, width * 0.35, "#0000ff")


def _placed(
    point: tuple[float, float], scale: tuple[float, float], size: tuple[int, int]
) -> tuple[float, float] | None:
    x, y = point[0] * scale[0], point[1] * scale[1]
    # A point that is out of frame or not a number was not seen.
    return (x, y) if 0 <= x < size[0] and 0 <= y < size[1] else None


def _pair(
    points: list[tuple[float, float] | None], start: int, end: int
) -> list[tuple[float, float]]:
    if max(start, end) >= len(points):
        return []
    first, second = points[start], points[end]
    return [first, second] if first and second else []


def _dot(draw: ImageDraw.ImageDraw, at: tuple[float, float], radius: float, fill: str) -> None:
    draw.ellipse((at[0] - radius, at[1] - radius, at[0] + radius, at[1] + radius), fill=fill)


def _hue(index: int, value: float, of: int = _POINTS) -> str:
    red, green, blue = colorsys.hsv_to_rgb(index / of, 1.0, value)
    return f"#{round(red * 255):02x}{round(green * 255):02x}{round(blue * 255):02x}"


def depth_image(maps: Maps) -> Image.Image:
    """Return inverse depth, nearest white, background darkest, its range fitted to the subject.

    A floor that runs up to the camera would otherwise take all the contrast from the people.
    """
    metres = np.frombuffer(maps.depth, "<f4").reshape(maps.height, maps.width)
    seen = metres > 0
    if not seen.any():
        return Image.new("RGB", (maps.width, maps.height))
    subject = _subject(maps) & seen
    near, far = np.quantile(metres[subject if subject.any() else seen], (0.005, 0.995))
    near, far = float(near) / _ROOM, float(far) * _ROOM
    inverse = np.where(seen, 1.0 / np.maximum(metres, 1e-6), 0.0)
    spread = max(1.0 / near - 1.0 / far, 1e-9)
    return _grey((inverse - 1.0 / far) / spread)


def _subject(maps: Maps) -> npt.NDArray[np.bool_]:
    """Return where people, garments and things are, and not the set around them."""
    around = {place for place, name in enumerate(maps.legend) if name in _AROUND}
    table = bytes(0 if place in around else 1 for place in range(256))
    flat = np.frombuffer(maps.regions.translate(table), np.uint8)
    return flat.reshape(maps.height, maps.width).astype(bool)


def _grey(share: npt.NDArray[np.floating]) -> Image.Image:
    level = np.rint(np.clip(share, 0.0, 1.0) * 255).astype(np.uint8)
    return Image.fromarray(np.repeat(level[..., None], 3, axis=2), "RGB")


def normals_image(maps: Maps) -> Image.Image:
    """Return normals in camera space as colours, background facing the camera."""
    flat = np.frombuffer(maps.normals, np.int8).astype(np.int16)
    triples = flat.reshape(maps.height, maps.width, 3)
    unset = ~triples.any(axis=2)
    # What is seen faces the camera; an inside-out surface is drawn as its outside. A floor seen
    # at a grazing angle may round to just below nothing and is left.
    triples = np.where(triples[..., 2:] < -_GRAZING, -triples, triples)
    colours = np.clip(triples + 128, 0, 255).astype(np.uint8)
    colours[unset] = (128, 128, 255)
    return Image.fromarray(colours, "RGB")


def regions_image(maps: Maps) -> Image.Image:
    """Return flat colours by region, background black, neighbours far apart in hue."""
    ids = np.frombuffer(maps.regions, np.uint8).reshape(maps.height, maps.width)
    palette = np.zeros((256, 3), np.uint8)
    for place in range(1, 256):
        # The golden angle keeps ids that follow each other apart.
        red, green, blue = colorsys.hsv_to_rgb(place * 0.618034 % 1.0, 0.75, 0.95)
        palette[place] = (round(red * 255), round(green * 255), round(blue * 255))
    return Image.fromarray(palette[ids], "RGB")
