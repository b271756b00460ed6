"""The README tells the truth: its commands exist, its paths are there, CI runs its second line."""

import re
import shlex
import sys
from pathlib import Path

import pytest

from toile.cli.main import main
from toile.settings import Settings

ROOT = Path(__file__).parents[2]
README = (ROOT / "README.md").read_text(encoding="utf-8")
BLOCKS = re.findall(r"```sh\n(.*?)```", README, re.S)
COMMANDS = sorted(
    {line.split("#")[0].strip() for block in BLOCKS for line in block.splitlines()
     if line.startswith("toile ")}
)  # fmt: skip
PATHS = sorted(
    set(re.findall(r"`((?:src|tests|benchmarks|prompts|scripts|docs)/[\w./-]+)`", README))
)
VARIABLES = sorted(set(re.findall(r"`TOILE_([A-Z_]+)`", README)))


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_it_prints_exists(
    command: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    words = [word for word in shlex.split(command)[1:] if re.fullmatch(r"[a-z][a-z-]*", word)]
    options = [word for word in shlex.split(command) if word.startswith("--")]
    known = words[:1] if words[0] in {"draft", "verify", "studio", "demo", "gallery"} else words[:2]
    monkeypatch.setattr(sys, "argv", ["toile", *known, "--help"])
    with pytest.raises(SystemExit) as end:
        main()
    assert end.value.code in (0, None)
    told = capsys.readouterr().out
    assert all(option in told for option in options)


@pytest.mark.parametrize("path", PATHS)
def test_every_path_it_names_is_there(path: str) -> None:
    assert (ROOT / path).exists()


@pytest.mark.parametrize("variable", VARIABLES)
def test_every_setting_it_names_is_read(variable: str) -> None:
    assert variable.lower() in Settings.model_fields


def test_ci_runs_the_second_command_word_for_word() -> None:
    lines = [line for block in BLOCKS for line in block.splitlines()]
    assert any(re.fullmatch(r"python3\.11 -m venv .*poe check", line) for line in lines)
    assert "poe check" in (ROOT / ".ci" / "run").read_text(encoding="utf-8")
