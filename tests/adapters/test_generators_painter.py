"""Every family with real pipelines at tiny size: alone, packed, stopped, out of memory."""

import time
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import builders_tiny_pipelines as tiny
import numpy as np
import numpy.typing as npt
import pytest
import torch
from builders_tiny_pipelines import a_picture, a_request, an_ability

from toile.adapters.generators.card import Card
from toile.adapters.generators.diffusers_flux2_klein import Flux2KleinFamily
from toile.adapters.generators.diffusers_painter import DiffusersPainter
from toile.adapters.generators.diffusers_qwen_edit import QwenEditFamily
from toile.adapters.generators.diffusers_sdxl import SdxlFamily
from toile.adapters.generators.diffusers_z_image import ZImageFamily
from toile.domain.errors import Cancelled, CardLost, ServiceUnavailable
from toile.domain.painting import Painted, PaintRequest, Reference
from toile.domain.pictures import Picture

# The same shot in a pack and alone: floating point may differ by the order of sums, no more.
SAME = 2


def sdxl() -> SdxlFamily:
    base = tiny.sdxl_base()
    base.unet._load_ip_adapter_weights([tiny.ip_adapter(base.unet)])
    return SdxlFamily(base, an_ability(family="sdxl"), control=tiny.sdxl_control())


def z_image() -> ZImageFamily:
    ability = an_ability(
        references=0, identity="twin weights", maps=("pose", "depth"), maps_together=1
    )
    control = tiny.z_image_control()
    return ZImageFamily(tiny.z_image_base(), ability, control=control, most_tokens=64)


def klein() -> Flux2KleinFamily:
    ability = an_ability(
        images_together=4, maps=("blocked", "pose", "depth"), maps_together=2, edit_pixels=64 * 64
    )
    base = tiny.klein_base()
    return Flux2KleinFamily(base, ability, text_layers=(1, 2, 3), most_tokens=400)


def qwen_edit() -> QwenEditFamily:
    ability = an_ability(images_together=3, maps=("blocked", "pose"), maps_together=1)
    areas = (64 * 64, 64 * 64)
    return QwenEditFamily(tiny.qwen_edit_base(), ability, guidance=1.0, reference_areas=areas)


FAMILIES: dict[str, Callable[[], Any]] = {
    "sdxl": sdxl,
    "z_image": z_image,
    "klein": klein,
    "qwen_edit": qwen_edit,
}
PACKING = ("sdxl", "z_image", "klein")
WITH_REFERENCES = ("sdxl", "klein", "qwen_edit")


@pytest.fixture(scope="module")
def painters() -> dict[str, DiffusersPainter]:
    return {name: DiffusersPainter(make(), preview_share=1) for name, make in FAMILIES.items()}


@pytest.fixture(params=FAMILIES)
def painter(
    request: pytest.FixtureRequest, painters: dict[str, DiffusersPainter]
) -> DiffusersPainter:
    return painters[request.param]


def paint(
    painter: DiffusersPainter,
    *requests: PaintRequest,
    stopped: Callable[[], bool] = lambda: False,
    preview: Callable[[str, float, Picture], None] = lambda *_: None,
    progress: Callable[[float, str], None] = lambda *_: None,
) -> tuple[Painted, ...]:
    return painter.paint(requests, progress=progress, stopped=stopped, preview=preview)


def pixels(painted: Painted | Picture) -> npt.NDArray[np.int16]:
    picture = painted.picture if isinstance(painted, Painted) else painted
    flat = np.frombuffer(picture.rgb, np.uint8).astype(np.int16)
    return flat.reshape(picture.height, picture.width, 3)


def gap(one: Painted, other: Painted) -> int:
    return int(np.abs(pixels(one) - pixels(other)).max())


def widest_gap(some: Sequence[Painted], others: Sequence[Painted]) -> int:
    return max(gap(one, other) for one, other in zip(some, others, strict=True))


@pytest.mark.parametrize("edits", [False, True], ids=["whole", "region"])
def test_shots_packed_together_are_the_shots_painted_alone(
    painter: DiffusersPainter, edits: bool
) -> None:
    requests = [a_request(place, edits=edits) for place in range(3)]
    packed = paint(painter, *requests)
    alone = [paint(painter, request)[0] for request in requests]
    assert packed[0].facts.pack == min(3, painter.ability.largest_pack)
    assert widest_gap(packed, alone) <= SAME
    assert min(gap(alone[0], alone[1]), gap(alone[1], alone[2])) > 50


