"""Whether a text is of glasses, where frames are no pictures."""

from toile.adapters.language.built_in.text.lexicon import word_set
from toile.adapters.language.built_in.text.page import Page

_GLASSES = frozenset(("glasses", "sunglasses", "goggles"))


def is_of_eyewear(page: Page) -> bool:
    """Whether glasses are named, or what only glasses have."""
    named = any(
        span.name in _GLASSES
        for segment in page.live()
        for span in page.spans(segment.start, segment.end, "b")
    )
    return named or any(t.form in word_set("products.eyewear") for t in page.tokens)
