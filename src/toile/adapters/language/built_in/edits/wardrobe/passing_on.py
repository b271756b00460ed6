"""Who or what was just taken out and goes to another shot: "put it on Ines in 6"."""

from toile.adapters.language.built_in.edits.message.clause import Clause
from toile.adapters.language.built_in.edits.message.outcome import Outcome
from toile.adapters.language.built_in.edits.message.pronouns import object_pronoun
from toile.adapters.language.built_in.edits.message.taking_it_off import off_whom
from toile.adapters.language.built_in.edits.shots.target_kinds import Target
from toile.adapters.language.built_in.text.lexicon import word_set
from toile.adapters.language.built_in.text.page import Page
from toile.domain.commands import AddItems, RemoveItems

_GIVES = frozenset(("move", "set", "add"))


def read_passed_on(
    page: Page, clause: Clause, out: Outcome, acts: list[str], target: Target
) -> bool:
    """Put on what the clause before took off; return whether the clause asks for that."""
    taken = out.commands[-1] if out.commands else None
    who = any("talent" in m.fields for m in clause.mentions)
    told = ("number", "ordinal", "description", *(("before",) if who else ()))
    named = target.how in told and bool(target.shots)
    if not isinstance(taken, RemoveItems) or not named:
        return False
    if taken.field == "talent" and who:
        return False
    verb = page.span_at(clause.start, "act")
    behind = verb.end if verb is not None else clause.start  # "Ställ" puts, and is no stable.
    if not _gives_it(page, clause, acts) or page.has(behind, clause.end, *_OTHER):
        return False
    there = tuple(i for i in target.shots if i not in taken.shots)
    out.last = target.shots
    if not there and _are_both_there(clause, out, taken):
        # Who of two in a picture wears a thing is no part of the board.
        out.commands.pop()
        out.shots = out.rebuilt()
        out.kept.append(f"Who of them wears the {taken.items[0]} is no part of the board.")
        return True
    return bool(there) and out.do(AddItems(shots=there, field=taken.field, items=taken.items))


def read_given_up(page: Page, clause: Clause, out: Outcome) -> bool:
    """Take off somebody what the clause before gave another: "and take it off Nora"."""
    given = out.commands[-1] if out.commands else None
    whom = off_whom(page, clause)
    if whom is None or not isinstance(given, AddItems) or given.field == "talent":
        return False
    there = tuple(
        shot.id
        for shot in out.context.shots.shots
        if shot.id not in given.shots
        and set(whom.values) & set(shot.talent)
        and set(given.items) <= set(getattr(shot, given.field))
    )
    return bool(there) and out.do(RemoveItems(shots=there, field=given.field, items=given.items))


def _are_both_there(clause: Clause, out: Outcome, taken: RemoveItems) -> bool:
    """Whether "take it off Malik and put it on Sofie" is said of a shot with both."""
    who = {name for m in clause.mentions if m.fields == {"talent"} for name in m.values}
    talent = [out.context.shots.shot(shot).talent for shot in taken.shots]
    return bool(who) and all(who <= set(names) and len(names) > 1 for names in talent)


_OTHER = ("g", "h", "b", "j", "p", "pos", "rel", "light", "framing", "angle", "aspect", "s")


def _gives_it(page: Page, clause: Clause, acts: list[str]) -> bool:
    """Whether a clause opens with a verb of giving and the word for the thing."""
    first = page.form(clause.start)
    if first in word_set("passing_on.gives_it"):
        return True
    they = word_set("saying.it") | word_set("passing_on.who")
    it = any(page.form(p) in they for p in range(clause.start + 1, clause.start + 4))
    joined = object_pronoun(page, clause) is not None
    opens = page.span_at(clause.start, "act") is not None and bool(acts)
    gives = (opens or first in word_set("taken_over.put")) and set(acts) <= _GIVES
    return gives and (it or joined)
