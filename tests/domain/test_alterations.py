"""Where a mark lies now says what was done to the picture."""

import pytest

from toile.domain.alterations import alterations
from toile.domain.marks import Geometry

MARKED = (768, 1024)


def as_it_lies(**facts: object) -> Geometry:
    return Geometry.model_validate({"scale": 1.0, "angle_degrees": 0.0, "mirrored": False} | facts)


def test_a_frame_that_is_as_it_was_says_nothing() -> None:
    assert alterations(as_it_lies(), MARKED, (768, 1024)) == ()


@pytest.mark.parametrize(
    ("facts", "received", "said"),
    [
        ({"scale": 0.5}, (384, 512), ("Made smaller, to 50% of its size",)),
        ({"scale": 1.5}, (1152, 1536), ("Made larger, to 150% of its size",)),
        ({}, (768, 512), ("Cropped: at most 50% of it is left",)),
        ({"angle_degrees": 3.2}, (768, 1024), ("Turned by 3°",)),
        ({"angle_degrees": 0.5}, (768, 1024), ("Turned a little",)),
        ({"angle_degrees": -90}, (1024, 768), ("Turned by 90°",)),
        ({"angle_degrees": 180}, (768, 1024), ("Turned by 180°",)),
        ({"mirrored": True}, (768, 1024), ("Mirrored",)),
        ({"stretch": 1.1}, (806, 976), ("Pulled wider by 10%",)),
        ({"stretch": 1 / 1.1}, (732, 1074), ("Pulled taller by 10%",)),
        ({"scale": 0.73}, (1920, 1080), (
            "Made smaller, to 73% of its size",
            "Set into something larger: a screen, a page, a border",
        )),
        ({"scale": 0.5, "region": (0.0, 0.0, 0.4, 0.9)}, (1920, 1080), (
            "Made smaller, to 50% of its size",
            "Laid out beside other pictures",
        )),
    ],
)  # fmt: skip
def test_each_change_has_its_sentence(
    facts: dict[str, object], received: tuple[int, int], said: tuple[str, ...]
) -> None:
    assert alterations(as_it_lies(**facts), MARKED, received) == said


def test_a_large_draft_is_measured_at_its_own_size() -> None:
    """A draft of 1536 x 2048 shown at half its size has a mark as large as one of 768."""
    said = alterations(as_it_lies(), (1536, 2048), (768, 1024))
    assert said == ("Made smaller, to 50% of its size",)
