"""``toile keys``: the keys of the hidden mark; add one, retire one that others may hold."""

import json
from typing import Annotated

import typer

from toile import bootstrap
from toile.bootstrap import keys as wiring
from toile.settings import Settings

app = typer.Typer(help="The keys of the hidden mark.", no_args_is_help=True)
Json = Annotated[bool, typer.Option("--json", help="Answer as JSON.")]
_RESTART = "Restart the studio and its workers: they use the keys they started with."


@app.command("list")
def list_(as_json: Json = False) -> None:
    """Show the numbers of the keys, never the keys."""
    settings = Settings()
    bootstrap.permit(settings, "change_keys")
    _show(wiring.mark_keys(settings), as_json=as_json)


@app.command()
def rotate(as_json: Json = False) -> None:
    """Make a new key for new marks; drafts of the older keys still verify."""
    settings = Settings()
    bootstrap.permit(settings, "change_keys")
    _show(wiring.rotate(settings), as_json=as_json, after=_RESTART)


@app.command()
def retire(
    number: Annotated[int, typer.Argument(help="The key's number.")], as_json: Json = False
) -> None:
    """Stop relying on a key that others may hold; its marks lead home but prove nothing."""
    settings = Settings()
    bootstrap.permit(settings, "change_keys")
    _show(wiring.retire(settings, number), as_json=as_json, after=_RESTART)


def _show(keys: tuple[wiring.MarkKey, ...], *, as_json: bool, after: str = "") -> None:
    rows = [(key.version, _state(key, keys[0])) for key in keys]
    if as_json:
        print(json.dumps([{"key": number, "state": state} for number, state in rows]))
        return
    for number, state in rows:
        print(f"{number:4d}  {state}")
    if after:
        print(after)


def _state(key: wiring.MarkKey, newest: wiring.MarkKey) -> str:
    if key.retired:
        return "retired: others may hold it"
    return "makes new marks" if key.version == newest.version else "read only"
