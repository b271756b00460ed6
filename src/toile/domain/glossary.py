"""The trade's words in six languages: a question becomes English trade words before it is embedded.

Belongs here: matching of words and phrases, however inflected, and German and Swedish compounds.
Does not: the words themselves (a data file), vectors.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from toile.domain.ranking import Sought
from toile.domain.words import STOP, accented, stem, terms, words

LANGUAGES = ("en", "fr", "it", "es", "de", "sv")
_LONGEST_PHRASE = 5
# By language: a phrase, its idea, and its place in the idea's column.
Phrases = dict[tuple[str, ...], tuple[int, int]]
Index = dict[str, Phrases]
# Further ideas of a phrase that means several things: smoke is haze and is tobacco.
Also = dict[tuple[str, tuple[str, ...]], list[int]]


@dataclass(frozen=True)
class Glossary:
    """``ideas`` holds each idea's English words; ``index`` leads from a phrase to its idea.

    ``bare`` leads there without accents, for words that are typed so: "år" is a year, "är" is "is".
    Ideas in ``generic`` ("allowed", "picture") say little about what a question is after; the
    words of ideas in ``near`` are neighbours (boots, heels) and not the same thing.
    """

    ideas: tuple[tuple[str, ...], ...]
    index: Index
    bare: Index
    small: dict[str, frozenset[str]]
    generic: frozenset[int]
    also: Also
    near: frozenset[int]
    kinds: Mapping[str, frozenset[str]]
    _by_start: dict[str, dict[str, tuple[str, ...]]] = field(default_factory=dict)

    @classmethod
    def of(
        cls,
        lines: Iterable[str],
        kinds: Mapping[str, frozenset[str]] | None = None,
        dictionary: Iterable[str] = (),
    ) -> "Glossary":
        """Read the lines of the data file; ``kinds`` are stems of what each stem is a kind of.

        Words of ``dictionary`` translate what the lines leave open; they forbid nothing.
        """
        ideas: list[tuple[str, ...]] = []
        index: Index = {language: {} for language in LANGUAGES}
        small: dict[str, frozenset[str]] = {}
        generic = 0
        also: Also = {}
        near: set[int] = set()
        for line in (line.strip() for line in lines):
            if line.startswith("="):
                language, _, rest = line[1:].partition(":")
                small[language.strip()] = frozenset(spelled(rest))
            elif line.startswith("@"):
                generic = len(ideas)
            elif line and not line.startswith("#"):
                near.update([len(ideas)] if line.startswith("~") else ())
                _enter(line.removeprefix("~"), ideas, index, also, near)
        own = len(ideas)
        for line in dictionary:
            _enter_missing(line, ideas, index, near)
        weak = frozenset(range(generic or own, own))
        bare = {language: _unaccented(phrases) for language, phrases in index.items()}
        given = (tuple(ideas), index, bare, small, weak, also, frozenset(near), kinds or {})
        return cls(*given, _starts(bare))

    def language(self, question: str) -> str:
        """Return the likeliest language of a question; English when nothing speaks against it."""
        asked = spelled(question)
        scores = {language: self._score(asked, language) for language in LANGUAGES}
        best = max(LANGUAGES, key=lambda language: scores[language])
        return best if scores[best] > scores["en"] else "en"

    def _score(self, asked: tuple[str, ...], language: str) -> float:
        small = sum(word in self.small.get(language, ()) for word in asked)
        english = language == "en"
        forms = (stem(word) for word in asked) if english else iter(asked)
        known = sum((word,) in self.index[language] for word in forms)
        # What could be either is English, which most questions are.
        return small + 0.6 * known + 0.3 * english

    def english(self, text: str, language: str = "") -> str:
        """Return a text as English trade words; an English one as it is.

        The language is told by the words where it is not given.
        """
        language = language or self.language(text)
        if language == "en":
            return text
        asked, at = spelled(text), 0
        out: list[str] = []
        while at < len(asked):
            found, length = self._longest(asked, at, language)
            out.extend(found or self._unknown(asked[at], language))
            at += length
        return " ".join(dict.fromkeys(out))

    def unheard(self, question: str) -> tuple[str, ...]:
        """Return the words of a question in another language that are not understood."""
        language = self.language(question)
        if language == "en":
            return ()
        english = set(self.english(question).split())
        everyday = self.small["en"] | {word for (word, *_) in self.index["en"]}
        return tuple(
            word
            for word in dict.fromkeys(spelled(question))
            if word in english and word not in everyday and not word.isdigit()
        )

    def _unknown(self, word: str, language: str) -> tuple[str, ...]:
        if word in self.small.get(language, ()):
            return ()
        return self._compound(word, language) or (word,)

    def _longest(
        self, asked: tuple[str, ...], at: int, language: str
    ) -> tuple[tuple[str, ...], int]:
        """Return the English of the longest phrase that starts here, and its length."""
        index, bare = self.index[language], self.bare[language]
        for length in range(min(_LONGEST_PHRASE, len(asked) - at), 0, -1):
            phrase = asked[at : at + length]
            idea = index.get(phrase)
            if idea is None and length > 1:
                idea = bare.get(tuple(self._known(word, language) for word in phrase))
            if idea is not None:
                return (self._word(idea),), length
        if asked[at] in self.small.get(language, ()):
            return (), 1
        idea = bare.get((self._known(asked[at], language),))
        return ((self._word(idea),) if idea is not None else ()), 1

    def _word(self, found: tuple[int, int]) -> str:
        """Return the English word in the same place of its column, or the idea's first."""
        idea, place = found
        own = self.ideas[idea]
        return own[place] if place < len(own) else own[0]

    def _known(self, word: str, language: str) -> str:
        """Return the entry that a word is an inflection of, or the word."""
        word = "".join(plain(word))
        if len(word) < 4 or (word,) in self.bare[language]:
            return word
        best, share = word, 0.0
        for entry in self._by_start.get(language, {}).get(word[:3], ()):
            common = _common(word, entry)
            here = common / max(len(word), len(entry))
            if common >= 4 and here >= 0.7 and here > share:
                best, share = entry, here
        return best

    def _compound(self, word: str, language: str) -> tuple[str, ...]:
        if language not in {"de", "sv"} or len(word) < 8:
            return ()
        for cut in range(len(word) - 3, 3, -1):
            left, right = word[:cut], word[cut:]
            ideas = [
                self.bare[language].get((self._known(part, language),))
                for part in (left, left.removesuffix("s"), right)
            ]
            first = ideas[0] if ideas[0] is not None else ideas[1]
            if first is not None and ideas[2] is not None:
                return self._word(first), self._word(ideas[2])
        return ()

    def sought(self, question: str) -> tuple[Sought, ...]:
        """Return what an English question is after: trade words with their kin, and the rest."""
        asked = words(question)
        stems = tuple(stem(word) for word in asked)
        found: list[Sought] = []
        at = 0
        while at < len(asked):
            idea, length = self._idea(stems, at)
            if idea is not None:
                found.append(self._family(stems[at : at + length], idea))
            elif asked[at] not in STOP:
                found.append(Sought((stems[at],)))
            at += length
        return tuple({one.own: one for one in found}.values())

    def _idea(self, stems: tuple[str, ...], at: int) -> tuple[int | None, int]:
        for length in range(min(_LONGEST_PHRASE, len(stems) - at), 0, -1):
            found = self.index["en"].get(stems[at : at + length])
            if found is not None:
                return found[0], length
        return None, 1

    def is_kind(self, stems: Iterable[str], wanted: frozenset[str]) -> bool:
        """Say whether one of the stems is a kind of the one thing wanted: a parrot, an animal."""
        return any(wanted <= self.kinds.get(one, frozenset()) for one in stems)

    def _family(self, own: tuple[str, ...], idea: int) -> Sought:
        senses = (idea, *self.also.get(("en", own), ()))
        same = self._wordings([sense for sense in senses if sense not in self.near], own)
        kin, generic = self._wordings(senses, own), idea in self.generic
        return Sought(own, kin, self.ideas[idea], generic=generic, same=same)

    def _wordings(self, ideas: Iterable[int], own: tuple[str, ...]) -> tuple[tuple[str, ...], ...]:
        found = (terms(entry) for idea in ideas for entry in self.ideas[idea])
        return tuple(entry for entry in dict.fromkeys(found) if entry and entry != own)


