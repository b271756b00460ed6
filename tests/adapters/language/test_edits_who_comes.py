"""Who comes for whom, who is in a copy, and what is said of a thing only behind it."""

import pytest

from toile.adapters.language.built_in.interpreter import BuiltInInterpreter
from toile.domain.commands import EditAnswer, EditContext
from toile.domain.shots import Shot, ShotList

BOARD = ShotList.of(
    (
        Shot(id="a", talent=("Noor",), garments=("grey scarf",), props=("bouquet",)),
        Shot(id="b", talent=("Lotte",), garments=("navy peacoat",), props=("bicycle",)),
        Shot(id="c", kind="video", talent=("Noor", "Lotte"), garments=("red beret",)),
        Shot(id="d", framing="flatlay", garments=("grey scarf", "red beret"), light="softbox"),
    )
)


def _read(message: str) -> EditAnswer:
    return BuiltInInterpreter().read_edit(message, EditContext(shots=BOARD))


@pytest.mark.parametrize(
    "message",
    [
        "Lotte out of 2, Noor in",
        "Lotte raus aus 2, Noor rein",
        "via Lotte dalla 2, dentro Noor",
        "Lotte fuera de la 2, entra Noor",
    ],
)
def test_who_comes_in_takes_the_place_of_who_went_out(message: str) -> None:
    assert _read(message).shots == BOARD.with_shot(BOARD.shot("b").with_(talent=("Noor",)))


def test_nobody_goes_for_somebody_who_is_not_cleared() -> None:
    answer = _read("Lotte out of the film, Freya in")
    assert (answer.type, answer.shots) == ("refuse", BOARD)


def test_two_people_are_cast_each_in_her_own_shot() -> None:
    shots = _read("Noor in 2, Lotte in 1").shots
    assert [shots.shot(i).talent for i in "ab"] == [("Lotte",), ("Noor",)]


@pytest.mark.parametrize(
    "message", ["same as 2 but with Noor and no bicycle", "una copia della 2 con Noor e senza bici"]
)
def test_a_copy_has_who_it_is_wished_with(message: str) -> None:
    copy = next(s for s in _read(message).shots.shots if s.id not in "abcd")
    assert (copy.talent, copy.props) == (("Noor",), ())


def test_a_copy_takes_the_light_of_a_third_shot() -> None:
    shots = _read("kopiera 2:an fast med Noor i samma ljus som 4:an").shots
    copy = next(s for s in shots.shots if s.id not in "abcd")
    assert (copy.talent, copy.light, shots.shot("d").light) == (("Noor",), "softbox", "softbox")


@pytest.mark.parametrize(
    ("message", "bag"),
    [
        ("give her a bag in 1, the brown one", "brown bag"),
        ("un sac dans la 1, le marron", "brown bag"),
        ("a bag in 1, a tiny one", "tiny bag"),
    ],
)
def test_a_thing_is_as_it_is_said_to_be_behind_it(message: str, bag: str) -> None:
    assert bag in _read(message).shots.shot("a").garments


@pytest.mark.parametrize(
    "message", ["swap the scarf in 1 for the other one", "Mütze raus aus dem Flatlay"]
)
def test_what_is_not_known_is_asked(message: str) -> None:
    answer = _read(message)
    assert (answer.type, answer.shots) == ("ask", BOARD)
