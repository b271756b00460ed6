"""A thing taken out of a shot that is only called "it": "keep the cup in 2, lose it in 6"."""

from toile.adapters.language.built_in.edits.message.board_words import words_of
from toile.adapters.language.built_in.edits.message.clause import Clause
from toile.adapters.language.built_in.edits.message.outcome import Outcome
from toile.adapters.language.built_in.edits.message.pronouns import object_pronoun
from toile.adapters.language.built_in.edits.shots.target_kinds import Target
from toile.adapters.language.built_in.text.lexicon import word_set
from toile.adapters.language.built_in.text.page import Page
from toile.domain.commands import RemoveItems

_FIELDS = ("garments", "props")


def is_called_it(page: Page, clause: Clause, target: Target) -> bool:
    """Whether "lose it in 6", "enlève-la dans la 6" means a thing in a shot and not the shot."""
    first = min(target.places, default=clause.start)
    led = any(
        page.form(place) in word_set("naming.in")
        for place in range(max(clause.start, first - 2), first)
    )
    verbs = [s for s in page.spans(clause.start, first, "act") if s.name == "delete"]
    if not (led and verbs) or target.how != "number":
        return False
    leads = word_set("naming.in") | word_set("taking_it_from.away")
    return object_pronoun(page, clause) is not None or any(
        page.form(place) in word_set("taking_it_from.it") and page.form(place + 1) in leads
        for place in range(verbs[0].start, first)
    )


def take_from(page: Page, clause: Clause, out: Outcome, target: Target) -> bool:
    """Take out of the shots what the message has spoken of last; ask where it has of nothing."""
    item = _spoken_of(page, clause, out, target) or out.last_item
    if item is None:
        out.asks.append("What should be taken out?")
        return True
    return out.do(RemoveItems(shots=target.shots, field=item[0], items=(item[1],))) or True


def _spoken_of(page: Page, clause: Clause, out: Outcome, target: Target) -> tuple[str, str] | None:
    ahead = words_of(out.shots).mentions(page, 0, clause.start)
    things = [m for m in ahead if m.fields & {*_FIELDS}]
    entries = [e for e in things[-1].entries if e.field in _FIELDS] if things else []
    there = [e for e in entries if e.shot in target.shots]
    return next(((e.field, e.value) for e in there or entries), None)
