"""From a draft request to a painted picture, with a real tiny model and the vault of likenesses."""

import io
from collections.abc import Collection
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import builders_tiny_pipelines as tiny
import pytest
from PIL import Image

from toile import bootstrap
from toile.adapters.generators.diffusers_flux2_klein import Flux2KleinFamily
from toile.adapters.generators.diffusers_painter import DiffusersPainter
from toile.adapters.generators.likeness import NoScorer
from toile.adapters.models.licence_keys import LicenceKeys
from toile.adapters.models.vault import TwinVault
from toile.adapters.sample_world.twins import demo_twins
from toile.bootstrap.painting import paint_template
from toile.domain.blocking import Blocking
from toile.domain.brief import Usage
from toile.domain.casting import ClearedCasting
from toile.domain.drafts import DraftRequest
from toile.domain.errors import NotAllowed
from toile.domain.ids import BoardId, BrandId, LicenceId, ShotId, TwinId
from toile.domain.pictures import Picture
from toile.domain.region_edits import RegionEdit
from toile.domain.shots import Reason, Shot
from toile.domain.staging import block
from toile.workflow.paint_shot import PaintedShot, PaintShot

NOW = datetime(2026, 11, 24, tzinfo=UTC)
HELD = LicenceId("licence-1")
FIRST, SECOND = demo_twins()[0], demo_twins()[1]


class Blocks:
    """A renderer that gives the same grey room at once."""

    def __init__(self) -> None:
        self.rendered = 0

    def render(self, blocking: Blocking, *, size: tuple[int, int], **_: Any) -> Picture:
        self.rendered += 1
        return tiny.a_picture(300, *size)

    def maps(self, blocking: Blocking, *, size: tuple[int, int]) -> Any:
        return tiny.some_maps(100, *size)


class People:
    def twins(self) -> Any:
        return demo_twins()


def a_painter(**changes: Any) -> DiffusersPainter:
    takes = {"maps": ("blocked", "pose"), "maps_together": 1, "images_together": 4}
    ability = tiny.an_ability(**(takes | {"references": 3} | changes))
    family = Flux2KleinFamily(tiny.klein_base(), ability, text_layers=(1, 2, 3), most_tokens=900)
    return DiffusersPainter(family, preview_share=1)


@pytest.fixture(scope="module")
def painter() -> DiffusersPainter:
    return a_painter()


@pytest.fixture
def vault(tmp_path: Path) -> TwinVault:
    return TwinVault(tmp_path / "likeness", LicenceKeys(tmp_path / "keys"))


def a_png(seed: int) -> bytes:
    picture = tiny.a_picture(seed, 80, 80)
    buffer = io.BytesIO()
    Image.frombytes("RGB", (80, 80), picture.rgb).save(buffer, "PNG")
    return buffer.getvalue()


def a_request(*twins: TwinId) -> DraftRequest:
    shot = Shot(
        id=ShotId("s1"),
        framing="full length",
        garments=("camel wool coat",),
        reasons=(Reason(field="light", because="Daylight only", source="Book, page 3"),),
    )
    casting = ClearedCasting(
        shot=shot.id,
        brand=BrandId("maison-orel"),
        usage=Usage(product="apparel"),
        twins=twins or (FIRST.id,),
        decisions=("d",),
    )
    return DraftRequest(
        board=BoardId("b"),
        shot=shot,
        version=1,
        casting=casting,
        width=64,
        height=80,
        seed=5,
        generator="diffusers",
        asked_by="Ada",
    )


def painted(
    painter: DiffusersPainter,
    vault: TwinVault,
    request: DraftRequest,
    holding: Collection[LicenceId] = (HELD,),
    blocks: Blocks | None = None,
    **more: Any,
) -> tuple[PaintedShot, list[Picture]]:
    forming: list[Picture] = []
    blocks = blocks or Blocks()
    verb = PaintShot(painter, blocks, People(), vault, paint_template(), NoScorer())  # type: ignore[arg-type]
    blocking = block(request.shot, (FIRST,), bootstrap.catalogue(), request.seed)
    made = verb(
        request,
        blocking,
        holding=holding,
        progress=lambda *_: None,
        stopped=lambda: False,
        formed=forming.append,
        **more,
    )
    return made, forming


