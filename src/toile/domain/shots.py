"""Shot and ShotList: the professional table. Edits make new values and touch only what is named."""

from collections.abc import Iterable
from typing import Literal, Self

from toile.domain.errors import CommandRefused
from toile.domain.ids import ShotId
from toile.domain.values import Value

Kind = Literal["still", "video"]
Priority = Literal["must", "should", "could"]


class Reason(Value):
    """Why a choice was made: a fact of the brief or a passage of the brand's book."""

    field: str
    because: str
    source: str = ""


class Shot(Value):
    """One set-up in front of the camera, in the words a set would use.

    Free words stay the director's words; ratios are ``W:H``; ``lens`` is ``35mm`` or
    ``100mm macro``. ``group`` names the set-up that shares light and set; ``grade`` is what is done
    to the whole picture afterwards: ``black and white, film grain``.
    """

    id: ShotId
    no: int = 1
    kind: Kind = "still"
    framing: str | None = None
    angle: str | None = None
    lens: str | None = None
    light: str | None = None
    grade: str | None = None
    set: str | None = None
    pose: str | None = None
    garments: tuple[str, ...] = ()
    props: tuple[str, ...] = ()
    talent: tuple[str, ...] = ()
    aspect: str | None = None
    priority: Priority = "should"
    title: str = ""
    look: str | None = None
    group: str | None = None
    aperture: str | None = None
    movement: str | None = None
    seconds: int | None = None
    files: int = 1
    expression: str | None = None
    hair: str | None = None
    make_up: str | None = None
    copy_space: str | None = None
    channel: str | None = None
    products: tuple[str, ...] = ()
    must_not: tuple[str, ...] = ()
    notes: str | None = None
    locked: tuple[str, ...] = ()
    reasons: tuple[Reason, ...] = ()

    def with_(self, **changes: object) -> Self:
        """Return a copy with the named fields changed, checked against the field types."""
        return type(self).model_validate(self.model_dump() | changes)


class ShotList(Value):
    """Shots in order, numbered 1..n."""

    shots: tuple[Shot, ...] = ()

    @classmethod
    def of(cls, shots: Iterable[Shot]) -> Self:
        """Make a list in the given order and number it 1..n."""
        return cls(shots=tuple(shot.with_(no=no) for no, shot in enumerate(shots, start=1)))

    def __len__(self) -> int:
        return len(self.shots)

    @property
    def ids(self) -> tuple[ShotId, ...]:
        """Return the ids in order."""
        return tuple(shot.id for shot in self.shots)

    def shot(self, shot_id: str) -> Shot:
        """Return the shot, or refuse by name."""
        for shot in self.shots:
            if shot.id == shot_id:
                return shot
        raise CommandRefused(f"There is no shot {shot_id!r} on this board.")

    def numbered(self, no: int) -> Shot:
        """Return the shot that people see as number ``no``."""
        for shot in self.shots:
            if shot.no == no:
                return shot
        raise CommandRefused(
            f"There is no shot {no}.", hint=f"The board has shots 1 to {len(self.shots)}."
        )

    def with_shot(self, changed: Shot) -> Self:
        """Return the list with one shot replaced by its new value."""
        self.shot(changed.id)
        return type(self).of(changed if shot.id == changed.id else shot for shot in self.shots)

    def with_inserted(self, shot: Shot, at: int) -> Self:
        """Return the list with a shot put at place ``at``, counted from 1."""
        shots = list(self.shots)
        shots.insert(max(0, min(at - 1, len(shots))), shot)
        return type(self).of(shots)

    def without(self, *shot_ids: str) -> Self:
        """Return the list without the named shots."""
        for shot_id in shot_ids:
            self.shot(shot_id)
        return type(self).of(shot for shot in self.shots if shot.id not in shot_ids)

    def ordered(self, shot_ids: Iterable[str]) -> Self:
        """Return the list in the given order of ids, which must name every shot once."""
        order = tuple(shot_ids)
        if sorted(order) != sorted(shot.id for shot in self.shots):
            raise CommandRefused("The new order must name every shot once.")
        return type(self).of(self.shot(shot_id) for shot_id in order)
