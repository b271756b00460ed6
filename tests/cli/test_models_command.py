"""`toile models`: the list with its licences, and a likeness sealed under a licence on file."""

import hashlib
import io
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from PIL import Image
from safetensors.numpy import save_file

from toile import bootstrap
from toile.adapters.sample_world.licences import demo_rights
from toile.adapters.sample_world.twins import demo_twins
from toile.settings import Settings


@pytest.fixture
def world() -> None:
    kept = bootstrap.records(Settings())
    rights = demo_rights()
    kept.registry.put(*demo_twins(), *rights.licences, *rights.consents)
    kept.close()


@pytest.fixture
def face(tmp_path: Path) -> Path:
    buffer = io.BytesIO()
    Image.new("RGB", (64, 64), (120, 90, 70)).save(buffer, "PNG")
    file = tmp_path / "face.png"
    file.write_bytes(buffer.getvalue())
    return file


def test_the_list_says_licence_state_and_why_nothing_is_painted(
    toile: Callable[..., Any],
) -> None:
    said = json.loads(toile("models", "list", "--json").out)
    by_name = {line["card"]["name"]: line for line in said["models"]}
    assert by_name["flux2-klein-4b"]["card"]["commercial"] is True
    assert by_name["flux2-klein-9b"]["card"]["commercial"] is False
    assert by_name["flux2-klein-4b"]["state"] == "absent"
    assert said["painting"] != "ready"


def test_a_check_of_what_is_not_here_ends_with_one_and_the_next_step(
    toile: Callable[..., Any],
) -> None:
    run = toile("models", "check", "flux2-klein-4b")
    assert run.code == 1
    assert "toile models pull flux2-klein-4b" in run.out


def test_a_pull_without_a_commit_is_one_sentence(toile: Callable[..., Any]) -> None:
    run = toile("models", "pull", "flux2-klein-4b")
    assert (run.code, "--revision COMMIT" in run.err) == (2, True)


def test_weights_that_no_brand_may_use_are_said_to_be_so_when_they_come_in(
    toile: Callable[..., Any], tmp_path: Path
) -> None:
    weights = tmp_path / "weights"
    weights.mkdir()
    save_file({"one": np.zeros(4, np.float32)}, weights / "one.safetensors")
    said = toile("models", "pull", "flux2-klein-9b", "--from", str(weights)).out
    assert "commercial use: no" in said
    assert "never works for a brand" in said


OWN = """
[[model]]
name = "own"
title = "Our own"
family = "sdxl"
part = "base"
source = "own/own"
licence = "Apache-2.0"
commercial = true
size_gb = 0.1
file = "own.safetensors"
sha256 = "HASH"
checked = { on = 2026-11-28, by = "Ada", where = "its card" }
"""


def weights_listed(folder: Path, digest: str = "") -> Path:
    """Write weights, and a list beside the models that names them by their hash or by another."""
    (folder / "brought").mkdir(exist_ok=True)
    weights = folder / "brought" / "own.safetensors"
    save_file({"one": np.zeros(4, np.float32)}, weights)
    digest = digest or hashlib.sha256(weights.read_bytes()).hexdigest()
    (folder / "models.toml").write_text(OWN.replace("HASH", digest), encoding="utf-8")
    return folder / "brought"


def test_without_a_name_every_model_that_is_here_is_checked(
    toile: Callable[..., Any], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TOILE_MODELS_DIR", str(tmp_path))
    none = toile("models", "check")
    assert (none.code, "No model is here" in none.out) == (0, True)
    toile("models", "pull", "own", "--from", str(weights_listed(tmp_path)))
    sound = toile("models", "check")
    assert (sound.code, sound.out) == (0, "Our own: ready.\n")
    pinned = tmp_path / "own" / "own.safetensors"
    pinned.write_bytes(pinned.read_bytes()[:-1] + b"x")
    changed = toile("models", "check", "--json")
    assert (changed.code, json.loads(changed.out)[0]["state"]) == (1, "damaged")


def test_a_hash_on_the_list_that_is_not_that_of_the_file_is_found_before_and_after_pulling(
    toile: Callable[..., Any], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TOILE_MODELS_DIR", str(tmp_path))
    refused = toile("models", "pull", "own", "--from", str(weights_listed(tmp_path, "a" * 64)))
    assert (refused.code, "its hash differs" in refused.err) == (2, True)
    toile("models", "pull", "own", "--from", str(weights_listed(tmp_path)))
    weights_listed(tmp_path, "b" * 64)
    found = toile("models", "check")
    assert (found.code, "not the file whose licence was read" in found.out) == (1, True)
    listed = json.loads(toile("models", "list", "--json").out)["models"]
    assert {"own": "damaged"}.items() <= {
        one["card"]["name"]: one["state"] for one in listed
    }.items()


def test_a_face_is_sealed_under_a_licence_of_that_twin_only(
    toile: Callable[..., Any], world: None, face: Path
) -> None:
    options = ("--twin", "twin-imani", "--licence")
    kept = toile("models", "keep", str(face), *options, "lic-imani-orel-2026")
    assert kept.code == 0, kept.err
    assert "destroyed when lic-imani-orel-2026 is revoked" in kept.out
    assert json.loads(toile("models", "kept", "--json").out)[0]["twin"] == "twin-imani"
    refused = toile("models", "keep", str(face), *options, "lic-of-somebody-else")
    assert refused.code == 2
    assert "has no licence lic-of-somebody-else on file" in refused.err


def test_a_research_only_face_reader_is_refused_by_name_and_the_free_one_named(
    toile: Callable[..., Any],
) -> None:
    assert "commercial use: no" in toile("models", "check", "insightface-antelopev2").out
    free = toile("models", "check", "auraface")
    assert "Apache-2.0; commercial use: yes" in free.out
    assert "toile models pull auraface" in free.out
