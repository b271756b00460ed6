"""Messages as people type them: corrections in passing, takeovers, wishes beyond the studio."""

import pytest

from toile.adapters.language.built_in.edits.reader import read_edit
from toile.domain.commands import EditAnswer, EditContext
from toile.domain.shots import Shot, ShotList

BOARD = ShotList.of(
    [
        Shot(id="a", no=1, set="crane", aspect="3:2", talent=("Jonah",), garments=("black cap",)),
        Shot(id="b", no=2, set="slipway", aspect="3:2", talent=("Aiko",), pose="running"),
        Shot(id="c", no=3, set="tent", aspect="3:2", talent=("Aiko", "Jonah"), props=("lemons",)),
    ]
)


def _read(message: str) -> EditAnswer:
    return read_edit(message, EditContext(shots=BOARD))


def _shot(answer: EditAnswer, shot: str) -> Shot:
    return answer.shots.shot(shot)


def test_what_is_taken_back_in_passing_was_never_said() -> None:
    answer = _read("todas en 4:5 menos la grúa... digo la grada")
    assert [s.aspect for s in answer.shots.shots] == ["4:5", "3:2", "4:5"]


def test_who_takes_over_solo_shots_leaves_the_others_alone() -> None:
    answer = _read("Jonah twisted his ankle, Aiko takes over his solo shots")
    assert _shot(answer, "a").talent == ("Aiko",)
    assert _shot(answer, "c").talent == ("Aiko", "Jonah")


def test_a_bare_thing_behind_a_removal_takes_its_place() -> None:
    assert _shot(_read("lemons are sold out. pink grapefruit"), "c").props == ("pink grapefruit",)


def test_a_colour_in_one_german_word_is_read() -> None:
    assert "neon yellow cap" in _shot(_read("Die Kappe ist jetzt neongelb"), "a").garments


def test_taking_her_out_of_a_shot_keeps_the_shot() -> None:
    answer = _read("take her out of 2")
    assert _shot(answer, "b").talent == ()


def test_a_person_is_never_replaced_by_a_pose() -> None:
    answer = _read("Aiko should be laughing in 2 instead of running")
    assert _shot(answer, "b").talent == ("Aiko",)


def test_only_one_stays_square_deletes_nothing() -> None:
    assert len(_read("only 3 stays square, rest 4:5").shots) == len(BOARD)


@pytest.mark.parametrize("message", ["book the flights", "email the list to the agency"])
def test_what_no_studio_can_do_is_refused_and_changes_nothing(message: str) -> None:
    answer = _read(message)
    assert (answer.type, answer.shots) == ("refuse", BOARD)


def test_a_shot_that_shall_look_like_another_is_no_minor() -> None:
    assert _read("make 2 look like 3").flag is None


def test_a_person_made_to_look_fourteen_is_refused() -> None:
    answer = _read("can Aiko look more like fourteen in 2")
    assert (answer.flag and answer.flag.code, answer.shots) == ("MINOR", BOARD)
