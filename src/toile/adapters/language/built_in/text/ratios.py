"""Aspect ratios, seconds and counts: the small numbers of a brief, told apart."""

from dataclasses import dataclass

from toile.adapters.language.built_in.text.lexicon import Span, word_set
from toile.adapters.language.built_in.text.page import Page

KNOWN = word_set("ratios.known")
_SIGNS = {":": True, "x": False, "×": False, "/": False, "by": False, "per": False, "par": False}
_SECONDS = word_set("ratios.seconds")
_BESIDE = 4
_NOT_COUNTS = word_set("ratios.not_counts")


@dataclass(frozen=True, slots=True)
class Ratio:
    """An aspect ratio at tokens ``start`` to ``end``."""

    start: int
    end: int
    value: str


def find_ratios(page: Page, start: int, end: int) -> list[Ratio]:
    """Return the ratios of a stretch, written as figures or as words."""
    found: list[Ratio] = []
    place = start
    while place < end:
        if not _may_open(page, place):
            place += 1
            continue
        scope = page.span_at(place, "ref")  # "Une sur deux" is every second shot, and no 1:2.
        if scope is not None and scope.name == "second":
            place = scope.end
            continue
        ratio = _figures(page, place, end) or _said(page, place, end)
        if ratio:
            found.append(ratio)
            place = ratio.end
        else:
            place += 1
    return _without_doubles(page, found)


def _may_open(page: Page, place: int) -> bool:
    """Whether a figure, a number or a shape stands here: all else needs no closer look."""
    here = page.at[place]
    return page.tokens[place].text[:1].isdecimal() or not here.keys().isdisjoint(_OPENERS)


_OPENERS = ("n", "aspect", "ref")


def _says_the_same(page: Page, one: Ratio, two: Ratio) -> bool:
    """Whether two ratios stand together, no count between them: not "3 tall and 3 square"."""
    first, second = sorted((one, two), key=lambda ratio: ratio.start)
    if two.value == "1:1":
        return False
    joins = word_set("asks.joins") | {","}
    counts = [
        p
        for p in range(first.end, second.start)
        if (counted := count_at(page, p))
        and (counted[1] == second.start or page.form(p - 1) in joins)
    ]
    return second.start - first.end <= _BESIDE and not counts


def _without_doubles(page: Page, found: list[Ratio]) -> list[Ratio]:
    """Drop an orientation word beside the figures that say it ("upright 3:4")."""
    kept: list[Ratio] = []
    for index, ratio in enumerate(found):
        beside = found[max(0, index - 1) : index] + found[index + 1 : index + 2]
        worded = ratio.value in ("portrait", "landscape")
        if worded and any(_says_the_same(page, ratio, o) for o in beside):
            continue
        kept.append(ratio)
    return [
        r
        for i, r in enumerate(kept)
        if not (i and kept[i - 1].value == r.value and r.start - kept[i - 1].end <= 1)
    ]


def _is_length(page: Page, place: int) -> bool:
    """Whether "5: 8s" tells how long shot 5 is; "4:5s" are pictures."""
    apart = page.tokens[place + 1].end < page.tokens[place + 2].start
    return apart and page.form(place + 3) in word_set("filming.seconds")


def _figures(page: Page, place: int, end: int) -> Ratio | None:
    first = page.tokens[place].text
    if place + 2 >= len(page.tokens) or place + 3 > end or _is_framed(page, place + 2):
        return None
    sign, second = page.form(place + 1), page.tokens[place + 2].text
    if sign in ("a", "zu") and _is_spelled(page, place, end):
        return Ratio(place, place + 3, f"{first}:{second}")
    if sign in word_set("ratios.spoken") and not first.isdecimal():
        return _spoken(page, place)
    listed = _closes_list(page, place) or _is_length(page, place)
    if sign not in _SIGNS or not second.isdecimal() or listed or "0" in (first[:1], second[:1]):
        return None  # "09:12" is a time of the day.
    if first.isdecimal():
        value = f"{int(first)}:{int(second)}"
    elif first in ("1.91", "1,91", "2.39", "1.85"):
        return Ratio(place, place + 3, f"{first.replace(',', '.')}:{second}")
    else:
        return None
    if (
        not _SIGNS[sign]
        and page.form(place + 3) in (":", "x", "/")
        and page.tokens[place + 3].start == page.tokens[place + 2].end
    ):
        return None
    glued = page.tokens[place + 2].end - page.tokens[place].start <= len(first) + len(second) + 3
    certain = _SIGNS[sign] and int(first) <= 32 and int(second) <= 32
    if not (value in KNOWN or certain) or not (glued or sign in ("by", "per", "par")):
        return None
    if sign == page.form(place + 3) and _is_headed(page, place, end):
        return None
    return Ratio(place, place + 3, value)


