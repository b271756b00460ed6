"""Stage: a blocking becomes the surfaces of a whole scene, and the view on it."""

from collections.abc import Callable
from dataclasses import dataclass, replace

import numpy as np

from toile.adapters.renderers.bodies.face import face_surfaces
from toile.adapters.renderers.bodies.figure import SKIN_POINTS, Figure, stand
from toile.adapters.renderers.bodies.hair import hair_surfaces
from toile.adapters.renderers.bodies.shape import baked
from toile.adapters.renderers.bodies.skin import skin_surfaces
from toile.adapters.renderers.mesh import Floats, Ints, Surface, turn_z
from toile.adapters.renderers.raster import View
from toile.adapters.renderers.scene.camera import Subject, solve, toward
from toile.adapters.renderers.scene.lights import mirrored_key
from toile.adapters.renderers.scene.props import held_surfaces, standing_surfaces
from toile.adapters.renderers.scene.sets import piece_surface, under_sky
from toile.adapters.renderers.wardrobe.dressmaker import dress_figure, worn_layers
from toile.adapters.renderers.wardrobe.hats import hat_over
from toile.adapters.renderers.wardrobe.layers import Layer, visible_faces
from toile.domain.blocking import Blocking, PersonSpec
from toile.domain.looks import GarmentSpec, LegCut, TopCut

# Nobody is drawn bare: under what the look leaves open lies the plain layer of every fitting room.
UNDERLAYER = (
    GarmentSpec(
        id="underlayer", layer=2, legs=LegCut(top="hip+0.03", hem="crotch-0.05", ease=0.002)
    ),
    GarmentSpec(
        id="underlayer",
        layer=3,
        top=TopCut(neck="strapless", hem="underbust-0.05", ease=0.002),
    ),
)
BACKGROUND = "background"
# From this layer on things are carried and hide no skin.
EXTRAS = 60
# The share of the points of its strands that hair is drawn with, by detail and where it is close.
_DRAWN = {(0, False): 0.5, (0, True): 0.65, (1, False): 0.65, (1, True): 0.85}


@dataclass(frozen=True)
class Stage:
    """All surfaces in the scene, the view, and where the people are."""

    surfaces: list[Surface]
    view: View
    subjects: list[Subject]
    people: list[list[Surface]]

    @property
    def face(self) -> Floats:
        """Return the middle of the faces."""
        return np.asarray(np.mean([s.place(s.figure.eyes) for s in self.subjects], axis=0))

    @property
    def floor(self) -> float:
        """Return the height of the floor."""
        return _floor(self.people)

    @property
    def body(self) -> Floats:
        """Return the middle of the bodies."""
        return np.asarray(np.mean([s.joint("spine03") for s in self.subjects], axis=0))


@dataclass(frozen=True)
class _Ways:
    """How a figure is seen, in its own frame: to the lens, and where its eyes mirror the key."""

    lens: Floats
    glint: Floats


def build_stage(
    blocking: Blocking, width: int, height: int, *, detail: int, check: Callable[[], None]
) -> Stage:
    """Return the whole scene; ``detail`` 0 is a preview, 1 a draft."""
    close = _is_close(blocking)
    subjects, people = [], []
    for person in blocking.people:
        check()
        own = turn_z(person.turn + person.pose.turn)
        glint = mirrored_key(blocking.rig, blocking.camera) @ own
        ways = _Ways(toward(blocking.camera) @ own, glint)
        figure, surfaces = _person(person, ways, blocking.seed, detail, close, check)
        at = np.array([*person.at, 0.0])
        placed = [one.turned(person.turn + person.pose.turn).moved(at) for one in surfaces]
        cloud = np.concatenate([one.points[::3] for one in placed])
        subjects.append(Subject(figure, at, own, cloud))
        people.append(placed)
    held = held_surfaces(blocking, subjects)
    view = solve(blocking.camera, subjects, width, height, held=[one.points for one in held])
    floor = _floor(people)
    surfaces = [one for placed in people for one in placed]
    surfaces += standing_surfaces(blocking, subjects, floor, view) + held
    surfaces += [one for one in _set(blocking, floor) if not _in_the_way(one, view, subjects)]
    return Stage(surfaces, view, subjects, people)


def _is_close(blocking: Blocking) -> bool:
    framing = blocking.camera.framing
    return framing.aim == "face" or framing.bottom.startswith(("neck", "shoulder", "bust", "chin"))


