"""A server of many threads keeps two heaps, not one for each of them."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

# Sixteen threads at once, each with something of its own, then the heaps as glibc counts them.
SCRIPT = """
import ctypes, sys, threading
from toile.adapters.memory import share_heaps
told = share_heaps() if sys.argv[1] == "shared" else None
system = ctypes.CDLL(None)
system.malloc.restype = ctypes.c_void_p
together = threading.Barrier(16)
def work():
    together.wait()
    system.malloc(ctypes.c_size_t(1000))
    together.wait()
threads = [threading.Thread(target=work) for _ in range(16)]
for one in threads: one.start()
for one in threads: one.join()
system.fopen.restype = ctypes.c_void_p
file = ctypes.c_void_p(system.fopen(sys.argv[2].encode(), b"w"))
system.malloc_info(0, file)
system.fclose(file)
print(told)
"""

pytestmark = pytest.mark.skipif(
    not hasattr(os, "confstr") or "CS_GNU_LIBC_VERSION" not in os.confstr_names,
    reason="heaps are counted with glibc",
)


def heaps(how: str, folder: Path, **env: str) -> tuple[int, str]:
    file = folder / f"{how}.xml"
    told = subprocess.run(
        [sys.executable, "-c", SCRIPT, how, str(file)],
        env=os.environ | env, capture_output=True, text=True, check=True,
    )  # fmt: skip
    return len(re.findall("<heap nr=", file.read_text(encoding="utf-8"))), told.stdout.strip()


def test_sixteen_threads_share_two_heaps(tmp_path: Path) -> None:
    assert heaps("shared", tmp_path) == (2, "True")


def test_without_it_there_are_more(tmp_path: Path) -> None:
    assert heaps("alone", tmp_path)[0] > 2


def test_what_the_operator_set_comes_first(tmp_path: Path) -> None:
    assert heaps("shared", tmp_path, MALLOC_ARENA_MAX="5") == (5, "False")
