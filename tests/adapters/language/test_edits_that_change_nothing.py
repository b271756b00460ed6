"""What may not be done, and what only asks: refused or answered, and no change beside it."""

from pathlib import Path
from typing import Any

import pytest
import yaml

from toile.adapters.language.built_in.edits.reader import read_edit
from toile.domain.commands import EditContext
from toile.domain.shots import Shot, ShotList

LISTED: dict[str, Any] = yaml.safe_load(
    Path("tests/evaluation/what-changes-nothing.yaml").read_text(encoding="utf-8")
)
CONTEXT = EditContext(
    shots=ShotList.of([Shot(**row) for row in LISTED["board"]]), twins=tuple(LISTED["twins"])
)


@pytest.mark.parametrize("case", LISTED["said"], ids=lambda case: case["message"])
def test_a_message_is_taken_for_what_it_is(case: dict[str, Any]) -> None:
    answer = read_edit(case["message"], CONTEXT)

    told = (answer.type, answer.flag.code if answer.flag else None, answer.say)
    assert told == (case["type"], case.get("flag"), case["say"])


@pytest.mark.parametrize(
    "case",
    [c for c in LISTED["said"] if c["type"] in ("refuse", "answer", "ask", "none")],
    ids=lambda case: case["message"],
)
def test_what_is_refused_asked_or_answered_leaves_the_board_as_it_was(case: dict[str, Any]) -> None:
    assert read_edit(case["message"], CONTEXT).shots == CONTEXT.shots


@pytest.mark.parametrize(
    ("message", "code"),
    [
        ("last year we made her thinner, do it again", "BODY_RESHAPING"),
        ("we made her thinner yesterday. Same again in 2 please", "BODY_RESHAPING"),
        ("letztes Jahr haben wir sie dünner gemacht, mach das nochmal", "BODY_RESHAPING"),
        ("l'anno scorso l'abbiamo resa più magra, rifallo", "BODY_RESHAPING"),
        ("förra året gjorde vi henne smalare, gör det igen", "BODY_RESHAPING"),
        ("last year she was topless in 2, again please", "NUDITY"),
        ("10 kg less on her", "BODY_RESHAPING"),
        ("falls es geht, ihre Haut heller in 2", "SKIN_TONE_ALTERATION"),
    ],
)
def test_what_was_refused_before_is_refused_when_it_is_wanted_again(
    message: str, code: str
) -> None:
    answer = read_edit(message, CONTEXT)
    assert (answer.flag.code if answer.flag else None, answer.shots) == (code, CONTEXT.shots)


def test_a_report_of_what_is_refused_is_no_wish_by_itself() -> None:
    answer = read_edit("last year we made her thinner. 2 warmer", CONTEXT)
    assert (answer.type, answer.flag) == ("change", None)


@pytest.mark.parametrize(
    "message", ["falls es geht, 2 wärmer", "si ça marche, la 2 plus chaude", "if 2 is ok"]
)
def test_if_it_goes_has_nobody_walk(message: str) -> None:
    before, after = CONTEXT.shots.shots[1], read_edit(message, CONTEXT).shots.shots[1]
    assert after.pose == before.pose


@pytest.mark.parametrize(
    "message",
    [
        "la 2 est plus chaude ?",
        "est-ce que la 2 est plus chaude ?",
        "La 2 est-elle en noir et blanc ?",
        "la 2 è in bianco e nero?",
        "¿la 2 es más cálida?",
        "2 is a video?",
    ],
)
def test_how_a_shot_is_may_be_asked_in_the_order_of_a_statement(message: str) -> None:
    answer = read_edit(message, CONTEXT)
    assert (answer.type, answer.shots) == ("answer", CONTEXT.shots)


def test_what_would_be_takes_no_shot_out() -> None:
    assert len(read_edit("¿y si la 2 fuera más cálida?", CONTEXT).shots) == len(CONTEXT.shots)
