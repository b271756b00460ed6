"""Who on file is asked for, in words: structured wishes first, likeness of words second.

Belongs here: reading wishes out of a sentence, and how well a twin meets them. Does not: whether
the twin may be used (``rights``), vectors, files.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Literal

from toile.domain.twins import Twin
from toile.domain.values import Value
from toile.domain.words import STOP, words

Field = Literal[
    "pronouns", "age", "height", "hips", "marks", "hair_colour", "hair_texture", "hair_length",
    "hair_style", "eyes", "skin", "motion", "walk", "lighting", "language", "place", "shoe", "name",
]  # fmt: skip
# How far outside its range a measure may lie and still be near, in the field's own unit.
_SLACK: Mapping[str, float] = {"age": 6, "height": 6, "hips": 8, "skin": 2, "shoe": 1}
_WORDED: tuple[Field, ...] = (
    "marks", "hair_colour", "hair_texture", "hair_length", "hair_style", "eyes", "motion", "walk",
    "lighting", "pronouns",
)  # fmt: skip
_TENS = ("twenties", "thirties", "forties", "fifties", "sixties", "seventies")
_DECADES = {word: 10 * no for no, word in enumerate(_TENS, start=2)}
_PARTS = {"early": (0, 3), "mid": (4, 6), "late": (7, 9), "": (0, 9)}


class RosterWords(Value):
    """The vocabulary of wishes, read from a data file."""

    version: int = 1
    pronouns: dict[str, tuple[str, ...]]
    ages: dict[str, tuple[int, int]]
    marks: dict[str, tuple[str, ...]]
    hair_colour: dict[str, tuple[str, ...]]
    hair_texture: dict[str, tuple[str, ...]]
    hair_length: dict[str, tuple[str, ...]]
    hair_style: dict[str, tuple[str, ...]]
    eyes: dict[str, tuple[str, ...]]
    skin: dict[str, tuple[int, int]]
    motion: dict[str, tuple[str, ...]]
    walk: dict[str, tuple[str, ...]]
    lighting: dict[str, tuple[str, ...]]
    build: dict[str, tuple[int, int, int]]
    languages: dict[str, str]
    filler: tuple[str, ...]


class Wish(Value):
    """One thing asked for: a word of the field's vocabulary, or a range in its unit."""

    field: Field
    said: str
    value: str = ""
    least: float = 0
    most: float = 999


_OTHER_PERSON = 0.4


class Wishes(Value):
    """What a sentence asks for; ``left`` are its words that no field explains."""

    text: str
    wishes: tuple[Wish, ...] = ()
    left: tuple[str, ...] = ()


class Match(Value):
    """A twin with what it meets and what it does not; ``score`` is 0 to 1."""

    twin: Twin
    score: float
    met: tuple[str, ...] = ()
    near: tuple[str, ...] = ()
    unmet: tuple[str, ...] = ()


def read_wishes(
    text: str, vocabulary: RosterWords, places: Sequence[str] = (), names: Sequence[str] = ()
) -> Wishes:
    """Return the wishes of a sentence; ``places`` and ``names`` are those of the twins on file."""
    spaced = f" {' '.join(text.casefold().replace(',', ' , ').split())} "
    found: list[Wish] = []
    for reader in (_ages, _heights, _built, _skins, _worded, _spoken):
        wishes = list(reader(spaced, vocabulary))
        found.extend(wishes)
        if reader is not _worded:
            for wish in wishes:
                spaced = spaced.replace(wish.said, " ; ")
    found.extend((*_placed(spaced, places), *_named(spaced, names)))
    said = {word for wish in found for word in words(wish.said)}
    known = said | set(vocabulary.filler) | STOP
    left = tuple(word for word in dict.fromkeys(words(spaced)) if word not in known)
    return Wishes(text=text, wishes=tuple(_merged(found)), left=left)


def _merged(found: Sequence[Wish]) -> Iterator[Wish]:
    """Yield each field and value once; the longest words that asked for it win."""
    best: dict[tuple[str, str], Wish] = {}
    for wish in found:
        key = (wish.field, wish.value)
        if key not in best or len(wish.said) > len(best[key].said):
            best[key] = wish
    yield from best.values()


