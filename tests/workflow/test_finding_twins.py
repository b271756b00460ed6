"""The roster asked in words: fit, decision and the nearest who may be used, in one list."""

from datetime import date
from pathlib import Path

import pytest

from toile.adapters.embeddings.minilm_onnx import MiniLmEmbedder
from toile.adapters.sample_world.twins import demo_twins
from toile.adapters.search.likeness import TwinLikeness
from toile.domain.errors import SettingMissing
from toile.domain.ids import BrandId
from toile.workflow.studio import Studio

OREL = BrandId("maison-orel")
BRIEF = (
    "Maison Orel, spring coats. Two pictures, 4:5, for our web shop in Germany and France, live "
    "from 2 March 2027 to 30 April 2027."
)


def test_each_twin_comes_with_the_decision_for_this_use(world: Studio) -> None:
    answer = world.finds.find(
        "runway walk, for instagram in Germany in January 2027", OREL, limit=8
    )
    assert len(answer.found) == 8
    assert answer.usage.territories == ("DE",)
    assert str(answer.usage.start) == "2027-01-01"
    assert all(one.because for one in answer.found)


def test_a_season_is_a_window_that_is_shown_as_it_was_read(world: Studio) -> None:
    answer = world.finds.find("freckles, web shop in Germany, for SS27", OREL)
    assert (answer.usage.start, answer.usage.end) == (date(2027, 3, 1), date(2027, 8, 31))
    assert answer.when == "1 Mar to 31 Aug 2027, as you said SS27"


def test_the_decision_is_for_the_very_window(world: Studio) -> None:
    """Licences of the sample world end with 2027: nobody is cleared for a window beyond."""
    within = world.finds.find("web shop in Germany for Q2 2027", OREL)
    beyond = world.finds.find("web shop in Germany for Q2 2031", OREL)
    assert any(one.allowed for one in within.found)
    assert not any(one.allowed for one in beyond.found)
    assert beyond.usage.end == date(2031, 6, 30)


def test_without_days_nobody_is_cleared_and_the_days_are_asked_for(world: Studio) -> None:
    answer = world.finds.find("freckles, web shop in Germany", OREL)
    assert answer.when == "days not known; say when, as in March 2027 or SS27"
    assert not any(one.allowed for one in answer.found)


def test_words_of_the_use_ask_for_nobody(world: Studio) -> None:
    answer = world.finds.find("freckles, free for Nordics e-com in March", OREL)
    assert [wish.said for wish in answer.wishes.wishes] == ["freckles"]
    assert answer.wishes.left == ()


def test_on_a_board_the_words_replace_what_they_tell_and_leave_the_rest(
    world: Studio,
) -> None:
    board = world.confirm(world.start(BRIEF, by="Ada"), by="Ada")
    shot = board.panels[0].id
    as_briefed = world.finds.for_shot(board, shot, "freckles")
    assert as_briefed.usage == board.usage
    later = world.finds.for_shot(board, shot, "freckles, Herbst 2027")
    assert (later.usage.start, later.usage.end) == (date(2027, 9, 1), date(2027, 11, 30))
    assert later.usage.territories == board.usage.territories
    open_ended = world.finds.for_shot(board, shot, "freckles, from 1 May 2027")
    assert open_ended.usage.end is None
    assert open_ended.when == "from 1 May 2027, as you said 1 May 2027; say until when"


def test_the_best_fit_leads_and_the_nearest_cleared_is_named(world: Studio) -> None:
    answer = world.finds.find("late fifties, grey hair, web shop in Germany in March 2027", OREL)
    assert answer.found[0].twin.name == "Astrid Holm"
    if not answer.found[0].allowed and any(one.allowed for one in answer.found):
        assert answer.nearest_cleared is not None
        assert answer.nearest_cleared.allowed


def test_words_that_no_field_asks_are_compared_with_descriptions(tmp_path: Path) -> None:
    likeness = TwinLikeness(tmp_path, MiniLmEmbedder())
    twins = tuple(demo_twins())
    found = likeness.to_words("calm upright elderly lady", twins)
    assert max(found, key=lambda one: found[one]) == "twin-astrid"
    again = TwinLikeness(tmp_path, MiniLmEmbedder()).to_words("calm upright elderly lady", twins)
    assert again == pytest.approx(found)


def test_comparing_with_a_picture_is_refused_honestly(tmp_path: Path) -> None:
    with pytest.raises(SettingMissing, match="no picture model"):
        TwinLikeness(tmp_path, MiniLmEmbedder()).to_picture(b"png", ())
