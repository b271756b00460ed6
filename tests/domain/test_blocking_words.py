"""A director's words become a blocking; what is not understood is said."""

import re
from importlib.resources import files

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from toile.adapters.renderers.library import catalogue_of, load_catalogue
from toile.domain.blocking import Blocking, PropSpec
from toile.domain.dressing import read_garment
from toile.domain.errors import BadInput
from toile.domain.lighting_diagram import lighting_diagram
from toile.domain.looks import TopCut, level_of
from toile.domain.shots import Shot
from toile.domain.staging import block, mirrored, ratio
from toile.domain.twins import Hair, Mark, Measurements, Twin

CATALOGUE = load_catalogue()


def a_twin(name: str = "ana", skin: int = 4) -> Twin:
    return Twin(
        id=name,
        person=name,
        name=name,
        birth_date=None,
        agency="An agency",
        based_in="Lisbon",
        measurements=Measurements(
            height_cm=177, bust_cm=84, waist_cm=62, hips_cm=90, inseam_cm=83, shoe_eu=40
        ),
        skin=skin,
        hair=Hair(style="loose waves", colour="auburn", texture="2B", length="long"),
        eyes="green",
        apparent_age=27,
        marks=(Mark(kind="freckles", where="face"),),
    )


def a_shot(**words: object) -> Shot:
    return Shot.model_validate({"id": "s1", **words})


def test_the_longest_word_wins() -> None:
    assert CATALOGUE.garments.find("an ivory slip dress").entry.id == "slip_dress"  # type: ignore[union-attr]
    assert CATALOGUE.garments.find("a shirt dress").entry.id == "shirt_dress"  # type: ignore[union-attr]
    assert CATALOGUE.lights.find("hard side light").entry.id == "split"  # type: ignore[union-attr]


@pytest.mark.parametrize(
    ("said", "garment", "colour", "tile"),
    [
        ("oversized camel wool coat", "coat", "#b98d56", "plain"),
        ("navy pinstripe blazer", "blazer", "#1d2a45", "pinstripe"),
        ("cream cable knit jumper", "sweater", "#f3ecdc", "cable"),
        ("floral midi dress", "dress", "#8c4a3f", "floral"),
        ("#aa3355 silk blouse", "blouse", "#aa3355", "plain"),
    ],
)
def test_garments_are_read_with_cloth_colour_and_print(
    said: str, garment: str, colour: str, tile: str
) -> None:
    read, missed = read_garment(said, CATALOGUE)
    assert read is not None
    assert (read.id, read.fabric.colour, read.fabric.tile, missed) == (garment, colour, tile, ())


def test_how_a_garment_is_worn_changes_its_cut() -> None:
    def top(said: str) -> TopCut:
        read, missed = read_garment(said, CATALOGUE)
        assert read is not None
        assert read.top is not None
        assert not missed
        return read.top

    assert not top("navy suit").open_front
    assert top("open navy suit").open_front
    assert not top("buttoned-up navy suit").open_front
    assert top("rolled-sleeve white shirt").sleeve < top("white shirt").sleeve
    assert top("tucked-in white shirt").hem != top("white shirt").hem


def test_a_modifier_changes_the_cut() -> None:
    plain, _ = read_garment("trousers", CATALOGUE)
    wide, _ = read_garment("wide trousers high-waisted", CATALOGUE)
    assert plain is not None
    assert wide is not None
    assert wide.legs is not None
    assert plain.legs is not None
    assert wide.legs.flare > plain.legs.flare
    assert wide.legs.top == "waist+0.03"


def test_words_that_nothing_answers_are_said() -> None:
    made = block(
        a_shot(pose="zorbing", set="the moon", garments=("flux capacitor", "gallumphing tee")),
        [a_twin()],
        CATALOGUE,
    )
    assert made.unread == ("zorbing", "the moon", "flux capacitor", "gallumphing")


def test_the_same_words_give_the_same_digest_and_another_seed_another() -> None:
    shot = a_shot(pose="walking", light="golden hour", garments=("red gown",))
    first, again = (block(shot, [a_twin()], CATALOGUE, 3) for _ in range(2))
    assert first.digest() == again.digest()
    assert block(shot, [a_twin()], CATALOGUE, 4).digest() != first.digest()


def test_a_blocking_survives_the_wire() -> None:
    made = block(a_shot(pose="seated", garments=("suit",)), [a_twin()], CATALOGUE)
    assert Blocking.model_validate_json(made.model_dump_json()) == made


