"""The next moves offered below a board are ones that would change it."""

from collections.abc import Callable

import pytest

from toile.domain.board import Panel
from toile.ui.cards import Wall
from toile.ui.moves import next_moves


def _with(panel: Panel, **facts: str) -> Panel:
    version = panel.now.model_copy(update={"shot": panel.now.shot.with_(**facts)})
    return panel.model_copy(update={"versions": (version,)})


@pytest.mark.parametrize(
    ("light", "offered"),
    [("softbox", "Golden hour in shot 3"), ("golden hour", "Overcast daylight in shot 3")],
)
def test_a_board_in_one_light_is_offered_another(
    panel: Callable[..., Panel], wall: Callable[..., Wall], light: str, offered: str
) -> None:
    framings = ("wide", "full", "close-up")
    panels = [_with(panel(no), framing=framings[no - 1], light=light) for no in (1, 2, 3)]
    drawn = tuple((str(one.id), 1) for one in panels)
    assert offered in next_moves(wall(*panels, drawn=drawn))
