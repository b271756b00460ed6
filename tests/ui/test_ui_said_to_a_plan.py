"""A plan is on the page and waits: a yes does it, a no lets it go, other words add to it."""

from collections.abc import Iterator
from pathlib import Path

import pytest
import streamlit as st
from builders_drawn import a_studio
from builders_pages import BRIEF, a_page_of, a_planned_board, lens, now, say
from streamlit.testing.v1 import AppTest

from toile.domain.ids import BoardId
from toile.settings import Settings
from toile.ui.places import PAGES, SCRIPT
from toile.ui.session import InHand
from toile.workflow.change_parts import PartPlan


@pytest.fixture
def board(tmp_path: Path) -> str:
    return a_planned_board(a_studio(Settings(home=tmp_path)))


@pytest.fixture
def app(tmp_path: Path, board: str, monkeypatch: pytest.MonkeyPatch) -> Iterator[AppTest]:
    with a_page_of(board, tmp_path, monkeypatch) as page:
        # The offer to draw is put off: it is not what these words answer.
        yield page.button(key="draw_no").click().run()


def waits(app: AppTest) -> bool:
    return any(button.key == "plan_yes" for button in app.button)


def promised(app: AppTest) -> bool:
    return any("I will change" in str(one.value) for one in app.markdown)


def test_a_yes_does_all_that_was_said(app: AppTest, board: str) -> None:
    say(app, "use a 24mm lens in 2")
    say(app, "3 too")
    assert waits(app)
    say(app, "yes, do it")
    assert not waits(app)
    assert (lens(board, 2), lens(board, 3)) == ("24mm", "24mm")


def test_a_no_lets_it_go(app: AppTest, board: str) -> None:
    before = now(board)
    say(app, "use a 24mm lens in 2")
    say(app, "no, never mind")
    assert not waits(app)
    assert now(board) == before


def test_a_question_beside_an_order_is_answered_on_the_card_and_in_the_talk(app: AppTest) -> None:
    say(app, "use a 24mm lens in 2. How many shots do we have?")
    assert waits(app)
    assert any(str(one.value).endswith(" shots.") for one in app.markdown)
    app.button(key="plan_yes").click().run()
    assert any(str(one.value).endswith(" shots.") for one in app.markdown)


def test_a_question_leaves_it_waiting(app: AppTest, board: str) -> None:
    say(app, "use a 24mm lens in 2")
    say(app, "what light is 3 in?")
    assert waits(app)
    app.button(key="plan_yes").click().run()
    assert lens(board, 2) == "24mm"


def test_a_yes_to_the_offer_to_draw_draws(tmp_path: Path, app: AppTest, board: str) -> None:
    fresh = AppTest.from_file(SCRIPT, default_timeout=60)
    fresh.query_params["board"] = board
    say(fresh.run(), "yes please")
    assert not fresh.exception
    asked = a_studio(Settings(home=tmp_path)).asks.jobs.statuses(BoardId(board))
    assert len(asked) == 3


def test_a_no_is_a_no_while_a_part_of_a_picture_is_in_hand(app: AppTest, board: str) -> None:
    held = now(board)
    shot = held.panels[0].id
    plan = PartPlan(shot, 1, "coat", "in green", "coat becomes green", held.revision)
    app.session_state["in_hand"] = InHand(
        board, shot, version=1, proposal=plan, part="coat", manner="plan"
    )
    app.query_params["shot"] = shot
    app.switch_page(str(PAGES / "shot.py")).run()
    assert promised(app)
    say(app, "no, leave it")
    assert not app.warning
    assert not promised(app)


def test_a_yes_to_the_card_plans_the_shots(tmp_path: Path, app: AppTest) -> None:
    read = a_studio(Settings(home=tmp_path)).start(BRIEF, by="Noor")
    fresh = AppTest.from_file(SCRIPT, default_timeout=60)
    fresh.query_params["board"] = str(read.id)
    fresh.run().chat_input[0].set_value("yes, that's right").run()
    assert not fresh.exception
    planned = now(str(read.id))
    assert len(planned.panels) == 3
    assert [turn.text for turn in planned.talk if turn.by == "you"] == [BRIEF]


def test_a_board_changed_by_somebody_else_has_the_plan_made_anew(
    tmp_path: Path, board: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TOILE_HOME", str(tmp_path))
    st.cache_resource.clear()
    mine = AppTest.from_file(SCRIPT, default_timeout=60)
    mine.query_params["board"] = board
    say(mine.run(), "use a 24mm lens in 2")
    other = a_studio(Settings(home=tmp_path))
    other.edit_field(other.board(BoardId(board)), now(board).panels[2].id, "lens", "35mm", by="Kit")
    mine.button(key="plan_yes").click().run()
    assert not mine.exception
    # The click was on another plan, and on no offer to draw that may stand in its place.
    assert (lens(board, 2), lens(board, 3)) != ("24mm", "35mm")
    assert other.asks.jobs.statuses(BoardId(board)) == ()
    assert promised(mine)
    mine.button(key="plan_yes").click().run()
    assert (lens(board, 2), lens(board, 3)) == ("24mm", "35mm")


def test_options_of_a_shot_that_has_no_picture_yet_are_drawn_both(
    app: AppTest, board: str, tmp_path: Path
) -> None:
    say(app, "two versions of 2: one sitting, one from behind")
    say(app, "yes")
    studio = a_studio(Settings(home=tmp_path))
    asked = studio.asks.jobs.statuses(BoardId(board))
    shot = studio.board(board).panels[1]
    assert [(one.shot, one.version) for one in asked] == [(shot.id, 2), (shot.id, 3)]
    assert [version.shot.pose for version in shot.versions[1:]] == ["sitting", "back to camera"]
