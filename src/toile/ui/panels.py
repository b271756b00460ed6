"""Reads everything a wall is made from, in one place: board, decisions, pictures, work."""

from toile.domain.board import Board, Panel
from toile.domain.drafts import DraftStatus
from toile.domain.ids import ShotId
from toile.domain.twins import NoTwin
from toile.ui import services, session
from toile.ui.cards import Standing, Wall
from toile.ui.wording import strictest


def wall_of(board: Board) -> Wall:
    """Return the board with today's decisions, its pictures and the work under way."""
    studio = services.studio()
    held = {one.shot: one.say for one in studio.shares.held_back(board)}
    standings = {
        decided.shot: Standing(
            outcome=strictest(role.decision.outcome for role in decided.casting.roles),
            allowed=decided.allowed,
            people=_people(board.panel(decided.shot), tuple(r.name for r in decided.casting.roles)),
            headline=decided.headline,
            held=held.get(ShotId(decided.shot), ""),
        )
        for decided in studio.decide(board)
    }
    return Wall(
        board=board,
        standings=standings,
        drawn={
            (line.shot, line.version): line.id
            for line in studio.drafts(board)
            if line.state == "finished"
        },
        work={(status.shot, status.version): status for status in statuses(board)},
        viewer=session.person(),
        picked=session.read().picked & {panel.id for panel in board.panels},
    )


def statuses(board: Board) -> tuple[DraftStatus, ...]:
    """Return where the board's drafts stand."""
    return services.studio().statuses(board)


def _people(panel: Panel, names: tuple[str, ...]) -> str:
    empty = [who.reason for who in panel.now.cast if isinstance(who, NoTwin)]
    return ", ".join(names) or (empty[0] if empty else "Nobody cast")
