"""Pictures that are drawn by number, in the kinds a fashion house makes: to mark and to read.

    python benchmarks/mark_pictures.py FOLDER --seed 700 --each 3

The same number gives the same picture. None is a photograph; each kind is hard for a mark in its
own way: no detail to hide in, no room to black or white, or patterns that look like a mark.
"""

import argparse
from collections.abc import Callable
from pathlib import Path

import cv2
import numpy as np
from PIL import Image, ImageDraw, ImageFont

Pixels = np.ndarray
Chance = np.random.Generator
HEIGHT, WIDTH = 1024, 768


def _finished(scene: Pixels, chance: Chance, grain: float) -> Pixels:
    return np.clip(scene + chance.normal(0, grain, scene.shape), 0, 255).astype(np.uint8)


def _cloud(chance: Chance, slope: float) -> Pixels:
    """Return noise whose amplitude falls as 1/f^slope, -2 to 2 or so, (HEIGHT, WIDTH)."""
    rows, columns = np.fft.fftfreq(HEIGHT)[:, None], np.fft.rfftfreq(WIDTH)[None]
    falling = 1 / np.maximum(np.hypot(rows, columns), 1 / HEIGHT) ** slope
    spectrum = np.fft.rfft2(chance.normal(0, 1, (HEIGHT, WIDTH))) * falling
    plane = np.fft.irfft2(spectrum, (HEIGHT, WIDTH))
    return np.asarray((plane - plane.mean()) / plane.std())


def _blobs(scene: Pixels, chance: Chance, count: int, low: float, high: float) -> Pixels:
    rows, columns = np.mgrid[0:HEIGHT, 0:WIDTH].astype(np.float32)
    for _ in range(count):
        cover: Pixels = np.zeros((HEIGHT, WIDTH), np.float32)
        centre = int(chance.integers(180, 590)), int(chance.integers(200, 860))
        axes = tuple(int(a) for a in chance.integers(40, 240, 2))
        cv2.ellipse(cover, centre, axes, float(chance.uniform(0, 180)), 0, 360, 1.0, -1)
        cover = cv2.GaussianBlur(cover, (0, 0), float(chance.uniform(0.7, 6)))[..., None]
        shade = 1 + 0.15 * np.sin((columns + rows * chance.uniform(-1, 1)) / chance.uniform(20, 90))
        scene = scene * (1 - cover) + cover * chance.uniform(low, high, 3) * shade[..., None]
    return scene


def high_key(chance: Chance) -> Pixels:
    """White on white: a seamless, pale cloth, hardly a shadow."""
    scene = np.full((HEIGHT, WIDTH, 3), 247.0) + 4 * _cloud(chance, 1.6)[..., None]
    return _finished(_blobs(scene, chance, 7, 215, 252), chance, 0.8)


def low_key(chance: Chance) -> Pixels:
    """Black on black with one edge of light."""
    scene = np.full((HEIGHT, WIDTH, 3), 9.0) + 3 * _cloud(chance, 1.5)[..., None]
    scene = _blobs(scene, chance, 7, 4, 34)
    for _ in range(3):
        lit = np.zeros((HEIGHT, WIDTH), np.float32)
        centre = int(chance.integers(250, 520)), int(chance.integers(300, 760))
        axes = tuple(int(a) for a in chance.integers(90, 300, 2))
        start, end = sorted(chance.uniform(0, 360, 2))
        cv2.ellipse(lit, centre, axes, 0, start, end, 1.0, 5)
        scene += cv2.GaussianBlur(lit, (0, 0), 4)[..., None] * chance.uniform(60, 190, 3)
    return _finished(scene, chance, 1.6)


def poster(chance: Chance) -> Pixels:
    """Flat graphics: large areas of one colour, hard edges, type, not a grain of noise."""
    colours = [tuple(int(c) for c in chance.integers(10, 246, 3)) for _ in range(6)]
    sheet = Image.new("RGB", (WIDTH, HEIGHT), colours[0])
    pen = ImageDraw.Draw(sheet)
    for colour in colours[1:]:
        x, y = chance.integers(0, 560), chance.integers(0, 760)
        box = (int(x), int(y), int(x + chance.integers(60, 420)), int(y + chance.integers(60, 420)))
        (pen.ellipse if chance.random() < 0.5 else pen.rectangle)(box, fill=colour)
    for row, size in enumerate((120, 64, 24, 24, 24)):
        words = "AUTUMN WINTER 27" if row < 2 else "Wool, silk and a coat to keep for good."
        font = ImageFont.load_default(size)
        pen.text((40, 90 + 160 * row), words, font=font, fill=colours[-1 - row % 3])
    return np.asarray(sheet)


