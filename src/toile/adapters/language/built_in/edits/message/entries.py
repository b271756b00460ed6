"""The values of shots as words: which of them some words name, and which best."""

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from functools import cache, lru_cache

from toile.adapters.language.built_in.edits.message.senses import stem, stems
from toile.adapters.language.built_in.text.lexicon import word_set
from toile.domain.shots import Shot

ITEMS = ("garments", "props", "talent")
THINGS = frozenset(("garments", "props"))
PLAIN = ("set", "pose", "light", "framing", "angle")


@dataclass(frozen=True, slots=True)
class Entry:
    """One value of one shot; ``stems`` are its words without endings, the head last.

    ``joined`` are its words with a hyphen as one: a one-piece, a T-shirt.
    """

    shot: str
    field: str
    value: str
    stems: tuple[str, ...]
    joined: frozenset[str] = frozenset()


def entries_of(shot: Shot) -> Iterator[Entry]:
    """Yield every value of a shot."""
    for field in ITEMS:
        for value in getattr(shot, field):
            yield Entry(shot.id, field, value, stems(value), _joined(value))
    for field in PLAIN:
        value = getattr(shot, field)
        if value:
            yield Entry(shot.id, field, value, stems(value))


def things_of_kind(shots: Iterable[Shot], heads: Collection[str]) -> tuple[Entry, ...]:
    """Return what is worn, held or seen in shots and called by one of some nouns."""
    return tuple(
        Entry(shot.id, field, value, stems(value))
        for shot in shots
        for field in ("garments", "props")
        for value in getattr(shot, field)
        if stems(value)[-1] in heads
    )


def _joined(value: str) -> frozenset[str]:
    return frozenset(stem(word) for word in value.split() if "-" in word)


def opens_words(word: str) -> bool:
    """Whether a word may stand for a longer one: "light" is no lighthouse."""
    return len(word) >= 5 and word not in _weak()


@lru_cache(maxsize=20_000)
def begins_with(stems: tuple[str, ...], word: str) -> bool:
    """Whether a word of a value begins with a long word, or a long one of it begins the word."""
    return any(s.startswith(word) or _is_form_of(word, s) for s in stems)


def _is_form_of(word: str, plain: str) -> bool:
    """Whether a word is a form of another: "skateboarding"; a streetlight is none of a street."""
    return len(plain) >= 5 and word.startswith(plain) and len(word) - len(plain) < 4


@cache
def _weak() -> frozenset[str]:
    """Return the words that alone name nothing: "the light one"."""
    return frozenset(stem(word) for word in word_set("board_words.weak"))


_HELD = word_set("board_words.held")


def is_named_by(entry: Entry, named: frozenset[str]) -> bool:
    """Whether the words include the entry's head or a word of its own."""
    if entry.field == "talent":
        return bool(named & set(entry.stems))
    if all(word.isdecimal() for word in named):
        return False
    own = [
        s
        for s in entry.stems
        if s in named
        or any(opens_words(w) and (s.startswith(w) or _is_form_of(w, s)) for w in named)
    ]
    # "The roof one" is the hotel roof: where a place ends on a weak word, that names it.
    if (
        entry.field == "set"
        and own[-1:] == [entry.stems[-1]]
        and own[-1] in word_set("board_words.built")
    ):
        return True
    # "The car" is the vintage car: a prop that ends on such a word is no car park.
    if entry.field == "props" and own[-1:] == [entry.stems[-1]] and own[-1] in _HELD:
        return True
    strong = [s for s in own if s not in _weak()]
    return bool(strong or named & entry.joined) or len(own) == len(entry.stems)


def near_ones(entries: tuple[Entry, ...], named: frozenset[str]) -> tuple[Entry, ...]:
    """Return the things whose head is named, whatever else is named better."""
    return tuple(e for e in entries if e.field in THINGS and e.stems and e.stems[-1] in named)


def best_of(entries: tuple[Entry, ...], named: frozenset[str]) -> tuple[Entry, ...]:
    """Prefer entries whose last word is named to those with a word in the middle."""
    heads = tuple(e for e in entries if e.stems and ({e.stems[-1]} | e.joined) & named)
    whole = tuple(e for e in entries if set(e.stems) <= named)
    best = whole or heads or entries
    # "The noon ones" are those in the noon sun, and not those in any sun.
    lit = max((len(named & set(e.stems)) for e in best if e.field == "light"), default=0)
    return tuple(e for e in best if e.field != "light" or len(named & set(e.stems)) == lit)
