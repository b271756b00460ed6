"""``toile twins``: who is on file, what they were used for, and stopping it."""

import json
from typing import Annotated

import typer

from toile import bootstrap
from toile.cli.arguments import LicenceNamed, TwinNamed
from toile.cli.twins_find import find
from toile.settings import Settings

app = typer.Typer(help="Who is on file, what they were used for; revoke.", no_args_is_help=True)
AsJson = Annotated[bool, typer.Option("--json", help="Answer as JSON.")]
app.command("find")(find)


@app.command("list")
def list_twins(as_json: AsJson = False) -> None:
    """List the twins on file."""
    twins = bootstrap.desk(Settings()).twins()
    if as_json:
        print(json.dumps([twin.model_dump(mode="json") for twin in twins], ensure_ascii=False))
        return
    for twin in twins:
        height = round(twin.measurements.height_cm)
        demo = "  (demo)" if twin.demo else ""
        print(f"{twin.id}  {twin.name}  {height} cm  {twin.agency}{demo}")
    if not twins:
        print("Nobody is on file. Make the sample world with `toile demo`.")


@app.command()
def uses(twin: TwinNamed, as_json: AsJson = False) -> None:
    """Show what a twin was used for, by whom and under which clause."""
    view = bootstrap.desk(Settings()).owner.view(twin)
    if as_json:
        print(view.model_dump_json())
        return
    print(f"{view.twin.name}: {view.drafted} drafted, {view.exported} exported, "
          f"{view.refused} refused.")  # fmt: skip
    for entry in view.uses:
        fact = entry.fact
        clauses = f" (clause {', '.join(fact.clauses)})" if fact.clauses else ""
        print(f"{fact.at:%Y-%m-%d}  {fact.what:9}  {fact.brand}  {fact.say}{clauses}")


@app.command()
def revoke(
    licence: LicenceNamed,
    reason: Annotated[str, typer.Option(help="Why, for the record.")] = "",
    as_json: AsJson = False,
) -> None:
    """Stop a licence now: drafts under way stop, its pictures may no longer be shown."""
    settings = Settings()
    made = bootstrap.desk(settings).owner.revoke(licence, by=settings.person, reason=reason)
    if as_json:
        print(made.model_dump_json())
        return
    print(f"{licence} is revoked. {len(made.stopped)} drafts stopped, "
          f"{len(made.quarantined)} pictures put in quarantine.")  # fmt: skip
    for use in made.live:
        by = f"{use.take_down_by:%Y-%m-%d %H:%M} UTC" if use.take_down_by else "no day was agreed"
        print(
            f"Take down: board {use.board}, shot {use.shot}, left {use.left_on:%Y-%m-%d}; by {by}"
        )


@app.command()
def pause(licence: LicenceNamed) -> None:
    """Pause a licence: as a revocation, until it is lifted."""
    settings = Settings()
    made = bootstrap.desk(settings).owner.pause(licence, by=settings.person)
    print(f"{licence} is paused. {len(made.stopped)} drafts stopped, "
          f"{len(made.quarantined)} pictures put in quarantine.")  # fmt: skip


@app.command()
def lift(licence: LicenceNamed) -> None:
    """Lift a pause: the licence holds again, and its pictures may be shown again."""
    settings = Settings()
    back = bootstrap.desk(settings).owner.lift(licence, by=settings.person)
    print(f"{licence} holds again. {len(back)} pictures may be shown again.")


@app.command()
def offer(
    licence: Annotated[str, typer.Argument(help="The licence whose terms are offered.")],
    to: Annotated[str, typer.Option(help="The brand, a rival too.")],
    as_json: AsJson = False,
) -> None:
    """Offer the terms of a licence to another brand; exit code 1 where a claim stands."""
    settings = Settings()
    made = bootstrap.desk(settings).offers.offer(licence, to=to, by=settings.person)
    if as_json:
        print(made.model_dump_json())
    elif made.licence:
        print(f"Offered to {to} as {made.licence}. It grants nothing until it is signed.")
    for conflict in () if as_json else made.conflicts:
        print(f"May not be offered. {conflict}")
    if made.conflicts:
        raise typer.Exit(1)


@app.command("delete-drafts")
def delete_drafts(licence: LicenceNamed) -> None:
    """Destroy the pictures in quarantine under a licence, with a record of it."""
    settings = Settings()
    count = bootstrap.desk(settings).offers.delete_drafts(licence, by=settings.person)
    print(f"{count} pictures destroyed; the ledger says so.")
