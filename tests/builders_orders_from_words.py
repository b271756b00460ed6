"""Orders made of the words of the tables: what each must come to is known from its table.

Every word that the reader knows is put into every way of saying it that ``orders-from-words.yaml``
lists; the English name of its row says what the shot must have afterwards.
"""

import random
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from toile import bootstrap
from toile.adapters.language.built_in.text.lexicon import read_table
from toile.domain.commands import EditAnswer, EditContext
from toile.domain.ids import ShotId
from toile.domain.shots import Shot, ShotList

LANGUAGES = ("en", "fr", "it", "es", "de", "sv")
_WAYS = yaml.safe_load(
    (Path(__file__).parent / "evaluation" / "orders-from-words.yaml").read_text("utf-8")
)
_TABLES = ("nouns", "wardrobe", "scenery", "board_things", "photography", "lights", "poses", "edit",
           "brief", "exactly")  # fmt: skip
_LONGEST = 2
_SAID_SO, _ALL = ("rel", "act", "angle"), 12
# Said by everybody of all shots alike, and nothing that is put into one.
_UNTOLD = frozenset(("id", "no", "title", "notes", "reasons"))
_FIELD = {"set": "set", "light": "light", "framing": "framing", "pose": "pose", "place": "props"}

Names = frozenset[str]


@dataclass(frozen=True)
class Worded:
    """One message, the shot that it names, and what may become of it by field."""

    language: str
    do: str
    way: str
    message: str
    board: ShotList
    said: tuple[Names, ...]
    plain: str = ""

    def wrong(self) -> str:
        """Return how the message is not done, asked and told apart; nothing where it is."""
        answer = self._read(self.message)
        if self.plain:
            meant = self._read(self.plain)
            if (answer.type, answer.commands) == (meant.type, meant.commands):
                return ""
            done = "silent" if answer.type == "change" else "not done"
            return f"{done}: {answer.say} Meant: {meant.say}"
        if answer.type != "change":
            return f"not done: {answer.type}, {answer.say}"
        problem = self._problem(answer)
        return f"silent: {problem}" if problem else ""

    def _read(self, message: str) -> EditAnswer:
        return bootstrap.interpreter().read_edit(message, EditContext(shots=self.board))

    def _problem(self, answer: EditAnswer) -> str:
        before, after = self.board.shots, answer.shots.shots
        if [s.id for s in before] != [s.id for s in after]:
            return "other shots"
        for old, new in zip(before, after, strict=True):
            for field in sorted(set(Shot.model_fields) - _UNTOLD):
                was, now = getattr(old, field), getattr(new, field)
                meant = old.no == _NUMBER and field == _FIELD.get(self.do, "garments")
                if (was != now) != meant:
                    return f"{field} of {old.no} is {now!r}"
                if meant and not self._fits(was, now):
                    return f"{field} is {now!r}, not {sorted(self.said[-1])[:3]}"
        return ""

    def _fits(self, was: object, now: object) -> bool:
        if isinstance(was, tuple) and isinstance(now, tuple):
            gone = [one for one in was if one not in now]
            come = [one for one in now if one not in was]
            wanted = {"take off": (1, 0), "exchange": (1, 1), "colour": (1, 1)}.get(self.do, (0, 1))
            known = not come or any(_alike(come[0], name) for name in self.said[-1])
            return (len(gone), len(come)) == wanted and known
        return any(_alike(str(now), name) for name in self.said[-1])


def _alike(got: str, name: str) -> bool:
    """Whether one names the other: "cardigan" and "cardigans", "leaf" and "leaves"."""
    one, two = got.casefold(), name.casefold()
    return one in two or two in one or one.split()[-1][:_STEM] == two.split()[-1][:_STEM]


_STEM = 3


_NUMBER = 2


