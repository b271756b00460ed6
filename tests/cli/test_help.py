"""Whoever asks for help is told what each word of a command stands for."""

import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from typer.core import TyperArgument, TyperOption
from typer.main import get_command

from toile.cli.main import app

from .conftest import Run


def commands(command: Any, *path: str) -> Iterator[tuple[str, Any]]:
    if not hasattr(command, "list_commands"):
        yield " ".join(path), command
        return
    context = command.make_context("toile", [], resilient_parsing=True)
    for name in command.list_commands(context):
        yield from commands(command.get_command(context, name), *path, name)


COMMANDS = dict(commands(get_command(app)))


@pytest.mark.parametrize("name", COMMANDS)
def test_every_word_of_a_command_is_explained(name: str) -> None:
    command = COMMANDS[name]
    assert command.help
    words = [one for one in command.params if isinstance(one, TyperArgument | TyperOption)]
    assert [one.name for one in words if not one.help] == []


def test_a_picture_that_may_not_be_published_is_a_no_and_not_a_wrong_input(
    toile: Callable[..., Run], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("TOILE_HOME", str(tmp_path))
    brief = tmp_path / "brief.txt"
    brief.write_text(
        "Maison Orel. Two pictures, 4:5, web shop, France, 2 to 30 March 2027. Imani.", "utf-8"
    )
    board = json.loads(toile("board", "new", str(brief), "--json").out)["id"]
    toile("board", "confirm", board)
    run = toile("board", "published", board, "1", "--where", "a shop window")
    assert run.code == 1
    assert "cannot be published" in run.out
    unknown = toile("board", "show", "nope")
    assert unknown.code == 2
    assert "`toile board list`" in unknown.err
