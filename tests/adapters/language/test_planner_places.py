"""Where and in what light the planner puts the shots, and that what is sold can be seen."""

from collections import Counter
from datetime import date

import pytest

from toile.adapters.language.built_in.plan.planner import plan_shots
from toile.adapters.language.built_in.reader import read_brief
from toile.domain.shots import ShotList

TODAY = date(2026, 11, 29)


def _planned(text: str) -> ShotList:
    return plan_shots(read_brief(text, TODAY))


@pytest.mark.parametrize(
    ("text", "places"),
    [
        (
            "Six pictures on the beach and four in the studio, knitwear: navy rollneck, camel "
            "cardigan. 4:5.",
            {"beach": 6, "studio": 4},
        ),
        (
            "Eight pictures of the autumn knitwear. Freya, window light, grey seamless, two on "
            "the stairs.",
            {"grey seamless": 6, "stairs": 2},
        ),
        (
            "Zehn Stills der Jacke Priel in Senfgelb: sechs am Hafen, vier im Wald. Eine Frau.",
            {"harbour": 6, "forest": 4},
        ),
        (
            "Nine pictures of the linen shirt, in a courtyard and on a rooftop.",
            {"courtyard": 5, "rooftop": 4},
        ),
    ],
)
def test_each_place_has_the_pictures_that_the_brief_counts_there(
    text: str, places: dict[str, int]
) -> None:
    assert Counter(shot.set for shot in _planned(text).shots) == places


@pytest.mark.parametrize(
    "text",
    [
        "Six pictures of the spring coats. Freya, window light, two on the stairs.",
        "Six stills of a coat, two of them on the stairs.",
        "Sechs Bilder eines Mantels, davon zwei auf der Treppe.",
    ],
)
def test_the_place_of_the_others_is_left_open_where_only_some_are_told_of(text: str) -> None:
    sets = [shot.set for shot in _planned(text).shots]
    assert (sets[2:], len(set(sets[:2]))) == ([None] * 4, 1)
    assert sets[0] in ("stairs", "staircase")


def test_shots_of_an_open_place_come_behind_those_that_have_one() -> None:
    text = "Twelve pictures of a coat: six on the beach, four in the studio."
    sets = [shot.set for shot in _planned(text).shots]
    assert sets == ["beach"] * 6 + ["studio"] * 4 + [None] * 2


def test_a_light_told_of_one_place_is_not_in_another() -> None:
    text = "Ten frames of the wool coat, six in the tannery, four on a wet street at night."
    lights = {shot.set: shot.light for shot in _planned(text).shots}
    assert lights == {"tannery": "soft daylight", "wet street": "at night"}


def test_a_light_told_of_all_is_in_every_place() -> None:
    text = "Eight pictures of the wool coat. Window light, grey seamless, two on the stairs."
    assert {shot.light for shot in _planned(text).shots} == {"window light"}


def test_every_product_is_seen_at_every_place() -> None:
    text = "Eight stills 4:5: navy rollneck, camel cardigan. On a beach and in a forest."
    seen = {(shot.set, worn) for shot in _planned(text).shots for worn in shot.garments}
    assert len(seen) == 4


def test_boots_alone_are_in_no_portrait() -> None:
    text = "Ten frames of the Drover boot (oxblood) in a tannery. Two men. 4:5."
    assert {shot.framing for shot in _planned(text).shots} <= {"full", "wide", "detail"}


def test_a_portrait_that_is_asked_for_is_made_whatever_is_sold() -> None:
    text = "Four stills of the Drover boot (oxblood): two portraits and two details. 4:5."
    assert "portrait" in {shot.framing for shot in _planned(text).shots}
