"""Adapters that are made when they are first used."""

from collections.abc import Callable
from threading import Lock
from typing import Any, TypeVar, cast

T = TypeVar("T")


class Later:
    """Stand for an adapter until it is first used, so that a page does not load what it needs not.

    Built once, whichever thread asks first.
    """

    def __init__(self, make: Callable[[], Any]) -> None:
        self._make, self._lock = make, Lock()

    def __getattr__(self, name: str) -> Any:
        with self._lock:
            if "_made" not in self.__dict__:
                self.__dict__["_made"] = self._make()
        return getattr(self.__dict__["_made"], name)


def later(make: Callable[[], T]) -> T:
    return cast("T", Later(make))
