"""The shot list as XLSX and CSV, with the columns a producer works from."""

import csv
import io
import re
from collections.abc import Iterator
from typing import BinaryIO

from openpyxl import Workbook
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet

from toile.adapters.exports import words
from toile.workflow.values import ExportForm, Sheet, SheetPanel

COLUMNS = (
    ("No", 5), ("Title", 26), ("Kind", 8), ("Set-up", 16), ("Framing", 14), ("Angle", 12),
    ("Lens", 10), ("Aperture", 9), ("Movement", 12), ("Light", 20), ("Set", 20), ("Pose", 20),
    ("Expression", 14), ("Look", 8), ("Garments", 34), ("Products", 18), ("Props", 18),
    ("Twin", 18), ("Ratio", 8), ("Copy space", 11), ("Files", 7), ("Priority", 10),
    ("Channel", 14), ("Rights", 34), ("Version", 9), ("Verdict", 18), ("Photography", 14),
    ("Styling", 14), ("Hair", 14), ("Make-up", 14), ("Never", 18), ("Notes", 30),
)  # fmt: skip
FORMULA = ("=", "+", "-", "@", "＝", "＋", "－", "＠")
EDGE = ("\t", "\r", "\n")
CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f]")


class CsvShotList:
    """The port ``Exporter`` as CSV."""

    form = ExportForm(name="csv", suffix=".csv", mime="text/csv", carries=False)

    def export(self, sheet: Sheet, out: BinaryIO) -> None:
        """Write the list as UTF-8 with a byte order mark, so that Excel reads the accents."""
        text = io.StringIO()
        writer = csv.writer(text)
        writer.writerow([name for name, _ in COLUMNS])
        writer.writerows(_row(panel, sheet) for panel in sheet.panels)
        out.write(text.getvalue().encode("utf-8-sig"))

    def pictures(self, file: BinaryIO) -> Iterator[bytes]:
        """Yield nothing: a list holds no pictures."""
        return iter(())


class XlsxShotList:
    """The port ``Exporter`` as XLSX."""

    form = ExportForm(
        name="xlsx",
        suffix=".xlsx",
        mime="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        carries=False,
    )

    def export(self, sheet: Sheet, out: BinaryIO) -> None:
        """Write the list as a workbook, its heading fixed and filterable."""
        book = Workbook()
        page = book.worksheets[0]
        page.title = "Shot list"
        page.append([name for name, _ in COLUMNS])
        for panel in sheet.panels:
            page.append(list(_row(panel, sheet)))
        for number, (_, width) in enumerate(COLUMNS, start=1):
            head = page.cell(row=1, column=number)
            head.font = Font(bold=True, color="15120E")
            head.fill = PatternFill("solid", fgColor="F2EEE7")
            page.column_dimensions[head.column_letter].width = width
        for row in page.iter_rows(min_row=2):
            for cell in row:
                cell.alignment = Alignment(wrap_text=True, vertical="top")
        _folded(page)
        page.freeze_panes = "C2"
        page.auto_filter.ref = page.dimensions
        _printed(page, sheet)
        _use(book.create_sheet("Use and crew"), sheet)
        book.save(out)

    def pictures(self, file: BinaryIO) -> Iterator[bytes]:
        """Yield nothing: a list holds no pictures."""
        return iter(())


def _folded(page: Worksheet) -> None:
    """Fold away a column that says nothing of any shot; the columns keep their places."""
    for column in page.iter_cols(min_row=2):
        name = page.cell(row=1, column=column[0].column or 1)
        empty = not any(cell.value for cell in column)
        page.column_dimensions[name.column_letter].hidden = empty and name.value != "Notes"


def _printed(page: Worksheet, sheet: Sheet) -> None:
    """Make it come out of a printer as a list: across, one page wide, the heading on each."""
    page.page_setup.orientation = "landscape"
    page.page_setup.paperSize = page.PAPERSIZE_A3
    page.page_setup.fitToWidth, page.page_setup.fitToHeight = 1, 0
    page.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    page.print_title_rows = "1:1"
    # An ampersand begins a code in a foot.
    page.oddFooter.left.text = sheet.label.replace("&", "&&")
    page.oddFooter.right.text = "&P of &N"


def _use(page: Worksheet, sheet: Sheet) -> None:
    rows = [
        ("Board", sheet.title),
        ("Seen in", words.media(sheet.usage)),
        ("Countries", words.places(sheet.usage)),
        ("Live", words.span(sheet.usage.start, sheet.usage.end)),
        ("Licences", ", ".join(licence.id for licence in sheet.licences) or "none"),
        *(
            (credit.role, words.joined((credit.name, credit.contact), ", "))
            for credit in sheet.credits
        ),
        ("Made", f"{sheet.made_on} by {sheet.by}"),
        ("Note", sheet.label),
    ]
    for label, value in rows:
        page.append([safe(label), safe(value)])
    page.column_dimensions["A"].width, page.column_dimensions["B"].width = 18, 90
    for row in page.iter_rows():
        row[0].font = Font(bold=True, color="15120E")
        row[1].alignment = Alignment(wrap_text=True, vertical="top")


def _row(panel: SheetPanel, sheet: Sheet) -> tuple[str | int, ...]:
    shot = panel.shot
    crew = {credit.role.casefold(): credit.name for credit in sheet.credits}
    cells = (
        shot.no, shot.title, shot.kind, shot.group, shot.framing, shot.angle, shot.lens,
        shot.aperture, shot.movement, words.joined((shot.light, shot.grade), "; "), shot.set,
        shot.pose, shot.expression, shot.look,
        ", ".join(shot.garments), ", ".join(shot.products), ", ".join(shot.props),
        ", ".join(shot.talent), shot.aspect, shot.copy_space, shot.files, shot.priority,
        shot.channel, panel.say or "Cleared", panel.version, panel.approved,
        crew.get("photography", ""), crew.get("styling", ""),
        words.joined((crew.get("hair"), shot.hair), ": "),
        words.joined((crew.get("make-up"), shot.make_up), ": "),
        ", ".join(shot.must_not), shot.notes,
    )  # fmt: skip
    return tuple(safe(cell) for cell in cells)


def safe(value: str | int | None) -> str | int:
    """Return a cell that no spreadsheet takes for a formula (OWASP, CSV injection)."""
    if isinstance(value, int):
        return value
    # Control characters break a workbook; a tab or a return at the front hides a formula.
    text = CONTROL.sub("", value or "")
    return f"'{text}" if text.lstrip().startswith(FORMULA) or text.startswith(EDGE) else text
