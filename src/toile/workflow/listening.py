"""Whoever listens while a language model answers: hears all of it so far, and may stop it."""

from collections.abc import Callable
from dataclasses import dataclass


def _unheard(_said: str) -> None:
    return


def _unstopped() -> bool:
    return False


@dataclass(frozen=True)
class Listener:
    """``saying`` takes the whole answer so far, to be shown and not yet trusted: it is checked at
    the end. ``stopped`` is asked at every piece; where it says yes, ``Cancelled`` is raised.
    """

    saying: Callable[[str], None] = _unheard
    stopped: Callable[[], bool] = _unstopped


NOBODY = Listener()
