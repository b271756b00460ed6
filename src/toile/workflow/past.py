"""A board's past as the interpreter may see it: steps as differences, versions as snapshots."""

from itertools import pairwise

from toile.domain.board import Board, Panel
from toile.domain.commands import LoggedChange, LogStep, ShotVersion
from toile.domain.ids import ShotId
from toile.domain.shots import Shot, ShotList
from toile.workflow.ports import Boards

LOGGED = 6
RECORDED = tuple(field for field in Shot.model_fields if field not in {"id", "no", "reasons"})


def steps_of(board: Board, boards: Boards) -> tuple[LogStep, ...]:
    """Return the last steps as differences, for "undo the light, keep the rest"."""
    back = [boards.board(board.id, number) for number in board.undo_to[-LOGGED:]]
    ahead = [boards.board(board.id, number) for number in reversed(board.redo_to[-2:])]
    states = [*back, board, *ahead]
    return tuple(
        _step(n, before.shots, after.shots, undone=n > len(back))
        for n, (before, after) in enumerate(pairwise(states), start=1)
    )


def snapshots(panel: Panel) -> tuple[ShotVersion, ...]:
    return tuple(
        ShotVersion(
            v=version.number,
            fields={field: getattr(version.shot, field) for field in RECORDED},
            current=version.number == panel.current,
        )
        for version in panel.versions
    )


def _step(n: int, before: ShotList, after: ShotList, *, undone: bool) -> LogStep:
    old = {shot.id: shot for shot in before.shots}
    left = {shot.id for shot in after.shots}
    changes = tuple(
        LoggedChange(
            shot=shot.id,
            field=field,
            before=getattr(old[shot.id], field),
            after=getattr(shot, field),
        )
        for shot in after.shots
        if shot.id in old
        for field in RECORDED
        if getattr(old[shot.id], field) != getattr(shot, field)
    )
    deleted = tuple(shot for shot in before.shots if shot.id not in left)
    moved = [i for i in before.ids if i in left] != [i for i in after.ids if i in old]
    return LogStep(
        n=n,
        changes=changes,
        deleted=deleted,
        order_before=before.ids if moved and not deleted and before.ids else (),
        undone=undone,
    )


def last_mentioned(board: Board) -> ShotId | None:
    for turn in reversed(board.talk):
        if turn.shots:
            return turn.shots[-1]
    return None
