"""A yes or a no answers the card that was seen, and no other that stands in its place."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from builders_drawn import a_studio
from builders_pages import a_page_of, a_planned_board, lens, now, say
from streamlit.testing.v1 import AppTest

from toile.domain.board import Board
from toile.domain.drafts import DraftStatus
from toile.domain.errors import CommandRefused
from toile.domain.ids import BoardId
from toile.settings import Settings
from toile.ui.places import PAGES
from toile.ui.session import InHand, Waiting
from toile.workflow.change_parts import PartPlan
from toile.workflow.revise import Revise
from toile.workflow.studio import Studio


@pytest.fixture
def studio(tmp_path: Path) -> Studio:
    return a_studio(Settings(home=tmp_path))


@pytest.fixture
def board(studio: Studio) -> str:
    return a_planned_board(studio)


@pytest.fixture
def app(tmp_path: Path, board: str, monkeypatch: pytest.MonkeyPatch) -> Iterator[AppTest]:
    with a_page_of(board, tmp_path, monkeypatch) as page:
        yield page


def asked(studio: Studio, board: str) -> tuple[DraftStatus, ...]:
    return studio.asks.jobs.statuses(BoardId(board))


def keys(app: AppTest) -> set[str]:
    return {str(button.key) for button in app.button}


def in_hand(app: AppTest) -> InHand:
    held = app.session_state["in_hand"]
    assert isinstance(held, InHand)
    return held


def changed_by_kit(studio: Studio, board: str) -> None:
    edited = studio.board(board)
    studio.edit_field(edited, edited.panels[2].id, "lens", "35mm", by="Kit")


def refuse(*_: object, **__: object) -> Board:
    raise CommandRefused("That is locked.")


@pytest.mark.parametrize("put_off", [False, True])
def test_a_yes_to_a_plan_that_is_refused_draws_nothing(
    app: AppTest, studio: Studio, board: str, put_off: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    if put_off:
        app.button(key="draw_no").click().run()
    say(app, "use a 24mm lens in 2")
    monkeypatch.setattr(Revise, "apply", refuse)
    say(app, "yes")
    assert ["That is locked" in str(one.value) for one in app.warning] == [True]
    assert asked(studio, board) == ()
    assert "plan_yes" in keys(app)


def test_a_yes_with_the_offer_put_off_draws_nothing(
    app: AppTest, studio: Studio, board: str
) -> None:
    app.button(key="draw_no").click().run()
    say(app, "yes")
    assert asked(studio, board) == ()


@pytest.mark.parametrize("words", ["great", "later"])
def test_while_pictures_are_drawn_no_offer_is_answered(
    app: AppTest, studio: Studio, board: str, words: str
) -> None:
    held = studio.board(board)
    studio.draft(held, (held.panels[0].id,), by="Noor")
    say(app.run(), words)
    assert "cancel_draft" in keys(app)
    assert len(asked(studio, board)) == 1
    assert in_hand(app).later is None


def test_cancel_stops_all_that_the_board_has_drawn(
    app: AppTest, studio: Studio, board: str
) -> None:
    studio.draft(studio.board(board), by="Noor")
    app.run().button(key="cancel_draft").click().run()
    assert [one.state for one in asked(studio, board)] == ["cancelled"] * 3


def test_undo_beside_an_offer_to_draw_takes_back_the_last_change(app: AppTest, board: str) -> None:
    before = lens(board, 2)
    say(app, "use a 24mm lens in 2")
    say(app, "yes")
    assert "draw_yes" in keys(app)
    say(app, "undo")
    say(app, "yes")
    assert lens(board, 2) == before != "24mm"


def test_a_yes_that_waited_is_let_go_with_its_card(
    app: AppTest, studio: Studio, board: str
) -> None:
    app.session_state["in_hand"] = replace(
        in_hand(app), queued=(Waiting(board, "yes", card="plan 1 use a 24mm lens in 2"),)
    )
    app.run()
    assert [one.value for one in app.toast] == ["“yes” answered a card that is gone."]
    assert in_hand(app).queued == ()
    assert asked(studio, board) == ()


def test_a_yes_comes_before_wishes_that_wait_behind_the_plan(app: AppTest, board: str) -> None:
    say(app, "use a 24mm lens in 2")
    app.session_state["in_hand"] = replace(
        in_hand(app), queued=(Waiting(board, "use a 35mm lens in 3"),)
    )
    say(app, "yes")
    assert lens(board, 2) == "24mm"
    assert in_hand(app).queued == ()
    say(app, "yes")
    assert lens(board, 3) == "35mm"


def test_words_said_as_the_plan_is_made_anew_are_taken(
    app: AppTest, studio: Studio, board: str
) -> None:
    say(app, "use a 24mm lens in 2")
    changed_by_kit(studio, board)
    say(app, "use a 50mm lens in 1")
    say(app, "yes")
    assert [lens(board, number) for number in (1, 2, 3)] == ["50mm", "24mm", "35mm"]


def test_a_yes_said_as_the_plan_is_made_anew_is_none_to_the_new_one(
    app: AppTest, studio: Studio, board: str
) -> None:
    say(app, "use a 24mm lens in 2")
    changed_by_kit(studio, board)
    say(app, "yes")
    assert lens(board, 2) != "24mm"
    assert "plan_yes" in keys(app)


def test_a_question_upon_a_plan_for_a_part_leaves_it_waiting(app: AppTest, board: str) -> None:
    held = now(board)
    shot = held.panels[0].id
    plan = PartPlan(shot, 1, "coat", "in green", "coat becomes green", held.revision)
    app.session_state["in_hand"] = InHand(board, shot, version=1, proposal=plan)
    app.query_params["shot"] = shot
    app.switch_page(str(PAGES / "shot.py")).run()
    say(app, "what light is 3 in?")
    assert len(now(board).talk) > len(held.talk)
    assert not app.toast
    assert in_hand(app).proposal == replace(plan, revision=now(board).revision)


@pytest.mark.parametrize("word", ["stop", "Cancel that, please", "hör auf", "arrête tout"])
def test_stop_ends_the_drawing_as_its_button_does(
    app: AppTest, studio: Studio, board: str, word: str
) -> None:
    app.button(key="draw_yes").click().run()
    assert {one.state for one in asked(studio, board)} == {"queued"}
    before = studio.board(board)
    say(app, word)
    assert {one.state for one in asked(studio, board)} == {"cancelled"}
    assert studio.board(board) == before


def test_what_is_no_stop_lets_the_drawing_go_on(app: AppTest, studio: Studio, board: str) -> None:
    app.button(key="draw_yes").click().run()
    say(app, "leave it")
    assert {one.state for one in asked(studio, board)} == {"queued"}


def test_stop_with_another_wish_ends_the_drawing_and_plans_the_wish(
    app: AppTest, studio: Studio, board: str
) -> None:
    app.button(key="draw_yes").click().run()
    say(app, "stop, use a 24mm lens in 2")
    assert {one.state for one in asked(studio, board)} == {"cancelled"}
    assert "plan_yes" in keys(app)
