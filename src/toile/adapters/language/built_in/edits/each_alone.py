"""Reading the parts of a message each by itself, and putting together what they come to."""

from collections.abc import Callable

from toile.adapters.language.built_in.edits.borrowing import Part
from toile.adapters.language.built_in.edits.message.outcome import Outcome, touched
from toile.adapters.language.built_in.edits.message.refusals import refuses_any
from toile.adapters.language.built_in.text.lexicon import word_set
from toile.adapters.language.built_in.text.page import Page
from toile.domain.commands import Command, EditContext

UNCHANGED = " Nothing is changed."
Reading = Callable[[str, EditContext], Outcome]


def each_alone(
    page: Page, parts: list[Part], context: EditContext, read: Reading
) -> Outcome | None:
    """Return what parts come to that stand alone; ``None`` where fewer than two of them do."""
    done: list[tuple[Part, Outcome]] = []
    waiting: Part | None = None
    for part in parts:
        whole = waiting.with_(part) if waiting else part
        out = _alone(page, whole, context, read, done)
        if out is None and done and not part.own and waiting is None:
            whole = done.pop()[0].with_(part)
            out = _alone(page, whole, context, read, done)
        if out is None:
            waiting = whole
            continue
        done.append((whole, out))
        waiting = None
    if waiting or len(done) < 2 or _is_kept_and_changed(done):
        return None
    return _put_together(page, done)


def all_alone(page: Page, parts: list[Part], context: EditContext, read: Reading) -> Outcome | None:
    """Return what sentences come to; ``None`` as soon as one of them does not stand alone."""
    done: list[tuple[Part, Outcome]] = []
    for part in parts:
        out = _alone(page, part, context, read, done)
        if out is None:
            return None
        done.append((part, out))
    return None if _is_kept_and_changed(done) else _put_together(page, done)


def _is_kept_and_changed(parts: list[tuple[Part, Outcome]]) -> bool:
    """Whether "keep 2, all warmer" changes what another part says to keep."""
    stay = {shot for part, out in parts if _only_stays(out) for shot in part.shots}
    return any(stay & _touched(out) for _, out in parts)


def _alone(
    page: Page,
    part: Part,
    context: EditContext,
    read: Reading,
    done: list[tuple[Part, Outcome]],
) -> Outcome | None:
    """Return what a part comes to by itself; ``None`` where it needs more than its own words."""
    text = _words_of(page, part)
    out = read(text, context)
    loses = part.verb and any(command.do == "delete_shots" for command in out.commands)
    if loses or not (is_whole(out) or (part.own and _only_stays(out))):
        return None
    if part.own or not done:
        return out
    if page.form(part.start) in word_set("naming.without"):
        return None  # "1 in the rain without the cup" speaks of 1 alone.
    before, did = done[-1]
    near = {*before.shots, *_touched(did)}
    if near & {*part.shots, *_touched(out)} or any(c.do in _ADDING for c in did.commands):
        return None
    # "3 tighter, lose the cup": where 3 has a cup, it is that one.
    shots = (one for one in context.shots.shots if one.id in near)
    told = any(read(f"{shot.no}: {text}", context).commands for shot in shots)
    return None if told else out


def _only_stays(out: Outcome) -> bool:
    """Whether a part only says what stays, or praises it: "love the coat in 2"."""
    told = (out.commands, out.asks, out.cannot, out.beyond, out.doubts, out.flags, out.unheard)
    return bool(out.kept) and not any(told)


def _touched(out: Outcome) -> set[str]:
    return {shot for command in out.commands for shot in touched(command)}


def is_whole(out: Outcome) -> bool:
    """Whether a part was understood by itself, with nothing to ask or to add."""
    if any((out.asks, out.cannot, out.beyond, out.doubts)):
        return False
    if out.flags:
        return not out.commands and all(flag.action == "refuse" for flag in out.flags)
    return bool(out.commands or out.answers or out.already or out.ends)


def _put_together(page: Page, parts: list[tuple[Part, Outcome]]) -> Outcome | None:
    """Return what parts come to, one behind the other; ``None`` where one turns on another.

    What is refused of the whole is refused of all its parts: no cut hides a wish for a body.
    """
    first = parts[0][1]
    whole = Outcome(first.context, first.context.shots)
    for part, out in parts:
        if _crosses(part, whole, out) or not all(map(whole.do, out.commands)):
            return None
        whole.flags += out.flags
        whole.ends += out.ends
        whole.answers += out.answers
        whole.unheard += out.unheard
        whole.kept += out.kept
        whole.already += out.already
        # "5 not" has spared what is said beside it already.
        whole.spared += out.spared if not out.commands else []
    if not whole.flags and refuses_any(page, whole.context):
        return None
    if whole.commands:
        whole.answers = [said.removesuffix(UNCHANGED) for said in whole.answers]
    return None if whole.flags and any(map(is_of_people, whole.commands)) else whole


def is_of_people(command: Command) -> bool:
    """Whether a command says who is in a shot; beside a refusal that is not done."""
    return command.do in _ADDING or getattr(command, "field", "") == "talent"


_RENUMBERING = (
    "add_shot", "delete_shots", "duplicate_shot", "move_shots", "swap_shots", "reorder", "undo",
    "redo",
)  # fmt: skip
_ADDING = ("add_shot", "duplicate_shot")
_LISTS = ("garments", "props", "talent")


def _crosses(part: Part, before: Outcome, out: Outcome) -> bool:
    """Whether a part speaks of what one before it has set or counted anew."""
    moved = any(command.do in _RENUMBERING for command in before.commands)
    counts = set(_RENUMBERING) - {"delete_shots"}
    if moved and (part.later or any(command.do in counts for command in out.commands)):
        return True
    return bool(_fields(before) & _fields(out))


def _fields(out: Outcome) -> set[tuple[str, str]]:
    return {
        (shot, str(getattr(command, "field", "")))
        for command in out.commands
        for shot in touched(command)
        if getattr(command, "field", "") not in _LISTS
    }


def _words_of(page: Page, part: Part) -> str:
    """Return what a part says, without what leads to it and what is polite behind it."""
    start, end, small = part.start, part.end, word_set("apart.leads")
    while start < end - 1 and page.form(start) in small:
        start += 1
    while end > start + 1 and page.form(end - 1) in small:
        end -= 1
    end += page.form(end) == "?"
    said = page.text[page.tokens[start].start : page.tokens[end - 1].end]
    return part.verb.format(said) if part.verb else said
