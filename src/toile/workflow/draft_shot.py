"""The one door to pixels: decide again, block, render, decide again, mark, sign, keep.

Every way in (chat, button, command line, worker, replay of an old request) ends here, and no other
code makes a ``MarkedImage``. It fails closed: without a fresh yes there is no picture, and without
a mark that reads back nothing is kept.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from toile import __version__
from toile.domain.casting import Casting
from toile.domain.draft_facts import DraftFacts
from toile.domain.drafts import Draft, DraftRequest, MarkedImage, Recipe, Step
from toile.domain.errors import Cancelled, MarkFailed
from toile.domain.ids import BrandId, DraftId, ImageHash, LicenceId
from toile.domain.ledger import LedgerFact
from toile.domain.marking import Marked, MarkFacts
from toile.domain.marks import Claims, OverlayStyle, PictureFacts, SoftwareAgent
from toile.domain.pictures import Picture
from toile.workflow.cast_shots import CastShots
from toile.workflow.disclose import disclosure_of
from toile.workflow.make_picture import Made, MakePicture, Watch, source_of
from toile.workflow.ports import Clock, Drafts, Images, Jobs, Ledger, Marker, Stopped

FORMING = 512
PREVIEW = 768
THUMBNAIL = 384


@dataclass(frozen=True)
class DraftShot:
    """Make one draft, or say why not."""

    casts: CastShots
    pictures: MakePicture
    measures: Callable[[Picture], DraftFacts]
    marker: Marker
    images: Images
    drafts: Drafts
    ledger: Ledger
    jobs: Jobs
    clock: Clock
    studio: str
    house: str
    # The languages of the markets, ISO 639-1, most spoken first.
    languages: Callable[[Sequence[str]], tuple[str, ...]]
    # How a brand wants its visible marks to look.
    style_of: Callable[[BrandId], OverlayStyle]

    def __call__(self, request: DraftRequest) -> Draft | None:
        """Return the draft on file, or ``None`` when it is refused; both are reported and logged.

        Asking for a draft that is on file gives that one back, while it is allowed. Raises
        ``Cancelled`` when a person stopped it, ``MarkFailed`` when it could not be marked.
        """
        casting = self._decided(request)
        if casting is None:
            return None
        if known := self.drafts.draft(request.id):
            self.jobs.report(request.id, "finished", share=1.0)
            return known
        # Signing comes last; what could not be signed would be drawn in vain.
        self.marker.require_signing(self.clock.now())
        style, began = self.style_of(request.casting.brand), self.clock.now()
        made = self._made(request, casting, style)
        # Consent may have been withdrawn while the picture was being made.
        casting = self._decided(request)
        if casting is None:
            return None
        seconds = (self.clock.now() - began).total_seconds()
        return self._kept(request, casting, made, style, seconds)

    def _decided(self, request: DraftRequest) -> Casting | None:
        self._step(request, "deciding", 0.02, "Checking rights")
        casting = self.casts.decided_again(request)
        if casting.clear() is not None:
            return casting
        say = self.casts.headline(casting)
        self.ledger.append(self._fact(request, casting, "refused"))
        self.jobs.report(request.id, "refused", "deciding", say=say)
        return None

    def _made(self, request: DraftRequest, casting: Casting, style: OverlayStyle) -> Made:
        def formed(small: Picture, system: str) -> None:
            facts = self._mark_facts(request, casting, system, style)
            marked = self.marker.smaller(small, facts, FORMING)
            image = self.images.put(marked.data, marked.mime)
            # What is being done stays said: the picture speaks for itself.
            self.jobs.report(request.id, "running", "rendering", 0.3, forming=image)

        def progress(share: float, say: str) -> None:
            self._step(request, "rendering", 0.1 + 0.75 * share, say)

        holding = tuple(LicenceId(name) for name in self.casts.licences_of(casting))
        watch = Watch(holding, progress, formed, self._stopped(request.id))
        return self.pictures(request, watch)

    def _kept(
        self,
        request: DraftRequest,
        casting: Casting,
        made: Made,
        style: OverlayStyle,
        seconds: float,
    ) -> Draft:
        self._step(request, "marking", 0.88, "Marking")
        picture = made.picture
        facts = self._mark_facts(request, casting, made.system, style)
        whole, preview, thumbnail = self.marker.sizes(picture, facts, (PREVIEW, THUMBNAIL))
        self._check_reads_back(whole, facts)
        self._step(request, "keeping", 0.97, "Keeping")
        draft = Draft(
            id=request.id,
            request=request,
            image=MarkedImage(
                image=self.images.put(whole.data, whole.mime),
                mime=whole.mime,
                width=whole.width,
                height=whole.height,
                mark_id=facts.mark_id,
                manifest=self.images.put(whole.manifest, "application/c2pa"),
                visible=facts.label,
                disclosure=facts.disclosure,
                signed_at=facts.claims.signed_at,
            ),
            preview=self._stored(preview),
            thumbnail=self._stored(thumbnail),
            recipe=_recipe(request, made, seconds),
            decisions=tuple(role.decision.digest() for role in casting.roles),
            drafted_at=self.clock.now(),
            measured=self.measures(picture),
        )
        self._filed(draft, casting, picture)
        self.jobs.report(request.id, "finished", share=1.0, say="Drafted")
        return draft

    def _filed(self, draft: Draft, casting: Casting, picture: Picture) -> None:
        """Put a draft on file with the clean picture it is changed from: both, or neither."""
        originals, request = self.pictures.originals, draft.request
        try:
            originals.seal(request, self.casts.licences_of(casting), picture)
            self.drafts.keep(draft, self._fact(request, casting, "drafted"))
            line = self.drafts.line(draft.id)
        except BaseException:
            originals.unseal(draft.id)
            raise
        if line is not None and line.state == "quarantined":
            # Withdrawn in this very moment.
            originals.unseal(draft.id)

    def _stored(self, marked: Marked) -> ImageHash:
        return self.images.put(marked.data, marked.mime)

    def _check_reads_back(self, marked: Marked, facts: MarkFacts) -> None:
        reading = self.marker.read(marked.data, (facts.mark_id,))
        signed = reading.manifest is not None and reading.manifest.state != "altered"
        if reading.mark_id != facts.mark_id or not signed:
            raise MarkFailed(
                "The picture's own mark could not be read back, so it was not kept.",
                hint="Draft it again with another seed.",
            )

    def _mark_facts(
        self, request: DraftRequest, casting: Casting, system: str, style: OverlayStyle
    ) -> MarkFacts:
        languages = self.languages(request.casting.usage.territories or ())
        disclosure, icon = disclosure_of(self.casts.publishing_duties(request), languages)
        licences = self.casts.licences_of(casting)
        mark_id = int(request.id[:16], 16)
        title = request.shot.title or f"Shot {request.shot.no}"
        return MarkFacts(
            label=f"DRAFT · {self.studio} · {request.id[:6]}",
            disclosure=disclosure,
            icon=icon,
            style=style,
            mark_id=mark_id,
            facts=PictureFacts(
                draft_id=request.id,
                title=title,
                source_type=source_of(request),
                credit=self.studio[:32],
                rights=f"Draft of a licensed digital twin, for {self.house} only. Not for use.",
                licence_ids=licences,
                licensor=", ".join(self.casts.agencies(request.casting.twins)),
                licence_url="",
                ai_system=system,
                ai_system_version=__version__,
                release_ids=self.casts.consent_ids(request.casting.twins),
            ),
            claims=Claims(
                title=title,
                draft_id=request.id,
                version=request.version,
                twin_ids=tuple(request.casting.twins),
                licence_ids=licences,
                source_type=source_of(request),
                software=SoftwareAgent(name="Toile", version=__version__),
                signed_at=self.clock.now(),
                mark_id=mark_id,
                parent_draft_id=request.parent,
            ),
        )

    def _fact(self, request: DraftRequest, casting: Casting, what: str) -> LedgerFact:
        return self.casts.ledger_fact(request, casting, what, self.clock.now())

    def _step(self, request: DraftRequest, step: Step, share: float, say: str) -> None:
        if self.jobs.stopped(request.id):
            raise Cancelled("The draft was stopped.")
        self.jobs.report(request.id, "running", step, share, say)

    def _stopped(self, draft: DraftId) -> Stopped:
        return lambda: self.jobs.stopped(draft)


def _recipe(request: DraftRequest, made: Made, seconds: float) -> Recipe:
    return Recipe(
        renderer=made.maker,
        because=made.because,
        style=request.style,
        seed=request.seed,
        size=(request.width, request.height),
        seconds=round(seconds, 2),
        lens=request.shot.lens,
        light=request.shot.light,
        unread=made.said,
        citations=request.passages,
        prompt=made.prompt,
        template=made.template,
        revision=made.revision,
        maps=made.maps,
        references=made.references,
        together=made.together,
        wishes=tuple(f"{w.part}: {w.words}" for w in request.edits.wishes) if request.edits else (),
        drift=made.drift,
        clean=made.clean,
    )
