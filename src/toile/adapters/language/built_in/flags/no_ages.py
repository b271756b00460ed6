"""Years that are nobody's age: a time that passed, a difference, the age of a thing."""

from toile.adapters.language.built_in.flags.grown import AGES
from toile.adapters.language.built_in.text.lexicon import word_set
from toile.adapters.language.built_in.text.page import Page

_NEAR = 3
_THINGS = ("g", "h", "b", "j", "p", "s", "noun", "media", "unit", "m")


def is_no_age(page: Page, place: int) -> bool:
    """Whether a number of years is said of nobody."""
    return (
        _is_compared(page, place)
        or lasts(page, place)
        or _is_of_a_thing(page, place)
        or is_of_a_clock(page, place)
    )


def is_of_a_clock(page: Page, place: int) -> bool:
    """Whether hours are told: "Models von 14 bis 17 Uhr", "girls from 9 to 12 pm"."""
    ranged = page.form(place + 1) in word_set("times.join")
    ends = (place + 1, place + 3) if ranged else (place + 1,)
    return any(page.form(p) in word_set("minors.clock") for p in ends)


def lasts(page: Page, place: int) -> bool:
    """Whether years are a time that passed: "friends for 15 years", "depuis 15 ans"."""
    if page.form(place + 1) not in AGES:
        return False
    before = page.form(place - 1)
    behind = (page.form(p) for p in range(place + 2, place + 2 + _NEAR))
    if any(form in word_set("minors.old_things") for form in behind):
        return True  # "10 ans d'expérience"
    ago = page.form(place + 2) in word_set("minors.ago")
    ago |= before == "a" and page.form(place - 2) == "y"  # "il y a 15 ans"
    if ago or before in word_set("minors.since") or _is_time_of_friends(page, place):
        return page.form(place + 2) not in word_set("minors.old")
    return False


def _is_of_a_thing(page: Page, place: int) -> bool:
    """Whether a thing has the years: "le banc a 15 ans", "the brand is 12 years old"."""
    verb = place - 1
    if page.form(verb) not in word_set("flagging.has") or page.form(place + 1) not in AGES:
        return False
    who = verb - 1
    thing = any(s.end == verb for s in page.spans(max(0, who - 1), verb, *_THINGS))
    return thing or page.form(who) in word_set("minors.aged_things")


def _is_time_of_friends(page: Page, place: int) -> bool:
    """Whether English friends or a couple are so for years: "two friends of 15 years"."""
    kin = word_set("minors.friends") | word_set("minors.couples")
    of = page.form(place - 1) == "of" and page.form(place + 1) in word_set("minors.years")
    lead = of or page.form(place - 1) in word_set("minors.since_of")
    return lead and page.form(place - 2) in kin


def _is_compared(page: Page, place: int) -> bool:
    """Whether years are a difference: "ten years younger", not in "younger, like 15 years"."""
    if page.form(place - 1) in word_set("minors.as"):
        return False
    segment, compared = page.segment_of(place), tuple(word_set("minors.compared"))
    return any(page.form(p).startswith(compared) for p in range(segment.start, segment.end))
