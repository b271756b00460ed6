"""The planner's data: views in their rhythm, kinds of goods, roles and lights."""

from functools import cache
from importlib.resources import files
from typing import Any

import yaml

from toile.adapters.language.built_in.text.lexicon import word_set
from toile.adapters.language.built_in.text.tokens import fold
from toile.domain.values import Value


class View(Value):
    """One step of the rhythm; an implied framing gives way to one that shows what is sold.

    ``said`` names the words of a must-have that ask for it.
    """

    framing: str | None = None
    angle: str | None = None
    lens: str | None = None
    pose: str | None = None
    title: str = ""
    space: str | None = None
    implied: bool = False
    said: str = ""


class LightRule(Value):
    """A light for places, and why."""

    where: tuple[str, ...]
    light: str
    because: str


class Kind(Value):
    """A kind of goods: its own views, the framings that show it, and poses that it cannot have.

    ``alone`` is what nobody wears: a chair needs no model.
    """

    sold: tuple[str, ...]
    framings: tuple[str, ...] = ()
    whole: tuple[str, ...] = ()
    without: tuple[str, ...] = ()
    people: tuple[View, ...] = ()
    things: tuple[View, ...] = ()
    alone: bool = False


class Rhythm(Value):
    """The planner's data file."""

    version: int
    default_count: int
    default_because: str
    people: tuple[View, ...]
    product: tuple[View, ...]
    kinds: tuple[Kind, ...]
    things: tuple[str, ...]
    on_the_table: tuple[str, ...]
    late: dict[str, int]
    upright: tuple[str, ...]
    moving: tuple[str, ...]
    of_things: dict[str, str]
    musts: tuple[View, ...]
    faces: tuple[str, ...]
    on_legs: tuple[str, ...]
    parts: dict[str, tuple[str, ...]]
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


def kind_of(garment: str) -> Kind | None:
    """Return the kind of what is sold, by its last word that tells one: "hoop earrings in gold"."""
    for word in reversed(fold(garment).replace(",", " ").split()):
        forms = {word, *word.split("-"), f"{word}s", f"{word}es"}
        for kind in rhythm().kinds:
            if any(forms & word_set(name) for name in kind.sold):
                return kind
    return None


def kinds_of(garments: tuple[str, ...]) -> tuple[Kind, ...]:
    """Return the kinds of all that is sold in a shot; none where one thing has no kind."""
    found = [kind_of(garment) for garment in garments]
    known = [kind for kind in found if kind is not None]
    return tuple(dict.fromkeys(known)) if len(known) == len(found) else ()
