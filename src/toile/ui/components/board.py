"""The wall of shots as one custom part: pictures, stars, dragging, keyboard."""

from dataclasses import dataclass
from typing import Any, Literal

from toile.ui.components.kit import ignore, part

_wall = part(
    "board", '<div class="t"><div class="wall"></div><p class="sr" aria-live="polite"></p></div>'
)


@dataclass(frozen=True)
class BoardIntent:
    """What the person did on the wall: opened, starred or asked about a shot, or moved one."""

    do: Literal["open", "why", "star", "move"]
    shot: str = ""
    order: tuple[str, ...] = ()


def board(setups: list[dict[str, Any]], *, key: str, least: int = 200) -> BoardIntent | None:
    """Draw the wall; ``least`` is the smallest width of a card in pixels."""
    result = _wall(
        data={"setups": setups, "least": least},
        key=key,
        on_open_change=ignore,
        on_why_change=ignore,
        on_star_change=ignore,
        on_move_change=ignore,
    )
    if result.move:
        return BoardIntent("move", order=tuple(result.move))
    if result.open:
        return BoardIntent("open", result.open)
    if result.why:
        return BoardIntent("why", result.why)
    return BoardIntent("star", result.star) if result.star else None
