"""Counted lists: a brief that counts its styles, pieces or colours spells them out behind."""

from datetime import date

import pytest

from toile.adapters.language.built_in.interpreter import BuiltInInterpreter

TODAY = date(2026, 11, 23)


def _products(text: str) -> list[tuple[str, str | None, str | None]]:
    read = BuiltInInterpreter().read_brief(text, TODAY)
    return [(product.item, product.colour, product.material) for product in read.products]


@pytest.mark.parametrize(("text", "expected"), [
    ("SS27 loafers, two styles, the Otto (penny, oxblood) and the Fern (tassel, bottle green). White socks, bare legs.",  # noqa: E501
     [("Otto loafer", "oxblood", None), ("Fern loafer", "bottle green", None)]),
    ("For Corbel. SS27 raincoats, two shapes: the Ardley (long, hooded) in fog and in yellow, and the Bray in fog only.",  # noqa: E501
     [("Ardley raincoat", "fog", None), ("Ardley raincoat", "yellow", None), ("Bray raincoat", "fog", None)]),  # noqa: E501
    ("Trois sacs en cuir : le Pavot (seau, kaki) et le Lierre (cabas, noir) et le Genêt (pochette, jaune).",  # noqa: E501
     [("Pavot bag", "khaki", "leather"), ("Lierre tote", "black", "leather"), ("Genêt clutch", "yellow", "leather")]),  # noqa: E501
    ("Due mocassini: il Gemello, con doppia fibbia, nero, e il Bambina, quello basso, bordeaux.",
     [("Gemello loafers", "black", None), ("Bambina loafers", "burgundy", None)]),
    ("Två tröjor, Knut i mörkblått och Alva i vitt, och en mössa i rost.",
     [("Knut jumper", "dark blue", None), ("Alva jumper", "white", None), ("beanie", "rust", None)]),  # noqa: E501
    ("Pour Lunetterie Perrault, deux montures : Gaston, ronde, en noir ; Lucie, en rouge.",
     [("Gaston frame", "black", None), ("Lucie frame", "red", None)]),
])  # fmt: skip
def test_a_count_of_styles_is_spelt_out_by_name(
    text: str, expected: list[tuple[str, str | None, str | None]]
) -> None:
    assert [(item, colour) for item, colour, _ in _products(text)] == [
        (item, colour) for item, colour, _ in expected
    ]


@pytest.mark.parametrize(("text", "colours"), [
    ("We've four new jumpers for autumn 27 - navy, ecru, brick and a lovely sludgy green - and I like them.",  # noqa: E501
     ["navy", "ecru", "brick", "sludgy green"]),
    ("the new straight leg jeans three washes raw mid blue and bone three people one per wash",
     ["raw", "mid blue", "bone"]),
    ("The twin set in mohair, three colours, lilac, moss and what we call school grey.",
     ["lilac", "moss", "school grey"]),
    ("Silk slips for Finch & Co, two of them, champagne and ink.", ["champagne", "ink"]),
    ("Lip stain. Four shades: Fig, Rust, Bare, Currant. Two per shade, one face and one mouth.",
     ["fig", "rust", "bare", "currant"]),
    ("Windweste und Radhose, jeweils in Schiefer und Petrol.", ["slate", "petrol"] * 2),
    ("Caraco et jupe en coton, coloris noir et kaki.", ["black", "khaki"] * 2),
    ("It is the Ferry tote in waxed canvas, olive and rust.", ["olive", "rust"]),
])  # fmt: skip
def test_a_count_of_colours_is_spelt_out(text: str, colours: list[str]) -> None:
    assert [colour for _, colour, _ in _products(text)] == colours


@pytest.mark.parametrize(("text", "items"), [
    ("The pearls, three pieces: baroque drop earrings, choker, signet with a seed pearl. Black roll neck and nothing else.",  # noqa: E501
     ["baroque drop earrings", "choker", "signet"]),
    ("Per Vanni Oro. Tre pezzi: orecchini Spiga, bracciale Nodo, anello Riva.",
     ["Spiga earrings", "Nodo bracelet", "Riva ring"]),
])  # fmt: skip
def test_a_count_of_pieces_is_the_whole_of_the_products(text: str, items: list[str]) -> None:
    assert [item for item, _, _ in _products(text)] == items


