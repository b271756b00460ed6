"""Dressmaker: the garments of a person become surfaces, from inner to outer layer."""

from collections.abc import Callable
from dataclasses import dataclass, field

import numpy as np
from scipy.spatial import cKDTree

from toile.adapters.renderers.bodies.figure import Figure
from toile.adapters.renderers.mesh import (
    Floats,
    Ints,
    Surface,
    clip,
    compact,
    point_normals,
    rim_edges,
    smooth_rim,
    smoothstep,
    unit,
)
from toile.adapters.renderers.wardrobe.cloth import cloth_surface
from toile.adapters.renderers.wardrobe.cuts import (
    LegShape,
    above,
    armless,
    below,
    front_gap,
    neckline,
    sleeve,
    strap_fields,
)
from toile.adapters.renderers.wardrobe.extras import build_extra
from toile.adapters.renderers.wardrobe.layers import Layer, pushed_out, visible_faces
from toile.adapters.renderers.wardrobe.lofts import loft
from toile.adapters.renderers.wardrobe.shells import Base, Field, Shell, base_of, shell, worn
from toile.adapters.renderers.wardrobe.shoes import heels, shoe
from toile.domain.blocking import GarmentSpec, LegCut, SkirtCut, TopCut

TAIL_ABOVE_CROTCH = 0.045


@dataclass
class _Part:
    """A finished part before covered faces are dropped."""

    garment: GarmentSpec
    layer: Layer
    flat: Floats
    line: float = 1.0


@dataclass
class _Table:
    """What has been made so far on one figure."""

    figure: Figure
    base: Base
    seed: int
    parts: list[_Part] = field(default_factory=list)

    def lower(self, number: float) -> list[Layer]:
        """Return the layers under a number."""
        return [part.layer for part in self.parts if part.layer.number < number]

    def add(
        self, garment: GarmentSpec, points: Floats, faces: Ints, flat: Floats, *,
        rank: float = 0.0, push: bool = True,
    ) -> Layer:  # fmt: skip
        """Push a part out of what is under it and keep it."""
        layer = Layer(points, faces, garment.layer + rank, garment.fabric.thickness)
        if push:
            layer = pushed_out(layer, self.lower(layer.number))
            layer = Layer(smooth_rim(layer.points, faces, 6), faces, layer.number, layer.thickness)
        self.parts.append(_Part(garment, layer, flat))
        return layer


def dress_figure(
    figure: Figure, garments: tuple[GarmentSpec, ...], *, seed: int, cancelled: Callable[[], None]
) -> list[Surface]:
    """Return the surfaces of all garments worn by a figure."""
    table = _Table(figure, base_of(figure), seed)
    for garment in sorted(garments, key=lambda one: one.layer):
        cancelled()
        _make(table, garment)
    return _visible(table)


def _make(table: _Table, garment: GarmentSpec) -> None:
    if garment.shoes:
        _shoes(table, garment)
    if garment.legs:
        _legs(table, garment, garment.legs)
    if garment.top:
        _top(table, garment, garment.top)
    if garment.skirt:
        cut = garment.skirt
        inner = [part.layer.points for part in table.parts if part.garment.shoes is None]
        made = loft(table.figure, cut, inner, seed=table.seed)
        table.add(garment, made.points, made.faces, _hanging(made.flat), push=False)
    if garment.extra:
        inner = [part.layer.points for part in table.parts]
        for points, faces in build_extra(table.figure, garment.extra, inner):
            table.add(garment, points, faces, points, push=False)


def _hanging(flat: Floats) -> Floats:
    """Return unrolled cloth (around, down) as if it hung on a flat wall."""
    return np.stack([flat[:, 0], np.zeros(len(flat)), -flat[:, 1]], axis=1)


def _shoes(table: _Table, garment: GarmentSpec) -> None:
    cut = garment.shoes
    if cut is None:
        return
    made = shoe(table.figure, table.base, cut)
    table.add(garment, made.points, made.faces, made.rest, push=False)
    block = heels(table.figure, cut, made)
    if block is not None:
        table.add(garment, *block, block[0], push=False)


def _legs(table: _Table, garment: GarmentSpec, cut: LegCut) -> None:
    figure = table.figure
    fields: list[Field] = [below(figure.level(cut.top)), above(figure.level(cut.hem)), armless]
    loose = cut.ease + cut.flare
    made = shell(
        figure,
        table.base,
        fields,
        lambda base: np.full(len(base.points), cut.ease),
        bridge=3 + int(200 * loose),
        change=LegShape(figure, cut) if loose > 0.012 else None,
    )
    made = _creased(figure, made, garment)
    table.add(garment, made.points, made.faces, made.rest)
    table.base = worn(table.base, made, garment.fabric.thickness)


