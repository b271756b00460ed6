"""A deck in PPTX: one shot a slide, the picture whole, the words beside it."""

import io
import zipfile
from collections.abc import Iterator
from datetime import date
from typing import Any, BinaryIO

from PIL import Image
from pptx import Presentation
from pptx.dml.color import RGBColor
from pptx.enum.shapes import MSO_SHAPE
from pptx.enum.text import MSO_AUTO_SIZE
from pptx.util import Inches, Pt

from toile.adapters.exports import words
from toile.workflow.values import ExportForm, Fetch, Sheet, SheetPanel

# python-pptx has no types, so its slides are Any in this file.
INK, SOFT = RGBColor(21, 18, 14), RGBColor(107, 100, 90)
PAPER, EMPTY = RGBColor(251, 249, 245), RGBColor(242, 238, 231)
WIDE, HIGH, MARGIN = Inches(13.333), Inches(7.5), Inches(0.6)
PICTURES = ("ppt/media/",)
MOST_WIDE, MOST_HIGH = Inches(6.4), Inches(6.5)


class PptxDeck:
    """The port ``Exporter`` as PPTX."""

    form = ExportForm(
        name="pptx",
        suffix=".pptx",
        mime="application/vnd.openxmlformats-officedocument.presentationml.presentation",
    )

    def export(self, sheet: Sheet, out: BinaryIO) -> None:
        """Write the deck: a cover and one slide a shot."""
        deck, places = Presentation(), _Places()
        deck.slide_width, deck.slide_height = WIDE, HIGH
        cover = _blank(deck)
        lead = next((panel for panel in sheet.panels if panel.picture is not None), None)
        left = MARGIN if lead is None else _picture(cover, lead, places)
        wide = WIDE - left - MARGIN
        _text(cover, sheet.title[:90], left, Inches(1.6), wide, Inches(2), size=44, serif=True)
        _text(cover, _cover(sheet), left, Inches(3.9), wide, Inches(3), size=14, soft=True)
        for panel in sheet.panels:
            _shot(_blank(deck), panel, sheet.label, places)
        drawn = io.BytesIO()
        deck.save(drawn)
        places.fill(drawn, out)

    def pictures(self, file: BinaryIO) -> Iterator[bytes]:
        """Yield the picture files in the deck, byte for byte."""
        with zipfile.ZipFile(file) as package:
            for name in package.namelist():
                if name.startswith(PICTURES):
                    yield package.read(name)


class _Places:
    """A speck on the slides for each picture, which comes in its stead when the deck is written.

    python-pptx holds every picture it is given, and looks through all of them for each new one.
    """

    def __init__(self) -> None:
        self._pictures = dict[bytes, Fetch]()

    def of(self, panel: SheetPanel, fetch: Fetch) -> BinaryIO:
        """Return the speck of a panel, the same each time."""
        speck = io.BytesIO()
        Image.new("L", (1, 1)).save(speck, "JPEG", comment=panel.shot.id.encode())
        self._pictures[speck.getvalue()] = fetch
        return speck

    def fill(self, drawn: BinaryIO, out: BinaryIO) -> None:
        """Write the deck with its pictures, each read when its turn comes."""
        with zipfile.ZipFile(drawn) as specks, zipfile.ZipFile(out, "w") as deck:
            for part in specks.infolist():
                data = specks.read(part)
                fetch = self._pictures.get(data)
                if fetch is None:
                    deck.writestr(part, data)
                else:
                    deck.writestr(zipfile.ZipInfo(part.filename, part.date_time), fetch())


def _blank(deck: Any) -> Any:
    slide = deck.slides.add_slide(deck.slide_layouts[6])
    slide.background.fill.solid()
    slide.background.fill.fore_color.rgb = PAPER
    return slide


def _shot(slide: Any, panel: SheetPanel, label: str, places: _Places) -> None:
    drawn = panel.picture is not None
    left = _picture(slide, panel, places) if drawn else _left_out(slide, panel.say)
    width = WIDE - left - MARGIN
    title = panel.shot.title or panel.shot.kind.capitalize()
    named = f"{panel.shot.no} {title}"[:90]
    _text(slide, named, left, Inches(0.5), width, Inches(1.3), size=30, serif=True)
    _text(slide, _words(panel), left, Inches(1.9), width, Inches(4.5), size=14)
    _text(slide, label, left, Inches(6.6), width, Inches(0.5), size=10, soft=True)


def _picture(slide: Any, panel: SheetPanel, places: _Places) -> int:
    """Draw the picture whole at the left, and return where the words begin."""
    assert panel.picture
    real_wide, real_high = Image.open(io.BytesIO(panel.picture())).size
    scale = min(MOST_WIDE / real_wide, MOST_HIGH / real_high)
    size = int(real_wide * scale), int(real_high * scale)
    speck = places.of(panel, panel.picture)
    picture = slide.shapes.add_picture(speck, MARGIN, Inches(0.5), *size)
    name = panel.shot.title or f"shot {panel.shot.no}"
    picture._element.nvPicPr.cNvPr.set("descr", f"Draft of {name}. {panel.credit}")
    return int(max(MARGIN + picture.width + Inches(0.5), Inches(4.6)))


def _left_out(slide: Any, say: str) -> int:
    """Draw an empty sheet that says why there is no picture; return where the words begin."""
    box = slide.shapes.add_shape(MSO_SHAPE.RECTANGLE, MARGIN, Inches(0.5), Inches(5.2), Inches(6.5))
    box.fill.solid()
    box.fill.fore_color.rgb = EMPTY
    box.line.fill.background()
    box.shadow.inherit = False
    frame = box.text_frame
    frame.word_wrap = True
    run = frame.paragraphs[0].add_run()
    run.text = say or "Not drawn yet"
    run.font.size, run.font.name, run.font.color.rgb = Pt(14), "Helvetica Neue", SOFT
    return int(MARGIN + Inches(5.7))


def _cover(sheet: Sheet) -> str:
    usage = sheet.usage
    crew = ", ".join(f"{one.role}: {one.name}" for one in sheet.credits)
    lines = (
        f"{len(sheet.panels)} shots. {words.day(date.fromisoformat(sheet.made_on))}.",
        f"{words.media(usage)}; {words.places(usage)}; {words.span(usage.start, usage.end)}.",
        crew,
        sheet.variety,
        sheet.label,
    )
    return "\n".join(line for line in lines if line)


def _words(panel: SheetPanel) -> str:
    shot = panel.shot
    lines = (
        words.caption((shot.framing, shot.angle, shot.lens, shot.aspect)),
        words.caption((shot.light, shot.set, shot.pose)),
        words.caption((", ".join(shot.garments),)),
        panel.credit,
        f"Version {panel.version}. {panel.approved}".strip(),
    )
    return "\n".join(line for line in lines if line)


def _text(
    slide: Any,
    text: str,
    left: int,
    top: int,
    width: int,
    high: int,
    *,
    size: int,
    serif: bool = False,
    soft: bool = False,
) -> None:
    frame = slide.shapes.add_textbox(left, top, width, high).text_frame
    frame.word_wrap, frame.auto_size = True, MSO_AUTO_SIZE.TEXT_TO_FIT_SHAPE
    for number, line in enumerate(text.split("\n")):
        paragraph = frame.paragraphs[0] if number == 0 else frame.add_paragraph()
        run = paragraph.add_run()
        run.text = line
        run.font.size = Pt(size)
        run.font.name = "Georgia" if serif else "Helvetica Neue"
        run.font.color.rgb = SOFT if soft else INK
        paragraph.space_after = Pt(6)
