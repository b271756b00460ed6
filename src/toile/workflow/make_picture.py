"""Make the pixels of a request: blocked on any machine, or painted over the blocking on a card.

Belongs here: which of the two, and what each says of itself. Does not: rights, marks, records.
What it returns is unmarked and goes nowhere but into ``draft_shot``.
"""

from collections.abc import Callable, Collection
from dataclasses import dataclass, field

from toile.domain.drafts import DraftRequest
from toile.domain.errors import ServiceUnavailable
from toile.domain.ids import LicenceId
from toile.domain.marks import SourceType
from toile.domain.painting import NoPainter
from toile.domain.pictures import Picture
from toile.workflow.block_shot import BlockShot
from toile.workflow.paint_shot import PaintShot
from toile.workflow.ports import Progress, Stopped

BLOCKED = "Toile 3-D blocking (no trained model)"


@dataclass(frozen=True)
class Made:
    """A picture still unmarked, and what made it."""

    picture: Picture = field(repr=False)
    maker: str
    because: str
    system: str = BLOCKED
    said: tuple[str, ...] = ()


def source_of(request: DraftRequest) -> SourceType:
    """Return the true source: a blocking has no trained model in it, a painted draft has."""
    return SourceType.TRAINED if request.generator == "diffusers" else SourceType.DIGITAL_CREATION


@dataclass(frozen=True)
class MakePicture:
    """Block, and paint where the request asks for it."""

    blocks: BlockShot
    paints: Callable[[], PaintShot | NoPainter]

    def __call__(
        self,
        request: DraftRequest,
        *,
        holding: Collection[LicenceId],
        progress: Progress,
        formed: Callable[[Picture], None],
        stopped: Stopped,
    ) -> Made:
        """Return the picture; raises ``ServiceUnavailable`` when a painter was asked for in vain.

        A request to paint is never quietly answered with a blocking.
        """
        if request.generator == "diffusers":
            return self._painted(request, holding, progress, formed, stopped)
        blocking = self.blocks(request)
        picture = self.blocks.render(
            blocking, request, progress=progress, formed=formed, stopped=stopped
        )
        ability = self.blocks.renderer.ability
        return Made(picture, ability.name, ability.because, said=blocking.unread)

    def _painted(
        self,
        request: DraftRequest,
        holding: Collection[LicenceId],
        progress: Progress,
        formed: Callable[[Picture], None],
        stopped: Stopped,
    ) -> Made:
        paint = self.paints()
        if isinstance(paint, NoPainter):
            raise ServiceUnavailable(paint.reason, hint=paint.hint)
        made = paint(
            request,
            self.blocks(request),
            holding=holding,
            progress=progress,
            stopped=stopped,
            formed=formed,
        )
        facts = made.painted.facts
        maker = f"{facts.model} ({facts.licence}), {facts.steps} steps"
        because = "a card and licensed weights are here"
        return Made(made.painted.picture, maker, because, system=facts.model, said=made.said)
