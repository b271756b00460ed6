"""Briefs in one line, in tables and in passing: what divides them, and what is nobody's fact."""

from datetime import date

import pytest

from toile.adapters.language.built_in.interpreter import BuiltInInterpreter
from toile.domain.brief import Brief

TODAY = date(2026, 11, 23)


def _read(text: str) -> Brief:
    return BuiltInInterpreter().read_brief(text, TODAY)


@pytest.mark.parametrize("sign", [" – ", " - ", " / ", " — ", " · "])
def test_a_line_divided_by_dashes_is_read_fact_by_fact(sign: str) -> None:
    parts = (
        "Juniper & Pike, sandals",
        "6 stills 4:5",
        "one woman, forties",
        "terracotta steps",
        "UK and IE",
        "live 3 to 30 May 2027",
        "files 19 April",
        "£4,500",
    )
    brief = _read(sign.join(parts))
    assert brief.brand == "Juniper & Pike"
    assert brief.window is not None
    assert (brief.window.start, brief.window.end) == (date(2027, 5, 3), date(2027, 5, 30))
    assert brief.deadline is not None
    assert brief.deadline.date == date(2027, 4, 19)
    assert brief.markets == ("GB", "IE")


def test_a_dash_between_two_days_divides_nothing() -> None:
    brief = _read("Ost - 4 stills - IT, DE - online 1 March - 30 April 2027 - files 5 Feb - 900 €")
    assert brief.window is not None
    assert (brief.window.start, brief.window.end) == (date(2027, 3, 1), date(2027, 4, 30))


def test_a_table_without_a_sentence_is_read_in_its_own_language() -> None:
    rows = (
        "| Posten | Angabe |",
        "|---|---|",
        "| Kunde | Brandt & Söhne |",
        '| Artikel | Rucksack "Pendel" (oliv), Shopper "Weite" (sand) |',
        "| Motive | 10 Fotos, 2 Clips à 10 Sek. |",
        "| Ort | Bahnsteig, früher Morgen |",
        "| Cast | 1 Mann, 35, Pendler |",
        "| Länder | DE, AT |",
        "| Deadline | 06.08.2027 |",
        "| No-Gos | Handy, Kopfhörer |",
    )
    brief = _read("\n".join(rows))
    assert brief.language == ("de",)
    assert brief.brand == "Brandt & Söhne"
    assert [d.count for d in brief.deliverables] == [10, 2]
    assert brief.must_not == ("phone", "headphones")


@pytest.mark.parametrize(
    "text",
    [
        "9 stills in 4:5, 3 of them in 16:9.",
        "9 Standbilder im Format 4:5, davon 3 quer in 16:9.",
        "9 photos 4:5 dont 3 en 16:9.",
        "9 foto 4:5, di cui 3 orizzontali 16:9.",
        "9 fotos 4:5, de las cuales 3 en horizontal 16:9.",
        "9 bilder i 4:5, varav 3 liggande 16:9.",
    ],
)
def test_pictures_of_another_ratio_among_those_counted_come_off_them(text: str) -> None:
    files = [(d.count, d.aspect) for d in _read(text).deliverables]
    assert files == [(6, "4:5"), (3, "16:9")]


@pytest.mark.parametrize(
    "text",
    [
        "12 stills in 4:5. Four of them also in 9:16.",
        "12 images 4:5 dont 4 en 9:16 (en plus des 12).",
    ],
)
def test_pictures_that_come_on_top_are_added(text: str) -> None:
    assert [(d.count, d.aspect) for d in _read(text).deliverables] == [(12, "4:5"), (4, "9:16")]


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("Four pictures, no five, of the tote.", 5),
        ("Quatre photos, euh non cinq, du cabas.", 5),
        ("Vier Bilder, nein fünf, von der Tasche.", 5),
        ("Dieci foto, non cinque, della borsa.", 10),
    ],
)
def test_a_count_put_right_in_the_same_breath_is_the_count(text: str, count: int) -> None:
    assert [d.count for d in _read(text).deliverables] == [count]


