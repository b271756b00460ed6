"""Briefs in rows, brackets and asides: what a word means by where it stands."""

from datetime import date

import pytest

from toile.adapters.language.built_in.interpreter import BuiltInInterpreter
from toile.domain.brief import Brief

TODAY = date(2026, 11, 23)


def _read(text: str) -> Brief:
    return BuiltInInterpreter().read_brief(text, TODAY)


def _products(text: str) -> list[tuple[str, str | None]]:
    return [(one.item, one.colour) for one in _read(text).products]


def _files(text: str) -> list[tuple[int | None, str, str | None, int | None]]:
    return [(d.count, d.kind, d.aspect, d.seconds) for d in _read(text).deliverables]


@pytest.mark.parametrize(("text", "expected"), [
    ("The Orrin satchel (chestnut), the Orrin wallet (ditto). Eight stills 4:5.",
     [("Orrin satchel", "chestnut"), ("Orrin wallet", "chestnut")]),
    ("La jupe Brume (craie) et le pull Brume (même couleur). 6 images 4:5",
     [("Brume skirt", "chalk"), ("Brume jumper", "chalk")]),
    ("Product is the Margin blazer in peat and the Margin trouser, also peat. 12 stills 4:5.",
     [("Margin blazer", "peat"), ("Margin trouser", "peat")]),
    ("chaqueta Tilo verde botella y bolso Cesta en beige. 6 fotos 4:5",
     [("Tilo jacket", "bottle green"), ("Cesta bag", "beige")]),
    ("Zopfpulli Hafen, natur + Schal Hafen, rost. 12 Bilder 4:5",
     [("Hafen plait jumper", "natural"), ("Hafen scarf", "rust")]),
    ('- Cardigan "Watt" in zwei Farben: Teer, Sand\n- 4 Fotos 4:5',
     [("Watt cardigan", "tar"), ("Watt cardigan", "sand")]),
    ("Borsa Nives in panna, zaino Nives in ghiaccio. 5 foto 4:5",
     [("Nives bag", "cream"), ("Nives backpack", "ice")]),
])  # fmt: skip
def test_a_colour_stands_in_a_bracket_or_is_said_to_be_the_same(
    text: str, expected: list[tuple[str, str | None]]
) -> None:
    assert _products(text) == expected
    assert not _read(text).location


def test_rows_without_a_head_name_products_and_prices_are_no_budget() -> None:
    priced = "Anorak | 189 EUR | moss\nParka | 249 EUR | slate\nFleece | 99 EUR | oat\n6 stills"
    assert _products(priced) == [("Anorak", "moss"), ("Parka", "slate"), ("Fleece", "oat")]
    assert _read(priced).budget is None
    numbered = "product 1 | Sel vest | sky\nproduct 2 | Sel tights | black\nmood | cheeky, light"
    assert _products(numbered) == [("Sel vest", "sky"), ("Sel tights", "black")]


def test_a_table_ends_where_it_adds_up() -> None:
    text = "Item\tColour\tStills\nwork shirt\tecru\t3\ncord jean\trust\t4\nTotal\t\t7\nLooks\t2\t\n"
    assert _products(text) == [("work shirt", "ecru"), ("cord jean", "rust")]


@pytest.mark.parametrize(("text", "expected"), [
    ("product 1 | Sel vest | sky\nproduct 2 | Sel tights | black\nstills 4:5 | 4 per product\n"
     "stills 16:9 | 1 group\nvideo 9:16 | 2 x 8s",
     [(8, "still", "4:5", None), (1, "still", "16:9", None), (2, "video", "9:16", 8)]),
    ("5 stills 2:3 and 2 stills 1:1, plus 1 film 9:16 of 10 sec. actually make it 7 in 2:3",
     [(7, "still", "2:3", None), (2, "still", "1:1", None), (1, "video", "9:16", 10)]),
    ("Six stills in 1:1. The line shall be set on two of the images.",
     [(6, "still", "1:1", None)]),
    ("2 chapeaux x 3 images, donc 6 photos en 4:5. Canotier Lou, bob Simone.",
     [(6, "still", "4:5", None)]),
    ("Nine stills, for every still in one-one I'd like two in four-five.",
     [(3, "still", "1:1", None), (6, "still", "4:5", None)]),
])  # fmt: skip
def test_files_are_counted_where_their_head_stands(
    text: str, expected: list[tuple[int | None, str, str | None, int | None]]
) -> None:
    assert _files(text) == expected


@pytest.mark.parametrize(("text", "places"), [
    ("Hi, I'm on the train so quick: Marlo belts, 5 stills 4:5, old stable.", ("old stable",)),
    ("Salut, je suis dans le métro, 4 photos carrées pour Bréal, un jardin le soir", ("garden",)),
    ("6 bilder 4:5 för Lind, en brygga. Instagram och apotek, Sverige.", ("jetty",)),
    ("Tischlerei, Tageslicht durch große Fenster. 4 Bilder 4:5.", ("workshop",)),
])  # fmt: skip
def test_where_the_writer_is_and_where_things_are_sold_is_no_place_of_the_picture(
    text: str, places: tuple[str, ...]
) -> None:
    assert _read(text).location == places


@pytest.mark.parametrize(("text", "moods"), [
    ("Tono ironico, colto. 4 foto.", ("ironic", "cultured")),
    ("Stimmung: sachlich, stolz. 4 Fotos.", ("matter-of-fact", "proud")),
    ("Stilla, rent. 4 bilder.", ("quiet", "clean")),
])  # fmt: skip
def test_a_mood_is_said_in_its_closest_word(text: str, moods: tuple[str, ...]) -> None:
    assert _read(text).mood == moods


def test_what_is_kept_in_the_list_is_no_wish_for_the_picture() -> None:
    text = "Hat, gloves and scarf. Keep hat and gloves. 6 stills. The seam must be visible."
    assert [must for must in _read(text).must_have if "hat" in must.lower()] == []


@pytest.mark.parametrize(("text", "people", "words"), [
    ("one woman, 40s, soft stomach, leave her as she is", 1, {"woman", "40s", "soft stomach"}),
    ("Frau um die 30, rote Haare, Mann um die 45", 2, {"woman", "man", "red hair"}),
    ("Cast: 1 man, 50s, white beard, tattooed arms", 1, {"man", "white beard", "tattooed arms"}),
    ("En man i 60-årsåldern på en brygga", 1, {"man", "60s"}),
])  # fmt: skip
def test_people_are_described_as_the_text_has_them(text: str, people: int, words: set[str]) -> None:
    talent = _read(text).talent
    assert talent is not None
    assert talent.people == people
    assert words <= set(talent.description)


def test_a_weekday_of_next_week_is_one_day_and_a_twin_is_called_by_name() -> None:
    deadline = _read("Marlow bags, 4 stills, need it thurs next week").deadline
    assert deadline is not None
    assert deadline.date == date(2026, 12, 3)
    twins = _read("Borsa Ginestra, 4 foto. Usiamo la twin Giada.").twins
    assert twins is not None
    assert (twins.kind, twins.names) == ("digital", ("Giada",))


def test_what_a_known_picture_shows_is_not_sold() -> None:
    text = "The jeans in ecru. I want to recreate Peter Lindbergh's White Shirts picture. 1 still"
    assert _products(text) == [("jeans", "ecru")]
