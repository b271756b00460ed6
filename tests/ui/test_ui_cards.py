from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime

from toile.domain.board import Panel, Turn
from toile.domain.drafts import DraftStatus
from toile.domain.ids import DraftId, ImageHash
from toile.domain.shots import Shot
from toile.ui import cards, underway
from toile.ui.cards import Wall

Panels = Callable[..., Panel]
Walls = Callable[..., Wall]


def test_pictures_that_a_change_was_to_bring_are_owed_until_they_are_asked_for(
    wall: Walls, panel: Panels
) -> None:
    first, second = panel(1, versions=2), panel(2, versions=2)
    drawn = (("s1", 1), ("s2", 1))
    at = first.now.at
    told = Turn(by="toile", text="Done.", at=at, draws=(first.id,))
    killed = wall(first, second, drawn=drawn)
    assert killed.owed() == ()
    killed = replace(killed, board=killed.board.with_turns(told))
    assert killed.owed() == (first,)
    stopped = DraftStatus(
        id=DraftId("d"), board=killed.board.id, shot=first.id, version=2, state="cancelled",
        queued_at=at, changed_at=at,
    )  # fmt: skip
    assert replace(killed, work={("s1", 2): stopped}).owed() == ()
    later = killed.board.with_turns(Turn(by="toile", text="The fee is open.", at=at))
    assert replace(killed, board=later).owed() == ()


def test_work_under_way_is_told_in_the_words_of_whoever_does_it(panel: Panels, wall: Walls) -> None:
    at = datetime(2026, 11, 24, 12, tzinfo=UTC)
    board = wall(panel(1)).board
    status = DraftStatus(
        id=DraftId("d"), board=board.id, shot=board.panels[0].id, version=1, state="running",
        step="rendering", say="Step 2 of 4", queued_at=at, changed_at=at,
    )  # fmt: skip
    smaller = "Out of memory with 3 shots at once: painted one by one."
    assert underway.doing(status) == "step 2 of 4"
    assert underway.doing(status.model_copy(update={"say": smaller})) == (
        "out of memory with 3 shots at once: painted one by one"
    )
    assert underway.doing(status.model_copy(update={"say": ""})) == "rendering"
    assert underway.doing(status.model_copy(update={"state": "queued"})) == "waiting"
    assert underway.left(status) == " · no estimate yet"
    assert underway.left(status.model_copy(update={"eta_seconds": 12.0})) == " · about 12 s left"
    assert underway.left(status.model_copy(update={"stopping": True})) == ""


def test_a_room_shows_what_is_painted_as_it_forms_and_until_then_what_it_is_made_from(
    panel: Panels, wall: Walls
) -> None:
    at = datetime(2026, 11, 24, 12, tzinfo=UTC)
    board = wall(panel(1)).board
    status = DraftStatus(
        id=DraftId("d"), board=board.id, shot=board.panels[0].id, version=2, state="running",
        queued_at=at, changed_at=at,
    )  # fmt: skip
    assert underway.watched(status, "Noor", 2, 1) == (None, "Version 2 is being drawn: this is 1")
    assert underway.watched(None, "Noor", 1, 1) == (None, "Version 1 is being drawn")
    seen, words = underway.watched(
        status.model_copy(update={"forming": ImageHash("f" * 64)}), "Noor", 2, 1
    )
    assert seen is not None
    assert seen.endswith("?ffffffff")
    assert words == "Version 2 is forming"


def test_a_shot_moved_out_of_its_set_up_says_where_it_is(panel: Panels) -> None:
    facts = {"set": "slate wall", "light": "noon", "framing": "full", "lens": "50mm"}
    there = panel(1).now.shot.with_(group="slate wall, late sun", **facts)
    assert (cards.line(there), cards.place(there)) == (
        "Full · 50\N{NO-BREAK SPACE}mm · Noon",
        "Slate wall, late sun",
    )
    moved = there.with_(set="blue plaster")
    assert (cards.line(moved), cards.place(moved)) == (
        "Full · 50\N{NO-BREAK SPACE}mm · Noon · Blue plaster",
        "Blue plaster, noon",
    )
    lettered = moved.with_(group="A")
    assert (cards.line(lettered), cards.place(lettered)) == (
        "Full · 50\N{NO-BREAK SPACE}mm · Noon",
        "A",
    )


