"""Grades: a picture in black and white has no colour, and a plain grade changes no byte."""

import numpy as np
import pytest

from toile.adapters.renderers.finish.grading import graded
from toile.adapters.renderers.library import load_catalogue
from toile.domain.blocking import GradeSpec
from toile.domain.shots import Shot
from toile.domain.staging import block

PICTURE = np.random.default_rng(3).uniform(0.05, 0.95, (96, 64, 3))


def _grade(words: str | None) -> GradeSpec:
    return block(Shot(id="a", grade=words), [], load_catalogue()).grade


def test_no_grade_leaves_the_picture_as_it_is() -> None:
    assert graded(PICTURE, _grade(None)) is PICTURE


def test_black_and_white_has_no_colour_and_keeps_who_is_brighter() -> None:
    grey = graded(PICTURE, _grade("black and white"))
    weight = np.array([0.2126, 0.7152, 0.0722])

    assert np.ptp(grey, axis=-1).max() < 1e-9
    assert np.corrcoef(grey[..., 0].ravel(), (PICTURE @ weight).ravel())[0, 1] > 0.97


@pytest.mark.parametrize(("words", "more"), [("muted colours", False), ("rich colours", True)])
def test_colours_are_muted_or_enriched(words: str, more: bool) -> None:
    before, after = np.ptp(PICTURE, axis=-1).mean(), np.ptp(graded(PICTURE, _grade(words)), -1)
    assert bool(after.mean() > before) is more


def test_grain_is_the_same_each_time_and_of_no_colour() -> None:
    flat = np.full((96, 64, 3), 0.5)
    once, again = (graded(flat, _grade("film grain")) for _ in range(2))

    assert np.array_equal(once, again)
    assert np.ptp(once, axis=-1).max() < 1e-9
    assert 0.005 < once.std() < 0.05


def test_grades_add_up_and_what_a_still_drawing_cannot_show_is_said() -> None:
    both = _grade("black and white, heavy grain")
    blurred = block(Shot(id="a", grade="motion blur"), [], load_catalogue())

    assert (both.saturation, both.grain) == (0, 0.9)
    assert blurred.unread == ("motion blur",)
