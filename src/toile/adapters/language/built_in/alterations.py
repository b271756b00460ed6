"""Wishes to change a person's body, face or skin, told from words about clothes, pose and light.

A wish is a change that takes a part of a person as its object: between the two stand only small
words and names. The vocabulary, by language, is ``data/language/alterations.yaml``.
"""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files
from typing import Literal

import yaml

from toile.adapters.language.built_in.lexicon import LANGUAGES, word_set
from toile.adapters.language.built_in.page import Page, Segment
from toile.adapters.language.built_in.phrases import inside
from toile.adapters.language.built_in.tokens import tokenise
from toile.domain.brief import Flag
from toile.domain.values import Value

Code = Literal["BODY_RESHAPING", "FEATURE_ALTERATION", "SKIN_TONE_ALTERATION"]
Phrase = tuple[str, ...]
Stretch = tuple[int, int]

_WORN = ("g", "h", "b", "j")
_WITH = frozenset(("with", "mit", "avec", "con", "med", "by"))
_BREAKS = frozenset(",;:()[]–—!?")
_WIDEST_GAP = 6
_REACH = 4
_SURE = 160


class Wish(Value):
    """A flag, the group of words for what is changed, and the group for how."""

    code: Code
    part: str
    change: str


class _Words:
    """The phrases of one group; a word that ends in ``*`` stands for all that begin so."""

    def __init__(self, phrases: frozenset[Phrase]) -> None:
        self._whole: dict[str, list[Phrase]] = defaultdict(list)
        self._begun: list[Phrase] = []
        for phrase in sorted(phrases, key=len, reverse=True):
            if phrase[0].endswith("*"):
                self._begun.append(phrase)
            else:
                self._whole[phrase[0]].append(phrase)

    def at(self, page: Page, place: int, end: int) -> int:
        """Return where the longest phrase that starts at a token ends; the token itself if none."""
        ends = [
            place + len(phrase)
            for phrase in _starting(self, page.form(place))
            if place + len(phrase) <= end
            and all(_is(page.form(place + step), word) for step, word in enumerate(phrase))
        ]
        return max(ends, default=place)

    def starting(self, first: str) -> tuple[Phrase, ...]:
        """Return the phrases that may start with a word."""
        begun = (phrase for phrase in self._begun if first.startswith(phrase[0][:-1]))
        return (*self._whole.get(first, ()), *begun)

    def within(self, page: Page, start: int, end: int) -> list[Stretch]:
        """Return every stretch that these words cover."""
        found = ((place, self.at(page, place, end)) for place in range(start, end))
        return [(place, stop) for place, stop in found if stop > place]


@lru_cache(maxsize=50_000)
def _starting(words: _Words, first: str) -> tuple[Phrase, ...]:
    """Return ``words.starting``; every group in every language is asked for every word."""
    return words.starting(first)


def _is(form: str, word: str) -> bool:
    return form.startswith(word[:-1]) if word.endswith("*") else form == word


@cache
def _data() -> dict[str, object]:
    path = files("toile") / "data" / "language" / "alterations.yaml"
    data: dict[str, object] = yaml.safe_load(path.read_text(encoding="utf-8"))
    return data


@cache
def _wishes() -> tuple[Wish, ...]:
    rows = _data()["wishes"]
    assert isinstance(rows, list)
    return tuple(Wish.model_validate(row) for row in rows)


def _why(code: str) -> str:
    whys = _data()["whys"]
    assert isinstance(whys, dict)
    return str(whys[code])


def _phrase(text: str) -> Phrase:
    """Return the tokens of "get-rid-of" or "love handles"; a star stays with its word."""
    return tuple(
        token.form + ("*" if text.replace("-", " ")[token.end :].startswith("*") else "")
        for token in tokenise(text.replace("-", " "))
        if token.text != "*"
    )


@cache
def _group(language: str, *names: str) -> _Words:
    """Return groups of words in one language together."""
    spoken = _data()["languages"]
    assert isinstance(spoken, dict)
    words = [word for name in names for word in spoken[language][name].split()]
    return _Words(frozenset(map(_phrase, words)))


@cache
def _alone(language: str, code: str) -> _Words:
    """Return the phrases that are a wish by themselves."""
    spoken = _data()["languages"]
    assert isinstance(spoken, dict)
    return _Words(frozenset(map(_phrase, spoken[language]["alone"][code].split("|"))))


def _spoken(page: Page) -> tuple[str, ...]:
    """Return the languages to read: all of them where a text is too short to be sure of its own."""
    return LANGUAGES if len(page.text) < _SURE else tuple({"en", *page.languages})


