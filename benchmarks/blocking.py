"""Time blocked drafts: first picture, warm previews and drafts, a board, and each stage.

    python benchmarks/blocking.py [--variant auto|scalar_rgb|llvm_ad_rgb] [--runs 5]

Compared in the same run: the same light traced at the full size (what a plain renderer would do).
"""

import argparse
import resource
import statistics
import time
from collections import defaultdict
from collections.abc import Iterator

from table import Row

from toile.adapters.renderers import mitsuba as traced
from toile.adapters.renderers.library import load_catalogue
from toile.adapters.renderers.mitsuba import MitsubaRenderer
from toile.adapters.renderers.probe import Variant, working_variant
from toile.adapters.renderers.sampler import random_blocking
from toile.domain.blocking import Blocking

PREVIEW, DRAFT = (384, 512), (768, 1024)


def timed(
    renderer: MitsubaRenderer, blocking: Blocking, size: tuple[int, int], quality: str, style: str
) -> tuple[float, float, dict[str, float]]:
    """Return wall seconds, processor seconds and wall seconds by stage."""
    stages: dict[str, float] = defaultdict(float)
    since, doing = time.perf_counter(), "start"

    def progress(_: float, stage: str) -> None:
        nonlocal since, doing
        now = time.perf_counter()
        stages[doing] += now - since
        since, doing = now, stage

    wall, used = time.perf_counter(), time.process_time()
    renderer.render(
        blocking,
        size,
        quality=quality,  # type: ignore[arg-type]
        style=style,  # type: ignore[arg-type]
        progress=progress,
    )
    return time.perf_counter() - wall, time.process_time() - used, dict(stages)


def report(name: str, walls: list[float], used: list[float]) -> None:
    """Print one row of the table."""
    print(
        f"{name:34s} {statistics.median(walls):8.2f} {max(walls):8.2f} "
        f"{statistics.median(used):8.2f}"
    )


def rows(*, quick: bool) -> Iterator[Row]:
    """Yield a warm preview and draft, and a draft beside its light at full size."""
    renderer, catalogue = MitsubaRenderer(working_variant()), load_catalogue()
    shots = [random_blocking(catalogue, seed) for seed in range(2 if quick else 5)]
    for shot in shots:
        timed(renderer, shot, (96, 128), "preview", "ink")
    preview = [timed(renderer, shot, PREVIEW, "preview", "colour")[0] for shot in shots]
    yield Row(f"preview {PREVIEW[0]}x{PREVIEW[1]}, warm, median", statistics.median(preview), "s")
    draft = statistics.median(timed(renderer, shot, DRAFT, "draft", "ink")[0] for shot in shots)
    traced._SHARE["drawn"]["draft"] = 1.0
    plain = statistics.median(timed(renderer, shot, DRAFT, "draft", "ink")[0] for shot in shots)
    size = f"{DRAFT[0]}x{DRAFT[1]}"
    yield Row(f"draft {size}, warm, median", draft, "s", "the same light at full size", plain)


def whole_board(renderer: MitsubaRenderer, board: list[Blocking]) -> None:
    """Print the time of a board's previews; the bodies are known, as they are in a studio."""
    for shot in board:
        timed(renderer, shot, (96, 128), "preview", "colour")
    begun = time.perf_counter()
    for shot in board:
        timed(renderer, shot, PREVIEW, "preview", "colour")
    print(f"{f'board of {len(board)} previews, warm':34s} {time.perf_counter() - begun:8.2f}")


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--variant", default="auto")
    parser.add_argument("--runs", type=int, default=5)
    asked = parser.parse_args()
    start = time.perf_counter()
    variant = working_variant() if asked.variant == "auto" else Variant(asked.variant, "asked for")
    renderer, catalogue = MitsubaRenderer(variant), load_catalogue()
    shots = [random_blocking(catalogue, seed) for seed in range(asked.runs)]
    print(f"variant {variant.name}: {variant.why}\n")
    print(f"{'':34s} {'median s':>8s} {'worst s':>8s} {'CPU s':>8s}")
    timed(renderer, shots[0], PREVIEW, "preview", "ink")
    print(f"{'first preview, from import':34s} {time.perf_counter() - start:8.2f}")
    stages: dict[str, list[float]] = defaultdict(list)
    cases = [
        ("preview", PREVIEW, "colour"),
        ("preview", PREVIEW, "ink"),
        ("draft", DRAFT, "ink"),
        ("draft", DRAFT, "colour"),
    ]
    for quality, size, style in cases:
        for shot in shots:
            timed(renderer, shot, (96, 128), "preview", "ink")
        rows = [timed(renderer, shot, size, quality, style) for shot in shots]
        report(
            f"{quality} {size[0]}x{size[1]}, {style}, warm",
            [r[0] for r in rows],
            [r[1] for r in rows],
        )
        for _, _, parts in rows:
            for stage, spent in parts.items():
                stages[f"{quality} {style}: {stage}"].append(spent)
    whole_board(renderer, [random_blocking(catalogue, seed) for seed in range(100, 112)])
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1e6
    traced._SHARE["drawn"]["draft"] = 1.0
    plain = [timed(renderer, shots[0], DRAFT, "draft", "ink")]
    report("draft, light at the full size", [r[0] for r in plain], [r[1] for r in plain])
    print("\nstage, median seconds")
    for name, seconds in stages.items():
        print(f"  {name:34s} {statistics.median(seconds):6.2f}")
    print(f"\npeak memory {peak:.2f} GB, before the comparison")


if __name__ == "__main__":
    main()
