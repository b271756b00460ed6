"""The secrets of the invisible mark: one a studio, numbered, with the older ones kept for reading.

A key that others may hold is retired: it makes no more marks and is still read, so that a copy is
traced home, but what it says proves nothing any longer.

Everything a key decides (where the mark lies, how ids are checked) is drawn from SHAKE-256 and
HMAC-SHA-256, so a mark made today reads the same under any later version of NumPy.
"""

import hashlib
import hmac
import os
import re
import secrets
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

import numpy as np
import numpy.typing as npt

from toile.domain.errors import NotFound, SettingMissing

_SECRET_BYTES: Final = 32
_FILE: Final = re.compile(r"mark-(\d{4})(\.retired)?\.key")


@dataclass(frozen=True)
class StudioKey:
    """One secret and its number; ``retired`` where others may hold it."""

    version: int
    secret: bytes = field(repr=False)
    retired: bool = False

    def __post_init__(self) -> None:
        if len(self.secret) < 16:
            raise SettingMissing("A mark key must have at least 16 bytes.")

    def __reduce__(self) -> str:
        raise TypeError("A mark key is never saved or sent between processes.")

    def draw(self, purpose: str, count: int) -> npt.NDArray[np.uint64]:
        """Return ``count`` numbers that only this key and purpose give."""
        seed = self.check(purpose, b"")
        return np.frombuffer(hashlib.shake_256(seed).digest(8 * count), dtype="<u8")

    def check(self, purpose: str, message: bytes) -> bytes:
        """Return the 32-byte authentication code of a message."""
        return hmac.new(self.secret, purpose.encode() + b"\0" + message, hashlib.sha256).digest()


@dataclass(frozen=True)
class KeyRing:
    """All keys of a studio; new marks are made with the newest, all are still read."""

    keys: tuple[StudioKey, ...]

    def __post_init__(self) -> None:
        if all(key.retired for key in self.keys):
            raise SettingMissing("The studio has no key for its marks.")
        newest_first = sorted(self.keys, key=lambda key: (key.retired, -key.version))
        object.__setattr__(self, "keys", tuple(newest_first))

    @property
    def newest(self) -> StudioKey:
        """The key for new marks."""
        return self.keys[0]


def load_keys(folder: Path) -> KeyRing:
    """Return the keys of a folder, making the first one when there is none."""
    found = _versions(folder)
    fresh = any(not key.retired for key in found)
    return KeyRing(found) if fresh else rotate_keys(folder)


def rotate_keys(folder: Path) -> KeyRing:
    """Return the keys of a folder with a new one added; the older ones stay for reading."""
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    version = max((key.version for key in _versions(folder)), default=0) + 1
    path = folder / f"mark-{version:04d}.key"
    try:
        descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except FileExistsError:
        # Another process has just made this very version: its key is as good as ours.
        return load_keys(folder)
    with os.fdopen(descriptor, "wb") as file:
        file.write(secrets.token_bytes(_SECRET_BYTES))
    return KeyRing(_versions(folder))


def retire_key(folder: Path, version: int) -> KeyRing:
    """Return the keys of a folder with one of them retired, and a new one where it was the last.

    Raises ``NotFound`` for a number that is no key here. It cannot be taken back.
    """
    path = folder / f"mark-{version:04d}.key"
    known = {key.version: key for key in _versions(folder)}
    if version not in known:
        raise NotFound(f"There is no mark key {version}.", hint="`toile keys list` shows them.")
    if not known[version].retired:
        if all(key.retired or key.version == version for key in known.values()):
            rotate_keys(folder)
        path.rename(folder / f"mark-{version:04d}.retired.key")
    return KeyRing(_versions(folder))


def _versions(folder: Path) -> tuple[StudioKey, ...]:
    if not folder.is_dir():
        return ()
    named = ((path, _FILE.fullmatch(path.name)) for path in sorted(folder.iterdir()))
    return tuple(
        StudioKey(int(name[1]), path.read_bytes(), retired=bool(name[2]))
        for path, name in named
        if name
    )
