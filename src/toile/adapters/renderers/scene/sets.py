"""Sets and props: simple solids with the colours of the place."""

import numpy as np

from toile.adapters.renderers.finish.colour import linear
from toile.adapters.renderers.mesh import Floats, Ints, Surface, grid_faces, smoothstep, turn_z
from toile.adapters.renderers.scene.masonry import arches, rock, shelves
from toile.adapters.renderers.scene.places import facade, tree
from toile.adapters.renderers.scene.things import blooms, lathe, leaves, swept
from toile.domain.blocking import Piece

_FINISH: dict[str, dict[str, float]] = {
    "matte": {"roughness": 0.95, "specular": 0.1},
    "satin": {"roughness": 0.45, "specular": 0.35},
    "gloss": {"roughness": 0.15, "specular": 0.5},
    "water": {"roughness": 0.08, "specular": 0.9},
    "metal": {"roughness": 0.3, "specular": 0.6, "metallic": 0.85},
    "glow": {"roughness": 1.0, "specular": 0.0, "glow": 1.0},
    "wood": {"roughness": 0.6, "specular": 0.25},
}
Solid = tuple[Floats, Ints]


def under_sky(piece: Piece, sky: tuple[str, str] | None) -> Piece:
    """Return a window that glows as the sky does which the light is set up for, if it has one."""
    if piece.finish != "daylight":
        return piece
    colour = sky[0] if sky else piece.colour
    return piece.model_copy(update={"finish": "glow", "colour": colour})


