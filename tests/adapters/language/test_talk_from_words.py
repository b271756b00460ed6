"""Every word of the tables in every way of only talking of it: no shot changes."""

from builders_talk_from_words import talked

_SEED, _EACH = 20_261_201, 2
# As measured: what is left are words of two senses, and adjectives that stand for a light.
_MOST = 0.02


def test_talk_made_of_any_word_of_the_tables_changes_no_shot() -> None:
    said = list(talked(_SEED, _EACH))

    changed = {one.message: told for one in said if (told := one.changed())}

    assert len(said) > 300
    assert len(changed) <= _MOST * len(said), changed