def _top(table: _Table, garment: GarmentSpec, cut: TopCut) -> None:
    figure = table.figure
    hem = figure.level(cut.hem)
    tail = hem < figure.level("crotch") + TAIL_ABOVE_CROTCH
    low = figure.level("hip") - 0.005 if tail else hem
    fields = [sleeve(cut.sleeve), above(low), *neckline(figure, cut)]
    if cut.neck in ("strapless", "straps", "halter", "one_shoulder") and cut.sleeve <= 0:
        fields = fields[1:]
    if cut.open_front:
        fields.append(front_gap(figure, figure.level(cut.depth), hem, 0.03))

    def ease(base: Base) -> Floats:
        down = np.clip((figure.level("bust") - base.points[:, 2]) / 0.35, 0, 1)
        trunk = cut.ease + cut.hem_ease * down
        along = np.clip(base.along, 0, 1)
        arm = cut.sleeve_ease + cut.cuff_flare * along + cut.puff * np.exp(-((along / 0.22) ** 2))
        share = smoothstep(0.25, 0.75, base.arm)
        return np.asarray(trunk * (1 - share) + arm * share)

    made = shell(figure, table.base, fields, ease, bridge=3 + int(420 * (cut.ease + cut.hem_ease)))
    made = _creased(figure, made, garment)
    layer = table.add(garment, made.points, made.faces, made.rest)
    table.base = worn(table.base, made, garment.fabric.thickness)
    if tail:
        _tail(table, garment, cut, layer.points)
    if cut.neck == "straps":
        _shoulder_straps(table, garment, cut)
    finished = Shell(layer.points, made.rest, made.faces, made.base)
    _trimmings(table, garment, cut, finished)


def _tail(table: _Table, garment: GarmentSpec, cut: TopCut, above_it: Floats) -> None:
    """Hang what falls below the hips: a shell would split there into two legs."""
    skirt = SkirtCut(
        top="hip+0.02",
        hem=cut.hem,
        ease=0.002,
        flare=0.008 + cut.hem_ease,
        fullness=0.008,
        folds=5,
        open_front=cut.open_front or cut.lapel > 0,
    )
    lower = [layer.points for layer in table.lower(garment.layer)]
    made = loft(table.figure, skirt, [*lower, above_it], seed=table.seed)
    table.add(garment, made.points, made.faces, _hanging(made.flat), push=False)


def _shoulder_straps(table: _Table, garment: GarmentSpec, cut: TopCut) -> None:
    for side in (1, -1):
        made = shell(
            table.figure,
            table.base,
            strap_fields(table.figure, side),
            lambda base: np.full(len(base.points), 0.004),
            bridge=0,
        )
        table.add(garment, made.points, made.faces, made.rest, push=False)


def _trimmings(table: _Table, garment: GarmentSpec, cut: TopCut, made: Shell) -> None:
    if cut.lapel > 0:
        _lapels(table, garment, cut, made)
    if cut.collar != "none":
        _collar(table, garment, cut, made)
    if cut.buttons:
        _buttons(table, garment, cut, made)


def _lapels(table: _Table, garment: GarmentSpec, cut: TopCut, made: Shell) -> None:
    """Turn back the edge of a v opening."""
    figure = table.figure
    depth, top = figure.level(cut.depth), figure.rig.head("neck01")[2] + 0.01
    x, z = np.abs(made.base.points[:, 0]), made.base.points[:, 2]
    opening = np.maximum(0, z - depth) * 0.062 / max(top - depth, 0.05)
    width = cut.lapel * np.clip((z - depth) / 0.11, 0, 1)
    if cut.collar == "notch":
        width = width * (1 - 0.4 * np.exp(-((((z - depth) / (top - depth) - 0.66) / 0.05) ** 2)))
    front = made.base.points[:, 1] < figure.rig.head("clavicle.L")[1] + 0.03
    keep = np.where(front, np.minimum(width - (x - opening), z - depth), -0.1)
    _strip(table, garment, made, keep, 0.0055)


def _collar(table: _Table, garment: GarmentSpec, cut: TopCut, made: Shell) -> None:
    """Lay a collar over the shoulders, or stand it up."""
    throat = table.figure.rig.head("neck01")
    points = made.base.points
    away = np.hypot(points[:, 0], points[:, 1] - throat[1] - 0.01)
    wide = {"shirt": 0.092, "notch": 0.1, "shawl": 0.105, "stand": 0.075, "hood": 0.12}[cut.collar]
    keep = np.minimum(wide - away, points[:, 2] - throat[2] + 0.075)
    if cut.collar in ("notch", "shawl"):
        keep = np.minimum(keep, points[:, 1] - throat[1] + 0.03)
    else:
        keep = np.minimum(keep, np.abs(points[:, 0]) - 0.006 - 0.12 * np.maximum(0, 0.06 - keep))
    _strip(table, garment, made, keep, 0.007)


