"""The order of shots told by what they show: "start with the harbour, then the café"."""

from collections.abc import Iterator

from toile.adapters.language.built_in.edits.message.board_words import BoardWords
from toile.adapters.language.built_in.edits.message.clause import Clause
from toile.adapters.language.built_in.edits.message.outcome import Outcome
from toile.adapters.language.built_in.edits.shots.targets import resolve
from toile.adapters.language.built_in.text.lexicon import word_set
from toile.adapters.language.built_in.text.page import Page
from toile.domain.commands import MoveShots

_NAMED = ("number", "ordinal", "description")
_SHOWN = frozenset(("set", "framing", "kind"))
_TWO = 2


def read_front_order(page: Page, board: BoardWords, out: Outcome) -> bool:
    """Put the shots that are named one after the other in front; say whether that was asked."""
    segments = [*page.live()]
    start = _opens(page, segments[0].start, segments[0].end) if segments else None
    if start is None:
        return False
    # "Start with the alley. Then the harbour." is one order.
    begins = (start, *(s.start for s in segments[1:]))
    pieces = [one for b, s in zip(begins, segments, strict=True) for one in _pieces(page, b, s.end)]
    if pieces and _is_rest(page, *pieces[-1]):
        pieces.pop()
    named = [_shots(page, board, out, *piece) for piece in pieces]
    if len(named) < _TWO or not all(named):
        return False
    ids = tuple(dict.fromkeys(i for ids in named for i in ids))
    return out.do(MoveShots(shots=ids, at=1))


def _opens(page: Page, start: int, end: int) -> int | None:
    """Return where the first shot is named behind "order:", "first", "start with"."""
    place = start
    if page.form(place) in word_set("front_order.order"):
        place += 1 + (page.form(place + 1) == ":")
    top = page.span_at(place, "pos")
    if top is not None and top.name == "top":
        place = top.end
    elif page.form(place) in word_set("places.first"):
        place += 1
    elif place == start:
        return None
    place += page.form(place) in word_set("front_order.with")
    return place if place < end else None


def _pieces(page: Page, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield what stands between "then" and the signs."""
    begin = start
    for place in range(start, end + 1):
        then = place < end and page.form(place) in word_set("other_senses.then")
        if place < end and not then and page.tokens[place].text[:1].isalnum():
            continue
        if place > begin:
            yield begin, place
        begin = place + 1


def _is_rest(page: Page, start: int, end: int) -> bool:
    """Whether "the rest as it is" ends the list."""
    rest = any(s.name in ("rest", "other") for s in page.spans(start, end, "ref"))
    return rest and not page.has(start, end, "rel", "light", "framing", "aspect", "grade")


def _shots(page: Page, board: BoardWords, out: Outcome, start: int, end: int) -> tuple[str, ...]:
    """Return the shots that a stretch names, if it says no more than that."""
    mentions = board.mentions(page, start, end)
    target = resolve(page, Clause(start, end, mentions=mentions), out.context.shots, out.context)
    said = {p for m in mentions for p in range(m.start, m.end)} | target.places
    said |= {p for s in page.spans(start, end, "noun") for p in range(s.start, s.end)}
    small = word_set("naming.articles") | word_set("front_order.small")
    only = all(
        p in said or page.form(p) in small or not page.tokens[p].is_word for p in range(start, end)
    )
    if only and target.how not in _NAMED and len(mentions) == 1 and mentions[0].fields & _SHOWN:
        shown = set(mentions[0].shots)  # "The café" alone.
        return tuple(i for i in out.context.shots.ids if i in shown)
    return target.shots if only and target.how in _NAMED else ()
