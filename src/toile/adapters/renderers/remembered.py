"""Maps and previews made lately, so that the same composition is not worked out again.

A painter asks for them for every draft, and drafts of one shot share them: they cost more of the
processor than all else around a painted picture. Kept in memory only. Knows nothing of how they
are made.
"""

import hashlib
from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass, field
from threading import Lock
from typing import Generic, TypeVar

from toile.domain.blocking import Blocking
from toile.domain.errors import Cancelled
from toile.domain.maps import Maps
from toile.domain.pictures import Picture
from toile.workflow.ports import Progress, Renderer, Stopped
from toile.workflow.values import RendererAbility

T = TypeVar("T")
# Maps of a large draft take some 10 MB, previews under 1.
MOST = 8
_LOOK = 0.1


@dataclass
class _Kept(Generic[T]):
    lock: Lock = field(default_factory=Lock)
    value: T | None = None


class _Memory(Generic[T]):
    """The newest values; whoever asks for one that is being made waits for it."""

    def __init__(self) -> None:
        self._kept: OrderedDict[str, _Kept[T]] = OrderedDict()
        self._lock = Lock()

    def of(self, key: str, make: Callable[[], T], stopped: Stopped) -> T:
        with self._lock:
            kept = self._kept.setdefault(key, _Kept())
            self._kept.move_to_end(key)
            while len(self._kept) > MOST:
                self._kept.popitem(last=False)
        while not kept.lock.acquire(timeout=_LOOK):
            if stopped():
                raise Cancelled("The draft was stopped.")
        try:
            if kept.value is None:
                kept.value = make()
            return kept.value
        finally:
            kept.lock.release()


class Remembered:
    """The port ``Renderer`` over another one."""

    def __init__(self, inner: Renderer) -> None:
        self._inner = inner
        self._maps: _Memory[Maps] = _Memory()
        self._previews: _Memory[Picture] = _Memory()

    @property
    def ability(self) -> RendererAbility:
        """Return what the renderer behind this can do."""
        return self._inner.ability

    def render(
        self,
        blocking: Blocking,
        *,
        size: tuple[int, int],
        quality: str,
        style: str,
        progress: Progress,
        stopped: Stopped,
    ) -> Picture:
        """Return the picture; a preview that was made lately is given again."""

        def made() -> Picture:
            return self._inner.render(
                blocking,
                size=size,
                quality=quality,
                style=style,
                progress=progress,
                stopped=stopped,
            )

        if quality != "preview":
            return made()
        return self._previews.of(f"{_key(blocking, size)} {style}", made, stopped)

    def maps(self, blocking: Blocking, *, size: tuple[int, int]) -> Maps:
        """Return the control images of a blocking."""
        made = self._inner.maps
        return self._maps.of(
            _key(blocking, size), lambda: made(blocking, size=size), stopped=lambda: False
        )


def _key(blocking: Blocking, size: tuple[int, int]) -> str:
    scene = hashlib.sha256(blocking.model_dump_json().encode("utf-8")).hexdigest()
    return f"{scene} {size[0]}x{size[1]}"
