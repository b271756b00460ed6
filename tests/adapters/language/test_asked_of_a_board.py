"""What is asked of a whole board is answered from it, and nothing is changed."""

import pytest

from toile.adapters.language.built_in.edits.reader import read_edit
from toile.domain.commands import CheckRights, EditAnswer, LoggedChange, LogStep
from toile.workflow.edit_state import context_of

BEACH = {
    "id": "a", "no": 1, "kind": "still", "framing": "full", "angle": "eye level", "lens": "50mm",
    "light": "golden hour", "set": "beach", "pose": "walking", "garments": ["straw hat"],
    "props": ["basket"], "talent": ["Nora"], "aspect": "4:5", "priority": "must",
}  # fmt: skip
FILM = {
    "id": "b", "no": 2, "kind": "video", "framing": "full", "angle": "low", "lens": "50mm",
    "light": "golden hour", "set": "rooftop", "pose": "walking", "garments": ["straw hat"],
    "props": ["basket", "chair"], "talent": ["Tom"], "aspect": "9:16", "priority": "should",
}  # fmt: skip


def asked(message: str, *log: LogStep) -> EditAnswer:
    context = context_of({"twins": ["Nora", "Tom"]}, [BEACH, FILM])
    return read_edit(message, context.model_copy(update={"log": log}))


@pytest.mark.parametrize(
    "message",
    ["give me a recap", "an overview of the board please", "fais-moi un récap",
     "a che punto siamo?", "haz un resumen", "gib mir einen Überblick", "ge mig en översikt"],
)  # fmt: skip
def test_an_overview_says_what_the_board_holds(message: str) -> None:
    told = asked(message)
    assert (told.type, told.commands) == ("answer", ())
    assert told.say == (
        "2 shots, 1 of them video. Must: 1. People: Nora (1), Tom (2). Places: beach (1), "
        "rooftop (2). Light: golden hour (all). Ratios: 4:5 (1), 9:16 (2)."
    )


@pytest.mark.parametrize(
    "message",
    ["list the props", "which props do we need?", "welche Requisiten brauchen wir?",
     "quels accessoires nous faut-il en tout ?", "vilken rekvisita behöver vi?"],
)  # fmt: skip
def test_a_list_says_in_which_shots_each_thing_is(message: str) -> None:
    assert asked(message).say == "Basket (all), chair (2)."


def test_what_tells_two_shots_apart_is_said_field_by_field() -> None:
    told = asked("what's the difference between 1 and 2?").say
    assert told.startswith("Kind: still in 1, video in 2; angle: eye level in 1, low in 2; set:")
    assert "lens" not in told


def test_the_last_changes_are_told_newest_first_without_what_was_taken_back() -> None:
    def step(number: int, after: str, undone: bool = False) -> LogStep:
        change = LoggedChange(shot="a", field="light", before="softbox", after=after)
        return LogStep(n=number, changes=(change,), undone=undone)

    told = asked("what changed?", step(1, "noon"), step(2, "dusk"), step(3, "night", undone=True))
    assert told.say.startswith(
        "The last changes: shot 1, light: softbox to dusk; shot 1, light: softbox to noon."
    )
    assert asked("was hat sich geändert?").say == "Nothing has been changed yet."


@pytest.mark.parametrize(
    "message", ["which shots can't we draw?", "which ones are cleared?", "welche sind gesperrt?"]
)
def test_which_shots_are_refused_is_decided_and_nothing_is_drawn(message: str) -> None:
    told = asked(message)
    assert (told.type, told.commands) == ("answer", (CheckRights(shots=()),))


@pytest.mark.parametrize(
    "message",
    ["can 2 be shown in Germany?", "darf die 2 in Deutschland laufen?", "can 2 go on Instagram?"],
)
def test_whether_a_shot_may_run_somewhere_is_decided_and_moves_no_market(message: str) -> None:
    told = asked(message)
    assert [(one.do, one.shots) for one in told.commands if isinstance(one, CheckRights)] == [
        ("check_rights", ("b",))
    ]
    assert told.type == "answer"


@pytest.mark.parametrize(
    ("message", "say"),
    [
        ("is 1 a must?", "Yes."),
        ("is 2 a must?", "No. Shot 2: priority: should. Nothing is changed."),
        ("ist die 2 ein Video?", "Yes."),
        ("is Tom in 1?", "No. Shot 1: talent: Nora. Nothing is changed."),
        ("is the hat in 1 black?", "Shot 1: garments: straw hat. Nothing is changed."),
    ],
)
def test_whether_a_shot_is_so_is_answered_with_yes_or_no(message: str, say: str) -> None:
    assert asked(message).say == say


@pytest.mark.parametrize("message", ["we need more light in 1", "list Tom first", "compare 1"])
def test_a_wish_with_such_a_word_stays_a_wish(message: str) -> None:
    assert asked(message).type != "answer"
