"""Talk made of the words of the tables, which orders nothing: no shot may change by it.

Every word that the reader knows is put into every way of denying, asking, keeping, praising,
telling and doubting that ``talk-from-words.yaml`` lists; whether a shot has the thing is chance.
"""

import random
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml
from builders_orders_from_words import LANGUAGES, articles, known_words, plain_orders

from toile import bootstrap
from toile.domain.commands import EditAnswer, EditContext
from toile.domain.ids import ShotId
from toile.domain.shots import Shot, ShotList

_WAYS = yaml.safe_load(
    (Path(__file__).parent / "evaluation/talk-from-words.yaml").read_text("utf-8")
)
_THINGS = {"g", "h", "j", "p"}
_NUMBER = 2


@dataclass(frozen=True)
class Talked:
    """One message that orders nothing; a thing that is ``held`` may go where it is denied."""

    language: str
    do: str
    message: str
    board: ShotList
    held: str

    def changed(self) -> str:
        """Return what is said of a change that nobody ordered; nothing where none was made."""
        answer = bootstrap.interpreter().read_edit(
            self.message, EditContext(shots=self.board, twins=("Nora", "Ines"))
        )
        return "" if answer.shots in (self.board, self._without()) else answer.say

    def _without(self) -> ShotList:
        gone = self.held if self.do == "denied" else ""
        return _renewed(self.board, lambda things: tuple(t for t in things if t != gone))


def _renewed(board: ShotList, held: Any) -> ShotList:
    return ShotList.of(
        shot.model_copy(update={"garments": held(shot.garments)}) for shot in board.shots
    )


def talked(seed: int, each: int) -> Iterator[Talked]:
    """Yield every way of every language with ``each`` words; other words for another seed."""
    chance = random.Random(seed)
    for way in _WAYS:
        for language in LANGUAGES:
            for said in way["says"][language] * each:
                yield _made(str(way["do"]), set(way["rows"]), language, said, chance)


def _made(do: str, rows: set[str], language: str, said: str, chance: random.Random) -> Talked:
    known = known_words(tuple(sorted(rows)), language)
    word = chance.choice(sorted(known))
    a, the = articles(word, language)
    text = " ".join(said.format(n=_NUMBER, x=word, a=a, the=the).replace("l' ", "l'").split())
    held = min(known[word], key=len) if rows <= _THINGS and chance.random() < _HELD else ""
    board = ShotList.of(
        Shot(id=ShotId(f"s{n}"), framing="cowboy", light="ring light", set="grey studio",
             pose="waving", talent=("Nora",) if n == _NUMBER else ("Ines",), aspect="4:5",
             garments=tuple(filter(None, ("linen apron", held if n == _NUMBER else ""))))
        for n in range(1, 5)
    )  # fmt: skip
    return Talked(language, do, text, board, held)


_HELD = 0.5


@dataclass(frozen=True)
class Beside:
    """An order for one shot and talk of another in one message."""

    language: str
    message: str
    order: str
    board: ShotList

    def other(self) -> str:
        """Return how more or less is done than the order alone; nothing where neither is."""
        alone, both = self._read(self.order), self._read(self.message)
        return "" if both.shots == alone.shots else f"{both.type}: {both.say} Meant: {alone.say}"

    def _read(self, message: str) -> EditAnswer:
        context = EditContext(shots=self.board, twins=("Nora", "Ines"))
        return bootstrap.interpreter().read_edit(message, context)


_KINDS = frozenset(("set", "light", "framing", "wear", "pose"))
_ORDERED = 3
_JOINS = (
    "{o}, {t}",
    "{o}. {t}",
    "{t}. {o}",
    "{t}, {o}",
    "{o} - {t}",
    "{t} {but} {o}",
    "{t} {and_} {o}",
)
_BUT = {"en": "but", "fr": "mais", "it": "ma", "es": "pero", "de": "aber", "sv": "men"}
_AND = {"en": "and", "fr": "et", "it": "e", "es": "y", "de": "und", "sv": "och"}


def beside(seed: int, each: int) -> Iterator[Beside]:
    """Yield orders with talk before or behind; what is not understood alone is left out."""
    chance = random.Random(seed)
    for language in LANGUAGES:
        orders = plain_orders(language, _ORDERED, _KINDS, chance)
        for join in _JOINS * each:
            way = chance.choice([way for way in _WAYS if way["do"] != "asked"])
            said = chance.choice(way["says"][language])
            talk = _made(str(way["do"]), set(way["rows"]), language, said, chance)
            order, told = next(orders), talk.message.rstrip(".!")
            plain = "?" not in order + told and not _is_done(talk.message, talk.board)
            if not plain or not _is_done(order, talk.board):
                continue
            message = join.format(o=order, t=told, but=_BUT[language], and_=_AND[language])
            yield Beside(language, message, order, talk.board)


def _is_done(order: str, board: ShotList) -> bool:
    read = bootstrap.interpreter().read_edit(order, EditContext(shots=board, twins=()))
    return read.type == "change"
