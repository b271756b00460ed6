from collections.abc import Callable

import pytest
from builders_records import NOON, a_draft, a_request

from toile.domain.board import Panel
from toile.domain.drafts import Draft
from toile.ui import underway
from toile.ui.stages.saying import subject, told_once
from toile.ui.wording import besides

Panels = Callable[..., Panel]


def test_words_about_several_shots_name_them_as_people_do(panel: Panels) -> None:
    assert subject(()) == ""
    assert subject([panel(2)]) == "Shot 2"
    assert subject([panel(1), panel(4)]) == "Shots 1 and 4"
    assert subject([panel(1), panel(2), panel(4)]) == "Shots 1, 2 and 4"


@pytest.mark.parametrize(
    ("said", "done", "left"),
    [
        ("shot 3: framing becomes full. No. Shot 2: hat.", ["shot 3: framing becomes full"],
         "No. Shot 2: hat."),
        ("Copy shot 3, 2 times. 6 shots.", ["copy shot 3", "copy shot 3"], "6 shots."),
        ("Move shot 3 to place 1.", ["Move shot 3 to place 1"], ""),
        ("Nothing is changed.", [], "Nothing is changed."),
    ],
)  # fmt: skip
def test_what_is_answered_beside_an_order_is_told_beside_it(
    said: str, done: list[str], left: str
) -> None:
    assert besides(said, done) == left


def test_a_plan_says_nothing_twice() -> None:
    assert told_once("Move shot 3 to place 1.", ["move shot 3 to place 1"]) == ()
    assert told_once("Season becomes SS27. Looks becomes 4.", ["Season becomes SS27"]) == ()
    assert told_once("I will change one shot.", ["shot 1: closer", "shot 1: closer"]) == (
        "Shot 1: closer.",
    )


def test_a_promise_of_blocked_pictures_is_not_made_from_the_time_of_painted_ones() -> None:
    def drawn(number: int, generator: str, seconds: float) -> Draft:
        draft: Draft = a_draft(a_request(number, generator=generator), NOON)
        recipe = draft.recipe.model_copy(update={"seconds": seconds})
        return draft.model_copy(update={"recipe": recipe})

    painted, blocked = drawn(1, "diffusers", 90.0), drawn(2, "blocking", 8.0)
    assert underway.usual([painted, blocked], painted=False) == pytest.approx(8)
    assert underway.usual([painted, blocked], painted=True) == pytest.approx(90)
    assert underway.usual([painted], painted=False) is None
