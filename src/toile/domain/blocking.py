"""Blocking: one shot as bodies, pose, garments, camera, lights and set, in metres and degrees.

A blocking is complete: the same value gives the same picture on the same machine, and its digest
names it. x is the subject's left, y goes away from the camera, z is up; the first person stands at
the origin and faces the camera. Knows nothing of meshes, files or renderers.
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


class HairSpec(Value):
    """Strands: where they fall, how long (metres), how they curl (0 straight to 1 coiled)."""

    id: str = "bob"
    fall: Literal[
        "down", "back", "bun", "low_bun", "tail", "crop", "buzz", "afro", "braids", "none"
    ]
    length: float = 0.25
    curl: float = Field(default=0.0, ge=0, le=1)
    volume: float = 0.012
    parting: float = 0.012
    fringe: bool = False
    colour: Hex = "#2a1a12"


class BodySpec(Value):
    """One body. ``skin`` is Monk 1–10, or 0 for a bare stand; ``face`` tells people apart."""

    id: str
    height_cm: float = 176
    bust_cm: float = 84
    waist_cm: float = 63
    hips_cm: float = 90
    inseam_cm: float = 82
    shoe_eu: float = 39
    build: float = Field(default=1.0, ge=-1, le=1)
    age: int = Field(default=26, ge=18, le=100)
    skin: int = Field(default=4, ge=0, le=10)
    face: int = 0
    hair: HairSpec = HairSpec(fall="down")
    eyes: Hex = "#4a2f1c"
    freckles: float = Field(default=0.0, ge=0, le=1)
    marks: tuple[str, ...] = ()
    lips: Hex | None = None
    make_up: float = Field(default=0.25, ge=0, le=1)


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
    """What stands under and around the feet; heights in metres."""

    shaft: Level = "ankle"
    opening: float = 0.0
    sole: float = 0.012
    heel: float = 0.0
    toe: Literal["point", "round", "square"] = "round"
    bulk: float = 0.005
    straps: bool = False


class Extra(Value):
    """What is worn or carried beside clothes."""

    kind: Literal[
        "belt", "hat", "beanie", "cap", "scarf", "glasses", "tote", "handbag", "clutch",
        "earrings", "necklace", "gloves", "headscarf", "tie",
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


class PoseSpec(Value):
    """Limb directions and bone turns in the body's own frame (degrees), and what touches what."""

    id: str
    support: Literal["stand", "walk", "sit", "floor", "lie", "jump", "lean"] = "stand"
    turn: float = 0.0
    limbs: dict[str, Vector] = {}
    bones: dict[str, Vector] = {}
    twists: dict[str, float] = {}
    hands: dict[Literal["L", "R"], str] = {}
    fingers: dict[Literal["L", "R"], float] = {}
    seat: float = 0.46
    lift: float = 0.0
    gaze: Literal["camera", "ahead", "left", "right", "up", "down", "closed"] = "ahead"


class PersonSpec(Value):
    """A dressed, posed body at its place on the floor."""

    body: BodySpec
    pose: PoseSpec
    garments: tuple[GarmentSpec, ...] = ()
    at: tuple[float, float] = (0.0, 0.0)
    turn: float = 0.0
    face_actions: dict[str, float] = {}


class FramingSpec(Value):
    """From which landmark to which the frame reaches; ``fill`` is their share of its height."""

    id: str
    top: Level = "crown"
    bottom: Level = "floor"
    fill: float = Field(default=0.86, gt=0, le=1.6)
    headroom: float = 0.07
    aim: Literal["body", "face", "hands", "feet", "waist"] = "body"


class CameraSpec(Value):
    """A full-frame camera: degrees around (positive to camera left of the subject) and above."""

    framing: FramingSpec
    focal_mm: float = Field(default=85.0, ge=12, le=400)
    f_number: float | None = None
    azimuth: float = 0.0
    elevation: float = 0.0
    roll: float = 0.0
    aspect: tuple[int, int] = (3, 4)
    copy_space: Literal["none", "left", "right", "top", "bottom"] = "none"


class Light(Value):
    """One lamp, placed around the subject: azimuth from the camera (positive to its right)."""

    name: str
    kind: Literal["softbox", "dish", "bare", "sun", "window", "tube", "reflector", "ring", "flag"]
    azimuth: float
    elevation: float
    distance: float = 2.4
    width: float = 1.0
    height: float = 1.0
    power: float = 20.0
    colour: Hex = "#ffffff"
    aim: Literal["face", "body", "background"] = "face"


class LightRig(Value):
    """Lamps, and the light that has no direction."""

    id: str
    lights: tuple[Light, ...]
    ambient: float = 0.15
    ambient_colour: Hex = "#ffffff"
    exposure: float = 1.0
    outdoors: bool = False
    sky: tuple[Hex, Hex] | None = None


class Piece(Value):
    """One simple solid; ``colour`` is a hex or ``paint``, the colour the director named."""

    shape: Literal[
        "box", "plane", "cylinder", "sphere", "sweep", "stairs", "grass", "water", "frame"
    ]
    at: Vector = (0, 0, 0)
    size: Vector = (1, 1, 1)
    turn: float = 0.0
    colour: str = "paint"
    finish: Literal["matte", "satin", "gloss", "water", "metal", "glow", "wood"] = "matte"
    steps: int = 1


class SetSpec(Value):
    """The place: pieces around the subject, and what lies behind them."""

    id: str
    pieces: tuple[Piece, ...] = ()
    paint: Hex = "#cfc9c0"
    sky: tuple[Hex, Hex] | None = None
    outdoors: bool = False


class PropSpec(Value):
    """A thing in the frame; a seat carries the person, the rest stands at its place."""

    id: str
    said: str = ""
    use: Literal["seat", "beside", "held"] = "beside"
    pieces: tuple[Piece, ...] = ()
    paint: Hex = "#8a7a68"
    height: float = 0.0


class Blocking(Value):
    """One shot, ready to render; ``unread`` are the director's words that nothing answered."""

    type: Literal["Blocking.1"] = "Blocking.1"
    people: tuple[PersonSpec, ...]
    camera: CameraSpec
    rig: LightRig
    set: SetSpec
    props: tuple[PropSpec, ...] = ()
    seed: int = 0
    unread: tuple[str, ...] = ()
