"""A year of birth tells an age: who may not be 18 yet is told of, a house born in a year is not."""

from datetime import date

import pytest

from toile.adapters.language.built_in.interpreter import BuiltInInterpreter

TODAY = date(2026, 11, 30)


def flags_of(text: str, today: date = TODAY) -> set[str]:
    return {flag.code for flag in BuiltInInterpreter().read_brief(text, today).flags}


@pytest.mark.parametrize(
    "text",
    [
        "Talent: Mia (born 2011) on a beach, 6 stills 4:5.",
        "One girl, born in 2012, 4 stills 4:5.",
        "Noor, b. 2010, on the pier. 4 stills 4:5.",
        "Ein Mädchen, Jahrgang 2012, am Strand, 4 Bilder 4:5.",
        "Une fille née en 2010, plage, 4 photos 4:5.",
        "Una ragazza nata nel 2009, 4 foto 4:5.",
        "Una chica nacida en 2010, 4 fotos 4:5.",
        "En flicka född 2011, 4 bilder 4:5.",
    ],
)
def test_who_was_born_less_than_eighteen_years_ago_is_told_of(text: str) -> None:
    assert "MINOR" in flags_of(text)


@pytest.mark.parametrize(
    "text",
    [
        "Talent: Mia (born 1998). 6 stills 4:5.",
        "Two models born in 2004 and 2005. 4 stills 4:5.",
        "Marlowe, a brand born in 2012. Two models, 6 stills 4:5.",
    ],
)
def test_grown_people_and_houses_born_in_a_year_raise_no_alarm(text: str) -> None:
    assert "MINOR" not in flags_of(text)


def test_the_year_counts_from_the_day_of_the_brief() -> None:
    text = "Talent: Mia (born 2005). 6 stills 4:5."
    assert "MINOR" not in flags_of(text)
    assert "MINOR" in flags_of(text, date(2020, 1, 1))
