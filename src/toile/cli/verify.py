"""``toile verify IMAGE``: is it ours, whose twin is it, what may it be used for today."""

from pathlib import Path
from typing import Annotated

import typer

from toile import bootstrap
from toile.domain.errors import BadInput
from toile.settings import Settings

app = typer.Typer(help="Say whether a picture is ours, and what it may be used for.")
LARGEST = 64 * 1024 * 1024


@app.command()
def verify(
    image: Path,
    as_json: Annotated[bool, typer.Option("--json", help="Answer as JSON.")] = False,
) -> None:
    """Read the marks of a file; exit code 1 when it carries none of ours."""
    try:
        if image.stat().st_size > LARGEST:
            raise BadInput("The file is larger than 64 MB.", hint="Send a smaller copy.")
        data = image.read_bytes()
    except OSError as error:
        raise BadInput(f"{image} cannot be read.", hint="Check the name.") from error
    found = bootstrap.desk(Settings()).verify(data)
    if as_json:
        print(found.model_dump_json())
    else:
        print("\n".join(filter(None, (found.sentence, found.may, found.certain))))
        for step in found.steps:
            print(f"- {step}")
    if not found.ours:
        raise typer.Exit(1)
