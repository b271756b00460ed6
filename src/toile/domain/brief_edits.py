"""Change one fact of a brief, as a command names it. Other facts stay."""

from pydantic import ValidationError

from toile.domain.board_commands import SetBrief
from toile.domain.brief import Brief
from toile.domain.errors import CommandRefused

MAIN_PART = {"deadline": "date", "budget": "amount"}


def with_fact(brief: Brief, edit: SetBrief) -> Brief:
    """Return the brief with one fact set, added to or taken from; raises ``CommandRefused``."""
    field, _, part = edit.field.partition(".")
    part = part or MAIN_PART.get(field, "")
    if field not in Brief.model_fields or field in {"text", "evidence", "language"}:
        raise CommandRefused(f"A brief has no fact called {edit.field!r}.")
    now = brief.model_dump()
    try:
        return Brief.model_validate(now | {field: _changed(now[field], part, edit)})
    except ValidationError as error:
        raise CommandRefused(f"{edit.value!r} cannot be the brief's {field}.") from error


def _changed(now: object, part: str, edit: SetBrief) -> object:
    if part:
        whole = dict(now) if isinstance(now, dict) else {}
        return whole | {part: edit.value}
    if isinstance(now, tuple | list):
        return _listed(tuple(now), edit)
    return None if edit.mode == "remove" else edit.value


def _listed(now: tuple[object, ...], edit: SetBrief) -> tuple[object, ...]:
    given = edit.value if isinstance(edit.value, tuple) else (edit.value,)
    if edit.mode == "add":
        return (*now, *(one for one in given if one not in now))
    if edit.mode == "remove":
        return tuple(one for one in now if one not in given)
    return tuple(given)
