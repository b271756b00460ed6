"""What a board costs: the fee that was agreed, else the card's price and what makes it less."""

from pathlib import Path

from toile import bootstrap
from toile.domain.board import Board
from toile.settings import Settings
from toile.workflow.studio import Studio

COVERED = (
    "Maison Orel, spring coats. Three pictures of Freya, 4:5, for our web shop in Germany and "
    "France, live from 2 March 2027 to 30 April 2027."
)


def board_of(world: Studio, brief: str) -> Board:
    return world.confirm(world.start(brief, by="Ada"), by="Ada")


def test_where_a_licence_covers_the_use_its_fee_is_the_price(world: Studio) -> None:
    first, *_, last = world.price(board_of(world, COVERED))
    assert "Freya Lindqvist, 3 pictures: EUR " in first
    assert "covers this use" in first
    assert last == "Tax and production are not in it."


def test_where_no_licence_covers_it_the_card_prices_a_new_one(world: Studio) -> None:
    first, *_ = world.price(board_of(world, COVERED.replace("Germany", "Japan")))
    assert "Freya's licence does not cover Japan (clause 5)." in first
    assert "by the rate card card-demo-2026" in first
    assert "Most moves it: " in first


def test_a_board_that_does_not_say_where_asks_for_it(world: Studio) -> None:
    brief = COVERED.replace(" in Germany and France", "")
    first, *_ = world.price(board_of(world, brief))
    assert first.endswith("A price needs what the brief leaves open: territories.")


def test_a_use_counts_as_covered_only_where_every_shot_of_a_person_is(
    world: Studio,
) -> None:
    board = board_of(world, COVERED)
    mixed = world.edit_field(board, board.panels[1].id, "products", ("lipstick",), by="Ada")
    allowed = [one.allowed for one in world.decide(mixed)]
    assert allowed.count(False) == 1
    first, *_ = world.price(mixed)
    assert "covers this use" not in first


def test_people_off_the_sample_world_are_priced_by_the_houses_own_card_only(
    world: Studio, tmp_path: Path
) -> None:
    board = board_of(world, COVERED.replace("Germany", "Japan"))
    prices = bootstrap.rights.price_board(Settings(home=tmp_path), world.casts)
    assert prices.card(False) is None
    assert prices.card(True) is not None
    assert prices(board)


def test_the_conversation_keeps_no_price(world: Studio) -> None:
    board = board_of(world, COVERED)
    proposal = world.propose(board, "What will this cost?")
    assert proposal.type == "answer"
    assert "EUR" not in proposal.say
