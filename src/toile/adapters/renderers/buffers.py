"""Buffers: what each pixel of the stage shows, anti-aliased where a picture needs it."""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from toile.adapters.renderers.finish.blur import soft
from toile.adapters.renderers.finish.colour import linear
from toile.adapters.renderers.mesh import Floats, Ints, Surface, point_normals
from toile.adapters.renderers.raster import Thin, rasterise, spread
from toile.adapters.renderers.scene.stage import BACKGROUND, Stage
from toile.domain.blocking import Blocking

FINER = 2
HAIR = ("hair", "brows", "lashes")
_FAR = 60.0


@dataclass(frozen=True)
class Fine:
    """Albedo, normal and depth of the four samples of each pixel, and which pixels need them."""

    albedo: Thin
    normal: Thin
    depth: Thin
    mixed: npt.NDArray[np.bool_]


@dataclass(frozen=True)
class Guides:
    """Per pixel: albedo, normal, depth, region, part and masks; ``legend`` names the regions.

    The sky counts as a surface of albedo one: it is as bright as it was painted.
    """

    albedo: Floats
    normal: Floats
    depth: Floats
    region: npt.NDArray[np.int32]
    edges: Floats
    line: Floats
    person: npt.NDArray[np.bool_]
    lit_person: npt.NDArray[np.bool_]
    hair: npt.NDArray[np.bool_]
    sky: npt.NDArray[np.bool_]
    backdrop: Floats
    legend: tuple[str, ...]


def look(stage: Stage, blocking: Blocking) -> tuple[Guides, Fine]:
    """Rasterise the stage at twice the size and gather the guides, and what they are made of."""
    joined = _joined(stage.surfaces)
    view = stage.view.larger(FINER)
    fine = rasterise(view, joined.points, joined.faces)
    albedo = _albedo(
        joined, fine.triangle, spread(fine, joined.faces, joined.colours, 0.0), fine.inside
    )
    normal = spread(fine, joined.faces, joined.normals, 0.0)
    hit = fine.triangle >= 0
    albedo[~hit] = 1.0
    part_of = np.where(hit, joined.part[np.where(hit, fine.triangle, 0)], np.int32(-1))
    depth = np.where(hit, fine.depth, np.float32(_FAR))
    part = part_of[::FINER, ::FINER]
    legend = tuple(dict.fromkeys(["sky", *(one.region for one in stage.surfaces)]))
    region_of = np.array([legend.index(one.region) for one in stage.surfaces] + [0])
    line_of = np.array([one.line for one in stage.surfaces] + [0.3])
    count = sum(len(placed) for placed in stage.people)
    hair_of = np.array([one.region in HAIR for one in stage.surfaces] + [False])
    region = region_of[part].astype(np.int32)
    person = (part >= 0) & (part < count)
    guides = Guides(
        albedo=_smaller(albedo),
        normal=_smaller(normal),
        depth=depth[::FINER, ::FINER].astype(np.float64),
        region=region,
        edges=_edges(stage.surfaces, part_of, depth),
        line=line_of[part],
        person=person,
        lit_person=person & ~hair_of[part],
        hair=hair_of[part],
        sky=part < 0,
        backdrop=_backdrop(blocking, stage),
        legend=legend,
    )
    return guides, Fine(albedo, normal, depth, _mixed(part_of))


def _mixed(part: npt.NDArray[np.int32]) -> npt.NDArray[np.bool_]:
    """Return the pixels in which more than one part is seen."""
    samples = [part[i::FINER, j::FINER] for i in range(FINER) for j in range(FINER)]
    return np.asarray(np.any([one != samples[0] for one in samples[1:]], axis=0))


@dataclass(frozen=True)
class _Joined:
    points: Floats
    faces: Ints
    normals: Floats
    colours: Floats
    part: npt.NDArray[np.int32]
    surfaces: list[Surface]
    starts: Ints


def _joined(surfaces: list[Surface]) -> _Joined:
    starts = np.cumsum([0, *(len(one.points) for one in surfaces)])
    return _Joined(
        np.concatenate([one.points for one in surfaces]),
        np.concatenate([one.faces + start for one, start in zip(surfaces, starts, strict=False)]),
        np.concatenate(
            [
                one.normals if one.normals is not None else point_normals(one.points, one.faces)
                for one in surfaces
            ]
        ),
        np.concatenate(
            [
                one.colours if one.colours is not None else np.ones((len(one.points), 3))
                for one in surfaces
            ]
        ),
        np.concatenate(
            [np.full(len(one.faces), number, np.int32) for number, one in enumerate(surfaces)]
        ),
        surfaces,
        starts,
    )


