"""Say of a found file whether it is ours, whose twin it shows, and what it may do today."""

from dataclasses import dataclass

from toile.domain.alterations import alterations
from toile.domain.casting import Casting
from toile.domain.drafts import Draft
from toile.domain.errors import NotFound
from toile.domain.ids import DraftId
from toile.domain.marking import MarkReading
from toile.domain.marks import ManifestReading
from toile.domain.rights import Outcome
from toile.workflow.cast_shots import CastShots
from toile.workflow.explain import matrix
from toile.workflow.ports import Drafts, Images, Marker, Registry
from toile.workflow.verified import Check, Evidence, Found, Use, Verification, Way, sentence_of

_CREDENTIAL = {
    "signed": "Whole: not one byte changed since it was signed",
    "signature missing": "Missing: it was removed when the file was saved or copied",
    "signature broken": "Broken: the file was changed after it was signed",
    "signature out of date": "Its certificate has run out since, so it proves no signer now",
    "signed by another studio": "Whole, but by a studio that is not known here",
}
_HIDDEN = {
    "decoded": "Read from the pixels, with its keyed check",
    "closed_set": "Too faint to read, but it fits one of the marks we issued and no other",
}
_NOTHING = "None found in the pixels"


@dataclass(frozen=True)
class Verify:
    """Read the marks, find the record, decide for today."""

    marker: Marker
    drafts: Drafts
    registry: Registry
    casts: CastShots
    images: Images

    def __call__(self, data: bytes) -> Verification:
        """Return what the studio knows about this file; works with all metadata stripped."""
        reading = self.marker.read(data, self.drafts.issued_marks())
        found = [
            self._found(draft, one, data)
            for one in (reading, *reading.also)
            if (draft := self._draft(one)) is not None
        ]
        if not found:
            return _stranger(reading)
        finds = tuple(found)
        return Verification(
            ours=True, sentence=sentence_of(finds), certain=finds[0].certain, finds=finds
        )

    def _draft(self, reading: MarkReading) -> Draft | None:
        if reading.mark_id is not None and (found := self.drafts.by_mark(reading.mark_id)):
            return found
        # Words and credentials can be copied onto another picture; only a whole credential counts.
        manifest = reading.manifest
        if manifest and manifest.draft_id and manifest.state == "trusted":
            return self.drafts.draft(DraftId(manifest.draft_id))
        return None

    def _found(self, draft: Draft, reading: MarkReading, data: bytes) -> Found:
        names = {twin.id: twin.name for twin in self.registry.twins()}
        request, kept = draft.request, None
        if evidence_of(reading) != "signed":
            kept = self._kept(draft, data)
        evidence = evidence_of(reading, kept)
        unchanged = evidence == "signed" or (evidence == "signature out of date" and bool(kept))
        line = self.drafts.line(draft.id)
        withdrawn = line.reason if line and line.state == "quarantined" else ""
        publish = self._decided(draft, "publish")
        return Found(
            draft=draft.id,
            board=request.board,
            brand=request.casting.brand,
            shot=request.shot.title or f"Shot {request.shot.no}",
            version=request.version,
            twins=tuple(names.get(twin, twin) for twin in request.casting.twins),
            licences=self._licences(draft, publish),
            drafted=draft.drafted_at.date(),
            painted=request.generator == "diffusers",
            evidence=evidence,
            unchanged=unchanged,
            places=reading.places,
            changed=() if unchanged else _changed(draft, reading),
            certain=_certainty(reading),
            wrong_by_chance=reading.wrong_by_chance,
            forgeable=_forgeable(reading),
            usage=request.casting.usage,
            withdrawn=withdrawn,
            uses=() if withdrawn else self._uses(draft, publish),
            cells=() if withdrawn else matrix(publish),
            checks=_checks(reading, evidence, kept),
        )

    def _decided(self, draft: Draft, action: str) -> Casting:
        return self.casts.decided_again(draft.request, action, draft.image.image)

    def _uses(self, draft: Draft, publish: Casting) -> tuple[Use, ...]:
        show = self._decided(draft, "export")
        return (
            self._use("Show it to people outside", show),
            self._use("Publish it", publish),
        )

    def _use(self, what: Way, casting: Casting) -> Use:
        found = [role.decision.outcome for role in casting.roles]
        duties = (duty.say for role in casting.roles for duty in role.decision.duties)
        return Use(
            what=what,
            outcome=min(found, key=lambda one: one.strength, default=Outcome.PERMITTED),
            say=self.casts.headline(casting),
            duties=tuple(dict.fromkeys(duties)),
        )

    def _licences(self, draft: Draft, publish: Casting) -> tuple[str, ...]:
        """Return the licences that the draft rests on: today's, or those on file when it was made.

        A refused use rests on none, and then the record of the draft says which they were.
        """
        line = self.drafts.line(draft.id)
        return self.casts.licences_of(publish) or (line.licences if line else ())

    def _kept(self, draft: Draft, data: bytes) -> ManifestReading | None:
        """Return the credential that was kept by id when the draft was made."""
        try:
            return self.marker.kept(data, self.images.get(draft.image.manifest))
        except NotFound:
            # Deleted with its picture, when the licence ended.
            return None


