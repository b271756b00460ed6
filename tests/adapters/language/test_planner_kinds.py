"""What a kind of goods asks of its pictures: eyewear near the face, shoes near the ground."""

from collections import Counter
from datetime import date
from itertools import pairwise

import pytest

from toile.adapters.language.built_in.plan.planner import plan_shots
from toile.adapters.language.built_in.reader import read_brief
from toile.domain.brief import Brief, Deliverable, Product, Talent
from toile.domain.shots import Shot

TODAY = date(2026, 11, 30)
NEAR = {"portrait", "close-up", "extreme close-up", "medium"}
TABLE = {"flatlay", "still life", "packshot", "macro"}


def _planned(text: str) -> tuple[Shot, ...]:
    return plan_shots(read_brief(text, TODAY)).shots


def _of(*items: str, count: int, people: int | None = 1) -> tuple[Shot, ...]:
    brief = Brief(
        products=tuple(Product(item=item) for item in items),
        talent=None if people is None else Talent(people=people),
        deliverables=(Deliverable(count=count, aspect="4:5"),),
    )
    return plan_shots(brief).shots


@pytest.mark.parametrize("item", ["lipstick", "sunglasses", "hoop earrings", "night cream"])
def test_what_is_worn_on_the_face_is_planned_near_it(item: str) -> None:
    assert {shot.framing for shot in _of(item, count=8)} <= NEAR


def test_shoes_are_seen_from_low_down_and_in_detail() -> None:
    shots = _of("Drover boots", count=8)
    assert {shot.framing for shot in shots} == {"wide", "full", "detail"}
    assert sum(shot.angle in ("low", "ground level") for shot in shots) >= 4


def test_rings_and_watches_are_planned_at_the_hands() -> None:
    shots = _of("signet ring", "dress watch", count=6)
    assert all("hand" in (shot.pose or "") or shot.framing in NEAR for shot in shots)
    assert "detail" in {shot.framing for shot in shots}


def test_furniture_needs_no_model() -> None:
    shots = _of("oak chair", "ash table", count=6, people=None)
    assert all(shot.pose is None and shot.framing != "flatlay" for shot in shots)


def test_where_nobody_says_whether_there_is_a_model_both_are_planned() -> None:
    alone = [shot.framing in TABLE for shot in _of("leather tote", count=8, people=None)]
    assert set(alone) == {True, False}


def test_a_swimsuit_has_no_pockets() -> None:
    poses = {shot.pose for shot in _of("red swimsuit", count=20)}
    assert not poses & {"hands in pockets", "hands on fastening"}


def test_every_look_is_seen_whole_before_its_details() -> None:
    text = "Lookbook: 6 looks of men's tailoring, 18 stills 3:4, grey seamless. One man."
    whole = {s.look for s in _planned(text) if s.framing in ("full", "three-quarter", "wide")}
    assert whole == {f"Look {number}" for number in range(1, 7)}


def test_a_list_goes_look_by_look_with_no_run_of_one_framing() -> None:
    shots = _planned("12 stills 4:5 of a camel coat and a navy dress on a beach at noon. A woman.")
    worn = [shot.garments for shot in shots]
    assert worn == sorted(worn, key=worn.index)
    assert all(one.framing != two.framing for one, two in pairwise(shots))


def test_a_look_is_seen_in_every_light() -> None:
    text = "16 stills 4:5 of a camel coat and a navy dress in a studio. One woman."
    assert len({(shot.garments, shot.light) for shot in _planned(text)}) == 4


def test_a_still_life_asked_for_beside_people_shows_nobody() -> None:
    text = "Six stills of the camel coat on a woman, 4:5, and two flat lays, 1:1. Red lips."
    flat = [shot for shot in _planned(text) if shot.framing == "flatlay"]
    assert len(flat) == 2
    assert all(shot.pose is None and not shot.talent and shot.hair is None for shot in flat)


def test_a_detail_that_is_asked_for_has_the_pose_of_a_detail() -> None:
    shots = _planned("Two details 4:5 and two portraits 4:5 of the camel coat. One man.")
    posed = {shot.framing: shot.pose for shot in shots}
    assert posed["detail"] in ("hands on fastening", "hands only", "walking")
    assert "hand" not in (posed["portrait"] or "")


def test_where_no_face_may_be_seen_none_is_framed() -> None:
    text = "Eight stills 4:5 of the camel coat in a street. One woman. No faces."
    assert not {shot.framing for shot in _planned(text)} & {"portrait", "close-up"}


def test_a_film_moves() -> None:
    shots = _planned("6 stills 4:5 and 2 films 16:9 of the camel coat on a pier. One man.")
    moving = {shot.pose for shot in shots if shot.kind == "video"}
    assert moving <= {"walking", "turning", "running", "looking back", "over the shoulder"}


