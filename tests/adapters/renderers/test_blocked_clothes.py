"""Clothes hang on bodies as they were cut, and what is under them stays there."""

from dataclasses import replace

import numpy as np
import pytest
from scipy.spatial import cKDTree

from toile.adapters.renderers.bodies.figure import SKIN_POINTS
from toile.adapters.renderers.bodies.shape import baked
from toile.adapters.renderers.bodies.skin import SKIN
from toile.adapters.renderers.checks import poke_through
from toile.adapters.renderers.library import load_catalogue
from toile.adapters.renderers.mesh import Surface, point_normals, rim_edges
from toile.adapters.renderers.sampler import random_blocking
from toile.adapters.renderers.scene.stage import Stage, build_stage
from toile.adapters.renderers.wardrobe.lofts import AROUND
from toile.domain.blocking import Blocking, BodySpec, CameraSpec, HairSpec, PersonSpec
from toile.domain.dressing import dress

CATALOGUE = load_catalogue()
SIZE = (96, 128)


def a_blocking(*garments: str, pose: str = "standing", framing: str = "full") -> Blocking:
    body = BodySpec(id="a", skin=6, hair=HairSpec(fall="low_bun", length=0.2))
    worn, _ = dress(garments, CATALOGUE)
    return Blocking(
        people=(PersonSpec(body=body, pose=CATALOGUE.poses.named(pose), garments=worn),),
        camera=CameraSpec(framing=CATALOGUE.framings.named(framing)),
        rig=CATALOGUE.lights.named("soft_daylight"),
        set=CATALOGUE.sets.named("seamless"),
    )


def dressed(*garments: str, pose: str = "standing") -> Stage:
    return build_stage(a_blocking(*garments, pose=pose), *SIZE, detail=0, check=lambda: None)


def test_a_coat_hangs_on_from_its_bodice_without_a_step() -> None:
    made = dressed("camel coat")
    coat = [s for s in made.people[0] if s.region == "camel coat"]
    skirt = next(s for s in coat if s.layer % 1 > 0.9)
    bodice = next(s for s in coat if s.layer % 1 == 0)
    hem = bodice.points[bodice.points[:, 2] < skirt.points[:, 2].max()]
    hem = hem[np.abs(hem[:, 0]) < 0.1]
    step = cKDTree(skirt.points).query(hem)[0]
    assert np.median(step) < 0.016


def test_light_runs_on_from_a_bodice_into_the_skirt_of_its_coat() -> None:
    made = dressed("camel coat")
    coat = [s for s in made.people[0] if s.region == "camel coat"]
    skirt = next(s for s in coat if s.layer % 1 > 0.9)
    bodice = next(s for s in coat if s.layer % 1 == 0)
    assert skirt.normals is not None
    assert bodice.normals is not None
    far, index = cKDTree(skirt.points).query(bodice.points)
    sewn = (far < 0.008) & (bodice.points[:, 2] < skirt.points[:, 2].max() - 0.02)
    along = (bodice.normals[sewn] * skirt.normals[index[sewn]]).sum(1)
    assert sewn.sum() > 20
    assert np.median(along) > 0.98


@pytest.mark.parametrize("seed", [30090, 30093])
def test_a_waistcoat_and_a_hoodie_lie_on_the_lap_of_who_sits(seed: int) -> None:
    made = build_stage(random_blocking(CATALOGUE, seed), 288, 384, detail=0, check=lambda: None)
    assert poke_through(made, 0) < 0.0005


@pytest.mark.parametrize("pose", ["dancing", "arms_raised"])
def test_a_cap_is_as_high_as_the_head_also_under_a_raised_hand(pose: str) -> None:
    made = dressed("navy cap", pose=pose)
    cap = np.concatenate([s.points for s in made.people[0] if s.region == "navy cap"])
    figure = made.subjects[0].figure
    local = (cap @ made.subjects[0].turn - figure.eyes) @ figure.head_axes
    assert 0.1 < local[:, 2].max() < figure.level("crown") - figure.level("eyes") + 0.04


def test_a_neck_that_stands_in_a_hood_is_no_cloth_come_through() -> None:
    shot = a_blocking("grey hoodie", "black joggers", framing="medium_close_up")
    aside = shot.camera.model_copy(update={"azimuth": -25.0, "elevation": 10.0})
    made = build_stage(
        shot.model_copy(update={"camera": aside}), *SIZE, detail=0, check=lambda: None
    )
    assert poke_through(made, 0) < 0.001


def test_patterned_cloth_hides_the_skin_beneath_as_plain_cloth_does() -> None:
    plain, patterned = (
        sum(len(s.faces) for s in dressed(f"{cloth} dress").people[0] if s.region == SKIN)
        for cloth in ("red maxi", "red floral maxi")
    )
    assert patterned == plain


def test_cloth_that_comes_through_is_counted() -> None:
    made = dressed("camel coat", "jeans")
    shrunk = [
        replace(one, points=one.points - 0.03 * np.asarray(one.normals))
        if one.region == "camel coat"
        else one
        for one in made.people[0]
    ]
    assert poke_through(made, 0) < 0.001
    assert poke_through(replace(made, people=[shrunk]), 0) > 0.015


