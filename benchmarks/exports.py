"""What an export needs: ``python benchmarks/exports.py [--shots 60 300] [--together 8]``.

Boards whose every shot is drawn, at the size that drafts have. For each form: the most memory it
held beyond what the process held before, the processor time, the size of the file; then so many
PDFs asked for at one moment, in one process. Each figure is of a process of its own that has made a
small export before, so that what is loaded once is not counted (Linux only).

Drawing hundreds of shots takes hours, so one is drawn and turned and shifted for each other shot;
marked, signed and kept they are by the verb, as any draft. ``--home`` keeps them for another run.
"""

import argparse
import json
import os
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterator
from dataclasses import asdict, dataclass, replace
from functools import cache
from pathlib import Path
from typing import Any

import numpy as np
from table import Row

HERE = Path(__file__).parents[1]
sys.path[:0] = [str(HERE / "tests")]

from builders_drawn import NOW, a_shot, a_studio, spring_use  # noqa: E402

from toile import bootstrap  # noqa: E402
from toile.domain.board import Board  # noqa: E402
from toile.domain.drafts import DraftRequest  # noqa: E402
from toile.domain.ids import BoardId, BrandId  # noqa: E402
from toile.domain.pictures import Picture  # noqa: E402
from toile.settings import Settings  # noqa: E402
from toile.workflow.make_picture import Made, Watch  # noqa: E402
from toile.workflow.originals import Originals  # noqa: E402
from toile.workflow.studio import Studio  # noqa: E402

FORMS = ("pdf", "contact", "call", "pptx", "zip")
WARM = 2
TOGETHER = 8


@dataclass(frozen=True)
class Cost:
    """What making one form took: megabytes held, seconds of processor, megabytes of file."""

    most: float
    took: float
    size: float


def rows(*, quick: bool) -> Iterator[Row]:
    """Yield memory and processor time by form, and what many at one moment hold."""
    if not Path("/proc/self/clear_refs").exists():
        yield Row("not measured: only Linux says what a process held at most")
        return
    shots = 12 if quick else 60
    with tempfile.TemporaryDirectory() as place:
        home = Path(place)
        _prepare(Settings(home=home), [WARM, shots])
        for form in FORMS:
            yield from _rows(home, form, shots, 1)
        yield from _rows(home, "pdf", shots, TOGETHER)


def _rows(home: Path, form: str, shots: int, at_once: int) -> Iterator[Row]:
    cost = _apart(home, form, shots, at_once)
    what = f"{shots} shots as {form}" + (f", {at_once} at one moment" if at_once > 1 else "")
    if cost is None:
        yield Row(f"{what}: ended badly")
        return
    yield Row(f"{what}, memory at most", cost.most, "MB")
    yield Row(f"{what}, processor", cost.took, "s")


def main() -> None:
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("--shots", type=int, nargs="+", default=[60, 300])
    asked.add_argument("--together", type=int, default=TOGETHER)
    asked.add_argument("--home", type=Path)
    asked.add_argument("--measure", nargs=3, help=argparse.SUPPRESS)
    given = asked.parse_args()
    if given.measure:
        form, shots, at_once = given.measure
        cost = _measured(Settings(home=given.home), form, int(shots), int(at_once))
        print(json.dumps(asdict(cost) if cost else None), flush=True)
        return
    with tempfile.TemporaryDirectory() as place:
        home = given.home or Path(place)
        home.mkdir(parents=True, exist_ok=True)
        _prepare(Settings(home=home), [WARM, *given.shots])
        print(f"{'shots':>6} {'form':8} {'at one moment':>14} {'most memory':>12} "
              f"{'processor':>10} {'file':>9}")  # fmt: skip
        for shots in given.shots:
            for form in FORMS:
                _print(home, form, shots, 1)
        _print(home, "pdf", given.shots[0], given.together)
    print(f"load of the machine {os.getloadavg()[0]:.1f} on {os.cpu_count()} processors")


def _print(home: Path, form: str, shots: int, at_once: int) -> None:
    cost = _apart(home, form, shots, at_once)
    said = f"{cost.most:9.0f} MB {cost.took:8.1f} s {cost.size:6.1f} MB" if cost else " ended badly"
    print(f"{shots:6} {form:8} {at_once:14} {said}", flush=True)


