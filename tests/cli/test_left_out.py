"""What an export says of the shots that are not in it."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

from cli.test_board_commands import board, brief

__all__ = ["board", "brief"]
Toile = Callable[..., Any]


def test_a_shot_that_nobody_drafted_is_left_out_and_said_so(
    toile: Toile, board: str, tmp_path: Path
) -> None:
    target = str(tmp_path / "board.pdf")
    told = json.loads(toile("board", "export", board, "--to", target, "--json").out)
    assert told["left_out"] == [f"Shot {no}: Not drafted yet." for no in (1, 2, 3, 4)]


def test_a_shot_that_may_not_be_drafted_says_why_where_it_is_left_out(
    toile: Toile, board: str, tmp_path: Path
) -> None:
    toile("board", "cast", board, "twin-noor", "--shot", "1")
    target = str(tmp_path / "board.pdf")
    told = json.loads(toile("board", "export", board, "--to", target, "--json").out)
    assert "revoked" in told["left_out"][0]
