"""Painting on a real card: skipped where there is none, and then it says so."""

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from toile.adapters.generators.device import cards

ROOT = Path(__file__).parents[2]
NO_CARD = "no CUDA card here: painting on a card was not tested in this run"
on_a_card = [pytest.mark.gpu, pytest.mark.skipif(cards() == 0, reason=NO_CARD)]


def _benchmark(out: Path, *options: str) -> list[dict[str, Any]]:
    command = [sys.executable, str(ROOT / "benchmarks" / "gpu.py"), "--json", str(out), *options]
    subprocess.run(command, check=True, capture_output=True, text=True, timeout=280)
    return list(json.loads(out.read_text("utf-8"))["rows"])


@pytest.mark.slow
def test_the_benchmark_runs_its_whole_path_at_tiny_size_without_a_card(tmp_path: Path) -> None:
    rows = _benchmark(
        tmp_path / "rows.json",
        *("--scale", "tiny", "--device", "cpu", "--side", "64"),
        *("--runs", "1", "--packs", "2", "--levers", "eager", "--families", "flux2_klein"),
        *("--drafts", "2"),
    )
    assert len(rows) == 2
    assert all(row["images_s"] > 0 and row["tflop"] > 0 for row in rows)


class TestOnACard:
    pytestmark = on_a_card

    @pytest.mark.timeout(300)
    def test_klein_at_full_size_paints_within_the_published_time(self, tmp_path: Path) -> None:
        rows = _benchmark(
            tmp_path / "rows.json",
            *(
                "--families",
                "flux2_klein",
                "--packs",
                "1",
                "--levers",
                "cudnn attention",
                "--whole",
            ),
        )
        assert rows[0]["seconds"] <= 0.57
        assert rows[0]["overhead"] <= 0.05

    def test_packed_shots_are_the_shots_alone_in_half_precision(self) -> None:
        import builders_tiny_pipelines as tiny
        import numpy as np
        import torch

        from toile.adapters.generators.diffusers_painter import DiffusersPainter
        from toile.adapters.generators.diffusers_sdxl import SdxlFamily

        base = tiny.sdxl_base()
        base.unet._load_ip_adapter_weights([tiny.ip_adapter(base.unet)])
        ability = tiny.an_ability(device="cuda")
        family = SdxlFamily(base, ability, control=tiny.sdxl_control())
        for module in family.modules():
            module.to("cuda", torch.bfloat16)
        painter = DiffusersPainter(family)

        def paint(*places: int) -> list[Any]:
            return [
                np.frombuffer(one.picture.rgb, np.uint8).astype(int)
                for one in painter.paint(
                    [tiny.a_request(place) for place in places],
                    progress=lambda *_: None,
                    stopped=lambda: False,
                    preview=lambda *_: None,
                )
            ]

        packed = paint(0, 1, 2)
        # Half precision rounds by the order of sums, which a pack changes: a mean, not a maximum.
        for place in range(3):
            assert np.abs(packed[place] - paint(place)[0]).mean() <= 2
