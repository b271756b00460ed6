"""Ages under 18 of several people, or of somebody who reaches one: "three girls, all 16"."""

from toile.adapters.language.built_in.flags.grown import (
    AGES,
    ENDS,
    OLDEST_CHILD,
    YOUNGEST,
    age_at,
    figure_at,
)
from toile.adapters.language.built_in.flags.no_ages import is_of_a_clock, lasts
from toile.adapters.language.built_in.people.known_people import first_names
from toile.adapters.language.built_in.text.lexicon import word_set
from toile.adapters.language.built_in.text.page import Page

_REACH, _OLDEST, _HANDFUL = 4, 100, 5
_NEAR = 3
_AROUND = 6


def is_of_each(page: Page, place: int) -> bool:
    """Whether all of some people are so old: "Drei Mädels, alle 16", "two women, both under 17"."""
    value, end = age_at(page, place)
    if not YOUNGEST <= value <= OLDEST_CHILD or not _ends(page, end):
        return False
    if value <= _HANDFUL and page.tokens[place].is_word and page.form(end - 1) not in AGES:
        return False  # "Mother, aunt and daughter, all three with glasses" counts them.
    start = place
    while page.form(start - 1) in word_set("minors.all_are") and place - start < _REACH:
        start -= 1
    each = any(page.form(p) in word_set("minors.each") for p in range(start, place))
    who = start - 1 - (page.form(start - 1) in (",", "(", "-", "–", "—"))
    return each and _is_somebody(page, who, several=True)


def is_of_friends(page: Page, place: int) -> bool:
    """Whether friends are so old: "deux copines de 15 ans", no "amies depuis 15 ans"."""
    value, end = age_at(page, place)
    young = YOUNGEST <= value <= OLDEST_CHILD and page.form(end) in AGES
    if lasts(page, place):
        return False
    aged = page.form(place - 1) in word_set("minors.aged")
    of = word_set("minors.of") | word_set("minors.led")
    who = page.form(place - 2) in word_set("minors.friends")
    return young and who and (aged or page.form(place - 1) in of)


def is_of_kin(page: Page, place: int) -> bool:
    """Whether a number is one of the ages of some people: "two sisters, 15 and 17"."""
    first = last = place
    while place - first < _ROW and _joins(page, first - 1) and _is_age(page, first - 2):
        first -= 2
    while last - place < _ROW and _joins(page, last + 1) and _is_age(page, last + 2):
        last += 2
    young = figure_at(page, place) is not None
    if not young or first == last or not _ends(page, last + 1):
        return False
    who = first - 1 - (page.form(first - 1) in (",", "(", ":"))
    sold = page.form(who - 1) in word_set("people.audience")
    young = page.form(who) in word_set("minors.friends") | word_set("minors.girls")
    home = page.segment_of(place)
    several = page.form(who) in word_set("minors.girls_many")  # "Dresses, girls 8-14" are sizes.
    young |= several and (
        page.form(last + 1) in AGES or not page.has(home.start, home.end, "g", "h")
    )
    return young and not sold and not is_of_a_clock(page, last)


# Nobody tells the ages of more than these in a row, and an endless row is read in time.
_ROW = 12


def _joins(page: Page, place: int) -> bool:
    return page.form(place) in word_set("minors.row")


def _is_age(page: Page, place: int) -> bool:
    text = page.tokens[place].text if 0 <= place < len(page.tokens) else ""
    return text.isdecimal() and YOUNGEST <= int(text) < _OLDEST


def is_turned(page: Page, place: int) -> bool:
    """Whether somebody reaches an age up to 18: "she turns seventeen in May"."""
    value, end = age_at(page, place)
    eighteen = page.form(place) == "18"
    if not (YOUNGEST <= value <= OLDEST_CHILD or eighteen):
        return False
    verb = next((p for p in range(place - 1, place - 1 - _NEAR, -1) if _turns(page, p)), None)
    if verb is None or page.has(verb, place, "noun", "media", "unit", "g", "h", "b"):
        return False
    while page.form(verb - 1) in word_set("minors.are"):
        verb -= 1
    after = place + 1 if eighteen else end
    ends = _ends(page, after) or page.form(after) in word_set("minors.when")
    return ends and (_is_somebody(page, verb - 1, several=False) or _is_of_a_child(page, verb))


def _is_of_a_child(page: Page, verb: int) -> bool:
    """Whether a girl or a boy leads up to a verb: "der Junge auf dem Rad wird im Juni 12"."""
    near = [page.form(p) for p in range(max(page.segment_of(verb).start, verb - _AROUND), verb)]
    return "," not in near and not word_set("minors.girls").isdisjoint(near)


def _turns(page: Page, place: int) -> bool:
    return page.form(place) in word_set("minors.turns")


def _ends(page: Page, place: int) -> bool:
    last = place >= len(page.tokens) or place >= page.segment_of(place - 1).end
    return last or page.form(place) in ENDS | AGES


def _is_somebody(page: Page, place: int, *, several: bool) -> bool:
    """Whether a word is of people: girls, friends, he or she, a name, a word for people."""
    form = page.form(place)
    called = form in first_names() and page.tokens[place].is_name
    who = word_set("minors.girls_many") | word_set("minors.friends") if several else frozenset()
    said = form in who | word_set("minors.somebody") | word_set("minors.girls")
    return (
        called
        or said
        or any(span.end == place + 1 for span in page.spans(max(0, place - 1), place + 1, "people"))
    )
