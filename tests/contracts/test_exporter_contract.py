"""What every export must do: carry the marked files byte for byte, few at a time, and say what is
left out."""

import csv
import hashlib
import io
import random
import tracemalloc
import zipfile
from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Any

import numpy as np
import openpyxl
import pypdfium2
import pytest
from PIL import Image
from pptx import Presentation

from toile.adapters.exports.call_sheet import PdfCallSheet
from toile.adapters.exports.contact import PdfContactSheet
from toile.adapters.exports.licences import OdrlOfLicences
from toile.adapters.exports.package import ZipOfPictures
from toile.adapters.exports.pdf import PdfStoryboard
from toile.adapters.exports.slides import PptxDeck
from toile.adapters.exports.tables import CsvShotList, XlsxShotList, safe
from toile.domain.board import Credit
from toile.domain.brief import Usage
from toile.domain.ids import BoardId, DraftId
from toile.domain.shots import Shot
from toile.workflow.ports import Exporter
from toile.workflow.values import CastLine, Sheet, SheetPanel

CARRIERS: tuple[Callable[[], Exporter], ...] = (
    PdfStoryboard, PdfContactSheet, PdfCallSheet, PptxDeck, ZipOfPictures,
)  # fmt: skip
SHORT, LONG = 6, 42
REFUSED = "Kenji's licence stops at paid social (clause 4.2)."


def a_jpeg(seed: int) -> bytes:
    noise = np.random.default_rng(seed).integers(0, 255, (64, 48, 3), dtype=np.uint8)
    out = io.BytesIO()
    Image.fromarray(noise).save(out, "JPEG", quality=93)
    return out.getvalue()


def a_panel(no: int, picture: bytes | None, say: str = "", **fields: object) -> SheetPanel:
    shot = Shot.model_validate({"id": f"s{no}", "no": no, "title": "Walking", **fields})
    return SheetPanel(
        shot=shot,
        version=2,
        picture=None if picture is None else lambda: picture,
        draft=DraftId("d") if picture else None,
        say=say,
        credit="Digital twin of Freya Lindqvist",
    )


def written(exporter: Exporter, sheet: Sheet) -> bytes:
    out = io.BytesIO()
    exporter.export(sheet, out)
    return out.getvalue()


def a_sheet(*panels: SheetPanel, title: str = "Maison Orel · Autumn", **more: object) -> Sheet:
    sheet = Sheet(
        title=title,
        brand="maison-orel",
        board=BoardId("board-1"),
        usage=Usage(media=("digital.owned",), territories=("DE",)),
        panels=panels,
        licences=(),
        label="Drafts by Toile Studio. Not for use.",
        made_on="2026-11-24",
        by="Ada",
    )
    return replace(sheet, **more)  # type: ignore[arg-type]


@pytest.mark.parametrize("make", CARRIERS)
def test_pictures_leave_byte_for_byte(make: Callable[[], Exporter]) -> None:
    pictures = (a_jpeg(1), a_jpeg(2))
    exporter = make()
    sheet = a_sheet(*(a_panel(no, data) for no, data in enumerate(pictures, start=1)))
    assert sorted(exporter.pictures(io.BytesIO(written(exporter, sheet)))) == sorted(pictures)


@pytest.mark.parametrize("make", CARRIERS)
def test_a_board_without_pictures_is_still_a_file(make: Callable[[], Exporter]) -> None:
    exporter = make()
    data = written(exporter, a_sheet(a_panel(1, None, REFUSED)))
    assert data
    assert list(exporter.pictures(io.BytesIO(data))) == []


