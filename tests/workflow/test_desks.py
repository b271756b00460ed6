"""What people of different roles and brands can do, on the real studio."""

from collections.abc import Callable
from pathlib import Path

import pytest

from toile import bootstrap
from toile.domain.board import Board
from toile.domain.errors import NotAllowed, NotFound, SettingMissing
from toile.domain.ids import BrandId
from toile.settings import Settings
from toile.workflow.desk import Desk
from toile.workflow.studio import Studio

PEOPLE = """
people:
  - {id: noor@example.com, name: Noor, brands: [maison-orel], roles: [director]}
  - {id: sam@example.com, name: Sam, brands: [maison-orel], roles: [stylist]}
  - {id: rae@example.com, name: Rae, brands: [maison-orel], roles: [reviewer]}
  - {id: kit@example.com, name: Kit, brands: [rival], roles: [director, stylist, producer, admin]}
  - {id: imani@example.com, name: Imani, roles: [owner], twins: [twin-imani]}
"""
BRIEF = (
    "Maison Orel, spring coats. Two pictures, 4:5, for our web shop in Germany, live from "
    "2 March 2027 to 30 April 2027. Imani in a camel trench coat."
)


Desks = Callable[[str], Desk]


@pytest.fixture
def team(settings: Settings, tmp_path: Path) -> Settings:
    file = tmp_path / "people.yaml"
    file.write_text(PEOPLE, encoding="utf-8")
    return settings.model_copy(update={"people": file})


@pytest.fixture
def desk(studio: Studio, team: Settings) -> Desks:
    desks = bootstrap.desks(team)
    return lambda who: desks.desk(f"{who}@example.com")


@pytest.fixture
def board(desk: Desks) -> Board:
    noor = desk("noor")
    return noor.confirm(noor.start(BRIEF, by="somebody else"), by="somebody else")


def test_what_a_person_does_stands_under_her_own_name(desk: Desks, board: Board) -> None:
    starred = desk("noor").star(board, "s1", 1, by="Somebody Else")
    noted = desk("noor").comment(starred, "s1", 1, "Warmer.", by="Somebody Else")
    assert noted.panel("s1").comments[0].by == "Noor"
    assert board.by == "Noor"


def test_a_stylist_edits_but_lets_nothing_out(desk: Desks, board: Board) -> None:
    sam = desk("sam")
    edited = sam.edit_field(board, "s1", "lens", "85mm", by="Sam")
    assert edited.panel("s1").now.shot.lens == "85mm"
    with pytest.raises(NotAllowed, match="Ask a director or a producer"):
        sam.export(edited, "csv", by="Sam")


def test_a_reviewer_comments_and_changes_nothing(desk: Desks, board: Board) -> None:
    rae = desk("rae")
    noted = rae.comment(board, "s1", 1, "Lovely.", by="Rae")
    with pytest.raises(NotAllowed, match="As a reviewer you may not change the board"):
        rae.propose(noted, "Shot 1: warmer light")
    with pytest.raises(NotAllowed):
        rae.draft(noted, by="Rae")


def test_nobody_sees_another_brands_board(desk: Desks, board: Board) -> None:
    kit = desk("kit")
    assert kit.boards() == ()
    assert kit.boards(BrandId("maison-orel")) == ()
    with pytest.raises(NotFound):
        kit.board(board.id)
    with pytest.raises(NotFound):
        kit.export(board, "csv", by="Kit")
    with pytest.raises(NotFound):
        kit.statuses(board)


def test_a_board_under_a_false_brand_opens_no_door(desk: Desks, board: Board) -> None:
    disguised = board.model_copy(update={"brand": "rival"})
    with pytest.raises(NotFound):
        desk("kit").decide(disguised)


def test_another_brands_jobs_and_pictures_are_not_there(desk: Desks, board: Board) -> None:
    asked = desk("noor").draft(board, ("s1",), by="Noor")
    draft = asked[0].id
    assert draft
    kit = desk("kit")
    for look in (kit.forming, kit.cancel, kit.draft_of):
        with pytest.raises(NotFound):
            look(draft)
    with pytest.raises(NotFound):
        kit.picture(draft, "full")
    desk("noor").cancel(draft)


