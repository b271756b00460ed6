"""``toile gallery``: a contact sheet of random blockings of invented people, with its findings."""

import json
from pathlib import Path
from typing import Annotated

import typer

from toile.bootstrap.gallery import GalleryFrame, pass_rates, poke_through
from toile.bootstrap.gallery import gallery as drawn
from toile.domain.errors import BadInput

app = typer.Typer(help="A contact sheet of random blockings.")
MOST = 400


@app.command()
def gallery(
    out: Annotated[Path, typer.Option(help="Where the sheet goes, a .png or .jpg file.")] = Path(
        "gallery.png"
    ),
    count: Annotated[int, typer.Option(help="How many shots.")] = 24,
    seed: Annotated[int, typer.Option(help="The first shot's number; same number, same shot.")] = 0,
    style: Annotated[str, typer.Option(help="colour, ink, wash or clay.")] = "colour",
    width: Annotated[int, typer.Option(help="Pixels of one frame.")] = 288,
    as_json: Annotated[bool, typer.Option("--json", help="Answer as JSON.")] = False,
) -> None:
    """Draw random shots, write the sheet, and say what the checks found."""
    if not 1 <= count <= MOST:
        raise BadInput(f"A sheet has 1 to {MOST} shots.")
    if out.suffix.lower() not in (".png", ".jpg") or not out.resolve().parent.is_dir():
        raise BadInput(
            f"{out} cannot be written.", hint="Name a .png or .jpg file in an existing folder."
        )

    def seen(frame: GalleryFrame) -> None:
        if not as_json:
            print(f"{frame.number:4d}  {'; '.join(frame.findings.faults) or 'no fault measured'}")

    if not 96 <= width <= 1024:
        raise BadInput("A frame is 96 to 1024 pixels wide.")
    made = drawn(out, count=count, seed=seed, width=width, style=style, seen=seen)
    faulty = [frame for frame in made if frame.findings.faults]
    if as_json:
        rows = [{"shot": frame.number, "faults": frame.findings.faults} for frame in made]
        checks = {name: {"passed": good, "of": count} for name, good, count in pass_rates(made)}
        print(json.dumps({"sheet": str(out), "shots": rows, "checks": checks}))
        return
    print(f"\n{'check':26s} {'passed':>9s}")
    for name, good, count in pass_rates(made):
        print(f"{name:26s} {good:4d}/{count:<4d}  {good / count:.0%}")
    print(f"{'mean poke-through':26s} {poke_through(made):9.3%} of garment pixels")
    print(f"{out}: {len(made)} shots, {len(made) - len(faulty)} without a measured fault.")
