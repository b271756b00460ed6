"""Show a picture that may be shown: marked, on file, and not in quarantine."""

from collections.abc import Callable
from dataclasses import dataclass

from toile.domain.blocking import Blocking
from toile.domain.board import Panel
from toile.domain.errors import NotAllowed, NotFound
from toile.domain.ids import DraftId
from toile.domain.looks import GarmentSpec
from toile.domain.twins import NoTwin
from toile.workflow.block_shot import BlockShot
from toile.workflow.ports import Drafts, Images, Jobs

MIMES = {"full": "image/jpeg", "preview": "image/webp", "thumbnail": "image/webp"}


@dataclass(frozen=True)
class Show:
    """Bytes for a page."""

    drafts: Drafts
    images: Images
    jobs: Jobs
    blocks: BlockShot
    diagram: Callable[[Blocking], str]

    def picture(self, draft: DraftId, size: str) -> tuple[bytes, str]:
        """Return a marked picture: ``full``, ``preview`` or ``thumbnail``.

        Raises ``NotAllowed`` for a draft whose licence was withdrawn.
        """
        line = self.drafts.line(draft)
        if line is None:
            raise NotFound("There is no such picture on file.")
        if line.state == "quarantined":
            raise NotAllowed(f"This picture may no longer be shown. {line.reason}")
        chosen = {"full": line.image, "preview": line.preview, "thumbnail": line.thumbnail}
        if size not in chosen:
            raise NotFound(f"A picture has no size {size!r}.")
        return self.images.get(chosen[size]), MIMES[size]

    def forming(self, draft: DraftId) -> tuple[bytes, str] | None:
        """Return the marked picture as it forms, or ``None`` before the first."""
        status = self.jobs.status(draft)
        if status is None or status.forming is None:
            return None
        return self.images.get(status.forming), MIMES["preview"]

    def garments(self, panel: Panel, number: int) -> tuple[GarmentSpec, ...]:
        """Return what is worn in a version, as it is cut and coloured for the picture."""
        version = panel.version(number)
        twins = [one for one in version.cast if not isinstance(one, NoTwin)]
        blocking = self.blocks.blocking(version.shot, twins, version.seed)
        return tuple(garment for person in blocking.people for garment in person.garments)

    def lighting_diagram(self, panel: Panel) -> str:
        """Return the light plan of the version shown, as SVG."""
        version = panel.now
        twins = [one for one in version.cast if not isinstance(one, NoTwin)]
        return self.diagram(self.blocks.blocking(version.shot, twins, version.seed))