def plain(text: str) -> tuple[str, ...]:
    """Return the words in lower case without accents; an apostrophe parts words."""
    return words(_parted(text))


def spelled(text: str) -> tuple[str, ...]:
    """Return the words in lower case with their accents; an apostrophe parts words."""
    return accented(_parted(text))


def _parted(text: str) -> str:
    return text.replace("’", " ").replace("'", " ").replace("-", " ")


def _unaccented(phrases: Phrases) -> Phrases:
    bare: Phrases = {}
    for phrase, idea in phrases.items():
        bare.setdefault(plain(" ".join(phrase)), idea)
    return bare


def _enter_missing(line: str, ideas: list[tuple[str, ...]], index: Index, near: set[int]) -> None:
    """Enter a line's words in other languages where they mean nothing yet."""
    columns = _columns(line)
    if not columns[0]:
        return
    ideas.append(columns[0])
    near.add(len(ideas) - 1)
    for language, entries in zip(LANGUAGES, columns, strict=True):
        for entry in entries:
            index[language].setdefault(_key(language, entry), (len(ideas) - 1, 0))


def _key(language: str, entry: str) -> tuple[str, ...]:
    return tuple(stem(word) for word in words(entry)) if language == "en" else spelled(entry)


def _columns(line: str) -> list[tuple[str, ...]]:
    """Return the words of a line by language; the last languages may have none yet."""
    columns = line.split("|")
    columns += [""] * (len(LANGUAGES) - len(columns))
    return [
        tuple(entry.strip() for entry in column.split(";") if entry.strip()) for column in columns
    ]


