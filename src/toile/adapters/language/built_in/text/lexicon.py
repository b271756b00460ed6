"""Layer two: the vocabulary, and the spans of a text that it knows.

Every concept is ``kind:name`` with words in six languages, read from ``data/language/*.psv``.
Longest match wins; a word that nobody knows is compared with those known, for typing errors.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache, lru_cache
from importlib.resources import files

import yaml
from rapidfuzz.distance import OSA

from toile.adapters.language.built_in.text.degrees import steps
from toile.adapters.language.built_in.text.families import ROMANCE
from toile.adapters.language.built_in.text.tokens import Token, fold, tokenise
from toile.adapters.language.built_in.text.word_forms import contracted, noun_forms, verb_forms
from toile.domain.errors import BadInput
from toile.domain.photography import Vocabulary

LANGUAGES = ("en", "fr", "it", "es", "de", "sv")
_COLUMN_KIND = {"colours": "col"}
COMMON = ("numbers", "colours", "nouns", "photography", "formats", "flags")
FOR_EDITS = (
    *COMMON,
    *("edit", "wardrobe", "scenery", "poses", "board_things", "doing", "degrees", "lights"),
)
FOR_BRIEFS = (
    *("exactly", "lights", "beauty"),
    *COMMON,
    *("goods", "closely", "calendar", "brief", "headings", "wardrobe", "home", "scenery", "cast"),
)
Phrase = tuple[str, ...]
# What people mix is few; a hand that mixes all of them must not fill the memory.
_MIXED = 64


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of tokens with a meaning; ``start`` and ``end`` count tokens, end excluded."""

    start: int
    end: int
    kind: str
    name: str
    fuzzy: bool = False

    @property
    def id(self) -> str:
        return f"{self.kind}:{self.name}"


@dataclass
class Lexicon:
    """Words of some languages, ready to be found."""

    languages: tuple[str, ...]
    phrases: dict[str, list[tuple[Phrase, str, str]]] = field(default_factory=dict)
    words: dict[str, list[str]] = field(default_factory=dict)
    known: frozenset[str] = frozenset()

    def at(self, tokens: Sequence[Token], place: int) -> Iterator[Span]:
        """Yield everything known that starts at a token, longest first."""
        for phrase, kind, name in self.phrases.get(tokens[place].form, ()):
            end = place + len(phrase)
            if end <= len(tokens) and _same(tokens, place, phrase):
                yield Span(place, end, kind, name)

    def is_verb(self, word: str) -> bool:
        """Whether a word alone says what is to be done."""
        return any(kind == "act" and len(p) == 1 for p, kind, _ in self.phrases.get(word, ()))

    def repair(self, form: str) -> str | None:
        """Return the known word that a typing error was meant to be, or ``None``."""
        if len(form) < 5 or form in self.known or form in common_words() or not form.isalpha():
            return None
        if any(form in _plain_words(name) for name in self.languages):
            return None
        slips = 1 if len(form) < 8 else 2
        best: tuple[int, str] | None = None
        for word in self.words.get(form[0], ()):
            if abs(len(word) - len(form)) > slips or len(word) < 4:
                continue
            distance = OSA.distance(form, word, score_cutoff=slips)
            if distance <= slips and (best is None or distance < best[0]):
                best = (distance, word)
        return best[1] if best else None


def _same(tokens: Sequence[Token], place: int, phrase: Phrase) -> bool:
    return all(tokens[place + step].form == word for step, word in enumerate(phrase))


@lru_cache(maxsize=_MIXED)
def lexicon(languages: tuple[str, ...], tables: tuple[str, ...], foreign: bool = False) -> Lexicon:
    """Return the words of the given languages in the given tables.

    In a ``foreign`` text an English word that is also one of the text's own language is the
    latter: "barn" in a Swedish brief is a child.
    """
    found: dict[str, dict[tuple[Phrase, str, str], bool]] = defaultdict(dict)
    verbs: list[tuple[str, str, str, str]] = []
    for entry in _entries(languages, tables):
        for phrase in entry.phrases:
            key = (phrase, entry.kind, entry.name)
            english = found[phrase[0]].get(key, True)
            found[phrase[0]][key] = english and entry.language == "en"
        if entry.kind in _VERBS and entry.language in ROMANCE and " " not in entry.word:
            verbs.append((fold(entry.word), entry.language, entry.kind, entry.name))
    found |= _formed(verbs, found.keys())
    # A word that two languages share is read in the foreign one: "robe" in a French message.
    if foreign:
        friends = frozenset().union(
            *(word_set(f"false_friends.{name}") for name in languages if name != "en")
        )
        for word in friends & found.keys():
            found[word] = {
                row: e for row, e in found[word].items() if not (e and row[0] == (word,))
            }
        found = {word: _own_first(rows) for word, rows in found.items()}
    ordered = {
        word: sorted(rows, key=lambda row: (-len(row[0]), rows[row]))
        for word, rows in found.items()
    }
    known = frozenset(part for rows in ordered.values() for row in rows for part in row[0])
    by_letter: dict[str, list[str]] = defaultdict(list)
    for word in sorted(known):
        by_letter[word[0]].append(word)
    return Lexicon(languages, ordered, dict(by_letter), known)


@cache
def listed(language: str, table: str) -> Lexicon:
    """Return the words of one language in one small table, kept beside what people mix."""
    made: Lexicon = lexicon.__wrapped__((language,), (table,))
    return made


def is_known(form: str, languages: Iterable[str], tables: tuple[str, ...]) -> bool:
    """Whether a word stands in the tables of any of some languages."""
    return any(form in lexicon((name,), tables).known for name in languages)


