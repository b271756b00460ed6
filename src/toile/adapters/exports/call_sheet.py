"""A call sheet in PDF: when and where, the crew, who is in the pictures, the shots by set-up.

Toile plans shoots with people: every role has its line, filled in where the board knows the name,
open where it does not: a field to type into, or a line on paper. A time is never guessed.
"""

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Any, BinaryIO
from xml.sax.saxutils import escape

from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import (
    BaseDocTemplate,
    Flowable,
    Frame,
    KeepTogether,
    PageTemplate,
    Paragraph,
    Spacer,
    Table,
    TableStyle,
)

from toile.adapters.exports import words
from toile.adapters.exports.paper import lay, pictures
from toile.adapters.exports.typeset import (
    INK,
    LINE,
    MARGIN,
    PAPER,
    SOFT,
    TEXT_FACE,
    TITLE_FACE,
    foot,
    load_faces,
    plain,
)
from toile.workflow.values import ExportForm, Fetch, Sheet, SheetPanel

WIDE, HIGH = A4
INNER = WIDE - 2 * MARGIN
ROLES = ("Photography", "Styling", "Hair", "Make-up", "Set design", "Production")
OPEN = ""
NOT_GIVEN = "not given yet"
THUMB_WIDE, THUMB_HIGH = 44.0, 58.0


class Field(Flowable):  # type: ignore[misc]  # reportlab has no types
    """A place to type into; printed, it is as empty as the line around it."""

    def __init__(self, name: str, wide: float) -> None:
        super().__init__()
        self.name, self.width, self.height = plain(name), wide, 11.0

    def wrap(self, *_available: float) -> tuple[float, float]:
        """Return the size it takes."""
        return self.width, self.height

    def draw(self) -> None:
        """Draw the field where the table puts it."""
        self.canv.acroForm.textfield(
            name=self.name, tooltip=self.name, width=self.width, height=self.height,
            fontName="Helvetica", fontSize=8, borderWidth=0, borderStyle="underlined",
            fillColor=None, borderColor=None, textColor=INK, fieldFlags="", relative=True,
        )  # fmt: skip


class Thumb(Flowable):  # type: ignore[misc]  # reportlab has no types
    """A picture small enough to tell which shot is meant."""

    def __init__(self, fetch: Fetch) -> None:
        super().__init__()
        self.fetch = fetch

    def wrap(self, *_available: float) -> tuple[float, float]:
        """Return the size it takes."""
        return THUMB_WIDE, THUMB_HIGH

    def draw(self) -> None:
        """Draw it where the table puts it."""
        lay(self.canv, self.fetch, 0, THUMB_HIGH, (THUMB_WIDE, THUMB_HIGH))


class PdfCallSheet:
    """The port ``Exporter`` as a call sheet."""

    form = ExportForm(name="call", suffix=".call-sheet.pdf", mime="application/pdf")

    def export(self, sheet: Sheet, out: BinaryIO) -> None:
        """Write the sheet; set-ups stay whole on a page where they fit one."""
        load_faces()
        document = BaseDocTemplate(
            out, pagesize=A4, title=plain(sheet.title), author=plain(sheet.by),
            subject=sheet.label,
        )  # fmt: skip
        frame = Frame(MARGIN, 40, INNER, HIGH - MARGIN - 40, 0, 0, 0, 0)

        def drawn(canvas: Canvas, page: Any) -> None:
            foot(canvas, sheet, page.page, WIDE)

        document.addPageTemplates(PageTemplate(frames=[frame], onPage=drawn))
        document.build(list(_story(sheet)))

    def pictures(self, file: BinaryIO) -> Iterator[bytes]:
        """Yield the embedded picture files, byte for byte."""
        return pictures(file)


def _story(sheet: Sheet) -> Iterator[Flowable]:
    yield _text("Call sheet", "soft")
    yield _text(sheet.title, "title")
    yield Spacer(0, 10)
    yield _rows(list(_head(sheet)), (96, INNER - 96))
    yield Spacer(0, 14)
    yield _text("Crew", "heading")
    yield _table(
        ("Role", "Name", "Phone", "Call"), list(_crew(sheet)), (110, 175, 150, INNER - 435)
    )
    yield Spacer(0, 14)
    yield _text("In the pictures", "heading")
    yield _table(("Who", "Agency", "Sizes", "Shots", "Call"), list(_cast(sheet)),
                 (120, 90, 160, 75, INNER - 445))  # fmt: skip
    yield Spacer(0, 4)
    yield _text(
        "Production gives the times. The pictures are drafts with licensed digital twins; a twin "
        "is not called to the set.", "soft",
    )  # fmt: skip
    yield Spacer(0, 14)
    yield from _setups(sheet)


def _head(sheet: Sheet) -> Iterator[tuple[str, str]]:
    brief = sheet.brief
    shoot = brief.shoot_date if brief else None
    yield "Shoot day", words.span(shoot.start, shoot.end) if shoot else NOT_GIVEN
    yield "Location", (", ".join(brief.location) if brief else "") or NOT_GIVEN
    yield "First call", NOT_GIVEN
    yield "For", sheet.brand.replace("-", " ").title()
    yield "Seen in", f"{words.media(sheet.usage)}; {words.places(sheet.usage)}"
    yield "Live", words.span(sheet.usage.start, sheet.usage.end)
    if brief and brief.hmu:
        yield "Hair, make-up", ", ".join(brief.hmu)
    if brief and brief.must_not:
        yield "Never", ", ".join(brief.must_not)
    yield "Made", f"{words.day(date.fromisoformat(sheet.made_on))} by {sheet.by}"


