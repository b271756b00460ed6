"""Somebody who is to leave a shot and is not named: "6: lose one of the girls"."""

from toile.adapters.language.built_in.edits.message.clause import Clause
from toile.adapters.language.built_in.edits.message.outcome import Outcome
from toile.adapters.language.built_in.edits.shots.target_kinds import Target
from toile.adapters.language.built_in.text.lexicon import Span, word_set
from toile.adapters.language.built_in.text.page import Page
from toile.domain.commands import RemoveItems
from toile.domain.shots import ShotList


def loses_somebody(page: Page, clause: Clause, target: Target) -> bool:
    """Whether a verb of taking out has a person as its object, and no shot."""
    if target.how == "description":
        return False
    verbs = [s for s in page.spans(clause.start, clause.end, "act") if s.name == "delete"]
    return any(_has_object(page, clause, verb) for verb in verbs)


def _has_object(page: Page, clause: Clause, verb: Span) -> bool:
    """Whether a person stands on either side of a verb with only small words between."""
    behind, ahead = verb.end, verb.start - 1
    while behind < clause.end and page.form(behind) in word_set("deleting.some"):
        behind += 1
    people = word_set("deleting.somebody")
    led = page.form(ahead - 1) in word_set("deleting.some")
    return (behind < clause.end and page.form(behind) in people) or (
        ahead > clause.start and led and page.form(ahead) in people
    )


def take_somebody_from(out: Outcome, base: ShotList, target: Target) -> bool:
    """Take the only person out of a shot; of two or none, ask who."""
    for shot in (base.shot(i) for i in target.shots):
        if len(shot.talent) == 1:
            out.do(RemoveItems(shots=(shot.id,), field="talent", items=shot.talent))
        elif shot.talent:
            out.asks.append(f"Who should go from shot {shot.no}: {' or '.join(shot.talent)}?")
        else:
            out.cannot.append(f"Nobody is in shot {shot.no}.")
    if not target.shots:
        out.asks.append("Who should go, and from which shot?")
    return True
