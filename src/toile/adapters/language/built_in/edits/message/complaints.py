"""Complaints that lead to a wish: "the neon feels too clubby, make it candlelight".

Such a message is read as the wish alone, with what is complained of in it: "replace the neon with
candlelight". Knows words and board values, nothing of shots or commands.
"""

from dataclasses import dataclass

from toile.adapters.language.built_in.edits.message.board_words import BoardWords, Mention
from toile.adapters.language.built_in.edits.message.senses import stem
from toile.adapters.language.built_in.text.lexicon import Span, word_set
from toile.adapters.language.built_in.text.page import Page

_PAUSES = frozenset(",.;!?\n–—…")
_KINDS = {
    "garments": ("g", "h", "b", "j", "p", "col", "m"),
    "props": ("g", "h", "b", "j", "p", "col"),
    "light": ("light",),
    "set": ("s", "set", "col"),
    "pose": ("pose",),
}


@dataclass(frozen=True, slots=True)
class _Complaint:
    """What is complained of, tokens ``start`` to ``end``, and where the wish behind it begins."""

    start: int
    end: int
    kinds: tuple[str, ...]
    behind: int
    said: str


def wished_instead(page: Page, board: BoardWords) -> str | None:
    """Return the text with a complaint and its wish as one order, ``None`` where there is none."""
    for mention in _things(page, board):
        complaint = _complaint(page, mention)
        if complaint is None or _keeps_only(page, mention, complaint):
            continue
        end = _pause(page, complaint.behind)
        order = _removal(page, complaint, end) or _exchange(page, complaint, end)
        if order:
            before = page.text[: page.tokens[complaint.start].start]
            after = page.text[page.tokens[end].start :] if end < len(page.tokens) else ""
            return f"{before}{order}{after}"
    return None


def _keeps_only(page: Page, place: Mention, complaint: _Complaint) -> bool:
    """Whether "the café is too busy, just the cup" says what of it stays, and wants no other."""
    behind = range(complaint.behind, min(complaint.behind + 2, len(page.tokens)))
    only = any(page.form(p) in word_set("only_that_stays.only") for p in behind)
    return only and place.fields == {"set"}


def _things(page: Page, board: BoardWords) -> list[Mention]:
    """Return what a message names of the board, and the colours that stand alone in it."""
    found = board.mentions(page, 0, len(page.tokens))
    named = [m for m in found if m.fields & _KINDS.keys() and "talent" not in m.fields]
    inside = {p for m in found for p in range(m.start, m.end)}
    alone = [s for s in page.spans(0, len(page.tokens), "col") if s.start not in inside]
    return [*named, *(m for s in alone if (m := _coloured(page, board, s)) is not None)]


def _coloured(page: Page, board: BoardWords, colour: Span) -> Mention | None:
    """Return the one thing of the board that has a colour: "green feels too safe"."""
    words = {stem(page.form(p)) for p in range(colour.start, colour.end)}
    worn = (e for e in board.entries if e.field in ("garments", "props"))
    entries = tuple(e for e in worn if words <= set(e.stems))
    one = len({e.value for e in entries}) == 1
    return Mention(colour.start, colour.end, entries) if one else None


def _complaint(page: Page, mention: Mention) -> _Complaint | None:
    stop = _pause(page, mention.end)
    words = range(mention.end, stop)
    wrong = any(page.form(p) in word_set("complaints.wrong") for p in words)
    seems = any(page.form(p) in word_set("complaints.is") for p in words)
    owns = page.text[page.tokens[mention.end - 1].end :][:2] in ("'s", "’s")
    if not wrong or not (seems or owns) or stop >= len(page.tokens) - 1:
        return None
    if stop - mention.end > _LONG or page.has(mention.end, stop, "act"):
        return None
    start = mention.start
    while start and page.form(start - 1) in word_set("naming.articles"):
        start -= 1
    kinds = tuple(kind for field in mention.fields for kind in _KINDS.get(field, ()))
    coloured = page.span_at(mention.start, "col")
    whole = coloured is not None and coloured.end == mention.end
    said = mention.values[0] if whole else page.words(start, mention.end)
    said = said.removesuffix("'s").removesuffix("’s")
    return _Complaint(start, mention.end, kinds, stop + 1, said)


_LONG = 9


def _pause(page: Page, place: int) -> int:
    """Return where the next pause of the voice is."""
    while place < len(page.tokens) and page.tokens[place].text not in _PAUSES:
        place += 1
    return place


def _where(page: Page, complaint: _Complaint) -> str:
    """Return the shot told between the thing and the pause: "in 3"."""
    for place in range(complaint.end, complaint.behind - 1):
        if page.tokens[place].text.isdecimal():
            return f" {page.words(place - 1, place + 1)}"
    return ""


def _removal(page: Page, complaint: _Complaint, end: int) -> str:
    """Return "remove the trench" for "the trench looks cheap, take it out"."""
    acts = page.spans(complaint.behind, end, "act")
    gone = next((a for a in acts if a.name == "delete"), None)
    if gone is None or {a.name for a in acts} - {"delete", "set", "move"}:
        return ""
    rest = [p for p in range(complaint.behind, end) if not _inside(p, acts)]
    if not all(_is_small(page, p) for p in rest):
        return ""
    tail = "".join(f" {page.form(p)}" for p in rest if page.form(p) in _EVERYWHERE)
    return f"{_verb(page, 'remove')} {complaint.said}{_where(page, complaint)}{tail}"


_EVERYWHERE = word_set("complaints.everywhere")


def _exchange(page: Page, complaint: _Complaint, end: int) -> str:
    """Return "replace the neon with candlelight" for "neon feels clubby, candlelight instead"."""
    start, stop = complaint.behind, end
    acts = {a.name for a in page.spans(start, stop, "act")}
    if acts - {"set", "replace", "add", "move"}:
        return ""
    while start < stop and _leads(page, start):
        start += 1
    while stop > start and page.form(stop - 1) in word_set("complaints.tail"):
        stop -= 1
    kind = page.first(start, *complaint.kinds) or page.first(stop - 1, *complaint.kinds)
    if kind is None or stop <= start or stop - start > _LONG or _tells_more(page, start, stop):
        return ""
    new = page.words(start, stop)
    verb, link = _verb(page, "replace"), _verb(page, "with")
    return f"{verb} {complaint.said} {link} {new}{_where(page, complaint)}"


def _tells_more(page: Page, start: int, stop: int) -> bool:
    """Whether a stretch says more than what comes instead: a shot, a step, an order."""
    if any(page.tokens[p].text.isdecimal() for p in range(start, stop)):
        return True
    return page.has(start, stop, "act", "rel", "noun", "pos", "neg", "ref", "sim")


def _leads(page: Page, place: int) -> bool:
    form = page.form(place)
    return form in word_set("complaints.lead") or form in word_set("naming.articles")


def _is_small(page: Page, place: int) -> bool:
    form = page.form(place)
    small = word_set("complaints.lead") | word_set("complaints.tail") | _EVERYWHERE
    return form in small | word_set("complaints.taking") or not page.tokens[place].is_word


def _inside(place: int, spans: list[Span]) -> bool:
    return any(s.start <= place < s.end for s in spans)


def _verb(page: Page, what: str) -> str:
    """Return the word of the message's language for an order."""
    return next(iter(word_set(f"complaints.{what}.{page.languages[0]}"))).replace("_", " ")
