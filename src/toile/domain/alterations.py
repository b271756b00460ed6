"""What was done to a picture since it was marked, in words, from where its mark lies now.

Belongs here: the arithmetic of sizes and the sentences. Does not know how a mark is read.
"""

from math import log

from toile.domain.marks import MARKED_SIDE, Geometry

# Below these a change is as likely to be an error of the reading as a change of the picture.
_TURNED_DEGREES = 0.3
_RESIZED = 0.02
_STRETCHED = 0.012
_CUT = 0.97
_AROUND = 1.03
Size = tuple[int, int]


def alterations(geometry: Geometry, marked: Size, received: Size) -> tuple[str, ...]:
    """Return the changes of shape, the plainest first; nothing where the frame is as it was.

    ``marked`` and ``received`` are width and height in pixels: of the draft on file, and of the
    picture that the mark was read from.
    """
    share = geometry.scale * MARKED_SIDE / min(marked)
    said = [*_resized(share), *_stretched(geometry.stretch), *_turned(geometry)]
    if geometry.region != (0.0, 0.0, 1.0, 1.0):
        return (*said, "Laid out beside other pictures")
    return (*said, *_framed(geometry, share, marked, received))


def _resized(share: float) -> list[str]:
    if abs(share - 1) <= _RESIZED:
        return []
    return [f"Made {'smaller' if share < 1 else 'larger'}, to {share:.0%} of its size"]


def _stretched(stretch: float) -> list[str]:
    if abs(log(stretch)) <= _STRETCHED:
        return []
    wider = stretch > 1
    return [f"Pulled {'wider' if wider else 'taller'} by {max(stretch, 1 / stretch) - 1:.0%}"]


def _turned(geometry: Geometry) -> list[str]:
    said = ["Mirrored"] if geometry.mirrored else []
    degrees = abs((geometry.angle_degrees + 180) % 360 - 180)
    if degrees > _TURNED_DEGREES:
        said.append(f"Turned by {degrees:.0f}°" if degrees >= 1 else "Turned a little")
    return said


def _framed(geometry: Geometry, share: float, marked: Size, received: Size) -> list[str]:
    """Say how much of the picture is in the frame, and whether the frame holds more than it."""
    on_its_side = abs((geometry.angle_degrees + 90) % 180 - 90) > 45
    width, height = reversed(marked) if on_its_side else marked
    pulled = geometry.stretch**0.5
    across = received[0] / (width * share * pulled)
    down = received[1] / (height * share / pulled)
    said = []
    if min(across, down) < _CUT:
        said.append(f"Cropped: at most {min(across, 1) * min(down, 1):.0%} of it is left")
    if max(across, down) > _AROUND:
        said.append("Set into something larger: a screen, a page, a border")
    return said
