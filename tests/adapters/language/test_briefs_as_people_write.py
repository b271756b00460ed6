"""What a brief says in passing: styles, moods and places in the words people really use."""

from datetime import date

import pytest

from toile.adapters.language.built_in.reader import read_brief
from toile.domain.brief import Brief


def _read(text: str) -> Brief:
    return read_brief(text, date(2026, 11, 23))


@pytest.mark.parametrize(("text", "item"), [
    ("6 pics of the Fjord cardigan in oat.", "Fjord cardigan"),
    ("Marlow. 6 pics of the Sunday jumper in red.", "Sunday jumper"),
    ("Marlow. The Puddle boot, kids sizes, in mustard.", "Puddle boot"),
])  # fmt: skip
def test_a_word_for_a_place_or_a_day_with_a_capital_is_the_name_of_a_style(
    text: str, item: str
) -> None:
    assert [p.item for p in _read(text).products] == [item]


@pytest.mark.parametrize(("text", "moods"), [
    ("Marlow boots, 4 stills on a pier, feel salty and brisk, out by 8 Jan.", ("salty", "brisk")),
    ("Marlow boots, 4 stills. Quick, a bit nosy. UK.", ("quick", "a bit nosy")),
    ("Marlow boots, 4 stills. Warm and silly. UK.", ("warm", "silly")),
    ("Calzado Marlow, 4 fotos\nmood fresco, dicharachero\nEspaña", ("fresh", "dicharachero")),
])  # fmt: skip
def test_a_word_in_the_place_of_a_mood_is_one_listed_or_not(
    text: str, moods: tuple[str, ...]
) -> None:
    assert _read(text).mood == moods


def test_two_places_joined_are_two() -> None:
    brief = _read("Marlow boots, 4 stills on a stone pier and inside a boathouse, blue hour.")
    assert len(brief.location) == 2


@pytest.mark.parametrize("text", [
    "Location: an empty barn. We've got the pallets and the truck. 4 stills of the Marlow tote.",
    "Marlow tote, 4 stills in an empty barn. The hats and chairs are props, nothing to sell.",
    "Borsa Marlow, 4 foto in una cascina. Sedie e cappelli sono solo arredo.",
])  # fmt: skip
def test_what_only_dresses_the_picture_is_no_place_no_product_and_not_forbidden(text: str) -> None:
    brief = _read(text)
    assert (len(brief.location), len(brief.products), brief.must_not) == (1, 1, ())


@pytest.mark.parametrize(("text", "wish"), [
    ("Marlow tote, 4 stills. It'd be good to see the lining once.", "lining once"),
    ("Marlow tote, 4 stills. The logo must show. If the bag is worn, it must be closed.", "logo"),
    ("Sac Marlow, 4 photos. On aimerait voir la doublure au moins une fois.", "lining"),
    ("Borsa Marlow, 4 foto. Ci piacerebbe vedere la fodera almeno in una foto.", "lining"),
    ("Kofta Marlow, 4 bilder. Det vore fint om knapparna syns.", "button"),
])  # fmt: skip
def test_a_wish_is_told_without_the_words_that_wish(text: str, wish: str) -> None:
    first = _read(text).must_have[0]
    assert wish in first.lower()
    assert not {"good", "aimerait", "piacerebbe", "vore", "if"} & set(first.lower().split())


def test_a_condition_alone_is_nothing_to_be_seen() -> None:
    brief = _read("Marlow tote, 4 stills. If the bag is worn, both straps must be on the shoulder.")
    assert not any(one.lower().startswith("if") for one in brief.must_have)


@pytest.mark.parametrize(("text", "files"), [
    ("Marlow tote. 5 squares and a 16:9 banner for the site.", [(5, "1:1"), (1, "16:9")]),
    ("Tasche Marlow. 8 Bilder, davon 2 quer (16:9), der Rest hoch (4:5).",
     [(2, "16:9"), (6, "4:5")]),
    ("Marlow tote. Two changes: three 4:5 and one 9:16 (not four 4:5).",
     [(3, "4:5"), (1, "9:16")]),
])  # fmt: skip
def test_a_ratio_belongs_to_the_count_it_stands_with(
    text: str, files: list[tuple[int, str]]
) -> None:
    assert [(d.count, d.aspect) for d in _read(text).deliverables] == files


@pytest.mark.parametrize("text", [
    "Tasche Marlow, 4 Bilder. Deutschland und Österreich, Italien nicht.",
    "Marlow tote, 4 stills. Germany and Austria, Italy not yet.",
    "Sac Marlow, 4 photos. Allemagne et Autriche, Italie non.",
])  # fmt: skip
def test_a_market_denied_behind_its_name_is_out(text: str) -> None:
    brief = _read(text)
    assert (brief.markets, brief.markets_excluded) == (("DE", "AT"), ("IT",))


