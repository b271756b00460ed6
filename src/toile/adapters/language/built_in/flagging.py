"""Flags: wishes that the studio refuses, asks about or passes on. Words that only look like one are not."""

import re
from functools import cache
from importlib.resources import files
from typing import Any

import yaml

from toile.adapters.language.built_in.page import Page, Segment
from toile.adapters.language.built_in.phrases import function_words, inside
from toile.domain.brief import Flag, FlagAction
from toile.domain.values import Value

Stretches = list[tuple[int, int]]


class Rule(Value):
    """Kinds of words that make a flag together."""

    code: str
    action: FlagAction
    all: tuple[str, ...]
    why: str
    within: int = 12
    unless: tuple[str, ...] = ()
    cued: bool = False


@cache
def rules() -> tuple[Rule, ...]:
    """Return the rules of the data file."""
    path = files("toile") / "data" / "language" / "flags.yaml"
    data: dict[str, Any] = yaml.safe_load(path.read_text(encoding="utf-8"))
    return tuple(Rule.model_validate(rule) for rule in data["rules"])


def wishes(page: Page, negations: Stretches, people: frozenset[str] = frozenset()) -> list[Flag]:
    """Return the flags of what a text wishes for; ``people`` are names that are no celebrities."""
    found: list[Flag] = []
    for segment in page.live():
        for rule in rules():
            flag = _rule(page, segment, rule, negations)
            if flag and not any(f.code == flag.code for f in found):
                found.append(flag)
        for special in (_minor(page, segment, negations), _celebrity(page, segment, negations, people),
                        _photographer(page, segment, negations), _reshaped(page, segment, negations, people)):
            if special and not any(f.code == special.code for f in found):
                found.append(special)
    return found


def _rule(page: Page, segment: Segment, rule: Rule, negations: Stretches) -> Flag | None:
    places = [_places(page, segment, kind, negations) for kind in rule.all]
    if not all(places):
        return None
    near = any(
        all(any(abs(first - other) <= rule.within for other in others) for others in places[1:])
        for first in places[0]
    )
    if not near or (rule.unless and _worn(page, segment, places, rule)):
        return None
    if rule.cued and not _is_claim(page, segment, places[0][0]):
        return None
    return Flag(code=rule.code, action=rule.action, why=rule.why, quote=page.words(segment.start, segment.end))


def _places(page: Page, segment: Segment, concept: str, negations: Stretches) -> list[int]:
    kind, _, name = concept.partition(":")
    return [
        place
        for place in range(segment.start, segment.end)
        if (span := page.span_at(place, kind)) and span.name == name and not inside(place, negations)
    ]


def _worn(page: Page, segment: Segment, places: list[list[int]], rule: Rule) -> bool:
    """Whether the change is of a garment or of the picture, not of a body."""
    return any(page.first(place + 1, *rule.unless) for place in places[1])


def _is_claim(page: Page, segment: Segment, place: int) -> bool:
    """Whether the words are to be published: quoted, behind a word for a claim, or with a figure."""
    before = page.text[max(0, page.tokens[segment.start].start - 80) : page.tokens[place].start]
    cued = page.has(max(0, place - 20), min(len(page.tokens), place + 12), "claim") and any(
        page.at[p].get("claim") and page.at[p]["claim"].name == "cue"
        for p in range(max(0, place - 20), min(len(page.tokens), place + 12))
    )
    quoted = bool(re.search(r"[\"“„«][^\"”“»]*$", before))
    return cued or quoted


def _minor(page: Page, segment: Segment, negations: Stretches) -> Flag | None:
    why = "Toile casts adults only, and makes nobody look under 18."
    quote = page.words(segment.start, segment.end)
    flag = Flag(code="MINOR", action="refuse", why=why, quote=quote)
    for place in range(segment.start, segment.end):
        span = page.span_at(place, "young")
        if any(s.start > place for s in page.spans(place, segment.end, "neg")):
            return None
        if span and span.name == "teen" and not inside(place, negations) and not _only_a_word(page, place):
            return flag
        if _young_age(page, place) and not inside(place, negations):
            return flag
        if span and span.name == "look" and any(
                _small_number(page, p) for p in range(span.end, min(segment.end, span.end + 4))):
            return flag
    return None


