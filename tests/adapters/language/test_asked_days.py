"""The days that somebody is asked for, in the words of six languages, with their year."""

from datetime import date

import pytest

from toile.adapters.language.built_in.asked_days import asked_days
from toile.adapters.language.built_in.reader import read_brief

TODAY = date(2026, 11, 28)


def days(text: str, today: date = TODAY) -> str:
    found = asked_days(text, today)
    return f"{found.start} {found.end} {found.note}" if found else "none"


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ("for SS27", "2027-03-01 2027-08-31 SS27"),
        ("free for AW27", "2027-09-01 2028-02-29 AW27"),
        ("Herbst/Winter 2027", "2027-09-01 2028-02-29 Herbst/Winter 2027"),
        ("somebody for Resort 27", "2026-11-28 2027-02-28 Resort 27"),
        ("pre-fall 27", "2027-05-01 2027-08-31 fall 27"),
    ],
)
def test_a_collection_is_the_time_it_is_in_the_shops(said: str, expected: str) -> None:
    assert days(said) == expected


@pytest.mark.parametrize(
    "said",
    [
        "free in autumn 2027", "libre en automne 2027", "libera in autunno 2027",
        "libre en otoño de 2027", "frei im Herbst 2027", "ledig hösten 2027", "for fall 2027",
    ],
)  # fmt: skip
def test_a_time_of_the_year_is_its_three_months_in_every_language(said: str) -> None:
    found = asked_days(said, TODAY)
    assert found is not None
    assert (found.start, found.end) == (date(2027, 9, 1), date(2027, 11, 30))


@pytest.mark.parametrize(
    "said",
    [
        "first half of next year", "H1 2027", "premier semestre 2027",
        "primo semestre dell'anno prossimo", "primer semestre del año que viene",
        "erstes Halbjahr 2027", "im 1. Halbjahr 2027", "första halvåret nästa år",
        "in the first six months of 2027",
    ],
)  # fmt: skip
def test_a_half_of_a_year_is_read_in_every_language(said: str) -> None:
    found = asked_days(said, TODAY)
    assert found is not None
    assert (found.start, found.end) == (date(2027, 1, 1), date(2027, 6, 30))


@pytest.mark.parametrize(
    "said",
    [
        "second quarter of 2027", "Q2 2027", "deuxième trimestre 2027", "secondo trimestre 2027",
        "segundo trimestre de 2027", "zweites Quartal 2027", "andra kvartalet 2027", "Q2 27",
    ],
)  # fmt: skip
def test_a_quarter_is_read_in_every_language(said: str) -> None:
    found = asked_days(said, TODAY)
    assert found is not None
    assert (found.start, found.end) == (date(2027, 4, 1), date(2027, 6, 30))


@pytest.mark.parametrize(
    "said",
    [
        "holiday campaign", "campagne de Noël", "campagna di Natale", "campaña de Navidad",
        "Weihnachtskampagne", "julkampanj",
    ],
)  # fmt: skip
def test_the_holiday_campaign_runs_to_the_end_of_the_year(said: str) -> None:
    assert days(said, date(2026, 9, 1)) == f"2026-11-01 2026-12-31 {said}"
    assert days(said).startswith("2026-11-28 2026-12-31")


@pytest.mark.parametrize(
    "said",
    [
        "free in March", "libre en mars", "libera a marzo", "libre en marzo", "frei im März",
        "ledig i mars",
    ],
)  # fmt: skip
def test_a_month_without_its_year_is_the_next_to_come(said: str) -> None:
    found = asked_days(said, TODAY)
    assert found is not None
    assert (found.start, found.end) == (date(2027, 3, 1), date(2027, 3, 31))


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ("free on 12 March", "2027-03-12 2027-03-12 12 March"),
        ("from 1 March to 30 April 2027", "2027-03-01 2027-04-30 1 March to 30 April 2027"),
        ("March to May 2027", "2027-03-01 2027-05-31 March to May 2027"),
        ("from January to March 2028", "2028-01-01 2028-03-31 January to March 2028"),
        ("in March and April", "2027-03-01 2027-04-30 March and April"),
        ("free from 1 March 2027", "2027-03-01 None 1 March 2027"),
        ("free until June", "2026-11-28 2027-06-30 June"),
        ("until 30 June 2027", "2026-11-28 2027-06-30 30 June 2027"),
        ("all of 2027", "2027-01-01 2027-12-31 all of 2027"),
        ("next year", "2027-01-01 2027-12-31 next year"),
        ("late 2027", "2027-10-01 2027-12-31 late 2027"),
        ("next month", "2026-12-01 2026-12-31 next month"),
        ("the next six weeks", "2026-11-28 2027-01-08 next six weeks"),
        ("les trois prochains mois", "2026-11-28 2027-02-27 trois prochains mois"),
        ("die nächsten drei Monate", "2026-11-28 2027-02-27 nächsten drei Monate"),
        ("next summer", "2027-06-01 2027-08-31 summer"),
        ("l'été prochain", "2027-06-01 2027-08-31 été prochain"),
        ("this winter", "2026-12-01 2027-02-28 winter"),
        ("first half of March", "2027-03-01 2027-03-15 first half of March"),
        ("for Valentine's Day", "2027-01-17 2027-02-14 Valentine's Day"),
        ("week 9 2027", "2027-03-01 2027-03-07 week 9 2027"),
    ],
)
def test_plain_days_are_read_as_in_briefs(said: str, expected: str) -> None:
    assert days(said) == expected


def test_of_several_stretches_the_narrowest_is_meant_in_the_year_of_the_wider() -> None:
    assert days("SS28 e-com, in March") == "2028-03-01 2028-03-31 March"
    assert days("for SS27, live 2 to 30 April 2027").startswith("2027-04-02 2027-04-30")


@pytest.mark.parametrize(
    "said",
    [
        "a march through town", "who may walk", "someone of 27 with freckles", "early 20s",
        "summer dresses", "real estate look", "winter coats in wool", "she must fall well",
        "not older than 30", "été dans un film", "hon var modell",
    ],
)  # fmt: skip
def test_words_that_only_look_like_days_are_none(said: str) -> None:
    assert days(said) == "none"


def test_what_is_long_over_stays_as_it_was_said() -> None:
    assert days("in SS25") == "2025-03-01 2025-08-31 SS25"


def test_a_brief_reads_halves_and_quarters_and_keeps_its_season_a_collection() -> None:
    brief = read_brief("SS27 lookbook, 6 stills, Sweden, web shop. Live Q2 2027.", TODAY)
    assert brief.season == "SS27"
    assert brief.window is not None
    assert (brief.window.start, brief.window.end) == (date(2027, 4, 1), date(2027, 6, 30))
    assert read_brief("SS27 lookbook, 6 stills, Sweden.", TODAY).window is None
