"""What clothes do for a body: "a cut that slims the waist" praises the cut and changes nobody."""

from toile.adapters.language.built_in.flags.alteration_clauses import Reading
from toile.adapters.language.built_in.text.lexicon import word_set

_WORN = ("g", "h", "b")
_NEAR = 10


def is_of_a_cut(reading: Reading, earlier: Reading, place: int) -> bool:
    """Whether a garment or its cut is what makes a change, and nobody's body is spoken of."""
    page = reading.page
    does = word_set("cut_effects.does")
    told = [p for p in range(reading.start, reading.end) if page.form(p) in does]
    if not told or reading.is_personal:
        return False
    first = reading.start
    if page.form(first) in word_set("cut_effects.that"):
        first = max(earlier.start, first - _NEAR)  # "a cut, which makes the waist slimmer"
    return any(_is_cut(reading, p) for p in range(first, max(told[0], place)) if p < told[-1])


def _is_cut(reading: Reading, place: int) -> bool:
    page = reading.page
    cut = page.form(place) in word_set("cut_effects.cut")
    return cut or page.first(place, *_WORN) is not None