def piece_surface(piece: Piece, paint: str, region: str, *, floor: float, seed: int) -> Surface:
    """Return one solid of a set or prop, its base on the floor."""
    colour = linear(paint if piece.colour == "paint" else piece.colour)
    if piece.shape in _PAINTED:
        points, faces, colours = _PAINTED[piece.shape](piece.size, colour, seed)
    else:
        points, faces = _SHAPES[piece.shape](piece, seed)
        colours = np.broadcast_to(colour, points.shape).copy()
    points = (
        points @ _tilted(piece.tilt).T @ turn_z(piece.turn).T
        + np.array(piece.at)
        + np.array([0.0, 0.0, floor])
    )
    if piece.shape == "grass":
        rng = np.random.default_rng(seed)
        colours = colours * np.repeat(rng.uniform(0.6, 1.3, len(points) // 3), 3)[:, None]
    material = dict(_FINISH[piece.finish])
    if piece.shape in _LEAFY:
        material["blades"] = 1.0
    normals = None
    if piece.shape == "water":
        normals = _ripples(points)
    line = 0.0 if piece.shape in ("sweep", "water", *_LEAFY) else 1.0
    return Surface(region, points, faces, material, normals, colours, line=line)


def _tilted(degrees: tuple[float, float]) -> Floats:
    """Return the rotation about x, then about y."""
    (a, b), (c, d) = np.cos(np.radians(degrees)), np.sin(np.radians(degrees))
    about_x = np.array([[1.0, 0.0, 0.0], [0.0, a, -c], [0.0, c, a]])
    about_y = np.array([[b, 0.0, d], [0.0, 1.0, 0.0], [-d, 0.0, b]])
    return np.asarray(about_y @ about_x)


def _box(piece: Piece, seed: int) -> Solid:
    corners = np.array([[x, y, z] for x in (-0.5, 0.5) for y in (-0.5, 0.5) for z in (0, 1)])
    quads = [(0, 1, 3, 2), (4, 6, 7, 5), (0, 4, 5, 1), (2, 3, 7, 6), (0, 2, 6, 4), (1, 5, 7, 3)]
    points = np.concatenate([(corners * piece.size)[list(quad)] for quad in quads])
    faces = [[4 * k, 4 * k + a, 4 * k + b] for k in range(6) for a, b in ((1, 2), (2, 3))]
    return points, np.array(faces)


def _plane(piece: Piece, seed: int) -> Solid:
    wide, deep, _ = piece.size
    points = np.array([[-wide, -deep, 0], [wide, -deep, 0], [wide, deep, 0], [-wide, deep, 0]]) / 2
    return points, np.array([[0, 1, 2], [0, 2, 3]])


def _cylinder(piece: Piece, seed: int) -> Solid:
    wide, deep, high = piece.size
    turn = np.linspace(0, 2 * np.pi, 36, endpoint=False)
    ring = np.stack([np.cos(turn) * wide / 2, np.sin(turn) * deep / 2], axis=1)
    rows = [(0.0, 0.0), (0.0, 1.0), (0.0, 1.0), (high, 1.0), (high, 1.0), (high, 0.0)]
    points = np.concatenate([np.c_[ring * share, np.full(36, z)] for z, share in rows])
    return points, grid_faces(len(rows), 36, closed=True)[:, ::-1]


def _sphere(piece: Piece, seed: int) -> Solid:
    turn = np.linspace(0, 2 * np.pi, 32, endpoint=False)
    rows = np.linspace(0.01, np.pi - 0.01, 18)
    points = np.concatenate(
        [
            np.c_[np.cos(turn) * np.sin(t), np.sin(turn) * np.sin(t), np.full(32, 1 - np.cos(t))]
            for t in rows
        ]
    )
    return points * piece.size / 2, grid_faces(18, 32, closed=True)[:, ::-1]


def _sweep(piece: Piece, seed: int) -> Solid:
    """A paper roll or cyclorama: floor, curve, wall."""
    wide, deep, high = piece.size
    radius = min(1.2, 0.35 * deep)
    wall = deep / 2
    turn = np.linspace(0, np.pi / 2, 20)
    profile = [
        (-deep * 1.5, 0.0),
        *((wall - radius + radius * np.sin(t), radius - radius * np.cos(t)) for t in turn),
        (wall, high),
    ]
    points = np.array([[x, y, z] for x in (-wide / 2, wide / 2) for y, z in profile])
    return points, grid_faces(2, len(profile), closed=False)


def _stairs(piece: Piece, seed: int) -> Solid:
    wide, deep, high = piece.size
    points, faces = [], []
    for step in range(piece.steps):
        share = (step + 1) / piece.steps
        at = deep * step / piece.steps
        part = piece.model_copy(update={"size": (wide, deep - at, high * share)})
        solid, triangles = _box(part, seed)
        faces.append(triangles + 24 * step)
        points.append(solid + np.array([0, (deep + at) / 2 - deep / 2, 0]))
    return np.concatenate(points), np.concatenate(faces)


# The share of its depth over which grass rises to its height, from the front.
_GROWN = 0.15


def _grass(piece: Piece, seed: int) -> Solid:
    """Blades as thin triangles, thinner in number far away; they are short where they begin."""
    wide, deep, high = piece.size
    rng = np.random.default_rng(seed + 31)
    count = 26000
    across, away = rng.uniform(-wide / 2, wide / 2, count), rng.uniform(size=count) ** 1.5
    root = np.c_[across, deep * (away - 0.4), np.zeros(count)]
    lean = rng.normal(size=(count, 2)) * 0.16 * high
    tall = high * rng.uniform(0.45, 1.1, count) * smoothstep(-0.03, _GROWN, away)
    side = rng.normal(size=(count, 2))
    side = 0.006 * side / np.linalg.norm(side, axis=1, keepdims=True)
    left, right = root.copy(), root.copy()
    left[:, :2] -= side
    right[:, :2] += side
    top = root + np.c_[lean, tall]
    return np.stack([left, right, top], axis=1).reshape(-1, 3), np.arange(3 * count).reshape(-1, 3)


def _water(piece: Piece, seed: int) -> Solid:
    wide, deep, _ = piece.size
    x, y = np.meshgrid(np.linspace(-wide / 2, wide / 2, 90), np.linspace(-deep / 2, deep / 2, 120))
    points = np.stack([x, y, 0 * x], axis=-1).reshape(-1, 3)
    return points, grid_faces(120, 90, closed=False)[:, ::-1]


def _ripples(points: Floats) -> Floats:
    x, y = points[:, 0], points[:, 1]
    slope_x = 0.05 * np.sin(3.1 * x + 1.7 * y) + 0.04 * np.sin(7.3 * x - 4 * y + 1)
    slope_y = 0.09 * np.sin(5.2 * y + 0.8 * x) + 0.06 * np.sin(11 * y - 2.2 * x + 2)
    normal = np.stack([slope_x, slope_y, np.ones(len(points))], axis=1)
    return np.asarray(normal / np.linalg.norm(normal, axis=1, keepdims=True))


def _frame(piece: Piece, seed: int) -> Solid:
    """A window frame: four sides and a cross, standing up."""
    wide, deep, high = piece.size
    bar = max(0.04, 0.05 * wide)
    bars = [
        ((-wide / 2, 0), (bar, high)), ((wide / 2, 0), (bar, high)), ((0, 0), (wide, bar)),
        ((0, high - bar), (wide, bar)), ((0, 0), (bar * 0.6, high)),
        ((0, high / 2), (wide, bar * 0.6)),
    ]  # fmt: skip
    points, faces = [], []
    for number, ((x, z), (across, up)) in enumerate(bars):
        part = piece.model_copy(update={"size": (across, deep, up)})
        solid, triangles = _box(part, seed)
        points.append(solid + np.array([x, 0, z]))
        faces.append(triangles + 24 * number)
    return np.concatenate(points), np.concatenate(faces)


_PAINTED = {
    "facade": facade, "tree": tree, "rock": rock, "arches": arches, "shelves": shelves,
    "blooms": blooms, "leaves": leaves,
}  # fmt: skip
_LEAFY = ("grass", "tree", "blooms", "leaves")
_SHAPES = {
    "box": _box, "plane": _plane, "cylinder": _cylinder, "sphere": _sphere, "sweep": _sweep,
    "stairs": _stairs, "grass": _grass, "water": _water, "frame": _frame,
    "lathe": lathe, "tube": swept,
}  # fmt: skip
