"""``toile demo``: the sample world, made by code and marked as a demo."""

import typer

from toile import bootstrap
from toile.settings import Settings

app = typer.Typer(help="Make the sample world in the data folder.")


@app.command()
def demo() -> None:
    """Make the demo brand, its guideline, eight twins who do not exist, and their licences."""
    made = bootstrap.make_demo(Settings())
    print(made)
