"""Dressmaker: the garments of a person become surfaces, from inner to outer layer."""

from collections.abc import Callable
from dataclasses import dataclass, field, replace

import numpy as np
import numpy.typing as npt

from toile.adapters.renderers.bodies.figure import Figure
from toile.adapters.renderers.mesh import (
    Floats,
    Ints,
    Surface,
    compact,
    smooth_rim,
)
from toile.adapters.renderers.wardrobe.cloth import cloth_surface
from toile.adapters.renderers.wardrobe.creases import creased, hung_sleeves
from toile.adapters.renderers.wardrobe.cuts import (
    LegShape,
    TopEase,
    above,
    armless,
    below,
    front_gap,
    neckline,
    over_the_shoe,
    sleeve,
    strap_fields,
)
from toile.adapters.renderers.wardrobe.extras import build_extra
from toile.adapters.renderers.wardrobe.layers import Layer, on_the_lap, pushed_out, visible_faces
from toile.adapters.renderers.wardrobe.lofts import loft
from toile.adapters.renderers.wardrobe.seams import laid, run_on
from toile.adapters.renderers.wardrobe.shells import Base, Field, Shell, base_of, shell, worn
from toile.adapters.renderers.wardrobe.shoes import heels, shoe, sole_edge
from toile.adapters.renderers.wardrobe.straps import STRAP, clinging
from toile.adapters.renderers.wardrobe.trimmings import trimmings
from toile.domain.looks import GarmentSpec, LegCut, SkirtCut, TopCut

TAIL_ABOVE_CROTCH = 0.045
# How far a sewn-on skirt starts under the hem that it is sewn to.
TUCK = 0.004
# How far a bodice reaches over what hangs from its waist: in a bent back it slides up.
_OVERLAP = 0.06
# How far from the middle the fronts of a garment that is worn open hang, in metres.
_OPEN = 0.045
Bools = npt.NDArray[np.bool_]


@dataclass
class _Part:
    """A finished part before covered faces are dropped."""

    garment: GarmentSpec
    layer: Layer
    flat: Floats
    sleeves: Bools | None = None
    top: float = 0.0
    shaded: Floats | None = None

    @property
    def normals(self) -> Floats:
        """Return the ways that light meets the part: across a seam they run on."""
        return self.layer.normals if self.shaded is None else self.shaded

    @property
    def spans(self) -> tuple[float, float]:
        """Return the lowest and highest place at rest that the part covers."""
        return self.top + float(self.flat[:, 2].min()), self.top + float(self.flat[:, 2].max())

    @property
    def core(self) -> Floats:
        """Return the points that hang from the trunk and legs, without sleeves."""
        return self.layer.points if self.sleeves is None else self.layer.points[~self.sleeves]


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

    def inside(self) -> list[Floats]:
        """Return what hangs inside a skirt: all clothes, and boots above the ankle."""
        shaft = self.figure.level("ankle") + 0.06
        shoes = [part for part in self.parts if part.garment.shoes is not None]
        boots = [part.layer.points[part.flat[:, 2] > shaft] for part in shoes]
        worn = [part.core for part in self.parts if part.garment.shoes is None]
        return [*worn, *(part for part in boots if len(part))]

    def add(
        self, garment: GarmentSpec, points: Floats, faces: Ints, flat: Floats, *,
        rank: float = 0.0, push: bool = True, sleeves: Bools | None = None,
        shows_under: float = 0.028, top: float = 0.0, place: Floats | None = None,
        outward: Floats | None = None,
    ) -> Layer:  # fmt: skip
        """Push a part out of what is under it and keep it; ``top`` is where hung cloth begins."""
        layer = Layer(
            points, faces, garment.layer + rank, garment.fabric.thickness, shows_under, sleeves,
            place, outward,
        )  # fmt: skip
        if push:
            layer = pushed_out(layer, self.lower(garment.layer))
            layer = replace(layer, points=smooth_rim(layer.points, faces, 6))
            layer = pushed_out(layer, self.lower(garment.layer))
        if garment.top and place is not None and self.figure.pose.support == "sit":
            hips = self.figure.joint("upperleg01.L")
            layer = on_the_lap(layer, self.lower(garment.layer), hips)
        self.parts.append(_Part(garment, layer, flat, sleeves, top))
        return layer

    def seam(self, garment: GarmentSpec, skirt: Layer, hem: float) -> None:
        """Lay the hem of a garment's top onto the skirt, the last part, that is sewn to it."""
        for number, part in enumerate(self.parts):
            if part.garment is garment and part.sleeves is not None:
                layer, shaded = laid(part.layer, skirt, part.flat[:, 2] - hem, part.sleeves)
                self.parts[number] = replace(part, layer=layer, shaded=shaded)
                shaded = run_on(skirt, layer, part.sleeves)
                self.parts[-1] = replace(self.parts[-1], shaded=shaded)


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
        tuck = TUCK if garment.top else 0.0
        made = loft(table.figure, cut, table.inside(), seed=table.seed, tuck=tuck)
        sewn = 0.02 if garment.top else 0.028
        skirt = table.add(
            garment, made.points, made.faces, _hanging(made.flat), rank=0.95,
            shows_under=sewn, top=table.figure.level(cut.top), outward=made.outward,
        )  # fmt: skip
        if garment.top:
            table.seam(garment, skirt, table.figure.level(garment.top.hem))
    if garment.extra:
        inner = [part.core for part in table.parts]
        for points, faces in build_extra(table.figure, garment.extra, inner):
            # Between two layers: a belt of the coat's own cloth keeps its outline.
            table.add(garment, points, faces, points, rank=0.5, push=False)


def _hanging(flat: Floats) -> Floats:
    """Return unrolled cloth (around, down) as if it hung on a flat wall."""
    return np.stack([flat[:, 0], np.zeros(len(flat)), -flat[:, 1]], axis=1)


