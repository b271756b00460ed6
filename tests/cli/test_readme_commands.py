"""Every command that the README prints does what it says, in a shell, on a data folder of its own.

The fenced blocks run from top to bottom, as a newcomer runs them; then what stands in the prose.
What cannot run here is listed with the reason, and its command and options are looked up instead.
"""

import json
import os
import re
import shutil
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest

pytestmark = [pytest.mark.slow, pytest.mark.timeout(1500)]

ROOT = Path(__file__).parents[2]
README = (ROOT / "README.md").read_text(encoding="utf-8")
BLOCKS = [
    line
    for block in re.findall(r"```sh\n(.*?)```", README, re.S)
    for line in block.strip().splitlines()
]
PROSE = re.findall(r"`((?:toile|python|poe) [^`]+)`", README)
LINES = list(dict.fromkeys([*BLOCKS, *PROSE]))

# Installing is the first thing that CI does: it runs the second of these lines word for word.
INSTALLS = [line for line in BLOCKS if re.match(r"python3\.11 -m venv|uv venv", line)]
LOCKED = [line for line in INSTALLS if "requirements.lock" in line]
NOT_RUN = {
    "toile studio": "serves until it is stopped; tests/browser run it",
    "toile keys retire": "named without its key; the page on keys has its test",
    "toile gallery": "runs in the block, with a count",
    "toile bench": "measures for minutes; tests/cli/test_bench_command.py runs a part",
    "toile models pull flux2-klein-4b --revision COMMIT": "fetches gigabytes from the hub",
    "toile models keep face.jpg --twin twin-freya --licence lic-freya-orel-2026": "needs a face",
    "toile models pull NAME --from FOLDER": "needs a folder of weights",
    "python benchmarks/door.py": "measures for minutes",
    "python benchmarks/orders_from_words.py --wrong": "measures for minutes; a part has a test",
    "poe lock": "asks the package index; tests/architecture/test_lock.py reads what it wrote",
    "python scripts/bake_background.py": "writes over data of the package",
    "python scripts/fit_silence.py": "fits for minutes",
    "python benchmarks/marks.py": "measures for minutes",
    "python benchmarks/gpu.py": "needs a card",
    "python benchmarks/blocking.py": "measures for minutes",
}
# Their exit code says whether they found an error, as the README states.
FINDING = ("toile board rules", "toile guidelines check-draft")
RUN = [line for line in LINES if line not in INSTALLS and line not in NOT_RUN]


class Newcomer:
    """Somebody with a shell, an empty data folder and the files that the README speaks of."""

    def __init__(self, place: Path) -> None:
        self.place, self.home = place, place / "home"
        self.board = ""
        (place / "tests").symlink_to(ROOT / "tests")
        shutil.copy(ROOT / "tests" / "golden" / "rights" / "published.yaml", place)
        (place / "published.yaml").rename(place / "scenarios.yaml")

    def types(self, line: str) -> subprocess.CompletedProcess[str]:
        self._lay_out()
        line = line.replace("BOARD", self.board).replace("/somewhere/else", f"{self.place}/else")
        path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
        ran = subprocess.run(
            ["bash", "-c", line], cwd=self.place, capture_output=True, text=True,
            env=os.environ | {"PATH": path, "TOILE_HOME": str(self.home)},
        )  # fmt: skip
        if made := re.match(r"board-\w+", ran.stdout):
            self.board = made[0]
        return ran

    def _lay_out(self) -> None:
        """Put files in place as soon as the studio has made what they hold."""
        pictures = sorted((self.home / "images").rglob("*")) if self.home.exists() else []
        drawn = [one for one in pictures if one.is_file() and one.read_bytes()[:2] == b"\xff\xd8"]
        for name in ("picture.jpg", "draft.jpg") if drawn else ():
            shutil.copy(drawn[0], self.place / name)
        if drawn and not (self.place / "shots.json").exists():
            shown = subprocess.run(
                [sys.executable, "-m", "toile", "board", "show", self.board, "--json"],
                env=os.environ | {"TOILE_HOME": str(self.home)}, capture_output=True, check=True,
            )  # fmt: skip
            shots = [one["versions"][-1]["shot"] for one in json.loads(shown.stdout)["panels"]]
            (self.place / "shots.json").write_text(json.dumps(shots), encoding="utf-8")


@pytest.fixture(scope="module")
def typed(
    tmp_path_factory: pytest.TempPathFactory,
) -> Iterator[dict[str, subprocess.CompletedProcess[str]]]:
    with pytest.MonkeyPatch.context() as patch:
        for name in [name for name in os.environ if name.startswith("TOILE_")]:
            patch.delenv(name)
        newcomer = Newcomer(tmp_path_factory.mktemp("newcomer"))
        yield {line: newcomer.types(line) for line in RUN}


@pytest.mark.parametrize("line", RUN)
def test_a_line_of_the_readme_runs(
    line: str, typed: dict[str, subprocess.CompletedProcess[str]]
) -> None:
    ran = typed[line]
    found = line.startswith(FINDING) and "error:" in ran.stdout
    assert ran.returncode == (1 if found else 0), (ran.stdout, ran.stderr)
    assert "Traceback" not in ran.stderr
    assert ran.stdout.strip() or line.startswith("echo")
    if line.endswith("--json"):
        json.loads(ran.stdout)


def test_the_picture_that_the_newcomer_drew_is_known_again(
    typed: dict[str, subprocess.CompletedProcess[str]],
) -> None:
    said = next(ran.stdout for line, ran in typed.items() if line.startswith("toile verify"))
    assert said.startswith("Yes. This is our draft of Freya Lindqvist")


@pytest.mark.parametrize("line", sorted(NOT_RUN))
def test_a_line_that_is_not_run_here_is_in_the_readme_and_exists(line: str) -> None:
    assert line in LINES
    program, *words = line.split()
    if program == "poe":
        assert (
            words[0]
            in tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["tool"]["poe"][
                "tasks"
            ]
        )
        return
    if program == "python" and words[0].startswith("scripts/"):
        compile((ROOT / words[0]).read_text(encoding="utf-8"), words[0], "exec")
        return
    script = [str(ROOT / words[0])] if program == "python" else ["-m", "toile", *words]
    helped = subprocess.run([sys.executable, *script, "--help"], capture_output=True, text=True)
    assert helped.returncode == 0, helped.stderr
    assert all(word in helped.stdout for word in words if word.startswith("--"))


def test_uv_installs_and_starts_what_pip_does() -> None:
    """Nothing but the making of the environment differs, and ``pip`` is proved by CI."""
    free = [line for line in INSTALLS if line not in LOCKED]
    tails = [re.sub(r"^.*? && (?:\.venv/bin/|uv )pip install", "pip install", one) for one in free]
    assert len(tails) == 4
    assert tails[:2] == tails[2:]


def test_what_is_locked_is_installed_by_hash() -> None:
    assert len(LOCKED) == 1
    assert "pip install --require-hashes -r requirements.lock" in LOCKED[0]