def evidence_of(reading: MarkReading, kept: ManifestReading | None = None) -> Evidence:
    """Return what the credential inside the file says of it.

    Anybody can sign anything with a certificate that has run out, so that such a credential counts
    only beside the one ``kept`` of the draft: where that does not fit the file, it was changed.
    """
    if reading.manifest is None:
        return "signature missing"
    if reading.manifest.state == "altered":
        return "signature broken"
    if reading.manifest.state == "expired":
        fits = kept is None or kept.state in ("trusted", "expired")
        return "signature out of date" if fits else "signature broken"
    return "signed" if reading.manifest.state == "trusted" else "signed by another studio"


def _stranger(reading: MarkReading) -> Verification:
    if reading.mark_id is not None:
        sentence = "It carries a mark of this studio, but its record is not on file here."
        return Verification(
            ours=True, sentence=sentence, checks=_checks(reading, evidence_of(reading), None)
        )
    return Verification(
        ours=False,
        sentence="No mark of this studio was found.",
        certain="A heavily altered copy can lose its mark, so this is not proof of the opposite.",
        checks=_no_checks(reading),
    )


def _changed(draft: Draft, reading: MarkReading) -> tuple[str, ...]:
    saved = (f"Saved again as {reading.saved_as}",) if reading.saved_as else ()
    if reading.geometry is None:
        return saved
    marked = (draft.image.width, draft.image.height)
    return (*alterations(reading.geometry, marked, reading.size), *saved)


def _forgeable(reading: MarkReading) -> bool:
    return reading.retired and evidence_of(reading) != "signed"


def _certainty(reading: MarkReading) -> str:
    if _forgeable(reading):
        return "The key of this mark was retired: compare with our own copy before you rely on it."
    if reading.how == "none":
        return "The signed credential fits the file to the byte."
    millions = round(1e-6 / max(reading.wrong_by_chance, 1e-12))
    return f"An unmarked picture would read like this about once in {millions:,} million."


def _checks(
    reading: MarkReading, evidence: Evidence, kept: ManifestReading | None
) -> tuple[Check, ...]:
    hidden = _HIDDEN.get(reading.how)
    facts = "It names the draft" if reading.facts else "None of ours in the file"
    return (
        Check(what="Credential", good=evidence == "signed", say=_CREDENTIAL[evidence]),
        *((_kept_check(kept),) if kept else ()),
        Check(what="Metadata", good=reading.facts is not None, say=facts),
        Check(what="Hidden mark", good=hidden is not None, say=hidden or _NOTHING),
    )


def _no_checks(reading: MarkReading) -> tuple[Check, ...]:
    """Return the checks of a file without a mark of ours, which may be another studio's."""
    signed = reading.manifest
    who = f"It was signed by {signed.signer or 'somebody else'}, not by us" if signed else ""
    return (
        Check(what="Credential", good=False, say=who or "None of ours in the file"),
        Check(what="Metadata", good=False, say="None of ours in the file"),
        Check(what="Hidden mark", good=False, say=_NOTHING),
    )


def _kept_check(kept: ManifestReading) -> Check:
    signed = f" on {kept.signed_at:%-d %B %Y}" if kept.signed_at else ""
    who = f" by {kept.signer}" if kept.signer else ""
    return Check(
        what="Kept credential",
        good=True,
        say=f"We kept the one signed{signed}{who}: this is our draft, the file was altered",
    )
