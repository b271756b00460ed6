"""Garments, poses, faces, hair and casting in the words of people who work on a set."""

import pytest

from toile.adapters.language.built_in.edits.reader import read_edit
from toile.domain.commands import EditContext
from toile.domain.shots import Shot, ShotList

BOARD = ShotList.of(
    [
        Shot(
            id="a", set="street", pose="striding", light="neon", talent=("Noor",),
            garments=("black wool coat", "silver boots"),
        ),
        Shot(
            id="b", set="grey studio", pose="hands in pockets", talent=("Lotte",),
            garments=("ivory blouse", "charcoal trousers"), props=("wooden chair",),
        ),
        Shot(id="c", set="tabletop", garments=("brown belt bag",), props=("newspaper",)),
    ]
)  # fmt: skip


def _shot(message: str, shot: str) -> Shot:
    return read_edit(message, EditContext(shots=BOARD)).shots.shot(shot)


@pytest.mark.parametrize(
    ("message", "shot", "pose"),
    [
        ("have her look over her shoulder in 1", "a", "looking over her shoulder"),
        ("sit her on the kerb in 1", "a", "sitting on the kerb"),
        ("stand her by the window in 2", "b", "standing by the window"),
        ("2: chin up, eyes closed", "b", "chin up, eyes closed"),
        ("one hand on her hip in 2 please", "b", "one hand on her hip"),
        ("shot 2 sitting in the chair backwards", "b", "sitting in the chair backwards"),
        ("mid-stride for 2", "b", "mid-stride"),
        ("1 have her sat on the rocks, not walking", "a", "sitting on the rocks"),
    ],
)
def test_a_pose_is_kept_in_the_words_of_who_asks(message: str, shot: str, pose: str) -> None:
    before = BOARD.shot(shot)
    assert _shot(message, shot) == before.with_(pose=pose)


@pytest.mark.parametrize("message", ["1 is looking too dark", "silver running shoes in 1"])
def test_what_only_sounds_like_a_pose_leaves_the_pose(message: str) -> None:
    assert _shot(message, "a").pose == "striding"


@pytest.mark.parametrize(
    ("message", "shot", "old", "new"),
    [
        ("same coat but in navy", "a", "black wool coat", "navy wool coat"),
        ("the coat in deep burgundy", "a", "black wool coat", "deep burgundy wool coat"),
        ("change the coat to a camel trench", "a", "black wool coat", "camel trench"),
        (
            "trousers should be wide leg cream instead of charcoal",
            "b", "charcoal trousers", "wide leg cream trousers",
        ),
        ("the bag should be tan suede not brown", "c", "brown belt bag", "tan suede belt bag"),
        (
            "swap the blouse for something warmer, like a chunky cream cardigan",
            "b", "ivory blouse", "chunky cream cardigan",
        ),
        ("can the boots be swapped out for loafers", "a", "silver boots", "loafers"),
        ("make the coat a cape", "a", "black wool coat", "cape"),
        ("cropped trousers in 2", "b", "charcoal trousers", "charcoal cropped trousers"),
        (
            "could Noor wear the ivory blouse in 1 instead of the coat",
            "a", "black wool coat", "ivory blouse",
        ),
    ],
)  # fmt: skip
def test_a_garment_keeps_what_was_not_spoken_of(
    message: str, shot: str, old: str, new: str
) -> None:
    garments = BOARD.shot(shot).garments
    assert _shot(message, shot).garments == tuple(new if g == old else g for g in garments)


@pytest.mark.parametrize(
    ("message", "shot", "left"),
    [
        ("boots off in 1", "a", ("black wool coat",)),
        ("get rid of everything in 2 except the blouse", "b", ("ivory blouse",)),
        ("replace the boots with nothing", "a", ("black wool coat",)),
    ],
)
def test_what_goes_goes_alone(message: str, shot: str, left: tuple[str, ...]) -> None:
    assert _shot(message, shot).garments == left


@pytest.mark.parametrize(
    ("message", "shot", "new"),
    [
        ("2 needs a hat, something like a black fedora", "b", "black fedora"),
        ("same boots for 2", "b", "silver boots"),
        ("put Lotte in the silver boots in 2", "b", "silver boots"),
    ],
)
def test_what_is_put_on_is_worn_beside_the_rest(message: str, shot: str, new: str) -> None:
    assert _shot(message, shot).garments == (*BOARD.shot(shot).garments, new)


