"""Make the pixels of a request: blocked on any machine, or painted over the blocking on a card.

Belongs here: which of the two, and what each says of itself; a whole picture, or an original with
parts made anew. Does not: rights, marks, records. What it returns is unmarked and goes nowhere but
into ``draft_shot``.
"""

from collections.abc import Callable, Collection
from dataclasses import dataclass, field, replace

from toile.domain.blocking import Blocking
from toile.domain.drafts import DraftRequest
from toile.domain.errors import BadInput, ServiceUnavailable
from toile.domain.ids import LicenceId
from toile.domain.marks import SourceType
from toile.domain.painting import Drift, GeneratorAbility, NoPainter
from toile.domain.part_edits import PartEdits, region_edits
from toile.domain.pictures import Picture
from toile.domain.region_edits import RegionEdit, union_of
from toile.workflow.block_shot import BlockShot, chance_of
from toile.workflow.originals import Originals, digest_of
from toile.workflow.paint_shot import PaintShot
from toile.workflow.ports import Progress, Stopped

BLOCKED = "Toile 3-D blocking (no trained model)"
# Shares of the longest side: a blocked outline is soft by a pixel or two, a painted one strays.
GROWN_BLOCKED, GROWN_PAINTED = 1 / 512, 1 / 64
AGAIN = 0.4
FIRST = "The original again"


@dataclass(frozen=True)
class Made:
    """A picture still unmarked, and what made it."""

    picture: Picture = field(repr=False)
    maker: str
    because: str
    system: str = BLOCKED
    said: tuple[str, ...] = ()
    prompt: str = ""
    template: str = ""
    revision: str = ""
    maps: tuple[str, ...] = ()
    references: tuple[str, ...] = ()
    drift: Drift | None = None
    together: int = 1

    @property
    def clean(self) -> str:
        """Return what the picture can be recognised by when it is made again."""
        return digest_of(self.picture)


@dataclass(frozen=True)
class Watch:
    """Who is told while a picture is made, and the licences that allow it.

    ``formed`` is given each forming picture with the system that makes it.
    """

    holding: Collection[LicenceId]
    progress: Progress
    formed: Callable[[Picture, str], None]
    stopped: Stopped

    def part(self, start: float, end: float, about: str = "") -> "Watch":
        """Return the watch of one part of the work; only the last part shows forming pictures.

        ``about`` is said before the words of that part.
        """
        told = self.progress

        def progress(share: float, say: str) -> None:
            said = f"{about}: {say[:1].lower()}{say[1:]}" if about else say
            told(start + share * (end - start), said)

        return replace(self, progress=progress, formed=self.formed if end == 1.0 else _unseen)


def _unseen(_: Picture, __: str) -> None:
    """Show nothing: what forms here is not what was asked for."""


def source_of(request: DraftRequest) -> SourceType:
    """Return the true source: a blocking has no trained model in it, a painted draft has."""
    return SourceType.TRAINED if request.generator == "diffusers" else SourceType.DIGITAL_CREATION


