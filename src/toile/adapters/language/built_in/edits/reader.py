"""Reading an edit: refusals first, then questions, then clause by clause, then one
sentence back.
"""

from datetime import date

from toile.adapters.language.built_in.edits import board_talk, history_words, places
from toile.adapters.language.built_in.edits.acts import handle, names_of
from toile.adapters.language.built_in.edits.asked import answer, is_question, matching
from toile.adapters.language.built_in.edits.board_words import BoardWords
from toile.adapters.language.built_in.edits.clause import Clause
from toile.adapters.language.built_in.edits.clauses import cut
from toile.adapters.language.built_in.edits.message import read_message
from toile.adapters.language.built_in.edits.outcome import Outcome
from toile.adapters.language.built_in.edits.refusals import refused_clauses
from toile.adapters.language.built_in.edits.targets import resolve
from toile.adapters.language.built_in.lexicon import Span, word_set
from toile.adapters.language.built_in.orders import injections
from toile.adapters.language.built_in.page import Page
from toile.domain.brief import Flag
from toile.domain.commands import AddShot, DeleteShots, EditAnswer, EditContext, describe
from toile.domain.shots import ShotList

_NO_CHANGE = "Nothing is changed."


def read_edit(message: str, context: EditContext) -> EditAnswer:
    """Understand a message as commands on the board; what is not named does not change."""
    board = BoardWords(context.shots)
    page = read_message(message, context.shots, board)
    out = Outcome(context, context.shots)
    _take_out_orders(page, out)
    if board_talk.read_board_command(page, out):
        return _answer(out, page)
    if is_question(page) and not refused_clauses(page, cut(page, board), context):
        out.answers.append(answer(page, board, context))
        return _answer(out, page)
    _read(page, board, out)
    return _answer(out, page)


def _take_out_orders(page: Page, out: Outcome) -> None:
    """Mask pasted text that gives orders to the studio, and tell of it."""
    board_talk.mask_pasted(page)
    for segment in injections(page):
        page.masked.add(segment.start)
    if page.masked:
        out.flags.append(
            Flag(
                code="PROMPT_INJECTION",
                action="ignore_and_tell",
                why="Pasted text gives orders to the studio. Nothing of it was followed.",
            )
        )


def _read(page: Page, board: BoardWords, out: Outcome) -> None:
    if places.ordered_list(page, out, out.context.shots):
        return
    clauses = cut(page, board)
    refused = refused_clauses(page, clauses, out.context)
    for index, clause in enumerate(clauses):
        if index in refused:
            out.flags.append(refused[index])
            continue
        if _taken_back(page, clause, out) or _is_reason(page, clause, out):
            continue
        _one(page, clause, out)


def _is_reason(page: Page, clause: Clause, out: Outcome) -> bool:
    """Whether a clause only says why: "client killed the film"."""
    told = page.form(clause.start) in word_set("reader.why") and bool(out.commands)
    return told and not any(
        page.tokens[p].text.isdecimal() for p in range(clause.start, clause.end)
    )


def _taken_back(page: Page, clause: Clause, out: Outcome) -> bool:
    """Whether "scratch that, leave it" takes back what was said before."""
    fixes = [s for s in page.spans(clause.start, clause.end, "fix") if s.name == "scratch"]
    if not fixes:
        return False
    out.commands.clear()
    out.asks.clear()
    out.cannot.clear()
    out.shots = out.context.shots
    out.kept.append("Left as it was.")
    rest = Clause(
        fixes[-1].end, clause.end, mentions=[m for m in clause.mentions if m.start >= fixes[-1].end]
    )
    return not page.has(rest.start, rest.end, "act", "framing", "lens", "light")


def _one(page: Page, clause: Clause, out: Outcome) -> None:
    acts = names_of(page, clause)
    base = out.shots if clause.later else out.context.shots
    if _history(page, clause, out, acts):
        return
    if _kept(page, clause, out, acts):
        return
    fixed = _fix_here(page, clause)
    if fixed:
        base = _step_back(out)
    out.marks.append((len(out.commands), out.shots))
    before = len(out.commands) + len(out.asks) + len(out.cannot) + len(out.already)
    handle(page, clause, out, base)
    if before == len(out.commands) + len(out.asks) + len(out.cannot) + len(out.already):
        _unexplained(page, clause, out, acts)


def _history(page: Page, clause: Clause, out: Outcome, acts: list[str]) -> bool:
    number = history_words.version_number(page, clause)
    target = resolve(page, clause, out.context.shots, out.context)
    shot = target.shots[0] if target.shots else None
    if shot and number is None and ("restore" in acts or "undo" in acts):
        number = history_words.previous_version(page, clause, shot, out.context)
    if number is not None and (shot or out.context.versions):
        shot = shot or next(iter(out.context.versions))
        out.do(history_words.read_restore(page, clause, shot, number))
        if out.cannot and not out.commands:
            out.asks.append(out.cannot.pop())
        return True
    if _deleted_back(page, clause, out, acts):
        return True
    if {"redo", "undo"} & set(acts) and not any(
        step.undone == ("redo" in acts) for step in out.context.log
    ):
        out.cannot.append(
            "There is nothing to redo." if "redo" in acts else "There is nothing to undo."
        )
        return True
    if "redo" in acts:
        return out.do(history_words.read_redo(page, clause)) or True
    if "undo" in acts or (acts == ["restore"] and out.context.log):
        out.do(history_words.read_undo(page, clause, out.shots, out.context))
        return True
    return False


_DELETED = word_set("reader.deleted")


