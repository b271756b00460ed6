"""Two things worth saying next, found in what is on the board; in words the prompt takes.

Values in, words out: each rule looks at facts of the shots and says a move, or nothing.
"""

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise

from toile.domain.board import Panel
from toile.ui.cards import Wall

MOST = 2
_CLOSE = {"close-up", "extreme close-up", "portrait", "medium close-up", "detail", "macro"}
_WARM = ("golden", "sunset", "warm", "late sun")


def next_moves(wall: Wall, about: Sequence[Panel] = ()) -> tuple[str, ...]:
    """Return two next moves about what is drawn; nothing before the first picture."""
    drawn = [panel for panel in about or wall.board.panels if wall.shown(panel)]
    if not drawn:
        return ()
    rules = _ONE if about else _ALL
    found = dict.fromkeys(move for rule in rules for move in rule(drawn))
    return tuple(found)[:MOST]


def _twins(panels: Sequence[Panel]) -> Iterator[str]:
    """Two neighbours framed alike from the same side: vary the second."""
    for one, two in pairwise(panels):
        first, second = one.now.shot, two.now.shot
        same = (first.framing, first.angle, first.pose) == (
            second.framing,
            second.angle,
            second.pose,
        )
        if same and first.framing:
            yield f"Low angle in shot {second.no}"


def _no_close_up(panels: Sequence[Panel]) -> Iterator[str]:
    framings = {panel.now.shot.framing for panel in panels}
    if len(panels) > 2 and not framings & _CLOSE:
        yield f"Shot {panels[-1].now.shot.no} as a close-up"


def _one_light(panels: Sequence[Panel]) -> Iterator[str]:
    lights = Counter(panel.now.shot.light for panel in panels if panel.now.shot.light)
    if len(panels) > 2 and len(lights) == 1:
        other = "Overcast daylight" if "golden hour" in lights else "Golden hour"
        yield f"{other} in shot {panels[-1].now.shot.no}"


def _light(panels: Sequence[Panel]) -> Iterator[str]:
    shot = panels[0].now.shot
    warm = any(word in (shot.light or "") for word in _WARM)
    if "light" not in shot.locked:
        yield f"{'Cooler' if warm else 'Warmer'} light in shot {shot.no}"


def _tighter(panels: Sequence[Panel]) -> Iterator[str]:
    shot = panels[0].now.shot
    if "framing" not in shot.locked:
        yield f"{'Wider' if shot.framing in _CLOSE else 'Tighter'} in shot {shot.no}"


def _another(panels: Sequence[Panel]) -> Iterator[str]:
    yield f"Another take of shot {panels[-1].now.shot.no}"


_Rule = Callable[[Sequence[Panel]], Iterator[str]]
_ALL: tuple[_Rule, ...] = (_twins, _no_close_up, _one_light, _light, _another)
_ONE: tuple[_Rule, ...] = (_light, _tighter, _another)