def _enter(
    line: str, ideas: list[tuple[str, ...]], index: Index, also: Also, near: set[int]
) -> None:
    columns, idea = _columns(line), len(ideas)
    ideas.append(columns[0])
    for language, entries in zip(LANGUAGES, columns, strict=True):
        for place, entry in enumerate(entries):
            key = _key(language, entry)
            held = index[language].setdefault(key, (idea, place))[0]
            if held == idea:
                continue
            also.setdefault((language, key), []).append(idea)
            # "Chien" with a line of its own is a dog, whatever its place among neighbours.
            if language != "en" and held in near and idea not in near:
                index[language][key] = (idea, place)


def _starts(index: Index) -> dict[str, dict[str, tuple[str, ...]]]:
    out: dict[str, dict[str, tuple[str, ...]]] = {}
    for language, phrases in index.items():
        starts: dict[str, list[str]] = {}
        for word in dict.fromkeys(word for phrase in phrases for word in phrase if len(word) >= 4):
            starts.setdefault(word[:3], []).append(word)
        out[language] = {start: tuple(entries) for start, entries in starts.items()}
    return out


def _common(a: str, b: str) -> int:
    length = 0
    for left, right in zip(a, b, strict=False):
        if left != right:
            break
        length += 1
    return length


def kinds_of(lines: Iterable[str]) -> dict[str, frozenset[str]]:
    """Read the baked lines, a word and what it is a kind of, into stems."""
    out: dict[str, frozenset[str]] = {}
    for line in lines:
        word, _, wider = line.partition("\t")
        stems = frozenset(stem(one) for one in wider.split())
        out[stem(word)] = out.get(stem(word), frozenset()) | stems
    return out
