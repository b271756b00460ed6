"""``toile board``: make, talk to, show and export boards."""

import json
import shutil
import sys
from datetime import date
from pathlib import Path
from typing import Annotated

import typer

from toile import bootstrap
from toile.bootstrap.exports import EXPORTS
from toile.cli.arguments import BoardNamed, TwinNamed
from toile.cli.guidelines import tell_report
from toile.domain.board import Board
from toile.domain.commands import Quote
from toile.domain.errors import BadInput, CommandRefused
from toile.settings import Settings
from toile.workflow.desk import Desk

app = typer.Typer(help="Make, show, edit and export boards.", no_args_is_help=True)
AsJson = Annotated[bool, typer.Option("--json", help="Answer as JSON.")]


def _studio() -> tuple[Desk, str]:
    settings = Settings()
    return bootstrap.desk(settings), settings.person


@app.command("list")
def list_boards(as_json: AsJson = False) -> None:
    """List the boards, newest change first."""
    lines = _studio()[0].boards()
    if as_json:
        print(json.dumps([line.model_dump(mode="json") for line in lines], ensure_ascii=False))
        return
    for line in lines:
        print(f"{line.id}  {line.title}  {line.shots} shots  {line.changed_at:%Y-%m-%d %H:%M}")
    if not lines:
        print("No boards yet. Start one with `toile board new BRIEF.txt`.")


@app.command()
def new(
    brief: Annotated[str, typer.Argument(help="A text file with the brief, or - for input.")],
    brand: Annotated[str, typer.Option(help="Work under this brand's licences.")] = "",
    as_json: AsJson = False,
) -> None:
    """Read a brief onto a new board and show the questions it leaves open."""
    studio, person = _studio()
    board = studio.start(_text(brief), by=person, brand=bootstrap.brand_id(brand))
    _show(studio, board, as_json)


@app.command()
def answer(
    board: BoardNamed,
    about: Annotated[
        str,
        typer.Argument(help="What the question is about: markets, window, twins."),
    ],
    text: Annotated[str, typer.Argument(help="The answer, in plain words.")],
    as_json: AsJson = False,
) -> None:
    """Answer a question of the brief: `toile board answer BOARD markets "Germany"`."""
    studio, person = _studio()
    answered = studio.answer(studio.board(board), about, text, by=person)
    _show(studio, answered, as_json)
    if answered.talk and not as_json:
        print(answered.talk[-1].text)


@app.command()
def confirm(board: BoardNamed, as_json: AsJson = False) -> None:
    """Plan the shots, cite the brand's rules, cast the twins."""
    studio, person = _studio()
    _show(studio, studio.confirm(studio.board(board), by=person), as_json)


@app.command()
def say(
    board: BoardNamed,
    message: Annotated[str, typer.Argument(help="What to change or ask, in plain words.")],
    dry: Annotated[bool, typer.Option("--dry", help="Only say what would be done.")] = False,
    as_json: AsJson = False,
) -> None:
    """Change the board by talking to it."""
    studio, person = _studio()
    before = studio.board(board)
    proposal = studio.propose(before, message)
    if not dry:
        studio.apply(before, proposal, by=person)
    priced = any(isinstance(one, Quote) for one in proposal.commands) and studio.can("price")
    if as_json:
        told = proposal.model_dump(mode="json", exclude={"answer": {"shots"}})
        print(
            json.dumps(
                told | ({"price": studio.price(before)} if priced else {}), ensure_ascii=False
            )
        )
        return
    for line in proposal.lines:
        print(f"- {line}")
    said = studio.price(before) if priced else (proposal.say, proposal.stays)
    print("\n".join(said) if priced else " ".join(filter(None, said)))


@app.command()
def undo(board: BoardNamed, as_json: AsJson = False) -> None:
    """Take the last edit back."""
    studio, person = _studio()
    _show(studio, studio.undo(studio.board(board), by=person), as_json)


@app.command()
def cast(
    board: BoardNamed,
    twin: TwinNamed,
    shot: Annotated[
        list[int] | None, typer.Option(help="The number of a shot, once for each; without it, all.")
    ] = None,
) -> None:
    """Put a twin into all shots, or into those given with --shot NUMBER."""
    studio, person = _studio()
    found = studio.board(board)
    shots = [found.shots.numbered(no).id for no in shot or []]
    _show(studio, studio.cast(found, shots, twin, by=person), as_json=False)


@app.command()
def show(board: BoardNamed, as_json: AsJson = False) -> None:
    """Show a board: its shots, who is in them, and whether they may be drafted."""
    studio, _ = _studio()
    _show(studio, studio.board(board), as_json)


