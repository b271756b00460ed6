"""Whether a folder of weights is safe and sound, without loading it.

Safe: nothing in it can run code. Sound: every weight file is whole. Knows nothing of licences.
"""

import hashlib
import io
import json
import struct
from collections.abc import Iterator
from pathlib import Path
from typing import IO

# Formats that run code when they are opened, and code itself.
UNSAFE = (".py", ".pyc", ".so", ".dll", ".bin", ".pt", ".pth", ".ckpt", ".pkl", ".pickle", ".h5")
WANTED = ("*.safetensors", "*.json", "*.txt", "*.model", "*.md", "LICENSE*", "*.jinja")
LOCK = "toile-lock.json"
_LONGEST_HEADER = 100 * 1024 * 1024


def files_of(folder: Path) -> Iterator[Path]:
    """Yield the files of a model folder in a fixed order, the lock left out."""
    for path in sorted(folder.rglob("*")):
        hidden = any(part.startswith(".") for part in path.relative_to(folder).parts)
        if path.is_file() and path.name != LOCK and not hidden:
            yield path


def unsafe(folder: Path) -> tuple[str, ...]:
    """Return a sentence for everything in the folder that could run code."""
    found = []
    for path in files_of(folder):
        name = path.relative_to(folder).as_posix()
        if path.suffix.casefold() in UNSAFE:
            found.append(f"{name} could run code when opened: only safetensors are loaded.")
        elif path.suffix == ".json" and _asks_for_code(path):
            found.append(f"{name} asks for code from outside the library.")
        if path.is_symlink() and not path.resolve().is_relative_to(folder.resolve()):
            found.append(f"{name} is a link out of the folder.")
    return tuple(found)


def _asks_for_code(path: Path) -> bool:
    try:
        config = json.loads(path.read_text("utf-8"))
    except (ValueError, OSError):
        return False
    if not isinstance(config, dict):
        return False
    custom = config.get("_class_name")
    return "auto_map" in config or isinstance(custom, list)


def damaged(folder: Path) -> tuple[str, ...]:
    """Return a sentence for every weight file that is cut short or not what it says."""
    found = []
    for path in files_of(folder):
        if path.suffix == ".safetensors":
            with path.open("rb") as file:
                why = _broken(file, path.stat().st_size)
            if why:
                found.append(f"{path.relative_to(folder).as_posix()} is damaged: {why}.")
    return tuple(found)


def broken_header(data: bytes) -> str:
    """Return why these bytes are not whole safetensors, or an empty string."""
    return _broken(io.BytesIO(data), len(data))


def _broken(file: IO[bytes], size: int) -> str:
    start = file.read(8)
    if len(start) < 8:
        return "it is cut short"
    (length,) = struct.unpack("<Q", start)
    if length > min(_LONGEST_HEADER, size):
        return "its header is longer than the file"
    try:
        header = json.loads(file.read(length))
    except ValueError:
        return "its header cannot be read"
    if not isinstance(header, dict):
        return "its header cannot be read"
    tensors = [value for key, value in header.items() if key != "__metadata__"]
    try:
        end = max((int(tensor["data_offsets"][1]) for tensor in tensors), default=0)
    except (KeyError, IndexError, TypeError, ValueError):
        return "its header cannot be read"
    missing = 8 + length + end - size
    return f"{missing} bytes are missing" if missing > 0 else ""


def sha256(path: Path) -> str:
    """Return the SHA-256 of a file as 64 hex digits."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