@pytest.mark.parametrize("edits", [False, True], ids=["whole", "region"])
@pytest.mark.parametrize("name", WITH_REFERENCES)
def test_another_twin_in_the_next_shot_changes_nothing_in_this_one(
    painters: dict[str, DiffusersPainter], name: str, edits: bool
) -> None:
    painter = painters[name]
    first, second = a_request(0, edits=edits), a_request(1, edits=edits)
    stranger = a_request(1, edits=edits, references=_faces(900))
    before, after = paint(painter, first, second), paint(painter, first, stranger)
    assert gap(before[0], after[0]) <= SAME
    assert gap(before[1], after[1]) > SAME, "the references of a shot must reach it"


def test_the_stock_sdxl_pipeline_still_gives_every_shot_every_face() -> None:
    """Says why ``_own_faces`` exists; when this fails, diffusers is cured and it can go."""
    family = sdxl()
    pipe, (first, second) = family.base, (_faces(1), _faces(2))
    pipe.set_progress_bar_config(disable=True)
    pipe.set_ip_adapter_scale(1.0)

    def embedded(faces: tuple[Reference, ...]) -> torch.Tensor:
        images = [tiny_image(face.picture) for face in faces]
        (made,) = pipe.prepare_ip_adapter_image_embeds([images], None, "cpu", 1, True)
        assert isinstance(made, torch.Tensor)
        return made

    def painted(prompts: list[str], seeds: list[int], embeds: torch.Tensor) -> Any:
        with torch.inference_mode():
            return pipe(
                prompts,
                ip_adapter_image_embeds=[embeds],
                generator=[torch.Generator().manual_seed(seed) for seed in seeds],
                num_inference_steps=2,
                width=64,
                height=64,
                output_type="np",
            ).images

    one, two = embedded(first), embedded(second)
    packed = painted(["coat", "hat"], [7, 8], torch.cat([one[:1], two[:1], one[1:], two[1:]]))
    alone = painted(["coat"], [7], one)
    assert np.abs(packed[0] - alone[0]).max() * 255 > SAME


def test_the_same_seed_paints_the_same_picture_and_another_does_not(
    painter: DiffusersPainter,
) -> None:
    first, again = paint(painter, a_request(0))[0], paint(painter, a_request(0))[0]
    other = paint(painter, a_request(0, seed=99))[0]
    assert gap(first, again) <= SAME
    assert gap(first, other) > 50
    assert first.facts.seed == 7


@pytest.mark.parametrize("name", ["sdxl", "z_image", "klein"])
def test_the_same_words_are_read_once_and_paint_the_same_picture_from_memory(
    painters: dict[str, DiffusersPainter], name: str
) -> None:
    read: list[str] = []
    reader = painters[name]._family.base.text_encoder
    hook = reader.register_forward_pre_hook(lambda *_: read.append(name))
    first = paint(painters[name], a_request(0, prompt="a coat in the rain"))[0]
    once = len(read)
    again = paint(painters[name], a_request(0, prompt="a coat in the rain"))[0]
    assert (len(read), gap(first, again) <= SAME) == (once, True)
    paint(painters[name], a_request(0, prompt="a coat in the snow"))
    hook.remove()
    assert len(read) > once > 0


def test_a_region_edit_leaves_everything_else_as_it_was(painter: DiffusersPainter) -> None:
    request = a_request(1, edits=True)
    painted = paint(painter, request)[0]
    assert request.original
    assert request.mask
    assert painted.facts.drift
    outside = np.frombuffer(request.mask.alpha, np.uint8).reshape(64, 64) == 0
    moved = np.abs(pixels(painted) - pixels(request.original)).max(axis=2)
    assert moved[outside].max() == 0
    assert moved[~outside].max() > 20
    assert painted.facts.drift.kept_most == 0
    assert painted.facts.drift.raw_most > 0, "the model itself moves what it was not asked to"


