"""Orders of every kind on one board: ways of ordering times what is ordered, in six languages.

What each must come to stands beside it in ``orders-on-a-board.yaml``, or is said there in the
plainest English; ``orders-put-in-ways.yaml`` says the same orders of several shots, two at once,
politely, by a degree, or put right in passing.
"""

import random
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from toile import bootstrap
from toile.domain.commands import EditAnswer, EditContext
from toile.domain.shots import Shot, ShotList
from toile.workflow.edit_state import context_of

LANGUAGES = ("en", "fr", "it", "es", "de", "sv")
_HERE = Path(__file__).parent / "evaluation"
_KINDS = yaml.safe_load((_HERE / "orders-on-a-board.yaml").read_text("utf-8"))
_WAYS = yaml.safe_load((_HERE / "orders-put-in-ways.yaml").read_text("utf-8"))
# Said by everybody of all shots alike, and nothing that is put into one.
_UNTOLD = ("id", "no", "title", "notes", "reasons", "group")
_NUMBERS = range(1, len(_KINDS["board"]) + 1)
Row = dict[str, Any]


@dataclass(frozen=True)
class Told:
    """One message and what is to come of it: effects by number, or messages in plain English."""

    language: str
    kind: str
    message: str
    does: tuple[str, ...] = ()
    plain: tuple[str, ...] = ()
    # What it may be as well: who comes "also" joins who is there.
    also: tuple[str, ...] = ()

    def wrong(self) -> str:
        """Return how the message is not done; nothing where it is."""
        answer = _read(self.message, _board())
        if _facts(answer.shots) in (self._meant(self.plain), self._meant(self.also or self.plain)):
            return ""
        if answer.type != "change":
            return f"not done: {answer.type}, {answer.say}"
        told = f"told: {', '.join(answer.unheard)};" if answer.unheard else "silent:"
        return f"{told} {answer.say}"

    def _meant(self, plain: tuple[str, ...]) -> list[Row]:
        board = _board()
        for effect in self.does:
            board = _after(effect, board)
        for message in plain:
            board = _read(message, board).shots
        return _facts(board)


@cache
def _board() -> ShotList:
    return context_of({}, _KINDS["board"]).shots


def _read(message: str, board: ShotList) -> EditAnswer:
    context = EditContext(shots=board, twins=tuple(_KINDS["twins"]))
    return bootstrap.interpreter().read_edit(message, context)


def _facts(board: ShotList) -> list[Row]:
    return [shot.model_dump(exclude=set(_UNTOLD)) for shot in board.shots]


def _after(effect: str, board: ShotList) -> ShotList:
    verb, *places = effect.split()
    if verb.isdigit():
        return board.with_shot(_changed(board.numbered(int(verb)), " ".join(places)))
    order = list(board.shots)
    if verb == "gone":
        return ShotList.of(shot for shot in order if str(shot.no) not in places)
    if verb == "swap":
        one, two = (int(place) - 1 for place in places)
        order[one], order[two] = order[two], order[one]
        return ShotList.of(order)
    shot = board.numbered(int(places[0]))
    if verb == "move":
        order.remove(shot)
    else:
        shot = shot.with_(id=f"{shot.id}-copy")
    side, number = places[1], int(places[2])
    beside = number - 1 if side == "to" else [one.no for one in order].index(number)
    at = beside + (side == "after")
    return ShotList.of([*order[:at], shot, *order[at:]])


def _changed(shot: Shot, told: str) -> Shot:
    name, sign, value = told.split(" ", 2) if ">" not in told else (*told.split(" ", 1), "")
    if sign == "=":
        return shot.with_(**{name: value if name not in ("talent",) else (value,)})
    have: tuple[str, ...] = getattr(shot, name)
    if sign == "-":
        return shot.with_(**{name: tuple(one for one in have if one != value)})
    if sign == "+":
        return shot.with_(**{name: (*have, value)})
    old, new = (one.strip() for one in told.split(" ", 1)[1].split(">"))
    return shot.with_(**{name: tuple(new if one == old else one for one in have)})


