"""A message of hundreds of stretches takes as much longer as it is longer, and no more."""

import time

import pytest

from toile.adapters.language.built_in.edits.reader import read_edit
from toile.domain.commands import EditContext
from toile.domain.shots import Shot, ShotList

BOARD = ShotList.of(
    [Shot(id=f"s{n}", no=n, framing="wide", garments=("red coat",)) for n in range(1, 10)]
)
SHORT, TIMES = 150, 5


def seconds(message: str) -> float:
    began = time.process_time()
    read_edit(message, EditContext(shots=BOARD))
    return time.process_time() - began


@pytest.mark.parametrize(
    ("stretch", "between"),
    [("{}", ", "), ("coat", ", "), ("coat", "\n \n"), ("make {} warmer", ", "), ("skin", ", ")],
    ids=["numbers", "words", "empty lines", "wishes", "parts of a body"],
)
def test_reading_grows_with_the_message(stretch: str, between: str) -> None:
    stretches = [stretch.format(1 + n % 9) for n in range(SHORT * TIMES)]
    seconds("make 1 warmer")
    short = seconds(between.join(stretches[:SHORT]))
    # Were each stretch held against all before it, this would be the square: 25 times.
    assert seconds(between.join(stretches)) < 2.5 * TIMES * short


def test_a_list_of_any_length_is_read_to_its_end() -> None:
    numbers = ", ".join(str(1 + n % 9) for n in range(300))
    answer = read_edit(f"{numbers}. Make 4 a close-up", EditContext(shots=BOARD))
    assert answer.shots.numbered(4).framing == "close-up"


@pytest.mark.parametrize(
    "message",
    ["what if we x? " * 570, "et si on x ? " * 600, f"{'what if we ' * 700}drop 3"],
    ids=["one after the other", "in French", "inside one another"],
)
def test_a_message_that_only_thinks_aloud_is_read_to_its_end(message: str) -> None:
    answer = read_edit(message, EditContext(shots=BOARD))
    assert (answer.shots, answer.commands) == (BOARD, ())
