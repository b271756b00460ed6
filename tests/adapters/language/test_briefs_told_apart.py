"""What a line tells apart: a sum by its kinds, people by name and by number, a part and a thing."""

from datetime import date

import pytest

from toile.adapters.language.built_in.interpreter import BuiltInInterpreter
from toile.domain.brief import Brief


def _read(text: str) -> Brief:
    return BuiltInInterpreter().read_brief(text, date(2026, 11, 23))


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        (
            "6 pictures: 4 full length, 1 close-up of the hem, 1 wide on the cliff path.",
            {"full": 4, "close": 1, "wide": 1},
        ),
        (
            "8 stills, 5 half-length, 2 details of the hem and 1 wide in the dunes.",
            {"half": 5, "detail": 2, "wide": 1},
        ),
        (
            "6 photos : 4 en pied, 1 détail, 1 large sur la falaise.",
            {"full": 4, "detail": 1, "wide": 1},
        ),
    ],
)
def test_a_wide_one_is_a_kind_of_its_own(text: str, kinds: dict[str, int]) -> None:
    brief = _read(text)
    assert {d.role: d.count for d in brief.deliverables} == kinds
    assert "CONTRADICTION" not in {flag.code for flag in brief.flags}


def test_a_wide_smile_is_no_picture() -> None:
    brief = _read("6 pictures: 3 full length, 2 close-ups, 1 wide smile.")
    assert "wide" not in {d.role for d in brief.deliverables}


@pytest.mark.parametrize(
    ("text", "people"),
    [
        ("Freya and one more girl. 4 pictures of the coat.", 2),
        ("Freya plus another model. 4 pictures of the coat.", 2),
        ("4 pictures of the coat with Freya and two other girls.", 3),
        ("4 Bilder vom Mantel mit Freya, Mara und zwei weiteren Models.", 4),
        ("4 photos du manteau avec Alba et une autre fille.", 2),
        ("Two women for the coat, 4 pictures.", 2),
    ],
)
def test_people_by_name_count_beside_people_by_number(text: str, people: int) -> None:
    talent = _read(text).talent
    assert talent is not None
    assert talent.people == people


def test_a_cuff_seen_close_is_a_part_and_a_gold_one_a_bracelet() -> None:
    part = _read("The camel cardigan. 4 pictures, one close-up of the cuff.")
    assert [p.item for p in part.products] == ["cardigan"]
    bracelet = _read("The gold cuff. 4 pictures, one close-up of the cuff.")
    assert [p.item for p in bracelet.products] == ["cuff"]


def test_a_french_dress_is_sold_and_its_collar_is_no_mountain() -> None:
    brief = _read(
        "5 photos du manteau camel et de la robe en maille vert mousse, 3 en pied, "
        "1 gros plan du col, 1 large dans une cour."
    )
    assert [(p.item, p.colour) for p in brief.products] == [
        ("coat", "camel"),
        ("knit dress", "moss green"),
    ]
    assert brief.location == ("courtyard",)
