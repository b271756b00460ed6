"""Who waits for a file is told how many come first; each file is handed over once."""

import io
from collections.abc import Callable
from threading import Event, Thread

import pytest

from toile.domain.errors import Cancelled, MarkFailed
from toile.ui import waiting
from toile.ui.waiting import WaitingRoom
from toile.workflow.release import Export, Told
from toile.workflow.values import ExportForm

FORM = ExportForm(name="zip", suffix=".zip", mime="application/zip")
LONGEST = 60


def a_file(text: bytes = b"pictures") -> Export:
    return Export("board.zip", FORM, io.BytesIO(text), len(text), 1, ())


@pytest.fixture(autouse=True)
def soon(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nobody sits here: what a person would wait for is asked after at once."""
    monkeypatch.setattr(waiting, "_WHILE_OTHERS", 0.02)


class Watch:
    """A clock that the test moves."""

    now = 0.0

    def __call__(self) -> float:
        return self.now


class Slow:
    """A file that is made when the test says so, after so many others."""

    def __init__(self, before: int) -> None:
        self.before, self.ready, self.told, self.left = before, Event(), Event(), Event()

    def __call__(self, told: Told) -> Export:
        try:
            told(self.before)
            self.told.set()
            while not self.ready.wait(0.01):
                told(self.before)
        except Cancelled:
            self.left.set()
            raise
        told(0)
        return a_file()


def finished(room: WaitingRoom, name: str, make: Callable[[Told], Export]) -> Export:
    """Ask again until the file comes, as the page does."""
    while isinstance(found := room.ask(name, make), int):
        pass
    return found


def test_a_file_that_is_soon_made_comes_at_once() -> None:
    assert finished(WaitingRoom(), "a", lambda told: a_file()).file.read() == b"pictures"


def test_who_waits_is_told_how_many_come_first_and_then_gets_the_file() -> None:
    room, slow = WaitingRoom(), Slow(before=2)
    found = room.ask("a", slow)
    while found == 0:
        found = room.ask("a", slow)
    assert found == 2
    slow.ready.set()
    assert isinstance(finished(room, "a", slow), Export)


def test_what_went_wrong_is_said_to_whoever_asked_and_can_be_asked_for_again() -> None:
    def fails(_told: Told) -> Export:
        raise MarkFailed("A picture lost its mark.")

    room = WaitingRoom()
    with pytest.raises(MarkFailed):
        finished(room, "a", fails)
    assert finished(room, "a", lambda told: a_file()).size == 8


def test_two_clicks_make_two_files_and_neither_is_read_by_both() -> None:
    room, ready, got = WaitingRoom(), Event(), list[Export]()

    def make(_told: Told) -> Export:
        assert ready.wait(LONGEST)
        return a_file()

    clicks = [Thread(target=lambda: got.append(finished(room, "a", make))) for _ in range(2)]
    for one in clicks:
        one.start()
    ready.set()
    for one in clicks:
        one.join(LONGEST)
    assert len({id(one.file) for one in got}) == 2


def test_who_does_not_come_back_leaves_the_line() -> None:
    clock, slow = Watch(), Slow(before=1)
    room = WaitingRoom(clock)
    room.ask("a", slow)
    clock.now = 1000
    assert slow.left.wait(LONGEST)


def test_a_file_that_nobody_fetched_is_closed() -> None:
    clock, made = Watch(), a_file()
    room, slow = WaitingRoom(clock), Slow(before=1)
    while room.ask("a", lambda told: _after(slow, told, made)) == 0:
        pass
    slow.ready.set()
    clock.now = 1000
    while not made.file.closed:
        finished(room, "b", lambda told: a_file())
        clock.now += 1000


def _after(slow: Slow, told: Told, made: Export) -> Export:
    told(slow.before)
    assert slow.ready.wait(LONGEST)
    return made


def test_the_page_says_it_in_words_and_asks_again_by_itself() -> None:
    assert "Two files are made before yours." in waiting.page(2, "/next")
    assert "One file is made before yours." in waiting.page(1, "/next")
    assert "Your file is being made." in waiting.page(0, "/next")
    assert f'http-equiv="refresh" content="{waiting.AGAIN}; url=/next"' in waiting.page(2, "/next")
