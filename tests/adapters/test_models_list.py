"""A list of models that does not hold says which entry and which field, and nothing is loaded."""

from pathlib import Path

import pytest

from toile.adapters.models.catalogue import model_list
from toile.domain.errors import BadInput

ENTRY = """[[model]]
name = "own"
title = "Own"
family = "sdxl"
part = "base"
source = "own/own"
licence = "Apache-2.0"
commercial = true
size_gb = 1.0
checked = { on = 2026-11-28, by = "Ada", where = "its card" }
"""


def a_list(folder: Path, text: str) -> Path:
    (folder / "models.toml").write_text(text, encoding="utf-8")
    return folder


def test_an_own_entry_stands_beside_those_that_come_with_toile(tmp_path: Path) -> None:
    assert "own" in {card.name for card in model_list(a_list(tmp_path, ENTRY)).models}


@pytest.mark.parametrize(
    ("line", "instead", "said"),
    [
        ("size_gb = 1.0\n", "", "in the model own, size_gb: field required"),
        ("commercial = true", 'commercial = "who knows"', "in the model own, commercial:"),
        (', where = "its card"', "", "in the model own, checked.where: field required"),
        ('name = "own"\n', "", "in the model without a name, name: field required"),
        ("size_gb", f'sha256 = "{"a" * 64}"\nsize_gb', "no file is named"),
        ("size_gb", 'file = "a.onnx"\nsha256 = "abc"\nsize_gb', "in the model own, sha256:"),
        ("[[model]]", "[[model", "models.toml cannot be read"),
    ],
)
def test_what_does_not_hold_is_named(tmp_path: Path, line: str, instead: str, said: str) -> None:
    with pytest.raises(BadInput) as told:
        model_list(a_list(tmp_path, ENTRY.replace(line, instead)))
    assert said in str(told.value)
