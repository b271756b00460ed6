"""A board for a house that nobody has on file: another house's book is no answer for it."""

import re

from toile.domain.twins import NoTwin
from toile.workflow.studio import Studio

NORDLYS = (
    "Nordlys Knitwear, AW27 lookbook, 6 stills, web shop, Sweden, live 1 March to 30 April 2027. "
    "Window light, grey seamless, a camel cardigan."
)
ASKED = "What does the book say about the light?"


def test_a_question_to_the_book_says_that_the_house_is_not_known_and_offers_the_books(
    world: Studio,
) -> None:
    board = world.start(NORDLYS, by="Ada")
    assert board.unknown_house == "Nordlys Knitwear"
    said = world.propose(board, ASKED).say
    assert "I do not know the house Nordlys Knitwear" in said
    assert "of Maison Orel" in said
    assert "“What does" in said


def test_another_houses_book_answers_when_it_is_asked_by_name(world: Studio) -> None:
    board = world.start(NORDLYS, by="Ada")
    said = world.propose(board, "What does the book of Maison Orel say about the light?").say
    assert ".pdf" in said
    assert "I do not know" not in said


def test_nothing_is_cited_or_tested_by_another_houses_book(world: Studio) -> None:
    board = world.confirm(world.start(NORDLYS, by="Ada"), by="Ada")
    sources = [reason.source for shot in board.shots.shots for reason in shot.reasons]
    assert sources
    assert not any(".pdf" in source for source in sources if source)
    assert world.rules.board(board).tested == 0


def test_a_book_of_the_house_itself_answers(world: Studio) -> None:
    board = world.start(NORDLYS.replace("Nordlys Knitwear", "Halcyon Row"), by="Ada")
    assert board.unknown_house == "Halcyon Row"
    book = "# Light\n\nAlways light from a north window, soft and from the left side.\n"
    world.add_guideline(book.encode(), "halcyon.md", board.shelf)
    assert "halcyon.md" in world.propose(board, ASKED).say


def test_the_question_stays_open_until_somebody_says_whose_board_it_is(
    world: Studio,
) -> None:
    board = world.start(NORDLYS, by="Ada")
    board = world.answer(board, "mood", "quiet", by="Ada")
    assert board.unknown_house == "Nordlys Knitwear"
    board = world.answer(board, "licences", "Maison Orel", by="Ada")
    assert board.unknown_house is None
    assert world.answer(board, "mood", "warm", by="Ada").unknown_house is None
    assert board.shelf == "maison-orel"


def test_a_board_of_a_house_on_file_asks_its_own_book(world: Studio) -> None:
    board = world.start(NORDLYS.replace("Nordlys Knitwear", "Maison Orel"), by="Ada")
    assert board.unknown_house is None
    assert ".pdf" in world.propose(board, ASKED).say


def test_where_fewer_are_cleared_than_asked_for_the_empty_seat_says_how_many(world: Studio) -> None:
    three = NORDLYS.replace("6 stills", "6 stills with two women and three men")
    board = world.confirm(world.start(three, by="Ada"), by="Ada")
    seats = [one for panel in board.panels for one in panel.now.cast]
    empty = {one.reason for one in seats if isinstance(one, NoTwin)}
    played = {one for one in seats if not isinstance(one, NoTwin)}
    assert len(played) == 3
    assert len(empty) == 1
    assert re.match(r"5 people are asked for; only .* and .* and .* are cleared", empty.pop())
