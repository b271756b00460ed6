"""`toile brief`: read a brief into facts, flags and questions."""

import json
import sys
from datetime import date
from pathlib import Path
from typing import Annotated, Any

import typer
from rich.console import Console
from rich.table import Table

from toile import bootstrap
from toile.domain.brief import Brief
from toile.domain.errors import BadInput

app = typer.Typer(help="Read a brief.", no_args_is_help=True)


@app.callback()
def _group() -> None:
    """Read a brief."""


@app.command()
def read(
    file: Annotated[str, typer.Argument(help="A text file, or - for standard input.")],
    today: Annotated[str, typer.Option(help="The day dates are relative to, YYYY-MM-DD.")] = "",
    as_json: Annotated[bool, typer.Option("--json", help="Answer as JSON.")] = False,
) -> None:
    """Read a brief: every fact with its words, the flags, and at most five questions."""
    text = text_of(file)
    if not text.strip():
        raise BadInput("The brief is empty.", hint="Write what the campaign needs, in plain words.")
    brief = bootstrap.interpreter().read_brief(text, day(today))
    print(brief.model_dump_json(indent=2)) if as_json else _tell(brief)


def text_of(file: str) -> str:
    """Return the text of a file or of standard input."""
    if file == "-":
        return sys.stdin.read()
    try:
        return Path(file).read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise BadInput(f"{file} cannot be read as text.", hint="Give a UTF-8 text file.") from error


def day(text: str) -> date:
    """Return a day of the command line; today's where none is given."""
    if not text:
        return bootstrap.today()
    try:
        return date.fromisoformat(text)
    except ValueError as error:
        raise BadInput(f"{text!r} is no day.", hint="Write it as 2026-11-23.") from error


def _tell(brief: Brief) -> None:
    console = Console()
    table = Table(show_header=False, box=None, pad_edge=False)
    skip = {"text", "flags", "questions", "evidence"}
    for name, value in json.loads(
        brief.model_dump_json(exclude=skip, exclude_defaults=True)
    ).items():
        table.add_row(f"[bold]{name.replace('_', ' ')}", _said(value))
    console.print(table)
    for flag in brief.flags:
        console.print(f"[bold]{flag.action}[/] {flag.code}: {flag.why}")
    for question in brief.questions:
        console.print(f"? {question.ask}")


def _said(value: Any) -> str:
    if isinstance(value, list):
        return "; ".join(_said(one) for one in value)
    if isinstance(value, dict):
        return " ".join(f"{k} {_said(v)}" if k not in ("item", "aspect") else _said(v)
                        for k, v in value.items() if v is not None)  # fmt: skip
    return str(value)
