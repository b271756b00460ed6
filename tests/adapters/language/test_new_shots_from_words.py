"""New shots, told by whatever they show in whatever order: each shows just that."""

from builders_new_shots import wished

_SEED, _EACH = 20_261_201, 30
# As measured: what is left is mostly French "en plus" with much behind it.
_WRONG = 0.08


def test_a_new_shot_shows_what_its_order_says_and_no_other_shot_changes() -> None:
    orders = list(wished(_SEED, _EACH))

    wrong = {one.message: told for one in orders if (told := one.wrong())}

    assert len(orders) == 6 * _EACH
    assert len(wrong) <= _WRONG * len(orders), wrong
