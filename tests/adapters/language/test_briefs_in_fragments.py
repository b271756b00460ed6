"""Pieces of directors' mails: what must be seen, what must not, and what is no order of files."""

from datetime import date
from pathlib import Path

import pytest
import yaml

from toile.adapters.language.built_in.interpreter import BuiltInInterpreter
from toile.domain.brief import Brief
from toile.workflow.score_briefs import score
from toile.workflow.tallies import Tally

TODAY = date(2026, 11, 23)
FRAGMENTS = Path(__file__).parents[2] / "evaluation" / "briefs-fragments.yaml"


def _read(text: str) -> Brief:
    return BuiltInInterpreter().read_brief(text, TODAY)


def _flags(text: str) -> list[str]:
    return [flag.code for flag in _read(text).flags]


def test_fragments_of_mails_are_read_as_right_as_they_were() -> None:
    tally = Tally()
    for case in yaml.safe_load(FRAGMENTS.read_text(encoding="utf-8"))["briefs"]:
        for one in score(case, _read(case["text"])).fields.values():
            tally.add(one)
    assert tally.precision > 0.86
    assert tally.recall > 0.86


@pytest.mark.parametrize(
    "text",
    [
        "A tote in tan. Logo never cropped.",
        "Un cabas en cuir. Le logo n'est jamais coupé.",
        "Una borsa in pelle. Il logo mai tagliato.",
        "Un bolso de piel. El logo nunca cortado.",
        "Eine Tasche aus Leder. Logo nie angeschnitten.",
    ],
)
def test_what_a_thing_must_never_be_is_ruled_out_and_not_the_thing(text: str) -> None:
    (ruled_out,) = _read(text).must_not
    assert ruled_out.lower() in ("logo cropped", "logos cropped")


@pytest.mark.parametrize(
    "text",
    [
        "One 15-second vertical film.",
        "Un film vertical de 20 secondes.",
        "Un video verticale da 15 secondi.",
        "Un vídeo vertical de 15 segundos.",
        "Ein vertikales Video mit 15 Sekunden.",
        "En vertikal film på 15 sekunder.",
    ],
)
def test_an_upright_film_is_nine_by_sixteen(text: str) -> None:
    assert [(d.kind, d.aspect) for d in _read(text).deliverables] == [("video", "9:16")]


@pytest.mark.parametrize(
    "text",
    [
        "Twelve stills, 4:5. Two close-ups of the zip among the twelve.",
        "Dodici scatti 4:5, due primi piani della zip compresi.",
    ],
)
def test_views_among_those_counted_are_not_counted_twice(text: str) -> None:
    assert sum(d.count or 0 for d in _read(text).deliverables) == 12


@pytest.mark.parametrize(
    "text",
    [
        "A parka in red. Always one full length per look.",
        "Un impermeabile giallo. Cappuccio su in due foto almeno.",
    ],
)
def test_how_often_a_thing_is_to_be_seen_orders_no_files(text: str) -> None:
    brief = _read(text)
    assert brief.deliverables == ()
    assert brief.must_have


@pytest.mark.parametrize(
    ("text", "colours"),
    [
        ("The Nora jumper in oatmeal, then in rust.", ["oatmeal", "rust"]),
        ("Zapatilla Duna en lona arena, luego en lona teja.", ["sand", "terracotta"]),
        ("Borsa Cesta in cuoio miele e poi in verde salvia.", ["honey", "sage green"]),
        ("Die Tasche Elbe in cognacfarbenem Leder.", ["cognac"]),
    ],
)
def test_a_colour_that_comes_next_is_a_variant(text: str, colours: list[str]) -> None:
    assert [product.colour for product in _read(text).products] == colours


@pytest.mark.parametrize(
    "text",
    [
        "Petit truc urgent : deux packshots d'une bougie.",
        "Cosa piccola: tre packshot di un mocassino.",
        "Encargo pequeño: dos packshots de un perfume.",
        "Kleine Sache: drei Packshots von einem Clog.",
    ],
)
def test_words_that_open_a_mail_are_no_brand(text: str) -> None:
    assert _read(text).brand is None


def test_a_workshop_with_a_name_is_the_house() -> None:
    assert _read("Ciao, sono Ludovica, Bottega Serravalle, una borsa.").brand == (
        "Bottega Serravalle"
    )


@pytest.mark.parametrize(
    "text",
    [
        "Tutte le foto in bianco e nero. E il rosso della suola deve vedersi bene.",
        "Toutes les images en noir et blanc. Il faut qu'on voie bien les deux couleurs du sac.",
        "All pictures in black and white. The red of the sole must show.",
    ],
)
def test_a_colour_to_be_seen_in_black_and_white_is_asked_about(text: str) -> None:
    assert "CONTRADICTION" in _flags(text)


def test_black_and_white_with_a_red_dress_is_no_contradiction() -> None:
    text = "All pictures in black and white. The red dress must be in every picture."
    assert "CONTRADICTION" not in _flags(text)


def test_a_few_packshots_need_no_three_weeks() -> None:
    assert "TIMELINE_TIGHT" not in _flags("Three packshots of a clog in oat by Friday.")
    assert "TIMELINE_TIGHT" in _flags("Forty stills of a clog in oat by Friday.")


def test_a_praise_with_the_world_in_it_names_no_market() -> None:
    assert _read("Accroche : « Le jean le plus écologique du monde ».").markets == ()


@pytest.mark.parametrize(
    "text",
    [
        "Zeile: „Der weichste Mantel“. Und bitte die Oberschenkel etwas schlanker machen.",
        "Smalna av låren lite i retuschen, tack.",
    ],
)
def test_a_wish_to_slim_somebody_is_refused_behind_a_slogan_too(text: str) -> None:
    assert "BODY_RESHAPING" in _flags(text)


def test_a_clause_that_says_when_is_no_place() -> None:
    brief = _read("Mercato coperto, quando scaricano le cassette, luce fredda.")
    assert brief.location == ("market hall",)


@pytest.mark.parametrize(
    ("text", "seen"),
    [
        ("El cierre del collar tiene que leerse bien. Bolso en negro.", "clasp necklace legible"),
        ("Étiquette lisible. Une bougie.", "label legible"),
    ],
)
def test_what_must_be_legible_must_be_seen(text: str, seen: str) -> None:
    assert _read(text).must_have == (seen,)


def test_nothing_on_the_hands_is_no_nudity() -> None:
    brief = _read("Crew neck in moss. Nothing on the hands, no rings, no watch.")
    assert "NUDITY" not in [flag.code for flag in brief.flags]


@pytest.mark.parametrize(
    "text",
    [
        "Three soaps (lavender, bay,",
        "Trois savons (lavande, laurier,",
        "Tre saponi (lavanda, alloro,",
        "Fünf Dirndl (Salbei, Beere, ",
    ],
)
def test_a_list_that_breaks_off_in_a_bracket_is_read(text: str) -> None:
    assert _read(text).products
