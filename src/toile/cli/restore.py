"""``toile restore FOLDER``: bring a backup back; nothing that is there is deleted."""

from pathlib import Path
from typing import Annotated

import typer

from toile import bootstrap
from toile.bootstrap import backup as bootstrap_backup
from toile.bootstrap import painting
from toile.settings import Settings

app = typer.Typer(help="Bring a backup back.")


@app.command()
def restore(
    folder: Annotated[Path, typer.Argument(help="A folder that `toile backup` made.")],
    replace: Annotated[
        bool, typer.Option("--replace", help="Move the data folder there now aside first.")
    ] = False,
    as_json: Annotated[bool, typer.Option("--json", help="Answer as JSON.")] = False,
) -> None:
    """Check every file of a backup, then put it in place in one step. Stop the studio first.

    No backup holds keys of what is sealed under a licence: those that are here stay, and one that
    was destroyed stays destroyed. The first change of a part paints its picture again.
    """
    settings = Settings()
    bootstrap.permit(settings, "restore")
    note = bootstrap_backup.bring_back(settings, folder, replace=replace)
    if as_json:
        print(note.model_dump_json())
        return
    print(f"{settings.folder} is as it was on {note.made_at:%Y-%m-%d %H:%M} UTC, checked.")
    print("The clean pictures are in no backup: a change of a part paints its picture again first.")
    if locked := painting.locked_likenesses(settings):
        twins = ", ".join(dict.fromkeys(kept.twin for kept in locked))
        print(f"What these twins gave for painting has no key here: {twins}. "
              f"Put the keys back into {settings.folder / 'keys' / 'twin-weights'}, "
              "or keep it again with `toile models keep`.")  # fmt: skip
