"""The first pictures of a compiled model, painted for nobody: whoever asks first does not wait.

A compiled network is made for the first shape it sees and again, for any shape, at the second;
sizes and packs count as shapes.
"""

from toile.domain.painting import PaintRequest
from toile.domain.pictures import Picture
from toile.workflow.ports import Painter, Stopped

_SHAPES = (((1024, 1024), 1), ((768, 1024), 2))
_GREY = Picture(64, 64, bytes([128]) * (64 * 64 * 3))


def warm(painter: Painter, stopped: Stopped = lambda: False) -> None:
    """Paint one picture of one size and two together of another, and throw them away."""
    for (width, height), pack in _SHAPES:
        painter.paint(
            [_anything(place, width, height) for place in range(pack)],
            progress=lambda *_: None,
            stopped=stopped,
            preview=lambda *_: None,
        )


def _anything(place: int, width: int, height: int) -> PaintRequest:
    return PaintRequest(
        id=f"warm-{place}",
        prompt="A plain coat in plain light.",
        seed=place,
        width=width,
        height=height,
        steps=2,
        blocked=_GREY,
    )
