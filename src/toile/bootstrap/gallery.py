"""The wiring of ``toile gallery``: pictures of invented people, so no mark and no record."""

from collections.abc import Callable
from pathlib import Path
from typing import Protocol, cast

from toile.domain.blocking import Blocking
from toile.domain.errors import BadInput


class Faults(Protocol):
    """What the checks say of one frame."""

    @property
    def faults(self) -> tuple[str, ...]:
        """Return the faults in words."""


class GalleryFrame(Protocol):
    """One frame of the sheet."""

    number: int
    blocking: Blocking
    findings: Faults


def pass_rates(made: list[GalleryFrame]) -> tuple[tuple[str, int, int], ...]:
    """Return, per check, its name, how many frames pass it, and of how many."""
    from toile.adapters.renderers import checks

    return checks.pass_rates([cast("checks.Findings", frame.findings) for frame in made])


def poke_through(made: list[GalleryFrame]) -> float:
    """Return the mean share of garment pixels through which something shows."""
    from toile.adapters.renderers import checks

    shares = [cast("checks.Findings", frame.findings).poke for frame in made]
    return sum(shares) / len(shares)


def gallery(
    path: Path,
    *,
    count: int,
    seed: int,
    width: int,
    style: str,
    seen: Callable[[GalleryFrame], None],
) -> list[GalleryFrame]:
    """Draw random blockings of invented people onto one contact sheet."""
    from toile.adapters.renderers.finish.styles import STYLES
    from toile.adapters.renderers.gallery import contact_sheet
    from toile.adapters.renderers.library import load_catalogue
    from toile.adapters.renderers.mitsuba import MitsubaRenderer, Style

    if style not in STYLES:
        raise BadInput(f"There is no style {style!r}.", hint=f"Choose one of {', '.join(STYLES)}.")
    made = contact_sheet(
        MitsubaRenderer(),
        load_catalogue(),
        str(path),
        count=count,
        seed=seed,
        size=(width, width * 4 // 3),
        quality="preview",
        style=cast("Style", style),
        seen=cast("Callable[[object], None]", seen),
    )
    return cast("list[GalleryFrame]", made)
