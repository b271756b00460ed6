"""A board that is refused as a whole says what would open it, and does it when asked."""

import pytest

from toile.domain.board import Board
from toile.domain.errors import NotFound
from toile.workflow.studio import Studio

REFUSED = (
    "Maison Orel, spring coats. Two pictures, 4:5, for our web shop and paid social in Germany, "
    "France and the United Kingdom, live from 2 March 2027 to 30 April 2027. Imani and Freya in "
    "camel trench coats. Window light, grey seamless."
)


@pytest.fixture
def refused(studio: Studio) -> Board:
    board = studio.confirm(studio.start(REFUSED, by="Ada"), by="Ada")
    assert not any(one.allowed for one in studio.decide(board))
    return board


def test_the_first_way_opens_every_shot_and_does_what_it_says(
    studio: Studio, refused: Board
) -> None:
    best = studio.ways.listed(refused)[0]
    assert set(best.opens) == {panel.id for panel in refused.panels}
    opened = studio.ways.take(refused, best.say, by="Ada")
    assert all(one.allowed for one in studio.decide(opened))


def test_ways_that_open_more_come_first_and_none_opens_nothing(
    studio: Studio, refused: Board
) -> None:
    counts = [len(way.opens) for way in studio.ways.listed(refused)]
    assert counts == sorted(counts, reverse=True)
    assert min(counts) > 0


def test_a_way_that_casts_somebody_leaves_the_use_alone(studio: Studio, refused: Board) -> None:
    cast = next(way for way in studio.ways.listed(refused) if way.twin is not None)
    opened = studio.ways.take(refused, cast.say, by="Ada")
    assert opened.usage == refused.usage
    assert {panel.now.cast[0] for panel in opened.panels if panel.id in cast.opens} == {cast.twin}


def test_a_way_taken_can_be_undone(studio: Studio, refused: Board) -> None:
    best = studio.ways.listed(refused)[0]
    taken = studio.ways.take(refused, best.say, by="Ada")
    back = studio.undo(taken, by="Ada")
    assert (back.usage, back.shots) == (refused.usage, refused.shots)


def test_a_way_that_is_not_on_offer_is_not_taken(studio: Studio, refused: Board) -> None:
    with pytest.raises(NotFound):
        studio.ways.take(refused, "Leave out everything.", by="Ada")


def test_a_board_that_may_be_drawn_has_no_ways_to_look_for(studio: Studio, refused: Board) -> None:
    best = studio.ways.listed(refused)[0]
    opened = studio.ways.take(refused, best.say, by="Ada")
    assert studio.ways.listed(opened) == ()


def test_the_plan_says_that_nothing_may_be_drawn_yet(refused: Board) -> None:
    assert "None of them may be drawn for this use yet" in refused.talk[-1].text
