"""What is asked of a whole board: an overview, what it needs, how two shots differ, what is new.

The words are ``data/language/board_asks.psv``.
"""

from collections.abc import Callable

from toile.adapters.language.built_in.edits.message.denied import is_denied
from toile.adapters.language.built_in.edits.message.outcome import Outcome
from toile.adapters.language.built_in.text.lexicon import word_set
from toile.adapters.language.built_in.text.page import Page
from toile.adapters.language.built_in.text.small_tables import said_of
from toile.domain.commands import CheckRights, EditContext
from toile.domain.editing import LoggedChange
from toile.domain.shots import Shot, ShotList

_COMPARED = ("kind", "framing", "angle", "lens", "light", "set", "pose", "talent", "garments",
             "props", "aspect", "priority", "grade")  # fmt: skip
_SHOWN = {"talent": "People", "set": "Places", "light": "Light", "aspect": "Ratios"}
_ASKED = {"set", "keep", "draft", "restore", "rights", "guideline"}
_LATEST = 4


def read_board_asks(page: Page, out: Outcome, refuses: Callable[[int, int], bool]) -> bool:
    """Answer what is asked of the whole board, beside no refused wish; say whether anything was."""
    found = said_of(page, "board_asks")
    acts = {s.name for s in page.spans(0, len(page.tokens), "act")}
    if found is None or acts - _ASKED or any(refuses(s.start, s.end) for s in page.live()):
        return False
    numbers = [int(t.text) for t in page.tokens if t.text.isdecimal()]
    shots = out.context.shots
    named = [shot for shot in shots.shots if shot.no in numbers]
    if found.name == "difference":
        return len(named) == len(numbers) == 2 and _tell(out, _difference(*named))
    if found.name == "refused":
        return _is_question(page) and not numbers and out.do(CheckRights(shots=()))
    without = any(s.name == "without" for s in page.spans(0, len(page.tokens), "ref"))
    sorts = any(token.form in word_set("sorting.by") for token in page.tokens)
    # "Necesitamos un primer plano de Nora" needs a shot, and lists nothing.
    framed = page.has(0, len(page.tokens), "framing") and not _is_question(page)
    framed = framed and found.name == "list"
    if numbers or without or sorts or framed or is_denied(page, 0, len(page.tokens)):
        return False
    match found.name:
        case "list":
            field = next((s.name for s in page.spans(0, len(page.tokens), "f")), "")
            return bool(field) and _tell(out, _listed(shots, field))
        case "changed":
            return _tell(out, _changes(out.context))
        case _:
            return _tell(out, _overview(shots))


def _is_question(page: Page) -> bool:
    """Whether the message asks: "she is not cleared, but nobody will notice" does not."""
    return page.text.rstrip().endswith("?") or page.span_at(0, "q") is not None


def _tell(out: Outcome, said: str) -> bool:
    out.answers.append(said)
    return True


def _overview(shots: ShotList) -> str:
    """Say what a board holds: kinds, what must be, who, where, in which light and ratios."""
    videos = [shot for shot in shots.shots if shot.kind == "video"]
    count = f"{_many(len(shots), 'shot')}, {len(videos)} of them video" if videos else None
    musts = ", ".join(str(shot.no) for shot in shots.shots if shot.priority == "must")
    parts = [count or _many(len(shots), "shot"), f"must: {musts}" if musts else ""]
    told = [". ".join(filter(None, (part[:1].upper() + part[1:] for part in parts)))]
    for field, name in _SHOWN.items():
        if listed := _values(shots, field):
            told.append(f"{name}: {listed}")
    return f"{'. '.join(told)}."


def _listed(shots: ShotList, field: str) -> str:
    listed = _values(shots, field)
    return f"{listed[:1].upper()}{listed[1:]}." if listed else f"No shot has any {field} yet."


def _values(shots: ShotList, field: str) -> str:
    """Return the values of a field, each with its shots: "cup (2, 6), basket (all)"."""
    found: dict[str, list[str]] = {}
    for shot in shots.shots:
        for value in _held(shot, field):
            found.setdefault(value, []).append(str(shot.no))
    return ", ".join(
        f"{value} ({', '.join(numbers) if len(numbers) < len(shots) else 'all'})"
        for value, numbers in found.items()
    )


def _held(shot: Shot, field: str) -> tuple[str, ...]:
    value = getattr(shot, field, None)
    return value if isinstance(value, tuple) else (str(value),) if value else ()


def _difference(one: Shot, other: Shot) -> str:
    told = [
        f"{field}: {_said(one, field)} in {one.no}, {_said(other, field)} in {other.no}"
        for field in _COMPARED
        if _held(one, field) != _held(other, field)
    ]
    alike = f"Shots {one.no} and {other.no} are alike in all that the list says."
    return f"{'; '.join(told)[:1].upper()}{'; '.join(told)[1:]}." if told else alike


def _said(shot: Shot, field: str) -> str:
    return ", ".join(_held(shot, field)) or "none"


def _changes(context: EditContext) -> str:
    """Say the last changes that stand, newest first."""
    done = [change for step in reversed(context.log) if not step.undone for change in step.changes]
    told = [said for change in done if (said := _change(context.shots, change))]
    if not told:
        return "Nothing has been changed yet."
    return (
        f"The last changes: {'; '.join(told[:_LATEST])}. Each room keeps all versions of its shot."
    )


def _change(shots: ShotList, change: LoggedChange) -> str:
    """Say a change of a shot that is still there; else nothing."""
    number = next((shot.no for shot in shots.shots if shot.id == change.shot), None)
    values = (_plain(change.before), _plain(change.after))
    return f"shot {number}, {change.field}: {values[0]} to {values[1]}" if number else ""


def _plain(value: object) -> str:
    many = isinstance(value, tuple | list)
    return (", ".join(map(str, value)) if many else str(value or "")) or "none"  # type: ignore[call-overload]


def _many(count: int, noun: str) -> str:
    return f"{count} {noun}" if count == 1 else f"{count} {noun}s"
