"""Writes the facts of a picture into its file and reads them back. Must run before signing:
any byte changed afterwards breaks the credential."""

from toile.adapters.metadata.containers import find_packet, put_packet
from toile.adapters.metadata.iim import write_iim
from toile.adapters.metadata.packet import read_packet, write_packet
from toile.domain.marks import PictureFacts


class XmpWriter:
    """XMP in PNG, JPEG and WebP; in JPEG also IIM."""

    def write(self, data: bytes, mime: str, facts: PictureFacts) -> bytes:
        """Return the file with the facts inside and its pixels untouched, byte for byte."""
        written = put_packet(data, mime, write_packet(facts))
        return write_iim(written, facts) if mime == "image/jpeg" else written

    def read(self, data: bytes) -> PictureFacts | None:
        """Return the facts that we wrote, or None where there are none of ours."""
        packet = find_packet(data)
        return None if packet is None else read_packet(packet)
