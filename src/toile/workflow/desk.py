"""A desk: the studio as one person may use it. Every verb is checked here, whoever calls it.

Pages and commands are given desks only. A verb is checked against the table of verbs, then done in
the person's own name. What has no row in the table is not there; what belongs to another brand is
not on file, as far as this person can see.
"""

from collections.abc import Callable
from dataclasses import dataclass
from functools import wraps
from inspect import BoundArguments, signature
from typing import TYPE_CHECKING, Any

from toile.domain.brief import LICENCES
from toile.domain.errors import NotAllowed
from toile.domain.people import EVERY, Allowed, Person, Subject, VerbRow, VerbTable, may
from toile.workflow.access import Whose, known, permit
from toile.workflow.guests import Guests
from toile.workflow.ports import People
from toile.workflow.studio import Studio
from toile.workflow.values import BoardLine, DraftLine
from toile.workflow.verified import Verification

if TYPE_CHECKING:
    # To the type checker a desk has the studio's verbs; when it runs, only those with a row.
    _Verbs = Studio
else:
    _Verbs = object

NOWHERE = Subject()


class Desk(_Verbs):
    """The verbs of the studio, for one person."""

    def __init__(self, studio: Studio, person: Person, table: VerbTable, whose: Whose) -> None:
        self.__dict__.update(
            person=person, _inner=studio, _table=table, _whose=whose, _parts=table.parts()
        )

    person: Person
    _table: VerbTable
    _whose: Whose

    def __getattr__(self, name: str) -> Any:
        if name in self._parts:
            return _Part(self, name, getattr(self._inner, name))
        return self._checked(name, self._row(name), getattr(self._inner, name))

    def allows(self, verb: str, about: Any = None) -> bool:
        """Say whether this person may do a verb, so that a page offers only what can be done."""
        row = self._row(verb)
        return isinstance(may(self.person, row, self._subject(row, about)), Allowed)

    def can(self, verb: str) -> bool:
        """Say whether this person's roles have a verb at all, wherever they reach."""
        return bool(set(self.person.roles) & set(self._row(verb).roles))

    def must(self, verb: str, about: Any = None) -> Person:
        """Return the person, or raise as the verb itself would."""
        row = self._row(verb)
        permit(self.person, row, self._subject(row, about))
        return self.person

    def _row(self, verb: str) -> VerbRow:
        row = self._table.verbs.get(verb)
        if row is None:
            raise AttributeError(f"The verb {verb!r} has no row in the table of verbs.")
        return row

    def _subject(self, row: VerbRow, about: Any) -> Subject:
        person: Person = self.person
        if person.everywhere or row.of == "house" or about is None:
            return NOWHERE
        return self._whose(row.of, about, person.brands)

    def _checked(self, verb: str, row: VerbRow, function: Callable[..., Any]) -> Callable[..., Any]:
        shape = signature(function)

        @wraps(function)
        def act(*args: Any, **named: Any) -> Any:
            if "by" in shape.parameters:
                named["by"] = self.person.name
            bound = shape.bind(*args, **named)
            self._fill_brand(row, bound)
            self.must(verb, bound.arguments.get(row.of))
            self._no_way_round(verb, bound)
            return self._seen(function(*bound.args, **bound.kwargs))

        return act

    def _fill_brand(self, row: VerbRow, bound: BoundArguments) -> None:
        """Begin under the person's own brand where none is named: the one the words name first."""
        person: Person = self.person
        if row.of != "brand" or bound.arguments.get("brand") or EVERY in person.brands:
            return
        text = str(bound.arguments.get("text", "")).casefold()
        named = [brand for brand in person.brands if brand.replace("-", " ") in text]
        bound.arguments["brand"] = next(iter((*named, *person.brands)), None)

    def _no_way_round(self, verb: str, bound: BoundArguments) -> None:
        """Refuse an answer that would put a board under a brand this person does not work for."""
        asked = bound.arguments
        if verb != "answer" or asked["about"] != LICENCES:
            return
        brand = self._inner.understand.brand_named(asked["answer"])
        if brand is not None and not self.person.works_for(brand):
            raise NotAllowed("You do not work for that brand.", hint="Ask an admin.")

    def _seen(self, result: Any) -> Any:
        """Leave out of a list, and of what Verify found, what belongs to another brand."""
        if isinstance(result, Verification):
            return result.seen_by(lambda draft: self.allows("picture", draft))
        if self.person.everywhere or not isinstance(result, tuple):
            return result
        if not result or not isinstance(result[0], BoardLine | DraftLine):
            return result
        if isinstance(result[0], BoardLine):
            return tuple(line for line in result if self.person.works_for(line.brand))
        # Asked once a board: a list of drafts has thousands of lines and a few boards.
        boards = {line.board for line in result}
        mine = {one for one in boards if self.person.works_for(self._whose.board_id(one).brand)}
        return tuple(
            line for line in result if line.board in mine or self.person.owns(tuple(line.twins))
        )


class _Part:
    """A group of verbs on a desk: the owner's, the offers."""

    def __init__(self, desk: Desk, name: str, inner: Any) -> None:
        self._desk, self._name, self._inner = desk, name, inner

    def __getattr__(self, name: str) -> Any:
        verb = f"{self._name}.{name}"
        row = self._desk._row(verb)
        return self._desk._checked(verb, row, getattr(self._inner, name))


@dataclass(frozen=True)
class Desks:
    """Gives everybody who works here a desk of their own."""

    studio: Studio
    people: People
    table: VerbTable
    whose: Whose
    guests: Guests

    def desk(self, login: str) -> Desk:
        """Return the desk of a login; raises ``NotAllowed`` for one that nobody has."""
        return Desk(self.studio, known(self.people, login), self.table, self.whose)
