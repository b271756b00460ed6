"""The days and countries somebody is asked for: "free for Nordics e-com in March", "for SS27".

By the reader of dates that briefs use. What a brief calls a season is a collection; here it is the
time in which that collection is in the shops. Shown to the person, so that it can be said better.
"""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta

from toile.adapters.language.built_in.countries import countries
from toile.adapters.language.built_in.days.date_parts import When, plus_months
from toile.adapters.language.built_in.days.dates import find_dates
from toile.adapters.language.built_in.days.stretches import coming, part_named, season, year_named
from toile.adapters.language.built_in.days.times import Times, read_times
from toile.adapters.language.built_in.text.lexicon import FOR_BRIEFS, word_set
from toile.adapters.language.built_in.text.page import Page, read_page
from toile.domain.brief import Window

# Of several stretches the narrowest is meant: "SS27 e-com, in March".
_WIDTH = {"month": 1, "part of year": 2, "feast": 3, "season": 4, "year": 5}
# A campaign for a feast is live in the weeks before it.
_BEFORE_A_FEAST = timedelta(weeks=4)


def asked_days(text: str, today: date) -> Window | None:
    """Return the days a sentence asks about, with the words they were read from as the note.

    What has begun counts from today on. Without any day in the text there is none.
    """
    page = read_page(text, FOR_BRIEFS)
    found = find_dates(page, today, also=(part_named, season, year_named, coming))
    dates = [when for when in found if not _marches(page, when)]
    if not dates:
        return None
    return _as_in_a_brief(page, read_times(page, dates), dates, today) or _narrowest(
        page, dates, today
    )


def asked_countries(text: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return the countries a sentence names as ISO codes, and its words for them.

    Without its scene: "walk like on a runway, for the Nordics" names no place of a shoot. Where
    somebody comes from is no market.
    """
    page = read_page(text, FOR_BRIEFS)
    home = word_set("asked_days.home")
    found = [
        one
        for one in countries(page, 0, len(page.tokens))
        if not one.adjective and not home & {page.form(one.start - by) for by in (1, 2)}
    ]
    codes = dict.fromkeys(code for one in found for code in one.codes)
    return tuple(codes), tuple(page.words(one.start, one.end) for one in found)


def _marches(page: Page, when: When) -> bool:
    """Whether a small "march" without its year or a word before is no month but a walk."""
    walk = when.kind == "month" and page.tokens[when.start].text == "march" and not when.year_said
    before = page.form(when.start - 1)
    led = before in word_set("asked_days.led")
    return walk and not led


def _as_in_a_brief(page: Page, times: Times, dates: Sequence[When], today: date) -> Window | None:
    """Return the window that a brief would have, unless a narrower stretch stands beside it."""
    window, at = times.window, times.window_at
    if window is None or at is None or not (window.start or window.end):
        return None
    inside = [when for when in dates if at[0] <= when.start < at[1]]
    width = max(map(_width, inside), default=0)
    if any(_width(when) < width for when in dates if when not in inside):
        return None
    said = _told_by(window, inside) or at
    return _from_today(window.start or today, window.end, page.words(*said), today)


def _told_by(window: Window, inside: Sequence[When]) -> tuple[int, int] | None:
    """Return the words of the one stretch that is the window: "March" of "SS28 e-com, in March"."""
    if not inside or window.start is None or window.end is None:
        return None
    one = min(inside, key=_width)
    same = (one.first.month, one.first.day, one.last.month, one.last.day)
    whole = (window.start.month, window.start.day, window.end.month, window.end.day)
    return (one.start, one.end) if same == whole else None


def _narrowest(page: Page, dates: Sequence[When], today: date) -> Window:
    width = min(map(_width, dates))
    meant = [_in_its_year(when, dates) for when in dates if _width(when) == width]
    first, last = min(when.first for when in meant), max(when.last for when in meant)
    if meant[0].kind == "feast":
        first -= _BEFORE_A_FEAST
    if any(span.name == "end" for span in page.spans(meant[0].start - 2, meant[0].start, "cue")):
        first = min(first, today)
    return _from_today(first, last, page.words(meant[0].start, meant[-1].end), today)


def _in_its_year(when: When, dates: Sequence[When]) -> When:
    """Return a month as that of the season or year beside it: "SS28, in March"."""
    if when.kind != "month" or when.year_said:
        return when
    for wide in (one for one in dates if one.year_said and _width(one) > _width(when)):
        for months in (0, 12, 24, -12):
            first = plus_months(when.first, months)
            if wide.first <= first <= wide.last:
                return replace(when, first=first, last=plus_months(when.last, months))
    return when


def _from_today(first: date, last: date | None, said: str, today: date) -> Window:
    over = last is not None and last < today
    return Window(start=first if over else max(first, today), end=last, note=said)


def _width(when: When) -> int:
    return _WIDTH.get(when.kind, 0)
