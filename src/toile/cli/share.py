"""``toile share``: review links of a board; make one, list them, take one back."""

import json
from enum import StrEnum
from typing import Annotated

import typer

from toile import bootstrap
from toile.cli.arguments import BoardNamed
from toile.settings import Settings

app = typer.Typer(help="Review links: make, list, take back.", no_args_is_help=True)
AsJson = Annotated[bool, typer.Option("--json", help="Answer as JSON.")]


class Mode(StrEnum):
    """What a visitor may do."""

    COMMENT = "comment"
    READ = "read"


@app.command()
def make(
    board: BoardNamed,
    shot: Annotated[list[int] | None, typer.Option(help="A shot by number; all without.")] = None,
    days: Annotated[int, typer.Option(help="How long it is open, 1 to 90.")] = 14,
    mode: Annotated[Mode, typer.Option(help="comment or read.")] = Mode.COMMENT,
    to: Annotated[str, typer.Option(help="Whom it is for.")] = "",
    password: Annotated[
        str, typer.Option(envvar="TOILE_LINK_PASSWORD", help="Asked of whoever opens it.")
    ] = "",
    as_json: AsJson = False,
) -> None:
    """Make a link to the pictures as they stand."""
    settings = Settings()
    desk = bootstrap.desk(settings)
    found = desk.board(board)
    made = desk.shares.make(
        found,
        by=settings.person,
        shots=[found.shots.numbered(no).id for no in shot or []],
        days=days,
        mode=mode.value,
        password=password,
        to=to,
    )
    address = f"{settings.url.rstrip('/')}/review?key={made.token}"
    if as_json:
        told = {"id": made.share.id, "url": address, "until": made.share.until.isoformat(),
                "pictures": len(made.share.pictures), "left_out": made.left_out}  # fmt: skip
        print(json.dumps(told))
        return
    print(address)
    print(f"{len(made.share.pictures)} pictures, open until {made.share.until:%Y-%m-%d %H:%M} UTC.")
    print("It is told this once and kept nowhere.")
    for line in made.left_out:
        print(f"Left out. {line}")


@app.command("list")
def list_links(board: BoardNamed, as_json: AsJson = False) -> None:
    """List the links of a board, newest first."""
    desk = bootstrap.desk(Settings())
    lines = desk.shares.listed(desk.board(board))
    if as_json:
        print(json.dumps([line.model_dump(mode="json") for line in lines], ensure_ascii=False))
        return
    for line in lines:
        locked = ", with password" if line.password else ""
        print(f"{line.id}  {line.state}  until {line.until}  {line.pictures} pictures  "
              f"{line.mode}{locked}  {line.to}")  # fmt: skip
    if not lines:
        print("No links yet. Make one with `toile share make BOARD`.")


@app.command("take-back")
def take_back(
    board: BoardNamed,
    link: Annotated[str, typer.Argument(help="The link's id; `toile share list BOARD` tells it.")],
) -> None:
    """Close a link now."""
    settings = Settings()
    desk = bootstrap.desk(settings)
    desk.shares.take_back(desk.board(board), link, by=settings.person)
    print(f"{link} is closed.")
