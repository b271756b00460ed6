"""What has been understood so far while the clauses of a message are read."""

from dataclasses import dataclass, field

from toile.domain.brief import Flag
from toile.domain.commands import Command, EditContext, apply
from toile.domain.errors import CommandRefused
from toile.domain.shots import Shot, ShotList


@dataclass
class Outcome:
    """Commands and remarks; ``shots`` is the board after the commands so far.

    ``read`` are places of words that a command took up without writing them.
    """

    context: EditContext
    shots: ShotList
    commands: list[Command] = field(default_factory=list)
    asks: list[str] = field(default_factory=list)
    doubts: list[str] = field(default_factory=list)
    unheard: list[str] = field(default_factory=list)
    cannot: list[str] = field(default_factory=list)
    beyond: list[str] = field(default_factory=list)
    answers: list[str] = field(default_factory=list)
    kept: list[str] = field(default_factory=list)
    already: list[str] = field(default_factory=list)
    ends: list[tuple[str, str]] = field(default_factory=list)
    flags: list[Flag] = field(default_factory=list)
    last: tuple[str, ...] = ()
    marks: list[tuple[int, ShotList]] = field(default_factory=list)
    last_fields: tuple[str, ...] = ()
    last_item: tuple[str, str] | None = None
    spared: list[tuple[frozenset[str], frozenset[str]]] = field(default_factory=list)
    read: set[int] = field(default_factory=set)

    @property
    def spoken(self) -> EditContext:
        """Return the context with the shot that the message itself spoke of last."""
        if len(self.last) != 1:
            return self.context
        return self.context.model_copy(update={"last_mentioned": self.last[0]})

    def told_where(self, way: str) -> None:
        """Answer where something is done, instead of asking which shot is meant."""
        for remarks in (self.asks, self.cannot, self.beyond, self.kept, self.answers):
            remarks.clear()
        self.answers.append(way)

    def do(self, command: Command) -> bool:
        """Take a command on if the board can take it; else note why not."""
        if command in self.commands:
            return True
        if self._is_gone(command):
            self.already.append(f"{command.items[0]} is out already.")  # type: ignore[union-attr]
            return True
        there = self._is_there(command)
        if there:
            self.already.append(there)
            return True
        if self._people_as_things(command):
            return False
        try:
            after = apply([command], self.context.model_copy(update={"shots": self.shots}))
        except CommandRefused as refused:
            self.cannot.append(str(refused))
            return False
        self.commands.append(command)
        if command.do in ("add_items", "remove_items"):
            self.last_item = (command.field, command.items[0])
        if command.do == "move_shots":
            self.last = tuple(command.shots)
        self.shots = after
        return True

    def _is_there(self, command: Command) -> str:
        """Return a remark where "the hat" is added to a shot that has the straw hat; else ""."""
        if command.do != "add_items" or command.field not in ("garments", "props"):
            return ""
        told = []
        for shot in (self.shots.shot(one) for one in command.shots):
            held = {one.split()[-1]: one for one in getattr(shot, command.field) if " " in one}
            if not all(item in held for item in command.items):
                return ""
            told += [f"Shot {shot.no} has {held[item]} already." for item in command.items]
        return " ".join(told)

    def _people_as_things(self, command: Command) -> bool:
        """Whether somebody's name would become a thing in a hand; note where she is already."""
        if command.do != "add_items" or command.field not in ("garments", "props"):
            return False
        known = {name for shot in self.context.shots.shots for name in shot.talent}
        people = {name.casefold(): name for name in (*known, *(self.context.twins or ()))}
        named = [people[one.casefold()] for one in command.items if one.casefold() in people]
        for shot in (self.shots.shot(one) for one in command.shots):
            self.already += [f"Shot {shot.no} has {n} already." for n in named if n in shot.talent]
        return bool(named)

    def _is_gone(self, command: Command) -> bool:
        """Whether "put Tom in 1 and take Nora out" has done the second with the first."""
        if command.do != "remove_items":
            return False
        before: dict[str, Shot] = {shot.id: shot for shot in self.context.shots.shots}
        held = [(before.get(one), self.shots.shot(one)) for one in command.shots]
        return all(
            old is not None
            and set(command.items) <= set(getattr(old, command.field))
            and not set(command.items) & set(getattr(now, command.field))
            for old, now in held
        )

    def rebuilt(self) -> ShotList:
        """Return the board after the commands that are still there."""
        return apply(self.commands, self.context)

    def said(self) -> int:
        """Return how much has come of the message so far."""
        told = (self.commands, self.asks, self.cannot, self.already, self.ends, self.kept)
        return sum(len(one) for one in told)

    def tell_ends(self) -> None:
        """Tell of a scale that is at its end where nothing else was done for that shot."""
        done = {shot for command in self.commands for shot in touched(command)}
        self.cannot += [why for shot, why in self.ends if shot not in done]


def touched(command: Command) -> tuple[str, ...]:
    """Return the shots that a command names as its own."""
    one = getattr(command, "shot", None)
    many = tuple(getattr(command, "shots", ()))
    return (one, *many) if isinstance(one, str) else many
