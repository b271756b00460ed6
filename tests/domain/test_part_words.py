import pytest

from toile.adapters.renderers.library import load_catalogue
from toile.domain.commands import AddItems, Command, SetField, StepField
from toile.domain.ids import ShotId
from toile.domain.part_words import read_part, with_pointed
from toile.domain.shots import Shot

CATALOGUE = load_catalogue()
SHOT = Shot(id=ShotId("s1"), set="grey seamless", garments=("camel coat",))


def read(part: str, words: str, *commands: Command) -> tuple[Command, ...]:
    return read_part(part, words, SHOT, commands, CATALOGUE)


@pytest.mark.parametrize(
    ("part", "words", "field", "value"),
    [
        ("hair", "a low bun", "hair", "low bun"),
        ("face", "make it more serious", "expression", "serious"),
        ("face", "red lips", "make_up", "red lips"),
        ("face", "no make-up", "make_up", "no make-up"),
        ("background", "a warm paper wall", "set", "warm paper wall"),
    ],
)
def test_short_words_about_a_part_are_what_can_be_drawn_of_it(
    part: str, words: str, field: str, value: str
) -> None:
    assert read(part, words) == (SetField(shots=("s1",), field=field, value=value),)


def test_a_smile_is_in_the_face_and_leaves_the_pose() -> None:
    posed = SetField(shots=("s1",), field="pose", value="smiling")
    assert read("face", "a slight smile", posed) == (
        SetField(shots=("s1",), field="expression", value="slight smile"),
    )


def test_a_warm_wall_is_no_warmer_light_but_a_wall_at_sunset_has_both() -> None:
    warmer = StepField(shot="s1", field="light", axis="warmth", by=1, to="warm window light")
    assert [one.do for one in read("background", "warm paper wall", warmer)] == ["set_field"]
    sunset = SetField(shots=("s1",), field="light", value="golden hour")
    assert sunset in read("background", "a stone wall at golden hour", sunset)


def test_what_the_interpreter_read_of_the_part_itself_stays() -> None:
    place = SetField(shots=("s1",), field="set", value="white seamless")
    assert read("background", "white seamless", place) == (place,)


def test_a_no_is_not_a_wish_and_words_nothing_answers_add_nothing() -> None:
    assert read("face", "no smile") == ()
    assert read("face", "smile less") == ()
    assert read("background", "darker") == ()
    shape = AddItems(shots=("s1",), field="garments", items=("scarf",))
    assert read("camel coat", "more drama please", shape) == (shape,)


def test_a_plain_piece_that_is_pointed_at_can_be_changed_by_its_name() -> None:
    assert with_pointed(SHOT, "tee", ["tee", "loafers"]).garments == ("camel coat", "tee")
    assert with_pointed(SHOT, "camel coat", ["tee"]) == SHOT
    assert with_pointed(SHOT, "face", ["tee"]) == SHOT
