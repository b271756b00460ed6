"""The board as vocabulary: which words of a message name a shot's own values."""

import itertools
from dataclasses import dataclass, replace
from functools import lru_cache
from weakref import WeakKeyDictionary

from toile.adapters.language.built_in.edits.message.entries import (
    THINGS,
    Entry,
    begins_with,
    best_of,
    entries_of,
    is_named_by,
    near_ones,
    opens_words,
)
from toile.adapters.language.built_in.edits.message.senses import meanings, stem, stems
from toile.adapters.language.built_in.edits.message.talk import Named, is_named, named_in
from toile.adapters.language.built_in.text.families import GERMANIC
from toile.adapters.language.built_in.text.lexicon import Span, word_set
from toile.adapters.language.built_in.text.page import Page
from toile.adapters.language.built_in.text.phrases import function_words
from toile.adapters.language.built_in.text.tokens import Token, fold, tokenise
from toile.domain.shots import ShotList

_MOST_WORDS = 5_000


@dataclass(frozen=True, slots=True)
class Mention:
    """Words ``start`` to ``end`` that name values of the board.

    ``near`` are things that they name less well: the leather coat where another is "the coat".
    """

    start: int
    end: int
    entries: tuple[Entry, ...]
    near: tuple[Entry, ...] = ()

    @property
    def shots(self) -> tuple[str, ...]:
        return tuple(dict.fromkeys(entry.shot for entry in self.entries))

    @property
    def fields(self) -> frozenset[str]:
        return frozenset(entry.field for entry in self.entries)

    @property
    def values(self) -> tuple[str, ...]:
        return tuple(dict.fromkeys(entry.value for entry in self.entries))

    def of(self, *fields: str) -> "Mention":
        """Return the mention with the entries of some fields only."""
        own = tuple(e for e in self.entries if e.field in fields)
        return Mention(self.start, self.end, own, self.near)


class BoardWords:
    """All values of a board, findable by their words."""

    def __init__(self, shots: ShotList) -> None:
        self.entries = tuple(entry for shot in shots.shots for entry in entries_of(shot))
        self.numbers: dict[str, int] = {shot.id: shot.no for shot in shots.shots}
        self._every = frozenset(range(len(self.entries)))
        self.words = frozenset(word for entry in self.entries for word in entry.stems)
        self.names = frozenset(
            token.form for shot in shots.shots for name in shot.talent for token in tokenise(name)
        )
        self.forms = frozenset(
            token.form for entry in self.entries for token in tokenise(entry.value) if token.is_word
        )
        self._fitting = lru_cache(maxsize=_MOST_WORDS)(self._fits)
        self._heard: WeakKeyDictionary[Page, dict[tuple[int, int], _Heard]] = WeakKeyDictionary()

    def mentions(self, page: Page, start: int, end: int) -> list[Mention]:
        """Return the mentions of a stretch, longest first at each place.

        Twenty readers ask it of the same words; it is heard anew where one has changed them.
        """
        heard = self._heard.setdefault(page, {})
        said = _said(page, start, end)
        known = heard.get((start, end))
        if known is None or known.said != said:
            known = heard[start, end] = _Heard(said, tuple(self._mentions(page, start, end)))
        return [*known.mentions]

    def _mentions(self, page: Page, start: int, end: int) -> list[Mention]:
        found: list[Mention] = []
        place = start
        while place < end:
            # "The scarf" is no "tying the scarf", though that has an article, too.
            led = page.form(place) in word_set("naming.articles") or _is_foreign(page, place)
            mention = None if led or is_named(page, place) else self._here(page, place, end)
            if mention and not self._is_misheard(page, mention):
                found.append(mention)
                place = mention.end
            else:
                place += 1
        return _owned(page, found)

    def _here(self, page: Page, place: int, end: int) -> Mention | None:
        """Return what a place names: by the first sense of its words, else by any of them."""
        named = self._at(page, place, end, widely=False)
        if named is None:
            return self._at(page, place, end, widely=True)
        if page.languages[0] == "en" or named.fields - THINGS:
            return named
        other = self._at(page, place, end, widely=True)
        near = other.entries + other.near if other and other.end == named.end else ()
        things = (e for e in (*named.near, *near) if e.field in THINGS)
        return replace(named, near=tuple(dict.fromkeys(things)))

    def _is_misheard(self, page: Page, mention: Mention) -> bool:
        """Whether "same" is taken for somebody called Sam."""
        forms = {page.form(place) for place in range(mention.start, mention.end)}
        small = forms <= word_set("echoes.same") - self.names
        return mention.fields == {"talent"} and small

    def _at(self, page: Page, place: int, end: int, widely: bool) -> Mention | None:
        best: Mention | None = None
        named: frozenset[str] = frozenset()
        loose: frozenset[str] = frozenset()
        here = place
        fitting = self._every
        while here < end and here < place + 7:
            if here > place and (page.tokens[here].text == "-" or _glues(page, here, end)):
                here += 1
                continue
            said, after = meanings(page, here, end, widely)
            if page.form(here) in function_words() and not said.words & self.words:
                break  # "Should" begins no "shoulders".
            if best is not None and _is_wished(page, here):
                break
            small = place < here == after - 1 and page.form(here) in function_words()
            kept = fitting.intersection(
                itertools.chain.from_iterable(map(self._fitting, said.words))
            )
            if not kept:
                break
            fitting, here = kept, after
            named, loose = named | said.words, (loose | said.loose) - (said.words - said.loose)
            candidates = (self.entries[number] for number in sorted(fitting))
            solid = tuple(e for e in candidates if is_named_by(e, named - loose))
            # "Peonies in 2" is no "face in the peonies": a small word ends only what ends so.
            if solid and not (small and all(e.stems[-1] not in said.words for e in solid)):
                near = near_ones(solid, named)
                best = Mention(place, here, _with_namesakes(page, place, here, solid, named), near)
        return best

    def _fits(self, word: str) -> frozenset[int]:
        """Return the numbers of the entries that a word may belong to."""
        opens = opens_words(word)
        return frozenset(
            number
            for number, entry in enumerate(self.entries)
            if word in entry.stems
            or word in entry.joined
            or (opens and begins_with(entry.stems, word))
        )


