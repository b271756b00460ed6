"""Counts of files that a brief gives by shares, in proportion, or puts right by their ratio."""

from datetime import date

import pytest

from toile.adapters.language.built_in.reader import read_brief

TODAY = date(2026, 11, 23)
Files = list[tuple[int, str, str | None]]


def _files(text: str) -> Files:
    asked = read_brief(text, TODAY).deliverables
    return sorted((d.count or 0, d.kind, d.aspect) for d in asked)


@pytest.mark.parametrize(
    ("text", "files"),
    [
        (
            "12 Bilder, davon ein Viertel 16:9, Rest 4:5",
            [(3, "still", "16:9"), (9, "still", "4:5")],
        ),
        (
            "12 stills, a quarter of them 16:9, the rest 4:5",
            [(3, "still", "16:9"), (9, "still", "4:5")],
        ),
        ("9 photos: two thirds 4:5, one third 1:1", [(3, "still", "1:1"), (6, "still", "4:5")]),
        (
            "Twelve stills, for every still in 1:1 I'd like two in 4:5",
            [(4, "still", "1:1"), (8, "still", "4:5")],
        ),
        (
            "4 visuels carrés et le double en 9:16",
            [(4, "still", "1:1"), (8, "still", "9:16")],
        ),
        (
            "Of these ten still images, four shall be in aspect ratio 1:1 and six in 4:5",
            [(4, "still", "1:1"), (6, "still", "4:5")],
        ),
    ],
)
def test_a_total_is_told_apart_in_the_shares_that_a_text_gives(text: str, files: Files) -> None:
    assert _files(text) == files


def test_shares_that_do_not_come_out_whole_leave_the_total_alone() -> None:
    assert sum(count for count, _, _ in _files("10 stills, a third 16:9, two thirds 4:5")) != 9


@pytest.mark.parametrize(
    ("text", "files"),
    [
        (
            "6 stills 4:5 + 3 stills 1:1. actually make it 8 in 4:5",
            [(3, "still", "1:1"), (8, "still", "4:5")],
        ),
        (
            "6 portrait 4:5, 2 landscape 16:9\nsorry 3 landscape",
            [(3, "still", "16:9"), (6, "still", "4:5")],
        ),
    ],
)
def test_a_count_put_right_is_that_of_its_own_ratio(text: str, files: Files) -> None:
    assert _files(text) == files


def test_three_photos_for_every_video_are_as_many_times_three() -> None:
    text = "por cada video 3 fotos. son 4 videos 9:16 de 12 seg"
    assert _files(text) == [(4, "video", "9:16"), (12, "still", None)]


def test_earrings_in_french_are_no_loops_of_film() -> None:
    text = "sept photos de la bague et cinq des boucles d'oreilles"
    assert _files(text) == [(5, "still", None), (7, "still", None)]


def test_what_is_said_of_a_total_does_not_count_twice() -> None:
    assert sum(count for count, _, _ in _files("9 stills, 3 of the coat and 6 of the bag")) == 9
