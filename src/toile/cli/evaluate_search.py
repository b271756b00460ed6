"""`toile evaluate search`: questions with known passages against a library made for the purpose."""

import json
import tempfile
from importlib.resources import files
from pathlib import Path
from typing import Annotated, Any

import typer
import yaml
from rich.console import Console
from rich.table import Table

from toile import bootstrap
from toile.domain.errors import BadInput
from toile.domain.search_quality import Outcome, Quality, Question, outcome, quality
from toile.settings import Settings


def evaluate_search(
    sets: Annotated[
        list[Path] | None, typer.Argument(help="Question sets; the studio's own by default.")
    ] = None,
    missed: Annotated[bool, typer.Option("--missed", help="List what went wrong.")] = False,
    as_json: Annotated[bool, typer.Option("--json", help="Answer as JSON.")] = False,
) -> None:
    """Print recall, rank and honest silence of the search on questions with known passages."""
    own = Path(str(files("toile") / "data" / "search" / "evaluation"))
    paths = sets or sorted(own.glob("*.yaml"))
    results = {path.stem: _run(path) for path in paths}
    rows = {
        f"{name} · {group}": quality(outcomes)
        for name, all_ in results.items()
        for group, outcomes in _groups(all_).items()
    }
    if as_json:
        print(json.dumps({name: row.model_dump() for name, row in rows.items()}, indent=2))
    else:
        _tell(rows)
    if missed:
        _tell_missed([one for all_ in results.values() for one in all_])


def _run(path: Path) -> list[Outcome]:
    book, questions = read_set(path)
    with tempfile.TemporaryDirectory(prefix="toile-evaluate-") as folder:
        library = bootstrap.guideline_library(Settings(home=Path(folder)))
        name, data = book
        library.add(data, name, "evaluated")
        return [outcome(one, library.answer(one.ask, "evaluated", 5)) for one in questions]


def read_set(path: Path) -> tuple[tuple[str, bytes], list[Question]]:
    """Return the book and the questions of a set file."""
    try:
        given = yaml.safe_load(path.read_text("utf-8"))
        questions = [_question(one) for one in given["questions"]]
        book = str(given["book"])
        if book == "demo":
            return bootstrap.demo_guideline(), questions
        return (book, (path.parent / book).read_bytes()), questions
    except (OSError, yaml.YAMLError, KeyError, TypeError, ValueError) as error:
        raise BadInput(
            f"{path} is not a set of questions.",
            hint="It holds `book: FILE` and `questions: [{ask, lang, in: [words]}]`.",
        ) from error


def _question(given: dict[str, Any]) -> Question:
    quotes = tuple(str(quote) for quote in given.get("in", ()))
    return Question(ask=given["ask"], lang=given.get("lang", "en"), quotes=quotes)


def _groups(outcomes: list[Outcome]) -> dict[str, list[Outcome]]:
    english = [one for one in outcomes if one.question.lang == "en"]
    other = [one for one in outcomes if one.question.lang != "en"]
    groups = {"English": english, "other languages": other, "all": outcomes}
    return {name: group for name, group in groups.items() if group}


def _tell(rows: dict[str, Quality]) -> None:
    table = Table("Set", "Questions", "R@1", "R@3", "R@5", "MRR", "Silent, right", "Silent, wrong")
    for name, row in rows.items():
        figures = list(row.model_dump().values())[1:]
        table.add_row(
            name, str(row.questions), *("–" if f is None else f"{f:.3f}" for f in figures)
        )
    Console().print(table)


def _tell_missed(outcomes: list[Outcome]) -> None:
    for one in outcomes:
        told = bool(one.question.quotes)
        if told != one.in_book or (told and one.rank != 1):
            what = f"rank {one.rank}" if told else "not in the book"
            print(f"{one.question.lang}  {one.question.ask}  [{what}; in_book={one.in_book}]")
