"""What everything that is not the pipeline costs a painted picture: ``python benchmarks/door.py``.

Drafts of one shot at 1024², each with a seed of its own, go the whole way: queue, rights before and
after, blocking, marks, signature, reading back, store and ledger. The pipeline is a clock: it holds
the card for as long as the goal of a real one and leaves the processor alone, as a card does.
First one draft at a time, by part; then as the worker draws them, so that what is done with one
picture while the next is painted is seen to overlap or not.

    python benchmarks/door.py [--pipeline 0.35] [--drafts 24] [--side 1024]
"""

import argparse
import os
import statistics
import sys
import tempfile
import threading
import time
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

import numpy as np
from PIL import Image
from table import Row

HERE = Path(__file__).parents[1]
sys.path[:0] = [str(HERE / "tests")]

from builders_drawn import NOW, a_shot, a_studio, spring_use  # noqa: E402

from toile.adapters.generators.diffusers_painter import PREVIEW_SHARE  # noqa: E402
from toile.adapters.generators.gathering import GatheringPainter  # noqa: E402
from toile.adapters.generators.likeness import NoScorer  # noqa: E402
from toile.adapters.generators.pace import Pace  # noqa: E402
from toile.adapters.jobs.worker import Worker  # noqa: E402
from toile.adapters.models.catalogue import model_list  # noqa: E402
from toile.adapters.system import SystemClock  # noqa: E402
from toile.bootstrap.painting import LARGEST_PACK, paint_template, twin_vault  # noqa: E402
from toile.domain.board import Board  # noqa: E402
from toile.domain.drafts import DraftRequest  # noqa: E402
from toile.domain.ids import BoardId, BrandId  # noqa: E402
from toile.domain.painting import GeneratorAbility, Painted, PaintFacts, PaintRequest  # noqa: E402
from toile.domain.pictures import Picture  # noqa: E402
from toile.settings import Settings  # noqa: E402
from toile.workflow.draft_shot import DraftShot  # noqa: E402
from toile.workflow.paint_shot import PaintShot  # noqa: E402
from toile.workflow.ports import Painter  # noqa: E402
from toile.workflow.studio import Studio  # noqa: E402

GOAL = 0.35
# What each port of the door is to a reader of the table.
PARTS = {
    "casts": "rights and duties",
    "blocking": "scene from words",
    "renderer": "guides from the blocking, made before",
    "painter": "what the pipeline's clock costs itself",
    "marker": "marks and signatures, previews too; read back",
    "measures": "palette and room measured",
    "images": "files",
    "drafts": "draft and ledger entry",
    "jobs": "queue: progress, stop?",
}


# ------------------------------------------------------------------ a pipeline that is a clock


