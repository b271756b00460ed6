"""Say of a found picture whether it is ours, whose twin it shows, and what it may do today."""

from dataclasses import dataclass
from typing import Literal

from toile.domain.drafts import Draft
from toile.domain.ids import DraftId
from toile.domain.marking import MarkReading
from toile.domain.values import Value
from toile.workflow.cast_shots import CastShots
from toile.workflow.ports import Drafts, Marker, Registry

Evidence = Literal["signed", "signature missing", "signature broken", "signed by another studio"]


class Verification(Value):
    """The answer in words; ``steps`` are the checks in order, each with what it found.

    Viewers without the right see ``sentence`` only: that it is ours, or not.
    """

    ours: bool
    sentence: str
    may: str = ""
    certain: str = ""
    evidence: Evidence | None = None
    draft: DraftId | None = None
    board: str | None = None
    shot: str | None = None
    version: int | None = None
    twins: tuple[str, ...] = ()
    licences: tuple[str, ...] = ()
    drafted: str | None = None
    steps: tuple[str, ...] = ()


@dataclass(frozen=True)
class Verify:
    """Read the marks, find the record, decide for today."""

    marker: Marker
    drafts: Drafts
    registry: Registry
    casts: CastShots

    def __call__(self, data: bytes) -> Verification:
        """Return what the studio knows about this file; works with all metadata stripped."""
        reading = self.marker.read(data, self.drafts.issued_marks())
        draft = self._draft(reading)
        if draft is None:
            return _stranger(reading)
        return self._ours(draft, reading)

    def _draft(self, reading: MarkReading) -> Draft | None:
        if reading.mark_id is not None and (found := self.drafts.by_mark(reading.mark_id)):
            return found
        # Words and credentials can be copied onto another picture; only a whole credential counts.
        manifest = reading.manifest
        if manifest and manifest.draft_id and manifest.state == "trusted":
            return self.drafts.draft(DraftId(manifest.draft_id))
        return None

    def _ours(self, draft: Draft, reading: MarkReading) -> Verification:
        names = {twin.id: twin.name for twin in self.registry.twins()}
        twins = tuple(names.get(twin, twin) for twin in draft.request.casting.twins)
        casting = self.casts.decided_again(draft.request)
        evidence = _evidence(reading)
        changed = " It was changed afterwards." if evidence != "signed" else ""
        who = " and ".join(twins) or "nobody"
        return Verification(
            ours=True,
            sentence=f"Yes. Toile made this: a draft of {who}.{changed}",
            may=self.casts.headline(casting),
            certain=_certainty(reading),
            evidence=evidence,
            draft=draft.id,
            board=draft.request.board,
            shot=draft.request.shot.title or f"Shot {draft.request.shot.no}",
            version=draft.request.version,
            twins=twins,
            licences=self.casts.licences_of(casting),
            drafted=draft.drafted_at.date().isoformat(),
            steps=(*_steps(reading), *self._others(reading)),
        )

    def _others(self, reading: MarkReading) -> tuple[str, ...]:
        """Return a line for every other draft on the same sheet, screenshot or page."""
        found = (self.drafts.by_mark(mark) for mark in reading.also)
        return tuple(
            f"Also on this sheet: {draft.request.shot.title or 'a shot'}, "
            f"version {draft.request.version}"
            for draft in found
            if draft is not None
        )


def _stranger(reading: MarkReading) -> Verification:
    if reading.mark_id is not None:
        sentence = "It carries a mark of this studio, but its record is not on file here."
        return Verification(ours=True, sentence=sentence, steps=_steps(reading))
    return Verification(
        ours=False,
        sentence="No mark of this studio was found.",
        certain="A heavily altered copy can lose its mark, so this is not proof of the opposite.",
        steps=_steps(reading),
    )


def _evidence(reading: MarkReading) -> Evidence:
    if reading.manifest is None:
        return "signature missing"
    if reading.manifest.state == "altered":
        return "signature broken"
    return "signed" if reading.manifest.state == "trusted" else "signed by another studio"


def _certainty(reading: MarkReading) -> str:
    if reading.how == "none":
        return "The signed credential fits the file to the byte."
    chance = max(reading.wrong_by_chance, 1e-12)
    return f"The chance that an unmarked picture reads like this is about {chance:.0e}."


def _steps(reading: MarkReading) -> tuple[str, ...]:
    credential = {
        "signed": "Signature whole: not one byte changed since it was signed",
        "signature missing": "Signature missing: removed when the file was saved or copied",
        "signature broken": "Signature broken: the file was changed after signing",
        "signed by another studio": "Signed, by a studio that is not known here",
    }[_evidence(reading)]
    words = "Metadata names a draft" if reading.facts else "No metadata of ours in the file"
    hidden = {
        "decoded": "Hidden mark read from the pixels",
        "closed_set": "Hidden mark matched among the marks we issued",
    }.get(reading.how, "No hidden mark found in the pixels")
    return credential, words, f"{hidden} ({reading.geometry})" if reading.geometry else hidden
