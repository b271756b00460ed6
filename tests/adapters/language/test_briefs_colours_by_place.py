"""Colours of products known by where they stand, near their noun or further on."""

from datetime import date

import pytest

from toile.adapters.language.built_in.reader import read_brief


def _products(text: str) -> list[tuple[str, str | None]]:
    return [(p.item, p.colour) for p in read_brief(text, date(2026, 11, 23)).products]


@pytest.mark.parametrize(("text", "expected"), [
    ("Harrow & Finch: a wrap coat (bramble), a kilt (thunder). 6 stills.",
     [("wrap coat", "bramble"), ("kilt", "thunder")]),
    ("Harrow & Finch: the Eliot coat in storm and the Maud skirt in bramble.",
     [("Eliot coat", "storm"), ("Maud skirt", "bramble")]),
    ("Halden Bags. One tote, the Pilot. It comes in chestnut and in ink.",
     [("Pilot tote", "chestnut"), ("Pilot tote", "ink")]),
    ("Arden AW27, the trench coat with the detachable hood, in stone and in navy.",
     [("trench coat", "stone"), ("trench coat", "navy")]),
    ("Arden AW27. A wool coat, a roll neck, wide trousers. All in black. 6 stills.",
     [("wool coat", "black"), ("roll neck", "black"), ("wide trousers", "black")]),
    ("El abrigo de Arden sale en camel y en negro. 6 fotos.",
     [("coat", "camel"), ("coat", "black")]),
    ("Die Jacke von Arden gibt es in Schwarz und Rost. 6 Bilder.",
     [("jacket", "black"), ("jacket", "rust")]),
])  # fmt: skip
def test_colours_are_those_of_the_product_before(
    text: str, expected: list[tuple[str, str | None]]
) -> None:
    assert _products(text) == expected


@pytest.mark.parametrize(("text", "expected"), [
    ("Product: Tarn tote (tan), Tarn mini (oxblood), Quill clutch (black). 6 stills.",
     {"Tarn tote", "Tarn mini", "Quill clutch"}),
    ("Ottica Riva\nHero: Skagen (round, champagne), Vinga (cat-eye, moss), Ven (aviator, black)\n",
     {"Skagen glasses", "Vinga glasses", "Ven glasses"}),
    ("A trail shoe for Kestrel & Pike, the Fell 3 in lime. 6 stills.", {"Fell 3 trail shoe"}),
    ("Halsbandet Lera i blått och ringen Glasyr i grönt. Sex bilder.",
     {"Lera necklace", "Glasyr ring"}),
])  # fmt: skip
def test_what_no_list_knows_is_a_product_by_what_stands_around_it(
    text: str, expected: set[str]
) -> None:
    assert {item for item, _ in _products(text)} == expected


def test_colours_of_a_part_or_of_the_picture_make_no_variant() -> None:
    glasses = _products("Occhiali da sole Lido (tartaruga) e Molo (trasparente, lenti verdi).")
    assert glasses == [("Lido sunglasses", "tortoiseshell"), ("Molo sunglasses", "transparent")]
    assert _products("The trench coat for Arden. All pictures in black and white.") == [
        ("trench coat", None)
    ]
