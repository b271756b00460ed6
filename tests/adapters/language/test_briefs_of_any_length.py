"""A long thread costs what its parts cost: nothing in the reader goes over the whole text again
for each of its sentences.
"""

import sys
from datetime import date
from itertools import cycle, islice

from toile.adapters.language.built_in.interpreter import BuiltInInterpreter

LINES = (
    "Six stills of the oat cardigan for the web shop in Sweden, live 1 to 30 March 2027.",
    "The film is cancelled, we keep the close-up of the cuff.",
    "One woman in her thirties on a stone pier, soft overcast light, no dogs.",
    "No retouching of her skin please, and 4:5 for all of them.",
)


def _calls(sentences: int) -> int:
    """Count the calls that reading takes: a measure that no busy machine disturbs."""
    text = "\n".join(islice(cycle(LINES), sentences))
    reader, counted = BuiltInInterpreter(), 0

    def count(frame: object, event: str, argument: object) -> None:
        nonlocal counted
        counted += event == "call"

    reader.read_brief(text[:300], date(2026, 11, 23))
    sys.setprofile(count)
    try:
        reader.read_brief(text, date(2026, 11, 23))
    finally:
        sys.setprofile(None)
    return counted


def test_four_times_the_words_are_not_sixteen_times_the_work() -> None:
    assert _calls(240) < 5.5 * _calls(60)
