"""``toile bench``: all benchmarks of a checkout in one table."""

import os
import sys
from importlib.resources import files
from pathlib import Path
from typing import Annotated

import typer

from toile.domain.errors import NotFound

app = typer.Typer(help="Measure every part beside its peers, in one table.")


@app.command()
def bench(
    parts: Annotated[
        list[str] | None,
        typer.Argument(
            help="language, search, blocking, marks, rights, jobs, door, studio, gpu; else all."
        ),
    ] = None,
    quick: Annotated[bool, typer.Option("--quick", help="Fewer of everything.")] = False,
    keep: Annotated[
        bool, typer.Option("--keep", help="Add the table to benchmarks/records.")
    ] = False,
) -> None:
    """Print one table: figures, machine, versions, and ratios to named peers in the same run."""
    script = Path(str(files("toile"))).parents[1] / "benchmarks" / "together.py"
    if not script.is_file():
        raise NotFound(
            "The benchmarks are not part of an installed studio.",
            hint="Run this in a checkout of the repository.",
        )
    flags = [name for name, on in (("--quick", quick), ("--keep", keep)) if on]
    # In place of this process, so that Ctrl-C reaches what is measured.
    os.execv(sys.executable, (sys.executable, str(script), *flags, *(parts or ())))
