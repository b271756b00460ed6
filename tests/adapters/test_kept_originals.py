"""Clean pictures of drafts at rest: nobody reads them without every key they were sealed under."""

import os
import shutil
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from itertools import compress, product
from pathlib import Path

import pytest
from builders_tiny_pipelines import a_picture

from toile.adapters.models.licence_keys import LicenceKeys, file_name
from toile.adapters.models.originals import SealedOriginals
from toile.domain.errors import NotAllowed, ServiceUnavailable
from toile.domain.ids import DraftId

ONE, TWO = DraftId("1" * 64), DraftId("2" * 64)
PICTURE = a_picture(3, 40, 50)
HELD = ("lic-a", "lic-b", "lic-c")


@pytest.fixture
def keys(tmp_path: Path) -> LicenceKeys:
    return LicenceKeys(tmp_path / "keys")


@pytest.fixture
def sealed(tmp_path: Path, keys: LicenceKeys) -> SealedOriginals:
    return SealedOriginals(tmp_path / "originals", keys)


def test_a_picture_comes_back_as_it_was_and_lies_on_disk_as_no_picture(
    sealed: SealedOriginals, tmp_path: Path
) -> None:
    sealed.keep(ONE, ("lic-a",), PICTURE)
    sealed.keep(TWO, (), PICTURE)
    assert (sealed.opened(ONE, HELD), sealed.opened(TWO, ())) == (PICTURE, PICTURE)
    for file in (tmp_path / "originals").iterdir():
        assert b"PNG" not in file.read_bytes()
        assert file.stat().st_mode & 0o077 == 0
    assert sealed.opened(DraftId("3" * 64), HELD) is None


def test_a_picture_of_two_people_ends_with_the_first_licence_in_every_copy(
    sealed: SealedOriginals, keys: LicenceKeys, tmp_path: Path
) -> None:
    sealed.keep(ONE, ("lic-b", "lic-a"), PICTURE)
    shutil.copytree(tmp_path / "originals", tmp_path / "copy")
    keys.destroy("lic-b")
    assert sealed.opened(ONE, HELD) is None
    assert SealedOriginals(tmp_path / "copy", keys).opened(ONE, HELD) is None


def test_a_picture_opens_only_for_who_holds_every_licence_it_was_made_under(
    sealed: SealedOriginals,
) -> None:
    sealed.keep(ONE, ("lic-b", "lic-a"), PICTURE)
    for holding in product((False, True), repeat=3):
        held = tuple(compress(HELD, holding))
        may = {"lic-a", "lic-b"} <= set(held)
        assert (sealed.opened(ONE, held) == PICTURE) == may


def test_a_destroyed_licence_never_gets_a_key_again_and_nothing_is_kept_under_it(
    sealed: SealedOriginals, keys: LicenceKeys, tmp_path: Path
) -> None:
    sealed.keep(ONE, ("lic-a",), PICTURE)
    (key,) = (tmp_path / "keys").glob("*.key")
    copy = key.read_bytes()
    keys.destroy("lic-a")
    sealed.keep(TWO, ("lic-b", "lic-a"), PICTURE)
    with pytest.raises(NotAllowed, match="lic-a was withdrawn here"):
        LicenceKeys(tmp_path / "keys").made("lic-a")
    # Put back by hand from a copy, it opens nothing, and the next sweep takes it away.
    key.write_bytes(copy)
    assert (sealed.opened(ONE, HELD), keys.known("lic-a")) == (None, None)
    assert len(list((tmp_path / "originals").iterdir())) == 1
    assert sealed.sweep(lambda *_: True) == 0
    assert not key.exists()


def test_keys_made_and_destroyed_side_by_side_leave_no_key(tmp_path: Path) -> None:
    def made(number: int) -> None:
        with suppress(NotAllowed):
            LicenceKeys(tmp_path / "keys").made(f"lic-{number % 4}")

    with ThreadPoolExecutor(8) as crew:
        going = [crew.submit(made, number) for number in range(40)]
        for number in range(4):
            LicenceKeys(tmp_path / "keys").destroy(f"lic-{number}")
        for one in going:
            one.result()
    assert not list((tmp_path / "keys").glob("*.key"))