def _deleted_back(page: Page, clause: Clause, out: Outcome, acts: list[str]) -> bool:
    """Bring back the shot that was deleted last."""
    words = {page.form(p) for p in range(clause.start, clause.end)}
    if not ({"restore", "undo", "add"} & set(acts) or "back" in words) or not words & _DELETED:
        return False
    for step in reversed(out.context.log):
        if step.deleted and not step.undone:
            return all(out.do(AddShot(shot=shot, at=shot.no)) for shot in step.deleted)
    return False


def _kept(page: Page, clause: Clause, out: Outcome, acts: list[str]) -> bool:
    """Whether the clause only says what must stay as it is."""
    first = next((s for s in page.spans(clause.start, clause.end, "act")), None)
    if any(s.name == "except" for s in page.spans(clause.start, clause.end, "ref")):
        return False
    if _only_these(page, clause, out, first):
        return True
    neg = page.span_at(clause.start, "neg")
    denies = (
        neg is not None and neg.name == "not" and first is not None and first.start - neg.end <= 2
    )
    if (first is not None and first.name == "keep") or (
        denies and page.form(clause.start) not in word_set("reader.kept")
    ):
        out.kept.append("That stays as it is.")
        return True
    return (
        "keep" in acts
        and "delete" not in acts
        and not page.has(clause.start, clause.end, "pos")
        and _stays(out)
    )


def _only_these(page: Page, clause: Clause, out: Outcome, first: Span | None) -> bool:
    """Read "we only keep the musts": everything else goes."""
    only = any(
        page.form(p) in word_set("reader.only_these") for p in range(clause.start, clause.end)
    )
    if first is None or first.name != "keep" or not only:
        return False
    kept = matching(page, clause, out.context.shots)
    target = resolve(page, clause, out.context.shots, out.context)
    ids = target.shots if target.how in ("number", "description", "ordinal") else kept
    if not ids:
        return False
    gone = tuple(s.id for s in out.context.shots.shots if s.id not in ids)
    return bool(gone) and out.do(DeleteShots(shots=gone))


def _stays(out: Outcome) -> bool:
    out.kept.append("That stays as it is.")
    return True


def _fix_here(page: Page, clause: Clause) -> bool:
    """Whether "no wait", "anzi" or "sorry" opens a clause or stands right before it."""
    spans = page.spans(max(0, clause.start - 4), min(clause.end, clause.start + 3), "fix")
    return any(s.name == "actually" for s in spans)


def _step_back(out: Outcome) -> ShotList:
    """Take back what the clause before did; the correction stands in its place."""
    if out.marks and out.marks[-1][0] < len(out.commands):
        count, shots = out.marks[-1]
        out.commands, out.shots = out.commands[:count], shots
    return out.context.shots


def _unexplained(page: Page, clause: Clause, out: Outcome, acts: list[str]) -> None:
    vague = any(s.name == "vague" for s in page.spans(clause.start, clause.end, "rel"))
    chat = page.has(clause.start, clause.end, "chat")
    meaning = [a for a in acts if a not in ("set",)]
    if vague or (meaning and not chat):
        out.asks.append("What exactly should change, and in which shot?")
    elif acts and not chat and clause.end - clause.start > 1:
        out.asks.append("I did not understand that. Which shot, and what should change?")


def _answer(out: Outcome, page: Page) -> EditAnswer:
    if out.commands and any(f.code == "PROMPT_INJECTION" for f in out.flags):
        out.asks.clear()
        out.cannot.clear()
    changed = out.shots != out.context.shots or any(c.do in _BOARD for c in out.commands)
    flag = out.flags[0] if out.flags else None
    refusing = [f for f in out.flags if f.action == "refuse"]
    if changed:
        troubled = bool(out.asks or out.cannot or refusing)
        kind = "partial" if troubled else "change"
    elif refusing:
        kind = "refuse"
    elif (
        out.cannot and not out.asks and all(c.startswith("There is nothing to") for c in out.cannot)
    ):
        kind = "none"
    elif out.asks or out.cannot:
        kind = "ask"
    elif out.answers:
        kind = "answer"
    elif out.already or out.kept or _is_chat(page) or flag:
        kind = "none"
    else:
        kind = "ask"
        out.asks.append("I did not understand that. Which shot, and what should change?")
    commands = tuple(out.commands) if changed else ()
    return EditAnswer(
        type=kind,
        shots=out.shots if changed else out.context.shots,
        commands=commands,
        say=_say(out, kind, commands),
        flag=flag,
    )


_BOARD = word_set("reader.board")


def _is_chat(page: Page) -> bool:
    if not any(t.is_word for t in page.tokens) or page.has(0, len(page.tokens), "chat"):
        return True
    meant = page.has(
        0,
        len(page.tokens),
        "act",
        "framing",
        "angle",
        "lens",
        "light",
        "rel",
        "priority",
        "noun",
        "ref",
    )
    numbers = any(t.text.isdecimal() for t in page.tokens)
    return (
        not meant
        and not numbers
        and not page.has(0, len(page.tokens), "g", "h", "b", "j", "p", "s")
    )


def _say(out: Outcome, kind: str, commands: tuple) -> str:  # type: ignore[type-arg]
    parts = [describe(c, out.context) + "." for c in commands]
    parts += [f.why for f in out.flags]
    parts += [*out.cannot, *out.asks, *out.answers]
    if kind == "none":
        parts += [*dict.fromkeys(out.already), *dict.fromkeys(out.kept)] or [_NO_CHANGE]
    return " ".join(dict.fromkeys(parts))


def today_of(context: EditContext) -> date | None:
    """Return the day a message is read on."""
    return context.today
