"""Counts multiplied by a sign: "6 x square", "3 x 4:5", "2 x 3 images", "2 x 15 s"."""

from toile.adapters.language.built_in.counts.asks import Ask
from toile.adapters.language.built_in.counts.media_named import media_near
from toile.adapters.language.built_in.text.page import Page, Segment
from toile.adapters.language.built_in.text.ratios import Ratio, count_at, seconds_at

_MOST = 400


def multiplied(
    page: Page,
    start: int,
    sign: int,
    count: int,
    segment: Segment,
    ratios: list[Ratio],
) -> Ask | None:
    """Read "6 x square", "3 x 4:5", "2 x 3 images"."""
    here = sign + 1
    if seconds_at(page, here):
        near = media_near(page, here + 1, segment)
        return Ask(start, near[1] if near else here + 2, count, "video", said=bool(near))
    if any(ratio.start == here for ratio in ratios):
        return Ask(start, here, count, said=False)
    near = media_near(page, here, segment)
    inner = count_at(page, here) if here < segment.end else None
    if inner:
        sized = count * inner[0] > _MOST  # "a scarf of 90 x 90"
        return None if sized else Ask(start, inner[1], count * inner[0])
    if near and near[0] != "look":
        return Ask(
            start, near[1], count, "video" if near[0] in ("video", "reel") else "still", near[0]
        )
    view = page.span_at(here, "role")
    return Ask(start, view.end, count, roles=[view.name], said=False) if view else None
