"""The shots that a question is about: by ratio, value, lens, thing, or what they are without."""

from collections.abc import Iterator

from toile.adapters.language.built_in.edits.message.clause import Clause
from toile.adapters.language.built_in.edits.message.numbers import lens, shot_numbers
from toile.adapters.language.built_in.edits.shots.atoms import has_shape
from toile.adapters.language.built_in.text.lexicon import Span, word_set
from toile.adapters.language.built_in.text.page import Page
from toile.domain.shots import ShotList


def matching(page: Page, clause: Clause, shots: ShotList) -> tuple[str, ...] | None:
    """Return the shots of which all that is said is true; ``None`` where nothing is said.

    "Is 4 on a 24?" asks of one shot, and looks for none.
    """
    focal = lens(page, clause, len(shots))
    if focal and shot_numbers(page, clause, len(shots), set(range(focal[1], focal[2])))[0]:
        return None
    told = [*_values(page, clause, shots), *_things(page, clause, shots)]
    if not told:
        return None
    return tuple(s.id for s in shots.shots if all(s.id in own for own in told))


def _values(page: Page, clause: Clause, shots: ShotList) -> Iterator[set[str]]:
    for ratio in clause.ratios:
        yield {s.id for s in shots.shots if has_shape(s, ratio.value)}
    for kind in ("framing", "angle", "lens", "priority", "kind"):
        for span in page.spans(0, len(page.tokens), kind):
            small = page.languages[0] == "en" and _is_small_english(page, span)
            if not small and not (page.first(span.start, "f") and span.end - span.start == 1):
                yield {s.id for s in shots.shots if getattr(s, kind) == span.name}
    if (length := lens(page, clause, len(shots))) is not None:
        yield {s.id for s in shots.shots if (s.lens or "").split(" ")[0] == length[0]}


def _things(page: Page, clause: Clause, shots: ShotList) -> Iterator[set[str]]:
    everything: set[str] = {s.id for s in shots.shots}
    for mention in clause.mentions:
        if not mention.fields <= {"framing", "angle"}:
            there: set[str] = set(mention.shots)
            yield everything - there if _is_without(page, mention.start) else there
    known = {place for mention in clause.mentions for place in range(mention.start, mention.end)}
    for span in page.spans(clause.start, clause.end, "g", "h", "b", "j"):
        if span.start not in known and _is_without(page, span.start):
            yield everything  # No shot has a hat: all are without.
    for span in page.spans(clause.start, clause.end, "f"):
        if span.name in ("props", "garments", "talent") and _is_without(page, span.start):
            yield {s.id for s in shots.shots if not getattr(s, span.name)}


def _is_small_english(page: Page, span: Span) -> bool:
    """Whether a word is no value but a small word: "should we", "anything still on an 85"."""
    form = page.form(span.start)
    adverb = form == "still" and page.first(span.end, "noun") is None
    return form in ("should", "could") or adverb


def _is_without(page: Page, place: int) -> bool:
    """Whether "without a", "no" stands before a thing that is looked for."""
    before = place - 1 - (page.form(place - 1) in word_set("asked.small"))
    span = page.span_at(before, "ref") if before >= 0 else None
    return span is not None and span.name == "without"
