"""`toile backup` and `toile restore`: what is sealed ends with its licence, in every copy."""

import io
import os
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from builders_tiny_pipelines import a_picture
from PIL import Image

from toile.bootstrap.painting import locked_likenesses, sealed_originals, twin_vault
from toile.domain.errors import NotAllowed, NotFound
from toile.domain.ids import DraftId, LicenceId, TwinId
from toile.settings import Settings

NOW = datetime(2026, 11, 24, 9, tzinfo=UTC)
ADA, A, B = TwinId("twin-ada"), LicenceId("lic-a"), LicenceId("lic-b")
DRAFT, PICTURE = DraftId("1" * 64), a_picture(3, 40, 50)
KEYS = Path("keys", "twin-weights")


def a_face() -> bytes:
    buffer = io.BytesIO()
    Image.new("RGB", (64, 64), (120, 90, 70)).save(buffer, "PNG")
    return buffer.getvalue()


@pytest.fixture
def home() -> Path:
    """Return a data folder that keeps a face under each of two licences, and a clean picture."""
    settings = Settings()
    for twin, licence in ((ADA, A), (TwinId("twin-bo"), B)):
        twin_vault(settings).keep(twin, licence, a_face(), NOW, "face")
    sealed_originals(settings).keep(DRAFT, (A,), PICTURE)
    return settings.folder


def secrets(folder: Path) -> Iterator[bytes]:
    yield from (path.read_bytes() for path in (folder / KEYS).glob("*.key"))


def everything(folder: Path) -> bytes:
    return b"".join(path.read_bytes() for path in folder.rglob("*") if path.is_file())


def test_a_backup_holds_neither_a_clean_picture_nor_a_key_of_what_is_sealed_in_it(
    toile: Callable[..., Any], home: Path, tmp_path: Path
) -> None:
    run = toile("backup", str(tmp_path / "kept"))
    assert run.code == 0, run.err
    assert f"keep {home / KEYS} apart from it" in run.out
    whole, keys = everything(tmp_path / "kept"), list(secrets(home))
    assert len(keys) == 2
    assert not any(key in whole for key in keys)
    assert not (tmp_path / "kept" / "originals").exists()
    assert len(list((tmp_path / "kept" / "twin-weights").iterdir())) == 2


def test_a_restore_keeps_the_keys_that_are_here_and_brings_none_back_that_was_destroyed(
    toile: Callable[..., Any], home: Path, tmp_path: Path
) -> None:
    toile("backup", str(tmp_path / "kept"))
    twin_vault(Settings()).forget(A)
    assert toile("restore", str(tmp_path / "kept"), "--replace").code == 0
    vault, originals = twin_vault(Settings()), sealed_originals(Settings())
    assert len(vault.references(TwinId("twin-bo"), {B})) == 1
    assert originals.opened(DRAFT, (A,)) is None
    with pytest.raises(NotFound, match="key of licence lic-a is gone"):
        vault.references(ADA, {A})
    with pytest.raises(NotAllowed, match="lic-a was withdrawn here"):
        vault.keep(ADA, A, a_face(), NOW, "face")
    # Nor does what was moved aside open anything once the other is revoked, too.
    (aside,) = home.parent.glob(f"{home.name}.before-*")
    assert not list(secrets(aside))
    vault.forget(B)
    assert not list(secrets(home))


def test_a_backup_from_when_keys_were_in_it_gives_none_back(
    toile: Callable[..., Any], home: Path, tmp_path: Path
) -> None:
    (home / "library").mkdir(exist_ok=True)
    for place in (*home.glob("originals/*"), *(home / KEYS).glob("*.key")):
        beside = home / "library" / place.relative_to(home)
        beside.parent.mkdir(parents=True, exist_ok=True)
        beside.write_bytes(place.read_bytes())
    toile("backup", str(tmp_path / "kept"))
    note = tmp_path / "kept" / "backup.json"
    for folder in ("originals", "keys"):
        for path in (tmp_path / "kept" / "library" / folder).rglob("*"):
            if path.is_file():
                to = tmp_path / "kept" / path.relative_to(tmp_path / "kept" / "library")
                to.parent.mkdir(parents=True, exist_ok=True)
                path.rename(to)
    note.write_text(note.read_text("utf-8").replace("library/", ""), "utf-8")
    assert len(list(secrets(tmp_path / "kept"))) == 2
    twin_vault(Settings()).forget(A)
    assert toile("restore", str(tmp_path / "kept"), "--replace").code == 0
    assert len(list(secrets(home))) == 1
    assert not (home / "originals").exists()


def test_a_restore_elsewhere_says_what_has_no_key_and_a_new_likeness_takes_its_place(
    toile: Callable[..., Any], home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    toile("backup", str(tmp_path / "kept"))
    monkeypatch.setitem(os.environ, "TOILE_HOME", str(tmp_path / "elsewhere"))
    run = toile("restore", str(tmp_path / "kept"))
    assert run.code == 0, run.err
    assert "has no key here: " in run.out
    assert {"twin-ada", "twin-bo"} <= set(run.out.replace(",", " ").replace(".", " ").split())
    vault = twin_vault(Settings())
    with pytest.raises(NotFound, match="key of licence lic-a is not here"):
        vault.references(ADA, {A})
    vault.keep(ADA, A, a_face(), NOW, "face")
    assert len(vault.references(ADA, {A})) == 1
    # Kept apart and put back, a key opens what was brought back.
    for key in (home / KEYS).glob("*.key"):
        to = tmp_path / "elsewhere" / KEYS / key.name
        if not to.exists():
            to.write_bytes(key.read_bytes())
    assert len(vault.references(TwinId("twin-bo"), {B})) == 1
    assert locked_likenesses(Settings()) == ()
