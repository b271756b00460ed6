from datetime import UTC, datetime
from typing import Any

from toile.domain.board import Version
from toile.domain.differences import differences, kept
from toile.domain.ids import ShotId, TwinId
from toile.domain.shots import Shot

NOW = datetime(2026, 11, 24, tzinfo=UTC)


def a_version(number: int, *, seed: int = 7, cast: tuple[str, ...] = (), **fields: Any) -> Version:
    shot = Shot(id=ShotId("s1"), **fields)
    twins = tuple(TwinId(one) for one in cast)
    return Version(
        number=number, parent=None, shot=shot, cast=twins, seed=seed, what="", by="", at=NOW
    )


def said(before: Version, after: Version) -> list[str]:
    return [str(one) for one in differences(before, after, {"t1": "Imani", "t2": "Freya"})]


def test_only_what_differs_is_said() -> None:
    before = a_version(1, light="window light", pose="standing")
    after = a_version(2, light="golden hour", pose="standing")
    assert said(before, after) == ["Light: window light → golden hour"]


def test_of_a_list_only_what_came_and_went_is_said() -> None:
    before = a_version(1, garments=("camel coat", "black boots"))
    after = a_version(2, garments=("navy coat", "black boots"))
    assert said(before, after) == ["Garments: camel coat → navy coat"]


def test_what_was_empty_says_nothing_and_never_shows_a_blank() -> None:
    assert said(a_version(1), a_version(2, props=("chair",))) == ["Props: nothing → chair"]


def test_people_are_said_by_name_and_first() -> None:
    before, after = a_version(1, cast=("t1",), light="noon"), a_version(2, cast=("t2",))
    assert said(before, after) == ["People: Imani → Freya", "Light: noon → nothing"]


def test_another_take_of_the_same_shot_is_another_take() -> None:
    assert said(a_version(1, seed=1), a_version(2, seed=2)) == ["Take: 1 → 2"]


def test_a_lock_is_no_change_of_the_picture() -> None:
    assert said(a_version(1), a_version(1, locked=("pose",))) == []


def test_what_an_edit_kept_is_named() -> None:
    before = a_version(1, light="noon", set="stairs")
    assert kept(before, a_version(2, light="dusk", set="stairs"), ("light", "set")) == ("set",)
