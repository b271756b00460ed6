"""A deck in PPTX: one shot a slide, the picture whole, the words beside it."""

import io
import zipfile
from datetime import date
from typing import Any

from pptx import Presentation
from pptx.dml.color import RGBColor
from pptx.enum.shapes import MSO_SHAPE
from pptx.enum.text import MSO_AUTO_SIZE
from pptx.util import Emu, Inches, Pt

from toile.adapters.exports import words
from toile.workflow.values import ExportForm, Sheet, SheetPanel

# python-pptx has no types, so its slides are Any in this file.
INK, SOFT = RGBColor(21, 18, 14), RGBColor(107, 100, 90)
PAPER, EMPTY = RGBColor(251, 249, 245), RGBColor(242, 238, 231)
WIDE, HIGH, MARGIN = Inches(13.333), Inches(7.5), Inches(0.6)
PICTURES = ("ppt/media/",)


class PptxDeck:
    """The port ``Exporter`` as PPTX."""

    form = ExportForm(
        name="pptx",
        suffix=".pptx",
        mime="application/vnd.openxmlformats-officedocument.presentationml.presentation",
    )

    def export(self, sheet: Sheet) -> bytes:
        """Return the deck: a cover and one slide a shot."""
        deck = Presentation()
        deck.slide_width, deck.slide_height = WIDE, HIGH
        cover = _blank(deck)
        lead = next((panel for panel in sheet.panels if panel.picture is not None), None)
        left = MARGIN if lead is None else _picture(cover, lead)
        wide = WIDE - left - MARGIN
        _text(cover, sheet.title[:90], left, Inches(1.6), wide, Inches(2), size=44, serif=True)
        _text(cover, _cover(sheet), left, Inches(3.9), wide, Inches(3), size=14, soft=True)
        for panel in sheet.panels:
            _shot(_blank(deck), panel, sheet.label)
        out = io.BytesIO()
        deck.save(out)
        return out.getvalue()

    def pictures(self, data: bytes) -> tuple[bytes, ...]:
        """Return the picture files in the deck, byte for byte."""
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            return tuple(
                package.read(name) for name in package.namelist() if name.startswith(PICTURES)
            )


def _blank(deck: Any) -> Any:
    slide = deck.slides.add_slide(deck.slide_layouts[6])
    slide.background.fill.solid()
    slide.background.fill.fore_color.rgb = PAPER
    return slide


def _shot(slide: Any, panel: SheetPanel, label: str) -> None:
    left = _picture(slide, panel) if panel.picture is not None else _left_out(slide, panel.say)
    width = WIDE - left - MARGIN
    title = panel.shot.title or panel.shot.kind.capitalize()
    named = f"{panel.shot.no} {title}"[:90]
    _text(slide, named, left, Inches(0.5), width, Inches(1.3), size=30, serif=True)
    _text(slide, _words(panel), left, Inches(1.9), width, Inches(4.5), size=14)
    _text(slide, label, left, Inches(6.6), width, Inches(0.5), size=10, soft=True)


def _picture(slide: Any, panel: SheetPanel) -> int:
    """Draw the picture whole at the left, and return where the words begin."""
    picture = slide.shapes.add_picture(
        io.BytesIO(panel.picture or b""), MARGIN, Inches(0.5), height=Inches(6.5)
    )
    if picture.width > Inches(6.4):
        ratio = Inches(6.4) / picture.width
        picture.width, picture.height = Inches(6.4), Emu(int(picture.height * ratio))
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
