"""Files on their way out: each made once for whoever asked, who is told while others come first.

Belongs here: who waits for what. Does not: whose turn it is and what may leave (the release).
"""

import time
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass, field
from string import Template
from threading import Lock

from toile.domain.errors import Cancelled
from toile.ui import wording
from toile.ui.places import STATIC
from toile.workflow.release import Export, Told

Make = Callable[[Told], Export]
# Seconds. Proxies let a page wait for a minute; who asks again comes every few seconds.
AGAIN = 3
_WHILE_OTHERS = 1.0
_WHILE_MADE = 45.0
_GONE = 30.0
# More than so many wait for a thread before they wait for a turn.
_MOST = 200


@dataclass
class _Order:
    asked: float
    before: int = 0
    file: "Future[Export]" = field(default_factory=Future)


class WaitingRoom:
    """Hands each file over once; an order that nobody asks after any more is given up."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock, self._lock = clock, Lock()
        self._orders = dict[str, _Order]()
        self._makers = ThreadPoolExecutor(_MOST, thread_name_prefix="export")

    def ask(self, name: str, make: Make) -> Export | int:
        """Return the file, or how many are made before it; ask again by the same name then.

        Raises what making it raised.
        """
        order = self._order(name, make)
        began = self._clock()
        while not _done(order.file, _WHILE_OTHERS):
            order.asked = self._clock()
            if order.before or order.asked - began > _WHILE_MADE:
                return order.before
        with self._lock:
            mine = self._orders.get(name) is order
            if mine:
                del self._orders[name]
        # A second click on the same button: whoever came first took the file.
        return order.file.result() if mine else self.ask(name, make)

    def _order(self, name: str, make: Make) -> _Order:
        now = self._clock()
        with self._lock:
            self._clear(now)
            found = self._orders.get(name)
            if found is None:
                found = self._orders[name] = _Order(asked=now)
                found.file = self._makers.submit(make, self._telling(found))
            found.asked = now
            return found

    def _telling(self, order: _Order) -> Told:
        def told(before: int) -> None:
            order.before = before
            if self._clock() - order.asked > _GONE:
                raise Cancelled("Nobody waited for the file any more.")

        return told

    def _clear(self, now: float) -> None:
        """Forget what was made or failed for somebody who did not come back."""
        left = [
            name
            for name, one in self._orders.items()
            if one.file.done() and now - one.asked > _GONE
        ]
        for name in left:
            gone = self._orders.pop(name).file
            if not gone.cancelled() and gone.exception() is None:
                gone.result().file.close()


def _done(file: "Future[Export]", seconds: float) -> bool:
    try:
        file.exception(seconds)
    except TimeoutError:
        return False
    return True


def page(before: int, address: str) -> str:
    """Return the page of whoever waits; it asks again by itself, at an address as good as new."""
    said = (
        f"{wording.capital(wording.number(before, 'file'))} "
        f"{'is' if before == 1 else 'are'} made before yours."
        if before
        else "Your file is being made."
    )
    text = (STATIC / "waiting.html").read_text(encoding="utf-8")
    return Template(text).substitute(said=said, again=AGAIN, address=address)
