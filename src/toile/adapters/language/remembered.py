"""What has been read, kept for the same words on the same day: a page drawn anew pays no model."""

from collections import OrderedDict
from dataclasses import dataclass, field
from datetime import date
from threading import Lock

from toile.domain.brief import Brief
from toile.workflow.ports import Interpreter

_MOST = 256


@dataclass(frozen=True)
class Remembered:
    """Reads once; the oldest reading goes first where there are too many."""

    interpreter: Interpreter
    most: int = _MOST
    _kept: OrderedDict[tuple[str, date], Brief] = field(default_factory=OrderedDict, init=False)
    _lock: Lock = field(default_factory=Lock, init=False)

    def read_brief(self, text: str, today: date) -> Brief:
        """Return the words as read; the stopgap for a model out of reach is not kept."""
        with self._lock:
            known = self._kept.get((text, today))
        if known is not None:
            return known
        read = self.interpreter.read_brief(text, today)
        if not any(flag.code == "MODEL_FALLBACK" for flag in read.flags):
            self._keep((text, today), read)
        return read

    def _keep(self, key: tuple[str, date], read: Brief) -> None:
        with self._lock:
            self._kept[key] = read
            while len(self._kept) > self.most:
                self._kept.popitem(last=False)
