"""Hair: strands grown from the scalp, falling, gathered, cropped or coiled as the style says."""

from collections.abc import Callable

import numpy as np
from scipy.spatial import cKDTree

from toile.adapters.renderers.bodies.figure import SKIN_POINTS, Figure
from toile.adapters.renderers.bodies.hair_styles import GROW, Roots, Shield, from_the_head
from toile.adapters.renderers.bodies.hairline import scalp
from toile.adapters.renderers.bodies.locks import resampled
from toile.adapters.renderers.bodies.shape import baked
from toile.adapters.renderers.bodies.skin import noise
from toile.adapters.renderers.bodies.strands import ribbons
from toile.adapters.renderers.finish.colour import linear
from toile.adapters.renderers.mesh import Floats, Surface, compact, point_normals, smoothstep, unit

HAIR = "hair"
_MATERIAL = {"roughness": 0.42, "specular": 0.35}
# How far below the edge of a hat hair is held, and how far from between the eyes a head reaches.
_UNDER, _HEAD = 0.012, 0.3
# How locks and strands differ in tone, and over which distance on the scalp.
_LOCK_TONE, _STRAND_TONE, _TONE_REACH = 0.15, 0.06, 0.034
# A strand is drawn with no fewer points: a coil would become a zigzag.
_FEWEST = 14
# From which curl on a strand is drawn with all its points, and the share of strands that it spares.
_CURLED, _SPARED = 0.2, 0.3
# The share of its width that a strand keeps at its tip: on a distant head a hair would be a dot.
_TIP, _TIP_CLOSE = 0.4, 0.2


def hair_surfaces(
    figure: Figure, clothes: list[Surface], *, strands: int, lens: Floats,
    hat: Callable[[Floats], Floats] | None = None,
    drawn: float = 1.0,
) -> list[Surface]:  # fmt: skip
    """Return the hair of a figure; under a hat only what shows below it.

    ``hat`` is how far points in the head's frame lie over the edge of what is worn on it.
    ``lens`` is the way to the camera in the figure's own frame, to which strands turn; ``drawn``
    the share of a strand's points that are wanted at the size of the picture.
    """
    spec = figure.spec.hair
    if spec.fall == "none" or figure.spec.skin == 0:
        return []
    rng = np.random.default_rng(figure.spec.face % 9973 + 1)
    # Every turn of a curl needs its points: its strands are the fewer and the thicker.
    curl = float(spec.curl > _CURLED and spec.fall in ("down", "tail"))
    strands = int(strands * (1 - _SPARED * curl))
    count = int({"buzz": 2, "crop": 2, "afro": 1.5}.get(spec.fall, 1) * strands)
    roots = _roots(figure, count, rng)
    shield = _shield(figure, clothes)
    if hat:
        roots, shield = roots.where(hat(roots.local) < 0), _bareheaded(figure, shield, hat)
    if not len(roots):
        return []
    grown = GROW[spec.fall](figure, roots, shield, rng)
    if hat:
        grown = [(_pressed(figure, part, hat), thick) for part, thick in grown]
    width = _width(spec.fall, strands if spec.fall != "braids" else 3000)
    tip = _TIP if strands < 8000 else _TIP_CLOSE
    out = [
        _ribboned(figure, _thinned(part, max(drawn, curl)), width * thick, tip, lens, rng)
        for part, thick in grown
    ]
    if hat:
        return out
    if spec.fall == "afro":
        out.append(_under_mass(figure, 0.7 * min(spec.length, 0.16)))
    elif spec.fall not in ("buzz", "crop"):
        out.append(_under_mass(figure, 0.004))
    return out


def _bareheaded(figure: Figure, shield: Shield, hat: Callable[[Floats], Floats]) -> Shield:
    """Return what hair may not enter without the hat that it comes out of."""
    local = (shield.points - figure.eyes) @ figure.head_axes
    free = (hat(local) < 0) | (np.linalg.norm(local[:, :2], axis=1) > _HEAD)
    return Shield(cKDTree(shield.points[free]), shield.points[free], shield.normals[free])


def _pressed(figure: Figure, strands: Floats, hat: Callable[[Floats], Floats]) -> Floats:
    """Return strands that stay below the edge of the hat: it holds down what would stand up."""
    local = ((strands - figure.eyes) @ figure.head_axes).reshape(-1, 3)
    over = np.maximum(0, hat(local) + _UNDER)
    local[:, 2] -= over - _UNDER * (1 - np.exp(-over / (3 * _UNDER)))
    return np.asarray(figure.eyes + local.reshape(strands.shape) @ figure.head_axes.T)


