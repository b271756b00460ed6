"""The licences a board stands on, as ODRL 2.2 Agreements: one file a licence in one package."""

import json
import zipfile
from collections.abc import Callable, Iterator
from typing import BinaryIO

from toile.adapters.exports.package import put
from toile.domain.licences import Licence
from toile.workflow.values import ExportForm, Sheet


class OdrlOfLicences:
    """The port ``Exporter`` as ODRL; ``write`` puts a licence into JSON-LD."""

    form = ExportForm(name="odrl", suffix=".odrl.zip", mime="application/zip", carries=False)

    def __init__(self, write: Callable[[Licence], str]) -> None:
        self._write = write

    def export(self, sheet: Sheet, out: BinaryIO) -> None:
        """Write the package: a licence a file, and which shots rest on which."""
        with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as package:
            for licence in sheet.licences:
                put(package, f"{licence.id}.jsonld", self._write(licence).encode())
            index = {
                "board": sheet.board,
                "title": sheet.title,
                "brand": sheet.brand,
                "made_on": sheet.made_on,
                "use": sheet.usage.model_dump(mode="json"),
                "licences": [licence.id for licence in sheet.licences],
            }
            put(package, "index.json", json.dumps(index, indent=2, ensure_ascii=False).encode())

    def pictures(self, file: BinaryIO) -> Iterator[bytes]:
        """Yield nothing: a licence holds no pictures."""
        return iter(())
