"""A question whether a use is allowed is one, in six languages, and changes nothing."""

import pytest

from toile.adapters.language.built_in.edits.reader import read_edit
from toile.domain.commands import CheckRights, EditAnswer, EditContext
from toile.domain.ids import ShotId
from toile.domain.shots import Shot, ShotList

SHOTS = ShotList.of(
    [
        Shot(id=ShotId("a"), framing="full", set="street", talent=("Noor",)),
        Shot(id=ShotId("b"), framing="medium", set="studio", talent=("Lotte",)),
        Shot(id=ShotId("c"), framing="close-up", set="street", talent=("Noor",)),
    ]
)


def edit(message: str) -> EditAnswer:
    return read_edit(message, EditContext(shots=SHOTS))


@pytest.mark.parametrize(
    "asked",
    [
        "May we put these on billboards?",
        "Can we use Ines in Japan?",
        "Dürfen wir die Bilder in Österreich und Japan zeigen?",
        "Können wir das auch in Japan zeigen?",
        "On peut les utiliser au Japon ?",
        "Possiamo usarle anche in Giappone?",
        "¿Podemos usarlas en Japón?",
        "Kan vi visa dem i Japan?",
    ],
)
def test_whether_a_use_is_allowed_is_asked_of_the_licences(asked: str) -> None:
    answer = edit(asked)
    assert answer.type == "answer"
    assert answer.shots == SHOTS
    [told] = answer.commands
    assert isinstance(told, CheckRights)
    assert asked.endswith(told.text)
    assert not told.text.startswith("May")


def test_a_shot_that_is_named_is_the_one_asked_about() -> None:
    [asked] = edit("May we use shot 3 in Japan?").commands
    assert isinstance(asked, CheckRights)
    assert asked.shots == ("c",)


@pytest.mark.parametrize(
    "wish",
    [
        "Can we make 2 warmer?",
        "Can we use a street in Japan for 2?",
        "Can you put Lotte in shot 1?",
    ],
)
def test_a_polite_wish_for_a_picture_is_no_question_for_rights(wish: str) -> None:
    assert not [one for one in edit(wish).commands if isinstance(one, CheckRights)]
