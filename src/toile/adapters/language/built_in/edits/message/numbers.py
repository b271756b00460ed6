"""Numbers in a message: which are shots, which are lenses, ratios, versions or steps."""

from dataclasses import dataclass, replace

from toile.adapters.language.built_in.edits.message import apertures
from toile.adapters.language.built_in.edits.message.clause import Clause
from toile.adapters.language.built_in.edits.message.counted_things import counts_things
from toile.adapters.language.built_in.edits.message.denied import is_turned_from
from toile.adapters.language.built_in.edits.message.ranges import leads_on
from toile.adapters.language.built_in.edits.message.talk import named_in
from toile.adapters.language.built_in.text.lexicon import word_set
from toile.adapters.language.built_in.text.page import Page
from toile.adapters.language.built_in.text.ratios import count_at

_MILLIMETRES = word_set("numbers.millimetres")
LENSES = frozenset((
    14, 18, 20, 24, 28, 35, 40, 45, 50, 55, 58, 60, 65, 70, 75, 80, 85, 90, 100, 105, 110, 120,
    135, 150, 180, 200, 300,
))  # fmt: skip
_TO = word_set("numbers.to")
_DIGITS = frozenset(str(number) for number in range(1, 100))
_COUNTED = word_set("numbers.counted")
_WORDED = ("framing", "pose", "angle", "light")


@dataclass(frozen=True, slots=True)
class Number:
    """A number at tokens ``start`` to ``end``."""

    start: int
    end: int
    value: int
    word: bool


def numbers(page: Page, clause: Clause) -> list[Number]:
    """Return the numbers of a clause outside ratios and board names."""
    taken = {p for r in clause.ratios for p in range(r.start, r.end)}
    taken |= {p for m in clause.mentions for p in range(m.start, m.end)}
    taken |= apertures.places(page, clause)
    # "Three quarter" is a framing and "three point light" a light, not shot 3.
    taken |= {
        p
        for s in page.spans(clause.start, clause.end, *_WORDED)
        if s.end - s.start > 1
        and (page.span_at(s.start, "n") or page.tokens[s.start].text.isdecimal())
        for p in range(s.start, s.end)
    }
    taken |= {p for n in named_in(page, 0, len(page.tokens)) for p in range(n.start, n.end)}
    taken |= {
        p
        for s in page.spans(clause.start, clause.end, "ref")
        if s.name in ("both", "those", "together", "second") and not _goes_on(page, s.end)
        for p in range(s.start, s.end)
    }
    # "Back in ten" is small talk.
    taken |= {
        p for s in page.spans(clause.start, clause.end, "chat") for p in range(s.start + 1, s.end)
    }
    found: list[Number] = []
    place = clause.start
    while place < clause.end:
        value = None if place in taken else count_at(page, place) or _unit(page, place)
        if value and value[1] <= clause.end + 1 and not _is_else(page, place, clause.end):
            found.append(Number(place, value[1], value[0], not page.tokens[place].text.isdecimal()))
            place = value[1]
        else:
            place += 1
    return found


def _is_else(page: Page, place: int, end: int) -> bool:
    """Whether a number is no shot, lens or step: a sum, a year ("SS24 coats") or a count."""
    summed = _is_money(page, place) or page.form(place - 1) in word_set("numbers.seasons")
    return summed or _counts_kind(page, place, end) or counts_things(page, place)


def _counts_kind(page: Page, place: int, end: int) -> bool:
    """Whether a number counts what a list behind it becomes: "two videos: 1 and 5"."""
    kind = page.first(place + 1, "kind", "framing")
    return kind is not None and kind.end < end and page.tokens[kind.end].text == ":"


def is_count_of_last(page: Page, start: int, end: int) -> bool:
    """Whether a number counts the last or first shots: "las dos últimas", "de två sista"."""
    last, first = page.span_at(end, "ref"), page.span_at(end, "ord")
    if first is not None and first.name == "1":
        last = replace(first, name="last")
    many = page.form(end) in word_set("targets.last_many")
    led = page.form(start - 1) in word_set("targets.many")
    return last is not None and last.name == "last" and many and led


