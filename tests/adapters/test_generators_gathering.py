"""Callers that wait for one card: packs, turns, stopping one, faults of one; tiny pipelines."""

from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import suppress
from dataclasses import replace
from threading import Event, Lock, current_thread
from time import sleep
from traceback import walk_tb

import numpy as np
import pytest
from builders_tiny_pipelines import a_request, an_ability, klein_base

from toile.adapters.generators.diffusers_flux2_klein import Flux2KleinFamily
from toile.adapters.generators.diffusers_painter import DiffusersPainter
from toile.adapters.generators.gathering import GatheringPainter, Turn
from toile.domain.errors import BadInput, Cancelled
from toile.domain.painting import GeneratorAbility, Painted, PaintRequest
from toile.domain.pictures import Picture

# As two same shots in different packs may differ, of 255.
SAME = 2


def klein() -> Flux2KleinFamily:
    ability = an_ability(
        images_together=4, maps=("blocked", "pose", "depth"), maps_together=2, edit_pixels=64 * 64
    )
    return Flux2KleinFamily(klein_base(), ability, text_layers=(1, 2, 3), most_tokens=400)


class Watched:
    """The real painter; notes each pack, and holds the first until it is let go."""

    def __init__(self) -> None:
        self.inner = DiffusersPainter(klein(), preview_share=1)
        self.packs: list[tuple[str, ...]] = []
        self.gate = Event()
        self.begun = Event()
        self.faulty = ""

    @property
    def ability(self) -> GeneratorAbility:
        return self.inner.ability

    def paint(self, requests: Sequence[PaintRequest], **how: object) -> tuple[Painted, ...]:
        self.packs.append(tuple(one.id for one in requests))
        self.begun.set()
        assert self.gate.wait(60)
        if any(one.id == self.faulty for one in requests):
            raise BadInput("this shot cannot be painted")
        return self.inner.paint(requests, **how)  # type: ignore[arg-type]


@pytest.fixture
def card() -> Watched:
    return Watched()


@pytest.fixture
def crowd() -> Iterator[ThreadPoolExecutor]:
    with ThreadPoolExecutor(12) as pool:
        yield pool


def asked(
    crowd: ThreadPoolExecutor,
    painter: GatheringPainter,
    request: PaintRequest,
    stopped: Callable[[], bool] = lambda: False,
    preview: Callable[[str, float, Picture], None] = lambda *_: None,
) -> "Future[Painted]":
    def paint() -> Painted:
        return painter.paint([request], progress=lambda *_: None, stopped=stopped, preview=preview)[
            0
        ]

    return crowd.submit(paint)


def held(crowd: ThreadPoolExecutor, painter: GatheringPainter, card: Watched) -> "Future[Painted]":
    """Give the card a first shot and hold it there, so that what comes next has to wait."""
    first = asked(crowd, painter, a_request(0))
    assert card.begun.wait(60)
    return first


def gap(one: Painted, other: Painted) -> int:
    sides = [np.frombuffer(each.picture.rgb, np.uint8).astype(np.int16) for each in (one, other)]
    return int(np.abs(sides[0] - sides[1]).max())


def wait_for(painter: GatheringPainter, count: int) -> None:
    while True:
        with painter._change:
            if len(painter._waiting) == count:
                return
            painter._change.wait(0.02)


def test_shots_that_wait_are_painted_in_one_call_and_each_is_the_shot_painted_alone(
    card: Watched, crowd: ThreadPoolExecutor
) -> None:
    painter = GatheringPainter(card)
    first = held(crowd, painter, card)
    rest = [asked(crowd, painter, a_request(place)) for place in (1, 2, 3)]
    wait_for(painter, 3)
    card.gate.set()
    painted = [first.result(20), *(one.result(20) for one in rest)]
    assert sorted(map(len, card.packs)) == [1, 3]
    assert [one.facts.pack for one in painted] == [1, 3, 3, 3]
    alone = [
        card.inner.paint(
            [a_request(place)],
            progress=lambda *_: None,
            stopped=lambda: False,
            preview=lambda *_: None,
        )[0]
        for place in range(4)
    ]
    assert max(gap(one, other) for one, other in zip(painted, alone, strict=True)) <= SAME


def test_a_shot_that_waits_for_the_card_says_so_and_then_says_in_what_pack_it_is_painted(
    card: Watched, crowd: ThreadPoolExecutor
) -> None:
    painter = GatheringPainter(card)
    first = held(crowd, painter, card)
    heard: list[str] = []

    def paint(place: int) -> None:
        painter.paint(
            [a_request(place)],
            progress=lambda _, said: heard.append(said),
            stopped=lambda: False,
            preview=lambda *_: None,
        )

    both = [crowd.submit(paint, place) for place in (1, 2)]
    wait_for(painter, 2)
    assert set(heard) <= {"Waiting for its turn to be painted"}
    card.gate.set()
    first.result(20)
    for one in both:
        one.result(20)
    assert {"Waiting for its turn to be painted", "Painting 2 shots in one call"} <= set(heard)


