"""Orders that are read right alone, put together as people do, with what must come of it.

What two orders come to together needs no person: what the one and what the other come to alone.
Orders that lean on words outside them, and pairs whose result depends on who comes first, are left
out. Knows nothing of how the words are read.
"""

import random
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from itertools import pairwise, permutations
from pathlib import Path
from typing import Any

import yaml

from toile.adapters.language.built_in.edits.message.board_words import BoardWords
from toile.adapters.language.built_in.edits.message.message import read_message
from toile.adapters.language.built_in.edits.reader import read_edit
from toile.adapters.language.built_in.text.tokens import tokenise
from toile.domain.board_commands import (
    AskCast,
    AskGuideline,
    CheckRights,
    Draft,
    Quote,
    Redo,
    Redraft,
    RestoreVersion,
    SetBrief,
    Undo,
    Vary,
)
from toile.domain.commands import Command, EditAnswer, EditContext, apply
from toile.domain.errors import CommandRefused
from toile.workflow.edit_state import context_of

LANGUAGES = ("en", "fr", "it", "es", "de", "sv")
_SETS = Path(__file__).parent / "evaluation"
_WAYS = {
    "en": [
        "{} and {}", "{}, {}", "{}. {}", "{}, and also {}", "{} and then {}", "{}, oh and {}",
        "{}; {}", "{}\n{}", "{} please, and {}", "{}, thanks. {}", "hi, {}. also, {}", "{} + {}",
        "- {}\n- {}", "1) {}\n2) {}", "{} & {}", "{}, then {}, thank you", "{}, plus {}",
    ],
    "fr": [
        "{} et {}", "{}, {}", "{}. {}", "{}, et aussi {}", "{} et puis {}", "{}, ah et {}",
        "{}; {}", "{}\n{}", "{} stp, et {}", "{}, merci. {}", "bonjour, {}. {}", "- {}\n- {}",
    ],
    "it": [
        "{} e {}", "{}, {}", "{}. {}", "{}, e anche {}", "{} e poi {}", "{}, ah e {}",
        "{}; {}", "{}\n{}", "{} per favore, e {}", "{}, grazie. {}", "ciao, {}. {}", "- {}\n- {}",
    ],
    "es": [
        "{} y {}", "{}, {}", "{}. {}", "{}, y también {}", "{} y luego {}", "{}, ah y {}",
        "{}; {}", "{}\n{}", "{} por favor, y {}", "{}, gracias. {}", "hola, {}. {}", "- {}\n- {}",
    ],
    "de": [
        "{} und {}", "{}, {}", "{}. {}", "{}, und außerdem {}", "{} und dann {}", "{}, ach und {}",
        "{}; {}", "{}\n{}", "{} bitte, und {}", "{}, danke. {}", "hallo, {}. {}", "- {}\n- {}",
    ],
    "sv": [
        "{} och {}", "{}, {}", "{}. {}", "{}, och dessutom {}", "{} och sen {}", "{}, ja och {}",
        "{}; {}", "{}\n{}", "{} tack, och {}", "{}, tack. {}", "hej, {}. {}", "- {}\n- {}",
    ],
}  # fmt: skip
_IN_TURN = ("then", "puis", "poi", "luego", "dann", "sen")
# Words by which an order leans on what is said beside it.
_LEANS = {
    "en": "too also same rest other others another instead then both else neither likewise",
    "fr": "aussi pareil pareille même mêmes reste autre autres plutôt deux puis",
    "it": "anche stesso stessa stessi stesse resto altro altra altre altri invece entrambe poi",
    "es": "también mismo misma resto otra otras otro otros ambas ambos dos luego",
    "de": "auch gleiche gleichen gleicher selbe selben rest andere anderen stattdessen beide "
    "beiden dann",
    "sv": "också även samma resten andra annat båda sedan sen istället",
}
_OPENS = frozenset("and but et mais e ma y pero und aber och men so".split())


@dataclass(frozen=True)
class Order:
    """One message and what it comes to alone."""

    language: str
    text: str
    answer: EditAnswer

    @property
    def kinds(self) -> frozenset[str]:
        """Return what an order does, in the words of the commands."""
        done = {f"{one.do} {getattr(one, 'field', '')}".strip() for one in self.answer.commands}
        return frozenset(done or {self.answer.type})


@dataclass(frozen=True)
class Together:
    """Orders in one message on one board."""

    board: EditContext
    way: str
    orders: tuple[Order, ...]
    message: str

    @property
    def language(self) -> str:
        """Return the language that all of it is in."""
        return self.orders[0].language

    def wrong(self) -> str:
        """Return what became of the message where it is not what the orders come to; else ""."""
        answer = read_edit(self.message, self.board)
        flags = {one.answer.flag.code for one in self.orders if one.answer.flag}
        if flags != ({answer.flag.code} if answer.flag else set()):
            return f"flag {answer.flag.code if answer.flag else 'missing'}: {answer.say}"
        wanted = _whole(_commands(self.orders), self.board)
        done = _whole(answer.commands, self.board)
        if wanted == done:
            return "" if self._answers(answer) else f"no answer: {answer.say}"
        silent = answer.type == "change"
        return f"{'silent' if silent else answer.type}: {answer.say}"

    def _answers(self, answer: EditAnswer) -> bool:
        """Whether each question of the message has its answer."""
        told = [one.answer.say for one in self.orders if one.answer.type == "answer"]
        return all(one.removesuffix("Nothing is changed.").strip() in answer.say for one in told)


def together(seed: int, count: int, size: int = 2) -> Iterator[Together]:
    """Yield messages of some orders each, other ones for another seed."""
    chance = random.Random(seed)
    told = 0
    while told < count:
        made = _made(LANGUAGES[told % len(LANGUAGES)], size, chance)
        if made is not None:
            told += 1
            yield made


