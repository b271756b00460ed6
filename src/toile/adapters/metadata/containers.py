"""Puts an XMP packet into a PNG, JPEG or WebP file without touching a pixel, and finds it again.

The picture data are copied byte for byte: decoding and encoding again would cost a JPEG its
quality and the invisible mark its strength.
"""

import struct
import zlib
from typing import Final

from toile.domain.errors import BadInput

_PNG: Final = b"\x89PNG\r\n\x1a\n"
_PNG_KEYWORD: Final = b"XML:com.adobe.xmp"
_JPEG_XMP: Final = b"http://ns.adobe.com/xap/1.0/\0"
_JPEG_LIMIT: Final = 65_533
_WEBP_XMP_FLAG: Final = 0x04
_WEBP_ALPHA_FLAG: Final = 0x10


def put_packet(data: bytes, mime: str, packet: bytes) -> bytes:
    """Return the file with this packet in place of any other."""
    if mime == "image/png" and data.startswith(_PNG):
        return _png_with(data, packet)
    if mime == "image/jpeg" and data.startswith(b"\xff\xd8"):
        return _jpeg_with(data, packet)
    if mime == "image/webp" and data[:4] == b"RIFF" and data[8:12] == b"WEBP":
        return _webp_with(data, packet)
    raise BadInput("Words can be written into PNG, JPEG and WebP files only.")


def find_packet(data: bytes) -> bytes | None:
    """Return the packet of a file of any of these kinds, or None; never raises on damage."""
    try:
        if data.startswith(_PNG):
            return _png_packet(data)
        if data.startswith(b"\xff\xd8"):
            return _jpeg_packet(data)
        if data[:4] == b"RIFF" and data[8:12] == b"WEBP":
            return next((body for name, body in _riff_chunks(data) if name == b"XMP "), None)
    except (struct.error, IndexError, zlib.error):
        return None
    return None


def _png_chunks(data: bytes) -> list[tuple[bytes, bytes]]:
    at, chunks = len(_PNG), []
    while at + 8 <= len(data):
        size, name = struct.unpack(">I4s", data[at : at + 8])
        chunks.append((name, data[at + 8 : at + 8 + size]))
        at += 12 + size
    return chunks


def _png_chunk(name: bytes, body: bytes) -> bytes:
    return struct.pack(">I", len(body)) + name + body + struct.pack(">I", zlib.crc32(name + body))


def _is_xmp(name: bytes, body: bytes) -> bool:
    return name == b"iTXt" and body.startswith(_PNG_KEYWORD + b"\0")


def _png_with(data: bytes, packet: bytes) -> bytes:
    kept = [(name, body) for name, body in _png_chunks(data) if not _is_xmp(name, body)]
    # Keyword, not compressed, method 0, no language, no translated keyword.
    kept.insert(1, (b"iTXt", _PNG_KEYWORD + b"\0\0\0\0\0" + packet))
    return _PNG + b"".join(_png_chunk(name, body) for name, body in kept)


def _png_packet(data: bytes) -> bytes | None:
    for name, body in _png_chunks(data):
        if _is_xmp(name, body):
            compressed = body[len(_PNG_KEYWORD) + 1]
            text = body[len(_PNG_KEYWORD) + 3 :].split(b"\0", 2)[2]
            return _inflated(text) if compressed else text
    return None


def _inflated(text: bytes, limit: int = 1 << 20) -> bytes:
    return zlib.decompressobj().decompress(text, limit)


def _jpeg_segments(data: bytes) -> tuple[list[tuple[int, bytes]], int]:
    """Return the (marker, body) segments before the scan, and where the rest begins."""
    at, segments = 2, []
    while data[at] == 0xFF and data[at + 1] != 0xDA:
        size = int(struct.unpack(">H", data[at + 2 : at + 4])[0])
        if size < 2:
            raise IndexError("a segment shorter than its own length field")
        segments.append((data[at + 1], data[at + 4 : at + 2 + size]))
        at += 2 + size
    return segments, at


def _jpeg_with(data: bytes, packet: bytes) -> bytes:
    if len(packet) + len(_JPEG_XMP) > _JPEG_LIMIT:
        raise BadInput("The words do not fit into a JPEG.", hint="Shorten the description.")
    try:
        segments, rest = _jpeg_segments(data)
    except (IndexError, struct.error) as error:
        raise BadInput("The JPEG file is damaged.") from error
    kept = [part for part in segments if not (part[0] == 0xE1 and part[1].startswith(_JPEG_XMP))]
    at = sum(1 for marker, body in kept if marker == 0xE0 or body.startswith(b"Exif\0"))
    kept.insert(at, (0xE1, _JPEG_XMP + packet))
    head = b"".join(
        struct.pack(">BBH", 0xFF, marker, len(body) + 2) + body for marker, body in kept
    )
    return data[:2] + head + data[rest:]


def _jpeg_packet(data: bytes) -> bytes | None:
    for marker, body in _jpeg_segments(data)[0]:
        if marker == 0xE1 and body.startswith(_JPEG_XMP):
            return body[len(_JPEG_XMP) :]
    return None


def _riff_chunks(data: bytes) -> list[tuple[bytes, bytes]]:
    at, chunks = 12, []
    while at + 8 <= len(data):
        name, size = struct.unpack("<4sI", data[at : at + 8])
        chunks.append((name, data[at + 8 : at + 8 + size]))
        at += 8 + size + size % 2
    return chunks


def _webp_with(data: bytes, packet: bytes) -> bytes:
    chunks = [(name, body) for name, body in _riff_chunks(data) if name != b"XMP "]
    if chunks[0][0] != b"VP8X":
        chunks.insert(0, (b"VP8X", _extended_header(*chunks[0])))
    flags = chunks[0][1][0] | _WEBP_XMP_FLAG
    chunks[0] = (b"VP8X", bytes([flags]) + chunks[0][1][1:])
    chunks.append((b"XMP ", packet))
    body = b"WEBP" + b"".join(
        struct.pack("<4sI", name, len(part)) + part + b"\0" * (len(part) % 2)
        for name, part in chunks
    )
    return b"RIFF" + struct.pack("<I", len(body)) + body


def _extended_header(name: bytes, body: bytes) -> bytes:
    """Return the VP8X body for a simple file. Source: WebP container specification; RFC 6386."""
    if name == b"VP8L":
        bits = int.from_bytes(body[1:5], "little")
        width, height = bits & 0x3FFF, (bits >> 14) & 0x3FFF
        flags = _WEBP_ALPHA_FLAG * (bits >> 28 & 1)
    elif name == b"VP8 ":
        size = struct.unpack("<HH", body[6:10])
        width, height, flags = (size[0] & 0x3FFF) - 1, (size[1] & 0x3FFF) - 1, 0
    else:
        raise BadInput("The WebP file is damaged.")
    return bytes([flags, 0, 0, 0]) + width.to_bytes(3, "little") + height.to_bytes(3, "little")
