"""Scoring shot lists: every property that a set expects holds or does not."""

from toile.domain.ids import ShotId
from toile.domain.shots import Reason, Shot, ShotList
from toile.workflow.score_plans import check

PLAN = ShotList.of(
    [
        Shot(id=ShotId("a"), aspect="4:5", files=3, set="old tannery", garments=("navy suit",),
             must_not=("flash",), talent=("Noor",)),
        Shot(id=ShotId("b"), kind="video", aspect="9:16", light="golden hour", look="Look 1",
             reasons=(Reason(field="light", because="Asked.", source='brief: "salt flats"'),)),
    ]
)  # fmt: skip


def test_counts_and_ratios_are_files_not_shots() -> None:
    found = check(
        {
            "shots": [1, 2],
            "counts": {"still": 3, "video": 1},
            "aspects_exact": {"4:5": 3, "1:1": 2},
        },
        PLAN,
    )
    assert found == {"shots": True, "counts": True, "ratio:4:5": True, "ratio:1:1": False}


def test_what_must_not_be_may_stand_in_a_must_not_note_only() -> None:
    found = check({"forbid": ["flash", "golden hour"]}, PLAN)
    assert found == {"forbid:flash": True, "forbid:golden hour": False}


def test_products_words_looks_and_people_are_looked_for() -> None:
    expected = {
        "each_at_least_once": ["suits", "hat"],
        "require": ["tannery", "salt flats", "moor"],
        "looks": 1,
        "talent_max": 0,
        "talent_only": ["Noor"],
    }
    assert [name for name, holds in check(expected, PLAN).items() if not holds] == [
        "product:hat",
        "require:moor",
        "talent_max",
    ]
