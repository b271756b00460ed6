"""Edits as Germans, French, Italians, Spaniards and Swedes type them into a chat."""

import pytest

from toile.adapters.language.built_in.edits.reader import read_edit
from toile.domain.commands import EditAnswer, EditContext
from toile.domain.shots import Shot, ShotList

BOARD = ShotList.of(
    [
        Shot(
            id="a", no=1, framing="full", angle="eye level", lens="50mm", light="window light",
            set="bakery", pose="standing", garments=("white apron", "red linen dress"),
            props=("bread basket",), talent=("Nora",), aspect="4:5", priority="must",
        ),
        Shot(
            id="b", no=2, framing="close-up", angle="eye level", lens="85mm", light="softbox",
            set="market stall", pose="smiling", garments=("striped shirt", "straw hat"),
            talent=("Luca",), aspect="1:1", priority="should",
        ),
        Shot(
            id="c", no=3, framing="wide", angle="low", lens="24mm", light="hard sun",
            set="harbour", pose="walking", garments=("black leather jacket", "brown boots"),
            props=("bicycle",), talent=("Nora", "Luca"), aspect="16:9", priority="must",
        ),
        Shot(
            id="d", no=4, framing="flatlay", angle="overhead", lens="50mm", light="softbox",
            set="marble table", garments=("brown boots", "silk scarf"), props=("sunglasses",),
            aspect="1:1", priority="could",
        ),
        Shot(
            id="e", no=5, kind="video", framing="medium", angle="eye level", lens="35mm",
            light="golden hour", set="rooftop", pose="sitting", talent=("Luca",),
            garments=("grey wool coat", "green jumper"), aspect="4:5", priority="should",
        ),
        Shot(
            id="f", no=6, kind="video", framing="portrait", angle="high", lens="85mm",
            light="candlelight", set="restaurant", pose="laughing", talent=("Nora",),
            garments=("grey wool coat", "pearl earrings"), aspect="9:16", priority="could",
        ),
    ]
)  # fmt: skip


def _read(message: str) -> EditAnswer:
    return read_edit(message, EditContext(shots=BOARD, twins=("Nora", "Luca", "Emil")))


@pytest.mark.parametrize(
    ("message", "said"),
    [
        ("la 5 en photo plutôt qu'en vidéo", "shot 5: kind becomes still."),
        ("l'ultima in foto piuttosto che in video", "shot 6: kind becomes still."),
        ("la última en foto en lugar de vídeo", "shot 6: kind becomes still."),
        ("ettan som video hellre än foto", "shot 1: kind becomes video."),
        ("die 5 als Foto statt als Video", "shot 5: kind becomes still."),
    ],
)
def test_what_gives_way_is_not_what_a_shot_becomes(message: str, said: str) -> None:
    assert _read(message).say == said


@pytest.mark.parametrize(
    ("message", "said"),
    [
        ("tutte in 9:16 tranne il ritratto dall'alto", "shots 1, 2, 3, 4, 5: ratio becomes 9:16."),
        ("alle quadratisch bis auf das Porträt von oben", "shots 1, 3, 5: ratio becomes 1:1."),
        ("todas en 4:5 excepto el retrato en picado", "shots 2, 3, 4: ratio becomes 4:5."),
        ("tout en 9:16 sauf le portrait en plongée", "shots 1, 2, 3, 4, 5: ratio becomes 9:16."),
        ("alla i 4:5 förutom porträttet uppifrån", "shots 2, 3, 4: ratio becomes 4:5."),
        ("alla utom trean i 4:5", "shots 2, 4, 6: ratio becomes 4:5."),
    ],
)
def test_the_words_of_an_exception_change_no_other_shot(message: str, said: str) -> None:
    assert _read(message).say == said


@pytest.mark.parametrize(
    ("message", "said"),
    [
        ("¿tenemos algo en 21:9?", "None."),
        ("on a déjà une verticale ?", "Shots 1, 5, 6."),
        ("ce n'è una con il cappello?", "Shot 2."),
        ("¿nos queda alguna en could?", "Shots 4, 6."),
        ("haben wir schon eins in 9:16?", "Shot 6."),
        ("är det nån som är video?", "Shots 5, 6."),
    ],
)
def test_a_question_about_what_is_there_is_answered(message: str, said: str) -> None:
    answer = _read(message)

    assert (answer.type, answer.say, answer.commands) == ("answer", said, ())


