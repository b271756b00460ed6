"""How long one picture takes is told from pictures made side by side."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from toile.domain.pace import Span, own_seconds

NOON = datetime(2026, 11, 23, 12, tzinfo=UTC)


def span(begin: float, end: float) -> Span:
    return NOON + timedelta(seconds=begin), NOON + timedelta(seconds=end)


def test_one_that_ran_alone_took_all_its_time() -> None:
    assert own_seconds([span(0, 8), span(8, 20)]) == (8, 12)


def test_seven_of_one_call_took_a_seventh_each() -> None:
    assert own_seconds([span(0, 70)] * 7) == pytest.approx((10,) * 7)


def test_what_ran_beside_for_a_while_is_shared_for_that_while() -> None:
    assert own_seconds([span(0, 10), span(6, 10)]) == (8, 2)


@given(
    st.lists(
        st.tuples(st.integers(0, 50), st.integers(0, 20)).map(lambda p: span(p[0], p[0] + p[1]))
    )
)
def test_the_parts_make_up_the_time_something_ran(spans: list[Span]) -> None:
    busy = {
        second
        for begin, end in spans
        for second in range(int((begin - NOON).seconds), int((end - NOON).seconds))
    }
    assert sum(own_seconds(spans)) == pytest.approx(len(busy))