def test_a_key_is_written_without_links_in_its_own_place_and_half_a_one_counts_for_none(
    sealed: SealedOriginals, keys: LicenceKeys, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def none(*_: object, **__: object) -> None:
        raise PermissionError(1, "Operation not permitted")

    monkeypatch.setattr("os.link", none)
    sealed.keep(ONE, ("lic-a",), PICTURE)
    (key,) = (tmp_path / "keys").glob("*.key")
    assert (len(key.read_bytes()), key.stat().st_mode & 0o077) == (32, 0)
    half = key.with_name(".part-of-an-older-version")
    half.write_bytes(key.read_bytes())
    keys.destroy("lic-a")
    assert not half.exists()
    other = tmp_path / "keys" / f"{file_name('lic-b')}.key"
    other.write_bytes(b"half")
    assert keys.known("lic-b") is None
    sealed.keep(TWO, ("lic-b",), PICTURE)
    assert sealed.opened(TWO, HELD) == PICTURE


@pytest.mark.slow
@pytest.mark.parametrize("at", ["open", "write", "fsync"])
def test_a_writer_killed_at_any_step_leaves_one_file_that_the_next_writes_whole(
    tmp_path: Path, at: str
) -> None:
    subprocess.run([sys.executable, "-c", _KILLED, str(tmp_path / "keys"), at], check=False)
    keys = LicenceKeys(tmp_path / "keys")
    assert len(keys.made("lic-a")) == 32
    assert keys.made("lic-a") == keys.known("lic-a")
    keys.destroy("lic-a")
    left = {path.suffix for path in (tmp_path / "keys").iterdir() if path.name != ".lock"}
    assert left == {".gone"}


_KILLED = """
import os, sys
from pathlib import Path
from toile.adapters.models.licence_keys import LicenceKeys, file_name
folder, at = Path(sys.argv[1]), sys.argv[2]
class Half:
    def __init__(self, file): self.file = file
    def __enter__(self): return self
    def __exit__(self, *_): pass
    def write(self, data):
        os.write(self.file, data[:9])
        os._exit(9)
opened = os.open
def open_(path, *more):
    made = opened(path, *more)
    return os._exit(9) if str(path).endswith(".key") else made
if at == "open": os.open = open_
if at == "write": os.fdopen = lambda file, mode: Half(file)
if at == "fsync": os.fsync = lambda _: os._exit(9)
LicenceKeys(folder).made("lic-a")
"""


def test_a_sweep_leaves_what_is_held_and_what_is_new(
    sealed: SealedOriginals, tmp_path: Path
) -> None:
    sealed.keep(ONE, ("lic-a",), PICTURE)
    sealed.keep(TWO, (), PICTURE)
    whole = next((tmp_path / "originals").iterdir()).read_bytes()
    for name, data in (("broken.sealed", b"[]"), (".part-x", whole)):
        (tmp_path / "originals" / name).write_bytes(data)
    assert sealed.sweep(lambda *_: False) == 0
    for path in (tmp_path / "originals").iterdir():
        os.utime(path, (0, 0))
    asked: list[tuple[DraftId, tuple[str, ...]]] = []

    def holds(draft: DraftId, licences: tuple[str, ...]) -> bool:
        asked.append((draft, licences))
        return draft == ONE

    assert sealed.sweep(holds) == 3
    assert sorted(asked) == [(ONE, ("lic-a",)), (TWO, ())]
    assert sealed.opened(ONE, HELD) == PICTURE
    assert sealed.opened(TWO, ()) is None


def test_a_file_that_was_changed_or_put_in_anothers_place_is_not_opened(
    sealed: SealedOriginals, tmp_path: Path
) -> None:
    sealed.keep(ONE, ("lic-a",), PICTURE)
    (mine,) = (tmp_path / "originals").iterdir()
    whole = mine.read_bytes()
    sealed.keep(TWO, ("lic-a",), a_picture(4, 40, 50))
    (theirs,) = set((tmp_path / "originals").iterdir()) - {mine}
    theirs.write_bytes(whole)
    assert sealed.opened(TWO, HELD) is None
    for broken in (whole[:-1] + b"!", whole[:20], b"", whole.replace(b"lic-a", b"lic-b")):
        mine.write_bytes(broken)
        assert sealed.opened(ONE, HELD) is None


def test_drawings_side_by_side_share_the_key_that_the_first_of_them_made(
    sealed: SealedOriginals,
) -> None:
    drafts = [DraftId(f"{number:064d}") for number in range(24)]
    with ThreadPoolExecutor(8) as crew:
        list(crew.map(lambda draft: sealed.keep(draft, ("lic-a",), PICTURE), drafts))
    assert all(sealed.opened(draft, HELD) == PICTURE for draft in drafts)


def test_what_is_forgotten_is_gone_and_no_room_is_a_sentence(
    sealed: SealedOriginals, tmp_path: Path
) -> None:
    sealed.keep(ONE, ("lic-a",), PICTURE)
    sealed.forget([ONE, TWO])
    assert sealed.opened(ONE, HELD) is None
    (tmp_path / "originals").rmdir()
    (tmp_path / "originals").write_text("in the way")
    with pytest.raises(ServiceUnavailable, match="could not be kept for later changes"):
        sealed.keep(ONE, ("lic-a",), PICTURE)
