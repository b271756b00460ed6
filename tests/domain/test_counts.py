"""Units are set aside, then used or given back; the same key never counts twice."""

from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from toile.domain.counts import Counter, Reservation

NOW = datetime(2026, 11, 24, 10, tzinfo=UTC)
STEPS = ["take", "use", "give"]
SOON = NOW + timedelta(minutes=5)


def test_the_last_unit_goes_to_one() -> None:
    counter = Counter(limit=1)
    mine = counter.reserved("a", 1, NOW, SOON)
    assert mine is not None
    assert mine.reserved("b", 1, NOW, SOON) is None
    assert mine.reserved("b", 1, SOON, SOON) is not None


def test_a_reservation_used_counts_once_whoever_asks_again() -> None:
    held = Counter(limit=2).reserved("a", 1, NOW, SOON)
    assert held is not None
    used = held.committed("a")
    assert (used.used, used.reservations, used.counted_keys) == (1, (), ("a",))
    assert used.committed("a") == used
    assert used.reserved("a", 1, NOW, SOON) == used
    assert Counter(limit=1, used=1, counted_keys=("a",)).fits(1, NOW, "a")


def test_a_reservation_given_back_is_free_again() -> None:
    held = Counter(limit=1).reserved("a", 1, NOW, SOON)
    assert held is not None
    assert held.released("a").free(NOW) == 1


def test_no_limit_is_always_free_and_less_than_nothing_is_not_reserved() -> None:
    assert Counter(limit=None, used=10**6).fits(10**6, NOW)
    assert Counter(limit=5).reserved("a", -1, NOW, SOON) is None


@given(
    st.integers(0, 5),
    st.lists(
        st.tuples(st.sampled_from("abc"), st.sampled_from(["take", "use", "give"])), max_size=30
    ),
)
def test_used_and_set_aside_never_exceed_the_limit(
    limit: int, steps: list[tuple[str, str]]
) -> None:
    counter = Counter(limit=limit)
    for key, step in steps:
        if step == "take":
            counter = counter.reserved(key, 1, NOW, SOON) or counter
        elif step == "use":
            counter = counter.committed(key)
        else:
            counter = counter.released(key)
        assert counter.used + sum(r.qty for r in counter.reservations) <= limit
        assert counter.used == len(counter.counted_keys)


def test_a_reservation_without_an_end_holds() -> None:
    assert Reservation(key="a", qty=1).live(NOW)
    assert not Reservation(key="a", qty=1, expires_at=NOW).live(NOW)