def test_lens_aperture_ratio_and_angle_are_taken_over() -> None:
    shot = a_shot(lens="50mm", aperture="f/1.8", aspect="16:9", angle="low angle", framing="medium")
    camera = block(shot, [a_twin()], CATALOGUE).camera
    assert (camera.focal_mm, camera.f_number, camera.aspect) == (50, 1.8, (1600, 900))
    assert camera.elevation < 0
    assert camera.framing.id == "medium"


def test_who_sits_gets_a_seat_of_its_height() -> None:
    made = block(a_shot(pose="seated on a stool"), [a_twin()], CATALOGUE)
    assert [prop.id for prop in made.props] == ["stool"]
    assert made.people[0].pose.seat == made.props[0].height


def the_prop(*props: str, **said: object) -> tuple[PropSpec, Blocking]:
    made = block(a_shot(props=props, **said), [a_twin()], CATALOGUE)
    return made.props[0], made


@pytest.mark.parametrize("word", ["rope", "thermos", "bouquet", "umbrella", "book", "lantern"])
def test_a_thing_the_size_of_a_hand_is_held_by_an_arm_that_is_raised_for_it(word: str) -> None:
    prop, made = the_prop(word, pose="standing")
    assert (prop.use, prop.hand) == ("held", "R")
    assert made.people[0].pose.limbs["farm.R"] == prop.arm["farm.R"]


def test_a_thing_is_held_in_the_hand_that_is_free() -> None:
    prop, made = the_prop("lantern", pose="one hand in pocket")
    busy = made.people[0].pose.hands
    assert prop.hand not in busy


def test_a_hand_in_a_pocket_stays_there_and_the_thing_stands_beside() -> None:
    prop, made = the_prop("thermos", pose="hands in pockets")
    assert prop.use == "beside"
    assert made.people[0].pose == CATALOGUE.poses.named("hands_in_pockets")


def test_words_say_whether_a_thing_is_held_or_stands() -> None:
    assert the_prop("suitcase")[0].use == "beside"
    assert the_prop("holding a suitcase")[0].use == "held"
    assert the_prop("lantern at her feet")[0].use == "beside"
    assert the_prop("suitcase", pose="walking, carrying a suitcase")[0].use == "held"


def test_only_the_first_of_two_people_raises_an_arm_for_a_thing() -> None:
    shot = a_shot(props=("cup",), pose="standing")
    first, second = block(shot, [a_twin("ana"), a_twin("bea", 8)], CATALOGUE).people
    assert first.pose.fingers
    assert not second.pose.fingers


def test_what_has_no_shape_or_lies_below_the_frame_is_said() -> None:
    made = block(
        a_shot(props=("parrot", "suitcase", "column"), framing="portrait"), [a_twin()], CATALOGUE
    )
    assert made.unread == ("parrot", "suitcase (below the frame)")
    assert the_prop("cup", framing="medium")[1].unread == ()
    assert the_prop("basket", framing="medium")[1].unread == ("basket (below the frame)",)


def test_two_people_stand_side_by_side_and_are_not_the_same() -> None:
    made = block(a_shot(pose="contrapposto"), [a_twin("ana"), a_twin("bea", 8)], CATALOGUE)
    first, second = made.people
    assert first.at[0] < second.at[0]
    assert first.body.face != second.body.face
    assert first.pose.hands == {"L": "hip"}
    assert second.pose.hands == {"R": "hip"}


def test_without_a_twin_the_clothes_stand_on_a_bare_figure() -> None:
    made = block(a_shot(garments=("trench coat",)), [], CATALOGUE)
    assert [person.body.skin for person in made.people] == [0]


@pytest.mark.parametrize(
    "pose", [entry.what for entry in CATALOGUE.poses.entries], ids=lambda p: p.id
)
def test_mirroring_a_pose_twice_gives_it_back(pose: object) -> None:
    assert mirrored(mirrored(pose)) == pose  # type: ignore[arg-type]


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=60))
def test_any_text_can_be_read_as_a_garment(text: str) -> None:
    garment, missed = read_garment(text, CATALOGUE)
    assert garment is not None or missed == (text,)


@given(st.integers(1, 40), st.integers(1, 40))
def test_ratios_keep_their_shape(wide: int, high: int) -> None:
    across, down = ratio(f"{wide}:{high}")
    assert across * high == down * wide


def test_every_level_in_the_data_is_a_landmark() -> None:
    cuts = [
        value
        for entry in CATALOGUE.garments.entries
        for cut in (entry.what.top, entry.what.skirt, entry.what.legs)
        if cut is not None
        for name, value in cut.model_dump().items()
        if name in ("top", "hem", "depth")
    ]
    assert all(level_of(value)[0] for value in cuts)


