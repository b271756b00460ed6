"""How busy people type: complaints that lead to a wish, what is left alone, this for that."""

import pytest

from toile.adapters.language.built_in.edits.reader import read_edit
from toile.domain.commands import EditAnswer, EditContext
from toile.domain.shots import Shot, ShotList

BOARD = ShotList.of(
    [
        Shot(id="a", no=1, framing="full", angle="eye level", light="hard flash", set="beach hut",
             pose="standing", garments=("camel coat", "red hat"), props=("bouquet",),
             talent=("Noor",), aspect="4:5"),
        Shot(id="b", no=2, kind="video", framing="medium", angle="eye level",
             light="overcast daylight", set="pebble beach", pose="walking",
             garments=("white shirt", "gold hoops"), props=("dog",), talent=("Noor", "Lotte"),
             aspect="16:9"),
        Shot(id="c", no=3, framing="three-quarter", angle="low", light="tungsten", set="stairs",
             pose="sitting", garments=("navy coat", "green scarf"), talent=("Lotte",),
             aspect="4:5"),
        Shot(id="d", no=4, framing="close-up", angle="eye level", light="window light",
             set="hotel kitchen", pose="reading", garments=("silk shirt",), props=("book",),
             talent=("Noor",), aspect="4:5"),
        Shot(id="e", no=5, framing="detail", angle="high", light="softbox", set="workbench",
             garments=("brown boots",), props=("croissants",), aspect="1:1"),
    ]
)  # fmt: skip


def _read(message: str) -> EditAnswer:
    return read_edit(message, EditContext(shots=BOARD))


def _changed(message: str) -> dict[str, object]:
    """Return what a message changes in the shots there are, by number and field."""
    after = {shot.id: shot for shot in _read(message).shots.shots}
    return {
        f"{old.no}.{field}": value
        for old in BOARD.shots
        if old.id in after
        for field, value in after[old.id].model_dump(exclude={"no"}).items()
        if value != old.model_dump()[field]
    }


def _gone(message: str) -> list[int]:
    left = {shot.id for shot in _read(message).shots.shots}
    return [shot.no for shot in BOARD.shots if shot.id not in left]


def _order(message: str) -> str:
    numbers = {shot.id: str(shot.no) for shot in BOARD.shots}
    return "".join(numbers.get(shot.id, "n") for shot in _read(message).shots.shots)


@pytest.mark.parametrize(
    ("message", "changes"),
    [
        ("the tungsten feels too cosy, make it neon", {"3.light": "neon"}),
        ("stairs look boring, let's use a tunnel", {"3.set": "tunnel"}),
        ("the scarf looks cheap, take it out", {"3.garments": ("navy coat",)}),
        ("the dog's too much, lose it", {"2.props": ()}),
        ("green feels too safe, rust instead", {"3.garments": ("navy coat", "rust scarf")}),
        ("le foulard fait trop lourd, mets une cape", {"3.garments": ("navy coat", "cape")}),
    ],
)
def test_a_complaint_is_no_wish_of_its_own_but_says_what_the_wish_is_about(
    message: str, changes: dict[str, object]
) -> None:
    assert _changed(message) == changes


def test_what_looks_wrong_is_never_taken_for_a_look_that_goes() -> None:
    assert _gone("the coat looks cheap, take it out") == []


@pytest.mark.parametrize("message", ["no tungsten in 3", "no neon in 1", "no close-ups in 2"])
def test_a_value_that_is_not_wanted_is_not_set(message: str) -> None:
    assert (_read(message).type, _changed(message)) == ("ask", {})


def test_a_value_that_is_not_wanted_leaves_the_one_that_is() -> None:
    assert set(_changed("everything in daylight, no tungsten").values()) == {"daylight"}


@pytest.mark.parametrize(
    ("message", "shots"),
    [
        ("all the 4:5s to 9:16, leave the landscapes and the square", {1, 3, 4}),
        ("everything in 9:16 except the square", {1, 2, 3, 4}),
        ("everything 3:2 bar the landscapes", {1, 3, 4, 5}),
    ],
)
def test_shots_that_are_left_alone_may_be_named_by_shape(message: str, shots: set[int]) -> None:
    assert {int(key.split(".")[0]) for key in _changed(message)} == shots


@pytest.mark.parametrize(
    ("message", "gone"),
    [
        ("get rid of everything that isn't Noor on her own", [2, 3, 5]),
        ("bin the ones with just Lotte", [3]),
        ("boots detail can go", [5]),
        ("take shot 5 off the list", [5]),
    ],
)
def test_shots_that_go_are_told_in_many_ways(message: str, gone: list[int]) -> None:
    assert _gone(message) == gone


@pytest.mark.parametrize(
    ("message", "order"),
    [
        ("3 opens pls, everything else stays in the same order", "31245"),
        ("stairs before the beach hut, and lose the bouquet", "31245"),
        ("5 before 2 and in landscape format", "15234"),
    ],
)
def test_a_place_in_the_order_is_not_lost_beside_other_words(message: str, order: str) -> None:
    assert _order(message) == order


