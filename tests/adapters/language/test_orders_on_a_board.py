"""Orders of every kind on one board, in every way of saying them: what is meant is done."""

from builders_orders_on_a_board import told

_SEED, _COUNT = 20_261_130, 396
# As measured on other seeds; a wish that is asked about is no harm, a change not meant is one.
_HOLD, _SILENT = 0.82, 0.06


def test_an_order_of_any_kind_does_what_is_meant_in_every_way_of_saying_it() -> None:
    wrong = {one.message: how for one in told(_SEED, _COUNT) if (how := one.wrong())}
    silent = [message for message, how in wrong.items() if how.startswith("silent")]

    assert len(wrong) <= (1 - _HOLD) * _COUNT, wrong
    assert len(silent) <= _SILENT * _COUNT, silent
