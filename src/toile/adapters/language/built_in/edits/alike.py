"""Shots that are said to look alike: "2 and 6 look the same" copies nothing from one to another."""

from toile.adapters.language.built_in.edits.feelings import offered
from toile.adapters.language.built_in.edits.message.hearing import without
from toile.adapters.language.built_in.edits.message.outcome import Outcome
from toile.adapters.language.built_in.text.lexicon import word_set
from toile.adapters.language.built_in.text.page import Page, Segment

_SIGNS = frozenset(",;:()–—")
_PAIR = 2
_LONGEST = 12


def set_alikeness_aside(page: Page, out: Outcome) -> None:
    """Take out what is said of shots that look alike; alone, offer by what they could differ."""
    for segment in list(page.live()):
        end = _end(page, segment)
        if not _says_alike(page, segment.start, end):
            continue
        alone = len(list(page.live())) == 1 and end >= segment.end
        without(page, segment.start, end)
        if alone:
            out.asks.append(offered("alike", told=True))


def _end(page: Page, segment: Segment) -> int:
    """Return where the first stretch of a sentence ends."""
    signs = (p for p in range(segment.start, segment.end) if page.tokens[p].text in _SIGNS)
    return next(signs, segment.end)


def _says_alike(page: Page, start: int, end: int) -> bool:
    """Whether a stretch names two shots, then says that they are alike, and wishes nothing."""
    forms = [page.form(p) for p in range(start, end)]
    whole = next((p for p, form in enumerate(forms) if form in word_set("alike.resemble")), None)
    verb = next((p for p, form in enumerate(forms) if form in word_set("alike.are")), whole)
    if verb is None or end - start > _LONGEST or set(forms) & word_set("alike.wishes"):
        return False
    numbers = [p for p, form in enumerate(forms) if form.isdecimal()]
    alike = whole is not None or bool(set(forms[verb:]) & word_set("alike.alike"))
    ahead = len(numbers) == _PAIR and numbers[-1] < verb
    values = page.has(start, end, "rel", "light", "framing", "angle", "col", "g", "h", "b", "p")
    return alike and ahead and not values
