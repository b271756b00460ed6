"""Cures for terms, content, claims and consent: pay, ask, leave out, cast another.

Belongs here: every reason but coverage of place, medium and time. Does not know: how reasons are
found.
"""

from collections.abc import Iterator

from toile.domain import paths
from toile.domain.rights.asked import Case
from toile.domain.rights.codes import Outcome, Reason
from toile.domain.rights.cure_words import ASK, FREE, PAY, agent, ask, joined
from toile.domain.rights.decision import Finding, Remedy

MOST_PRODUCTS = 4


def pay(case: Case, finding: Finding) -> Iterator[Remedy]:
    """Offer to pay."""
    fee = next((lic.fee for lic in case.licences if lic.id == finding.licence), None)
    yield Remedy(
        "pay",
        "Pay the fee; the yes follows the payment.",
        finding.code,
        PAY,
        details={
            "licence": finding.licence,
            "amount_minor": fee.amount_minor if fee else None,
            "currency": fee.currency if fee else None,
        },
    )


def buy_units(case: Case, finding: Finding) -> Iterator[Remedy]:
    """Offer to publish no more than is free, or to buy units."""
    found = [lic for lic in case.licences if lic.id == finding.licence]
    state = case.world.state(finding.licence)
    for limit in (grant.count for lic in found for grant in lic.grants if grant.count):
        held = sum(r.qty for r in state.reservations if r.live(case.instant))
        free = (limit.limit or 0) - (state.used or 0) - held
        if 0 < free < (case.request.quantity or 0):
            say = f"Publish {free} instead."
            yield Remedy("reduce_quantity", say, finding.code, FREE, {"quantity": free})
            break
    yield Remedy(
        "buy_units",
        f"Buy more pictures from {agent(case, finding)}.",
        finding.code,
        PAY,
        details={"licence": finding.licence, "quantity": case.request.quantity},
    )


def drop_changes(case: Case, finding: Finding) -> Iterator[Remedy]:
    """Offer to leave the person as she is, or to ask."""
    left = [c for c in case.request.modifications or () if not _said_of(c, finding)]
    gone = [c for c in case.request.modifications or () if _said_of(c, finding)]
    yield Remedy(
        "drop_modification",
        f"Leave {joined([c.replace('_', ' ') for c in gone])} as it is.",
        finding.code,
        FREE,
        {"modifications": left},
        {"modifications": gone},
    )
    if finding.outcome is Outcome.NEEDS_APPROVAL:
        yield ask(finding, "ask_agent", f"Ask {agent(case, finding)} whether it may be.")


def _said_of(change: str, finding: Finding) -> bool:
    return change.replace("_", " ").replace(".", " ") in finding.say


def drop_content(case: Case, finding: Finding) -> Iterator[Remedy]:
    """Offer to leave the content out."""
    tags = case.request.content_tags or ()
    left = [tag for tag in tags if tag.replace("_", " ") not in finding.say]
    if len(left) < len(tags):
        yield Remedy(
            "drop_content",
            "Leave it out of the picture.",
            finding.code,
            FREE,
            {"content_tags": left},
        )


def narrow_product(case: Case, finding: Finding) -> Iterator[Remedy]:
    """Offer the parts of the category that a grant covers and nothing forbids."""
    product, tree = case.request.product, case.world.tables.products
    banned = [b for lic in case.licences for ban in lic.prohibitions for b in ban.products]
    if not product or not any(paths.covers(product, b) and b != product for b in banned):
        return
    granted = [g for lic in case.licences for grant in lic.grants for g in grant.products or ()]
    free = [
        leaf
        for leaf in sorted(tree.leaves(product))
        if paths.any_covers(granted, leaf) and not paths.any_overlaps(banned, leaf)
    ]
    for leaf in free[:MOST_PRODUCTS]:
        yield Remedy(
            "name_product",
            f"Ask for {tree.label(leaf)} only.",
            finding.code,
            FREE,
            {"product": leaf},
            {"free": free},
        )


def buy_product(case: Case, finding: Finding) -> Iterator[Remedy]:
    """Offer to add the category."""
    label = case.world.tables.products.label(case.request.product or "")
    yield Remedy(
        "buy_product",
        f"Ask {agent(case, finding)} to add {label}.",
        finding.code,
        PAY,
        details={"product": case.request.product, "licence": finding.licence},
    )


def label_on(_case: Case, finding: Finding) -> Iterator[Remedy]:
    """Offer to switch the label on."""
    yield Remedy("label_on", "Switch the label on.", finding.code, FREE, {"labels_disabled": False})


def after_claim(case: Case, finding: Finding) -> Iterator[Remedy]:
    """Offer the places that nobody else holds, another twin, or that the option is released."""
    taken = {cell.territory for cell in finding.cells}
    left = frozenset(code for code in case.asked.territory_order if code not in taken)
    places = case.world.tables.territories
    if left and taken:
        gone = places.compress(
            frozenset(code for code in taken if code), case.request.territory or ()
        )
        yield Remedy(
            "drop_territory",
            f"Drop {joined([places.name(code) for code in gone])}.",
            finding.code,
            FREE,
            {"territory": list(places.compress(left, case.request.territory or ()))},
            {"territories": list(gone)},
        )
    yield ask(finding, "other_twin", "Cast another twin.", FREE)
    if finding.code is Reason.HOLD_CONFLICT:
        yield ask(finding, "release_hold", f"Ask {agent(case, finding)} to release the option.")


def request_approval(case: Case, finding: Finding) -> Iterator[Remedy]:
    """Offer to send the picture for a yes."""
    yield Remedy(
        "request_approval",
        f"Send this picture to {agent(case, finding)} for a yes.",
        finding.code,
        ASK,
        details={"licence": finding.licence, "asset_hash": case.request.asset_hash},
    )


def sign(case: Case, finding: Finding) -> Iterator[Remedy]:
    """Offer to sign, or another twin."""
    yield ask(finding, "sign_licence", f"Sign a licence with {agent(case, finding)}.", PAY)
    yield ask(finding, "other_twin", "Cast another twin.", FREE)


def complete_consent(case: Case, finding: Finding) -> Iterator[Remedy]:
    """Offer to complete the consent, or another twin."""
    yield ask(finding, "complete_consent", f"Ask {agent(case, finding)} for a complete consent.")
    yield ask(finding, "other_twin", "Cast another twin.", FREE)
