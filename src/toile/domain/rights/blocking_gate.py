"""Gates ``prohibition`` and ``exclusivity``: anything that blocks where it merely overlaps.

Belongs here: prohibited products and content, AI training, other brands' exclusivities, competitor
lists, holds and bookings. Does not know: what is granted. Other brands are not named to the asker.
"""

from collections.abc import Sequence

from toile.domain import days, paths
from toile.domain.days import FIRST, LAST
from toile.domain.licences import Licence, Prohibition
from toile.domain.rights.asked import Case
from toile.domain.rights.codes import Gate, Outcome, Reason
from toile.domain.rights.cure_words import joined
from toile.domain.rights.decision import Cell
from toile.domain.rights.party_gate import in_effect, principals, without_superseded
from toile.domain.rights.world import Claim, Exclusivity
from toile.domain.territories import overlap

GATE = Gate.PROHIBITION


def prohibiting_licences(case: Case) -> list[Licence]:
    """Return the active agreements between the same parties whose prohibitions apply."""
    parties = principals(case)
    between = [lic for lic in case.licences if lic.kind != "offer" and lic.kind != "draft"]
    between = [lic for lic in between if lic.licensee in parties]
    return [lic for lic in without_superseded(case, between) if _active(case, lic)]


def check_prohibitions(case: Case, licences: Sequence[Licence]) -> None:
    """Note each prohibition that overlaps the request."""
    for lic in licences:
        for prohibition in lic.prohibitions:
            _check_prohibition(case, lic, prohibition)
        _check_training(case, lic)
    _check_content(case, licences)


def check_claims(case: Case) -> None:
    """Note other brands' exclusivities, holds and, when selling exclusivity, bookings."""
    world = case.world
    if not (world.exclusivities or world.holds or world.bookings):
        return
    own = _own_group(case)
    for claim in case.world.exclusivities:
        if claim.holder not in own:
            _check_exclusivity(case, claim, own)
    for hold in case.world.holds:
        ended = hold.expires_at is not None and hold.expires_at <= case.instant
        if hold.holder in own or ended or hold.rank > 1 or not _claims(case, hold):
            continue
        case.add(
            Gate.EXCLUSIVITY,
            Outcome.NEEDS_APPROVAL,
            Reason.HOLD_CONFLICT,
            f"Another brand has a first option on {case.name}{_reach(case, hold)}.",
            cells=_shared(case, hold),
        )
    if case.request.action == "grant_exclusive":
        _check_bookings(case, own)


def _active(case: Case, licence: Licence) -> bool:
    if in_effect(licence, case.instant):
        return False
    term = licence.term
    if term is None or term.tz is None:
        return True
    start = days.start_of(term.start or FIRST, term.tz)
    end = days.end_of(term.end or LAST, term.tz)
    window = case.asked.span(term.tz)
    now = start <= case.instant < end
    return now or (window is not None and window[0] < end and start < window[1])


def _check_prohibition(case: Case, lic: Licence, ban: Prohibition) -> None:
    request = case.request
    if ban.content or not _ban_reaches(case, ban):
        return
    if ban.products:
        say = (
            f"{case.name}'s licence forbids {_product(case, _hit(ban.products, request.product))}."
        )
        code, about = Reason.PRODUCT_PROHIBITED, "prohibited_products"
    elif ban.territory:
        say, code = f"{case.name}'s licence forbids this territory.", Reason.TERRITORY_EXCLUDED
        about = "territory"
    elif ban.media:
        say, code = f"{case.name}'s licence forbids this medium.", Reason.MEDIA_NOT_COVERED
        about = "media"
    else:
        say, code = f"{case.name}'s licence forbids this action.", Reason.ACTION_NOT_COVERED
        about = "actions"
    case.add(GATE, Outcome.DENIED, code, say, licence=lic, about=about, clause=ban.clause)


def _ban_reaches(case: Case, ban: Prohibition) -> bool:
    request, asked = case.request, case.asked
    if ban.actions and request.action not in ban.actions:
        return False
    if ban.products and (
        request.product is None or not paths.any_overlaps(ban.products, request.product)
    ):
        return False
    if ban.media and not any(paths.any_overlaps(ban.media, medium) for medium in asked.media):
        return False
    codes = case.world.tables.territories.expand(ban.territory)
    return not ban.territory or overlap(codes, asked.territories)


def _hit(banned: tuple[str, ...], product: str | None) -> str:
    return next((ban for ban in banned if product and paths.overlaps(ban, product)), product or "")


def _product(case: Case, path: str) -> str:
    return case.world.tables.products.label(path)


def _check_training(case: Case, lic: Licence) -> None:
    if not case.world.tables.actions.trains(case.request.action) or lic.training == "allowed":
        return
    if lic.training is None:
        case.unknown(GATE, "training", "Whether AI training is allowed is not recorded.", lic)
        return
    outcome = Outcome.DENIED if lic.training == "forbidden" else Outcome.NEEDS_APPROVAL
    say = f"{case.name}'s licence does not let anyone train a model on the twin or its pictures."
    case.add(GATE, outcome, Reason.TRAINING_PROHIBITED, say, licence=lic, about="training")


