"""A field matched to another shot's: "match the light of 2 to 6" is "2 same light as 6"."""

import re

from toile.adapters.language.built_in.edits.message.board_words import BoardWords
from toile.adapters.language.built_in.text.lexicon import word_set
from toile.adapters.language.built_in.text.page import Page

_NUMBERS = re.compile(
    r"(?P<shots>\d{1,2}(?:(?:, | and |, and )\d{1,2})*)\s+(?:to|with)\s+"
    r"(?:that of |the one (?:of|in) |shot )?(?P<like>\d{1,2})(?![\d:/])",
    re.IGNORECASE,
)
_NEAR = 3


def matched(page: Page, _: BoardWords) -> str | None:
    """Return the text with such a field told by its shots, ``None`` where none is matched."""
    if page.languages[0] != "en":
        return None
    for segment in page.live():
        begins = page.form(segment.start) in word_set("matched.match")
        near = range(segment.start + 1, min(segment.start + 1 + _NEAR, segment.end))
        field = next((f for p in near if (f := page.span_at(p, "f"))), None)
        if not begins or field is None or page.form(field.end) not in word_set("matched.of"):
            continue
        start, end = page.tokens[field.end].end, page.tokens[segment.end - 1].end
        told = _NUMBERS.fullmatch(page.text[start:end].strip())
        if told is not None:
            said = f"{told['shots']} same {page.words(field.start, field.end)} as {told['like']}"
            return f"{page.text[: page.tokens[segment.start].start]}{said}{page.text[end:]}"
    return None
