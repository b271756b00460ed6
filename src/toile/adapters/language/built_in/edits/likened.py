"""What was just changed shall be as in another shot: "6 closer, same as 2"."""

from toile.adapters.language.built_in.edits.message.clause import Clause
from toile.adapters.language.built_in.edits.message.outcome import Outcome, touched
from toile.adapters.language.built_in.text.lexicon import word_set
from toile.adapters.language.built_in.text.page import Page
from toile.domain.commands import CopyFields, SetField, StepField


def read_likened(page: Page, clause: Clause, out: Outcome) -> bool:
    """Give what the clause before has changed the value of another shot, and leave that alone."""
    place = clause.start
    same, alike = word_set("as_in.same"), word_set("acts.copied")
    if page.form(place) not in same or page.form(place + 1) not in alike:
        return False
    place += 2
    while page.form(place) in word_set("naming.articles") or page.span_at(place, "noun"):
        place += 1
    numbered = place < clause.end and page.tokens[place].text.isdecimal()
    known = {str(shot.no): shot.id for shot in out.shots.shots}
    source = known.get(page.tokens[place].text) if numbered else None
    last = out.commands[-1] if out.commands else None
    small = word_set("contents.polite") | word_set("likened.small")
    more = any(page.form(p) not in small for p in range(place + 1, clause.end))
    if source is None or more or not isinstance(last, SetField | StepField):
        return False
    shots = tuple(touched(last))
    if source in shots:
        return False
    out.commands.pop()
    out.shots = out.rebuilt()
    return out.do(CopyFields(source=source, shots=shots, fields=(last.field,)))
