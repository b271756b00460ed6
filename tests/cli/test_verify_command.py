"""``toile verify`` on files without a mark: the answer, the code, and one sentence for a fault."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from PIL import Image

Toile = Callable[..., Any]


@pytest.fixture
def stranger(tmp_path: Path) -> Path:
    path = tmp_path / "stranger.png"
    Image.effect_mandelbrot((300, 400), (-2, -1, 1, 1), 60).convert("RGB").save(path)
    return path


def test_a_strangers_picture_ends_with_code_one_and_says_what_was_looked_at(
    toile: Toile, stranger: Path
) -> None:
    said = toile("verify", str(stranger))
    assert said.code == 1
    assert said.out.startswith("No mark of this studio was found.\n")
    assert "Hidden mark: None found in the pixels" in said.out


def test_the_same_answer_comes_as_json(toile: Toile, stranger: Path) -> None:
    said = toile("verify", str(stranger), "--json")
    answer = json.loads(said.out)
    assert (said.code, answer["ours"], answer["finds"]) == (1, False, [])


@pytest.mark.parametrize("content", [b"not a picture", b"%PDF-1.7 torn", b"PK\x03\x04 torn", b""])
def test_what_cannot_be_read_is_one_sentence_and_a_next_step(
    toile: Toile, tmp_path: Path, content: bytes
) -> None:
    path = tmp_path / "broken"
    path.write_bytes(content)
    said = toile("verify", str(path))
    assert said.code == 2
    assert "Traceback" not in said.err
    assert said.err.strip().count("\n") <= 1
    assert "Send" in said.err