def _goes_on(page: Page, end: int) -> bool:
    """Whether "les 2" is the first of a list of shots: "les 2 et 4"."""
    if not page.tokens[end - 1].text.isdecimal() or page.form(end) not in word_set("numbers.join"):
        return False
    return end + 1 < len(page.tokens) and page.tokens[end + 1].text.isdecimal()


def _is_money(page: Page, place: int) -> bool:
    """Whether a number is a sum: "6k", "£44", "12 grand"."""
    after = place + 1
    glued = after < len(page.tokens) and page.tokens[after].start == page.tokens[place].end
    thousand = page.form(after) == "k" and glued
    signed = place > 0 and page.form(place - 1) in ("€", "$", "£")
    return signed or thousand or page.form(after) in _SUMS


_SUMS = word_set("numbers.sums")


def _unit(page: Page, place: int) -> tuple[int, int] | None:
    text = page.tokens[place].text
    return (int(text), place + 1) if text.isdecimal() and len(text) <= 3 else None


def lens(page: Page, clause: Clause, most: int) -> tuple[str, int, int] | None:
    """Return the focal length of a clause, where one is said; the last wins."""
    found: tuple[str, int, int] | None = None
    told = any(s.name == "lens" for s in page.spans(clause.start, clause.end, "f"))
    for number in numbers(page, clause):
        after = page.form(number.end)
        said = after in _MILLIMETRES or told
        plausible = number.value in LENSES and number.value > most
        before = page.form(number.start - 1)
        many = after == "s" and not number.word  # "early 90s"; but "the 50s become 35s"
        if many and before not in word_set("exchanging.becomes") | word_set("leaning.to"):
            continue
        if _is_put_off(page, number.start):
            continue
        led = before in word_set("numbers.lens")
        if (after in _MILLIMETRES and number.value >= 8 and after != "lens") or (
            plausible and (said or led or not number.word)
        ):
            macro = (
                " macro"
                if page.form(number.end) == "macro"
                or page.form(number.end + 1) in word_set("numbers.macro")
                else ""
            )
            found = f"{number.value}mm{macro}", number.start, number.end
    return found


def _is_put_off(page: Page, place: int) -> bool:
    """Whether a number is the one that goes: "85 not 50", "il 60 al posto del 100"."""
    start = place
    small = word_set("naming.articles") | word_set("numbers.put_off")
    while place > 1 and page.form(place - 1) in small:
        place -= 1
    marks = page.spans(max(0, place - 4), start, "act", "neg")
    return any(
        place <= s.end <= start
        and (s.name == "replace" or page.form(s.start) in word_set("exchanging.not"))
        and page.form(s.start) not in word_set("things.old")
        for s in marks
    )


def _is_lens_that_goes(page: Page, number: Number, most: int) -> bool:
    return number.value > most and number.value in LENSES and _is_put_off(page, number.start)


def shot_numbers(
    page: Page, clause: Clause, most: int, skip: set[int]
) -> tuple[list[int], set[int]]:
    """Return the shot numbers of a clause in order, ranges filled, and their tokens."""
    found: list[int] = []
    places: set[int] = set()
    told = [n for n in numbers(page, clause) if not _is_lens_that_goes(page, n, most)]
    usable = _meant(page, [n for n in told if _is_shot(page, n, most, skip)])
    index = 0
    while index < len(usable):
        number = usable[index]
        after = usable[index + 1] if index + 1 < len(usable) else None
        if (
            after
            and after.value > number.value
            and leads_on(page, clause, number.start, number.end, after.start)
            and _is_range(page, clause, number)
        ):
            found += range(number.value, after.value + 1)
            places |= set(range(number.start, after.end))
            index += 2
            continue
        onward = page.form(number.end) in word_set("numbers.onward")
        # "The light from 1 on 2" goes from one shot to another.
        onward = onward and number.end < clause.end and not _is_where(page, clause, number.end + 1)
        if onward and page.form(number.start - 1) in word_set("numbers.from"):
            found += range(number.value, most + 1)
            places |= set(range(number.start, number.end + 1))
            index += 1
            continue
        found.append(number.value)
        places |= set(range(number.start, number.end))
        index += 1
    return list(dict.fromkeys(found)), places


