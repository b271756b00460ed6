"""Gates ``input`` and ``age_consent``: is the question whole, may this person be asked for at all.

Belongs here: age at capture, consent documents and their elements by law, death, twin versions.
Does not know: licences.
"""

from collections.abc import Sequence

from toile.domain import days
from toile.domain.consent import Consent, ConsentLaw
from toile.domain.kept import kept
from toile.domain.rights.asked import Case
from toile.domain.rights.codes import MAKING, Gate, Outcome, Reason

ADULT = 18
GATE = Gate.AGE_CONSENT
ELEMENT_WORDS = {
    "scope": "what it covers",
    "purpose": "its purpose",
    "rate_of_pay": "the rate of pay",
    "duration": "how long it lasts",
    "specific_uses": "reasonably specific uses",
    "biometric_explicit": "an explicit yes to biometric processing",
    "separate_document": "a document of its own",
}


def check_input(case: Case) -> None:
    """Note every field of the request that is needed and not given."""
    request = case.request
    needed = {
        "action": request.action,
        "actor": request.actor,
        "product": request.product,
        "media": request.media,
        "territory": request.territory,
        "window": case.asked.window,
        "modifications": () if request.modifications is None else (1,),
    }
    missing = [name for name, value in needed.items() if not value]
    missing += [name for name in request.unknown if name not in missing]
    if missing:
        case.add(
            Gate.INPUT,
            Outcome.NOT_ENOUGH_INFORMATION,
            Reason.INPUT_MISSING,
            f"Not stated yet: {', '.join(name.replace('_', ' ') for name in missing)}.",
            missing=tuple(missing),
        )


def check_person(case: Case) -> None:
    """Note what stands against using this person's twin, whatever a licence says."""
    _check_age(case)
    _check_consents(case)
    _check_alive(case)


def _check_age(case: Case) -> None:
    facts = case.facts
    if facts is None or facts.birth_date is None or facts.capture_date is None:
        case.add(
            GATE,
            Outcome.NOT_ENOUGH_INFORMATION,
            Reason.AGE_UNKNOWN,
            f"{case.name}'s birth date or capture day is not recorded.",
            missing=("birth_date", "capture_date"),
        )
    elif days.age_on(facts.birth_date, facts.capture_date) < ADULT:
        case.add(
            GATE,
            Outcome.DENIED,
            Reason.MINOR_AT_CAPTURE,
            f"{case.name} was under 18 on the day of capture.",
        )


def _check_alive(case: Case) -> None:
    facts = case.facts
    if facts is None:
        return
    if facts.deceased_on is None:
        if not facts.deceased_known:
            case.unknown(GATE, "deceased_on", f"Whether {case.name} is alive is not recorded.")
        return
    if facts.deceased_on > days.day_of(case.instant, case.tz):
        return
    if any(consent.by_estate and _live(consent, case) for consent in case.consents):
        return
    case.add(
        GATE,
        Outcome.NEEDS_APPROVAL,
        Reason.SUBJECT_DECEASED,
        f"{case.name} has died. The holder of the estate's rights decides.",
        source="NY Civil Rights Law 50-f; Cal. Civ. Code 3344.1",
    )


def _check_consents(case: Case) -> None:
    signed = [c for c in case.consents if _signed(c, case)]
    live = [c for c in signed if _live(c, case)]
    withdrawn = [c for c in signed if not _live(c, case) and not _replaced(c, live)]
    if withdrawn:
        _deny(
            case,
            Reason.CONSENT_WITHDRAWN,
            f"{case.name} withdrew consent on {_withdrawn_day(case, withdrawn[0])}.",
            source="GDPR Art. 7(3)",
        )
        live = live or withdrawn
    written = [c for c in live if c.written]
    if not written:
        if any(c.written is None for c in live):
            _unknown(case, ("written",), "Whether the consent is in writing is not recorded.")
        else:
            _deny(case, Reason.CONSENT_MISSING, f"No written consent of {case.name} is on file.")
        return
    needed = "create" if case.request.action in MAKING else "use"
    apt = [c for c in written if needed in c.kinds]
    if not apt:
        doing = "making" if needed == "create" else "using"
        _deny(case, Reason.CONSENT_MISSING, f"{case.name}'s consent is not for {doing} pictures.")
        return
    _check_elements(case, written)
    _check_version(case, apt)


def _signed(consent: Consent, case: Case) -> bool:
    given = not consent.given_to or any(
        party in consent.given_to
        for actor in (case.request.actor, case.request.on_behalf_of)
        if actor
        for party in case.world.group_of(actor)
    )
    return given and (consent.signed_at is None or consent.signed_at <= case.instant)


def _live(consent: Consent, case: Case) -> bool:
    return consent.withdrawn_at is None or consent.withdrawn_at > case.instant


def _replaced(consent: Consent, live: Sequence[Consent]) -> bool:
    """Say whether later consents of the same kinds were signed after the withdrawal."""
    later = {
        kind
        for other in live
        if other.signed_at and consent.withdrawn_at and other.signed_at > consent.withdrawn_at
        for kind in other.kinds
    }
    return later.issuperset(consent.kinds)