@pytest.mark.parametrize(
    ("text", "thing"),
    [
        ("One boy of 19. Oh and the mum should NOT be in it.", "mum"),
        ("Eine Frau, 40. Der Vater soll nicht ins Bild.", "father"),
        ("Une femme de 40 ans. Le père ne doit pas être visible.", "father"),
        ("Una donna di 40 anni. Il padre non deve comparire.", "father"),
        ("Una mujer de 40. El padre no debe salir en la foto.", "father"),
        ("En kvinna, 40. Farmor ska inte vara med.", "grandmother"),
    ],
)
def test_who_shall_not_be_seen_is_nobody_of_the_cast(text: str, thing: str) -> None:
    brief = _read(text)
    assert brief.must_not == (thing,)
    assert brief.talent is None or brief.talent.people == 1


@pytest.mark.parametrize(
    ("text", "brand"),
    [
        ("Pour May Lindell, quatre photos du sac Ondine.", "May Lindell"),
        ("April & Sons, 4 stills of the tote, in May 2027.", "April & Sons"),
        ("Brightwater Skin launches its balm this autumn. 4 stills.", "Brightwater Skin"),
        ("Per Rovati Gioielli ci servono cinque scatti dell'anello Mirta.", "Rovati Gioielli"),
        ("Vocal retranscrit : quatre photos de la monture Cassis.", None),
        ("PRESS RELEASE FORWARDED - please make 4 stills of the tote.", None),
        ("Foto dell'anello Mirta e degli orecchini Dafne con perle.", None),
    ],
)
def test_a_house_is_named_by_what_is_said_of_it(text: str, brand: str | None) -> None:
    assert _read(text).brand == brand


@pytest.mark.parametrize(
    "text",
    [
        "A loafer in black. Our New York office fixed the date.",
        "A loafer in black. It is late from the factory.",
        "A loafer in black. Thanks from the mountain!",
        "A loafer in black. The CEO loved the hotel film.",
        "A loafer in black, it is terrace season.",
        "A loafer in black. The house won three awards.",
        "En loafer i svart, sajt o instagram.",
    ],
)
def test_a_place_that_is_only_spoken_of_is_no_location(text: str) -> None:
    assert _read(text).location == ()


def test_our_own_place_is_one_where_it_is_shot_in() -> None:
    assert _read("A loafer in black, shot in our factory.").location == ("factory",)


def test_things_in_a_pair_and_twins_side_by_side_are_no_people_and_no_set() -> None:
    assert _read("Gli orecchini Dafne sempre in coppia.").talent is None
    assert (
        _read("Nour et Theo, les deux ensemble, quatre photos du cabas.").products[0].item == "tote"
    )


def test_countries_in_small_letters_beside_another_are_markets() -> None:
    assert _read("8 bilder, sverige norge finland").markets == ("SE", "NO", "FI")
    assert _read("4 stills of a china cup").markets == ()


def test_the_whole_of_a_month_may_be_said_behind_it() -> None:
    window = _read("8 pics, september 2027 whole month").window
    assert window is not None
    assert (window.start, window.end) == (date(2027, 9, 1), date(2027, 9, 30))


SIGNED = (
    "\n\nBest,\nMaren Hollis\nSenior Producer\nT +44 20 7946 0018\nThis e-mail is confidential."
)


def test_a_signature_and_small_print_are_nobody_and_no_channel() -> None:
    brief = _read("One woman, 30, and the tan tote. 4 stills for Instagram." + SIGNED)
    assert brief.channels == ("instagram",)
    assert brief.talent is not None
    assert brief.talent.people == 1
    assert "senior" not in brief.talent.description