def _ages(text: str, vocabulary: RosterWords) -> Iterator[Wish]:
    decade = (
        r"(early|mid|late)?[ -]*(?:to late |to mid )?(?:(\d0)(?:'|’)?s|("
        + "|".join(_DECADES)
        + r"))\b"
    )
    for found in re.finditer(decade, text):
        base = int(found[2]) if found[2] else _DECADES[found[3]]
        low, high = _PARTS[found[1] or ""]
        yield Wish(field="age", said=found[0], least=base + low, most=base + high)
    spread = re.search(r"\b(\d\d) ?(?:-|–|to|and) ?(\d\d)\b(?! ?cm)", text)
    if spread and ("between" in text or "year" in text):
        yield Wish(field="age", said=spread[0], least=int(spread[1]), most=int(spread[2]))
    over = re.search(r"\b(?:over|above|at least|older than) (\d\d)\b(?! ?cm)", text)
    if over:
        yield Wish(field="age", said=over[0], least=int(over[1]))
    under = re.search(r"\b(?:under|below|younger than) (\d\d)\b(?! ?cm)", text)
    if under:
        yield Wish(field="age", said=under[0], most=int(under[1]))
    exact = re.search(r"\b(?:around |about )?(\d\d)[ -]years?[ -]old|\baged? (\d\d)\b", text)
    if exact:
        age = int(exact[1] or exact[2])
        yield Wish(field="age", said=exact[0], least=age - 2, most=age + 2)
    for word, (low, high) in vocabulary.ages.items():
        if f" {word} " in text:
            yield Wish(field="age", said=word, least=low, most=high)


def _heights(text: str, _vocabulary: RosterWords) -> Iterator[Wish]:
    tall = re.search(
        r"\b(at least|over|above|under|below|max(?:imum)?|min(?:imum)?)? ?"
        r"(?:(1[4-9]\d|20\d) ?cm|([12])[.,]([0-9]\d) ?m\b)",
        text,
    )
    if tall:
        cm = int(tall[2]) if tall[2] else int(tall[3]) * 100 + int(tall[4])
        under = (tall[1] or "") in {"under", "below", "max", "maximum"}
        open_ = (tall[1] or "") in {"at least", "over", "above", "min", "minimum"}
        least = 0 if under else cm if open_ else cm - 3
        most = 999 if open_ else cm if under else cm + 3
        yield Wish(field="height", said=tall[0].strip(), least=least, most=most)
    shoe = re.search(r"\bshoes?(?: size)? (?:eu )?(3[4-9]|4[0-9])(\.5)?", text)
    if shoe:
        size = float(shoe[1] + (shoe[2] or ""))
        yield Wish(field="shoe", said=shoe[0], least=size - 0.5, most=size + 0.5)


def _built(text: str, vocabulary: RosterWords) -> Iterator[Wish]:
    for word, (low, high, hips) in vocabulary.build.items():
        # "short hair" is no short person.
        if re.search(rf" {re.escape(word)} (?!hair|bob|curls|waves|braids|back)", text):
            if hips:
                yield Wish(field="hips", said=word, least=hips)
            else:
                yield Wish(field="height", said=word, least=low, most=high)


def _skins(text: str, vocabulary: RosterWords) -> Iterator[Wish]:
    for word, (low, high) in vocabulary.skin.items():
        if f" {word} " in text:
            yield Wish(field="skin", said=word, least=low, most=high)
            return
    monk = re.search(r"\bmonk (\d{1,2})\b", text)
    if monk:
        yield Wish(field="skin", said=monk[0], least=int(monk[1]), most=int(monk[1]))


def _worded(text: str, vocabulary: RosterWords) -> Iterator[Wish]:
    for field in _WORDED:
        table: dict[str, tuple[str, ...]] = getattr(vocabulary, field)
        for value, asked in table.items():
            said = max((word for word in asked if f" {word} " in text), key=len, default="")
            if said and not _elsewhere(field, said, text):
                yield Wish(field=field, said=said, value=value)


def _elsewhere(field: str, said: str, text: str) -> bool:
    """Say whether a colour or curl is not the hair's: "brown eyes", "black coat"."""
    if field not in {"hair_colour", "hair_texture"}:
        return False
    if said.endswith(
        ("haired", "ead", "ette", "eaded", "afro", "curls", "waves", "coils", "ringlets")
    ):
        return False
    near = rf" {re.escape(said)} (?:\S+ ){{0,3}}(?:hair|curls|bob|braids|waves|coils|bun)\b"
    return re.search(near, text) is None


def _spoken(text: str, vocabulary: RosterWords) -> Iterator[Wish]:
    if not re.search(r"\bspeak|\bspoken|\blanguage|\bfluent", text):
        return
    for word, code in vocabulary.languages.items():
        if f" {word} " in text:
            yield Wish(field="language", said=word, value=code)


