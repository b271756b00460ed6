"""What a brief only names in passing is no product, nobody to cast, and no channel."""

from datetime import date

import pytest

from toile.adapters.language.built_in.interpreter import BuiltInInterpreter
from toile.domain.brief import Brief, Talent


def _read(text: str) -> Brief:
    return BuiltInInterpreter().read_brief(text, date(2026, 11, 23))


@pytest.mark.parametrize(
    "text",
    [
        "Knoll & Wick, AW27: the Harbour coat in navy. He may carry an umbrella on the stairs.",
        "Winter 27: Mantel Nordlicht in Schwarz. Helm und Handschuhe liegen am Set bereit.",
        "Hiver 27 : manteau Aube en bordeaux. Un parapluie traîne dans l'entrée.",
        "Inverno 27: cappotto Alba blu. Un ombrello resta appoggiato al muro.",
        "Vinter 27: kappa Gry i svart. Ett paraply får ligga på golvet.",
    ],
)
def test_a_plain_thing_beside_goods_told_closely_is_no_product(text: str) -> None:
    assert len(_read(text).products) == 1


@pytest.mark.parametrize(
    ("text", "people"),
    [
        ("One man, sixties, a real boatbuilder. Coats in navy.", 1),
        ("Eine Frau um die 40, eine echte Tischlerin.", 1),
        ("Un homme d'une soixantaine d'années, un vrai pêcheur.", 1),
        ("Un uomo sui 60, un vero pescatore.", 1),
        ("Una mujer de 50 años, una carpintera de verdad.", 1),
        ("Two women and one carpenter.", 3),
        ("Liebe Kolleginnen, drei Frauen, zwei Bilder pro Frau.", 3),
        ("The mom jean in blue and the schoolboy blazer in green on two women.", 2),
        ("En kvinna runt 35. Gör huden ett par nyanser varmare i ljuset.", 1),
        ("Una mujer de 45 años. La voz en off como la de una cantante de ópera.", 1),
        ("Tre modelli, Aria, Onda e Sasso. Un uomo sui 50.", 1),
    ],
)
def test_only_those_who_are_cast_count(text: str, people: int) -> None:
    talent = _read(text).talent
    assert isinstance(talent, Talent)
    assert talent.people == people


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("We want the digital twin of Anne-Sofie Berg. Suit in navy.", "Anne-Sofie Berg"),
        ("Let's use the digital twin of Matteo.", "Matteo"),
        ("Reuse the digital twin of Jonas Brandt that was built for Larkspur.", "Jonas Brandt"),
        ("Come volto il gemello digitale di Livia Santoro.", "Livia Santoro"),
    ],
)
def test_one_twin_is_one_person_by_their_whole_name(text: str, name: str) -> None:
    brief = _read(text)
    assert brief.twins is not None
    assert brief.twins.names == (name,)
    assert brief.talent is not None
    assert brief.talent.people == 1


@pytest.mark.parametrize(
    "text",
    [
        "En ligne le 8 février pour six semaines.",
        "Online il 3 maggio, Italia e Francia.",
        "Ab 4.1. online, nur Deutschland.",
        "En línea el 4 de octubre.",
    ],
)
def test_going_online_on_a_day_is_no_channel(text: str) -> None:
    assert not _read(text).channels


def test_a_table_divided_by_semicolons_is_a_table() -> None:
    brief = _read("Piece;Colour;Stills 4:5\nGansey;navy;3\nSnood;rust;2\n\nBrand is Stennis Wool.")
    assert {(p.item, p.colour) for p in brief.products} == {("Gansey", "navy"), ("Snood", "rust")}
    assert [(d.count, d.aspect) for d in brief.deliverables] == [(5, "4:5")]


def test_what_is_sold_for_lips_and_hair_is_no_make_up() -> None:
    assert not _read("Bellwether Beauty, lip tint in fig. Pale pink paper.").hmu
    assert not _read("Roux & Reed, the new hair mask. Steamy bathroom.").hmu


def test_when_files_must_be_ready_is_no_must() -> None:
    assert not _read("All must be ready on 31.03. Track in morning fog.").must_have


def test_the_door_of_a_shop_is_no_channel() -> None:
    assert _read("A bakery, morning light from the shop door. For our newsletter.").channels == (
        "newsletter",
    )


@pytest.mark.parametrize(
    ("text", "item"),
    [
        ("Regenjacke Deich in Gelb.", "Deich rain jacket"),
        ("Dunjacka Kall i svart.", "Kall down jacket"),
        ("Gonna a ruota nera.", "full circle skirt"),
    ],
)
def test_a_garment_is_named_as_closely_as_it_was(text: str, item: str) -> None:
    assert [p.item for p in _read(text).products] == [item]


@pytest.mark.parametrize(
    ("text", "hmu"),
    [
        ("Cheveux attachés, bouche bordeaux.", "burgundy lips"),
        ("Pelo corto, labios granate.", "burgundy lips"),
    ],
)
def test_lips_keep_their_colour(text: str, hmu: str) -> None:
    assert hmu in (_read(text).hmu or ())
