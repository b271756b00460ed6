"""Orders for new shots, put together from what a shot may show: what each must have is known."""

import random
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from toile import bootstrap
from toile.domain.commands import EditContext
from toile.domain.ids import ShotId
from toile.domain.shots import Shot, ShotList

_FIELDS = ("set", "garments", "light", "pose", "props", "aspect")
_WORDS: dict[str, dict[str, Any]] = yaml.safe_load(
    (Path(__file__).parent / "evaluation" / "new-shots-from-words.yaml").read_text("utf-8")
)
_PEOPLE = ("Nora", "Tom", "Ines")
_BOARD = ShotList.of(
    Shot(id=ShotId(f"s{n}"), framing="full", light="golden hour", set="kitchen", pose="waving",
         garments=("white linen dress",), props=("cup",), talent=(who,), aspect="4:5")
    for n, who in enumerate(_PEOPLE, 1)
)  # fmt: skip


@dataclass(frozen=True)
class Wished:
    """One order for one new shot, its place, and by field what the shot must have."""

    language: str
    message: str
    place: int
    wanted: dict[str, str]

    def wrong(self) -> str:
        """Return how another shot, or another board, comes of it; nothing where it is done."""
        context = EditContext(shots=_BOARD, twins=_PEOPLE)
        answer = bootstrap.interpreter().read_edit(self.message, context)
        old = {shot.id for shot in _BOARD.shots}
        new = [shot for shot in answer.shots.shots if shot.id not in old]
        kept = ShotList.of(shot for shot in answer.shots.shots if shot.id in old)
        if len(new) != 1 or [s.model_copy(update={"no": 1}) for s in kept.shots] != [
            s.model_copy(update={"no": 1}) for s in _BOARD.shots
        ]:
            return f"{answer.type}: {answer.say}"
        return "; ".join(self._problems(new[0]))

    def _problems(self, shot: Shot) -> Iterator[str]:
        if shot.no != self.place:
            yield f"at place {shot.no}, not {self.place}"
        for field in ("framing", "talent", *_FIELDS):
            value, wanted = getattr(shot, field), self.wanted.get(field, "")
            held = value if isinstance(value, tuple) else (value,) if value else ()
            if wanted and not any(_is_said(wanted, one) for one in held):
                yield f"{field} is {held}, not {wanted}"
            if (len(held) > 1 or held) and not wanted and field != "aspect":
                yield f"{field} is {held}"


def _is_said(wanted: str, got: str) -> bool:
    """Whether all words of a value, or those that mean it, stand in another."""
    said = {one.casefold() for one in got.split()}
    return {*wanted.casefold().split()} <= said or _ALIKE.get(wanted, wanted) in got


_ALIKE = {"seated": "sit", "arms crossed": "crossed", "staircase": "stair", "dusk": "twilight"}


def wished(seed: int, each: int) -> Iterator[Wished]:
    """Yield ``each`` orders a language; others for another seed."""
    chance = random.Random(seed)
    for language, words in _WORDS.items():
        for _ in range(each):
            yield _made(language, words, chance)


def _made(language: str, words: dict[str, Any], chance: random.Random) -> Wished:
    who, fields = chance.choice(_PEOPLE), chance.sample(_FIELDS, chance.randint(1, 4))
    wanted = {field: chance.choice(sorted(words[field])) for field in ("framing", *fields)}
    sign = chance.choice((" ", ", "))
    rest = sign + sign.join(words[field][wanted[field]] for field in fields)
    heads = [(head, len(_BOARD) + 1) for head in words["heads"]] + [*words["seated"].items()]
    head, place = chance.choice(heads)
    message = head.format(who=who, framing=words["framing"][wanted["framing"]], rest=rest)
    return Wished(language, message, place, wanted | {"talent": who})