@pytest.mark.parametrize(
    "text",
    [
        "It's 12 now, not 10 (two wrist shots more).\n\n> 10 stills 4:5, one 20 sec film 16:9.",
        "Jetzt 12 statt 10.\n\n> 10 Bilder 4:5, ein Film 16:9, 20 Sek.",
        "On passe à 12 au lieu de 10.\n\n> 10 photos 4:5, un film 16:9 de 20 secondes.",
        "Ora sono 12, non 10.\n\n> 10 foto 4:5, un video 16:9 da 20 secondi.",
        "Ahora son 12 en vez de 10.\n\n> 10 fotos 4:5, un vídeo 16:9 de 20 segundos.",
        "Nu är det 12, inte 10.\n\n> 10 bilder 4:5, en film 16:9 på 20 sekunder.",
    ],
)
def test_a_bare_count_takes_the_place_of_the_one_it_names(text: str) -> None:
    files = [(d.count, d.aspect) for d in _read(text).deliverables]
    assert files == [(12, "4:5"), (1, "16:9")]


@pytest.mark.parametrize(
    "text",
    [
        "No flash, but a head torch in the evening is fine.",
        "KEIN Blitz, aber abends eine Stirnlampe.",
        "Pas de flash, mais une lampe frontale le soir.",
    ],
)
def test_a_lamp_in_the_picture_does_not_clash_with_a_ban_on_flash(text: str) -> None:
    assert "CONTRADICTION" not in [flag.code for flag in _read(f"4 stills. {text}").flags]


def test_no_artificial_light_and_a_lamp_still_clash() -> None:
    flags = _read("4 stills. No artificial light. Lit by neon tubes.").flags
    assert "CONTRADICTION" in [flag.code for flag in flags]


def test_the_day_of_what_was_made_before_is_no_day_of_this() -> None:
    brief = _read("4 stills, live from 1 Feb 2027 for a year. Same look as that from March 2025.")
    assert brief.window is not None
    assert (brief.window.start, brief.window.end) == (date(2027, 2, 1), date(2028, 1, 31))
    assert "DATE_PAST" not in [flag.code for flag in brief.flags]


def test_a_twin_that_is_not_the_real_one_is_digital_and_no_town_is_a_name() -> None:
    twins = _read("We'd like Nadia (her twin, not the real Nadia - she's in Tokyo).").twins
    assert twins is not None
    assert (twins.kind, twins.names) == ("digital", ("Nadia",))


def test_a_towel_round_the_hair_is_no_product_and_a_follow_spot_no_film() -> None:
    assert _read("Eine Frau, Handtuch um die Haare, 4 Bilder.").products == ()
    assert [d.kind for d in _read("8 stills. One follow spot.").deliverables] == ["still"]


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("4 pics of a tote bag for the us, uk and japan please", ("US", "GB", "JP")),
        ("campaign runs in de, at and ch, instagram, 4 pics", ("DE", "AT", "CH")),
        ("8 bilder, tasche in rot, läuft in deutschland und dänemark", ("DE", "DK")),
        ("we want it for us, be quick, it is for the de line", ()),
    ],
)
def test_markets_typed_without_capitals_are_markets(text: str, codes: tuple[str, ...]) -> None:
    assert _read(text).markets == codes


def test_a_thread_quoted_as_a_whole_keeps_its_order() -> None:
    mails = (
        "From: Ana",
        "Subject: RE: Tote",
        "7 stills, not 9.",
        "",
        "From: Dan",
        "Subject: Tote",
        "9 stills, all 4:5, of the tan tote.",
    )
    brief = _read("FYI, see below.\n\n" + "\n".join(f"> {line}" for line in mails))
    assert [(d.count, d.aspect) for d in brief.deliverables] == [(7, "4:5")]
    assert brief.brand is None


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("I want ten frames, no wait, eight, eight frames of the tote.", 8),
        ("1) Bikinis\n2) Comporta\n3) 5 stills, not 8.\n\n> 8 stills of the bikini.", 5),
    ],
)
def test_a_count_said_again_or_numbered_counts_once(text: str, count: int) -> None:
    assert [d.count for d in _read(text).deliverables] == [count]


