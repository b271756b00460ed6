"""What is told beside a brief in passing changes nothing of what was asked for closely."""

from datetime import date

import pytest

from toile.adapters.language.built_in.interpreter import BuiltInInterpreter
from toile.domain.brief import Brief


def _read(text: str) -> Brief:
    return BuiltInInterpreter().read_brief(text, date(2026, 11, 23))


@pytest.mark.parametrize(
    "text",
    [
        "6 stills of the tote. From 10 September to 31 December 2027. The van leaves on Monday.",
        "6 foto della borsa. Dal 10 settembre al 31 dicembre 2027. Il camion parte il lunedì.",
        "6 fotos del bolso. Del 10 de septiembre al 31 de diciembre de 2027. Sale a las cinco de la"
        " mañana.",
        "6 Fotos der Tasche. Vom 10. September bis 31. Dezember 2027. Los geht es am Montag.",
    ],
)
def test_a_day_of_the_week_takes_no_dates_back(text: str) -> None:
    window = _read(text).window
    assert window is not None
    assert (window.start, window.end) == (date(2027, 9, 10), date(2027, 12, 31))


@pytest.mark.parametrize(
    ("text", "people"),
    [
        ("A couple in their sixties, and a young woman. 4 stills of the glasses.", 3),
        ("Un couple de soixantenaires, et une jeune femme. 4 photos de la monture.", 3),
        ("Ein Paar Mitte dreißig, er mit Bart, dazu die Oma, 68. 4 Fotos vom Mantel.", 3),
        ("A couple, a man and a woman. 4 stills of the glasses.", 2),
        ("Tre pescatori. 4 foto delle scarpe. Mio padre era pescatore.", 3),
        ("Vi gör kläder i Östersund, sju anställda. En man och en kvinna. 4 bilder av jackan.", 2),
    ],
)
def test_people_are_counted_with_whoever_comes_beside(text: str, people: int) -> None:
    talent = _read(text).talent
    assert talent is not None
    assert talent.people == people


@pytest.mark.parametrize(
    ("text", "items"),
    [
        ("9 stills of our jeans in three fits (Straight, Wide, Barrel).", "Straight Wide Barrel"),
        ("Three fits of the jean: Straight, Wide and Barrel. 9 stills.", "Straight Wide Barrel"),
        ("Le jean en trois coupes (Droit, Large, Ballon). 9 photos.", "Droit Large Ballon"),
        ("4 fotos: crema de manos Bruma y aceite corporal Levante.", "Bruma Levante"),
        ("Möbel aus Melle. 4 Fotos vom Sessel Brake, vom Beistelltisch Sunder.", "Brake Sunder"),
    ],
)
def test_each_fit_and_style_is_a_product_by_its_name(text: str, items: str) -> None:
    assert [one.item.split()[0] for one in _read(text).products] == items.split()


@pytest.mark.parametrize(
    "text",
    ["6 foto dello zaino. A presto, Ilaria", "6 fotos de la mochila. Un saludo, Nerea"],
)
def test_a_farewell_is_no_mood(text: str) -> None:
    assert not _read(text).mood


@pytest.mark.parametrize(
    ("text", "flagged"),
    [
        ("Casting: a father, 45, and his daughter, adult. 4 stills of the parka.", False),
        ("A mother, 60, and her adult son. 4 stills of the parka.", False),
        ("A father (58) and daughter (31), 4 stills of the parka.", False),
        ("Cast: child, adult, dog. 4 stills of the parka.", True),
        ("A father, 45, and his daughter, adult coats on both. 4 stills.", True),
        ("A father (58) and daughter (11), 4 stills of the parka.", True),
    ],
)
def test_a_grown_child_is_no_minor(text: str, *, flagged: bool) -> None:
    assert ("MINOR" in {flag.code for flag in _read(text).flags}) == flagged


def test_the_temple_of_glasses_is_no_place() -> None:
    text = "Halcyon Eyes. 4 stills of the sunglasses. The logo on the temple has to be readable."
    assert not _read(text).location


