"""`toile guidelines` and `toile evaluate search` as a person and a script use them."""

import json
from pathlib import Path

import pytest
from PIL import Image
from typer.testing import CliRunner

from toile.cli.evaluate_search import evaluate_search, read_set
from toile.cli.guidelines import app, read_shots
from toile.domain.errors import BadInput, NotFound

run = CliRunner()


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("TOILE_HOME", str(tmp_path / "home"))
    book = tmp_path / "book.md"
    book.write_text(
        "# Light\nOne soft key light comes from the left.\n\n# Props\n- No sunglasses\n"
    )
    added = run.invoke(app, ["add", str(book), "--json"])
    assert json.loads(added.stdout)[0]["passages"] == 2
    return tmp_path


def test_an_answer_has_document_page_and_score() -> None:
    answer = json.loads(run.invoke(app, ["ask", "where is the key light", "--json"]).stdout)
    passage = answer["passages"][0]
    assert answer["in_book"]
    assert (passage["document"], passage["page"]) == ("book.md", 1)
    assert 0.5 < passage["score"] <= 1


def test_silence_is_an_answer() -> None:
    answer = json.loads(run.invoke(app, ["ask", "how do I reset my password", "--json"]).stdout)
    assert (answer["in_book"], answer["passages"]) == (False, [])
    assert "does not say" in run.invoke(app, ["ask", "how do I reset my password"]).stdout


def test_pasted_text_comes_from_standard_input() -> None:
    added = run.invoke(app, ["add", "-", "--json"], input="Skin is never smoothed by anybody.\n")
    assert json.loads(added.stdout)[0]["name"] == "pasted.txt"


def test_books_are_listed_and_removed() -> None:
    assert "book.md" in run.invoke(app, ["list"]).stdout
    assert json.loads(run.invoke(app, ["remove", "book.md", "--json"]).stdout)["name"] == "book.md"
    assert "No guideline" in run.invoke(app, ["list"]).stdout


def test_a_shot_list_that_breaks_a_rule_ends_with_one(home: Path) -> None:
    shots = home / "shots.json"
    shots.write_text(json.dumps({"shots": [{"id": "a", "no": 1, "props": ["sunglasses"]}]}))
    broken = run.invoke(app, ["check", str(shots), "--json"])
    assert broken.exit_code == 1
    assert json.loads(broken.stdout)["findings"][0]["citation"]["page"] == 1
    shots.write_text(json.dumps([{"id": "a", "no": 1, "props": ["chair"], "pose": None}]))
    assert run.invoke(app, ["check", str(shots)]).exit_code == 0


def test_a_finished_draft_is_held_against_the_palette_of_the_book(home: Path) -> None:
    book = home / "colours.md"
    book.write_text("# Colours\n- Chalk #F4EFE6\n- Ink #1B1B1F\n")
    run.invoke(app, ["add", str(book), "--json"])
    shots, draft = home / "shots.json", home / "draft.png"
    shots.write_text(json.dumps([{"id": "a", "no": 1}]))
    given = ["check-draft", str(draft), "--shots", str(shots), "--shot", "1", "--json"]
    told = []
    for colour in ("#F4EFE6", "#C03020"):
        Image.new("RGB", (320, 400), colour).save(draft)
        told.append(json.loads(run.invoke(app, given).stdout))
    assert [report["score"] for report in told] == [1.0, 0.0]
    assert told[1]["findings"][0]["citation"]["document"] == "colours.md"
    assert isinstance(run.invoke(app, [*given[:-2], "9"]).exception, NotFound)


def test_bad_input_is_refused_in_words(home: Path) -> None:
    missing = run.invoke(app, ["add", str(home / "none.pdf")])
    assert isinstance(missing.exception, NotFound)
    with pytest.raises(BadInput, match="not a shot list"):
        read_shots(b"[1, 2]", "shots.json")
    with pytest.raises(BadInput, match="not a set of questions"):
        read_set(home / "book.md")


def test_the_evaluation_prints_recall_and_silence(
    home: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (home / "set.yaml").write_text(
        "book: book.md\nquestions:\n"
        "- {ask: where is the key light, in: [soft key light]}\n"
        "- {ask: how do I reset my password}\n"
    )
    evaluate_search([home / "set.yaml"], missed=False, as_json=True)
    figures = json.loads(capsys.readouterr().out)["set · all"]
    assert (figures["recall_1"], figures["silent_right"], figures["silent_wrong"]) == (1, 1, 0)
