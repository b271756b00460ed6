"""Looks of hair, skin and make-up that stand in the list of them: "smoky eyes", "Haare offen".

The list is ``data/language/beauty.psv``, the one that briefs are read with.
"""

from collections.abc import Iterator
from functools import cache

from toile.adapters.language.built_in.edits.message.clause import Clause
from toile.adapters.language.built_in.text.lexicon import Span, listed, read_table, word_set
from toile.adapters.language.built_in.text.page import Page

_ELSE = ("g", "h", "b", "j", "s", "light")


def looks_named(page: Page, clause: Clause) -> tuple[tuple[str, str], ...]:
    """Return the looks that a clause names, in English, each with its field: hair or make-up."""
    fields: dict[str, list[str]] = {}
    for span in _looks(page, clause):
        said = _in_english(page, span)
        fields.setdefault(_field_of(said), []).append(said)
    return tuple((field, ", ".join(said)) for field, said in fields.items())


def _field_of(said: str) -> str:
    """Return whether words are of hair or of make-up."""
    words = set(said.replace(",", " ").replace("-", " ").split())
    of_hair = word_set("grooming.hair") | word_set("grooming.of_hair")
    return "hair" if words & of_hair else "make_up"


def _looks(page: Page, clause: Clause) -> Iterator[Span]:
    known = [listed(language, "beauty") for language in dict.fromkeys(("en", *page.languages))]
    end = clause.start
    for place in range(clause.start, clause.end):
        spans = [s for one in known for s in one.at(page.tokens, place)] if place >= end else []
        for span in sorted(spans, key=lambda span: -span.end):
            if span.end <= clause.end and _is_look(page, span) and not _lies(page, clause, span):
                end = span.end
                yield span
                break


def _is_look(page: Page, span: Span) -> bool:
    """Whether a look is meant: "waves" alone are the sea, a "glitter dress" is worn."""
    single = span.end == span.start + 1
    form = page.form(span.start)
    if single and form not in word_set("grooming.alone") | word_set("grooming.hair"):
        return False
    worn = any(page.first(p, *_ELSE) for p in (span.start, span.end))
    return not worn and page.form(span.end) not in word_set("beauty.sold")


def _lies(page: Page, clause: Clause, span: Span) -> bool:
    """Whether it is a thing that lies somewhere: "a red lipstick in her hand"."""
    thing = page.has(span.start, span.end, "p")
    words = {page.form(p) for p in range(span.end, clause.end)}
    return thing and bool(words & word_set("grooming.lies"))


def _in_english(page: Page, span: Span) -> str:
    words, rows = page.words(span.start, span.end).lower(), _rows()[span.name]
    colours = page.spans(span.start, span.end + 1, "col")
    if words not in rows and colours and rows[0].endswith(("lips", "nails")):
        return f"{colours[-1].name} {rows[0].rpartition(' ')[2]}"
    return words if words in rows else rows[0]


@cache
def _rows() -> dict[str, tuple[str, ...]]:
    """Return how English says each look."""
    rows = read_table("beauty")
    return {row[0].partition(":")[2]: tuple(row[1].split(",")) for row in rows}
