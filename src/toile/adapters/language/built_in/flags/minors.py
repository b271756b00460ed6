"""Talent under 18, or made to look so."""

from toile.adapters.language.built_in.flags.ages_told import (
    is_a_person,
    is_so_old,
    looks_an_age,
    tells_young_age,
)
from toile.adapters.language.built_in.flags.childrens_wear import children_sold_to, is_girl
from toile.adapters.language.built_in.flags.grown import AGES, CLOSES, ENDS, is_grown, small_number
from toile.adapters.language.built_in.flags.no_ages import is_no_age
from toile.adapters.language.built_in.people.kin_of_things import has_a_say, is_kin_of_a_thing
from toile.adapters.language.built_in.text.lexicon import Span, word_set
from toile.adapters.language.built_in.text.page import Page, Segment
from toile.adapters.language.built_in.text.phrases import inside
from toile.adapters.language.built_in.text.ratios import count_at
from toile.domain.brief import Flag


def minor(
    page: Page, segment: Segment, negations: list[tuple[int, int]], *, unwanted: bool = False
) -> Flag | None:
    """Return a flag where somebody under 18 is to be in a picture, or an adult to look so.

    ``unwanted``: the text says that no children are to be seen; a child that it counts still is.
    """
    why = "Toile casts adults only, and makes nobody look under 18."
    quote = page.words(segment.start, segment.end)
    flag = Flag(code="MINOR", action="refuse", why=why, quote=quote)
    real = flag.model_copy(update={"action": "flag"})
    sold = children_sold_to(page, segment)
    for place in range(segment.start, segment.end):
        span = page.span_at(place, "young")
        if place in sold or inside(place, negations) or _denied(page, place):
            continue
        child = span and span.name == "teen" and _is_seen(page, span, unwanted=unwanted)
        girl = bool(sold) and is_girl(page, place)
        if child or girl or _young_age(page, place) or tells_young_age(page, place):
            return flag if _made_to_look(page, segment) else real
        looks = span and span.name == "look" and _looks_young(page, segment, span)
        if looks or looks_an_age(page, place):
            return flag
    return None


def _is_seen(page: Page, span: Span, *, unwanted: bool) -> bool:
    """Whether a word for a child means one in the picture, who is neither grown nor ruled out."""
    if is_grown(page, span) or _denied_behind(page, span) or _only_a_word(page, span.start):
        return False
    return not unwanted or _is_counted(page, span.start)


def _is_counted(page: Page, place: int) -> bool:
    """Whether "a", "two" stands before, not behind "for"."""
    bought = page.form(place - 2) in word_set("people.audience")
    return place > 0 and count_at(page, place - 1) is not None and not bought


def wants_no_young(page: Page, negations: list[tuple[int, int]]) -> bool:
    """Whether a text says that no children are to be seen: what it names beside is an audience."""
    return any(
        span.name == "teen" and inside(span.start, negations) and _denied(page, span.start)
        for segment in page.live()
        for span in page.spans(segment.start, segment.end, "young")
    )


def _denied_behind(page: Page, span: Span) -> bool:
    """Whether a later "not" is of this word: "kids are not wanted", not "a kid without a hat"."""
    for neg in page.spans(span.end, page.segment_of(span.start).end, "neg")[:1]:
        between = {page.form(p) for p in range(span.end, neg.start)}
        after = {page.form(p) for p in range(neg.end, neg.end + _NEAR)}
        if between <= word_set("minors.are") and page.form(neg.end) in CLOSES:
            return True  # "Kids: no."
        led = neg.start == span.end or page.form(neg.start - 1) in word_set("minors.are")
        wanted = after & word_set("minors.unwanted") and not page.has(span.end, neg.start, "young")
        return bool(led and wanted) and not between & {",", ":"}
    return False


_NEAR = 3


def _denied(page: Page, place: int) -> bool:
    """Whether a "no" stands right before: "no children in the frame"."""
    return any(page.form(place - step) in _NONE for step in (1, 2))


def _young_number(page: Page, start: int, end: int) -> bool:
    """Whether an age follows, not the turn of a head ("3/4 to the camera") nor a shot."""
    near = (p for p in range(start, min(end, start + 4)) if small_number(page, p))
    return any(
        "/" not in (page.form(p - 1), page.form(p + 1))
        and not _of_a_shot(page, p)
        and page.form(p + 1) not in word_set("minors.kilos")
        for p in near
    )


