"""A new shot asked for with its place first: "need a new one at the end, flatlay of the clutch".

Such a message is read in the plain order: "add a shot at the end: flatlay of the clutch". Knows
words and board values, nothing of shots or commands.
"""

from dataclasses import dataclass

from toile.adapters.language.built_in.edits.message.board_words import BoardWords
from toile.adapters.language.built_in.edits.message.new_lists import new_list
from toile.adapters.language.built_in.edits.message.new_shot_orders import add_a_shot
from toile.adapters.language.built_in.text.lexicon import Span, word_set
from toile.adapters.language.built_in.text.page import Page, Segment

_SIGNS = frozenset(":,.?!;–—-")
_ONE = word_set("acts.framed") | word_set("new_shots.one")
_SEATS = ("top", "end", "before", "after", "between")


@dataclass
class _Head:
    """The words that ask for one more shot: where they end, their place, how plain they are, and
    whether they call it by its place: "an opener"."""

    end: int
    seat: tuple[int, int] | None = None
    more: bool = False
    noun: bool = False
    opener: bool = False


def asked_new(page: Page, board: BoardWords) -> str | None:
    """Return the text with the request for a new shot in plain order, or ``None``."""
    for segment in page.live():
        if new_list(page, segment) is not None:
            continue  # "Two more: a portrait of Nora, a wide of the beach."
        for place in range(segment.start, min(segment.start + _FAR, segment.end)):
            if place > segment.start and not _opens(page, segment, place):
                break
            begin = _asked_from(page, place)
            head = _head(page, begin, segment.end) if begin is not None else None
            told = _told(page, board, segment, head) if head else None
            if head and told:
                return _plain(page, place, head, *told)
    return None


_FAR = 9


def _opens(page: Page, segment: Segment, place: int) -> bool:
    """Whether only words that lead to a request stand in a sentence before a place."""
    form = page.form(place - 1)
    asks = form in word_set("new_shots.asking") | word_set("asked_new.lead")
    return asks or not page.at[place - 1] or place - 1 == segment.start


def _asked_from(page: Page, place: int) -> int | None:
    """Return where the words behind "add", "need", or a bare "one more" begin."""
    act = page.span_at(place, "act")
    if act is not None and act.name == "add":
        end = act.end
        while page.form(end) in word_set("new_shots.particles"):
            end += 1
        return end
    if page.form(place) in word_set("new_shots.need") | word_set("asked_new.need"):
        return place + 1
    fresh = page.form(place) in word_set("new_shots.strong") | _ONE
    return place if fresh or page.form(place) in word_set("asked_new.more") else None


def _head(page: Page, begin: int, end: int) -> _Head:
    """Return the request that begins at a place: its noun, its seat, in any order."""
    head = _Head(begin)
    while head.end < end:
        seat = None if head.seat else _seat(page, head.end, end)
        if seat:
            # "An opener" is one more shot, with its place in its name.
            led = {page.form(head.end), page.form(head.end - 1)} & word_set("giving.indefinite")
            head.opener = bool(led) and page.form(seat - 1) in word_set("asked_new.seat_nouns")
            head.more |= head.opener
            head.seat, head.end = (head.end, seat), seat
            continue
        held = _held(page, head)
        if not held:
            break
        head.end = held
    return head


def _held(page: Page, head: _Head) -> int:
    """Return where a word of a request for one more ends; 0 where it is none."""
    place = head.end
    form = page.form(place)
    noun = page.span_at(place, "noun")
    if form in word_set("new_shots.strong") | word_set("asked_new.more"):
        head.more = True
        return place + 1
    numbered = noun is not None and any(
        token.text.isdecimal() for token in page.tokens[noun.end : noun.end + 1]
    )
    if noun is not None and not numbered:
        head.noun = True
        return noun.end
    article = form in _ONE and not page.first(place + 1, "framing", "kind")
    small = form in word_set("contents.polite") | word_set("new_shots.particles")
    return place + 1 if article or small else 0