def _only_a_word(page: Page, place: int) -> bool:
    """Whether "baby", "kid", "child" are part of another word: baby blue, kid leather."""
    word, after = page.form(place), page.form(place + 1)
    product = page.first(place + 1, "col", "m", "g", "h", "chan")
    return bool(product) or after in ("blue", "pink", "alpaca", "leather", "steps", "friendly", "free", "doll") or (
        word in ("daughter", "son", "minor", "kind", "menor", "son", "minore", "fille") and not _aged(page, place)
    )


def _aged(page: Page, place: int) -> bool:
    return any(_small_number(page, p) for p in range(max(0, place - 4), min(len(page.tokens), place + 9)))


def _small_number(page: Page, place: int) -> bool:
    text = page.tokens[place].text if 0 <= place < len(page.tokens) else ""
    span = page.span_at(place, "n") if 0 <= place < len(page.tokens) else None
    value = int(text) if text.isdigit() else int(span.name) if span and int(span.name) >= 13 else 0
    return 3 <= value <= 17


_AGES = frozenset("yo year years-old ans anni anos jahre jahrig jahrige jahrigen arig ariga y/o".split())


def _young_age(page: Page, place: int) -> bool:
    """Whether an age under 18 is said of a person: "16yo", "aged 15", "14 years old", "ha 16 anni"."""
    if not _small_number(page, place):
        return False
    after = [page.form(place + step) for step in (1, 2, 3)]
    old = after[0] in _AGES and (after[1] in ("old", "-") or after[0] not in ("year", "years") or "old" in after)
    person = page.has(max(0, place - 6), min(len(page.tokens), place + 6), "people", "young", "look")
    if after[0] in ("yo", "arig", "ariga", "jahrige", "jahrigen"):
        return True
    return (old and person) or page.form(place - 1) in ("aged",) and person


def _celebrity(
    page: Page, segment: Segment, negations: Stretches, people: frozenset[str]
) -> Flag | None:
    flag = Flag(code="CELEBRITY_LIKENESS", action="refuse",
                why="Toile does not copy the face, hair, pose or voice of a known person.",
                quote=page.words(segment.start, segment.end))  # fmt: skip
    for place in range(segment.start, segment.end):
        span = page.span_at(place, "copy")
        if span is None or inside(place, negations):
            continue
        if _name_near(page, span.end, min(segment.end, span.end + 6), people):
            return flag
        if any(s.name == "famous" for s in page.spans(segment.start, segment.end, "who")):
            return flag
    for place in range(segment.start, segment.end - 1):
        token = page.tokens[place]
        owner = page.text[token.end : token.end + 2] in ("'s", "’s") and token.is_name and token.form not in people
        if owner and page.has(place + 1, min(segment.end, place + 3), "face") and not page.at[place]:
            return flag
    return None


_SHAPES = frozenset("taller slimmer skinnier thinner curvier leaner shorter fatter bustier schlanker dunner mince maigre magra magro snella "
                    "delgada delgado smalare smartare".split())
_PERSONS = frozenset("her him she he them they model noone sie ihn la le lo elle lui lei ella han hon henne honom".split())


def _reshaped(page: Page, segment: Segment, negations: Stretches, people: frozenset[str]) -> Flag | None:
    """Return a flag where a person as a whole is to be made taller or slimmer."""
    for place in range(segment.start + 1, segment.end):
        if page.form(place) not in _SHAPES or inside(place, negations):
            continue
        before = {page.form(p) for p in range(max(segment.start, place - 3), place)}
        garment = page.has(max(segment.start, place - 3), min(segment.end, place + 3), "g", "h", "b", "framing", "angle")
        if before & (_PERSONS | people) and not garment:
            return Flag(code="BODY_RESHAPING", action="refuse", why="Toile does not change the shape of a body.",
                        quote=page.words(segment.start, segment.end))  # fmt: skip
    return None


