"""Shots named by the lens they are on: "all the 50s become 35s", "whatever is on the 85"."""

from toile.adapters.language.built_in.edits.message.numbers import LENSES
from toile.adapters.language.built_in.edits.message.talk import Talk
from toile.adapters.language.built_in.edits.shots.phrase_sides import Phrase
from toile.adapters.language.built_in.text.lexicon import word_set
from toile.adapters.language.built_in.text.page import Segment
from toile.domain.shots import ShotList

_NEAR = 4


def by_lens(page: Talk, segment: Segment, place: int, shots: ShotList) -> Phrase | None:
    """Read a phrase that names shots by their lens; another lens must be wished for them."""
    here = _behind_scope(page, segment, place)
    scoped = here > place
    while here < segment.end and page.form(here) in word_set("by_lens.small"):
        here += 1
    on = here > place and page.form(here) in word_set("by_lens.on")
    number = here + 1 if on else here
    number += on and page.form(number) in word_set("naming.articles") | word_set("giving.a")
    value = _lens(page, segment, number)
    if value is None or value <= len(shots) or not (scoped or here > place):
        return None
    end = number + 1 + (page.form(number + 1) in word_set("by_lens.units"))
    ids = frozenset(s.id for s in shots.shots if (s.lens or "").startswith(f"{value}mm"))
    told = _becomes_other(page, segment, end, value)
    return Phrase(place, end, ids, told=True, led=True, plural=True) if ids and told else None


def _behind_scope(page: Talk, segment: Segment, place: int) -> int:
    """Return where "all", "whatever", "those" ends; the place itself where there is none."""
    scope = page.span_at(place, "ref")
    if scope is not None and scope.name in ("all", "both", "those"):
        return min(scope.end, segment.end)
    return place + (page.form(place) in word_set("by_lens.scope"))


def _lens(page: Talk, segment: Segment, place: int) -> int | None:
    text = page.tokens[place].text if place < segment.end else ""
    value = int(text) if text.isdecimal() and len(text) < _NEAR else 0
    return value if value in LENSES else None


def _becomes_other(page: Talk, segment: Segment, start: int, value: int) -> bool:
    """Whether words that lead to another lens follow: "become 35s", "goes onto a 50"."""
    for place in range(start, min(start + _NEAR, segment.end)):
        if page.form(place) in word_set("by_lens.becomes"):
            others = (_lens(page, segment, p) for p in range(place + 1, place + 1 + _NEAR))
            return any(other not in (None, value) for other in others)
    return False
