"""Ask for pictures: a cleared shot becomes a request in the queue, a refused one says why."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from toile.domain.board import Board, Panel
from toile.domain.drafts import Draft, DraftRequest, DraftStatus, Generator
from toile.domain.errors import CommandRefused
from toile.domain.ids import BrandId, DraftId
from toile.domain.part_edits import PartEdits
from toile.domain.twins import NoTwin
from toile.workflow.block_shot import size_of
from toile.workflow.cast_shots import CastShots
from toile.workflow.draft_shot import DraftShot
from toile.workflow.ports import Clock, Drafts, Jobs

OF_ORIGINAL = ("width", "height", "style", "quality", "generator")


@dataclass(frozen=True)
class AskDrafts:
    """Queue drafts, or make one here."""

    casts: CastShots
    drafts: Drafts
    jobs: Jobs
    clock: Clock
    door: DraftShot
    # Whether this studio paints; without a card and weights it blocks.
    generator: Callable[[BrandId], Generator]

    def __call__(
        self,
        board: Board,
        shots: Sequence[str] = (),
        *,
        by: str,
        interactive: bool = True,
        since: Board | None = None,
    ) -> tuple[DraftStatus, ...]:
        """Return where each asked draft stands; without names, all shots that have no picture.

        With ``since``, every version of the shots that was made after that board is asked for.
        """
        panels = [board.panel(shot) for shot in shots] or self._without_picture(board)
        if since is not None:
            panels = [one for panel in panels for one in _made_since(panel, since)]
        return tuple(self._asked(board, panel, by, interactive) for panel in panels)

    def here(self, board: Board, shot: str, *, by: str) -> Draft:
        """Return the draft of one shot made in this process.

        Raises ``CommandRefused`` with the reason where the answer is no.
        """
        request = self.request(board, board.panel(shot), by)
        if isinstance(request, str):
            raise CommandRefused(request)
        self.jobs.claim(request)
        made = self.door(request)
        if made is None:
            status = self.jobs.status(request.id)
            raise CommandRefused(status.say if status else "The draft was refused.")
        return made

    def request(self, board: Board, panel: Panel, by: str) -> DraftRequest | str:
        """Return the complete request for the version shown, or the refusal in words."""
        version = panel.now
        nobody = [one for one in version.cast if isinstance(one, NoTwin)]
        if nobody:
            return nobody[0].reason
        casting = self.casts.casting(board, panel)
        cleared = casting.clear()
        if cleared is None:
            return self.casts.headline(casting)
        width, height = size_of(version.shot.aspect, "draft")
        asked = DraftRequest(
            board=board.id,
            shot=version.shot.with_(no=1),
            version=version.number,
            casting=cleared,
            width=width,
            height=height,
            seed=version.seed,
            style=version.style,
            generator=self.generator(board.brand),
            passages=tuple(dict.fromkeys(r.source for r in version.shot.reasons if r.source)),
            asked_by=by,
        )
        return asked if version.edits is None else self._of_original(asked, version.edits)

    def _of_original(self, asked: DraftRequest, edits: PartEdits) -> DraftRequest | str:
        """Return the request for an original with parts made anew: its size, style and maker."""
        original = self.drafts.draft(edits.original)
        if original is None:
            return "The picture to change is not on file. Draft the shot first."
        first = original.request
        same = {name: getattr(first, name) for name in OF_ORIGINAL}
        return asked.model_copy(update=same | {"edits": edits, "parent": edits.original})

    def _asked(self, board: Board, panel: Panel, by: str, interactive: bool) -> DraftStatus:
        request = self.request(board, panel, by)
        if isinstance(request, DraftRequest):
            return self.jobs.submit(request, interactive=interactive)
        now = self.clock.now()
        return DraftStatus(
            id=DraftId(""),
            board=board.id,
            shot=panel.id,
            version=panel.now.number,
            state="refused",
            say=request,
            queued_at=now,
            changed_at=now,
        )

    def _without_picture(self, board: Board) -> list[Panel]:
        drawn = {(line.shot, line.version) for line in self.drafts.listed(board=board.id)}
        return [panel for panel in board.panels if (panel.id, panel.current) not in drawn]


def _made_since(panel: Panel, since: Board) -> list[Panel]:
    """Return the panel once for each version that the board before has not, else as it is."""
    known = {v.number for one in since.panels if one.id == panel.id for v in one.versions}
    new = [v.number for v in panel.versions if v.number not in known]
    return [panel.model_copy(update={"current": number}) for number in new] or [panel]
