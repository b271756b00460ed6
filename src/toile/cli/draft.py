"""``toile draft BOARD SHOT``: draft one shot here and now, by the same door as the studio."""

import json
from typing import Annotated

import typer

from toile import bootstrap
from toile.cli.arguments import BoardNamed
from toile.domain.errors import CommandRefused
from toile.settings import Settings

app = typer.Typer(help="Draft a shot of a board.")


@app.command()
def draft(
    board: BoardNamed,
    shot: Annotated[str, typer.Argument(help="The shot's number on the board, or its id.")],
    as_json: Annotated[bool, typer.Option("--json", help="Answer as JSON.")] = False,
) -> None:
    """Draft one shot; exit code 1 with the reason when it is refused."""
    settings = Settings()
    studio = bootstrap.desk(settings)
    found = studio.board(board)
    wanted = found.shots.numbered(int(shot)).id if shot.isdigit() else found.panel(shot).id
    try:
        made = studio.draft_here(found, wanted, by=settings.person)
    except CommandRefused as refusal:
        print(json.dumps({"refused": refusal.message}) if as_json else f"Refused. {refusal}")
        raise typer.Exit(1) from refusal
    picture = settings.folder / "images"
    if as_json:
        print(made.model_dump_json())
        return
    print(f"Drafted shot {shot} as {made.id[:12]} in {made.recipe.seconds:.1f} s.")
    print(f"It is kept in {picture} as {made.image.image}.")