class Clockwork:
    """The port ``Painter``: pictures that are ready, handed over when a card would have them."""

    def __init__(self, seconds: float) -> None:
        card = model_list().family("flux2_klein")
        assert card is not None
        self.ability: GeneratorAbility = card.ability(
            model_list().parts("flux2_klein")[0], device="clock"
        )
        self._seconds = seconds

    def paint(
        self,
        requests: Sequence[PaintRequest],
        *,
        progress: Callable[[float, str], None],
        stopped: Callable[[], bool],
        preview: Callable[[str, float, Picture], None],
    ) -> tuple[Painted, ...]:
        """Return a picture a request after its time, with a preview at each step."""
        steps, pace = self.ability.steps, Pace(PREVIEW_SHARE)
        for step in range(1, steps + 1):
            time.sleep(self._seconds * len(requests) / steps)
            progress(step / steps, f"Step {step} of {steps}")
            with pace as due:
                for one in requests if due else ():
                    preview(one.id, step / steps, a_photograph(one.seed, one.width // 2))
        return tuple(self._one(request, len(requests)) for request in requests)

    def _one(self, request: PaintRequest, together: int) -> Painted:
        facts = PaintFacts(
            family=self.ability.family,
            model=self.ability.model,
            revision=self.ability.revision,
            licence=self.ability.licence,
            seed=request.seed,
            steps=self.ability.steps,
            size=(request.width, request.height),
            seconds=self._seconds,
            pack=together,
        )
        return Painted(request.id, a_photograph(request.seed, request.width), facts)


def a_photograph(seed: int, side: int) -> Picture:
    """Return soft forms with a grain, as the marks meet them in a photograph."""
    key = (seed % 4, side)
    if key not in _PHOTOGRAPHS:
        chance = np.random.default_rng(key[0])
        forms = Image.fromarray(chance.integers(0, 255, (40, 40, 3), dtype=np.uint8), "RGB")
        wide = np.asarray(forms.resize((side, side), Image.Resampling.BICUBIC), np.int16)
        grain = chance.integers(-6, 6, wide.shape)
        _PHOTOGRAPHS[key] = Picture(
            side, side, (wide + grain).clip(0, 255).astype(np.uint8).tobytes()
        )
    return _PHOTOGRAPHS[key]


_PHOTOGRAPHS: dict[tuple[int, int], Picture] = {}


# ------------------------------------------------------------------ the way of a draft


@dataclass
class Book:
    """Processor seconds by part; what one part calls of another counts for the inner one.

    Of the whole process, since marking has threads of its own; so one draft at a time.
    """

    seconds: dict[str, float] = field(default_factory=lambda: defaultdict(float))
    _inside: list[float] = field(default_factory=list)

    @contextmanager
    def entry(self, part: str) -> Iterator[None]:
        """Note what the block costs."""
        began = time.process_time()
        self._inside.append(0.0)
        try:
            yield
        finally:
            took = time.process_time() - began
            self.seconds[part] += took - self._inside.pop()
            if self._inside:
                self._inside[-1] += took


class Watched:
    """Any port, with what its calls cost written down."""

    def __init__(self, part: str, inner: Any, book: Book) -> None:
        self._part, self._inner, self._book = part, inner, book

    def __getattr__(self, name: str) -> Any:
        found = getattr(self._inner, name)
        return self._noted(found) if callable(found) else found

    def __call__(self, *given: Any, **named: Any) -> Any:
        return self._noted(self._inner)(*given, **named)

    def _noted(self, act: Callable[..., Any]) -> Callable[..., Any]:
        def noted(*given: Any, **named: Any) -> Any:
            with self._book.entry(self._part):
                return act(*given, **named)

        return noted


@dataclass
class Changing:
    """The port ``Painter`` over one that may be put in another's place; notes what is asked."""

    now: Painter
    asked: list[PaintRequest] = field(default_factory=list)

    @property
    def ability(self) -> GeneratorAbility:
        """Return what the painter of now can do."""
        return self.now.ability

    def paint(self, requests: Sequence[PaintRequest], **how: Any) -> tuple[Painted, ...]:
        """Return what the painter of now makes of it."""
        self.asked += requests
        return self.now.paint(requests, **how)


@dataclass
class House:
    """A studio of its own with its queue, and the painter behind its door."""

    studio: Studio
    settings: Settings
    painter: Changing

    def door(self, *, gathered: bool) -> DraftShot:
        """Return the studio's own door with this painter behind it, as a worker has it or bare."""
        door = self.studio.draft_shot
        jobs: Any = self.studio.asks.jobs
        painter = GatheringPainter(self.painter, jobs.turn) if gathered else self.painter
        paints = PaintShot(
            painter,
            door.pictures.blocks.renderer,
            door.casts.registry,
            twin_vault(self.settings),
            paint_template(),
            NoScorer(),
        )
        return replace(door, pictures=replace(door.pictures, paints=lambda _: paints))


@contextmanager
def a_house(painter: Painter) -> Iterator[House]:
    """Open a house with the sample people and their contracts in it."""
    with tempfile.TemporaryDirectory() as home:
        settings = Settings(home=Path(home))
        yield House(a_studio(settings), settings, Changing(painter))


@contextmanager
def a_worker(house: House) -> Iterator[None]:
    """Draw what is queued, in this process: once a process, since the engine opens once."""
    jobs: Any = house.studio.asks.jobs
    url = f"sqlite:///{house.settings.folder / 'engine.db'}"
    door, me = house.door(gathered=True), SystemClock().new_id("worker")
    worker = Worker(jobs, door, door.drafts.draft, engine_url=url, me=me)
    leave = threading.Event()
    drawing = threading.Thread(
        target=worker.work, args=(leave,), kwargs={"at_once": 2 * LARGEST_PACK}, daemon=True
    )
    drawing.start()
    try:
        yield
    finally:
        leave.set()
        drawing.join()


def watched(door: DraftShot, book: Book) -> DraftShot:
    """Return the door with every port's cost written down."""
    paints: Any = door.pictures.paints(lambda: False)
    renderer = Watched("renderer", door.pictures.blocks.renderer, book)
    paints = replace(paints, renderer=renderer, painter=Watched("painter", paints.painter, book))
    blocks: Any = Watched("blocking", replace(door.pictures.blocks, renderer=renderer), book)
    pictures: Any = replace(door.pictures, paints=lambda _: paints, blocks=blocks)
    named = ("casts", "marker", "measures", "images", "drafts", "jobs")
    ports: Any = {name: Watched(name, getattr(door, name), book) for name in named}
    return replace(door, pictures=pictures, **ports)


def requests(studio: Studio, board: str, count: int, side: int) -> list[DraftRequest]:
    """Return drafts of one shot, each with a seed of its own."""
    made = Board(
        id=BoardId(board),
        title="Autumn",
        brand=BrandId("maison-orel"),
        usage=spring_use(),
        panels=(a_shot("a", 1),),
        at=NOW,
    )
    studio.review.boards.save(made)
    first = studio.asks.request(made, made.panel("a"), "Ada")
    if isinstance(first, str):
        raise SystemExit(first)
    same = {"width": side, "height": side, "generator": "diffusers"}
    return [first.model_copy(update={**same, "seed": seed}) for seed in range(count)]


# ------------------------------------------------------------------ measuring


@dataclass(frozen=True)
class Way:
    """What the way cost: milliseconds a draft by part, processor time, and seconds in a row."""

    parts: dict[str, float]
    processor_ms: float
    alone_s: float


def one_by_one(door: DraftShot, asked: Sequence[DraftRequest]) -> Way:
    """Return what each part of the way costs a draft that is alone."""
    door(asked[0])
    book, walls, cpu = Book(), [], time.process_time()
    noted = watched(door, book)
    for request in asked[1:]:
        began = time.perf_counter()
        with book.entry("the rest"):
            door.jobs.submit(request)
            noted(request)
        walls.append(time.perf_counter() - began)
    count = len(asked) - 1
    each = {part: 1000 * seconds / count for part, seconds in book.seconds.items()}
    processor = 1000 * (time.process_time() - cpu) / count
    return Way(each, processor, statistics.median(walls))


def as_a_worker(house: House, asked: Sequence[DraftRequest]) -> float:
    """Return seconds a picture from the first asked to the last on file; a few go before."""
    first = max(1, min(2 * LARGEST_PACK, len(asked) // 4))
    drawn(house.studio.asks.jobs, asked[:first])
    house.painter.asked.clear()
    return drawn(house.studio.asks.jobs, asked[first:]) / len(asked[first:])


def drawn(jobs: Any, asked: Sequence[DraftRequest]) -> float:
    """Return the seconds until all of these are on file."""
    began = time.perf_counter()
    for request in asked:
        jobs.submit(request)
    waiting = {request.id for request in asked}
    while waiting:
        time.sleep(0.02)
        ended = {one.id: one for one in jobs.statuses(asked[0].board) if one.id in waiting}
        for draft, status in ended.items():
            if status.state == "finished":
                waiting.discard(draft)
            elif status.state not in ("queued", "running"):
                raise SystemExit(f"a draft ended otherwise: {status.state}, {status.say}")
    return time.perf_counter() - began


def measured(options: argparse.Namespace) -> tuple[Way, float]:
    """Return the way of lone drafts, and seconds a picture as the worker draws them."""
    with a_house(Clockwork(options.pipeline)) as house:
        asked = requests(house.studio, "alone", options.alone + 1, options.side)
        way = one_by_one(house.door(gathered=False), asked)
        with a_worker(house):
            asked = requests(house.studio, "together", options.drafts, options.side)
            return way, as_a_worker(house, asked)


def rows(*, quick: bool) -> Iterator[Row]:
    """Yield the whole way's cost beside the pipeline's for the common table."""
    options = options_given(["--drafts", "8"] if quick else [])
    way, seconds = measured(options)
    cores = os.cpu_count()
    what = f"processor time of a painted picture at {options.side}² beside its pipeline"
    yield Row(what, way.processor_ms, "ms")
    yield Row(
        f"a picture the whole way as the worker draws them, {cores} cores",
        seconds,
        "s",
        "the pipeline alone",
        options.pipeline,
    )


def options_given(words: list[str] | None = None) -> argparse.Namespace:
    """Return what was asked for."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--pipeline", type=float, default=GOAL, help="seconds of card a picture")
    parser.add_argument("--drafts", type=int, default=24)
    parser.add_argument("--alone", type=int, default=6)
    parser.add_argument("--side", type=int, default=1024)
    return parser.parse_args(words)


def main() -> None:
    """Print what the way costs by part, and what is left of it when drafts overlap."""
    options = options_given()
    way, seconds = measured(options)
    print(f"One draft at a time at {options.side}², processor milliseconds a picture:")
    for part, spent in sorted(way.parts.items(), key=lambda one: -one[1]):
        share = spent / 1000 / options.pipeline
        print(f"  {PARTS.get(part, part):<42} {spent:8.1f}  {share:7.1%} of {options.pipeline} s")
    print(f"  {'all of it':<42} {way.processor_ms:8.1f}")
    print(f"  {'seconds from asked to on file':<42} {way.alone_s:8.3f}")
    over = seconds / options.pipeline - 1
    print(
        f"As the worker draws them: {seconds:.3f} s a picture beside a pipeline of "
        f"{options.pipeline} s on {os.cpu_count()} cores: {over:+.1%}."
    )
    needed = way.processor_ms / 1000 / options.pipeline
    print(f"To keep such a card busy takes {needed:.1f} cores of this kind beside it.")


if __name__ == "__main__":
    main()
