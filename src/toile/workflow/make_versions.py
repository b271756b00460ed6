"""New versions of shots after an edit: what changed, who plays it now, one more roll, one besides.

A version never changes once it has a picture: whatever is wished for is a new one.
"""

from dataclasses import dataclass

from toile.domain.board import Board, Panel, Version
from toile.domain.commands import AlsoVersion, Redraft, Vary
from toile.domain.ids import TwinId
from toile.domain.shots import Shot, ShotList
from toile.domain.twins import NoTwin
from toile.workflow.cast_shots import CastShots
from toile.workflow.ports import Clock
from toile.workflow.proposal import Proposal, names, same
from toile.workflow.uses import wants_people


@dataclass(frozen=True)
class MakeVersions:
    """Make the versions that a proposal names."""

    clock: Clock
    casts: CastShots

    def after(self, board: Board, proposal: Proposal, by: str) -> tuple[Panel, ...]:
        """Return the panels of the board once the proposal is done."""
        panels = self.panels(board, proposal.answer.shots, proposal.message, by)
        rolled = (self._reseeded(panel, proposal, by) for panel in panels)
        return tuple(self._with_others(board, panel, proposal, by) for panel in rolled)

    def panels(self, board: Board, shots: ShotList, what: str, by: str) -> tuple[Panel, ...]:
        """Return the panels of a list of shots: each changed shot as a new version, shown."""
        known = {panel.id: panel for panel in board.panels}
        return tuple(
            self._panel(board, known.get(shot.id), shot, what=what, by=by) for shot in shots.shots
        )

    def _panel(self, board: Board, panel: Panel | None, shot: Shot, *, what: str, by: str) -> Panel:
        if panel is not None and same(panel.now.shot, shot):
            return panel
        if panel is not None and same(panel.now.shot.with_(locked=shot.locked), shot):
            # A lock changes what may be changed, not the picture: no new version.
            return panel.with_changed(panel.now.model_copy(update={"shot": shot}))
        version = self._version(board, panel, shot, what, by)
        if panel is None:
            return Panel(id=shot.id, versions=(version,), current=1)
        return panel.with_version(version)

    def _version(
        self, board: Board, panel: Panel | None, shot: Shot, what: str, by: str
    ) -> Version:
        before = panel.now if panel else None
        return Version(
            number=panel.made + 1 if panel else 1,
            parent=before.number if before else None,
            shot=shot,
            cast=self._cast(board, before, shot),
            seed=before.seed if before else self.clock.seed(),
            style=before.style if before else "colour",
            what=what,
            by=by,
            at=self.clock.now(),
        )

    def _cast(
        self, board: Board, before: Version | None, shot: Shot
    ) -> tuple[TwinId | NoTwin, ...]:
        """Return who plays a shot after an edit.

        A seat that nobody on file may fill stays empty, and said so, until the talent is changed:
        another light gives nobody a right. A new shot without talent has the board's empty seat.
        """
        cast = self.casts.twins_of(shot)
        if not wants_people(shot):
            return cast
        if before is not None:
            vacant = self._vacant(before) if before.shot.talent == shot.talent else ()
            return (*cast, *vacant)
        alone = (panel.now for panel in board.panels if not panel.now.shot.talent)
        return cast or next((seats[:1] for one in alone if (seats := self._vacant(one))), ())

    def _vacant(self, version: Version) -> tuple[NoTwin, ...]:
        named = self.casts.twins_of(version.shot)
        return tuple(one for one in version.cast if isinstance(one, NoTwin) and one not in named)

    def _reseeded(self, panel: Panel, proposal: Proposal, by: str) -> Panel:
        """Return the panel with one more roll of the same shot where the message asks for it."""
        asked = [c for c in proposal.commands if isinstance(c, Redraft | Vary)]
        if not any(names(command, panel) for command in asked):
            return panel
        now = panel.now
        if panel.id in proposal.changed:
            # Already a version of its own: one wish makes one version.
            return panel.with_changed(now.model_copy(update={"seed": self.clock.seed()}))
        return panel.with_version(
            now.model_copy(
                update={
                    "number": panel.made + 1,
                    "parent": now.number,
                    "seed": self.clock.seed(),
                    "what": proposal.message,
                    "by": by,
                    "at": self.clock.now(),
                    "starred": False,
                }
            )
        )

    def _with_others(self, board: Board, panel: Panel, proposal: Proposal, by: str) -> Panel:
        """Return the panel with the versions asked for besides; the first new one stays shown."""
        first = panel.current
        for other in proposal.commands:
            if isinstance(other, AlsoVersion) and other.shot == panel.id:
                before = board.panel(panel.id)
                made = other.made_of(before.now.shot)
                version = self._version(board, before, made, proposal.message, by)
                roll = {"number": panel.made + 1, "seed": self.clock.seed()}
                panel = panel.with_version(version.model_copy(update=roll))
        return panel.model_copy(update={"current": first})
