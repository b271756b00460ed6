"""The wiring of a checkup: every fact of this set-up, read from where it lives."""

from difflib import get_close_matches
from typing import TYPE_CHECKING, Final

from pydantic import SecretStr

from toile import bootstrap
from toile.bootstrap import painting
from toile.bootstrap.people import people
from toile.bootstrap.pictures import given_credentials, mark_styles
from toile.domain import ledger
from toile.domain.checkup import Address, Certificate, Finding, Idle, KeptRecords, SetUp
from toile.domain.errors import ToileError
from toile.domain.examine import examine, signing
from toile.domain.people import Role
from toile.settings import Settings

if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import Any


# Read by the command line itself, where it tells of a fault of its own.
TRACE: Final = "TOILE_TRACE"
# What does nothing by itself, and what it needs.
_NEEDS: Final = {
    "model_url": "model",
    "model_key": "model",
    "embedding_url": "embedding_model",
    "embedding_key": "embedding_model",
    "painter_url": "painter",
    "painter_key": "painter_url",
    "painter_levers": "painter",
    "face_reader": "painter",
}


def checkup(settings: Settings) -> tuple[Finding, ...]:
    """Return what is fine, unsafe or broken here.

    The records are opened as any command opens them, so an older set is brought up to date;
    nothing else is made or changed.
    """
    from toile.adapters.checkup import machine
    from toile.adapters.system import SystemClock

    home = settings.folder
    secrets = machine.secret_files(home, settings.signing_key)
    facts: dict[str, Any] = {
        "home": machine.data_folder(home),
        "readable_secrets": machine.readable_by_others(secrets),
        "url": settings.url,
        "certificate": _certificate(settings),
        "records": _records(settings),
        "addresses": tuple(_addresses(settings)),
        "idle": tuple(_idle(settings)),
        "painter": settings.painter,
        "no_painter": painting.why_not_painting(settings) if settings.painter else "",
        "levers_missed": painting.levers_missed(settings),
        "face_reader": settings.face_reader,
        "no_likeness": painting.why_no_likeness(settings) if settings.face_reader else "",
        "tools": machine.tools(),
    }
    return examine(
        SetUp(
            **facts,
            **_people(settings),
            **_marks(settings),
            **_rate_card(settings),
            **_signing_in(),
        ),
        SystemClock().now(),
    )


def refuse_broken(settings: Settings) -> None:
    """Raise what would stop every page: records, people, marks, certificate, prices, secrets."""
    signs_in()
    bootstrap.records(settings).close()
    people(settings).everybody()
    mark_styles(settings).check()
    given_credentials(settings)
    if settings.rate_card:
        bootstrap.rate_card(settings.rate_card)


def unsigned(settings: Settings) -> str:
    """Return why no draft can be signed today, or nothing; whatever else still works."""
    from toile.adapters.system import SystemClock

    found = signing(_certificate(settings), SystemClock().now())
    return f"{found.say} {found.do}".strip() if found.state == "broken" else ""


def _people(settings: Settings) -> "dict[str, Any]":
    from toile.adapters.checkup import machine
    from toile.adapters.people.yaml_file import PeopleFile

    if settings.people is None:
        return {"people": "one"}
    file = settings.people.expanduser()
    try:
        everybody = PeopleFile(file).everybody()
    except ToileError as error:
        return {"people": "unreadable", "people_problem": str(error)}
    return {
        "people": "listed",
        "admins": sum(Role.ADMIN in person.roles for person in everybody),
        "people_writable": machine.writable_by_others(file),
    }


def _marks(settings: Settings) -> "dict[str, Any]":
    try:
        return {"brands_with_marks": len(mark_styles(settings).check())}
    except ToileError as error:
        return {"marks_problem": str(error)}


def _rate_card(settings: Settings) -> "dict[str, Any]":
    if not settings.rate_card:
        return {"rate_card": "none"}
    try:
        bootstrap.rate_card(settings.rate_card)
    except ToileError as error:
        return {"rate_card": "unreadable", "rate_card_problem": str(error)}
    return {"rate_card": "read"}


def signs_in() -> bool:
    """Say whether people are asked to sign in, as Streamlit will read it."""
    from toile.adapters.checkup import machine

    return machine.cookie_secret() is not None


def _signing_in() -> "dict[str, Any]":
    from toile.adapters.checkup import machine

    length = machine.cookie_secret()
    return {"signs_in": length is not None, "cookie_secret": length or 0}


def _certificate(settings: Settings) -> Certificate:
    from toile.adapters.provenance.development_keys import development_chain
    from toile.adapters.provenance.running_out import begins, runs_out

    try:
        if given_credentials(settings) and settings.signing_chain:
            chain = settings.signing_chain
            return Certificate(own=True, begins=begins(chain), ends=runs_out(chain))
        made = development_chain(settings.folder / "keys")
        return Certificate(own=False, ends=runs_out(made) if made else None)
    except ToileError as error:
        return Certificate(own=False, problem=str(error))


def _addresses(settings: Settings) -> "Iterator[Address]":
    from sqlalchemy.engine import make_url
    from sqlalchemy.exc import ArgumentError

    from toile.adapters.checkup import machine

    for table, url in machine.identity_addresses():
        setting = f"server_metadata_url in [{table}]"
        yield Address(setting=setting, url=url, encrypted=url.startswith("https:"))
    for name in ("model_url", "embedding_url", "painter_url", "chroma_url"):
        if url := str(getattr(settings, name)):
            setting = f"TOILE_{name.upper()}"
            answers = name != "chroma_url" or machine.answers(url)
            encrypted = url.startswith("https:")
            yield Address(setting=setting, url=url, encrypted=encrypted, answers=answers)
    if settings.database_url:
        try:
            server = make_url(settings.database_url)
        except (ArgumentError, ValueError):
            # Opening the records says so.
            return
        yield Address(
            setting="TOILE_DATABASE_URL",
            url=f"//{server.host or ''}",
            encrypted=server.query.get("sslmode") in ("require", "verify-ca", "verify-full"),
        )


def _idle(settings: Settings) -> "Iterator[Idle]":
    from toile.adapters.checkup import machine

    known = [f"TOILE_{name.upper()}" for name in Settings.model_fields]
    for name in machine.named_settings():
        if name.upper() not in (*known, TRACE):
            meant = get_close_matches(name.upper(), known, 1)
            yield Idle(setting=name, meant=meant[0] if meant else "")
    for name, without in _NEEDS.items():
        given = getattr(settings, name)
        value = given.get_secret_value() if isinstance(given, SecretStr) else given
        if value and not getattr(settings, without):
            setting = f"TOILE_{name.upper()}"
            yield Idle(setting=setting, without=f"TOILE_{without.upper()}")


def _records(settings: Settings) -> KeptRecords:
    if not settings.database_url and not (settings.folder / "toile.db").exists():
        return KeptRecords(there=False)
    try:
        kept = bootstrap.records(settings)
        entries = kept.ledger.entries()
        broken = ledger.verify(entries) or kept.ledger.cut(entries)
        kept.close()
    except ToileError as error:
        return KeptRecords(problem=str(error))
    if broken is not None:
        say = f"The ledger is broken at entry {broken.number}: {broken.why}."
        return KeptRecords(problem=say)
    latest = max((entry.fact.at for entry in entries), default=None)
    return KeptRecords(entries=len(entries), latest=latest)
