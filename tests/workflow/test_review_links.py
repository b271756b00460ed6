"""A link from being made to being taken back, on the real studio with a picture drawn for it."""

from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from builders_clock import At

from toile import bootstrap
from toile.domain.board import Board
from toile.domain.errors import BadInput, CommandRefused, NotAllowed
from toile.domain.sharing import MOST_WRONG, WINDOW
from toile.settings import Settings
from toile.workflow.desk import Desk, Desks
from toile.workflow.guests import Guests, Visit
from toile.workflow.studio import Studio

pytestmark = pytest.mark.slow
NOW = datetime(2026, 11, 24, 9, tzinfo=UTC)
HERE = "10.0.0.7"


@pytest.fixture
def desks(studio: Studio, settings: Settings) -> Desks:
    return bootstrap.desks(settings)


@pytest.fixture
def desk(desks: Desks) -> Desk:
    return desks.desk("Noor")


@pytest.fixture
def guests(desks: Desks) -> Guests:
    return desks.guests


@pytest.fixture
def board(drawn_board: Board) -> Board:
    return drawn_board


def let_in(guests: Guests, token: str, **more: str) -> Visit:
    return guests.enter(token, name="Ana", visitor=HERE, **more)


def test_a_stakeholder_looks_comments_and_approves_by_a_link(
    desk: Desk, guests: Guests, board: Board, studio: Studio
) -> None:
    made = desk.shares.make(board, by="", days=7, to="The client")
    assert made.left_out == ("Shot 2: Not drafted yet.",)
    assert len(made.token) >= 43

    visit = let_in(guests, made.token)
    seen = guests.board(visit)
    assert (seen.title, [one.no for one in seen.pictures]) == ("Autumn", [1])
    draft = seen.pictures[0].draft
    assert draft is not None
    data, mime = guests.picture(visit.share, draft)
    assert (data[:4], mime) == (b"RIFF", "image/webp")

    guests.comment(visit, draft, "Could the coat be longer?", x=0.5, y=0.4)
    with pytest.raises(BadInput, match="Say why"):
        guests.answer(visit, draft, "changes")
    guests.answer(visit, draft, "approved")

    panel = desk.board(board.id).panel("a")
    assert (panel.comments[0].by, panel.comments[0].via) == ("Ana", made.share.id)
    assert panel.verdicts[0].image == made.share.pictures[0].image
    mine = guests.board(visit).pictures[0]
    assert mine.verdict is not None
    assert (len(mine.comments), mine.verdict.answer) == (1, "approved")
    told = [(e.fact.what, e.fact.by) for e in studio.draft_shot.ledger.entries()]
    assert told == [
        ("drafted", "Ada"),
        ("shared", "Noor"),
        ("link opened", "Ana"),
        ("commented", "Ana"),
        ("review approved", "Ana"),
    ]


def test_a_link_shows_what_was_shared_and_nothing_else(
    desk: Desk, guests: Guests, board: Board
) -> None:
    inside = desk.comment(board, "a", 1, "Between us: too stiff.", by="")
    made = desk.shares.make(inside, by="")
    visit = let_in(guests, made.token)
    assert guests.board(visit).pictures[0].comments == ()
    with pytest.raises(NotAllowed):
        guests.picture(visit.share, "d" * 64)
    with pytest.raises(NotAllowed):
        guests.comment(visit, "d" * 64, "Hello")


def test_a_withdrawn_twin_is_gone_from_an_open_link(
    desk: Desk, guests: Guests, board: Board
) -> None:
    made = desk.shares.make(board, by="")
    visit = let_in(guests, made.token)
    draft = guests.board(visit).pictures[0].draft
    assert draft is not None
    desk.owner.revoke("lic-imani-orel-2026", by="")
    assert guests.board(visit).pictures[0].draft is None
    for act in (
        lambda: guests.picture(visit.share, draft),
        lambda: guests.answer(visit, draft, "approved"),
    ):
        with pytest.raises(NotAllowed, match="may no longer be shown"):
            act()
    with pytest.raises(CommandRefused, match="No picture of this board"):
        desk.shares.make(desk.board(board.id), by="")


def test_a_lifted_pause_brings_its_pictures_back(desk: Desk, guests: Guests, board: Board) -> None:
    made = desk.shares.make(board, by="")
    visit = let_in(guests, made.token)
    desk.owner.pause("lic-imani-orel-2026", by="")
    assert guests.board(visit).pictures[0].draft is None
    assert len(desk.owner.lift("lic-imani-orel-2026", by="")) == 1
    draft = guests.board(visit).pictures[0].draft
    assert draft is not None
    assert guests.picture(visit.share, draft)[1] == "image/webp"


