"""Parts of clothes seen close: "a close-up of the cuff" is no bracelet, "du col" no mountain."""

from toile.adapters.language.built_in.text.lexicon import Span, word_set
from toile.adapters.language.built_in.text.page import Page

_CLOSE = frozenset(("close", "detail"))
_NEAR = 2


def is_seen_close(page: Page, span: Span) -> bool:
    """Whether a word that also names a part stands right behind a close-up or a detail."""
    start = page.segment_of(span.start).start
    near = (s for s in page.spans(start, span.start, "role") if s.end >= span.start - _NEAR)
    parts = word_set("products.also_parts")
    return page.form(span.start) in parts and any(s.name in _CLOSE for s in near)
