"""What a text takes back by saying that it is gone: "the newsletter is out", "mini's gone"."""

from collections.abc import Iterator

from toile.adapters.language.built_in.text.lexicon import word_set
from toile.adapters.language.built_in.text.page import Page, Segment
from toile.adapters.language.built_in.text.phrases import clauses

_FARTHEST = 9


def dropped(page: Page) -> list[tuple[int, int]]:
    """Return the stretches, up to the word that says it, whose things are no longer wanted."""
    return [
        (start, place)
        for segment in page.live()
        for start, end in clauses(page, segment)
        for place in _gone(page, start, end)
    ]


def _gone(page: Page, start: int, end: int) -> Iterator[int]:
    for place in range(start + 1, min(end, start + _FARTHEST)):
        said = page.form(place)
        alone = said in word_set("dropped.verbs") or _skips_it(page, place)
        led = page.form(place - 1) in word_set("dropped.is") or _is_short(page, place - 1)
        if not alone and not (led and said in word_set("dropped.states")):
            continue
        if not page.has(place, end, "month", "weekday", "week", "feast"):
            yield place
            return


def _skips_it(page: Page, place: int) -> bool:
    """Whether "so skip that one" says of what stands before that it is not wanted."""
    verb = page.form(place) in word_set("taken_back.verbs")
    return verb and page.form(place + 1) in word_set("dropped.it")


def _is_short(page: Page, place: int) -> bool:
    """Whether "'s" for "is" stands behind a word: "mini's gone"."""
    token = page.tokens[place]
    return page.text[token.end : token.end + 2] in ("'s", "’s")


def left_out(page: Page, segment: Segment) -> Iterator[int]:
    """Yield where what is left out begins: behind "skip the", "drop the"."""
    for place in range(segment.start, segment.end):
        if page.form(place) not in word_set("taken_back.verbs") or leaves_room(page, place):
            continue
        here = place + 1
        while page.form(here) in word_set("taken_back.articles"):
            here += 1
        if here > place + 1:
            yield here


def leaves_room(page: Page, place: int) -> bool:
    """Whether "leave" leaves something free and drops nothing: "leave some room for copy"."""
    behind = place + 1
    while page.form(behind) in word_set("room.small") | word_set("room.empty"):
        behind += 1
    return page.form(behind) in word_set("room.space")
