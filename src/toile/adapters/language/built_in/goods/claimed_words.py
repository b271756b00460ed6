"""Nouns of the wardrobe that stand for nothing sold: somebody's own, a limb, a line to print."""

from toile.adapters.language.built_in.text.lexicon import Span, word_set
from toile.adapters.language.built_in.text.page import Page

_SLOGAN, _PASTED = 2, 15


def is_claimed(page: Page, span: Span) -> bool:
    """Whether the noun is somebody's own, a limb in another language, or part of a slogan."""
    if page.form(span.start - 1) in word_set("products.possessive") or _wears_it(page, span):
        return True
    if page.languages[0] != "en" and page.first(span.start, "body", "face"):
        return True
    if page.form(span.end) in word_set("products.compound") and page.languages[0] == "en":
        return True
    before = page.text[max(0, page.tokens[span.start].start - 90) : page.tokens[span.start].start]
    if before.endswith(('"', "“", "«", "„")) and page.tokens[span.start].is_name:
        return True
    if before.count('"') % 2 == 1 and _is_slogan(page, span, before.rsplit('"', 1)[1]):
        return True  # A line to be printed, however long: "the world's softest jumper".
    near = page.spans(max(0, span.start - 20), span.start, "claim")
    return before.count('"') % 2 == 1 and any(s.name == "cue" for s in near)


def _is_slogan(page: Page, span: Span, before: str) -> bool:
    """Whether words in quotation marks are one line, not a whole brief that is pasted in."""
    begin = page.tokens[span.start].start - len(before) - 1
    behind = page.text[page.tokens[span.end - 1].end :].split('"')[0]
    pasted = page.text[:begin].endswith("\n") and len(behind.split()) > _PASTED
    return len(before.split()) > _SLOGAN and not pasted


def _wears_it(page: Page, span: Span) -> bool:
    """Whether somebody is told to have glasses: "Mutter und Tochter, beide mit Brille"."""
    led = page.form(span.start - 1) in word_set("products.with")
    segment = page.segment_of(span.start)
    return led and span.name == "glasses" and page.has(segment.start, span.start, "people")
