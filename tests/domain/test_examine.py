"""What a checkup says of certificates, space and folders, by the day."""

from datetime import UTC, datetime, timedelta

import pytest

from toile.domain.checkup import Certificate, DataFolder, KeptRecords, SetUp
from toile.domain.examine import examine
from toile.domain.examine_settings import is_here

NOW = datetime(2026, 11, 24, 12, tzinfo=UTC)
FOLDER = DataFolder(path="/data", there=True, free_bytes=10**11)


def state(about: str, **changes: object) -> str:
    facts = {"home": FOLDER, "certificate": Certificate(own=True), "records": KeptRecords()}
    found = examine(SetUp.model_validate(facts | changes), NOW)
    return next(one.state for one in found if one.about == about)


@pytest.mark.parametrize(
    ("own", "days", "expected"),
    [(True, 400, "fine"), (True, 10, "advice"), (True, -1, "broken"), (False, 400, "advice"),
     (False, -1, "advice")],
)  # fmt: skip
def test_a_certificate_is_judged_by_whose_it_is_and_by_the_day(
    own: bool, days: int, expected: str
) -> None:
    signer = Certificate(own=own, ends=NOW + timedelta(days=days))
    assert state("certificate", certificate=signer) == expected


@pytest.mark.parametrize(("days", "expected"), [(-1, "fine"), (3, "broken")])
def test_a_certificate_that_does_not_hold_yet_is_told(days: int, expected: str) -> None:
    begins, ends = NOW + timedelta(days=days), NOW + timedelta(days=400)
    signer = Certificate(own=True, begins=begins, ends=ends)
    assert state("certificate", certificate=signer) == expected


@pytest.mark.parametrize("own", [True, False])
def test_the_days_that_a_certificate_still_holds_are_told(own: bool) -> None:
    facts = {"home": FOLDER, "records": KeptRecords()}
    certificate = Certificate(own=own, ends=NOW + timedelta(days=12, hours=3))
    found = examine(SetUp.model_validate(facts | {"certificate": certificate}), NOW)
    say = next(one.say for one in found if one.about == "certificate")
    assert "12 more days, until 2026-12-06" in say


@pytest.mark.parametrize(("free", "expected"), [(10**10, "fine"), (10**9, "advice"), (0, "broken")])
def test_little_space_is_told_before_it_is_none(free: int, expected: str) -> None:
    assert state("disk", home=FOLDER.model_copy(update={"free_bytes": free})) == expected


def test_a_folder_that_may_not_be_written_or_not_be_judged_is_told() -> None:
    assert state("data folder", home=FOLDER.model_copy(update={"writable": False})) == "broken"
    assert state("data folder", home=FOLDER.model_copy(update={"others_may": None})) == "advice"


def test_a_clock_a_little_behind_is_no_fault() -> None:
    assert state("records", records=KeptRecords(latest=NOW + timedelta(minutes=1))) == "fine"
    assert state("records", records=KeptRecords(latest=NOW + timedelta(hours=1))) == "broken"


@pytest.mark.parametrize(
    ("url", "here"),
    [("http://127.0.0.1:8501", True), ("http://localhost", True), ("http://[::1]:1", True),
     ("//0.0.0.0", False), ("http://localhost.example", False), ("//", True)],
)  # fmt: skip
def test_what_stays_on_this_machine_is_told_from_what_does_not(url: str, here: bool) -> None:
    assert is_here(url) is here
