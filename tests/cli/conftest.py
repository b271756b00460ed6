"""Run the ``toile`` command in this process, as the shell would."""

import os
import shutil
import sys
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import pytest

from toile import bootstrap
from toile.cli.main import main
from toile.settings import Settings


class Run(NamedTuple):
    """What a command left behind."""

    code: int
    out: str
    err: str


@pytest.fixture
def toile(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> Callable[..., Run]:
    def run(*words: str) -> Run:
        monkeypatch.setattr(sys, "argv", ["toile", *words])
        code = 0
        try:
            main()
        except SystemExit as end:
            code = int(end.code or 0)
        said = capsys.readouterr()
        return Run(code, said.out, said.err)

    return run


@pytest.fixture(scope="session")
def made_world(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Make the sample world once; tests get copies of it."""
    home = tmp_path_factory.mktemp("world") / "home"
    bootstrap.make_demo(Settings(home=home))
    return home


@pytest.fixture
def world(made_world: Path) -> Path:
    """Return a data folder that holds the sample world."""
    home = Path(os.environ["TOILE_HOME"])
    shutil.copytree(made_world, home)
    return home
