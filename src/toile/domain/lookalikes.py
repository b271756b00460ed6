"""Words that only look like a breach: a camel coat is no animal. Knows no rules and no shots."""

import re
from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True)
class Lookalikes:
    """Words that are no breach in the name of a garment, and phrases that are none anywhere."""

    garment: re.Pattern[str] | None = None
    anywhere: re.Pattern[str] | None = None

    @classmethod
    def of(cls, lines: Iterable[str]) -> "Lookalikes":
        """Read the lines of the data file: a place and its words; the longest words win."""
        found: dict[str, re.Pattern[str]] = {}
        for line in lines:
            place, colon, listed = line.partition(":")
            if colon and not line.startswith("#"):
                found[place.strip()] = _pattern(listed)
        return cls(found.get("garment"), found.get("anywhere"))

    def without(self, part: str, text: str) -> str:
        """Return the text of a part of a shot without words that only sound like something else."""
        worn = self.garment if part == "the garments" else None
        for pattern in (self.anywhere, worn):
            text = pattern.sub(" ", text) if pattern else text
        return text


def _pattern(listed: str) -> re.Pattern[str]:
    phrases = sorted((one.strip() for one in listed.split(",")), key=len, reverse=True)
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, phrases))})\b", re.I)
