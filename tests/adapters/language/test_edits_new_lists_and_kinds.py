"""Several new shots in one sentence, and things of the board said by another word for them."""

import pytest

from toile.adapters.language.built_in.edits.reader import read_edit
from toile.domain.commands import EditContext
from toile.domain.shots import Shot, ShotList

BOARD = ShotList.of(
    [
        Shot(id="a", no=1, framing="wide", set="mountain ridge", talent=("Luca",),
             garments=("orange parka", "hiking boots"), aspect="16:9"),
        Shot(id="b", no=2, framing="medium", set="hut terrace", talent=("Freya",),
             garments=("red beanie", "cream fleece"), props=("thermos",), aspect="4:5"),
        Shot(id="c", no=3, framing="macro", set="pier", garments=("steel watch",), aspect="1:1"),
    ]
)  # fmt: skip


@pytest.mark.parametrize(
    "message",
    [
        "we need two more shots: a detail of the boots and a portrait of Luca",
        "Ajoute deux plans : un détail des bottes, un portrait de Luca",
        "Aggiungi due scatti: un dettaglio degli scarponi, un ritratto di Luca",
        "Necesitamos dos tomas más: un detalle de las botas y un retrato de Luca",
        "Neue Bilder: Detail der Stiefel, Porträt von Luca",
        "nya bilder: en detalj på kängorna, ett porträtt av Luca",
    ],
)
def test_each_new_shot_of_a_list_is_one_shot(message: str) -> None:
    shots = read_edit(message, EditContext(shots=BOARD, last_mentioned="b")).shots.shots
    assert shots[:3] == BOARD.shots
    assert [(s.framing, s.garments, s.talent) for s in shots[3:]] == [
        ("detail", ("hiking boots",), ()),
        ("portrait", (), ("Luca",)),
    ]


@pytest.mark.parametrize(
    "message",
    [
        "la foto del molo all'inizio",
        "la del muelle la primera",
        "mets la photo de la jetée au début",
    ],
)
def test_a_place_is_known_by_every_word_for_it(message: str) -> None:
    shots = read_edit(message, EditContext(shots=BOARD, last_mentioned="a")).shots
    assert [s.id for s in shots.shots] == ["c", "a", "b"]


def test_a_word_that_only_says_which_hut_names_no_mountain() -> None:
    answer = read_edit("añade un plano general del refugio", EditContext(shots=BOARD))
    assert answer.shots.shots[-1].set == "hut terrace"


@pytest.mark.parametrize(
    "message",
    ["la macro dell'orologio non ci serve", "la macro de la montre, on l'enlève",
     "das Makro der Uhr kann raus"],
)  # fmt: skip
def test_a_framing_of_a_thing_is_the_shot_and_the_thing_stays(message: str) -> None:
    answer = read_edit(message, EditContext(shots=BOARD, last_mentioned="a"))
    assert [s.id for s in answer.shots.shots] == ["a", "b"]


def test_who_does_not_wear_a_thing_stays_when_it_is_taken_off() -> None:
    answer = read_edit(
        "togli il cappellino a Luca e mettigli gli occhiali",
        EditContext(shots=BOARD, last_mentioned="a"),
    )
    assert answer.shots.shot("a").talent == ("Luca",)
    assert "glasses" in answer.shots.shot("a").garments
    assert "Luca has no cappellino." in answer.say


@pytest.mark.parametrize(
    "message",
    ["remove the logo on the beanie", "enlève le logo sur le bonnet",
     "ta bort loggan på mössan i 2",
     "quita el logo del gorro",
     "togli il logo dalla cuffia della 2", "das Logo auf der Strickmütze in 2 bitte weg"],
)  # fmt: skip
def test_a_thing_stays_when_a_part_of_it_shall_go(message: str) -> None:
    answer = read_edit(message, EditContext(shots=BOARD))
    assert answer.shots == BOARD
    assert "The red beanie stays" in answer.say


@pytest.mark.parametrize("message", ["que Luca no salga en la 1", "Luca non compaia nella 1"])
def test_who_shall_not_be_seen_goes_from_the_picture(message: str) -> None:
    assert read_edit(message, EditContext(shots=BOARD)).shots.shot("a").talent == ()


@pytest.mark.parametrize("message", ["La 9 en 4:5 ou 1:1 ?", "Ist die 9 in 4:5 oder 1:1?"])
def test_a_question_about_a_shot_that_is_not_there_is_told_so(message: str) -> None:
    answer = read_edit(message, EditContext(shots=BOARD))
    assert answer.type == "answer"
    assert answer.say.startswith("There is no shot 9")


@pytest.mark.parametrize(
    "message", ["quita la 3 que no nos da tiempo", "supprime la 3 car on n'a pas le temps"]
)
def test_a_reason_behind_a_deletion_names_no_thing(message: str) -> None:
    assert [s.id for s in read_edit(message, EditContext(shots=BOARD)).shots.shots] == ["a", "b"]
