"""``toile bench``: every part yields rows of one form, and one command prints them together."""

import importlib.util
import subprocess
import sys
from pathlib import Path
from types import ModuleType

import pytest

ROOT = Path(__file__).parents[2]


def loaded(name: str) -> ModuleType:
    spec = importlib.util.spec_from_file_location(name, ROOT / "benchmarks" / f"{name}.py")
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    # Its dataclasses and its neighbours look it up by name.
    sys.modules[name] = module
    spec.loader.exec_module(module)
    return module


table = loaded("table")
together = loaded("together")


def bench(*words: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "toile", "bench", *words], capture_output=True, text=True
    )


@pytest.mark.parametrize(
    ("unit", "ours", "theirs", "ratio"),
    [("ms", 2.0, 6.0, 3.0), ("s", 4.0, 1.0, 0.25), ("/s", 100.0, 50.0, 2.0), ("%", 99.0, 33.0, 3)],
)
def test_a_ratio_above_one_is_better_whatever_the_unit(
    unit: str, ours: float, theirs: float, ratio: float
) -> None:
    assert table.Row("work", ours, unit, "peer", theirs).ratio == pytest.approx(ratio)


def test_without_a_peer_s_figure_there_is_no_ratio() -> None:
    assert table.Row("work", 3.0, "ms", "peer: not installed").ratio is None
    assert table.Row("not measured: no CUDA card here").ratio is None


def test_a_row_comes_through_a_line_as_it_was() -> None:
    row = table.Row("read", 99.5, "%", "peer", 12.0)
    assert table.from_line(table.to_line(row)) == row


def test_every_benchmark_that_yields_rows_is_a_part() -> None:
    folder = ROOT / "benchmarks"
    yielding = {one.stem for one in folder.glob("*.py") if "\ndef rows(" in one.read_text("utf-8")}
    assert yielding == set(together.PARTS.values())


@pytest.mark.parametrize("file", sorted(together.PARTS.values()))
def test_every_part_yields_rows_by_the_one_function(file: str) -> None:
    text = (ROOT / "benchmarks" / f"{file}.py").read_text(encoding="utf-8")
    assert "\ndef rows(*, quick: bool) -> Iterator[" in text


def test_a_part_prints_the_machine_and_its_rows() -> None:
    ran = bench("--quick", "rights")
    assert ran.returncode == 0, ran.stderr
    about, _, head, *rows = ran.stdout.splitlines()
    assert "cores, load" in about
    assert about.endswith("quick")
    assert head.split()[:3] == ["part", "what", "Toile"]
    assert len(rows) == 3
    assert all(row.startswith("rights  ") for row in rows)


def test_a_part_that_nobody_has_is_told_in_a_sentence() -> None:
    ran = bench("frobnicate")
    assert ran.returncode != 0
    assert "no part 'frobnicate'" in ran.stderr
    assert "Traceback" not in ran.stderr


def test_a_part_that_ends_badly_is_a_row_and_stops_no_other(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(together, "__file__", str(ROOT / "no-such-script.py"))
    (row,) = together.measured("rights", quick=True)
    assert "ended with code 2" in row.what


def test_a_kept_table_is_added_to_the_page_of_its_day(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(together, "RECORDS", tmp_path / "records")
    day = together.date(2027, 1, 2)
    together.keep("first", day)
    page = together.keep("second", day).read_text(encoding="utf-8")
    assert page.startswith("# Measured on 2027-01-02")
    assert page.index("first") < page.index("second")