def test_shots_named_at_the_end_of_a_sentence_hold_for_all_of_it() -> None:
    shot = _shot("Lotte looking down, lashes visible in 2", "b")
    assert (shot.pose, shot.make_up) == ("looking down", "lashes visible")


def test_what_is_put_into_a_hand_is_a_prop_without_its_verb() -> None:
    assert _shot("put a red umbrella in her hand in 1", "a").props == ("red umbrella",)


@pytest.mark.parametrize(
    ("message", "field", "value"),
    [
        ("give Lotte a red lip in 2", "make_up", "red lip"),
        ("hair up in a messy bun in 2", "hair", "hair up in a messy bun"),
        ("make her smile in 2", "expression", "smiling"),
        ("fais-la sourire sur la 2", "expression", "smiling"),
    ],
)
def test_hair_make_up_and_face_leave_the_body_alone(message: str, field: str, value: str) -> None:
    assert _shot(message, "b") == BOARD.shot("b").with_(**{field: value})


@pytest.mark.parametrize(
    ("message", "shot", "people"),
    [
        ("no model in 2", "b", ()),
        ("kein Model in der 2", "b", ()),
        ("put both of them in 3", "c", ("Noor", "Lotte")),
        ("Lotte in for Noor in 1", "a", ("Lotte",)),
    ],
)
def test_nobody_and_both_are_cast_without_a_name(
    message: str, shot: str, people: tuple[str, ...]
) -> None:
    assert _shot(message, shot).talent == people


def test_a_backdrop_in_a_colour_is_a_place_and_warms_no_light() -> None:
    shot = _shot("swap the grey for a warm beige backdrop in 2", "b")
    assert (shot.set, shot.light) == ("warm beige backdrop", BOARD.shot("b").light)


@pytest.mark.parametrize(
    ("message", "shot", "left"),
    [
        ("take the coat off Noor in 1", "a", ("silver boots",)),
        ("boots off Noor", "a", ("black wool coat",)),
        ("Noor doesn't need the coat in 1", "a", ("silver boots",)),
        ("we don't want the blouse in 2", "b", ("charcoal trousers",)),
    ],
)
def test_what_somebody_takes_off_goes_and_she_stays(
    message: str, shot: str, left: tuple[str, ...]
) -> None:
    before = BOARD.shot(shot)
    assert _shot(message, shot) == before.with_(garments=left)


@pytest.mark.parametrize("message", ["take the sunglasses off Noor", "take the coat off Lotte"])
def test_what_somebody_does_not_wear_is_said_and_nobody_goes(message: str) -> None:
    answer = read_edit(message, EditContext(shots=BOARD))
    assert answer.shots == BOARD
    assert answer.type == "ask"
    assert answer.say in ("Noor has no sunglasses.", "Lotte has no coat.")


@pytest.mark.parametrize(
    "message",
    ["Imani for Noor in 1", "put Imani in Noor's place in 1", "Imani instead of Noor in 1"],
)
def test_one_person_takes_the_place_of_another(message: str) -> None:
    answer = read_edit(message, EditContext(shots=BOARD, twins=("Noor", "Lotte", "Imani")))
    assert answer.shots.shot("a") == BOARD.shot("a").with_(talent=("Imani",))


@pytest.mark.parametrize(
    "message", ["swap Noor's coat for Lotte's blouse", "switch the coat and the blouse"]
)
def test_two_things_change_places_and_their_wearers_stay(message: str) -> None:
    shots = read_edit(message, EditContext(shots=BOARD)).shots
    assert shots.shot("a") == BOARD.shot("a").with_(garments=("ivory blouse", "silver boots"))
    assert shots.shot("b") == BOARD.shot("b").with_(
        garments=("black wool coat", "charcoal trousers")
    )


def test_what_is_swapped_for_a_thing_that_nobody_has_is_asked() -> None:
    answer = read_edit("swap Noor's coat for Lotte's", EditContext(shots=BOARD))
    assert answer.type == "ask"
    assert answer.shots == BOARD


def test_two_things_give_way_in_one_sentence() -> None:
    message = "swap the boots for loafers and the blouse for a cream shirt"
    shots = read_edit(message, EditContext(shots=BOARD)).shots
    assert shots.shot("a").garments == ("black wool coat", "loafers")
    assert shots.shot("b").garments == ("cream shirt", "charcoal trousers")
