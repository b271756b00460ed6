"""Catalogue: what can be blocked, and the words that people say for it.

Entries are data (``data/blocking``); adding one is adding a few lines there. Knows nothing of
files: an adapter reads them.
"""

import re
from functools import cached_property
from typing import Generic, Literal, TypeVar

from toile.domain.blocking import (
    FramingSpec,
    GradeSpec,
    HairSpec,
    LightRig,
    PoseSpec,
    PropSpec,
    SetSpec,
)
from toile.domain.looks import Fabric, GarmentSpec, Hex
from toile.domain.values import Value

Spec = TypeVar("Spec")


class Entry(Value, Generic[Spec]):
    """One thing with the words for it; the longest word found in a text wins."""

    id: str
    words: tuple[str, ...] = ()
    what: Spec


class Angle(Value):
    """Where the camera goes: degrees around, above and tilted; ``None`` leaves it."""

    azimuth: float | None = None
    elevation: float | None = None
    roll: float | None = None


class Placing(Value):
    """Where words such as "at her feet" put a thing."""

    use: Literal["held", "beside"]


class Change(Value):
    """What a modifier does to one cut: numbers are added, words replace."""

    top: dict[str, float | str | bool] = {}
    skirt: dict[str, float | str | bool] = {}
    legs: dict[str, float | str | bool] = {}
    shoes: dict[str, float | str | bool] = {}
    fabric: dict[str, float | str | bool] = {}


class Found(Value, Generic[Spec]):
    """An entry and the part of the text it answered."""

    entry: Entry[Spec]
    start: int
    end: int


class Shelf(Value, Generic[Spec]):
    """Entries of one kind, the first being the one used when nothing was said."""

    entries: tuple[Entry[Spec], ...]

    @cached_property
    def _patterns(self) -> tuple[tuple[re.Pattern[str], Entry[Spec]], ...]:
        pairs = [
            (word.casefold(), entry)
            for entry in self.entries
            for word in (entry.id.replace("_", " "), *entry.words)
        ]
        pairs.sort(key=lambda pair: -len(pair[0]))
        return tuple((_pattern(word), entry) for word, entry in pairs)

    def find(self, text: str | None) -> Found[Spec] | None:
        """Return the entry whose longest word is in the text."""
        lowered = (text or "").casefold()
        for pattern, entry in self._patterns:
            if match := pattern.search(lowered):
                return Found[Spec](entry=entry, start=match.start(), end=match.end())
        return None

    def find_all(self, text: str | None) -> tuple[Found[Spec], ...]:
        """Return every entry in the text, longest words first, none overlapping another."""
        left, found = (text or "").casefold(), []
        for pattern, entry in self._patterns:
            for match in pattern.finditer(left):
                found.append(Found[Spec](entry=entry, start=match.start(), end=match.end()))
            left = pattern.sub(lambda match: "\0" * len(match[0]), left)
        return tuple(found)

    @property
    def usual(self) -> Spec:
        """Return what is used when nothing was said."""
        return self.entries[0].what

    def named(self, name: str) -> Spec:
        """Return the entry with this id, or the usual one."""
        return next((entry.what for entry in self.entries if entry.id == name), self.usual)


def _pattern(word: str) -> re.Pattern[str]:
    spaced = re.escape(word).replace(r"\ ", r"[\s\-]+")
    return re.compile(rf"(?<!\w){spaced}(?:e?s)?(?!\w)")


class Catalogue(Value):
    """All shelves; loaded once."""

    version: int = 1
    poses: Shelf[PoseSpec]
    garments: Shelf[GarmentSpec]
    modifiers: Shelf[Change]
    fabrics: Shelf[Fabric]
    prints: Shelf[Fabric]
    colours: Shelf[Hex]
    hair: Shelf[HairSpec]
    lights: Shelf[LightRig]
    sets: Shelf[SetSpec]
    props: Shelf[PropSpec]
    placings: Shelf[Placing]
    framings: Shelf[FramingSpec]
    angles: Shelf[Angle]
    grades: Shelf[GradeSpec]
    expressions: Shelf[dict[str, float]]
    eyes: Shelf[Hex]
    make_up: Shelf[dict[Literal["lips", "make_up"], str | float]]
