"""What a sheet says beside its pictures: who is in them, and how unlike they are."""

from collections.abc import Mapping, Sequence

from toile.domain.board import Board
from toile.domain.casting import Casting
from toile.domain.ids import TwinId
from toile.domain.twins import Twin
from toile.workflow.contact_sheet import Spread
from toile.workflow.values import CastLine


def cast_lines(
    board: Board, castings: Mapping[str, Casting], twins: Sequence[Twin]
) -> tuple[CastLine, ...]:
    """Return everybody in the pictures with the numbers of their shots, first shot first."""
    shots: dict[TwinId, list[int]] = {}
    for panel in board.panels:
        for role in castings[panel.id].roles:
            shots.setdefault(role.twin, []).append(panel.now.shot.no)
    known = {twin.id: twin for twin in twins}
    return tuple(
        CastLine(name=twin.name, agency=twin.agency, sizes=_sizes(twin), shots=tuple(numbers))
        for who, numbers in shots.items()
        if (twin := known.get(who)) is not None
    )


def variety_line(board: Board, spread: Spread) -> str:
    """Return the measured variety as a sentence, or nothing with fewer than two pictures."""
    if spread.variety is None or spread.nearest is None:
        return ""
    numbers = [board.panel(shot).now.shot.no for shot in spread.nearest]
    first, second = sorted(numbers)
    alike = f" Shots {first} and {second} are the most alike." if first != second else ""
    return f"Variety {spread.variety:.2f} of 1 over {spread.measured} pictures.{alike}"


def _sizes(twin: Twin) -> str:
    sizes = twin.measurements
    return (
        f"{sizes.height_cm:.0f} cm, {sizes.bust_cm:.0f} / {sizes.waist_cm:.0f} / "
        f"{sizes.hips_cm:.0f}, shoe {sizes.shoe_eu:g}"
    )
