"""The wall of shots as one custom part: pictures, stars, dragging, keyboard."""

from dataclasses import dataclass
from typing import Any, Literal

from toile.ui.components.kit import ignore, part

_wall = part(
    "board", '<div class="t"><div class="wall"></div><p class="sr" aria-live="polite"></p></div>'
)

_ACTS: tuple[Literal["open", "why", "star", "pick"], ...] = ("open", "why", "star", "pick")


@dataclass(frozen=True)
class BoardIntent:
    """What the person did on the wall: opened, starred, chose, asked about or moved a shot."""

    do: Literal["open", "why", "star", "pick", "move"]
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
        on_pick_change=ignore,
        on_move_change=ignore,
    )
    if result.move:
        return BoardIntent("move", order=tuple(result.move))
    for act in _ACTS:
        if shot := getattr(result, act):
            return BoardIntent(act, shot)
    return None
