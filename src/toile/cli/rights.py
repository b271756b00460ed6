"""``toile rights``: decide uses, read and write licences as ODRL, price a use."""

import json
from collections.abc import Iterator, Mapping
from datetime import UTC, date, datetime
from enum import StrEnum
from pathlib import Path
from typing import Annotated, Any

import typer

from toile import bootstrap
from toile.domain.errors import BadInput, NotFound
from toile.domain.fee_advice import Advice, advise
from toile.domain.fees import FeeScope
from toile.domain.licences import Licence
from toile.domain.rights import Way, decide, ways_to_yes
from toile.domain.rights.codes import Outcome, Reason
from toile.domain.rights.report import report
from toile.settings import Settings


class DutyReading(StrEnum):
    """How a duty that is neither done nor violated is read."""

    ACTIVE = "active"
    INACTIVE = "inactive"


class OdrlForm(StrEnum):
    """How a licence is written."""

    JSON = "json-ld"
    TURTLE = "turtle"


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
    require_yes: Annotated[
        bool, typer.Option("--require-yes", help="Exit code 1 when one use is not a yes.")
    ] = False,
) -> None:
    """Decide every use of a scenario file; the answer is a JSON list.

    Exit code 1 when an answer is not what its scenario states under `expected`, or, with
    --require-yes, when one is not a yes. A no that nobody expected otherwise is an answer: 0.
    """
    found = bootstrap.rights_scenarios(scenario)
    if only:
        found = tuple(one for one in found if one.id == only)
    if not found:
        raise NotFound(f"There is no scenario {only or 'at all'} in {scenario.name}.")
    answers = [_answer(one) for one in found]
    if plain and not as_json:
        for answer in answers:
            other = "" if answer.get("as_expected", True) else "  NOT AS EXPECTED"
            print(f"{answer['id']}  {answer['decision']}  {answer['say']}{other}")
    else:
        print(json.dumps(answers, ensure_ascii=False, indent=None if as_json else 2))
    if not all(_holds(answer, require_yes=require_yes) for answer in answers):
        raise typer.Exit(1)


@app.command("odrl-suite")
def odrl_suite(
    folder: Annotated[Path, typer.Argument(help="The data folder of the ODRL test suite.")],
    duty_not_set: Annotated[
        DutyReading,
        typer.Option(
            help="How a duty that is neither done nor violated is read: `active` as the suite's "
            "case 059 has it, `inactive` as the W3C draft Formal Semantics (C11) and our own "
            "decisions have it."
        ),
    ] = DutyReading.ACTIVE,
    as_json: Annotated[bool, typer.Option("--json", help="Answer as JSON.")] = False,
) -> None:
    """Run the public ODRL test suite, compared at activation level; exit code 1 below all right."""
    found = bootstrap.odrl_suite(folder, duty_not_set.value)
    wrong = [case for case in found.cases if not case.right]
    if as_json:
        answer = {
            "right": found.right, "cases": len(found.cases), "duty_not_set": found.duty_not_set,
            "wrong": [case.name for case in wrong],
        }  # fmt: skip
        print(json.dumps(answer))
    else:
        print(f"{found.right} of {len(found.cases)} right at activation level, "
              f"a duty that is not set read as {found.duty_not_set}.")  # fmt: skip
        for case in wrong:
            print(f"- {case.name}: expected {_state(case.expected)}, found {_state(case.found)}")
    if wrong:
        raise typer.Exit(1)


@app.command("odrl-export")
def odrl_export(
    licence: Annotated[str, typer.Argument(help="The id of a licence on file.")],
    to: Annotated[Path | None, typer.Option("--to", help="A file; the screen by default.")] = None,
    form: Annotated[OdrlForm, typer.Option("--form", help="json-ld or turtle.")] = OdrlForm.JSON,
) -> None:
    """Write a licence as an ODRL 2.2 Agreement in the Toile profile."""
    text = bootstrap.odrl_codec().write(_on_file(licence), form.value)
    if to is None:
        print(text, end="")
        return
    try:
        to.write_text(text, encoding="utf-8")
    except OSError as fault:
        raise BadInput(f"{to} cannot be written.", hint="Check the folder.") from fault
    print(f"{licence} is in {to}.")


