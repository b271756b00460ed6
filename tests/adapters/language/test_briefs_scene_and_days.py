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
    assert any(place in one for one in read(text).location)


@pytest.mark.parametrize(("text", "light"), [
    ("a cellar, by the light of a lamp", "light of a lamp"),
    ("Luz plana de tormenta, sin sol.", "no sun"),
    ("un néon qui clignote", "flickering neon"),
    ("una merceria, luce dalla vetrina", "shop window light"),
    ("Licht: Natriumlampen", "sodium lamps"),
])  # fmt: skip
def test_light_is_read_however_it_falls(text: str, light: str) -> None:
    brief = read(text)
    assert light in brief.lighting
    assert brief.must_not == ()


@pytest.mark.parametrize(("text", "must"), [
    ("socks up, sleeves pushed up, hem let down", ("socks up", "sleeves pushed up", "hem let down")),  # noqa: E501
    ("Le col relevé sur toutes les photos.", ("collar up in every picture",)),
    ("Los bolsillos siempre llenos.", ("pocket full",)),
    ("Let the sole show at least once.", ("sole show at least once",)),
    ("Je veux qu'on voie la couture sellier au moins une fois.", ("saddle stitching visible at least once",)),  # noqa: E501
    ("dirty boots are fine", ()),
    ("the shop is closed on Monday", ()),
])  # fmt: skip
def test_the_state_of_a_thing_is_a_must(text: str, must: tuple[str, ...]) -> None:
    assert read(text).must_have == must


@pytest.mark.parametrize(("text", "codes"), [
    ("My two nieces (6 and 9) will wear them, 6 stills 4:5.", {"MINOR"}),
    ("One woman (3 looks), her sisters (34 and 36), 6 stills 4:5.", set()),
    ("Bitte macht ihre Haut zwei Töne heller, 6 Bilder 4:5.", {"SKIN_TONE_ALTERATION"}),
    ("H&MU: bronzed skin, wet hair. 6 stills 4:5.", set()),
    ("make their noses a bit smaller, 6 stills 4:5", {"FEATURE_ALTERATION"}),
    ("Para Taller Sobremesa: tres delantales y un mono de lino, 6 fotos 4:5.", set()),
])  # fmt: skip
def test_only_a_wish_to_change_or_cast_a_child_is_flagged(text: str, codes: set[str]) -> None:
    assert {flag.code for flag in read(text).flags} - {"MISSING_FACTS"} == codes


@pytest.mark.parametrize(("text", "names"), [
    ("One model, Ottilie Brandt, she's 34.", {"Ottilie Brandt"}),
    ("Talent: ein Paar um die 40, Anna Brück und Levin Groth", {"Anna Brück", "Levin Groth"}),
    ("La modelo es Clara Iturbe, 41 años.", {"Clara Iturbe"}),
])  # fmt: skip
def test_people_are_cast_by_their_full_names(text: str, names: set[str]) -> None:
    talent = read(text).talent
    assert talent is not None
    assert names <= set(talent.description)