def test_the_shelves_are_as_full_as_promised() -> None:
    garments = [entry.what for entry in CATALOGUE.garments.entries]
    shoes = [one for one in garments if one.shoes]
    extras = [one for one in garments if one.extra and not (one.top or one.skirt)]
    assert len(CATALOGUE.poses.entries) >= 40
    assert len(garments) - len(shoes) - len(extras) >= 40
    assert len(shoes) >= 10
    assert len(CATALOGUE.hair.entries) >= 12
    assert len(CATALOGUE.lights.entries) >= 15
    assert len(CATALOGUE.sets.entries) >= 10


def test_a_thing_that_is_sold_and_not_worn_is_carried() -> None:
    made = block(a_shot().with_(garments=("black umbrella", "camel coat")), [a_twin()], CATALOGUE)
    assert [prop.id for prop in made.props if prop.said == "black umbrella"] == ["umbrella"]
    assert "black umbrella" not in made.unread


def test_nearly_every_place_that_a_brief_can_name_is_drawn_as_a_place() -> None:
    rows = (
        line.split("|")[0].partition(":")
        for table in (files("toile") / "data" / "language").iterdir()
        if table.name.endswith(".psv")
        for line in table.read_text(encoding="utf-8").splitlines()
    )
    places = {name for kind, _, name in rows if kind in ("s", "set")}
    assert len(places) > 300
    missed = sorted(name for name in places if CATALOGUE.sets.find(name) is None)
    assert len(missed) < len(places) / 50, missed


@pytest.mark.parametrize(
    ("words", "place"),
    [("cliff path", "cliff"), ("a stone boathouse", "barn"), ("hotel lobby", "grand_hall"),
     ("tennis court at noon", "pitch"), ("night train", "carriage"), ("fog", "mist")],
)  # fmt: skip
def test_a_place_is_drawn_as_its_kin(words: str, place: str) -> None:
    assert block(a_shot().with_(set=words), [a_twin()], CATALOGUE).set.id == place


@pytest.mark.parametrize("rig", [e.what for e in CATALOGUE.lights.entries], ids=lambda rig: rig.id)
def test_every_rig_has_a_diagram_that_names_its_lamps(rig: object) -> None:
    made = block(a_shot(), [a_twin()], CATALOGUE).model_copy(update={"rig": rig})
    svg = lighting_diagram(made)
    assert svg.startswith("<svg ")
    assert svg.endswith("</svg>")
    assert all(f">{light.name}</text>" in svg for light in made.rig.lights)
    assert not re.search(r"nan|inf", svg.replace("information", ""))


def _shelves_with(shelf: str, entry: dict[str, object]) -> dict[str, dict[str, object]]:
    from toile.adapters.renderers import library

    names = (*library._NAMED, *library._BARE, *library._PLAIN)
    shelves = {name: library._read(name) for name in names}
    return shelves | {shelf: {**shelves[shelf], "new": entry}}


@pytest.mark.parametrize(
    ("shelf", "entry", "said"),
    [
        ("garments", {"top": {"neck": "zigzag"}}, "garments.yaml: new: top.neck"),
        ("garments", {"skirt": {"hem": "elbow"}}, "garments.yaml: new: skirt.hem"),
        ("poses", {"limbs": {"tail.L": [0, 0, 1]}}, "poses.yaml: new: nothing is called tail.L"),
        ("colours", {"hex": "crimson"}, "colours.yaml: new"),
        ("fabrics", {"tile": "scales"}, "fabrics.yaml: new: nothing is called scales"),
        ("expressions", {"grin": 0.5}, "expressions.yaml: new: nothing is called grin"),
    ],
)
def test_a_wrong_entry_is_named_with_its_file_and_field(
    shelf: str, entry: dict[str, object], said: str
) -> None:
    with pytest.raises(BadInput, match=re.escape(said)):
        catalogue_of(_shelves_with(shelf, entry))


def test_a_pose_that_names_only_a_face_is_drawn_in_the_face() -> None:
    smiling = block(a_shot(pose="smiling"), [a_twin()], CATALOGUE)
    assert smiling.people[0].face_actions == CATALOGUE.expressions.named("smile")
    assert smiling.unread == ()
    serious = block(a_shot(pose="smiling", expression="serious"), [a_twin()], CATALOGUE)
    assert serious.people[0].face_actions == CATALOGUE.expressions.named("intense")


def test_a_detail_of_shoes_looks_down_to_them() -> None:
    shoes = a_shot(framing="detail", garments=("brown ankle boots",), pose="standing")
    coat = shoes.with_(garments=("brown ankle boots", "camel coat"))
    aims = [block(shot, (a_twin(),), CATALOGUE).camera.framing.aim for shot in (shoes, coat)]
    assert aims == ["feet", "hands"]