def _is_where(page: Page, clause: Clause, place: int) -> bool:
    """Whether "on" leads to a shot or to somebody: "the earrings from 4 on Nora"."""
    person = any(m.start == place and m.fields == {"talent"} for m in clause.mentions)
    return person or page.form(place) in _DIGITS | word_set("refusals.hers")


def _meant(page: Page, found: list[Number]) -> list[Number]:
    """Leave out what a correction denies: "4, not 5"."""
    meant = [n for n in found if not _is_denied(page, n.start)]
    return meant or found


def _is_denied(page: Page, place: int) -> bool:
    """Whether "not" stands before a number and its article: "nicht die 2, sondern die 3"."""
    before = place - 1 - (page.form(place - 1) in word_set("naming.articles"))
    if any(s.name == "except" for s in page.spans(before, place, "ref")):
        return False  # "All, not 2 and 3, warmer" leaves both out.
    told = {page.form(place - 1), page.form(before)}
    return is_turned_from(page, place) or not told.isdisjoint(word_set("numbers.not"))


def _is_range(page: Page, clause: Clause, number: Number) -> bool:
    """Whether "2 to 4" is a range; after a verb of moving, "to" says where."""
    moves = any(
        s.name in ("move", "duplicate") for s in page.spans(clause.start, number.start, "act")
    )
    return page.form(number.end) in word_set("numbers.is_range") or not moves


def _is_shot(page: Page, number: Number, most: int, skip: set[int]) -> bool:
    if number.start in skip or number.value == 0:
        return False
    after, before = page.form(number.end), page.form(number.start - 1)
    noun = page.span_at(number.start - 1, "noun") is not None
    counted = after in _COUNTED and not noun and not _goes_on_otherwise(page, number.end)
    # "Shot two lens 135" is no lens of 2 mm.
    lens_after = after in _MILLIMETRES and not (noun and number.word)
    if lens_after or counted or before in word_set("numbers.is_shot"):
        return False
    if counts_seconds(page, number.end) and after != "s":
        return False
    if is_count_of_last(page, number.start, number.end):
        return False
    if number.word and number.value == 1 and not _is_number_word(page, number):
        return False
    return noun or number.value <= max(most, 30)


def counts_seconds(page: Page, place: int) -> bool:
    """Whether "6 second video", "6 Sekunden" tells how long a film is."""
    film = page.first(place + 1, "kind") is not None
    second = page.form(place) in word_set("filming.second") and film
    return second or page.form(place) in word_set("filming.seconds")


def _goes_on_otherwise(page: Page, place: int) -> bool:
    """Whether a counted word is part of another phrase: "s'il te plaît", "4 eye level"."""
    seen = page.first(place, "framing", "angle", "rel", "light", "pose")
    valued = seen is not None and seen.end > place + 1
    return valued or page.form(place + 1) == "il" or page.span_at(place, "sim") is not None


def _is_listed(page: Page, number: Number) -> bool:
    """Whether "one" begins a list or a range of shots: "one and two", "one to three"."""
    place = number.end
    if page.form(place) not in word_set("numbers.join") | _TO:
        return False
    return count_at(page, place + 1) is not None and page.form(place + 1) != "one"


def _is_number_word(page: Page, number: Number) -> bool:
    """Whether "one", "una", "en" is the number and not an article or a pronoun."""
    before = page.span_at(number.start - 1, "noun")
    form = page.form(number.start)
    if form in word_set("numbers.the_one"):
        return True
    if form == "one" and _is_listed(page, number):
        return True
    named = before is not None and page.form(number.start - 1) not in word_set("shared.one")
    if named:
        return True
    if form in word_set("numbers.is_number_word.2") and page.form(number.start - 1) in (
        "la",
        "die",
        "den",
        "el",
        "l",
    ):
        return True
    if form in word_set("numbers.is_number_word"):
        return form == "eins"
    lead = page.form(number.start - 1)
    return (
        lead in word_set("numbers.is_number_word.3")
        and page.form(number.end) not in word_set("numbers.is_number_word.4")
        and form == "one"
        and not page.has(number.start - 2, number.start, "ref")
    )
