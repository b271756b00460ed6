"""Which weights paint here: from a family's name and a brand to folders that may be opened.

Refuses with a value that says why and what would change it. Loads nothing.
"""

from pathlib import Path

from toile.adapters.models.catalogue import named
from toile.adapters.models.folder import ModelFolder
from toile.domain.errors import BadInput, NotAllowed, NotFound, ToileError
from toile.domain.ids import BrandId
from toile.domain.models import FamilyCard, ModelCard, ModelList, Part
from toile.domain.painting import NoPainter

Chosen = dict[Part, tuple[ModelCard, Path]]


def chosen(
    folder: ModelFolder, wanted: str, brand: str, *, commercial: bool = True
) -> tuple[FamilyCard, Chosen] | NoPainter:
    """Return the family and its parts, or why it cannot paint for this brand.

    ``wanted`` names a family or one model of it. A part that a family can do without is left out
    when it is absent, but never when it is damaged: that would change pictures silently.
    """
    families = ", ".join(family.name for family in folder.known.families)
    if not wanted:
        return NoPainter(
            reason="No image model is chosen, so shots are blocked in 3-D.",
            hint=f"Set TOILE_PAINTER to one of: {families}.",
        )
    base = _base(folder, wanted)
    if base is None:
        return NoPainter(reason=f"No image model is called {wanted!r}.", hint=f"Try: {families}.")
    if commercial and (refusal := base.refusal(BrandId(brand))):
        return NoPainter(reason=refusal, hint="Choose a model with a commercial licence.")
    family = folder.known.family(base.family)
    if family is None:
        return NoPainter(
            reason=f"{base.title} is on the list, but Toile cannot run it.",
            hint=f"These run: {families}.",
        )
    return _parts(folder, family, base, BrandId(brand), commercial)


def served(known: ModelList, wanted: str, brand: str) -> ModelCard | NoPainter:
    """Return the model that a server is asked for, or why it may not be."""
    card = known.model(wanted)
    if card is None or card.part != "base":
        return NoPainter(
            reason=f"The image server's model {wanted!r} is not on the list of known licences.",
            hint="Set TOILE_PAINTER to a listed model, or add it to models.toml.",
        )
    if refusal := card.refusal(BrandId(brand)):
        return NoPainter(reason=refusal, hint="Choose a model with a commercial licence.")
    return card


def face_models(folder: ModelFolder, wanted: str, brand: str) -> tuple[ModelCard, Path, Path]:
    """Return a face reader's pinned card, the file of its finder and its own.

    Raises ``NotFound`` and ``BadInput`` for what is not here or not whole, and ``NotAllowed`` for
    a model that the brand may not use.
    """
    reader = named(folder.known, wanted)
    if reader.part != "face":
        raise BadInput(f"{reader.title} reads no faces.", hint="Set TOILE_FACE_READER to one.")
    parts = folder.known.parts(reader.family)
    finder = next((card for card in parts if card.part == "finder"), None)
    if finder is None:
        raise NotFound(
            f"{reader.title} has nothing that finds faces for it.",
            hint="List a model of the same family whose part is finder.",
        )
    for card in (finder, reader):
        if refusal := card.refusal(BrandId(brand)):
            raise NotAllowed(refusal, hint="Choose a face model with a commercial licence.")
    finding, reading = folder.opened(finder), folder.opened(reader)
    return reading[0], finding[1] / finder.file, reading[1] / reader.file


def _base(folder: ModelFolder, wanted: str) -> ModelCard | None:
    named = folder.known.model(wanted)
    if named is not None and named.part == "base":
        return named
    bases = [card for card in folder.known.parts(wanted) if card.part == "base"]
    ready = {line.card.name for line in folder.listed() if line.state == "ready"}
    # Among several bases the one at hand, and among those the one that a brand may use.
    bases.sort(key=lambda card: (not card.commercial, card.name not in ready))
    return bases[0] if bases else None


def _parts(
    folder: ModelFolder, family: FamilyCard, base: ModelCard, brand: BrandId, commercial: bool
) -> tuple[FamilyCard, Chosen] | NoPainter:
    try:
        opened: Chosen = {"base": folder.opened(base)}
        for card in folder.known.parts(family.name):
            if card.part not in family.takes or card.part in opened:
                continue
            if _absent(folder, card):
                continue
            if commercial and (refusal := card.refusal(brand)):
                return NoPainter(reason=refusal, hint="Remove it, or choose another family.")
            opened[card.part] = folder.opened(card)
    except ToileError as error:
        return NoPainter(reason=error.message, hint=error.hint)
    return family, opened


def _absent(folder: ModelFolder, card: ModelCard) -> bool:
    return any(line.card.name == card.name and line.state == "absent" for line in folder.listed())
