"""A thing wished into a shot with no verb of adding: "I'd love a little bell in the café".

It is read in the plain order: "add a little bell in the café".
"""

from toile.adapters.language.built_in.edits.message.board_words import BoardWords
from toile.adapters.language.built_in.edits.message.clause import Clause
from toile.adapters.language.built_in.edits.message.meant_for import add_in
from toile.adapters.language.built_in.text.lexicon import word_set
from toile.adapters.language.built_in.text.page import Page, Segment

_THINGS = ("p", "b", "j")
_VALUES = ("angle", "framing", "pose", "rel", "kind", "aspect", "priority", "neg", "fix", "sim")
_OTHER = ("g", "h", "noun", "lens", "set")
_LONGEST = 6


def wished_there(page: Page, board: BoardWords) -> str | None:
    """Return the text with the verb that a thing in a shot goes without, or ``None``."""
    for segment in page.live():
        wanted = _to_have(page, segment)
        if wanted is not None:
            return wanted
        end = next((p for p in range(segment.start, segment.end) if page.tokens[p].text in ",;"),
                   segment.end)  # fmt: skip
        lead = _lead(page, board, segment.start, end)
        told = _told(page, board, Clause(segment.start, end), lead)
        if told is not None:
            head, tail = page.tokens[segment.start].start, page.tokens[end - 1].end
            return page.text[:head] + told + page.text[tail:]
    return None


def _to_have(page: Page, segment: Segment) -> str | None:
    """Return "es wäre schön, einen Schal zu haben" as "ich hätte gern einen Schal"."""
    start, end = segment.start, segment.end
    comma = next((p for p in range(start, end) if page.tokens[p].text == ","), start)
    wished = f"{_joined(page, start, comma)}:{_joined(page, max(start, end - 2), end)}"
    if wished not in word_set("wished_there.to_have") or end - 2 <= comma:
        return None
    head, tail = page.tokens[start].start, page.tokens[end - 1].end
    said = page.words(comma + 1, end - 2)
    return f"{page.text[:head]}ich hätte gern {said}{page.text[tail:]}"


def _lead(page: Page, board: BoardWords, start: int, end: int) -> int:
    """Return where a sentence begins behind "in the café", its first place where none opens it."""
    while start < end - 1 and not page.tokens[start].text[:1].isalnum():
        start += 1  # "¿Podríamos ...?"
    shown = _shot(page, board, start, end)
    return shown[1] if shown is not None else start


def _shot(page: Page, board: BoardWords, start: int, end: int) -> tuple[str, int] | None:
    """Return the words for a shot that "in the café", "in 3" leads to, and where they end.

    A place of one shot alone is told by that shot's number.
    """
    if start >= end or page.form(start) not in word_set("naming.in") | word_set("meant_for.for"):
        return None
    place = start + 1
    while place < end and page.form(place) in word_set("naming.articles"):
        place += 1
    if place < end and page.tokens[place].text.isdecimal():
        behind = place + 1
        if page.form(behind) == ":" and page.form(behind + 1) in _SWEDISH_ENDS:
            behind += 2
        return page.words(start, behind), behind
    shown = next((m for m in board.mentions(page, place, end) if m.start == place), None)
    seen = shown.of("set") if shown is not None else None
    if seen is None or not seen.entries:
        return None
    picture = page.first(seen.end, "noun", "kind", "framing")
    if picture is not None and picture.start < end:  # "In the alley video" tells more.
        return page.words(start, picture.end), picture.end
    alone = len(seen.shots) == 1
    said = f"{_IN[page.languages[0]]} {board.numbers[seen.shots[0]]}"
    return (said if alone else page.words(start, seen.end)), seen.end


_SWEDISH_ENDS = frozenset(("an", "a", "ans"))  # "2:an".
_IN = {"en": "in", "fr": "dans la", "it": "nella", "es": "en la", "de": "in", "sv": "i"}


def _told(page: Page, board: BoardWords, segment: Clause, lead: int) -> str | None:
    wish = _wish_ends(page, lead, segment.end)
    thing = _thing_ends(page, wish, segment.end) if wish is not None else None
    if wish is None or thing is None:
        return None
    ahead = _shot(page, board, segment.start, lead)
    shown = ahead if ahead is not None else _shot(page, board, thing, segment.end)
    rest = thing if ahead is not None or shown is None else shown[1]
    finals = word_set("wished_there.finals")
    final = next((p for p in range(rest, segment.end) if page.form(p) in finals), None)
    more = (p for p in range(rest, segment.end) if p != final)
    if shown is None or any(_goes_on(page, p) for p in more):
        return None
    if final is None and _is_modal(page, lead, wish):
        return None
    return f"{add_in(page)} {page.words(wish, thing)} {shown[0]}"


def _wish_ends(page: Page, start: int, end: int) -> int | None:
    """Return where the thing begins behind "I'd love", "me gustaría".

    "A lamp in the café, please" has no such words, and begins with it.
    """
    for count in range(min(_LONGEST, end - start - 1), 0, -1):
        said = _joined(page, start, start + count)
        if said in word_set("wished_there.wishes") | word_set("wished_there.modals"):
            return start + count
    polite = word_set("meant_for.please")
    return start if page.form(end - 1) in polite else None


def _is_modal(page: Page, start: int, end: int) -> bool:
    """Whether a wish waits for its verb: "könnten wir einen Stuhl in der 2 haben?"."""
    return _joined(page, start, end) in word_set("wished_there.modals")


def _joined(page: Page, start: int, end: int) -> str:
    return "_".join(page.form(p).replace("'", "") for p in range(start, end))


def _opens_thing(page: Page, start: int, end: int) -> int:
    """Return how many words lead to a thing: "a", "some", "ein paar", or none before "flowers"."""
    for count in (2, 1):
        if start + count < end and _joined(page, start, start + count) in _LEADS:
            return count
    return 0 if page.first(start, *_THINGS) is not None else -1


_LEADS = word_set("giving.indefinite") | word_set("wished_there.some")


def _thing_ends(page: Page, start: int, end: int) -> int | None:
    """Return where "a little brass bell" ends: an article and the words of one new thing."""
    led = _opens_thing(page, start, end)
    if led < 0:
        return None
    leads = word_set("naming.in") | word_set("meant_for.for")
    stops = (p for p in range(start + led + 1, end) if page.form(p) in leads or _is_polite(page, p))
    stop = next(stops, end)
    things = page.spans(start + led, stop, *_THINGS)
    known = any(thing.end <= stop for thing in things)
    # "A brass bell" is a thing whatever a bell is; "a decision" is none.
    new = not page.at[stop - 1] and page.has(start, stop - 1, "m", "col")
    # "Brass" is a metal first, and no underwear.
    others = [s for s in page.spans(start, stop, *_OTHER) if not page.first(s.start, "m", "col")]
    if stop - start > _LONGEST or not (known or new) or others:
        return None
    return None if _orders(page, start, stop) else stop


def _orders(page: Page, start: int, end: int) -> bool:
    """Whether more than a thing is wished for: "in" and "on" are no orders."""
    acts = [s for s in page.spans(start, end, "act") if s.name not in ("set", "add")]
    return bool(acts) or page.has(start, end, *_VALUES)


def _goes_on(page: Page, place: int) -> bool:
    shot = page.first(place, "noun", "kind") is not None
    return page.tokens[place].is_word and not shot and not _is_polite(page, place)


def _is_polite(page: Page, place: int) -> bool:
    said = word_set("meant_for.please") | word_set("contents.polite") | word_set("echoes.same")
    return page.form(place) in said