def test_a_board_widened_beyond_the_licence_closes_its_pictures(
    desk: Desk, guests: Guests, board: Board, studio: Studio
) -> None:
    made = desk.shares.make(board, by="")
    visit = let_in(guests, made.token)
    wider = board.usage.model_copy(update={"territories": ("WORLD",)})
    studio.review.boards.save(board.next("Wider", "Noor", NOW, usage=wider))
    assert guests.board(visit).pictures[0].draft is None


def test_closed_links_say_so(desk: Desk, guests: Guests, board: Board) -> None:
    made = desk.shares.make(board, by="", days=1)
    visit = let_in(guests, made.token)
    desk.shares.take_back(board, made.share.id, by="")
    for act in (
        lambda: guests.knock(made.token, visitor=HERE),
        lambda: guests.board(visit),
        lambda: guests.picture(visit.share, made.share.pictures[0].draft),
    ):
        with pytest.raises(NotAllowed, match="taken back"):
            act()
    assert [line.state for line in desk.shares.listed(board)] == ["taken back"]

    old = desk.shares.make(board, by="", days=1)
    later = replace(guests, clock=At(datetime.now(UTC) + timedelta(days=1, minutes=1)))
    with pytest.raises(NotAllowed, match="This link ended on"):
        later.knock(old.token, visitor=HERE)
    with pytest.raises(NotAllowed, match="does not open anything"):
        guests.knock(f"{old.token}x", visitor=HERE)


def test_a_password_is_asked_for_and_guessing_ends_soon(
    desk: Desk, guests: Guests, board: Board
) -> None:
    made = desk.shares.make(board, by="", password="camel coat")
    assert "camel" not in made.share.model_dump_json()
    assert guests.knock(made.token, visitor=HERE).password
    for _ in range(MOST_WRONG - 1):
        with pytest.raises(NotAllowed, match="not the password"):
            let_in(guests, made.token, password="camel boat")
    assert let_in(guests, made.token, password="camel coat").name == "Ana"
    with pytest.raises(NotAllowed, match="not the password"):
        let_in(guests, made.token)
    with pytest.raises(NotAllowed, match="Too many wrong passwords"):
        let_in(guests, made.token, password="camel coat")
    later = replace(guests, clock=At(datetime.now(UTC) + WINDOW + timedelta(minutes=1)))
    assert let_in(later, made.token, password="camel coat").name == "Ana"


def test_guesses_side_by_side_do_not_pass_the_count(
    desk: Desk, guests: Guests, board: Board
) -> None:
    made = desk.shares.make(board, by="", password="camel coat")

    def guess(number: int) -> str:
        try:
            let_in(guests, made.token, password=f"camel boat {number}")
        except NotAllowed as no:
            return no.message
        return "in"

    with ThreadPoolExecutor(8) as pool:
        said = list(pool.map(guess, range(16)))
    assert said.count("This is not the password.") <= MOST_WRONG
    assert "in" not in said


def test_a_link_for_looking_takes_no_words(desk: Desk, guests: Guests, board: Board) -> None:
    made = desk.shares.make(board, by="", mode="read")
    visit = let_in(guests, made.token)
    draft = made.share.pictures[0].draft
    with pytest.raises(NotAllowed, match="looking only"):
        guests.comment(visit, draft, "Hello")
    with pytest.raises(NotAllowed, match="looking only"):
        guests.answer(visit, draft, "approved")


def test_words_by_a_link_survive_an_edit_made_meanwhile(
    desk: Desk, guests: Guests, board: Board
) -> None:
    made = desk.shares.make(board, by="")
    visit = let_in(guests, made.token)
    desk.edit_field(board, "a", "lens", "85mm", by="")
    guests.comment(visit, made.share.pictures[0].draft, "Lovely.")
    panel = desk.board(board.id).panel("a")
    assert (panel.current, panel.comments[0].version) == (2, 1)


@pytest.mark.parametrize(
    ("days", "password"), [(0, ""), (91, ""), (7, "short")], ids=["now", "long", "weak"]
)
def test_a_link_that_would_not_hold_is_refused(
    desk: Desk, board: Board, days: int, password: str
) -> None:
    with pytest.raises(BadInput):
        desk.shares.make(board, by="", days=days, password=password)