def test_stopping_one_of_a_pack_frees_its_caller_and_harms_no_other(
    card: Watched, crowd: ThreadPoolExecutor
) -> None:
    painter, stop = GatheringPainter(card), Event()
    first = held(crowd, painter, card)
    withdrawn = asked(crowd, painter, a_request(1), stopped=stop.is_set)
    kept = asked(crowd, painter, a_request(2))
    wait_for(painter, 2)
    stop.set()
    with pytest.raises(Cancelled):
        withdrawn.result(5)
    wait_for(painter, 1)
    card.gate.set()
    assert kept.result(20).id == "shot-2"
    assert first.result(20).id == "shot-0"
    assert "shot-1" not in {name for pack in card.packs for name in pack}


def test_one_stopped_while_its_pack_is_painted_leaves_the_others_their_pictures(
    card: Watched, crowd: ThreadPoolExecutor
) -> None:
    painter, stop = GatheringPainter(card), Event()
    first = held(crowd, painter, card)
    seen: list[str] = []

    def preview(name: str, share: float, picture: Picture) -> None:
        seen.append(f"{name} {current_thread().name}")

    one = asked(crowd, painter, a_request(1), stopped=stop.is_set)
    other = asked(crowd, painter, a_request(2), preview=preview)
    wait_for(painter, 2)
    card.begun.clear()
    card.gate.set()
    assert card.begun.wait(60)
    stop.set()
    assert other.result(20).facts.pack == 2
    assert first.result(20) is not None
    with suppress(Cancelled):
        one.result(5)
    # A preview is marked by its own caller, never by the thread that the card waits for.
    assert all("card" not in name for name in seen)


def test_who_waits_at_the_screen_goes_first_and_no_batch_rides_along(
    card: Watched, crowd: ThreadPoolExecutor
) -> None:
    turns: dict[str, Turn] = {
        "shot-1": (1, 1),
        "shot-2": (1, 2),
        "shot-3": (0, 2),
        "shot-4": (0, 1),
    }
    painter = GatheringPainter(card, lambda name: turns.get(name, (0, 0)))
    held(crowd, painter, card)
    waiting = [asked(crowd, painter, a_request(place)) for place in (1, 2, 3, 4)]
    wait_for(painter, 4)
    card.gate.set()
    for one in waiting:
        one.result(20)
    assert card.packs == [("shot-0",), ("shot-4", "shot-3"), ("shot-1", "shot-2")]


def test_a_fault_of_one_is_its_own(card: Watched, crowd: ThreadPoolExecutor) -> None:
    painter = GatheringPainter(card)
    card.faulty = "shot-2"
    held(crowd, painter, card)
    waiting = [asked(crowd, painter, a_request(place)) for place in (1, 2, 3)]
    wait_for(painter, 3)
    card.gate.set()
    assert waiting[0].result(20).facts.pack == 1
    with pytest.raises(BadInput, match="cannot be painted"):
        waiting[1].result(20)
    assert waiting[2].result(20).id == "shot-3"


def test_shots_of_other_shapes_wait_for_a_call_of_their_own(
    card: Watched, crowd: ThreadPoolExecutor
) -> None:
    painter = GatheringPainter(card)
    held(crowd, painter, card)
    wide = asked(crowd, painter, a_request(1).resized(96, 64))
    tall = [asked(crowd, painter, a_request(place)) for place in (2, 3)]
    wait_for(painter, 3)
    card.gate.set()
    assert (wide.result(20).facts.pack, [one.result(20).facts.pack for one in tall]) == (1, [2, 2])


def test_a_fault_keeps_nothing_of_the_call_it_came_from(
    card: Watched, crowd: ThreadPoolExecutor
) -> None:
    painter = GatheringPainter(card)
    card.gate.set()
    card.faulty = "shot-1"
    with pytest.raises(BadInput) as caught:
        asked(crowd, painter, a_request(1)).result(20)
    frames = [frame for frame, _ in walk_tb(caught.value.__traceback__)]
    of_the_card = [frame for frame in frames if frame.f_code.co_name == "paint"][-1]
    # A picture's tensors would lie on the card for as long as somebody reads the fault.
    assert "requests" not in of_the_card.f_locals


def test_a_picture_that_is_done_waits_for_no_more_previews(
    card: Watched, crowd: ThreadPoolExecutor
) -> None:
    painter = GatheringPainter(card)
    shown: list[float] = []
    card.gate.set()

    def preview(_: str, share: float, __: Picture) -> None:
        shown.append(share)
        # A mark that takes longer than all the rest of the painting.
        with painter._change:
            assert painter._change.wait_for(lambda: not painter._busy, timeout=60)

    waiting = asked(crowd, painter, replace(a_request(1), steps=6), preview=preview)
    assert waiting.result(20).facts.steps == 6
    assert len(shown) == 1


def test_previews_are_marked_one_at_a_time(card: Watched, crowd: ThreadPoolExecutor) -> None:
    painter, marking, most = GatheringPainter(card), Lock(), [0, 0]

    def preview(_: str, __: float, ___: Picture) -> None:
        with marking:
            most[0] += 1
            most[1] = max(most)
        sleep(0.05)
        with marking:
            most[0] -= 1

    held(crowd, painter, card)
    waiting = [
        asked(crowd, painter, replace(a_request(place), steps=6), preview=preview)
        for place in (1, 2, 3, 4)
    ]
    wait_for(painter, 4)
    card.gate.set()
    for one in waiting:
        one.result(20)
    assert most == [0, 1]
