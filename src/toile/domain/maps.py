"""Maps of a blocking and masks over a picture: plain bytes, row by row from the top left.

Says which pixel is which garment or person. Knows nothing of how maps are made or used.
"""

from dataclasses import dataclass, field

from toile.domain.errors import BadInput


@dataclass(frozen=True)
class Maps:
    """Control images of one blocking, all ``height`` x ``width``, row by row.

    ``depth`` float32 metres (0 is background), ``normals`` int8 triples in camera space,
    ``regions`` uint8 ids into ``legend``; ``keypoints`` are COCO-18 pixel positions by person, and
    ``hands`` 21 points of the left hand and 21 of the right, not-a-number where hidden.
    """

    width: int
    height: int
    depth: bytes = field(repr=False)
    normals: bytes = field(repr=False)
    regions: bytes = field(repr=False)
    legend: tuple[str, ...]
    keypoints: tuple[tuple[tuple[float, float], ...], ...] = ()
    hands: tuple[tuple[tuple[float, float], ...], ...] = ()

    def mask(self, *names: str) -> "Mask":
        """Return the mask of the named regions, or refuse by name."""
        unknown = [name for name in names if name not in self.legend]
        if unknown:
            known = ", ".join(name for name in self.legend if name)
            raise BadInput(f"There is no region {unknown[0]!r} here.", hint=f"There are: {known}.")
        chosen = {place for place, name in enumerate(self.legend) if name in names}
        table = bytes(255 if place in chosen else 0 for place in range(256))
        return Mask(self.width, self.height, self.regions.translate(table))


@dataclass(frozen=True)
class Mask:
    """Where a picture may change: one byte a pixel, 0 keeps the original exactly."""

    width: int
    height: int
    alpha: bytes = field(repr=False)

    def __post_init__(self) -> None:
        if len(self.alpha) != self.width * self.height:
            raise ValueError("alpha must hold height * width bytes")

    @property
    def empty(self) -> bool:
        """Tell whether nothing may change."""
        return not any(self.alpha)

    def union(self, other: "Mask") -> "Mask":
        """Return the mask that is open where either is."""
        if (self.width, self.height) != (other.width, other.height):
            raise BadInput("The two regions belong to pictures of different sizes.")
        return Mask(self.width, self.height, bytes(map(max, self.alpha, other.alpha)))

    def without(self, other: "Mask") -> "Mask":
        """Return the mask that is shut where the other is open."""
        if (self.width, self.height) != (other.width, other.height):
            raise BadInput("The two regions belong to pictures of different sizes.")
        if other.empty:
            return self
        pairs = zip(self.alpha, other.alpha, strict=True)
        return Mask(self.width, self.height, bytes(0 if shut else here for here, shut in pairs))
