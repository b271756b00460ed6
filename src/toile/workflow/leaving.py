"""Whether a picture may leave the house now: decided again for the use that the board asks for.

The same question for every way out: a file, a link, one look at a link that is open already.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from toile.domain.board import Board
from toile.domain.casting import Casting
from toile.domain.drafts import Draft
from toile.domain.ids import ShotId
from toile.workflow.cast_shots import CastShots
from toile.workflow.disclose import disclosure_of
from toile.workflow.values import DraftLine

# What the one person of a studio of one is called at home.
AT_HOME = "You"
# Stands for the picture of a shot that has none yet: an approval can only be of a real one.
_UNDRAWN = "not drawn yet"


def outside_name(by: str, studio: str) -> str:
    """Return what somebody is called on what leaves the house."""
    return studio if by == AT_HOME else by


@dataclass(frozen=True)
class Leaving:
    """Decide a finished draft for leaving."""

    casts: CastShots
    # The languages of the markets, ISO 639-1, for the label that is owed by now.
    languages: Callable[[Sequence[str]], tuple[str, ...]]

    def casting(self, board: Board, draft: Draft, action: str = "export") -> Casting:
        """Decide what is in the picture for the use that the board asks for now.

        A board may have been widened since the draft was made; the old, narrower yes is no ticket.
        """
        return self.casts.now().casting(
            draft.request.shot,
            brand=board.brand,
            usage=board.usage,
            action=action,
            also=draft.request.casting.twins,
            key=draft.id,
            picture=draft.image.image,
        )

    def labelled(self, board: Board, draft: Draft) -> bool:
        """Say whether the picture carries the words that the board's use would owe today."""
        duties = self.casts.now().publishing_duties(
            draft.request.shot,
            draft.request.casting.twins,
            brand=board.brand,
            usage=board.usage,
        )
        owed, _ = disclosure_of(duties, self.languages(board.usage.territories or ()))
        return owed is None or owed == draft.image.disclosure

    def withheld(self, board: Board, draft: Draft, casting: Casting) -> str:
        """Return why a picture may not leave, or nothing where it may."""
        if casting.clear() is None:
            return self.casts.headline(casting)
        if not self.labelled(board, draft):
            return "The label owed by now is not on it: draft it again."
        return ""

    def held_back(self, board: Board, lines: Sequence[DraftLine]) -> Mapping[ShotId, Casting]:
        """Return the shots that may be drawn and may not leave the house yet, each as decided.

        ``lines`` are the drafts of the board: where a picture is on file, it is that picture that
        is asked about. Its label is not looked at; every way out does.
        """
        now = self.casts.now()
        drawn = {(line.shot, line.version): line for line in lines if line.state == "finished"}
        found: dict[ShotId, Casting] = {}
        for panel in board.panels:
            shot = panel.now.shot
            if now.casting(shot, brand=board.brand, usage=board.usage).clear() is None:
                continue
            # One question for every shot alike; only what it refuses is asked picture by picture.
            casting = now.casting(
                shot, brand=board.brand, usage=board.usage, action="export", picture=_UNDRAWN
            )
            line = drawn.get((panel.id, panel.current))
            if casting.clear() is None and line is not None:
                casting = now.casting(
                    shot,
                    brand=board.brand,
                    usage=board.usage,
                    action="export",
                    key=line.id,
                    picture=line.image,
                )
            if casting.clear() is None:
                found[panel.id] = casting
        return found