def _is_headed(page: Page, place: int, end: int) -> bool:
    """Whether a date or a shot's number stands ahead: "3/4/27", "2: 9:16", "3:4:5"."""
    if page.form(place + 1) == "/":
        return True
    if not _spaced(page, place + 1) and _spaced(page, place + 3):
        return False  # "6 stills 4:5: 4 full length" goes on behind the ratio.
    behind = _figures(page, place + 2, min(end, place + _FAR))
    return page.form(place + 1) == ":" and behind is not None and behind.value in KNOWN


# Of "2:2:2:…" so many tokens are looked at.
_FAR = 12


def _spaced(page: Page, place: int) -> bool:
    """Whether a space stands behind a sign."""
    return place + 1 < len(page.tokens) and page.tokens[place + 1].start > page.tokens[place].end


def _is_framed(page: Page, place: int) -> bool:
    """Whether a longer framing begins at a place: "shot 1: 3/4 length"."""
    framing = page.span_at(place, "framing")
    return framing is not None and framing.end > place + 1


def _said(page: Page, place: int, end: int) -> Ratio | None:
    return _fraction(page, place) or _bare_spoken(page, place) or _word(page, place, end)


_FRACTIONS = {
    "quinti": 5,
    "sedicesimi": 16,
    "terzi": 3,
    "quarti": 4,
    "noni": 9,
    "cinquiemes": 5,
    "seiziemes": 16,
    "neuviemes": 9,
    "tiers": 3,
    "quarts": 4,
    "tercios": 3,
    "cuartos": 4,
    "dieciseisavos": 16,
    "novenos": 9,
    "quintos": 5,
}


def _fraction(page: Page, place: int) -> Ratio | None:
    """Read "quattro quinti"."""
    one, part = page.span_at(place, "n"), _FRACTIONS.get(page.form(place + 1))
    value = f"{one.name}:{part}" if one and part else ""
    return Ratio(place, place + 2, value) if value in KNOWN else None


def _closes_list(page: Page, place: int) -> bool:
    """Whether the figure ends a list in front of a colon: "in 1 and 2: 1 navy"."""
    first, sign, second = page.tokens[place : place + 3]
    listed = page.form(place - 1) in word_set("naming.and") and place > 1
    apart = sign.start == first.end and second.start > sign.end
    return listed and apart and page.tokens[place - 2].text.isdecimal()


def _is_spelled(page: Page, place: int, end: int) -> bool:
    """Whether "4 a 5" is a ratio and no range: it ends its clause and nothing opens a range."""
    first, second = page.tokens[place].text, page.tokens[place + 2].text
    usual = f"{first}:{second}" in ("4:5", "16:9", "9:16", "3:4", "2:3", "3:2")
    ranged = page.form(place - 1) in word_set("money.between")
    closed = place + 3 >= end or not page.tokens[place + 3].is_word
    return usual and closed and not ranged


def _bare_spoken(page: Page, place: int) -> Ratio | None:
    """Read "sixteen nine", and behind a medium or "in" any that is known: "pictures four five"."""
    one = page.span_at(place, "n")
    two = page.span_at(one.end, "n") if one and page.tokens[place].is_word else None
    if two is None or _is_shot_with_article(page, place, two):
        return None
    value = f"{one.name}:{two.name}" if one else ""
    led = page.form(place - 1) in word_set("ratios.led")
    behind = place > 0 and (led or page.has(place - 1, place, "media")) and value in KNOWN
    return Ratio(place, two.end, value) if value in ("16:9", "9:16") or behind else None


