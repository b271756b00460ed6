"""Single orders that are read right, and the same orders in other words, drawn by a seed."""

import re
import unicodedata
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from random import Random
from typing import Any

import yaml

from toile.adapters.language.built_in.edits.reader import read_edit
from toile.adapters.language.built_in.text.lexicon import FOR_EDITS
from toile.adapters.language.built_in.text.spoken_in import languages_of
from toile.domain.commands import EditAnswer, EditContext
from toile.workflow.edit_state import context_of

SETS = Path(__file__).parent / "evaluation"
LANGUAGES = ("en", "fr", "it", "es", "de", "sv")
PLAIN = {"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss", "Ä": "Ae", "Ö": "Oe", "Ü": "Ue"}


def _told(name: str) -> Any:
    return yaml.load((SETS / name).read_text("utf-8"), Loader=yaml.CSafeLoader)


WORDS = _told("rewordings.yaml")


@dataclass(frozen=True)
class Order:
    """A message, its language, and the board it is said to."""

    text: str
    language: str
    board: tuple[dict[str, Any], ...]
    twins: tuple[str, ...] | None = None

    def context(self) -> EditContext:
        """Return the board and its twins as the reader takes them."""
        return context_of({"twins": self.twins} if self.twins else {}, self.board)

    def answer(self) -> EditAnswer:
        """Return what is understood of the message."""
        return read_edit(self.text, self.context())

    def said(self, text: str) -> "Order":
        """Return the same order in other words."""
        return Order(text, self.language, self.board, self.twins)


def outcome(answer: EditAnswer) -> tuple[Any, ...]:
    """Return what an answer comes to: its type, its board, its commands, its flag."""
    made = sorted(type(command).__name__ for command in answer.commands)
    flag = answer.flag.code if answer.flag else ""
    return answer.type, answer.shots.model_dump_json(), made, flag


def orders() -> Iterator[Order]:
    """Yield the orders of the lists that a director and a stylist say, one a line."""
    told = _told("what-a-director-says.yaml")
    for wish in told["said"]:
        if not wish.get("context"):
            for language in LANGUAGES:
                for text in wish.get(language, "").splitlines():
                    yield Order(text, language, tuple(told["boards"][wish["board"]]))
    told = _told("what-a-stylist-says.yaml")
    for board, rows in told["said"].items():
        for text in (text for row in rows for text in row):
            twins, shots = told["twins"][board], told["boards"][board]
            yield Order(text, language_of(text), tuple(shots), tuple(twins))
    told = _told("what-five-languages-say.yaml")
    for text in (text for row in told["said"] for text in row):
        yield Order(text, language_of(text), tuple(told["board"]))


def language_of(text: str) -> str:
    """Return the language that the reader takes a message for."""
    return languages_of(text, FOR_EDITS)[0]


def starts_with_verb(order: Order) -> bool:
    """Say whether an order starts with a verb that a polite frame takes."""
    words = WORDS[order.language]
    return order.text.split()[0].lower() in (words.get("verbs") or words["infinitive"])


def _framed(kind: str) -> Callable[[Order, Random], str | None]:
    def frame(order: Order, draw: Random) -> str | None:
        return _in(draw.choice(WORDS[order.language][kind]), order.text)

    return frame


def _in(frame: str, text: str) -> str:
    text = text.strip().removesuffix(".")
    if not frame.startswith("{m}") and not re.match(r"(?:[A-Z]\w+\b)", text):
        text = text[0].lower() + text[1:]
    return frame.replace("{m}", text)


def _polite(order: Order, draw: Random) -> str | None:
    if "?" in order.text or re.match(r"(?:please|let's|can|could|i |we |what|who|why)", order.text):
        return None
    words = WORDS[order.language]
    if not starts_with_verb(order):
        return _in(draw.choice(words["polite"]["noun"]), order.text)
    first, _, rest = order.text.partition(" ")
    if order.language == "de":
        text = f"{rest} {words['infinitive'][first.lower()]}"
        text = re.sub(r"\b(raus|weg|rein|auf|um|ab|hoch|an) (\w+)$", r"\1\2", text)
    else:
        text = f"{words.get('infinitive', {}).get(first.lower(), first)} {rest}"
    return _in(draw.choice(words["polite"]["start"]), text)


def number_in(order: Order) -> re.Match[str] | None:
    """Return the one number of a shot in an order, where there is exactly one number."""
    found = list(re.finditer(WORDS[order.language]["alone"], order.text))
    digits = re.findall(r"\d+", order.text)
    if len(found) != 1 or len(digits) > 1 or not 1 <= _number(order, found[0]) <= len(order.board):
        return None
    return found[0]


