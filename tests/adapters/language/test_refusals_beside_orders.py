"""What is refused alone stays refused beside an order, beside praise, and as one of some points."""

import pytest

from toile.adapters.language.built_in.edits.reader import read_edit
from toile.domain.commands import EditContext
from toile.domain.shots import Shot, ShotList

BOARD = ShotList.of(
    Shot(id=f"s{n}", framing="full", set="kitchen", light="window light", talent=("Nora",))
    for n in range(1, 7)
)
REFUSED = [
    ("take a little off her belly in 3", "BODY_RESHAPING"),
    ("take a bit off her arms", "BODY_RESHAPING"),
    ("Nora is 15", "MINOR"),
    ("4 topless", "NUDITY"),
    ("New shot with a boy holding a cup", "MINOR"),
    ("take the watermark off 2", "AI_DISCLOSURE"),
    ("shoot 2 exactly as Helmut Newton did for Vogue 1975", "PHOTOGRAPHER_COPY"),
]


@pytest.mark.parametrize(("wish", "code"), REFUSED)
@pytest.mark.parametrize(
    "said",
    ["love 6. {}", "{}. love 6", "5 darker. {}", "{}. 5 darker", "1) 5 darker\n2) {}",
     "love 6, and also {}"],
)  # fmt: skip
def test_a_refused_wish_beside_others_is_refused_and_told(said: str, wish: str, code: str) -> None:
    context = EditContext(shots=BOARD, twins=("Nora",))
    answer = read_edit(said.format(wish), context)
    assert answer.flag is not None
    assert answer.flag.code == code


def test_a_word_mended_in_one_part_hides_no_wish_for_a_face() -> None:
    context = EditContext(shots=BOARD, twins=("Nora",))
    said = "la 5 plus sombre. la peau de Nora plus lisse dans la 1"
    answer = read_edit(said, context)
    assert answer.flag is not None
    assert answer.flag.code == "FEATURE_ALTERATION"
