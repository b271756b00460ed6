"""Giving a shot what another has: one field is copied, an unnamed one is asked."""

from toile.adapters.language.built_in.edits.clause import Clause
from toile.adapters.language.built_in.edits.outcome import Outcome
from toile.adapters.language.built_in.edits.talk import Named, named_in
from toile.adapters.language.built_in.edits.target_kinds import Target
from toile.adapters.language.built_in.lexicon import word_set
from toile.adapters.language.built_in.page import Page
from toile.domain.commands import (
    CopyFields,
)
from toile.domain.shots import ShotList


def read_copied(
    page: Page, clause: Clause, out: Outcome, base: ShotList, target: Target
) -> bool | None:
    """Read "same light as 3", "make 2 match 6": one field is copied, an unnamed one is asked."""
    similar = page.spans(clause.start, clause.end, "sim")
    named = named_in(page, clause.start, clause.end)
    if similar and len(named) > 1 and len(target.shots) > 1:
        return _named_source(page, clause, out, named, similar[0].start)
    if not similar or target.how != "number" or len(target.shots) < 2:
        return None
    fields = tuple(dict.fromkeys(s.name for s in page.spans(clause.start, clause.end, "f")))
    marks = [
        p for p in range(similar[0].start, clause.end) if page.form(p) in word_set("acts.copied")
    ]
    after = marks[-1] if marks else similar[0].end
    behind = [p for p in sorted(target.places) if p >= after]
    numbers = {shot.no: shot.id for shot in base.shots}
    first = next((p for p in behind if page.tokens[p].text.isdecimal()), None)
    source = numbers.get(int(page.tokens[first].text)) if first is not None else target.shots[-1]
    if source is None:
        return None
    rest = tuple(i for i in target.shots if i != source)
    if not fields:
        out.asks.append(
            f"In which respect should it be like shot {base.shot(source).no}: light, framing, pose?"
        )
        return True
    return out.do(CopyFields(source=source, shots=rest, fields=fields))


def _named_source(
    page: Page, clause: Clause, out: Outcome, named: list[Named], mark: int
) -> bool | None:
    """Read "the yellow one with the same lens as the macro"."""
    behind = [n for n in named if n.start >= mark and len(n.shots) == 1]
    ahead = [n for n in named if n.end <= mark]
    fields = tuple(dict.fromkeys(s.name for s in page.spans(clause.start, clause.end, "f")))
    if not behind or not ahead or not fields:
        return None
    shots = tuple(i for n in ahead for i in n.shots if i != behind[-1].shots[0])
    return out.do(CopyFields(source=behind[-1].shots[0], shots=shots, fields=fields))
