"""What commands are given, each with the sentence by which ``--help`` explains it."""

from pathlib import Path
from typing import Annotated

import typer

BoardNamed = Annotated[str, typer.Argument(help="The board's id; `toile board list` tells it.")]
TwinNamed = Annotated[str, typer.Argument(help="The twin's id; `toile twins list` tells it.")]
LicenceNamed = Annotated[
    str, typer.Argument(help="The licence's id; `toile twins uses TWIN` tells those in use.")
]
ShotsFile = Annotated[
    Path, typer.Argument(help="Shots as JSON, as `toile shots plan --json` writes them.")
]
