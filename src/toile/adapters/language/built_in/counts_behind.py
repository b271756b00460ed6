"""Counts that stand behind what they count: "key visual 2:3 x2", "film 9:16, 20 s x1"."""

from toile.adapters.language.built_in.asks import TIMES, Ask
from toile.adapters.language.built_in.page import Page, Segment
from toile.adapters.language.built_in.ratios import Ratio, count_at, seconds_at

_NEAR = 6
_MOST = 60


def counted_behind(page: Page, place: int, segment: Segment, ratios: list[Ratio]) -> Ask | None:
    """Read "key visual 2:3 x2": the count stands behind the ratio."""
    counted = count_at(page, place + 1) if page.form(place) in TIMES else None
    before = [r for r in ratios if r.end <= place <= r.end + _NEAR]
    if counted is None or not before or counted[0] > _MOST:
        return None
    media = page.spans(segment.start, place, "media")
    films = bool(media) and media[-1].name in ("video", "reel")
    ask = Ask(place, counted[1], counted[0], "video" if films else "still")
    lengths = (seconds_at(page, p) for p in range(before[-1].end, place))
    ask.seconds = next((length for length in lengths if length), None)
    return ask