def test_another_brands_books_are_not_there(desk: Desks, studio: Studio) -> None:
    book = studio.add_guideline(b"Coats are shot in late sun.", "coats.txt", "maison-orel")
    kit = desk("kit")
    for ask in (
        lambda: kit.guidelines("maison-orel"),
        lambda: kit.ask_guideline("When are coats shot?", "maison-orel"),
        lambda: kit.book(book.id),
        lambda: kit.add_guideline(b"No.", "no.txt", "maison-orel"),
    ):
        with pytest.raises(NotFound):
            ask()
    assert kit.guidelines("") == ()
    assert desk("noor").book(book.id) == b"Coats are shot in late sun."


def test_a_new_board_is_begun_under_her_own_brand(desk: Desks) -> None:
    kit = desk("kit")
    assert kit.start("Three coats for the web shop in France.", by="Kit").brand == "rival"
    with pytest.raises(NotFound):
        kit.start(BRIEF, by="Kit", brand="maison-orel")  # type: ignore[arg-type]


def test_an_answer_cannot_carry_a_board_to_another_brand(desk: Desks) -> None:
    kit = desk("kit")
    board = kit.start("Three coats for the web shop in France.", by="Kit")
    with pytest.raises(NotAllowed):
        kit.answer(board, "licences", "maison-orel", by="Kit")


def test_an_owner_sees_and_stops_her_own_twin_only(desk: Desks, studio: Studio) -> None:
    imani = desk("imani")
    mine = imani.owner.view("twin-imani").licences[0]
    other = next(t.id for t in studio.twins() if t.id != "twin-imani")
    with pytest.raises(NotFound):
        imani.owner.view(other)
    with pytest.raises(NotFound):
        imani.owner.revoke(studio.owner.view(other).licences[0].id, by="Imani")
    with pytest.raises(NotAllowed):
        desk("noor").owner.revoke(mine.id, by="Noor")
    imani.owner.pause(mine.id, by="Imani")
    assert imani.owner.view("twin-imani").licences[0].revocation is not None


def test_pictures_of_a_twin_for_another_brand_are_hers_and_that_brands_alone(
    desk: Desks, drawn_board: Board
) -> None:
    for who, count in (("noor", 1), ("imani", 1), ("kit", 0)):
        assert len(desk(who).twin_drafts("twin-imani")) == count
    draft = desk("imani").twin_drafts("twin-imani")[0].id
    assert desk("imani").picture(draft, "thumbnail")[0]
    with pytest.raises(NotAllowed):
        desk("imani").board(drawn_board.id)


def test_what_has_no_row_is_not_there(desk: Desks) -> None:
    noor = desk("noor")
    for name in ("draft_shot", "releases", "casts", "_boards"):
        with pytest.raises(AttributeError):
            getattr(noor, name)
    with pytest.raises(AttributeError):
        _ = noor.owner.registry


def test_a_stranger_has_no_desk(desk: Desks) -> None:
    with pytest.raises(NotAllowed, match="not on the list"):
        desk("nobody")


def test_a_broken_list_lets_nobody_in(studio: Studio, team: Settings) -> None:
    assert team.people is not None
    team.people.write_text("people:\n  - {id: a@example.com, name: A, roles: [emperor]}\n")
    with pytest.raises(SettingMissing, match="person 1, roles"):
        bootstrap.desks(team).desk("a@example.com")


def test_somebody_taken_off_the_list_is_out_at_once(studio: Studio, team: Settings) -> None:
    desks = bootstrap.desks(team)
    assert desks.desk("Noor@Example.com").person.name == "Noor"
    assert team.people is not None
    team.people.write_text(PEOPLE.replace("noor@", "somebody-new@"), encoding="utf-8")
    with pytest.raises(NotAllowed):
        desks.desk("noor@example.com")


def test_a_studio_of_one_notices_nothing(studio: Studio, settings: Settings) -> None:
    desk = bootstrap.desk(settings)
    board = desk.confirm(desk.start(BRIEF, by="You"), by="You")
    assert desk.boards()[0].id == board.id
    assert desk.export(board, "csv", by="You").file.read()
    assert desk.owner.view("twin-imani").twin.id == "twin-imani"
