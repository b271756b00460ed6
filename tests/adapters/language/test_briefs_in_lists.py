"""Briefs that list: tables, headings with lines below, styles by name, parts of a sum."""

from datetime import date

import pytest

from toile.adapters.language.built_in.interpreter import BuiltInInterpreter
from toile.domain.brief import Brief

TODAY = date(2026, 11, 23)


def _read(text: str) -> Brief:
    return BuiltInInterpreter().read_brief(text, TODAY)


def _products(text: str) -> list[tuple[str, str | None]]:
    return [(product.item, product.colour) for product in _read(text).products]


SHEETS = [
    "Sorley & Dunn\nref\tstyle\tcolour\tstills 2:3\tclips 9:16 6s\nA1\tMinch tote\ttan\t4\t1\n"
    "A2\tMinch tote\tblack\t4\t1\nA3\tUist clutch\tmoss\tcancelled\t\ntotal\t\t\t8\t2\nUK only.",
    "Sorley & Dunn\n| style | colour | stills 2:3 | clips 9:16 (6 s) |\n|---|---|---|---|\n"
    "| Minch tote | tan | 3 | 2 |\n| Minch tote | black | 5 | 0 |\n"
    "| Uist clutch | moss | sold out | |",
]


@pytest.mark.parametrize("text", SHEETS)
def test_a_table_with_a_head_is_read_column_by_column(text: str) -> None:
    brief = _read(text)
    assert [(p.item, p.colour) for p in brief.products] == [
        ("Minch tote", "tan"),
        ("Minch tote", "black"),
    ]
    assert [(d.count, d.kind, d.aspect, d.seconds) for d in brief.deliverables] == [
        (8, "still", "2:3", None),
        (2, "video", "9:16", 6),
    ]


@pytest.mark.parametrize(
    ("text", "products"),
    [
        (
            "Corvane Outdoor, the winter boots: the Tarn in black and the Beck in chestnut.",
            [("Tarn boot", "black"), ("Beck boot", "chestnut")],
        ),
        (
            "Weberei Ostertag: zwei Decken, die Decke Ammer in senfgelb, die Decke Isar in grau.",
            [("Ammer blanket", "mustard"), ("Isar blanket", "grey")],
        ),
        (
            'Pyjama "Sesta" in the colours pearl and plum for Lunária.',
            [("Sesta pyjamas", "pearl"), ("Sesta pyjamas", "plum")],
        ),
    ],
)
def test_styles_are_known_by_name_and_colour(
    text: str, products: list[tuple[str, str | None]]
) -> None:
    assert _products(text) == products


def test_every_line_under_a_heading_for_products_is_one() -> None:
    text = "Client: Verrazza\nProducts:\n- halter maxi, coral\n- wide palazzo, coral\nMarkets: ES"
    assert _products(text) == [("halter maxi", "coral"), ("wide palazzo", "coral")]


@pytest.mark.parametrize(
    ("text", "files"),
    [
        (
            "12 stills 4:5, one should be a close-up of the cuff. For Halvard.",
            [(11, "4:5", None), (1, "4:5", "close")],
        ),
        (
            "Calzados Rivera: 10 fotos verticales 4:5, dos de ellas primer plano del pie.",
            [(8, "4:5", None), (2, "4:5", "close")],
        ),
    ],
)
def test_pictures_set_apart_are_counted_once(
    text: str, files: list[tuple[int, str, str | None]]
) -> None:
    assert [(d.count, d.aspect, d.role) for d in _read(text).deliverables] == files


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("5 squares for Pilar & Dunn. April 2027, France.", date(2027, 4, 1), date(2027, 4, 30)),
        (
            "6 stills for Otter & Co. Live the whole of February.",
            date(2027, 2, 1),
            date(2027, 2, 28),
        ),
        (
            "6 stills for Otter & Co. From 4 October until 14 November of the next year.",
            date(2027, 10, 4),
            date(2027, 11, 14),
        ),
        (
            "Nachthemden von Federleis. Ab dem 1. Advent 2027 bis Heiligabend.",
            date(2027, 11, 28),
            date(2027, 12, 24),
        ),
        (
            "campagna per Brunori, sandali; esce il lunedì di Pasqua e resta sei settimane",
            date(2027, 3, 29),
            date(2027, 5, 9),
        ),
    ],
)
def test_months_feasts_and_years_said_behind_make_a_window(
    text: str, start: date, end: date
) -> None:
    window = _read(text).window
    assert window is not None
    assert (window.start, window.end) == (start, end)


@pytest.mark.parametrize(
    ("text", "brand", "collection"),
    [
        ("Marée Basse, collection Estran, SS27. Bikini corail.", "Marée Basse", "Estran"),
        ("I run Thimblewick on my own (waistcoats). Two to show.", "Thimblewick", None),
        ("Unser Label Federleis macht Nachtwäsche.", "Federleis", None),
        ("Somos Colibrí y Pan, dos hermanas, hacemos ropa de niños.", "Colibrí y Pan", None),
    ],
)
def test_houses_and_collections_are_known_as_people_name_them(
    text: str, brand: str, collection: str | None
) -> None:
    brief = _read(text)
    assert (brief.brand, brief.collection) == (brand, collection)
    assert not any(flag.code == "MINOR" for flag in brief.flags)


def test_a_twin_whose_consent_covers_another_client_is_passed_to_a_person() -> None:
    text = (
        "Hollis: digital twins only, Ines Okafor-Bell and Tomas Rehn. Tomas's consent covers "
        "another client only."
    )
    brief = _read(text)
    assert brief.twins is not None
    assert brief.twins.names == ("Ines Okafor-Bell", "Tomas Rehn")
    assert "TWIN_RIGHTS" in {flag.code for flag in brief.flags}
