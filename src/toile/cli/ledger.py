"""``toile ledger``: verify the chain of decisions and uses, and export it."""

import csv
import io
import json
import sys
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from toile import bootstrap
from toile.domain import ledger as chain
from toile.domain.errors import BadInput
from toile.domain.ids import TwinId
from toile.domain.ledger import LedgerEntry
from toile.settings import Settings

app = typer.Typer(help="Verify and export the chain of uses.", no_args_is_help=True)
AsJson = Annotated[bool, typer.Option("--json", help="Answer as JSON.")]
COLUMNS = (
    "number", "at", "what", "by", "brand", "twins", "licences", "clauses", "board", "shot",
    "draft", "picture", "action", "outcome", "reason", "say", "earned_minor", "currency",
    "previous", "hash",
)  # fmt: skip


class Form(StrEnum):
    """How an export is written."""

    JSON = "json"
    CSV = "csv"


@app.command()
def verify(
    head: Annotated[str, typer.Option(help="The last hash, as noted elsewhere.")] = "",
    length: Annotated[int | None, typer.Option(min=0, help="The number of entries noted.")] = None,
    as_json: AsJson = False,
) -> None:
    """Check every link; exit code 1 names the first entry that does not hold.

    A chain whose end was cut off still links up, so it is compared with the note kept beside the
    records, and with a head and length noted elsewhere where they are given.
    """
    kept = bootstrap.records(_allowed())
    entries = kept.ledger.entries()
    broken = chain.verify(entries, head=head or None, length=length) or kept.ledger.cut(entries)
    kept.close()
    last = entries[-1].hash if entries else chain.START
    if as_json:
        found = None if broken is None else broken.model_dump()
        print(json.dumps({"whole": broken is None, "entries": len(entries), "head": last,
                          "broken": found}))  # fmt: skip
    elif broken is None:
        print(f"The ledger holds: {len(entries)} entries, the last {last}. Note both elsewhere.")
    else:
        print(f"The ledger is broken at entry {broken.number}: {broken.why}.")
    if broken is not None:
        raise typer.Exit(1)


@app.command()
def export(
    to: Annotated[Path | None, typer.Option("--to", help="A file; the screen by default.")] = None,
    form: Annotated[Form, typer.Option("--form", help="json or csv.")] = Form.JSON,
    twin: Annotated[str, typer.Option(help="Only entries that name this twin.")] = "",
) -> None:
    """Write the entries as JSON, which `verify` can be run on again, or as CSV for people."""
    entries = _entries(twin or None)
    text = _csv(entries) if form is Form.CSV else _json(entries)
    if to is None:
        sys.stdout.write(text)
        return
    try:
        to.write_text(text, encoding="utf-8")
    except OSError as fault:
        raise BadInput(f"{to} cannot be written.", hint="Check the folder.") from fault
    print(f"{len(entries)} entries are in {to}.")


@app.command()
def check(
    file: Annotated[Path, typer.Argument(help="What `toile ledger export` wrote.")],
    as_json: AsJson = False,
) -> None:
    """Verify an exported JSON file without the studio it came from."""
    try:
        rows = json.loads(file.read_text(encoding="utf-8"))
        entries = tuple(LedgerEntry.model_validate(row) for row in rows)
    except (OSError, ValueError, TypeError) as fault:
        raise BadInput(f"{file.name} is no exported ledger.", hint="Export it as JSON.") from fault
    broken = chain.verify(entries)
    if as_json:
        found = None if broken is None else broken.model_dump()
        print(json.dumps({"whole": broken is None, "entries": len(entries), "broken": found}))
    else:
        print(
            f"All {len(entries)} entries hold."
            if broken is None
            else f"Broken at entry {broken.number}: {broken.why}."
        )
    if broken is not None:
        raise typer.Exit(1)


def _allowed() -> Settings:
    settings = Settings()
    bootstrap.permit(settings, "ledger")
    return settings


def _entries(twin: str | None) -> tuple[LedgerEntry, ...]:
    kept = bootstrap.records(_allowed())
    try:
        return kept.ledger.entries(twin=TwinId(twin) if twin else None)
    finally:
        kept.close()


def _json(entries: tuple[LedgerEntry, ...]) -> str:
    rows = [entry.model_dump(mode="json") for entry in entries]
    return json.dumps(rows, ensure_ascii=False, indent=1) + "\n"


def _csv(entries: tuple[LedgerEntry, ...]) -> str:
    out = io.StringIO()
    writer = csv.writer(out)
    writer.writerow(COLUMNS)
    for entry in entries:
        row = {**entry.fact.model_dump(mode="json"), **entry.model_dump(include={"number"})}
        row |= {"previous": entry.previous, "hash": entry.hash}
        writer.writerow([_cell(row[name]) for name in COLUMNS])
    return out.getvalue()


def _cell(value: object) -> object:
    """Return a cell that no spreadsheet takes for a formula."""
    text = "; ".join(map(str, value)) if isinstance(value, list) else value
    return f"'{text}" if isinstance(text, str) and text[:1] in ("=", "+", "-", "@") else text
