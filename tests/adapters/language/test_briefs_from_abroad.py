"""Briefs as people in Milan, Madrid, Paris, Hamburg and Malmö write them: days, styles, formats."""

from datetime import date

import pytest

from toile.adapters.language.built_in.reader import read_brief
from toile.domain.brief import Brief

TODAY = date(2026, 11, 29)


def _read(text: str) -> Brief:
    return read_brief(text, TODAY)


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("Uso e-commerce, da metà aprile a fine giugno 2027.", (4, 11), (6, 30)),
        ("Online dal 3 aprile a fine maggio 2027.", (4, 3), (5, 31)),
        ("En uso de mediados de abril a finales de junio de 2027.", (4, 11), (6, 30)),
        ("Online da inizio marzo a metà giugno 2027.", (3, 1), (6, 20)),
    ],
)
def test_a_window_may_end_in_a_part_of_a_month_that_begins_with_its_to(
    text: str, start: tuple[int, int], end: tuple[int, int]
) -> None:
    window = _read(text).window
    assert window is not None
    assert (window.start, window.end) == (date(2027, *start), date(2027, *end))


@pytest.mark.parametrize(
    "text",
    [
        "Servono 8 foto per la collezione di occhiali Lumaca, modello Riva (tartaruga) e modello "
        "Scoglio (nero opaco).",
        "Huit photos pour la collection de lunettes Lumaca, modèle Plage (écaille) et modèle "
        "Falaise (noir mat).",
        "Ocho fotos para la colección de gafas Lumaca, modelo Riva (carey) y modelo Playa "
        "(negro mate).",
    ],
)
def test_a_style_called_like_a_place_is_a_style(text: str) -> None:
    brief = _read(text)
    assert not brief.location
    assert [one.colour for one in brief.products] == ["tortoiseshell", "matte black"]
    assert brief.brand == "Lumaca"


def test_a_style_keeps_being_one_where_its_name_comes_again() -> None:
    brief = _read("Sandali per SS27: il Lido in cuoio naturale, il Molo in bianco. Una in Molo.")
    assert not brief.location


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("A snowy birch forest in the morning and a kitchen with window light.", 2),
        ("En snöig björkskog på morgonen och ett kök med fönsterljus.", 2),
        ("Ein verschneiter Birkenwald am Morgen und eine Küche mit Fensterlicht.", 2),
        ("Quattro foto in un bosco la mattina e tre in una vecchia officina.", 2),
        ("Four pictures on the beach and dunes.", 1),
    ],
)
def test_two_places_of_one_sentence_are_two(text: str, places: int) -> None:
    assert len(_read(text).location) == places


def test_what_a_thing_is_made_of_is_no_place() -> None:
    brief = _read("5 stills of the 50ml bottle, black glass, on wet slate. No people.")
    assert brief.location == ("wet slate",)


@pytest.mark.parametrize(
    "text",
    [
        "Servono 8 foto: cinque ritratti e tre still life. Formato 1:1, i ritratti anche in 9:16.",
        "We need 8: five portraits and three still lifes. Format 1:1, the portraits also in 9:16.",
        "Acht Bilder: fünf Porträts und drei Stills. Format 1:1, die Porträts auch in 9:16.",
    ],
)
def test_a_format_told_behind_the_counts_is_for_all_and_one_more_for_what_it_names(
    text: str,
) -> None:
    files = {(d.count, d.aspect) for d in _read(text).deliverables}
    assert files == {(5, "1:1"), (5, "9:16"), (3, "1:1")}


def test_the_first_one_may_come_in_one_more_format() -> None:
    text = "5 stills of the bottle + 1 vid 15s 9:16. 1:1 for all stills, first one in 16:9 as well."
    files = {(d.kind, d.count, d.aspect) for d in _read(text).deliverables}
    assert files == {("still", 5, "1:1"), ("still", 1, "16:9"), ("video", 1, "9:16")}


@pytest.mark.parametrize(
    "text",
    [
        "Tolv bilder, hälften hel figur, resten halvfigur och detaljer. 3:4.",
        "Twelve pictures, half of them full length, the rest half length and details. 3:4.",
        "Zwölf Bilder, die Hälfte Ganzkörper, der Rest halbnah. 3:4.",
    ],
)
def test_half_of_the_pictures_may_be_of_one_framing(text: str) -> None:
    files = [(d.count, d.aspect) for d in _read(text).deliverables]
    assert files == [(6, "3:4"), (6, "3:4")]


@pytest.mark.parametrize(
    "text",
    [
        "Cinque ritratti e tre still life. Alla fine gli still sono quattro, quindi nove in tutto.",
        "Eight pictures: five portraits, three details. In the end it's four details, so nine.",
        "Acht Bilder: fünf Porträts, drei Details. Es sind doch vier Details, also neun insgesamt.",
        "Huit photos : cinq portraits et trois détails. Finalement les détails sont quatre.",
        "Ocho fotos: cinco retratos y tres detalles. Al final los detalles son cuatro.",
    ],
)
def test_one_sort_of_several_may_be_counted_anew(text: str) -> None:
    brief = _read(text)
    assert [(d.count, d.role is not None) for d in brief.deliverables] == [(5, True), (4, True)]
    assert not brief.flags


@pytest.mark.parametrize(
    ("text", "counts"),
    [
        ("Six pictures on the beach and four in the studio.", [6, 4]),
        ("Servono quattro foto in un bosco e tre in una vecchia officina.", [4, 3]),
        ("10 pictures: six at the harbour, four in the studio.", [10]),
    ],
)
def test_a_count_at_a_second_place_is_counted_too(text: str, counts: list[int]) -> None:
    assert [d.count for d in _read(text).deliverables] == counts


def test_a_place_that_is_dropped_later_is_no_place_of_the_shoot() -> None:
    text = "Half in the tannery, half in the car park. Drop the car park, we have no permit. Nine."
    assert _read(text).location == ("tannery",)


@pytest.mark.parametrize(
    ("text", "channels"),
    [
        ("Web shop and in-store posters.", ("e-commerce", "in-store")),
        ("Posters in the shops and on the underground.", ("in-store", "OOH")),
        (
            "Genutzt werden die Bilder im Onlineshop und als Plakate im Laden.",
            ("e-commerce", "in-store"),
        ),
    ],
)
def test_posters_in_a_shop_are_not_out_of_home(text: str, channels: tuple[str, ...]) -> None:
    assert _read(text).channels == channels


def test_a_bit_of_a_mood_is_one() -> None:
    assert _read("Gritty, dry, a bit of wit.").mood == ("gritty", "dry", "a bit of wit")


@pytest.mark.parametrize(
    ("text", "channels"),
    [
        ("Cinq photos du manteau, boutique en ligne. Fenêtre, papier chaud.", ("e-commerce",)),
        ("Fond papier gris, trois photos pour le web.", ("website",)),
        ("Trois photos, papier et web.", ("print", "website")),
        ("Annonces papier en France, trois photos.", ("print",)),
    ],
)
def test_paper_behind_somebody_is_no_channel(text: str, channels: tuple[str, ...]) -> None:
    assert _read(text).channels == channels
