"""Undo, redo, restore: how people take things back."""

from toile.adapters.language.built_in.edits.message.clause import Clause
from toile.adapters.language.built_in.edits.message.senses import stem, stems
from toile.adapters.language.built_in.edits.shots.targets import resolve
from toile.adapters.language.built_in.text.lexicon import word_set
from toile.adapters.language.built_in.text.page import Page
from toile.adapters.language.built_in.text.ratios import count_at
from toile.domain.commands import Command, EditContext, FieldValue, Redo, Undo
from toile.domain.shots import ShotList

_VERSION = word_set("history_words.version")


def read_undo(page: Page, clause: Clause, shots: ShotList, context: EditContext) -> Command:
    """Return the undo meant: the last step, several, or a part of one."""
    fields = tuple(s.name for s in page.spans(clause.start, clause.end, "f"))
    kept = _kept_fields(page, clause)
    fields = tuple(f for f in fields if f not in kept)
    # "The scarf thing, take that back" names before the comma what goes back.
    item_fields = _logged_fields(page, page.segment_of(clause.start).start, clause.end, context)
    named = resolve(page, clause, shots, context)
    told = named.how in ("number", "description") or (
        # "Undo the last" takes back the last step, and not what the last shot got.
        named.how == "ordinal" and page.has(clause.start, clause.end, "noun")
    )
    told = told and not _counts_steps(page, clause, named.how)
    shot = named.shots[0] if told and len(named.shots) == 1 else None
    steps = _steps(page, clause)
    if steps > 1 and kept:
        done = [step for step in context.log if not step.undone][-steps:]
        rest = [c.field for step in done for c in step.changes if c.field not in kept]
        return Undo(steps=steps, fields=tuple(dict.fromkeys(rest)))
    if item_fields and not fields:
        return Undo(shot=shot, fields=item_fields)
    if steps > 1:
        return Undo(steps=steps)
    return Undo(shot=shot, fields=fields)


def _counts_steps(page: Page, clause: Clause, how: str) -> bool:
    """Whether "the last" is said of a change, and not of a shot: "forget that last one"."""
    steps = word_set("history_words.steps")
    verbs = [s for s in page.spans(clause.start, clause.end, "act") if s.name == "undo"]
    inside = any(page.has(s.start + 1, s.end, "ord", "ref") for s in verbs)
    told = inside or any(page.form(p) in steps for p in range(clause.start, clause.end))
    return how == "ordinal" and told


def _kept_fields(page: Page, clause: Clause) -> set[str]:
    keep = [s for s in page.spans(clause.start, clause.end, "act") if s.name == "keep"]
    return {s.name for s in page.spans(keep[0].end, clause.end, "f")} if keep else set()


def _logged_fields(page: Page, start: int, end: int, context: EditContext) -> tuple[str, ...]:
    """Return the field of a logged change whose words the message names ("the trousers")."""
    words = {stem(page.form(p)) for p in range(start, end)}
    for step in reversed(context.log):
        for change in step.changes:
            values = [change.before, change.after]
            texts = [t for v in values for t in (v if isinstance(v, tuple) else (str(v),))]
            if any(set(stems(text)[-1:]) & words for text in texts if text):
                return (change.field,)
    return ()


def read_lost(page: Page, clause: Clause, context: EditContext) -> Command | None:
    """Return the undo of the last change that took away what is named: "bring back the hat"."""
    words = {stem(page.form(p)) for p in range(clause.start, clause.end)} - _SMALL
    for step in reversed([step for step in context.log if not step.undone]):
        for change in step.changes:
            gone = set(_stems_of(change.before)) - set(_stems_of(change.after))
            if gone & words:
                return Undo(shot=change.shot, fields=(change.field,))
    return None


_SMALL = frozenset(stem(word) for word in word_set("history_words.small"))


def _stems_of(value: FieldValue) -> list[str]:
    texts = value if isinstance(value, tuple) else (str(value or ""),)
    return [one for text in texts for one in stems(text)]


def _steps(page: Page, clause: Clause) -> int:
    for place in range(clause.start, clause.end):
        counted = count_at(page, place)
        span = page.span_at(place, "n")
        value = counted[0] if counted else int(span.name) if span else 0
        end = counted[1] if counted else span.end if span else place
        noun = page.form(end) in word_set("history_words.steps")
        last = {page.form(place - 1), page.form(end)} & word_set("history_words.steps.2")
        if value >= 1 and (noun or last):
            return value
    if any(s.name == "both" for s in page.spans(clause.start, clause.end, "ref")):
        return 2
    return 2 if page.form(clause.start) == "twice" or page.form(clause.end - 1) == "twice" else 1


def read_redo(page: Page, clause: Clause) -> Command:
    """Return the redo meant."""
    return Redo(steps=_steps(page, clause))


def version_number(page: Page, clause: Clause) -> int | None:
    """Return the version named: "v2", "version 2", "the second version", "the first version"."""
    for place in range(clause.start, clause.end):
        form = page.form(place)
        if form in _VERSION or form == "v":
            number = page.tokens[place + 1].text if place + 1 < len(page.tokens) else ""
            if number.isdecimal():
                return int(number)
            order = page.span_at(place - 1, "ord")
            if order:
                return int(order.name)
    return None


def previous_version(page: Page, clause: Clause, shot: str, context: EditContext) -> int | None:
    """Return the version before the current one."""
    words = {page.form(p) for p in range(clause.start, clause.end)}
    if not words & word_set("history_words.earlier"):
        return None
    known = [v.v for v in context.versions.get(shot, ()) if not v.current]
    if not known:
        return None
    return known[0] if words & word_set("history_words.original") else known[-1]
