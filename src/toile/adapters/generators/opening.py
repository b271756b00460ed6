"""Opens a family from folders of weights: safetensors only, nothing fetched, no code run.

Vendor errors become one sentence with the next step. Knows nothing of licences or hashes: who
calls has checked them.
"""

import json
import logging
import tempfile
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from importlib import import_module
from pathlib import Path
from typing import Any

import torch
from safetensors import SafetensorError

from toile.adapters.generators.diffusers_painter import DiffusersPainter
from toile.adapters.generators.family import Family
from toile.adapters.generators.memory import MemoryLedger
from toile.adapters.generators.speed import PLAIN, Levers, pull
from toile.domain.errors import BadInput, Cancelled, ServiceUnavailable
from toile.domain.models import FamilyCard, ModelCard, Part
from toile.domain.painting import GeneratorAbility

log = logging.getLogger(__name__)
Parts = Mapping[Part, tuple[ModelCard, Path]]
Stopped = Callable[[], bool]
# Whose classes read their own weights; a pipeline reads what comes from elsewhere.
_LIBRARIES = ("diffusers", "transformers")
_LOCAL: dict[str, Any] = {"local_files_only": True, "use_safetensors": True}
_GB = 1024.0**3


def open_painter(
    family: FamilyCard,
    parts: Parts,
    *,
    device: str,
    ledger: Path | None = None,
    levers: Levers = PLAIN,
    stopped: Stopped = lambda: False,
    noted: Callable[[tuple[str, ...]], None] = lambda _: None,
) -> DiffusersPainter:
    """Return the painter of a family with its weights on the device and its levers pulled.

    Raises ``BadInput`` for weights that do not load, ``ServiceUnavailable`` when they do not fit,
    and ``Cancelled`` between two networks once ``stopped`` says so. ``noted`` is told which levers
    are missed, now and whenever one more is.
    """
    base = parts["base"][0]
    cards = [card for card, _ in parts.values()]
    strictest = next((card for card in cards if not card.commercial), base)
    ability = family.ability(base, device=device).model_copy(
        update={"commercial": strictest.commercial, "licence": strictest.licence}
    )
    _silenced()
    with _loading(base.title):
        opened = OPENERS[family.name](ability, parts, stopped)
        _placed(opened, device, stopped)
    pulled = pull(opened, levers)
    log.info("levers of the painter", extra={"levers": [str(one) for one in pulled]})
    missed = tuple(f"{one}." for one in pulled if one.why_not)
    return DiffusersPainter(opened, MemoryLedger(ledger), missed=missed, noted=noted)


def _sdxl(ability: GeneratorAbility, parts: Parts, stopped: Stopped) -> Family:
    from toile.adapters.generators.diffusers_sdxl import SdxlFamily

    card, folder = parts["base"]
    precision = _precision(ability.device)
    base = _pipeline("StableDiffusionXLPipeline", folder, precision, stopped, add_watermarker=False)
    control = None
    if "control" in parts:
        _go_on(stopped)
        place = parts["control"][1]
        control = _diffusers().ControlNetUnionModel.from_pretrained(
            place, dtype=precision, **_LOCAL
        )
    if "references" in parts:
        _go_on(stopped)
        adapter, place = parts["references"]
        file = Path(adapter.file)
        base.load_ip_adapter(
            str(place),
            subfolder=str(file.parent) if file.parent != Path() else "",
            weight_name=file.name,
            image_encoder_folder=adapter.encoder or None,
            local_files_only=True,
        )
    guidance = 5.0 if card.guidance is None else card.guidance
    return SdxlFamily(base, ability, control=control, guidance=guidance)


def _z_image(ability: GeneratorAbility, parts: Parts, stopped: Stopped) -> Family:
    from toile.adapters.generators.diffusers_z_image import ZImageFamily

    precision = _precision(ability.device)
    base = _pipeline("ZImagePipeline", parts["base"][1], precision, stopped)
    control = None
    if "control" in parts:
        _go_on(stopped)
        card, folder = parts["control"]
        control = _single_file(_diffusers().ZImageControlNetModel, card, folder, precision)
    return ZImageFamily(base, ability, control=control)


def _flux2_klein(ability: GeneratorAbility, parts: Parts, stopped: Stopped) -> Family:
    from toile.adapters.generators.diffusers_flux2_klein import TEXT_LAYERS, Flux2KleinFamily

    precision = _precision(ability.device)
    base = _pipeline("Flux2KleinPipeline", parts["base"][1], precision, stopped)
    layers = parts["base"][0].config.get("text_layers")
    text_layers = layers if isinstance(layers, tuple) else TEXT_LAYERS
    return Flux2KleinFamily(base, ability, text_layers=text_layers)


