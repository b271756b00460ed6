"""A new shot told with no verb: "a portrait of Nora after 2", "un primo piano di Ines dopo la 4".

It is read in the plain order: "add a shot after 2: a portrait of Nora".
"""

from dataclasses import replace

from toile.adapters.language.built_in.edits.message.board_words import BoardWords
from toile.adapters.language.built_in.edits.message.new_heads import likeness
from toile.adapters.language.built_in.edits.message.new_shot_orders import add_a_shot
from toile.adapters.language.built_in.text.lexicon import Span, word_set
from toile.adapters.language.built_in.text.page import Page, Segment

_SEATS = ("after", "before", "between")
_ENDS = ("top", "end")
_NEAR = 3


def bare_new(page: Page, board: BoardWords) -> str | None:
    """Return the text with the new shot in plain order, or ``None``."""
    segments = [*page.live()]
    if len(segments) != 1:
        return None
    whole = segments[0]
    front = _seat_in_front(page, whole)
    if front:
        begin = front + (page.form(front) == ",")
        order = add_a_shot(page, _numbered(page, board, whole.start, front))
        return f"{order}{page.words(begin, whole.end)}"
    stop = next((p for p in range(whole.start, whole.end) if page.form(p) == ","), whole.end)
    segment = replace(whole, end=stop)
    seat = _seat(page, segment)
    if seat is None or not _is_told(page, segment, seat) or _orders(page, stop, whole.end):
        return None
    order = add_a_shot(page, page.words(seat.start, stop))
    more = page.words(stop, whole.end) if stop < whole.end else ""  # ", hair up".
    # "One wide of the beach" counts nothing.
    one = page.form(segment.start) == "one" and page.first(segment.start + 1, "framing") is not None
    return f"{order}{page.words(segment.start + one, seat.start)}{more}"


def _numbered(page: Page, board: BoardWords, start: int, end: int) -> str:
    """Return the words of a seat, with the number of the shot that they describe."""
    seat = page.span_at(start, "pos")
    shown = [m for m in board.mentions(page, start, end) if m.fields & _FIELDS]
    if seat is None or not shown or seat.name not in _SEATS:
        return page.words(start, end)
    numbers = sorted(board.numbers[shot] for shot in shown[0].shots)
    return f"{page.words(start, seat.end)} {numbers[0 if seat.name == 'before' else -1]} "


_FIELDS = frozenset(("set", "framing", "kind", "props"))


def opens_new(page: Page, segment: Segment) -> bool:
    """Whether a sentence begins with the place of a new shot: "at the end a portrait of her"."""
    return _seat_in_front(page, segment) > 0


def _seat_in_front(page: Page, segment: Segment) -> int:
    """Return where "am Anfang", "entre la 1 et la 2" ends before a new shot; else 0."""
    seat = page.span_at(segment.start, "pos")
    if seat is None:
        return 0
    end = seat.end
    small = word_set("naming.articles") | word_set("naming.and")
    while seat.name in _SEATS and (
        page.form(end) in small or (end < segment.end and page.tokens[end].text.isdecimal())
    ):
        end += 1
    end = _behind_described(page, seat, segment.end) or end
    placed = seat.name in _ENDS or any(
        page.tokens[p].text.isdecimal() or page.first(p, *_SHOWN) is not None
        for p in range(seat.end, min(end, segment.end))
    )
    begin = end + (page.form(end) == ",")
    told = replace(segment, start=begin)
    nothing = Span(segment.end, segment.end, "pos", "end")
    return end if placed and begin < segment.end and _is_told(page, told, nothing) else 0


def _behind_described(page: Page, seat: Span, stop: int) -> int:
    """Return where "after the studio one" ends: at a sign, or behind its noun; else 0."""
    place = seat.end
    while page.form(place) in word_set("naming.articles"):
        place += 1
    if seat.name not in _SEATS or place == seat.end or page.first(place, *_SHOWN) is None:
        return 0
    while place < stop and page.first(place, *_SHOWN) is not None:
        place += 1
    noun = page.form(place) in word_set("new_shots.one") or page.span_at(place, "noun") is not None
    return place + noun if noun or page.form(place) == "," else 0


_SHOWN = ("s", "set", "framing", "kind", "p")


def _seat(page: Page, segment: Segment) -> Span | None:
    """Return the words of place before the numbers that end a sentence: "after 2"."""
    place = segment.end
    small = word_set("naming.articles") | word_set("naming.and")
    while place > segment.start and (
        page.tokens[place - 1].text.isdecimal()
        or page.form(place - 1) in small
        or page.span_at(place - 1, "noun") is not None
    ):
        place -= 1
    last = [s for s in page.spans(segment.start + 1, segment.end, "pos") if s.name in _ENDS]
    if last and last[0].end == _without_polite(page, segment):
        return last[0]
    if not any(page.tokens[p].text.isdecimal() for p in range(place, segment.end)):
        return None
    seats = (s for s in page.spans(segment.start + 1, segment.end, "pos") if s.name in _SEATS)
    return next((s for s in seats if s.end >= place), None)


def _without_polite(page: Page, segment: Segment) -> int:
    end = segment.end
    while end > segment.start and page.form(end - 1) in word_set("contents.polite"):
        end -= 1
    return end


def _is_told(page: Page, segment: Segment, seat: Span) -> bool:
    """Whether an article, a framing and "of" tell what is shown, and nothing orders or counts."""
    one = page.form(segment.start) in word_set("giving.indefinite") | word_set("giving.a")
    near = range(segment.start + 1, min(segment.start + 1 + _NEAR, seat.start))
    heads = (page.first(p, "framing", "kind", "noun") or likeness(page, p) for p in near)
    framed = next((head for head in heads if head is not None), None)
    if page.form(segment.start) in word_set("new_shots.one") and framed is None:
        framed = Span(segment.start, segment.start + 1, "noun", "shot")  # "One of Nora".
    if not one or framed is None:
        return False
    of = page.form(framed.end) in word_set("people.of") | word_set("new_shots.of")
    return of and not _orders(page, segment.start, seat.start)


def _orders(page: Page, start: int, end: int) -> bool:
    """Whether a stretch counts or orders something of other shots."""
    counted = any(
        page.tokens[p].text.isdecimal() and ":" not in (page.form(p - 1), page.form(p + 1))
        for p in range(start, end)
    )
    # "In einem roten Mantel" is what somebody wears, not a verb's "in".
    acts = (page.form(s.start) not in word_set("naming.in") for s in page.spans(start, end, "act"))
    return counted or any(acts) or page.has(start, end, "rel", "sim", "neg")