@pytest.mark.parametrize("text", [
    "Night Veil serum. Please take her down two shades in post, and keep her lines.",
    'Jumpers in navy. Put "the world\'s most sustainable jumper" across the first one.',
])  # fmt: skip
def test_what_only_looks_like_a_list_adds_nothing(text: str) -> None:
    assert len(_products(text)) == 1


@pytest.mark.parametrize(("text", "files"), [
    ("Jumpers. 10 pictures, all 4:5... actually make it 8, two per jumper, 10 is too dear.",
     [(8, "still", "4:5")]),
    ("Tröjor. Vi sa 6 bilder men det blir 8, alla 4:5, plus en film 9:16 på 15 sekunder.",
     [(8, "still", "4:5"), (1, "video", "9:16")]),
    ("Mäntel. 12 Bilder 4:5 und 2 Filme 16:9, ach nein, doch lieber 3 Filme.",
     [(12, "still", "4:5"), (3, "video", "16:9")]),
    ("Jeans. nine pictures four five and one vertical film nine sixteen twenty seconds no wait two films",  # noqa: E501
     [(9, "still", "4:5"), (2, "video", "9:16")]),
    ("Boots. eight stills square no make that four by five.", [(8, "still", "4:5")]),
    ("Tres bañadores: Cala blanco, Duna arena y Poza verde. 9 fotos 4:5, tres por bañador, y 3 vídeos 9:16 de 8 segundos, uno por bañador.",  # noqa: E501
     [(9, "still", "4:5"), (3, "video", "9:16")]),
    ("Pour Atelier Sauvin, trois sacs : le Pavot (seau, noir), le Lierre (cabas, kaki) et le Genêt (pochette, jaune). 12 photos 4:5, quatre par sac, et une vidéo 9:16 de 12 secondes par sac.",  # noqa: E501
     [(12, "still", "4:5"), (3, "video", "9:16")]),
])  # fmt: skip
def test_counts_put_right_or_shared_out_are_no_further_files(
    text: str, files: list[tuple[int, str, str]]
) -> None:
    read = BuiltInInterpreter().read_brief(text, TODAY)
    assert [(d.count, d.kind, d.aspect) for d in read.deliverables] == files


@pytest.mark.parametrize(("text", "brand"), [
    ("Hi! Maud here, I run Tregenza Knits with my sister. Four jumpers.", "Tregenza Knits"),
    ("ss27 loafers, Petra Lund (that's us). two styles, the Otto and the Fern.", "Petra Lund"),
    ("Hej, Sanna på Vårvind. Vi gör regnkläder.", "Vårvind"),
    ("Buenas, soy Iker de Basoa, mochilas. Otoño-invierno 27.", "Basoa"),
    ("Bonjour, Solange de Maison Tilleul. Printemps-été 27, lingerie.", "Maison Tilleul"),
    ("Ciao, sono Bruno del calzaturificio Rigoletti. Inverno 27, due mocassini.", "Rigoletti"),
    ("Briefing Kehrwald Outdoor, H/W 27. Fleecejacken.", "Kehrwald Outdoor"),
])  # fmt: skip
def test_the_house_is_told_from_who_writes_and_from_what_it_makes(text: str, brand: str) -> None:
    assert BuiltInInterpreter().read_brief(text, TODAY).brand == brand


@pytest.mark.parametrize(("text", "expected"), [
    ("Per Officina Dolce, borse di rafia. La Cicala bianca e la Lucciola nera.",
     [("Cicala bag", "white"), ("Lucciola bag", "black")]),
    ("For Celeste Amory Bridal: gowns Ines (satin, ivory), Paloma (ivory) and Thea (crepe, chalk).",
     [("Ines gown", "ivory"), ("Paloma gown", "ivory"), ("Thea gown", "chalk")]),
    ("Hej, Sanna på Vårvind: regnrocken Duva (ljusgrå, senapsgul) och regnbyxan Lom (svart).",
     [("Duva raincoat", "light grey"), ("Duva raincoat", "mustard"), ("Lom rain trousers", "black")]),  # noqa: E501
    ("Denholm jeans in raw and bone, they are called the Porter.",
     [("Porter jeans", "raw"), ("Porter jeans", "bone")]),
])  # fmt: skip
def test_styles_are_named_in_running_text(text: str, expected: list[tuple[str, str]]) -> None:
    assert [(item, colour) for item, colour, _ in _products(text)] == expected


