"""A language model behind any OpenAI-compatible endpoint; the built-in interpreter is its rail.

The built-in reading comes first: its refusals and warnings stand whatever the model says. A model's
answer is checked against the text, repaired once, else the built-in answer is given and says so.
"""

import json
from collections.abc import Callable
from datetime import date

from langchain_core.messages import AIMessage, BaseMessage, HumanMessage
from pydantic import ValidationError

from toile.adapters.language.chat import Chat, Heard, Hearing
from toile.adapters.language.edit_tools import SAYINGS, carried_out, read_call, tools
from toile.adapters.language.grounding import grounded
from toile.adapters.language.prompts import prompt
from toile.adapters.language.so_far import facts_so_far, words_so_far
from toile.domain.brief import Brief, Flag
from toile.domain.commands import Command, EditAnswer, EditContext
from toile.domain.errors import ModelAnswerUnusable, ServiceUnavailable
from toile.domain.shots import ShotList
from toile.domain.values import Value
from toile.workflow.listening import NOBODY, Listener
from toile.workflow.ports import Interpreter

_LEFT_OUT = frozenset(("text", "language", "flags", "questions"))


class OpenAiCompatibleInterpreter:
    """Reads with a model, checks with the built-in interpreter, plans with the built-in planner."""

    def __init__(self, chat: Chat, built_in: Interpreter) -> None:
        self._chat = chat
        self._built_in = built_in

    def read_brief(self, text: str, today: date, listener: Listener = NOBODY) -> Brief:
        """Understand a brief; facts that the text does not bear out are dropped or asked."""
        sound = self._built_in.read_brief(text, today)
        orders = [
            line
            for flag in sound.flags
            if flag.code == "PROMPT_INJECTION"
            for line in flag.quote.splitlines()
        ]
        asked = prompt("read_brief").fill(
            today=today.isoformat(), brief=_quoted(_blank(text, orders))
        )
        try:
            reading = self._reading([HumanMessage(asked)], _hearing(listener, facts_so_far))
        except ServiceUnavailable as fault:
            return sound.model_copy(update={"flags": (*sound.flags, _fallback(fault))})
        return grounded(reading, text, sound, orders)

    def plan(self, brief: Brief, today: date) -> ShotList:
        """Plan with the built-in planner: counts and ratios are arithmetic."""
        return self._built_in.plan(brief, today)

    def read_edit(
        self, message: str, context: EditContext, listener: Listener = NOBODY
    ) -> EditAnswer:
        """Understand an edit as commands; refusals are the built-in interpreter's."""
        sound = self._built_in.read_edit(message, context)
        if sound.flag is not None:
            return sound
        try:
            return self._edited(message, context, _hearing(listener, words_so_far))
        except ServiceUnavailable as fault:
            return sound.model_copy(update={"say": f"{_fallback(fault).why} {sound.say}".strip()})

    def _reading(self, messages: list[BaseMessage], hearing: Hearing) -> Brief:
        schema = _schema()
        heard = self._chat.answer_as(schema, messages, hearing)
        try:
            return _brief(heard)
        except ModelAnswerUnusable as fault:
            again = [*messages, *_repair(heard, fault)]
            return _brief(self._chat.answer_as(schema, again, hearing))

    def _edited(self, message: str, context: EditContext, hearing: Hearing) -> EditAnswer:
        asked = prompt("read_edit").fill(
            shots=context.shots.model_dump_json(exclude_defaults=True),
            context=_context(context),
            message=_quoted(message),
        )
        messages: list[BaseMessage] = [HumanMessage(asked)]
        heard = self._chat.answer_with(tools(), messages, hearing)
        try:
            return _answer(heard, message, context)
        except ModelAnswerUnusable as fault:
            again = [*messages, *_repair(heard, fault)]
            return _answer(self._chat.answer_with(tools(), again, hearing), message, context)


def _hearing(listener: Listener, so_far: Callable[[Heard], str]) -> Hearing:
    return Hearing(lambda heard: listener.saying(so_far(heard)), listener.stopped)


def _schema() -> dict[str, object]:
    schema = Brief.model_json_schema()
    schema["title"] = "BriefReading"
    schema["properties"] = {k: v for k, v in schema["properties"].items() if k not in _LEFT_OUT}
    return schema


def _brief(heard: Heard) -> Brief:
    try:
        data = json.loads(heard.text)
        # Half of a letter is JSON, and can be written nowhere.
        json.dumps(data, ensure_ascii=False).encode("utf-8")
    except (ValueError, RecursionError) as error:
        raise ModelAnswerUnusable("It was not JSON.") from error
    if not isinstance(data, dict):
        raise ModelAnswerUnusable("It was not a JSON object.")
    plain = {k: v for k, v in data.items() if k in Brief.model_fields and k not in _LEFT_OUT}
    quotes = plain.get("evidence")
    for one in quotes if isinstance(quotes, list) else ():
        if isinstance(one, dict):
            one.setdefault("start", 0)
            one.setdefault("end", 0)
    try:
        return Brief.model_validate({k: v for k, v in plain.items() if v is not None})
    except ValidationError as error:
        first = error.errors()[0]
        raise ModelAnswerUnusable(f"{'.'.join(map(str, first['loc']))}: {first['msg']}") from error


def _answer(heard: Heard, message: str, context: EditContext) -> EditAnswer:
    if heard.broken_calls or not heard.calls:
        raise ModelAnswerUnusable("No usable tool was called.")
    said = [(name, str(args.get("text", ""))) for name, args in heard.calls if name in SAYINGS]
    found: tuple[Command, ...] = tuple(
        read_call(name, args) for name, args in heard.calls if name not in SAYINGS
    )
    shots = carried_out(found, context, message)
    words = " ".join(text for _, text in said)
    if found:
        kind = "partial" if said else "change"
        return EditAnswer(type=kind, shots=shots, commands=found, say=words)
    kinds = {"ask": "ask", "refuse": "refuse", "say": "answer"}
    return EditAnswer(type=kinds[said[0][0]], shots=context.shots, say=words)


def _repair(heard: Heard, fault: ModelAnswerUnusable) -> list[BaseMessage]:
    answer = heard.text or json.dumps([{"tool": n, "arguments": a} for n, a in heard.calls])
    return [AIMessage(answer), HumanMessage(prompt("repair").fill(problem=fault.message))]


def _quoted(text: str) -> str:
    """Return material with the fence of the prompt taken out, so that it cannot close it."""
    return text.replace("=" * 8, "--------")


def _blank(text: str, orders: list[str]) -> str:
    for order in orders:
        if order:
            text = text.replace(order, "[left out: orders to the system]")
    return text


def _context(context: EditContext) -> str:
    class Around(Value):
        last_mentioned: str | None
        before: str | None
        twins: tuple[str, ...] | None
        today: date | None

    return Around(
        last_mentioned=context.last_mentioned,
        before=context.before,
        twins=context.twins,
        today=context.today,
    ).model_dump_json()


def _fallback(fault: ServiceUnavailable) -> Flag:
    why = f"{fault.message} The built-in interpreter read this instead."
    return Flag(code="MODEL_FALLBACK", action="ignore_and_tell", why=why)
