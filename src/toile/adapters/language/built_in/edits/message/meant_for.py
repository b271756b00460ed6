"""A thing wished for a shot with no verb: "a sugar bowl for the café, please".

It is read in the plain order: "add a sugar bowl for the café, please".
"""

from toile.adapters.language.built_in.edits.message.board_words import BoardWords
from toile.adapters.language.built_in.text.lexicon import LANGUAGES, word_set
from toile.adapters.language.built_in.text.page import Page, Segment

_ADD = ("add", "ajoute", "aggiungi", "añade", "ergänze", "lägg till")
_THINGS = ("g", "h", "b", "j", "p")
_VALUES = ("light", "lens", "angle", "framing", "pose", "rel", "kind", "aspect", "priority", "noun")
_LONGEST = 7


def meant_for(page: Page, board: BoardWords) -> str | None:
    """Return the text with the verb that a thing for a shot goes without, or ``None``."""
    for segment in page.live():
        there = _there(page, board, segment)
        if there is not None:
            return there
        where = _for(page, segment)
        if where is None or not _is_place(page, board, segment, where):
            continue
        if _is_thing(page, segment.start, where):
            head, place = page.tokens[segment.start], page.tokens[where]
            led = f"{page.text[: head.start]}{add_in(page)} {page.text[head.start : place.start]}"
            return f"{led}{_told(page, where)}{page.text[place.end :]}"
    return None


def add_in(page: Page) -> str:
    """Return the verb that adds a thing, in the language of a page."""
    return _ADD[LANGUAGES.index(page.languages[0])]


def _for(page: Page, segment: Segment) -> int | None:
    """Return where "for" leads on from "a sugar bowl", "two lemons" at the start of a sentence."""
    one = word_set("giving.indefinite") | word_set("giving.a") | word_set("meant_for.counted")
    if page.form(segment.start) not in one:
        return None
    near = range(segment.start + 2, min(segment.end - 1, segment.start + _LONGEST))
    leads = word_set("meant_for.for") | word_set("naming.in")
    return next((p for p in near if page.form(p) in leads), None)


def _there(page: Page, board: BoardWords, segment: Segment) -> str | None:
    """Read "im Café noch eine Vase" as "im Café, ergänze eine Vase", or return ``None``."""
    place = segment.start + 1
    if page.form(segment.start) not in word_set("naming.in"):
        return None
    while page.form(place) in word_set("naming.articles"):
        place += 1
    known = next((m for m in board.mentions(page, place, segment.end) if m.start == place), None)
    if known is None or "set" not in known.fields:
        return None
    start, end = known.end, segment.end
    also = word_set("giving.also") | word_set("meant_for.please")
    while start < end and page.form(start) in also - word_set("giving.indefinite"):
        start += 1
    while end > start and (page.form(end - 1) in also or not page.tokens[end - 1].is_word):
        end -= 1
    led = page.form(start) in word_set("giving.indefinite") | word_set("meant_for.counted")
    if end - start > _LONGEST or not led or not _is_thing(page, start, end):
        return None
    start += page.form(start) in word_set("meant_for.another")  # "Which one instead?"
    ahead = page.words(segment.start, known.end)
    rest = page.text[page.tokens[segment.end - 1].end :]
    head = page.text[: page.tokens[segment.start].start]
    return f"{head}{ahead} {add_in(page)} {page.words(start, end)}{rest}"


def _is_place(page: Page, board: BoardWords, segment: Segment, where: int) -> bool:
    """Whether a place of the board, up to the pause, is what stands behind "for"."""
    place = where + 1
    while page.form(place) in word_set("naming.articles"):
        place += 1
    known = [m for m in board.mentions(page, place, segment.end) if m.start == place]
    if not any("set" in m.fields for m in known):
        return False
    end = known[0].end
    end += page.span_at(end, "noun") is not None
    polite = word_set("meant_for.please")
    while end < segment.end and page.form(end) in polite:
        end += 1
    return end >= segment.end or page.tokens[end].text in ",;–—-("


def _is_thing(page: Page, start: int, end: int) -> bool:
    """Whether a stretch names a thing, and orders or grades nothing."""
    things = page.spans(start + 1, end, *_THINGS)
    made = page.spans(things[-1].end, end, "m", "col") if things else []
    named = bool(things) and (made[-1].end if made else things[-1].end) == end
    values = page.spans(start + 1, end, *_VALUES)
    other = [v for v in values if not any(t.start <= v.start and v.end <= t.end for t in things)]
    acts = page.has(start + 1, end, "act", "neg", "fix")
    return named and not other and not acts


def _told(page: Page, where: int) -> str:
    return "für das" if page.form(where) == "furs" else page.tokens[where].text
