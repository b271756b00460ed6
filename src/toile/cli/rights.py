"""``toile rights``: decide uses, read and write licences as ODRL, price a use."""

import json
from pathlib import Path
from typing import Annotated, Any

import typer

from toile import bootstrap
from toile.domain.errors import NotFound
from toile.domain.rights import decide
from toile.domain.rights.codes import Outcome, Reason
from toile.domain.rights.report import report

app = typer.Typer(help="Decide uses, read and write licences.", no_args_is_help=True)


@app.callback()
def _root() -> None:
    """Decide uses, read and write licences."""


@app.command()
def check(
    scenario: Annotated[Path, typer.Argument(help="A scenario file in YAML.")],
    only: Annotated[str, typer.Option("--id", help="Only the scenario of this id.")] = "",
    as_json: Annotated[bool, typer.Option("--json", help="JSON is the usual answer.")] = False,
    plain: Annotated[bool, typer.Option("--plain", help="One line each, for people.")] = False,
) -> None:
    """Decide every use of a scenario file; the answer is a JSON list."""
    found = bootstrap.rights_scenarios(scenario)
    if only:
        found = tuple(one for one in found if one.id == only)
    if not found:
        raise NotFound(f"There is no scenario {only or 'at all'} in {scenario.name}.")
    answers = [_answer(one) for one in found]
    if plain and not as_json:
        for answer in answers:
            print(f"{answer['id']}  {answer['decision']}  {answer['say']}")
    else:
        print(json.dumps(answers, ensure_ascii=False, indent=None if as_json else 2))


def _answer(one: Any) -> dict[str, Any]:
    if hasattr(one, "why"):
        return _unread(one.id, one.why)
    decision = decide(one.request, one.licences, one.consents, one.world, one.instant)
    return {"id": one.id, "title": one.title, **report(decision)}


def _unread(name: str, why: str) -> dict[str, Any]:
    """Return that a question which cannot be read is not answered with a yes."""
    return {
        "id": name,
        "decision": Outcome.NOT_ENOUGH_INFORMATION.value,
        "reason": Reason.INPUT_MISSING.value,
        "reasons": [Reason.INPUT_MISSING.value],
        "duties": [],
        "uncovered": [],
        "remedies": [],
        "say": why,
    }
