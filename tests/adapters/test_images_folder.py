"""Pictures on disk: whole or absent, named by what is in them, checked when read."""

import hashlib
import os
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from toile.adapters.images.folder import ImageFolder
from toile.domain.errors import BadInput, NotFound, ServiceUnavailable
from toile.domain.ids import ImageHash

PICTURE = b"\xff\xd8 a picture" * 100


@pytest.fixture
def folder(tmp_path: Path) -> ImageFolder:
    return ImageFolder(tmp_path)


def place(tmp_path: Path, name: str) -> Path:
    return tmp_path / name[:2] / name


def test_a_picture_comes_back_under_the_hash_of_its_bytes(folder: ImageFolder) -> None:
    name = folder.put(PICTURE, "image/jpeg")
    assert name == hashlib.sha256(PICTURE).hexdigest()
    assert folder.get(name) == PICTURE


def test_the_same_bytes_are_one_file(folder: ImageFolder, tmp_path: Path) -> None:
    with ThreadPoolExecutor(8) as pool:
        assert len(set(pool.map(lambda _: folder.put(PICTURE, "image/jpeg"), range(24)))) == 1
    assert len([path for path in tmp_path.rglob("*") if path.is_file()]) == 1


def test_a_damaged_picture_is_not_shown_and_is_mended_by_storing_it_again(
    folder: ImageFolder, tmp_path: Path
) -> None:
    name = folder.put(PICTURE, "image/jpeg")
    place(tmp_path, name).write_bytes(PICTURE[:-1])
    with pytest.raises(ServiceUnavailable, match="damaged on disk"):
        folder.get(name)
    folder.put(PICTURE, "image/jpeg")
    assert folder.get(name) == PICTURE


def test_a_forgotten_picture_is_gone_and_may_be_forgotten_twice(folder: ImageFolder) -> None:
    name = folder.put(PICTURE, "image/jpeg")
    folder.forget(name)
    folder.forget(name)
    with pytest.raises(NotFound, match="not in the folder"):
        folder.get(name)


@pytest.mark.parametrize("name", ["../../etc/passwd", "", "A" * 64, "0" * 63])
def test_a_name_that_is_no_hash_reaches_no_file(folder: ImageFolder, name: str) -> None:
    with pytest.raises(BadInput, match="not the name of a picture"):
        folder.get(ImageHash(name))


def test_only_pictures_and_their_papers_are_kept(folder: ImageFolder) -> None:
    with pytest.raises(BadInput, match="not kept"):
        folder.put(b"MZ", "application/x-msdownload")


def test_a_kill_while_writing_leaves_no_half_picture(folder: ImageFolder, tmp_path: Path) -> None:
    script = (
        "import os, sys\n"
        "from pathlib import Path\n"
        "from toile.adapters.images.folder import ImageFolder\n"
        "os.fsync = lambda handle: os._exit(9)\n"
        "ImageFolder(Path(sys.argv[1])).put(b'x' * 100, 'image/jpeg')\n"
    )
    done = subprocess.run([sys.executable, "-c", script, str(tmp_path)], check=False)
    assert done.returncode == 9
    with pytest.raises(NotFound):
        folder.get(ImageHash(hashlib.sha256(b"x" * 100).hexdigest()))


def test_a_folder_that_does_not_answer_is_a_sentence(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    with pytest.raises(ServiceUnavailable, match="did not answer"):
        ImageFolder(tmp_path / "file").put(PICTURE, "image/jpeg")


@pytest.mark.skipif(not os.path.exists("/dev/full"), reason="needs /dev/full")
def test_a_full_disk_is_a_sentence_and_nothing_is_left(tmp_path: Path) -> None:
    script = (
        "import os, sys\n"
        "from pathlib import Path\n"
        "from toile.adapters.images.folder import ImageFolder\n"
        "from toile.domain.errors import ServiceUnavailable\n"
        "full = os.open('/dev/full', os.O_WRONLY)\n"
        "import tempfile\n"
        "make = tempfile.mkstemp\n"
        "def on_full(**kw):\n"
        "    handle, name = make(**kw); os.dup2(full, handle); return handle, name\n"
        "tempfile.mkstemp = on_full\n"
        "try: ImageFolder(Path(sys.argv[1])).put(b'x' * 100, 'image/jpeg')\n"
        "except ServiceUnavailable as error: print(error)\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", script, str(tmp_path)], capture_output=True, text=True, check=True
    )
    assert "disk is full; the picture was not kept" in done.stdout
    assert [path for path in tmp_path.rglob("*") if path.is_file()] == []


def test_what_a_killed_writer_left_is_swept_by_the_next_in_its_folder_and_a_busy_one_is_left_alone(
    folder: ImageFolder, tmp_path: Path
) -> None:
    beside = place(tmp_path, hashlib.sha256(PICTURE).hexdigest()).parent
    beside.mkdir()
    for name in ("left", "busy"):
        (beside / f".part-{name}").write_bytes(PICTURE[:9])
    yesterday = time.time() - 86_400
    os.utime(beside / ".part-left", (yesterday, yesterday))
    folder.put(PICTURE, "image/jpeg")
    assert [path.name for path in beside.glob(".part-*")] == [".part-busy"]
