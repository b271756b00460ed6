"""What every export must do: carry the marked files byte for byte, and say what is left out."""

import csv
import io
from collections.abc import Callable

import numpy as np
import openpyxl
import pypdfium2
import pytest
from PIL import Image
from pptx import Presentation

from toile.adapters.exports.package import ZipOfPictures
from toile.adapters.exports.pdf import PdfStoryboard
from toile.adapters.exports.slides import PptxDeck
from toile.adapters.exports.tables import CsvShotList, XlsxShotList, safe
from toile.domain.brief import Usage
from toile.domain.ids import BoardId, DraftId
from toile.domain.shots import Shot
from toile.workflow.ports import Exporter
from toile.workflow.values import Sheet, SheetPanel

CARRIERS = [PdfStoryboard, PptxDeck, ZipOfPictures]
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
        picture=picture,
        draft=DraftId("d") if picture else None,
        say=say,
        credit="Digital twin of Freya Lindqvist",
    )


def a_sheet(*panels: SheetPanel, title: str = "Maison Orel · Autumn") -> Sheet:
    return Sheet(
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


@pytest.mark.parametrize("make", CARRIERS)
def test_pictures_leave_byte_for_byte(make: Callable[[], Exporter]) -> None:
    pictures = (a_jpeg(1), a_jpeg(2))
    exporter = make()
    sheet = a_sheet(*(a_panel(no, data) for no, data in enumerate(pictures, start=1)))
    assert sorted(exporter.pictures(exporter.export(sheet))) == sorted(pictures)


@pytest.mark.parametrize("make", CARRIERS)
def test_a_board_without_pictures_is_still_a_file(make: Callable[[], Exporter]) -> None:
    exporter = make()
    data = exporter.export(a_sheet(a_panel(1, None, REFUSED)))
    assert data
    assert exporter.pictures(data) == ()


def test_the_storyboard_says_why_a_shot_is_left_out() -> None:
    data = PdfStoryboard().export(a_sheet(a_panel(1, None, REFUSED)))
    text = "".join(page.get_textpage().get_text_range() for page in pypdfium2.PdfDocument(data))
    assert "stops at paid social" in " ".join(text.split())
    assert "Not for use." in text


def test_every_slide_describes_its_picture_for_a_screen_reader() -> None:
    deck = Presentation(io.BytesIO(PptxDeck().export(a_sheet(a_panel(1, a_jpeg(1))))))
    pictures = [s for s in deck.slides[1].shapes if s.shape_type == 13]
    assert "Freya" in pictures[0]._element.nvPicPr.cNvPr.get("descr")


@pytest.mark.parametrize("text", ["=HYPERLINK(1)", "+1", "-1", "@x", "\tx"])
def test_no_cell_is_taken_for_a_formula(text: str) -> None:
    assert str(safe(text)).startswith("'")
    rows = list(csv.reader(io.StringIO(_csv(title=text))))
    assert rows[1][1] == f"'{text}"


def test_the_workbook_has_one_row_a_shot_under_a_fixed_heading() -> None:
    data = XlsxShotList().export(a_sheet(a_panel(1, None), a_panel(2, None)))
    page = openpyxl.load_workbook(io.BytesIO(data)).worksheets[0]
    assert (page.max_row, page.freeze_panes) == (3, "C2")
    assert page["B2"].value == "Walking"


def _csv(**fields: object) -> str:
    return CsvShotList().export(a_sheet(a_panel(1, None, **fields))).decode("utf-8-sig")


def test_an_accent_survives_the_storyboard_title() -> None:
    assert PdfStoryboard().export(a_sheet(title="Été à Båstad")).startswith(b"%PDF")


def test_the_same_board_gives_the_same_package() -> None:
    sheet = a_sheet(a_panel(1, a_jpeg(1)), a_panel(2, None, REFUSED))
    assert ZipOfPictures().export(sheet) == ZipOfPictures().export(sheet)