def test_stopping_ends_the_work_within_one_step_and_leaves_the_painter_ready(
    painter: DiffusersPainter,
) -> None:
    before = paint(painter, a_request(0))[0]
    steps: list[str] = []

    def progress(share: float, said: str) -> None:
        steps.append(said)

    with pytest.raises(Cancelled):
        paint(painter, a_request(0), progress=progress, stopped=lambda: len(steps) == 1)
    assert len(steps) == 1
    assert gap(before, paint(painter, a_request(0))[0]) <= SAME


def test_two_people_on_one_card_take_turns_and_get_their_own_pictures(
    painters: dict[str, DiffusersPainter],
) -> None:
    painter = painters["sdxl"]
    alone = [paint(painter, a_request(place))[0] for place in range(2)]
    with ThreadPoolExecutor(2) as people:
        both = list(people.map(lambda place: paint(painter, a_request(place))[0], range(2)))
    assert widest_gap(both, alone) <= SAME


def test_waiting_for_a_turn_can_be_stopped_too(painters: dict[str, DiffusersPainter]) -> None:
    painter = painters["klein"]
    with painter._turn, pytest.raises(Cancelled):
        paint(painter, a_request(0), stopped=lambda: True)


def test_stopped_before_it_began_paints_nothing(painter: DiffusersPainter) -> None:
    with pytest.raises(Cancelled):
        paint(painter, a_request(0), stopped=lambda: True)


def test_every_step_shows_each_shot_forming(painter: DiffusersPainter) -> None:
    seen: list[tuple[str, float, Picture]] = []
    paint(painter, a_request(0), a_request(1), preview=lambda *one: seen.append(one))
    assert sorted(name for name, _, _ in seen) == ["shot-0"] * 3 + ["shot-1"] * 3
    assert seen[-1][1] == pytest.approx(1.0)
    assert all(max(picture.width, picture.height) <= 64 for _, _, picture in seen)


def test_previews_that_cost_more_than_their_share_are_made_less_often(
    painters: dict[str, DiffusersPainter],
) -> None:
    painter = DiffusersPainter(painters["klein"]._family, preview_share=0.1)
    seen: list[float] = []

    def slow(_: str, share: float, __: Picture) -> None:
        seen.append(share)
        time.sleep(0.5)

    paint(painter, a_request(0), preview=slow)
    assert len(seen) == 1


def test_the_forming_picture_of_an_edit_shows_the_original_around_it(
    painter: DiffusersPainter,
) -> None:
    seen: list[Picture] = []
    request = a_request(0, edits=True)
    paint(painter, request, preview=lambda _, __, picture: seen.append(picture))
    assert request.original
    assert (pixels(seen[0])[0] == pixels(request.original)[0]).all()


@pytest.mark.parametrize("name", PACKING)
def test_out_of_memory_is_met_once_with_less_and_said(name: str) -> None:
    painter = DiffusersPainter(family := FAMILIES[name]())
    said: list[str] = []
    alone = [paint(painter, a_request(place))[0] for place in range(2)]
    with RunningOut(family, times=1):
        packed = paint(
            painter, a_request(0), a_request(1), progress=lambda _, words: said.append(words)
        )
    assert [one.facts.pack for one in packed] == [1, 1]
    assert widest_gap(packed, alone) <= SAME
    assert "one by one" in packed[0].facts.said[0]
    assert any("one by one" in words for words in said)


def test_a_lone_shot_that_does_not_fit_is_painted_smaller_and_enlarged(
    painters: dict[str, DiffusersPainter],
) -> None:
    painter, heard = painters["klein"], list[str]()
    with RunningOut(painter._family, times=1):
        painted = paint(painter, a_request(0), progress=lambda _, said: heard.append(said))[0]
    assert heard[:3] == ["Painting", painted.facts.said[0], "Step 1 of 3"], "seen till a step ends"
    assert (painted.picture.width, painted.picture.height) == (64, 64)
    assert painted.facts.size == (48, 48)
    assert painted.facts.said[0].startswith("Out of memory at 64 × 64: painted at 48 × 48")


def test_what_did_not_fit_before_is_not_tried_again_while_there_is_no_more_room() -> None:
    painter = DiffusersPainter(family := FAMILIES["klein"]())
    card = painter._card = FullCard("cpu")
    with RunningOut(family, times=1):
        assert paint(painter, a_request(0))[0].facts.size == (48, 48)
    again = paint(painter, a_request(0))[0]
    assert again.facts.said[0] == (
        "Not enough memory (took 9.9 GB before, room for 10) at 64 × 64: "
        "painted at 48 × 48 and enlarged."
    )
    card.room = 40.0
    assert paint(painter, a_request(0))[0].facts.size == (64, 64)


