"""`toile rights` and `toile ledger` answer in JSON, and bad input gets a sentence."""

import json
import re
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from toile import bootstrap
from toile.cli.main import app
from toile.domain.errors import BadInput, NotFound
from toile.domain.ledger import LedgerFact
from toile.settings import Settings

GOLDEN = Path(__file__).parents[1] / "golden"
SCENARIOS = GOLDEN / "rights" / "published.yaml"


def run(*words: str) -> Result:
    return CliRunner().invoke(app, list(words))


def test_check_answers_every_question_of_a_file() -> None:
    done = run("rights", "check", str(SCENARIOS), "--json")
    answers = json.loads(done.stdout)
    assert done.exit_code == 0
    assert len(answers) == 50
    keys = {"id", "decision", "reason", "reasons", "duties", "uncovered", "remedies"}
    assert all(keys <= answer.keys() for answer in answers)


def test_check_answers_one_question_and_names_what_is_uncovered() -> None:
    (answer,) = json.loads(run("rights", "check", str(SCENARIOS), "--id", "T07").stdout)
    assert answer["uncovered"] == ["CH"]
    assert answer["remedies"][0]["change"] == {"territory": ["DE", "FR"]}


def test_an_answer_that_the_file_did_not_expect_exits_with_1(tmp_path: Path) -> None:
    text = SCENARIOS.read_text(encoding="utf-8")
    other = tmp_path / "other.yaml"
    was = "expected: {decision: permitted_with_duties, reason: OK, duties: [EU_VISIBLE_AI_LABEL, "
    assert was in text
    other.write_text(text.replace(was, was.replace("permitted_with", "no_such"), 1), "utf-8")
    done = run("rights", "check", str(other), "--plain")
    assert done.exit_code == 1
    assert [line[:3] for line in done.stdout.splitlines() if "NOT AS EXPECTED" in line] == ["T01"]
    assert run("rights", "check", str(SCENARIOS), "--plain").exit_code == 0


@pytest.mark.parametrize("stated", ["yes", "{decision: permitted, duties: LABEL}"])
def test_what_a_file_expects_is_a_decision_and_a_list_of_duties(
    stated: str, tmp_path: Path
) -> None:
    text = re.sub(
        r"expected: \{[^}]*\}", f"expected: {stated}", SCENARIOS.read_text("utf-8"), count=1
    )
    file = tmp_path / "stated.yaml"
    file.write_text(text, encoding="utf-8")
    done = run("rights", "check", str(file), "--plain")
    assert "a decision, a reason and a list of duties" in done.stdout


@pytest.mark.parametrize(("scenario", "code"), [("T01", 0), ("T07", 1)])
def test_a_script_may_ask_for_nothing_but_yes(scenario: str, code: int) -> None:
    asked = ("rights", "check", str(SCENARIOS), "--id", scenario, "--require-yes")
    assert run(*asked).exit_code == code


def test_check_says_what_is_wrong_with_a_file(tmp_path: Path) -> None:
    broken = tmp_path / "broken.yaml"
    broken.write_text("a: [", encoding="utf-8")
    assert isinstance(run("rights", "check", str(broken)).exception, BadInput)
    assert isinstance(run("rights", "check", str(tmp_path / "none.yaml")).exception, BadInput)
    assert isinstance(run("rights", "check", str(SCENARIOS), "--id", "none").exception, NotFound)


@pytest.mark.parametrize(("reading", "right"), [("active", 68), ("inactive", 66)])
def test_the_public_suite_is_counted_under_both_readings(reading: str, right: int) -> None:
    folder = str(GOLDEN / "odrl-test-suite" / "data")
    done = run("rights", "odrl-suite", folder, "--duty-not-set", reading, "--json")
    assert json.loads(done.stdout)["right"] == right
    assert done.exit_code == (0 if right == 68 else 1)


def test_a_licence_leaves_and_comes_back_by_file(tmp_path: Path) -> None:
    run("demo")
    file = tmp_path / "kenji.ttl"
    done = run(
        "rights", "odrl-export", "lic-kenji-orel-2026", "--form", "turtle", "--to", str(file)
    )
    assert done.exit_code == 0
    (back,) = json.loads(run("rights", "odrl-import", str(file), "--json").stdout)
    assert back["id"] == "lic-kenji-orel-2026"
    assert back["clauses"][3]["number"] == "4.2"
    assert isinstance(run("rights", "odrl-export", "none").exception, NotFound)


def test_a_quote_adds_up() -> None:
    done = run(
        "rights", "quote", "--media", "digital.owned,digital.social.paid", "--territory", "DE,FR",
        "--months", "12", "--today", "2026-11-24", "--json",
    )  # fmt: skip
    found = json.loads(done.stdout)
    assert sum(line["amount"] for line in found["quote"]["lines"]) == found["quote"]["total"]
    assert found["movers"]


def test_the_ledger_is_verified_exported_and_checked_elsewhere(tmp_path: Path) -> None:
    kept = bootstrap.records(Settings())
    for number in range(3):
        kept.ledger.append(
            LedgerFact(what="drafted", at="2026-11-24T10:00:00Z", by=f"=cmd{number}", say="ä")
        )
    kept.close()
    assert json.loads(run("ledger", "verify", "--json").stdout)["entries"] == 3
    file = tmp_path / "ledger.json"
    run("ledger", "export", "--to", str(file))
    assert run("ledger", "check", str(file)).exit_code == 0
    rows = json.loads(file.read_text(encoding="utf-8"))
    rows[1]["fact"]["by"] = "eve"
    file.write_text(json.dumps(rows), encoding="utf-8")
    done = run("ledger", "check", str(file), "--json")
    assert done.exit_code == 1
    assert json.loads(done.stdout)["broken"]["number"] == 2
    assert "'=cmd0" in run("ledger", "export", "--form", "csv").stdout
    assert run("ledger", "verify", "--length", "4").exit_code == 1
