"""Briefs as strangers write them: lists of names, chat logs, typing errors, what is taken back."""

from datetime import date

import pytest

from toile.adapters.language.built_in.interpreter import BuiltInInterpreter
from toile.domain.brief import Brief

TODAY = date(2026, 11, 23)


def read(text: str) -> Brief:
    return BuiltInInterpreter().read_brief(text, TODAY)


def things(text: str) -> list[tuple[str, str | None]]:
    return [(product.item, product.colour) for product in read(text).products]


@pytest.mark.parametrize(("text", "expected"), [
    ("Three rings - Halo, Knot and Braid - in recycled gold.", [("Halo ring", "gold"), ("Knot ring", "gold"), ("Braid ring", "gold")]),  # noqa: E501
    ("Osprey Row watches: the Field 38 on olive canvas, the Diver 41 on black rubber.", [("Field 38 watch", "olive"), ("Diver 41 watch", "black")]),  # noqa: E501
    ("Tre modelli di occhiali: Alba (miele), Brina (trasparente), Cenere (grigio fumo).", [("Alba glasses", "honey"), ("Brina glasses", "transparent"), ("Cenere glasses", "smoke grey")]),  # noqa: E501
    ("Tre ryggsäckar: Fjäll 20 (svart), Fjäll 35 (mossgrön), Fjäll 50 (rost)", [("Fjäll 20 backpack", "black"), ("Fjäll 35 backpack", "moss green"), ("Fjäll 50 backpack", "rust")]),  # noqa: E501
    ('Drei Taschen: Shopper "Isar" (Cognac), Umhängetasche "Inn" (Schwarz)', [("Isar tote", "cognac"), ("Inn shoulder bag", "black")]),  # noqa: E501
])  # fmt: skip
def test_names_in_a_list_are_models_of_the_noun_before(
    text: str, expected: list[tuple[str, str | None]]
) -> None:
    assert things(text) == expected


@pytest.mark.parametrize(("text", "expected"), [
    ("A boxy cardigan in tomato red and a blue striped shirt", [("boxy cardigan", "tomato red"), ("shirt", "blue striped")]),  # noqa: E501
    ("the duster coat in storm, a tee (white) and the boot in conker brown", [("duster coat", "storm"), ("tee", "white"), ("boot", "conker brown")]),  # noqa: E501
    ("derby, black, brushed leather; ankle boot, cognac", [("derby", "black"), ("ankle boot", "cognac")]),  # noqa: E501
    ("Kofta i senapsgult, regnkappa i himmelsblått", [("cardigan", "mustard"), ("raincoat", "sky blue")]),  # noqa: E501
    ("Gli stivali al ginocchio in pelle testa di moro", [("boots", "dark brown")]),
    ("An ecru roll-neck and a camel coat", [("roll neck", "ecru"), ("coat", "camel")]),
])  # fmt: skip
def test_a_colour_may_take_two_words_or_be_one_that_no_list_knows(
    text: str, expected: list[tuple[str, str | None]]
) -> None:
    assert things(text) == expected


def test_a_chat_log_is_read_without_its_clock_and_the_last_word_holds() -> None:
    brief = read(
        "Jo 09:14  new job: Mercer Lane bags. tote (cognac), mini crossbody (lilac)\n"
        "Jo 09:15  9 stills, 4:5, for website + newsletter\n"
        "Jo 09:31  sorry, newsletter is out\n"
        "Dee 09:44  right, mini's gone. so six pics\n"
        "Jo 10:20  Dee: when do you need them\n"
        "Dee 10:22  29 Jan."
    )
    assert [(ask.count, ask.aspect) for ask in brief.deliverables] == [(6, "4:5")]
    assert brief.channels == ("website",)
    assert [product.item for product in brief.products] == ["tote"]
    assert brief.deadline is not None
    assert brief.deadline.date == date(2027, 1, 29)


def test_typing_errors_are_read_as_they_were_meant() -> None:
    brief = read(
        "hodie in bone, 5 vertcal stils 9:16, undrpass, no skatbords this time. germny + austria"
    )
    assert [product.item for product in brief.products] == ["hoodie"]
    assert brief.location == ("underpass",)
    assert brief.must_not == ("skateboards",)
    assert set(brief.markets) == {"DE", "AT"}


def test_a_plain_word_is_no_typing_error() -> None:
    assert "pores" in " ".join(read("One serum. Keep the pores and the lines.").must_have)


