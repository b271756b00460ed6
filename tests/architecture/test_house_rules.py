"""The house rules that no linter knows."""

import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
SOURCES = sorted((ROOT / "src" / "toile").rglob("*.py"))
HEAVY = ("torch", "diffusers", "chromadb", "mitsuba", "streamlit", "numba", "cv2", "transformers")


def _code(path: Path) -> str:
    return path.read_text(encoding="utf-8")


def _users_of(pattern: str) -> set[str]:
    found = re.compile(pattern)
    return {str(p.relative_to(ROOT / "src/toile")) for p in SOURCES if found.search(_code(p))}


@pytest.mark.parametrize("path", SOURCES, ids=lambda path: str(path.relative_to(ROOT)))
def test_a_file_has_at_most_300_lines(path: Path) -> None:
    assert len(_code(path).splitlines()) <= 300


def test_only_clear_makes_a_cleared_casting() -> None:
    assert _users_of(r"ClearedCasting\(") <= {"domain/casting.py"}


def test_only_draft_shot_makes_a_marked_image() -> None:
    makers = _users_of(r"\bMarkedImage\((?!Value)")
    assert makers <= {"domain/drafts.py", "workflow/draft_shot.py"}


def test_only_the_drafting_and_release_verbs_store_pictures() -> None:
    assert _users_of(r"\bimages\.put\(") <= {"workflow/draft_shot.py", "workflow/release.py"}


def test_a_pdf_is_opened_in_one_place_that_lets_one_thread_in() -> None:
    assert _users_of(r"PdfDocument\(") == {"adapters/pdfium.py"}


def test_session_state_is_touched_in_one_place() -> None:
    assert _users_of(r"st\.session_state") <= {"ui/session.py"}


def test_no_page_writes_raw_html() -> None:
    assert not _users_of(r"unsafe_allow_html|st\.html\(")


def test_chance_and_time_come_from_the_clock_only() -> None:
    users = _users_of(r"\bdatetime\.now\(|\bdate\.today\(|\buuid4\(|\bsecrets\.token")
    core = {user for user in users if user.startswith(("domain/", "workflow/"))}
    assert not core


@pytest.mark.parametrize("command", [["--help"], ["rights", "--help"], ["shots", "--help"]])
def test_help_loads_nothing_heavy(command: list[str]) -> None:
    code = (
        "import sys; from toile.__main__ import main\n"
        f"sys.argv = ['toile', *{command!r}]\n"
        "try:\n    main()\nexcept SystemExit:\n    pass\n"
        f"print('LOADED', [name for name in {HEAVY!r} if name in sys.modules])"
    )
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert run.stdout.strip().endswith("LOADED []")
