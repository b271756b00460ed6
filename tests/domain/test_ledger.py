"""The chain shows any cut, swap or edit, and names the first entry that does not hold."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from toile.domain.ledger import Break, LedgerEntry, LedgerFact, append, verify

DAY = datetime(2026, 11, 24, 10, tzinfo=UTC)


def chain(length: int) -> list[LedgerEntry]:
    made: list[LedgerEntry] = []
    for number in range(length):
        fact = LedgerFact(
            what="drafted", at=DAY + timedelta(minutes=number), by="ada", twins=(f"t{number}",),
            details={"n": number},
        )  # fmt: skip
        made.append(append(made[-1] if made else None, fact))
    return made


def test_a_whole_chain_holds_and_survives_json() -> None:
    entries = [LedgerEntry.model_validate_json(one.model_dump_json()) for one in chain(6)]
    assert verify(entries) is None
    assert verify(entries, head=entries[-1].hash, length=6) is None
    assert verify([]) is None


@given(st.integers(0, 6), st.sampled_from(["by", "what", "say"]))
def test_an_edited_entry_is_the_first_broken_one(place: int, field: str) -> None:
    entries = chain(7)
    fact = entries[place].fact.model_copy(update={field: "someone else"})
    entries[place] = entries[place].model_copy(update={"fact": fact})
    found = verify(entries)
    assert found is not None
    assert found.number == place + 1


@given(st.integers(0, 5))
def test_a_cut_out_entry_is_found(place: int) -> None:
    entries = chain(7)
    del entries[place]
    found = verify(entries)
    assert found is not None
    assert found.number == place + 1


@given(st.integers(0, 5))
def test_two_swapped_entries_are_found(place: int) -> None:
    entries = chain(7)
    entries[place], entries[place + 1] = entries[place + 1], entries[place]
    found = verify(entries)
    assert found is not None
    assert found.number == place + 1


def test_a_forged_link_breaks_the_next_one() -> None:
    entries = chain(4)
    forged = append(entries[0], entries[1].fact.model_copy(update={"by": "eve"}))
    found = verify([entries[0], forged, *entries[2:]])
    assert found is not None
    assert found.number == 3


@pytest.mark.parametrize("length", [3, 5])
def test_a_cut_tail_is_found_against_what_was_noted(length: int) -> None:
    entries = chain(4)
    found = verify(entries[:2], length=4, head=entries[-1].hash)
    assert isinstance(found, Break)
    assert verify(entries, length=length) is not None
