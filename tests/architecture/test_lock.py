"""The lock file holds what the studio asks for, each with hashes, and is made by one command."""

import re
import tomllib
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).parents[2]
LOCK = (ROOT / "requirements.lock").read_text(encoding="utf-8")
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
ASKED = [Requirement(line) for line in PROJECT["project"]["dependencies"]]
ENTRIES = re.split(r"\n(?=[a-z0-9])", "\n" + LOCK.partition("\n")[2])[1:]
PINS = [re.match(r"([\w.-]+)==([^\s;]+)", entry) for entry in ENTRIES]


def test_every_entry_names_one_version_and_its_hashes() -> None:
    assert all(PINS)
    assert all(re.search(r"--hash=sha256:[0-9a-f]{64}\b", entry) for entry in ENTRIES)


@pytest.mark.parametrize("asked", ASKED, ids=str)
def test_what_the_studio_asks_for_is_locked_within_its_bounds(asked: Requirement) -> None:
    held = {canonicalize_name(pin[1]): pin[2] for pin in PINS if pin}
    version = held.get(canonicalize_name(asked.name))
    assert version, "run: poe lock"
    assert asked.specifier.contains(version, prereleases=True), "run: poe lock"


def test_the_lock_holds_parts_of_parts_too() -> None:
    assert {"authlib", "pydantic-core", "langchain-core"} <= {pin[1].lower() for pin in PINS if pin}


def test_the_lock_says_how_it_is_made_and_names_no_host() -> None:
    assert "poe lock" in LOCK.splitlines()[1]
    assert "://" not in LOCK
    assert "lock" in PROJECT["tool"]["poe"]["tasks"]
