"""Counts that stand behind what they count: "key visual 2:3 x2", "stills 4:5 | 3 per bag"."""

from toile.adapters.language.built_in.counts.asks import TIMES, Ask
from toile.adapters.language.built_in.text.lexicon import word_set
from toile.adapters.language.built_in.text.page import Page, Segment
from toile.adapters.language.built_in.text.ratios import Ratio, count_at, find_ratios, seconds_at

_NEAR = 6
_MOST = 60


def counted_behind(page: Page, place: int, segment: Segment, ratios: list[Ratio]) -> Ask | None:
    """Read "key visual 2:3 x2": the count stands behind the ratio; "los vídeos son 3"."""
    if page.form(place) in word_set("counts_behind.are"):
        return _are(page, place, segment)
    headed = _headed(page, place, segment)
    if headed:
        return headed
    them = _of_them(page, place, segment)
    if them:
        return them
    counted = count_at(page, place + 1) if page.form(place) in TIMES else None
    before = [r for r in ratios if r.end <= place <= r.end + _NEAR]
    if counted is None or not before or counted[0] > _MOST:
        return None
    media = page.spans(segment.start, place, "media")
    films = bool(media) and media[-1].name in ("video", "reel")
    ask = Ask(
        _first(page, before[-1], segment), counted[1], counted[0], "video" if films else "still"
    )
    lengths = (seconds_at(page, p) for p in range(before[-1].end, place))
    ask.seconds = next((length for length in lengths if length), None)
    return ask


def _headed(page: Page, place: int, segment: Segment) -> Ask | None:
    """Read "Stills: 10 (4:5)" and "shot count 14": the count stands behind what heads it."""
    sign = page.form(place - 1)
    counted = count_at(page, place) if sign in (":", "count") else None
    if counted is None or counted[0] > _MOST or page.form(counted[1]) == ":":
        return None
    media = [s for s in page.spans(max(0, place - 3), place - 1, "media") if s.end == place - 1]
    opens = bool(media) and (media[0].start in (0, segment.start) or sign == "count")
    after = page.tokens[counted[1]] if counted[1] < segment.end else None
    if not opens or media[0].name == "look" or (after and (after.is_word or after.text in "x×")):
        return None
    films = media[0].name in ("video", "reel")
    return Ask(media[0].start, counted[1], counted[0], "video" if films else "still")


def _first(page: Page, ratio: Ratio, segment: Segment) -> int:
    """Return where "product detail 4:5 x10" begins: behind the sign before it."""
    start = ratio.start
    while start > segment.start and page.tokens[start - 1].is_word:
        start -= 1
    return start


def in_a_cell(page: Page, place: int, segment: Segment) -> Ask | None:
    """Read the count of a cell whose head says of what: "stills 4:5 | 3 per product"."""
    counted = count_at(page, place) if place == segment.start else None
    at = page.place_of(place)
    head = page.segments[at - 1] if at and page.form(place - 1) == "|" else None
    if counted is None or head is None or head.line != segment.line or counted[0] > _MOST:
        return None
    media = page.spans(head.start, head.end, "media")
    shapes = [r.value for r in find_ratios(page, head.start, head.end)]
    if not media or not shapes:
        return None
    films = media[0].name in ("video", "reel")
    ask = Ask(place, counted[1], counted[0], "video" if films else "still")
    ask.aspects = shapes
    return ask


def _of_them(page: Page, place: int, segment: Segment) -> Ask | None:
    """Read "just flat lays, 12 of them": the count stands behind the only sort that is named."""
    counted = count_at(page, place)
    if counted is None or page.form(place - 1) != ",":
        return None
    views = [s for s in page.spans(segment.start, place, "role") if s.end == place - 1]
    if not views:
        return None
    of = page.form(counted[1]) in word_set("people.of")
    closed = of and page.form(counted[1] + 1) in word_set("counts_behind.them")
    ends = counted[1] + 2 >= segment.end or page.tokens[counted[1] + 2].text in ",.;"
    own = any(count_at(page, p) for p in range(segment.start, place))
    if own or not (closed and ends):
        return None
    return Ask(place, counted[1] + 2, counted[0], roles=[views[0].name], said=False)


def _are(page: Page, place: int, segment: Segment) -> Ask | None:
    """Read "the videos are 3 now": a count behind the files it counts anew."""
    counted = count_at(page, place + 1)
    if counted is None or counted[0] > _MOST or page.first(counted[1], "media", "unit", "aspect"):
        return None
    media = [s for s in page.spans(segment.start, place, "media") if s.end == place]
    if not media:
        return None
    films = media[0].name in ("video", "reel")
    return Ask(media[0].start, counted[1], counted[0], "video" if films else "still")