def weave(chance: Chance) -> Pixels:
    """A cloth close up: a regular pattern over the whole frame, like the mark's own tile."""
    rows, columns = np.mgrid[0:HEIGHT, 0:WIDTH].astype(np.float32)
    pitch, lean = chance.uniform(5, 26), chance.uniform(0.3, 1.6)
    twill = np.sin(2 * np.pi * (columns + lean * rows) / pitch)
    cross = np.sin(2 * np.pi * (rows - chance.uniform(0, 0.6) * columns) / (pitch * 1.7))
    check = np.sign(np.sin(columns / pitch / 2)) * np.sign(np.sin(rows / pitch / 2))
    drape = 25 * _cloud(chance, 1.9)
    plane = chance.uniform(70, 180) + 28 * twill + 16 * cross + 18 * check + drape
    return _finished(plane[..., None] * chance.uniform(0.7, 1.2, 3), chance, 3)


def foliage(chance: Chance) -> Pixels:
    """Detail everywhere and at every size: leaves, gravel, sequins."""
    light = 105 + 48 * _cloud(chance, 0.95)
    tint = chance.uniform(0.5, 1.15, 3)
    return _finished(light[..., None] * tint + 9 * _cloud(chance, 1.4)[..., None], chance, 2)


def sky(chance: Chance) -> Pixels:
    """A smooth gradient with soft cloud and nothing to hide in."""
    rows = np.linspace(0, 1, HEIGHT)[:, None, None]
    top, bottom = chance.uniform(60, 150, 3), chance.uniform(150, 235, 3)
    scene = top * (1 - rows) + bottom * rows + 12 * _cloud(chance, 2.1)[..., None]
    return _finished(scene, chance, 0.5)


def night(chance: Chance) -> Pixels:
    """A street at night: out-of-focus lights on black, sensor noise."""
    scene = np.full((HEIGHT, WIDTH, 3), 14.0) + 8 * _cloud(chance, 1.5)[..., None]
    for _ in range(45):
        lit = np.zeros((HEIGHT, WIDTH), np.float32)
        place = int(chance.integers(0, WIDTH)), int(chance.integers(0, HEIGHT))
        cv2.circle(lit, place, int(chance.integers(4, 46)), 1.0, -1)
        spread = float(chance.uniform(0.6, 3))
        scene += cv2.GaussianBlur(lit, (0, 0), spread)[..., None] * chance.uniform(20, 150, 3)
    return _finished(scene, chance, 6)


def painted(chance: Chance) -> Pixels:
    """Brush strokes over a soft scene, as a painter or a diffusion model would leave them."""
    under = _blobs(np.full((HEIGHT, WIDTH, 3), chance.uniform(60, 200)), chance, 9, 15, 235)
    lean = _cloud(chance, 2.2)
    canvas = under.astype(np.float32).copy()
    for stroke in range(5200):
        x, y = int(chance.integers(0, WIDTH)), int(chance.integers(0, HEIGHT))
        length = int(chance.integers(6, 46 if stroke < 2600 else 18))
        angle = float(lean[y, x]) * 1.4
        way = int(np.cos(angle) * length), int(np.sin(angle) * length)
        colour = np.clip(under[y, x] + chance.normal(0, 16, 3), 0, 255)
        cv2.line(canvas, (x, y), (x + way[0], y + way[1]), colour.tolist(),
                 int(chance.integers(2, 11)), cv2.LINE_AA)  # fmt: skip
    return _finished(canvas, chance, 1)


def ink(chance: Chance) -> Pixels:
    """A sketch: thin dark lines on paper white."""
    sheet = np.full((HEIGHT, WIDTH, 3), 250, np.uint8)
    for _ in range(130):
        start = chance.uniform((80, 80), (690, 940))
        steps = np.cumsum(chance.normal(0, 7, (60, 2)) + chance.normal(0, 5, 2), axis=0)
        line = np.rint(start + steps).astype(np.int32)
        shade = int(chance.integers(10, 110))
        cv2.polylines(sheet, [line], False, (shade,) * 3, int(chance.integers(1, 4)), cv2.LINE_AA)
    return sheet


KINDS: dict[str, Callable[[Chance], Pixels]] = {
    "high key": high_key,
    "low key": low_key,
    "poster": poster,
    "weave": weave,
    "foliage": foliage,
    "sky": sky,
    "night": night,
    "painted": painted,
    "ink": ink,
}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("folder", type=Path)
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--each", type=int, default=3)
    given = parser.parse_args()
    for number in range(given.seed, given.seed + given.each):
        for place, (name, drawn) in enumerate(KINDS.items()):
            picture = drawn(np.random.default_rng([number, place]))
            path = given.folder / f"{name.replace(' ', '-')}-{number}.png"
            Image.fromarray(picture).save(path)


if __name__ == "__main__":
    main()
