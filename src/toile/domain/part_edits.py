"""Edits of parts: which original, what each named part should become, and where that may change it.

Every picture of a chain is made again from the original with all wishes so far. Knows nothing of
who asks, or of how pixels are made.
"""

from collections.abc import Iterable

from toile.domain.ids import DraftId
from toile.domain.maps import Maps, Mask
from toile.domain.region_edits import RegionEdit
from toile.domain.region_words import merged_part
from toile.domain.values import Value

WHOLE = "whole picture"


class PartWish(Value):
    """What one part of a picture should become, in the person's own words."""

    part: str
    words: str


class PartEdits(Value):
    """The wishes about parts of an original picture, oldest first.

    ``kept`` are parts that stay whatever the wishes say; ``strength`` is how freely a painter may
    change the region, 0 to 1, the family's own where absent.
    """

    original: DraftId
    wishes: tuple[PartWish, ...]
    kept: tuple[str, ...] = ()
    strength: float | None = None

    def with_wish(self, wish: PartWish) -> "PartEdits":
        """Return the edits with one wish more, the latest last."""
        return self.model_copy(update={"wishes": (*self.wishes, wish)})


def region_edits(edits: PartEdits, before: Maps, after: Maps) -> tuple[RegionEdit, ...]:
    """Return each wish with where it may change the original.

    A part may change where it was, and where it is after the wish; what only the wish brought in
    (a coat of another name) counts as its part.
    """
    brought = {name for name in after.legend if name not in before.legend}
    kept = _named(before, edits.kept)
    return tuple(
        RegionEdit(wish.words, _where(wish.part, before, after, brought).without(kept))
        for wish in edits.wishes
    )


def _where(part: str, before: Maps, after: Maps, brought: set[str]) -> Mask:
    if part == WHOLE:
        return Mask(before.width, before.height, b"\xff" * (before.width * before.height))
    there = {name for name in after.legend if name in brought or merged_part(name) == part}
    return _named(before, (part,)).union(after.mask(*there))


def _named(maps: Maps, parts: Iterable[str]) -> Mask:
    wanted = frozenset(parts)
    return maps.mask(*(name for name in maps.legend if merged_part(name) in wanted))
