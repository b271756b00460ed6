"""Fields told by the shot that owns them: "put 3's light on 6", "3's light on 6, 6's light on 3".

Read as "the light of 3 on 6", and what is given crosswise as "swap the light of 3 and 6".
"""

from dataclasses import dataclass

from toile.adapters.language.built_in.edits.message.board_words import BoardWords, Mention
from toile.adapters.language.built_in.text.lexicon import word_set
from toile.adapters.language.built_in.text.page import Page, Segment

_PAIR = 2


@dataclass(frozen=True, slots=True)
class _Owned:
    """The field at token ``end`` - 1 that the shot with the number at ``start`` owns."""

    start: int
    end: int
    number: str
    field: str


def owned_fields(page: Page, board: BoardWords) -> str | None:
    """Return the text with what shots own told plainly, ``None`` where none lends a field."""
    if page.languages[0] != "en":
        return None
    for segment in page.live():
        told = _value_owned(page, board, segment) or _value_lent(page, board, segment)
        if told is not None:
            return told
        found = [*_owned(page, segment)]
        numbers = {t.text for t in page.tokens[segment.start : segment.end] if t.text.isdecimal()}
        if (found and numbers - {one.number for one in found}) or len(found) == _PAIR:
            return _crossed(page, segment, found) or _plainly(page, found)
    return None


def _value_owned(page: Page, board: BoardWords, segment: Segment) -> str | None:
    """Return "the softbox in 4" for "4's softbox", where that is the light of 4."""
    for seen in board.mentions(page, segment.start + 3, segment.end):
        start = seen.start - 3
        if page.words(start + 1, seen.start) in ("'s", "’s") and _is_of(board, page, start, seen):
            head, tail = page.text[: page.tokens[start].start], page.tokens[seen.end - 1].end
            said = page.words(seen.start, seen.end)
            return f"{head}the {said} in {page.tokens[start].text}{page.text[tail:]}"
    return None


def _value_lent(page: Page, board: BoardWords, segment: Segment) -> str | None:
    """Return "the set from 1" for "the beach from 1", which another shot gets."""
    numbers = {t.text for t in page.tokens[segment.start : segment.end] if t.text.isdecimal()}
    for seen in board.mentions(page, segment.start, segment.end - 2):
        number = seen.end + 1
        lent = page.form(seen.end) == "from" and _is_of(board, page, number, seen)
        if lent and len(numbers) == _PAIR:
            head, tail = page.tokens[seen.start].start, page.tokens[seen.end - 1].end
            return f"{page.text[:head]}{next(iter(seen.fields))}{page.text[tail:]}"
    return None


def _is_of(board: BoardWords, page: Page, number: int, seen: Mention) -> bool:
    """Whether a place or a light is that of the shot with the number at a token."""
    owners = {str(board.numbers[shot]) for shot in seen.shots}
    return seen.fields in ({"set"}, {"light"}) and page.tokens[number].text in owners


def _owned(page: Page, segment: Segment) -> list[_Owned]:
    found = []
    for field in page.spans(segment.start + 3, segment.end, "f"):
        number = page.tokens[field.start - 3]
        owns = page.words(field.start - 2, field.start) in ("'s", "’s")
        if owns and number.text.isdecimal():
            said = page.words(field.start, field.end)
            found.append(_Owned(field.start - 3, field.end, number.text, said))
    return found


def _crossed(page: Page, segment: Segment, found: list[_Owned]) -> str | None:
    """Return "swap the light of 3 and 6" where each of two shots gets the other's."""
    if len(found) != _PAIR or found[0].field != found[1].field:
        return None
    goals = [_goal(page, one) for one in found]
    if goals != [found[1].number, found[0].number]:
        return None
    one, two = found
    rest = page.text[page.tokens[segment.end - 1].end :]
    head = page.text[: page.tokens[segment.start].start]
    return f"{head}swap the {one.field} of {one.number} and {two.number}{rest}"


def _goal(page: Page, one: _Owned) -> str:
    """Return the number behind "on", "in", "to"."""
    led = page.form(one.end) in word_set("naming.in") | word_set("duplicating.to")
    return page.tokens[one.end + 1].text if led and one.end + 1 < len(page.tokens) else ""


def _plainly(page: Page, found: list[_Owned]) -> str:
    text, done = "", 0
    for one in found:
        text += f"{page.text[done : page.tokens[one.start].start]}the {one.field} of {one.number}"
        done = page.tokens[one.end - 1].end
    return text + page.text[done:]
