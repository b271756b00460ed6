"""Several drafts of one worker begin in the same moment, in a process that has traced nothing."""

import subprocess
import sys

import pytest

SIDE_BY_SIDE = """
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import numpy as np

from toile.adapters.renderers.mitsuba import MitsubaRenderer

renderer, together = MitsubaRenderer(), Barrier(8)

def traced(quality):
    together.wait()
    with renderer.tracer(quality, lambda: None) as mi:
        scene = mi.load_dict(mi.cornell_box())
        return float(np.array(mi.render(scene, spp=1, seed=0)).mean())

with ThreadPoolExecutor(8) as pool:
    print(sum(light > 0 for light in pool.map(traced, ["preview", "draft"] * 4)))
"""


@pytest.mark.slow
def test_shots_that_begin_together_are_all_traced() -> None:
    run = subprocess.run(
        [sys.executable, "-c", SIDE_BY_SIDE], capture_output=True, text=True, timeout=240
    )
    assert (run.stdout.strip(), run.returncode) == ("8", 0), run.stderr[-2000:]
