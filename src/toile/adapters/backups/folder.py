"""Copy a data folder while it is in use, check a copy, and put one back in one rename.

Databases are copied by their own engine, so a copy is one consistent moment; they are copied before
the pictures, which are only ever added. Knows nothing of what the files mean.
"""

import errno
import hashlib
import itertools
import os
import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from pydantic import ValidationError

from toile.adapters.backups.note import NAME, BackupNote, KeptFile
from toile.domain.errors import BadInput, NotFound, ServiceUnavailable

SQLITE = b"SQLite format 3\x00"
# The engine's own notes (unfinished drafts are handed to it anew), weights that can be pulled
# again, the note of where the live ledger ends (a backup has its own), sealed pictures that can be
# painted again, and what a database keeps beside itself while open.
LEFT_OUT = ("jobs.db", "models", "ledger.head", "originals")
# A copy of these keys would open what is sealed after a licence was revoked; a mark that one was
# destroyed opens nothing, and goes wherever the rest goes.
SEALING_KEYS, DESTROYED = Path("keys", "twin-weights"), ".gone"
LEFT_OUT_ENDINGS = ("-wal", "-shm", "-journal", ".lock")


def copy_out(home: Path, into: Path, *, without: tuple[str, ...] = ()) -> None:
    """Copy what a data folder holds into an empty folder, without the places named."""
    if not home.is_dir():
        raise NotFound(f"There is no data folder at {home}.", hint="Set TOILE_HOME.")
    if into.exists() and (not into.is_dir() or any(into.iterdir())):
        raise BadInput(f"{into} is not empty; a backup overwrites nothing.", hint="Name a new one.")
    if into.resolve().is_relative_to(home.resolve()):
        raise BadInput("A backup inside the data folder would be lost with it.")
    with _translated():
        into.mkdir(mode=0o700, parents=True, exist_ok=True)
        places = (place for place in _places(home) if place not in without)
        for place in sorted(places, key=lambda place: not _is_database(home / place)):
            _copy(home / place, into / place)


def kept_files(into: Path) -> tuple[KeptFile, ...]:
    """Return every file of a copy with its size and hash, by place."""
    with _translated():
        return tuple(_kept(into, place) for place in sorted(_places(into)))


def write_note(into: Path, note: BackupNote) -> None:
    """Finish a backup."""
    with _translated():
        (into / NAME).write_text(note.model_dump_json(indent=1), encoding="utf-8")


def read_note(folder: Path) -> BackupNote:
    """Return what a backup says of itself; refuse a folder that is none, or half of one."""
    try:
        return BackupNote.model_validate_json((folder / NAME).read_text(encoding="utf-8"))
    except FileNotFoundError as error:
        raise NotFound(
            f"{folder} is not a finished backup.", hint="Give the folder `toile backup` made."
        ) from error
    except (OSError, UnicodeDecodeError, ValidationError) as error:
        raise BadInput(f"{folder / NAME} cannot be read.", hint="Use another backup.") from error


def check(folder: Path, note: BackupNote) -> None:
    """Refuse a backup of which a file is missing, changed, or a damaged database."""
    for file in note.files:
        path = folder / file.place
        if not path.resolve().is_relative_to(folder.resolve()):
            raise BadInput(f"The backup names a file outside itself: {file.place}.")
        if not path.is_file() or _sha256(path) != file.sha256:
            raise BadInput(
                f"{file.place} in the backup is missing or changed; nothing was brought back.",
                hint="Use another backup.",
            )
        if _is_database(path) and not _is_sound(path):
            raise BadInput(f"The database {file.place} in the backup is damaged.")


