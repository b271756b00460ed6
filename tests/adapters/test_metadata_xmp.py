"""The words in the file, with exiftool as the oracle where it is installed."""

import io
import json
import shutil
import subprocess
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from toile.adapters.metadata.xmp import XmpWriter
from toile.domain.errors import BadInput
from toile.domain.marks import PictureFacts, SourceType

KINDS = {"image/png": "PNG", "image/jpeg": "JPEG", "image/webp": "WEBP"}
needs_exiftool = pytest.mark.skipif(
    shutil.which("exiftool") is None, reason="exiftool, the oracle, is not installed"
)


def a_file(mime: str, **options: object) -> bytes:
    rows, columns = np.mgrid[0:61, 0:83]
    pixels = np.stack([rows * 4, columns * 3, rows + columns], axis=-1).astype(np.uint8)
    buffer = io.BytesIO()
    Image.fromarray(pixels).save(buffer, KINDS[mime], **options)
    return buffer.getvalue()


def the_facts(**changes: object) -> PictureFacts:
    return PictureFacts(
        draft_id="d-17", title="Look 4 & 5 <coat>", source_type=SourceType.ALGORITHMIC,
        credit="Atelier Nord / Agency Å", rights="© 2026 Atelier Nord",
        licence_ids=("lic-1", "lic-2"), licensor="Agency Å",
        licence_url="https://agency.example/licence", ai_system="Toile", ai_system_version="0.1.0",
        release_ids=("MR-7",), description="A draft", constraints="Draft: not for publication",
    ).model_copy(update=changes)  # fmt: skip


def pixels_of(data: bytes) -> np.ndarray:
    return np.asarray(Image.open(io.BytesIO(data)).convert("RGB"))


@pytest.mark.parametrize("mime", KINDS)
def test_facts_come_back_whole_and_no_pixel_moves(mime: str) -> None:
    data = a_file(mime)
    written = XmpWriter().write(data, mime, the_facts())
    assert XmpWriter().read(written) == the_facts()
    assert np.array_equal(pixels_of(written), pixels_of(data))


@pytest.mark.parametrize("mime", KINDS)
def test_writing_twice_leaves_one_packet(mime: str) -> None:
    once = XmpWriter().write(a_file(mime), mime, the_facts(title="first"))
    twice = XmpWriter().write(once, mime, the_facts(title="second"))
    assert twice.count(b"W5M0MpCehiHzreSzNTczkc9d") == 1
    assert XmpWriter().read(twice).title == "second"  # type: ignore[union-attr]


def test_a_lossless_webp_keeps_its_pixels() -> None:
    data = a_file("image/webp", lossless=True)
    written = XmpWriter().write(data, "image/webp", the_facts())
    assert np.array_equal(pixels_of(written), pixels_of(data))


@pytest.mark.parametrize("mime", KINDS)
def test_a_prompt_is_written_only_when_given(mime: str) -> None:
    silent = XmpWriter().write(a_file(mime), mime, the_facts())
    open_ = XmpWriter().write(a_file(mime), mime, the_facts(prompt="A red coat"))
    assert b"Prompt" not in silent
    assert b"A red coat" in open_


@given(
    title=st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=1).filter(
        lambda text: text.strip() == text and not set(text) & {"\ufffe", "\uffff"}
    )
)
@settings(max_examples=60, deadline=None)
def test_any_title_survives(title: str) -> None:
    written = XmpWriter().write(a_file("image/png"), "image/png", the_facts(title=title))
    assert XmpWriter().read(written).title == title  # type: ignore[union-attr]


@given(st.binary(max_size=400), st.sampled_from(list(KINDS)), st.integers(0, 300))
@settings(max_examples=150, deadline=None)
def test_reading_damaged_files_never_raises(noise: bytes, mime: str, at: int) -> None:
    whole = XmpWriter().write(a_file(mime), mime, the_facts())
    XmpWriter().read(noise)
    XmpWriter().read(whole[:at] + noise + whole[at + len(noise) :])


@pytest.mark.parametrize("mime", KINDS)
def test_a_plain_file_has_no_facts(mime: str) -> None:
    assert XmpWriter().read(a_file(mime)) is None


def test_a_packet_with_entities_is_not_read() -> None:
    written = XmpWriter().write(a_file("image/png"), "image/png", the_facts())
    assert XmpWriter().read(written.replace(b"<x:xmpmeta", b"<!ENTITY a")) is None


def test_words_are_not_written_into_a_gif() -> None:
    with pytest.raises(BadInput):
        XmpWriter().write(b"GIF89a", "image/gif", the_facts())


@needs_exiftool
@pytest.mark.parametrize("mime", KINDS)
def test_exiftool_reads_what_we_wrote(mime: str, tmp_path: Path) -> None:
    path = tmp_path / "picture"
    path.write_bytes(
        XmpWriter().write(a_file(mime), mime, the_facts(prompt="A red coat", prompt_writer="Ada"))
    )
    command = ["exiftool", "-j", "-G1", "-struct", "-n", "-XMP:all", "-IPTC:all", "-Warning"]
    said = json.loads(subprocess.run([*command, path], capture_output=True, check=True).stdout)[0]
    expected = {
        "XMP-iptcExt:DigitalSourceType": SourceType.ALGORITHMIC.uri,
        "XMP-iptcExt:AISystemUsed": "Toile",
        "XMP-iptcExt:AISystemVersionUsed": "0.1.0",
        "XMP-iptcExt:AIPromptInformation": "A red coat",
        "XMP-iptcExt:AIPromptWriterName": "Ada",
        "XMP-plus:DataMining": "http://ns.useplus.org/ldf/vocab/DMI-PROHIBITED",
        "XMP-plus:ModelReleaseStatus": "MR-LMR",
        "XMP-plus:ModelReleaseID": ["MR-7"],
        "XMP-photoshop:Credit": "Atelier Nord / Agency Å",
        "XMP-xmpRights:WebStatement": "https://agency.example/licence",
        "XMP-dc:Rights": "© 2026 Atelier Nord",
    }
    assert {name: said.get(name) for name in expected} == expected
    assert not [name for name in said if "Warning" in name]
    if mime == "image/jpeg":
        assert said["IPTC:Credit"] == "Atelier Nord / Agency Å"
        assert said["IPTC:CopyrightNotice"] == "© 2026 Atelier Nord"
