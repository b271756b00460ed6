"""A quote adds up line by line, never rewards asking for more, and says what is cheaper."""

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from toile.adapters.rights_data.rate_cards import load_card
from toile.adapters.rights_data.tables import load_tables
from toile.domain.errors import BadInput
from toile.domain.fee_advice import advise, months_between
from toile.domain.fees import FeeScope, Quote, quote, rounded
from toile.domain.rate_cards import cheapest_areas

CARD, TABLES, DAY = load_card(), load_tables(), date(2026, 11, 24)
PLACES = TABLES.territories
MEDIA = ["digital.owned.ecommerce", "digital.social.paid", "digital.social.organic", "ooh.static"]
AREAS = ["DE", "FR", "SE", "NO", "AT", "CH", "US", "EU27", "NORDICS"]


def price(**more: object) -> Quote:
    fields = {"media": ("digital.owned.ecommerce",), "territory": ("FR",), "months": 12, **more}
    return quote(CARD, FeeScope.model_validate(fields), PLACES, DAY)


@st.composite
def scopes(draw: st.DrawFn) -> FeeScope:
    return FeeScope(
        media=tuple(draw(st.lists(st.sampled_from(MEDIA), min_size=1, max_size=4, unique=True))),
        territory=tuple(
            draw(st.lists(st.sampled_from(AREAS), min_size=1, max_size=4, unique=True))
        ),
        months=draw(st.integers(1, 60)),
        assets=draw(st.integers(1, 200)),
        exclusivity=draw(st.sampled_from(["none", "category", "named", "full"])),
        product=draw(st.sampled_from(["apparel.denim", "apparel.swim", "apparel"])),
        tax_country=draw(st.sampled_from([None, "FR", "DE"])),
        sessions=draw(st.integers(0, 2)),
        generations=draw(st.integers(0, 500)),
    )


def test_a_year_in_one_country_in_the_shop_is_reckoned_by_hand() -> None:
    made = price()
    assert [(line.kind, line.amount) for line in made.lines] == [
        ("usage", 125_000),
        ("minimum", 25_000),
        ("agency", 30_000),
    ]
    assert made.total == 180_000
    assert made.payout == 112_500
    assert made.renewal == 135_000


def test_halves_are_rounded_to_even() -> None:
    assert [rounded(Decimal(text)) for text in ("0.5", "1.5", "2.5", "-0.5")] == [0, 2, 2, 0]


def test_new_york_caps_the_commission() -> None:
    assert price(governing_law=("US-NY",)).commission_rate == Decimal("0.20")
    assert price().commission_rate == Decimal("0.25")


def test_a_region_is_taken_where_it_costs_less_than_its_countries() -> None:
    areas = cheapest_areas(CARD, ("DE", "AT", "CH"), PLACES)
    assert [area.area for area in areas] == ["DACH"]
    areas = cheapest_areas(CARD, ("SE",), PLACES)
    assert [area.area for area in areas] == ["SE"]


def test_swim_costs_more_than_denim() -> None:
    assert price(product="apparel.swim").total > price(product="apparel.denim").total


@pytest.mark.parametrize("wrong", [{"media": ()}, {"months": 61}, {"assets": 0}, {"media": ("x",)}])
def test_what_the_card_cannot_price_is_said(wrong: dict[str, object]) -> None:
    with pytest.raises(BadInput):
        price(**wrong)


@settings(deadline=None)
@given(scopes())
def test_the_lines_add_up_and_the_order_of_the_scope_does_not_matter(scope: FeeScope) -> None:
    made = quote(CARD, scope, PLACES, DAY)
    assert made.total == sum(line.amount for line in made.lines)
    assert made.payout + made.commission <= made.total
    turned = scope.model_copy(
        update={"media": scope.media[::-1], "territory": scope.territory[::-1]}
    )
    assert quote(CARD, turned, PLACES, DAY).total == made.total


@settings(deadline=None)
@given(scopes())
def test_asking_for_more_never_costs_less(scope: FeeScope) -> None:
    total = quote(CARD, scope, PLACES, DAY).total
    more: list[dict[str, object]] = [
        {"media": (*scope.media, "tv")},
        {"territory": (*scope.territory, "JP")},
        {"months": min(60, scope.months + 6)},
        {"assets": min(200, scope.assets + 10)},
        {"sessions": scope.sessions + 1},
    ]
    for change in more:
        assert quote(CARD, scope.model_copy(update=change), PLACES, DAY).total >= total


@settings(deadline=None, max_examples=40)
@given(scopes())
def test_the_advice_names_true_savings_dearest_first(scope: FeeScope) -> None:
    made = advise(CARD, scope, PLACES, TABLES.media, DAY)
    saved = [mover.saves for mover in made.movers]
    assert saved == sorted(saved, reverse=True)
    for mover in made.movers:
        less = FeeScope.model_validate({**scope.model_dump(), **mover.change})
        assert quote(CARD, less, PLACES, DAY).total == mover.total
    if made.leanest:
        assert made.leanest.saves >= saved[0]


def test_begun_months_count() -> None:
    assert months_between(date(2027, 3, 1), date(2027, 3, 31)) == 1
    assert months_between(date(2027, 3, 1), date(2027, 4, 1)) == 2
    assert months_between(date(2027, 3, 15), date(2027, 4, 14)) == 1
    assert months_between(date(2026, 12, 31), date(2027, 2, 1)) == 2


def test_a_cheaper_scope_is_told_in_words_and_not_in_codes() -> None:
    scope = FeeScope(
        media=("digital.owned.ecommerce", "digital.social.paid"), territory=("NO", "SE"), months=6
    )
    said = {mover.say for mover in advise(CARD, scope, PLACES, TABLES.media, DAY).movers}
    assert {"without paid social", "without Norway"} <= said
