"""What goes on while a pack is painted, and what came out of it."""

from collections.abc import Callable
from dataclasses import dataclass

from PIL import Image

from toile.adapters.generators.family import Pack
from toile.domain.pictures import Picture

Progress = Callable[[float, str], None]
Stopped = Callable[[], bool]
Preview = Callable[[str, float, Picture], None]


@dataclass(frozen=True)
class Watch:
    """Who is told while a pack is painted."""

    progress: Progress
    stopped: Stopped
    preview: Preview
    done: int
    all: int

    def share(self, within: float, pack: int) -> float:
        return (self.done + within * pack) / self.all


@dataclass(frozen=True)
class Run:
    """One pack as it came out of the pipeline."""

    images: tuple[Image.Image, ...]
    pack: Pack
    seconds: float
    peak_gb: float | None
    said: tuple[str, ...] = ()
