"""Several new shots in one sentence: "we need two more: a detail of the boots, a wide of the hut".

Finds the stretches that say what each of them shows; puts nothing on the board.
"""

from dataclasses import dataclass

from toile.adapters.language.built_in.text.lexicon import word_set
from toile.adapters.language.built_in.text.page import Page, Segment
from toile.adapters.language.built_in.text.ratios import count_at

_SIGNS = frozenset(",;+&\n")
_HEADS = ("framing", "kind")
_OTHER = frozenset(("add", "set"))


@dataclass(frozen=True, slots=True)
class NewList:
    """Where the request ends, and the stretches that each say what a new shot shows."""

    head_end: int
    items: tuple[tuple[int, int], ...]


def new_list(page: Page, segment: Segment) -> NewList | None:
    """Return the new shots that a sentence lists behind a request for several, or ``None``."""
    cut = _divider(page, segment)
    if cut is None or not _asks(page, segment, cut):
        return None
    many = _count(page, segment.start, cut)
    items = _items(page, cut + 1, segment.end, many)
    if len(items) < 2:
        return None
    opens = page.tokens[cut].text != "," or page.has(*items[0], *_HEADS)
    return NewList(cut, tuple(items)) if opens else None


def _divider(page: Page, segment: Segment) -> int | None:
    """Return the sign between the request and the list: a colon, else the first comma or dash."""
    for signs in (":", ",–—"):
        for place in range(segment.start + 1, segment.end - 1):
            if page.tokens[place].text in signs and not page.tokens[place + 1].text.isdecimal():
                return place
    return None


def _asks(page: Page, segment: Segment, cut: int) -> bool:
    """Whether the words before the list ask for several shots that are not there yet."""
    forms = [page.form(p) for p in range(segment.start, cut)]
    acts = {s.name for s in page.spans(segment.start, cut, "act")}
    wished = "add" in acts or bool(set(forms) & (word_set("new_shots.need") | _MORE))
    several = bool(set(forms) & word_set("naming.plural")) or _count(page, segment.start, cut) > 1
    bare = acts == {"add"} and page.span_at(cut - 1, "act") is not None
    return wished and (several or bare) and not acts - _OTHER and not _is_one(page, segment, cut)


def _is_one(page: Page, segment: Segment, cut: int) -> bool:
    """Whether "una foto alla fine", "noch ein Bild" asks for one shot, which the rest tells of."""
    return any(
        page.form(place) in word_set("giving.indefinite") and page.first(place + 1, "noun")
        for place in range(segment.start, cut)
    )


_MORE = word_set("new_lists.more")


def _count(page: Page, start: int, end: int) -> int:
    """Return how many shots are asked for, 0 where no number says it: "two more", "tres fotos"."""
    for place in range(start, end):
        found = count_at(page, place)
        if (
            found
            and 1 < found[0] < _MOST
            and {page.form(found[1]), page.form(found[1] + 1), page.form(place - 1)}
            & (_MORE | word_set("naming.plural"))
        ):
            return found[0]
    return 0


_MOST = 13


def _items(page: Page, start: int, end: int, many: int) -> list[tuple[int, int]]:
    """Return the stretches of the list: one that frames nothing tells more of the one before."""
    pieces = _pieces(page, start, end)
    if many == len(pieces):
        return pieces
    items: list[tuple[int, int]] = []
    for piece in pieces:
        if items and not page.has(*piece, *_HEADS):
            items[-1] = (items[-1][0], piece[1])
        else:
            items.append(piece)
    return items


def _pieces(page: Page, start: int, end: int) -> list[tuple[int, int]]:
    pieces: list[tuple[int, int]] = []
    begin = start
    for place in [*range(start, end), end]:
        apart = place == end or page.tokens[place].text in _SIGNS
        if apart or (page.form(place) in word_set("naming.and") and place > begin):
            if any(page.tokens[p].is_word for p in range(begin, place)):
                pieces.append((begin, place))
            begin = place + 1
    return pieces