def test_a_lying_picture_cuts_nobody_off_and_is_no_full_length() -> None:
    shots = _planned("Six stills 16:9 of the camel coat in a street. One woman.")
    assert not {shot.framing for shot in shots} & {"full", "three-quarter"}


def test_pictures_of_a_named_product_show_it() -> None:
    brief = Brief(
        products=(Product(item="Iroise coat"), Product(item="Molène cape")),
        deliverables=(
            Deliverable(count=2, aspect="1:1", role="Molène cape"),
            Deliverable(count=3, aspect="1:1", role="Iroise coat"),
        ),
    )
    shown = [shot.garments[0] for shot in plan_shots(brief).shots]
    assert (shown.count("Iroise coat"), shown.count("Molène cape")) == (3, 2)


def test_what_must_be_seen_from_behind_is_planned_from_behind() -> None:
    text = (
        "8 stills 4:5: a cream coat, a rust dress. One woman. The dress must be seen from behind."
    )
    [back] = [shot for shot in _planned(text) if "must have" in (shot.notes or "")]
    assert (back.pose, back.framing, back.title) == ("back to camera", "full", "From the back")
    assert "dress" in back.garments[0]


def test_a_clasp_that_must_be_seen_gets_a_detail() -> None:
    text = "6 stills 4:5 of the leather bag, on a woman. The clasp must be visible once."
    [close] = [shot for shot in _planned(text) if "must have" in (shot.notes or "")]
    assert close.framing == "detail"


def test_packshots_of_several_products_are_named_by_the_product() -> None:
    text = "Six packshots 1:1 of the tan tote and the black clutch, no people, white background."
    titles = [shot.title for shot in _planned(text)]
    assert all("tote" in title or "clutch" in title for title in titles)
    assert len({shot.light for shot in _planned(text)}) == 1


def test_eight_portraits_are_not_the_same_portrait() -> None:
    shots = _planned("Eight portraits 4:5 of a woman in a camel coat, by a window.")
    assert len({(shot.angle, shot.pose) for shot in shots}) >= 6


def test_packshots_of_several_products_are_seen_alike() -> None:
    text = "Six packshots 1:1 of the tan tote, the black clutch and the red pouch, no people."
    seen = Counter(shot.angle for shot in _planned(text))
    assert set(seen.values()) == {3}


@pytest.mark.parametrize(
    ("text", "sold"),
    [
        ("Nordlys furniture: the oak chair Alm and the ash table Bord. 6 stills.", 2),
        ("Möbelhaus Voss: Sofa Linde in Ocker, Sessel Ulme, Stehlampe Birke. Zehn Bilder.", 3),
        ("Meubles Lacaze : le fauteuil Orme, la table basse Pin. 8 photos.", 2),
        ("Casa Toro, cerámica: jarrón Sol, plato Luna y taza Río. 9 fotos.", 3),
        ("Ljuskällan, keramik: vas Våg, skål Sten, kopp Moln. 9 bilder.", 3),
        ("Mobili Serra: sedia Olmo, lampada Luna. 6 foto.", 2),
    ],
)
def test_what_a_furniture_house_makes_is_planned_without_a_model(text: str, sold: int) -> None:
    shots = _planned(text)
    assert len({shot.garments for shot in shots}) == sold
    assert all(shot.pose is None for shot in shots)


def test_a_chair_in_a_fashion_brief_is_not_sold() -> None:
    shots = _planned("6 stills of the camel coat on a woman, on an oak chair in a ceramics studio.")
    assert {shot.garments for shot in shots} == {("camel coat",)}


def test_the_looks_of_a_lookbook_are_seen_alike_and_named_by_their_look() -> None:
    text = "Lookbook, 4 looks, 2 images a look: one full length, one detail, all 2:3. One man."
    shots = _planned(text)
    views = {(shot.framing, shot.angle, shot.pose, shot.light) for shot in shots}
    assert (len(shots), len(views)) == (8, 2)
    assert {shot.title for shot in shots} >= {"The whole look, Look 3", "The detail, Look 4"}


