"""The kinds of file that a board can leave as."""

from typing import TYPE_CHECKING

from toile.bootstrap.later import later

if TYPE_CHECKING:
    from toile.workflow.ports import Exporter


def exporters() -> "dict[str, Exporter]":
    """Return the kinds of file a board can leave as, by the name people choose."""

    def pdf() -> "Exporter":
        from toile.adapters.exports.pdf import PdfStoryboard

        return PdfStoryboard()

    def pptx() -> "Exporter":
        from toile.adapters.exports.slides import PptxDeck

        return PptxDeck()

    def xlsx() -> "Exporter":
        from toile.adapters.exports.tables import XlsxShotList

        return XlsxShotList()

    def csv() -> "Exporter":
        from toile.adapters.exports.tables import CsvShotList

        return CsvShotList()

    def pictures() -> "Exporter":
        from toile.adapters.exports.package import ZipOfPictures

        return ZipOfPictures()

    made = {"pdf": pdf, "pptx": pptx, "xlsx": xlsx, "csv": csv, "zip": pictures}
    return {name: later(make) for name, make in made.items()}
