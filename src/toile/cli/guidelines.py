"""`toile guidelines`: the brand's books in, questions to them, and their rules on a shot list."""

import json
import sys
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console
from rich.progress import BarColumn, Progress, TaskID, TextColumn, TimeElapsedColumn
from rich.table import Table

from toile import bootstrap
from toile.cli.arguments import ShotsFile
from toile.domain.errors import BadInput, NotFound
from toile.domain.guidelines import Answer, Found, Guideline, RuleReport
from toile.domain.shots import Shot
from toile.settings import Settings

app = typer.Typer(help="The brand's own books: add, ask, check.", no_args_is_help=True)

Brand = Annotated[str, typer.Option("--brand", help="Whose book; the studio's brand by default.")]
AsJson = Annotated[bool, typer.Option("--json", help="Answer as JSON.")]


@app.command()
def add(
    files: Annotated[
        list[Path],
        typer.Argument(help="PDF, Word, PowerPoint, Markdown, HTML or text; - is pasted text."),
    ],
    brand: Brand = "",
    as_json: AsJson = False,
) -> None:
    """Add guideline books: PDF, DOCX, PPTX, Markdown, HTML or text; - reads pasted text."""
    settings = Settings()
    bootstrap.permit(settings, "shelve_book", brand=brand or settings.brand)
    read = [(_bytes(file), "pasted.txt" if str(file) == "-" else file.name) for file in files]
    library = bootstrap.guideline_library(settings)
    added = []
    with _bar(shown=not as_json) as bar:
        for data, name in read:
            task = bar.add_task(name, total=1.0)

            def shown(share: float, say: str, task: TaskID = task) -> None:
                bar.update(task, completed=share, description=say)

            added.append(library.add(data, name, brand or settings.brand, shown))
    _print([book.model_dump() for book in added]) if as_json else _tell_books(added)


@app.command()
def ask(
    question: Annotated[str, typer.Argument(help="A question to the books, in plain words.")],
    brand: Brand = "",
    limit: Annotated[int, typer.Option(min=1, max=20, help="At most so many passages.")] = 3,
    as_json: AsJson = False,
) -> None:
    """Ask a brand's books: passages with document and page, or that they are silent."""
    settings = Settings()
    bootstrap.permit(settings, "read_book", brand=brand or settings.brand)
    answer = bootstrap.guideline_library(settings).answer(question, brand or settings.brand, limit)
    _print(_answer(answer)) if as_json else _tell_answer(answer)


@app.command("list")
def list_(brand: Brand = "", as_json: AsJson = False) -> None:
    """List the books, of every brand when none is named."""
    settings = Settings()
    bootstrap.permit(settings, "read_book", brand=brand)
    books = bootstrap.guideline_library(settings).listed(brand)
    _print([book.model_dump() for book in books]) if as_json else _tell_books(books)


@app.command()
def remove(
    document: Annotated[
        str, typer.Argument(help="The book's name or id, as `toile guidelines list` tells them.")
    ],
    as_json: AsJson = False,
) -> None:
    """Remove a book by its name or id."""
    settings = Settings()
    library = bootstrap.guideline_library(settings)
    book = library.book(document)
    bootstrap.permit(settings, "shelve_book", brand=book.brand)
    library.remove(book.id)
    _print({"removed": book.id, "name": book.name}) if as_json else print(
        f"{book.name} is removed."
    )


@app.command()
def rules(brand: Brand = "", as_json: AsJson = False) -> None:
    """List the rules of the books that the studio can check."""
    settings = Settings()
    bootstrap.permit(settings, "read_book", brand=brand or settings.brand)
    found = bootstrap.guideline_library(settings).rules(brand or settings.brand)
    if as_json:
        _print([rule.model_dump(mode="json") for rule in found])
        return
    for rule in found:
        print(f"{rule.citation}  {rule.kind}  {rule.level}  {_one_line(rule.citation.quote)}")


@app.command()
def check(shots: ShotsFile, brand: Brand = "", as_json: AsJson = False) -> None:
    """Test a shot list (JSON: a list, or an object with `shots`) against the brand's rules.

    Exit code 1 when a rule of the level `error` is not kept; a warning leaves it at 0.
    """
    settings = Settings()
    bootstrap.permit(settings, "read_book", brand=brand or settings.brand)
    listed = read_shots(_bytes(shots), str(shots))
    report = bootstrap.guideline_library(settings).check(
        listed, brand or settings.brand, bootstrap.records(settings).registry.twins()
    )
    tell_report(report, as_json=as_json)


