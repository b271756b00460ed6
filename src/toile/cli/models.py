"""`toile models`: image models with their licences, and the sealed likeness that they paint."""

import json
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console
from rich.table import Table

from toile.bootstrap import painting as bootstrap
from toile.bootstrap import permit
from toile.bootstrap.likeness import keep_likeness
from toile.domain.errors import BadInput, NotFound
from toile.domain.ids import LicenceId, TwinId
from toile.domain.models import ModelLine
from toile.domain.painting import LikenessKind
from toile.settings import Settings

app = typer.Typer(
    help="Image models: list, pull, check; keep a twin's likeness.", no_args_is_help=True
)

AsJson = Annotated[bool, typer.Option("--json", help="Answer as JSON.")]


@app.command("list")
def list_(as_json: AsJson = False) -> None:
    """List the models Toile knows, their licences, and which are here."""
    settings = Settings()
    lines = bootstrap.model_folder(settings).listed()
    why = bootstrap.why_not_painting(settings)
    if as_json:
        _print({"models": [_line(line) for line in lines], "painting": why or "ready"})
        return
    table = Table("Model", "Licence", "Commercial", "GB", "State", box=None)
    for line in lines:
        card = line.card
        table.add_row(
            card.name,
            card.licence,
            "yes" if card.commercial else "no",
            f"{card.size_gb:.1f}" if card.size_gb else "",
            line.state,
        )
    Console().print(table)
    print(why or "This machine paints.")


@app.command()
def pull(
    name: Annotated[str, typer.Argument(help="The model's name; `toile models list` tells it.")],
    start: Annotated[Path | None, typer.Option("--from", help="A folder with its files.")] = None,
    revision: Annotated[str, typer.Option(help="The full commit whose licence you read.")] = "",
    as_json: AsJson = False,
) -> None:
    """Bring a model in from the hub or a folder, verify it and pin every file."""
    settings = Settings()
    permit(settings, "pull_model")
    say = Console(stderr=True).print
    line = bootstrap.model_folder(settings).pull(
        name,
        on=bootstrap.today(),
        by=settings.person,
        revision=revision,
        start=start,
        say=lambda words: None if as_json else say(words),
    )
    _tell(line, as_json)


@app.command()
def check(
    name: Annotated[str, typer.Argument(help="One model; without it, all that are here.")] = "",
    as_json: AsJson = False,
) -> None:
    """Read every byte of a model, or of all, and say whether it is what was pinned."""
    folder = bootstrap.model_folder(Settings())
    if name:
        lines = [folder.check(name)]
        _tell(lines[0], as_json)
    else:
        lines = [folder.check(one.card.name) for one in folder.listed() if one.state != "absent"]
        _tell_all(lines, as_json)
    if any(line.state != "ready" for line in lines):
        raise typer.Exit(1)


@app.command()
def keep(
    file: Annotated[Path, typer.Argument(help="The picture, or the weights as .safetensors.")],
    twin: Annotated[str, typer.Option(help="Whose likeness it is.")],
    licence: Annotated[str, typer.Option(help="The licence it ends with.")],
    kind: Annotated[LikenessKind, typer.Option(help="What it is.")] = "face",
    as_json: AsJson = False,
) -> None:
    """Seal a picture or the own weights of a twin under one licence, for painting."""
    settings = Settings()
    permit(settings, "keep_likeness", twins=(twin,))
    keeps = keep_likeness(settings)
    kept = keeps(TwinId(twin), LicenceId(licence), _bytes(file), kind)
    if as_json:
        _print(kept.model_dump(mode="json"))
        return
    print(f"The {kind} of {twin} is sealed. It is destroyed when {licence} is revoked.")


@app.command()
def kept(as_json: AsJson = False) -> None:
    """List whose pictures and weights are sealed, and under which licence."""
    settings = Settings()
    permit(settings, "list_likenesses")
    lines = bootstrap.twin_vault(settings).listed()
    if as_json:
        _print([line.model_dump(mode="json") for line in lines])
        return
    for line in lines:
        print(f"{line.twin}: {line.kind} under {line.licence}, since {line.kept_on:%Y-%m-%d}")
    if not lines:
        print("Nobody's pictures or weights are sealed here.")


def _bytes(file: Path) -> bytes:
    try:
        return file.read_bytes()
    except FileNotFoundError as error:
        raise NotFound(f"There is no file {file}.", hint="Check the path.") from error
    except OSError as error:
        raise BadInput(f"{file} cannot be opened: {error.strerror}.") from error


def _line(line: ModelLine) -> dict[str, object]:
    return line.model_dump(mode="json")


def _print(value: object) -> None:
    print(json.dumps(value, ensure_ascii=False, indent=2))


def _tell_all(lines: list[ModelLine], as_json: bool) -> None:
    if as_json:
        _print([_line(line) for line in lines])
        return
    for line in lines:
        print(f"{line.card.title}: {line.state}.")
        for said in filter(None, (*line.problems, line.hint)):
            print(f"  {said}")
    if not lines:
        print("No model is here. Bring one in: toile models pull NAME")


def _tell(line: ModelLine, as_json: bool) -> None:
    if as_json:
        _print(_line(line))
        return
    card = line.card
    pinned = f", revision {card.revision}" if card.revision else ""
    print(f"{card.title}: {line.state}{pinned}.")
    print(f"Licence: {card.licence}; commercial use: {'yes' if card.commercial else 'no'}.")
    print(f"Read on {card.checked.on} by {card.checked.by}: {card.checked.where}.")
    if not card.commercial:
        print("It never works for a brand: choose one whose licence allows commercial use.")
    for problem in line.problems:
        print(f"  {problem}")
    if line.hint:
        print(line.hint)
