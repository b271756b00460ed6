"""A tiny painter of random weights, listed among models of one's own and brought in from there."""

from datetime import date
from pathlib import Path
from typing import Any

from toile.adapters.models.folder import ModelFolder

NAME = "tiny-klein"
_LISTED = """
[[model]]
name = "tiny-klein"
title = "Tiny klein"
family = "flux2_klein"
part = "base"
source = "own/tiny-klein"
licence = "Apache-2.0"
commercial = true
size_gb = 0.1
{more}
checked = {{ on = 2026-11-24, by = "Test", where = "made here" }}
"""


def brought_in(place: Path, pipeline: Any, more: str = "") -> Path:
    """Return a folder of models with the pipeline in it; ``more`` is said of it in the list."""
    models, start = place / "models", place / "start"
    models.mkdir()
    (models / "models.toml").write_text(_LISTED.format(more=more), encoding="utf-8")
    pipeline.save_pretrained(start)
    ModelFolder(models).pull(NAME, on=date(2026, 11, 24), by="Ada", start=start)
    return models
