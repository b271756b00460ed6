"""``toile backup FOLDER``: the whole data folder in another place, while the studio runs."""

from pathlib import Path
from typing import Annotated

import typer

from toile import bootstrap
from toile.bootstrap import backup as bootstrap_backup
from toile.bootstrap import painting
from toile.settings import Settings

app = typer.Typer(help="Keep the whole data folder in another place.")


@app.command()
def backup(
    folder: Annotated[Path, typer.Argument(help="A new or empty folder.")],
    as_json: Annotated[bool, typer.Option("--json", help="Answer as JSON.")] = False,
) -> None:
    """Copy boards, pictures, registry, ledger, library and keys, and check every file.

    The copy holds the signing keys: keep it where only you can read it. It holds no key of what is
    sealed under a licence, so that nothing of it opens once that is revoked.
    """
    settings = Settings()
    bootstrap.permit(settings, "backup")
    note = bootstrap_backup.back_up(settings, folder)
    if as_json:
        print(note.model_dump_json())
        return
    size = note.size / 1e6
    print(f"{len(note.files)} files ({size:.1f} MB) are in {folder}, checked. "
          f"The ledger has {note.ledger_length} entries.")  # fmt: skip
    print("It holds the signing keys: keep it where only you can read it.")
    if painting.twin_vault(settings).listed():
        print("What twins gave for painting is in it, sealed, without the keys: keep "
              f"{settings.folder / 'keys' / 'twin-weights'} apart from it.")  # fmt: skip
