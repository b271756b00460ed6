"""Every word of the tables in every way of only talking of it: no shot changes."""

from builders_talk_from_words import beside, talked

_SEED, _EACH = 20_261_201, 2
# As measured: what is left are words of two senses, and adjectives that stand for a light.
_MOST = 0.02


def test_talk_made_of_any_word_of_the_tables_changes_no_shot() -> None:
    said = list(talked(_SEED, _EACH))

    changed = {one.message: told for one in said if (told := one.changed())}

    assert len(said) > 300
    assert len(changed) <= _MOST * len(said), changed


# As measured: mostly "in 2, 3 with a hat", where two numbers look like a list.
_OTHERWISE, _TIMES = 0.12, 8


def test_an_order_with_talk_of_another_shot_does_what_it_does_alone() -> None:
    said = list(beside(_SEED, _TIMES))

    otherwise = {one.message: told for one in said if (told := one.other())}

    assert len(said) > 150
    assert len(otherwise) <= _OTHERWISE * len(said), otherwise
