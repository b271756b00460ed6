"""The one door with a painter behind it: decided, blocked, painted, marked, kept, withdrawn."""

import io
import json
import os
import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path

import builders_tiny_pipelines as tiny
import pytest
from builders_own_model import NAME, brought_in
from PIL import Image

from toile.bootstrap.painting import twin_vault
from toile.domain.board import Board, Panel, Version
from toile.domain.brief import Usage
from toile.domain.drafts import DraftRequest
from toile.domain.errors import ServiceUnavailable
from toile.domain.ids import BoardId, BrandId, LicenceId, ShotId, TwinId
from toile.domain.marks import SourceType
from toile.domain.shots import Shot
from toile.settings import Settings
from toile.workflow.make_picture import FIRST, Watch
from toile.workflow.studio import Studio

pytestmark = pytest.mark.slow
NOW = datetime(2026, 11, 24, 9, tzinfo=UTC)
IMANI, LICENCE = TwinId("twin-imani"), LicenceId("lic-imani-orel-2026")


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    """Return a studio that paints on the CPU with a tiny model of random weights."""
    models = brought_in(
        tmp_path, tiny.klein_base(), "steps = 2\nconfig = { text_layers = [1, 2, 3] }"
    )
    home = tmp_path / "home"
    return Settings(home=home, models_dir=models, painter=NAME, device="cpu")


def a_face(seed: int) -> bytes:
    picture = tiny.a_picture(seed, 80, 80)
    buffer = io.BytesIO()
    Image.frombytes("RGB", (80, 80), picture.rgb).save(buffer, "PNG")
    return buffer.getvalue()


def asked(studio: Studio, usage: Usage) -> DraftRequest:
    shot = Shot(id=ShotId("a"), framing="full", garments=("camel coat",), talent=("Imani Okafor",))
    version = Version(number=1, parent=None, shot=shot, cast=(IMANI,), what="P", by="Ada", at=NOW)
    board = Board(
        id=BoardId("board-x"),
        title="Autumn",
        brand=BrandId("maison-orel"),
        usage=usage,
        panels=(Panel(id=shot.id, versions=(version,), current=1),),
        at=NOW,
    )
    studio.review.boards.save(board)
    request = studio.asks.request(board, board.panel("a"), "Ada")
    assert isinstance(request, DraftRequest)
    small = request.model_copy(update={"width": 288, "height": 384, "quality": "preview"})
    studio.asks.jobs.submit(small)
    return small


def test_a_painted_draft_is_marked_as_made_by_a_trained_model_and_ends_with_its_licence(
    studio: Studio, settings: Settings, spring: Usage
) -> None:
    vault = twin_vault(settings)
    vault.keep(IMANI, LICENCE, a_face(1), NOW, "face")
    request = asked(studio, spring)
    assert request.generator == "diffusers"
    draft = studio.draft_shot(request)
    assert draft is not None
    recipe = draft.recipe
    assert recipe.renderer == "Tiny klein (Apache-2.0), 2 steps"
    assert recipe.because.startswith("licensed weights are here, and no card")
    assert recipe.revision.startswith("local-")
    assert (recipe.maps, recipe.references) == (
        ("blocked", "pose"),
        ("1 picture of Imani Okafor",),
    )
    assert "Likeness to Imani Okafor: Not measured" in " ".join(recipe.unread)
    data, _ = studio.picture(draft.id, "full")
    assert Image.open(io.BytesIO(data)).size == (288, 384)
    (found,) = studio.verify(data).finds
    assert (found.painted, found.evidence, found.twins) == (True, "signed", ("Imani Okafor",))
    assert b"trainedAlgorithmicMedia" in data

    withdrawal = studio.owner.revoke(LICENCE, by="Imani")
    assert withdrawal.forgotten == (IMANI,)
    assert vault.listed() == ()


def test_a_forming_picture_is_marked_and_names_the_model_that_paints_it(
    studio: Studio, spring: Usage
) -> None:
    request = asked(studio, spring)
    studio.draft_shot(request)
    status = studio.asks.jobs.status(request.id)
    assert status is not None
    assert status.forming is not None
    asked_for = int(request.id[:16], 16)
    # Noise of 144 by 192 pixels is too small to name any number; it is held against those issued.
    issued = (asked_for, asked_for ^ 1)
    read = studio.draft_shot.marker.read(studio.draft_shot.images.get(status.forming), issued)
    assert read.facts is not None
    assert (read.facts.ai_system, read.facts.source_type) == ("Tiny klein", SourceType.TRAINED)
    assert read.mark_id == asked_for
    assert read.manifest is not None


