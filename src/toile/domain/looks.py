"""Looks: garments as cuts, cloth and colour, in metres: what stylists refine.

Levels are landmarks of the body with metres above them, colours are hex. Knows nothing of meshes.
"""

import re
from typing import Annotated, Literal

from pydantic import AfterValidator, Field

from toile.domain.values import Value

Vector = tuple[float, float, float]
LANDMARKS = (
    *("crown", "eyes", "chin", "neck", "shoulder", "bust", "underbust", "waist"),
    *("hip", "crotch", "thigh", "knee", "calf", "ankle", "floor"),
)
_LEVEL = re.compile(rf"({'|'.join(LANDMARKS)})([+-]\d*\.?\d+)?")
_HEX = re.compile(r"#[0-9a-f]{6}")


def _level(text: str) -> str:
    if not _LEVEL.fullmatch(text):
        raise ValueError(f"{text!r} is not a level: write a landmark and metres, like knee-0.10")
    return text


def _hex(text: str) -> str:
    if not _HEX.fullmatch(text.lower()):
        raise ValueError(f"{text!r} is not a colour: write it as #rrggbb")
    return text.lower()


Level = Annotated[str, AfterValidator(_level)]
Hex = Annotated[str, AfterValidator(_hex)]


def level_of(text: Level) -> tuple[str, float]:
    """Return the landmark and the metres above it."""
    match = _LEVEL.fullmatch(text)
    if match is None:
        raise ValueError(f"{text!r} is not a level")
    return match[1], float(match[2] or 0)


class Fabric(Value):
    """Cloth as light meets it; ``tile`` names the weave or print and ``scale`` its repeat."""

    id: str = "cotton"
    colour: Hex = "#d8d4cc"
    accent: Hex = "#2b2f3a"
    tile: str = "plain"
    scale: float = 0.06
    roughness: float = 0.8
    sheen: float = 0.3
    specular: float = 0.3
    metallic: float = 0.0
    clearcoat: float = 0.0
    opacity: float = 1.0
    thickness: float = 0.002
    stiffness: float = Field(default=0.4, ge=0, le=1)


class TopCut(Value):
    """What covers the trunk and arms."""

    neck: Literal[
        "crew", "v", "scoop", "boat", "turtle", "mock", "strapless", "straps", "halter",
        "square", "collar", "off_shoulder", "one_shoulder",
    ] = "crew"  # fmt: skip
    depth: Level = "bust"
    sleeve: float = Field(default=0.0, ge=0, le=1)
    sleeve_ease: float = 0.006
    cuff_flare: float = 0.0
    hem: Level = "hip"
    ease: float = 0.008
    hem_ease: float = 0.0
    open_front: bool = False
    lapel: float = 0.0
    collar: Literal["none", "shirt", "stand", "notch", "shawl", "hood"] = "none"
    buttons: int = 0
    double: bool = False
    puff: float = 0.0


class SkirtCut(Value):
    """What hangs from the waist around both legs."""

    top: Level = "waist"
    hem: Level = "knee"
    ease: float = 0.006
    flare: float = 0.1
    fullness: float = 0.06
    folds: int = 9
    pleat: Literal["soft", "knife", "box", "tiers", "none"] = "soft"
    open_front: bool = False
    trumpet: float = 0.0
    slit: float = 0.0


class LegCut(Value):
    """What covers each leg."""

    top: Level = "waist"
    hem: Level = "ankle"
    ease: float = 0.012
    flare: float = 0.0
    crease: bool = False


class ShoeCut(Value):
    """What stands under and around the feet; heights in metres.

    ``welt`` is how far a thick sole stands out under the upper, in its own colour.
    """

    shaft: Level = "ankle"
    opening: float = 0.0
    sole: float = 0.012
    heel: float = 0.0
    toe: Literal["point", "round", "square"] = "round"
    bulk: float = 0.005
    straps: bool = False
    welt: float = 0.0
    sole_colour: Hex | None = None


class Extra(Value):
    """What is worn or carried beside clothes."""

    kind: Literal[
        "belt", "hat", "beanie", "cap", "scarf", "glasses", "tote", "handbag", "clutch",
        "earrings", "necklace", "gloves", "headscarf", "tie", "bracelet", "headband",
    ]  # fmt: skip
    size: float = 1.0


class GarmentSpec(Value):
    """One garment: cuts, cloth, and the layer it takes (inner garments have lower numbers)."""

    id: str
    said: str = ""
    layer: int = 30
    top: TopCut | None = None
    skirt: SkirtCut | None = None
    legs: LegCut | None = None
    shoes: ShoeCut | None = None
    extra: Extra | None = None
    fabric: Fabric = Fabric()
