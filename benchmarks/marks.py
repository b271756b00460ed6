"""How well the invisible mark survives what people do to pictures, beside two other packages.

    python benchmarks/marks.py                     our mark, all attacks
    python benchmarks/marks.py --beside 8          and invisible-watermark, blind-watermark on 8
    python benchmarks/marks.py --negatives 1000    and views of pictures that carry no mark
    python benchmarks/marks.py --pictures FOLDER   on your own pictures

Without ``--pictures`` it takes the photographs that scikit-image and scikit-learn ship, where
they are installed, and scenes that it draws; some of these were looked at when constants were
chosen. ``benchmarks/mark_pictures.py`` draws others. Each picture has a fresh id and every four a
fresh key. Times are seconds of CPU on one core.
"""

import argparse
import importlib.util
import io
import time
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import cv2
import numpy as np
from mark_pictures import KINDS
from PIL import Image
from table import Row

from toile.adapters.marks.invisible import InvisibleMark, KeyRing, StudioKey

Pixels = np.ndarray
Attack = Callable[[Pixels, np.random.Generator], Pixels]
Contestant = tuple[Callable[[Pixels, list[int]], Pixels], Callable[[Pixels], list[int]]]


# --- what people do to pictures --------------------------------------------------------------


def saved(pixels: Pixels, kind: str, quality: int) -> Pixels:
    buffer = io.BytesIO()
    Image.fromarray(np.ascontiguousarray(pixels)).save(buffer, kind, quality=quality)
    return np.array(Image.open(buffer).convert("RGB"))


def resized(pixels: Pixels, share: float) -> Pixels:
    size = (round(pixels.shape[1] * share), round(pixels.shape[0] * share))
    return np.array(Image.fromarray(pixels).resize(size, Image.Resampling.LANCZOS))


def to_side(pixels: Pixels, longest: int) -> Pixels:
    return resized(pixels, longest / max(pixels.shape[:2]))


def cropped(pixels: Pixels, keep: float, chance: np.random.Generator) -> Pixels:
    """Keep this share of the area, at a random place."""
    height, width = (round(side * keep**0.5) for side in pixels.shape[:2])
    top = int(chance.integers(0, pixels.shape[0] - height + 1))
    left = int(chance.integers(0, pixels.shape[1] - width + 1))
    return pixels[top : top + height, left : left + width]


def turned(pixels: Pixels, degrees: float) -> Pixels:
    height, width = pixels.shape[:2]
    matrix = cv2.getRotationMatrix2D((width / 2, height / 2), degrees, 1)
    return cv2.warpAffine(pixels, matrix, (width, height), flags=cv2.INTER_CUBIC)


def on_screen(pixels: Pixels, share: float, dark: bool, chance: np.random.Generator) -> Pixels:
    """A page of 1920 x 1080 around the picture, with a bar and lines of text."""
    screen = np.full((1080, 1920, 3), 24 if dark else 245, np.uint8)
    screen[:60] = 50 if dark else 225
    for row in range(100, 1040, 38):
        width = int(chance.integers(120, 380))
        screen[row : row + 12, 40 : 40 + width] = 140
    picture = resized(pixels, share)[: 1080 - 90]
    left = int(chance.integers(450, 1920 - picture.shape[1] - 20))
    top = int(chance.integers(70, 1080 - picture.shape[0]))
    screen[top : top + picture.shape[0], left : left + picture.shape[1]] = picture
    return screen


def toned(pixels: Pixels, gain: float = 1.0, lift: float = 0.0, gamma: float = 1.0) -> Pixels:
    values = 255 * (pixels / 255.0) ** gamma
    return np.clip((values - 128) * gain + 128 + lift, 0, 255).astype(np.uint8)


