"""A brand's own visible marks: from a file, within what can be read, or nothing is drawn."""

from pathlib import Path

import pytest

from toile.adapters.marks.brand_styles import BrandStyles
from toile.domain.errors import SettingMissing
from toile.domain.ids import BrandId
from toile.domain.marks import OverlayStyle

OREL, NORD = BrandId("maison-orel"), BrandId("atelier-nord")


def styles(folder: Path, text: str) -> BrandStyles:
    path = folder / "marks.yaml"
    path.write_text(text, encoding="utf-8")
    return BrandStyles(path)


def test_without_a_file_every_brand_has_the_style_of_the_house() -> None:
    assert BrandStyles(None)(OREL) == OverlayStyle()


def test_a_brand_sets_some_of_it_and_keeps_the_rest(tmp_path: Path) -> None:
    style = styles(tmp_path, "marks: {maison-orel: {opacity: 0.45, chip: light}}")(OREL)
    assert style == OverlayStyle(opacity=0.45, chip="light")


def test_a_star_is_every_brand_that_is_not_named(tmp_path: Path) -> None:
    both = styles(tmp_path, "marks: {'*': {chip_corner: top_left}, maison-orel: {opacity: 0.4}}")
    assert both(NORD).chip_corner == "top_left"
    assert both(OREL).chip_corner == "bottom_left"


def test_a_change_of_the_file_counts_from_the_next_draft(tmp_path: Path) -> None:
    found = styles(tmp_path, "marks: {maison-orel: {opacity: 0.45}}")
    assert found(OREL).opacity == 0.45
    styles(tmp_path, "marks: {maison-orel: {opacity: 0.6}}")
    assert found(OREL).opacity == 0.6


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("marks: {maison-orel: {opacity: 0}}", "maison-orel.opacity"),
        ("marks: {maison-orel: {chip: none}}", "maison-orel.chip"),
        ("marks: {maison-orel: {hidden: true}}", "maison-orel.hidden"),
        ("marks: {maison-orel: }", "maison-orel"),
        ("marks: [maison-orel]", "no part called"),
        ("opacity: 0.4", "no part called"),
        ("marks: {", "not YAML"),
    ],
)
def test_a_file_that_does_not_hold_stops_drafting_and_says_where(
    tmp_path: Path, text: str, why: str
) -> None:
    with pytest.raises(SettingMissing, match=why):
        styles(tmp_path, text)(OREL)


def test_a_file_that_is_not_there_stops_drafting(tmp_path: Path) -> None:
    with pytest.raises(SettingMissing, match="cannot be read"):
        BrandStyles(tmp_path / "gone.yaml")(OREL)
