"""What lies inside a file besides its bytes as they stand: packed streams, archives, databases.

For the search after pixels that must not be there. A stream or value that cannot be opened is
passed over here: the bytes as they stand are always searched as well.
"""

import io
import sqlite3
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import closing
from typing import Final

_SQLITE: Final = b"SQLite format 3\0"
_PACKED: Final = (b"\x78\x01", b"\x78\x5e", b"\x78\x9c", b"\x78\xda", b"\x1f\x8b\x08")
_EITHER_HEADER: Final = 47
_MOST_UNPACKED: Final = 128 * 2**20
# A stream that gives less than this holds no run of pixels worth a name.
_LEAST: Final = 96


def layers_of(data: bytes) -> Iterator[bytes]:
    """Yield the bytes as they stand, then what is packed in them, one level deep."""
    yield data
    yield from _streams(data)
    if data.startswith(b"PK"):
        yield from _archived(data)
    if data.startswith(_SQLITE):
        for value in _values(data):
            yield value
            yield from _streams(value)


def _streams(data: bytes) -> Iterator[bytes]:
    """Yield every zlib or gzip stream that begins anywhere, as far as it unpacks."""
    view = memoryview(data)
    for signature in _PACKED:
        at = data.find(signature)
        while at >= 0:
            unpacked = _unpacked(view[at:])
            if len(unpacked) >= _LEAST:
                yield unpacked
            at = data.find(signature, at + 1)


def _unpacked(view: memoryview) -> bytes:
    try:
        return zlib.decompressobj(_EITHER_HEADER).decompress(view, _MOST_UNPACKED)
    except zlib.error:
        return b""


def _archived(data: bytes) -> Iterator[bytes]:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            for name in archive.namelist():
                yield archive.read(name)
    except (zipfile.BadZipFile, RuntimeError, OSError):
        return


def _values(data: bytes) -> Iterator[bytes]:
    """Yield every long value of a SQLite file: in its pages one is cut into pieces."""
    with closing(sqlite3.connect(":memory:")) as database:
        # Without its log beside it, a file in write-ahead mode opens only as a plain one.
        database.deserialize(data[:18] + b"\1\1" + data[20:])
        database.text_factory = bytes
        tables = database.execute("SELECT name FROM sqlite_master WHERE type = 'table'").fetchall()
        for (name,) in tables:
            yield from _long_values(database, name.decode())


def _long_values(database: sqlite3.Connection, table: str) -> Iterator[bytes]:
    quoted = table.replace('"', '""')
    try:
        for row in database.execute(f'SELECT * FROM "{quoted}"'):
            yield from (one for one in row if isinstance(one, bytes) and len(one) >= _LEAST)
    except sqlite3.Error:
        # A virtual table of an extension that is not here; its own tables hold the same values.
        return
