"""Places in a clause: what stands behind, and a place that the board need not know."""

from toile.adapters.language.built_in.edits.message.clause import Clause
from toile.adapters.language.built_in.edits.message.given import Given
from toile.adapters.language.built_in.edits.message.shades import as_said, shaded_from
from toile.adapters.language.built_in.edits.shots.target_kinds import Target
from toile.adapters.language.built_in.text.lexicon import Span, word_set
from toile.adapters.language.built_in.text.page import Page


def backdrop(page: Page, clause: Clause) -> Given | None:
    """Read "make the background in 3 white": a colour said of what stands behind."""
    for ground in page.spans(clause.start, clause.end, "s"):
        behind = page.span_at(ground.start, "f")
        if behind is None or behind.name != "set":
            continue
        for colour in page.spans(ground.end, clause.end, "col"):
            said = {p for m in clause.mentions for p in range(m.start, m.end)}
            if colour.start not in said and not page.first(colour.end, "g", "h", "b", "j", "p"):
                shade = as_said(page, colour)
                return Given("set", f"{shade} background", ground.start, colour.end)
        ahead = next((c for c in page.spans(clause.start, ground.start, "col")
                      if c.end == ground.start), None)  # fmt: skip
        left = shaded_from(page, ahead.start) if ahead else 0
        if ahead and page.form(left - 1) in word_set("values.new_set"):
            return Given("set", page.words(left, ground.end).lower(), left, ground.end)
    return None


def new_set(page: Page, clause: Clause, target: Target) -> Given | None:
    """Read a place that the board need not know: "in a greenhouse", "to grey seamless"."""
    for place in range(clause.start, clause.end):
        span = page.first(place, "s", "set")
        if (
            span is None
            or span.end > clause.end
            or set(range(span.start, span.end)) & target.places
        ):
            continue
        while (more := page.span_at(span.end, "s")) is not None and more.end <= clause.end:
            span = Span(span.start, more.end, span.kind, f"{span.name} {more.name}")
        other = (
            page.first(place, "light", "pose", "framing", "g", "p") if span.kind == "s" else None
        )
        if other and (other.end > span.end or (other.kind == "light" and other.end == span.end)):
            continue
        left = span.start
        while (
            left > clause.start
            and page.tokens[left - 1].is_word
            and (
                not page.at[left - 1]
                or page.first(left - 1, "col", "m")
                or (page.form(left - 1) == "light" and span.kind == "set")
            )
            and page.form(left - 1) not in word_set("values.new_set.2")
            and page.form(left - 1) not in word_set("values.new_set.3")
        ):
            left -= 1
        if _is_all(page, clause, target, left, span.end):
            return _named(page, span, left)
        lead = page.form(left - 1)
        if lead in word_set("values.new_set") and not (lead == "an" and "de" in page.languages):
            lead = page.form(left - 2)
        if (
            span.kind == "set" and target.how in ("number", "ordinal", "all", "description")
        ) or lead in word_set("values.new_set.3"):
            return _named(page, span, left)
    return None


def _named(page: Page, span: Span, left: int) -> Given:
    text = page.words(left, span.end).lower() if page.languages[0] == "en" else span.name
    return Given("set", text, left, span.end)


def goes_elsewhere(page: Page, place: int) -> bool:
    """Whether "colder" stands in "somewhere colder", which is said of the place."""
    return page.form(place - 1) in word_set("grounds.somewhere")


def _is_all(page: Page, clause: Clause, target: Target, left: int, end: int) -> bool:
    """Whether a place is all that a clause says of its shots: "3: a glacier", "a pier maybe"."""
    if page.languages[0] != "en" or not (target.shots and target.how in _PLAINLY):
        return False
    lit = {p for s in page.spans(clause.start, clause.end, "light") for p in range(s.start, s.end)}
    return all(
        left <= p < end
        or p in lit
        or p in target.places
        or page.form(p) in word_set("grounds.said_around")
        or page.form(p) in word_set("grounds.somewhere")
        or goes_elsewhere(page, p)
        or page.tokens[p].text.isdecimal()
        for p in range(clause.start, clause.end)
    )


_PLAINLY = ("number", "ordinal", "description", "before", "all")
