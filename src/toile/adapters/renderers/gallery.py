"""Gallery: a contact sheet of random blockings, with what the checks found under each."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
from PIL import Image, ImageDraw

from toile.adapters.renderers.checks import Findings, examine
from toile.adapters.renderers.mitsuba import MitsubaRenderer, Quality, Style
from toile.adapters.renderers.sampler import random_blocking
from toile.domain.blocking import Blocking
from toile.domain.catalogue import Catalogue

_GAP, _CAPTION = 6, 26
_PAPER, _INK, _ALARM = (250, 248, 244), (70, 66, 62), (176, 40, 30)


@dataclass(frozen=True)
class Frame:
    """One drawn blocking of the sheet."""

    number: int
    blocking: Blocking
    pixels: npt.NDArray[np.uint8]
    findings: Findings


def frames(
    renderer: MitsubaRenderer,
    catalogue: Catalogue,
    *,
    count: int,
    seed: int,
    size: tuple[int, int],
    quality: Quality = "preview",
    style: Style = "ink",
) -> Iterator[Frame]:
    """Yield random shots one by one."""
    for number in range(seed, seed + count):
        blocking = random_blocking(catalogue, number)
        made = renderer.render(blocking, size, quality=quality, style=style)
        pixels = np.frombuffer(made.rgb, np.uint8).reshape(made.height, made.width, 3)
        person = blocking.people[0]
        found = examine(made, blocking.camera.framing.id, person.pose.support)
        yield Frame(number, blocking, pixels, found)


def sheet(made: list[Frame], columns: int) -> npt.NDArray[np.uint8]:
    """Return the frames as one picture with captions."""
    height, width, _ = made[0].pixels.shape
    rows = -(-len(made) // columns)
    size = (columns * (width + _GAP) + _GAP, rows * (height + _CAPTION + _GAP) + _GAP)
    picture = Image.new("RGB", size, _PAPER)
    draw = ImageDraw.Draw(picture)
    for place, frame in enumerate(made):
        x = _GAP + (place % columns) * (width + _GAP)
        y = _GAP + (place // columns) * (height + _CAPTION + _GAP)
        picture.paste(Image.fromarray(frame.pixels), (x, y))
        for line, (text, colour) in enumerate(_caption(frame)):
            draw.text((x, y + height + 2 + 11 * line), text[: width // 6], fill=colour)
    return np.asarray(picture)


def _caption(frame: Frame) -> tuple[tuple[str, tuple[int, int, int]], ...]:
    shot = frame.blocking
    words = f"{frame.number} {shot.people[0].pose.id} {shot.rig.id} {shot.set.id}"
    faults = "; ".join(frame.findings.faults)
    return ((words, _INK), (faults or "no fault measured", _ALARM if faults else _INK))


def write_sheet(pixels: npt.NDArray[np.uint8], path: str) -> None:
    """Write a sheet of invented people as its suffix says; never used for a twin."""
    Image.fromarray(pixels).save(path, optimize=True, quality=80)


Seen = Callable[[Frame], None]


def contact_sheet(
    renderer: MitsubaRenderer,
    catalogue: Catalogue,
    path: str,
    *,
    count: int,
    seed: int,
    size: tuple[int, int],
    quality: Quality,
    style: Style,
    seen: Seen,
) -> list[Frame]:
    """Draw random shots, write the sheet, and return the frames with their findings."""
    made = []
    drawn = frames(
        renderer, catalogue, count=count, seed=seed, size=size, quality=quality, style=style
    )
    for frame in drawn:
        made.append(frame)
        seen(frame)
    columns = max(1, min(count, round(count**0.5 * 1.3)))
    write_sheet(sheet(made, columns), path)
    return made
