"""Commands that bring a shot nearer to another, or further from it, in how it is seen.

How a shot is seen is its framing, angle, lens and light. Who and what is in it, the place, the
pose and the ratio are what a shot is of, and stay.
"""

from typing import Literal, get_args

from toile.domain.command_base import BaseCommand, Shots, named
from toile.domain.editing import EditContext, said, value_of, with_field
from toile.domain.errors import CommandRefused
from toile.domain.shots import Shot, ShotList

Seen = Literal["framing", "angle", "lens", "light"]
SEEN: tuple[Seen, ...] = get_args(Seen)


class MoreLike(BaseCommand):
    """Bring some shots nearer to another: take over its framing, angle, lens and light, or the
    named fields, wherever they differ. What is locked stays.
    """

    do: Literal["more_like"] = "more_like"
    shots: Shots
    source: str
    fields: tuple[str, ...] = SEEN

    def change(self, shots: ShotList, context: EditContext) -> ShotList:
        source = shots.shot(self.source)
        before = shots
        for shot_id in self.shots:
            shot = shots.shot(shot_id)
            for field in self._taken(shot, source):
                shot = with_field(shot, field, value_of(source, field))
            shots = shots.with_shot(shot)
        if shots == before:
            raise CommandRefused(self._why_not(shots, source))
        return shots

    def words(self, context: EditContext) -> str:
        source = context.shots.shot(self.source)
        known = [shot for shot in context.shots.shots if shot.id in self.shots]
        fields = [f for f in self.fields if any(f in self._taken(shot, source) for shot in known)]
        taken = ", ".join(f"{said(field)} {value_of(source, field)}" for field in fields)
        nearer = f"{named(self.shots, context)} more like {named((self.source,), context)}"
        return f"{nearer}: {taken}" if taken else nearer

    def _taken(self, shot: Shot, source: Shot) -> list[str]:
        return [
            field
            for field in self.fields
            if field not in shot.locked
            and value_of(source, field) not in (None, value_of(shot, field))
        ]

    def _why_not(self, shots: ShotList, source: Shot) -> str:
        numbers = ", ".join(str(shots.shot(i).no) for i in self.shots)
        fields = ", ".join(map(said, self.fields))
        return f"Shot {numbers} and shot {source.no} do not differ in what may change: {fields}."


class LessLike(BaseCommand):
    """Move one field that a shot shares with another one step away from it."""

    do: Literal["less_like"] = "less_like"
    shot: str
    other: str
    field: Seen
    to: str

    def change(self, shots: ShotList, context: EditContext) -> ShotList:
        shot, other = shots.shot(self.shot), shots.shot(self.other)
        if value_of(other, self.field) == self.to:
            raise CommandRefused(f"The {said(self.field)} of shot {other.no} is {self.to} itself.")
        return shots.with_shot(with_field(shot, self.field, self.to))

    def words(self, context: EditContext) -> str:
        one, other = named((self.shot,), context), named((self.other,), context)
        return f"{one} less like {other}: {said(self.field)} becomes {self.to}"