def _looks_young(page: Page, segment: Segment, span: Span) -> bool:
    """Whether an age stands behind "look", or before it: "wie fünfzehn aussehen"."""
    start, end = span.start, span.end
    near = range(max(segment.start, start - 2), start)
    ahead = [p for p in near if small_number(page, p)]
    led = any(page.form(p - 1) in word_set("minors.as") for p in ahead)
    return led or _young_number(page, end, segment.end)


def _of_a_shot(page: Page, place: int) -> bool:
    """Whether a number is a shot's: "in 3", "on shot 4"."""
    return page.form(place - 1) in word_set("flagging.of_a_shot")


def _made_to_look(page: Page, segment: Segment) -> bool:
    """Whether an adult is to look younger, which is refused; a real minor is passed to a person."""
    return any(s.name == "look" for s in page.spans(segment.start, segment.end, "young"))


def _only_a_word(page: Page, place: int) -> bool:
    """Whether "baby", "kid", "child" are part of another word: baby blue, kid leather."""
    word, after = page.form(place), page.form(place + 1)
    if _is_german_child(page, place):
        return False
    if word in word_set("minors.miner") and _is_of_mines(page):
        return True
    span = page.span_at(place, "young")
    last = span.end - 1 if span else place  # "petit frère"
    if (
        _drinks(page, place)
        or _is_a_style(page, place)
        or has_a_say(page, place, last)
        or is_kin_of_a_thing(page, last, page.segment_of(place))
    ):
        return True
    product = page.first(place + 1, "col", "m", "g", "h", "chan")
    coloured = word in word_set("flagging.tints") and page.span_at(place - 1, "col") is not None
    return (
        bool(product)
        or coloured
        or after in word_set("flagging.only_a_word")
        or (word in word_set("flagging.only_a_word.2") and not _aged(page, place))
    )


def _drinks(page: Page, place: int) -> bool:
    """Whether somebody "bebe un café"; a "bebé" has its accent, its article or its age."""
    if (
        page.tokens[place].text.casefold() not in word_set("minors.drinks")
        or "es" not in page.languages
    ):
        return False
    led = page.form(place - 1) in word_set("minors.of_a_baby") or page.span_at(place - 1, "act")
    aged = any(page.form(place + step) in AGES | word_set("minors.months") for step in (1, 2, 3))
    return not led and not aged and page.form(place + 1) in word_set("minors.drunk")


def _is_a_style(page: Page, place: int) -> bool:
    """Whether "il Bambina" is a style called so, "kids' sizes" what is sold."""
    named = page.tokens[place].is_name and page.form(place - 1) in word_set("people.the")
    owned = page.form(place + 1) == "'" and page.form(place + 2) in word_set("minors.sold")
    return owned or (named and page.languages[0] != "de")


def _is_of_mines(page: Page) -> bool:
    """Whether a French text is of coal: "mineur" is a miner there, too."""
    return any(token.form in word_set("flagging.mines") for token in page.tokens)


def _is_german_child(page: Page, place: int) -> bool:
    """Whether "Kind" is a child: "kind" in English and "Kinder" before a noun are none."""
    token = page.tokens[place]
    led = page.form(place - 1) in word_set("flagging.german_articles")
    return token.form in word_set("minors.german_child") and token.is_name and led


def _aged(page: Page, place: int) -> bool:
    near = range(max(0, place - 4), min(len(page.tokens), place + 9))
    return any(small_number(page, p) or _told_age(page, p) for p in near)


def _told_age(page: Page, place: int) -> bool:
    """Whether a number in words is an age: "elle a dix ans", "she is nine", "tiene once"."""
    span = page.span_at(place, "n")
    if span is None or not 1 <= int(span.name) <= 17:
        return False
    counted = page.form(span.end) in AGES or page.form(place - 1) in word_set("flagging.has")
    return counted and page.form(span.end) not in word_set("flagging.ages.not")


_NONE = word_set("flagging.none_of")
_GIRLS = word_set("minors.girls") | word_set("minors.girls_many")


