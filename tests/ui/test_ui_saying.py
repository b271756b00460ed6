from collections.abc import Callable

from toile.domain.board import Panel
from toile.ui.stages.saying import subject, told_once

Panels = Callable[..., Panel]


def test_words_about_several_shots_name_them_as_people_do(panel: Panels) -> None:
    assert subject(()) == ""
    assert subject([panel(2)]) == "Shot 2"
    assert subject([panel(1), panel(4)]) == "Shots 1 and 4"
    assert subject([panel(1), panel(2), panel(4)]) == "Shots 1, 2 and 4"


def test_a_plan_says_nothing_twice() -> None:
    assert told_once("Move shot 3 to place 1.", ["move shot 3 to place 1"]) == ()
    assert told_once("Season becomes SS27. Looks becomes 4.", ["Season becomes SS27"]) == ()
    assert told_once("I will change one shot.", ["shot 1: closer", "shot 1: closer"]) == (
        "Shot 1: closer.",
    )