def _apart(home: Path, form: str, shots: int, at_once: int) -> Cost | None:
    """Measure in a process of its own; ``None`` where not every file came."""
    words = ["--home", str(home), "--measure", form, str(shots), str(at_once)]
    run = subprocess.run(
        [sys.executable, __file__, *words], check=True, capture_output=True, text=True
    )
    found = json.loads(run.stdout)
    return Cost(**found) if found else None


def _measured(settings: Settings, form: str, shots: int, at_once: int) -> Cost | None:
    studio = bootstrap.studio(settings)
    _export(studio, form, WARM)
    Path("/proc/self/clear_refs").write_text("5", encoding="utf-8")
    before, spent = _held("VmRSS"), time.process_time()
    sizes: list[int] = []
    crowd = [
        threading.Thread(target=lambda: sizes.append(_export(studio, form, shots)))
        for _ in range(at_once)
    ]
    for one in crowd:
        one.start()
    for one in crowd:
        one.join()
    if len(sizes) < at_once:
        return None
    return Cost(
        most=_held("VmHWM") - before,
        took=time.process_time() - spent,
        size=max(sizes) / 1e6,
    )


def _export(studio: Studio, form: str, shots: int) -> int:
    """Export a board, read it as one who fetches it does, and return its size in bytes."""
    made = studio.export(studio.board(f"board-{shots}"), form, by="Ada")
    assert made.shots == shots, made.left_out
    size = 0
    with made.file as file:
        while block := file.read(2**18):
            size += len(block)
    return size


def _held(what: str) -> float:
    """Return what this process holds now (``VmRSS``) or held at most (``VmHWM``), in MB."""
    for line in Path("/proc/self/status").read_text(encoding="utf-8").splitlines():
        if line.startswith(what):
            return int(line.split()[1]) * 1024 / 1e6
    raise SystemExit("This system does not say what a process holds.")


def _prepare(settings: Settings, sizes: list[int]) -> None:
    studio = a_studio(settings)
    watch = Watch((), lambda *_: None, lambda *_: None, lambda: False)
    originals = studio.draft_shot.pictures.originals
    drawn = cache(
        lambda: studio.draft_shot.pictures(_request(studio, _board(studio, 1), "s1"), watch)
    )
    for shots in sizes:
        board = _board(studio, shots)
        have = {line.shot for line in studio.drafts(board)}
        for number, panel in enumerate(board.panels):
            if panel.id in have:
                continue
            request = _request(studio, board, panel.id)
            studio.asks.jobs.submit(request)
            door = replace(studio.draft_shot, pictures=_given(drawn(), originals, number))
            assert door(request) is not None
            print(f"\r{number + 1} of {shots}", end="", file=sys.stderr)


def _given(drawn: Made, originals: Originals, number: int) -> Any:
    """Return, as a ``MakePicture``, the picture turned and shifted as for no other number."""
    source = drawn.picture
    pixels = np.frombuffer(source.rgb, np.uint8).reshape(source.height, source.width, 3)
    turned = pixels[:, ::-1] if number % 2 else pixels
    shifted = np.roll(turned, 3 * number, axis=1)
    picture = Picture(source.width, source.height, shifted.tobytes())
    made = replace(drawn, picture=picture)
    return Given(made, originals)


@dataclass(frozen=True)
class Given:
    """What stands for making a picture: one that is made already."""

    made: Made
    originals: Originals

    def __call__(self, _request: DraftRequest, _watch: Watch) -> Made:
        """Return the picture."""
        return self.made


def _board(studio: Studio, shots: int) -> Board:
    board = Board(
        id=BoardId(f"board-{shots}"),
        title=f"{shots} shots",
        brand=BrandId("maison-orel"),
        usage=spring_use(),
        panels=tuple(a_shot(f"s{number}", number) for number in range(1, shots + 1)),
        at=NOW,
    )
    if board.id not in {line.id for line in studio.boards()}:
        studio.review.boards.save(board)
    return board


def _request(studio: Studio, board: Board, shot: str) -> DraftRequest:
    request = studio.asks.request(board, board.panel(shot), "Ada")
    assert isinstance(request, DraftRequest), request
    return request


if __name__ == "__main__":
    main()
