import json
import os
import subprocess
import sys
from pathlib import Path

HEAVY = ("torch", "diffusers", "transformers", "chromadb", "mitsuba", "numba", "cv2", "onnxruntime")
CODE = f"""
import json, sys
from toile.ui import server, services
from toile.ui.stages import briefing, first, room, wall
services.studio().boards()
print(json.dumps([name for name in {HEAVY!r} if name in sys.modules]))
"""


def test_the_first_page_loads_no_model_no_renderer_and_no_search_engine(tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-c", CODE],
        env=os.environ | {"TOILE_HOME": str(tmp_path)},
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    assert done.returncode == 0, done.stderr[-2000:]
    assert json.loads(done.stdout.strip().splitlines()[-1]) == []
