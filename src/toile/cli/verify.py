"""``toile verify FILE``: is it ours, whose twin is it, what may it be used for today."""

import textwrap
from collections.abc import Iterator
from pathlib import Path
from typing import Annotated

import typer

from toile import bootstrap
from toile.domain.brief import Usage
from toile.domain.errors import BadInput
from toile.settings import Settings
from toile.workflow.verified import Check, Found, Verification

app = typer.Typer(help="Say whether a picture is ours, and what it may be used for.")
LARGEST = 64 * 1024 * 1024
_WIDE = 100


@app.command()
def verify(
    file: Annotated[
        Path, typer.Argument(help="A picture, a screenshot, a PDF, a deck, a ZIP or a TAR.")
    ],
    as_json: Annotated[bool, typer.Option("--json", help="Answer as JSON.")] = False,
) -> None:
    """Look for our marks in a picture, PDF, deck or archive; exit code 1 when there are none."""
    try:
        if file.stat().st_size > LARGEST:
            raise BadInput("The file is larger than 64 MB.", hint="Send a smaller copy.")
        data = file.read_bytes()
    except OSError as error:
        raise BadInput(f"{file} cannot be read.", hint="Check the name.") from error
    found = bootstrap.desk(Settings()).verify(data)
    print(found.model_dump_json() if as_json else "\n".join(_lines(found)))
    if not found.ours:
        raise typer.Exit(1)


def _lines(found: Verification) -> Iterator[str]:
    yield found.sentence
    if not found.finds and found.certain:
        yield found.certain
    for one in found.finds:
        yield ""
        for label, words in _facts(one):
            yield from _row(label, words)
    if found.finds and found.elsewhere:
        yield f"\nAlso in it, of another brand: {found.elsewhere}."
    if found.checks:
        yield ""
        yield from _row("Looked at", _checked(found.checks))


def _row(label: str, words: str) -> Iterator[str]:
    """Yield one fact, its lines hanging under each other; a fact without words is left out."""
    for number, line in enumerate(words.splitlines()):
        head = f"  {label if number == 0 else '':11s}"
        yield textwrap.fill(line, _WIDE, initial_indent=head, subsequent_indent=" " * len(head))


def _facts(found: Found) -> Iterator[tuple[str, str]]:
    yield "Draft", f"{found.shot}, version {found.version}"
    yield "Where", ", ".join(found.places)
    yield "Of", found.who
    yield "Drafted", f"{found.drafted:%-d %B %Y}"
    yield "Made by", "an image model" if found.painted else "3-D drawing; it is not a photograph"
    yield "Licence", ", ".join(found.licences)
    yield "Today", found.may
    yield "Use", _use(found.usage)
    yield "Duties", "\n".join(dict.fromkeys(d for use in found.uses for d in use.duties))
    yield "Changed", "\n".join(found.changed)
    yield "Certain", found.certain
    yield "Looked at", _checked(found.checks)


def _use(usage: Usage) -> str:
    days = (f"{day:%-d %B %Y}" for day in (usage.start, usage.end) if day)
    media = (medium.rpartition(".")[2].replace("_", " ") for medium in usage.media or ())
    return "; ".join((", ".join(usage.territories or ()), ", ".join(media), " to ".join(days)))


def _checked(checks: tuple[Check, ...]) -> str:
    return "\n".join(f"{'yes' if c.good else 'no ':3s} {c.what}: {c.say}" for c in checks)
