"""``toile twins find``: who fits the words, and whether they may be used for this."""

from typing import Annotated

import typer

from toile import bootstrap
from toile.domain.ids import BrandId
from toile.settings import Settings
from toile.workflow.find_twins import FoundTwin, FoundTwins


def find(
    text: Annotated[
        str, typer.Argument(help="Who is looked for, and for what use, in plain words.")
    ],
    brand: Annotated[str, typer.Option("--brand", help="Who asks; the studio's brand.")] = "",
    limit: Annotated[int, typer.Option(min=1, max=50, help="At most so many twins.")] = 5,
    as_json: Annotated[bool, typer.Option("--json", help="Answer as JSON.")] = False,
) -> None:
    """Find twins by words, each with the decision for this use: media, places and days."""
    settings = Settings()
    asked = BrandId(brand or settings.brand)
    answer = bootstrap.desk(settings).finds.find(text, asked, limit=limit)
    if as_json:
        print(answer.model_dump_json())
        return
    if not answer.found:
        print("Nobody is on file. Make the sample world with `toile demo`.")
        return
    print(f"For {_use(answer)}.")
    for one in answer.found:
        _tell(one)
    if answer.nearest_cleared is not None:
        print("Nearest who may be used:")
        _tell(answer.nearest_cleared)


def _use(answer: FoundTwins) -> str:
    media = ", ".join(answer.usage.media or ("media not known",))
    places = ", ".join(answer.usage.territories or ("places not known",))
    supposed = f"; {', '.join(answer.supposed)} supposed" if answer.supposed else ""
    return f"{media}; {places}; {answer.when}{supposed}"


def _tell(one: FoundTwin) -> None:
    print(f"{one.twin.name}  ({one.score:.2f})  {one.fit}")
    print(f"  {one.because}")
