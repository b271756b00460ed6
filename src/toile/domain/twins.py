"""Twin, TwinVersion, Measurements, CaptureSession: who may be in front of the camera.

A twin belongs to its model. Nothing here says what it may be used for; that is ``rights``.
"""

from datetime import date
from typing import Literal

from toile.domain.ids import PersonId, TwinId
from toile.domain.values import Value


class Measurements(Value):
    """Centimetres, and European shoe size."""

    height_cm: float
    bust_cm: float
    waist_cm: float
    hips_cm: float
    inseam_cm: float
    shoe_eu: float


class Hair(Value):
    """``texture`` is 1A to 4C; ``style`` and ``colour`` are words of the hair vocabulary."""

    style: str
    colour: str
    texture: str = "1B"
    length: Literal["shaved", "short", "chin", "shoulder", "long"] = "shoulder"


class Mark(Value):
    """A distinguishing mark as captured: freckles, birthmark, scar, tattoo."""

    kind: Literal["freckles", "birthmark", "scar", "tattoo", "gap teeth", "vitiligo"]
    where: str
    note: str = ""


class CaptureSession(Value):
    """What was recorded of the person, and when."""

    id: str
    day: date
    angles: int
    lighting: tuple[str, ...] = ()
    motion: tuple[str, ...] = ()
    marks_recorded: bool = False


class Twin(Value):
    """A licensed digital twin: the one word for it everywhere.

    ``skin`` is a step of the Monk Skin Tone scale, 1 to 10 (Monk, 2022). ``build`` places the body
    between -1 (masculine) and 1 (feminine) where the measurements do not say it.
    """

    id: TwinId
    version: str = "v1"
    person: PersonId
    name: str
    pronouns: str = "she/her"
    birth_date: date | None
    agency: str
    based_in: str
    measurements: Measurements
    build: float = 1.0
    skin: int
    hair: Hair
    eyes: str
    apparent_age: int
    marks: tuple[Mark, ...] = ()
    walk: str = ""
    languages: tuple[str, ...] = ()
    captures: tuple[CaptureSession, ...] = ()
    recognisable: bool = True
    standing_prohibited_content: tuple[str, ...] = ()
    demo: bool = False


class NoTwin(Value):
    """Nobody is cast, and why; a board never holds ``None`` for a person."""

    reason: str
