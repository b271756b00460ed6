"""Block a shot: facts about twins and the director's words become a scene in metres, and a picture.

Knows who is in front of the camera only through the request's casting.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from toile.domain.blocking import Blocking, BodySpec
from toile.domain.catalogue import Catalogue
from toile.domain.catalogue_search import block
from toile.domain.drafts import DraftRequest
from toile.domain.ids import TwinId
from toile.domain.pictures import Picture
from toile.domain.shots import Shot
from toile.domain.twins import Twin
from toile.workflow.ports import Progress, Registry, Renderer, Stopped

LONGEST = {"preview": 512, "draft": 1024}
USUAL_ASPECT = (3, 4)


def size_of(aspect: str | None, quality: str) -> tuple[int, int]:
    """Return width and height in pixels, multiples of 16, for a ratio such as ``4:5``."""
    across, down = parsed_aspect(aspect)
    longest = LONGEST[quality]
    scale = longest / max(across, down)
    return tuple(max(256, round(side * scale / 16) * 16) for side in (across, down))  # type: ignore[return-value]


def parsed_aspect(aspect: str | None) -> tuple[int, int]:
    """Return the two sides of ``W:H``, or the usual upright ratio."""
    parts = (aspect or "").replace("x", ":").split(":")
    if len(parts) == 2 and all(part.strip().isdigit() and int(part) for part in parts):
        return int(parts[0]), int(parts[1])
    return USUAL_ASPECT


@dataclass(frozen=True)
class BlockShot:
    """Words and twins in, blocking out; and the blocking as a picture."""

    registry: Registry
    renderer: Renderer
    catalogue: Callable[[], Catalogue]

    def __call__(self, request: DraftRequest) -> Blocking:
        """Return the blocking of a request."""
        return self.blocking(request.shot, request.casting.twins, request.seed)

    def blocking(self, shot: Shot, twins: Sequence[TwinId], seed: int) -> Blocking:
        """Return the scene for a shot with these twins in it."""
        known = {twin.id: twin for twin in self.registry.twins()}
        bodies = tuple(body_of(known[twin]) for twin in twins if twin in known)
        return block(shot, bodies, self.catalogue(), seed)

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


def body_of(twin: Twin) -> BodySpec:
    """Return the body of a twin as the catalogue takes it."""
    measured = twin.measurements
    raise NotImplementedError(measured)
