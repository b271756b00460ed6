"""``toile share`` and roles on the command line."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Toile = Callable[..., Any]
PEOPLE = """
people:
  - {id: rae, name: Rae, brands: [maison-orel], roles: [reviewer]}
  - {id: ada, name: Ada, brands: ["*"], roles: [admin]}
  - {id: imani, name: Imani, roles: [owner], twins: [twin-imani]}
"""


def test_a_board_without_pictures_has_nothing_to_show(toile: Toile, world: Path) -> None:
    board = toile("board", "list").out.split()[0]
    made = toile("share", "make", board)
    assert made.code == 2
    assert "No picture of this board may be shown outside now." in made.err
    assert "No links yet" in toile("share", "list", board).out


@pytest.fixture
def team(world: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[str], None]:
    (world / "people.yaml").write_text(PEOPLE, encoding="utf-8")
    monkeypatch.setenv("TOILE_PEOPLE", str(world / "people.yaml"))
    return lambda who: monkeypatch.setenv("TOILE_PERSON", who)


def test_commands_ask_for_roles_as_pages_do(
    toile: Toile, team: Callable[[str], None], tmp_path: Path
) -> None:
    team("rae")
    board = toile("board", "list").out.split()[0]
    assert "As a reviewer you may not" in toile("board", "say", board, "Make 1 warmer").err
    assert "Ask an admin" in toile("ledger", "verify").err
    assert "Ask an admin" in toile("backup", str(tmp_path / "copy")).err
    team("ada")
    assert toile("ledger", "verify").code == 0
    team("nobody")
    assert "not on the list of people" in toile("board", "list").err


def test_a_licence_is_put_on_file_by_the_owner_of_its_twin_only(
    toile: Toile, team: Callable[[str], None], tmp_path: Path
) -> None:
    file = tmp_path / "licence.jsonld"
    team("imani")
    assert toile("rights", "odrl-export", "lic-imani-orel-2026", "--to", str(file)).code == 0
    assert toile("rights", "odrl-import", str(file), "--keep").code == 0
    assert toile("rights", "odrl-export", "lic-kenji-orel-2026").code == 2
    team("rae")
    kept = toile("rights", "odrl-import", str(file), "--keep")
    assert (kept.code, "Ask the owner of the twin or an admin." in kept.err) == (2, True)


def test_an_owner_pauses_and_lifts_her_licence(toile: Toile, team: Callable[[str], None]) -> None:
    team("imani")
    assert "is paused" in toile("twins", "pause", "lic-imani-orel-2026").out
    assert "holds again" in toile("twins", "lift", "lic-imani-orel-2026").out
    assert toile("twins", "pause", "lic-kenji-orel-2026").code == 2
