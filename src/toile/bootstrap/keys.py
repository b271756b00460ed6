"""The wiring of ``toile keys``: the keys of the hidden mark, in the data folder."""

from typing import Protocol

from toile.settings import Settings


class MarkKey(Protocol):
    """A key without its secret."""

    @property
    def version(self) -> int:
        """Return its number."""

    @property
    def retired(self) -> bool:
        """Return whether others may hold it."""


def mark_keys(settings: Settings) -> tuple[MarkKey, ...]:
    """Return the keys, the one for new marks first."""
    from toile.adapters.marks.invisible import load_keys

    return load_keys(settings.folder / "keys").keys


def rotate(settings: Settings) -> tuple[MarkKey, ...]:
    """Add a key for new marks; the older ones are still read."""
    from toile.adapters.marks.invisible import load_keys, rotate_keys

    load_keys(settings.folder / "keys")
    return rotate_keys(settings.folder / "keys").keys


def retire(settings: Settings, version: int) -> tuple[MarkKey, ...]:
    """Retire a key that others may hold; a new one takes its place where it was the last."""
    from toile.adapters.marks.invisible import retire_key

    return retire_key(settings.folder / "keys", version).keys
