"""One value for another wherever it stands: "golden hour to dusk", "the bakery becomes a bar"."""

from toile.adapters.language.built_in.edits.board_words import Mention
from toile.adapters.language.built_in.edits.clause import Clause
from toile.adapters.language.built_in.edits.outcome import Outcome
from toile.adapters.language.built_in.edits.target_kinds import Target
from toile.adapters.language.built_in.lexicon import Span, word_set
from toile.adapters.language.built_in.page import Page
from toile.domain.commands import SetField

FIELDS = ("light", "set", "pose")
_EVERY = ("none", "spoken of", "all", "before")


def read_exchanged(page: Page, clause: Clause, out: Outcome, target: Target) -> bool:
    """Put the value behind "to" in the place of the one before it; other shots stay.

    Only values that the board has are exchanged, and only where they stand.
    """
    for old in clause.mentions:
        fields = [f for f in FIELDS if f in old.fields]
        if not fields or old in target.used or not _leads(page, clause, old):
            continue
        new = _new(page, clause, old, fields)
        if new is None or (new.start, new.end) == (old.start, old.end):
            continue
        among = None if target.how in _EVERY else set(target.shots)
        shots = tuple(
            e.shot
            for e in old.of(new.kind).entries
            if (among is None or e.shot in among) and e.value != new.name
        )
        if shots and out.do(SetField(shots=shots, field=new.kind, value=new.name)):
            out.last = shots
            return True
    return False


def _leads(page: Page, clause: Clause, old: Mention) -> bool:
    """Whether "to", "for", "→" stands right behind the old value, and a verb or nothing before."""
    connects = page.form(old.end) in word_set("exchanging.to") and old.end < clause.end - 1
    before = {page.form(p) for p in range(clause.start, old.start)}
    return connects and before <= word_set("exchanging.before")


def _new(page: Page, clause: Clause, old: Mention, fields: list[str]) -> Span | None:
    start = old.end + 1
    while start < clause.end and page.form(start) in word_set("naming.articles"):
        start += 1
    for field in fields:
        span = page.span_at(start, field)
        if span is None and field == "set":
            span = page.span_at(start, "s")
        if span and span.end <= clause.end:
            return Span(span.start, span.end, field, span.name)
    return None
