"""A fault of our own on the command line: where it happened, and nothing of anybody's files."""

import pytest

from toile.cli.main import _own_fault


def _fault() -> Exception:
    try:
        raise ValueError("Freya, 12 rue des Lilas")
    except ValueError as fault:
        return fault


def test_a_fault_says_where_and_not_what_was_read() -> None:
    told = _own_fault(_fault())
    assert "ValueError in" in told
    assert "test_own_faults.py" in told
    assert "Freya" not in told
    assert "Traceback" not in told


def test_all_of_it_is_told_to_whoever_asks(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TOILE_TRACE", "1")
    assert "Traceback" in _own_fault(_fault())
