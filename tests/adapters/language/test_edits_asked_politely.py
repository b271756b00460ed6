"""However politely, hastily or hesitatingly an order is put, it comes to what it says."""

from collections.abc import Iterator
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml

from toile.adapters.language.built_in.edits.reader import read_edit
from toile.domain.commands import EditContext
from toile.domain.shots import Shot, ShotList
from toile.workflow.edit_state import context_of

SETS = Path(__file__).parents[2] / "evaluation"
GROUPS: list[dict[str, Any]] = yaml.safe_load((SETS / "asked-politely.yaml").read_text("utf-8"))[
    "groups"
]


@cache
def board() -> EditContext:
    given = yaml.safe_load((SETS / "what-changes-nothing.yaml").read_text("utf-8"))
    context = context_of({}, given["board"], date(2026, 11, 23))
    return context.model_copy(update={"twins": tuple(given["twins"])})


def pairs() -> Iterator[tuple[str, str]]:
    """Give each way of asking one of the things that are said, all of them in turn."""
    for group in GROUPS:
        for place, way in enumerate(group["ways"]):
            said = group["said"][place % len(group["said"])]
            yield group["plain"].format(said), way.format(said)


def looks(shots: ShotList) -> list[Shot]:
    return [shot.with_(id="") for shot in shots.shots]


@pytest.mark.parametrize(("plain", "polite"), list(pairs()))
def test_a_way_of_asking_changes_nothing_of_what_is_asked(plain: str, polite: str) -> None:
    wanted = read_edit(plain, board())
    assert wanted.type == "change"
    assert looks(read_edit(polite, board()).shots) == looks(wanted.shots)


@pytest.mark.parametrize(
    "said",
    ["why don't we have a hat in 2?", "kannst du die Kosten zeigen?", "can we use 2 in Japan?",
     "could we show Tom in France?", "is it possible to license 3 for a year?"],
)  # fmt: skip
def test_a_question_stays_one(said: str) -> None:
    assert read_edit(said, board()).shots == board().shots
