"""``toile studio``: the studio in the browser, on a sample world where there is nothing yet."""

import os
import socket
import sys
from importlib.resources import files
from pathlib import Path
from typing import Annotated

import typer

from toile import bootstrap
from toile.bootstrap.doctor import refuse_broken, signs_in, unsigned
from toile.domain.errors import NotFound, SettingMissing
from toile.domain.examine_settings import is_here
from toile.settings import Settings

app = typer.Typer(help="Open the studio in the browser.")


@app.command()
def studio(
    port: Annotated[int, typer.Option(min=1, max=65535, help="Where it listens.")] = 8501,
    host: Annotated[str, typer.Option(help="Who may reach it; this machine only.")] = "127.0.0.1",
    no_demo: Annotated[bool, typer.Option("--no-demo", help="Begin with nothing on file.")] = False,
    without_sign_in: Annotated[
        bool, typer.Option("--without-sign-in", help="Let others reach it though nobody signs in.")
    ] = False,
    no_browser: Annotated[
        bool, typer.Option("--no-browser", help="Serve it without opening a browser.")
    ] = False,
) -> None:
    """Serve the studio until Ctrl-C; pictures are drawn by a worker of its own."""
    settings = Settings()
    if not without_sign_in:
        _refuse_strangers(host)
    _refuse_taken(host, port)
    refuse_broken(settings)
    if not no_demo and bootstrap.is_empty(settings):
        typer.echo("Making the sample world, marked as a demo. This is done once.", err=True)
        bootstrap.make_demo(settings)
    # Boards, reviews and what was drawn before need no certificate, so nobody is shut out.
    if why := unsigned(settings):
        typer.echo(why, err=True)
    typer.echo(f"Toile is at http://{host}:{port}", err=True)
    arguments = ("run", str(_script()), "--server.port", str(port), "--server.address", host)
    shown = ("--server.headless", str(no_browser).lower())
    # In place of this process, so that Ctrl-C and a kill reach the server itself.
    os.execv(sys.executable, (sys.executable, "-m", "streamlit", *arguments, *shown))


def _refuse_strangers(host: str) -> None:
    if not is_here(f"//{host}") and not signs_in():
        raise SettingMissing(
            f"At {host} others can reach the studio, and nobody is asked to sign in.",
            hint="Set up signing in (docs/team.md), or add --without-sign-in where the network "
            "itself keeps strangers out.",
        )


def _refuse_taken(host: str, port: int) -> None:
    try:
        family = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0][0]
        # As Streamlit will: nobody may hold it, and a place just left is free.
        socket.create_server((host, port), family=family).close()
    except OSError as error:
        raise SettingMissing(
            f"The studio cannot listen at {host}, port {port}: another program may hold it.",
            hint="Give another --port, or look whether a studio runs there already.",
        ) from error


def _script() -> Path:
    """Return the entry script: inside an installed package, or at the top of a checkout."""
    package = Path(str(files("toile")))
    for place in (package / "app.py", package.parents[1] / "app.py"):
        if place.is_file():
            return place
    raise NotFound("The studio's app.py is missing.", hint="Install toile-studio again.")
