"""The words of several languages side by side."""

import itertools

import pytest

from toile.adapters.language.built_in.text.lexicon import (
    FOR_EDITS,
    LANGUAGES,
    is_known,
    lexicon,
)


@pytest.mark.parametrize("spoken", [("en", "fr"), ("it", "es"), ("de", "sv")])
def test_a_word_known_in_a_mixture_is_known_in_one_of_its_languages(
    spoken: tuple[str, ...],
) -> None:
    mixed = lexicon(spoken, FOR_EDITS).known
    each = frozenset().union(*(lexicon((name,), FOR_EDITS).known for name in spoken))
    assert mixed == each
    assert all(is_known(word, spoken, FOR_EDITS) for word in mixed)


def test_a_hand_that_mixes_every_language_fills_no_memory() -> None:
    for count in range(1, len(LANGUAGES)):
        for spoken in itertools.combinations(LANGUAGES, count):
            lexicon(spoken, ("numbers",))
            lexicon(spoken, ("numbers",), foreign=True)
    held = lexicon.cache_info()
    assert held.maxsize is not None
    assert held.currsize == held.maxsize
