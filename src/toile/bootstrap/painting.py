"""The wiring of painting: which weights, on which device, or why none. Nothing loads at import."""

import json
from pathlib import Path
from typing import TYPE_CHECKING

from toile.bootstrap.shared import Shared
from toile.domain.errors import ToileError
from toile.domain.painting import GeneratorAbility, NoPainter
from toile.settings import Settings

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from toile.adapters.models.choice import Chosen
    from toile.adapters.models.folder import ModelFolder
    from toile.adapters.models.licence_keys import LicenceKeys
    from toile.domain.models import FamilyCard, ModelCard
    from toile.domain.paint_words import PaintTemplate
    from toile.domain.painting import KeptLikeness
    from toile.workflow.block_shot import BlockShot
    from toile.workflow.make_picture import MakePicture
    from toile.workflow.paint_shot import PaintShot
    from toile.workflow.ports import (
        Drafts,
        Images,
        KeptOriginals,
        LikenessScorer,
        Painter,
        Registry,
        Renderer,
        Stopped,
        TwinVault,
    )

LARGEST_PACK = GeneratorAbility.model_fields["largest_pack"].default


def today() -> "date":
    """Return the day by the studio's clock."""
    from toile.adapters.system import SystemClock

    return SystemClock().now().date()


def model_folder(settings: Settings) -> "ModelFolder":
    """Return the folder of image model weights, with the list of what may be loaded."""
    from toile.adapters.models.folder import ModelFolder

    return ModelFolder(settings.models_dir or settings.folder / "models")


def why_not_painting(settings: Settings, brand: str = "") -> str:
    """Return why this studio blocks and does not paint, or nothing; loads no model."""
    chosen = _chosen(settings, brand)
    return str(chosen) if isinstance(chosen, NoPainter) else ""


def painter(
    settings: Settings, brand: str = "", stopped: "Stopped" = lambda: False
) -> "Painter | NoPainter":
    """Return the painter with its weights loaded, or why there is none.

    Loading costs seconds to a minute: a worker asks once and keeps it. It is given up with
    ``Cancelled`` between two networks, or within a step of warming, once ``stopped`` says so.
    """
    if settings.painter_url:
        return _remote(settings, brand)
    weights = _weights(settings, brand)
    if isinstance(weights, NoPainter):
        return weights
    from toile.adapters.generators.opening import open_painter
    from toile.adapters.generators.speed import levers_of

    ledger = settings.folder / "painting-memory.json"
    levers = levers_of(settings.painter_levers)
    made = open_painter(
        *weights,
        device=settings.device,
        ledger=ledger,
        levers=levers,
        stopped=stopped,
        noted=lambda missed: _note_levers(settings, missed),
    )
    if levers.compiled:
        from toile.adapters.generators.warming import warm

        warm(made, stopped)
        made.tell_anew()
    return made


def levers_missed(settings: Settings) -> tuple[str, ...]:
    """Return the levers that the last painter here was set to use and had to do without."""
    try:
        noted = json.loads(_levers_note(settings).read_text("utf-8"))
    except (OSError, ValueError):
        return ()
    # What was found of other levers says nothing of those that are set now.
    return tuple(noted["missed"]) if noted["levers"] == settings.painter_levers else ()


def _note_levers(settings: Settings, missed: tuple[str, ...]) -> None:
    """Leave for the doctor what a worker found: only who opens a model knows."""
    note = {"levers": settings.painter_levers, "missed": missed}
    settings.folder.mkdir(parents=True, exist_ok=True)
    _levers_note(settings).write_text(json.dumps(note), "utf-8")


def _levers_note(settings: Settings) -> Path:
    return settings.folder / "painting-levers.json"


def side_by_side(settings: Settings) -> int:
    """Return how many drafts a worker draws at once: one, or enough that a card never waits.

    While one pack is painted, the next is blocked and the last is marked. Without a card all of it
    is the processor's, and many at once would only make the first of them late.
    """
    apart = settings.painter_url or settings.device != "cpu"
    paints = settings.painter and not why_not_painting(settings)
    return 2 * LARGEST_PACK if apart and paints else 1


def paint_template() -> "PaintTemplate":
    """Return the prompt document of painting, from the wheel or the working tree."""
    from toile.domain.paint_words import PaintTemplate

    installed = Path(__file__).parents[1] / "prompts"
    folder = installed if installed.is_dir() else Path(__file__).parents[3] / "prompts"
    return PaintTemplate.parse((folder / "paint_shot.md").read_text("utf-8"))


