"""One more of a shot, said at length: "3 twice, the second one in red", "same again as 1 but ...".

Such a message is read as the plain order, "copy 3 but in red". Knows words, nothing of shots.
"""

from dataclasses import dataclass

from toile.adapters.language.built_in.text.lexicon import LANGUAGES, word_set
from toile.adapters.language.built_in.text.page import Page, Segment


@dataclass(frozen=True, slots=True)
class _Put:
    """Words that stand for tokens ``start`` to ``end``."""

    start: int
    end: int
    said: str


def copied(page: Page) -> str | None:
    """Return the text with a wish for one more of a shot as a plain order, or ``None``."""
    for segment in page.live():
        puts = _twice(page, segment) or _same_again(page, segment) or _second_one(page, segment)
        if puts:
            return _with(page, puts)
    return None


def _with(page: Page, puts: list[_Put]) -> str:
    text, done = "", 0
    for put in sorted(puts, key=lambda one: one.start):
        text += f"{page.text[done : page.tokens[put.start].start].rstrip(' ')} {put.said} "
        done = page.tokens[put.end].start if put.end < len(page.tokens) else len(page.text)
    return f"{text}{page.text[done:]}".strip()


def _word(page: Page, name: str) -> str:
    """Return a word in the language of the message; the list has one for each, in order."""
    words = _ORDERED[name]
    return words[LANGUAGES.index(page.languages[0])]


_ORDERED = {
    "copy": ("copy", "copie", "duplica", "duplica", "kopiere", "kopiera"),
    "but": ("but", "mais", "ma", "pero", "aber", "men"),
}


def _twice(page: Page, segment: Segment) -> list[_Put]:
    """Read "I need 3 twice": one more of it, told by what is said of the second."""
    acts = {s.name for s in page.spans(segment.start, segment.end, "act")}
    # "3 two times as wide", "move 3 up twice" makes no other.
    if acts - {"set", "add", "duplicate", "replace"} or page.has(segment.start, segment.end, "rel"):
        return []
    for place in range(segment.start + 1, segment.end):
        end = _said_twice(page, place)
        if not end or not _is_named_before(page, segment, place) or _compares(page, end):
            continue
        put = _Put(place, end, _word(page, "copy"))
        second = _second(page, end, bare=True)
        return [put] if second is None else [put, second]
    return []


def _is_named_before(page: Page, segment: Segment, place: int) -> bool:
    """Whether "3", "3 bitte", "shot 3", "the wide one" stands before a place."""
    small = word_set("contents.polite") | word_set("twice.ending")
    while place > segment.start and page.form(place - 1) in small:
        place -= 1
    before = page.tokens[place - 1]
    named = page.first(place - 1, "noun", "framing", "kind", "s") is not None
    return place > segment.start and (before.text.isdecimal() or named)


def _compares(page: Page, place: int) -> bool:
    """Whether "twice as wide" says how much, and not how many."""
    return page.form(place) in word_set("twice.as_much") or page.has(place, place + 1, "rel")


def _said_twice(page: Page, place: int) -> int:
    if page.form(place) in word_set("twice.once_more"):
        return place + 1
    pair = f"{page.form(place)}_{page.form(place + 1)}"
    return place + 2 if pair in word_set("twice.once_more") else 0


def _second(page: Page, start: int, *, bare: bool) -> _Put | None:
    """Return "and in the second one", "the second straight after the first but"."""
    for place in range(start, len(page.tokens)):
        order = page.span_at(place, "ord")
        if order is None or order.name not in ("1", "2"):
            continue
        end = order.end
        noun = page.span_at(end, "noun")
        version = page.form(end) in word_set("twice.version")
        end = noun.end if noun is not None else end + version
        if order.name == "1" or not (bare or version):
            return None
        return _Put(_led_from(page, place, start), _seated(page, end), _word(page, "but"))
    return None


def _led_from(page: Page, place: int, start: int) -> int:
    """Return where the small words and signs in front of "the second" begin."""
    small = word_set("naming.articles") | word_set("naming.in") | word_set("naming.and")
    while place > start and (
        page.form(place - 1) in small | word_set("twice.lead") or not page.tokens[place - 1].is_word
    ):
        place -= 1
    return place


def _seated(page: Page, place: int) -> int:
    """Return where "straight after the first but" ends: it says no more than the copy itself."""
    seat = page.span_at(place, "pos")
    if seat is not None and seat.name == "after":
        end = seat.end
        while page.form(end) in word_set("naming.articles"):
            end += 1
        first = page.span_at(end, "ord")
        place = first.end if first is not None and first.name == "1" else place
    while place < len(page.tokens) and (
        page.tokens[place].text in ",:;-–—" or page.form(place) in word_set("duplicate.differs")
    ):
        place += 1
    return place


def _same_again(page: Page, segment: Segment) -> list[_Put]:
    """Read "same again as 3 but", "otra igual que la 3 pero", "same as 4 again but"."""
    start = segment.start
    while start < segment.end and page.form(start) in word_set("twice.lead"):
        start += 1
    end, more = start, False
    while end < segment.end and (held := _held(page, end)):
        more |= page.form(end) in _MORE
        end = held
    if end == start or not _is_shot(page, end):
        return []
    behind = range(end, min(end + 5, segment.end))
    again = next((p for p in behind if page.form(p) in word_set("duplicate.again")), None)
    differs = any(
        page.form(p) in word_set("duplicate.differs") for p in range(end, segment.end + 1)
    )
    if not (more or again is not None) or not differs:
        return []
    puts = [_Put(start, end, _word(page, "copy"))]
    return puts if again is None else [*puts, _Put(again, again + 1, "")]


_MORE = word_set("twice.more")


def _held(page: Page, place: int) -> int:
    """Return where words for "one more like" that begin at a place end; 0 where none do."""
    alike = page.span_at(place, "sim")
    if alike is not None and alike.name == "like":
        return alike.end
    small = _MORE | word_set("twice.alike")
    return place + 1 if page.form(place) in small else 0


def _is_shot(page: Page, place: int) -> bool:
    while page.form(place) in word_set("naming.articles") or page.span_at(place, "noun"):
        place += 1
    return place < len(page.tokens) and page.tokens[place].text.isdecimal()


def _second_one(page: Page, segment: Segment) -> list[_Put]:
    """Read "duplicate the wide one, second version in blue": what the copy has."""
    acts = [s for s in page.spans(segment.start, segment.end, "act") if s.name == "duplicate"]
    behind = next((s.end for s in acts if page.form(s.start) in word_set("twice.copy")), None)
    if behind is None:
        return []
    second = _second(page, behind, bare=False) or _bare_copy(page, behind, segment.end)
    return [] if second is None else [second]


def _bare_copy(page: Page, start: int, end: int) -> _Put | None:
    """Return ", copy" of "duplicate 1, copy in the red dress"."""
    for place in range(start + 1, end):
        named = page.form(place) in word_set("twice.version")
        if named and page.tokens[place - 1].text in ",;:–—-" and place + 1 < end:
            return _Put(place - 1, place + 1, _word(page, "but"))
    return None
