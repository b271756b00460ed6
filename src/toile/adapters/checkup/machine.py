"""Facts of this machine: who may read what, free space, programs, and what the secrets file says.

Reads and changes nothing else; no secret's value leaves this file.
"""

import os
import shutil
import socket
import stat
import tomllib
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from dotenv import dotenv_values

from toile.domain.checkup import DataFolder, Tool
from toile.domain.errors import SettingMissing

_OTHERS_READ = stat.S_IRGRP | stat.S_IROTH
_OTHERS_ENTER = _OTHERS_READ | stat.S_IXGRP | stat.S_IXOTH
_OTHERS_WRITE = stat.S_IWGRP | stat.S_IWOTH
ANSWER_SECONDS = 3
TOOLS = (("tesseract", "text recognition of scanned books"),)


def data_folder(home: Path) -> DataFolder:
    """Return how the data folder stands, or that it is still to be made."""
    nearest = next(place for place in (home, *home.parents) if place.exists())
    free = shutil.disk_usage(nearest).free
    if nearest != home:
        may = nearest.is_dir() and os.access(nearest, os.W_OK | os.X_OK)
        return DataFolder(path=str(home), there=False, writable=may, free_bytes=free)
    return DataFolder(
        path=str(home),
        there=True,
        writable=home.is_dir() and os.access(home, os.W_OK | os.X_OK),
        others_may=_lets(home, _OTHERS_ENTER) if os.name == "posix" else None,
        free_bytes=free,
    )


def readable_by_others(files: Iterable[Path]) -> tuple[str, ...]:
    """Return which of these files others on this machine may read or write."""
    if os.name != "posix":
        return ()
    there = (file for file in files if file.is_file())
    return tuple(str(file) for file in there if _lets(file, _OTHERS_READ | _OTHERS_WRITE))


def writable_by_others(file: Path) -> bool:
    """Say whether others on this machine may write a file."""
    return os.name == "posix" and file.is_file() and _lets(file, _OTHERS_WRITE)


def secret_files(home: Path, *more: Path | None) -> tuple[Path, ...]:
    """Return every file that holds a secret: keys, settings, Streamlit's secrets."""
    keys = (
        file for file in (home / "keys").rglob("*") if file.suffix != ".pem" or "key" in file.name
    )
    given = (file for file in more if file is not None)
    return (*sorted(keys), Path(".env"), *streamlit_secrets(), *given)


def streamlit_secrets() -> Iterator[Path]:
    """Yield where Streamlit looks for its secrets."""
    for place in (Path.home(), Path.cwd()):
        yield place / ".streamlit" / "secrets.toml"


def cookie_secret() -> int | None:
    """Return how long the cookie secret is, or ``None`` where nobody is asked to sign in."""
    auth = _auth()
    return None if auth is None else len(str(auth.get("cookie_secret", "")))


def identity_addresses() -> Iterator[tuple[str, str]]:
    """Yield the table and the address of each provider that people sign in with."""
    auth = _auth() or {}
    tables = {"auth": auth} | {f"auth.{k}": v for k, v in auth.items() if isinstance(v, dict)}
    for name, table in tables.items():
        if url := str(table.get("server_metadata_url", "")):
            yield name, url


def _auth() -> dict[str, Any] | None:
    found: dict[str, Any] = {}
    for file in streamlit_secrets():
        try:
            found |= tomllib.loads(file.read_text(encoding="utf-8"))
        except FileNotFoundError:
            continue
        except (OSError, ValueError) as error:
            raise SettingMissing(
                f"{file} cannot be read.", hint="Mend it: nobody can sign in without it."
            ) from error
    auth = found.get("auth")
    return auth if isinstance(auth, dict) else None


def answers(url: str) -> bool:
    """Say whether anybody listens at an address."""
    try:
        found = urlsplit(url)
        port = found.port or (443 if found.scheme == "https" else 80)
        with socket.create_connection((found.hostname or "", port), timeout=ANSWER_SECONDS):
            return True
    except (OSError, ValueError):
        return False


def named_settings() -> tuple[str, ...]:
    """Return the name of every ``TOILE_…`` that the environment or ``.env`` gives a value."""
    given = {**dotenv_values(".env"), **os.environ}
    return tuple(sorted(name for name in given if name.upper().startswith("TOILE_")))


def tools() -> tuple[Tool, ...]:
    """Return the programs that the studio can use, and whether they are here."""
    return tuple(
        Tool(name=name, there=shutil.which(name) is not None, gives=gives) for name, gives in TOOLS
    )


def _lets(place: Path, rights: int) -> bool:
    return bool(place.stat().st_mode & rights)