def _strip(table: _Table, garment: GarmentSpec, made: Shell, keep: Floats, lift: float) -> None:
    if (keep > 0).sum() < 6:
        return
    faces, (points, rest) = clip(made.faces, keep, made.points, made.rest)
    if len(faces) < 4:
        return
    points = smooth_rim(points, faces, 8)
    points = points + point_normals(points, faces) * lift
    table.add(garment, points, faces, rest, rank=0.5, push=False)


def _buttons(table: _Table, garment: GarmentSpec, cut: TopCut, made: Shell) -> None:
    figure = table.figure
    top, hem = figure.level(cut.depth) - 0.03, max(figure.level(cut.hem), figure.level("crotch"))
    if cut.neck not in ("v",):
        top = figure.rig.head("neck01")[2] - 0.03
    columns = (-0.05, 0.05) if cut.double else (0.0,)
    rows = np.linspace(top, max(hem + 0.05, top - 0.11 * cut.buttons), cut.buttons)
    front = np.where(made.base.points[:, 1] < figure.rig.head("spine01")[1])[0]
    normals = point_normals(made.points, made.faces)
    for z in rows:
        for x in columns:
            miss = np.hypot(made.rest[front, 0] - x, made.rest[front, 2] - z)
            at = front[np.argsort(miss)[:3]]
            if miss.min() < 0.03:
                disc = _disc(made.points[at].mean(0), unit(normals[at].mean(0)), 0.0085)
                table.add(garment, *disc, disc[0], rank=0.7, push=False)


def _disc(at: Floats, normal: Floats, radius: float) -> tuple[Floats, Ints]:
    side = unit(np.cross(normal, np.array([0.2, 0.1, 1.0])))
    other = np.cross(normal, side)
    around = np.linspace(0, 2 * np.pi, 14, endpoint=False)
    ring = np.cos(around)[:, None] * side + np.sin(around)[:, None] * other
    points = np.concatenate([[at + normal * 0.005], at + normal * 0.003 + radius * ring])
    rim = np.arange(14)
    return points, np.stack([np.zeros(14, int), 1 + rim, 1 + (rim + 1) % 14], axis=1)


def _creased(figure: Figure, made: Shell, garment: GarmentSpec) -> Shell:
    """Give the cloth soft creases where limbs bend, by its stiffness."""
    amount = 0.0035 * (1 - garment.fabric.stiffness)
    if amount <= 0.0002:
        return made
    rng = np.random.default_rng(len(made.points) % 97 + 5)
    wave = np.zeros(len(made.rest))
    for _ in range(10):
        direction = rng.normal(size=3) * (24, 24, 46)
        wave += np.sin(made.rest @ direction + rng.uniform(0, 6.28))
    bends = np.zeros(len(made.rest))
    for bone, reach in (("lowerarm01", 0.09), ("lowerleg01", 0.11), ("upperleg01", 0.12)):
        for side in "LR":
            away = np.linalg.norm(made.rest - figure.rig.head(f"{bone}.{side}"), axis=1)
            bends = np.maximum(bends, np.exp(-((away / reach) ** 2)))
    waist = np.exp(-(((made.rest[:, 2] - figure.level("waist")) / 0.09) ** 2))
    push = amount * wave / np.sqrt(10) * (0.25 + 1.1 * bends + 0.5 * waist)
    push = np.maximum(push, -0.4 * amount)
    push *= _away_from_rim(made)
    normals = point_normals(made.points, made.faces)
    return Shell(made.points + normals * push[:, None], made.rest, made.faces, made.base)


def _away_from_rim(made: Shell) -> Floats:
    """Return 0 at cut edges and 1 some centimetres inside, so that hems stay even."""
    rim = np.unique(rim_edges(made.faces))
    if not len(rim):
        return np.ones(len(made.rest))
    return np.clip(cKDTree(made.rest[rim]).query(made.rest)[0] / 0.04, 0, 1)


def _visible(table: _Table) -> list[Surface]:
    out = []
    for part in table.parts:
        outer = [
            other.layer
            for other in table.parts
            if other.layer.number > part.layer.number + 0.9 and other.garment.extra is None
        ]
        layer = part.layer
        faces = visible_faces(layer.points, layer.normals, layer.faces, outer)
        if not len(faces):
            continue
        kept, (points, normals, flat), _ = compact(faces, layer.points, layer.normals, part.flat)
        out.append(cloth_surface(part.garment, points, kept, normals, flat))
    return out


def worn_layers(surfaces: list[Surface]) -> list[Layer]:
    """Return the surfaces of garments as layers, to find the skin that they cover."""
    return [Layer(one.points, one.faces, 1.0, 0.002) for one in surfaces]