def _withdrawn_day(case: Case, consent: Consent) -> str:
    if consent.withdrawn_at is None:
        return "an unrecorded day"
    return days.said(days.day_of(consent.withdrawn_at, case.tz))


def _check_elements(case: Case, consents: Sequence[Consent]) -> None:
    if len(consents) == 1 and _is_known_whole(case, consents[0]):
        return
    before = len(case.findings)
    laws: dict[str, ConsentLaw] = {}
    for consent in consents:
        if not consent.governing_law:
            _unknown(case, ("governing_law",), "The consent does not say which law governs it.")
        for code in consent.governing_law or ():
            if row := case.world.tables.consent_laws.of(code):
                laws[row.id] = row
    for law in laws.values():
        _check_law(case, law, consents)
    if len(consents) == 1 and len(case.findings) == before:
        kept(consents[0])["whole"] = case.world.tables.consent_laws


def _is_known_whole(case: Case, consent: Consent) -> bool:
    """Say whether the document alone was found whole before, under the same table of laws."""
    return kept(consent).get("whole") is case.world.tables.consent_laws


def _check_law(case: Case, law: ConsentLaw, consents: Sequence[Consent]) -> None:
    asked = (*law.elements, *(("separate_document",) if law.separate_document else ()))
    stated = {name: _stated(consents, name) for name in asked}
    absent = tuple(name for name, value in stated.items() if value is False)
    unknown = tuple(name for name, value in stated.items() if value is None)
    if absent:
        _deny(
            case,
            Reason.CONSENT_INCOMPLETE,
            f"{case.name}'s consent lacks {_words(absent)}, which {law.name} asks for.",
            missing=absent,
            source=law.source,
        )
    if unknown:
        _unknown(
            case,
            unknown,
            f"It was never recorded whether {case.name}'s consent states {_words(unknown)} "
            f"({law.name}).",
            source=law.source,
        )
    if law.three_part_test:
        _check_three_parts(case, law, consents)


def _check_three_parts(case: Case, law: ConsentLaw, consents: Sequence[Consent]) -> None:
    """The clause fails only when all three hold: in place of work, vague uses, unrepresented."""
    verdicts = [_three_parts(consent) for consent in consents]
    if any(verdict is False for verdict in verdicts):
        return
    if any(verdict is None for verdict in verdicts):
        missing = tuple(
            name
            for name, value in (
                ("specific_uses", consents[0].elements.specific_uses),
                ("represented_by", consents[0].represented_by),
                ("replaces_in_person_work", consents[0].replaces_in_person_work),
            )
            if value is None
        )
        _unknown(
            case,
            missing,
            f"Not recorded: {', '.join(missing).replace('_', ' ')} ({law.name}).",
            source=law.source,
        )
        return
    _deny(
        case,
        Reason.CONSENT_UNENFORCEABLE,
        f"{case.name}'s consent cannot be relied on under {law.name}: it replaces work in person, "
        "names no specific uses, and neither a lawyer nor a union stood by.",
        missing=("specific_uses", "represented_by"),
        source=law.source,
    )


def _three_parts(consent: Consent) -> bool | None:
    """Return whether the clause fails, or ``None`` where an unrecorded fact decides it."""
    uses, by = consent.elements.specific_uses, consent.represented_by
    parts = (
        consent.replaces_in_person_work,
        None if uses is None else not uses,
        None if by is None else by not in ("lawyer", "union"),
    )
    if False in parts:
        return False
    return None if None in parts else True


def _stated(consents: Sequence[Consent], name: str) -> bool | None:
    values = [
        consent.separate_document
        if name == "separate_document"
        else getattr(consent.elements, name)
        for consent in consents
    ]
    if True in values:
        return True
    return None if None in values else False


def _check_version(case: Case, consents: Sequence[Consent]) -> None:
    version = case.facts.version if case.facts else None
    if version is None:
        case.unknown(GATE, "twin_version", f"Which version of {case.name}'s twin is not recorded.")
        return
    if any(version in (consent.covers_versions or ()) for consent in consents):
        return
    if any(consent.covers_versions is None for consent in consents):
        _unknown(case, ("covers_versions",), "Which captures the consent covers is not recorded.")
        return
    _deny(
        case,
        Reason.TWIN_VERSION_NOT_COVERED,
        f"{case.name}'s consent does not cover version {version} of the twin.",
    )


def _words(names: tuple[str, ...]) -> str:
    return " and ".join(ELEMENT_WORDS.get(name, name.replace("_", " ")) for name in names)


def _deny(
    case: Case, code: Reason, say: str, *, missing: tuple[str, ...] = (), source: str = ""
) -> None:
    case.add(GATE, Outcome.DENIED, code, say, missing=missing, source=source)


def _unknown(case: Case, missing: tuple[str, ...], say: str, *, source: str = "") -> None:
    case.add(
        GATE,
        Outcome.NOT_ENOUGH_INFORMATION,
        Reason.CONSENT_ELEMENT_UNKNOWN,
        say,
        missing=missing,
        source=source,
    )