def test_a_table_without_counts_lists_the_products_and_their_colours() -> None:
    text = (
        "Halden Eyewear, optical SS27\n\n| frame | colours | worn by |\n|---|---|---|\n"
        "| Alma | honey, smoke | Ines |\n| Dag | smoke only | Tomas |\n\n"
        "- per frame and colour 2 packshots, 1:1\n- plus 1 portrait per frame, 4:5\n"
    )
    assert [(item, colour) for item, colour, _ in _products(text)] == [
        ("Alma frame", "honey"),
        ("Alma frame", "smoke"),
        ("Dag frame", "smoke"),
    ]


@pytest.mark.parametrize(("text", "season"), [
    ("Pyjamas for Christmas 26, three prints.", "HOLIDAY26"),
    ("Trois savons pour Noël 26.", "HOLIDAY26"),
    ("Pyjamas, live for Christmas 2026.", None),
])  # fmt: skip
def test_christmas_with_two_figures_is_a_season(text: str, season: str | None) -> None:
    assert BuiltInInterpreter().read_brief(text, TODAY).season == season


@pytest.mark.parametrize(("text", "expected"), [
    ("6 vertical stills 4:5: two close-ups, three half-length and one still life of the Lido sunglasses.",  # noqa: E501
     {"close": 2, "half": 3, "still life": 1}),
    ("6 fotos 4:5: dos primeros planos, tres de medio cuerpo y un bodegón de las gafas Lido.",
     {"close": 2, "half": 3, "still life": 1}),
    ("8 images, 4:5 - 3 full length, 4 details, wool coats", {None: 1, "full": 3, "detail": 4}),
])  # fmt: skip
def test_pictures_told_apart_behind_their_sum_are_no_further_ones(
    text: str, expected: dict[str | None, int]
) -> None:
    read = BuiltInInterpreter().read_brief(text, TODAY)
    assert {each.role: each.count for each in read.deliverables} == expected


def test_the_sun_in_the_name_of_glasses_is_no_light() -> None:
    read = BuiltInInterpreter().read_brief("Campaña de gafas de sol para Orel, 4 fotos.", TODAY)
    assert read.lighting == ()


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Need 6 stills: hero of Freya on wet cobbles, 2 close ups of the clasp, one flat lay with "
         "the bag, plus 2 more half-length looks.",
         {"key visual": 1, "close": 2, "flat lay": 1, "half": 2}),
        ("Four stills: two portraits, one full length, one detail of the hem.",
         {"portrait": 2, "full": 1, "detail": 1}),
        ("5 bilder. Freya på en stenbro, två närbilder på skärpet, en helbild, en på väg nerför "
         "trappan och ett stilleben med väskan.",
         {"close": 2, "full": 1, None: 1, "still life": 1}),
        ("5 images : une en pied, deux gros plans du fermoir, une nature morte, une en marchant.",
         {"full": 1, "close": 2, "still life": 1, None: 1}),
        ("5 scatti per e-shop e Instagram, Italia. Amara: due primi piani, una figura intera sulle "
         "scale e due a mezzo busto.",
         {"close": 2, "full": 1, "half": 2}),
        ("10 Bilder: drei Nahaufnahmen, zwei Totalen, der Rest ist frei.",
         {None: 5, "close": 3, "wide": 2}),
    ],
)  # fmt: skip
def test_a_sum_told_apart_is_that_sum_and_its_kinds(text: str, told: dict[str | None, int]) -> None:
    brief = BuiltInInterpreter().read_brief(text, TODAY)
    assert {one.role: one.count for one in brief.deliverables} == told
