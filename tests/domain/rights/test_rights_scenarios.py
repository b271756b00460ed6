"""Every question of the two scenario files is answered as the file says, reason and duties too."""

from pathlib import Path

import pytest
import yaml

from toile.adapters.rights_data.scenarios import Scenario, read_scenarios
from toile.adapters.rights_data.tables import load_tables
from toile.adapters.rights_data.yaml_file import read_path
from toile.domain.rights import Reason, decide
from toile.domain.rights.codes import DutyCode
from toile.domain.rights.report import report

GOLDEN = Path(__file__).parents[2] / "golden" / "rights"


def _own(folder: Path) -> Path:
    """Lay the own questions over the published base."""
    whole = read_path(GOLDEN / "published.yaml")
    whole["scenarios"] = read_path(GOLDEN / "own.yaml")["scenarios"]
    made = folder / "own.yaml"
    made.write_text(yaml.safe_dump(whole, sort_keys=False), encoding="utf-8")
    return made


@pytest.fixture(scope="module")
def scenarios(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Scenario]:
    own = _own(tmp_path_factory.mktemp("rights"))
    found = [
        *read_scenarios(GOLDEN / "published.yaml", load_tables()),
        *read_scenarios(own, load_tables()),
    ]
    assert all(isinstance(one, Scenario) for one in found)
    return {one.id: one for one in found if isinstance(one, Scenario)}


NAMES = [
    one["id"]
    for name in ("published", "own")
    for one in read_path(GOLDEN / f"{name}.yaml")["scenarios"]
]


@pytest.mark.parametrize("name", NAMES)
def test_a_question_is_answered_as_written(name: str, scenarios: dict[str, Scenario]) -> None:
    asked = scenarios[name]
    decision = decide(asked.request, asked.licences, asked.consents, asked.world, asked.instant)
    got, want = report(decision), asked.expected
    assert got["decision"] == want["decision"], decision.say
    assert got["reason"] == want["reason"]
    assert sorted(got["duties"]) == sorted(want.get("duties", []))
    for key in ("uncovered", "missing", "used_licences"):
        assert got[key] == want.get(key, got[key])


def test_every_yes_names_the_licence_that_gives_it(scenarios: dict[str, Scenario]) -> None:
    for asked in scenarios.values():
        decision = decide(asked.request, asked.licences, asked.consents, asked.world, asked.instant)
        assert bool(decision.grounds) == decision.allowed
        assert {ground.twin for ground in decision.grounds} == (
            set(asked.request.twins) if decision.allowed else set()
        )


def test_every_reason_and_every_duty_is_met_somewhere(scenarios: dict[str, Scenario]) -> None:
    seen: set[str] = set()
    for asked in scenarios.values():
        answer = report(
            decide(asked.request, asked.licences, asked.consents, asked.world, asked.instant)
        )
        seen |= {*answer["reasons"], *answer["duties"]}
    assert {reason.value for reason in Reason} <= seen
    assert {duty.value for duty in DutyCode} <= seen
    assert {rule.duty for rule in load_tables().disclosure if rule.effect != "warn"} <= seen


def test_a_scenario_that_cannot_be_read_leaves_the_others_readable(tmp_path: Path) -> None:
    whole = read_path(GOLDEN / "published.yaml")
    whole["scenarios"] = [
        {"id": "bad", "licences": [{"term": {"start": "soon", "end": None, "tz": "Mars/Base"}}]},
        whole["scenarios"][0],
    ]
    path = tmp_path / "mixed.yaml"
    path.write_text(yaml.safe_dump(whole), encoding="utf-8")
    bad, good = read_scenarios(path, load_tables())
    assert not isinstance(bad, Scenario)
    assert "bad" in bad.why
    assert isinstance(good, Scenario)
