"""Ages under 18 in one word, or right beside a child: "zwölfjähriger Junge", "girl (14)"."""

from functools import cache

from toile.adapters.language.built_in.flags.ages_of_several import (
    is_of_each,
    is_of_friends,
    is_of_kin,
    is_turned,
)
from toile.adapters.language.built_in.flags.cast_bounds import is_young_bound
from toile.adapters.language.built_in.flags.grown import (
    AGES,
    CLOSES,
    ENDS,
    OLDEST_CHILD,
    YOUNGEST,
    age_at,
    figure_at,
)
from toile.adapters.language.built_in.people.known_people import first_names
from toile.adapters.language.built_in.text.lexicon import read_table, word_set
from toile.adapters.language.built_in.text.page import Page
from toile.adapters.language.built_in.text.phrases import function_words
from toile.adapters.language.built_in.text.tokens import fold

_NEAR = 3


def tells_young_age(page: Page, place: int) -> bool:
    """Whether an age under 18 stands at a place, said of somebody."""
    in_one_word = _is_in_one_word(page, place) and not _is_of_a_thing(page, place)
    return in_one_word or any(
        told(page, place)
        for told in (
            _is_of_a_child,
            _is_of_children,
            is_of_each,
            is_of_friends,
            is_of_kin,
            is_turned,
            is_young_bound,
        )
    )


def looks_an_age(page: Page, place: int) -> bool:
    """Whether somebody called by name is to look an age under 18: "make Noor look 15"."""
    if figure_at(page, place) is None or page.form(place - 1) not in word_set("minors.looks"):
        return False
    who = place - 2
    while page.form(who) in word_set("minors.are"):
        who -= 1
    named = page.form(who) in first_names() or (who > 0 and page.tokens[who].is_name)
    return named and page.form(place + 1) in ENDS | AGES | word_set("naming.in")


def is_so_old(page: Page, place: int) -> bool:
    """Whether somebody's child is called by its age: "her 7-year-old", no "7-year-old coat"."""
    number, end = age_at(page, place)
    if not number or page.form(place - 1) not in word_set("minors.whose"):
        return False
    old = page.form(end) in AGES and page.form(end + 1) == "old"
    after = ENDS | function_words() | word_set("minors.does")
    return old and page.form(end + 2) in after


def _is_in_one_word(page: Page, place: int) -> bool:
    form = page.form(place)
    ending = next((e for e in _endings() if form.endswith(e)), None)
    if ending is None:
        return False
    number = form.removesuffix(ending)
    if number:
        return YOUNGEST <= _numbers().get(number, 0) <= OLDEST_CHILD
    return figure_at(page, place - 1 - (page.form(place - 1) == "-")) is not None


def _is_of_a_thing(page: Page, place: int) -> bool:
    """Whether years are a licence's or a jubilee's: "dreijährige Nutzungslizenz"."""
    things = tuple(word_set("minors.old_things"))
    return any(page.form(p).endswith(things) for p in range(place + 1, place + 1 + _NEAR))


def _is_of_a_child(page: Page, place: int) -> bool:
    """Whether a number is the age of a girl or a boy: "girl, 12", "boy age 9", "fille de dix ans".

    A number that anything follows counts that.
    """
    value, end = age_at(page, place)
    if not YOUNGEST <= value <= OLDEST_CHILD:
        return False
    lead = page.form(place - 1)
    if lead in word_set("minors.aged"):
        who = place - 2 - (page.form(place - 2) in (",", "("))
        return _is_a_child(page, who)
    closed = page.form(end) in CLOSES or end >= page.segment_of(place).end
    if lead in word_set("minors.of") | word_set("minors.led"):
        return (closed or page.form(end) in AGES) and _is_a_child(page, place - 2)
    return lead in (",", "(") and closed and _is_a_child(page, place - 2)


def _is_of_children(page: Page, place: int) -> bool:
    """Whether a number is one of the ages of some girls or boys: "two boys, seven and ten"."""
    value, end = age_at(page, place)
    if not YOUNGEST <= value <= OLDEST_CHILD or page.form(place - 1) not in (",", "("):
        return False
    many = page.form(place - 2) in word_set("minors.girls_many")
    sold = page.form(place - 3) in word_set("people.audience")
    joined = page.form(end) in word_set("minors.row")
    other, last = age_at(page, end + 1)
    closed = page.form(last) in CLOSES | AGES or last >= page.segment_of(place).end
    return many and not sold and joined and YOUNGEST <= other <= OLDEST_CHILD and closed


def _is_a_child(page: Page, place: int) -> bool:
    return page.form(place) in word_set("minors.girls")


def is_a_person(page: Page, place: int) -> bool:
    """Whether somebody is named at a place, or before "in the picture" there."""
    if page.first(place, "media") and page.form(place - 2) in word_set("scene.prepositions"):
        place -= _IN_THE_PICTURE
    form = page.form(place)
    if form in word_set("minors.somebody") or _is_a_child(page, place):
        return True
    if form in first_names() and page.tokens[place].is_name:
        return True
    near = (page.first(p, "people", "young") for p in (place - 1, place))
    found = [span for span in near if span is not None and span.end == place + 1]
    return bool(found) and page.form(found[0].start - 1) not in word_set("people.of")


_IN_THE_PICTURE = 3


@cache
def _endings() -> tuple[str, ...]:
    return tuple(sorted(word_set("minors.so_old"), key=len, reverse=True))


@cache
def _numbers() -> dict[str, int]:
    """Return the numbers by their words in every language."""
    rows = [row for row in read_table("numbers") if row[0].startswith("n:")]
    return {
        fold(word): int(row[0].removeprefix("n:"))
        for row in rows
        for cell in row[1:]
        for word in cell.split(",")
    }
