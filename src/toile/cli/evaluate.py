"""`toile evaluate`: score the interpreter and the search on sets of examples."""

import json
from collections import Counter, defaultdict
from datetime import date
from pathlib import Path
from typing import Annotated, Any

import typer
import yaml
from rich.console import Console
from rich.table import Table

from toile import bootstrap
from toile.cli.evaluate_search import evaluate_search
from toile.domain.errors import BadInput
from toile.workflow.edit_state import context_of
from toile.workflow.score_briefs import score
from toile.workflow.score_edits import right
from toile.workflow.score_plans import check
from toile.workflow.tallies import Scored, Tally

app = typer.Typer(
    help="Score reading, editing and search on sets of examples.", no_args_is_help=True
)
app.command("search")(evaluate_search)

Files = Annotated[
    list[Path] | None, typer.Argument(help="Sets of examples; tests/evaluation by default.")
]
Language = Annotated[str, typer.Option(help="Only this language: en, fr, it, es, de or sv.")]
Half = Annotated[
    str, typer.Option(help="all, seen (looked at while building) or unseen (only scored).")
]
Missed = Annotated[bool, typer.Option("--missed", help="List what went wrong.")]
AsJson = Annotated[bool, typer.Option("--json", help="Answer as JSON.")]


@app.command()
def briefs(
    files: Files = None,
    language: Language = "",
    half: Half = "all",
    missed: Missed = False,
    as_json: AsJson = False,
) -> None:
    """Print precision, recall and F1 of every field, the flags and the questions."""
    cases = _cases(files, "briefs", language, half)
    reader = bootstrap.interpreter()
    briefs = [(case, reader.read_brief(case["text"], _today(case))) for case in cases]
    scored = [(case, score(case, brief)) for case, brief in briefs]
    plans = [
        (case, check(case.get("shotlist") or {}, reader.plan(brief, _today(case))))
        for case, brief in briefs
    ]
    fields, languages = _sums(scored)
    report: dict[str, Any] = {
        "briefs": len(cases),
        "fields": _rows(fields),
        "languages": _rows(languages),
        "flags": _flags(scored),
        "asked": sum(one.asked for _, one in scored),
        "plans": _plans(plans),
    }
    if as_json:
        print(json.dumps(report, indent=2))
        return
    _table("field", report["fields"])
    _table("language", report["languages"])
    Console().print(
        f"questions right: {report['asked']} of {len(cases)}; "
        f"flags: {report['flags'] or 'all right'}"
    )
    Console().print(f"shot lists: {', '.join(f'{k} {v}' for k, v in report['plans'].items())}")
    if missed:
        _tell_missed(scored, plans)


@app.command()
def edits(
    files: Files = None,
    language: Language = "",
    half: Half = "all",
    missed: Missed = False,
    as_json: AsJson = False,
) -> None:
    """Print how many edits are right, by language and by the kind of answer expected."""
    cases = _cases(files, "edits", language, half)
    reader = bootstrap.interpreter()
    results = []
    for case in cases:
        rows = json.loads(case["state"]) if isinstance(case["state"], str) else case["state"]
        context = context_of(case, rows, _today(case))
        results.append((case, *right(case, context, reader.read_edit(case["message"], context))))
    report: dict[str, Any] = {
        "edits": len(cases),
        "right": sum(good for _, good, _ in results),
        "languages": _shares(results, lambda case: case["lang"][0]),
        "types": _shares(results, lambda case: case["expected"]["type"]),
    }
    if as_json:
        print(json.dumps(report, indent=2))
        return
    console = Console()
    console.print(f"{report['right']} of {len(cases)} edits are right")
    for name in ("languages", "types"):
        console.print(", ".join(f"{key} {value}" for key, value in report[name].items()))
    for case, good, why in results if missed else ():
        if not good:
            console.print(f"{case['id']} {case['message']!r}: {why}", markup=False)