def _is_shot_with_article(page: Page, place: int, two: Span) -> bool:
    """Whether "trean en" in "i trean en bok", "in three a book" is a shot and what comes in."""
    article = page.form(two.start) in word_set("giving.indefinite") and _is_named(page, two.end)
    return article or page.form(place) in word_set("numbers.the_one")


def _spoken(page: Page, place: int) -> Ratio | None:
    """Read "nine by sixteen"."""
    one, two = page.span_at(place, "n"), page.span_at(place + 2, "n")
    if page.form(place) in word_set("numbers.the_one"):  # "Flytta tvåan till ett kafé."
        return None
    value = f"{one.name}:{two.name}" if one and two else ""
    if two and page.form(place + 2) in word_set("giving.indefinite") and _is_named(page, two.end):
        return None  # "Gör fyran till en detaljbild."
    return Ratio(place, two.end, value) if two and value in KNOWN else None


def _is_named(page: Page, place: int) -> bool:
    return place < len(page.tokens) and page.tokens[place].is_word


def _word(page: Page, place: int, end: int) -> Ratio | None:
    span = page.span_at(place, "aspect")
    if span is None or span.end > end or not span.name[:1].isalnum():
        return None
    return Ratio(span.start, span.end, span.name)


def seconds_at(page: Page, place: int) -> int | None:
    """Return a length in seconds written at a place ("10 s", '30"', "10-second")."""
    if place >= len(page.tokens):
        return None
    token = page.tokens[place]
    span = page.span_at(place, "n")
    value = int(token.text) if token.text.isdecimal() else int(span.name) if span else None
    if value is None or value > 600:
        return None
    after = span.end if span and not token.text.isdecimal() else place + 1
    after += page.form(after) == "-"
    if page.form(after) in word_set("ratios.minutes") and value <= 10:
        return value * 60
    return value if page.form(after) in _SECONDS else None


def _is_of_a_clock(page: Page, place: int) -> bool:
    """Whether a figure is the second part of "20:17" or "4:5"."""
    if place < 2 or page.form(place - 1) != ":" or not page.tokens[place].text.isdecimal():
        return False
    before, sign = page.tokens[place - 2], page.tokens[place - 1]
    return (
        before.text.isdecimal()
        and before.end == sign.start
        and sign.end == page.tokens[place].start
    )


def _is_measured(page: Page, place: int) -> bool:
    """Whether a unit or the sign of an ordinal stands behind; a Swedish "st" counts pieces."""
    pieces = page.form(place + 1) == "st" and page.languages[0] == "sv"
    return page.form(place + 1) in _NOT_COUNTS and not pieces


def count_at(page: Page, place: int) -> tuple[int, int] | None:
    """Return a whole number and the next place, where a count may stand."""
    if not 0 <= place < len(page.tokens):
        return None
    token = page.tokens[place]
    if "n" not in page.at[place] and not token.text.isdecimal():
        return None
    if _is_of_a_clock(page, place):
        return None
    if page.form(place) in word_set("ratios.one") and page.form(place - 1) in word_set("ratios.no"):
        return None  # "no one"
    if page.form(place - 1) == "." and page.form(place - 2) in word_set("ratios.pages"):
        return None  # "p.5 CAST" counts nobody.
    if token.text.isdecimal() and len(token.text) <= 4:
        if _is_measured(page, place) or page.form(place - 1) in ("#", "€", "$", "£", "@"):
            return None
        if (
            page.form(place - 1) == "-"
            and page.tokens[place - 1].end == token.start
            and (
                page.tokens[place - 2].is_word
                and page.tokens[place - 2].end == page.tokens[place - 1].start
            )
        ):
            return None
        return int(token.text), place + 1
    span = page.span_at(place, "n")
    if span and token.is_word:
        return int(span.name), span.end
    return None