@app.command("odrl-import")
def odrl_import(
    file: Annotated[Path, typer.Argument(help="A JSON-LD or Turtle (.ttl) file.")],
    keep: Annotated[bool, typer.Option("--keep", help="Put the licences on file.")] = False,
    as_json: Annotated[bool, typer.Option("--json", help="Answer as JSON.")] = False,
) -> None:
    """Read ODRL Agreements; what is not understood is kept, and refuses rather than passes."""
    is_turtle = file.suffix.lower() in (".ttl", ".turtle")
    form = OdrlForm.TURTLE if is_turtle else OdrlForm.JSON
    try:
        text = file.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as fault:
        raise BadInput(f"{file.name} cannot be read.", hint="Check the path.") from fault
    found = bootstrap.odrl_codec().read(text, form.value)
    if keep:
        settings = Settings()
        for one in found:
            bootstrap.permit(settings, "keep_licence", twins=(one.twin,))
        kept = bootstrap.records(settings)
        try:
            kept.registry.put(*found)
        finally:
            kept.close()
    if as_json:
        print(json.dumps([one.model_dump(mode="json") for one in found], ensure_ascii=False))
        return
    for one in found:
        unread = [*one.unknown_terms, *(kept for grant in one.grants for kept in grant.unknown)]
        refuses = f"; {len(unread)} terms not understood, so it refuses" if unread else ""
        print(f"{one.id}: {one.kind or 'unsigned'} for {one.twin}{refuses}")


@app.command()
def quote(
    media: Annotated[str, typer.Option(help="Media paths, with commas.")],
    territory: Annotated[str, typer.Option(help="Codes or groups, with commas.")],
    months: Annotated[int, typer.Option(min=1, help="Begun months of use.")] = 12,
    assets: Annotated[int, typer.Option(min=1, help="Published pictures.")] = 1,
    product: Annotated[str, typer.Option(help="A product path.")] = "apparel",
    exclusivity: Annotated[str, typer.Option(help="none, category, named or full.")] = "none",
    tax_country: Annotated[str, typer.Option(help="Whose tax is added.")] = "",
    card: Annotated[Path | None, typer.Option(help="A rate card; the demo's by default.")] = None,
    today: Annotated[str, typer.Option(help="The day of the quote, as YYYY-MM-DD.")] = "",
    as_json: Annotated[bool, typer.Option("--json", help="Answer as JSON.")] = False,
) -> None:
    """Price a use line by line, and say what moves the price most."""
    try:
        scope = FeeScope(
            media=_split(media), territory=_split(territory), months=months, assets=assets,
            product=product, exclusivity=exclusivity,
            tax_country=tax_country or None,
        )  # fmt: skip
        day = date.fromisoformat(today) if today else datetime.now(UTC).date()
    except ValueError as fault:
        raise BadInput(
            "The scope cannot be read.", hint="See `toile rights quote --help`."
        ) from fault
    tables = bootstrap.rights_tables()
    found = advise(bootstrap.rate_card(card), scope, tables.territories, tables.media, day)
    print(found.model_dump_json() if as_json else "\n".join(_quote_lines(found)))


def _quote_lines(found: Advice) -> Iterator[str]:
    made = found.quote
    for line in made.lines:
        yield f"{line.amount / 100:>12,.2f} {made.currency}  {line.label}  ({line.reckoned})"
    yield f"{made.total / 100:>12,.2f} {made.currency}  in all, until {made.valid_until}"
    yield f"{made.payout / 100:>12,.2f} {made.currency}  to the model"
    for mover in found.movers[:3]:
        yield f"  {mover.say}: {mover.total / 100:,.2f}, {mover.saves / 100:,.2f} less"


def _split(text: str) -> tuple[str, ...]:
    return tuple(part.strip() for part in text.split(",") if part.strip())


def _on_file(licence: str) -> Licence:
    kept = bootstrap.records(Settings())
    try:
        twins = tuple(twin.id for twin in kept.registry.twins())
        found = [one for one in kept.registry.licences(twins) if one.id == licence]
    finally:
        kept.close()
    if not found:
        raise NotFound(f"There is no licence {licence} on file.")
    bootstrap.permit(Settings(), "read_licence", brand=found[0].licensee, twins=(found[0].twin,))
    return max(found, key=lambda one: one.version)


def _state(is_active: bool) -> str:
    return "active" if is_active else "inactive"


def _answer(one: Any) -> dict[str, Any]:
    if hasattr(one, "why"):
        return _unread(one.id, one.why)
    decision = decide(one.request, one.licences, one.consents, one.world, one.instant)
    ways = ways_to_yes(one.request, one.licences, one.consents, one.world, one.instant)
    shown = [
        {"say": way.say, "change": _changes(way), "decision": way.decision.outcome.value}
        for way in ways
    ]
    answer = {"id": one.id, "title": one.title, **report(decision), "ways": shown}
    if one.expected:
        answer["as_expected"] = _is_expected(answer, one.expected)
    return answer


def _is_expected(answer: dict[str, Any], expected: Mapping[str, Any]) -> bool:
    """Return whether decision, primary reason and the set of duties are those of the file."""
    return (
        answer["decision"] == expected.get("decision")
        and answer["reason"] == expected.get("reason", answer["reason"])
        and set(answer["duties"]) == set(expected.get("duties") or ())
    )


def _holds(answer: dict[str, Any], *, require_yes: bool) -> bool:
    is_yes = Outcome(answer["decision"]).yes
    return answer.get("as_expected", True) and (is_yes or not require_yes)


def _changes(way: Way) -> dict[str, Any]:
    return {name: value for step in way.steps for name, value in step.change.items()}


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
