"""Things that are kept out of a picture: "keep the cup out of frame" takes it out."""

from toile.adapters.language.built_in.text.lexicon import Span, word_set
from toile.adapters.language.built_in.text.page import Page

_REACH = 7
_LONGEST = 4


def set_kept_out(page: Page) -> None:
    """Let "keep … out of shot", "laisse … hors champ" be words of taking out."""
    for segment in page.live():
        for keep in page.spans(segment.start, segment.end, "act"):
            behind = range(keep.end, min(segment.end, keep.end + _REACH))
            if keep.name == "keep" and any(_is_out(page, p, segment.end) for p in behind):
                page.at[keep.start]["act"] = Span(keep.start, keep.end, "act", "delete")


def _is_out(page: Page, place: int, end: int) -> bool:
    words = [page.form(p) for p in range(place, min(place + _LONGEST, end))]
    said = ("_".join(words[:many]) for many in range(1, len(words) + 1))
    return any(one in word_set("kept_out.out") for one in said)