@app.command()
def rules(
    board: BoardNamed,
    shot: Annotated[int, typer.Argument(help="The shot's number on the board.")],
    version: Annotated[int, typer.Option(help="Which version; the one shown.")] = 0,
    as_json: AsJson = False,
) -> None:
    """Hold a shot, and its picture once drawn, against the rules of the brand's books.

    Exit code 1 when a rule of the level `error` is not kept; a warning leaves it at 0.
    """
    studio, _ = _studio()
    found = studio.board(board)
    panel = found.panel(found.shots.numbered(shot).id)
    report = studio.rules.version(found, panel.id, version or panel.current)
    tell_report(report, as_json=as_json)


@app.command()
def export(
    board: BoardNamed,
    form: Annotated[str, typer.Option("--format", help=f"{', '.join(EXPORTS)}.")] = "pdf",
    to: Annotated[Path | None, typer.Option("--to", help="The file to write.")] = None,
    as_json: AsJson = False,
) -> None:
    """Release a board as a file: decided again, read back, recorded."""
    studio, person = _studio()
    made = studio.export(studio.board(board), form, by=person)
    target = to or Path(made.name)
    try:
        with made.file, target.open("wb") as kept:
            shutil.copyfileobj(made.file, kept)
    except OSError as error:
        raise BadInput(f"{target} cannot be written.", hint="Choose another with --to.") from error
    if as_json:
        print(json.dumps({"file": str(target), "shots": made.shots, "left_out": made.left_out}))
        return
    print(f"{target}: {made.shots} pictures." if made.form.carries else f"{target} is written.")
    for line in made.left_out:
        print(f"Left out. {line}")


@app.command()
def published(
    board: BoardNamed,
    shot: Annotated[int, typer.Argument(help="The shot's number on the board.")],
    where: Annotated[str, typer.Option(help="An address, a magazine, a shop window.")],
    since: Annotated[str, typer.Option(help="From which day, YYYY-MM-DD; today.")] = "",
    version: Annotated[int, typer.Option(help="Which version; the one shown.")] = 0,
) -> None:
    """Record that an exported picture was published; exit code 1 with the reason for a no."""
    studio, person = _studio()
    found = studio.board(board)
    panel = found.panel(found.shots.numbered(shot).id)
    try:
        day = date.fromisoformat(since) if since else None
    except ValueError as error:
        raise BadInput(f"{since} is not a day.", hint="Write it as 2027-03-01.") from error
    number = version or panel.current
    try:
        studio.published.record(found, panel.id, number, where=where, since=day, by=person)
    except CommandRefused as no:
        print(no)
        raise typer.Exit(1) from no
    print(f"Shot {shot}, version {number}: published at {where}. The ledger says so.")


def _text(source: str) -> str:
    if source == "-":
        return sys.stdin.read()
    try:
        return Path(source).read_text(encoding="utf-8")
    except FileNotFoundError as error:
        raise BadInput(
            f"There is no file {source}.", hint="Or pipe the text and give -."
        ) from error
    except (OSError, UnicodeDecodeError) as error:
        raise BadInput(f"{source} is not a text file.", hint="Save it as UTF-8 text.") from error


def _show(studio: Desk, board: Board, as_json: bool) -> None:
    decisions = {made.shot: made for made in studio.decide(board)}
    drafts = {(line.shot, line.version): line for line in studio.drafts(board)}
    if as_json:
        body = board.model_dump(mode="json")
        body["decisions"] = [made.model_dump(mode="json") for made in decisions.values()]
        body["drafts"] = [line.model_dump(mode="json") for line in drafts.values()]
        print(json.dumps(body, ensure_ascii=False))
        return
    print(f"{board.id}  {board.title}  revision {board.revision}  {board.stage}")
    for question in board.brief.questions if board.brief else ():
        ready = f"  [{' | '.join(question.options)}]" if question.options else ""
        print(f"? {question.about}: {question.ask}{ready}")
    for panel in board.panels:
        shot, made = panel.now.shot, decisions[panel.id]
        words = (shot.framing, shot.angle, shot.lens, shot.light, shot.set, shot.pose, shot.aspect)
        print(f"{shot.no:>3}  v{panel.current}  {shot.title or shot.kind}")
        print(f"     {' · '.join(word for word in words if word)}")
        print(f"     {', '.join(shot.garments)}  {' + '.join(shot.talent)}".rstrip())
        drawn = "drafted" if (panel.id, panel.current) in drafts else "no picture yet"
        print(f"     {made.headline} ({drawn})")
