"""Values told by a verb and a way: "crop 1 at the knees" is a framing, "light 2 from behind" a
light.
"""

from collections.abc import Iterator

from toile.adapters.language.built_in.edits.message.clause import Clause
from toile.adapters.language.built_in.edits.message.given import Given
from toile.adapters.language.built_in.text.lexicon import Span, word_set
from toile.adapters.language.built_in.text.page import Page

# The kind of the verb, the kind of the words behind it, and the field that they give together.
_MANNERS = (("crop", "cutline", "framing"), ("lit", "litway", "light"))
_FAR = 3


def by_manner(page: Page, clause: Clause) -> Iterator[Given]:
    """Yield the values that a verb and the way behind it give together."""
    for verb_kind, way_kind, field in _MANNERS:
        for verb in page.spans(clause.start, clause.end, verb_kind):
            for way in page.spans(clause.start, clause.end, way_kind):
                if way_kind != "cutline" or _is_at(page, verb, way):
                    yield Given(field, way.name, way.start, way.end)


def cuts(page: Page, clause: Clause) -> bool:
    """Whether a clause cuts the picture at a part of a body, and takes nothing out of it."""
    return any(given.field == "framing" for given in by_manner(page, clause))


def _is_at(page: Page, verb: Span, line: Span) -> bool:
    near = range(max(verb.end, line.start - _FAR), line.start)
    return line.start >= verb.end and any(page.form(p) in word_set("manners.at") for p in near)