def test_shots_of_one_set_up_stand_together(panel: Panels, wall: Walls) -> None:
    now = wall(panel(1), panel(2), panel(3, group="Slate wall"))
    setups = cards.setups(now)
    assert [len(setup["shots"]) for setup in setups] == [2, 1]
    assert [setup["id"] for setup in setups] == ["A", "B"]


def test_a_card_says_framing_lens_and_light_as_setters_do(panel: Panels, wall: Walls) -> None:
    card = cards.setups(wall(panel(1)))[0]["shots"][0]
    assert card["line"] == "Full · 50\u00a0mm · Golden hour"


def test_a_refused_person_is_not_shown_even_when_a_picture_exists(
    panel: Panels, wall: Walls
) -> None:
    card = cards.setups(wall(panel(1), drawn=(("s1", 1),), refused=("s1",)))[0]["shots"][0]
    assert card["image"] is None
    assert card["state"] == "Paid social is excluded."


def test_the_last_drawn_version_stands_in_until_the_new_one_is_drawn(
    panel: Panels, wall: Walls
) -> None:
    now = wall(panel(1, versions=3), drawn=(("s1", 1),))
    assert now.shown(now.board.panels[0])
    assert now.picture("s1", 3) is None


def test_only_allowed_shots_without_a_picture_are_offered_for_drawing(
    panel: Panels, wall: Walls
) -> None:
    now = wall(panel(1), panel(2), panel(3), drawn=(("s1", 1),), refused=("s2",))
    assert [one.id for one in now.undrawn()] == ["s3"]


def test_the_filter_for_what_is_to_settle_keeps_the_refused(panel: Panels, wall: Walls) -> None:
    now = wall(panel(1), panel(2), refused=("s2",))
    assert [one.id for one in cards.filtered(now, "settle")] == ["s2"]
    assert len(cards.filtered(now, "all")) == 2


def test_a_shot_cleared_to_be_drawn_and_not_to_leave_says_draft_only(
    panel: Panels, wall: Walls
) -> None:
    now = wall(panel(1), panel(2), held="s1")
    words = [shot["rights"]["word"] for shot in cards.setups(now)[0]["shots"]]
    assert words == ["Draft only", "Cleared"]
    assert [one.id for one in cards.filtered(now, "held")] == ["s1"]
    assert [one.id for one in cards.filtered(now, "cleared")] == ["s2"]
    assert [one.id for one in now.undrawn()] == ["s1", "s2"]


def test_the_list_has_the_same_shots_as_the_wall(panel: Panels, wall: Walls) -> None:
    rows = cards.rows(wall(panel(1), panel(2)))
    assert [row["Shot"] for row in rows] == [1, 2]
    assert rows[0]["Rights"] == "Cleared"


def test_moving_a_card_on_a_filtered_wall_leaves_the_hidden_shots_in_place(
    panel: Panels, wall: Walls
) -> None:
    board = wall(*(panel(no) for no in (1, 2, 3, 4))).board
    assert cards.whole_order(board, ("s4", "s2")) == ("s1", "s4", "s3", "s2")


def test_a_new_shot_is_called_by_what_it_shows() -> None:
    bare = Shot(id="a", framing="portrait", talent=("Nora",))
    assert cards.title(bare) == "Portrait, Nora"
    assert cards.title(bare.with_(set="kitchen")) == "Portrait, Nora, kitchen"
    assert cards.title(bare.with_(pose="laughing")) == "Laughing"
    assert cards.title(Shot(id="b")) == "Untitled"
