"""Clauses that lean on what was said before: "same for 5", "2 too", "and vice versa"."""

from toile.adapters.language.built_in.edits.cast.people_in import exchange
from toile.adapters.language.built_in.edits.likened import read_likened
from toile.adapters.language.built_in.edits.message import apertures
from toile.adapters.language.built_in.edits.message.board_words import BoardWords
from toile.adapters.language.built_in.edits.message.clause import Clause
from toile.adapters.language.built_in.edits.message.going_on import is_rest_alike
from toile.adapters.language.built_in.edits.message.numbers import lens
from toile.adapters.language.built_in.edits.message.outcome import Outcome, touched
from toile.adapters.language.built_in.edits.message.talk import is_named
from toile.adapters.language.built_in.edits.picture.ranking import priority_step
from toile.adapters.language.built_in.edits.picture.steps import step_along
from toile.adapters.language.built_in.edits.shots.places import resolve_loose
from toile.adapters.language.built_in.edits.shots.targets import resolve
from toile.adapters.language.built_in.text.lexicon import Span, word_set
from toile.adapters.language.built_in.text.page import Page
from toile.domain.commands import (
    AddItems,
    Command,
    CopyFields,
    DeleteShots,
    EditContext,
    Lock,
    LogStep,
    RemoveItems,
    ReplaceItem,
    SetField,
    StepField,
    SwapFields,
    SwapShots,
)
from toile.domain.editing import LISTS
from toile.domain.shots import ShotList

_MANY = SetField | AddItems | RemoveItems | ReplaceItem | CopyFields | DeleteShots | Lock
NAMED = ("number", "description", "ordinal", "all", "rest")


def read_echo(page: Page, clause: Clause, out: Outcome) -> bool:
    """Do for the shots of a clause what was done just before; return whether it was an echo."""
    if read_likened(page, clause, out):
        return True
    if _says_less(page, clause):
        return _turn_back(page, clause, out)
    if not is_echo(page, clause) or priority_step(page, clause, out):
        return False
    twins = {name.casefold() for name in out.context.twins or ()}
    if any(page.form(p) in twins for p in range(clause.start, clause.end)):
        return False
    target = resolve_loose(page, clause, out.context.shots, out)
    if target.how not in NAMED or not target.shots or (out.asks and not out.commands):
        return False
    done = _of_the_look(page, clause, _last_commands(out) or _logged(out.context))
    found = [c for command in done for c in _on(command, target.shots, out.shots)]
    for command in found:
        out.do(command)
    out.last = target.shots
    if not found:
        out.asks.append("The same as what? Say what should change.")
    return True


def _of_the_look(page: Page, clause: Clause, done: list[Command]) -> list[Command]:
    """Return only what was done to the hair for "same hair", and all for a bare "same"."""
    words = {page.form(p) for p in range(clause.start, clause.end)}
    fields = [f for f in ("hair", "make_up") if words & word_set(f"grooming.{f}")]
    return [c for c in done if getattr(c, "field", None) in fields] if fields else done


def _says_less(page: Page, clause: Clause) -> bool:
    """Whether a clause names shots and says only "less" of them."""
    last = clause.end - 1
    return (
        clause.end - clause.start > 1
        and page.form(last) in word_set("echoes.less")
        and not page.has(clause.start, last, "act", "rel", "light", "framing", "angle", "f")
    )


def _turn_back(page: Page, clause: Clause, out: Outcome) -> bool:
    """Do the contrary of the step before for other shots: "2 warmer, 3 less"."""
    target = resolve(page, clause, out.context.shots, out.context)
    done = [c for c in _last_commands(out) if isinstance(c, StepField)]
    if not done or target.how not in NAMED or not target.shots:
        return False
    steps = [step_along(out.shots.shot(i), done[-1].axis, -done[-1].by) for i in target.shots]
    done_now = [out.do(step) for step in steps if step is not None]
    return any(done_now)


def is_echo(page: Page, clause: Clause) -> bool:
    """Whether a clause names shots and says only "same", "too" or "also" of them."""
    words = {
        page.form(p)
        for p in range(clause.start, clause.end)
        if page.form(p) != "too" or p + 1 == clause.end or not page.tokens[p + 1].is_word
    }  # "6 feels too stiff" repeats nothing.
    lead = page.form(clause.start - 1) in word_set("echoes.and") or (
        page.form(clause.start) in word_set("echoes.for")
    )
    numbered = any(page.tokens[p].text.isdecimal() for p in range(clause.start, clause.end))
    if numbered and any("set" in m.fields for m in clause.mentions):
        return False  # "Can 2 be on the beach as well?"
    bare = lead and _is_bare(page, clause) and not _goes_to_place(page, clause)
    goes_on = page.form(clause.start) == "on" and page.form(clause.start + 1) in word_set(
        "naming.in"
    )
    bare = bare and not goes_on  # "Hat off in 1 and on in 3" puts it on there.
    same = words & word_set("echoes.same") or bare
    if not same or is_rest_alike(page, clause):
        return False
    told = [
        s for s in page.spans(clause.start, clause.end, "act", "rel", "framing", "angle", "light",
                              "pose", "priority", "kind", "f", "pos", "aperture", "whole")
        if not (s.kind == "act" and _leads_echo(page, s))
    ]  # fmt: skip
    held = any(s.name != "like" for s in page.spans(clause.start, clause.end, "sim"))
    if held or any("talent" in m.fields for m in clause.mentions):
        return False
    things = [m for m in clause.mentions if m.fields & {"garments", "props"}]
    seen = {p for m in clause.mentions for p in range(m.start, m.end)}
    kinds = ("g", "h", "b", "j", "p", "s", "col")
    new = any(
        not seen.issuperset(range(s.start, s.end))
        for s in page.spans(clause.start, clause.end, *kinds)
    )
    glass = lens(page, clause, 12) or apertures.places(page, clause)
    return not told and not things and not new and not clause.ratios and not glass


