"""Hair and make-up in the words of the people who do them: one look, more of it, as in a shot."""

import pytest

from toile.adapters.language.built_in.edits.reader import read_edit
from toile.domain.commands import EditAnswer, EditContext
from toile.domain.shots import Shot, ShotList

BOARD = ShotList.of(
    [
        Shot(id="a", no=1, pose="walking", talent=("Nora",), hair="low bun"),
        Shot(id="b", no=2, pose="leaning", talent=("Ines",), props=("cup",)),
        Shot(id="c", no=3, pose="running", talent=("Tom",)),
        Shot(id="d", no=4, framing="close-up", pose="hands only", talent=("Ines",)),
    ]
)


def _read(message: str) -> EditAnswer:
    return read_edit(message, EditContext(shots=BOARD))


@pytest.mark.parametrize(
    ("message", "said"),
    [
        ("smoky eyes for 2", "shot 2: make-up becomes smoky eyes."),
        ("bare face in 2, no make-up at all", "shot 2: make-up becomes bare face, no make-up."),
        ("lighter make-up on Ines in 2", "shot 2: make-up becomes lighter make-up."),
        ("no lipstick in 2", "shot 2: make-up becomes no lipstick."),
        ("Nora's hair should be down in 1", "shot 1: hair becomes hair down."),
        ("stubble on Tom in 3", "shot 3: hair becomes stubble."),
        ("chignon bas dans la 2", "shot 2: hair becomes low bun."),
        ("rouge à lèvres bordeaux dans la 2", "shot 2: make-up becomes burgundy lips."),
        ("maquillage plus léger dans la 2", "shot 2: make-up becomes more light make-up."),
        ("capelli raccolti nella 1", "shot 1: hair becomes hair tied up."),
        ("smalto rosso nella 4", "shot 4: make-up becomes red nails."),
        ("maquillaje de noche en la 2", "shot 2: make-up becomes night make-up."),
        ("weniger Make-up in 2", "shot 2: make-up becomes less make-up."),
        ("roter Lippenstift in 2", "shot 2: make-up becomes red lips."),
        ("uppsatt hår i 1", "shot 1: hair becomes hair tied up."),
        ("mindre smink i 2", "shot 2: make-up becomes less make-up."),
    ],
)
def test_a_look_is_set_as_it_is_said(message: str, said: str) -> None:
    assert _read(message).say == said


def test_a_shot_lends_its_hair_and_says_so_where_it_has_none() -> None:
    assert _read("hair like in 1 for 2").shots.shot("b").hair == "low bun"
    assert _read("hair like in 3 for 2").say == "Shot 3 says nothing of hair."


@pytest.mark.parametrize("message", ["add a lipstick to 2", "a red lipstick in her hand in 2"])
def test_a_lipstick_that_lies_in_a_picture_is_a_prop(message: str) -> None:
    assert _read(message).shots.shot("b").make_up is None


@pytest.mark.parametrize("message", ["waves behind her in 1", "a glitter dress in 2"])
def test_the_sea_and_a_dress_are_no_look(message: str) -> None:
    shots = _read(message).shots.shots
    assert all(shot.make_up is None and shot.hair in (None, "low bun") for shot in shots)


def test_nobody_is_made_up_but_the_one_who_is_named() -> None:
    bare = _read("no make-up on Ines anywhere").shots
    assert [shot.id for shot in bare.shots if shot.make_up == "no make-up"] == ["b", "d"]
    assert _read("Nora's lipstick redder in 1").shots.shot("a").make_up == "lipstick redder"


@pytest.mark.parametrize("look", ["low ponytail", "high bun"])
def test_a_look_that_is_worn_low_or_high_moves_no_camera(look: str) -> None:
    shot = _read(f"{look} in 2").shots.shot("b")
    assert (shot.hair, shot.angle) == (look, None)
