"""The board on the command line: the same verbs as the page, for people and for scripts."""

import json
import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from PIL import Image

BRIEF = (
    "Four pictures of a camel trench coat for the web shop in Germany, live from 1 March 2027 to "
    "30 April 2027. Freya, window light, grey seamless. 4:5."
)
Toile = Callable[..., Any]


@pytest.fixture
def brief(tmp_path: Path) -> str:
    file = tmp_path / "brief.txt"
    file.write_text(BRIEF, encoding="utf-8")
    return str(file)


@pytest.fixture
def board(toile: Toile, world: Path, brief: str) -> str:
    made = json.loads(toile("board", "new", brief, "--json").out)
    assert toile("board", "confirm", made["id"]).code == 0
    return str(made["id"])


def test_the_sample_world_is_made_once_and_says_that_it_is_a_demo(toile: Toile) -> None:
    first, second = toile("demo"), toile("demo")
    assert (first.code, second.code) == (0, 0)
    assert "demo" in first.out
    assert len(json.loads(toile("twins", "list", "--json").out)) == 8
    assert len(json.loads(toile("guidelines", "list", "--json").out)) == 1


def test_no_other_command_makes_the_sample_world(toile: Toile, brief: str) -> None:
    toile("board", "new", brief)
    assert json.loads(toile("twins", "list", "--json").out) == []


def test_a_board_is_shown_with_its_decisions(toile: Toile, board: str) -> None:
    shown = json.loads(toile("board", "show", board, "--json").out)
    assert len(shown["panels"]) == 4
    assert [made["allowed"] for made in shown["decisions"]] == [True] * 4
    assert "Freya Lindqvist" in toile("board", "show", board).out


def test_talking_with_dry_changes_nothing(toile: Toile, board: str) -> None:
    before = json.loads(toile("board", "show", board, "--json").out)["revision"]
    said = toile("board", "say", board, "move 3 to the top", "--dry")
    assert "Move shot 3" in said.out
    assert json.loads(toile("board", "show", board, "--json").out)["revision"] == before


def test_talking_changes_the_board_and_undo_takes_it_back(toile: Toile, board: str) -> None:
    before = json.loads(toile("board", "show", board, "--json").out)["panels"]
    toile("board", "say", board, "delete shot 2")
    assert len(json.loads(toile("board", "show", board, "--json").out)["panels"]) == 3
    toile("board", "undo", board)
    after = json.loads(toile("board", "show", board, "--json").out)["panels"]
    assert [panel["id"] for panel in after] == [panel["id"] for panel in before]


def test_a_shot_is_held_against_the_book_and_each_breach_names_its_page(
    toile: Toile, board: str
) -> None:
    toile("board", "say", board, "add sunglasses to shot 1")
    report = json.loads(toile("board", "rules", board, "1", "--json").out)
    (breach,) = [one for one in report["findings"] if "sunglasses" in one["say"].lower()]
    assert "unglasses" in breach["citation"]["quote"]
    assert breach["citation"]["page"] >= 1
    told = toile("board", "rules", board, "1").out
    assert "sunglasses" in told
    assert "rules kept" in told
    other = json.loads(toile("board", "rules", board, "2", "--json").out)
    assert not [one for one in other["findings"] if "sunglasses" in one["say"].lower()]


@pytest.mark.parametrize("shot", ["1", "2", "3"])
def test_a_rule_not_kept_exits_with_1_where_it_is_an_error(
    toile: Toile, board: str, shot: str
) -> None:
    toile("board", "say", board, "add sunglasses to shot 1")
    told = toile("board", "rules", board, shot, "--json")
    levels = {one["level"] for one in json.loads(told.out)["findings"]}
    assert told.code == int("error" in levels)
    if shot == "1":
        assert "error" in levels


def test_a_shot_list_leaves_as_csv_without_pictures(
    toile: Toile, board: str, tmp_path: Path
) -> None:
    target = tmp_path / "list.csv"
    assert toile("board", "export", board, "--format", "csv", "--to", str(target)).code == 0
    assert target.read_text(encoding="utf-8-sig").splitlines()[0].startswith("No,Title")


def test_a_refused_draft_exits_with_1_and_the_reason(toile: Toile, board: str) -> None:
    toile("board", "cast", board, "twin-noor", "--shot", "1")
    made = toile("draft", board, "1", "--json")
    assert made.code == 1
    assert "revoked" in json.loads(made.out)["refused"]


def test_a_withdrawn_licence_turns_the_board_to_no(toile: Toile, board: str) -> None:
    assert toile("twins", "revoke", "lic-freya-orel-2026", "--reason", "changed my mind").code == 0
    shown = json.loads(toile("board", "show", board, "--json").out)
    assert not any(made["allowed"] for made in shown["decisions"])
    assert "changed my mind" in toile("twins", "uses", "twin-freya").out


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (["board", "show", "board-none"], "board-none"),
        (["board", "new", "no-such-file.txt"], "no file"),
        (["verify", "no-such-picture.jpg"], "cannot be read"),
        (["twins", "uses", "twin-none"], "twin-none"),
        (["twins", "revoke", "lic-none"], "lic-none"),
    ],
)
def test_bad_input_is_one_sentence_and_exit_code_2(
    toile: Toile, words: list[str], says: str
) -> None:
    ran = toile(*words)
    assert ran.code == 2
    assert says in ran.err
    assert "Traceback" not in ran.err
    assert len(ran.err.strip().splitlines()) == 1


def test_a_stranger_s_picture_is_said_to_carry_no_mark(toile: Toile, tmp_path: Path) -> None:
    file = tmp_path / "holiday.png"
    Image.effect_noise((320, 240), 80).convert("RGB").save(file)
    ran = toile("verify", str(file), "--json")
    assert ran.code == 1
    assert json.loads(ran.out)["ours"] is False


def test_a_data_folder_that_is_a_file_is_said_so(toile: Toile, tmp_path: Path) -> None:
    wrong = tmp_path / "home"
    wrong.write_text("not a folder", encoding="utf-8")
    ran = toile("board", "list")
    assert os.environ["TOILE_HOME"] == str(wrong)
    assert ran.code in {2, 3}
    assert "Traceback" not in ran.err
