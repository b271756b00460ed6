"""A shot that comes where another went: "kill 6. In its place a portrait of Nora on the roof".

Such a message is read in the plain order: "kill 6. Add a shot after 5: a portrait of ...".
"""

from toile.adapters.language.built_in.edits.message.board_words import BoardWords
from toile.adapters.language.built_in.edits.message.new_shot_orders import add_in_the_place_of
from toile.adapters.language.built_in.text.lexicon import word_set
from toile.adapters.language.built_in.text.page import Page, Segment

_BREAKS = frozenset(",.;!—–")
_SHOWN = ("framing", "kind", "noun", "aspect")


def comes_in_its_place(page: Page) -> str | None:
    """Return the text with the new shot in plain order, or ``None``."""
    for segment in page.live():
        for place in range(segment.start, segment.end):
            end = _stands(page, segment, place)
            number = _gone(page, place) if end else None
            if end and number is not None:
                order = add_in_the_place_of(page, number)
                joined = page.form(place - 1) in word_set("naming.and")
                head, tail = page.tokens[place - joined].start, page.tokens[end].start
                return f"{page.text[:head].rstrip(' ,')}. {order}{page.text[tail:]}"
    return None


def _stands(page: Page, segment: Segment, place: int) -> int | None:
    """Return where the words behind "in its place" begin, if a shot is told there."""
    ahead = page.tokens[place - 1].text in _BREAKS or page.form(place - 1) in word_set("naming.and")
    opens = place == segment.start or ahead
    words = page.span_at(place, "in_its_place")
    if not opens or words is None:
        return None
    end = words.end + (page.form(words.end) in _BREAKS)
    near = range(end, min(segment.end, end + 3))
    shown = any(page.first(p, *_SHOWN) for p in near)
    led = page.form(end) in word_set("giving.indefinite") | word_set("giving.a")
    return end if led and shown and end < segment.end else None


def _gone(page: Page, place: int) -> int | None:
    """Return the one shot that goes just before, "kill 6", and no thing, "lose the hat in 6"."""
    ahead = page.spans(max(0, place - _FAR), place, "act")
    gone = [s for s in ahead if s.name == "delete"]
    if not gone:
        return None
    here = gone[-1].end
    while page.form(here) in word_set("naming.articles") or page.span_at(here, "noun"):
        here += 1
    figures = [p for p in range(gone[-1].start, place) if page.tokens[p].text.isdecimal()]
    return int(page.tokens[here].text) if figures == [here] else None


_FAR = 8


def takes_every_place(page: Page, board: BoardWords) -> str | None:
    """Return "replace Leo with Amir everywhere" for "Amir wherever Leo is", else ``None``."""
    for place in range(1, len(page.tokens)):
        if page.form(place) not in word_set("in_its_place.wherever"):
            continue
        who = [m for m in board.mentions(page, place, len(page.tokens)) if m.fields == {"talent"}]
        begin = next((p for p in reversed(range(place)) if page.tokens[p].is_name), None)
        if len(who) != 1 or begin is None or not _is_there(page, place, who[0].start, who[0].end):
            continue
        if all(page.form(p) in word_set("in_its_place.small") for p in range(begin + 1, place)):
            new, old = page.words(begin, begin + 1), page.words(who[0].start, who[0].end)
            if all(page.form(p) in word_set("in_its_place.small") for p in range(begin)):
                return f"replace {old} with {new} everywhere"
    return None


def _is_there(page: Page, place: int, start: int, end: int) -> bool:
    """Whether only "is" and its like stand around the one who is there now, up to the end."""
    around = [*range(place + 1, start), *range(end, len(page.tokens))]
    words = [page.form(p) for p in around if page.tokens[p].is_word]
    return bool(words) and all(word in word_set("in_its_place.is") for word in words)
