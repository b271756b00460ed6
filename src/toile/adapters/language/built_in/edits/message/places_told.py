"""Words that may name a place, though no list holds it: "the cobbler's"."""

from toile.adapters.language.built_in.text.page import Page

_LONGEST = 4


def may_be_place(page: Page, start: int, end: int) -> bool:
    """Whether words could name a place: few, plain, and none of them another kind of thing."""
    plain = all(page.tokens[p].is_word or page.tokens[p].text in "-'’" for p in range(start, end))
    other = page.has(start, end, "act", "rel", "neg", "framing", "angle", "g", "h", "j", "b", "f")
    other = other or page.has(start, end, "pos", "ord", "priority", "kind", "pose", "light", "q")
    other = other or page.has(start, end, "noun", "n")
    return plain and not other and end - start <= _LONGEST
