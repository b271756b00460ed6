"""Pictures of blockings: the same bytes again, stoppable, with maps that agree with them."""

from collections.abc import Callable
from typing import Any

import numpy as np
import pytest

from toile.adapters.renderers.buffers import look
from toile.adapters.renderers.checks import cropped_joint, examine
from toile.adapters.renderers.finish.colour import linear, to_srgb
from toile.adapters.renderers.finish.focus import circles, focused
from toile.adapters.renderers.finish.tone import balance_for, curve, exposure_for
from toile.adapters.renderers.library import load_catalogue
from toile.adapters.renderers.maps import hands_3d
from toile.adapters.renderers.mitsuba import MitsubaRenderer, Rendered
from toile.adapters.renderers.probe import SCALAR, Variant
from toile.adapters.renderers.raster import View, rasterise, spread
from toile.adapters.renderers.scene.lights import illuminant
from toile.adapters.renderers.scene.masonry import arches, rock, shelves
from toile.adapters.renderers.scene.places import facade, tree
from toile.adapters.renderers.scene.stage import Stage, build_stage
from toile.domain.blocking import (
    Blocking,
    BodySpec,
    CameraSpec,
    HairSpec,
    PersonSpec,
)
from toile.domain.dressing import dress
from toile.domain.errors import BadInput, Cancelled

CATALOGUE = load_catalogue()
# The scalar variant is the one that every machine has.
RENDERER = MitsubaRenderer(Variant(SCALAR, "the tests' own choice"))
SIZE = (96, 128)


def a_blocking(
    *garments: str,
    pose: str = "standing",
    framing: str = "full",
    light: str = "soft_daylight",
    place: str = "seamless",
) -> Blocking:
    body = BodySpec(id="a", skin=6, hair=HairSpec(fall="low_bun", length=0.2))
    worn, _ = dress(garments or ("red dress", "pumps"), CATALOGUE)
    return Blocking(
        people=(PersonSpec(body=body, pose=CATALOGUE.poses.named(pose), garments=worn),),
        camera=CameraSpec(framing=CATALOGUE.framings.named(framing)),
        rig=CATALOGUE.lights.named(light),
        set=CATALOGUE.sets.named(place),
    )


def pixels(made: Rendered) -> np.ndarray:
    return np.frombuffer(made.rgb, np.uint8).reshape(made.height, made.width, 3)


@pytest.fixture(scope="module")
def drawn() -> Rendered:
    return RENDERER.render(a_blocking(), SIZE)


def test_the_same_blocking_gives_the_same_bytes(drawn: Rendered) -> None:
    assert RENDERER.render(a_blocking(), SIZE).rgb == drawn.rgb


def test_a_stopped_draft_stops_between_stages() -> None:
    heard: list[str] = []
    with pytest.raises(Cancelled):
        RENDERER.render(
            a_blocking(),
            SIZE,
            progress=lambda share, stage: heard.append(stage),
            cancelled=lambda: "looking" in heard,
        )
    assert "finishing" not in heard


def test_progress_grows_to_one() -> None:
    shares: list[float] = []
    RENDERER.render(a_blocking(), SIZE, progress=lambda share, stage: shares.append(share))
    assert shares == sorted(shares)
    assert shares[-1] == 1.0


@pytest.mark.parametrize("size", [(8, 8), (5000, 10)])
def test_sizes_that_cannot_be_drawn_are_refused(size: tuple[int, int]) -> None:
    with pytest.raises(BadInput):
        RENDERER.render(a_blocking(), size)


def test_an_unknown_style_is_refused_by_name() -> None:
    with pytest.raises(BadInput, match="cubist"):
        RENDERER.render(a_blocking(), SIZE, style="cubist")  # type: ignore[arg-type]


def test_regions_name_the_garments_as_said(drawn: Rendered) -> None:
    maps = drawn.maps
    assert {"red dress", "face", "skin", "hair", "background"} <= set(maps.legend)
    red = maps.regions == maps.legend.index("red dress")
    assert 0.01 < red.mean() < 0.5
    mean = pixels(drawn)[red].mean(0)
    assert mean[0] > 1.5 * mean[1]


def test_maps_have_the_size_of_the_picture(drawn: Rendered) -> None:
    maps = drawn.maps
    assert maps.depth.shape == maps.metres.shape == maps.regions.shape == (128, 96)
    assert maps.normals.shape == (128, 96, 3)


