"""Who a brief is for: the house, no place, writer or style; and sums as offices write them."""

from datetime import date

import pytest

from toile.adapters.language.built_in.interpreter import BuiltInInterpreter
from toile.domain.brief import Brief

TODAY = date(2026, 11, 23)


def read(text: str) -> Brief:
    return BuiltInInterpreter().read_brief(text, TODAY)


@pytest.mark.parametrize(("text", "brand"), [
    ("Buenas, soy Inés, de Tres Lunas. Necesitamos 5 fotos en una azotea de Cádiz.", "Tres Lunas"),
    ("Coucou, c'est Lou, d'Atelier Pernelle ! Maille été 27.", "Atelier Pernelle"),
    ("Hej! Lisen på Tre Måsar här. Vår 2027, sidensjalar.", "Tre Måsar"),
    ("need 8 stills of the new rain boots on the slipway at Whitby", None),
    ("From: Jo\nSubject: RE: Hollis & Wray / tailoring\n\nThanks for the call, six stills.", "Hollis & Wray"),  # noqa: E501
    ("Please build from this. Ade\n\n---\nFellside outdoor, AW27. The rucksack in rust.", "Fellside"),  # noqa: E501
    ("Hi, we need assets for the new trainers. Thanks, Bex", None),
    ("Sechs Bilder, ein Mantel. Budget 45 TEUR netto.", None),
])  # fmt: skip
def test_the_house_is_told_from_places_and_people(text: str, brand: str | None) -> None:
    assert read(text).brand == brand


@pytest.mark.parametrize(("text", "amount", "currency"), [
    ("Budget 45 TEUR netto", 45_000, "EUR"),
    ("Budget: 120 tkr", 120_000, "SEK"),
    ("budget kEUR 30", 30_000, "EUR"),
])  # fmt: skip
def test_money_is_read_in_thousands_as_offices_write_it(
    text: str, amount: float, currency: str
) -> None:
    budget = read(text).budget
    assert budget is not None
    assert (budget.amount, budget.currency) == (amount, currency)


@pytest.mark.parametrize(("text", "places"), [
    ("Set: an old mill, torn seats, a stopped clock.", ("old mill, torn seats, stopped clock",)),
    ("A rooftop, a tram depot, the beach.", ("rooftop", "tram depot", "beach")),
    ("Allotments behind the marsh: sheds, water butts. Flat grey daylight.", ("Allotments behind the marsh, sheds, water butts",)),  # noqa: E501
])  # fmt: skip
def test_what_stands_in_a_place_is_told_with_it(text: str, places: tuple[str, ...]) -> None:
    brief = read(text)
    assert brief.location == places


@pytest.mark.parametrize(("text", "musts"), [
    ("Cuffs must be visible in at least three pictures. 10 stills 4:5.", ("Cuffs must be visible in at least three pictures",)),  # noqa: E501
    ("Es importante que se vea la suela. 5 fotos 4:5.", ("sole visible",)),
    ("Plats: fjällstation, torkrum med blöta kläder. 5 bilder 4:5.", ()),
])  # fmt: skip
def test_what_must_be_seen_counts_no_files(text: str, musts: tuple[str, ...]) -> None:
    brief = read(text)
    assert brief.must_have == musts
    assert len(brief.deliverables) == 1


def test_the_newest_mail_says_where() -> None:
    text = "Statt des Cafés nehmen wir ein leeres Schwimmbad. 4 Bilder 4:5.\n\n> Café in Mitte"
    assert all("cafe" not in place for place in read(text).location)
    kept = read("Two coats. The rest as below.\n\n> A pier, a wool coat.").location
    assert kept == ("pier",)


@pytest.mark.parametrize(("text", "colours"), [
    ("Bikerjacke aus Lammleder (Schwarz), 4 Bilder 4:5", ("black",)),
    ("mochila de lona (arena, teja), 4 fotos 4:5", ("sand", "terracotta")),
    ("Trenchcoat in Kitt, 4 Bilder 4:5", ("putty",)),
])  # fmt: skip
def test_a_bracket_behind_the_cloth_holds_the_colours(text: str, colours: tuple[str, ...]) -> None:
    assert tuple(product.colour for product in read(text).products) == colours


def test_a_campaign_ends_behind_the_market_it_runs_in() -> None:
    window = read(
        "Six stills. It goes live on 1 May 2027 in the UK, until the end of August."
    ).window
    assert window is not None
    assert (window.start, window.end) == (date(2027, 5, 1), date(2027, 8, 31))
    assert read("Saison: H/W 27/28. Sechs Bilder 4:5.").window is None
