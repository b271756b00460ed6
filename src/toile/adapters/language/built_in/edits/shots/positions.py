"""Where in a clause the words stand that say where a shot goes, and not which shot is meant."""

from toile.adapters.language.built_in.edits.message.clause import Clause
from toile.adapters.language.built_in.edits.message.seats import is_part, is_step
from toile.adapters.language.built_in.text.lexicon import Span, word_set
from toile.adapters.language.built_in.text.page import Page


def position(page: Page, clause: Clause) -> Span | None:
    """Return the word that says where to, if the clause has one."""
    spans = [
        s
        for s in page.spans(clause.start, clause.end, "pos")
        if not _names_shot(page, clause, s)
        and not is_step(page, s)
        and not is_part(page, s)
        and not _is_beside_a_thing(page, s)
        and not _ends_a_film(page, s)
    ]
    spans = [s for s in spans if page.form(s.end) not in word_set("giving.whom")]
    # "Earlier, straight after 2": the second says where.
    spans.sort(key=lambda s: s.name in ("up", "down"))
    for span in spans:
        if span.name in ("before", "after", "between", "up", "down"):
            if (
                page.form(span.start) in word_set("positions.before")
                and span.end >= clause.end
                and span.name in ("before", "after")
            ):
                continue
            return span
    return spans[-1] if spans else None


def _is_beside_a_thing(page: Page, span: Span) -> bool:
    """Whether "next to a big window" says where somebody stands: no shot is "a window"."""
    beside = span.name in ("before", "after", "between")
    return beside and page.form(span.end) in word_set("places.some")


def _ends_a_film(page: Page, span: Span) -> bool:
    """Whether "5 ends on his shoes" says what a film closes with, and moves no shot."""
    return span.name in ("top", "end") and page.form(span.end) in word_set("positions.whose")


def _names_shot(page: Page, clause: Clause, span: Span) -> bool:
    """Whether "last" stands in "the last one with Kofi" and says which, not where."""
    if span.name not in ("top", "end") or not page.first(span.start, "ref", "ord"):
        return False
    if page.form(span.start - 1) in word_set("places.in_shot"):
        return True  # "Vestido celeste en la primera" says where, and moves nothing.
    noun = page.span_at(span.end, "noun")
    if _opens(page, clause, span) or _is_counted(page, clause, span):
        return True
    led = page.form(span.start - 1) in word_set("targets.says_where")
    slot = page.form(span.end) in word_set("seats.slot")
    if led and not slot and page.form(span.start - 2) in word_set("places.inside"):
        return True
    return led and noun is not None and noun.end < clause.end


def _opens(page: Page, clause: Clause, span: Span) -> bool:
    """Whether "last one tighter" opens with the shot that it is about."""
    if span.start != clause.start:
        return False
    noun = page.span_at(span.end, "noun")
    led = page.form(span.start) in word_set("naming.articles")
    told = page.has(span.end, clause.end, *_BECOMES) or bool(clause.ratios)
    return (noun is not None and noun.end < clause.end) or (led and told)


_BECOMES = ("set", "s", "light", "framing", "angle", "rel", "lens", "aspect", "kind")


def _is_counted(page: Page, clause: Clause, span: Span) -> bool:
    """Whether "the first two on the beach", "last two tight" counts shots, and goes nowhere."""
    counts = page.first(span.start, "ord", "ref")
    many = page.span_at(span.end, "n") if counts else None
    return many is not None and many.name != "1" and many.end < clause.end


def from_the_second(page: Page, scope: Span) -> bool:
    """Whether "every second shot" begins with the second: not where it says "starting with 1"."""
    rest = range(scope.end, page.segment_of(scope.start).end)
    led = [p for p in rest if page.form(p - 1) in word_set("targets.starting")]
    begins = {s.name for s in page.spans(scope.end, rest.stop, "ord")}
    begins |= {page.tokens[p].text for p in led}
    words = {page.form(p) for p in range(scope.start, scope.end)}
    return "2" in begins or ("1" not in begins and bool(words & word_set("targets.second")))
