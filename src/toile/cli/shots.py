"""`toile shots`: plan a shot list from a brief, and edit one in plain words."""

import json
from typing import Annotated, Any

import typer
from pydantic import ValidationError
from rich.console import Console
from rich.table import Table

from toile import bootstrap
from toile.cli.brief import day, text_of
from toile.domain.brief import Brief
from toile.domain.errors import BadInput
from toile.domain.shots import ShotList
from toile.workflow.edit_state import context_of, face

app = typer.Typer(help="Plan and edit shot lists.", no_args_is_help=True)

Today = Annotated[str, typer.Option(help="The day dates are relative to, YYYY-MM-DD.")]
AsJson = Annotated[bool, typer.Option("--json", help="Answer as JSON.")]


@app.command()
def plan(
    brief: Annotated[str, typer.Argument(help="A brief as JSON, or - for standard input.")],
    today: Today = "",
    as_json: AsJson = False,
) -> None:
    """Plan the shots of a brief that was read with ``toile brief read --json``."""
    try:
        value = Brief.model_validate_json(text_of(brief))
    except ValidationError as error:
        raise BadInput(
            f"{brief} is no brief: {error.errors()[0]['msg']}.",
            hint="Make it with: toile brief read FILE --json",
        ) from error
    shots = bootstrap.interpreter().plan(value, day(today))
    print(shots.model_dump_json(indent=2)) if as_json else _tell(shots)


@app.command()
def edit(
    state: Annotated[
        str, typer.Option(help="A list of shots, or an object with shots and context.")
    ],
    message: Annotated[str, typer.Option(help="What to change, in plain words.")],
    today: Today = "",
    as_json: AsJson = False,  # noqa: ARG001 - the answer is JSON either way
) -> None:
    """Edit a shot list in plain words; the answer is JSON."""
    data = _state(state)
    rows = data["shots"]
    context = context_of(data, rows, day(today))
    answer = bootstrap.interpreter().read_edit(message, context)
    print(json.dumps(face(answer, rows), indent=2, ensure_ascii=False))


def _state(file: str) -> dict[str, Any]:
    try:
        data = json.loads(text_of(file))
        # Half of a letter is JSON, and can be written nowhere.
        json.dumps(data, ensure_ascii=False).encode("utf-8")
    except (ValueError, RecursionError) as error:
        raise BadInput(f"{file} is no JSON: {error}.") from error
    whole = {"shots": data} if isinstance(data, list) else data
    rows = whole.get("shots") if isinstance(whole, dict) else None
    if not isinstance(rows, list) or not all(isinstance(r, dict) and "id" in r for r in rows):
        raise BadInput(
            "The state holds no list of shots with ids.",
            hint='Give [{"id": "a", ...}] or {"shots": [...]}.',
        )
    return dict(whole)


def _tell(shots: ShotList) -> None:
    table = Table()
    for name in (
        "no",
        "title",
        "framing",
        "angle",
        "lens",
        "light",
        "set",
        "garments",
        "aspect",
        "priority",
    ):
        table.add_column(name)
    for shot in shots.shots:
        table.add_row(
            str(shot.no), shot.title, shot.framing, shot.angle, shot.lens, shot.light, shot.set,
            ", ".join(shot.garments), shot.aspect, shot.priority,
        )  # fmt: skip
    Console().print(table)