def _qwen_edit(ability: GeneratorAbility, parts: Parts, stopped: Stopped) -> Family:
    from toile.adapters.generators.diffusers_qwen_edit import QwenEditFamily

    card, folder = parts["base"]
    precision = _precision(ability.device)
    base = _pipeline("QwenImageEditPlusPipeline", folder, precision, stopped)
    return QwenEditFamily(base, ability, guidance=4.0 if card.guidance is None else card.guidance)


OPENERS: dict[str, Callable[[GeneratorAbility, Parts, Stopped], Family]] = {
    "sdxl": _sdxl,
    "z_image": _z_image,
    "flux2_klein": _flux2_klein,
    "qwen_edit": _qwen_edit,
}


def _pipeline(
    kind: str, folder: Path, precision: torch.dtype, stopped: Stopped, **more: Any
) -> Any:
    """Load a pipeline network by network, so that a load nobody waits for ends between two."""
    networks: dict[str, Any] = {}
    for name, (library, network) in _networks(folder):
        _go_on(stopped)
        place = folder / name
        half = {"variant": "fp16"} if any(place.glob("*.fp16.safetensors")) else {}
        made = getattr(import_module(library), network)
        networks[name] = made.from_pretrained(place, dtype=precision, **half, **_LOCAL)
    _go_on(stopped)
    pipeline = getattr(_diffusers(), kind)
    return pipeline.from_pretrained(folder, dtype=precision, **networks, **more, **_LOCAL)


def _networks(folder: Path) -> Iterator[tuple[str, tuple[str, str]]]:
    """Yield the parts of a pipeline that have weights, each with the library and class it is of."""
    listed = json.loads((folder / "model_index.json").read_text("utf-8"))
    for name, made_by in listed.items():
        known = isinstance(made_by, list) and made_by[0] in _LIBRARIES
        if known and any((folder / name).glob("*.safetensors")):
            yield name, (made_by[0], made_by[1])


def _go_on(stopped: Stopped) -> None:
    if stopped():
        raise Cancelled("The load was given up: nobody waits for it.")


def _diffusers() -> Any:
    # Its classes are made lazily and carry no types.
    return import_module("diffusers")


def _silenced() -> None:
    """Keep the libraries' notes and bars out of the log: they quote the words of a brief."""
    for library in (import_module("diffusers.utils"), import_module("transformers.utils")):
        library.logging.set_verbosity_error()
        library.logging.disable_progress_bar()


def _single_file(kind: Any, card: ModelCard, folder: Path, precision: torch.dtype) -> Any:
    """Return a network from one file of weights, its shape from the card or a config beside it."""
    if (folder / "config.json").is_file():
        return kind.from_pretrained(folder, dtype=precision, **_LOCAL)
    with tempfile.TemporaryDirectory() as place:
        (Path(place) / "config.json").write_text(json.dumps(card.config), encoding="utf-8")
        return kind.from_single_file(
            str(folder / card.file), config=place, dtype=precision, local_files_only=True
        )


def _precision(device: str) -> torch.dtype:
    return torch.float32 if device == "cpu" else torch.bfloat16


def _placed(family: Family, device: str, stopped: Stopped) -> None:
    pipe = family.base
    if device.startswith("cuda") and _card_gb(device) < family.ability.memory_gb:
        # Parts take turns on the card: slower, and the only way on a small one.
        pipe.enable_model_cpu_offload(device=device)
        return
    for module in family.modules():
        _go_on(stopped)
        module.to(device)


def _card_gb(device: str) -> float:
    return float(torch.cuda.get_device_properties(device).total_memory) / _GB


@contextmanager
def _loading(title: str) -> Iterator[None]:
    hint = "Check it with `toile models check`, or bring it in again with `toile models pull`."
    try:
        yield
    except torch.OutOfMemoryError as error:
        raise ServiceUnavailable(
            f"{title} does not fit on this card.",
            hint="Close other work on the card, or choose a smaller model.",
        ) from error
    except ImportError as error:
        raise BadInput(
            f"{title} needs a library that is not installed: {error.name or error}.",
            hint="Install it (torchvision for Qwen), then start again.",
        ) from error
    except (SafetensorError, KeyError, ValueError, RuntimeError, OSError) as error:
        why = str(error).strip().splitlines()[0][:160] if str(error).strip() else "no reason given"
        raise BadInput(f"The weights of {title} cannot be loaded: {why}", hint=hint) from error
