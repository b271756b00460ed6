"""Holding: which of a shot's things are in somebody's hand, and the arm that carries them.

A hand that the pose has put somewhere stays there; a thing that no hand is free for stands beside.
"""

from collections.abc import Iterable
from typing import Literal

from toile.domain.blocking import FramingSpec, PoseSpec, PropSpec
from toile.domain.catalogue import Catalogue
from toile.domain.looks import Vector

Side = Literal["L", "R"]
_SIDES: tuple[Side, ...] = ("R", "L")
_GRIP = 58.0
_HANGING: Vector = (0.0, 0.0, -1.0)
# Who lies, jumps or sits on the floor has both arms where the pose needs them.
_FREE_ARMS = ("stand", "walk", "sit", "lean")
_ABOVE_THE_GROUND = ("neck", "shoulder", "bust", "underbust", "chin", "waist", "hip", "crotch")


def hold(
    props: Iterable[PropSpec], pose: PoseSpec, said: str | None, catalogue: Catalogue
) -> tuple[tuple[PropSpec, ...], PoseSpec]:
    """Return the things with who holds what, and the pose with the arms that carry them."""
    placed = []
    hands = list(_free_hands(pose))
    for prop in props:
        wanted = _use(prop, said, catalogue)
        if wanted == "held" and hands:
            side = hands.pop(0)
            pose = _carrying(pose, prop, side)
            prop = prop.model_copy(update={"use": "held", "hand": side})
        elif wanted != prop.use or wanted == "held":
            prop = prop.model_copy(update={"use": "beside"})
        placed.append(prop)
    return tuple(placed), pose


def below_the_frame(props: Iterable[PropSpec], framing: FramingSpec) -> tuple[str, ...]:
    """Return what stands on the ground, or hangs in a hand, where the frame does not reach it."""
    close = framing.aim in ("face", "hands", "waist") or framing.bottom.startswith(
        _ABOVE_THE_GROUND
    )
    return tuple(
        f"{prop.said} (below the frame)"
        for prop in props
        if close and prop.said and prop.use != "seat" and _is_low(prop)
    )


def _is_low(prop: PropSpec) -> bool:
    if prop.use == "held":
        return prop.arm.get("farm.R", _HANGING)[2] <= _HANGING[2]
    return all(piece.at[2] + piece.size[2] < 0.8 for piece in prop.pieces if piece.shape != "tube")


def _use(prop: PropSpec, said: str | None, catalogue: Catalogue) -> str:
    """Return where a thing goes: where its own words put it, else the pose, else as usual."""
    if prop.use == "seat":
        return "seat"
    named = catalogue.props.find(said)
    in_pose = named is not None and named.entry.id == prop.id
    for words in (prop.said, said if in_pose else None):
        if found := catalogue.placings.find(words):
            use = found.entry.what.use
            return use if use == "beside" or prop.arm else prop.use
    return prop.use


def _free_hands(pose: PoseSpec) -> tuple[Side, ...]:
    return tuple(side for side in _SIDES if pose.hands.get(side, "free") == "free")


def _carrying(pose: PoseSpec, prop: PropSpec, side: Side) -> PoseSpec:
    """Return the pose with one arm as the thing is carried; a pose that grips keeps its arm."""
    if side in pose.fingers or pose.support not in _FREE_ARMS:
        return pose
    arm = {_on(side, limb): _across(side, way) for limb, way in prop.arm.items()}
    return pose.model_copy(
        update={"limbs": pose.limbs | arm, "fingers": pose.fingers | {side: _GRIP}}
    )


def _on(side: Side, limb: str) -> str:
    return f"{limb.split('.')[0]}.{side}"


def _across(side: Side, way: Vector) -> Vector:
    x, y, z = way
    return (x, y, z) if side == "R" else (-x, y, z)
