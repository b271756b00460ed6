"""A twin's own weights: sealed at rest, bound to a licence, worn for one call and taken off."""

from copy import deepcopy
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import builders_tiny_pipelines as tiny
import numpy as np
import pytest
import torch
from builders_tiny_pipelines import a_request, an_ability
from peft import LoraConfig
from peft.utils import get_peft_model_state_dict
from safetensors.torch import save

from toile.adapters.generators.diffusers_flux2_klein import Flux2KleinFamily
from toile.adapters.generators.diffusers_painter import DiffusersPainter
from toile.adapters.generators.diffusers_sdxl import SdxlFamily
from toile.adapters.generators.diffusers_z_image import ZImageFamily
from toile.adapters.models.licence_keys import LicenceKeys
from toile.adapters.models.vault import TwinVault
from toile.domain.errors import BadInput, Cancelled, NotAllowed, NotFound
from toile.domain.ids import LicenceId, TwinId
from toile.domain.painting import Painted, PaintRequest, TwinWeights

ADA, BO = TwinId("ada"), TwinId("bo")
L1, L2 = LicenceId("licence-1"), LicenceId("licence-2")
NOW = datetime(2026, 11, 24, tzinfo=UTC)


def _family(name: str) -> Any:
    if name == "sdxl":
        return SdxlFamily(tiny.sdxl_base(), an_ability(), control=tiny.sdxl_control())
    if name == "z_image":
        control = tiny.z_image_control()
        return ZImageFamily(tiny.z_image_base(), an_ability(), control=control, most_tokens=64)
    ability = an_ability(images_together=4, maps_together=2)
    base = tiny.klein_base()
    return Flux2KleinFamily(base, ability, text_layers=(1, 2, 3), most_tokens=400)


def _lora(denoiser: Any, seed: int = 1, prefix: str = "transformer") -> bytes:
    torch.manual_seed(seed)
    copy = deepcopy(denoiser)
    copy.add_adapter(LoraConfig(r=4, lora_alpha=4, target_modules=["to_q", "to_k", "to_v"]))
    names = get_peft_model_state_dict(copy)
    return save({f"{prefix}.{name}": torch.randn_like(one) * 0.5 for name, one in names.items()})


def _worn(data: bytes, twin: TwinId = ADA) -> tuple[TwinWeights, ...]:
    return (TwinWeights(twin=twin, digest="ab" * 32, strength=1.0, data=data),)


def _paint(painter: DiffusersPainter, request: PaintRequest, stop: bool = False) -> Painted:
    steps: list[str] = []
    return painter.paint(
        [request],
        progress=lambda _, said: steps.append(said),
        stopped=lambda: stop and bool(steps),
        preview=lambda *_: None,
    )[0]


def _gap(one: Painted, other: Painted) -> int:
    first, second = (np.frombuffer(p.picture.rgb, np.uint8).astype(int) for p in (one, other))
    return int(np.abs(first - second).max())


@pytest.mark.parametrize("name", ["sdxl", "z_image", "klein"])
def test_weights_are_worn_for_one_picture_and_nobody_wears_them_after(name: str) -> None:
    family = _family(name)
    painter, base = DiffusersPainter(family), family.base
    denoiser = base.unet if name == "sdxl" else base.transformer
    prefix = "unet" if name == "sdxl" else "transformer"
    plain = a_request(0)
    dressed = replace(plain, weights=_worn(_lora(denoiser, prefix=prefix)))
    before = _paint(painter, plain)
    with_twin = _paint(painter, dressed)
    assert _gap(before, with_twin) > 20
    assert _gap(before, _paint(painter, plain)) <= 2
    with pytest.raises(Cancelled):
        _paint(painter, dressed, stop=True)
    assert _gap(before, _paint(painter, plain)) <= 2, "stopping must take them off too"


def test_weights_for_another_model_are_refused_and_not_ignored() -> None:
    other = tiny.sdxl_base().unet
    painter = DiffusersPainter(_family("klein"))
    with pytest.raises(BadInput, match="ada"):
        _paint(painter, replace(a_request(0), weights=_worn(_lora(other, prefix="unet"))))


def test_damaged_weights_are_one_sentence() -> None:
    painter = DiffusersPainter(_family("klein"))
    with pytest.raises(BadInput, match="weights of twin ada are damaged"):
        _paint(painter, replace(a_request(0), weights=_worn(b"not weights at all")))


@pytest.fixture
def vault(tmp_path: Path) -> TwinVault:
    return TwinVault(tmp_path / "weights", LicenceKeys(tmp_path / "keys"))


DATA = save({"a": torch.arange(64.0)})


def test_sealed_weights_come_back_only_under_the_licence_they_are_bound_to(
    vault: TwinVault,
) -> None:
    kept = vault.keep(ADA, L1, DATA, NOW)
    opened = vault.opened(ADA, {L1, L2})
    assert opened is not None
    assert (opened.data, opened.digest) == (DATA, kept.sha256)
    with pytest.raises(NotAllowed, match="belong to licence licence-1"):
        vault.opened(ADA, {L2})
    assert vault.opened(BO, {L1}) is None


def test_nothing_of_the_weights_lies_readable_on_disk(vault: TwinVault, tmp_path: Path) -> None:
    vault.keep(ADA, L1, DATA, NOW)
    (file,) = (tmp_path / "weights").iterdir()
    assert DATA[8:40] not in file.read_bytes()
    assert file.stat().st_mode & 0o077 == 0
    assert all(key.stat().st_mode & 0o077 == 0 for key in (tmp_path / "keys").iterdir())


def test_a_changed_byte_or_another_licence_in_the_head_is_found(
    vault: TwinVault, tmp_path: Path
) -> None:
    vault.keep(ADA, L1, DATA, NOW)
    vault.keep(BO, L2, DATA, NOW)
    for file in (tmp_path / "weights").iterdir():
        file.write_bytes(file.read_bytes().replace(b"licence-1", b"licence-2"))
    with pytest.raises(BadInput, match="changed on disk"):
        vault.opened(ADA, {L2})


def test_weights_are_gone_with_their_licence_even_from_a_backup(
    vault: TwinVault, tmp_path: Path
) -> None:
    vault.keep(ADA, L1, DATA, NOW)
    vault.keep(BO, L2, DATA, NOW)
    files = {file: file.read_bytes() for file in (tmp_path / "weights").iterdir()}
    assert vault.forget(L1) == (ADA,)
    assert vault.opened(ADA, {L1}) is None
    assert vault.opened(BO, {L2}) is not None
    for file, data in files.items():
        file.write_bytes(data)
    with pytest.raises(NotFound, match="key of licence licence-1 is gone"):
        vault.opened(ADA, {L1})


def test_only_whole_safetensors_are_kept(vault: TwinVault) -> None:
    with pytest.raises(BadInput, match="not whole safetensors"):
        vault.keep(ADA, L1, DATA[:-9], NOW)
    assert vault.listed() == ()