def _shoes(table: _Table, garment: GarmentSpec) -> None:
    cut = garment.shoes
    if cut is None:
        return
    made = shoe(table.figure, table.base, cut)
    table.add(garment, made.points, made.faces, made.rest, push=False, place=made.base.points)
    if cut.welt:
        colour = cut.sole_colour or garment.fabric.colour
        rubber = garment.fabric.model_copy(update={"colour": colour, "tile": "plain"})
        soled = garment.model_copy(update={"fabric": rubber})
        table.add(soled, *sole_edge(made, cut), rank=0.5, push=False)
    block = heels(table.figure, cut, made)
    if block is not None:
        table.add(garment, *block, block[0], push=False)


def _legs(table: _Table, garment: GarmentSpec, cut: LegCut) -> None:
    figure = table.figure
    hem = over_the_shoe(figure, figure.level(cut.hem))
    fields: list[Field] = [below(figure.level(cut.top)), hem, armless]
    loose = cut.ease + cut.flare
    made = shell(
        figure,
        table.base,
        fields,
        lambda base: np.full(len(base.points), cut.ease),
        bridge=3 + int(200 * loose),
        change=LegShape(figure, cut) if loose > 0.012 else None,
    )
    made = creased(figure, made, garment.fabric.stiffness)
    table.add(garment, made.points, made.faces, made.rest, place=made.base.points)
    table.base = worn(table.base, made, garment.fabric.thickness)


def _top(table: _Table, garment: GarmentSpec, cut: TopCut) -> None:
    figure = table.figure
    hem = figure.level(cut.hem)
    tail = hem < figure.level("crotch") + TAIL_ABOVE_CROTCH
    low = figure.level("waist") - _OVERLAP if tail else hem
    fields = [sleeve(cut.sleeve), above(low), *neckline(figure, cut)]
    if cut.neck in ("strapless", "straps", "halter", "one_shoulder") and cut.sleeve <= 0:
        fields = fields[1:]
    if cut.open_front:
        start = figure.level(cut.depth) if cut.neck == "v" else figure.level("neck") + 0.04
        fields.append(front_gap(figure, start, hem, 0.05))
    ease = TopEase(figure, cut)

    made = shell(figure, table.base, fields, ease, bridge=3 + int(420 * (cut.ease + cut.hem_ease)))
    made = creased(figure, hung_sleeves(made, cut), garment.fabric.stiffness)
    sleeves = made.base.arm > 0.3
    layer = table.add(
        garment, made.points, made.faces, made.rest, sleeves=sleeves, place=made.base.points
    )
    table.base = worn(table.base, made, garment.fabric.thickness)
    if tail:
        _tail(table, garment, cut, layer.points[~sleeves])
    if cut.neck == "straps":
        _shoulder_straps(table, garment, cut)
    finished = Shell(layer.points, made.rest, made.faces, made.base)
    for part in trimmings(figure, cut, finished):
        table.add(garment, part.points, part.faces, part.rest, rank=part.rank, push=False)


def _tail(table: _Table, garment: GarmentSpec, cut: TopCut, above_it: Floats) -> None:
    """Hang what falls below the waist: a shell would split into two legs further down."""
    skirt = SkirtCut(
        top="waist",
        hem=cut.hem,
        ease=0.002 + 0.5 * cut.ease,
        flare=0.008 + cut.hem_ease,
        fullness=0.008,
        folds=5,
        open_front=cut.open_front or cut.lapel > 0,
        slit=_OPEN if cut.open_front else 0.0,
    )
    made = loft(table.figure, skirt, [*table.inside(), above_it], seed=table.seed, tuck=TUCK)
    tail = table.add(
        garment, made.points, made.faces, _hanging(made.flat), rank=0.95,
        shows_under=0.02, top=table.figure.level(skirt.top), outward=made.outward,
    )  # fmt: skip
    table.seam(garment, tail, table.figure.level("waist") - _OVERLAP)


def _shoulder_straps(table: _Table, garment: GarmentSpec, cut: TopCut) -> None:
    for side in (1, -1):
        made = shell(
            table.figure,
            table.base,
            strap_fields(table.figure, side),
            lambda base: np.full(len(base.points), STRAP),
            bridge=0,
        )
        points = clinging(table.figure, made)
        table.add(garment, points, made.faces, made.rest, push=False)


def _visible(table: _Table) -> list[Surface]:
    out = []
    for part in table.parts:
        outer = [
            other.layer
            for other in table.parts
            if other.layer.number > part.layer.number + 0.9 and other.garment.extra is None
        ]
        layer = part.layer
        arms = np.zeros(len(layer.points), bool) if part.sleeves is None else part.sleeves
        faces = visible_faces(layer, outer, arms=arms)
        if not len(faces):
            continue
        kept, (points, normals, flat), used = compact(faces, layer.points, part.normals, part.flat)
        made = cloth_surface(part.garment, points, kept, normals, flat, layer.number)
        drawn = used if made.corner_of is None else used[made.corner_of]
        place = None if layer.place is None else layer.place[drawn]
        out.append(replace(made, sleeves=arms[drawn], spans=part.spans, place=place))
    return out


def worn_layers(surfaces: list[Surface]) -> list[Layer]:
    """Return the surfaces of garments as layers, to find the skin that they cover."""
    return [_worn_layer(one) for one in surfaces]


def _worn_layer(cloth: Surface) -> Layer:
    points, faces = cloth.whole
    sleeves = None if cloth.sleeves is None else cloth.sleeves[points]
    place = None if cloth.place is None else cloth.place[points]
    return Layer(cloth.points[points], faces, 1.0, 0.002, sleeves=sleeves, place=place)