@pytest.mark.parametrize(
    "text",
    [
        "Leather tote: ten stills on a model in 4:5, four stills product only in 1:1. A woman.",
        "Borsa Nube: 6 foto 4:5 con la modella e 4 foto 1:1 senza modella. Una donna.",
        "Bolso Aire: 6 fotos 4:5 y 4 fotos 1:1 sin modelo. Una mujer.",
        "Tasche Wolke: 6 Bilder 4:5 mit Model, 4 Bilder 1:1 ohne Model. Eine Frau.",
        "Sac Brume : 6 photos 4:5 portées, 4 photos 1:1 sans mannequin. Une femme.",
        "Väska Moln: 6 bilder i 4:5 med modell och 4 bilder i 1:1 utan. En kvinna.",
    ],
)
def test_files_told_without_a_model_show_nobody_and_the_others_do(text: str) -> None:
    shots = _planned(text)
    alone = [shot for shot in shots if shot.aspect == "1:1"]
    assert (len(alone), {shot.pose for shot in alone}, len({s.light for s in alone})) == (
        4,
        {None},
        1,
    )
    assert all(shot.pose for shot in shots if shot.aspect == "4:5")


@pytest.mark.parametrize(
    "text",
    [
        "Signet ring, 6 stills 4:5. One woman, hands only.",
        "Ringe, 6 Bilder 1:1. Nur Hände, eine Frau um 70.",
        "Running shoes, 6 stills 4:5, one man, feet only.",
        "Zapatos: mocasín en negro. 6 fotos 4:5. Una mujer, solo piernas.",
    ],
)
def test_where_only_a_part_of_somebody_is_wanted_nothing_else_is_framed(text: str) -> None:
    assert {shot.framing for shot in _planned(text)} == {"detail"}


def test_each_product_gets_every_view_that_is_asked_of_it() -> None:
    text = "Three tees: white, navy, sand. For each colour front, back and detail, 4:5. No people."
    seen = {(shot.garments[0], shot.title.split(",")[0]) for shot in _planned(text)}
    assert len(seen) == 9


def test_two_of_ten_without_a_model_leave_the_others_theirs() -> None:
    text = "Ten stills 4:5 of a camel coat, of which two without a model, two banners 21:9. A man."
    assert sum(shot.pose is None for shot in _planned(text)) <= 2


def test_bowls_on_a_table_do_not_sell_the_table() -> None:
    shots = _planned("Casa Toro ceramics: the bowl Sol and the cup Luna on an oak table. 6 stills.")
    assert {shot.garments for shot in shots} == {("Sol bowl",), ("Luna cup",)}
    assert "wide" not in {shot.framing for shot in shots}


def test_ten_pictures_on_a_model_are_not_all_of_one_framing() -> None:
    text = "Ten stills 4:5 on model of the Nova sunglasses. A woman on a rooftop."
    assert len({shot.framing for shot in _planned(text)}) >= 3


def test_a_bottle_that_must_be_seen_is_noted_where_nobody_is() -> None:
    text = "Serum Dagg. 8 stills 4:5, window light. The dropper must be visible in three pictures."
    noted = [shot for shot in _planned(text) if "must have" in (shot.notes or "")]
    assert (len(noted), {shot.pose for shot in noted}) == (3, {None})


def test_an_evening_gown_has_no_pockets() -> None:
    assert "hands in pockets" not in {shot.pose for shot in _of("evening gown", count=10)}


@pytest.mark.parametrize(
    "text",
    [
        "Six photos du manteau camel, 4:5. Logo de la manche toujours visible.",
        "Sechs Bilder 4:5, Stiefel. Schnürsenkel immer gebunden. Ein Mann.",
        "Sei foto 4:5, borsa nera. Logo sempre leggibile. Una donna.",
        "Sex bilder 4:5, skor. Sulan alltid ren. En man.",
    ],
)
def test_what_must_always_be_so_is_noted_on_every_shot(text: str) -> None:
    assert all("must have" in (shot.notes or "") for shot in _planned(text))


def test_what_every_piece_must_show_once_is_planned_once_for_each() -> None:
    text = (
        "Nine stills 4:5: a cream coat, a rust dress, a navy suit. One woman. Every piece must be "
        "seen from behind once."
    )
    behind = [shot for shot in _planned(text) if shot.pose == "back to camera"]
    noted = [shot for shot in _planned(text) if "must have" in (shot.notes or "")]
    assert len({shot.garments for shot in behind}) == len(behind) == len(noted) == 3


@pytest.mark.parametrize(
    "text",
    [
        "Eight stills 4:5 of the seated-cut coat. One woman, a wheelchair user, 40.",
        "Huit photos 4:5, manteau. Une femme en fauteuil roulant, 40 ans.",
        "Åtta bilder 4:5, kappa. En kvinna i rullstol.",
    ],
)
def test_somebody_in_a_wheelchair_is_never_asked_to_stand_or_walk(text: str) -> None:
    poses = {shot.pose for shot in _planned(text)}
    assert "seated" in poses
    assert not poses & {"standing", "walking", "running", "standing contrapposto", "crouching"}