def _floor(people: list[list[Surface]]) -> float:
    """Return the height of the floor: under the lowest shoe of who stands."""
    return (
        min((float(one.points[:, 2].min()) for placed in people for one in placed), default=0.0)
        - 0.001
    )


def _person(
    person: PersonSpec,
    ways: _Ways,
    seed: int,
    detail: int,
    close: bool,
    check: Callable[[], None],
) -> tuple[Figure, list[Surface]]:
    garments = _decent(person.garments)
    heel = max((one.shoes.heel for one in garments if one.shoes), default=0.0)
    bulk = max((_bulk(one) for one in garments), default=0.0)
    figure = stand(person, heel if heel >= 0.03 else 0.0, bulk)
    clothes = dress_figure(figure, garments, seed=seed, cancelled=check)
    check()
    skin = figure.points[:SKIN_POINTS]
    faces = baked().faces["body"]
    solid = [one for one in clothes if one.opacity >= 1 and one.layer < EXTRAS]
    arms = figure.arm_share[:SKIN_POINTS] > 0.3
    bare = Layer(skin, faces, -1.0, 0.0, place=figure.rig.points[:SKIN_POINTS])
    shown = visible_faces(bare, worn_layers(solid), arms=arms, bare=True)
    shown = _pocketed(figure, person, shown)
    surfaces = skin_surfaces(figure, shown, finer=1 if detail or close else 0)
    surfaces += face_surfaces(figure, ways.glint, close=close or detail > 0)
    strands = (2200, 4200)[min(detail, 1)] * (2 if close else 1)
    hidden = any(one.extra and one.extra.kind == "headscarf" for one in garments)
    if not hidden:
        surfaces += hair_surfaces(
            figure, clothes, strands=strands, lens=ways.lens, hat=hat_over(garments),
            drawn=_DRAWN[min(detail, 1), close],
        )  # fmt: skip
    return figure, [*surfaces, *clothes]


def _pocketed(figure: Figure, person: PersonSpec, shown: Ints) -> Ints:
    """Return the skin without the hands that are in pockets."""
    for side, place in person.pose.hands.items():
        if "pocket" in place:
            bones = [
                b
                for b in baked().bones
                if b.endswith(side) and b.startswith(("wrist", "finger", "metacarpal"))
            ]
            hand = baked().weight_of(*bones)[:SKIN_POINTS] > 0.3
            shown = shown[~hand[shown].any(1)]
    return shown


def _bulk(garment: GarmentSpec) -> float:
    cuts = [part.ease for part in (garment.top, garment.skirt, garment.legs) if part]
    return max(cuts, default=0.0) + garment.fabric.thickness


def _decent(garments: tuple[GarmentSpec, ...]) -> tuple[GarmentSpec, ...]:
    """Return the garments with a plain layer where the look leaves trunk or hips open."""
    low = any(one.legs or one.skirt for one in garments)
    high = any(one.top and not (one.top.open_front and one.layer > 30) for one in garments)
    return (
        *(() if low else UNDERLAYER[:1]),
        *(() if high else UNDERLAYER[1:]),
        *garments,
    )


def _in_the_way(piece: Surface, view: View, subjects: list[Subject]) -> bool:
    """Return whether a piece stands before the subject: walls of a set are taken out for a shot."""
    low, high = piece.points.min(0), piece.points.max(0)
    if high[2] - low[2] < 0.25 or piece.line == 0:
        return False
    targets = np.concatenate(
        [subject.cloud[:: max(1, len(subject.cloud) // 24)] for subject in subjects]
    )
    way = targets - view.eye
    way = np.where(np.abs(way) < 1e-9, 1e-9, way)
    first, second = (low - 0.02 - view.eye) / way, (high + 0.02 - view.eye) / way
    enters = np.minimum(first, second).max(1)
    leaves = np.maximum(first, second).min(1)
    return bool(((enters < leaves) & (leaves > 0) & (enters < 0.98)).any())


def _set(blocking: Blocking, floor: float) -> list[Surface]:
    place = blocking.set
    return [
        replace(
            piece_surface(
                under_sky(piece, blocking.rig.sky),
                place.paint,
                BACKGROUND,
                floor=floor,
                seed=blocking.seed + number,
            ),
            region=BACKGROUND,
        )
        for number, piece in enumerate(place.pieces)
    ]
