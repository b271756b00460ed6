"""People from a YAML file that an admin keeps, read anew when it changes; verbs from our own data.

A person of the file: ``id`` (the address they sign in with), ``name``, ``brands``, ``roles``, and
``twins`` for an owner. What the file gets wrong is said with the person it is about.
"""

from importlib.resources import files
from pathlib import Path
from threading import Lock
from typing import Any

import yaml
from pydantic import ValidationError

from toile.domain.errors import SettingMissing
from toile.domain.people import Person, VerbTable, alone


def verb_table() -> VerbTable:
    """Return the table of verbs and roles."""
    text = (files("toile") / "data" / "people" / "verbs.yaml").read_text(encoding="utf-8")
    return VerbTable.model_validate(yaml.safe_load(text))


class OneForAll:
    """The port ``People`` of a studio of one: whoever sits here holds every role."""

    def person(self, login: str) -> Person | None:
        """Return the person of that name, with every role."""
        return alone(login)

    def everybody(self) -> tuple[Person, ...]:
        """Return nobody: there is no list."""
        return ()


class PeopleFile:
    """The port ``People`` from a YAML file."""

    def __init__(self, path: Path) -> None:
        self._path, self._lock = path, Lock()
        self._seen: tuple[int, int] | None = None
        self._people: dict[str, Person] = {}

    def person(self, login: str) -> Person | None:
        """Return who signs in so, whatever the case of the letters."""
        return self._read().get(_key(login))

    def everybody(self) -> tuple[Person, ...]:
        """Return the whole list."""
        return tuple(self._read().values())

    def _read(self) -> dict[str, Person]:
        try:
            found = self._path.stat()
            with self._lock:
                seen = (found.st_mtime_ns, found.st_size)
                if seen != self._seen:
                    self._people = _people(self._path.read_text(encoding="utf-8"))
                    self._seen = seen
                return self._people
        except (OSError, UnicodeDecodeError) as error:
            raise SettingMissing(
                "The list of people cannot be read, so nobody is let in.",
                hint="Check the file that TOILE_PEOPLE names.",
            ) from error


def _people(text: str) -> dict[str, Person]:
    try:
        rows = yaml.safe_load(text)
    except (yaml.YAMLError, ValueError, TypeError, RecursionError) as error:
        raise _unreadable("it is not YAML") from error
    listed = rows.get("people") if isinstance(rows, dict) else None
    if not isinstance(listed, list):
        raise _unreadable("it has no list called `people`")
    people = [_person(row, number) for number, row in enumerate(listed, start=1)]
    by_login = {_key(person.id): person for person in people}
    if len(by_login) != len(people):
        raise _unreadable("somebody is on it twice")
    return by_login


def _person(row: Any, number: int) -> Person:
    try:
        return Person.model_validate(row)
    except ValidationError as error:
        first = error.errors()[0]
        where = ".".join(map(str, first["loc"]))
        raise _unreadable(f"person {number}, {where}: {first['msg'].lower()}") from error


def _unreadable(why: str) -> SettingMissing:
    return SettingMissing(
        f"The list of people does not hold, so nobody is let in: {why}.",
        hint="Mend the file that TOILE_PEOPLE names.",
    )


def _key(login: str) -> str:
    return login.strip().casefold()