_Said = tuple[tuple[Token, ...], tuple[Span, ...], tuple[Named, ...]]


@dataclass(frozen=True, slots=True)
class _Heard:
    """What a stretch mentioned when its words were annotated as ``said``."""

    said: _Said
    mentions: tuple[Mention, ...]


def _said(page: Page, start: int, end: int) -> _Said:
    around = page.at[max(0, start - _AROUND) : end + _AROUND]
    spans = tuple(itertools.chain.from_iterable(map(dict.values, around)))
    return page.tokens, spans, tuple(named_in(page, 0, len(page.tokens)))


_AROUND = 2


@lru_cache(maxsize=16)
def words_of(shots: ShotList) -> BoardWords:
    """Return the words of a board: each message of a talk is read against the same one."""
    return BoardWords(shots)


def _with_namesakes(
    page: Page, start: int, end: int, entries: tuple[Entry, ...], named: frozenset[str]
) -> tuple[Entry, ...]:
    """Return what words name best, and with a bare "coat" every coat: no trench coat alone."""
    best = _closest(page, start, end, best_of(entries, named))
    if end > start + 1 or any(e.field not in THINGS for e in best):
        return best
    heads = {stem(page.form(start))}
    heads |= {stem(s.name) for s in page.at[start].values() if s.kind in _WORN and s.end == end}
    alike = tuple(e for e in entries if e.field in THINGS and e.stems[-1] in heads)
    joined = {*best, *alike} if any(e in alike for e in best) else {*best}
    return tuple(e for e in entries if e in joined)


_WORN = ("g", "h", "b", "j", "p")


def _closest(page: Page, start: int, end: int, entries: tuple[Entry, ...]) -> tuple[Entry, ...]:
    """Return the trench alone for "gabardina", a trench coat, where another coat is there, too."""
    for span in page.at[start].values():
        words = stems(span.name) if span.kind in _WORN and span.end == end else ()
        whole = "".join(words)
        own = tuple(e for e in entries if whole in e.stems or set(words[:-1]) & set(e.stems))
        if len(words) > 1 and own and all(e.field in THINGS for e in entries):
            return own
    return entries


def _is_wished(page: Page, place: int) -> bool:
    """Whether "green" in "the coat green" says what the coat shall be, and not which it is."""
    return page.languages[0] == "en" and page.span_at(place, "col") is not None


def _is_foreign(page: Page, place: int) -> bool:
    """Whether "hat" is the German verb, and no hat of the board."""
    return f"{page.languages[0]}:{page.form(place)}" in word_set("board_words.foreign")


def _owned(page: Page, found: list[Mention]) -> list[Mention]:
    """Read "Lotte's pyjamas" as one mention: those pyjamas in the shots that she is in."""
    kept: list[Mention] = []
    for mention in found:
        owner = kept[-1] if kept else None
        behind = _owned_behind(page, owner, mention) if owner else None
        if behind:
            kept[-1] = behind
            continue
        if owner and owner.end == mention.start and _owns(page, owner):
            worn = mention.of("garments", "props").entries
            hers = tuple(e for e in worn if e.shot in owner.shots)
            if hers:
                kept[-1] = Mention(owner.start, mention.end, hers)
                continue
        kept.append(mention)
    return kept


def _owned_behind(page: Page, thing: Mention, owner: Mention) -> Mention | None:
    """Read "le blazer d'Ines", "den Blazer von Ines" as that blazer where she is in the shot."""
    between = [page.form(p) for p in range(thing.end, owner.start)]
    of = bool(between) and set(between) <= word_set("board_words.of")
    worn = thing.of("garments", "props").entries
    if not of or owner.fields != {"talent"} or thing.fields - {"garments", "props"}:
        return None
    hers = tuple(e for e in worn if e.shot in owner.shots)
    return Mention(thing.start, owner.end, hers) if hers else None


def _owns(page: Page, owner: Mention) -> bool:
    """Whether a name stands in the possessive: "Ada's", "Ines'", "kofis"."""
    if owner.fields != {"talent"} or owner.end - owner.start > 2:
        return False
    token = page.tokens[owner.end - 1]
    written = page.text[token.start : token.end + 2].casefold()
    plain = page.text[token.start : token.end].casefold().rstrip("'’")
    first = {fold(name).split()[0] for name in owner.values}
    if page.languages[0] in GERMANIC and plain.endswith(("s", "x", "z")):
        return True  # "Ines blazer" is written without a sign.
    return written.endswith(("'s", "’s", "s'", "s’")) or (
        plain.endswith("s") and plain not in first
    )


def _glues(page: Page, here: int, end: int) -> bool:
    """Whether "de" stands in "sombrero de paja", whose words name one thing."""
    return page.form(here) in word_set("shared.de") and here + 1 < end and page.languages[0] != "en"