def test_keypoints_stand_in_order_on_the_body(drawn: Rendered) -> None:
    points = drawn.maps.keypoints[0]
    assert points.shape == (18, 3)
    nose, hip, knee, ankle = points[0], points[8], points[9], points[10]
    assert nose[1] < hip[1] < knee[1] < ankle[1]
    assert points[2, 0] < points[5, 0]


def test_hands_have_a_wrist_and_five_fingers_that_go_outwards(drawn: Rendered) -> None:
    points = hands_3d(drawn.stage.subjects[0])
    assert points.shape == (42, 3)
    for hand in (points[:21], points[21:]):
        away = np.linalg.norm(hand - hand[0], axis=1)
        assert 0.11 < away.max() < 0.24
        for finger in (5, 9, 13, 17):
            assert away[finger] < away[finger + 3]
    assert points[0, 0] > points[21, 0]


def test_the_whole_figure_is_in_a_full_length_frame(drawn: Rendered) -> None:
    rows = np.where(drawn.guides.person.any(1))[0]
    assert rows[0] > 3
    assert rows[-1] < 126
    assert rows[-1] - rows[0] > 0.78 * 128


@pytest.mark.parametrize(
    "framing", ["full", "three_quarter", "medium", "medium_close_up", "portrait", "close_up"]
)
def test_no_framing_cuts_at_a_joint_or_loses_the_face(framing: str) -> None:
    made = RENDERER.render(a_blocking(framing=framing), SIZE)
    found = examine(made, framing, "stand")
    assert found.crop_at_joint is None
    assert found.face_in_frame


@pytest.mark.parametrize("framing", ["three_quarter", "medium", "portrait"])
@pytest.mark.parametrize("many", [2, 3])
def test_no_framing_of_several_people_cuts_one_of_them_at_a_joint(framing: str, many: int) -> None:
    one = a_blocking(framing=framing)
    tall = one.people[0].body.model_copy(update={"height_cm": 190.0})
    people = tuple(
        one.people[0].model_copy(
            update={"at": (0.75 * place, 0.0)} | ({"body": tall} if place == 1 else {})
        )
        for place in range(many)
    )
    for size in ((96, 128), (128, 96)):
        stage = build_stage(
            one.model_copy(update={"people": people}), *size, detail=0, check=lambda: None
        )
        assert cropped_joint(stage) is None


def test_exposure_follows_the_light_and_not_the_skin() -> None:
    light = np.full((40, 40, 3), 0.5)
    everywhere = np.ones((40, 40), bool)
    factors = [
        exposure_for(light * tone, np.full((40, 40, 3), tone), everywhere) for tone in (0.06, 0.6)
    ]
    assert factors[0] == pytest.approx(factors[1], rel=0.01)


@pytest.mark.parametrize("colour", ["#b98d56", "#1d2a45", "#5e1a26", "#a7b59a", "#8d8f93"])
def test_a_named_colour_comes_through_the_curve_as_named(colour: str) -> None:
    shown = to_srgb(curve(linear(colour)[None, None]))[0, 0] * 255
    asked = np.array([int(colour[i : i + 2], 16) for i in (1, 3, 5)])
    assert np.abs(shown - asked).max() < 1.5


@pytest.mark.parametrize("said", ["camel wool coat", "navy wool coat", "rust linen dress"])
def test_a_garment_is_drawn_in_the_colour_that_was_named(said: str) -> None:
    blocking = a_blocking(said, "black trousers")
    named = next(one for one in blocking.people[0].garments if one.said == said).fabric.colour
    # Large enough that the meter stands still: a thumbnail of 96 pixels varies by a tenth.
    made = RENDERER.render(blocking, (192, 256), style="colour")
    seen = np.median(pixels(made)[made.maps.regions == made.maps.legend.index(said)], axis=0)
    asked = np.array([int(named[i : i + 2], 16) for i in (1, 3, 5)])
    assert np.abs(seen - asked).max() <= 8


@pytest.mark.parametrize("light", ["golden_hour", "tungsten_night"])
def test_warm_light_is_tempered_and_stays_warm(light: str) -> None:
    falls = illuminant(CATALOGUE.lights.named(light))
    shown = falls * balance_for(falls)
    assert shown[0] > 1.1 * shown[2]
    assert shown[0] / shown[2] < 0.8 * falls[0] / falls[2]