def test_a_shot_is_painted_from_its_blocking_its_words_and_its_twin(
    painter: DiffusersPainter, vault: TwinVault
) -> None:
    vault.keep(FIRST.id, HELD, a_png(1), NOW, "face")
    made, forming = painted(painter, vault, a_request())
    facts = made.painted.facts
    assert (made.painted.picture.width, made.painted.picture.height) == (64, 80)
    assert (facts.seed, facts.maps, facts.references) == (5, ("blocked",), (FIRST.id,))
    assert "Wearing camel wool coat." in made.words.text
    assert "The brand asks: Daylight only." in made.words.text
    assert FIRST.name.split()[0] not in made.words.text
    assert len(forming) == facts.steps
    assert made.likeness[0].score is None
    assert "no face model is set up" in made.said[-1]


def test_a_model_that_takes_no_picture_of_the_blocking_is_not_kept_waiting_for_one(
    painter: DiffusersPainter, vault: TwinVault
) -> None:
    blocks = Blocks()
    painted(painter, vault, a_request(), blocks=blocks)
    assert blocks.rendered == 1
    made, _ = painted(a_painter(maps=("pose",)), vault, a_request(), blocks=blocks)
    assert (made.painted.facts.maps, blocks.rendered) == (("pose",), 1)


def test_a_twin_without_licensed_pictures_is_said_to_be_nobody(
    painter: DiffusersPainter, vault: TwinVault
) -> None:
    made, _ = painted(painter, vault, a_request())
    assert "nobody's" in made.said[0]


def test_a_twins_pictures_are_not_used_under_a_licence_that_does_not_hold(
    painter: DiffusersPainter, vault: TwinVault
) -> None:
    vault.keep(FIRST.id, HELD, a_png(1), NOW, "face")
    made, _ = painted(painter, vault, a_request(), holding=(LicenceId("another"),))
    assert made.painted.facts.references == ()
    assert "does not hold for this use" in made.said[0]


def test_nobody_who_is_not_cast_reaches_the_picture(
    painter: DiffusersPainter, vault: TwinVault
) -> None:
    vault.keep(FIRST.id, HELD, a_png(1), NOW, "face")
    alone, _ = painted(painter, vault, a_request())
    vault.keep(SECOND.id, HELD, a_png(2), NOW, "face")
    again, _ = painted(painter, vault, a_request())
    assert again.painted.picture.rgb == alone.painted.picture.rgb
    assert again.painted.facts.references == (FIRST.id,)


def test_two_twins_share_the_room_fairly(painter: DiffusersPainter, vault: TwinVault) -> None:
    for place, twin in enumerate((FIRST.id, SECOND.id)):
        vault.keep(twin, HELD, a_png(10 + place), NOW, "face")
        vault.keep(twin, HELD, a_png(20 + place), NOW, "figure")
    made, _ = painted(painter, vault, a_request(FIRST.id, SECOND.id))
    assert made.painted.facts.references == (FIRST.id, SECOND.id, FIRST.id)
    assert "figure reference" in " ".join(made.said)


def test_edits_are_made_again_from_the_original(
    painter: DiffusersPainter, vault: TwinVault
) -> None:
    original = tiny.a_picture(9, 64, 80)
    mask = tiny.some_maps(100, 64, 80).mask("coat")
    edits = (RegionEdit("a red coat", mask), RegionEdit("longer", mask))
    made, _ = painted(painter, vault, a_request(), original=original, edits=edits)
    assert made.painted.facts.drift is not None
    assert made.painted.facts.drift.kept_most == 0


def test_a_non_commercial_model_paints_nothing_for_a_brand(vault: TwinVault) -> None:
    painter = a_painter(commercial=False, model="FLUX.2 [dev]", licence="FLUX NC")
    with pytest.raises(NotAllowed, match=r"FLUX.2 \[dev\] may not be used for maison-orel"):
        painted(painter, vault, a_request())


def test_pictures_of_a_twin_are_sealed_and_gone_with_the_licence(
    vault: TwinVault, tmp_path: Path
) -> None:
    vault.keep(FIRST.id, HELD, a_png(1), NOW, "face")
    (file,) = (tmp_path / "likeness").iterdir()
    assert b"PNG" not in file.read_bytes()
    assert len(vault.references(FIRST.id, {HELD})) == 1
    assert vault.forget(HELD) == (FIRST.id,)
    assert vault.references(FIRST.id, {HELD}) == ()
