"""What is said back: the kind of answer, and one sentence for each thing done or not done."""

from collections import Counter
from collections.abc import Iterable

from toile.adapters.language.built_in.edits.feelings import offer
from toile.adapters.language.built_in.edits.message.outcome import Outcome
from toile.adapters.language.built_in.edits.sparing import without_spared
from toile.adapters.language.built_in.edits.studio_ways import way_of_studio
from toile.adapters.language.built_in.edits.unexplained import WHAT
from toile.adapters.language.built_in.text.lexicon import word_set
from toile.adapters.language.built_in.text.page import Page
from toile.domain.commands import AnswerType, Command, EditAnswer, describe

_NO_CHANGE = "Nothing is changed."
_LOST = "I did not understand that. Which shot, and what should change?"
_WHICH = "Which shot do you mean"
_BOARD = word_set("reader.board")
_ASKS = word_set("reader.asks")
_SAID = ("refuse", "ignore_and_tell")
_CHANGED = ("change", "partial")


def answered(out: Outcome, page: Page) -> EditAnswer:
    """Return what the message comes to."""
    without_spared(out)
    out.tell_ends()
    if out.commands and any(f.code == "PROMPT_INJECTION" for f in out.flags):
        out.asks.clear()
        out.cannot.clear()
    # What a refused wish or a foreign order leaves of a message is not asked about on top.
    if not out.commands and not any(f.action in _SAID for f in out.flags):
        out.asks += out.doubts
    changed = out.shots != out.context.shots or any(c.do in _BOARD for c in out.commands)
    if not (out.commands or out.flags or out.cannot) and (way := way_of_studio(page)):
        out.told_where(way)
    kind = _kind(out, page, changed)
    if kind == "ask" and not out.cannot and not out.flags and _is_vague(out.asks):
        out.asks = [offer(page) or out.asks[0]]
    keeps = changed or kind == "answer"
    commands = tuple(out.commands) if keeps else ()
    return EditAnswer(
        type=kind,
        shots=out.shots if changed else out.context.shots,
        commands=commands,
        say=_say(out, kind, commands),
        flag=out.flags[0] if out.flags else None,
        unheard=tuple(out.unheard) if kind == "change" else (),
    )


def _is_vague(asks: list[str]) -> bool:
    """Whether nothing is asked but which shot and what."""
    return all(one in (_LOST, WHAT) or one.startswith(_WHICH) for one in asks)


def _kind(out: Outcome, page: Page, changed: bool) -> AnswerType:
    refusing = [f for f in out.flags if f.action == "refuse"]
    if changed:
        return "partial" if out.asks or out.cannot or out.beyond or refusing else "change"
    if refusing or out.beyond:
        return "refuse"
    nothing = bool(out.cannot) and all(c.startswith("There is nothing to") for c in out.cannot)
    if nothing and not out.asks:
        return "none"
    if out.asks or out.cannot:
        return "ask"
    if out.answers or any(c.do in _ASKS for c in out.commands):
        return "answer"
    if any(f.action == "ask" for f in out.flags):
        return "ask"
    if out.commands or out.already or out.kept or out.flags or _is_chat(page):
        return "none"
    out.asks.append(_LOST)
    return "ask"


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


def _say(out: Outcome, kind: str, commands: Iterable[Command]) -> str:
    parts = _told(out, commands)
    parts += [f.why for f in out.flags]
    answers = [one for one in out.answers if kind not in _CHANGED or not one.startswith(_NO_CHANGE)]
    parts += [*out.beyond, *out.cannot, *out.asks, *answers]
    if kind == "none":
        parts += [*dict.fromkeys(out.already), *dict.fromkeys(out.kept)] or [_NO_CHANGE]
    return " ".join(dict.fromkeys(parts))


def _told(out: Outcome, commands: Iterable[Command]) -> list[str]:
    """Return what each command does; copies of one shot are counted: "Copy shot 3, 2 times."."""
    told = [describe(command, out.context) for command in commands]
    copied = {describe(c, out.context) for c in commands if c.do == "duplicate_shot"}
    many = Counter(words for words in told if words in copied)
    return [
        _sentence(f"{words.rstrip('.')}, {many[words]} times" if many[words] > 1 else words)
        for words in dict.fromkeys(told)
    ]


def _sentence(words: str) -> str:
    """Close a sentence that no question mark or full stop ends."""
    return words if words.endswith(("?", "!", ".", "…")) else f"{words}."
