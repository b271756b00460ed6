"""``toile twins find``: who fits the words, and whether they may be used for this."""

from typing import Annotated

import typer

from toile import bootstrap
from toile.domain.ids import BrandId
from toile.settings import Settings
from toile.workflow.find_twins import FoundTwin


def find(
    text: str,
    brand: Annotated[str, typer.Option("--brand", help="Who asks; the studio's brand.")] = "",
    limit: Annotated[int, typer.Option(min=1, max=50)] = 5,
    as_json: Annotated[bool, typer.Option("--json", help="Answer as JSON.")] = False,
) -> None:
    """Find twins by words, each with the decision for this use."""
    settings = Settings()
    asked = BrandId(brand or settings.brand)
    bootstrap.permit(settings, "find_twins", brand=asked)
    answer = bootstrap.find_twins(settings).find(text, asked, limit=limit)
    if as_json:
        print(answer.model_dump_json())
        return
    for one in answer.found:
        _tell(one)
    if answer.nearest_cleared is not None:
        print("Nearest who may be used:")
        _tell(answer.nearest_cleared)
    if not answer.found:
        print("Nobody is on file. Make the sample world with `toile demo`.")


def _tell(one: FoundTwin) -> None:
    unmet = f"; not {', '.join(one.unmet)}" if one.unmet else ""
    near = f"; nearly {', '.join(one.near)}" if one.near else ""
    print(
        f"{one.twin.name}  ({one.score:.2f})  {', '.join(one.met) or 'in the words'}{near}{unmet}"
    )
    print(f"  {one.decision.say}")
