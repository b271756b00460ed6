"""Tiles: weaves and prints as small repeating pictures, made by arithmetic. No image files."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache

import numpy as np
import numpy.typing as npt
from scipy import ndimage
from scipy.spatial import cKDTree

from toile.adapters.renderers.finish.colour import linear
from toile.adapters.renderers.mesh import Floats, smoothstep

SIDE = 256
TAU = 2 * np.pi
Drawn = tuple[Floats, Floats]
# Weaves of one yarn: their hollows are darker, the whole is the colour that was named.
_ONE_COLOUR = ("rib", "knit", "cable", "denim", "leather", "corduroy", "quilt", "fur")


@dataclass(frozen=True)
class Tile:
    """One repeat: linear colour, and height in metres over it."""

    colour: npt.NDArray[np.float32]
    height: npt.NDArray[np.float32]


@lru_cache(maxsize=64)
def tile(name: str, colour: str, accent: str) -> Tile | None:
    """Return the repeat of a weave or print; ``plain`` has none."""
    draw = _TILES.get(name)
    if draw is None:
        return None
    y, x = np.meshgrid(
        (np.arange(SIDE) + 0.5) / SIDE, (np.arange(SIDE) + 0.5) / SIDE, indexing="ij"
    )
    painted, height = draw(x, y, linear(colour), linear(accent))
    painted = np.broadcast_to(painted, (SIDE, SIDE, 3))
    if name in _ONE_COLOUR:
        # Relief takes a little light away again.
        painted = painted * 1.08 * linear(colour) / painted.mean((0, 1))
    painted = np.clip(painted, 0.002, 0.88)
    return Tile(
        painted.astype(np.float32), np.broadcast_to(height, (SIDE, SIDE)).astype(np.float32)
    )


def tile_names() -> tuple[str, ...]:
    """Return the weaves and prints that can be named in a fabric."""
    return ("plain", *_TILES)


def _grain(spread: float, seed: int = 0) -> Floats:
    noise = np.random.default_rng(seed).normal(size=(SIDE, SIDE))
    soft = ndimage.gaussian_filter(noise, spread, mode="wrap")
    return np.asarray(soft / soft.std())


def _mix(a: Floats, b: Floats, share: Floats) -> Floats:
    return a * (1 - share[..., None]) + b * share[..., None]


def _shaded(colour: Floats, share: Floats) -> Floats:
    return colour * share[..., None]


def _rib(x: Floats, y: Floats, colour: Floats, accent: Floats) -> Drawn:
    wave = np.abs(np.sin(TAU * 4 * x)) ** 0.7
    stitch = 0.12 * np.abs(np.sin(TAU * 12 * y))
    return _shaded(colour, 0.72 + 0.28 * wave - 0.5 * stitch * (1 - wave)), 0.0014 * wave


def _knit(x: Floats, y: Floats, colour: Floats, accent: Floats) -> Drawn:
    wave = np.abs(np.sin(TAU * 10 * y + 1.4 * np.cos(TAU * 10 * x)))
    return _shaded(colour, 0.8 + 0.2 * wave + 0.02 * _grain(1)), 0.0006 * wave


def _cable(x: Floats, y: Floats, colour: Floats, accent: Floats) -> Drawn:
    ground = 0.0005 * np.abs(np.sin(TAU * 12 * y + 1.4 * np.cos(TAU * 12 * x)))
    phase = TAU * 2 * y
    inside = smoothstep(0.17, 0.14, np.abs(x - 0.5))
    strands = [
        np.sqrt(np.maximum(0, 1 - ((x - 0.5 - side * 0.055 * np.sin(phase)) / 0.062) ** 2))
        * (0.75 + side * 0.25 * np.cos(phase))
        for side in (1, -1)
    ]
    rope = np.maximum(*strands)
    ribs = (1 - inside) * 0.0022 * np.abs(np.sin(TAU * 4 * x)) ** 0.7
    height = ndimage.gaussian_filter(ground + inside * 0.0045 * rope + ribs, 1, mode="wrap")
    hollow = (height - ndimage.gaussian_filter(height, 9, mode="wrap")) / 0.0016
    return _shaded(colour, 0.6 + 0.4 * np.clip(0.5 + hollow, 0, 1)), height


def _denim(x: Floats, y: Floats, colour: Floats, accent: Floats) -> Drawn:
    twill = np.sin(TAU * (24 * x + 24 * y))
    slub = ndimage.gaussian_filter1d(_grain(0.7, 3), 9, axis=0, mode="wrap")
    share = np.clip(0.5 + 0.4 * twill + 0.22 * _grain(1.2), 0, 1)
    pale = linear("#c9d0d8")
    return _shaded(colour, 1 - 0.3 * share + 0.12 * slub) + pale * 0.14 * share[
        ..., None
    ], 0.0002 * twill


def _tweed(x: Floats, y: Floats, colour: Floats, accent: Floats) -> Drawn:
    zig = np.abs(((x * 8) % 1) - 0.5) * 2
    bone = ((y * 16 + zig * 2) % 1 < 0.5).astype(float)
    cloth = _mix(accent, colour, bone) * (1 + 0.16 * _grain(1.3, 1)[..., None])
    neps = (_grain(2.0, 2) > 2.3)[..., None]
    return np.where(neps, linear("#e6dccb") * 0.8, cloth), 0.0003 * bone + 0.0001 * _grain(1.3, 1)


def _pinstripe(x: Floats, y: Floats, colour: Floats, accent: Floats) -> Drawn:
    line = np.exp(-((((x * 3) % 1 - 0.5) / 0.05) ** 2)) * (0.7 + 0.3 * np.sin(TAU * 40 * y))
    return _mix(colour, accent, np.clip(line, 0, 1)), 0.00005 * np.sin(TAU * 40 * (x + y))


def _stripe(x: Floats, y: Floats, colour: Floats, accent: Floats) -> Drawn:
    return _mix(colour, accent, (y % 1 < 0.42).astype(float)), 0 * x


def _vertical(x: Floats, y: Floats, colour: Floats, accent: Floats) -> Drawn:
    return _mix(colour, accent, ((x * 2) % 1 < 0.4).astype(float)), 0 * x


def _check(x: Floats, y: Floats, colour: Floats, accent: Floats) -> Drawn:
    share = 0.5 * ((x * 2) % 1 < 0.45) + 0.5 * ((y * 2) % 1 < 0.45)
    return _mix(colour, accent, share), 0 * x


def _tartan(x: Floats, y: Floats, colour: Floats, accent: Floats) -> Drawn:
    broad = 0.45 * (np.abs(x - 0.5) < 0.2) + 0.45 * (np.abs(y - 0.5) < 0.2)
    line = (np.abs(x - 0.12) < 0.012) | (np.abs(y - 0.12) < 0.012)
    return np.where(line[..., None], linear("#e8ddb8"), _mix(colour, accent, broad)), 0 * x


def _houndstooth(x: Floats, y: Floats, colour: Floats, accent: Floats) -> Drawn:
    u, v = (x * 4) % 1, (y * 4) % 1
    tooth = ((u < 0.5) & (v < 0.5)) | ((u + v) % 0.5 < 0.25) & ((u < 0.5) ^ (v < 0.5))
    return _mix(colour, accent, tooth.astype(float)), 0 * x


def _dots(x: Floats, y: Floats, colour: Floats, accent: Floats) -> Drawn:
    first = np.hypot((x * 2) % 1 - 0.5, (y * 2) % 1 - 0.5)
    second = np.hypot((x * 2 + 0.5) % 1 - 0.5, (y * 2 + 0.5) % 1 - 0.5)
    return _mix(colour, accent, (np.minimum(first, second) < 0.17).astype(float)), 0 * x


def _floral(x: Floats, y: Floats, colour: Floats, accent: Floats) -> Drawn:
    rng = np.random.default_rng(7)
    cloth = np.broadcast_to(colour, (SIDE, SIDE, 3)).copy()
    pale = 0.5 * accent + 0.5 * linear("#f0e2d0")
    for number in range(16):
        at, size = rng.uniform(size=2), rng.uniform(0.05, 0.085)
        dx, dy = (x - at[0] + 0.5) % 1 - 0.5, (y - at[1] + 0.5) % 1 - 0.5
        far, turn = np.hypot(dx, dy), np.arctan2(dy, dx)
        petal = (far < size * (0.62 + 0.38 * np.abs(np.cos(2.5 * turn + number))))[..., None]
        cloth = np.where(petal, accent if number % 3 else pale, cloth)
        cloth = np.where((far < 0.2 * size)[..., None], linear("#d9a441"), cloth)
    return cloth, 0 * x


def _leopard(x: Floats, y: Floats, colour: Floats, accent: Floats) -> Drawn:
    field = _grain(7, 4)
    ring = (np.abs(field - 0.9) < 0.32).astype(float)
    return _mix(_mix(colour, colour * 0.55, (field > 1.2).astype(float)), accent, ring), 0 * x


def _leather(x: Floats, y: Floats, colour: Floats, accent: Floats) -> Drawn:
    seeds = np.random.default_rng(0).uniform(size=(360, 2))
    around = np.concatenate([seeds + np.array((i, j)) for i in (-1, 0, 1) for j in (-1, 0, 1)])
    near, _ = cKDTree(around).query(np.stack([x, y], -1).reshape(-1, 2), k=2)
    crack = np.minimum((near[:, 1] - near[:, 0]).reshape(SIDE, SIDE) * np.sqrt(360), 0.4) / 0.4
    return _shaded(colour, 0.84 + 0.16 * crack), 0.0001 * crack


def _quilt(x: Floats, y: Floats, colour: Floats, accent: Floats) -> Drawn:
    puff = np.abs(np.sin(np.pi * 2 * (x + y)) * np.sin(np.pi * 2 * (x - y))) ** 0.5
    return _shaded(colour, 0.72 + 0.28 * puff), 0.006 * puff


def _channel(x: Floats, y: Floats, colour: Floats, accent: Floats) -> Drawn:
    puff = np.abs(np.sin(np.pi * y)) ** 0.55
    return _shaded(colour, 0.62 + 0.38 * puff), 0.014 * puff


def _sequin(x: Floats, y: Floats, colour: Floats, accent: Floats) -> Drawn:
    row = np.floor(y * 24)
    u, v = (x * 24 + 0.5 * (row % 2)) % 1 - 0.5, (y * 24) % 1 - 0.5
    glint = np.random.default_rng(5).uniform(0.45, 1.5, (24, 25))
    column = (np.floor(x * 24 + 0.5 * (row % 2)) % 25).astype(int)
    share = glint[row.astype(int) % 24, column] * (np.hypot(u, v) < 0.48) + 0.3
    return _shaded(colour, share), 0 * x


def _lace(x: Floats, y: Floats, colour: Floats, accent: Floats) -> Drawn:
    net = np.abs(np.sin(TAU * 6 * (x + y))) * np.abs(np.sin(TAU * 6 * (x - y)))
    flower = np.hypot((x * 2) % 1 - 0.5, (y * 2) % 1 - 0.5) < 0.26
    return _mix(colour * 0.55, colour, np.maximum(net < 0.35, flower).astype(float)), 0 * x


def _corduroy(x: Floats, y: Floats, colour: Floats, accent: Floats) -> Drawn:
    wale = np.abs(np.sin(TAU * 5 * x)) ** 0.6
    return _shaded(colour, 0.62 + 0.38 * wale), 0.0008 * wale


def _fur(x: Floats, y: Floats, colour: Floats, accent: Floats) -> Drawn:
    hair = ndimage.gaussian_filter1d(_grain(1.0, 6), 12, axis=0, mode="wrap")
    hair = hair / hair.std()
    return _shaded(colour, np.clip(0.8 + 0.16 * hair, 0.3, 1.2)), 0.0015 * hair


_TILES: dict[str, Callable[[Floats, Floats, Floats, Floats], Drawn]] = {
    "rib": _rib, "knit": _knit, "cable": _cable, "denim": _denim, "tweed": _tweed,
    "pinstripe": _pinstripe, "stripe": _stripe, "vertical_stripe": _vertical, "check": _check,
    "tartan": _tartan, "houndstooth": _houndstooth, "dots": _dots, "floral": _floral,
    "leopard": _leopard, "leather": _leather, "quilt": _quilt, "channel": _channel,
    "sequin": _sequin, "lace": _lace, "corduroy": _corduroy, "fur": _fur,
}  # fmt: skip
