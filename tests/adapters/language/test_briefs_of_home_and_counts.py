"""Household goods that are pictured, counts shared out twice, markets that fall out at the end."""

from datetime import date

import pytest

from toile.adapters.language.built_in.interpreter import BuiltInInterpreter
from toile.domain.brief import Brief


def _read(text: str) -> Brief:
    return BuiltInInterpreter().read_brief(text, date(2026, 11, 30))


@pytest.mark.parametrize(
    ("text", "items"),
    [
        ("12 photos of the new bench Oslo in oak.", ["Oslo bench"]),
        ("Sechs Bilder vom neuen Sessel Fjord in Rostrot.", ["Fjord armchair"]),
        ("8 photos du nouveau fauteuil Ourse, velours vert.", ["Ourse armchair"]),
        ("5 foto dello sgabello Ghiro e 2 della lampada Lucciola.", ["Ghiro stool", "Lucciola lamp"]),  # noqa: E501
        ("Seis fotos del nuevo jarrón Duna en blanco.", ["Duna vase"]),
        ("Sex bilder på stolen Tall. En kvinna vid ett bord.", []),
    ],
)  # fmt: skip
def test_furniture_that_is_counted_in_pictures_is_what_is_sold(text: str, items: list[str]) -> None:
    brief = _read(text)
    assert [one.item for one in brief.products] == items
    assert brief.lighting == ()


@pytest.mark.parametrize(
    "text",
    [
        "10 stills, 6 of them 4:5, 4 of them 16:9.",
        "10 photos, dont 6 en 4:5, dont 4 en 16:9.",
        "10 Bilder, davon 6 in 4:5, davon 4 in 16:9.",
    ],
)
def test_two_shares_of_one_whole_leave_each_other_alone(text: str) -> None:
    asked = [(one.count, one.aspect) for one in _read(text).deliverables]
    assert asked == [(6, "4:5"), (4, "16:9")]


def test_a_ratio_behind_the_count_is_of_the_pictures_counted_before() -> None:
    text = (
        "6 bilder på handduken.\nLjust kök. 4:5 till Instagram, plus 1 liggande 16:9 till webben."
    )
    asked = {(one.count, one.aspect) for one in _read(text).deliverables}
    assert asked == {(6, "4:5"), (1, "16:9")}


@pytest.mark.parametrize(
    "text",
    [
        "Six stills. Spain, France; Portugal in the end not.",
        "Seis fotos. España y Francia; Portugal al final no.",
        "Sechs Bilder. Spanien und Frankreich; Portugal doch nicht.",
        "Nous enlevons le Portugal, le reste ne bouge pas : six photos. Espagne, France, Portugal.",
    ],
)
def test_a_market_that_falls_out_stays_out(text: str) -> None:
    brief = _read(text)
    assert set(brief.markets) == {"ES", "FR"}
    assert brief.markets_excluded == ("PT",)


def test_a_total_of_people_that_is_broken_down_is_the_total() -> None:
    text = "Three guys: a farmer, his son and a vet. So three people, two men one woman, sorry."
    talent = _read(text).talent
    assert talent is not None
    assert talent.people == 3


def test_hard_sun_is_light_and_no_day() -> None:
    brief = _read("Hard sun from the side. 3 stills of the coat.")
    assert brief.window is None
    assert brief.lighting == ("hard sun",)


def test_a_correction_that_names_nothing_is_asked_about() -> None:
    brief = _read("6 stills of the coat. The logo must be visible.\nCorrection: drop the last one.")
    assert brief.must_have == ("logo must be visible",)
    assert brief.must_not == ()
    assert brief.questions[0].about == "correction"


def test_a_house_that_wants_pictures_is_the_brand_and_who_is_greeted_is_not() -> None:
    assert _read("Lumi Kökstextil vill ha 6 bilder på handduken.").brand == "Lumi Kökstextil"
    text = "Hola Nuria:\nPara Cerámica Almena necesitamos 6 fotos del juego de café Alba."
    assert _read(text).brand == "Cerámica Almena"


