"""Marks found on sheets and PDF pages, and unmarked pixels found where they must not be."""

import io
import sqlite3
import zipfile
import zlib
from contextlib import closing
from pathlib import Path

import cv2
import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from toile.adapters.images.codec import encode
from toile.adapters.images.pages import is_pdf, leaves
from toile.adapters.marks.invisible import InvisibleMark, KeyRing, StudioKey
from toile.adapters.marks.search import raw_pixels_in, unmarked_images_in
from toile.adapters.marks.visible import VisibleOverlay
from toile.domain.errors import BadInput, DocumentUnreadable
from toile.domain.marks import OverlayStyle

MARKS = InvisibleMark(KeyRing((StudioKey(1, b"a studio secret of thirty-two by"),)))


def a_scene(seed: int, height: int = 1024, width: int = 768) -> np.ndarray:
    chance = np.random.default_rng(seed)
    rows = np.linspace(0, 1, height)[:, None, None]
    scene = chance.uniform(90, 200, 3) * (1 - rows) + chance.uniform(60, 180, 3) * rows
    scene = np.repeat(scene, width, axis=1)
    for _ in range(8):
        centre = (int(chance.integers(0, width)), int(chance.integers(0, height)))
        axes = (int(chance.integers(30, 200)), int(chance.integers(30, 200)))
        colour = tuple(float(c) for c in chance.uniform(20, 235, 3))
        cv2.ellipse(scene, centre, axes, float(chance.uniform(0, 180)), 0, 360, colour, -1)
    return np.clip(scene + chance.normal(0, 1.5, scene.shape), 0, 255).astype(np.uint8)