def _number(order: Order, match: re.Match[str]) -> int:
    if match[1]:
        return int(match[1])
    return ["ettan", "tvåan", "trean", "fyran", "femman", "sexan"].index(match[0]) + 1


def _call(order: Order, draw: Random, number: int) -> str:
    words = WORDS[order.language]
    return str(draw.choice(words["calls"]).format(n=number, nth=words["nth"][number - 1]))


def _called(order: Order, draw: Random) -> str | None:
    match = number_in(order)
    if match is None:
        return None
    call = _call(order, draw, _number(order, match))
    if order.text[match.end() :].startswith(("'s", "nd", "th")):
        return None
    return order.text[: match.start()] + call + order.text[match.end() :]


def _moved(order: Order, draw: Random) -> str | None:
    match = number_in(order)
    if match is None:
        return None
    words = WORDS[order.language]
    call = match[0]
    for place in words["places"]:
        seat = place.format(c=call)
        if re.match(re.escape(seat) + r"[,:]? ", order.text, re.IGNORECASE):
            rest, frames = order.text[len(seat) :].lstrip(",: "), words["back"]
            break
        if order.text.endswith(" " + seat):
            rest, frames = order.text.removesuffix(seat).rstrip(" ,"), words["front"]
            break
    else:
        return None
    named = _call(order, draw, _number(order, match)) if draw.random() < 0.5 else call
    return str(_in(draw.choice(frames).replace("{c}", named), rest))


def _unmarked(order: Order, _: Random) -> str | None:
    text = re.sub(r"(?<!\d)[,.;:!?¿¡]+(?!\w)|[,.;!?¿¡](?= )", "", order.text)
    return text if text != order.text else None


def _lowered(order: Order, _: Random) -> str | None:
    return order.text.lower() if order.text.lower() != order.text else None


def _mistyped(order: Order, draw: Random) -> str | None:
    names = {name for shot in order.board for name in shot["talent"]} | set(order.twins or ())
    words = [
        m for m in re.finditer(r"[^\W\d_]{5,}", order.text) if m[0] not in names and m[0].islower()
    ]
    if not words:
        return None
    match = draw.choice(words)
    word, at = match[0], draw.randrange(1, len(match[0]) - 2)
    slips = [
        word[:at] + word[at + 1] + word[at] + word[at + 2 :],
        word[:at] + word[at + 1 :],
        word[:at] + word[at] + word[at:],
    ]
    slip = draw.choice(slips)
    return order.text[: match.start()] + slip + order.text[match.end() :] if slip != word else None


def _unaccented(order: Order, draw: Random) -> str | None:
    text = order.text
    if order.language == "de" or (order.language == "sv" and draw.random() < 0.3):
        text = "".join(PLAIN.get(letter, letter) for letter in text)
    text = "".join(c for c in unicodedata.normalize("NFD", text) if not unicodedata.combining(c))
    return text if text != order.text else None


def _spoken(order: Order, _: Random) -> str | None:
    if order.language == "sv" or not re.search(r"\d", order.text):
        return None
    spoken = WORDS[order.language]["spoken"]
    by = {"en": "by", "fr": "sur", "it": "per", "es": "por", "de": "zu"}[order.language]
    text = re.sub(r"(\d):(\d)", rf"\1 {by} \2", order.text)
    text = re.sub(r"\b[1-8]\b", lambda m: spoken[int(m[0]) - 1], text)
    return re.sub(r"[,:;.!?]", "", text) if text != order.text else None


def _with_faces(order: Order, draw: Random) -> str | None:
    return _in(draw.choice(WORDS["emoji"]), order.text)


KINDS: dict[str, Callable[[Order, Random], str | None]] = {
    "called otherwise": _called,
    "shot moved": _moved,
    "polite": _polite,
    "hedged": _framed("hedge"),
    "reason behind": _framed("reason"),
    "reason before": _framed("before"),
    "greeted": _framed("greeting"),
    "without marks": _unmarked,
    "lower case": _lowered,
    "capitals": lambda order, _: order.text.upper(),
    "mistyped": _mistyped,
    "without accents": _unaccented,
    "dictated": _spoken,
    "with faces": _with_faces,
}


def reworded(kind: str, order: Order, draw: Random) -> Order | None:
    """Return an order in other words of a kind, where it can be said so."""
    text = KINDS[kind](order, draw)
    return order.said(text) if text else None