@app.command("check-draft")
def check_draft(
    picture: Annotated[Path, typer.Argument(help="The picture to look at.")],
    shots: Annotated[Path, typer.Option(help="The shot list as JSON.")],
    shot: Annotated[int, typer.Option(min=1, help="The number of the shot that is drawn.")],
    brand: Brand = "",
    as_json: AsJson = False,
) -> None:
    """Test a finished draft against the rules that only pixels answer: palette, space, contrast.

    Exit code 1 when a rule of the level `error` is not kept; a warning leaves it at 0.
    """
    settings = Settings()
    named = brand or settings.brand
    bootstrap.permit(settings, "read_book", brand=named)
    listed = read_shots(_bytes(shots), str(shots))
    drawn = next((one for one in listed if one.no == shot), None)
    if drawn is None:
        raise NotFound(f"There is no shot {shot} in {shots}.", hint="Name it by its number.")
    report = bootstrap.check_draft(settings, drawn, _bytes(picture), named)
    tell_report(report, as_json=as_json)


def tell_report(report: RuleReport, *, as_json: bool) -> None:
    """Print what is not kept, with fix, citation and score; exit code 1 when one is an error."""
    _tell(report, as_json=as_json)
    if any(finding.level == "error" for finding in report.findings):
        raise typer.Exit(1)


def _tell(report: RuleReport, *, as_json: bool) -> None:
    if as_json:
        counts = {name: getattr(report, name) for name in ("passed", "tested", "score")}
        _print(report.model_dump(mode="json") | counts)
        return
    for finding in report.findings:
        print(f"{finding.level}: {finding.say}\n  {finding.fix}  [{finding.citation}]")
    print(
        f"{report.passed} of {report.tested} rules kept; {len(report.untested)} not testable yet."
    )


def read_shots(data: bytes, name: str) -> list[Shot]:
    """Return the shots of a JSON file; fields that a shot does not have are left out."""
    try:
        given = json.loads(data)
        rows = given["shots"] if isinstance(given, dict) else given
        return [
            Shot.model_validate(
                {
                    key: value
                    for key, value in row.items()
                    if key in Shot.model_fields and value is not None
                }
            )
            for row in rows
        ]
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise BadInput(
            f"{name} is not a shot list.", hint='It holds a list of shots, or {"shots": [...]}.'
        ) from error


def _one_line(text: str) -> str:
    return " ".join(text.split())[:90]


@app.command()
def rebuild(as_json: AsJson = False) -> None:
    """Make the search index anew from the catalogue."""
    settings = Settings()
    bootstrap.permit(settings, "rebuild_books")
    made = bootstrap.guideline_library(settings).rebuild()
    _print({"passages": made}) if as_json else print(f"{made} passages are indexed again.")


def _bytes(file: Path) -> bytes:
    if str(file) == "-":
        return sys.stdin.buffer.read()
    try:
        return file.read_bytes()
    except FileNotFoundError as error:
        raise NotFound(f"There is no file {file}.", hint="Check the path.") from error
    except OSError as error:
        raise BadInput(f"{file} cannot be opened: {error.strerror}.") from error


def _bar(*, shown: bool) -> Progress:
    return Progress(
        TextColumn("{task.description}"),
        BarColumn(),
        TimeElapsedColumn(),
        console=Console(stderr=True),
        disable=not shown,
    )


def _print(value: object) -> None:
    print(json.dumps(value, ensure_ascii=False, indent=2))


def _tell_books(books: list[Guideline] | tuple[Guideline, ...]) -> None:
    if not books:
        print("No guideline is in the library. Add one: toile guidelines add FILE")
        return
    table = Table("Brand", "Book", "Version", "Pages", "Passages", "Pictures", "Id")
    for book in books:
        table.add_row(
            book.brand,
            book.name,
            str(book.version),
            str(book.pages),
            str(book.passages),
            str(book.pictures),
            book.id,
        )
    Console().print(table)
    for book in books:
        for note in book.notes:
            print(f"{book.name}: {note}")


def _answer(answer: Answer) -> dict[str, object]:
    return {
        "question": answer.question,
        "in_book": answer.in_book,
        "say": answer.say,
        "passages": [_found(found) for found in answer.found],
        "nearest": [_found(found) for found in answer.nearest],
    }


def _found(found: Found) -> dict[str, object]:
    return {**found.citation.model_dump(), "score": found.score, "in_book": found.in_book}


def _tell_answer(answer: Answer) -> None:
    for found in answer.found:
        where = " › ".join(found.citation.headings)
        print(f"{found.citation}  ({found.score:.2f})  {where}\n  {found.citation.quote}\n")
    if not answer.in_book:
        print(answer.say)
        if answer.nearest:
            print(f"Nearest, but no answer: {answer.nearest[0].citation}")
