"""One thing that takes long to make, for all who wait for it and for as long as anybody does."""

import traceback
from collections.abc import Callable
from concurrent.futures import Future, wait
from threading import Lock, Thread
from typing import Generic, TypeVar

from toile.domain.errors import Cancelled

T = TypeVar("T")
Stopped = Callable[[], bool]
_LOOK = 0.1


class Shared(Generic[T]):
    """Makes one and gives it to everybody, whichever thread asks first.

    Who is stopped leaves at once. ``make`` is told when nobody waits any more, and may give up by
    raising ``Cancelled``; what it makes all the same is kept for the next to ask. What is not kept,
    or was given up, is made again.
    """

    def __init__(
        self, make: Callable[[Stopped], T], keeps: Callable[[T], bool] = lambda _: True
    ) -> None:
        self._make, self._keeps = make, keeps
        self._lock, self._waiting = Lock(), 0
        self._call: Future[T] | None = None

    def __call__(self, stopped: Stopped) -> T:
        """Return the one there is; raises ``Cancelled`` as soon as ``stopped`` says so."""
        while True:
            call = self._joined()
            try:
                while not wait([call], timeout=_LOOK).done:
                    if stopped():
                        raise Cancelled("Stopped while the model was loading.")
            finally:
                with self._lock:
                    self._waiting -= 1
            # Given up in the moment this one came to wait: it is begun anew.
            if not isinstance(call.exception(), Cancelled):
                return call.result()

    def _joined(self) -> "Future[T]":
        with self._lock:
            self._waiting += 1
            if self._call is None:
                self._call = Future()
                # Not of a pool: a process that leaves waits for no load.
                Thread(target=self._made, args=(self._call,), daemon=True).start()
            return self._call

    def _made(self, call: "Future[T]") -> None:
        try:
            made = self._make(lambda: self._waiting == 0)
        except BaseException as error:
            # The fault is kept until everybody has looked; its frames hold half a model.
            traceback.clear_frames(error.__traceback__)
            with self._lock:
                self._call = None
            call.set_exception(error)
            return
        if not self._keeps(made):
            with self._lock:
                self._call = None
        call.set_result(made)