def test_a_bent_leg_before_a_top_is_no_cloth_come_through() -> None:
    made = dressed("grey hoodie", "black joggers", pose="reclining")
    assert poke_through(made, 0) < 0.001


def test_a_coat_laps_over_itself_in_front_and_falls_aside_on_a_lap() -> None:
    standing, seated = (
        dressed("camel coat", "jeans", pose=pose) for pose in ("standing", "seated")
    )
    hung = coat_skirt(standing)
    edges = hung.points[np.unique(rim_edges(hung.faces))]
    low, high = hung.points[:, 2].min(), hung.points[:, 2].max()
    edges = edges[(edges[:, 2] > low + 0.06) & (edges[:, 2] < high - 0.06)]
    assert len(edges) > 10
    assert (edges[:, 1] < hung.points[:, 1].mean()).all()
    knees = np.mean([seated.subjects[0].joint(f"lowerleg01.{side}") for side in "LR"], axis=0)
    over = coat_skirt(seated).points
    lap = (np.abs(over[:, 0] - knees[0]) < 0.05) & (np.abs(over[:, 1] - knees[1]) < 0.25)
    assert not (over[lap, 2] > knees[2] + 0.05).any()


def coat_skirt(stage: Stage) -> Surface:
    return next(s for s in stage.people[0] if s.region == "camel coat" and s.layer % 1 > 0.9)


def test_a_long_trouser_leg_is_cut_higher_over_the_instep_than_at_the_heel() -> None:
    made = dressed("white shirt", "black trousers", "loafers")
    leg = next(s for s in made.people[0] if s.region == "black trousers").points
    ankle = made.subjects[0].joint("foot.L")
    leg = leg[(leg[:, 0] > 0) & (leg[:, 2] < 0.14)]
    before, behind = leg[leg[:, 1] < ankle[1] - 0.05], leg[leg[:, 1] > ankle[1] + 0.01]
    assert before[:, 2].min() > behind[:, 2].min() + 0.01


def test_cloth_stays_clear_of_the_skin_that_a_bend_moves_further() -> None:
    made = dressed("white halter dress", "sandals", pose="hugging_self")
    figure = made.subjects[0].figure
    skin = figure.points[:SKIN_POINTS]
    normals = point_normals(skin, baked().faces["body"])
    for one in made.people[0]:
        if one.region == "white halter dress" and one.place is not None:
            under = figure.rest_tree.query(one.place)[1]
            own = (one.points - made.subjects[0].at) @ made.subjects[0].turn
            assert ((own - skin[under]) * normals[under]).sum(1).min() > -0.003


@pytest.mark.parametrize("seed", [1080, 1117])
def test_a_coat_on_a_lap_and_a_halter_hide_what_is_under_them(seed: int) -> None:
    made = build_stage(random_blocking(CATALOGUE, seed), 288, 384, detail=0, check=lambda: None)
    assert poke_through(made, 0) < 0.0005


@pytest.mark.slow
def test_nothing_pokes_through_in_random_looks() -> None:
    shares = []
    for seed in range(40):
        shot = random_blocking(CATALOGUE, seed)
        made = build_stage(shot, 144, 192, detail=0, check=lambda: None)
        shares.append(max(poke_through(made, place) for place in range(len(made.people))))
    assert float(np.median(shares)) < 0.001
    assert float(np.mean(shares)) < 0.002


def test_a_full_skirt_lies_on_a_lap_and_falls_from_the_knees_without_wings() -> None:
    made = dressed("green circle skirt", "white tee", pose="seated")
    (skirt,) = [one for one in made.people[0] if one.region == "green circle skirt"]
    knees = [made.subjects[0].joint(f"lowerleg01.{side}")[0] for side in "LR"]
    assert np.ptp(skirt.points[:, 0]) < abs(knees[0] - knees[1]) + 0.3


def test_cloth_in_the_bend_of_a_lap_does_not_run_through_itself() -> None:
    made = dressed("grey maxi skirt", "white tee", pose="seated")
    (skirt,) = [one for one in made.people[0] if one.region == "grey maxi skirt"]
    columns = skirt.points.reshape(-1, AROUND, 3)
    before = columns[:, [0, 1, -1]]
    steps = np.diff(before, axis=0)
    turned = (steps[1:] * steps[:-1]).sum(-1) < 0
    assert not turned.any()


def test_the_skirt_of_who_crouches_stays_below_the_chest_that_is_bent_over_it() -> None:
    made = dressed("green maxi skirt", "white tee", pose="crouching")
    (skirt,) = [one for one in made.people[0] if one.region == "green maxi skirt"]
    assert skirt.points[:, 2].max() < made.subjects[0].joint("spine01")[2]


def test_straps_lie_on_the_shoulders_of_who_crouches() -> None:
    made = dressed("red slip dress", pose="crouching")
    figure = made.subjects[0].figure
    shoulder = figure.joint("upperarm01.L")[2]
    dress = np.concatenate([one.points for one in made.people[0] if one.region == "red slip dress"])
    straps = made.subjects[0].figure.tree.query(dress[dress[:, 2] > shoulder + 0.02])[0]
    assert len(straps) > 20
    assert np.quantile(straps, 0.9) < 0.012
