"""The shot list as XLSX and CSV, with the columns a producer works from."""

import csv
import io

from openpyxl import Workbook
from openpyxl.styles import Alignment, Font, PatternFill

from toile.workflow.values import ExportForm, Sheet, SheetPanel

COLUMNS = (
    ("No", 5), ("Title", 26), ("Kind", 8), ("Set-up", 16), ("Framing", 14), ("Angle", 12),
    ("Lens", 10), ("Light", 20), ("Set", 20), ("Pose", 20), ("Look", 8), ("Garments", 34),
    ("Props", 18), ("Twin", 18), ("Ratio", 8), ("Files", 7), ("Priority", 10), ("Channel", 14),
    ("Rights", 34), ("Version", 9), ("Verdict", 18), ("Photography", 14), ("Styling", 14),
    ("Hair", 14), ("Make-up", 14), ("Notes", 30),
)  # fmt: skip
FORMULA = ("=", "+", "-", "@", "\t", "\r")


class CsvShotList:
    """The port ``Exporter`` as CSV."""

    form = ExportForm(name="csv", suffix=".csv", mime="text/csv", carries=False)

    def export(self, sheet: Sheet) -> bytes:
        """Return the list as UTF-8 with a byte order mark, so that Excel reads the accents."""
        out = io.StringIO()
        writer = csv.writer(out)
        writer.writerow([name for name, _ in COLUMNS])
        writer.writerows(_row(panel) for panel in sheet.panels)
        return out.getvalue().encode("utf-8-sig")

    def pictures(self, data: bytes) -> tuple[bytes, ...]:
        """Return nothing: a list holds no pictures."""
        return ()


class XlsxShotList:
    """The port ``Exporter`` as XLSX."""

    form = ExportForm(
        name="xlsx",
        suffix=".xlsx",
        mime="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        carries=False,
    )

    def export(self, sheet: Sheet) -> bytes:
        """Return the list as a workbook, its heading fixed and filterable."""
        book = Workbook()
        page = book.worksheets[0]
        page.title = "Shot list"
        page.append([name for name, _ in COLUMNS])
        for panel in sheet.panels:
            page.append(list(_row(panel)))
        for number, (_, width) in enumerate(COLUMNS, start=1):
            head = page.cell(row=1, column=number)
            head.font = Font(bold=True, color="15120E")
            head.fill = PatternFill("solid", fgColor="F2EEE7")
            page.column_dimensions[head.column_letter].width = width
        for row in page.iter_rows(min_row=2):
            for cell in row:
                cell.alignment = Alignment(wrap_text=True, vertical="top")
        page.freeze_panes = "C2"
        page.auto_filter.ref = page.dimensions
        out = io.BytesIO()
        book.save(out)
        return out.getvalue()

    def pictures(self, data: bytes) -> tuple[bytes, ...]:
        """Return nothing: a list holds no pictures."""
        return ()


def _row(panel: SheetPanel) -> tuple[str | int, ...]:
    shot = panel.shot
    words = (
        shot.no, shot.title, shot.kind, shot.group, shot.framing, shot.angle, shot.lens,
        shot.light, shot.set, shot.pose, shot.look, ", ".join(shot.garments),
        ", ".join(shot.props), ", ".join(shot.talent), shot.aspect, shot.files, shot.priority,
        shot.channel, panel.say or "Cleared", panel.version, panel.approved, "", "",
        shot.hair, shot.make_up, shot.notes,
    )  # fmt: skip
    return tuple(safe(word) for word in words)


def safe(value: str | int | None) -> str | int:
    """Return a cell that no spreadsheet takes for a formula (OWASP, CSV injection)."""
    if isinstance(value, int):
        return value
    text = value or ""
    return f"'{text}" if text.startswith(FORMULA) else text
