"""The wiring of looks, variations, contact sheets and moodboards."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from toile.bootstrap.later import later
from toile.bootstrap.pictures import catalogue
from toile.domain.wardrobe import colour_names
from toile.settings import Settings

if TYPE_CHECKING:
    from toile.adapters.moods.folder import MoodFolder
    from toile.adapters.search.library import GuidelineLibrary
    from toile.workflow.look_book import LookBook
    from toile.workflow.moodboard import Moodboard
    from toile.workflow.ports import Clock
    from toile.workflow.vary_shot import VaryShot

_QUALITY = 88


def look_book(library: "GuidelineLibrary") -> "LookBook":
    """Return the reader of looks; the palette is the brand's books' own."""
    from toile.workflow.look_book import LookBook

    return LookBook(catalogue, lambda brand: library.rules(brand))


def vary_shot(clock: "Clock") -> "VaryShot":
    """Return what spells a variation out."""
    from toile.adapters.vocabulary.variations import load
    from toile.workflow.vary_shot import VaryShot

    return VaryShot(load, clock)


def moodboard(settings: Settings, clock: "Clock") -> "Moodboard":
    """Return the keeper of references."""
    from toile.workflow.moodboard import Moodboard

    return Moodboard(
        later(lambda: _mood_folder(settings)), clock, lambda: colour_names(catalogue())
    )


def distances(thumbnails: Sequence[bytes]) -> tuple[tuple[float, ...], ...]:
    """Return how unlike the pictures of some files are, each to each."""
    from toile.adapters.generators.raster import distances as measured
    from toile.adapters.images import codec
    from toile.domain.pictures import Picture

    pixels = [codec.decode(data) for data in thumbnails]
    return measured([Picture(one.shape[1], one.shape[0], one.tobytes()) for one in pixels])


def read_file(data: bytes, name: str) -> str:
    """Return the text of a dropped file; raises ``DocumentUnreadable``."""
    from toile.adapters.documents.guarded import GuardedReader

    return GuardedReader().read(data, name).text


def _mood_folder(settings: Settings) -> "MoodFolder":
    from toile.adapters.images import codec
    from toile.adapters.moods.folder import MoodFolder

    return MoodFolder(
        settings.folder / "moodboards",
        codec.decode,
        lambda pixels: codec.encode(pixels, "image/jpeg", quality=_QUALITY),
    )
