"""Containment and overlap of media, products, territories; every row of law names its source."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from toile.adapters.rights_data.tables import load_tables
from toile.domain import days, paths
from toile.domain.disclosure import Use, bites
from toile.domain.licences import ApprovalTerms, Term
from toile.domain.territories import contains, overlap

TABLES = load_tables()
PLACES = TABLES.territories


def test_a_parent_covers_its_children_and_not_the_other_way_round() -> None:
    assert paths.covers("digital.owned", "digital.owned.app")
    assert not paths.covers("digital.owned.app", "digital.owned")
    assert not paths.covers("digital.own", "digital.owned")
    assert paths.overlaps("digital.owned.app", "digital.owned")


def test_all_children_together_are_the_parent() -> None:
    assert TABLES.media.contains(
        ("digital.social.organic", "digital.social.paid"), "digital.social"
    )
    assert not TABLES.media.contains(("digital.social.organic",), "digital.social")


def test_the_eea_is_thirty_states_and_the_world_holds_them_all() -> None:
    assert len(PLACES.expand(("EU27",))) == 27
    assert len(PLACES.expand(("EEA",))) == 30
    assert PLACES.expand(("EEA", "GCC", "DACH")) < PLACES.expand(("WORLD",))
    assert "PR" in PLACES.expand(("WORLD",))
    assert PLACES.expand(("uk", "eu")) == PLACES.expand(("GB", "EU27"))


def test_a_state_is_part_of_its_country_and_a_dependent_code_is_not() -> None:
    assert contains(frozenset({"US"}), "US-NY")
    assert not contains(frozenset({"US"}), "PR")
    assert overlap(frozenset({"US-NY"}), frozenset({"US"}))
    assert not overlap(frozenset({"US-NY", "US"}), frozenset({"FR"}))


def test_places_are_said_in_the_words_of_the_request() -> None:
    everything = PLACES.expand(("EU27", "CH"))
    assert PLACES.compress(everything, ("EU27", "CH")) == ("EU27", "CH")
    assert PLACES.compress(frozenset({"FR"}), ("EU27",)) == ("FR",)


def test_every_group_is_made_of_known_places() -> None:
    for group in PLACES.groups:
        assert PLACES.expand((group,)) <= set(PLACES.names), group
    assert set(PLACES.dependent.values()) <= set(PLACES.names)
    assert "NO" in PLACES.names


@pytest.mark.parametrize("row", TABLES.disclosure, ids=lambda row: row.id)
def test_every_row_of_law_is_dated_and_names_its_source(row: object) -> None:
    rule = TABLES.disclosure[[one.id for one in TABLES.disclosure].index(row.id)]  # type: ignore[attr-defined]
    assert rule.source
    assert rule.checked_on <= date(2026, 11, 24)
    assert rule.effect == "duty" or rule.status == "verify"
    assert PLACES.expand(rule.markets) <= set(PLACES.names) | {"US-NY"}


@pytest.mark.parametrize(
    ("day", "on_market", "owed"),
    [
        (date(2026, 8, 1), date(2026, 9, 15), False),
        (date(2026, 8, 2), date(2026, 9, 15), True),
        (date(2026, 12, 1), date(2026, 8, 1), False),
        (date(2026, 12, 2), date(2026, 8, 1), True),
        (date(2026, 11, 1), None, None),
        (date(2026, 12, 2), None, True),
    ],
)
def test_the_machine_mark_has_a_grace_for_older_systems(
    day: date, on_market: date | None, owed: bool | None
) -> None:
    rule = next(row for row in TABLES.disclosure if row.id == "eu-machine")
    use = Use(
        action="publish", markets=frozenset({"SE"}), media=("digital",), deployed=day,
        tool_on_market=on_market,
    )  # fmt: skip
    assert bites(rule, use, PLACES.expand(rule.markets)) is owed


def test_months_end_the_day_before_or_on_the_last_day() -> None:
    assert days.last_day_after_months(date(2026, 5, 1), 6) == date(2026, 10, 31)
    assert days.last_day_after_months(date(2026, 8, 31), 6) == date(2027, 2, 28)
    assert days.last_day_after_months(date(2026, 12, 1), 1) == date(2026, 12, 31)
    assert days.last_day_after_months(date(2027, 8, 30), 6) == date(2028, 2, 29)


@given(st.dates(date(2020, 1, 1), date(2030, 1, 1)), st.integers(1, 60))
def test_months_are_never_shorter_than_the_months_before(start: date, months: int) -> None:
    assert days.last_day_after_months(start, months) > start
    shorter = days.last_day_after_months(start, months)
    assert days.last_day_after_months(start, months + 1) > shorter


def test_a_day_of_a_change_of_clock_has_its_own_length() -> None:
    day = date(2026, 10, 25)
    hours = days.end_of(day, "Europe/Stockholm") - days.start_of(day, "Europe/Stockholm")
    assert hours.total_seconds() == 25 * 3600


def test_a_term_for_ever_has_a_next_day_and_one_before_1900_is_a_slip() -> None:
    for_ever = Term(start=date(2026, 5, 1), end=date(9999, 12, 31), tz="Pacific/Kiritimati")
    assert for_ever.end is not None
    assert days.end_of(for_ever.end, "America/Los_Angeles").year == 9601
    assert days.last_day_after_months(for_ever.end, 600) == days.LAST
    with pytest.raises(ValidationError, match="a day before 1900"):
        Term(start=date(202, 5, 1))


@pytest.mark.parametrize("hours", [-1, 10**9, 10**40])
def test_hours_that_no_contract_gives_are_a_slip(hours: int) -> None:
    with pytest.raises(ValidationError):
        ApprovalTerms(response_hours=hours)