def _albedo(
    joined: _Joined,
    triangle: npt.NDArray[np.int32],
    albedo: Thin,
    inside: npt.NDArray[np.float32],
) -> Thin:
    """Paint textured parts with their tiles."""
    part = np.where(triangle >= 0, joined.part[np.maximum(triangle, 0)], np.int32(-1))
    for number, one in enumerate(joined.surfaces):
        if one.texture is None or one.uv is None:
            continue
        rows = part == number
        if not rows.any():
            continue
        corners = joined.faces[triangle[rows]] - joined.starts[number]
        v, w = inside[rows, 0][:, None], inside[rows, 1][:, None]
        uv = (
            one.uv[corners[:, 0]] * (1 - v - w)
            + one.uv[corners[:, 1]] * v
            + one.uv[corners[:, 2]] * w
        )
        side = one.texture.shape[0]
        x = (np.floor(uv[:, 0] * side).astype(int)) % side
        y = (np.floor((1 - uv[:, 1]) * side).astype(int)) % side
        albedo[rows] = one.texture[y, x]
    return albedo


def _edges(surfaces: list[Surface], part: npt.NDArray[np.int32], depth: Thin) -> Floats:
    """Return how much of each pixel an outline covers: where parts meet or depth breaks."""
    group = _pen_groups(surfaces)[part]
    # Single strands are no outline: the hair is drawn by the edge of its mass.
    loose = np.array(
        [one.region == "hair" or "blades" in one.material for one in surfaces] + [False]
    )
    hair = np.array([one.region == "hair" for one in surfaces] + [False])[part]
    strands = loose[part]
    mass = soft(hair.astype(np.float32), 3.0) > 0.5
    far = np.log(np.clip(depth, 0.1, _FAR))
    line = np.zeros(part.shape, np.float32)
    for axis in (0, 1):
        one, other = (
            (slice(1, None), slice(None, -1)) if axis == 0 else (np.s_[:, 1:], np.s_[:, :-1])
        )
        meets = (group[one] != group[other]) & ~strands[one] & ~strands[other]
        breaks = (np.abs(far[one] - far[other]) > 0.022) & ~strands[one] & ~strands[other]
        outline = np.where(mass[one] != mass[other], np.float32(0.55), np.float32(0))
        drawn = np.where(meets | breaks, np.float32(1), outline)
        line[one] = np.maximum(line[one], drawn)
        line[other] = np.maximum(line[other], drawn)
    return _smaller(line)


def _pen_groups(surfaces: list[Surface]) -> npt.NDArray[np.int32]:
    """Merge parts that no pen would separate: face and body skin, set pieces without lines."""
    number = np.arange(len(surfaces) + 1, dtype=np.int32)
    first: dict[str, int] = {}
    for i, one in enumerate(surfaces):
        if one.region in ("face", "skin", *HAIR) or (one.region == BACKGROUND and one.line == 0):
            key = "skin" if one.region in ("face", "skin", "brows", "lashes") else one.region
            number[i] = first.setdefault(key, i)
        elif one.layer and not 0.1 < one.layer % 1 < 0.9:
            # The cloth of one garment is one shape; its lapels, collar and buttons are not.
            number[i] = first.setdefault(f"{one.region} {int(one.layer)}", i)
    number[-1] = first.get(BACKGROUND, len(surfaces))
    return number


def _smaller(image: Floats | Thin) -> Floats:
    samples = (image[i::FINER, j::FINER] for i in range(FINER) for j in range(FINER))
    return np.asarray(sum(samples) / FINER**2, dtype=np.float64)


def _backdrop(blocking: Blocking, stage: Stage) -> Floats:
    """Return the light of the sky behind everything: horizon to zenith."""
    low, high = blocking.rig.sky or blocking.set.sky or ("#dfe3e6", "#c3cbd2")
    view = stage.view
    y = (np.arange(view.height) + 0.5 - view.height / 2) / view.scale
    climb = view.ahead[2] - y * view.up[2]
    share = np.clip(climb / 0.75, 0, 1)[:, None, None] ** 0.8
    column = linear(low) * (1 - share) + linear(high) * share
    return np.broadcast_to(column * 1.0, (view.height, view.width, 3)).copy()