def test_weights_that_were_changed_paint_nothing_and_no_blocking_takes_their_place(
    studio: Studio, settings: Settings, spring: Usage
) -> None:
    request = asked(studio, spring)
    assert settings.models_dir is not None
    weights = settings.models_dir / "tiny-klein" / "vae" / "diffusion_pytorch_model.safetensors"
    weights.write_bytes(weights.read_bytes()[:-64])
    with pytest.raises(ServiceUnavailable, match=r"Tiny klein: .* bytes are missing"):
        studio.draft_shot(request)
    assert [entry.fact.what for entry in studio.draft_shot.ledger.entries()] == []


def test_weights_that_are_mended_paint_the_next_draft_without_a_restart(
    studio: Studio, settings: Settings, spring: Usage
) -> None:
    request = asked(studio, spring)
    assert settings.models_dir is not None
    weights = settings.models_dir / "tiny-klein" / "vae" / "diffusion_pytorch_model.safetensors"
    whole = weights.read_bytes()
    weights.write_bytes(whole[:-64])
    with pytest.raises(ServiceUnavailable, match="bytes are missing"):
        studio.draft_shot(request)
    weights.write_bytes(whole)
    assert studio.draft_shot(request) is not None


def test_a_model_whose_licence_turns_out_non_commercial_paints_nothing_more_though_it_is_loaded(
    studio: Studio, settings: Settings, spring: Usage
) -> None:
    first = asked(studio, spring)
    assert studio.draft_shot(first) is not None
    assert settings.models_dir is not None
    listed = settings.models_dir / "models.toml"
    told = listed.read_text("utf-8").replace("commercial = true", "commercial = false")
    listed.write_text(told, "utf-8")
    again = first.model_copy(update={"seed": first.seed + 1})
    studio.asks.jobs.submit(again)
    with pytest.raises(ServiceUnavailable, match="allows no commercial use"):
        studio.draft_shot(again)


def test_a_part_is_changed_in_the_picture_that_was_kept_also_by_a_fresh_process(
    studio: Studio, settings: Settings, spring: Usage
) -> None:
    first = asked(studio, spring)
    assert studio.draft_shot(first) is not None
    board = studio.board(BoardId("board-x"))
    request = first
    for words in ("navy wool", "a wide collar"):
        if request is not first:
            assert studio.draft_shot(request) is not None
        now = board.panel("a").now
        board = studio.changes.edit_region(board, "a", now.number, "coat", words, by="Ada")
        wish = studio.asks.request(board, board.panel("a"), "Ada")
        assert isinstance(wish, DraftRequest)
        studio.asks.jobs.submit(request := wish)
    told = subprocess.run(
        [sys.executable, "-c", _IN_A_FRESH_PROCESS, request.model_dump_json()],
        env=os.environ | environment_of(settings),
        capture_output=True,
        text=True,
        check=True,
    )
    said, recipe = json.loads(told.stdout.splitlines()[-1])
    assert "Step 2 of 2" in said
    assert not [say for say in said if say.startswith(FIRST)]
    assert recipe["prompt"].startswith("Navy wool. A wide collar. Where these disagree")
    assert (recipe["drift"]["kept_most"], len(recipe["wishes"])) == (0, 2)
    watch = Watch((LICENCE,), lambda *_: None, lambda *_: None, lambda: False)
    assert recipe["clean"] == studio.draft_shot.pictures(request, watch).clean


def environment_of(settings: Settings) -> dict[str, str]:
    return {
        "TOILE_HOME": str(settings.folder),
        "TOILE_MODELS_DIR": str(settings.models_dir),
        "TOILE_PAINTER": NAME,
        "TOILE_DEVICE": "cpu",
    }


_IN_A_FRESH_PROCESS = """
import json, sys
from toile import bootstrap
from toile.domain.drafts import DraftRequest
from toile.settings import Settings

door, said = bootstrap.studio(Settings()).draft_shot, []
tell = door.jobs.report
door.jobs.report = lambda *told, **more: (said.extend(told[4:5]), tell(*told, **more))
draft = door(DraftRequest.model_validate_json(sys.argv[1]))
print(json.dumps([said, draft.recipe.model_dump(mode="json")]))
"""