def test_the_sun_is_no_sunday_and_grand_tops_are_money() -> None:
    brief = _read("Loafers in tan, 4 stills, before the sun's up. Six and a half grand tops.")
    assert brief.deadline is None
    assert [product.item for product in brief.products] == ["Loafers"]
    assert brief.budget is not None
    assert 6500 in (brief.budget.amount, brief.budget.max)


@pytest.mark.parametrize(
    ("text", "brand"),
    [
        ("« La maison Delaunoy, fondée en 1962 à Limoges, présente ses montres. »", "Delaunoy"),
        (
            "Vi har en ny lampa som heter Glim, från Belysningsbolaget Norr.",
            "Belysningsbolaget Norr",
        ),
        ("Montres Heure Bleue (acier) et Heure Pâle (or rose), 4 photos.", None),
    ],
)
def test_what_a_thing_is_called_names_no_house(text: str, brand: str | None) -> None:
    assert _read(text).brand == brand


def test_the_head_of_a_table_of_two_columns_tells_nothing() -> None:
    brief = _read("| Fält | Innehåll |\n| Plagg | mössa Pip (röd) |\n| Plats | brygga |")
    assert brief.location == ("jetty",)
    assert [(p.item, p.colour) for p in brief.products] == [("Pip beanie", "red")]


def test_words_that_only_lack_an_accent_are_not_taken_for_others() -> None:
    assert _read("Bague Ellipse en or, marbre noir, spot serré.").location == ("marble black",)
    brief = _read("Una mochila azul en un parque. Necesito los archivos para el 30 de julio.")
    assert brief.location == ("park",)


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("We did 20 pics in June 2025, now 8 pics of the tote in tan.", 8),
        ("The brand was founded in 1987, we need 6 stills of the tote.", 6),
        ("Tasche in Rot, 6 Bilder. Im März 2026 hatten wir 20 Bilder.", 6),
    ],
)
def test_what_was_made_in_a_year_that_is_over_is_not_asked_for(text: str, count: int) -> None:
    brief = _read(text)
    assert [d.count for d in brief.deliverables] == [count]
    assert brief.window is None


@pytest.mark.parametrize(
    ("text", "things"),
    [
        ("A coat. No other watch brands.", ("other watch brands",)),
        ("Sandals. No pedicure polish, no pool.", ("pedicure polish", "pool")),
    ],
)
def test_things_of_others_and_polish_are_ruled_out(text: str, things: tuple[str, ...]) -> None:
    assert _read(text).must_not == things


def test_a_piece_of_furniture_with_a_name_is_no_location() -> None:
    assert _read("The heroes are the Orla dining table and the Finch stool.").location == ()


@pytest.mark.parametrize(
    ("text", "item", "colour"),
    [
        ("Hero: Bramble boot (chestnut leather).", "Bramble boot", "chestnut leather"),
        ("We need the Rust jacket in navy, 4 stills.", "Rust jacket", "navy"),
        ("Grey jumper (wool), 4 stills.", "jumper", "Grey"),
    ],
)
def test_a_colour_with_a_capital_is_a_name_where_another_is_told(
    text: str, item: str, colour: str
) -> None:
    product = _read(text).products[0]
    assert (product.item, product.colour) == (item, colour.lower())


@pytest.mark.parametrize(
    ("text", "markets", "out"),
    [
        ("Mercados: España, Italia (Francia fuera hasta 2028)", ("ES", "IT"), ("FR",)),
        ("Markets: Spain and Italy (France out until 2028)", ("ES", "IT"), ("FR",)),
        ("Mercati: Italia, Austria (Germania fuori per ora)", ("IT", "AT"), ("DE",)),
        ("Markets: Italy, files out 3 May 2027", ("IT",), ()),
        ("4 stills. Sold in Italy. We ship out to Germany and France.", ("DE", "FR"), ()),
    ],
)
def test_out_leaves_a_market_out_only_where_it_is_said_of_it(
    text: str, markets: tuple[str, ...], out: tuple[str, ...]
) -> None:
    brief = _read(text)
    assert set(markets) <= set(brief.markets)
    assert brief.markets_excluded == out
