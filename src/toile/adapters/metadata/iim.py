"""Writes IPTC IIM, the old words that many picture desks still read, into a JPEG.

Source: IPTC-NAA Information Interchange Model 4.2, record 2; Photoshop image resource 0x0404.
"""

import struct
from typing import Final

from toile.domain.errors import BadInput
from toile.domain.marks import PictureFacts

_UTF8: Final = b"\x1c\x01\x5a\x00\x03\x1b%G"
_VERSION: Final = b"\x1c\x02\x00\x00\x02\x00\x04"
# Dataset number and the most bytes that record 2 allows in it.
_TITLE, _INSTRUCTIONS, _CREDIT, _SOURCE, _COPYRIGHT, _CAPTION = (
    (5, 64),
    (40, 256),
    (110, 32),
    (115, 32),
    (116, 128),
    (120, 2000),
)
_START_OF_IMAGE: Final = b"\xff\xd8"
_SEGMENT_LIMIT: Final = 65_533


def write_iim(jpeg: bytes, facts: PictureFacts) -> bytes:
    """Return the JPEG with an APP13 segment after its other application segments."""
    payload = _photoshop_resource(_datasets(facts))
    if not jpeg.startswith(_START_OF_IMAGE) or len(payload) > _SEGMENT_LIMIT:
        raise BadInput("The words do not fit into this JPEG.", hint="Shorten the description.")
    at = _after_application_segments(jpeg)
    segment = b"\xff\xed" + struct.pack(">H", len(payload) + 2) + payload
    return jpeg[:at] + segment + jpeg[at:]


def _datasets(facts: PictureFacts) -> bytes:
    words = (
        (_TITLE, facts.title),
        (_INSTRUCTIONS, facts.constraints),
        (_CREDIT, facts.credit),
        (_SOURCE, facts.ai_system),
        (_COPYRIGHT, facts.rights),
        (_CAPTION, facts.description),
    )
    parts = (_dataset(number, limit, text) for (number, limit), text in words if text)
    return _UTF8 + _VERSION + b"".join(parts)


def _dataset(number: int, limit: int, text: str) -> bytes:
    # Cut between characters, not inside one.
    value = text.encode()[:limit].decode(errors="ignore").encode()
    return struct.pack(">BBBH", 0x1C, 2, number, len(value)) + value


def _photoshop_resource(datasets: bytes) -> bytes:
    padding = b"\0" if len(datasets) % 2 else b""
    head = b"Photoshop 3.0\x008BIM\x04\x04\x00\x00" + struct.pack(">I", len(datasets))
    return head + datasets + padding


def _after_application_segments(jpeg: bytes) -> int:
    at = len(_START_OF_IMAGE)
    while jpeg[at] == 0xFF and jpeg[at + 1] in (0xE0, 0xE1, 0xE2):
        at += 2 + int(struct.unpack(">H", jpeg[at + 2 : at + 4])[0])
    return at
