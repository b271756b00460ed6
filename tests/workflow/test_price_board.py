"""What a board costs: the fee that was agreed, else the card's price and what makes it less."""

from pathlib import Path

import pytest

from toile import bootstrap
from toile.domain.board import Board
from toile.settings import Settings
from toile.workflow.studio import Studio

COVERED = (
    "Maison Orel, spring coats. Three pictures of Freya, 4:5, for our web shop in Germany and "
    "France, live from 2 March 2027 to 30 April 2027."
)


@pytest.fixture(scope="module")
def studio(tmp_path_factory: pytest.TempPathFactory) -> Studio:
    settings = Settings(home=tmp_path_factory.mktemp("home"))
    bootstrap.make_demo(settings)
    return bootstrap.studio(settings)


def board_of(studio: Studio, brief: str) -> Board:
    return studio.confirm(studio.start(brief, by="Ada"), by="Ada")


def test_where_a_licence_covers_the_use_its_fee_is_the_price(studio: Studio) -> None:
    first, *_, last = studio.price(board_of(studio, COVERED))
    assert "Freya Lindqvist, 3 pictures: EUR " in first
    assert "covers this use" in first
    assert last == "Tax and production are not in it."


def test_where_no_licence_covers_it_the_card_prices_a_new_one(studio: Studio) -> None:
    first, *_ = studio.price(board_of(studio, COVERED.replace("Germany", "Japan")))
    assert "no licence on file covers this use; by the rate card card-demo-2026" in first
    assert "Most moves it: " in first


def test_a_board_that_does_not_say_where_asks_for_it(studio: Studio) -> None:
    brief = COVERED.replace(" in Germany and France", "")
    first, *_ = studio.price(board_of(studio, brief))
    assert first == "Freya Lindqvist: a price needs what the brief leaves open: territories."


def test_people_off_the_sample_world_are_priced_by_the_houses_own_card_only(
    studio: Studio, tmp_path: Path
) -> None:
    board = board_of(studio, COVERED.replace("Germany", "Japan"))
    prices = bootstrap.rights.price_board(Settings(home=tmp_path), studio.casts)
    assert prices.card(False) is None
    assert prices.card(True) is not None
    assert prices(board)


def test_the_conversation_keeps_no_price(studio: Studio) -> None:
    board = board_of(studio, COVERED)
    proposal = studio.propose(board, "What will this cost?")
    assert proposal.type == "answer"
    assert "EUR" not in proposal.say