def test_a_head_with_a_full_stop_holds_for_its_line() -> None:
    brief = _read(
        "Minutes, Ferrow Denim\n1. Products. The Loom jean (indigo).\n4. Mood. Honest, stubborn.\n"
        "5. Output. 4 pictures 4:5."
    )
    assert [mood.lower() for mood in brief.mood] == ["honest", "stubborn"]


def test_a_couple_and_no_models_are_two_people() -> None:
    talent = _read("Jacke Kiebitz, 4 Bilder. Ein Paar um die 55, keine Models.").talent
    assert talent is not None
    assert talent.people == 2


@pytest.mark.parametrize(("text", "moods"), [
    ("Marlow tote, 4 stills. It has to feel quiet and a bit dusty.", ("quiet", "a bit dusty")),
    ("Tasche Marlow, 4 Bilder. Soll rau und freundlich wirken.", ("rough", "freundlich")),
])  # fmt: skip
def test_how_it_should_feel_is_the_mood_and_nothing_to_be_seen(
    text: str, moods: tuple[str, ...]
) -> None:
    brief = _read(text)
    assert (brief.mood, brief.must_have) == (moods, ())


def test_what_is_wished_for_may_stand_behind_the_comma() -> None:
    brief = _read("Tasche Marlow, 4 Bilder. Schön wäre, wenn man den Kragen von nah sieht.")
    assert len(brief.must_have) == 1
    assert "collar" in brief.must_have[0]


@pytest.mark.parametrize(("text", "codes"), [
    ("Abrigo Marlow, 4 fotos. España, Francia; Portugal todavía no.", ("ES", "FR")),
    ("Tasche Marlow, 4 Bilder. Deutschland und Dänemark, die Niederlande erst später.",
     ("DE", "DK")),
])  # fmt: skip
def test_a_market_that_comes_later_is_no_market_yet(text: str, codes: tuple[str, ...]) -> None:
    assert _read(text).markets == codes


def test_a_region_left_out_of_a_market_is_not_forbidden_in_the_picture() -> None:
    assert _read("Marlow tote, 4 stills. US + Canada, not Quebec.").must_not == ()


def test_counts_that_happen_to_add_up_to_another_ratio_stay_apart() -> None:
    asked = _read(
        "Kofta Marlow. 4 bilder 4:5, 3 bilder 1:1 och ett 16:9 för hemsidan."
    ).deliverables
    assert [(d.count, d.aspect) for d in asked] == [(4, "4:5"), (3, "1:1"), (1, "16:9")]


def test_a_heading_of_the_background_with_whole_sentences_is_no_place() -> None:
    brief = _read(
        "Marlow\n\nBackground\nMarlow is known for boots. This campaign sells the rest.\n\n"
        "Deliverables\n4 stills of the tote."
    )
    assert brief.location == ()


def test_a_pier_is_no_throw() -> None:
    brief = _read("Maison Orme, 4 photos. Une femme de 50 ans, sur une jetée, ciel couvert.")
    assert brief.products == ()
    assert brief.location


@pytest.mark.parametrize("text", [
    "Six stills for Lune. Freya and Idris wear the jeans.",
    "Six stills for Lune of the coat, worn by Freya and Idris.",
    "Six visuels du manteau pour Lune, porté par Freya et Idris.",
    "Sechs Bilder für Lune. Freya und Idris tragen die Jeans.",
    "Sei foto per Lune. Freya e Idris indossano i jeans.",
    "Seis fotos para Lune. Freya e Idris llevan los vaqueros.",
    "Sex bilder för Lune. Freya och Idris bär jeans.",
])  # fmt: skip
def test_those_who_wear_things_are_cast_and_no_house(text: str) -> None:
    brief = _read(text)
    assert brief.talent is not None
    assert (brief.brand, brief.talent.people) == ("Lune", 2)
    assert brief.talent.description == ("Freya", "Idris")


def test_a_house_with_a_first_name_that_wears_well_is_nobody() -> None:
    assert _read("Six stills of the coat. Stella wears well.").talent is None


@pytest.mark.parametrize(("text", "seen"), [
    ("Four stills of the necklace for Lune. We need to see the clasp.", ("clasp",)),
    ("Four stills of the necklace for Lune. We need to see the contract first.", ()),
    ("Vier Bilder der Kette. Man muss den Verschluss sehen.", ("clasp visible",)),
    ("Cuatro fotos del collar. Hay que ver el cierre.", ("clasp visible",)),
    ("Sex bilder för Lune. Vi vill se fodret.", ("fodret visible",)),
])  # fmt: skip
def test_what_the_writer_has_to_see_is_in_the_pictures(text: str, seen: tuple[str, ...]) -> None:
    assert _read(text).must_have == seen