def paint_shot(
    settings: Settings,
    renderer: "Renderer",
    registry: "Registry",
    turns: "Callable[[str], tuple[int, int]]",
    stopped: "Stopped",
) -> "PaintShot | NoPainter":
    """Return the verb that paints a blocked shot, its model loaded, or why there is none.

    ``turns`` says whose shot is painted first when several wait.
    """
    from toile.workflow.paint_shot import PaintShot

    made = painter(settings, stopped=stopped)
    if isinstance(made, NoPainter):
        return made
    vault, words = twin_vault(settings), paint_template()
    if not made.ability.remote:
        from toile.adapters.generators.gathering import GatheringPainter

        made = GatheringPainter(made, turns)
    return PaintShot(made, renderer, registry, vault, words, likeness_scorer(settings))


def while_allowed(
    settings: Settings, load: "Callable[[Stopped], PaintShot | NoPainter]"
) -> "Callable[[Stopped], PaintShot | NoPainter]":
    """Return a maker that loads the model once and gives it while its licence and files hold.

    A refusal is never kept: weights that are mended paint the next draft. A load is given up when
    nobody waits for it any more.
    """
    loaded = Shared(load, keeps=lambda made: not isinstance(made, NoPainter))

    def given(stopped: "Stopped") -> "PaintShot | NoPainter":
        chosen = _chosen(settings)
        return chosen if isinstance(chosen, NoPainter) else loaded(stopped)

    return given


def likeness_scorer(settings: Settings) -> "LikenessScorer":
    """Return what measures how like a twin a picture is, or what says why nothing does."""
    from toile.adapters.generators.likeness import NoScorer

    if not settings.face_reader:
        return NoScorer()
    try:
        return _face_scorer(settings)
    except ToileError as error:
        # A draft is worth having without the figure; the reason stands where it would.
        return NoScorer(f"{error.message.rstrip('.')}. {error.hint}".strip().rstrip("."))


def why_no_likeness(settings: Settings) -> str:
    """Return why the face reader that is set reads nothing, or nothing."""
    try:
        _face_scorer(settings)
    except ToileError as error:
        return f"{error.message} {error.hint}".strip()
    return ""


def _face_scorer(settings: Settings) -> "LikenessScorer":
    from toile.adapters.generators.faces import OnnxFaces
    from toile.adapters.generators.likeness import FaceScorer
    from toile.adapters.models.choice import face_models

    card, finder, reader = face_models(model_folder(settings), settings.face_reader, settings.brand)
    return FaceScorer(f"{card.title}, {card.revision[:12]}", OnnxFaces(finder, reader))


def make_picture(
    drafts: "Drafts",
    images: "Images",
    sealed: "KeptOriginals",
    blocks: "BlockShot",
    paints: "Callable[[Stopped], PaintShot | NoPainter]",
) -> "MakePicture":
    """Return what makes the pixels: whole pictures, and originals with parts made anew."""
    from toile.adapters.generators.retouch import PixelRetouch
    from toile.workflow.make_picture import MakePicture
    from toile.workflow.originals import Originals

    return MakePicture(blocks, paints, Originals(drafts, images, PixelRetouch(), sealed))


def twin_vault(settings: Settings) -> "TwinVault":
    """Return the vault of twins' own weights; its keys lie apart, in no backup of it."""
    from toile.adapters.models.vault import TwinVault

    return TwinVault(settings.folder / "twin-weights", _licence_keys(settings))


def locked_likenesses(settings: Settings) -> "tuple[KeptLikeness, ...]":
    """Return what twins gave that cannot be opened here, since its key is not."""
    from toile.adapters.models.vault import TwinVault

    return TwinVault(settings.folder / "twin-weights", _licence_keys(settings)).locked()


def sealed_originals(settings: Settings) -> "KeptOriginals":
    """Return the clean pictures that edits start from, sealed under the same keys as the twins."""
    from toile.adapters.models.originals import SealedOriginals

    return SealedOriginals(settings.folder / "originals", _licence_keys(settings))


def _licence_keys(settings: Settings) -> "LicenceKeys":
    from toile.adapters.models.licence_keys import LicenceKeys

    return LicenceKeys(settings.folder / "keys" / "twin-weights")


def _chosen(
    settings: Settings, brand: str = ""
) -> "ModelCard | tuple[FamilyCard, Chosen] | NoPainter":
    return _served(settings, brand) if settings.painter_url else _weights(settings, brand)


def _served(settings: Settings, brand: str) -> "ModelCard | NoPainter":
    from toile.adapters.models.choice import served

    return served(model_folder(settings).known, settings.painter, brand or settings.brand)


def _remote(settings: Settings, brand: str) -> "Painter | NoPainter":
    card = _served(settings, brand)
    if isinstance(card, NoPainter):
        return card
    from toile.adapters.generators.openai_images import OpenAiImagesPainter

    key = settings.painter_key.get_secret_value()
    return OpenAiImagesPainter(settings.painter_url, card, key=key)


def _weights(settings: Settings, brand: str) -> "tuple[FamilyCard, Chosen] | NoPainter":
    from toile.adapters.generators.device import why_not
    from toile.adapters.models.choice import chosen

    return why_not(settings.device) or chosen(
        model_folder(settings), settings.painter, brand or settings.brand
    )