def _photographer(page: Page, segment: Segment, negations: Stretches) -> Flag | None:
    """Return a flag where a picture is to be remade that carries somebody's name."""
    copies = [s for s in page.spans(segment.start, segment.end, "photo") if s.name == "copy" and not inside(s.start, negations)]
    if not copies:
        return None
    small = function_words()
    for place in range(copies[0].end, segment.end - 1):
        one, two = page.tokens[place], page.tokens[place + 1]
        named = one.is_name and two.is_name and one.is_word and two.is_word and one.form not in small
        if named and not page.at[place] and page.languages[0] != "de":
            return Flag(code="PHOTOGRAPHER_COPY", action="refuse", quote=page.words(segment.start, segment.end),
                        why="Toile does not remake a particular picture of a photographer.")  # fmt: skip
    return None


def _name_near(page: Page, start: int, end: int, people: frozenset[str]) -> bool:
    small = function_words()
    for place in range(start, end):
        token = page.tokens[place]
        plain = page.languages[0] == "de" and not (place + 1 < end and page.tokens[place + 1].is_name)
        if token.is_word and token.is_name and token.form not in small and not plain:
            known = page.at[place].keys() & {"g", "h", "b", "s", "light", "month", "group", "col", "people", "pose"}
            if token.form not in people and not known:
                return True
    return False


def injections(page: Page) -> list[Segment]:
    """Return the segments that give orders to the machine instead of telling it of the campaign."""
    found: list[Segment] = []
    for segment in page.segments:
        who = [s for s in page.spans(segment.start, segment.end, "inj") if s.name == "who"]
        order = [s for s in page.spans(segment.start, segment.end, "inj") if s.name == "order"]
        strong = [s for s in order if _machine_talk(page, s.start, s.end)]
        hidden = _hidden(page, segment)
        if (who and order) or len(order) >= 2 and strong or (hidden and (order or who)):
            found.append(segment)
    return found


_TALK = ("previous instruction", "system prompt", "skip every check", "skip all check", "reply only", "respond only",
         "you are now", "you must now", "when you read this", "without telling", "treat as cleared",
         "mark as cleared", "mark as approved", "set all", "do not mention", "don't mention", "set budget", "set markets")


def _machine_talk(page: Page, start: int, end: int) -> bool:
    words = page.words(start, end).lower()
    return any(talk in words or words in talk for talk in _TALK)


def _hidden(page: Page, segment: Segment) -> bool:
    around = page.text[max(0, page.tokens[segment.start].start - 60) : page.tokens[segment.end - 1].end + 3]
    return "<!--" in around or "color:#fff" in around or "display:none" in around or "font-size:0" in around


_NATURAL = frozenset(("artificial light", "hard flash", "strobe"))
_LAMPS = frozenset(("hard flash", "strobe", "softbox", "beauty dish", "ring light", "strip lights", "neon", "artificial light", "studio light"))


def contradictions(page: Page, negations: Stretches) -> list[Flag]:
    """Return a flag where two wishes exclude each other: one light wished and refused."""
    wished: dict[str, int] = {}
    refused: dict[str, int] = {}
    for segment in page.live():
        for span in page.spans(segment.start, segment.end, "light"):
            (refused if inside(span.start, negations) else wished).setdefault(span.name, span.start)
    clash = [name for name in wished if name in refused]
    if set(refused) & _NATURAL or _only_daylight(page):
        clash += [name for name in wished if name in _LAMPS and set(refused) & (_NATURAL - {name})]
    if not clash:
        return []
    place = wished[clash[0]]
    why = f"{clash[0]} is wished for in one place and ruled out in another. Which holds?"
    return [Flag(code="CONTRADICTION", action="ask", why=why, quote=page.words(place, place + 1))]


def _only_daylight(page: Page) -> bool:
    text = page.text.casefold()
    return "only daylight" in text or "daylight only" in text or "only natural light" in text
