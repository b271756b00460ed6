"""The wall of shots as one custom part: pictures, stars, dragging, keyboard."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Literal

from toile.ui.components.kit import ignore, part

_wall = part(
    "board", '<div class="t"><div class="wall"></div><p class="sr" aria-live="polite"></p></div>'
)

Act = Literal["open", "why", "reject"]
_ACTS: tuple[Act, ...] = ("open", "why", "reject")


@dataclass(frozen=True)
class BoardIntent:
    """What the person did on the wall: to one shot, to several, or to the whole of it.

    ``pick`` names every shot that changes between chosen and not; ``undo``, ``redo`` and ``help``
    are keys pressed on the wall.
    """

    do: Literal["open", "why", "starred", "pick", "reject", "move", "undo", "redo", "help"]
    shot: str = ""
    shots: tuple[str, ...] = ()
    order: tuple[str, ...] = ()


def board(
    setups: list[dict[str, Any]],
    *,
    key: str,
    least: int = 200,
    starred: Callable[[], None] = ignore,
) -> BoardIntent | None:
    """Draw the wall; ``least`` is the smallest width of a card in pixels.

    ``starred`` is called before the page is made anew, so that a star costs one run and not two.
    """
    result = _wall(
        data={"setups": setups, "least": least},
        key=key,
        on_open_change=ignore,
        on_why_change=ignore,
        on_star_change=starred,
        on_pick_change=ignore,
        on_reject_change=ignore,
        on_move_change=ignore,
        on_key_change=ignore,
    )
    if result.move:
        return BoardIntent("move", order=tuple(result.move))
    if result.key in ("undo", "redo", "help"):
        return BoardIntent(result.key)
    if result.pick:
        return BoardIntent("pick", shots=tuple(result.pick))
    for act in _ACTS:
        if shot := getattr(result, act):
            return BoardIntent(act, shot)
    # Last: a star is set by now, and what was done right after it may have come in the same run.
    return BoardIntent("starred", result.star) if result.star else None
