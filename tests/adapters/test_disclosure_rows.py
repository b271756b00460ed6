"""A market's duty is a row of data; a row that could never bite is refused by its name."""

from importlib.resources import files
from pathlib import Path

import pytest
import yaml

from toile.adapters.rights_data.scenarios import Scenario, read_scenarios
from toile.adapters.rights_data.tables import load_tables
from toile.adapters.rights_data.yaml_file import read_path
from toile.domain.errors import BadInput
from toile.domain.rights import decide
from toile.domain.rights.report import report

GOLDEN = Path(__file__).parents[1] / "golden" / "rights" / "published.yaml"

ROW = """
  - id: jp-label
    duty: JP_AI_LABEL
    name: Japan asks for a label, for this test
    markets: [JP]
    applies_from: 2026-06-01
    actor: advertiser
    visible: true
    wording: [{language: en, text: AI}]
    source: a test
    status: verify
    checked_on: 2026-11-28
"""


def with_row(folder: Path, row: str) -> Path:
    ours = (files("toile") / "data" / "rights" / "disclosure.yaml").read_text(encoding="utf-8")
    (folder / "disclosure.yaml").write_text(ours.rstrip() + row, encoding="utf-8")
    return folder


def test_a_row_is_all_that_a_market_needs(tmp_path: Path) -> None:
    tables = load_tables(with_row(tmp_path, ROW))
    assert tables.disclosure[-1].duty == "JP_AI_LABEL"
    assert tables.disclosure_markets[-1][1] == {"JP"}


def test_a_use_in_that_market_is_told_of_the_duty_by_the_name_of_its_row(tmp_path: Path) -> None:
    asked = read_path(GOLDEN)
    licence = {"territory": {"include": ["JP"]}}
    request = {"territory": ["JP"]}
    asked["scenarios"] = [{"id": "JP1", "licences": [licence], "request": request}]
    (tmp_path / "asked.yaml").write_text(yaml.safe_dump(asked), encoding="utf-8")
    (one,) = read_scenarios(tmp_path / "asked.yaml", load_tables(with_row(tmp_path, ROW)))
    assert isinstance(one, Scenario)
    told = report(decide(one.request, one.licences, one.consents, one.world, one.instant))
    assert "JP_AI_LABEL" in told["duties"]


@pytest.mark.parametrize(
    ("was", "now", "said"),
    [
        ("[JP]", "[JPN]", "jp-label: markets: nobody knows the place JPN"),
        ("[JP]", "[EU27, XX-01]", "jp-label: markets: nobody knows the place XX-01"),
        ("    source", "    media_not: [radio.am]\n    source", "nobody knows the medium radio.am"),
        ("    source", "    actions: [publishing]\n    source", "publishing is none of generate"),
        ("2026-06-01", "June 2026", "jp-label: applies_from: "),
        ("    visible: true\n", "", "jp-label: visible: Field required"),
        ("id: jp-label", "id: eu-visible", "2 rows have the id eu-visible"),
        ("id: jp-label", "name: none", "row "),
        ("JP_AI_LABEL", "a label", "jp-label: duty: "),
    ],
)
def test_a_row_that_could_not_bite_is_refused_by_its_name(
    tmp_path: Path, was: str, now: str, said: str
) -> None:
    assert was in ROW
    with pytest.raises(BadInput) as refused:
        load_tables(with_row(tmp_path, ROW.replace(was, now)))
    assert said in str(refused.value)
    assert "disclosure.yaml" in str(refused.value)


def test_a_part_of_a_country_is_a_market(tmp_path: Path) -> None:
    tables = load_tables(with_row(tmp_path, ROW.replace("[JP]", "[US-CA]")))
    assert tables.disclosure_markets[-1][1] == {"US-CA"}


def test_a_file_without_rules_is_said_to_have_none(tmp_path: Path) -> None:
    (tmp_path / "disclosure.yaml").write_text("version: none\nrows: []\n", encoding="utf-8")
    with pytest.raises(BadInput, match="no list of rules"):
        load_tables(tmp_path)
