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

    def contact() -> "Exporter":
        from toile.adapters.exports.contact import PdfContactSheet

        return PdfContactSheet()

    def call() -> "Exporter":
        from toile.adapters.exports.call_sheet import PdfCallSheet

        return PdfCallSheet()

    def odrl() -> "Exporter":
        from toile.adapters.exports.licences import OdrlOfLicences
        from toile.bootstrap.rights import odrl_codec

        codec = odrl_codec()
        return OdrlOfLicences(lambda licence: codec.write(licence, "json-ld"))

    made = {
        "pdf": pdf,
        "contact": contact,
        "pptx": pptx,
        "call": call,
        "xlsx": xlsx,
        "csv": csv,
        "zip": pictures,
        "odrl": odrl,
    }
    return {name: later(make) for name, make in made.items()}
