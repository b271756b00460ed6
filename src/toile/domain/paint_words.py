"""The words a generator is given: a versioned template filled from facts of the board.

Never a name or another fact that tells who somebody is: likeness comes from licensed pictures.
Knows nothing of files or models.
"""

import re
from collections.abc import Mapping, Sequence
from typing import Self

from toile.domain.errors import BadInput
from toile.domain.shots import Shot
from toile.domain.twins import Twin
from toile.domain.values import Value

_PLACE = re.compile(r"\{([a-z_]+)\}")
_PERSON = {"she": "woman", "he": "man"}


class PaintWords(Value):
    """The prompt of one picture and what made it, for the recipe card."""

    text: str
    template: str
    version: int
    facts: tuple[tuple[str, str], ...]


class PaintTemplate(Value):
    """A prompt document: its version and the lines that facts fill."""

    id: str
    version: int
    placeholders: tuple[str, ...]
    lines: tuple[str, ...]

    @classmethod
    def parse(cls, text: str) -> Self:
        """Read a document with front matter, or refuse one whose placeholders do not agree."""
        _, head, body = text.split("---\n", 2)
        pairs = (line.split(":", 1) for line in head.splitlines() if not line.startswith("#"))
        front = {pair[0].strip(): pair[1].strip() for pair in pairs if len(pair) == 2}
        declared = tuple(name.strip() for name in front["placeholders"].split(","))
        lines = tuple(line for line in body.splitlines() if line.strip())
        used = {name for line in lines for name in _PLACE.findall(line)}
        if used != set(declared):
            odd = ", ".join(sorted(used ^ set(declared)))
            raise BadInput(f"The prompt {front['id']} does not agree with itself on: {odd}.")
        return cls(
            id=front["id"], version=int(front["version"]), placeholders=declared, lines=lines
        )

    def fill(self, facts: Mapping[str, str]) -> PaintWords:
        """Return the words; a line whose fact is missing is left out, nothing is invented."""
        given = {name: facts.get(name, "").strip() for name in self.placeholders}
        kept = [line for line in self.lines if all(given[name] for name in _PLACE.findall(line))]
        text = " ".join(_PLACE.sub(lambda place: given[place[1]], line) for line in kept)
        used = tuple((name, value) for name, value in given.items() if value)
        return PaintWords(text=_tidy(text), template=self.id, version=self.version, facts=used)


def facts_of(shot: Shot, twins: Sequence[Twin] = (), rules: Sequence[str] = ()) -> dict[str, str]:
    """Return the facts of a shot by placeholder; ``rules`` are cited passages in their words."""
    return {
        "framing": shot.framing or "",
        "angle": shot.angle or "",
        "lens": shot.lens or "",
        "aperture": shot.aperture or "",
        "people": _people(twins),
        "garments": ", ".join(shot.garments),
        "pose": _sentence(shot.pose or ""),
        "expression": shot.expression or "",
        "light": shot.light or "",
        "grade": shot.grade or "",
        "set": shot.set or "",
        "hair": shot.hair or "",
        "make_up": shot.make_up or "",
        "props": ", ".join(shot.props),
        "rules": "; ".join(_without_stop(rule) for rule in rules),
        "must_not": ", ".join(shot.must_not),
        "copy_space": shot.copy_space or "",
        "notes": _without_stop(shot.notes or ""),
    }


def _people(twins: Sequence[Twin]) -> str:
    return " and ".join(_person(twin) for twin in twins)


def _person(twin: Twin) -> str:
    kind = _PERSON.get(twin.pronouns.split("/")[0].strip().casefold(), "person")
    hair = f"{twin.hair.length} {twin.hair.colour} hair"
    marks = "".join(f", {mark.kind} on the {mark.where}" for mark in twin.marks)
    return f"One {kind} who looks {twin.apparent_age}, {hair}, {twin.eyes} eyes{marks}"


def _sentence(text: str) -> str:
    stripped = _without_stop(text)
    return stripped[:1].upper() + stripped[1:]


def _without_stop(text: str) -> str:
    return " ".join(text.split()).rstrip(". ")


def _tidy(text: str) -> str:
    return re.sub(r"\.\.+", ".", text)