def _placed(text: str, places: Sequence[str]) -> Iterator[Wish]:
    for place in dict.fromkeys(places):
        if place and re.search(rf"\b(?:in|from|of|near) {re.escape(place.casefold())}\b", text):
            yield Wish(field="place", said=place.casefold(), value=place)


def _named(text: str, names: Sequence[str]) -> Iterator[Wish]:
    """Yield who is asked for by name; a first name will do."""
    for name in dict.fromkeys(names):
        first = name.casefold().split()[0]
        if re.search(rf"\b{re.escape(first)}(?:'s|’s)?\b", text):
            yield Wish(field="name", said=first, value=name)


def match(wishes: Wishes, twins: Sequence[Twin]) -> tuple[Match, ...]:
    """Return every twin, best first: all wishes met, then the nearest."""
    made = (matched(wishes, twin) for twin in twins)
    return tuple(sorted(made, key=lambda one: (-one.score, one.twin.name, one.twin.id)))


def matched(wishes: Wishes, twin: Twin) -> Match:
    """Return how one twin meets the wishes."""
    facts = _facts(twin)
    shares = [(wish, _share(wish, facts)) for wish in wishes.wishes]
    score = sum(share for _, share in shares) / len(shares) if shares else 0.0
    # Grey hair makes up for a few years, not for another person than was asked for.
    if any(wish.field == "pronouns" for wish, _ in shares) and not _is_asked_for(shares):
        score *= _OTHER_PERSON
    return Match(
        twin=twin,
        score=round(score, 4),
        met=tuple(wish.said.strip() for wish, share in shares if share == 1),
        near=tuple(wish.said.strip() for wish, share in shares if 0 < share < 1),
        unmet=tuple(wish.said.strip() for wish, share in shares if share == 0),
    )


def _is_asked_for(shares: Sequence[tuple[Wish, float]]) -> bool:
    return any(share == 1 for wish, share in shares if wish.field == "pronouns")


def _facts(twin: Twin) -> dict[str, float | str | None]:
    return {
        "age": float(twin.apparent_age),
        "height": twin.measurements.height_cm,
        "hips": twin.measurements.hips_cm,
        "shoe": twin.measurements.shoe_eu,
        "skin": float(twin.skin),
        "pronouns": twin.pronouns,
        "marks": " ".join(mark.kind for mark in twin.marks),
        "hair_colour": _hair_colour(twin.hair.colour),
        "hair_texture": twin.hair.texture[:1],
        "hair_length": twin.hair.length,
        "hair_style": twin.hair.style,
        "eyes": twin.eyes,
        "motion": " ".join(one for session in twin.captures for one in session.motion),
        "walk": twin.walk,
        "lighting": " ".join(one for session in twin.captures for one in session.lighting),
        "language": " ".join(twin.languages),
        "place": twin.based_in,
        "name": twin.name,
    }


_SHADES = {"red": ("red", "copper", "auburn", "ginger"), "brown": ("brown", "chestnut", "brunette"),
           "grey": ("grey", "gray", "silver", "white"), "blond": ("blond", "golden", "fair"),
           "black": ("black",)}  # fmt: skip


def _hair_colour(colour: str) -> str:
    plain = colour.casefold()
    return " ".join(name for name, shades in _SHADES.items() if any(one in plain for one in shades))


def _share(wish: Wish, facts: Mapping[str, float | str | None]) -> float:
    fact = facts[wish.field]
    if isinstance(fact, str):
        return float(wish.value.casefold() in fact.casefold())
    if fact is None:
        return 0.0
    beyond = max(wish.least - fact, fact - wish.most, 0.0)
    slack = _SLACK.get(wish.field, 1.0)
    return 1.0 if not beyond else max(0.0, 0.6 * (1 - beyond / slack))


def described(twin: Twin) -> str:
    """Return a twin in a sentence, for what no field asks: manner, presence, place."""
    hair, marks = twin.hair, ", ".join(f"{one.kind} on {one.where}" for one in twin.marks)
    kind = {"she/her": "woman", "he/him": "man"}.get(twin.pronouns, "person")
    return (
        f"{kind} of {twin.apparent_age}, {hair.style} {hair.colour} hair, {twin.eyes} eyes. "
        f"Walk: {twin.walk}. {marks}. Based in {twin.based_in}."
    )
