"""The one that is left out last: "golden hour everywhere, only 6 stays as it is".

Alone, "only 6 stays" has the others go; behind an order for all it only spares what it names.
"""

from toile.adapters.language.built_in.edits.message.board_words import BoardWords
from toile.adapters.language.built_in.text.lexicon import word_set
from toile.adapters.language.built_in.text.page import Page, Segment


def left_out_last(page: Page, board: BoardWords) -> str | None:
    """Return "golden hour everywhere except 6" for "golden hour everywhere, only 6 stays"."""
    for segment in page.live():
        for place in range(segment.start + 1, segment.end - 1):
            every = any(s.name == "all" for s in page.spans(segment.start, place, "ref"))
            behind = _behind_only(page, place) if every else None
            tail = _tail(page, board, segment, behind) if behind else None
            if behind is not None and tail is not None:
                begin = place - (page.form(place - 1) in word_set("naming.and"))
                ahead = page.text[: page.tokens[begin].start].rstrip(" ,–—-")
                rest = page.text[page.tokens[segment.end - 1].end :]
                return f"{ahead} except {page.words(behind, tail)}{rest}"
    return None


def _behind_only(page: Page, place: int) -> int | None:
    """Return where "only" ends, if it stands at a place."""
    scope = page.span_at(place, "ref")
    if scope is not None and scope.name == "only":
        return scope.end
    said = word_set("reader.only_these") | word_set("only_that_stays.only")
    return place + 1 if page.form(place) in said else None


def _tail(page: Page, board: BoardWords, segment: Segment, start: int) -> int | None:
    """Return where "stays as it is" or "not" closes a sentence that names shots before it."""
    shown = board.mentions(page, start, segment.end)
    named = {p for m in shown if not m.fields & _THINGS for p in range(m.start, m.end)}
    place, names = start, False
    while place < segment.end and not _closes(page, segment, place):
        is_name = place in named or _is_name(page, place)
        if not is_name and page.form(place) not in _SMALL:
            return None
        names = names or is_name
        place += 1
    return place if names and place < segment.end else None


def _closes(page: Page, segment: Segment, place: int) -> bool:
    """Whether nothing but "stays as it is", "stays in colour", "not" follows."""
    verb = page.span_at(place, "act")
    if verb is not None and verb.name == "keep":
        behind = range(verb.end, segment.end)
        signs = any(page.tokens[p].text in ",;" for p in behind)
        return len(behind) <= _MOST and not signs and not page.has(verb.end, segment.end, "act")
    if page.form(place) in word_set("only_that_stays.may"):
        return place + 1 < segment.end and _closes(page, segment, place + 1)
    polite = word_set("contents.polite")
    behind = range(place + 1, segment.end)
    ends = all(not page.tokens[p].is_word or page.form(p) in polite for p in behind)
    return page.form(place) in word_set("naming.not") and ends


_MOST = 5


def _is_name(page: Page, place: int) -> bool:
    known = page.first(place, "noun", "kind", "framing", "ord", "priority")
    last = page.span_at(place, "ref")
    is_last = last is not None and last.name == "last"
    return page.tokens[place].text.isdecimal() or known is not None or is_last


_SMALL = word_set("naming.articles") | word_set("naming.and") | frozenset(",")
_THINGS = frozenset(("garments", "props"))
