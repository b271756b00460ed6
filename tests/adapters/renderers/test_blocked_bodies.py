"""Bodies have the measurements they were given, stand on their feet, and differ."""

import numpy as np
import pytest

from toile.adapters.renderers.bodies.figure import SKIN_POINTS, Figure, stand
from toile.adapters.renderers.bodies.measure import fit, measurements
from toile.adapters.renderers.bodies.shape import baked
from toile.adapters.renderers.bodies.skeleton import between, euler
from toile.adapters.renderers.bodies.skin import MONK
from toile.adapters.renderers.bodies.teeth import teeth_surfaces
from toile.adapters.renderers.library import load_catalogue
from toile.domain.blocking import BodySpec, PersonSpec

CATALOGUE = load_catalogue()
PEOPLE = (
    BodySpec(id="a", height_cm=178, bust_cm=83, waist_cm=61, hips_cm=89, inseam_cm=84, shoe_eu=40),
    BodySpec(
        id="b", height_cm=165, bust_cm=110, waist_cm=94, hips_cm=118, inseam_cm=74, shoe_eu=39
    ),
    BodySpec(
        id="c", height_cm=188, bust_cm=100, waist_cm=80, hips_cm=96, inseam_cm=87, shoe_eu=44,
        build=-1,
    ),
)  # fmt: skip


@pytest.mark.parametrize("spec", PEOPLE, ids=lambda spec: spec.id)
def test_a_fitted_body_has_its_measurements_within_a_centimetre(spec: BodySpec) -> None:
    shaped = fit(spec)
    tape = measurements(*baked().points(shaped.macros, shaped.local, {}))
    asked = {
        "height": spec.height_cm, "bust": spec.bust_cm, "waist": spec.waist_cm,
        "hips": spec.hips_cm, "inseam": spec.inseam_cm, "foot": spec.shoe_eu / 1.5 - 1.5,
    }  # fmt: skip
    assert {name: tape[name] for name in asked} == pytest.approx(asked, abs=1.0)


@pytest.mark.parametrize(
    "pose",
    [e.what for e in CATALOGUE.poses.entries if e.what.support in ("stand", "walk")],
    ids=lambda pose: pose.id,
)
def test_who_stands_has_both_feet_on_one_floor(pose: object) -> None:
    figure = stand(PersonSpec(body=PEOPLE[0], pose=pose), 0.0, 0.01)
    skin, rest = figure.points[:SKIN_POINTS], figure.rig.points[:SKIN_POINTS]
    feet = rest[:, 2] < 0.05
    lowest = [float(skin[feet & (rest[:, 0] * sign > 0), 2].min()) for sign in (1, -1)]
    assert lowest == pytest.approx([0.0, 0.0], abs=0.012)


def test_a_hand_on_the_hip_touches_the_hip() -> None:
    pose = CATALOGUE.poses.named("contrapposto")
    figure = stand(PersonSpec(body=PEOPLE[0], pose=pose), 0.0, 0.0)
    body = baked()
    skin = figure.points[:SKIN_POINTS]
    hand = body.weight_of("wrist.L", "finger2-1.L", "finger3-1.L")[:SKIN_POINTS] > 0.5
    trunk = figure.arm_share[:SKIN_POINTS] < 0.05
    gap = np.linalg.norm(skin[hand][:, None] - skin[trunk][None, ::4], axis=2).min()
    assert gap < 0.03


def test_heels_lift_the_heel_and_not_the_toes() -> None:
    pose = CATALOGUE.poses.named("standing")
    flat, high = (stand(PersonSpec(body=PEOPLE[0], pose=pose), heel, 0.0) for heel in (0.0, 0.09))
    assert high.joint("foot.L")[2] - flat.joint("foot.L")[2] > 0.05
    assert abs(high.joint("toe2-1.L")[2] - flat.joint("toe2-1.L")[2]) < 0.03


def test_faces_differ_from_twin_to_twin_and_stay_with_the_twin() -> None:
    pose = CATALOGUE.poses.named("standing")
    heads = []
    for face in (1, 2, 1):
        spec = PEOPLE[0].model_copy(update={"face": face})
        figure = stand(PersonSpec(body=spec, pose=pose), 0.0, 0.0)
        eyes = (figure.rig.head("eye.L") + figure.rig.head("eye.R")) / 2
        head = baked().weight_of("head")[:SKIN_POINTS] > 0.9
        heads.append(figure.rig.points[:SKIN_POINTS][head] - eyes)
    assert np.array_equal(heads[0], heads[2])
    assert np.abs(heads[0] - heads[1]).max() > 0.003


def test_the_monk_scale_gets_darker_step_by_step() -> None:
    light = MONK @ np.array([0.2126, 0.7152, 0.0722])
    assert (np.diff(light) < 0).all()


def test_rotations_are_rotations() -> None:
    rng = np.random.default_rng(0)
    for _ in range(50):
        a, b = rng.normal(size=(2, 3))
        turn = between(a, b)
        assert np.allclose(turn @ turn.T, np.eye(3), atol=1e-9)
        assert np.allclose(turn @ a / np.linalg.norm(a), b / np.linalg.norm(b), atol=1e-9)
        angles = rng.uniform(-180, 180, 3)
        assert np.isclose(np.linalg.det(euler(tuple(angles))), 1.0)


def test_a_mouth_that_opens_shows_its_teeth_behind_the_lips() -> None:
    def face(expression: str) -> Figure:
        actions = CATALOGUE.expressions.named(expression)
        return stand(
            PersonSpec(body=PEOPLE[0], pose=CATALOGUE.poses.usual, face_actions=actions), 0.0, 0.0
        )

    assert not teeth_surfaces(face("neutral"))
    laughing = face("laugh")
    (row,) = teeth_surfaces(laughing)
    lips = laughing.points[:SKIN_POINTS][baked().masks["lips"][:SKIN_POINTS] > 0.5]
    front = np.abs(row.points[:, 0] - laughing.eyes[0]) < 0.01
    assert row.points[front, 1].min() > lips[:, 1].min() + 0.004
    assert lips[:, 2].min() < row.points[:, 2].min() < lips[:, 2].max()