@contextmanager
def staged(folder: Path, note: BackupNote, home: Path, *, replace: bool) -> Iterator[Path]:
    """Hold a checked backup beside the data folder, which stays as it is; say where."""
    if home.exists() and any(home.iterdir()) and not replace:
        raise BadInput(
            f"{home} is not empty; nothing was brought back.",
            hint="Stop the studio, then add --replace: what is there is moved aside, not deleted.",
        )
    part = home.with_name(f"{home.name}.part-{os.getpid()}")
    try:
        with _translated():
            part.mkdir(mode=0o700, parents=True)
            # An older backup may hold what none is made with now.
            for file in note.files:
                if not _left_out(Path(os.path.normpath(file.place))):
                    _copy(folder / file.place, part / file.place)
            for mark in (home / SEALING_KEYS).glob(f"*{DESTROYED}"):
                _copy(mark, part / SEALING_KEYS / mark.name)
        yield part
    finally:
        # In place by now, or refused: either way nothing is left beside.
        shutil.rmtree(part, ignore_errors=True)


def swap(part: Path, home: Path, aside: Path) -> None:
    """Put a staged copy in place of the data folder; what was there is moved aside.

    The keys of what is sealed go along, and are not left aside as well: there is one of each.
    """
    with _translated():
        was = None
        if home.exists() and any(home.iterdir()):
            was = home.rename(_free(aside))
        elif home.exists():
            home.rmdir()
        part.rename(home)
        if was:
            _move_keys(was / SEALING_KEYS, home / SEALING_KEYS)


def _move_keys(aside: Path, to: Path) -> None:
    for key in sorted(aside.glob("*.key")):
        if (to / key.name).with_suffix(DESTROYED).exists():
            key.unlink()
        else:
            to.mkdir(mode=0o700, parents=True, exist_ok=True)
            key.replace(to / key.name)
    for half in aside.glob(".part-*"):
        half.unlink(missing_ok=True)


def _free(aside: Path) -> Path:
    """Return a name nobody has: two folders may be put aside within one second."""
    names = (aside.with_name(f"{aside.name}-{n}") for n in itertools.count(2))
    return next(place for place in itertools.chain((aside,), names) if not place.exists())


def _places(home: Path) -> Iterator[str]:
    for path in home.rglob("*"):
        place = path.relative_to(home)
        if path.is_file() and not path.is_symlink() and not _left_out(place):
            yield place.as_posix()


def _left_out(place: Path) -> bool:
    if place.is_relative_to(SEALING_KEYS) and place.suffix != DESTROYED:
        return True
    name = place.name
    begun = place.parts[0].startswith(LEFT_OUT) or name.startswith(".part-")
    return begun or name.endswith(LEFT_OUT_ENDINGS)


def _copy(path: Path, to: Path) -> None:
    to.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    if _is_database(path):
        with closing(sqlite3.connect(path)) as source, closing(sqlite3.connect(to)) as target:
            source.backup(target)
            # One file, whatever had been written beside it.
            target.execute("PRAGMA journal_mode = DELETE")
        to.chmod(0o600)
        return
    shutil.copy2(path, to)


def _kept(folder: Path, place: str) -> KeptFile:
    path = folder / place
    return KeptFile(place=place, size=path.stat().st_size, sha256=_sha256(path))


def _sha256(path: Path) -> str:
    with open(path, "rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _is_database(path: Path) -> bool:
    with open(path, "rb") as file:
        return file.read(len(SQLITE)) == SQLITE


def _is_sound(path: Path) -> bool:
    address = f"{path.absolute().as_uri()}?mode=ro&immutable=1"
    try:
        with closing(sqlite3.connect(address, uri=True)) as connection:
            return bool(connection.execute("PRAGMA quick_check").fetchone()[0] == "ok")
    except sqlite3.Error:
        return False


@contextmanager
def _translated() -> Iterator[None]:
    try:
        yield
    except OSError as error:
        if error.errno in (errno.ENOSPC, errno.EDQUOT):
            said = "The disk is full; the backup is not finished."
            raise ServiceUnavailable(said, hint="Free some space and begin in a new folder.") from (
                error
            )
        raise ServiceUnavailable(
            f"{error.filename or 'A file'} could not be copied.",
            hint=f"The system said: {error.strerror or error}.",
        ) from error
    except sqlite3.Error as error:
        raise ServiceUnavailable(
            "A database could not be copied; nothing was changed.", hint=f"It said: {error}."
        ) from error
