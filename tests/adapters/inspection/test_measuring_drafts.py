"""Drafts measured: the set's colours without the person, the calm above the head, the ground."""

import io

import pytest
from PIL import Image, ImageDraw

from toile.adapters.inspection.draft_pixels import measure
from toile.domain.colours import distance
from toile.domain.errors import BadInput


def a_draft(wall: str, head_at: float) -> bytes:
    picture = Image.new("RGB", (480, 600), wall)
    pen = ImageDraw.Draw(picture)
    pen.rectangle([0, 500, 480, 600], fill="#C6B89F")
    pen.ellipse([200, 600 * head_at, 280, 600 * head_at + 100], fill="#8A5A3C")
    pen.rectangle([170, 600 * head_at + 90, 310, 560], fill="#3050B0")
    out = io.BytesIO()
    picture.save(out, "PNG")
    return out.getvalue()


def test_the_wall_is_found_and_the_coat_is_not() -> None:
    facts = measure(a_draft("#F4EFE6", 0.3))
    assert distance(facts.areas[0][0], "#F4EFE6") < 2
    assert all(distance(code, "#3050B0") > 20 for code, _ in facts.areas)
    assert facts.ground is not None
    assert distance(facts.ground, "#F4EFE6") < 2


def test_a_head_in_the_top_tenth_makes_it_busy() -> None:
    assert max(measure(a_draft("#F4EFE6", 0.3)).top_busy[:2]) < 0.02
    assert max(measure(a_draft("#F4EFE6", 0.02)).top_busy[:2]) > 0.1


def test_what_is_no_picture_is_refused() -> None:
    with pytest.raises(BadInput):
        measure(b"no picture")
