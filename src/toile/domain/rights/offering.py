"""The selling direction: may these terms be offered to that brand, a rival of another perhaps.

Belongs here: holding a drafted licence against the claims of others. Does not know: what the
licence would allow its licensee.
"""

from collections.abc import Iterator
from datetime import datetime

from toile.domain.days import read_instant
from toile.domain.errors import BadInput
from toile.domain.licences import Grant, Licence
from toile.domain.rights.asked import Asked, Case
from toile.domain.rights.blocking_gate import check_claims
from toile.domain.rights.decision import Finding
from toile.domain.rights.request import UseRequest, Window
from toile.domain.rights.world import World


def offer_conflicts(draft: Licence, world: World, instant: datetime) -> tuple[Finding, ...]:
    """Return the claims of other brands that the terms would break; none means it may be offered.

    Terms that are exclusive are held against running bookings too. Raises ``BadInput`` for terms
    without dates, places or media: they cannot be held against anything.
    """
    _check(draft)
    moment: datetime = read_instant(instant)
    found: dict[Finding, None] = {}
    for request in _scopes(draft):
        case = Case(
            asked=Asked.of(request, world.tables),
            twin=draft.twin,
            facts=world.twins.get(draft.twin),
            consents=(),
            licences=(),
            world=world,
            instant=moment,
            tz=draft.term.tz if draft.term and draft.term.tz else "UTC",
        )
        check_claims(case)
        found.update(dict.fromkeys(case.findings))
    return tuple(sorted(found, key=lambda finding: (finding.outcome.strength, *finding.place)))


def _check(draft: Licence) -> None:
    term = draft.term
    dated = term is not None and term.start is not None and term.end is not None
    if not dated or not all(grant.territory.include and grant.media for grant in draft.grants):
        raise BadInput("The terms lack dates, places or media.", hint="Write them in first.")


def _scopes(draft: Licence) -> Iterator[UseRequest]:
    for grant in draft.grants:
        for product in (*(grant.products or ()), *grant.products_need_approval):
            yield _asked(draft, grant, product, exclusive=False)
    bought = draft.exclusivity
    if bought is None:
        return
    for grant in draft.grants:
        for product in bought.products or grant.products or ():
            yield _asked(draft, grant, product, exclusive=True)


def _asked(draft: Licence, grant: Grant, product: str, *, exclusive: bool) -> UseRequest:
    """Return one product of the terms as a use in their whole territory, media and term."""
    bought = draft.exclusivity if exclusive else None
    term = draft.term
    return UseRequest(
        action="grant_exclusive" if exclusive else "publish",
        actor=draft.licensee,
        twins=(draft.twin,),
        product=product,
        content_tags=(),
        media=(bought.media if bought and bought.media else grant.media) or (),
        territory=(bought.territory if bought and bought.territory else grant.territory.include)
        or (),
        window=Window(start=term.start, end=term.end) if term else None,
    )
