"""Shots called by their part in the story: "in the opener", "the closing frame", "the hero"."""

from toile.adapters.language.built_in.edits.message.talk import Talk
from toile.adapters.language.built_in.text.lexicon import word_set
from toile.adapters.language.built_in.text.page import Segment
from toile.domain.shots import ShotList


def in_role(page: Talk, segment: Segment, place: int, shots: ShotList) -> frozenset[str]:
    """Return the shots that a word such as "opener" means; none where one shall become that."""
    form = page.form(place)
    ids = _playing(form, shots)
    if not ids or _is_wished(page, segment, place) or _is_of_a_shot(page, place + 1):
        return frozenset()
    noun = page.span_at(place + 1, "noun") is not None and place + 1 < segment.end
    if form in word_set("roles.with_noun"):  # "Lead with 3" is a verb.
        told = noun or _is_head(page, place)
    elif form in word_set("roles.alone"):  # "Closer" is a step nearer, "the closer one" a choice.
        told = not noun and _is_led(page, place)
    else:
        told = True
    return ids if told else frozenset()


def _is_of_a_shot(page: Talk, place: int) -> bool:
    """Whether "of 5" follows: the hero of a shot is somebody in it."""
    behind = page.tokens[place + 1].text if place + 1 < len(page.tokens) else ""
    led = page.form(place) in word_set("asks.part_of") | word_set("naming.in")
    return led and behind.isdecimal()


def _playing(form: str, shots: ShotList) -> frozenset[str]:
    """Return the shots in the part that a word names: the first, the last, or the heroes."""
    ids = [shot.id for shot in shots.shots]
    if form in word_set("roles.first"):
        return frozenset(ids[:1])
    if form in word_set("roles.last"):
        return frozenset(ids[-1:])
    if form in word_set("roles.hero"):
        return frozenset(shot.id for shot in shots.shots if shot.priority == "must")
    return frozenset()


def _is_head(page: Talk, place: int) -> bool:
    """Whether "the opening", "plan d'ouverture" needs no noun behind."""
    if page.form(place - 1) in word_set("people.of"):
        return page.span_at(place - 2, "noun") is not None
    return _is_led(page, place) and page.form(place) in word_set("roles.head")


def _is_led(page: Talk, place: int) -> bool:
    return place > 0 and page.form(place - 1) in word_set("naming.articles")


def _is_wished(page: Talk, segment: Segment, place: int) -> bool:
    """Whether "make 2 the opener", "as the closer", "a new opener" says what a shot becomes."""
    here = place - 1
    if page.form(here) in word_set("people.of"):
        return False
    if here >= segment.start and page.form(here) in word_set("naming.fresh"):
        return True
    while here >= segment.start and page.form(here) in word_set("naming.articles"):
        here -= 1
    if here < segment.start:
        return False
    named = page.tokens[here].text.isdecimal() or page.span_at(here, "noun") is not None
    made = _is_it(page, here) and page.span_at(here - 1, "act") is not None  # "Make it the opener".
    return named or made or page.form(here) in word_set("roles.wished")


def _is_it(page: Talk, place: int) -> bool:
    scope = page.span_at(place, "ref")
    return place > 0 and scope is not None and scope.name == "this"
