"""``toile doctor``: what is unsafe or broken in this set-up, and what to do about it."""

import json
from typing import Annotated

import typer

from toile import __version__
from toile.bootstrap.doctor import checkup
from toile.domain.checkup import Finding
from toile.settings import Settings

app = typer.Typer(help="Say what is unsafe or broken in this set-up.")


@app.command()
def doctor(
    as_json: Annotated[bool, typer.Option("--json", help="Answer as JSON.")] = False,
) -> None:
    """Look at folders, keys, people, addresses, records, tools; exit code 1: one is unsafe."""
    settings = Settings()
    found = checkup(settings)
    wrong = [one for one in found if one.state in ("unsafe", "broken")]
    if as_json:
        told = {"safe": not wrong, "findings": [one.model_dump() for one in found]}
        print(json.dumps(told, ensure_ascii=False, indent=1))
    else:
        _tell(found, wrong)
    if wrong:
        raise typer.Exit(1)


def _tell(found: tuple[Finding, ...], wrong: list[Finding]) -> None:
    print(f"Toile {__version__}\n")
    wide = max(len(one.about) for one in found)
    for one in found:
        print(f"  {one.state:8}{one.about:{wide}}  {one.say}")
        if one.do:
            print(f"  {'':8}{'':{wide}}  → {one.do}")
    advice = sum(one.state == "advice" for one in found)
    said = f"{len(wrong)} unsafe or broken." if wrong else "Nothing is unsafe or broken."
    more = f" {advice} {'more ' if wrong else ''}as advice." if advice else ""
    print(f"\n{said}{more}")