def _young_age(page: Page, place: int) -> bool:
    """Whether an age under 18 is said of a person: "16yo", "aged 15", "14 years old", "ha 16
    anni".
    """
    if not (small_number(page, place) or _spoken_age(page, place)) or is_no_age(page, place):
        return False
    if _is_somebodys_age(page, place):
        return True
    after = [page.form(place + step) for step in (1, 2, 3)]
    old_words = word_set("minors.old")
    old = after[0] in AGES and (
        after[1] in old_words | {"-"}
        or after[0] not in word_set("minors.years")
        or not old_words.isdisjoint(after)
    )
    person = page.has(
        max(0, place - 6), min(len(page.tokens), place + 6), "people", "young", "look"
    )
    if after[0] in word_set("minors.yo") or after == ["y", "/", "o"] or _about_so_old(page, place):
        return True
    alone = (
        old
        and page.form(place - 1) in word_set("minors.an")
        and not _goes_on(page, place + 3)
        and not page.has(place - 3, place - 1, *_THINGS)  # "le banc a 15 ans"
    )
    led = page.form(place - 1) in word_set("minors.led")
    said = led and page.has(place - 3, place, "people", "young")
    bracketed = page.form(_sign_before(page, place)) == "(" and _kin_before(page, place)
    whose = is_so_old(page, place)
    return (
        alone
        or said
        or whose
        or bracketed
        or (person and (old or page.form(place - 1) in word_set("minors.aged")))
    )


_TEN, _THINGS = 10, ("g", "h", "b", "j", "p", "s", "noun")


def _is_somebodys_age(page: Page, place: int) -> bool:
    """Whether a number from ten up is said of somebody: "he's sixteen", "Leo ist 16"."""
    figure, who = page.tokens[place].text, place - 1
    if figure.isdecimal() and int(figure) < _TEN:
        return False
    joined = page.text[page.tokens[who].end :][:2] in ("'s", "’s") if place else False
    if not joined:
        if page.form(who) not in word_set("minors.is_aged") | {
            ",",
            "(",
        }:
            return False
        who -= 1
    apposed = page.form(place - 1) in (",", "(")
    ends = page.form(place + 1) in (CLOSES if apposed else ENDS) | AGES
    return ends and is_a_person(page, who)


def _about_so_old(page: Page, place: int) -> bool:
    """Whether a number is roughly a girl's or a boy's age: "a girl of about 6", "um die 6"."""
    if page.form(place - 1) in word_set("minors.girls"):
        return _ends_so(page, place)  # "girl 7 + boy 9"
    led = page.form(place - 1) in word_set("minors.about")
    if page.form(place - 1) in word_set("minors.led"):  # "A girl of 12 on the beach".
        led = page.form(place - 2) in _GIRLS
    counts = page.first(place + 1, "media", "noun", "unit", "g", "h", "b", "j", "people")
    near = range(max(0, place - 6), place - 1)
    girls = [p for p in near if page.form(p) in _GIRLS]
    return led and counts is None and bool(girls) and not page.has(girls[-1], place, "act")


def _ends_so(page: Page, place: int) -> bool:
    """Whether nothing is counted by a number behind a girl or a boy: a bound or a join follows."""
    after = page.form(place + 1)
    return after in CLOSES | word_set("asks.joins") and page.tokens[place].text.isdecimal()


def _spoken_age(page: Page, place: int) -> bool:
    """Whether a number in words is somebody's age: "a six-year-old", "she is nine"."""
    led = page.form(place - 1) in word_set("flagging.has") | {"an", "aged"}
    return (led or is_so_old(page, place)) and _told_age(page, place)


def _sign_before(page: Page, place: int) -> int:
    """Return the sign before a number, or before the numbers that it stands in a row with."""
    here, first = place - 1, max(page.segment_of(place).start, place - _LONGEST_ROW)
    while here > first and (small_number(page, here) or page.form(here) in word_set("minors.row")):
        here -= 1
    return here


_LONGEST_ROW = 40


def _kin_before(page: Page, place: int) -> bool:
    """Whether children of somebody stand before a bracket with ages: "my nieces (6 and 9)"."""
    bracket = _sign_before(page, place)
    ages = page.form(place + 1) in word_set("minors.row") | {")"}
    kin = page.spans(max(0, bracket - 3), bracket, "people")
    return ages and any(span.name in word_set("minors.kin_named") for span in kin)


def _goes_on(page: Page, place: int) -> bool:
    """Whether a thing follows: "a 15 year old coat"."""
    return page.first(place, "g", "h", "b", "j", "m", "noun", "p") is not None
