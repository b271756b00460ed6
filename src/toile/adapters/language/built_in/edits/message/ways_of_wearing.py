"""Ways to wear a garment, as a message tells them: "open the jacket", "sleeves up", "Mantel offen".

The ways are ``data/language/worn_so.psv``; a ``*`` there stands for the garment.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from toile.adapters.language.built_in.edits.message.board_words import Mention
from toile.adapters.language.built_in.edits.message.clause import Clause
from toile.adapters.language.built_in.edits.message.worn_places import is_worn_on
from toile.adapters.language.built_in.text.lexicon import Span, read_table, word_set
from toile.adapters.language.built_in.text.page import Page
from toile.adapters.language.built_in.text.tokens import tokenise

Words = tuple[str, ...]
_GARMENT = "*"
_MARKS = ("-", "'", "’", "'s", "’s", "s")


@dataclass(frozen=True, slots=True)
class Way:
    """One way to wear a garment, the ways that it ends, and where on the body it is worn so."""

    name: str
    written: str
    ends: tuple[str, ...]
    places: tuple[str, ...]

    def put_on(self, value: str) -> str:
        """Return a garment as it is worn now, without the ways that this one ends."""
        ended = {ways()[name].written for name in self.ends} | {self.written}
        kept = [word for word in value.split() if word not in ended]
        return " ".join([*([self.written] if self.written else []), *kept])

    def fits(self, worn: str) -> bool:
        """Whether a garment can be worn so."""
        return any(is_worn_on(place, worn) for place in self.places)


@dataclass(frozen=True, slots=True)
class Told:
    """A way that a clause tells, the places of its words, and the garment it names, if any."""

    way: Way
    places: tuple[int, ...]
    garment: str
    mention: Mention | None
    leads: bool


def tells_way(page: Page, clause: Clause) -> bool:
    """Whether a clause tells how something is worn: "undo the top button" takes nothing back."""
    return bool(ways_told(page, clause, frozenset()))


def orders_way(page: Page, clause: Clause, words: Span) -> bool:
    """Whether words order how something is worn; "tucking her shirt in" is what she does."""
    ordered = not page.form(words.start).endswith("ing")
    return ordered and tells_way(page, Clause(words.start, words.end, mentions=clause.mentions))


def ways_told(page: Page, clause: Clause, shots: frozenset[int]) -> tuple[Told, ...]:
    """Return the ways that a clause tells, in its order; no word tells two.

    ``shots`` are the places of words that name the shots.
    """
    places = _places(page, clause, shots)
    told: list[Told] = []
    for found in sorted(_found(page, clause, places), key=lambda one: -len(one.places)):
        if not any(set(found.places) & set(other.places) for other in told):
            told.append(found)
    return tuple(sorted(told, key=lambda one: one.places))


def _found(page: Page, clause: Clause, places: list[int]) -> Iterator[Told]:
    garments = {p: page.first(p, "g", "h") for p in places}
    for first, place in enumerate(places):
        words = (page.form(place), *([_GARMENT] if garments[place] else []))
        for way, said in (one for word in words for one in _cues().get(word, ())):
            here = places[first : first + len(said)]
            if len(here) < len(said) or not all(
                _is(page, p, word, garments) for p, word in zip(here, said, strict=True)
            ):
                continue
            named = _named(here, said, garments)
            if named is None or way.fits(named.name):
                yield Told(
                    way,
                    tuple(here),
                    named.name if named else "",
                    _mention(clause, named),
                    _is_order(said),
                )


def _mention(clause: Clause, named: Span | None) -> Mention | None:
    """Return the garments of the board that a name stands for, or "on the coat" beside a part."""
    worn = (mention.of("garments") for mention in clause.mentions)
    found = [m for m in worn if m.entries]
    if named is not None:
        found = [m for m in found if m.start < named.end and named.start < m.end]
    return found[0] if found else None


def _is_order(said: Words) -> bool:
    """Whether words are said of what is worn: "belt the coat"; a "belted coat" may be a new one."""
    return said[0] != _GARMENT and said[0] not in word_set("worn_so.looks")


def _places(page: Page, clause: Clause, shots: frozenset[int]) -> list[int]:
    """Return the places of words that may tell a way: of a garment its first one only."""
    people = (m for m in clause.mentions if m.fields == {"talent"})
    skipped = shots | {p for m in people for p in range(m.start, m.end)}
    found, place = list[int](), clause.start
    while place < clause.end:
        garment = page.first(place, "g", "h")
        if garment is not None or not (place in skipped or _is_between(page, place)):
            found.append(place)
        place = garment.end if garment is not None else place + 1
    return found


def _is_between(page: Page, place: int) -> bool:
    """Whether a word says nothing of how something is worn: "the", "her", "camel", "3"."""
    token = page.tokens[place]
    small = token.form in word_set("worn_so.between") or token.text in _MARKS
    named = token.is_name and not page.at[place] and page.languages[0] == "en"
    told = page.form(place + 1).isdecimal() and page.form(place) in word_set("worn_so.in")
    return small or named or told or page.first(place, "col", "m", "adj") is not None


def _is(page: Page, place: int, word: str, garments: dict[int, Span | None]) -> bool:
    return garments[place] is not None if word == _GARMENT else page.form(place) == word


def _named(here: list[int], said: Words, garments: dict[int, Span | None]) -> Span | None:
    found = [garments[p] for p, word in zip(here, said, strict=True) if word == _GARMENT]
    return found[0] if found else None


@cache
def ways() -> dict[str, Way]:
    """Return every way by its name."""
    return {row[0]: Way(row[0], row[1], _names(row[2]), _names(row[3])) for row in _rows()}


@cache
def _cues() -> dict[str, tuple[tuple[Way, Words], ...]]:
    """Return what is said of each way in any language, by the first word."""
    found: dict[str, list[tuple[Way, Words]]] = {}
    for name, _, _, _, *said in _rows():
        for cue in (_cue(text) for cell in said for text in _names(cell)):
            found.setdefault(cue[0], []).append((ways()[name], cue))
    return {first: tuple(cues) for first, cues in found.items()}


def _rows() -> tuple[tuple[str, ...], ...]:
    return read_table("worn_so")


def _names(cell: str) -> tuple[str, ...]:
    return tuple(name for name in cell.split(",") if name)


def _cue(text: str) -> Words:
    """Return the words of a cue as a message is read, without small words in between."""
    forms = (
        form
        for word in text.split()
        for form in ([_GARMENT] if word == _GARMENT else [t.form for t in tokenise(word)])
    )
    return tuple(form for form in forms if form != "-" and form not in word_set("worn_so.between"))
