"""One picture large, with pins or against another version; and the versions as a tree."""

from dataclasses import dataclass, field
from typing import Any, Literal

from toile.ui.components.kit import Measure, ignore, part

_viewer = part(
    "viewer", '<div class="t"><div class="parts"></div><div class="stage" data-stage></div></div>'
)
Mode = Literal["look", "parts", "slide", "beside"]
_tree = part("tree", '<div class="t"><ul aria-label="Versions"></ul></div>')


@dataclass(frozen=True)
class Side:
    """One picture of the viewer, with the words that stand on it."""

    url: str | None
    label: str
    alt: str


@dataclass(frozen=True)
class Stage:
    """What the viewer shows besides the pictures; ``parts`` is where the named parts are found."""

    mode: Mode = "look"
    parts: str | None = None
    part: str | None = None
    ratio: str = "4/5"
    pins: list[dict[str, Any]] = field(default_factory=list)
    adding: bool = False
    words: str = "Not drawn yet"
    forming: str = ""
    # The whole picture is seen between what stands above it and what is docked below.
    height: str = "100dvh - 396px"


def viewer(
    before: Side,
    stage: Stage,
    *,
    key: str,
    after: Side | None = None,
    measure: Measure | None = None,
) -> Any:
    """Draw the picture; the result has ``add`` (a place, 0 to 1), ``pin`` and ``part``."""
    return _viewer(
        data={
            "image": before.url,
            "label": before.label,
            "alt": before.alt,
            "after": after.url if after else None,
            "afterLabel": after.label if after else "",
            "afterAlt": after.alt if after else "",
            "mode": stage.mode,
            "parts": stage.parts,
            "part": stage.part,
            "ratio": stage.ratio,
            "pins": stage.pins,
            "adding": stage.adding,
            "words": stage.words,
            "forming": stage.forming,
            "height": stage.height,
            "measure": measure.data if measure else None,
        },
        key=key,
        on_room_change=measure.measured if measure else ignore,
        on_add_change=ignore,
        on_pin_change=ignore,
        on_part_change=ignore,
    )


def tree(
    versions: list[dict[str, Any]],
    current: int,
    *,
    key: str,
    measure: Measure,
) -> int | None:
    """Draw the versions, newest first, and return the one picked."""
    result = _tree(
        data={"versions": versions, "current": current, "measure": measure.data},
        key=key,
        on_pick_change=ignore,
        on_room_change=measure.measured,
    )
    return result.pick if isinstance(result.pick, int) else None
