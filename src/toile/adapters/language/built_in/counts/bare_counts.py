"""Counts without a noun for files: "6 in 4:5", "5 portraits square", "1 front" behind a "per"."""

from toile.adapters.language.built_in.counts.asks import Ask, each_before
from toile.adapters.language.built_in.counts.of_which import shares_out
from toile.adapters.language.built_in.text.lexicon import word_set
from toile.adapters.language.built_in.text.page import Page, Segment
from toile.adapters.language.built_in.text.phrases import function_words
from toile.adapters.language.built_in.text.ratios import Ratio, count_at


def bare(page: Page, place: int, after: int, count: int, ratios: list[Ratio]) -> Ask | None:
    """Read a count right before a ratio: "6 in 4:5", "3 of them square"."""
    starts = {ratio.start: ratio for ratio in ratios}
    step = after
    while step - after < _FILLERS and step not in starts and _fills(page, step, step - after):
        step += 1
    found = starts.get(step)
    return Ask(place, found.end, count, said=False) if found and count <= 400 else None


_FILLERS = 6


def _fills(page: Page, place: int, passed: int) -> bool:
    """Whether a word may stand between a count and its ratio: "9 ambientate 3:4"."""
    if page.form(place) in word_set("asks.fillers") or (passed and page.form(place) == "("):
        return True
    token = page.tokens[place] if place < len(page.tokens) else None
    plain = token is not None and token.is_word and not token.is_name and not page.at[place]
    return plain and passed == 0 and page.form(place) not in function_words()


def of_a_role(
    page: Page, place: int, after: int, count: int, segment: Segment, ratios: list[Ratio]
) -> Ask | None:
    """Read "5 portraits square" and, behind a "per", "1 front"."""
    role = page.span_at(after + (page.form(after) in word_set("people.of")), "role")
    if role is None:
        return None
    beside = any(role.end <= r.start <= role.end + 2 for r in ratios) and count <= 60
    added = page.form(place - 1) in word_set("asks.besides") | {"+", "plus"}
    beside |= added and any(role.end <= r.start <= role.end + _ADDED for r in ratios)
    each = page.has(role.end, role.end + 2, "each") and count <= 60
    whole = shares_out(page, place, count, segment, ratios)
    said = beside or each or whole is not None or each_before(page, segment, place)
    said = said or _goes_on(page, place, segment)
    ask = Ask(place, role.end, count, roles=[role.name], said=False, part_of=whole)
    return ask if said else None


_ADDED = 5


def _goes_on(page: Page, place: int, segment: Segment) -> bool:
    """Whether a counted view stands right before: "three wides, five portraits"."""
    if page.form(place - 1) not in word_set("asks.joins") | {","}:
        return False
    before = page.spans(max(segment.start, place - _LISTED), place, "role")
    last = next((span for span in before if span.end == place - 1), None)
    return last is not None and any(
        (counted := count_at(page, p)) and counted[1] == last.start
        for p in range(last.start - 2, last.start)
    )


_LISTED = 5
