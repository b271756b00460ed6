"""Hair hangs in locks that narrow and curl as one, and is seen at its full width."""

import numpy as np
import pytest

from toile.adapters.renderers.bodies.figure import SKIN_POINTS, stand
from toile.adapters.renderers.bodies.hairline import scalp
from toile.adapters.renderers.bodies.locks import Locks, curled, locks_of, narrowed
from toile.adapters.renderers.bodies.strands import ribbons
from toile.adapters.renderers.library import load_catalogue
from toile.adapters.renderers.mesh import Floats
from toile.adapters.renderers.scene.camera import toward
from toile.adapters.renderers.scene.stage import Stage, build_stage
from toile.domain.blocking import Blocking, BodySpec, CameraSpec, PersonSpec
from toile.domain.dressing import dress

CATALOGUE = load_catalogue()
OUT = np.array([0.0, -1.0, 0.0])


def hanging(at: Floats, length: float = 0.3, steps: int = 24) -> Floats:
    """Return straight strands that hang from points."""
    fall = np.linspace(0, length, steps)[None, :, None] * np.array([0.0, 0.0, -1.0])
    return np.asarray(at[:, None] + fall)


def a_scalp(count: int = 400) -> Floats:
    flat = np.random.default_rng(3).uniform(-0.06, 0.06, (count, 2))
    return np.column_stack((flat, np.zeros(count)))


def test_a_lock_is_all_of_one_side_of_the_parting() -> None:
    roots = a_scalp()
    side = np.sign(roots[:, 0]).astype(np.int64)
    locks = locks_of(roots, 0.013, side)
    assert (side[locks.leaders][locks.of] == side).all()
    assert 30 < len(locks) < 200


def test_strands_of_a_lock_meet_towards_its_tip() -> None:
    roots = a_scalp()
    locks = locks_of(roots, 0.013, np.zeros(len(roots), np.int64))
    paths = narrowed(hanging(roots), locks, 0.8)
    apart = np.linalg.norm(paths - paths[locks.leaders[locks.of]], axis=2).mean(0)
    assert np.array_equal(paths[:, 0], roots)
    assert apart[-1] == pytest.approx(0.2 * apart[0])


def test_curls_wind_away_from_the_head_and_are_drawn_as_curves() -> None:
    at = np.zeros((1, 3))
    out = np.broadcast_to(OUT, (1, 24, 3))
    alone = Locks(np.zeros(1, np.int64), np.zeros(1, np.int64))
    made = curled(hanging(at), alone, 0.8, out, np.random.default_rng(0))[0]
    assert (made @ OUT > -1e-9).all()
    assert np.ptp(made[:, 0]) > 0.008
    steps = np.diff(made, axis=0)
    steps = steps / np.linalg.norm(steps, axis=1, keepdims=True)
    assert (steps[1:] * steps[:-1]).sum(1).min() > 0.2, "no step turns back on the one before"


def test_straight_hair_stays_straight() -> None:
    paths = hanging(a_scalp(5))
    locks = locks_of(paths[:, 0], 0.01, np.zeros(5, np.int64))
    out = np.broadcast_to(OUT, paths.shape)
    assert curled(paths, locks, 0.0, out, np.random.default_rng(0)) is paths


@pytest.mark.parametrize("azimuth", [0.0, 60.0, 180.0])
def test_a_strand_is_seen_at_its_full_width_from_wherever_the_camera_stands(azimuth: float) -> None:
    camera = CameraSpec(framing=CATALOGUE.framings.usual, azimuth=azimuth)
    lens = toward(camera)
    points, _, normals = ribbons(hanging(np.zeros((1, 3))), 0.004, lens=lens)
    across = points.reshape(-1, 2, 3)[:, 1] - points.reshape(-1, 2, 3)[:, 0]
    assert np.abs(across @ lens).max() < 1e-9
    assert np.linalg.norm(across, axis=1).max() == pytest.approx(0.004)
    assert (normals @ lens > 0.5).all()


def a_stage(style: str, *garments: str, pose: str = "standing") -> Stage:
    worn, _ = dress(("white tee", "jeans", *garments), CATALOGUE)
    body = BodySpec(id="a", skin=6, hair=CATALOGUE.hair.named(style))
    posed = CATALOGUE.poses.named(pose)
    shot = Blocking(
        people=(PersonSpec(body=body, pose=posed, garments=worn),),
        camera=CameraSpec(framing=CATALOGUE.framings.named("full")),
        rig=CATALOGUE.lights.usual,
        set=CATALOGUE.sets.named("seamless"),
    )
    return build_stage(shot, 96, 128, detail=0, check=lambda: None)


@pytest.mark.parametrize("style", [entry.id for entry in CATALOGUE.hair.entries])
def test_every_style_grows_on_the_head(style: str) -> None:
    stage = a_stage(style)
    hair = [one for one in stage.people[0] if one.region == "hair"]
    assert bool(hair) == (style != "bald")
    for one in hair:
        assert np.isfinite(one.points).all()
        away = np.linalg.norm(one.points - stage.face, axis=1)
        assert np.quantile(away, 0.98) < 0.62


@pytest.mark.parametrize("style", ["afro", "bun", "ponytail", "curls", "crop", "braids"])
@pytest.mark.parametrize("worn", ["beanie", "cap"])
def test_a_hat_holds_down_the_hair_under_it(style: str, worn: str) -> None:
    stage = a_stage(style, worn)
    figure = stage.subjects[0].figure
    (hat, *_) = [one for one in stage.people[0] if one.region == worn]
    brim = ((hat.points - figure.eyes) @ figure.head_axes)[:, 2].max() - 0.06
    for one in stage.people[0]:
        if one.region == "hair":
            up = ((one.points - figure.eyes) @ figure.head_axes)[:, 2]
            assert up.max() < brim


def test_hair_grows_down_before_the_ear_and_leaves_the_ear_bare() -> None:
    body = BodySpec(id="a", skin=6)
    figure = stand(PersonSpec(body=body, pose=CATALOGUE.poses.named("standing")), 0.0, 0.0)
    rest, eye = figure.rig.points[:SKIN_POINTS], figure.rig.head("eye.L")
    behind, above = rest[:, 1] - eye[1], rest[:, 2] - eye[2]
    grows = scalp(figure.rig, rest) > 0
    beside = np.abs(rest[:, 0]) > 0.055
    before_the_ear = beside & (behind > 0.045) & (behind < 0.06) & (above > 0.008) & (above < 0.03)
    assert before_the_ear.any()
    assert grows[before_the_ear].all()
    assert not grows[np.abs(rest[:, 0]) > 0.08].any()


@pytest.mark.parametrize("style", ["curls", "loose"])
def test_the_hair_of_who_crouches_hangs_beside_the_face_and_not_before_the_cheek(
    style: str,
) -> None:
    stage = a_stage(style, pose="crouching")
    subject = stage.subjects[0]
    hair = np.concatenate([one.points for one in stage.people[0] if one.region == "hair"])
    own = (hair - subject.at) @ subject.turn
    local = (own - subject.figure.eyes) @ subject.figure.head_axes
    beside = (local[:, 2] < -0.03) & (local[:, 2] > -0.12)
    assert beside.any()
    assert np.mean(local[beside, 1] < -0.005) < 0.03