@dataclass(frozen=True)
class MakePicture:
    """Block, and paint where the request asks for it."""

    blocks: BlockShot
    paints: Callable[[Stopped], PaintShot | NoPainter]
    originals: Originals

    def __call__(self, request: DraftRequest, watch: Watch) -> Made:
        """Return the picture; raises ``ServiceUnavailable`` when a painter was asked for in vain.

        A request to paint is never quietly answered with a blocking.
        """
        if request.edits is not None:
            return self._edited(request, request.edits, watch)
        made = self._whole(request, watch)
        self.originals.remember(request.id, watch.holding, made.picture)
        return made

    def _whole(self, request: DraftRequest, watch: Watch) -> Made:
        blocking = self.blocks(request)
        if request.generator == "diffusers":
            return self._painted(request, blocking, watch)
        return self._blocked(request, blocking, watch)

    def _edited(self, request: DraftRequest, edits: PartEdits, watch: Watch) -> Made:
        found = self.originals.on_file(edits.original, request)
        first = found.request
        original = self.originals.kept(found, watch.holding)
        said: tuple[str, ...] = ()
        if original is None:
            watch.progress(0.0, FIRST)
            original = self._whole(first, watch.part(0.0, AGAIN, FIRST)).picture
            said = tuple(filter(None, [self.originals.recognised(found, original)]))
            self.originals.remember(found.id, watch.holding, original)
        watch.progress(AGAIN, "Finding the part")
        # The same chance as the original's: only what the wishes name may differ.
        blocking = self.blocks.blocking(request.shot, request.casting.twins, chance_of(first))
        regions = self._regions(request, edits, self.blocks(first), blocking)
        made = self._with_parts(request, blocking, original, regions, watch.part(AGAIN, 1.0))
        return replace(made, said=said + made.said)

    def _with_parts(
        self,
        request: DraftRequest,
        blocking: Blocking,
        original: Picture,
        regions: tuple[RegionEdit, ...],
        watch: Watch,
    ) -> Made:
        if request.generator == "diffusers":
            return self._painted(request, blocking, watch, original, regions)
        made = self._blocked(request, blocking, replace(watch, formed=_unseen))
        mask = union_of(regions)
        if mask.empty:
            raise BadInput("The part to change cannot be seen here.", hint="Name another part.")
        picture, drift = self.originals.retouch.pasted(original, made.picture, mask)
        return replace(made, picture=picture, drift=drift)

    def _regions(
        self, request: DraftRequest, edits: PartEdits, before: Blocking, after: Blocking
    ) -> tuple[RegionEdit, ...]:
        size, maps = (request.width, request.height), self.blocks.renderer.maps
        found = region_edits(edits, maps(before, size=size), maps(after, size=size))
        share = GROWN_PAINTED if request.generator == "diffusers" else GROWN_BLOCKED
        by = max(1, round(max(size) * share))
        grown = self.originals.retouch.grown
        return tuple(replace(edit, mask=grown(edit.mask, by)) for edit in found)

    def _blocked(self, request: DraftRequest, blocking: Blocking, watch: Watch) -> Made:
        picture = self.blocks.render(
            blocking,
            request,
            progress=watch.progress,
            formed=lambda forming: watch.formed(forming, BLOCKED),
            stopped=watch.stopped,
        )
        ability = self.blocks.renderer.ability
        return Made(picture, ability.name, ability.because, said=blocking.unread)

    def _painted(
        self,
        request: DraftRequest,
        blocking: Blocking,
        watch: Watch,
        original: Picture | None = None,
        regions: tuple[RegionEdit, ...] = (),
    ) -> Made:
        watch.progress(0.0, "Getting the image model ready")
        paint = self.paints(watch.stopped)
        if isinstance(paint, NoPainter):
            raise ServiceUnavailable(paint.reason, hint=paint.hint)
        made = paint(
            request,
            blocking,
            holding=watch.holding,
            progress=watch.progress,
            stopped=watch.stopped,
            formed=lambda forming: watch.formed(forming, paint.painter.ability.model),
            original=original,
            edits=regions,
        )
        facts, words = made.painted.facts, made.words
        return Made(
            made.painted.picture,
            f"{facts.model} ({facts.licence}), {facts.steps} steps",
            _why_painted(paint.painter.ability),
            system=facts.model,
            said=made.said,
            prompt=made.told,
            template=f"{words.template} {words.version}",
            revision=facts.revision,
            maps=facts.maps,
            references=made.shown,
            drift=facts.drift,
            together=facts.pack,
        )


def _why_painted(ability: GeneratorAbility) -> str:
    if ability.remote:
        return "an image server and a model licensed for this are set"
    if ability.device == "cpu":
        return "licensed weights are here, and no card: painted slowly by the processor"
    return "a card and licensed weights are here"