def alterations(
    page: Page, segment: Segment, negations: list[Stretch], people: frozenset[str] = frozenset()
) -> list[tuple[int, Flag]]:
    """Return the flags of one segment, each with the token of the wish.

    ``people`` are folded first names that may stand between a change and its object.
    """
    found: dict[str, tuple[int, Flag]] = {}
    quote = page.words(segment.start, segment.end)
    for start, end in _clauses(page, segment):
        for code, place in _told(page, start, end, negations, people):
            flag = Flag(code=code, action="refuse", why=_why(code), quote=quote)
            found.setdefault(code, (place, flag))
    return list(found.values())


def _clauses(page: Page, segment: Segment) -> Iterator[Stretch]:
    start = segment.start
    for place in range(segment.start, segment.end + 1):
        if place == segment.end or page.tokens[place].text in _BREAKS:
            if place > start:
                yield start, place
            start = place + 1


def _told(
    page: Page, start: int, end: int, negations: list[Stretch], people: frozenset[str]
) -> Iterator[tuple[Code, int]]:
    for wish in _wishes():
        for language in _spoken(page):
            reading = _Reading(page, start, end, language, people)
            told = (*_alone(language, wish.code).within(page, start, end), *reading.objects(wish))
            yield from ((wish.code, place) for place, _ in told if not inside(place, negations))


@dataclass(frozen=True)
class _Reading:
    """One clause in one language; a part and its change must be of the same."""

    page: Page
    start: int
    end: int
    language: str
    people: frozenset[str]

    def objects(self, wish: Wish) -> Iterator[Stretch]:
        """Yield the changes whose object is the part, whichever of the two stands first."""
        parts = self._parts(wish)
        for change in _group(self.language, wish.change).within(self.page, self.start, self.end):
            for part in parts:
                first, second = sorted((change, part))
                apart = first[1] <= second[0] and self._joined(first[1], second[0])
                if not apart or self._is_make_up(first[0], second[1]):
                    continue
                if not self._of_a_thing(first[0], part[1], second[1]):
                    yield change

    def _is_make_up(self, start: int, end: int) -> bool:
        """Whether "bronzed skin" is a look that is asked for, not skin that is to be bronzed."""
        span = self.page.span_at(start, "hmu")
        asked = word_set("alterations.make") & {self.page.form(p) for p in range(self.start, start)}
        return span is not None and span.end >= end and not asked

    def _parts(self, wish: Wish) -> list[Stretch]:
        found = _group(self.language, wish.part).within(self.page, self.start, self.end)
        named = [(p, p + 1) for p in range(self.start, self.end) if self._is_named(p)]
        return [*found, *(named if wish.part == "person" else ())]

    def _is_named(self, place: int) -> bool:
        """Whether a token is somebody's first name, also in "Ines's"."""
        return self.page.form(place).partition("'")[0] in self.people

    def _joined(self, start: int, end: int) -> bool:
        """Whether nothing but small words, numbers, names and other parts stands in between."""
        between = _group(self.language, "gap", "body", "feature")
        place = start
        while place < end:
            stop = between.at(self.page, place, end)
            text = self.page.tokens[place].text
            small = text.isdecimal() or text in "'’" or self.page.span_at(place, "n") is not None
            if stop == place and not (small or self._is_named(place)):
                return False
            place = max(stop, place + 1)
        return end - start <= _WIDEST_GAP

    def _of_a_thing(self, first: int, *ends: int) -> bool:
        """Whether clothes, a pose or the picture are changed: their words stand beside."""
        return self._belongs_to_worn(first) or any(self._leads_to_a_thing(end) for end in ends)

    def _belongs_to_worn(self, place: int) -> bool:
        """Whether a garment stands before: "the belt at the waist thinner"."""
        small = _group(self.language, "gap")
        for here in range(place - 1, max(self.start, place - _REACH) - 1, -1):
            if self.page.first(here, *_WORN):
                return True
            if small.at(self.page, here, self.end) == here:
                return False
        return False

    def _leads_to_a_thing(self, place: int) -> bool:
        if self.page.form(place) == "-":
            return True
        small, pose = _group(self.language, "gap"), _group(self.language, "pose", "behind")
        for here in range(place, min(self.end, place + _REACH)):
            if self.page.first(here, *_WORN) or pose.at(self.page, here, self.end) > here:
                return True
            linked = self.page.form(here) in _WITH
            if small.at(self.page, here, self.end) == here and not linked:
                return False
        return False
