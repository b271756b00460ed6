"""Things of a shot stand clear of people and of each other, or are in a fist."""

import numpy as np
import pytest

from toile.adapters.renderers.finish.colour import luminance
from toile.adapters.renderers.library import load_catalogue
from toile.adapters.renderers.scene.sets import piece_surface, under_sky
from toile.adapters.renderers.scene.stage import Stage, build_stage
from toile.domain.blocking import Blocking, BodySpec, CameraSpec, PersonSpec, PoseSpec, PropSpec
from toile.domain.dressing import dress
from toile.domain.holding import hold

CATALOGUE = load_catalogue()


def the_stage(pose: str | PoseSpec, *props: PropSpec) -> Stage:
    worn, _ = dress(("red dress", "pumps"), CATALOGUE)
    body = BodySpec(id="a", skin=6)
    posed = CATALOGUE.poses.named(pose) if isinstance(pose, str) else pose
    shot = Blocking(
        people=(PersonSpec(body=body, pose=posed, garments=worn),),
        camera=CameraSpec(framing=CATALOGUE.framings.named("full")),
        rig=CATALOGUE.lights.usual,
        set=CATALOGUE.sets.usual,
        props=props,
    )
    return build_stage(shot, 96, 128, detail=0, check=lambda: None)


def box_of(stage: Stage, region: str) -> tuple[np.ndarray, np.ndarray]:
    points = np.concatenate([one.points for one in stage.surfaces if one.region == region])
    return points.min(0), points.max(0)


@pytest.mark.parametrize("pose", ["contrapposto", "seated"])
def test_a_thing_on_the_ground_stands_clear_of_people_and_of_other_things(pose: str) -> None:
    seats = [CATALOGUE.props.named("sofa")] if pose == "seated" else []
    things = [CATALOGUE.props.named(name) for name in ("suitcase", "crate", "vase", "lamp")]
    props = (*seats, *(one.model_copy(update={"said": one.id}) for one in things))
    stage = the_stage(pose, *props)
    cloud = stage.subjects[0].cloud
    boxes = [box_of(stage, one.id) for one in things]
    for low, high in boxes:
        assert not ((cloud > low) & (cloud < high)).all(1).any()
    for number, (low, high) in enumerate(boxes):
        assert all((low >= top).any() or (high <= bottom).any() for bottom, top in boxes[:number])


@pytest.mark.parametrize("side", ["R", "L"])
def test_a_held_thing_is_in_the_fist(side: str) -> None:
    flask = CATALOGUE.props.named("flask").model_copy(
        update={"use": "held", "said": "flask", "hand": side}
    )
    stage = the_stage("standing", flask)
    low, high = box_of(stage, "flask")
    palm = stage.subjects[0].joint(f"finger3-1.{side}")
    assert (palm > low - 0.05).all()
    assert (palm < high + 0.05).all()


def test_the_left_hand_holds_a_thing_as_the_right_one_in_a_mirror() -> None:
    cup = CATALOGUE.props.named("cup").model_copy(update={"use": "held", "said": "cup"})

    def beyond_the_fist(side: str) -> float:
        stage = the_stage("standing", cup.model_copy(update={"hand": side}))
        fist = stage.subjects[0].joint(f"finger3-1.{side}")
        low, high = box_of(stage, "cup")
        return float(((low + high) / 2 - fist)[0])

    assert beyond_the_fist("L") == pytest.approx(-beyond_the_fist("R"), abs=0.02)


@pytest.mark.parametrize("name", ["umbrella", "balloons"])
def test_a_person_seen_whole_is_seen_with_all_of_what_is_held(name: str) -> None:
    prop = CATALOGUE.props.named(name)
    carried, pose = hold((prop,), CATALOGUE.poses.named("standing"), None, CATALOGUE)
    stage = the_stage(pose, *(one.model_copy(update={"said": name}) for one in carried))
    points = np.concatenate([one.points for one in stage.surfaces if one.region == name])
    seen = stage.view.project(points)
    assert (seen[:, :2] > 0).all()
    assert (seen[:, :2] < (stage.view.width, stage.view.height)).all()


def test_a_piano_is_seen_whole_behind_who_stands_before_it() -> None:
    piano = CATALOGUE.props.named("piano").model_copy(update={"said": "piano"})
    stage = the_stage("contrapposto", piano)
    points = np.concatenate([one.points for one in stage.surfaces if one.region == "piano"])
    across = stage.view.project(points)[:, 0]
    assert across.min() > 0
    assert across.max() < stage.view.width
    low, high = box_of(stage, "piano")
    cloud = stage.subjects[0].cloud
    assert not ((cloud > low) & (cloud < high)).all(1).any()


def test_the_windows_of_a_greenhouse_are_dark_under_neon_and_bright_by_day() -> None:
    house = CATALOGUE.sets.named("greenhouse")
    (pane,) = [one for one in house.pieces if one.finish == "daylight"]

    def brightest(light: str) -> float:
        seen = under_sky(pane, CATALOGUE.lights.named(light).sky)
        colours = piece_surface(seen, house.paint, "pane", floor=0.0, seed=0).colours
        assert colours is not None
        return float(luminance(colours).max())

    day, night = brightest("window"), brightest("neon")
    assert day > 0.7
    assert night < 0.05
