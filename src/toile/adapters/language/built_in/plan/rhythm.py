"""The planner's data: views in their rhythm, roles and lights."""

from functools import cache
from importlib.resources import files
from typing import Any

import yaml

from toile.domain.values import Value


class View(Value):
    """One step of the rhythm."""

    framing: str | None = None
    angle: str | None = None
    lens: str | None = None
    pose: str | None = None
    title: str = ""
    space: str | None = None


class LightRule(Value):
    """A light for places, and why."""

    where: tuple[str, ...]
    light: str
    because: str


class Rhythm(Value):
    """The planner's data file."""

    version: int
    default_count: int
    default_because: str
    people: tuple[View, ...]
    product: tuple[View, ...]
    roles: dict[str, View]
    movements: tuple[str, ...]
    lights: tuple[LightRule, ...]
    second_light: dict[str, str]


@cache
def rhythm() -> Rhythm:
    """Return the planner's data."""
    path = files("toile") / "data" / "language" / "planner.yaml"
    data: dict[str, Any] = yaml.safe_load(path.read_text(encoding="utf-8"))
    return Rhythm.model_validate(data)
