"""A use, a place and a day as people write them, for the pages of an export."""

import re
from collections.abc import Iterable, Sequence
from datetime import date
from functools import cache
from importlib.resources import files
from typing import Any

import yaml
from babel import Locale
from babel.dates import format_date

from toile.domain.brief import Usage

MOST_PLACES = 12


def media(usage: Usage) -> str:
    """Say where the pictures are seen."""
    labels: dict[str, str] = _table("media")["labels"]
    said = (
        labels.get(path) or path.rsplit(".", 1)[-1].replace("_", " ") for path in usage.media or ()
    )
    names = ", ".join(label.removeprefix("the ") for label in said)
    return names[:1].upper() + names[1:] if names else "not said"


def places(usage: Usage) -> str:
    """Say in which countries."""
    names = [_place(code) for code in usage.territories or ()]
    more = f" and {len(names) - MOST_PLACES} more" if len(names) > MOST_PLACES else ""
    return ", ".join(names[:MOST_PLACES]) + more if names else "not said"


def span(start: date | None, end: date | None) -> str:
    """Say from when until when."""
    if start and end:
        return day(start) if start == end else f"{day(start)} to {day(end)}"
    if end:
        return f"until {day(end)}"
    return f"from {day(start)}" if start else "not said"


def day(value: date) -> str:
    """Say a day: 2 March 2027."""
    return format_date(value, "d MMMM yyyy", locale="en_GB")


def numbers(shots: Sequence[int]) -> str:
    """Say numbers of shots, runs of three and more as such: 1, 2, 5 to 9."""
    runs: list[list[int]] = []
    for number in sorted(set(shots)):
        if runs and runs[-1][-1] == number - 1:
            runs[-1].append(number)
        else:
            runs.append([number])
    said = ([f"{r[0]} to {r[-1]}"] if len(r) > 2 else list(map(str, r)) for r in runs)
    return ", ".join(part for run in said for part in run)


def joined(words: Iterable[str | None], by: str = " · ") -> str:
    """Join the words that there are."""
    return by.join(word for word in words if word)


def caption(words: Iterable[str | None]) -> str:
    """Say fields of a shot in one line as setters write them: Full · 50 mm."""
    return joined(_set(word) for word in words if word)


def _set(word: str) -> str:
    spaced = re.sub(r"(?<=\d)(?=mm\b)", "\u00a0", word)
    return spaced[:1].upper() + spaced[1:]


@cache
def _place(code: str) -> str:
    table = _table("territories")
    known = table["aliases"].get(code, code)
    if known == "WORLD":
        return "worldwide"
    return str(table["group_names"].get(known) or Locale("en").territories.get(known, known))


@cache
def _table(name: str) -> dict[str, Any]:
    text = (files("toile") / "data" / "rights" / f"{name}.yaml").read_text(encoding="utf-8")
    found: dict[str, Any] = yaml.safe_load(text)
    return found
