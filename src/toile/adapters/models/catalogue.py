"""Reads the list of known models: the one that comes with Toile, and the studio's own beside it.

Knows nothing of weights.
"""

import tomllib
from collections.abc import Mapping
from importlib.resources import files
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from toile.domain.errors import BadInput, NotFound
from toile.domain.models import ModelCard, ModelList

OWN_LIST = "models.toml"


def model_list(folder: Path | None = None) -> ModelList:
    """Return the known models; a studio adds its own in ``models.toml`` of the models folder.

    An own entry may not take the name or the source of one that comes with Toile, so that nobody
    gives a non-commercial model another licence by accident.
    """
    shipped = _parsed(files("toile").joinpath("data", "models.toml").read_text("utf-8"), OWN_LIST)
    own_file = folder / OWN_LIST if folder else None
    if own_file is None or not own_file.is_file():
        return shipped
    own = _parsed(own_file.read_text("utf-8"), str(own_file))
    taken = {value for card in shipped.models for value in (card.name, card.source.casefold())}
    for card in own.models:
        if card.name in taken or card.source.casefold() in taken:
            raise BadInput(
                f"{OWN_LIST} names {card.title} again, which Toile already lists.",
                hint="Give another name and source; the licence of a listed model stays.",
            )
    return shipped.model_copy(update={"models": (*shipped.models, *own.models)})


def _parsed(text: str, name: str) -> ModelList:
    try:
        raw = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise BadInput(
            f"The list of models {name} cannot be read: {error}.", hint="Mend that line."
        ) from error
    tables = {"models": raw.get("model", ()), "families": raw.get("family", ())}
    try:
        return ModelList.model_validate(tables)
    except ValidationError as error:
        raise BadInput(
            f"The list of models {name} cannot be read: {_fault(tables, error)}.",
            hint="Take an entry of the list that comes with Toile as a pattern.",
        ) from error


def _fault(tables: Mapping[str, Any], error: ValidationError) -> str:
    """Say which entry and which field does not hold, and what is wrong with it."""
    first = error.errors()[0]
    table, *place = first["loc"]
    entry = tables[str(table)][place[0]] if place else {}
    named = entry.get("name", "without a name") if isinstance(entry, dict) else "without a name"
    field = ".".join(map(str, place[1:])) or "the whole of it"
    kind = {"models": "model", "families": "family"}[str(table)]
    return f"in the {kind} {named}, {field}: {first['msg'].lower()}"


def named(known: ModelList, name: str) -> ModelCard:
    """Return a model by name, or refuse and say which there are."""
    card = known.model(name)
    if card is None:
        there = ", ".join(model.name for model in known.models if model.commercial)
        raise NotFound(f"No model {name!r} is on the list.", hint=f"There are: {there}.")
    return card
