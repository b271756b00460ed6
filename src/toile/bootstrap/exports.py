"""The kinds of file that a board can leave as: one line each, offered by page and command alike."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from toile.bootstrap.later import later

if TYPE_CHECKING:
    from collections.abc import Callable

    from toile.workflow.ports import Exporter


@dataclass(frozen=True)
class Kind:
    """What the menu calls a kind of file, who makes it, and whether the crew is named in it."""

    title: str
    make: "Callable[[], Exporter]"
    names_crew: bool = True


def exporters() -> "dict[str, Exporter]":
    """Return the kinds of file a board can leave as, by the name people choose."""
    return {name: later(kind.make) for name, kind in EXPORTS.items()}


def _pdf() -> "Exporter":
    from toile.adapters.exports.pdf import PdfStoryboard

    return PdfStoryboard()


def _contact() -> "Exporter":
    from toile.adapters.exports.contact import PdfContactSheet

    return PdfContactSheet()


def _pptx() -> "Exporter":
    from toile.adapters.exports.slides import PptxDeck

    return PptxDeck()


def _call() -> "Exporter":
    from toile.adapters.exports.call_sheet import PdfCallSheet

    return PdfCallSheet()


def _xlsx() -> "Exporter":
    from toile.adapters.exports.tables import XlsxShotList

    return XlsxShotList()


def _csv() -> "Exporter":
    from toile.adapters.exports.tables import CsvShotList

    return CsvShotList()


def _pictures() -> "Exporter":
    from toile.adapters.exports.package import ZipOfPictures

    return ZipOfPictures()


def _odrl() -> "Exporter":
    from toile.adapters.exports.licences import OdrlOfLicences
    from toile.bootstrap.rights import odrl_codec

    codec = odrl_codec()
    return OdrlOfLicences(lambda licence: codec.write(licence, "json-ld"))


# In the order of the menu.
EXPORTS = {
    "pdf": Kind("Storyboard, PDF", _pdf),
    "contact": Kind("Contact sheet, PDF", _contact, names_crew=False),
    "pptx": Kind("Storyboard, PowerPoint", _pptx),
    "call": Kind("Call sheet, PDF", _call),
    "xlsx": Kind("Shot list, Excel", _xlsx),
    "csv": Kind("Shot list, CSV", _csv),
    "zip": Kind("Pictures with credentials, ZIP", _pictures, names_crew=False),
    "odrl": Kind("Licences used, ODRL", _odrl, names_crew=False),
}
