"""A wish on its way to an answer: read beside the page, seen coming, and stopped if need be.

A language model may take half a minute; the page shows what it has said so far, and the person may
change their mind. What is shown is not trusted: the answer is checked at the end, as ever.
"""

from collections.abc import Callable
from concurrent.futures import Future
from concurrent.futures import TimeoutError as NotYet
from dataclasses import dataclass, field
from threading import Event, Thread
from typing import Any

from toile.workflow.listening import Listener

# An answer that is there this soon is not worth a card of its own.
AT_ONCE_SECONDS = 0.8


@dataclass
class Hearing:
    """One wish while it is read: ``about`` is the board it is for, ``said`` the words so far.

    ``typed`` is what goes back into the prompt when nothing comes of it; a file does not.
    """

    about: str
    message: str
    typed: str
    said: str = ""
    _unwanted: Event = field(default_factory=Event)
    _answer: Future[Any] = field(default_factory=Future)

    @property
    def done(self) -> bool:
        """Say whether the answer is there, or that there will be none."""
        return self._answer.done()

    def soon(self, seconds: float = AT_ONCE_SECONDS) -> bool:
        """Wait a moment, and say whether the answer came."""
        try:
            self._answer.exception(seconds)
        except NotYet:
            return False
        return True

    def answer(self) -> Any:
        """Return the answer, or raise what came instead of one."""
        return self._answer.result()

    def stop(self) -> None:
        """Let it go: the model is told at its next word, and nothing is done with what it said."""
        self._unwanted.set()

    def _hear(self, said: str) -> None:
        self.said = said

    def _read(self, read: Callable[[Listener], Any]) -> None:
        try:
            self._answer.set_result(read(Listener(self._hear, self._unwanted.is_set)))
        except BaseException as fault:
            # Raised again where the answer is asked for, in the page.
            self._answer.set_exception(fault)


def hear(
    about: str, message: str, read: Callable[[Listener], Any], *, typed: str | None = None
) -> Hearing:
    """Have a wish read in a thread of its own; ``read`` may touch nothing of the page.

    ``typed`` is the message unless told.
    """
    hearing = Hearing(about, message, message if typed is None else typed)
    Thread(target=hearing._read, args=(read,), name="hearing", daemon=True).start()
    return hearing