def _thinned(strands: Floats, share: float) -> Floats:
    """Return strands of fewer points, where a bend between two of them is less than a pixel."""
    count = max(_FEWEST, round(share * strands.shape[1]))
    return strands if count >= strands.shape[1] else resampled(strands, count)


def _width(fall: str, strands: int) -> float:
    base = {"crop": 0.0013, "buzz": 0.0007, "afro": 0.0024, "braids": 0.0046}.get(fall, 0.0044)
    return base * float(np.sqrt(3000 / strands))


def _shield(figure: Figure, clothes: list[Surface]) -> Shield:
    skin = figure.points[:SKIN_POINTS]
    normals = point_normals(skin, baked().faces["body"])
    low = figure.joint("spine02")[2]
    points, facing = [skin], [normals]
    for cloth in clothes:
        whole, faces = cloth.whole
        points.append(cloth.points[whole])
        facing.append(
            cloth.normals[whole] if cloth.normals is not None else point_normals(points[-1], faces)
        )
    every, ways = np.concatenate(points), np.concatenate(facing)
    on = every[:, 2] > low
    return Shield(cKDTree(every[on]), every[on], ways[on])


def _roots(figure: Figure, count: int, rng: np.random.Generator) -> Roots:
    faces = baked().faces["body"]
    rest, posed = figure.rig.points[:SKIN_POINTS], figure.points[:SKIN_POINTS]
    inside = scalp(figure.rig, rest)
    faces = faces[(inside[faces] > -0.012).any(1) & (inside[faces] > -0.9).all(1)]
    corner = posed[faces]
    area = np.linalg.norm(
        np.cross(corner[:, 1] - corner[:, 0], corner[:, 2] - corner[:, 0]), axis=1
    )
    chosen = faces[rng.choice(len(faces), int(count * 1.35), p=area / area.sum())]
    share = rng.dirichlet((1, 1, 1), len(chosen))
    within = (inside[chosen] * share).sum(1) + 0.003 * rng.normal(size=len(chosen))
    keep = np.where(rng.uniform(size=len(chosen)) < smoothstep(-0.003, 0.012, within))[0][:count]
    chosen, share = chosen[keep], share[keep]
    points = np.einsum("nk,nkc->nc", share, posed[chosen])
    normals = point_normals(posed, baked().faces["body"])
    facing = unit(np.einsum("nk,nkc->nc", share, normals[chosen]))
    local = (points - figure.eyes) @ figure.head_axes
    return Roots(points, facing, local, within[keep])


def _ribboned(
    figure: Figure, strands: Floats, width: float | Floats, tip: float, lens: Floats,
    rng: np.random.Generator,
) -> Surface:  # fmt: skip
    count, steps, _ = strands.shape
    outward = from_the_head(figure, strands)
    points, faces, normals = ribbons(strands, width, tip=tip, outward=outward, lens=lens)
    lighter = np.interp(np.linspace(0, 1, steps), [0, 0.15, 0.7, 1], [0.6, 0.95, 1, 1.12])
    begun = (strands[:, 0] - figure.eyes) @ figure.head_axes
    tone = 1 + _LOCK_TONE * noise(begun, _TONE_REACH) + _STRAND_TONE * rng.normal(size=count)
    shade = np.outer(np.clip(tone, 0.65, 1.35), lighter)
    colour = linear(figure.spec.hair.colour) * np.repeat(shade.ravel(), 2)[:, None]
    return Surface(HAIR, points, faces, _MATERIAL, normals, np.clip(colour, 0.003, 0.8), line=0.35)


def _under_mass(figure: Figure, lift: float) -> Surface:
    """Return the scalp lifted into the hair, so that no skin shows between strands."""
    faces = baked().faces["body"]
    rest, posed = figure.rig.points[:SKIN_POINTS], figure.points[:SKIN_POINTS]
    inside = scalp(figure.rig, rest)
    part = faces[(inside[faces] > 0.006).all(1)]
    height = lift * smoothstep(0.0, 0.05, inside)
    lifted = posed + point_normals(posed, faces) * height[:, None]
    kept, (points,), _ = compact(part, lifted)
    dark = linear(figure.spec.hair.colour) * 0.5
    colours = np.broadcast_to(dark, points.shape).copy()
    return Surface(
        HAIR, points, kept, {"roughness": 0.8, "specular": 0.1}, None, colours, line=0.35
    )
