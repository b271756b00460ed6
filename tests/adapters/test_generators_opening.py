"""From a folder of weights to a painter: listed, licensed, pinned, whole, and only then loaded."""

import json
import struct
from datetime import date
from pathlib import Path
from typing import Any

import builders_tiny_pipelines as tiny
import diffusers
import pytest
import torch
import transformers
from builders_tiny_pipelines import a_request
from safetensors.torch import save_file

from toile.adapters.models.folder import ModelFolder
from toile.adapters.models.soundness import LOCK
from toile.bootstrap import painting as bootstrap_painting
from toile.domain.errors import BadInput, NotFound
from toile.domain.painting import NoPainter
from toile.settings import Settings

DAY = date(2026, 11, 24)

OWN = """
[[model]]
name = "tiny-{part}-{family}"
title = "Tiny {family} {part}"
family = "{family}"
part = "{part}"
source = "own/{family}-{part}"
licence = "{licence}"
commercial = {commercial}
size_gb = 0.1
{more}
checked = {{ on = 2026-11-24, by = "Test", where = "made here" }}
"""


def _listed(family: str, part: str = "base", *, more: str = "", commercial: bool = True) -> str:
    return OWN.format(
        family=family,
        part=part,
        more=more,
        commercial=str(commercial).lower(),
        licence="Apache-2.0" if commercial else "research only",
    )


