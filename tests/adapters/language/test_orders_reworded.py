"""Orders that are read right come to the same in other words: a seeded share of every kind."""

from random import Random

import builders_reworded_orders as made
import pytest

_CHANGES = ("change", "partial", "refuse")
_EACH = 12
# What is reached on thousands of draws is a little above these floors.
FLOORS = {"mistyped": 0.7, "dictated": 0.75, "without marks": 0.5, "called otherwise": 0.83}


def _drawn(kind: str, seed: str) -> list[tuple[made.Order, made.Order]]:
    """Return orders with the same ones reworded, as many as a test may take."""
    draw = Random(f"{seed} {kind}")
    orders = list(made.orders())
    draw.shuffle(orders)
    pairs: list[tuple[made.Order, made.Order]] = []
    for order in orders:
        again = made.reworded(kind, order, draw)
        if again is not None and order.answer().type in _CHANGES:
            pairs.append((order, again))
        if len(pairs) == _EACH:
            break
    return pairs


@pytest.mark.parametrize("kind", made.KINDS)
def test_an_order_in_other_words_comes_to_the_same(kind: str) -> None:
    pairs = _drawn(kind, "first")
    other = [b.text for a, b in pairs if made.outcome(a.answer()) != made.outcome(b.answer())]
    assert len(other) <= (1 - FLOORS.get(kind, 0.9)) * len(pairs), other
