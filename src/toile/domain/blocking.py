"""Blocking: one shot as bodies, pose, garments, camera, lights and set, in metres and degrees.

A blocking is complete: the same value gives the same picture on the same machine, and its digest
names it. x is the subject's left, y goes away from the camera, z is up; the first person stands at
the origin and faces the camera. Knows nothing of meshes, files or renderers.
"""

from typing import Literal, Self

from pydantic import Field, model_validator

from toile.domain.looks import GarmentSpec, Hex, Level, Vector
from toile.domain.values import Value


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
    """Lamps, and the light that has no direction.

    ``backdrop`` is how bright an indoor set reads against the subject (1 is as bright); unsaid, it
    is left to the lamps.
    """

    id: str
    lights: tuple[Light, ...]
    ambient: float = 0.15
    ambient_colour: Hex = "#ffffff"
    exposure: float = 1.0
    backdrop: float | None = None
    outdoors: bool = False
    sky: tuple[Hex, Hex] | None = None


class Piece(Value):
    """One simple solid; ``colour`` is a hex or ``paint``, the colour the director named.

    A ``lathe`` turns its ``outline`` of radius and height, as shares of the size, about the
    vertical; a ``tube`` as thick as its width follows its ``path``. ``tilt`` leans about x, then y.
    """

    shape: Literal[
        "box", "plane", "cylinder", "sphere", "sweep", "stairs", "grass", "water", "frame",
        "facade", "tree", "rock", "arches", "shelves", "lathe", "tube", "blooms", "leaves",
    ]  # fmt: skip
    at: Vector = (0, 0, 0)
    size: Vector = (1, 1, 1)
    turn: float = 0.0
    tilt: tuple[float, float] = (0.0, 0.0)
    outline: tuple[tuple[float, float], ...] = ()
    path: tuple[Vector, ...] = ()
    colour: str = "paint"
    finish: Literal["matte", "satin", "gloss", "water", "metal", "glow", "daylight", "wood"] = (
        "matte"
    )
    steps: int = 1

    @model_validator(mode="after")
    def _drawn(self) -> Self:
        if self.shape == "lathe" and len(self.outline) < 2:
            raise ValueError("a lathe needs an outline of two points or more")
        if self.shape == "tube" and len(self.path) < 2:
            raise ValueError("a tube needs a path of two points or more")
        return self


class SetSpec(Value):
    """The place: pieces around the subject, and what lies behind them."""

    id: str
    pieces: tuple[Piece, ...] = ()
    paint: Hex = "#cfc9c0"
    sky: tuple[Hex, Hex] | None = None
    outdoors: bool = False


class PropSpec(Value):
    """A thing in the frame; a seat carries the person, the rest stands at its place or is held.

    ``arm`` is how a right arm holds it, by limb, and a thing without it cannot be held; ``grip`` is
    the point of it that the ``hand`` closes on; ``spot`` is where it stands on the ground.
    """

    id: str
    said: str = ""
    use: Literal["seat", "beside", "held"] = "beside"
    pieces: tuple[Piece, ...] = ()
    paint: Hex = "#8a7a68"
    height: float = 0.0
    arm: dict[str, Vector] = {}
    grip: Vector = (0.0, 0.0, 0.0)
    spot: tuple[float, float] = (0.0, 0.0)
    hand: Literal["L", "R"] = "R"


class GradeSpec(Value):
    """What is done to the whole picture once it is drawn; the plain values leave it as it is.

    ``saturation`` 0 is black and white; ``warmth`` from -1 cool to 1 warm; ``grain`` and ``fade``,
    which lifts the blacks, from 0 to 1.
    """

    saturation: float = Field(default=1.0, ge=0, le=2)
    contrast: float = Field(default=1.0, ge=0.4, le=2)
    warmth: float = Field(default=0.0, ge=-1, le=1)
    grain: float = Field(default=0.0, ge=0, le=1)
    fade: float = Field(default=0.0, ge=0, le=1)

    def with_(self, other: Self) -> Self:
        """Return both, one after the other."""
        return type(self)(
            saturation=min(2.0, self.saturation * other.saturation),
            contrast=min(2.0, max(0.4, self.contrast * other.contrast)),
            warmth=min(1.0, max(-1.0, self.warmth + other.warmth)),
            grain=max(self.grain, other.grain),
            fade=max(self.fade, other.fade),
        )


class Blocking(Value):
    """One shot, ready to render; ``unread`` are the director's words that nothing answered."""

    type: Literal["Blocking.1"] = "Blocking.1"
    people: tuple[PersonSpec, ...]
    camera: CameraSpec
    rig: LightRig
    set: SetSpec
    props: tuple[PropSpec, ...] = ()
    grade: GradeSpec = GradeSpec()
    seed: int = 0
    unread: tuple[str, ...] = ()
