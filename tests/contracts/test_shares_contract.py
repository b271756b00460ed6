"""Review links on file, on SQLite and on PostgreSQL."""

from datetime import timedelta

import pytest
from builders_records import NOON

from toile.adapters.records.sql import SqlRecords
from toile.domain.errors import NotFound
from toile.domain.ids import BoardId, BrandId, DraftId, ImageHash, ShotId
from toile.domain.sharing import WINDOW, Share, SharedPicture, token_hash


def a_share(name: str = "link-1", token: str = "t", **changes: object) -> Share:
    picture = SharedPicture(
        shot=ShotId("s1"), version=2, draft=DraftId("d" * 64), image=ImageHash("i" * 64)
    )
    share = Share(
        id=name,
        token_hash=token_hash(token),
        board=BoardId("board-1"),
        brand=BrandId("maison"),
        title="Sea",
        pictures=(picture,),
        by="Noor",
        at=NOON,
        until=NOON + timedelta(days=3),
    )
    return share.model_copy(update=changes)


def test_a_link_is_found_by_its_tokens_hash_alone(records: SqlRecords) -> None:
    records.shares.keep(a_share(token="secret"))
    found = records.shares.by_hash(token_hash("secret"))
    assert found == a_share(token="secret")
    assert records.shares.by_hash("secret") is None
    assert "secret" not in a_share(token="secret").model_dump_json()


def test_links_of_a_board_stand_newest_first(records: SqlRecords) -> None:
    records.shares.keep(a_share("link-1", "a"))
    records.shares.keep(a_share("link-2", "b", at=NOON + timedelta(hours=1)))
    records.shares.keep(a_share("link-3", "c", board=BoardId("another")))
    assert [one.id for one in records.shares.listed(BoardId("board-1"))] == ["link-2", "link-1"]


def test_a_link_is_taken_back_once(records: SqlRecords) -> None:
    records.shares.keep(a_share())
    records.shares.take_back("link-1", NOON)
    records.shares.take_back("link-1", NOON + timedelta(days=1))
    assert records.shares.share("link-1").taken_back == NOON
    with pytest.raises(NotFound):
        records.shares.take_back("nowhere", NOON)


def test_wrong_guesses_count_for_a_while(records: SqlRecords) -> None:
    for _ in range(3):
        number = records.shares.wrong("password:link-1", NOON)
    records.shares.forgive(number)
    assert records.shares.wrongs("password:link-1", NOON - WINDOW) == 2
    records.shares.wrong("password:link-2", NOON + WINDOW + timedelta(seconds=1))
    assert records.shares.wrongs("password:link-1", NOON - WINDOW) == 0
