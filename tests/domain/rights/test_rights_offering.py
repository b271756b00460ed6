"""The model or agent may offer terms to any brand, a rival too, where nobody holds the slot."""

from datetime import UTC, date, datetime

import pytest

from toile.adapters.rights_data.tables import load_tables
from toile.domain.errors import BadInput
from toile.domain.licences import ExclusivityTerms, Grant, Licence, Term, TerritoryGrant
from toile.domain.rights import Booking, Exclusivity, Hold, World, offer_conflicts

NOW = datetime(2026, 11, 24, 10, tzinfo=UTC)
TAKEN = Exclusivity(
    holder="nord", twin="ava", products=("apparel",), territory=("NORDICS",),
    start=date(2026, 10, 1), end=date(2027, 6, 30), competitors=("rival",),
)  # fmt: skip


def terms(brand: str, place: str, *, exclusive: bool = False, product: str = "apparel") -> Licence:
    return Licence(
        id="draft", kind="draft", twin="ava", licensee=brand,
        term=Term(start=date(2027, 1, 1), end=date(2027, 12, 31), tz="Europe/Paris"),
        grants=(
            Grant(
                actions=("publish",), territory=TerritoryGrant(include=(place,)),
                media=("digital",), products=(product,),
            ),
        ),
        exclusivity=ExclusivityTerms(products=(product,)) if exclusive else None,
    )  # fmt: skip


def codes(draft: Licence, **claims: object) -> list[str]:
    world = World(tables=load_tables(), **claims)
    return [finding.code for finding in offer_conflicts(draft, world, NOW)]


def test_a_free_slot_may_be_offered_to_anyone() -> None:
    assert codes(terms("orel", "FR"), exclusivities=(TAKEN,)) == []


def test_an_exclusivity_stands_against_every_other_brand_there() -> None:
    assert codes(terms("orel", "SE"), exclusivities=(TAKEN,)) == ["EXCLUSIVITY_CONFLICT"]
    assert codes(terms("nord", "SE"), exclusivities=(TAKEN,)) == []


def test_a_named_rival_is_barred_for_other_goods_too() -> None:
    assert codes(terms("rival", "SE", product="accessories"), exclusivities=(TAKEN,)) == [
        "NAMED_COMPETITOR"
    ]


def test_exclusive_terms_are_held_against_running_bookings() -> None:
    booked = Booking(holder="nord", twin="ava", products=("apparel",), territory=("FR",),
                     start=date(2027, 2, 1), end=date(2027, 3, 1))  # fmt: skip
    assert codes(terms("orel", "FR"), bookings=(booked,)) == []
    assert codes(terms("orel", "FR", exclusive=True), bookings=(booked,)) == [
        "EXISTING_BOOKING_CONFLICT"
    ]


def test_a_first_option_of_another_brand_is_named() -> None:
    option = Hold(holder="nord", twin="ava", territory=("EU27",), expires_at="2026-12-01T00:00:00Z")
    assert codes(terms("orel", "FR"), holds=(option,)) == ["HOLD_CONFLICT"]


def test_terms_without_dates_cannot_be_held_against_anything() -> None:
    with pytest.raises(BadInput):
        codes(terms("orel", "FR").model_copy(update={"term": None}), exclusivities=(TAKEN,))
