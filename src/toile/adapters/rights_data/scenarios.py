"""Scenario files: a base with overlays, as the values that a decision takes.

Belongs here: the file's format, laying one map over another, answers as JSON. Does not know: rules.
A scenario has one flat licence form; each becomes a ``Licence`` with one grant.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from toile.adapters.rights_data.flat_licence import licence_of, state_of
from toile.adapters.rights_data.yaml_file import read_path
from toile.domain.consent import Consent, ConsentElements
from toile.domain.days import read_instant
from toile.domain.errors import BadInput
from toile.domain.licences import Licence
from toile.domain.rights import (
    Booking,
    Exclusivity,
    Hold,
    RightsTables,
    ToolFacts,
    TwinFacts,
    UseRequest,
    Window,
    World,
)

Map = Mapping[str, Any]
REQUEST_FIELDS = frozenset(UseRequest.model_fields) - {"twins", "window", "unknown"}


@dataclass(frozen=True)
class Scenario:
    """One question with its expected answer, where the file states one."""

    id: str
    title: str
    request: UseRequest
    licences: tuple[Licence, ...]
    consents: tuple[Consent, ...]
    world: World
    instant: datetime
    expected: Map


@dataclass(frozen=True)
class Unreadable:
    """A scenario whose values cannot be read, and why; the others of its file still count."""

    id: str
    why: str


def read_scenarios(path: Path, tables: RightsTables) -> tuple[Scenario | Unreadable, ...]:
    """Return every scenario of a file. Raises ``BadInput`` when it is no such file."""
    found = read_path(path)
    if not isinstance(found, dict) or not isinstance(found.get("scenarios"), list):
        raise BadInput(
            f"{path.name} has no list of scenarios.", hint="Keys: base, base_licence, scenarios."
        )
    return tuple(_scenarios(found, tables))


def _scenarios(found: Map, tables: RightsTables) -> Iterator[Scenario | Unreadable]:
    base, plain = found.get("base") or {}, found.get("base_licence") or {}
    now = _now(found)
    for number, own in enumerate(found["scenarios"], start=1):
        name = str(own.get("id", number)) if isinstance(own, dict) else str(number)
        try:
            yield _scenario(name, overlay(base, own), plain, now, tables)
        except (ValidationError, KeyError, TypeError, ValueError, AttributeError) as fault:
            yield Unreadable(name, f"Scenario {name} cannot be read: {_brief(fault)}.")


def overlay(base: Any, own: Any) -> Any:
    """Return ``own`` laid over ``base``: maps key by key, lists and plain values replace."""
    if not isinstance(base, dict) or not isinstance(own, dict):
        return own
    both = {**base, **{key: overlay(base.get(key), value) for key, value in own.items()}}
    return both


def _now(found: Map) -> datetime:
    try:
        day = (found.get("meta") or {}).get("date")
        return _instant(day) if day else datetime(2026, 11, 23, tzinfo=UTC)
    except (ValueError, TypeError, AttributeError) as fault:
        raise BadInput("The date under `meta` cannot be read.", hint="2026-11-23.") from fault


def _instant(given: Any) -> datetime:
    moment = read_instant(given)
    if not isinstance(moment, datetime):
        raise ValueError(f"{given!r} is not a moment")
    return moment


def _expected(given: Any) -> Map:
    if not isinstance(given, dict) or not isinstance(given.get("duties") or [], list):
        raise ValueError("expected names a decision, a reason and a list of duties")
    return {**given, "duties": [str(duty) for duty in given.get("duties") or []]}


def _scenario(name: str, laid: Map, plain: Map, now: datetime, tables: RightsTables) -> Scenario:
    asked = laid.get("request") or {}
    twin = laid.get("twin") or {}
    twins = tuple(asked.get("twins") or ([twin["id"]] if twin.get("id") else ()))
    flat = [overlay(plain, one) for one in laid.get("licences", [{}])]
    at = asked.get("at")
    return Scenario(
        id=name,
        title=laid.get("title", ""),
        request=_request(asked, twins, at is None),
        licences=tuple(licence_of(one) for one in flat),
        consents=tuple(
            _consent(laid.get("consent"), one, number) for number, one in enumerate(twins)
        ),
        world=_world(laid, twins, flat, tables),
        instant=_instant(at) if at else now,
        expected=_expected(laid["expected"]) if laid.get("expected") else {},
    )


def _request(asked: Map, twins: tuple[str, ...], no_moment: bool) -> UseRequest:
    fields = {key: asked.get(key) for key in REQUEST_FIELDS if key in asked}
    for needed in ("action", "actor", "product", "media", "territory"):
        fields.setdefault(needed, None)
    for listed in ("media", "territory", "modifications", "content_tags"):
        if isinstance(fields.get(listed), str):
            fields[listed] = (fields[listed],)
    window = asked.get("window")
    return UseRequest.model_validate(
        {
            **fields,
            "twins": twins,
            "window": window
            if window is None
            else Window(start=window.get("from"), end=window.get("to")),
            "unknown": ("at",) if no_moment else (),
        }
    )


def _consent(given: Map | None, twin: str, number: int) -> Consent:
    found = given if given is not None else {"written": None, "governing_law": None}
    known = frozenset(Consent.model_fields) - {"id", "twin", "elements"}
    return Consent.model_validate(
        {
            "separate_document": None,
            **{key: value for key, value in found.items() if key in known},
            "id": f"consent-{number + 1}",
            "twin": twin,
            "elements": ConsentElements.model_validate(found.get("elements") or {}),
        }
    )


def _world(laid: Map, twins: tuple[str, ...], flat: list[Any], tables: RightsTables) -> World:
    tool = laid.get("tool") or {}
    return World(
        tables=tables,
        twins={one: _facts(laid, one) for one in twins},
        affiliates={key: tuple(value) for key, value in (laid.get("affiliates") or {}).items()},
        exclusivities=tuple(_claim(Exclusivity, one) for one in laid.get("exclusivities") or ()),
        holds=tuple(_claim(Hold, one) for one in laid.get("holds") or ()),
        bookings=tuple(_claim(Booking, one) for one in laid.get("bookings") or ()),
        states={str(one.get("id")): state_of(one) for one in flat},
        tool=ToolFacts(on_market=tool.get("provider_mark_system_on_market")),
    )


def _facts(laid: Map, twin: str) -> TwinFacts:
    own, subject = laid.get("twin") or {}, laid.get("subject") or {}
    return TwinFacts(
        id=twin,
        version=own.get("version"),
        recognisable=own.get("recognisable"),
        standing_prohibited_content=own.get("standing_prohibited_content"),
        birth_date=_day(subject.get("birth_date")),
        capture_date=_day(subject.get("capture_date")),
        deceased_on=_day(subject.get("deceased_on")),
        deceased_known=subject.get("deceased_known"),
    )


def _day(given: Any) -> date | None:
    return date.fromisoformat(given) if isinstance(given, str) else given


def _claim(kind: Any, one: Map) -> Any:
    renamed = {"from": "start", "to": "end"}
    fields = {renamed.get(key, key): value for key, value in one.items()}
    known = {key: value for key, value in fields.items() if key in kind.model_fields}
    for listed in ("products", "territory", "media", "competitors"):
        value = known.get(listed)
        if isinstance(value, str):
            known[listed] = (value,)
        elif value is None:
            known.pop(listed, None)
    return kind.model_validate(known)


def _brief(fault: Exception) -> str:
    if isinstance(fault, ValidationError):
        first = fault.errors()[0]
        return f"{'.'.join(str(part) for part in first['loc'])}: {first['msg']}"
    return str(fault)
