"""Block a shot: facts about twins and the director's words become a scene in metres, and a picture.

Knows who is in front of the camera only through the request's casting.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from toile.domain.blocking import Blocking
from toile.domain.catalogue import Catalogue
from toile.domain.drafts import DraftRequest, Quality
from toile.domain.ids import TwinId
from toile.domain.pictures import Picture
from toile.domain.shots import Shot
from toile.domain.staging import block, ratio
from toile.workflow.ports import Progress, Registry, Renderer, Stopped

LONGEST: dict[Quality, int] = {"preview": 512, "draft": 1024}
# The chance in a blocking that a painter goes over: leaves of grass, never the composition.
STILL = 0


def size_of(aspect: str | None, quality: Quality) -> tuple[int, int]:
    """Return width and height in pixels, multiples of 16, for a ratio such as ``4:5``."""
    across, down = ratio(aspect)
    scale = LONGEST[quality] / max(across, down)
    width, height = (max(256, round(side * scale / 16) * 16) for side in (across, down))
    return width, height


def chance_of(request: DraftRequest) -> int:
    """Return the seed of the blocking: a painter has the request's seed for itself.

    So all painted drafts of one shot are painted over the same blocking, which is made once.
    """
    return request.seed if request.generator == "blocking" else STILL


@dataclass(frozen=True)
class BlockShot:
    """Words and twins in, blocking out; and the blocking as a picture."""

    registry: Registry
    renderer: Renderer
    catalogue: Callable[[], Catalogue]

    def __call__(self, request: DraftRequest) -> Blocking:
        """Return the blocking of a request."""
        return self.blocking(request.shot, request.casting.twins, chance_of(request))

    def blocking(self, shot: Shot, twins: Sequence[TwinId], seed: int) -> Blocking:
        """Return the scene for a shot with these twins in it."""
        known = {twin.id: twin for twin in self.registry.twins()}
        cast = tuple(known[twin] for twin in twins if twin in known)
        return block(shot, cast, self.catalogue(), seed)

    def render(
        self,
        blocking: Blocking,
        request: DraftRequest,
        *,
        progress: Progress,
        formed: Callable[[Picture], None],
        stopped: Stopped,
    ) -> Picture:
        """Return the picture; a small one goes to ``formed`` first, while the large one is made."""
        size = (request.width, request.height)
        if request.quality == "draft":
            small = self.renderer.render(
                blocking,
                size=size_of(request.shot.aspect, "preview"),
                quality="preview",
                style=request.style,
                progress=lambda share, say: progress(share * 0.3, say),
                stopped=stopped,
            )
            formed(small)
        return self.renderer.render(
            blocking,
            size=size,
            quality=request.quality,
            style=request.style,
            progress=lambda share, say: progress(0.3 + share * 0.7, say),
            stopped=stopped,
        )