@pytest.mark.parametrize(
    ("message", "said"),
    [
        ("3 als Nahaufnahme in 4:5... ne, Format bleibt, nur 35er",
         "shot 3: framing becomes close-up. shot 3: lens becomes 35mm."),
        ("la 1 en 16:9 et plan moyen, ah non laisse le format", "shot 1: framing becomes medium."),
        ("la 5 in controluce e quadrata, anzi il formato resta",
         "shot 5: light becomes backlight."),
        ("la 2 plano general con 35, ah no, la lente déjala", "shot 2: framing becomes wide."),
        ("5:an i motljus och kvadratisk, nej vänta, behåll formatet",
         "shot 5: light becomes backlight."),
        ("2 als Totale mit 35er, ach nein, Brennweite lassen", "shot 2: framing becomes wide."),
    ],
)  # fmt: skip
def test_leaving_a_field_takes_back_only_what_the_message_gave_it(message: str, said: str) -> None:
    assert _read(message).say == said


@pytest.mark.parametrize(
    ("message", "said"),
    [
        ("la veste en cuir en marron, le noir on oublie",
         "shot 3: black leather jacket becomes brown leather jacket."),
        ("il cappotto di lana in blu scuro, il grigio è fuori",
         "shots 5, 6: grey wool coat becomes dark blue wool coat."),
        ("la chaqueta de cuero en marrón, nada de negro",
         "shot 3: black leather jacket becomes brown leather jacket."),
        ("ullkappan i mörkblått, grått är ute",
         "shots 5, 6: grey wool coat becomes dark blue wool coat."),
        ("der Wollmantel bitte in dunkelblau, grau ist raus",
         "shots 5, 6: grey wool coat becomes dark blue wool coat."),
    ],
)  # fmt: skip
def test_the_colour_that_went_is_told_once_more_and_takes_out_nothing(
    message: str, said: str
) -> None:
    assert _read(message).say == said


@pytest.mark.parametrize(
    ("message", "said"),
    [
        ("ab der 2 jedes zweite auf 4:5", "shots 2, 4, 6: ratio becomes 4:5."),
        ("a partir de la 2, una sí y una no en 4:5", "shots 2, 4, 6: ratio becomes 4:5."),
        ("dalla 4 in poi tutte quadrate", "shots 5, 6: ratio becomes 1:1."),
        ("från fyran och framåt allt kvadratiskt", "shots 5, 6: ratio becomes 1:1."),
        ("une sur deux en vertical à partir de la 1", "shot 3: ratio becomes 9:16."),
    ],
)
def test_shots_are_counted_from_the_place_that_is_named(message: str, said: str) -> None:
    assert _read(message).say == said


@pytest.mark.parametrize(
    ("message", "said"),
    [
        ("nimm bei der 2 Nora noch mit rein, zu zweit am Stand ist lustiger",
         "shot 2: add Nora to the talent."),
        ("dans la 6 tu prends Emil avec", "shot 6: add Emil to the talent."),
        ("prendi dentro Emil nella 5, in due rende di più", "shot 5: add Emil to the talent."),
        ("en la 5 metemos a Emil, a dos queda mejor", "shot 5: add Emil to the talent."),
        ("låt Luca vara med i ettan", "shot 1: add Luca to the talent."),
    ],
)  # fmt: skip
def test_somebody_comes_in_beside_who_is_there(message: str, said: str) -> None:
    assert _read(message).say == said


@pytest.mark.parametrize(
    ("message", "said"),
    [
        ("zieh ihr in der 6 den Mantel aus", "shot 6: take out grey wool coat."),
        ("1 und 3 ins Breitformat", "shot 1: ratio becomes 5:4."),
        ("que no se vea la bici en la 3", "shot 3: take out bicycle."),
        ("la 6 súbela de prioridad", "shot 6: priority becomes should."),
        ("dagli un libro in mano nella 5", "shot 5: add book to the props."),
        ("che non si veda la bici nella 3", "shot 3: take out bicycle."),
        ("mets-lui une casquette dans la 1", "shot 1: add cap to the garments."),
        ("le manteau, fais-le beige", "shots 5, 6: grey wool coat becomes beige wool coat."),
        ("cykeln i trean ska inte synas", "shot 3: take out bicycle."),
        ("flytta tvåan till ett kafé", "shot 2: set becomes cafe."),
        ("tvåan på högkant", "shot 2: ratio becomes 4:5."),
    ],
)
def test_an_everyday_wish_is_heard_as_natives_type_it(message: str, said: str) -> None:
    assert _read(message).say == said
