"""Orders that are read right alone come to the same in one message, in six languages."""

from functools import cache

from builders_orders_put_together import LANGUAGES, Together, together

_SEED = 20
_COUNT = 120
_HOLD = 0.87
# Any new line of the lists draws another sample: 90 % held and 9 % were silent on 2026-11-30.
_SILENT = 0.11


@cache
def _messages() -> list[tuple[Together, str]]:
    return [(one, one.wrong()) for one in together(_SEED, _COUNT)]


def test_two_orders_in_one_breath_do_what_they_do_one_after_the_other() -> None:
    wrong = [f"{one.message} -> {became}" for one, became in _messages() if became]
    assert len(wrong) <= (1 - _HOLD) * _COUNT, "\n".join(wrong)


def test_two_orders_in_one_breath_seldom_do_something_else_in_silence() -> None:
    silent = [f"{one.message} -> {became}" for one, became in _messages() if "silent" in became]
    assert len(silent) <= _SILENT * _COUNT, "\n".join(silent)


def test_messages_of_every_language_are_put_together() -> None:
    assert {one.language for one, _ in _messages()} == set(LANGUAGES)
