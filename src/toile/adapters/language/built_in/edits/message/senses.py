"""What a word of a message may stand for, as stems of English words: its senses, their kinds
and synonyms.
"""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache

from toile.adapters.language.built_in.edits.message.plain_words import said_in_english
from toile.adapters.language.built_in.text.lexicon import (
    FOR_EDITS,
    LANGUAGES,
    Span,
    lexicon,
    read_table,
)
from toile.adapters.language.built_in.text.page import Page
from toile.adapters.language.built_in.text.tokens import fold, tokenise

_NOUNS = ("g", "h", "b", "j", "c", "p", "s", "col", "m", "light", "pose", "framing", "set", "angle")


def stem(word: str) -> str:
    """Return a folded word without a plural ending."""
    plain = fold(word)
    if plain in _NO_SINGULAR:
        return plain
    if len(plain) > 4 and plain.endswith("ies"):
        plain = plain[:-3] + "y"
    elif len(plain) > 4 and plain.endswith(_HISSING):
        plain = plain[:-2]
    elif len(plain) > 3 and plain.endswith("s") and not plain.endswith("ss"):
        plain = plain[:-1]
    # "Houses" lost its "es" above; "cape" is no cap, and whoever hates 4 speaks of no hat.
    return plain.removesuffix("e") if len(plain) > 3 and plain.endswith(_HISSED) else plain


# Without their ending they would be another word.
_NO_SINGULAR = ("shorts", "glasses")
_HISSED = ("se", "xe", "ze", "che", "she")
_HISSING = ("ses", "xes", "zes", "ches", "shes")


@lru_cache(maxsize=20_000)
def stems(text: str) -> tuple[str, ...]:
    """Return the stems of the words and figures of a value."""
    return tuple(stem(t.text) for t in tokenise(text) if t.is_word or t.text.isdecimal())


@cache
def _kinds() -> dict[str, frozenset[str]]:
    return {row[0]: frozenset(stem(w) for w in row[1].split(",")) for row in read_table("kinds")}


@cache
def _synonyms() -> dict[str, frozenset[str]]:
    """Return the single English words of each thing and place: a backpack is a rucksack."""
    found: dict[str, set[str]] = defaultdict(set)
    for table in ("nouns", "wardrobe", "scenery", "board_things"):
        for row in read_table(table):
            if row[0].split(":")[0] in _THINGS:
                words = (word.strip() for word in row[1].split(","))
                found[row[0]] |= {stem(w) for w in words if w and " " not in w}
    return {name: frozenset(words) for name, words in found.items()}


_THINGS = ("g", "h", "b", "j", "p", "s")


@dataclass(frozen=True, slots=True)
class Senses:
    """What a word may stand for; ``loose`` are the stems that only say which: the mountain of
    a mountain hut.
    """

    words: frozenset[str] = frozenset()
    loose: frozenset[str] = frozenset()


def meanings(page: Page, place: int, end: int, widely: bool) -> tuple[Senses, int]:
    """Return the stems a word may stand for, its English sense and kinds included."""
    token = page.tokens[place]
    if not (token.is_word or token.text.isdecimal()):
        return Senses(), place
    words = {stem(token.form)}
    plain = [stems(said) for said in said_in_english(page, place, end)]
    words |= {said[-1] for said in plain if said}
    loose = frozenset(s for said in plain for s in said[:-1])
    after = place + 1
    span = page.first(place, *_NOUNS)
    if span and span.end <= end:
        single = span.end - span.start == 1
        if single or page.languages[0] != "en":
            found = _senses(page, span, widely)
            loose |= found.loose
            words |= found.words - found.loose
            after = span.end if not single else after
    return Senses(frozenset(words) | loose, loose - words), after


def _senses(page: Page, span: Span, widely: bool) -> Senses:
    """Return the stems of all that a stretch may stand for: its names, their kinds and synonyms.

    Of each kind it is the first name in the lists, and every one where it is read ``widely``.
    """
    if page.languages[0] == "en":
        return Senses(frozenset(stems(span.name)) | _kinds().get(span.name, frozenset()))
    heads: set[str] = set()
    loose: set[str] = set()
    seen: set[str] = set()
    for own in _all_at(page, span):
        if own.kind in seen and not widely:
            continue
        seen.add(own.kind)
        *which, head = stems(own.name)
        loose |= set(which)
        heads |= {head} | _kinds().get(own.name, frozenset()) | _synonyms().get(own.id, frozenset())
    return Senses(frozenset(heads | loose), frozenset(loose - heads))


def _all_at(page: Page, span: Span) -> Iterator[Span]:
    """Yield all that a stretch may stand for: "molo" is a pier, a quay and a sea wall."""
    spoken = tuple(name for name in LANGUAGES if name in {"en", *page.languages})
    known = lexicon(spoken, FOR_EDITS, "en" not in page.languages)
    joined = page.at[span.start].values()  # "Basketbollen" is a ball in no list.
    for own in (*joined, *known.at(page.tokens, span.start)):
        if own.end == span.end and own.kind in _NOUNS:
            yield own