def test_neutral_light_is_left_neutral() -> None:
    shown = np.ones(3) * balance_for(np.array([1.0, 0.99, 0.97])) * [1.0, 0.99, 0.97]
    assert np.ptp(shown) < 0.01


def test_triangles_behind_the_lens_are_cut_and_not_lost() -> None:
    view = View(
        np.array([0.0, 0, 1]), np.array([1.0, 0, 0]), np.array([0.0, 0, 1]),
        np.array([0.0, 1, 0]), 60.0, 64, 64,
    )  # fmt: skip
    floor = np.array([[-9.0, -9, 0], [9, -9, 0], [9, 30, 0], [-9, 30, 0]])
    faces = np.array([[0, 1, 2], [0, 2, 3]])
    seen = rasterise(view, floor, faces)
    assert (seen.triangle[60] >= 0).all()
    height = spread(seen, faces, floor[:, 2], 9.0)
    assert np.allclose(height[60], 0.0, atol=1e-6)
    across = spread(seen, faces, floor[:, 0], 9.0)
    assert np.allclose(across[60], (np.arange(64) + 0.5 - 32) / 60 * seen.depth[60], atol=1e-3)


def test_what_lies_behind_is_softened_by_the_aperture_and_people_stay_sharp() -> None:
    wide_open = a_blocking(place="street", light="overcast").camera.model_copy(
        update={"f_number": 1.4}
    )
    stage = build_stage(a_blocking(place="street"), *SIZE, detail=0, check=lambda: None)
    guides, _ = look(stage, a_blocking(place="street"))
    stopped_down = circles(
        wide_open.model_copy(update={"f_number": 11.0}), *seen(stage), guides.depth, guides.person
    )
    opened = circles(wide_open, *seen(stage), guides.depth, guides.person)
    assert not opened[guides.person].any()
    assert opened.max() > 4 * stopped_down.max()
    checks = np.indices(opened.shape).sum(0)[..., None] % 2 * np.ones(3)
    soft = focused(checks, opened)
    assert np.array_equal(soft[guides.person], checks[guides.person])
    assert soft[opened > 1.5].std() < 0.5 * checks.std()


def seen(stage: Stage) -> tuple[View, np.ndarray]:
    return stage.view, stage.face


def test_every_open_eye_mirrors_the_key_light(drawn: Rendered) -> None:
    subject = drawn.stage.subjects[0]
    sparks = [s for s in drawn.stage.people[0] if s.region == "eyes" and len(s.points) == 13]
    assert len(sparks) == 2
    for spark, side in zip(sparks, "LR", strict=True):
        away = spark.points[0] - subject.joint(f"eye.{side}")
        assert away[1] < -0.008, "on the cornea"
        assert away[0] < 0, "on the side of the key, which stands to the camera's left"


@pytest.mark.parametrize("shape", [rock, arches, shelves])
def test_stone_and_shelves_keep_to_their_size_and_stay_the_same(shape: Callable[..., Any]) -> None:
    size, paint = (6.0, 1.2, 4.0), np.array([0.3, 0.25, 0.2])
    points, faces, colours = shape(size, paint, seed=1)
    assert len(colours) == len(points)
    assert faces.max() < len(points)
    assert (np.ptp(points, axis=0) <= np.array(size) * 1.3).all()
    assert np.array_equal(points, shape(size, paint, seed=1)[0])


def test_between_the_pillars_of_arches_one_sees_through() -> None:
    points, _, _ = arches((4.6, 0.5, 4.0), np.array([0.3, 0.3, 0.3]), seed=1)
    low = points[points[:, 2] < 1.8]
    assert not (np.abs(np.abs(low[:, 0]) - 1.15) < 0.7).any()


def test_a_house_has_windows_to_the_street_and_a_tree_has_leaves() -> None:
    paint = linear("#c8bca8")
    points, faces, colours = facade((8.0, 6.0, 12.0), paint, seed=1)
    dark = colours.max(1) < 0.5 * paint.min()
    assert dark.any()
    assert points[dark, 1].min() < -3.0
    assert not (points[dark, 1] > 3.03).any(), "nobody sees the back"
    assert faces.max() == len(points) - 1
    trunk, _, shades = tree((4.0, 4.0, 6.0), paint, seed=1)
    assert len(trunk) == len(shades)
    assert trunk[:, 2].max() < 8
