"""Words about one named part of a picture: what they may change, and how to say them whole.

Belongs here: which fields of a shot a part is made of. Does not: finding parts in a picture.
"""

import re
from collections.abc import Iterable

from toile.domain.commands import (
    AddItems,
    Command,
    RemoveItems,
    ReplaceItem,
    SetField,
    StepField,
    Vary,
)

BACKGROUND = "background"
_FACE = frozenset({"face", "brows", "lashes", "eyes", "lips", "teeth"})
_SCENE = frozenset({"", "sky", "floor", "set", BACKGROUND})
_BODY = frozenset({"skin", "body", "hands"})
_FIELDS = {
    "face": ("expression", "make_up", "pose"),
    "hair": ("hair",),
    "body": ("pose",),
    BACKGROUND: ("set", "light", "props"),
}
_STANDS_FOR = re.compile(r"\b(it|this|that|them)\b", re.IGNORECASE)


def merged_part(name: str) -> str:
    """Return the part people would name: brows and lashes are the face, the sky the background."""
    if name in _SCENE:
        return BACKGROUND
    if name in _FACE:
        return "face"
    return "body" if name in _BODY else name


def fields_of(part: str) -> tuple[str, ...]:
    """Return the fields of a shot that words about a part may change."""
    return _FIELDS.get(part, ("garments", "products"))


def whole(part: str, text: str) -> str:
    """Return the words with the part named in them: "make it navy" becomes "make the coat navy"."""
    if part.casefold() in text.casefold():
        return text
    if _STANDS_FOR.search(text):
        return _STANDS_FOR.sub(f"the {part}", text, count=1)
    return f"{part}: {text}"


def within(part: str, commands: Iterable[Command]) -> tuple[Command, ...]:
    """Return the commands that touch only this part; the others are left out."""
    fields = fields_of(part)
    return tuple(command for command in commands if _touches_only(command, part, fields))


def _touches_only(command: Command, part: str, fields: tuple[str, ...]) -> bool:
    if isinstance(command, ReplaceItem):
        return command.field in fields and (part in _FIELDS or command.old == part)
    if isinstance(command, RemoveItems):
        return command.field in fields and (part in _FIELDS or set(command.items) <= {part})
    if isinstance(command, SetField | StepField | AddItems):
        return command.field in fields
    return not isinstance(command, Vary) and not hasattr(command, "shots")