def _made(language: str, size: int, chance: random.Random) -> Together | None:
    """Return orders in one message, or ``None`` where their result is not plain."""
    board, texts = chance.choice(_said()[language])
    chosen = []
    for text in chance.sample(texts, size):
        order = _plain(board, language, text)
        if order is None:
            return None
        chosen.append(order)
    changing = [one for one in chosen if one.answer.type == "change"]
    if not changing or not _commute(changing, board):
        return None
    ways = _WAYS[chosen[0].language]
    text, last = chosen[0].text, chosen[0]
    used = []
    for one in chosen[1:]:
        way = chance.choice(ways)
        if any(word in way for word in _IN_TURN) and _renumbers([last, one]):
            way = "{}. {}"
        low = one.text[:1].casefold() + one.text[1:]
        told = low if _plain(board, language, low) else one.text
        text, last = way.format(text.rstrip(" .!"), told), one
        used.append(way)
    return Together(board, " | ".join(used), tuple(chosen), text)


def _renumbers(orders: list[Order]) -> bool:
    moved = {"add_shot", "delete_shots", "duplicate_shot", "move_shots", "swap_shots", "reorder"}
    return any(command.do in moved for one in orders for command in one.answer.commands)


def _commute(orders: list[Order], board: EditContext) -> bool:
    """Whether orders come to the same in every order, and each still does something."""
    ways = [_whole(_commands(some), board) for some in permutations(orders)]
    if None in ways or any(one != two for one, two in pairwise(ways)):
        return False
    most = [_whole(_commands(o for o in orders if o is not left), board) for left in orders]
    return all(one != ways[0] for one in most)


def _commands(orders: Any) -> list[Command]:
    return [command for one in orders for command in one.answer.commands]


def _whole(commands: Any, board: EditContext) -> Any:
    """Return what commands come to: the board, new shots without a name, and what else is done."""
    try:
        shots = apply(commands, board)
    except CommandRefused:
        return None
    known = {shot.id for shot in board.shots.shots}
    rows = [
        shot.model_dump(exclude={"no", "reasons"} | (set() if shot.id in known else {"id"}))
        for shot in shots.shots
    ]
    for row in rows:
        for name in ("garments", "props", "talent"):
            row[name] = sorted(row[name])
    beside = sorted({c.model_dump_json() for c in commands if isinstance(c, _BESIDE)})
    return rows, beside


@cache
def _said() -> dict[str, list[tuple[EditContext, list[str]]]]:
    """Return what is said in each language on the boards of the lists, eight and more on each."""
    found: dict[str, list[tuple[EditContext, list[str]]]] = {name: [] for name in LANGUAGES}
    for board, told in (*_directors(), *_breaths(), *_five(), *_stylists(), *_unchanged()):
        for name in LANGUAGES:
            texts = [text for language, text in told if language == name]
            if len(texts) >= _FEWEST:
                found[name].append((board, texts))
    return found


# What is done beside the rows of a board.
_BESIDE = (
    AskCast, AskGuideline, CheckRights, Draft, Quote, Redo, Redraft, RestoreVersion, SetBrief, Undo,
    Vary,
)  # fmt: skip
_FEWEST = 8
_Told = tuple[EditContext, list[tuple[str, str]]]


def _list(name: str) -> Any:
    return yaml.load((_SETS / f"{name}.yaml").read_text("utf-8"), Loader=yaml.CSafeLoader)


def _directors() -> Iterator[_Told]:
    told = _list("what-a-director-says")
    for name, rows in told["boards"].items():
        own = [w for w in told["said"] if w["board"] == name and "context" not in w]
        texts = [(one, t) for w in own for one in LANGUAGES for t in w.get(one, "").splitlines()]
        yield context_of({}, rows), texts


def _breaths() -> Iterator[_Told]:
    told = _list("what-comes-in-one-breath")
    for name, rows in told["boards"].items():
        twins = sorted({person for shot in rows for person in shot["talent"]})
        texts = [(w["lang"], w["message"]) for w in told["said"] if w["board"] == name]
        yield context_of({"twins": twins}, rows), texts


def _five() -> Iterator[_Told]:
    told = _list("what-five-languages-say")
    board = context_of({}, told["board"])
    yield board, _by_language(board, [text for row in told["said"] for text in row])


def _stylists() -> Iterator[_Told]:
    told = _list("what-a-stylist-says")
    for name, rows in told["boards"].items():
        board = context_of({"twins": told["twins"][name]}, rows)
        yield board, _by_language(board, [text for row in told["said"][name] for text in row])


def _unchanged() -> Iterator[_Told]:
    told = _list("what-changes-nothing")
    board = context_of({"twins": told["twins"]}, told["board"])
    yield board, _by_language(board, [row["message"] for row in told["said"]])


def _by_language(board: EditContext, texts: list[str]) -> list[tuple[str, str]]:
    """Return texts with the language each is read in."""
    words = BoardWords(board.shots)
    return [((read_message(t, board.shots, words).languages or ("en",))[0], t) for t in texts]


@cache
def _words(language: str) -> frozenset[str]:
    return frozenset(_LEANS[language].split())


def _plain(board: EditContext, language: str, text: str) -> Order | None:
    """Return an order that stands alone, whatever was spoken of before; else ``None``."""
    words = [token.text.casefold() for token in tokenise(text)]
    if set(words) & _words(language) or words[0] in _OPENS:
        return None
    first, last = (
        read_edit(text, board.model_copy(update={"last_mentioned": shot.id}))
        for shot in (board.shots.shots[0], board.shots.shots[-1])
    )
    stands = first == last and first.type in ("change", "answer", "refuse")
    return Order(language, text, first) if stands else None
