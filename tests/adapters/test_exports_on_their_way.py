"""Files on their way out: without a name on the disk, few at once, the others told and in order."""

from pathlib import Path
from threading import Event, Thread

import pytest

from toile.adapters.exports.outgoing import InOrder, blank
from toile.domain.errors import Cancelled

WAIT = 60


def test_a_blank_file_has_no_name_in_the_data_folder(tmp_path: Path) -> None:
    with blank(tmp_path) as file:
        file.write(b"a picture")
        file.flush()
        assert list(tmp_path.iterdir()) == []


def test_only_so_many_are_made_at_once_and_each_gets_a_turn() -> None:
    order, at_work, most = InOrder(2), set[int](), list[int]()
    both = Event()

    def make(number: int) -> None:
        with order.turn(lambda _: None):
            at_work.add(number)
            most.append(len(at_work))
            if len(at_work) == 2:
                both.set()
            assert both.wait(WAIT)
            at_work.discard(number)

    crowd = [Thread(target=make, args=(number,)) for number in range(8)]
    for one in crowd:
        one.start()
    for one in crowd:
        one.join(WAIT)
    assert len(most) == 8
    assert max(most) == 2


def test_turns_come_in_the_order_of_asking_and_who_waits_hears_how_many_come_first() -> None:
    order, came = InOrder(1), list[str]()
    heard: dict[str, list[int]] = {"second": [], "third": []}
    lined_up = {name: Event() for name in heard}

    def make(name: str) -> None:
        def told(before: int) -> None:
            heard[name].append(before)
            lined_up[name].set()

        with order.turn(told):
            came.append(name)

    waiting = []
    with order.turn(lambda _: None):
        for name in heard:
            one = Thread(target=make, args=(name,))
            one.start()
            waiting.append(one)
            assert lined_up[name].wait(WAIT)
    for one in waiting:
        one.join(WAIT)
    assert came == ["second", "third"]
    assert (heard["second"][0], heard["third"][0]) == (1, 2)
    assert heard["second"][-1] == heard["third"][-1] == 0


def test_who_leaves_the_line_holds_nobody_up() -> None:
    order = InOrder(1)

    def gone(_before: int) -> None:
        raise Cancelled("Nobody waits any more.")

    with order.turn(lambda _: None), pytest.raises(Cancelled), order.turn(gone):
        raise AssertionError("a turn was given to somebody who had left")
    with pytest.raises(Cancelled), order.turn(gone):
        raise AssertionError("a turn was kept by somebody who had left")
    with order.turn(lambda _: None):
        pass
