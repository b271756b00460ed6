"""Units around a release: the last one goes to one board, and a failed release takes none."""

from concurrent.futures import ThreadPoolExecutor

import pytest
from builders_records import StandingClock, a_fact, a_licence

from toile.adapters.records.sql import SqlRecords
from toile.domain.errors import MarkFailed, NotFound
from toile.domain.ids import TwinId
from toile.domain.licences import CountLimit, Licence
from toile.workflow.count_units import CountUnits


def counting(licence: str, units: int, action: str = "export") -> Licence:
    whole = a_licence(licence)
    count = CountLimit(limit=units, counts_on=(action,))
    return whole.model_copy(
        update={"grants": (whole.grants[0].model_copy(update={"count": count}),)}
    )


@pytest.fixture
def units(records: SqlRecords, clock: StandingClock) -> CountUnits:
    return CountUnits(records.counts, clock)  # type: ignore[arg-type]


def used(records: SqlRecords, licence: str = "lic-1") -> int | None:
    return records.world.world((TwinId("noor"),)).state(licence).used


def test_two_hundred_releases_at_once_share_one_unit_once(
    records: SqlRecords, units: CountUnits
) -> None:
    licence = counting("lic-1", 1)
    records.registry.put(licence)

    def release(number: int) -> bool:
        with units.aside("export") as aside:
            taken = aside.take([licence], f"draft-{number}")
            aside.record(())
            return taken

    with ThreadPoolExecutor(16) as pool:
        assert sum(pool.map(release, range(200))) == 1
    assert used(records) == 1


def test_a_release_that_fails_takes_no_unit(records: SqlRecords, units: CountUnits) -> None:
    licence = counting("lic-1", 1)
    records.registry.put(licence)

    def release_that_fails() -> None:
        with units.aside("export") as aside:
            assert aside.take([licence], "draft-1")
            raise MarkFailed("lost its mark")

    with pytest.raises(MarkFailed):
        release_that_fails()
    with units.aside("export") as aside:
        assert aside.take([licence], "draft-2")
        aside.record(())
    assert used(records) == 1


def test_the_same_picture_released_again_counts_once(
    records: SqlRecords, units: CountUnits
) -> None:
    licence = counting("lic-1", 1)
    records.registry.put(licence)
    for _ in range(3):
        with units.aside("export") as aside:
            assert aside.take([licence], "draft-1")
            aside.record(())
    assert used(records) == 1


def test_a_picture_under_two_licences_takes_a_unit_of_both_or_of_none(
    records: SqlRecords, units: CountUnits
) -> None:
    roomy, spent = counting("lic-1", 5), counting("lic-2", 0)
    records.registry.put(roomy, spent)
    with units.aside("export") as aside:
        assert not aside.take([roomy, spent], "draft-1")
    assert not used(records)


def test_an_action_that_is_not_counted_takes_nothing(
    records: SqlRecords, units: CountUnits
) -> None:
    licence = counting("lic-1", 0, action="publish")
    records.registry.put(licence)
    with units.aside("export") as aside:
        assert aside.take([licence], "draft-1")


def test_units_and_the_ledger_are_written_together_or_not_at_all(
    records: SqlRecords, units: CountUnits
) -> None:
    licence = counting("lic-1", 5)
    records.registry.put(licence)
    with units.aside("export") as aside:
        assert aside.take([licence], "draft-1")
        aside.record([a_fact(what="exported")])
    assert used(records) == 1
    assert [entry.fact.what for entry in records.ledger.entries()] == ["exported"]
    with pytest.raises(NotFound):
        records.counts.record([(licence.id, "never taken")], [a_fact(what="exported")])
    assert len(records.ledger.entries()) == 1