@pytest.fixture(scope="module")
def kept(tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    """Return files of pictures as large as those of a board."""
    folder = tmp_path_factory.mktemp("pictures")
    return [a_picture(folder / f"{number}.jpg", number) for number in range(LONG)]


def a_picture(file: Path, seed: int) -> Path:
    noise = random.Random(seed).randbytes(700 * 880 * 3)
    Image.frombytes("RGB", (700, 880), noise).save(file, "JPEG", quality=85)
    return file


def of_files(pictures: list[Path]) -> Sheet:
    """Return a sheet whose pictures are read from their files when they are wanted."""
    panels = [
        replace(a_panel(no, b"", group="Stairs"), picture=file.read_bytes)
        for no, file in enumerate(pictures, start=1)
    ]
    return a_sheet(*panels)


def peak_of(work: Callable[[], object]) -> int:
    """Return the most bytes that Python held at once for a piece of work, beyond those before."""
    tracemalloc.start()
    before, _ = tracemalloc.get_traced_memory()
    work()
    _, most = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    return most - before


def made_and_read(exporter: Exporter, sheet: Sheet, folder: Path) -> None:
    with (folder / "made").open("w+b") as file:
        exporter.export(sheet, file)
        file.seek(0)
        found = [hashlib.sha256(picture).digest() for picture in exporter.pictures(file)]
    assert len(found) == len(sheet.panels)


@pytest.mark.parametrize("make", CARRIERS)
def test_a_long_board_needs_the_memory_of_a_short_one(
    make: Callable[[], Exporter], kept: list[Path], tmp_path: Path
) -> None:
    exporter, one = make(), kept[0].stat().st_size
    made_and_read(exporter, of_files(kept[:1]), tmp_path)
    short, long = (
        peak_of(partial(made_and_read, exporter, of_files(kept[:number]), tmp_path))
        for number in (SHORT, LONG)
    )
    # Thirty-six more pictures, and the words about them: less than six pictures more.
    assert long - short < 6 * one


def test_the_storyboard_says_why_a_shot_is_left_out() -> None:
    data = written(PdfStoryboard(), a_sheet(a_panel(1, None, REFUSED)))
    text = "".join(page.get_textpage().get_text_range() for page in pypdfium2.PdfDocument(data))
    assert "stops at paid social" in " ".join(text.split())
    assert "Not for use." in text


def test_every_slide_describes_its_picture_for_a_screen_reader() -> None:
    deck = Presentation(io.BytesIO(written(PptxDeck(), a_sheet(a_panel(1, a_jpeg(1))))))
    pictures = [s for s in deck.slides[1].shapes if s.shape_type == 13]
    assert "Freya" in pictures[0]._element.nvPicPr.cNvPr.get("descr")


@pytest.mark.parametrize(
    "text", ["=HYPERLINK(1)", "+1", "-1", "@x", "\tx", " =1+1", "＝1", "\x0b=1", "\n@x"]
)
def test_no_cell_is_taken_for_a_formula(text: str) -> None:
    assert str(safe(text)).startswith("'")
    rows = list(csv.reader(io.StringIO(_csv(title=text))))
    assert rows[1][1].startswith("'")


def test_the_workbook_has_one_row_a_shot_under_a_fixed_heading() -> None:
    data = written(XlsxShotList(), a_sheet(a_panel(1, None), a_panel(2, None)))
    page = openpyxl.load_workbook(io.BytesIO(data)).worksheets[0]
    assert (page.max_row, page.freeze_panes) == (3, "C2")
    assert page["B2"].value == "Walking"
    assert (page.page_setup.orientation, page.print_title_rows) == ("landscape", "$1:$1")


def test_no_text_breaks_the_workbook_or_a_page() -> None:
    nasty = "Zoë \x00\x0b\x1f <b>&amp;</b> \u202e 写真 👗 " + "x" * 400
    sheet = a_sheet(
        a_panel(1, a_jpeg(1), nasty, notes=nasty, garments=(nasty,), pose=nasty),
        title=nasty,
        credits=(Credit(role=nasty[:90], name=nasty[:90]),),
    )
    exporters: tuple[Callable[[], Exporter], ...] = (XlsxShotList, CsvShotList, *CARRIERS)
    assert all(written(make(), sheet) for make in exporters)


def pdf_text(data: bytes) -> str:
    pages = pypdfium2.PdfDocument(data)
    return " ".join(" ".join(p.get_textpage().get_text_range() for p in pages).split())


def test_the_call_sheet_names_the_crew_and_leaves_open_what_nobody_said() -> None:
    imani = CastLine(name="Imani Okafor", agency="Harbour", sizes="180 cm, shoe 40", shots=(1, 3))
    data = written(
        PdfCallSheet(),
        a_sheet(
            a_panel(1, a_jpeg(1), group="Grey seamless"),
            a_panel(2, None, REFUSED, group="Staircase"),
            credits=(
                Credit(role="Styling", name="Jules Achterberg", contact="+49 30 000"),
                Credit(role="Retouching", name="Ida Berg"),
            ),
            cast=(imani,),
        ),
    )
    text = pdf_text(data)
    for words in ("Jules Achterberg +49 30 000", "Retouching Ida Berg", "Imani Okafor", "1, 3",
                  "Set-up A Grey seamless", "Set-up B Staircase", "not given yet",
                  "Photography", "Make-up", "Not for use."):  # fmt: skip
        assert words in text, words


def test_the_call_sheet_of_a_long_board_names_who_is_in_it_by_runs_of_shots() -> None:
    shots = (*range(1, 140), 141, 142, *range(150, 301))
    imani = CastLine(name="Imani Okafor", agency="Harbour", sizes="180 cm", shots=shots)
    panels = [a_panel(number, None, REFUSED) for number in range(1, 301)]
    text = pdf_text(written(PdfCallSheet(), a_sheet(*panels, cast=(imani,))))
    assert "1 to 139, 141, 142, 150 to 300" in text


def test_open_lines_of_the_call_sheet_can_be_typed_into() -> None:
    hair = Credit(role="Hair", name="Ida Berg")
    data = written(PdfCallSheet(), a_sheet(a_panel(1, a_jpeg(1)), credits=(hair,)))
    document = pypdfium2.PdfDocument(data)
    document.init_forms()
    count = sum(
        pypdfium2.raw.FPDFAnnot_GetSubtype(pypdfium2.raw.FPDFPage_GetAnnot(page, number))
        == pypdfium2.raw.FPDF_ANNOT_WIDGET
        for page in document
        for number in range(pypdfium2.raw.FPDFPage_GetAnnotCount(page))
    )
    # Six roles: name, phone and call each, less the one name known; and a time a shot.
    assert count == 6 * 3 - 1 + 1


def test_the_contact_sheet_says_how_unlike_the_pictures_are() -> None:
    said = "Variety 0.42 of 1 over 2 pictures. Shots 1 and 2 are the most alike."
    panels = [a_panel(no, a_jpeg(no)) for no in range(1, 15)]
    data = written(PdfContactSheet(), a_sheet(*panels, variety=said))
    assert said in pdf_text(data)
    assert len(pypdfium2.PdfDocument(data)) == 2


def test_a_slide_keeps_its_words_off_the_picture_and_inside_the_slide() -> None:
    long = "A very long title of a picture that goes on for quite a while " * 2
    data = written(
        PptxDeck(), a_sheet(a_panel(1, a_jpeg(1), title=long), a_panel(2, None, REFUSED))
    )
    deck = Presentation(io.BytesIO(data))
    for slide in deck.slides:
        shapes = list(slide.shapes)
        right = max((s.left + s.width for s in shapes if s.shape_type == 13), default=0)
        for shape in shapes:
            assert shape.left + shape.width <= deck.slide_width
            assert shape.top + shape.height <= deck.slide_height
            if shape.shape_type != 13:
                assert shape.left >= right


def test_the_licences_leave_as_one_file_each() -> None:
    exporter = OdrlOfLicences(lambda licence: f'{{"uid": "{licence.id}"}}')
    with zipfile.ZipFile(io.BytesIO(written(exporter, a_sheet()))) as package:
        assert package.namelist() == ["index.json"]


def _csv(**fields: Any) -> str:
    return written(CsvShotList(), a_sheet(a_panel(1, None, **fields))).decode("utf-8-sig")


def test_an_accent_survives_the_storyboard_title() -> None:
    assert written(PdfStoryboard(), a_sheet(title="Été à Båstad")).startswith(b"%PDF")


def test_the_same_board_gives_the_same_package() -> None:
    sheet = a_sheet(a_panel(1, a_jpeg(1)), a_panel(2, None, REFUSED))
    assert written(ZipOfPictures(), sheet) == written(ZipOfPictures(), sheet)


def test_a_picture_that_stands_on_two_pages_is_in_the_file_once(
    kept: list[Path],
) -> None:
    # The cover shows the first picture, too.
    data = written(PdfStoryboard(), of_files(kept[:2]))
    assert len(data) < 2.5 * kept[0].stat().st_size
