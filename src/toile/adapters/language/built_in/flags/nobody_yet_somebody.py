"""People ruled out in one place, wished for in another: "product only ... the model holds it"."""

from toile.adapters.language.built_in.people.people import is_talent
from toile.adapters.language.built_in.text.lexicon import Span, word_set
from toile.adapters.language.built_in.text.page import Page
from toile.adapters.language.built_in.text.phrases import inside
from toile.adapters.language.built_in.text.ratios import count_at
from toile.domain.brief import Flag


def nobody_yet_somebody(page: Page, negations: list[tuple[int, int]]) -> list[Flag]:
    """Return a flag where nobody is to be seen and yet somebody does something."""
    nobody = [
        span
        for segment in page.live()
        for span in page.spans(segment.start, segment.end, "nobody")
        if "_".join(span.name.split()) in word_set("people.strictly_nobody")
        and _ends_there(page, span)
    ]
    somebody = [
        span
        for segment in page.live()
        for span in page.spans(segment.start, segment.end, "people")
        if _is_seen(page, span, negations)
    ]
    if any(
        _is_cast(page, span, negations)
        for segment in page.live()
        for span in page.spans(segment.start, segment.end, "people")
    ):
        return []
    apart = [s for s in somebody if all(_parted(page, s, one) for one in nobody)]
    if not nobody or not apart:
        return []
    one = apart[0]
    said = page.words(one.start, one.end)
    why = f"Nobody is to be seen, and yet “{said}” is in a picture. Which holds?"
    return [Flag(code="CONTRADICTION", action="ask", why=why, quote=page.words(one.start, one.end))]


def _is_seen(page: Page, span: Span, negations: list[tuple[int, int]]) -> bool:
    """Whether words put one certain person into a picture: "the man leans", "la modella che"."""
    form, before = page.form(span.start), page.form(span.start - 1)
    if inside(span.start, negations) or not is_talent(page, span):
        return False
    if page.form(span.start - 2) in word_set("people.for_whom"):
        return False  # "a bag for the woman who travels"
    the = before in word_set("people.definite") or form in word_set("people.with_article")
    return the and form in word_set("people.single_seen")


def _is_cast(page: Page, span: Span, negations: list[tuple[int, int]]) -> bool:
    """Whether people are counted and so cast: "no models, real people: one woman"."""
    return count_at(page, span.start - 1) is not None and not inside(span.start, negations)


def _ends_there(page: Page, span: Span) -> bool:
    """Whether "nobody" is all that is said, not "nobody on their phone"."""
    token = page.tokens[min(span.end, len(page.tokens) - 1)]
    return span.end - span.start > 1 or span.end >= len(page.tokens) or not token.is_word


def _parted(page: Page, one: Span, two: Span) -> bool:
    return page.segment_of(one.start) is not page.segment_of(two.start)