@pytest.fixture(scope="module")
def weights(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Save every tiny family the way it is published."""
    place = tmp_path_factory.mktemp("weights")
    base = tiny.sdxl_base()
    base.save_pretrained(place / "sdxl")
    tiny.sdxl_control().save_pretrained(place / "sdxl-control")
    adapter = {
        f"{group}.{name}": tensor.contiguous()
        for group, tensors in tiny.ip_adapter(base.unet).items()
        for name, tensor in tensors.items()
    }
    (place / "sdxl-references").mkdir()
    save_file(adapter, place / "sdxl-references" / "adapter.safetensors")
    tiny.z_image_base().save_pretrained(place / "z")
    control = tiny.z_image_control()
    (place / "z-control").mkdir()
    save_file(control.state_dict(), place / "z-control" / "control.safetensors")
    tiny.klein_base().save_pretrained(place / "klein")
    return place


@pytest.fixture
def models(tmp_path: Path) -> Path:
    folder = tmp_path / "models"
    folder.mkdir()
    return folder


def _add(models: Path, entries: str, pulls: dict[str, Path]) -> ModelFolder:
    own = models / "models.toml"
    own.write_text((own.read_text("utf-8") if own.exists() else "") + entries, encoding="utf-8")
    folder = ModelFolder(models)
    for name, start in pulls.items():
        folder.pull(name, on=DAY, by="Ada", start=start)
    return folder


def _settings(models: Path, wanted: str, device: str = "cpu") -> Settings:
    return Settings(models_dir=models, painter=wanted, device=device)


def _paint(settings: Settings) -> Any:
    painter = bootstrap_painting.painter(settings)
    assert not isinstance(painter, NoPainter), str(painter)
    return painter.paint(
        [a_request(0, steps=2)],
        progress=lambda *_: None,
        stopped=lambda: False,
        preview=lambda *_: None,
    )[0]


CONTROL = (
    'file = "control.safetensors"\nconfig = { control_layers_places = [0, 1], '
    "control_refiner_layers_places = [0], control_in_dim = 33, dim = 32, n_refiner_layers = 1, "
    'n_heads = 2, n_kv_heads = 2, add_control_noise_refiner = "control_noise_refiner" }'
)


def test_sdxl_with_control_and_references_paints_from_its_folder(
    weights: Path, models: Path
) -> None:
    entries = _listed("sdxl") + _listed("sdxl", "control")
    entries += _listed("sdxl", "references", more='file = "adapter.safetensors"')
    folder = _add(
        models,
        entries,
        {
            "tiny-base-sdxl": weights / "sdxl",
            "tiny-control-sdxl": weights / "sdxl-control",
            "tiny-references-sdxl": weights / "sdxl-references",
        },
    )
    assert folder.check("tiny-base-sdxl").state == "ready"
    facts = _paint(_settings(models, "tiny-base-sdxl")).facts
    assert facts.maps == ("pose", "depth", "normals")
    assert facts.model == "Tiny sdxl base"
    assert facts.revision.startswith("local-"), "weights of a folder are named by their bytes"
    assert len(facts.references) == 2


def test_z_image_reads_its_control_network_from_a_single_file(weights: Path, models: Path) -> None:
    _add(
        models,
        _listed("z_image") + _listed("z_image", "control", more=CONTROL),
        {"tiny-base-z_image": weights / "z", "tiny-control-z_image": weights / "z-control"},
    )
    assert _paint(_settings(models, "tiny-base-z_image")).facts.maps == ("pose",)


def test_klein_paints_from_its_folder(weights: Path, models: Path) -> None:
    entry = _listed("flux2_klein", more="config = { text_layers = [1, 2, 3] }")
    _add(models, entry, {"tiny-base-flux2_klein": weights / "klein"})
    painted = _paint(_settings(models, "tiny-base-flux2_klein"))
    assert painted.facts.family == "flux2_klein"


def test_the_words_of_a_brief_are_not_quoted_in_the_log_of_the_libraries(
    weights: Path, models: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    for library in (diffusers.utils, transformers.utils):
        library.logging.set_verbosity_warning()
        library.logging.enable_progress_bar()
    _add(models, _listed("sdxl"), {"tiny-base-sdxl": weights / "sdxl"})
    capfd.readouterr()
    painter = bootstrap_painting.painter(_settings(models, "sdxl"))
    assert not isinstance(painter, NoPainter)
    painter.paint(
        [a_request(0, steps=2, prompt="an orchid nobody may hear of yet " * 20)],
        progress=lambda *_: None,
        stopped=lambda: False,
        preview=lambda *_: None,
    )
    said = "".join(capfd.readouterr())
    assert "orchid" not in said
    assert "Loading" not in said


def test_a_machine_without_a_card_says_what_would_change_that(models: Path) -> None:
    why = bootstrap_painting.why_not_painting(_settings(models, "flux2_klein", device="cuda"))
    assert "no graphics card" in why
    assert "NVIDIA" in why


def test_no_model_chosen_is_said_with_the_choices(models: Path) -> None:
    why = bootstrap_painting.why_not_painting(_settings(models, ""))
    assert "flux2_klein, z_image, sdxl" in why


def test_missing_weights_say_how_to_get_them(models: Path) -> None:
    why = bootstrap_painting.painter(_settings(models, "flux2_klein"))
    assert isinstance(why, NoPainter)
    assert why.reason == "FLUX.2 [klein] 4B is not in the models folder."
    assert "toile models pull flux2-klein-4b" in why.hint


def test_a_non_commercial_model_is_refused_for_a_brand_by_name(models: Path) -> None:
    settings = _settings(models, "flux2-klein-9b")
    why = bootstrap_painting.painter(settings, brand="maison-orel")
    assert isinstance(why, NoPainter)
    assert why.reason == (
        "FLUX.2 [klein] 9B may not be used for maison-orel: its licence "
        "(FLUX Non-Commercial License) allows no commercial use."
    )


def test_a_non_commercial_part_beside_a_free_model_is_refused_too(
    weights: Path, models: Path
) -> None:
    _add(
        models,
        _listed("z_image") + _listed("z_image", "control", more=CONTROL, commercial=False),
        {"tiny-base-z_image": weights / "z", "tiny-control-z_image": weights / "z-control"},
    )
    why = bootstrap_painting.why_not_painting(_settings(models, "tiny-base-z_image"))
    assert "Tiny z_image control may not be used" in why


def test_a_listed_model_cannot_be_given_another_licence(models: Path) -> None:
    text = _listed("flux2_klein").replace(
        "own/flux2_klein-base", "black-forest-labs/FLUX.2-klein-9B"
    )
    (models / "models.toml").write_text(text, encoding="utf-8")
    with pytest.raises(BadInput, match="already lists"):
        ModelFolder(models)


@pytest.mark.parametrize(
    ("harm", "state", "words"),
    [
        ("cut", "damaged", "bytes are missing"),
        ("header", "damaged", "header"),
        ("changed", "damaged", "its hash differs"),
        ("pickle", "not safe", "could run code"),
        ("code", "not safe", "could run code"),
        ("auto_map", "not safe", "asks for code"),
        ("added", "damaged", "not the file that was pinned"),
        ("removed", "damaged", "not the file that was pinned"),
        ("unpinned", "not pinned", "never checked"),
    ],
)
def test_weights_that_changed_or_could_run_code_are_not_loaded(
    weights: Path, models: Path, harm: str, state: str, words: str
) -> None:
    folder = _add(models, _listed("z_image"), {"tiny-base-z_image": weights / "z"})
    _harm(models / "tiny-base-z_image", harm)
    line = folder.check("tiny-base-z_image")
    assert line.state == state
    assert any(words in problem for problem in line.problems)
    assert line.hint
    if harm != "changed":
        why = bootstrap_painting.painter(_settings(models, "tiny-base-z_image"))
        assert isinstance(why, NoPainter)


def _harm(place: Path, how: str) -> None:
    file = place / "vae" / "diffusion_pytorch_model.safetensors"
    data = bytearray(file.read_bytes())
    if how == "cut":
        file.write_bytes(data[:-100])
    elif how == "header":
        file.write_bytes(struct.pack("<Q", 10**9) + bytes(data[8:]))
    elif how == "changed":
        data[-1] ^= 1
        file.write_bytes(data)
    elif how == "pickle":
        (place / "vae" / "diffusion_pytorch_model.bin").write_bytes(b"\x80\x04.")
    elif how == "code":
        (place / "pipeline.py").write_text("print('hello')", encoding="utf-8")
    elif how == "auto_map":
        config = place / "text_encoder" / "config.json"
        config.write_text(json.dumps({"auto_map": {"AutoModel": "own.Own"}}), encoding="utf-8")
    elif how == "added":
        (place / "extra.json").write_text("{}", encoding="utf-8")
    elif how == "removed":
        (place / "vae" / "config.json").unlink()
    else:
        (place / LOCK).unlink()


def test_weights_of_another_shape_are_one_sentence_with_the_next_step(
    weights: Path, models: Path
) -> None:
    folder = _add(models, _listed("z_image"), {})
    broken = models.parent / "broken"
    broken.mkdir()
    (broken / "model_index.json").write_text('{"_class_name": "ZImagePipeline"}', encoding="utf-8")
    save_file({"a": torch.zeros(1)}, broken / "a.safetensors")
    folder.pull("tiny-base-z_image", on=DAY, by="Ada", start=broken)
    with pytest.raises(BadInput, match="cannot be loaded") as caught:
        bootstrap_painting.painter(_settings(models, "tiny-base-z_image"))
    assert "toile models" in caught.value.hint


def test_a_pull_of_unsafe_files_leaves_nothing_behind(weights: Path, models: Path) -> None:
    start = models.parent / "unsafe"
    start.mkdir()
    (start / "weights.ckpt").write_bytes(b"\x80")
    folder = _add(models, _listed("z_image"), {})
    with pytest.raises(BadInput, match="could run code"):
        folder.pull("tiny-base-z_image", on=DAY, by="Ada", start=start)
    assert [path.name for path in models.iterdir()] == ["models.toml"]


def test_a_pull_from_the_hub_wants_the_full_commit(models: Path) -> None:
    with pytest.raises(BadInput, match="no pinned revision") as caught:
        ModelFolder(models).pull("flux2-klein-4b", on=DAY, by="Ada", revision="main")
    assert "--revision" in caught.value.hint


def test_a_model_that_is_not_listed_is_not_found(models: Path) -> None:
    with pytest.raises(NotFound, match="No model 'my-model' is on the list"):
        ModelFolder(models).check("my-model")


def test_the_lock_says_who_pinned_what_and_when(weights: Path, models: Path) -> None:
    _add(models, _listed("z_image"), {"tiny-base-z_image": weights / "z"})
    lock = json.loads((models / "tiny-base-z_image" / LOCK).read_text("utf-8"))
    assert (lock["pulled_by"], lock["pulled_on"]) == ("Ada", "2026-11-24")
    assert all(len(entry["sha256"]) == 64 for entry in lock["files"].values())