@pytest.mark.parametrize("text", [
    "Two women, one EU 36 and one EU 46. 4 stills for Instagram in PT and ES.",
    "Two women, EU size 36. Portugal and Spain.",
])  # fmt: skip
def test_a_size_is_no_market(text: str) -> None:
    assert set(read(text).markets) == {"PT", "ES"}


@pytest.mark.parametrize(("text", "count", "seconds"), [
    ("1 x 30s film, 9:16", 1, 30),
    ("film 9:16, 20s x2", 2, 20),
    ("8 reels 9:16, 15 sec each", 8, 15),
])  # fmt: skip
def test_films_are_counted_and_not_their_seconds(text: str, count: int, seconds: int) -> None:
    films = [ask for ask in read(f"Three coats. {text}.").deliverables if ask.kind == "video"]
    assert [(film.count, film.seconds) for film in films] == [(count, seconds)]


def test_only_is_no_ban() -> None:
    brief = read("Une femme de 30 ans, on ne voit que les jambes. Pas de parapluie.")
    assert brief.must_not == ("umbrella",)


def test_people_spoken_of_again_are_not_counted_again() -> None:
    brief = read("4 men, ages 20 to 60. 2 group pictures, all four men.")
    assert brief.talent is not None
    assert brief.talent.people == 4


def test_a_name_in_quotation_marks_is_only_a_name() -> None:
    brief = read('Mocassino "Gemelli" nero. Solo prodotto, 3 foto 1:1.')
    assert brief.twins is None
    assert brief.talent is not None
    assert brief.talent.people == 0


def test_norway_among_codes_is_a_market_and_no_ban() -> None:
    brief = read("Two coats. Territories: GB, IE, NO, DK, SE. From 1 April.")
    assert set(brief.markets) == {"GB", "IE", "NO", "DK", "SE"}
    assert brief.markets_excluded == ()


def test_a_heading_alone_on_its_line_holds_for_the_lines_below() -> None:
    brief = read(
        "CLIENT: Marlow Optical\nSETTING\nA second-hand bookshop\nMUSTS\nThe spines out of focus\n"
        "DON'TS\nNo barcodes\nDELIVERABLES\n- 4 stills, 16:9"
    )
    assert brief.location == ("second-hand bookshop",)
    assert brief.must_have == ("spines out of focus",)
    assert brief.must_not == ("barcodes",)


def test_daylight_only_beside_a_ring_light_is_a_contradiction() -> None:
    brief = read("One jumper. Natural light only. And use a ring light please. 8 images 4:5.")
    assert [flag.code for flag in brief.flags if flag.action == "ask"] == ["CONTRADICTION"]


def test_looks_with_a_view_of_their_own_are_counted_by_their_numbers() -> None:
    brief = read(
        "16 looks. Each look: one full length, one half length, both 2:3. "
        "Looks 3, 7 and 12 also get a back view."
    )
    assert sum(ask.count or 0 for ask in brief.deliverables) == 35


def test_a_film_beside_pictures_per_style_is_one_film() -> None:
    brief = read("Three coats. Six stills 3:2 per style plus one 20-second film 16:9.")
    films = [ask.count for ask in brief.deliverables if ask.kind == "video"]
    assert films == [1]


def test_upright_and_square_are_two_requests() -> None:
    brief = read("A coat, six shots, three upright and three square.")
    assert [(a.count, a.aspect) for a in brief.deliverables] == [(3, None), (3, "1:1")]


@pytest.mark.parametrize(("text", "said"), [
    ("Lumière rasante d'hiver. Une bague.", "raking light"),
    ("Sombras largas, cielo gris. Un vestido rojo.", "long shadows"),
    ("Dusty light from high windows. One skirt.", "dusty light from high windows"),
])  # fmt: skip
def test_light_is_named_as_closely_as_it_was_said(text: str, said: str) -> None:
    assert said in read(text).lighting


def test_children_in_the_name_of_a_line_are_still_passed_to_a_person() -> None:
    brief = read("Für die Linie „Brillant Kids“ brauchen wir 4 Bilder, zwei Kinder, Park.")
    assert "MINOR" in {flag.code for flag in brief.flags}


def test_who_is_in_the_picture_is_no_brand() -> None:
    brief = read("Eight pictures of the autumn knitwear for the web shop. Freya, window light.")
    assert brief.brand is None
