"""Shots counted and left out in everyday words: every second, the last two, all but the video."""

import pytest

from toile.adapters.language.built_in.edits.reader import read_edit
from toile.domain.commands import EditAnswer, EditContext
from toile.domain.shots import Shot, ShotList

BOARD = ShotList.of(
    [
        Shot(id="a", no=1, framing="full", aspect="4:5", light="golden hour", talent=("Nora",)),
        Shot(id="b", no=2, framing="portrait", aspect="4:5", props=("cup",), talent=("Ines",)),
        Shot(id="c", no=3, framing="wide", aspect="16:9", talent=("Tom",)),
        Shot(id="d", no=4, framing="close-up", aspect="1:1", talent=("Ines",)),
        Shot(id="e", no=5, kind="video", framing="medium", aspect="9:16", talent=("Tom",)),
        Shot(id="f", no=6, framing="three-quarter", aspect="4:5", talent=("Ines",)),
    ]
)


def _read(message: str) -> EditAnswer:
    return read_edit(message, EditContext(shots=BOARD))


@pytest.mark.parametrize(
    ("message", "said"),
    [
        ("drop every second shot", "Delete shots 2, 4, 6."),
        ("every other shot in black and white", "shots 1, 3, 5: grade becomes black and white."),
        ("all in 4:5 but the video", "shots 3, 4: ratio becomes 4:5."),
        ("two videos: 1 and 5", "shot 1: kind becomes video."),
        ("the last two close", "shots 5, 6: framing becomes close-up."),
        ("2 and 3 close", "shots 2, 3: framing becomes close-up."),
        (
            "first two wide, last two close",
            "shots 1, 2: framing becomes wide. shots 5, 6: framing becomes close-up.",
        ),
        ("make it rain in 3", "shot 3: light becomes rain."),
    ],
)
def test_those_that_are_meant_change_and_no_other(message: str, said: str) -> None:
    assert _read(message).say == said


@pytest.mark.parametrize(
    "message",
    ["give Nora something to do with her hands in 1", "the sun a bit lower in 1"],
)
def test_what_is_not_yet_said_is_asked(message: str) -> None:
    answer = _read(message)
    assert (answer.type, answer.shots) == ("ask", BOARD)
