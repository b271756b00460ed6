"""A ZIP of the marked pictures as they are on file, with a manifest of what each may do."""

import json
import zipfile
from collections.abc import Iterator
from typing import BinaryIO

from toile.workflow.values import ExportForm, Sheet, SheetPanel

# A fixed time: the same board gives the same bytes.
ZIP_TIME = (1980, 1, 1, 0, 0, 0)


class ZipOfPictures:
    """The port ``Exporter`` as ZIP."""

    form = ExportForm(name="zip", suffix=".zip", mime="application/zip")

    def export(self, sheet: Sheet, out: BinaryIO) -> None:
        """Write the pictures, ``manifest.json`` and the licences they stand on."""
        with zipfile.ZipFile(out, "w", zipfile.ZIP_STORED) as package:
            for panel in sheet.panels:
                if panel.picture is not None:
                    put(package, _name(panel), panel.picture())
            manifest = {
                "title": sheet.title,
                "brand": sheet.brand,
                "label": sheet.label,
                "made_on": sheet.made_on,
                "usage": sheet.usage.model_dump(mode="json"),
                "shots": [_entry(panel) for panel in sheet.panels],
                "licences": [licence.id for licence in sheet.licences],
            }
            put(package, "manifest.json", json.dumps(manifest, indent=2).encode())

    def pictures(self, file: BinaryIO) -> Iterator[bytes]:
        """Yield the picture files, byte for byte."""
        with zipfile.ZipFile(file) as package:
            for name in package.namelist():
                if name.endswith(".jpg"):
                    yield package.read(name)


def put(package: zipfile.ZipFile, name: str, data: bytes) -> None:
    """Add a file at the fixed time."""
    package.writestr(zipfile.ZipInfo(name, ZIP_TIME), data)


def _name(panel: SheetPanel) -> str:
    return f"pictures/shot-{panel.shot.no:03d}-v{panel.version}.jpg"


def _entry(panel: SheetPanel) -> dict[str, object]:
    return {
        "no": panel.shot.no,
        "title": panel.shot.title,
        "file": _name(panel) if panel.picture is not None else None,
        "draft": panel.draft,
        "version": panel.version,
        "credit": panel.credit,
        "left_out": panel.say or None,
    }
