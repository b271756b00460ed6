"""What a failed dimension of coverage is called, with the places and media it fails for.

Belongs here: sentences. Does not know: how coverage is found.
"""

from collections.abc import Sequence
from datetime import timedelta

from toile.domain import days
from toile.domain.licences import Licence
from toile.domain.rights.asked import Case
from toile.domain.rights.codes import Reason
from toile.domain.rights.coverage import Coverage, Failure, outcome_of
from toile.domain.rights.decision import Cell

ABOUT = {
    Reason.ACTION_NOT_COVERED: "actions",
    Reason.TERRITORY_NOT_COVERED: "territory",
    Reason.TERRITORY_EXCLUDED: "territory",
    Reason.TERRITORY_AMBIGUOUS: "territory",
    Reason.ONLINE_REACH_EXCEEDS_TERRITORY: "territory",
    Reason.MEDIA_NOT_COVERED: "media",
    Reason.PRODUCT_NOT_COVERED: "products",
    Reason.TERM_NOT_STARTED: "term",
    Reason.TERM_EXPIRED: "term",
    Reason.WINDOW_EXCEEDS_TERM: "term",
}


def note_failures(case: Case, coverage: Coverage) -> None:
    """Note each failed dimension once, with the cells it fails for."""
    for failure in coverage.failures.values():
        licences = {offer.licence.id: offer.licence for offer in failure.near}
        only = next(iter(licences.values())) if len(licences) == 1 else None
        code = failure.code
        if failure.unknown and code is not Reason.TERRITORY_AMBIGUOUS:
            code = Reason.INPUT_MISSING
        case.add(
            failure.gate,
            outcome_of(failure),
            code,
            _sentence(case, failure, list(licences.values())),
            licence=only,
            about=ABOUT.get(failure.code, ""),
            missing=_missing(failure),
            cells=tuple(failure.cells),
        )


def places(case: Case, cells: Sequence[Cell]) -> tuple[str, ...]:
    """Return the territories of cells in the words of the request."""
    codes = frozenset(cell.territory for cell in cells if cell.territory)
    return case.world.tables.territories.compress(codes, case.request.territory or ())


def media(cells: Sequence[Cell]) -> tuple[str, ...]:
    """Return the media of cells."""
    return tuple(dict.fromkeys(cell.medium for cell in cells if cell.medium))


def _missing(failure: Failure) -> tuple[str, ...]:
    if not failure.unknown or failure.code is Reason.TERRITORY_AMBIGUOUS:
        return ()
    return (ABOUT.get(failure.code, "term"),)


def _sentence(case: Case, failure: Failure, licences: list[Licence]) -> str:
    whose = f"{case.name}'s {'licence' if len(licences) == 1 else 'licences'}"
    stops = "stops" if len(licences) == 1 else "stop"
    if failure.unknown and failure.code is not Reason.TERRITORY_AMBIGUOUS:
        matter = ABOUT.get(failure.code, "term")
        return f"What {whose} say{'s' if stops == 'stops' else ''} on {matter} is not recorded."
    if failure.timing is not None:
        return _time_sentence(case, failure, licences)
    names = case.world.tables
    where = _joined([names.territories.name(code) for code in places(case, list(failure.cells))])
    what = _joined([names.media.label(medium) for medium in media(list(failure.cells))])
    product = names.products.label(case.request.product or "")
    does = "does" if len(licences) == 1 else "do"
    sentences = {
        Reason.ACTION_NOT_COVERED: f"{whose} {does} not allow to {_verb(case)}.",
        Reason.TERRITORY_NOT_COVERED: f"{whose} {does} not cover {where}.",
        Reason.TERRITORY_EXCLUDED: f"{whose} carve{'s' if does == 'does' else ''} out {where}.",
        Reason.TERRITORY_AMBIGUOUS: f"{whose} {does} not say whether {where} is included.",
        Reason.ONLINE_REACH_EXCEEDS_TERRITORY: f"{whose} want{'s' if does == 'does' else ''} "
        "online use blocked outside the territory, and this one is open.",
        Reason.MEDIA_NOT_COVERED: f"{whose} {stops} short of {what}.",
        Reason.PRODUCT_NOT_COVERED: f"{whose} {does} not cover {product}.",
    }
    return sentences[failure.code]


def _time_sentence(case: Case, failure: Failure, licences: list[Licence]) -> str:
    spans = [offer.span for offer in failure.near if offer.span is not None]
    whose = f"{case.name}'s licence{'' if len(licences) == 1 else 's'}"
    if not spans:
        return f"The term of {whose} is not recorded."
    first = days.day_of(min(start for start, _ in spans), case.tz)
    last = days.day_of(max(end for _, end in spans) - timedelta(microseconds=1), case.tz)
    if failure.code is Reason.TERM_NOT_STARTED:
        return f"{whose} begin{'s' if len(licences) == 1 else ''} on {days.said(first)}."
    if failure.code is Reason.TERM_EXPIRED:
        return f"{whose} ended on {days.said(last)}."
    return (
        f"{whose} end{'s' if len(licences) == 1 else ''} on {days.said(last)}, before the use does."
    )


def _verb(case: Case) -> str:
    return (case.request.action or "").replace("_", " ")


def _joined(names: Sequence[str]) -> str:
    if len(names) > 6:
        return f"{', '.join(names[:5])} and {len(names) - 5} more"
    return " and ".join([", ".join(names[:-1]), names[-1]]) if len(names) > 1 else "".join(names)
