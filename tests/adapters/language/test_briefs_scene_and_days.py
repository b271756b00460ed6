"""Shoot days, hair and make-up, and places, said in six languages and put into plain English."""

from datetime import date

import pytest

from toile.adapters.language.built_in.interpreter import BuiltInInterpreter
from toile.domain.brief import Brief

TODAY = date(2026, 11, 23)


def read(text: str) -> Brief:
    return BuiltInInterpreter().read_brief(text, TODAY)


@pytest.mark.parametrize(("text", "start", "end"), [
    ("On shoote la semaine du 18 janvier.", date(2027, 1, 18), date(2027, 1, 22)),
    ("Shoot w/c 22 Feb", date(2027, 2, 22), date(2027, 2, 26)),
    ("the shoot is Thursday the fourteenth of January", date(2027, 1, 14), date(2027, 1, 14)),
    ("Fotodag 28 januari", date(2027, 1, 28), date(2027, 1, 28)),
    ("Dreh vom 18. bis 20. Januar", date(2027, 1, 18), date(2027, 1, 20)),
    ("fotografiamos el 4 de febrero", date(2027, 2, 4), date(2027, 2, 4)),
    ("we'd shoot around the 20th of Jan", date(2027, 1, 20), date(2027, 1, 20)),
])  # fmt: skip
def test_shoot_days_are_told_from_the_campaign(text: str, start: date, end: date) -> None:
    brief = read(text)
    assert brief.shoot_date is not None
    assert (brief.shoot_date.start, brief.shoot_date.end) == (start, end)
    assert brief.window is None


def test_a_month_with_its_year_is_the_whole_window() -> None:
    window = read("5 stills 4:5, live March 2027").window
    assert window is not None
    assert (window.start, window.end) == (date(2027, 3, 1), date(2027, 3, 31))
    assert read("The contracts run to Dec 2027 and name us.").window is None


@pytest.mark.parametrize(("text", "expected"), [
    ("Cheveux gras, cernes gardés.", ("greasy hair", "dark circles")),
    ("Haare ungekämmt, Augenringe bleiben.", ("uncombed, unstyled hair", "dark circles")),
    ("Pelo suelto, labios agrietados.", ("loose hair worn down", "chapped lips")),
    ("chipped dark nail polish, smudged eyeliner.", ("chipped dark nail polish", "smudged eyeliner")),  # noqa: E501
    ("Håret som det är.", ("hair as it is",)),
])  # fmt: skip
def test_hair_and_make_up_is_named_as_it_was_said(text: str, expected: tuple[str, ...]) -> None:
    assert read(text).hmu == expected


@pytest.mark.parametrize(("text", "place"), [
    ("Ort: alte Gondelbahn im Montafon", "old cable car Montafon"),
    ("Plats: en tvättstuga i ett hyreshus, torkskåp", "drying cabinet"),
    ("Ort: alte Jugendherberge, Stockbetten", "bunk beds"),
])  # fmt: skip
def test_places_are_put_into_english(text: str, place: str) -> None:
    assert place in read(text).location
