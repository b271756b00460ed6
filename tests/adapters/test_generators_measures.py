"""What is measured of pictures: maps drawn, drift, variety, memory, likeness."""

from dataclasses import replace
from pathlib import Path

import builders_tiny_pipelines as tiny
import numpy as np
import pytest
from builders_tiny_pipelines import a_picture, an_ability, some_maps
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from toile.adapters.generators.control_images import (
    depth_image,
    normals_image,
    pose_image,
    regions_image,
)
from toile.adapters.generators.likeness import FaceScorer, NoScorer
from toile.adapters.generators.memory import MemoryLedger
from toile.adapters.generators.raster import pasted_back, to_picture, variety, within_area
from toile.domain.ids import TwinId
from toile.domain.maps import Maps
from toile.domain.pictures import Picture

ADA = TwinId("ada")


def _maps(depth: np.ndarray, points: tuple[tuple[float, float], ...] = ()) -> Maps:
    height, width = depth.shape
    return Maps(
        width,
        height,
        depth.astype("<f4").tobytes(),
        bytes(width * height * 3),
        bytes(width * height),
        ("",),
        (points,) if points else (),
    )


def test_near_is_white_far_is_dark_and_background_darkest() -> None:
    depth = np.array([[1.0, 2.0, 4.0, 0.0]])
    levels = np.asarray(depth_image(_maps(depth)))[0, :, 0].astype(int)
    assert levels[0] > 200
    assert levels[0] > levels[1] > levels[2] > levels[3] == 0


def test_the_range_of_depth_is_the_subjects_and_not_the_floors() -> None:
    metres = np.array([[0.5, 3.0, 3.4, 9.0]], "<f4")
    normals, regions = bytes(12), bytes([0, 1, 1, 0])
    maps = Maps(4, 1, metres.tobytes(), normals, regions, ("background", "coat"))
    floor, near, far, wall = np.asarray(depth_image(maps))[0, :, 0].astype(int)
    assert (floor, wall) == (255, 0)
    assert near - far > 60


def test_a_surface_seen_from_inside_is_drawn_facing_the_camera() -> None:
    triples = np.array([[[10, 20, 100], [-10, -20, -100]]], np.int8)
    maps = Maps(2, 1, bytes(8), triples.tobytes(), bytes(2), ("",))
    first, second = np.asarray(normals_image(maps))[0]
    assert (first == second).all()


def test_an_empty_scene_has_an_empty_depth_map() -> None:
    assert not np.asarray(depth_image(_maps(np.zeros((4, 4))))).any()


def test_a_skeleton_leaves_out_points_that_are_out_of_frame() -> None:
    whole = tuple((20.0 + 2 * place, 20.0 + 2 * place) for place in range(18))
    hidden = tuple((float("nan"), -5.0) for _ in range(18))
    assert np.asarray(pose_image(_maps(np.ones((64, 64)), whole), (64, 64))).any()
    assert not np.asarray(pose_image(_maps(np.ones((64, 64)), hidden), (64, 64))).any()


def test_background_normals_face_the_camera_and_regions_have_their_own_colours() -> None:
    assert tuple(np.asarray(normals_image(_maps(np.ones((2, 2)))))[0, 0]) == (128, 128, 255)
    colours = np.asarray(regions_image(some_maps(1))).reshape(-1, 3)
    assert len(np.unique(colours, axis=0)) == 3


@settings(max_examples=40, deadline=None)
@given(left=st.integers(0, 60), top=st.integers(0, 60), side=st.integers(1, 40))
def test_pasting_back_never_moves_a_pixel_outside_the_mask(left: int, top: int, side: int) -> None:
    before = Image.frombytes("RGB", (64, 64), a_picture(1).rgb)
    after = Image.frombytes("RGB", (64, 64), a_picture(2).rgb)
    alpha = np.zeros((64, 64), np.uint8)
    alpha[top : top + side, left : left + side] = 255
    mixed, drift = pasted_back(before, after, Image.fromarray(alpha))
    outside = alpha == 0
    assert (np.asarray(mixed)[outside] == np.asarray(before)[outside]).all()
    assert drift.kept_most == 0


