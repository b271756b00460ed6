"""The state of a board as JSON: tolerant of missing fields, and giving back the same ones."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from pydantic import ValidationError

from toile.domain.commands import EditAnswer, EditContext
from toile.domain.editing import FieldValue, LoggedChange, LogStep, ShotVersion
from toile.domain.errors import BadInput
from toile.domain.shots import Shot, ShotList

Facts = Mapping[str, Any]


def shots_of(rows: Sequence[Facts]) -> ShotList:
    """Return the shots of JSON rows, missing fields left at their defaults."""
    return ShotList.of(_shot(row) for row in rows)


def _shot(row: Facts) -> Shot:
    known = {k: v for k, v in row.items() if k in Shot.model_fields and v is not None}
    if known.get("kind") == "motion":
        known["kind"] = "video"
    try:
        return Shot.model_validate(known)
    except ValidationError as error:
        first = error.errors()[0]
        where = ".".join(map(str, first["loc"]))
        raise BadInput(
            f"Shot {str(row.get('id'))[:60]!r} cannot be read: {where}: {first['msg']}."
        ) from error


def context_of(case: Facts, rows: Sequence[Facts], today: date | None = None) -> EditContext:
    """Return the context of a case: log, versions, what was last mentioned.

    Raises ``BadInput`` for one that is not built as a state is.
    """
    shots = shots_of(rows)
    try:
        return _context(case, shots, today)
    except (ValueError, TypeError, KeyError, AttributeError) as error:
        raise BadInput(
            "The log, versions or mentions of the state cannot be read.",
            hint="Leave them out, or give them as `toile shots edit --help` shows.",
        ) from error


def _context(case: Facts, shots: ShotList, today: date | None) -> EditContext:
    return EditContext(
        shots=shots,
        log=tuple(_step(step) for step in case.get("log") or ()),
        versions={
            k: tuple(_version(v) for v in vs) for k, vs in (case.get("versions") or {}).items()
        },
        last_mentioned=case.get("last_mentioned"),
        before=case.get("before"),
        twins=tuple(case["twins"]) if case.get("twins") is not None else None,
        brief_note=str(case["brief_note"]) if case.get("brief_note") else None,
        today=today,
    )


def _value(value: Any) -> FieldValue:
    return tuple(value) if isinstance(value, list) else value


def _step(step: Facts) -> LogStep:
    deleted = step.get("deleted") or ()
    if isinstance(deleted, Mapping):
        deleted = (deleted,)
    changes = tuple(
        LoggedChange(
            shot=c["shot"],
            field=c["field"],
            before=_value(c.get("from")),
            after=_value(c.get("to")),
        )
        for c in step.get("changes") or ([step] if "field" in step else ())
    )
    return LogStep(
        n=step.get("n", step.get("step", 0)),
        changes=changes,
        deleted=tuple(_shot({"no": d.get("at", 1), **d}) for d in deleted),
        undone=bool(step.get("undone")),
    )


def _version(row: Facts) -> ShotVersion:
    fields = {
        k: _value(v)
        for k, v in row.items()
        if k in Shot.model_fields and k not in ("id", "no", "notes")
    }
    return ShotVersion(v=row["v"], fields=fields, current=row.get("note") == "current")


def face(answer: EditAnswer, rows: Sequence[Facts]) -> dict[str, Any]:
    """Return an answer as JSON; a shot carries the fields its row had, and those that changed."""
    given = {row["id"]: row for row in rows}
    usual = tuple(dict.fromkeys(field for row in rows for field in row)) or _USUAL
    before = {shot.id: shot for shot in shots_of(rows).shots}
    return {
        "type": answer.type,
        "shots": [
            _row(shot, given.get(shot.id), before.get(shot.id), usual)
            for shot in answer.shots.shots
        ],
        "commands": [command.model_dump(mode="json") for command in answer.commands],
        "say": answer.say,
        "flag": answer.flag.model_dump(mode="json") if answer.flag else None,
    }


_USUAL = (
    "id",
    "no",
    "kind",
    "framing",
    "angle",
    "lens",
    "light",
    "set",
    "pose",
    "garments",
    "props",
    "talent",
    "aspect",
    "priority",
)


def _row(
    shot: Shot, given: Facts | None, before: Shot | None, usual: tuple[str, ...]
) -> dict[str, Any]:
    now = shot.model_dump(mode="json")
    if given is None:
        return {field: now.get(field) for field in usual}
    row = dict(given)
    for field, value in now.items():
        was = before.model_dump(mode="json").get(field) if before else None
        if value != was:
            row[field] = value
    return row | {"no": shot.no}
