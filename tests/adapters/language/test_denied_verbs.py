"""A verb that is denied changes nothing, in whichever language and however politely."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

from toile.adapters.language.built_in.edits.reader import read_edit
from toile.domain.commands import EditAnswer
from toile.workflow.edit_state import context_of

SHOTS: list[dict[str, object]] = [
    {
        "id": name, "no": no, "kind": "still", "framing": "full", "angle": "eye level",
        "lens": "50mm", "light": "window light", "set": "street", "pose": "standing",
        "props": ["bicycle"], "talent": ["Ines"], "garments": ["camel coat", "blue jeans"],
        "aspect": "4:5", "priority": "must",
    }
    for no, name in enumerate("abc", start=1)
]  # fmt: skip


SETS = Path(__file__).parents[2] / "evaluation"
DENIED = yaml.safe_load((SETS / "orders-denied.yaml").read_text("utf-8"))
GROUPS: list[dict[str, Any]] = DENIED["groups"]
GIVEN = yaml.safe_load((SETS / "what-changes-nothing.yaml").read_text("utf-8"))
BOARD = context_of({}, GIVEN["board"]).model_copy(update={"twins": tuple(GIVEN["twins"])})


def denied() -> Iterator[tuple[str, str, str]]:
    """Give each way of denying around two of the orders, all of them in turn, and another order
    beside it."""
    for group in GROUPS:
        said = group["said"]
        ways = [w.format(said[(step * p + p) % len(said)])
                for step in (1, 3) for p, w in enumerate(group["ways"])]  # fmt: skip
        for place, message in enumerate((*ways, *group["whole"])):
            yield message, group["other"], group["beside"][place % len(group["beside"])]


def heard(message: str) -> EditAnswer:
    return read_edit(message, context_of({"twins": ["Ines"]}, SHOTS))


@pytest.mark.parametrize(
    "message",
    [
        "don't remove 2",
        "please don't remove 2",
        "please do not add a hat in 1",
        "no need to roll up the sleeves in 1",
        "no need to open the coat in 1",
        "no need to make 2 warmer",
        "supprime pas la 2",
        "n'ajoute pas de chapeau dans la 1",
        "n'enlève pas le vélo de la 1",
        "no borres la 2",
        "no quites la bici de la 1",
        "no añadas un sombrero en la 1",
        "non cancellare la 2",
        "lösche 2 nicht",
        "entferne das Fahrrad in 1 nicht",
        "füge in 1 keinen Hut hinzu",
        "ta inte bort cykeln i 1",
        "lägg inte till en hatt i 1",
    ],
)
def test_what_is_denied_stays_as_it_is(message: str) -> None:
    answer = heard(message)
    assert (answer.commands, answer.type) == ((), "none")


@pytest.mark.parametrize(
    "message",
    [
        "why don't you remove 2",
        "no, remove 2",
        "remove 2, not 3",
        "lösche 2, nicht 3",
        "lösche nicht 3 sondern 2",
        "supprime la 2, pas la 3",
        "ta bort 2, inte 3",
    ],
)
def test_a_no_to_something_else_denies_nothing(message: str) -> None:
    shots = heard(message).shots.shots
    assert [shot.id for shot in shots] in (["a", "c"], ["a", "b"])
    assert len(heard(message).commands) == 1


@pytest.mark.parametrize(
    "message",
    [
        "should the coat be open in 1?",
        "must the coat be open in 1?",
        "soll der Mantel in 1 offen sein?",
        "faut-il ouvrir le manteau de la 1 ?",
        "devrait-on ouvrir le manteau de la 1 ?",
    ],
)
def test_a_question_opens_no_coat(message: str) -> None:
    assert heard(message).commands == ()


@pytest.mark.parametrize(
    "message",
    [
        "open the coat in 1, nothing underneath",
        "open the coat in 1 so her breasts show",
        "manteau ouvert dans la 1, rien dessous",
        "Mantel offen in 1, nichts drunter",
        "cappotto aperto nella 1, niente sotto",
        "abrigo abierto en la 1, sin nada debajo",
        "kappan öppen i 1, inget under",
    ],
)
def test_an_open_coat_shows_nobody_undressed(message: str) -> None:
    assert "Toile shows nobody undressed." in heard(message).say


@pytest.mark.parametrize(
    "message",
    [
        "the coat in 2 should not be green",
        "the coat in 2 must not turn green",
        "le manteau de la 2 ne doit pas être vert",
        "il cappotto nella 2 non deve essere verde",
        "el abrigo de la 2 no debe ser verde",
        "kappan i 2 ska inte vara grön",
    ],
)
def test_a_colour_that_something_shall_not_have_is_not_given_to_it(message: str) -> None:
    assert heard(message).shots == heard("thanks").shots


def test_the_colour_that_comes_instead_is_given() -> None:
    after = heard("the coat in 2 should not be green but black").shots.shots[1]
    assert after.garments == ("black coat", "blue jeans")


@pytest.mark.parametrize(
    "message",
    ["la 2 non deve essere più calda", "la 2 no debe ser más cálida", "2 shouldn't be so warm"],
)
def test_what_shall_not_be_warm_gets_no_warmer(message: str) -> None:
    assert "warm" not in (heard(message).shots.shots[1].light or "")


@pytest.mark.parametrize(("message", "_other", "_beside"), list(denied()))
def test_an_order_that_is_denied_is_not_done(message: str, _other: str, _beside: str) -> None:
    assert read_edit(message, BOARD).shots == BOARD.shots


def apart() -> Iterator[tuple[str, str, str]]:
    """Give every third of them that names other shots than the order beside it."""
    for message, other, beside in list(denied())[::3]:
        if not {*filter(str.isdigit, message)} & {*filter(str.isdigit, other)}:
            yield message, other, beside


@pytest.mark.parametrize(("message", "other", "beside"), list(apart()))
def test_an_order_beside_one_that_is_denied_is_done(message: str, other: str, beside: str) -> None:
    both = beside.replace("{other}", other).format(message)
    assert read_edit(both, BOARD).shots == read_edit(other, BOARD).shots


def thought() -> Iterator[str]:
    """Give each way of asking about an order, or of thinking of it, around two of them."""
    for group in DENIED["thought"]:
        for place, way in enumerate(group["ways"]):
            said = group["said"]
            yield from (way.format(said[(step * place) % len(said)]) for step in (1, 3))


@pytest.mark.parametrize("message", list(thought()))
def test_an_order_that_is_only_thought_of_is_not_done(message: str) -> None:
    assert read_edit(message, BOARD).shots == BOARD.shots


@pytest.mark.parametrize(
    "message",
    [
        "we don't need 4", "no need for 4", "non serve la 4", "no hace falta la 4",
        "pas besoin de la 4", "wir brauchen die 4 nicht", "vi behöver inte 4:an",
    ],
)  # fmt: skip
def test_a_shot_that_nobody_needs_goes(message: str) -> None:
    assert [shot.no for shot in read_edit(message, BOARD).shots.shots] == [1, 2, 3, 4, 5]


@pytest.mark.parametrize(
    "message", ["why don't we make 3 closer", "die 3 nicht so warm", "not only 3 warmer but 2 too"]
)
def test_a_no_that_wishes_is_a_wish(message: str) -> None:
    assert read_edit(message, BOARD).shots != BOARD.shots