def _goes_to_place(page: Page, clause: Clause) -> bool:
    """Whether "and on the beach" takes the shot just spoken of there: it names no others."""
    named = page.has(clause.start, clause.end, "noun", "ord", "n")
    placed = any(
        m.fields == {"set"}
        and {page.form(m.start - 1), page.form(m.start - 2)} & word_set("naming.in")
        and m.start > clause.start
        for m in clause.mentions
    )
    leads = page.form(clause.start) in word_set("echoes.for") - word_set("naming.in")
    return placed and not named and not leads


def _is_bare(page: Page, clause: Clause) -> bool:
    """Whether "and 3", "for the two beach ones then" says no more than which shots are meant."""
    small = word_set("naming.articles") | word_set("naming.in") | word_set("echoes.for")
    small |= word_set("clauses.then") | word_set("contents.polite") | word_set("echoes.and")
    said = {p for m in clause.mentions for p in range(m.start, m.end)}
    return all(
        page.form(p) in small
        or p in said
        or not page.tokens[p].is_word
        or is_named(page, p)
        or page.form(p) in word_set("asked.fillers")
        or page.first(p, "noun", "ord", "n", "ref", "chat") is not None
        for p in range(clause.start, clause.end)
    )


def _leads_echo(page: Page, act: Span) -> bool:
    """Whether a verb says no more than "same": "same again for 3", but not "copy 3"."""
    again = any(page.form(p) in word_set("echoes.same") for p in range(act.start, act.end))
    return act.name in ("set", "add") or (act.name == "duplicate" and again)


def _last_commands(out: Outcome) -> list[Command]:
    """Return the commands of the clause before, with those ahead of it for the same shots.

    "2 on the beach, no cup, 6 too" is as much as was said of 2.
    """
    end, found = len(out.commands), list[Command]()
    for count, _ in reversed(out.marks):
        told = out.commands[count:end]
        if not told:
            continue
        if found and _shots_of(told) != _shots_of(found):
            break
        found, end = [*told, *found], count
    return found


def _shots_of(commands: list[Command]) -> set[str]:
    return {shot for command in commands for shot in touched(command)}


def _logged(context: EditContext) -> list[Command]:
    """Return what the last step on the board did, where it gave one shot plain values."""
    steps = [step for step in context.log if not step.undone]
    return _as_commands(steps[-1]) if steps else []


def _as_commands(step: LogStep) -> list[Command]:
    one = {change.shot for change in step.changes}
    plain = all(change.field not in LISTS for change in step.changes)
    if step.deleted or not one or not plain:
        return []
    wanted = {change.field: change.after for change in step.changes}
    if len(wanted) * len(one) != len(step.changes):
        return []
    return [SetField(shots=(), field=field, value=value) for field, value in wanted.items()]


def _on(command: Command, shots: tuple[str, ...], board: ShotList) -> list[Command]:
    """Return a command as it reads for other shots."""
    known = {shot.id for shot in board.shots}
    there = tuple(i for i in shots if i in known)
    if isinstance(command, StepField):
        steps = [step_along(board.shot(i), command.axis, command.by) for i in there]
        return [step for step in steps if step is not None]
    if isinstance(command, ReplaceItem):
        return _replaced(command, there, board)
    if isinstance(command, RemoveItems):
        held = {i: set(getattr(board.shot(i), command.field)) for i in there}
        there = tuple(i for i in there if set(command.items) <= held[i])
    if isinstance(command, _MANY) and there:
        return [command.model_copy(update={"shots": there})]
    return []


def _replaced(command: ReplaceItem, shots: tuple[str, ...], board: ShotList) -> list[Command]:
    """Return an exchange as it reads for other shots: where the old is not, the new is added."""
    held = {i: getattr(board.shot(i), command.field) for i in shots}
    old = tuple(i for i in shots if command.old in held[i])
    bare = tuple(i for i in shots if command.old not in held[i] and command.new not in held[i])
    found: list[Command] = [command.model_copy(update={"shots": old})] if old else []
    if bare:
        found.append(AddItems(shots=bare, field=command.field, items=(command.new,)))
    return found


def read_vice_versa(page: Page, clause: Clause, out: Outcome, base: ShotList) -> bool:
    """Read "who is in 2 goes in 3 and vice versa": two shots exchange one thing."""
    spans = page.spans(clause.start, clause.end, "act")
    if not any(page.form(s.end - 1) in word_set("echoes.vice_versa") for s in spans):
        return False
    target = resolve(page, clause, base, out.context)
    if exchange(page, clause, out, base, target):
        return True
    if len(target.shots) != 2:
        return False
    words = {page.form(p) for p in range(clause.start, clause.end)}
    fields = [s.name for s in page.spans(clause.start, clause.end, "f")]
    if words & word_set("echoes.who"):
        fields = ["talent"]
    if not fields and not words & word_set("echoes.goes"):
        return False
    first, second = target.shots
    if not fields:
        return out.do(SwapShots(first=first, second=second))
    return all(out.do(SwapFields(first=first, second=second, field=f)) for f in fields)


def read_exchanged(page: Page, board: BoardWords, out: Outcome) -> bool:
    """Read the sentence that lets two shots give each other something: "and vice versa"."""
    for segment in page.live():
        mentions = board.mentions(page, segment.start, segment.end)
        whole = Clause(segment.start, segment.end, mentions=mentions)
        if read_vice_versa(page, whole, out, out.context.shots):
            return True
    return False
