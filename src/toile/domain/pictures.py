"""Picture: pixels in memory between renderer and mark. It has no way to disk, on purpose."""

from dataclasses import dataclass, field


@dataclass(frozen=True)
class Picture:
    """8-bit RGB, row by row from the top left; ``rgb`` is ``height * width * 3`` bytes."""

    width: int
    height: int
    rgb: bytes = field(repr=False)

    def __post_init__(self) -> None:
        if len(self.rgb) != self.width * self.height * 3:
            raise ValueError("rgb must hold height * width * 3 bytes")

    def __reduce__(self) -> str:
        # Queues and caches pickle; an unmarked picture must not get to disk by that road.
        raise TypeError("An unmarked picture is never saved as it is.")