def worded(seed: int, count: int) -> Iterator[Worded]:
    """Yield messages, languages and orders in turn; other words and ways for another seed."""
    chance = random.Random(seed)
    for place in range(count):
        way = _WAYS[place % len(_WAYS)]
        language = LANGUAGES[place // len(_WAYS) % len(LANGUAGES)]
        yield _made(way, language, chance)


def _made(way: dict[str, Any], language: str, chance: random.Random) -> Worded:
    do, rows = str(way["do"]), tuple(way["rows"])
    says: list[str] = way["says"][language]
    known = known_words(rows, language, tuple(way.get("only", ())))
    text, first, second = chance.choice(says), *chance.sample(sorted(known), 2)
    worn = min(known[first], key=len)
    garments = {
        "take off": (worn, "wool scarf"),
        "exchange": (worn, "wool scarf"),
        "colour": ("navy jacket", "wool scarf"),
    }.get(do, ("wool scarf",))
    board = ShotList.of(
        Shot(id=ShotId(f"s{n}"), framing="cowboy", light="ring light", set="grey studio",
             pose="waving", garments=garments if n == _NUMBER else ("linen apron",), aspect="4:5")
        for n in range(1, 5)
    )  # fmt: skip
    a, the = articles(first, language)
    b, _ = articles(second, language)
    message = text.format(n=_NUMBER, x=first, y=second, a=a, b=b, the=the, of=_of(the, language))
    message = " ".join(message.replace("l' ", "l'").split())
    if language == "en":
        message = message.replace(" a the ", " the ")
    said = (known[first], known[second]) if "{y}" in text else (known[first],)
    # The name of a row stands first among what its word may mean.
    name = min(known[first], key=lambda one: one == first.casefold())
    plain = str(way.get("plain", "")).format(n=_NUMBER, x=name)
    return Worded(language, do, text, message, board, said, plain)


@cache
def known_words(
    kinds: tuple[str, ...], language: str, only: tuple[str, ...] = ()
) -> dict[str, Names]:
    """Return the words of some kinds, each with the English names that it may stand for."""
    found: dict[str, set[str]] = defaultdict(set)
    others: set[str] = set()
    for name, row in _rows():
        # Where a table has no column of English, the name of the row is the English word.
        column = LANGUAGES.index(language) + (len(row) > len(LANGUAGES))
        said = [word.strip() for word in row[column].split(",")] if len(row) > column else []
        kind, _, own = name.rpartition(":")
        own_words = [own] if not column else said[: _ALL if kind in _SAID_SO else 2]
        if kind in kinds and (not only or own in only):
            for word in own_words:
                found[word] |= {own.casefold(), word.casefold()}
        else:
            others |= set(said)
    return {
        word: frozenset(names)
        for word, names in found.items()
        if word and word not in others and len(word.split()) <= _LONGEST
    }


def _rows() -> Iterator[tuple[str, list[str]]]:
    for table in _TABLES:
        for row in read_table(table):
            yield row[0], list(row)
    for row in read_table("colours"):
        yield f"colour:{row[0]}", list(row)


_FEMALE = {"fr": ("e", "ion"), "it": ("a", "ione"), "es": ("a", "ión"), "de": ("e", "ung")}
_ARTICLES = {
    "fr": (("un", "le"), ("une", "la")),
    "it": (("un", "il"), ("una", "la")),
    "es": (("un", "el"), ("una", "la")),
    "de": (("einen", "den"), ("eine", "die")),
    "sv": (("en", "den"), ("en", "den")),
}


def articles(word: str, language: str) -> tuple[str, str]:
    """Return "a" and "the" as they are mostly said before a word of that ending."""
    if language == "en":
        plural = word.endswith("s") and not word.endswith("ss")
        return ("" if plural else "an" if word[0] in "aeiou" else "a"), "the"
    a, the = _ARTICLES[language][word.split()[0].endswith(_FEMALE.get(language, ()))]
    if language in ("fr", "it") and word[0].casefold() in "aeiouhéàè":
        the = "l'"
    return a, the


def _filled(way: dict[str, Any], language: str, number: int, chance: random.Random) -> str:
    """Return one order of a way for a shot, with words drawn by chance."""
    words = sorted(known_words(tuple(way["rows"]), language, tuple(way.get("only", ()))))
    first, second = chance.sample(words, 2)
    a, the = articles(first, language)
    b, _ = articles(second, language)
    text = chance.choice(way["says"][language])
    said = text.format(
        n=number, x=first, y=second, a=a, b=b, the=the, of=_of(the, language)
    ).replace("l' ", "l'")
    return " ".join(said.split()).replace(" a the ", " the ")


def plain_orders(
    language: str, number: int, kinds: frozenset[str], chance: random.Random
) -> Iterator[str]:
    """Yield orders of some kinds for one shot, without end."""
    ways = [way for way in _WAYS if way["do"] in kinds]
    while True:
        yield _filled(chance.choice(ways), language, number, chance)


def _of(the: str, language: str) -> str:
    return {"le": "du", "l'": "de l'"}.get(the, f"de {the}") if language == "fr" else the
