"""A board for a house that nobody has on file: another house's book is no answer for it."""

import pytest

from toile import bootstrap
from toile.settings import Settings
from toile.workflow.studio import Studio

NORDLYS = (
    "Nordlys Knitwear, AW27 lookbook, 6 stills, web shop, Sweden, live 1 March to 30 April 2027. "
    "Window light, grey seamless, a camel cardigan."
)
ASKED = "What does the book say about the light?"


@pytest.fixture(scope="module")
def studio(tmp_path_factory: pytest.TempPathFactory) -> Studio:
    settings = Settings(home=tmp_path_factory.mktemp("home"))
    bootstrap.make_demo(settings)
    return bootstrap.studio(settings)


def test_a_question_to_the_book_says_that_the_house_is_not_known_and_offers_the_books(
    studio: Studio,
) -> None:
    board = studio.start(NORDLYS, by="Ada")
    assert board.unknown_house == "Nordlys Knitwear"
    said = studio.propose(board, ASKED).say
    assert "I do not know the house Nordlys Knitwear" in said
    assert "of Maison Orel" in said
    assert "“What does" in said


def test_another_houses_book_answers_when_it_is_asked_by_name(studio: Studio) -> None:
    board = studio.start(NORDLYS, by="Ada")
    said = studio.propose(board, "What does the book of Maison Orel say about the light?").say
    assert ".pdf" in said
    assert "I do not know" not in said


def test_nothing_is_cited_or_tested_by_another_houses_book(studio: Studio) -> None:
    board = studio.confirm(studio.start(NORDLYS, by="Ada"), by="Ada")
    sources = [reason.source for shot in board.shots.shots for reason in shot.reasons]
    assert sources
    assert not any(".pdf" in source for source in sources if source)
    assert studio.rules.board(board).tested == 0


def test_a_book_of_the_house_itself_answers(studio: Studio) -> None:
    board = studio.start(NORDLYS.replace("Nordlys Knitwear", "Halcyon Row"), by="Ada")
    assert board.unknown_house == "Halcyon Row"
    book = "# Light\n\nAlways light from a north window, soft and from the left side.\n"
    studio.add_guideline(book.encode(), "halcyon.md", board.shelf)
    assert "halcyon.md" in studio.propose(board, ASKED).say


def test_the_question_stays_open_until_somebody_says_whose_board_it_is(studio: Studio) -> None:
    board = studio.start(NORDLYS, by="Ada")
    board = studio.answer(board, "mood", "quiet", by="Ada")
    assert board.unknown_house == "Nordlys Knitwear"
    board = studio.answer(board, "licences", "Maison Orel", by="Ada")
    assert board.unknown_house is None
    assert studio.answer(board, "mood", "warm", by="Ada").unknown_house is None
    assert board.shelf == "maison-orel"


def test_a_board_of_a_house_on_file_asks_its_own_book(studio: Studio) -> None:
    board = studio.start(NORDLYS.replace("Nordlys Knitwear", "Maison Orel"), by="Ada")
    assert board.unknown_house is None
    assert ".pdf" in studio.propose(board, ASKED).say
