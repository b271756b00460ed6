"""The commands as tools for a model, and its calls back into commands, checked against the
board.
"""

from collections.abc import Mapping
from typing import Annotated, Any, get_args

from pydantic import Field, TypeAdapter, ValidationError

from toile.adapters.language.built_in.text.lexicon import FOR_EDITS, LANGUAGES, word_set
from toile.adapters.language.built_in.text.page import read_page
from toile.adapters.language.built_in.text.tokens import tokenise
from toile.domain import commands as domain
from toile.domain.commands import Command, EditContext, Said, apply
from toile.domain.errors import CommandRefused, ModelAnswerUnusable
from toile.domain.shots import ShotList

_COMMANDS: TypeAdapter[Said] = TypeAdapter(Annotated[Said, Field(discriminator="do")])
_CLASSES = get_args(Said)
# Fields whose values people say in many ways: "upright", "a bit wider", "essential", "moodier".
_NAMED_OTHERWISE = ("aspect", "lens", "kind", "priority", "light")
SAYINGS = {
    "ask": "Ask the director back.",
    "refuse": "Refuse, and say why.",
    "say": "Answer a question.",
}


def tools() -> list[dict[str, Any]]:
    """Return every command, and ask, refuse and say, as tools of the OpenAI form."""
    found = [
        _tool(cls.model_fields["do"].default, cls.__doc__ or "", cls.model_json_schema())
        for cls in _CLASSES
    ]
    text = {"type": "object", "properties": {"text": {"type": "string"}}, "required": ["text"]}
    return [*found, *(_tool(name, says, text) for name, says in SAYINGS.items())]


def _tool(name: str, says: str, schema: Mapping[str, Any]) -> dict[str, Any]:
    parameters = {k: v for k, v in schema.items() if k not in ("title", "description")}
    parameters["properties"] = {k: v for k, v in schema.get("properties", {}).items() if k != "do"}
    return {
        "type": "function",
        "function": {"name": name, "description": says, "parameters": parameters},
    }


def read_call(name: str, args: Mapping[str, Any]) -> Command:
    """Return a call as a command. Raises ModelAnswerUnusable with what is wrong."""
    try:
        return _COMMANDS.validate_python({**args, "do": name})
    except ValidationError as error:
        first = error.errors()[0]
        raise ModelAnswerUnusable(
            f"{name}: {first['msg']} at {'.'.join(map(str, first['loc']))}."
        ) from error


def carried_out(found: tuple[Command, ...], context: EditContext, message: str) -> ShotList:
    """Return the board after the commands. Raises ModelAnswerUnusable for what nobody said."""
    for command in found:
        _spoken(command, message, context)
    try:
        return apply(found, context)
    except CommandRefused as refused:
        raise ModelAnswerUnusable(str(refused)) from refused


def _spoken(command: Command, message: str, context: EditContext) -> None:
    """Refuse a shot or a value that the message does not bear out."""
    words = {token.form for token in tokenise(message)}
    _numbered(command, words, context)
    if isinstance(command, domain.DeleteShots):
        whole = len(command.shots) == len(context.shots)
        if whole and not words & word_set("tools.all"):
            raise ModelAnswerUnusable("The message does not ask to delete every shot.")
    for value in _values(command):
        own = {token.form for token in tokenise(value) if token.is_word}
        board = any(value in _held(context, field) for field in ("garments", "props", "talent"))
        if own and not own & words and not board and not _in_english(value, message):
            raise ModelAnswerUnusable(f"Nobody said {value!r}.")


def _numbered(command: Command, words: set[str], context: EditContext) -> None:
    """Refuse a shot whose number is not said where a message says numbers of shots."""
    said = {int(word) for word in words if word.isdecimal() and int(word) <= len(context.shots)}
    if not said or words & word_set("tools.more"):
        return
    number: dict[str, int] = {shot.id: shot.no for shot in context.shots.shots}
    meant = [number[one] for one in getattr(command, "shots", ()) or () if one in number]
    if any(one not in said for one in meant):
        raise ModelAnswerUnusable("The message names other shots.")


def _held(context: EditContext, field: str) -> set[str]:
    return {item for shot in context.shots.shots for item in getattr(shot, field)}


def _values(command: Command) -> list[str]:
    if isinstance(command, domain.ReplaceItem):
        return [command.new]
    if isinstance(command, domain.AddItems):
        return list(command.items)
    if isinstance(command, domain.SetField) and isinstance(command.value, str):
        return [command.value] if command.field not in _NAMED_OTHERWISE else []
    return []


def _in_english(value: str, message: str) -> bool:
    """Whether the message says a value in the words of the vocabulary: "fl" for full."""
    page = read_page(message, FOR_EDITS, LANGUAGES)
    names = {span.name for spans in page.at for span in spans.values()}
    return any(name == value or name in value.split() for name in names)