def with_logo(pixels: Pixels, share: float, chance: np.random.Generator) -> Pixels:
    """Cover this share of the area with a flat box and big letters."""
    result = pixels.copy()
    height, width = (round(side * share**0.5) for side in pixels.shape[:2])
    top = int(chance.integers(0, pixels.shape[0] - height + 1))
    left = int(chance.integers(0, pixels.shape[1] - width + 1))
    colour = tuple(int(c) for c in chance.integers(0, 256, 3))
    cv2.rectangle(result, (left, top), (left + width, top + height), colour, -1)
    place = (left + 10, top + height // 2)
    cv2.putText(result, "LOGO", place, cv2.FONT_HERSHEY_DUPLEX, width / 120, (255, 255, 255), 4)
    return result


def tilted(pixels: Pixels, share: float, chance: np.random.Generator) -> Pixels:
    """Move each corner inwards by up to this share of the sides."""
    height, width = pixels.shape[:2]
    corners = np.array([[0, 0], [width, 0], [width, height], [0, height]], np.float32)
    inwards = np.array([[1, 1], [-1, 1], [-1, -1], [1, -1]]) * chance.uniform(0, share, (4, 2))
    moved = (corners + inwards * [width, height]).astype(np.float32)
    matrix = cv2.getPerspectiveTransform(corners, moved)
    return cv2.warpPerspective(pixels, matrix, (width, height), flags=cv2.INTER_CUBIC)


def photographed(pixels: Pixels, chance: np.random.Generator) -> Pixels:
    """Print and photograph: paper tone, soft focus, slanted view, lens, shade, grain, JPEG 80."""
    height, width = pixels.shape[:2]
    printed = cv2.GaussianBlur(pixels, (0, 0), 0.8).astype(np.float32) * 0.82 + 18
    page = np.full((round(height * 1.2), round(width * 1.2), 3), 232, np.float32)
    top, left = height // 10, width // 10
    page[top : top + height, left : left + width] = printed
    page = tilted(page, 0.03, chance)
    page = turned(page, float(chance.uniform(-3, 3)))
    rows, columns = np.mgrid[-1 : 1 : page.shape[0] * 1j, -1 : 1 : page.shape[1] * 1j]
    bent = 1 + 0.006 * (rows**2 + columns**2)
    across = ((columns * bent + 1) / 2 * (page.shape[1] - 1)).astype(np.float32)
    down = ((rows * bent + 1) / 2 * (page.shape[0] - 1)).astype(np.float32)
    page = cv2.remap(page, across, down, cv2.INTER_CUBIC, borderMode=cv2.BORDER_REPLICATE)
    page *= (1 - 0.12 * (columns * chance.uniform(-1, 1) + rows * chance.uniform(-1, 1)))[..., None]
    page = cv2.GaussianBlur(page, (0, 0), 0.7) + chance.normal(0, 2.5, page.shape)
    return saved(np.clip(page, 0, 255).astype(np.uint8), "JPEG", 80)


def sharpened(pixels: Pixels) -> Pixels:
    soft = cv2.GaussianBlur(pixels, (0, 0), 1.5).astype(np.float32)
    return np.asarray(np.clip(pixels + 0.8 * (pixels - soft), 0, 255), np.uint8)


def noisy(pixels: Pixels, spread: float, chance: np.random.Generator) -> Pixels:
    return np.clip(pixels + chance.normal(0, spread, pixels.shape), 0, 255).astype(np.uint8)


def letterboxed(pixels: Pixels) -> Pixels:
    edge = (max(pixels.shape[:2]) * 16 // 9 - min(pixels.shape[:2])) // 6
    return cv2.copyMakeBorder(pixels, 0, 0, edge, edge, cv2.BORDER_CONSTANT, value=(0, 0, 0))


def _saves(kind: str, quality: int) -> Attack:
    return lambda p, _: saved(p, kind, quality)


def _turns(degrees: float) -> Attack:
    return lambda p, _: turned(p, degrees)


EVERYDAY: dict[str, Attack] = {
    "as it is": lambda p, _: p,
    **{f"JPEG {q}": _saves("JPEG", q) for q in (90, 70, 50, 30, 10)},
    **{f"WebP {q}": _saves("WEBP", q) for q in (80, 50)},
    "AVIF 60": _saves("AVIF", 60),
    "resize 75 %": lambda p, _: resized(p, 0.75),
    "resize 50 %": lambda p, _: resized(p, 0.5),
    "resize 150 %": lambda p, _: resized(p, 1.5),
    "crop, 90 % left": lambda p, c: cropped(p, 0.9, c),
    "crop, 75 % left": lambda p, c: cropped(p, 0.75, c),
    "crop, 50 % left": lambda p, c: cropped(p, 0.5, c),
    "crop, 25 % left": lambda p, c: cropped(p, 0.25, c),
    "screenshot 73 %": lambda p, c: on_screen(p, 0.73, False, c),
    "screenshot 90 %, dark, q80": lambda p, c: saved(on_screen(p, 0.9, True, c), "JPEG", 80),
    **{f"turn {d}°": _turns(d) for d in (1, -2, 3, 5, -10, 15)},
    "turn 90°": lambda p, _: np.rot90(p),
    "turn 180°": lambda p, _: np.rot90(p, 2),
    "mirror": lambda p, _: p[:, ::-1],
    "brightness +20 %": lambda p, _: toned(p, lift=40),
    "brightness -20 %": lambda p, _: toned(p, lift=-40),
    "contrast +30 %": lambda p, _: toned(p, gain=1.3),
    "contrast -30 %": lambda p, _: toned(p, gain=0.7),
    "gamma 0.7": lambda p, _: toned(p, gamma=0.7),
    "grey": lambda p, _: np.array(Image.fromarray(p).convert("L").convert("RGB")),
    "social 1080 px q75": lambda p, _: saved(to_side(p, 1080), "JPEG", 75),
    "social 800 px q60, twice": lambda p, _: saved(saved(to_side(p, 800), "JPEG", 60), "JPEG", 60),
    "logo over 10 %": lambda p, c: with_logo(p, 0.10, c),
    "logo over 40 %": lambda p, c: with_logo(p, 0.40, c),
    "crop 75 %, to 800 px, q60": lambda p, c: saved(to_side(cropped(p, 0.75, c), 800), "JPEG", 60),
    "letterbox": lambda p, _: letterboxed(p),
    "noise 5": lambda p, c: noisy(p, 5, c),
    "blur 1 px": lambda p, _: cv2.GaussianBlur(p, (0, 0), 1.0),
    "sharpen": lambda p, _: sharpened(p),
    "median 3": lambda p, _: cv2.medianBlur(np.ascontiguousarray(p), 3),
}
HARDER: dict[str, Attack] = {
    "perspective 5 %": lambda p, c: tilted(p, 0.05, c),
    "resize 25 % + q75": lambda p, _: saved(resized(p, 0.25), "JPEG", 75),
    "screenshot 45 % + q60": lambda p, c: saved(on_screen(p, 0.45, False, c), "JPEG", 60),
    "WebP 20": _saves("WEBP", 20),
    "AVIF 40": _saves("AVIF", 40),
    "print and photograph": photographed,
}


def sheet_of(drafts: Sequence[Pixels]) -> Pixels:
    """Lay up to four drafts two by two on a white sheet of 1920 pixels, with room between."""
    sheet = np.full((1440, 1920, 3), 255, np.uint8)
    for number, draft in enumerate(drafts[:4]):
        share = min(680 / draft.shape[0], 900 / draft.shape[1])
        small = resized(draft, share)
        top, left = 30 + (number // 2) * 710, 30 + (number % 2) * 940
        sheet[top : top + small.shape[0], left : left + small.shape[1]] = small
    return saved(sheet, "JPEG", 85)


# --- pictures --------------------------------------------------------------------------------

SHIPPED = {
    "skimage": ("data", "astronaut.png coffee.png chelsea.png rocket.jpg motorcycle_left.png "
                        "retina.jpg hubble_deep_field.jpg camera.png coins.png brick.png "
                        "gravel.png"),
    "sklearn": ("datasets/images", "china.jpg flower.jpg"),
}  # fmt: skip


def shipped_pictures() -> Iterator[tuple[str, Pixels]]:
    for package, (folder, names) in SHIPPED.items():
        found = importlib.util.find_spec(package)
        if found is None or found.origin is None:
            continue
        for name in names.split():
            path = Path(found.origin).parent / folder / name
            yield name.split(".")[0], framed(path.read_bytes())


def framed(data: bytes) -> Pixels:
    """Return the picture cut to 3:4 or 4:3 at 768 x 1024."""
    picture = Image.open(io.BytesIO(data)).convert("RGB")
    width, height = (1024, 768) if picture.width >= picture.height else (768, 1024)
    share = max(width / picture.width, height / picture.height)
    size = (int(np.ceil(picture.width * share)), int(np.ceil(picture.height * share)))
    large = np.asarray(picture.resize(size, Image.Resampling.LANCZOS))
    top, left = (size[1] - height) // 2, (size[0] - width) // 2
    return np.ascontiguousarray(large[top : top + height, left : left + width])


def drawn_scene(seed: int) -> Pixels:
    """A studio-like scene: seamless background, soft shapes, cloth-like texture, little grain."""
    chance = np.random.default_rng(seed)
    rows, columns = np.mgrid[0:1024, 0:768].astype(np.float32)
    light, dark = np.sort(chance.uniform(70, 215, (2, 3)), axis=0)[::-1]
    scene = light + (dark - light) * np.clip(rows / 1024 + 0.1 * columns / 768, 0, 1)[..., None]
    for _ in range(9):
        centre = tuple(int(c) for c in chance.integers((150, 300), (650, 800)))
        axes = tuple(int(a) for a in chance.integers(30, 200, 2))
        cover: Pixels = np.zeros((1024, 768), np.float32)
        cv2.ellipse(cover, centre, axes, float(chance.uniform(0, 180)), 0, 360, 1.0, -1)
        cover = cv2.GaussianBlur(cover, (0, 0), float(chance.uniform(0.8, 3)))[..., None]
        fold = 1 + 0.2 * np.sin(columns / chance.uniform(8, 40) + rows / chance.uniform(20, 90))
        scene = scene * (1 - cover) + cover * chance.uniform(15, 235, 3) * fold[..., None]
    return np.asarray(np.clip(scene + chance.normal(0, 1.2, scene.shape), 0, 255), np.uint8)


def pictures(folder: Path | None, drawn: int) -> Iterator[tuple[str, Pixels]]:
    if folder is not None:
        kinds = {".png", ".jpg", ".jpeg", ".webp"}
        for path in sorted(p for p in folder.iterdir() if p.suffix.lower() in kinds):
            yield path.stem, framed(path.read_bytes())
        return
    yield from shipped_pictures()
    for seed in range(drawn):
        yield f"scene {seed}", drawn_scene(seed)


# --- contestants -----------------------------------------------------------------------------


@dataclass
class Tally:
    read: dict[str, list[bool]] = field(default_factory=lambda: defaultdict(list))
    among_issued: dict[str, list[bool]] = field(default_factory=lambda: defaultdict(list))
    seconds: dict[str, list[float]] = field(default_factory=lambda: defaultdict(list))
    psnr: list[float] = field(default_factory=list)
    ssim: list[float] = field(default_factory=list)
    wrong: int = 0

    def rate(self, names: Sequence[str]) -> float:
        values = [hit for name in names for hit in self.read[name]]
        return 100 * sum(values) / max(1, len(values))


def quality(before: Pixels, after: Pixels) -> tuple[float, float]:
    """Return PSNR over RGB in dB, and the mean SSIM of brightness (Wang 2004, Gaussian 1.5)."""
    error = np.mean((before.astype(float) - after) ** 2)
    a, b = (cv2.cvtColor(p, cv2.COLOR_RGB2GRAY).astype(float) for p in (before, after))

    def soft(plane: np.ndarray) -> np.ndarray:
        return cv2.GaussianBlur(plane, (11, 11), 1.5)

    ma, mb = soft(a), soft(b)
    va, vb, cov = soft(a * a) - ma**2, soft(b * b) - mb**2, soft(a * b) - ma * mb
    c1, c2 = 6.5025, 58.5225
    ssim = ((2 * ma * mb + c1) * (2 * cov + c2)) / ((ma**2 + mb**2 + c1) * (va + vb + c2))
    return 10 * np.log10(255**2 / max(error, 1e-9)), float(ssim.mean())


class Clock:
    def __enter__(self) -> "Clock":
        self.start = time.process_time()
        return self

    def __exit__(self, *_: object) -> None:
        self.seconds = time.process_time() - self.start


def run_ours(chosen: list[tuple[str, Pixels]], seed: int, verbose: bool, only: str) -> Tally:
    tally, chance = Tally(), np.random.default_rng(seed)
    warm = InvisibleMark(KeyRing((StudioKey(1, b"w" * 32),)))
    warm.read(warm.embed(chosen[0][1], 1)[40:700, 30:700])
    issued = [int(i) for i in chance.integers(0, 2**63, 1000)]
    batch: list[tuple[Pixels, int]] = []
    keys = KeyRing((StudioKey(1, chance.bytes(32)),))
    for number, (name, picture) in enumerate(chosen):
        # The drafts of one sheet come from one studio: a fresh key for every four pictures.
        keys = KeyRing((StudioKey(1, chance.bytes(32)),)) if number % 4 == 0 else keys
        marks, mark_id = InvisibleMark(keys), int(chance.integers(0, 2**63))
        with Clock() as clock:
            marked = marks.embed(picture, mark_id)
        tally.seconds["embed"].append(clock.seconds)
        for values, value in zip((tally.psnr, tally.ssim), quality(picture, marked), strict=True):
            values.append(value)
        missed = []
        for attack, change in {**EVERYDAY, **HARDER}.items():
            if only and only not in attack:
                continue
            view = np.ascontiguousarray(change(marked, chance))
            with Clock() as clock:
                reading = marks.read(view)
            tally.read[attack].append(reading.mark_id == mark_id)
            tally.wrong += reading.mark_id not in (None, mark_id)
            if reading.found:
                tally.seconds["read"].append(clock.seconds)
                where = reading.geometry
                kind = "whole frame" if where and "whole" in where.found_by else "searched"
                tally.seconds[f"read, {kind}"].append(clock.seconds)
                tally.among_issued[attack].append(reading.mark_id == mark_id)
            else:
                missed.append(attack)
                second = marks.read(view, issued=[*issued, mark_id])
                tally.among_issued[attack].append(second.mark_id == mark_id)
                tally.wrong += second.mark_id not in (None, mark_id)
        with Clock() as clock:
            tally.wrong += marks.read(picture).found
        tally.seconds["no mark"].append(clock.seconds)
        batch.append((marked, mark_id))
        if len(batch) == 4:
            if not only or only in "collage":
                read_sheet(marks, batch, issued, tally)
            batch = []
        if verbose:
            print(f"{name:20s} {tally.psnr[-1]:5.1f} dB  {tally.ssim[-1]:.4f}  missed: {missed}")
    return tally


def read_sheet(
    marks: InvisibleMark, batch: list[tuple[Pixels, int]], others: list[int], tally: Tally
) -> None:
    sheet = sheet_of([marked for marked, _ in batch])
    ids = {mark_id for _, mark_id in batch}
    with Clock() as clock:
        read = {reading.mark_id for reading in marks.read_all(sheet)}
    tally.seconds["sheet of four"].append(clock.seconds)
    looked_up = {one.mark_id for one in marks.read_all(sheet, issued=[*others, *ids])}
    tally.wrong += len((read | looked_up) - ids)
    for _, mark_id in batch:
        tally.read["collage of four"].append(mark_id in read)
        tally.among_issued["collage of four"].append(mark_id in looked_up)


def run_other(name: str, chosen: list[tuple[str, Pixels]], seed: int, only: str) -> Tally | None:
    """Run a package with 64 bits; it reads the exact bits or it does not."""
    contestant = OTHERS[name]()
    if contestant is None:
        return None
    embed, read = contestant
    tally, chance = Tally(), np.random.default_rng(seed)
    for _, picture in chosen:
        bits = chance.integers(0, 2, 64).tolist()
        with Clock() as clock:
            marked = embed(picture, bits)
        tally.seconds["embed"].append(clock.seconds)
        for values, value in zip((tally.psnr, tally.ssim), quality(picture, marked), strict=True):
            values.append(value)
        for attack, change in {**EVERYDAY, **HARDER}.items():
            if only and only not in attack:
                continue
            view = np.ascontiguousarray(change(marked, chance))
            with Clock() as clock:
                found = read(view)
            tally.seconds["read"].append(clock.seconds)
            tally.read[attack].append(found == bits)
    return tally


def invisible_watermark() -> Contestant | None:
    if importlib.util.find_spec("imwatermark") is None:
        return None
    from imwatermark import WatermarkDecoder, WatermarkEncoder

    def embed(picture: Pixels, bits: list[int]) -> Pixels:
        encoder = WatermarkEncoder()
        encoder.set_watermark("bits", bits)
        marked = np.asarray(encoder.encode(picture[:, :, ::-1].copy(), "dwtDctSvd"))
        return marked[:, :, ::-1]

    def read(view: Pixels) -> list[int]:
        if view.shape[0] * view.shape[1] < 256 * 256:
            return []
        decoder = WatermarkDecoder("bits", 64)
        return [int(bit) for bit in decoder.decode(view[:, :, ::-1].copy(), "dwtDctSvd")]

    return embed, read


def blind_watermark() -> Contestant | None:
    if importlib.util.find_spec("blind_watermark") is None:
        return None
    from blind_watermark import WaterMark, bw_notes

    bw_notes.close()

    def embed(picture: Pixels, bits: list[int]) -> Pixels:
        mark = WaterMark(password_wm=1, password_img=1)
        mark.read_img(img=picture[:, :, ::-1].astype(np.float32))
        mark.read_wm([bool(bit) for bit in bits], mode="bit")
        return np.asarray(np.clip(mark.embed()[:, :, ::-1], 0, 255), np.uint8)

    def read(view: Pixels) -> list[int]:
        mark = WaterMark(password_wm=1, password_img=1)
        try:
            found = mark.extract(
                embed_img=view[:, :, ::-1].astype(np.float32), wm_shape=64, mode="bit"
            )
        except (AssertionError, IndexError, ValueError):
            return []
        return [int(bit > 0.5) for bit in found]

    return embed, read


OTHERS = {"invisible-watermark": invisible_watermark, "blind-watermark": blind_watermark}


def gradient(chance: np.random.Generator) -> Pixels:
    """Two shades and what lies between them, nothing else."""
    rows, columns = np.mgrid[0:1:1024j, 0:1:768j]
    turn = chance.uniform(0, 2 * np.pi)
    share = np.clip(0.5 + (rows - 0.5) * np.cos(turn) + (columns - 0.5) * np.sin(turn), 0, 1)
    first, last = chance.uniform(0, 255, (2, 3))
    return np.asarray(first + (last - first) * share[..., None], np.uint8)


def unmarked(
    chosen: list[tuple[str, Pixels]], count: int, chance: np.random.Generator
) -> Iterator[tuple[str, Pixels]]:
    """Yield views that carry no mark of ours: every second is cropped, every third is marked by a
    studio with another key, all are changed as in the lists above."""
    attacks = list({**EVERYDAY, **HARDER}.values())
    drawn = [("drawn", draw(chance)) for draw in KINDS.values()]
    drawn += [("gradient", gradient(chance)) for _ in range(4)]
    pool = [*(("given", picture) for _, picture in chosen), *drawn]
    for number in range(count):
        kind, picture = pool[number % len(pool)]
        if number % 3 == 0:
            other = InvisibleMark(KeyRing((StudioKey(1, chance.bytes(32)),)))
            kind = "another key"
            picture = other.embed(picture, int(chance.integers(0, 2**63)))
        view = attacks[int(chance.integers(len(attacks)))](picture, chance)
        if number % 2:
            view = cropped(view, float(chance.uniform(0.3, 1)), chance)
        yield kind, np.ascontiguousarray(view)


def run_negatives(chosen: list[tuple[str, Pixels]], count: int, seed: int) -> None:
    """Read this many unmarked views, with 1,000 issued ids to be mistaken for; print the count."""
    chance = np.random.default_rng(seed)
    issued = [int(i) for i in chance.integers(0, 2**63, 1000)]
    marks = InvisibleMark(KeyRing((StudioKey(1, chance.bytes(32)),)))
    views: dict[str, int] = defaultdict(int)
    found, seconds = 0, []
    for kind, view in unmarked(chosen, count, chance):
        with Clock() as clock:
            found += marks.read(view, issued=issued).found
        seconds.append(clock.seconds)
        views[kind] += 1
    kinds = ", ".join(f"{number} {kind}" for kind, number in views.items())
    print(f"{count} unmarked views ({kinds}): {found} read as ours among 1,000 issued ids")
    print(f"  {np.median(seconds):.2f} s a view, most {np.max(seconds):.2f}")


# --- the table -------------------------------------------------------------------------------


def report(tallies: dict[str, Tally]) -> None:
    names = list(tallies)
    print(f"\n{'ids read exactly, %':34s}" + "".join(f"{name:>22s}" for name in names))
    ours = tallies["Toile"]
    everyday = [attack for attack in EVERYDAY if ours.read[attack]]
    harder = [attack for attack in (*HARDER, "collage of four") if ours.read[attack]]
    for title, attacks in (("everyday", everyday), ("harder", harder)):
        for attack in attacks:
            cells = "".join(f"{tally.rate([attack]):22.0f}" for tally in tallies.values())
            helped = 100 * np.mean(ours.among_issued[attack])
            note = f"   {helped:.0f} among 1001 issued" if helped > ours.rate([attack]) else ""
            print(f"  {attack:32s}{cells}{note}")
        cells = "".join(f"{tally.rate(attacks):22.1f}" for tally in tallies.values())
        issued = [hit for attack in attacks for hit in ours.among_issued[attack]]
        print(
            f"{title + ', all':34s}{cells}   {100 * np.mean(issued or [False]):.1f} among issued\n"
        )
    for title, rows in (("PSNR, dB", "psnr"), ("SSIM", "ssim")):
        cells = "".join(
            f"{np.mean(getattr(t, rows)):12.4g} ({np.min(getattr(t, rows)):.4g})".rjust(22)
            for t in tallies.values()
        )
        print(f"{title + ', mean (least)':34s}{cells}")
    for what in sorted({what for tally in tallies.values() for what in tally.seconds}):
        cells = "".join(
            f"{np.median(t.seconds[what]):.3f} / {np.max(t.seconds[what]):.3f}".rjust(22)
            if t.seconds[what] else " " * 22
            for t in tallies.values()
        )  # fmt: skip
        print(f"{'seconds, ' + what + ', median / most':34s}{cells}")
    print(f"wrong ids: {ours.wrong}")


def rows(*, quick: bool) -> Iterator[Row]:
    """Yield what is read, what it does to a picture and what it costs, for the common table."""
    cv2.setNumThreads(1)
    chosen = list(pictures(None, 7))[: 1 if quick else 12]
    ours = run_ours(chosen, 2026, verbose=False, only="")
    others = {name: run_other(name, chosen, 2026, only="") for name in OTHERS}
    figures: tuple[tuple[str, str, Callable[[Tally], float]], ...] = (
        ("ids read exactly, everyday changes", "%", lambda t: t.rate(list(EVERYDAY))),
        ("ids read exactly, harder changes", "%", lambda t: t.rate(list(HARDER))),
        ("PSNR, mean", "dB", lambda t: float(np.mean(t.psnr))),
        ("put in, median, of processor time", "s", lambda t: float(np.median(t.seconds["embed"]))),
        ("read, median, of processor time", "s", lambda t: float(np.median(t.seconds["read"]))),
    )
    for what, unit, figure in figures:
        for name, other in others.items():
            beside = (name, figure(other)) if other else (f"{name}: not installed", None)
            yield Row(f"{what}, {len(chosen)} pictures", figure(ours), unit, *beside)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--pictures", type=Path)
    parser.add_argument("--drawn", type=int, default=7, help="how many scenes to draw")
    parser.add_argument("--limit", type=int, default=1000)
    parser.add_argument("--seed", type=int, default=2026)
    parser.add_argument("--beside", type=int, default=0, help="how many for the other packages")
    parser.add_argument("--negatives", type=int, default=0, help="how many unmarked views")
    parser.add_argument("--negatives-only", type=int, default=0, help="those, and nothing else")
    parser.add_argument("--only", default="", help="attacks whose name has this in it")
    parser.add_argument("--verbose", action="store_true")
    given = parser.parse_args()
    cv2.setNumThreads(1)
    chosen = list(pictures(given.pictures, given.drawn))[: given.limit]
    print(f"{len(chosen)} pictures, seed {given.seed}")
    if given.negatives_only:
        run_negatives(chosen, given.negatives_only, given.seed)
        return
    tallies = {"Toile": run_ours(chosen, given.seed, given.verbose, given.only)}
    for name in OTHERS if given.beside else ():
        some = chosen[:: max(1, len(chosen) // given.beside)]
        other = run_other(name, some, given.seed, given.only)
        if other is None:
            print(f"{name} is not installed")
        else:
            print(f"{name}: {len(some)} of the pictures")
            tallies[name] = other
    report(tallies)
    if given.negatives:
        run_negatives(chosen, given.negatives, given.seed)


if __name__ == "__main__":
    main()
