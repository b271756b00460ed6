"""Shots that a message leaves out of what it asks for all: "all in fog, only 3 stays as it is"."""

import itertools
from collections.abc import Iterator
from dataclasses import replace

from toile.adapters.language.built_in.edits.message.clause import Clause
from toile.adapters.language.built_in.edits.message.going_on import is_spared
from toile.adapters.language.built_in.edits.message.outcome import Outcome, touched
from toile.adapters.language.built_in.edits.shots.places import resolve_loose
from toile.adapters.language.built_in.text.lexicon import word_set
from toile.adapters.language.built_in.text.page import Page
from toile.domain.commands import Command

_NAMED = ("number", "description", "ordinal")
_VALUES = ("light", "framing", "angle", "lens", "pose", "priority", "kind", "set")
_TOLD = ("act", "rel", "pos", "light", "framing", "angle", "lens", "pose", "priority", "col")


def spare(page: Page, clause: Clause, out: Outcome) -> bool:
    """Note the shots that a clause of keeping names, and of which fields; return whether any."""
    if any(m.fields & {"garments", "props"} for m in clause.mentions):
        return False
    target = resolve_loose(page, clause, out.context.shots, out)
    if target.how not in _NAMED or not target.shots:
        return False
    out.spared.append((frozenset(target.shots), _fields(page, clause)))
    return True


def _fields(page: Page, clause: Clause) -> frozenset[str]:
    """Return the fields that alone are kept: "4 stays square", "keep the light in 2"."""
    named = {s.name for s in page.spans(clause.start, clause.end, "f")}
    valued = {s.kind for s in page.spans(clause.start, clause.end, *_VALUES)}
    return frozenset(named | valued | ({"aspect"} if clause.ratios else set()))


def leaves_out(page: Page, clause: Clause, out: Outcome) -> bool:
    """Read "not the close-up though" behind a wish for many shots, "and 5 not" behind any."""
    if not is_spared(page, clause) and not (
        page.form(clause.start) in word_set("sparing.not") and _covers_many(out)
    ):
        return False
    if clause.ratios or page.has(clause.start + 1, clause.end, *_TOLD):
        return False
    return spare(page, clause, out)


def keeps_field(page: Page, start: int, end: int) -> frozenset[str]:
    """Return the fields of "leave the format": words of keeping beside fields, and no value."""
    acts = {s.name for s in page.spans(start, end, "act")}
    if "keep" not in acts or acts - {"keep", "set"} or page.has(start, end, *_VALUES, "rel"):
        return frozenset()
    return frozenset(s.name for s in page.spans(start, end, "f"))


def keeps_field_next(page: Page, start: int) -> bool:
    """Whether the next stretch between signs says "leave the format"."""
    end = len(page.tokens)
    while start < end and not page.tokens[start].text[:1].isalnum():
        start += 1
    stop = next((p for p in range(start, end) if page.tokens[p].text in ",.;!?"), end)
    return bool(keeps_field(page, start, stop))


def field_taken_back(page: Page, clause: Clause, out: Outcome) -> bool:
    """Read "4:5 … no, leave the format": what the message gave that field is taken back."""
    fields = keeps_field(page, clause.start, clause.end) if not clause.ratios else frozenset()
    kept = [c for c in out.commands if getattr(c, "field", None) not in fields]
    # "Il formato resta" speaks of no restaurant.
    own = [m for m in clause.mentions if page.span_at(m.start, "act") is None]
    told = resolve_loose(page, replace(clause, mentions=own), out.shots, out).how
    if kept == out.commands or told in _NAMED:
        return False
    out.commands = kept
    out.marks.clear()
    out.shots = out.rebuilt()
    return True


def _covers_many(out: Outcome) -> bool:
    """Whether the clause before changed several shots."""
    done = next(_slices(out, latest=True), [])
    return len({shot for command in done for shot in touched(command)}) > 1


def without_spared(out: Outcome) -> None:
    """Take the spared shots out of each clause that changed others, too."""
    for shots, fields in out.spared:
        kept: list[Command] = []
        for done in [*_slices(out)]:
            all_shots = {shot for command in done for shot in touched(command)}
            broad = bool(all_shots - shots)
            kept += [c for one in done for c in (_less(one, shots, fields) if broad else [one])]
        if kept != out.commands:
            out.commands = kept
            out.marks.clear()
            out.shots = out.rebuilt()


def _slices(out: Outcome, *, latest: bool = False) -> Iterator[list[Command]]:
    """Yield the commands of each clause in order, or of the last that had any alone."""
    bounds = sorted({0, *(count for count, _ in out.marks), len(out.commands)})
    found = [out.commands[a:b] for a, b in itertools.pairwise(bounds) if b > a]
    yield from found[-1:] if latest else found


def _less(command: Command, shots: frozenset[str], fields: frozenset[str]) -> list[Command]:
    """Return a command without some shots; none where nothing is left of it."""
    own = {getattr(command, "field", None), *getattr(command, "fields", ())}
    if not set(touched(command)) & shots or (fields and not own & fields):
        return [command]
    left = tuple(shot for shot in touched(command) if shot not in shots)
    if not left or not hasattr(command, "shots"):
        return []
    return [command.model_copy(update={"shots": left})]