@pytest.mark.parametrize(
    ("text", "people"),
    [
        ("Three women, 6 stills. Nobody smiles and no hats.", 3),
        ("Drei Frauen, 6 Bilder. Niemand lacht.", 3),
        ("Tre donne, 6 foto. Nessuno sorride.", 3),
        ("Product only, nobody in the pictures. 6 stills.", 0),
    ],
)
def test_nobody_who_does_something_empties_no_picture(text: str, people: int) -> None:
    talent = _read(text).talent
    assert talent is not None
    assert talent.people == people


def test_channels_are_no_house() -> None:
    brief = _read("Two films, 20 seconds each, 9:16, for TikTok and Reels.")
    assert brief.brand is None
    assert brief.channels[0] == "tiktok"


@pytest.mark.parametrize(
    "text",
    [
        "5 stills 4:5 and two films. Make it three films.",
        "5 stills 4:5 and two films. Actually make that three films.",
        "5 Bilder 4:5 und zwei Filme. Doch lieber drei Filme.",
    ],
)
def test_a_kind_of_file_is_counted_again(text: str) -> None:
    asked = [(one.kind, one.count) for one in _read(text).deliverables]
    assert asked == [("still", 5), ("video", 3)]


@pytest.mark.parametrize(
    "text",
    [
        "The sofa in a kids' room, 6 stills.",
        "Le canapé dans une chambre d'enfant, 6 photos.",
        "El sofá en una habitación de niños, 6 fotos.",
    ],
)
def test_a_room_for_children_is_a_place_and_no_child(text: str) -> None:
    assert "MINOR" not in {flag.code for flag in _read(text).flags}


@pytest.mark.parametrize(
    ("text", "items"),
    [
        ("Products: duvet cover Nuage (ecru), throw Rivage (navy).", {"ecru", "navy"}),
        ("Produits : housse de couette Nuage (écru), plaid Rivage (bleu nuit).", {"ecru", "midnight blue"}),  # noqa: E501
        ("Product: Halo One over-ear (graphite, sand)", {"graphite", "sand"}),
    ],
)  # fmt: skip
def test_what_a_line_of_products_names_is_sold(text: str, items: set[str]) -> None:
    assert {one.colour for one in _read(text).products} == items


def test_a_market_of_next_year_is_none_yet() -> None:
    brief = _read("6 bilder. Sverige och Danmark (Norge först nästa år).")
    assert set(brief.markets) == {"SE", "DK"}


def test_a_meeting_is_no_island_and_this_morning_no_light() -> None:
    brief = _read("Compte rendu de la réunion de ce matin. 6 photos, France, Italie.")
    assert brief.markets == ("FR", "IT")
    assert brief.lighting == ()


@pytest.mark.parametrize(
    "text",
    [
        "6 stills. Markets: UK, IE, FR; US dropped",
        "6 photos. Marchés : Royaume-Uni, Irlande, France ; États-Unis supprimés",
    ],
)
def test_a_market_dropped_at_the_end_of_a_list_is_out(text: str) -> None:
    brief = _read(text)
    assert set(brief.markets) == {"GB", "IE", "FR"}
    assert brief.markets_excluded == ("US",)


@pytest.mark.parametrize(
    "text",
    [
        "6 stills: four in 4:5, two in 16:9.\nChange: only 5 pictures, 3 portrait and 2 landscape.",
        "6 stillbilder: 4 st 4:5, 2 st 16:9.\nÄndring: bara 5 bilder, 3 stående och 2 liggande.",
    ],
)
def test_a_change_counts_both_shapes_anew(text: str) -> None:
    asked = [(one.count, one.aspect) for one in _read(text).deliverables]
    assert asked == [(3, "4:5"), (2, "16:9")]


def test_what_a_house_makes_otherwise_and_what_is_fine_are_not_sold() -> None:
    text = "We make children's raincoats, but this time it's the Puddle mac in plum. Umbrellas are fine."  # noqa: E501
    assert [(one.item, one.colour) for one in _read(text).products] == [("Puddle mac", "plum")]


