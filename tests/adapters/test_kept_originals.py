"""Clean pictures of drafts at rest: nobody reads them without every key they were sealed under."""

import shutil
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from builders_tiny_pipelines import a_picture

from toile.adapters.models.licence_keys import LicenceKeys
from toile.adapters.models.originals import SealedOriginals
from toile.domain.errors import ServiceUnavailable
from toile.domain.ids import DraftId

ONE, TWO = DraftId("1" * 64), DraftId("2" * 64)
PICTURE = a_picture(3, 40, 50)


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
    assert (sealed.opened(ONE), sealed.opened(TWO)) == (PICTURE, PICTURE)
    for file in (tmp_path / "originals").iterdir():
        assert b"PNG" not in file.read_bytes()
        assert file.stat().st_mode & 0o077 == 0
    assert sealed.opened(DraftId("3" * 64)) is None


def test_a_picture_of_two_people_ends_with_the_first_licence_in_every_copy(
    sealed: SealedOriginals, keys: LicenceKeys, tmp_path: Path
) -> None:
    sealed.keep(ONE, ("lic-b", "lic-a"), PICTURE)
    shutil.copytree(tmp_path / "originals", tmp_path / "copy")
    keys.destroy("lic-b")
    assert sealed.opened(ONE) is None
    # A new key under the same name opens nothing that is old.
    keys.made("lic-b")
    assert SealedOriginals(tmp_path / "copy", keys).opened(ONE) is None


def test_a_file_that_was_changed_or_put_in_anothers_place_is_not_opened(
    sealed: SealedOriginals, tmp_path: Path
) -> None:
    sealed.keep(ONE, ("lic-a",), PICTURE)
    (mine,) = (tmp_path / "originals").iterdir()
    whole = mine.read_bytes()
    sealed.keep(TWO, ("lic-a",), a_picture(4, 40, 50))
    (theirs,) = set((tmp_path / "originals").iterdir()) - {mine}
    theirs.write_bytes(whole)
    assert sealed.opened(TWO) is None
    for broken in (whole[:-1] + b"!", whole[:20], b"", whole.replace(b"lic-a", b"lic-b")):
        mine.write_bytes(broken)
        assert sealed.opened(ONE) is None


def test_drawings_side_by_side_share_the_key_that_the_first_of_them_made(
    sealed: SealedOriginals,
) -> None:
    drafts = [DraftId(f"{number:064d}") for number in range(24)]
    with ThreadPoolExecutor(8) as crew:
        list(crew.map(lambda draft: sealed.keep(draft, ("lic-a",), PICTURE), drafts))
    assert all(sealed.opened(draft) == PICTURE for draft in drafts)


def test_what_is_forgotten_is_gone_and_no_room_is_a_sentence(
    sealed: SealedOriginals, tmp_path: Path
) -> None:
    sealed.keep(ONE, ("lic-a",), PICTURE)
    sealed.forget([ONE, TWO])
    assert sealed.opened(ONE) is None
    (tmp_path / "originals").rmdir()
    (tmp_path / "originals").write_text("in the way")
    with pytest.raises(ServiceUnavailable, match="could not be kept for later changes"):
        sealed.keep(ONE, ("lic-a",), PICTURE)
