"""What every renderer must do: the same picture again, stoppable, with maps of the size asked."""

from collections.abc import Callable

import numpy as np
import pytest

from toile.adapters.renderers.blocked_drafts import BlockedDrafts
from toile.adapters.renderers.mitsuba import MitsubaRenderer
from toile.adapters.renderers.probe import SCALAR, Variant
from toile.adapters.renderers.remembered import Remembered
from toile.adapters.sample_world.twins import demo_twins
from toile.bootstrap import catalogue
from toile.domain.blocking import Blocking
from toile.domain.drafts import DraftRequest
from toile.domain.errors import BadInput, Cancelled
from toile.domain.ids import ShotId
from toile.domain.pictures import Picture
from toile.domain.shots import Shot
from toile.domain.staging import block
from toile.workflow.ports import Renderer

SIZE = (64, 80)


def blocked() -> Renderer:
    # The scalar variant is the one that every machine has.
    return BlockedDrafts(MitsubaRenderer(Variant(SCALAR, "the contract's own choice")))


RENDERERS: dict[str, Callable[[], Renderer]] = {
    "blocked drafts": blocked,
    "remembered": lambda: Remembered(blocked()),
}


@pytest.fixture(params=RENDERERS, scope="module")
def renderer(request: pytest.FixtureRequest) -> Renderer:
    return RENDERERS[request.param]()


def a_blocking(light: str = "window light") -> Blocking:
    shot = Shot(id=ShotId("a"), framing="full", light=light, garments=("camel coat",))
    return block(shot, demo_twins()[:1], catalogue(), 0)


def drawn(
    renderer: Renderer,
    *,
    style: str | None = None,
    told: Callable[[float, str], None] = lambda share, stage: None,
    stopped: bool = False,
) -> Picture:
    return renderer.render(
        a_blocking(),
        size=SIZE,
        quality="preview",
        style=style or renderer.ability.styles[0],
        progress=told,
        stopped=lambda: stopped,
    )


def test_a_picture_has_the_size_asked_for_and_something_on_it(renderer: Renderer) -> None:
    made = drawn(renderer)
    assert (made.width, made.height) == SIZE
    pixels = np.frombuffer(made.rgb, np.uint8).reshape(SIZE[1], SIZE[0], 3)
    assert pixels.std() > 5


@pytest.mark.parametrize("name", RENDERERS)
def test_the_same_blocking_is_the_same_picture_again(name: str) -> None:
    assert drawn(RENDERERS[name]()).rgb == drawn(RENDERERS[name]()).rgb


@pytest.mark.parametrize("name", RENDERERS)
def test_progress_never_falls_and_ends_at_all_of_it(name: str) -> None:
    shares: list[float] = []
    drawn(RENDERERS[name](), told=lambda share, stage: shares.append(share))
    assert shares == sorted(shares)
    assert shares[-1] == 1


@pytest.mark.parametrize("name", RENDERERS)
def test_what_is_stopped_is_cancelled_and_the_next_one_is_drawn(name: str) -> None:
    renderer = RENDERERS[name]()
    with pytest.raises(Cancelled):
        drawn(renderer, stopped=True)
    assert drawn(renderer).width == SIZE[0]


def test_every_style_it_promises_is_one_of_its_own_and_no_other_is_drawn(
    renderer: Renderer,
) -> None:
    styles = renderer.ability.styles
    assert len({drawn(renderer, style=style).rgb for style in styles}) == len(styles) > 0
    # What a shot is drawn in until somebody asks for another.
    assert DraftRequest.model_fields["style"].default in styles
    with pytest.raises(BadInput):
        drawn(renderer, style="no such style")


def test_maps_have_the_size_asked_for_and_name_every_region(renderer: Renderer) -> None:
    maps = renderer.maps(a_blocking(), size=SIZE)
    count = SIZE[0] * SIZE[1]
    assert (maps.width, maps.height) == SIZE
    assert (len(maps.depth), len(maps.normals), len(maps.regions)) == (4 * count, 3 * count, count)
    assert max(maps.regions) < len(maps.legend)
    depth = np.frombuffer(maps.depth, np.float32)
    assert (depth >= 0).all()
    assert (depth > 0).any()
    assert [len(person) for person in maps.keypoints] == [18]
    assert [len(person) for person in maps.hands] == [42]