def a_sheet(pictures: list[np.ndarray]) -> np.ndarray:
    sheet = np.full((1440, 1920, 3), 255, np.uint8)
    for number, picture in enumerate(pictures):
        small = cv2.resize(picture, (510, 680), interpolation=cv2.INTER_AREA)
        top, left = 20 + 710 * (number // 3), 20 + 630 * (number % 3)
        sheet[top : top + 680, left : left + 510] = small
    return sheet


@pytest.fixture(scope="module")
def drafts() -> dict[int, np.ndarray]:
    return {number: MARKS.embed(a_scene(number), number) for number in (11, 22, 33)}


@pytest.fixture(scope="module")
def a_pdf(drafts: dict[int, np.ndarray]) -> bytes:
    sheets = [Image.fromarray(a_sheet(list(drafts.values()))), Image.new("RGB", (600, 400))]
    buffer = io.BytesIO()
    sheets[0].save(buffer, "PDF", save_all=True, append_images=sheets[1:], resolution=150)
    return buffer.getvalue()


def test_every_draft_on_a_sheet_is_named_with_its_place(drafts: dict[int, np.ndarray]) -> None:
    readings = MARKS.read_all(a_sheet(list(drafts.values())))
    assert {reading.mark_id for reading in readings} == set(drafts)
    for number, reading in enumerate(sorted(readings, key=lambda one: one.mark_id or 0)):
        assert reading.geometry is not None
        left, top, right, _ = reading.geometry.region
        assert abs((left + right) / 2 - (20 + 630 * number + 255) / 1920) < 0.12
        assert top < 0.1


def test_a_poor_copy_on_a_sheet_is_found_among_the_issued_ids(
    drafts: dict[int, np.ndarray],
) -> None:
    poor = cv2.resize(drafts[22], None, fx=0.35, fy=0.35, interpolation=cv2.INTER_AREA)
    file = encode(poor.astype(np.uint8), "image/jpeg", quality=50)
    copy = Image.open(io.BytesIO(file))
    sheet = a_sheet([drafts[11], np.asarray(copy.convert("RGB")), drafts[33]])
    assert {reading.mark_id for reading in MARKS.read_all(sheet)} == {11, 33}
    found = {one.mark_id: one for one in MARKS.read_all(sheet, issued=[*range(300, 600), *drafts])}
    assert set(found) == set(drafts)
    assert (found[22].how, found[11].how) == ("closed_set", "decoded")
    assert found[22].mistaken <= 1e-7
    assert found[22].geometry is not None
    left, _, right, _ = found[22].geometry.region
    assert left < (650 + 255) / 1920 < right


def test_a_sheet_of_strangers_names_nobody() -> None:
    assert MARKS.read_all(a_sheet([a_scene(n) for n in (1, 2, 3)])) == ()


def test_one_draft_alone_is_a_sheet_of_one(drafts: dict[int, np.ndarray]) -> None:
    assert [reading.mark_id for reading in MARKS.read_all(drafts[11])] == [11]


def test_drafts_are_read_off_a_pdf_page(a_pdf: bytes, drafts: dict[int, np.ndarray]) -> None:
    first, second = (leaf.drawn() for leaf in leaves(a_pdf))
    assert {reading.mark_id for reading in MARKS.read_all(first)} == set(drafts)
    assert MARKS.read_all(second) == ()


def test_a_broken_or_long_pdf_is_refused_with_a_sentence(a_pdf: bytes) -> None:
    assert is_pdf(a_pdf)
    assert not is_pdf(b"\x89PNG")
    with pytest.raises(DocumentUnreadable):
        list(leaves(b"%PDF-1.7 and nothing more"))
    with pytest.raises(BadInput, match="2 pages"):
        list(leaves(a_pdf, most=1))


def test_raw_rows_in_a_cache_are_found(tmp_path: Path) -> None:
    scene = a_scene(4)
    (tmp_path / "a").mkdir()
    np.save(tmp_path / "a" / "cache.npy", scene)
    (tmp_path / "bgr.bin").write_bytes(scene[:, :, ::-1].tobytes())
    (tmp_path / "other.npy").write_bytes(a_scene(5).tobytes())
    found = raw_pixels_in(tmp_path, scene)
    assert {leak.path.name for leak in found} == {"cache.npy", "bgr.bin"}


def in_a_database(path: Path, value: bytes) -> None:
    with closing(sqlite3.connect(path)) as database:
        database.execute("PRAGMA journal_mode = WAL")
        database.execute("CREATE TABLE kept (id INTEGER, value BLOB)")
        database.execute("INSERT INTO kept VALUES (1, ?)", (value,))
        database.commit()


def test_rows_packed_in_a_cache_an_archive_or_a_database_are_found(tmp_path: Path) -> None:
    scene = a_scene(4, 256, 192)
    np.savez_compressed(tmp_path / "cache.npz", scene)
    (tmp_path / "page.log").write_bytes(b"began " + zlib.compress(scene[::-1].copy().tobytes()))
    (tmp_path / "planes").write_bytes(scene.transpose(2, 0, 1).tobytes())
    in_a_database(tmp_path / "packed.db", zlib.compress(scene.tobytes()))
    in_a_database(tmp_path / "other.db", zlib.compress(a_scene(5, 256, 192).tobytes()))
    found = raw_pixels_in(tmp_path, scene)
    assert [leak.path.name for leak in found] == ["cache.npz", "packed.db", "page.log", "planes"]


def test_an_unmarked_picture_in_a_database_or_an_archive_is_found(tmp_path: Path) -> None:
    scene = a_scene(6)
    marked = VisibleOverlay().apply(
        scene, label="DRAFT · Nord · 1", disclosure=None, icon=None, style=OverlayStyle()
    )
    for name, pixels in (("clean", scene), ("marked", marked)):
        in_a_database(tmp_path / f"{name}.db", encode(pixels, "image/jpeg", quality=85))
        with zipfile.ZipFile(tmp_path / f"{name}.docx", "w", zipfile.ZIP_DEFLATED) as package:
            package.writestr("media/1.png", encode(pixels, "image/png"))
    found = unmarked_images_in(tmp_path, scene, marked)
    assert {leak.path.name for leak in found} == {"clean.db", "clean.docx"}


@pytest.mark.parametrize("mime", ["image/png", "image/jpeg", "image/webp"])
def test_an_unmarked_picture_inside_any_file_is_found_and_a_marked_one_is_not(
    mime: str, tmp_path: Path
) -> None:
    scene = a_scene(6)
    marked = VisibleOverlay().apply(
        scene, label="DRAFT · Nord · 1", disclosure=None, icon=None, style=OverlayStyle()
    )
    (tmp_path / "store").write_bytes(encode(marked, mime, quality=85))  # type: ignore[arg-type]
    assert unmarked_images_in(tmp_path, scene, marked) == ()
    hidden = b"header" + encode(scene[::2, ::2], mime, quality=85)  # type: ignore[arg-type]
    (tmp_path / "thumbnail.db").write_bytes(hidden)
    (leak,) = unmarked_images_in(tmp_path, scene, marked)
    assert (leak.path.name, leak.kind, leak.at) == ("thumbnail.db", "image", 6)


@pytest.mark.slow
@given(st.integers(0, 2**31), st.floats(0.3, 1.0), st.integers(20, 95))
@settings(max_examples=6, deadline=None)
def test_no_unmarked_view_is_ever_read(seed: int, share: float, quality: int) -> None:
    size = (max(96, int(1024 * share)), max(96, int(768 * share)))
    view = encode(a_scene(seed, *size), "image/jpeg", quality=quality)
    picture = np.asarray(Image.open(io.BytesIO(view)).convert("RGB"))
    assert not MARKS.read(picture, issued=range(100)).found
