"""The pages under docs tell the truth: what they name is there, and the compose file fits."""

import json
import re
import shlex
import subprocess
import sys
from importlib.metadata import version
from itertools import pairwise
from pathlib import Path
from urllib.parse import urlsplit

import pytest
import streamlit as st
import yaml
from starlette.testclient import TestClient

from toile.cli.main import main
from toile.settings import Settings
from toile.ui.places import SCRIPT

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


def commands(service: str) -> list[str]:
    """Return the lines of ours that a service runs, as they are typed."""
    _, _, script = COMPOSE["services"][service]["command"].partition(" -c ")
    parts = shlex.split(script)[0].split("&&")
    return [part.strip() for part in parts if part.strip().startswith("toile ")]


def test_what_the_compose_file_leaves_open_its_first_lines_name() -> None:
    text = (ROOT / "docs" / "compose.yaml").read_text(encoding="utf-8")
    head, _, rest = text.partition("x-toile")
    assert sorted(n for n in set(re.findall(r"\$\{(\w+)", rest)) if n not in head) == []
    # One without ``:?`` would start the studio with an empty password.
    assert re.findall(r"\$\{\w+\}", rest) == []


def test_every_word_of_a_service_is_one_that_compose_knows() -> None:
    known = {"command", "depends_on", "deploy", "environment", "healthcheck", "image", "ports",
             "restart", "volumes", "working_dir"}  # fmt: skip
    for service in COMPOSE["services"].values():
        assert set(service) <= known
        assert set(service.get("healthcheck", ())) <= {
            "test",
            "interval",
            "start_period",
            "retries",
        }


@pytest.mark.parametrize("service", ["studio", "worker"])
def test_every_command_of_the_compose_file_is_one_of_ours(
    service: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (line,) = commands(service)
    _, command, *options = line.split()
    monkeypatch.setattr(sys, "argv", ["toile", command, "--help"])
    with pytest.raises(SystemExit) as end:
        main()
    assert end.value.code in (0, None)
    told = capsys.readouterr().out
    assert [one for one in options if one.startswith("--") and one not in told] == []


def test_what_the_services_share_lies_on_what_they_mount() -> None:
    for service in ("studio", "worker"):
        one = COMPOSE["services"][service]
        mounted = dict(volume.split(":")[:2] for volume in one["volumes"])
        places = set(mounted.values())
        assert {one["environment"]["TOILE_HOME"], one["working_dir"]} <= places
        assert Path(one["environment"]["TOILE_PEOPLE"]).parent == Path(one["working_dir"])
        named = {source for source in mounted if not source.startswith(".")}
        assert named <= set(COMPOSE["volumes"])


def test_the_addresses_in_the_settings_are_services_of_the_file() -> None:
    environment = COMPOSE["services"]["studio"]["environment"]
    given = {name: re.sub(r"\$\{\w+:\?\}", "given", said) for name, said in environment.items()}
    hosts = {urlsplit(given[name]).hostname for name in ("TOILE_DATABASE_URL", "TOILE_CHROMA_URL")}
    assert hosts <= set(COMPOSE["services"])
    assert urlsplit(given["TOILE_DATABASE_URL"]).path == "/toile"
    assert COMPOSE["services"]["database"]["environment"]["POSTGRES_DB"] == "toile"


def test_our_services_run_where_the_renderer_finds_its_libraries() -> None:
    # libnanothread of Dr.Jit asks for libatomic, which no slim image of Python holds.
    images = {COMPOSE["services"][name]["image"] for name in ("studio", "worker")}
    assert not any("slim" in image or "alpine" in image for image in images)


def test_the_chroma_server_is_of_the_version_that_asks_it() -> None:
    assert COMPOSE["services"]["chroma"]["image"].partition(":")[2] == version("chromadb")


def test_the_health_checks_ask_what_answers() -> None:
    asked = " ".join(COMPOSE["services"]["studio"]["healthcheck"]["test"])
    (path,) = re.findall(r"http://127\.0\.0\.1:8501(/[\w/]+)", asked)
    with TestClient(st.App(SCRIPT)) as client:
        assert client.get(path).status_code == 200
    waits_for = COMPOSE["services"]["studio"]["depends_on"]
    assert all("healthcheck" in COMPOSE["services"][name] for name in waits_for)


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