def test_a_reference_is_made_smaller_and_never_larger() -> None:
    assert within_area(Image.new("RGB", (2000, 1000)), 512 * 512, 16).size == (720, 368)
    assert within_area(Image.new("RGB", (320, 256)), 512 * 512, 16).size == (320, 256)


def test_variety_is_nothing_for_copies_and_more_for_different_pictures() -> None:
    red, blue = (Picture(32, 32, bytes(colour) * 1024) for colour in ((200, 0, 0), (0, 0, 200)))
    gradient = to_picture(Image.linear_gradient("L"))
    assert variety([red]) is None
    assert variety([red, red]) == 0
    assert (variety([red, blue, gradient]) or 0) > 0.1


def test_the_ledger_admits_what_was_measured_to_fit(tmp_path: Path) -> None:
    ability, size, file = an_ability(), (1024, 1024), tmp_path / "peaks.json"
    ledger = MemoryLedger(file)
    assert ledger.admit(ability, size, 4, 24.0).because == "Not yet measured at this size."
    for pack, gb in ((4, 40.0), (3, 30.0), (2, 20.0), (1, 14.0)):
        ledger.record(ability, size, pack, gb)
    kept = MemoryLedger(file)
    assert kept.admit(ability, size, 4, 24.0).pack == 2
    refused = kept.admit(ability, size, 4, 12.0)
    assert refused.pack == 0
    assert refused.because == "Not enough memory (took 14.0 GB before, room for 12)"
    assert kept.admit(ability, size, 4, None).pack == 4


def test_a_damaged_ledger_is_measured_again(tmp_path: Path) -> None:
    file = tmp_path / "peaks.json"
    file.write_text("{", encoding="utf-8")
    assert MemoryLedger(file).peak(an_ability(), (64, 64), 1) is None


def test_without_a_face_model_there_is_no_score_and_it_says_why() -> None:
    likeness = NoScorer().score(a_picture(1), ADA, [a_picture(2)])
    assert likeness.score is None
    assert "no face model is set up" in likeness.because


def test_likeness_is_the_nearest_face_and_a_face_turned_away_is_no_low_score() -> None:
    vectors = {bytes([1]): [1.0, 0.0], bytes([2]): [0.8, 0.6], bytes([3]): []}

    def read(picture: Picture) -> list[np.ndarray]:
        found = vectors[picture.rgb[:1]]
        return [np.array(found, np.float32)] if found else []

    def seen(mark: int) -> Picture:
        return Picture(1, 1, bytes([mark, 0, 0]))

    scorer = FaceScorer("test faces", read)
    assert scorer.score(seen(1), ADA, [seen(1)]).score == pytest.approx(1.0)
    assert scorer.score(seen(2), ADA, [seen(1)]).score == pytest.approx(0.8)
    away = scorer.score(seen(3), ADA, [seen(1)])
    assert (away.score, "turned to the camera" in away.because) == (None, True)
    assert scorer.score(seen(1), ADA, [seen(3)]).score is None


def test_tiny_pipelines_need_no_hub() -> None:
    assert tiny.klein_base().config.is_distilled


def test_a_hand_is_drawn_in_thin_bones_and_a_hidden_one_is_not() -> None:
    hidden = ((float("nan"), float("nan")),) * 21
    seen = tuple((10.0 + 2 * place, 30.0 + place) for place in range(21))
    maps = Maps(64, 64, b"", b"", b"", ("",), hands=(seen + hidden,))
    drawn = np.asarray(pose_image(maps, (64, 64)))
    assert drawn.any()
    assert not np.asarray(pose_image(replace(maps, hands=(hidden * 2,)), (64, 64))).any()
