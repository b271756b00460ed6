"""The invisible mark on pictures: what is done to files, and what is never read."""

from collections.abc import Callable

import cv2
import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from toile.adapters.marks.invisible import InvisibleMark, KeyRing, StudioKey
from toile.domain.errors import BadInput

MARK = 0xC0FF_EE12_3456_7890
OLD, NEW = StudioKey(1, b"old studio secret, 32 bytes long"), StudioKey(2, b"n" * 32)
MARKS = InvisibleMark(KeyRing((NEW,)))


def a_scene(seed: int = 3, height: int = 768, width: int = 1024) -> np.ndarray:
    """A picture with flat, smooth, sharp and grainy parts."""
    chance = np.random.default_rng(seed)
    rows, columns = np.mgrid[0:height, 0:width].astype(np.float32)
    colours = chance.uniform(60, 190, (3, 3))
    scene = colours[0] + (colours[1] - colours[0]) * (rows / height)[..., None]
    for _ in range(14):
        centre = (int(chance.integers(0, width)), int(chance.integers(0, height)))
        axes = tuple(int(a) for a in chance.integers(20, 260, 2))
        colour = tuple(float(c) for c in chance.uniform(10, 245, 3))
        shape = scene.copy()
        cv2.ellipse(shape, centre, axes, float(chance.uniform(0, 180)), 0, 360, colour, -1)
        scene = 0.25 * scene + 0.75 * shape
    weave = 8 * np.sin(columns * 0.9) * np.sin(rows * 0.8) * (columns > width * 0.7)
    grain = chance.normal(0, 2, (height, width))
    return np.asarray(np.clip(scene + (weave + grain)[..., None], 0, 255), np.uint8)


@pytest.fixture(scope="module")
def marked() -> np.ndarray:
    return MARKS.embed(a_scene(), MARK)


def jpeg(pixels: np.ndarray, quality: int) -> np.ndarray:
    file = cv2.imencode(".jpg", pixels, [cv2.IMWRITE_JPEG_QUALITY, quality])[1]
    return np.asarray(cv2.imdecode(file, cv2.IMREAD_COLOR))


def turned(pixels: np.ndarray, degrees: float) -> np.ndarray:
    height, width = pixels.shape[:2]
    matrix = cv2.getRotationMatrix2D((width / 2, height / 2), degrees, 1)
    return np.asarray(cv2.warpAffine(pixels, matrix, (width, height)))


def smaller(pixels: np.ndarray, share: float) -> np.ndarray:
    return np.asarray(cv2.resize(pixels, None, fx=share, fy=share, interpolation=cv2.INTER_AREA))


def on_a_screen(pixels: np.ndarray) -> np.ndarray:
    screen = np.full((1080, 1920, 3), 244, np.uint8)
    picture = smaller(pixels, 0.73)
    screen[130 : 130 + picture.shape[0], 420 : 420 + picture.shape[1]] = picture
    return screen


CHANGES: dict[str, Callable[[np.ndarray], np.ndarray]] = {
    "nothing": lambda p: p,
    "JPEG 50": lambda p: jpeg(p, 50),
    "half size": lambda p: smaller(p, 0.5),
    "crop to a quarter": lambda p: p[150:534, 200:712],
    "turn by 3 degrees": lambda p: turned(p, 3),
    "turn by 90 degrees": lambda p: np.rot90(p),
    "mirror": lambda p: p[:, ::-1],
    "darker": lambda p: np.clip(p * 0.75 + 5, 0, 255).astype(np.uint8),
    "screenshot": on_a_screen,
    "grey": lambda p: np.repeat(p[..., 1:2], 3, axis=2),
}


@pytest.mark.parametrize("change", CHANGES)
def test_the_id_is_read_after(change: str, marked: np.ndarray) -> None:
    reading = MARKS.read(np.ascontiguousarray(CHANGES[change](marked)))
    assert (reading.mark_id, reading.how) == (MARK, "decoded")
    assert reading.mistaken <= 1e-6


def test_the_mark_is_not_seen(marked: np.ndarray) -> None:
    difference = marked.astype(float) - a_scene()
    assert 10 * np.log10(255**2 / np.mean(difference**2)) > 38
    assert np.abs(difference).max() < 24


@given(st.integers(0, 2**64 - 1), st.binary(min_size=16, max_size=40))
@settings(max_examples=8, deadline=None)
def test_any_id_under_any_key_survives_a_poor_copy(mark_id: int, secret: bytes) -> None:
    marks = InvisibleMark(KeyRing((StudioKey(1, secret),)))
    copy = jpeg(smaller(marks.embed(a_scene(5), mark_id), 0.6), 60)
    assert marks.read(copy).mark_id == mark_id


def test_another_studio_reads_nothing(marked: np.ndarray) -> None:
    other = InvisibleMark(KeyRing((StudioKey(1, b"another studio's secret, 32 byte"),)))
    assert not other.read(marked).found
    assert not other.read(marked, issued=[MARK, 7, 8]).found


def test_a_mark_of_an_older_key_is_still_read() -> None:
    marked = InvisibleMark(KeyRing((OLD,))).embed(a_scene(), MARK)
    reading = InvisibleMark(KeyRing((OLD, NEW))).read(jpeg(marked, 70))
    assert (reading.mark_id, reading.key_version) == (MARK, 1)


def test_a_mark_of_a_retired_key_is_read_and_says_so() -> None:
    marked = InvisibleMark(KeyRing((OLD,))).embed(a_scene(), MARK)
    retired = StudioKey(OLD.version, OLD.secret, retired=True)
    reading = InvisibleMark(KeyRing((retired, NEW))).read(jpeg(marked, 70))
    assert (reading.mark_id, reading.retired) == (MARK, True)
    assert not InvisibleMark(KeyRing((OLD, NEW))).read(marked).retired


@pytest.mark.parametrize("seed", range(6))
def test_an_unmarked_picture_says_nothing(seed: int) -> None:
    scene = a_scene(seed + 20, 480 + 40 * seed, 640)
    assert not MARKS.read(scene, issued=range(200)).found


def test_a_hopeless_copy_is_found_among_the_issued_ids(marked: np.ndarray) -> None:
    copy = jpeg(smaller(marked, 0.35), 40)
    reading = MARKS.read(copy, issued=[*range(300), MARK])
    assert reading.mark_id == MARK
    assert not MARKS.read(copy, issued=range(300)).found or reading.how == "decoded"


@pytest.mark.parametrize("size", [(256, 192), (300, 1200), (1536, 1152)])
def test_small_wide_and_large_pictures_carry_it(size: tuple[int, int]) -> None:
    marked = MARKS.embed(a_scene(9, *size), MARK)
    assert marked.shape[:2] == size
    assert MARKS.read(marked).mark_id == MARK


def test_a_picture_too_small_or_an_id_too_long_is_refused() -> None:
    with pytest.raises(BadInput):
        MARKS.embed(a_scene()[:50, :50], MARK)
    with pytest.raises(BadInput):
        MARKS.embed(a_scene(), 1 << 64)
