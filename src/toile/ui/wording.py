"""The words people read: rights, fields, media, places, dates. Tone is edited here."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from functools import cache
from importlib.resources import files
from typing import Any, Literal

import yaml
from babel import Locale
from babel.dates import format_date

Colour = Literal["green", "blue", "orange", "red", "gray"]


@dataclass(frozen=True)
class Standing:
    """A decision as people see it: a word, a colour and an icon, never the colour alone."""

    word: str
    colour: Colour
    icon: str


STANDINGS = {
    "permitted": Standing("Cleared", "green", ":material/check:"),
    "permitted_with_duties": Standing(
        "Cleared with duties", "blue", ":material/assignment_turned_in:"
    ),
    "needs_approval": Standing("Needs approval", "orange", ":material/front_hand:"),
    "denied": Standing("Refused", "red", ":material/block:"),
    "not_enough_information": Standing("Not enough information", "gray", ":material/help:"),
}
# Strongest first: the word on a picture of two people is the stricter of both.
STRICTEST = (
    "denied",
    "not_enough_information",
    "needs_approval",
    "permitted_with_duties",
    "permitted",
)
DRAFT_ONLY = Standing("Draft only", "orange", ":material/front_hand:")
NOBODY = Standing("Nobody in it", "gray", ":material/person_off:")

NUMBERS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")


def strictest(outcomes: Iterable[str]) -> Standing:
    """Return the standing of a picture from the outcomes of its people."""
    found = set(outcomes)
    for outcome in STRICTEST:
        if outcome in found:
            return STANDINGS[outcome]
    return NOBODY


def medium(path: str) -> str:
    """Say a path of the media tree in words."""
    labels: dict[str, str] = _rights_words("media")["labels"]
    said = labels.get(path) or path.rsplit(".", 1)[-1].replace("_", " ")
    return said.removeprefix("the ")


@cache
def place(code: str) -> str:
    """Say a territory code in words."""
    table = _rights_words("territories")
    known = table["aliases"].get(code, code)
    if known == "WORLD":
        return "worldwide"
    named = table["group_names"].get(known) or Locale("en").territories.get(known, known)
    return str(named)


@cache
def _rights_words(table: str) -> dict[str, Any]:
    text = (files("toile") / "data" / "rights" / f"{table}.yaml").read_text(encoding="utf-8")
    words: dict[str, Any] = yaml.safe_load(text)
    return words


def places(codes: Iterable[str]) -> str:
    """Say territories in one line; the first six, then how many more."""
    names = [place(code) for code in codes]
    more = f" and {len(names) - 6} more" if len(names) > 7 else ""
    return ", ".join(names[:6] if more else names) + more


def day(value: date | datetime | None) -> str:
    """Say a day: 2 Mar 2027."""
    return format_date(value, "d MMM yyyy", locale="en_GB") if value else ""


def days(start: date | None, end: date | None) -> str:
    """Say a span of days."""
    if start and end:
        return f"{day(start)} to {day(end)}"
    if end:
        return f"until {day(end)}"
    return f"from {day(start)}" if start else ""


def brand(name: str) -> str:
    """Say a brand's id as its name is written: maison-orel is Maison Orel."""
    return name.replace("-", " ").title() if name.islower() else name


def number(count: int, thing: str, things: str = "") -> str:
    """Say a small count in words: three open questions."""
    word = NUMBERS[count] if count < len(NUMBERS) else f"{count:,}"
    return f"{word} {thing if count == 1 else things or thing + 's'}"


def capital(text: str) -> str:
    """Begin with a capital, leaving the rest as the director wrote it."""
    return text[:1].upper() + text[1:]


def spaced(measure: str) -> str:
    """Put the space between number and unit that setters put there: 50 mm."""
    return re.sub(r"(?<=\d)(?=mm\b)", "\u00a0", measure)


def seconds(value: float | None) -> str:
    """Say how long something takes; unknown stays unknown."""
    if value is None:
        return "no estimate yet"
    if value < 90:
        return f"about {max(1, round(value))} s"
    return f"about {round(value / 60)} min"


# Addresses, :shortcodes: and :material/icons: are found after escapes are read, so only something
# between their letters keeps them words. A word joiner is seen by nobody and read by nobody.
_FOUND_LATE = re.compile(
    r"(?<=:)(?=//)|(?<=\bwww)(?=\.)|(?<=[\w.+-])(?=@)|(?<=:)(?=[\w+/-]+:)", re.IGNORECASE
)
_JOINER = "\u2060"
_MARKUP = re.compile(r"[\\`*_\[\]<>#$|~:&]")
_LINE_START = re.compile(r"^[ \t]*(?:(?P<mark>[-+=])|(?P<number>\d+)(?P<dot>[.)]))?", re.MULTILINE)


def besides(said: str, done: Iterable[str]) -> str:
    """Return what is said beside what is done: the answer to a question, a refusal's reason."""
    for step in sorted(done, key=len, reverse=True):
        words = re.escape(step.rstrip(".?!…"))
        said = re.sub(rf"{words}(?:, \d+ times)?[.?!…]?", "", said, flags=re.IGNORECASE)
    return " ".join(said.split())


def plain(text: str) -> str:
    """Return text that markdown shows as it is: words of others never become markup."""
    escaped = _MARKUP.sub(r"\\\g<0>", _FOUND_LATE.sub(_JOINER, text))
    return _LINE_START.sub(_no_list, escaped)


def _no_list(start: re.Match[str]) -> str:
    if mark := start["mark"]:
        return f"\\{mark}"
    return f"{start['number']}\\{start['dot']}" if start["number"] else ""