@pytest.mark.parametrize(
    ("message", "changes"),
    [
        ("croissants out, brioche in", {"5.props": ("brioche",)}),
        ("croissants go, a bowl comes in", {"5.props": ("bowl",)}),
        ("enlève le chien de la vidéo", {"2.props": ()}),
        ("close-up: book out, gold boombox in", {"4.props": ("gold boombox",)}),
    ],
)
def test_one_thing_comes_for_another_whatever_it_may_be(
    message: str, changes: dict[str, object]
) -> None:
    assert _changed(message) == changes


def test_a_thing_changes_hands_and_nobody_is_recast() -> None:
    changes = _changed("Lotte to hold the bouquet in 3 instead of Noor in 1")
    assert changes == {"1.props": (), "3.props": ("bouquet",)}


def test_somebody_gets_what_another_wears() -> None:
    changes = _changed("give Noor Lotte's scarf in 1")
    assert changes == {"1.garments": ("camel coat", "red hat", "green scarf")}


def test_people_who_are_in_the_same_shots_change_no_places_in_the_order() -> None:
    answer = _read("swap Noor and Lotte round in the beach one")
    assert (answer.type, answer.shots) == ("ask", BOARD)


def test_what_somebody_does_instead_recasts_nobody() -> None:
    assert _changed("Noor laughing in 1 rather than just standing") == {"1.pose": "laughing"}


def test_a_thing_goes_into_every_shot_in_german_too() -> None:
    assert set(_changed("der Hund soll in alle Bilder")) == {
        "1.props", "3.props", "4.props", "5.props",
    }  # fmt: skip


def test_a_bare_colour_that_shots_stand_on_is_what_is_behind() -> None:
    changes = _changed("Noor's shots all on white")
    assert changes == dict.fromkeys(("1.set", "2.set", "4.set"), "white background")


@pytest.mark.parametrize(
    "message",
    ["add a shot with both girls on a pier", "can we get one with both of them on a pier?"],
)
def test_both_are_the_two_people_of_the_board(message: str) -> None:
    new = _read(message).shots.shots[-1]
    assert (new.talent, new.set, new.props) == (("Noor", "Lotte"), "pier", ())


def test_a_shape_that_is_wished_beside_the_old_one_makes_a_copy() -> None:
    answer = _read("5 in 4:5 too, keep the square one")
    assert [shot.aspect for shot in answer.shots.shots if "boots" in str(shot.garments)] == [
        "1:1",
        "4:5",
    ]


@pytest.mark.parametrize(
    ("message", "changes"),
    [
        ("change the scarf in 3 to a red shawl, sorry, a navy shawl",
         {"3.garments": ("navy coat", "navy shawl")}),
        ("the close-up of the boots needs to be 4:5", {"5.aspect": "4:5"}),
        ("2: not walking, standing on one leg", {"2.pose": "standing on one leg"}),
        ("no dog please and make that one a wide", {"2.props": (), "2.framing": "wide"}),
        ("match the framing of 1 in 4", {"4.framing": "full"}),
        ("mirror the framing of 1 in 4", {"4.framing": "full"}),
        ("mets un gros plan sur la 3", {"3.framing": "close-up"}),
    ],
)  # fmt: skip
def test_words_between_are_not_taken_for_what_they_also_mean(
    message: str, changes: dict[str, object]
) -> None:
    assert _changed(message) == changes


def test_the_hood_that_is_raised_lifts_no_camera() -> None:
    assert _changed("raise the hood in 2") == {}


def test_a_copy_is_wished_and_not_what_was_done_before_it() -> None:
    answer = _read("quita la 5 y duplica la 3")
    assert _gone("quita la 5 y duplica la 3") == [5]
    assert len(answer.shots) == len(BOARD)


@pytest.mark.parametrize(
    ("message", "people"),
    [
        ("cut the film down to Lotte only", ("Lotte",)),
        ("Noor out of the film, Lotte on her own", ("Lotte",)),
    ],
)
def test_who_stays_on_her_own_is_not_taken_out(message: str, people: tuple[str, ...]) -> None:
    assert _changed(message) == {"2.talent": people}


def test_what_is_cropped_out_of_a_picture_deletes_no_shots() -> None:
    assert _gone("hands only in 1, crop everything else out") == []


@pytest.mark.parametrize(
    ("message", "changes"),
    [
        ("swap the croissants for a fig", {"5.props": ("fig",)}),
        ("Lotte laughing on the beach instead of the stairs", {"3.set": "beach"}),
    ],
)
def test_what_comes_instead_is_what_is_said(message: str, changes: dict[str, object]) -> None:
    assert _changed(message) == changes


def test_a_shot_goes_between_two_that_are_told_in_words() -> None:
    assert _order("put the workbench one between the beach hut and the beach") == "15234"


def test_a_second_version_is_a_copy_and_nothing_that_was() -> None:
    answer = _read("a second version of the stairs one without the scarf")
    copy = next(shot for shot in answer.shots.shots if shot.id not in "abcde")
    assert (copy.set, copy.garments) == ("stairs", ("navy coat",))
