"""The pages under docs tell the truth: what they name is there, and the compose file fits."""

import json
import re
import subprocess
import sys
from itertools import pairwise
from pathlib import Path

import pytest
import yaml

from toile.settings import Settings

ROOT = Path(__file__).parents[2]
PAGES = sorted((ROOT / "docs").rglob("*.md"))
COMPOSE = yaml.safe_load((ROOT / "docs" / "compose.yaml").read_text(encoding="utf-8"))


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_what_a_page_names_is_there(page: Path) -> None:
    text = page.read_text(encoding="utf-8")
    places = re.findall(r"`((?:src|tests|benchmarks|prompts|scripts|docs)/[\w./-]+)`", text)
    assert [place for place in places if not (ROOT / place).exists()] == []
    named = {name.lower() for name in re.findall(r"`TOILE_([A-Z_]+)[`=]", text)}
    assert named <= set(Settings.model_fields) | {"person"}


@pytest.mark.parametrize("service", ["studio", "worker"])
def test_the_compose_file_sets_what_is_read(service: str) -> None:
    given = COMPOSE["services"][service]["environment"]
    assert {name.removeprefix("TOILE_").lower() for name in given} <= set(Settings.model_fields)
    assert "toile" in COMPOSE["services"][service]["command"]


def test_no_service_of_the_compose_file_is_open_to_the_network() -> None:
    ports = [port for one in COMPOSE["services"].values() for port in one.get("ports", ())]
    assert all(port.startswith("127.0.0.1:") for port in ports)


def test_the_picture_of_the_layers_is_of_today_s_code() -> None:
    run = subprocess.run(
        [sys.executable, "scripts/draw_architecture.py", "--check"],
        cwd=ROOT, capture_output=True, text=True,
    )  # fmt: skip
    assert run.returncode == 0, f"poe drawing: {run.stderr}"


def test_no_line_of_the_picture_runs_behind_a_box() -> None:
    picture = (ROOT / "docs" / "architecture.svg").read_text(encoding="utf-8")
    found = re.findall(r'<rect x="(\d+)" y="(\d+)" width="(\d+)" height="(\d+)"', picture)
    boxes = [tuple(map(int, box)) for box in found]
    lines = [
        [tuple(map(int, point.split(","))) for point in points.split()]
        for points in re.findall(r'<polyline points="([^"]+)"', picture)
    ]
    assert (len(boxes), len(lines)) == (7, len(re.findall("<title>", picture)))
    for line in lines:
        for (x1, y1), (x2, y2) in pairwise(line):
            for x, y, wide, high in boxes:
                across = min(x1, x2) < x + wide and max(x1, x2) > x
                down = min(y1, y2) < y + high and max(y1, y2) > y
                assert not (across and down)


def test_the_list_of_parts_names_what_the_studio_asks_for() -> None:
    run = subprocess.run(
        [sys.executable, "scripts/parts_list.py"], cwd=ROOT, capture_output=True, check=True
    )
    found = {one["name"] for one in json.loads(run.stdout)["components"]}
    assert {"streamlit", "sqlalchemy", "c2pa-python", "pydantic-core"} <= found