def _crew(sheet: Sheet) -> Iterator[tuple[Any, ...]]:
    named = {credit.role.casefold(): credit for credit in sheet.credits}
    for role in ROLES:
        credit = named.pop(role.casefold(), None)
        yield _member(role, credit.name, credit.contact) if credit else _member(role, OPEN, OPEN)
    for credit in named.values():
        yield _member(credit.role, credit.name, credit.contact)


def _member(role: str, name: str, contact: str) -> tuple[Any, ...]:
    return (
        role, name or Field(f"{role}, name", 165), contact or Field(f"{role}, phone", 140),
        Field(f"{role}, call", 60),
    )  # fmt: skip


def _cast(sheet: Sheet) -> Iterator[tuple[Any, ...]]:
    for one in sheet.cast:
        shots = words.numbers(one.shots)
        yield (one.name, one.agency, one.sizes, shots, Field(f"{one.name}, call", 60))
    if not sheet.cast:
        yield ("Nobody", OPEN, OPEN, OPEN, OPEN)


def _setups(sheet: Sheet) -> Iterator[Flowable]:
    groups: dict[str, list[SheetPanel]] = {}
    for panel in sheet.panels:
        shot = panel.shot
        groups.setdefault(shot.group or words.joined((shot.set, shot.light), ", "), []).append(
            panel
        )
    for number, (group, panels) in enumerate(groups.items()):
        letter = chr(ord("A") + number % 26)
        title = (
            group
            if len(group) > 2
            else words.joined((panels[0].shot.set, panels[0].shot.light), ", ")
        )
        rows = [_shot(panel) for panel in panels]
        table = _table(
            ("No", "", "Shot", "Camera", "Look", "Who", "Time"),
            rows, (22, THUMB_WIDE + 10, 110, 92, 112, 70, INNER - 460),
        )  # fmt: skip
        heading = _text(f"Set-up {letter}   {title[:1].upper()}{title[1:]}", "heading")
        yield KeepTogether([heading, table]) if len(panels) <= 8 else heading
        if len(panels) > 8:
            yield table
        yield Spacer(0, 12)


def _shot(panel: SheetPanel) -> tuple[Any, ...]:
    shot = panel.shot
    title = shot.title or shot.pose or shot.kind.capitalize()
    notes = words.joined((shot.pose, *shot.props, shot.notes), "; ")
    camera = words.joined((shot.framing, shot.angle, shot.lens, shot.aspect), ", ")
    look = words.joined((shot.look, ", ".join(shot.garments), shot.hair, shot.make_up), "; ")
    return (
        str(shot.no), _thumb(panel), [_text(title, "strong"), _text(notes, "small")],
        camera, look, ", ".join(shot.talent), Field(f"Shot {shot.no}, time", 42),
    )  # fmt: skip


def _thumb(panel: SheetPanel) -> Any:
    if panel.picture is None:
        return _text("no picture", "small")
    return Thumb(panel.picture)


def _rows(rows: Sequence[tuple[str, str]], widths: tuple[float, ...]) -> Table:
    cells = [[_text(label, "soft"), _text(value, "body")] for label, value in rows]
    table = Table(cells, colWidths=widths, hAlign="LEFT")
    table.setStyle(TableStyle([("VALIGN", (0, 0), (-1, -1), "TOP"), *_tight(1.5)]))
    return table


def _table(heads: Sequence[str], rows: Sequence[Sequence[Any]], widths: tuple[float, ...]) -> Table:
    cells = [[_text(head, "small") for head in heads]]
    cells += [[_text(c, "body") if isinstance(c, str) else c for c in row] for row in rows]
    table = Table(cells, colWidths=widths, repeatRows=1, hAlign="LEFT")
    table.setStyle(TableStyle([
        ("VALIGN", (0, 0), (-1, -1), "TOP"), *_tight(4),
        ("BACKGROUND", (0, 0), (-1, 0), PAPER),
        ("LINEBELOW", (0, 0), (-1, -1), 0.5, LINE),
    ]))  # fmt: skip
    return table


def _tight(points: float) -> list[tuple[Any, ...]]:
    whole = ((0, 0), (-1, -1))
    return [
        ("LEFTPADDING", *whole, 3), ("RIGHTPADDING", *whole, 5),
        ("TOPPADDING", *whole, points), ("BOTTOMPADDING", *whole, points + 1),
    ]  # fmt: skip


def _text(text: str, style: str) -> Paragraph:
    return Paragraph(escape(plain(text)), _STYLES[style])


def _style(face: str, size: float, colour: Any, lead: float = 1.32) -> ParagraphStyle:
    return ParagraphStyle(
        f"{face}{size}", fontName=face, fontSize=size, leading=size * lead, textColor=colour
    )


load_faces()
_STYLES = {
    "title": _style(TITLE_FACE, 30, INK, 1.1),
    "heading": _style(TITLE_FACE, 15, INK, 1.5),
    "body": _style(TEXT_FACE, 8.5, INK),
    "strong": _style(TEXT_FACE, 9.5, INK),
    "soft": _style(TEXT_FACE, 8.5, SOFT),
    "small": _style(TEXT_FACE, 7.5, SOFT),
}
