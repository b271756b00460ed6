"""Reads the list of known models: the one that comes with Toile, and the studio's own beside it.

Knows nothing of weights.
"""

import tomllib
from importlib.resources import files
from pathlib import Path

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
        return ModelList.model_validate(
            {"families": raw.get("family", ()), "models": raw.get("model", ())}
        )
    except (tomllib.TOMLDecodeError, ValidationError) as error:
        reason = str(error).splitlines()[0]
        raise BadInput(
            f"The list of models {name} cannot be read: {reason}.",
            hint="Every model needs name, source, licence, commercial and checked.",
        ) from error


def named(known: ModelList, name: str) -> ModelCard:
    """Return a model by name, or refuse and say which there are."""
    card = known.model(name)
    if card is None:
        there = ", ".join(model.name for model in known.models if model.commercial)
        raise NotFound(f"No model {name!r} is on the list.", hint=f"There are: {there}.")
    return card
