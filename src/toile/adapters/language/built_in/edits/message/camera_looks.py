"""Where the camera looks: "lower the camera, looking up at him" poses nobody."""

from toile.adapters.language.built_in.edits.message.hearing import without
from toile.adapters.language.built_in.text.lexicon import word_set
from toile.adapters.language.built_in.text.page import Page, Segment

_PAUSES = frozenset(",;.!?–—")


def set_camera_looks_aside(page: Page) -> None:
    """Take out "looking up at him" behind the words that move the camera there."""
    for segment in list(page.live()):
        for place in range(segment.start + 1, segment.end - 1):
            if _looks(page, place) and _moves_camera(page, segment, place):
                end = place
                while end < segment.end and page.tokens[end].text not in _PAUSES:
                    end += 1
                without(page, place, end)
                break


def _looks(page: Page, place: int) -> bool:
    """Whether something looks up or down there, and nobody right before does."""
    somebody = page.form(place - 1) in word_set("poses.who") or page.tokens[place - 1].is_name
    return (
        page.form(place) == "looking"
        and page.form(place + 1) in word_set("shared.up")
        and not somebody
    )


def _moves_camera(page: Page, segment: Segment, place: int) -> bool:
    moved = {s.name for s in page.spans(segment.start, place, "rel")} & {"lower", "higher"}
    named = any(page.form(p) == "camera" for p in range(segment.start, place))
    return bool(moved) or named or page.has(segment.start, place, "angle")