@dataclass(frozen=True, slots=True)
class _Entry:
    """A word of one language with the forms it is found in; ``row`` is its place in the tables."""

    row: int
    language: str
    kind: str
    name: str
    word: str
    phrases: tuple[Phrase, ...]


def _entries(languages: Collection[str], tables: tuple[str, ...]) -> list[_Entry]:
    """Return the words of some languages in the order of the tables."""
    asked = (one for name in LANGUAGES if name in languages for one in _own(name, tables))
    return sorted(asked, key=lambda one: one.row)


@cache
def _own(language: str, tables: tuple[str, ...]) -> tuple[_Entry, ...]:
    return tuple(
        _Entry(place, language, kind, name, word, tuple(_forms(word, language, kind)))
        for place, (kind, name, spoken, words) in enumerate(_rows(tables))
        if spoken == language
        for word in words
    )


def _own_first(rows: dict[tuple[Phrase, str, str], bool]) -> dict[tuple[Phrase, str, str], bool]:
    """Drop the English rows of phrases that another language has, too."""
    own = {row[0] for row, english in rows.items() if not english}
    return {row: english for row, english in rows.items() if not english or row[0] not in own}


_VERBS = ("act", "rel")


def _formed(
    verbs: Iterable[tuple[str, str, str, str]], known: Collection[str]
) -> dict[str, dict[tuple[Phrase, str, str], bool]]:
    """Return the other forms of verbs, where no list says what such a word means."""
    formed: dict[str, dict[tuple[Phrase, str, str], bool]] = defaultdict(dict)
    for word, language, kind, name in verbs:
        for form in verb_forms(word, _verb_endings(), language):
            if form not in known and form not in _plain_words(language):
                formed[form][((form,), kind, name)] = False
    return formed


@cache
def _verb_endings() -> tuple[tuple[str, ...], ...]:
    return tuple(sorted(read_table("verb_endings"), key=lambda row: -len(row[1])))


@cache
def _plain_words(language: str) -> frozenset[str]:
    """Return the words of a language that mean something else than a verb might."""
    column = LANGUAGES.index(language)
    rows = (row for row in read_table("dictionary") if column < len(row))
    plain = {fold(word.strip()) for row in rows for word in row[column].split(",")}
    small = {fold(w) for row in read_table("function_words") for w in row[1].split(",")}
    return frozenset(plain | small)


def _forms(word: str, language: str, kind: str) -> Iterator[Phrase]:
    phrase = tuple(token.form for token in tokenise(word) if token.form != "-")
    if phrase:
        yield phrase
        yield from contracted(phrase, language)
        if kind in _INFLECTED and not (kind == "col" and language == "en"):
            yield from noun_forms(
                phrase, language, adjective=kind in ("col", "m"), colour=kind == "col"
            )


_INFLECTED = ("framing", "g", "h", "b", "j", "c", "p", "s", "m", "col")


def _rows(tables: tuple[str, ...]) -> Iterator[tuple[str, str, str, list[str]]]:
    if "photography" in tables:
        for term_kind, terms in vocabulary().terms.items():
            for term in terms:
                yield term_kind, term.id, "en", [term.id, *term.words]
    for table in tables:
        if table == "degrees":
            yield from (("rel", *row) for row in steps(read_table(table), LANGUAGES))
            continue
        columns = LANGUAGES[1:] if table == "photography" else LANGUAGES
        for cells in read_table(table):
            if len(cells) > 1 + len(columns):
                given = f"{len(cells) - 1} columns for {len(columns)} languages"
                raise BadInput(
                    f"{table}.psv: {cells[0]}: {given}.",
                    hint="A new language is also named in LANGUAGES of lexicon.py.",
                )
            kind, name = _concept(table, cells[0])
            for language, cell in zip(columns, cells[1:], strict=False):
                yield kind, name, language, _words(cell)


def _concept(table: str, cell: str) -> tuple[str, str]:
    kind, _, name = cell.partition(":")
    return (_COLUMN_KIND[table], cell) if table in _COLUMN_KIND else (kind, name)


def _words(cell: str) -> list[str]:
    return [word.strip() for word in cell.split(",") if word.strip()]


@cache
def read_table(name: str) -> tuple[tuple[str, ...], ...]:
    """Read one table: cells divided by bars, a hash opens a comment line."""
    path = files("toile") / "data" / "language" / f"{name}.psv"
    lines = path.read_text(encoding="utf-8").splitlines()
    return tuple(tuple(line.split("|")) for line in lines if line and not line.startswith("#"))


@cache
def vocabulary() -> Vocabulary:
    """Return the field's vocabulary."""
    path = files("toile") / "data" / "photography.yaml"
    return Vocabulary.model_validate(yaml.safe_load(path.read_text(encoding="utf-8")))


@cache
def word_set(name: str) -> frozenset[str]:
    """Return a named list of small words; a KeyError tells of a name that the data file lacks."""
    return _small_words()[name]


@cache
def small_words() -> frozenset[str]:
    """Return the words of all named lists."""
    return frozenset().union(*_small_words().values())


@cache
def _small_words() -> dict[str, frozenset[str]]:
    path = files("toile") / "data" / "language" / "small_words.psv"
    lines = path.read_text(encoding="utf-8").splitlines()
    rows = (line.split("|", 1) for line in lines if line and not line.startswith("#"))
    return {name: frozenset(words.split()) for name, words in rows}


@cache
def common_words() -> frozenset[str]:
    """Return frequent words that are no typing errors."""
    return frozenset(word for row in read_table("common_words") for word in row[0].split())
