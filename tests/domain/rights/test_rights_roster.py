"""The roster question gives the very twins for whom the full decision says yes."""

from datetime import UTC, date, datetime, timedelta
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from toile.adapters.rights_data.flat_licence import licence_of, state_of
from toile.adapters.rights_data.tables import load_tables
from toile.domain.consent import Consent, ConsentElements
from toile.domain.rights import (
    Exclusivity,
    Hold,
    Roster,
    TwinFacts,
    UseRequest,
    Window,
    World,
    decide,
    who_may,
)

CHANGES = ["hair", "skin", "tattoo"]
NOW = datetime(2026, 11, 23, 10, tzinfo=UTC)
PLACES = ["SE", "DE", "FR", "EU27", "WORLD", "US", "PR", "NO"]
MEDIA = ["digital.owned", "digital", "digital.social.organic", "print", "ALL"]
PRODUCTS = ["apparel", "apparel.denim", "accessories"]
rarely = st.integers(0, 7).map(lambda n: n == 0)


def some(values: list[str]) -> st.SearchStrategy[list[str]]:
    return st.lists(st.sampled_from(values), min_size=1, max_size=3, unique=True)


@st.composite
def flats(draw: st.DrawFn, number: int) -> dict[str, Any]:
    start = date(2026, 10, 1) + timedelta(days=draw(st.integers(0, 90)))
    flat: dict[str, Any] = {
        "id": f"L{number}", "twin": f"t{draw(st.integers(0, 3))}",
        "kind": "offer" if draw(rarely) else "agreement",
        "licensee": draw(st.sampled_from(["x", "x", "x", "x_shop", "y"])),
        "affiliates_allowed": draw(st.booleans()),
        "term": {"start": start, "end": start + timedelta(days=draw(st.integers(20, 400))),
                 "tz": draw(st.sampled_from(["Europe/Paris", "Asia/Tokyo"]))},
        "territory": {"include": draw(some(PLACES)),
                      "exclude": ["FR"] if draw(rarely) else [],
                      "online_rule": "geo_restricted" if draw(rarely) else "targeted",
                      "dependent_codes": "silent"},
        "media": draw(some(MEDIA)), "products": draw(some(PRODUCTS)),
        "actions": ["generate", "publish", "keep_live"] if not draw(rarely) else ["edit"],
        "modifications": {"hair": "allowed", "skin": "forbidden"},
        "unlisted_modification": draw(st.sampled_from(["allowed", "needs_approval"])),
        "approval": {"mode": "per_asset" if draw(rarely) else "none"},
        "fee_precondition": draw(st.booleans()), "fee_paid": not draw(rarely),
        "training": "prohibited", "visible_label": None if draw(rarely) else False,
        "takedown_hours": 72, "pre_production": draw(rarely),
        "products_need_approval": ["apparel.denim"] if draw(rarely) else [],
        "prohibited_products": ["apparel.denim"] if draw(rarely) else [],
        "prohibited_content": ["fur"] if draw(rarely) else [],
        "post_term_keep_live": ["digital"] if draw(rarely) else [],
        "count": {"limit": 5, "used": draw(st.integers(3, 5)), "counts_on": "publish"},
    }  # fmt: skip
    if draw(rarely):
        flat["revoked_effective"] = "2026-11-22T00:00:00Z"
    if draw(rarely) and number:
        flat["supersedes"] = ["L0"]
    if draw(rarely):
        flat["sublicensees"] = ["agency"]
    return flat


def facts(number: int, draw: st.DrawFn) -> TwinFacts:
    return TwinFacts(
        id=f"t{number}", version="v1",
        recognisable=None if draw(rarely) else not draw(rarely),
        standing_prohibited_content=("fur",) if draw(rarely) else (),
        birth_date=date(2010, 1, 1) if draw(rarely) else date(1998, 4, 2),
        capture_date=date(2026, 1, 15), deceased_known=True,
        deceased_on=date(2026, 10, 1) if draw(rarely) else None,
    )  # fmt: skip


def consent(number: int, draw: st.DrawFn) -> Consent:
    return Consent(
        id=f"c{number}", twin=f"t{number}", separate_document=True, covers_versions=("v1",),
        governing_law=("EU",), signed_at=datetime(2026, 1, 15, tzinfo=UTC),
        elements=ConsentElements(biometric_explicit=not draw(rarely)),
        withdrawn_at=datetime(2026, 12, 24, tzinfo=UTC) if draw(rarely) else None,
        given_to=("x",) if draw(rarely) else (),
        kinds=("create", "biometric") if draw(rarely) else ("create", "use", "biometric"),
    )  # fmt: skip


@st.composite
def worlds(draw: st.DrawFn) -> tuple[list[Any], list[Consent], World]:
    flat = [draw(flats(number)) for number in range(draw(st.integers(1, 7)))]
    barred = "t0" if draw(st.booleans()) else None
    taken = Exclusivity(holder="y", twin=barred, products=("accessories",))
    claims = [taken] if draw(rarely) else []
    holds = [Hold(holder="z", twin="t1", start=date(2026, 12, 1))] if draw(rarely) else []
    world = World(
        tables=load_tables(), twins={f"t{n}": facts(n, draw) for n in range(4)},
        affiliates={"x": ("x_shop",)}, exclusivities=tuple(claims), holds=tuple(holds),
        states={one["id"]: state_of(one) for one in flat},
        tool={} if draw(rarely) else {"on_market": "2026-09-15"},
    )  # fmt: skip
    return [licence_of(one) for one in flat], [consent(n, draw) for n in range(4)], world


@st.composite
def asks(draw: st.DrawFn) -> UseRequest:
    start = date(2026, 11, 20) + timedelta(days=draw(st.integers(0, 40)))
    return UseRequest(
        action=draw(st.sampled_from(["generate", "publish", "keep_live", "edit"])),
        actor=draw(st.sampled_from(["x", "x", "x", "x_shop", "agency"])), twins=(),
        product=draw(st.sampled_from(PRODUCTS)),
        content_tags=None if draw(rarely) else tuple(draw(st.lists(st.just("fur"), max_size=1))),
        media=tuple(draw(some(MEDIA[:4]))), territory=tuple(draw(some(PLACES))),
        window=Window(start=start, end=start + timedelta(days=draw(st.integers(0, 60)))),
        modifications=tuple(draw(st.lists(st.sampled_from(CHANGES), max_size=1))),
        quantity=draw(st.integers(1, 2)), labels_disabled=draw(rarely),
    )  # fmt: skip


@settings(max_examples=120, deadline=None)
@given(worlds(), asks())
def test_the_sieve_passes_whom_the_full_decision_passes(
    state: tuple[list[Any], list[Consent], World], ask: UseRequest
) -> None:
    licences, consents, world = state
    expected = tuple(
        twin
        for twin in sorted(world.twins)
        if decide(ask.model_copy(update={"twins": (twin,)}), licences, consents, world, NOW).allowed
    )
    assert who_may(ask, Roster(licences, consents, world), NOW) == expected


def test_nobody_may_where_the_territory_is_not_known() -> None:
    world = World(tables=load_tables())
    ask = UseRequest(
        action="generate", actor="x", twins=(), product="apparel", media=("print",), territory=None,
        window=Window(start=date(2026, 12, 1), end=date(2026, 12, 2)),
    )  # fmt: skip
    assert who_may(ask, Roster([], [], world), NOW) == ()
