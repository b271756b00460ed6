"""What was worked out for a composition is not worked out again, whoever asks and how often."""

from concurrent.futures import ThreadPoolExecutor
from threading import Event
from typing import Any

import pytest
from builders_tiny_pipelines import a_picture, some_maps

from toile.adapters.renderers.remembered import MOST, Remembered
from toile.adapters.sample_world.twins import demo_twins
from toile.bootstrap import catalogue
from toile.domain.blocking import Blocking
from toile.domain.errors import Cancelled
from toile.domain.ids import ShotId
from toile.domain.maps import Maps
from toile.domain.pictures import Picture
from toile.domain.shots import Shot
from toile.domain.staging import block

SIZE = (32, 48)


class Counted:
    """A renderer that notes what it was asked for, and can be held in the middle."""

    def __init__(self) -> None:
        self.asked: list[str] = []
        self.begun, self.gate = Event(), Event()
        self.gate.set()

    def render(self, _: Blocking, *, size: tuple[int, int], quality: str, **__: Any) -> Picture:
        self.asked.append(quality)
        self.begun.set()
        assert self.gate.wait(60)
        return a_picture(1, *size)

    def maps(self, _: Blocking, *, size: tuple[int, int]) -> Maps:
        self.asked.append("maps")
        return some_maps(1, *size)


@pytest.fixture
def counted() -> Counted:
    return Counted()


@pytest.fixture
def renderer(counted: Counted) -> Remembered:
    return Remembered(counted)  # type: ignore[arg-type]


def a_blocking(light: str = "window light") -> Blocking:
    shot = Shot(id=ShotId("a"), framing="full", light=light, garments=("camel coat",))
    return block(shot, demo_twins()[:1], catalogue(), 0)


def shown(renderer: Remembered, blocking: Blocking, quality: str = "preview") -> Picture:
    return renderer.render(
        blocking,
        size=SIZE,
        quality=quality,
        style="colour",
        progress=lambda *_: None,
        stopped=lambda: False,
    )


def test_drafts_of_one_shot_share_its_maps_and_its_preview(
    renderer: Remembered, counted: Counted
) -> None:
    for _ in range(3):
        shown(renderer, a_blocking())
        renderer.maps(a_blocking(), size=SIZE)
    assert sorted(counted.asked) == ["maps", "preview"]


def test_another_composition_or_size_is_worked_out_anew(
    renderer: Remembered, counted: Counted
) -> None:
    renderer.maps(a_blocking(), size=SIZE)
    renderer.maps(a_blocking(), size=(48, 32))
    renderer.maps(a_blocking("hard sun"), size=SIZE)
    assert counted.asked == ["maps"] * 3


def test_a_draft_for_people_is_always_rendered(renderer: Remembered, counted: Counted) -> None:
    shown(renderer, a_blocking(), "draft")
    shown(renderer, a_blocking(), "draft")
    assert counted.asked == ["draft", "draft"]


def test_who_asks_meanwhile_waits_for_it_and_may_be_stopped(
    renderer: Remembered, counted: Counted
) -> None:
    counted.gate.clear()
    with ThreadPoolExecutor(2) as pool:
        first = pool.submit(shown, renderer, a_blocking())
        assert counted.begun.wait(60)
        second = pool.submit(shown, renderer, a_blocking())
        with pytest.raises(Cancelled):
            renderer.render(
                a_blocking(),
                size=SIZE,
                quality="preview",
                style="colour",
                progress=lambda *_: None,
                stopped=lambda: True,
            )
        counted.gate.set()
        assert first.result(10) is second.result(10)
    assert counted.asked == ["preview"]


def test_only_the_newest_are_kept(renderer: Remembered, counted: Counted) -> None:
    sizes = [(32, 32 + 16 * place) for place in range(MOST + 1)]
    for size in (*sizes, sizes[-1], sizes[0]):
        renderer.maps(a_blocking(), size=size)
    assert len(counted.asked) == MOST + 2
