"""Room that is to be left for words: "room for a headline top left", "Platz für Text oben"."""

from collections.abc import Iterator

from toile.adapters.language.built_in.text.lexicon import word_set
from toile.adapters.language.built_in.text.page import Page
from toile.adapters.language.built_in.text.phrases import inside

Idea = tuple[str, int, int]
_AHEAD = 5
_SIDES = ("top", "bottom", "left", "right")
_COPY = ("headline", "logo", "claim", "price")
_KEPT = frozenset(("claim", "neg", "third"))


def copy_rooms(page: Page, negations: list[tuple[int, int]]) -> list[Idea]:
    """Return the wishes for room that stand in live sentences and are not ruled out."""
    return [
        (_in_english(page, start, end), start, end)
        for start, end in _rooms(page)
        if page.segment_of(start).start not in page.masked and not inside(start, negations)
    ]


def free_rooms(page: Page) -> None:
    """Take the meanings from the words of room: a headline is no garment, a top no product."""
    for start, end in list(_rooms(page)):
        for place in range(start, end):
            here = page.at[place]
            page.at[place] = {kind: span for kind, span in here.items() if kind in _KEPT}


def _in_english(page: Page, start: int, end: int) -> str:
    """Say "Platz für die Headline oben" as "room for headline top"."""
    if page.languages[0] == "en":
        return page.words(start, end)
    forms = {page.form(place) for place in range(start, end)}
    copy = next((name for name in _COPY if forms & word_set(f"room.copy.{name}")), "text")
    sides = [side for side in _SIDES if forms & word_set(f"room.{side}")]
    return " ".join(("room for", copy, *sides))


def _rooms(page: Page) -> Iterator[tuple[int, int]]:
    for segment in page.segments:
        place = segment.start
        while place < segment.end:
            found = _room(page, place, segment.start, segment.end)
            if found:
                yield found
            place = found[1] if found else place + 1


def _room(page: Page, place: int, first: int, limit: int) -> tuple[int, int] | None:
    joined = page.form(place) in word_set("room.joined")
    if not joined and page.form(place) not in word_set("room.space"):
        return None
    if page.form(place - 1) in word_set("room.no"):
        return None
    start = place - (place > first and page.form(place - 1) in word_set("room.empty"))
    end, copy = _reach(page, place, limit)
    behind = end > place + 1 and page.form(place + 1) in word_set("room.empty")
    empty = start < place or behind
    cued = any(page.form(p) in word_set("room.cues") for p in range(max(first, start - 3), start))
    told = joined or copy or (empty and (cued or end > place + 1 + behind))
    return (start, end) if told else None


def _reach(page: Page, place: int, limit: int) -> tuple[int, bool]:
    """Return the end of the words behind room that tell of it, and whether copy is named."""
    end, copy = place + 1, False
    for here in range(place + 1, limit):
        form = page.form(here)
        named = form in word_set("room.copy") and _led(page, place, here)
        sided = any(form in word_set(f"room.{side}") for side in _SIDES)
        copy |= named
        if named or sided or form in word_set("room.empty") or form in word_set("room.side"):
            end = here + 1
        elif here - end >= _AHEAD or not (form in _small() or page.form(here - 1) in _FOR):
            break
    return end, copy


def _led(page: Page, place: int, here: int) -> bool:
    """Whether a "for" leads from the room to a word for copy."""
    return any(page.form(p) in _FOR for p in range(place + 1, here))


def _small() -> frozenset[str]:
    return word_set("room.small") | word_set("room.at") | _FOR


_FOR = word_set("room.for")