def _cases(files: list[Path] | None, kind: str, language: str, half: str) -> list[dict[str, Any]]:
    paths = files or sorted(Path("tests/evaluation").glob(f"{kind}-*.yaml"))
    if not paths:
        raise BadInput(
            "There is no set of examples here.", hint=f"Give a YAML file with a list named {kind}."
        )
    cases = [case for path in paths for case in _read(path, kind)]
    if half not in ("all", "seen", "unseen"):
        raise BadInput("The half is all, seen or unseen.")
    chosen = [c for c in cases if half == "all" or c["unseen"] == (half == "unseen")]
    return [c for c in chosen if not language or language in c["lang"]]


def _read(path: Path, kind: str) -> list[dict[str, Any]]:
    try:
        data = yaml.safe_load(path.read_text(encoding="utf-8"))
        cases = list(data[kind])
        today = str(data.get("meta", {}).get("reference_date", "2026-11-23"))
    except (OSError, yaml.YAMLError, KeyError, TypeError) as error:
        raise BadInput(f"{path} holds no {kind}.") from error
    held = "held-back" in path.name
    # Of the edits to develop on, every eighth was only scored; other cases say so themselves.
    return [
        {
            **c,
            "today": today,
            "unseen": c.get("unseen", held or (kind == "edits" and i % 8 == 7)),
        }
        for i, c in enumerate(cases)
    ]


def _today(case: dict[str, Any]) -> date:
    return date.fromisoformat(case["today"])


def _sums(scored: list[tuple[dict[str, Any], Scored]]) -> tuple[dict[str, Tally], dict[str, Tally]]:
    fields: dict[str, Tally] = defaultdict(Tally)
    languages: dict[str, Tally] = defaultdict(Tally)
    for case, one in scored:
        for name, tally in one.fields.items():
            for total in (fields[name], fields["all"], languages[case["lang"][0]]):
                total.add(tally)
    return fields, languages


def _rows(tallies: dict[str, Tally]) -> dict[str, dict[str, float]]:
    return {
        name: {
            "precision": round(t.precision, 3),
            "recall": round(t.recall, 3),
            "f1": round(t.f1, 3),
            "right": t.right,
            "invented": t.invented,
            "missed": t.missed,
        }
        for name, t in tallies.items()
    }


def _flags(scored: list[tuple[dict[str, Any], Scored]]) -> dict[str, int]:
    count: Counter[str] = Counter()
    for _, one in scored:
        count.update(f"missed {code}" for code in one.flags_missed)
        count.update(f"false alarm {code}" for code in one.false_alarms)
        count.update(f"other action {code}" for code in one.wrong_actions)
    return dict(count)


def _plans(plans: list[tuple[dict[str, Any], dict[str, bool]]]) -> dict[str, str]:
    """Return how many properties of the shot lists hold, by kind of property."""
    total: Counter[str] = Counter()
    good: Counter[str] = Counter()
    for _, found in plans:
        for name, holds in found.items():
            for key in ("all", name.split(":")[0]):
                total[key] += 1
                good[key] += holds
    return {name: f"{good[name]}/{total[name]}" for name in total}


def _shares(results: list[tuple[dict[str, Any], bool, str]], key: Any) -> dict[str, str]:
    total: Counter[str] = Counter(key(case) for case, _, _ in results)
    good: Counter[str] = Counter(key(case) for case, fine, _ in results if fine)
    return {name: f"{good[name]}/{total[name]}" for name in total}


def _table(name: str, rows: dict[str, dict[str, float]]) -> None:
    table = Table(name, "precision", "recall", "F1", "right", "invented", "missed")
    for field, row in rows.items():
        table.add_row(
            field,
            *(f"{row[k]:.2f}" for k in ("precision", "recall", "f1")),
            *(str(row[k]) for k in ("right", "invented", "missed")),
        )
    Console().print(table)


def _tell_missed(
    scored: list[tuple[dict[str, Any], Scored]],
    plans: list[tuple[dict[str, Any], dict[str, bool]]],
) -> None:
    for (case, one), (_, plan) in zip(scored, plans, strict=True):
        wrong = [
            f"{n} +{t.invented} -{t.missed}"
            for n, t in one.fields.items()
            if t.invented or t.missed
        ]
        wrong += [f"plan {name}" for name, holds in plan.items() if not holds]
        if wrong:
            Console().print(f"{case['id']}: {', '.join(wrong)}", markup=False)