def test_styles_of_one_name_have_the_colours_told_of_both() -> None:
    text = 'Top "Firn" and leggings "Firn", both in charcoal and glacier blue. 6 stills.'
    assert {(one.item, one.colour) for one in _read(text).products} == {
        ("Firn top", "charcoal"),
        ("Firn top", "glacier blue"),
        ("Firn leggings", "charcoal"),
        ("Firn leggings", "glacier blue"),
    }


def test_a_tent_for_two_casts_nobody() -> None:
    assert _read("Nomad 2-person tent, 6 stills.").talent is None


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("7 fotos (no 9), 4:5, de los guantes.", 7),
        ("7 fotos, no 9, de los guantes.", 7),
        ("7 stills (not 9) of the gloves.", 7),
        ("7 foto (non 9) dei guanti.", 7),
    ],
)
def test_a_count_that_is_denied_does_not_hold(text: str, count: int) -> None:
    assert [one.count for one in _read(text).deliverables] == [count]


def test_as_many_styles_as_colours_are_paired() -> None:
    text = "The three swimsuits (Coral, Wave, Ink) in red, turquoise and navy. 8 stills."
    assert {(one.item, one.colour) for one in _read(text).products} == {
        ("Coral swimsuit", "red"),
        ("Wave swimsuit", "turquoise"),
        ("Ink swimsuit", "navy"),
    }
    every = _read("The two swimsuits (Coral, Wave), each in red and navy. 8 stills.")
    assert len(every.products) == 4


def test_where_may_be_of_markets_and_models_of_people() -> None:
    brief = _read("where: Netherlands, Belgium, Denmark\nfiles: 6 x 4:5")
    assert (brief.location, brief.markets) == ((), ("NL", "BE", "DK"))
    cast = _read("Modelle: zwei echte Bäcker, ein Mann (ca. 55) und eine Frau (ca. 30). 6 Bilder.")
    assert cast.talent is not None
    assert cast.talent.people == 2
    assert cast.products == ()


def test_a_market_in_doubt_is_conditional() -> None:
    brief = _read("UK and Ireland, maybe Spain. 6 stills.")
    assert brief.markets == ("GB", "IE")
    assert [one.code for one in brief.markets_conditional] == ["ES"]


@pytest.mark.parametrize(
    "text",
    [
        "We need eight photos. We need them in 4:5 for Instagram and the same eight in 3:2 for the website.",  # noqa: E501
        "Acht Bilder. Wir brauchen sie in 4:5 für Instagram und dieselben acht in 3:2 für die Website.",  # noqa: E501
        "8 photos. Il les faut en 4:5 pour Instagram et les mêmes huit en 3:2 pour le site.",
    ],
)
def test_the_same_pictures_in_another_ratio_leave_the_first_its_own(text: str) -> None:
    asked = {(one.count, one.aspect) for one in _read(text).deliverables}
    assert asked == {(8, "4:5"), (8, "3:2")}


def test_how_things_are_made_a_permit_and_a_cup_are_neither_goods_nor_places() -> None:
    glass = _read("6 vases, 5 bowls, 3 candlesticks, all hand-blown, in smoke and amber.")
    assert {one.item for one in glass.products} == {"vases", "bowls", "candlesticks"}
    assert _read("We lost the beach permit. 8 stills of the coat.").location == ()
    cup = _read("6 fotos del juego de café Alba (blanco roto), una mano sirviendo el café.")
    assert (cup.location, cup.lighting) == ((), ())


def test_a_gap_between_teeth_that_stays_is_no_wish() -> None:
    brief = _read("A woman of 35 with freckles and a gap in her teeth. 8 stills of the mac.")
    assert "FEATURE_ALTERATION" not in {flag.code for flag in brief.flags}


@pytest.mark.parametrize(
    ("text", "people"),
    [
        ("Two couples in their 20s, one dog. 6 stills.", 4),
        ("Deux couples de trente ans. 6 photos.", 4),
        ("Zwei Paare um die 30. 6 Bilder.", 4),
        ("A couple, two women. 6 stills.", 2),
        ("En äldre man med vitt skägg och en ung kvinna. 6 bilder.", 2),
    ],
)
def test_couples_are_two_each_and_a_swede_may_be_an_older_man(text: str, people: int) -> None:
    talent = _read(text).talent
    assert talent is not None
    assert talent.people == people
