"""New shots told by their seat: "between 3 and 4: a wide", "new one after 2", "new shot 2: ..."."""

from toile.adapters.language.built_in.edits.message.clause import Clause
from toile.adapters.language.built_in.text.lexicon import Span, word_set
from toile.adapters.language.built_in.text.page import Page, Segment

_SIGNS = frozenset(":,–—-")
_SEATS = ("before", "after", "between", "top", "end")


def seated(page: Page, clause: Clause) -> Span | None:
    """Return the words that ask for a shot at a seat where no shot is named that could go there."""
    return _bare_seat(page, clause) or _fresh(page, clause)


def _bare_seat(page: Page, clause: Clause) -> Span | None:
    """Return "between 3 and 4:", "after 2, a" where a new picture is told behind the seat."""
    seat = page.span_at(clause.start, "pos")
    if seat is None or seat.name not in _SEATS[:3]:
        return None
    sign = _behind_numbers(page, clause, seat.end)
    sign -= page.form(sign - 1) in word_set("acts.framed")
    if sign <= seat.end or sign >= clause.end:
        return None
    article = page.form(sign) in word_set("acts.framed")
    if page.tokens[sign].text not in _SIGNS and not article:
        return None
    begin = sign + 1 + (not article and page.form(sign + 1) in word_set("acts.framed"))
    shown = page.first(begin, "framing", "kind") is not None
    return Span(sign, sign + 1, "noun", "shot") if shown and _tells(page, clause, sign) else None


def _fresh(page: Page, clause: Clause) -> Span | None:
    """Return "new one" before a seat, or "new shot 2" that opens a list of what it shows."""
    start = clause.start
    while start < clause.end and page.form(start) in word_set("new_shots.asking"):
        start += 1
    if page.form(start) not in word_set("new_shots.strong"):
        return None
    noun = page.span_at(start + 1, "noun")
    if noun is None or noun.end >= clause.end:
        return None
    seat = page.span_at(noun.end, "pos")
    if seat is not None and seat.name in _SEATS and _tells(page, clause, seat.end):
        return Span(start, noun.end, "noun", "shot")
    numbered = page.tokens[noun.end].text.isdecimal() and page.form(noun.end + 1) in _SIGNS
    told = numbered and page.form(clause.end - 1) not in _SIGNS
    return Span(start, noun.end + 1, "noun", "shot") if told else None


def _behind_numbers(page: Page, clause: Clause, place: int) -> int:
    """Return the first place behind "3", "shot 3", "3 and 4"."""
    while place < clause.end and (
        page.tokens[place].text.isdecimal()
        or page.form(place) in word_set("naming.and") | word_set("seats.small")
    ):
        place += 1
    return place


def _tells(page: Page, clause: Clause, place: int) -> bool:
    """Whether what follows shows something, and gives no order of its own."""
    orders = (s for s in page.spans(place, clause.end, "act") if s.name not in ("set", "keep"))
    return place < clause.end - 1 and next(orders, None) is None


def tells_behind_seat(page: Page, segment: Segment, place: int) -> bool:
    """Whether a sign and what the new shot shows stand behind "after 2"."""
    near = range(place + 2, min(place + 6, segment.end - 1))
    return any(page.form(p) in _SIGNS for p in near)


def told_doing(page: Page, body: Clause) -> str:
    """Return what is done in a new shot where a stretch of its own says it: ", ordering,"."""
    if page.languages[0] != "en":
        return ""
    for place in range(body.start, body.end):
        form = page.form(place)
        opens = page.form(place - 1) in _SIGNS and not page.at[place]
        if opens and form.endswith("ing") and len(form) >= _SHORTEST:
            ends = (p for p in range(place, body.end) if page.form(p) in (",", ";"))
            return page.words(place, next(ends, body.end)).lower()
    return ""


_SHORTEST = 6
