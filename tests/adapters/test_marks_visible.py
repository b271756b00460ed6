"""The overlay can be read on light and dark, after a crop, and leaves the picture to be judged."""

import numpy as np
import pytest
from pydantic import ValidationError

from toile.adapters.marks.visible import VisibleOverlay
from toile.domain.errors import BadInput
from toile.domain.marks import OverlayStyle

LABEL = "DRAFT · Atelier Nord · 7f3a91"


def a_flat(level: int, height: int = 768, width: int = 1024) -> np.ndarray:
    return np.full((height, width, 3), level, dtype=np.uint8)


def marked(pixels: np.ndarray, **changes: object) -> np.ndarray:
    facts: dict[str, object] = {
        "label": LABEL, "disclosure": None, "icon": None, "style": OverlayStyle()
    }  # fmt: skip
    return VisibleOverlay().apply(pixels, **(facts | changes))  # type: ignore[arg-type]


def change(before: np.ndarray, after: np.ndarray) -> np.ndarray:
    return np.asarray(np.abs(after.astype(int) - before).max(axis=-1))


@pytest.mark.parametrize("level", [0, 40, 100, 112, 118, 120, 124, 160, 220, 255])
def test_the_line_stands_out_on_every_grey(level: int) -> None:
    assert (change(a_flat(level), marked(a_flat(level))) >= 24).mean() > 0.008


def test_every_quarter_crop_keeps_a_line() -> None:
    moved = change(a_flat(90), marked(a_flat(90))) > 20
    for top in range(0, 385, 64):
        for left in range(0, 513, 64):
            assert moved[top : top + 384, left : left + 512].sum() > 800


def test_the_picture_can_still_be_judged() -> None:
    moved = change(a_flat(90), marked(a_flat(90)))
    assert (moved > 8).mean() < 0.08
    assert moved.max() < 80


@pytest.mark.parametrize("kind", ["basic", "generated", "modified"])
@pytest.mark.parametrize("level", [0, 128, 255])
def test_the_chip_stands_out_on_light_and_dark(kind: str, level: int) -> None:
    after = marked(a_flat(level), disclosure="AI-generated image", icon=kind)
    corner = after[-50:, :260].astype(int)
    assert corner.max() - np.percentile(corner, 40) > 120


def test_the_three_icons_differ() -> None:
    signs = [marked(a_flat(90), icon=kind) for kind in ("basic", "generated", "modified")]
    assert len({sign.tobytes() for sign in signs}) == 3


@pytest.mark.parametrize("corner", ["bottom_left", "bottom_right", "top_left", "top_right"])
def test_the_chip_stands_in_the_corner_of_the_brand(corner: str) -> None:
    style = OverlayStyle(chip_corner=corner)
    plain, chip = marked(a_flat(200)), marked(a_flat(200), icon="basic", style=style)
    rows, columns = np.nonzero(change(plain, chip))
    assert (rows.mean() > 384) == corner.startswith("bottom")
    assert (columns.mean() > 512) == corner.endswith("right")


def luminance(shade: float) -> float:
    """Relative luminance of a grey (WCAG 2.2)."""
    share = shade / 255
    return share / 12.92 if share <= 0.04045 else ((share + 0.055) / 1.055) ** 2.4


@pytest.mark.parametrize("chip", ["dark", "light"])
@pytest.mark.parametrize("level", [0, 60, 128, 200, 255])
def test_the_words_of_a_duty_have_the_contrast_of_body_text_in_any_style(
    chip: str, level: int
) -> None:
    style = OverlayStyle(chip=chip)
    after = marked(a_flat(level), disclosure="AI-generated image", icon="generated", style=style)
    rows, columns = np.nonzero(change(marked(a_flat(level), style=style), after))
    inside = after[rows.min() + 5 : rows.max() - 4, columns.min() + 5 : columns.max() - 4, 0]
    dark, light = luminance(float(inside.min())), luminance(float(inside.max()))
    assert (light + 0.05) / (dark + 0.05) >= 4.5


@pytest.mark.parametrize("level", [0, 60, 118, 122, 190, 255])
@pytest.mark.parametrize("angle", [-60, 0, 24, 60])
def test_the_quietest_style_of_a_brand_is_still_read_in_every_quarter(
    level: int, angle: float
) -> None:
    quietest = OverlayStyle(opacity=0.20, spacing=0.36, letter_height=0.014, angle_degrees=angle)
    moved = change(a_flat(level), marked(a_flat(level), style=quietest)) >= 20
    quarters = (
        moved[top : top + 384, left : left + 512]
        for top in range(0, 385, 96)
        for left in range(0, 513, 128)
    )
    assert min(int(quarter.sum()) for quarter in quarters) > 250


@pytest.mark.parametrize(
    "quieter",
    [{"opacity": 0.1}, {"opacity": 0}, {"letter_height": 0.005}, {"spacing": 0.9},
     {"chip_height": 0.01}, {"chip": "none"}, {"chip_corner": "outside"}, {"label": ""}],
)  # fmt: skip
def test_no_style_goes_below_what_can_be_read(quieter: dict[str, object]) -> None:
    with pytest.raises(ValidationError):
        OverlayStyle.model_validate(quieter)


def test_words_in_many_languages_take_lines_and_keep_their_size() -> None:
    one, many = "KI-generiert", "KI-generiert · Photographie retouchée · Retusjert person – reklame"
    plain = a_flat(200, 512, 384)
    rows = [
        np.ptp(np.nonzero(change(marked(plain), marked(plain, disclosure=told)))[0])
        for told in (one, many)
    ]
    assert rows[1] >= 1.5 * rows[0]


@pytest.mark.parametrize(
    "words", ["Mit KI erzeugtes Bild", "Изображение, създадено с ИИ", "人工智能生成", "AIで生成",
              "Εικόνα από τεχνητή νοημοσύνη", "AI 생성 이미지", "Slika ustvarjena z UI, č š ž"]
)  # fmt: skip
def test_a_disclosure_is_drawn_in_the_language_of_its_market(words: str) -> None:
    plain, told = marked(a_flat(128)), marked(a_flat(128), disclosure=words)
    assert change(plain, told).max() > 90


def test_a_letter_that_no_font_has_is_said_and_not_left_out() -> None:
    with pytest.raises(BadInput, match="cannot be drawn"):
        marked(a_flat(128), disclosure="صورة")


def test_there_is_no_draft_without_a_label() -> None:
    with pytest.raises(BadInput):
        marked(a_flat(128), label=" ")


@pytest.mark.parametrize("size", [(96, 96), (64, 320), (1600, 400)])
def test_thumbnails_and_banners_are_marked_too(size: tuple[int, int]) -> None:
    before = a_flat(70, *size)
    assert change(before, marked(before, disclosure="AI", icon="generated")).max() > 40


def test_the_given_pixels_are_left_alone() -> None:
    before = a_flat(70)
    marked(before, icon="basic")
    assert np.array_equal(before, a_flat(70))