def _check_content(case: Case, licences: Sequence[Licence]) -> None:
    standing = case.facts.standing_prohibited_content if case.facts else None
    banned: list[tuple[str, Licence | None, Prohibition | None]] = [
        (tag, None, None) for tag in standing or ()
    ]
    banned += [
        (tag, lic, ban)
        for lic in licences
        for ban in lic.prohibitions
        if _ban_reaches(case, ban)
        for tag in ban.content
    ]
    if case.request.content_tags is None:
        _unclassified(case, bool(banned) or standing is None)
        return
    if standing is None and case.facts is not None and case.request.content_tags:
        case.unknown(
            GATE, "standing_prohibited_content", f"What {case.name} never does is not recorded."
        )
    for tag, lic, ban in banned:
        if any(paths.overlaps(tag, asked) for asked in case.request.content_tags):
            who = f"{case.name}'s licence" if lic else f"{case.name}'s standing rule"
            case.add(
                GATE,
                Outcome.DENIED,
                Reason.CONTENT_PROHIBITED,
                f"{who} forbids {tag.replace('_', ' ').replace('.', ' ')}.",
                licence=lic,
                about="content",
                clause=ban.clause if ban else None,
            )


def _unclassified(case: Case, any_banned: bool) -> None:
    if not any_banned:
        return
    case.add(
        GATE,
        Outcome.NOT_ENOUGH_INFORMATION,
        Reason.CONTENT_UNCLASSIFIED,
        f"What the picture shows is not classified yet, and {case.name} rules some content out.",
        missing=("content_tags",),
    )


def _own_group(case: Case) -> frozenset[str]:
    """Return the requester with its group; an agency stands for the brand it works for."""
    found: set[str] = set()
    parties = (case.request.on_behalf_of,) if case.request.on_behalf_of else (case.request.actor,)
    for party in parties:
        if party:
            found |= case.world.group_of(party)
    for lic in case.licences:
        if any(sub.party == case.request.actor for sub in lic.sublicensees):
            found |= case.world.group_of(lic.licensee)
    return frozenset(found)


def _check_exclusivity(case: Case, claim: Exclusivity, own: frozenset[str]) -> None:
    if not _claims(case, claim, products=False):
        return
    named = own if claim.include_group else {case.request.actor, case.request.on_behalf_of}
    by_product = _products_overlap(case, claim.products)
    if any(competitor in named for competitor in claim.competitors):
        code = Reason.NAMED_COMPETITOR
        say = f"Another brand's agreement bars {case.name} from working for you"
    elif by_product and (claim.products or not claim.competitors):
        code = Reason.EXCLUSIVITY_CONFLICT
        goods = " and ".join(_product(case, path) for path in claim.products) or "every product"
        say = f"Another brand holds {case.name} exclusively for {goods}"
    else:
        return
    say = f"{say}{_reach(case, claim)}."
    case.add(Gate.EXCLUSIVITY, Outcome.DENIED, code, say, cells=_shared(case, claim))


def _check_bookings(case: Case, own: frozenset[str]) -> None:
    for booking in case.world.bookings:
        if booking.holder not in own and _claims(case, booking):
            case.add(
                Gate.EXCLUSIVITY,
                Outcome.DENIED,
                Reason.EXISTING_BOOKING_CONFLICT,
                f"{case.name} is already booked by another brand{_reach(case, booking)}.",
                cells=_shared(case, booking),
            )


def _claims(case: Case, claim: Claim, *, products: bool = True) -> bool:
    """Say whether a claim surely overlaps the request; an unknown side settles nothing."""
    if claim.twin is not None and claim.twin != case.twin:
        return False
    if products and not _products_overlap(case, claim.products):
        return False
    asked = case.asked
    codes = case.world.tables.territories.expand(claim.territory)
    if claim.territory and not overlap(codes, asked.territories):
        return False
    if claim.media and not any(paths.any_overlaps(claim.media, medium) for medium in asked.media):
        return False
    window = asked.days(case.tz)
    if window is None:
        return False
    start = days.first_day(claim.start, case.tz) if claim.start else FIRST
    end = days.first_day(claim.end, case.tz) if claim.end else LAST
    return days.days_overlap((start, end), window)


def _products_overlap(case: Case, products: tuple[str, ...]) -> bool:
    product = case.request.product
    return not products or (product is not None and paths.any_overlaps(products, product))


def _reach(case: Case, claim: Claim) -> str:
    """Return where and until when a claim holds, as far as the request meets it."""
    names = case.world.tables.territories
    met = [cell.territory for cell in _shared(case, claim) if cell.territory]
    said = names.compress(frozenset(met), (*claim.territory, *(case.request.territory or ())))
    where = f" in {joined([names.name(code) for code in said])}" if 0 < len(said) < 7 else ""
    until = f" until {days.said(days.first_day(claim.end, case.tz))}" if claim.end else ""
    return where + until


def _shared(case: Case, claim: Claim) -> tuple[Cell, ...]:
    """Return the asked territories that a claim holds."""
    codes = case.world.tables.territories.expand(claim.territory)
    asked = case.asked.territory_order
    return tuple(Cell(c, None) for c in asked if not claim.territory or overlap(codes, _one(c)))


def _one(code: str) -> frozenset[str]:
    return frozenset((code,))
