"""The planner's data: views in their rhythm, roles and lights."""

from functools import cache
from importlib.resources import files
from typing import Any

import yaml

from toile.adapters.language.built_in.text.lexicon import word_set
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


class Seen(Value):
    """The framings that show what is worn at a place of the body."""

    worn: str
    framings: tuple[str, ...]


class Rhythm(Value):
    """The planner's data file."""

    version: int
    default_count: int
    default_because: str
    people: tuple[View, ...]
    product: tuple[View, ...]
    seen: tuple[Seen, ...]
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


def seen_whole(views: tuple[View, ...], garments: tuple[str, ...]) -> tuple[View, ...]:
    """Return the views that show what is sold: boots in no portrait; all where anything does."""
    framings = [_framings(garment) for garment in garments]
    if not framings or not all(framings):
        return views
    wanted = {framing for some in framings for framing in some}
    return tuple(view for view in views if view.framing in wanted) or views


def _framings(garment: str) -> tuple[str, ...]:
    noun = garment.casefold().split(" ")[-1]
    forms = {noun, f"{noun}s", f"{noun}es"}
    rows = (row for row in rhythm().seen if forms & word_set(f"worn.{row.worn}"))
    return next((row.framings for row in rows), ())