def test_out_of_memory_twice_is_one_sentence_with_the_next_step(
    painters: dict[str, DiffusersPainter],
) -> None:
    painter = painters["z_image"]
    with (
        RunningOut(painter._family, times=9),
        pytest.raises(ServiceUnavailable, match="ran out of memory") as caught,
    ):
        paint(painter, a_request(0))
    assert "smaller" in caught.value.hint
    assert paint(painter, a_request(0))[0].facts.said[:1] != ("",)


def test_a_card_that_failed_is_told_apart_from_a_fault_of_one_shot(
    painters: dict[str, DiffusersPainter],
) -> None:
    painter = painters["klein"]
    broken = torch.AcceleratorError("CUDA error: an illegal memory access was encountered")
    with RunningOut(painter._family, times=1, error=broken), pytest.raises(CardLost):
        paint(painter, a_request(0))


def test_a_size_off_the_grid_comes_back_as_asked(painter: DiffusersPainter) -> None:
    painted = paint(painter, a_request(0, width=60, height=75))[0]
    assert (painted.picture.width, painted.picture.height) == (60, 75)
    assert all(side % painter.ability.multiple_of == 0 for side in painted.facts.size)


def test_shots_of_different_shape_come_back_in_the_order_asked(painter: DiffusersPainter) -> None:
    requests = [a_request(0), a_request(1, width=48), a_request(2)]
    painted = paint(painter, *requests)
    assert [one.id for one in painted] == ["shot-0", "shot-1", "shot-2"]
    together = min(2, painter.ability.largest_pack)
    assert [one.facts.pack for one in painted] == [together, 1, together]


def test_what_a_family_cannot_take_is_said(painters: dict[str, DiffusersPainter]) -> None:
    said = " ".join(paint(painters["z_image"], a_request(0))[0].facts.said)
    assert "face reference" in said
    assert "depth map" in said


def test_words_beyond_the_text_encoder_are_counted_aloud(
    painters: dict[str, DiffusersPainter],
) -> None:
    long = a_request(0, prompt="a very long sentence about a coat " * 12)
    assert "did not read" in " ".join(paint(painters["sdxl"], long)[0].facts.said)


def test_a_family_without_its_control_network_says_it_takes_no_maps() -> None:
    family = SdxlFamily(tiny.sdxl_base(), an_ability(), control=None)
    assert (family.ability.maps, family.ability.references) == ((), 0)
    painted = paint(DiffusersPainter(family), a_request(0))[0]
    assert painted.facts.maps == ()


@pytest.mark.parametrize("name", FAMILIES)
def test_the_other_pipelines_keep_the_precision_of_the_weights(name: str) -> None:
    family = FAMILIES[name]()
    base = family.base.to(torch.bfloat16)
    type(family)(base, an_ability())
    networks = base.components
    denoiser = networks["unet"] if "unet" in networks else networks["transformer"]
    assert denoiser.dtype == torch.bfloat16


def _faces(seed: int) -> tuple[Reference, ...]:
    return (
        Reference(None, "face", a_picture(seed)),
        Reference(None, "figure", a_picture(seed + 1)),
    )


def tiny_image(picture: Picture) -> Any:
    from toile.adapters.generators.raster import to_image

    return to_image(picture)


class RunningOut:
    """A card that is full the first so many times the denoiser runs."""

    def __init__(self, family: Any, *, times: int, error: Exception | None = None) -> None:
        self._error = error or torch.OutOfMemoryError("CUDA out of memory.")
        base = family.base
        self._module = getattr(base, "unet", None) or base.transformer
        self._left = times

    def __enter__(self) -> None:
        self._hook = self._module.register_forward_pre_hook(self._fill)

    def __exit__(self, *_: object) -> None:
        self._hook.remove()

    def _fill(self, *_: object) -> None:
        if self._left:
            self._left -= 1
            raise self._error


class FullCard(Card):
    """A card of a size of its own, since there is none here: the first run fills it."""

    room = 10.0
    first = 9.9

    def room_gb(self) -> float:
        return self.room

    def peak_gb(self) -> float:
        self.first, taken = 5.0, self.first
        return taken