def _seat(page: Page, place: int, end: int) -> int:
    """Return where "at the end of the list", "between 2 and 3", "as number 4" ends; or 0."""
    begin = place
    while page.form(begin) in word_set("asked_new.at"):
        begin += 1
    span = page.span_at(place, "pos") or page.span_at(begin, "pos")
    if span is not None and span.name in _SEATS:
        return _numbered(page, span, end)
    begin = place
    while begin < end and (
        page.form(begin) in word_set("new_shots.as") | word_set("new_shots.as_number")
        or page.span_at(begin, "noun")
    ):
        begin += 1
    digit = begin < end and page.tokens[begin].text.isdecimal()
    return begin + 1 if digit and begin > place + 1 else 0


def _numbered(page: Page, span: Span, end: int) -> int:
    place = span.end
    if span.name in ("top", "end"):
        while place < end and page.form(place) in word_set("asked_new.list"):
            place += 1
        return place
    last = 0
    while place < end and (
        page.tokens[place].text.isdecimal()
        or page.form(place) in word_set("naming.and") | word_set("seats.small")
        or page.span_at(place, "noun")
    ):
        last = place + 1 if page.tokens[place].text.isdecimal() else last
        place += 1
    return last


def _told(page: Page, board: BoardWords, segment: Segment, head: _Head) -> tuple[int, int] | None:
    """Return the words that say what the new shot shows: behind a sign, or a framing at once."""
    if _is_of_somebody(page, board, segment, head):
        return head.end + 1, segment.end
    if head.seat is not None and _is_somewhere(page, head):
        return head.seat[1], segment.end
    signed = head.end >= segment.end or page.tokens[head.end].text in _SIGNS
    begin, end = head.end, segment.end
    if signed:
        begin += head.end < segment.end
        if head.end >= segment.end:
            following = next((s for s in page.live() if s.start >= segment.end), None)
            if following is None:
                return (segment.end, segment.end) if head.opener else None
            begin, end = following.start, following.end
    framed = begin + (page.form(begin) in word_set("acts.framed"))
    shown = page.first(framed, "framing", "kind", "aspect") is not None
    if not (signed and head.more) and not (shown and head.seat and framed > begin):
        return None
    if not head.seat and not (signed and head.more):
        return None
    return (begin, end) if _describes(page, board, begin, end) else None


def _is_somewhere(page: Page, head: _Head) -> bool:
    """Whether "a closing shot on the rooftop" says of a new shot where it is."""
    if head.seat is None or not head.opener or page.form(head.seat[1]) not in word_set("naming.in"):
        return False
    place = head.seat[1] + 1
    while page.form(place) in word_set("naming.articles"):
        place += 1
    return page.first(place, "s", "set") is not None


def _is_of_somebody(page: Page, board: BoardWords, segment: Segment, head: _Head) -> bool:
    """Whether "one more of Ines laughing in the kitchen" says who is in the new shot, and how."""
    named = page.form(head.end) in word_set("people.of") and page.form(head.end + 1) in board.names
    behind = range(head.end + 2, segment.end)
    counted = any(page.tokens[p].text.isdecimal() for p in behind)
    orders = page.has(head.end, segment.end, "act", "rel", "sim", "noun")
    shown = any(page.first(p, "pose", "do", "s", "set", "g", "p", "light") for p in behind)
    return head.more and named and shown and not counted and not orders


def _describes(page: Page, board: BoardWords, begin: int, end: int) -> bool:
    """Whether words show something, and give no order of their own."""
    orders = (s for s in page.spans(begin, end, "act") if s.name not in ("set", "keep", "add"))
    opens = page.span_at(begin, "ref")
    shown = page.has(begin, end, "framing", "kind", "g", "h", "b", "j", "p", "s", "f")
    shown = shown or bool(board.mentions(page, begin, end))
    this = opens is not None and opens.name == "this"
    return end - begin > 1 and shown and not this and next(orders, None) is None


def _plain(page: Page, start: int, head: _Head, begin: int, end: int) -> str:
    seat = page.words(*head.seat) if head.seat else ""
    order = add_a_shot(page, seat)
    before = page.text[: page.tokens[start].start]
    after = page.text[page.tokens[end].start :] if end < len(page.tokens) else ""
    return f"{before}{order}{page.words(begin, end)}{after}"
