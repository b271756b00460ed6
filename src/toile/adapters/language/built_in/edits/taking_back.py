"""Clauses that take something back: undo, redo, an earlier version, a deleted shot."""

from toile.adapters.language.built_in.edits import history_words
from toile.adapters.language.built_in.edits.message.clause import Clause
from toile.adapters.language.built_in.edits.message.outcome import Outcome
from toile.adapters.language.built_in.edits.message.ways_of_wearing import tells_way
from toile.adapters.language.built_in.edits.restoring import keeps_of_restored, read_restore
from toile.adapters.language.built_in.edits.shots.targets import resolve
from toile.adapters.language.built_in.text.lexicon import word_set
from toile.adapters.language.built_in.text.page import Page
from toile.domain.commands import AddShot

_DELETED = word_set("reader.deleted")


def taken_back(page: Page, clause: Clause, out: Outcome, acts: list[str]) -> bool:
    """Read a step back, a step again, or an earlier version; return whether it was one."""
    if keeps_of_restored(page, clause, out, acts):
        return True
    number = None if _wants_another(page, clause, acts) else _version(page, clause)
    target = resolve(page, clause, out.context.shots, out.context)
    shot = target.shots[0] if target.shots else None
    # "Undo the last two" counts steps, and names no shot.
    told = "restore" in acts or ("undo" in acts and target.how != "ordinal")
    if shot and number is None and told:
        number = history_words.previous_version(page, clause, shot, out.context)
    if number is not None and (shot or out.context.versions):
        shot = shot or next(iter(out.context.versions))
        out.do(read_restore(page, clause, out.context, shot, number))
        if out.cannot and not out.commands:
            out.asks.append(out.cannot.pop())
        return True
    if _deleted_back(page, clause, out, acts):
        return True
    acts = _told(page, clause, out, acts)
    if "undo" in acts and tells_way(page, clause):
        return False
    if {"redo", "undo"} & set(acts) and not any(
        step.undone == ("redo" in acts) for step in out.context.log
    ):
        out.cannot.append(
            "There is nothing to redo." if "redo" in acts else "There is nothing to undo."
        )
        return True
    return _taken(page, clause, out, acts)


def _taken(page: Page, clause: Clause, out: Outcome, acts: list[str]) -> bool:
    """Take steps back or do them again; something that was lost comes back by its name."""
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
    if _of_what_was_undone(page, clause):
        return ["redo"]
    if _gives_step_back(page, clause):
        again = page.form(clause.end - 1) in word_set("board_talk.again")
        return ["redo"] if again and any(step.undone for step in out.context.log) else ["undo"]
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


def _of_what_was_undone(page: Page, clause: Clause) -> bool:
    """Whether "bring back what I just undid", "undo the undo" wants again what was undone."""
    places = range(clause.start, clause.end)
    undone = [p for p in places if page.form(p) in word_set("taking_back.undone")]
    begin = clause.start
    for span in page.spans(clause.start, clause.end, "act"):
        if span.name in ("undo", "redo", "restore"):
            begin = span.end
            break
    given = (p for p in places if page.form(p) in word_set("taking_back.gives"))
    begin = min(begin, next(given, begin) + 1) if begin > clause.start else next(given, clause.end)
    return any(p > begin for p in undone) or begin in undone[-1:]


def _gives_step_back(page: Page, clause: Clause) -> bool:
    """Whether "nimm die letzten zwei Änderungen zurück" takes steps back, and no shot or thing."""
    places = range(clause.start, clause.end)
    back = any(page.form(p) in word_set("taking_back.back") for p in places)
    last = {s.start for s in page.spans(clause.start, clause.end, "ref") if s.name == "last"}
    step = word_set("history_words.steps") | word_set("history_words.steps.2")
    told = bool(last) or any(page.form(p) in step for p in places)
    numbered = any(page.tokens[p].text.isdecimal() for p in places)
    ones = word_set("taking_back.one")
    others = page.spans(clause.start, clause.end, *_CONCRETE)
    other = any(s.start not in last and page.form(s.end - 1) not in ones for s in others)
    return back and told and not (numbered or other or clause.mentions or clause.ratios)


_CONCRETE = ("noun", "pos", "f", "g", "h", "b", "j", "p", "light")