def test_a_hand_cream_is_no_colour_of_the_serum_before_it() -> None:
    text = "Linfa, cosmetici. 8 foto: siero Rugiada, crema mani Malga, balsamo labbra Lampone."
    assert [one.item.split()[0] for one in _read(text).products] == ["Rugiada", "Malga", "Lampone"]


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("4 fotos del bolso en un muelle. La última agencia nos puso una piscina.", 1),
        ("4 stills of the tote. We found a quarry in Wales.", 1),
        ("4 stills of the tote. We'd like an old workshop.", 1),
    ],
)
def test_where_somebody_only_was_is_no_set(text: str, places: int) -> None:
    assert len(_read(text).location) == places


@pytest.mark.parametrize(
    ("text", "items"),
    [
        ("9 photos. Produits :\n- pull Brume : noir\n- robe Saltor", {"Brume": 1, "Saltor": 1}),
        ("9 photos. Produits :\nrobe Saltor (noir)\npull Brume\nDeux femmes.",
         {"Saltor": 1, "Brume": 1}),
        ("9 foto. Prodotti:\n- giacca Brume: nero, oliva\n- abito Corvo", {"Brume": 2, "Corvo": 1}),
        ("9 fotos. Productos:\n- camisa Brume: negro\n- abrigo Corvo", {"Brume": 1, "Corvo": 1}),
        ("9 Fotos. Produkte:\n- Jacke Nereo: Salbei, Marine\n- Hemd Brume",
         {"Nereo": 2, "Brume": 1}),
        ("Marke Holzkamp. 9 Fotos. Das Hemd Nereo kommt in Rost und Grau, Mantel Brume in Oliv.",
         {"Nereo": 2, "Brume": 1}),
        ("9 bilder. Produkter:\n- kappan Brume: svart\n- ringen Corvo", {"Brume": 1, "Corvo": 1}),
        ("9 stills. Heroes are the Kestrel coat – black / rust, the Wick boot.",
         {"Kestrel": 2, "Wick": 1}),
        ("9 stills. Please shoot the navy and the rust Quill jacket.", {"Quill": 2}),
    ],
)  # fmt: skip
def test_a_good_keeps_its_name_and_colours_however_it_is_listed(
    text: str, items: dict[str, int]
) -> None:
    products = _read(text).products
    assert {name: sum(name in one.item for one in products) for name in items} == items
    assert len(products) == sum(items.values())


@pytest.mark.parametrize(
    ("text", "brand"),
    [
        ("Maison Ourse, Lyon. 9 photos 4:5 de la robe Brume.", "Maison Ourse"),
        ("Marca Valdorsa, Belluno. 9 foto 4:5 della giacca Brume.", "Valdorsa"),
        ("We're Halden Works, Leeds. 9 stills of the coat.", "Halden Works"),
    ],
)
def test_the_town_behind_a_house_is_not_the_house(text: str, brand: str) -> None:
    assert _read(text).brand == brand


@pytest.mark.parametrize(
    "text",
    [
        "8 foto delle borse, nessuna persona. Mia nonna ricamava, oggi ricamano sei signore.",
        "8 fotos del bolso, nadie en la foto. La lana la hilan dos hermanas.",
        "8 stills of the bag, no people. My grandmother used to embroider them.",
    ],
)
def test_who_makes_the_goods_is_not_cast(text: str) -> None:
    talent = _read(text).talent
    assert talent is None or talent.people == 0


def test_a_nephew_in_the_picture_is_cast_and_flagged() -> None:
    brief = _read("6 fotos de las zapatillas. Con Mateo, mi sobrino de 9 años, corriendo.")
    assert brief.talent is not None
    assert "MINOR" in {flag.code for flag in brief.flags}


def test_what_somebody_wears_of_her_own_is_not_sold() -> None:
    text = "5 stills of the Gull sunglasses in smoke. She should wear her own navy jumper."
    assert [one.item for one in _read(text).products] == ["Gull sunglasses"]


@pytest.mark.parametrize("place", ["Palazzo vecchio a Torino", "Palazzo Madama"])
def test_a_building_keeps_its_name(place: str) -> None:
    assert _read(f"Marca Valdorsa. 5 foto della borsa, {place}.").location == (place,)
