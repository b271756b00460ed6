"""Gate ``coverage_time``: the instant and every day of the window, by one licence or in sequence.

Belongs here: spans of time against each other. Does not know: territories or media grants.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field

from toile.domain import days, paths
from toile.domain.days import Span
from toile.domain.rights.asked import Case
from toile.domain.rights.codes import Reason
from toile.domain.rights.offers import Offer


@dataclass(slots=True)
class Timing:
    """Whether grants cover the days asked for; ``open_days`` are those that none covers."""

    offers: Sequence[Offer]
    failed: Reason | None = None
    unknown: bool = False
    archive: bool = False
    open_days: list[Span] = field(default_factory=list)


def timing_of(case: Case, offers: Sequence[Offer], medium: str | None) -> Timing:
    """Return how the grants together cover the instant and the window."""
    staying = [offer for offer in offers if _may_stay(case, offer, medium)]
    if staying:
        archive = not any(offer.grace for offer in staying)
        return Timing(staying[:1], archive=archive and _is_over(case, staying[0]))
    known = [(offer, offer.span) for offer in offers if offer.span is not None]
    if len(known) < len(offers) and not _whole(case, known):
        unknown = [offer for offer in offers if offer.span is None]
        return Timing(unknown, Reason.INPUT_MISSING, unknown=True)
    return _in_sequence(case, known)


def _in_sequence(case: Case, known: list[tuple[Offer, Span]]) -> Timing:
    spans = [span for _, span in known]
    offers = [offer for offer, _ in known]
    now = case.instant
    running = [offer for offer, (start, end) in known if start <= now < end]
    if not running:
        later = any(start > now for start, _ in spans)
        return Timing(offers, Reason.TERM_NOT_STARTED if later else Reason.TERM_EXPIRED)
    asked = case.asked.span(_zone(case, running[0]))
    if asked is None:
        return Timing(running[:1])
    left = days.gaps(asked, spans)
    if left:
        early = left[0][0] == asked[0] and left[0][1] < asked[1]
        code = Reason.TERM_NOT_STARTED if early else Reason.WINDOW_EXCEEDS_TERM
        return Timing(offers, code, open_days=left)
    return Timing(_needed(known, asked, running[0]))


def _needed(known: list[tuple[Offer, Span]], asked: Span, running: Offer) -> list[Offer]:
    """Return as few grants as cover the window in sequence, with the one that runs now."""
    taken, at = [running], asked[0]
    while at < asked[1]:
        reaching = [(offer, span) for offer, span in known if span[0] <= at < span[1]]
        offer, span = max(reaching, key=lambda pair: (pair[0] is running, pair[1][1]))
        if offer not in taken:
            taken.append(offer)
        at = span[1]
    return taken


def _whole(case: Case, known: list[tuple[Offer, Span]]) -> bool:
    return bool(known) and _in_sequence(case, known).failed is None


def _zone(case: Case, offer: Offer) -> str:
    term = offer.licence.term
    return term.tz if term and term.tz else case.tz


def _may_stay(case: Case, offer: Offer, medium: str | None) -> bool:
    """Say whether a use that is already live may stay, by a running take-down or an archive clause.

    A take-down time does not outlast the term of the licence itself.
    """
    if case.request.action != "keep_live" or offer.span is None:
        return False
    kept = medium is not None and paths.any_covers(offer.licence.post_term_keep_live, medium)
    if offer.grace:
        return kept or case.instant < offer.span[1]
    return kept and case.instant >= offer.span[0]


def _is_over(case: Case, offer: Offer) -> bool:
    return offer.span is not None and case.instant >= offer.span[1]
