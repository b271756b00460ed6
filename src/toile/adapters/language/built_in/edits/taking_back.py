"""Clauses that take something back: undo, redo, an earlier version, a deleted shot."""

from toile.adapters.language.built_in.edits import history_words
from toile.adapters.language.built_in.edits.message.clause import Clause
from toile.adapters.language.built_in.edits.message.outcome import Outcome
from toile.adapters.language.built_in.edits.shots.targets import resolve
from toile.adapters.language.built_in.text.lexicon import word_set
from toile.adapters.language.built_in.text.page import Page
from toile.domain.commands import AddShot

_DELETED = word_set("reader.deleted")


def taken_back(page: Page, clause: Clause, out: Outcome, acts: list[str]) -> bool:
    number = None if _wants_another(page, clause, acts) else _version(page, clause)
    target = resolve(page, clause, out.context.shots, out.context)
    shot = target.shots[0] if target.shots else None
    # "Undo the last two" counts steps, and names no shot.
    told = "restore" in acts or ("undo" in acts and target.how != "ordinal")
    if shot and number is None and told:
        number = history_words.previous_version(page, clause, shot, out.context)
    if number is not None and (shot or out.context.versions):
        shot = shot or next(iter(out.context.versions))
        out.do(history_words.read_restore(page, clause, shot, number))
        if out.cannot and not out.commands:
            out.asks.append(out.cannot.pop())
        return True
    if _deleted_back(page, clause, out, acts):
        return True
    acts = _told(page, clause, out, acts)
    if {"redo", "undo"} & set(acts) and not any(
        step.undone == ("redo" in acts) for step in out.context.log
    ):
        out.cannot.append(
            "There is nothing to redo." if "redo" in acts else "There is nothing to undo."
        )
        return True
    if "redo" in acts:
        return out.do(history_words.read_redo(page, clause)) or True
    if acts == ["restore"] and _names_more(page, clause):
        found = history_words.read_lost(page, clause, out.context)
        if found is None:
            out.asks.append("What shall come back, and in which shot?")
            return True
        return out.do(found) or True
    if "undo" in acts or (acts == ["restore"] and out.context.log):
        out.do(history_words.read_undo(page, clause, out.shots, out.context))
        return True
    return False


_version = history_words.version_number


def _wants_another(page: Page, clause: Clause, acts: list[str]) -> bool:
    """Whether "a second version of the stairs" asks for a copy, and for nothing that was."""
    led = page.form(clause.start) in word_set("giving.indefinite")
    return "duplicate" in acts and led


def _to_value(page: Page, clause: Clause) -> bool:
    """Whether "back to eye level on 4" names what the shot becomes."""
    spans = page.spans(clause.start, clause.end, "act")
    ends = [s.end for s in spans if s.name == "restore"]
    return any(
        page.first(end + (page.form(end) in word_set("taking_back.to")), "framing", "angle")
        for end in ends
    )


def _names_more(page: Page, clause: Clause) -> bool:
    """Whether "bring back the neon" names something; "bring it back" does not."""
    said = page.has(clause.start, clause.end, "g", "h", "b", "j", "p", "s", "light", "col", "pose")
    field = page.has(clause.start, clause.end, "f", "noun")
    return (said or bool(clause.mentions)) and not field and not clause.ratios


def _told(page: Page, clause: Clause, out: Outcome, acts: list[str]) -> list[str]:
    """Return the actions; "nah, back" is an undo, and an undo of an undo is a redo."""
    if "restore" in acts and _to_value(page, clause):
        return [name for name in acts if name != "restore"]
    done = any(not step.undone for step in out.context.log)
    short = clause.end - clause.start < 5 and not clause.mentions
    if not acts and short and done and page.form(clause.end - 1) in word_set("taking_back.back"):
        return ["undo"]
    if "undo" in acts and "redo" not in acts and out.context.log and not done:
        return ["redo"]
    return acts


def _deleted_back(page: Page, clause: Clause, out: Outcome, acts: list[str]) -> bool:
    """Bring back the shot that was deleted last."""
    words = {page.form(p) for p in range(clause.start, clause.end)}
    if not ({"restore", "undo", "add"} & set(acts) or "back" in words) or not words & _DELETED:
        return False
    for step in reversed(out.context.log):
        if step.deleted and not step.undone:
            return all(out.do(AddShot(shot=shot, at=shot.no)) for shot in step.deleted)
    return False
