"""Capture and consent coverage: what is missing for a usable twin, before anybody is drafted.

Belongs here: comparing what was recorded with a standard and with the governing laws. Does not
know: licences or uses.
"""

from collections.abc import Iterator, Sequence
from typing import Literal

from toile.domain.consent import Consent, ConsentLaw, ConsentLaws
from toile.domain.days import age_on
from toile.domain.twins import CaptureSession, Twin
from toile.domain.values import Value

Weight = Literal["needed", "wanted"]


class Angles(Value):
    """Numbers of camera angles."""

    needed: int
    wanted: int


class Kinds(Value):
    """Kinds of light or motion."""

    needed: tuple[str, ...] = ()
    wanted: tuple[str, ...] = ()


class CaptureStandard(Value):
    """What a capture must hold; data with a version."""

    version: str
    adult_age: int
    angles: Angles
    lighting: Kinds
    motion: Kinds


class Gap(Value):
    """Something missing: ``needed`` makes the twin unusable, ``wanted`` limits it."""

    what: str
    weight: Weight
    say: str


class ConsentGap(Value):
    """An element that a law asks for: ``absent`` from the document, or ``unrecorded``."""

    law: str
    element: str
    state: Literal["absent", "unrecorded"]
    source: str


def capture_gaps(twin: Twin, standard: CaptureStandard) -> tuple[Gap, ...]:
    """Return what the captures of a twin lack, needed things first; nothing of a minor counts."""
    return tuple(
        sorted(
            [*_age_gaps(twin, standard), *_coverage_gaps(twin, standard)],
            key=lambda gap: gap.weight,
        )
    )


def usable(twin: Twin, standard: CaptureStandard) -> bool:
    """Say whether nothing needed is missing."""
    return all(gap.weight != "needed" for gap in capture_gaps(twin, standard))


def adult_captures(twin: Twin, standard: CaptureStandard) -> tuple[CaptureSession, ...]:
    """Return the sessions recorded of an adult; none where the birth date is not known."""
    born = twin.birth_date
    if born is None:
        return ()
    return tuple(s for s in twin.captures if age_on(born, s.day) >= standard.adult_age)


def _age_gaps(twin: Twin, standard: CaptureStandard) -> Iterator[Gap]:
    if twin.birth_date is None:
        yield Gap(what="birth_date", weight="needed", say="The birth date is not recorded.")
    elif len(adult_captures(twin, standard)) < len(twin.captures):
        yield Gap(
            what="minor",
            weight="needed",
            say=f"A session was recorded under {standard.adult_age}: delete it and what it made.",
        )


def _coverage_gaps(twin: Twin, standard: CaptureStandard) -> Iterator[Gap]:
    sessions = adult_captures(twin, standard)
    if not sessions:
        yield Gap(what="captures", weight="needed", say="No capture session is on file.")
        return
    angles = sum(session.angles for session in sessions)
    if angles < standard.angles.wanted:
        weight: Weight = "needed" if angles < standard.angles.needed else "wanted"
        wanted = standard.angles.wanted
        yield Gap(what="angles", weight=weight, say=f"{angles} of {wanted} angles are recorded.")
    lights = {light for session in sessions for light in session.lighting}
    moves = {move for session in sessions for move in session.motion}
    yield from _kind_gaps("lighting", standard.lighting, lights, "light")
    yield from _kind_gaps("motion", standard.motion, moves, "motion")
    if twin.marks and not any(session.marks_recorded for session in sessions):
        say = "The distinguishing marks are known but were not recorded close up."
        yield Gap(what="marks", weight="wanted", say=say)


def _kind_gaps(what: str, kinds: Kinds, have: set[str], word: str) -> Iterator[Gap]:
    for weight, asked in (("needed", kinds.needed), ("wanted", kinds.wanted)):
        for kind in asked:
            if kind in have or (weight == "wanted" and kind in kinds.needed):
                continue
            say = f"No {kind} {word} is recorded."
            yield Gap(what=f"{what}.{kind}", weight=weight, say=say)


def consent_gaps(consents: Sequence[Consent], laws: ConsentLaws) -> tuple[ConsentGap, ...]:
    """Return the elements that the consents on file lack, law by law."""
    live = [consent for consent in consents if consent.written and consent.withdrawn_at is None]
    codes = dict.fromkeys(code for consent in live for code in consent.governing_law or ())
    rows = {row.id: row for code in codes if (row := laws.of(code)) is not None}
    return tuple(gap for row in rows.values() for gap in _law_gaps(row, live))


def _law_gaps(row: ConsentLaw, live: Sequence[Consent]) -> Iterator[ConsentGap]:
    asked = (*row.elements, *(("separate_document",) if row.separate_document else ()))
    for element in asked:
        states = [
            consent.separate_document
            if element == "separate_document"
            else getattr(consent.elements, element)
            for consent in live
        ]
        if True in states:
            continue
        state: Literal["absent", "unrecorded"] = "unrecorded" if None in states else "absent"
        yield ConsentGap(law=row.name, element=element, state=state, source=row.source)