def told(seed: int, count: int) -> Iterator[Told]:
    """Yield messages, kinds and languages in turn; other words and ways for another seed."""
    chance = random.Random(seed)
    makers = [lambda one, kind=kind: _of_kind(kind, one, chance) for kind in _KINDS["kinds"]]
    makers += [lambda one, make=make: make(one, chance) for make in _PUT_IN_WAYS]
    for place in range(count):
        language = LANGUAGES[place // len(makers) % len(LANGUAGES)]
        yield makers[place % len(makers)](language)


def every(seed: int = 1) -> Iterator[Told]:
    """Yield every way of every kind once, with words by chance."""
    chance = random.Random(seed)
    for kind in _KINDS["kinds"]:
        for language in LANGUAGES:
            for way in kind["says"][language]:
                yield _of_kind({**kind, "says": {language: [way]}}, language, chance)


def _of_kind(kind: Row, language: str, chance: random.Random) -> Told:
    slots = chance.choice(kind["with"])
    way = chance.choice(kind["says"][language])
    words = {k: v[language] if isinstance(v, dict) else v for k, v in slots.items()}
    english = {k: v["en"] if isinstance(v, dict) else v for k, v in slots.items()}
    words["of"] = _of(str(words.get("x", "")))
    return Told(
        language,
        kind["name"],
        _said(way, language, words),
        tuple(_told_in(one, english) for one in kind.get("does", ())),
        tuple(_told_in(one, english) for one in kind.get("plain", ())),
    )


def _told_in(text: str, english: Row) -> str:
    return re.sub(r"\{(\w+)(?:\.en)?\}", lambda found: str(english[found[1]]), text)


def _said(way: str, language: str, words: Row) -> str:
    text = way.format(**words)
    return re.sub(r"\ba (?=[aeiou8])", "an ", text) if language == "en" else text


def _of(thing: str) -> str:
    return "du" + thing[2:] if thing.startswith("le ") else f"de {thing}"


def _one(language: str, chance: random.Random) -> Told:
    order, n = chance.choice(_WAYS["orders"]), chance.choice(_NUMBERS)
    way = chance.choice(_WAYS["one"][language])
    message = way.format(n=n, a=_words(order, language)[0])
    return Told(language, "in any manner", message, (), (order["plain"].format(n=n),))


def _several(language: str, chance: random.Random) -> Told:
    order, target = chance.choice(_WAYS["orders"]), chance.choice(_WAYS["targets"])
    way = chance.choice(_WAYS["several"][language])
    said = _words(order, language)[-1 if len(target["of"]) > 1 else 0]
    plain = tuple(order["plain"].format(n=n) for n in target["of"])
    return Told(language, "several", way.format(t=target[language], b=said), (), plain)


def _two_orders(language: str, chance: random.Random) -> Told:
    one, two = _two_kinds(chance)
    n = chance.choice(_NUMBERS)
    a, b = _words(one, language)[0], _words(two, language)[0]
    message = chance.choice(_WAYS["two_orders"][language]).format(n=n, a=a, b=b)
    plain = (one["plain"].format(n=n), two["plain"].format(n=n))
    also = tuple(str(order.get("also", order["plain"])).format(n=n) for order in (one, two))
    return Told(language, "two orders", message, (), plain, also)


def _two_shots(language: str, chance: random.Random) -> Told:
    one, two = _two_kinds(chance)
    n, m = chance.sample(_NUMBERS, 2)
    a, b = _words(one, language)[0], _words(two, language)[0]
    message = chance.choice(_WAYS["two_shots"][language]).format(n=n, m=m, a=a, b=b)
    plain = (one["plain"].format(n=n), two["plain"].format(n=m))
    return Told(language, "two shots", message, (), plain)


def _two_kinds(chance: random.Random) -> tuple[Row, Row]:
    one = chance.choice(_WAYS["orders"])
    return one, chance.choice([two for two in _WAYS["orders"] if two["kind"] != one["kind"]])


def _other_shot(language: str, chance: random.Random) -> Told:
    order = chance.choice(_WAYS["orders"])
    n, m = chance.sample(_NUMBERS, 2)
    way = chance.choice(_WAYS["other_shot"][language])
    message = way.format(n=n, m=m, a=_words(order, language)[0])
    return Told(language, "another shot after all", message, (), (order["plain"].format(n=m),))


def _other_order(language: str, chance: random.Random) -> Told:
    order, n = chance.choice(_WAYS["opposites"]), chance.choice(_NUMBERS)
    a, b = order[language]
    message = chance.choice(_WAYS["other_order"][language]).format(n=n, a=a, b=b)
    return Told(language, "another order after all", message, (), (order["other"].format(n=n),))


def _by_a_degree(language: str, chance: random.Random) -> Told:
    order, n = chance.choice(_WAYS["relative"]), chance.choice(_NUMBERS)
    degree, words = chance.choice(sorted(_WAYS["amounts"][language].items()))
    way = chance.choice(_WAYS["amount_ways"][language])
    message = way.format(n=n, q=chance.choice(words), a=order[language])
    plain = " ".join(f"make {n} {degree} {order['plain']}".split())
    return Told(language, "by a degree", message, (), (plain,))


def _words(order: Row, language: str) -> list[str]:
    said = order[language]
    return said if isinstance(said, list) else [said]


_PUT_IN_WAYS = (
    _one, _several, _two_orders, _two_shots, _other_shot, _other_order, _by_a_degree,
)  # fmt: skip
