"""Room left for words, how a film moves and how long it is."""

import pytest

from toile.adapters.language.built_in.edits.reader import read_edit
from toile.domain.commands import EditAnswer, EditContext
from toile.domain.shots import Shot, ShotList

BOARD = ShotList.of(
    [
        Shot(id="a", no=1, framing="full", set="beach", light="golden hour", talent=("Nora",)),
        Shot(id="b", no=2, framing="portrait", set="kitchen", aspect="4:5", talent=("Ines",)),
        Shot(id="c", no=3, framing="wide", set="beach", copy_space="left", talent=("Tom",)),
        Shot(id="e", no=4, kind="video", framing="medium", set="rooftop", talent=("Tom", "Nora")),
    ]
)


def _read(message: str) -> EditAnswer:
    return read_edit(message, EditContext(shots=BOARD))


@pytest.mark.parametrize(
    ("message", "side"),
    [
        ("2 with copy space on the left", "left"),
        ("leave some room for the headline at the top of 2", "top"),
        ("2 needs negative space right", "right"),
        ("la 2 avec de la place pour le texte à gauche", "left"),
        ("spazio per il testo in alto nella 2", "top"),
        ("espacio para texto a la derecha en la 2", "right"),
        ("in der 2 unten Platz für Text lassen", "bottom"),
        ("plats för text till vänster i tvåan", "left"),
    ],
)
def test_room_for_words_is_a_side_of_the_picture_and_moves_no_shot(message: str, side: str) -> None:
    answer = _read(message)

    assert answer.say == f"shot 2: space for copy becomes {side}."


def test_room_without_a_side_is_asked_about_and_room_that_goes_is_gone() -> None:
    asked, gone = _read("2 with copy space"), _read("3 with no copy space")

    assert (asked.type, asked.say) == (
        "ask",
        "On which side shall there be room for copy?",
    )
    assert gone.say == "shot 3: space for copy becomes empty."


def test_room_is_told_beside_other_wishes() -> None:
    said = _read("1 tighter, with room for the logo bottom right").say

    assert "shot 1: space for copy becomes bottom right." in said
    assert "shot 1: framing becomes three-quarter." in said


@pytest.mark.parametrize("message", ["Ines left the room in 2", "make room for 7 shots"])
def test_a_room_and_a_long_list_leave_no_space_for_copy(message: str) -> None:
    assert "space for copy" not in _read(message).say


@pytest.mark.parametrize(
    ("message", "said"),
    [
        ("4 handheld", "shot 4: camera movement becomes handheld."),
        ("la vidéo au ralenti", "shot 4: camera movement becomes slow motion."),
        ("el vídeo en cámara lenta", "shot 4: camera movement becomes slow motion."),
        ("in der 4 ein langsamer Schwenk", "shot 4: camera movement becomes pan."),
        ("make the video 10 seconds", "shot 4: length in seconds becomes 10."),
        ("film halten wir bei 8 Sekunden", "shot 4: length in seconds becomes 8."),
        (
            "filmen i slow motion, 10 sekunder",
            "shot 4: camera movement becomes slow motion. shot 4: length in seconds becomes 10.",
        ),
    ],
)
def test_a_film_has_a_way_and_a_length(message: str, said: str) -> None:
    assert _read(message).say == said


def test_a_photograph_neither_moves_nor_lasts() -> None:
    answer = _read("3 in slow motion")

    assert answer.shots == BOARD
    assert answer.say == "Shot 3 is a photograph; say so if it shall become a video."


def test_a_decade_is_no_length() -> None:
    assert "seconds" not in _read("the light feels too 70s in 4").say
