"""Words inside an "each": "uno" of "cada uno", "gown" of "five a gown"."""

from toile.adapters.language.built_in.text.page import Page


def is_of_each(page: Page, place: int) -> bool:
    """Whether a word is a part of "cada uno", "vart och ett" or "a gown"."""
    spans = (page.span_at(p, "each") for p in range(max(0, place - 2), place))
    return any(span is not None and span.end > place for span in spans)
