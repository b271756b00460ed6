"""Words about one part of a picture, read by what can be drawn of that part.

Belongs here: the catalogue's answer to short words such as "a low bun" or "a slight smile", said
while pointing at a part. Does not: sentences about a board, which the interpreter reads.
"""

import re
from collections.abc import Iterable

from toile.domain.catalogue import Catalogue
from toile.domain.commands import Command, ReplaceItem, SetField, StepField
from toile.domain.region_words import BACKGROUND
from toile.domain.shots import Shot
from toile.domain.wardrobe import reworn

# A part, the field of the shot that it shows, and the shelf of the catalogue that has words for it.
_SHELVES = {
    "face": (("expression", "expressions"), ("make_up", "make_up")),
    "hair": (("hair", "hair"),),
    BACKGROUND: (("set", "sets"),),
}
# What the interpreter takes from the same words where it does not know what is pointed at.
_RIVALS = {"expression": ("pose",), "set": ("light",)}
_UNLESS = re.compile(r"\b(no|not|never|without|less|don'?t|remove)\b", re.IGNORECASE)
_LEAD = re.compile(
    r"^(?:please\s+)?(?:(?:make|turn|have|give|change|set)\s+(?:it|this|that|her|him|them)\b)?"
    r"\s*(?:(?:be|to|into|in|on|with|a|an|the|more|of)\s+)*",
    re.IGNORECASE,
)


def with_pointed(shot: Shot, part: str, plain: Iterable[str]) -> Shot:
    """Return the shot with a plain piece counted as named, so that words can change it."""
    if part in shot.garments or part not in plain:
        return shot
    return shot.with_(garments=(*shot.garments, part))


def read_part(
    part: str, words: str, shot: Shot, commands: tuple[Command, ...], catalogue: Catalogue
) -> tuple[Command, ...]:
    """Return the commands for a part, with what the catalogue knows of the words put right.

    What the interpreter read of a field stays; its guess at a neighbouring field goes where the
    catalogue found the part's own.
    """
    if part in shot.garments:
        return _piece(part, words, shot, commands, catalogue)
    taken = {command.field for command in commands if isinstance(command, SetField | StepField)}
    found = [
        (field, value)
        for field, shelf in _SHELVES.get(part, ())
        if field not in taken and (value := _said(words, field, shelf, catalogue))
    ]
    rivals = {rival for field, _ in found for rival in _RIVALS.get(field, ())}
    if catalogue.lights.find(words):
        rivals.discard("light")
    kept = (
        command
        for command in commands
        if not (isinstance(command, SetField | StepField) and command.field in rivals)
    )
    own = (SetField(shots=(shot.id,), field=field, value=value) for field, value in found)
    return (*kept, *own)


def _piece(
    piece: str, words: str, shot: Shot, commands: tuple[Command, ...], catalogue: Catalogue
) -> tuple[Command, ...]:
    wish = _LEAD.sub("", words).strip(" .!")
    named = catalogue.garments.find(wish)
    if commands and named and wish[named.start : named.end].casefold() in piece.casefold():
        return commands
    new = "" if _UNLESS.search(words) else reworn(piece, wish, catalogue)
    if not new or new == piece:
        return commands
    return (ReplaceItem(shots=(shot.id,), field="garments", old=piece, new=new),)


def _said(words: str, field: str, shelf: str, catalogue: Catalogue) -> str:
    """Return the words for a field where its shelf answers them; a no is not a wish."""
    found = getattr(catalogue, shelf).find(words)
    if found is None or _UNLESS.search(words[: found.start]) or re.search(r"\bless\b", words):
        return ""
    # A place is painted as it is called: "warm paper wall" says more than the wall.
    return _LEAD.sub("", words).strip(" .!") if field == "set" else words[found.start : found.end]
