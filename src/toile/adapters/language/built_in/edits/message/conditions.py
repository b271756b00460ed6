"""Conditions that no board can tell: "only if it is free", "si le client est d'accord".

The wish is read without its condition, and the condition is said to be left open.
"""

from toile.adapters.language.built_in.edits.message.earlier_times import unseat_hours
from toile.adapters.language.built_in.edits.message.hearing import without
from toile.adapters.language.built_in.text.lexicon import word_set
from toile.adapters.language.built_in.text.page import Page, Segment

_SIGNS = frozenset(",;:()–—-")
_LONGEST = 12
_REACH = 4
_MIXES = ("en", "de")


def set_conditions_aside(page: Page) -> list[str]:
    """Take out the conditions of wishes; return their words, but not those of "if you can".

    "An hour later" is told with them: a board has no hours either.
    """
    told = unseat_hours(page)
    for segment in list(page.live()):
        judged = _of_another_shot(page, segment)
        found = judged or _condition(page, segment)
        if found is None:
            continue
        start, end = found
        if judged or not _is_polite(page, start, end):
            told.append(page.words(start, end))
        without(page, start, end)
    return told


def _condition(page: Page, segment: Segment) -> tuple[int, int] | None:
    """Return the stretch of a condition beside which something else is said."""
    for place in range(segment.start, segment.end):
        if not _opens(page, segment, place):
            continue
        end = place
        while end < segment.end and page.tokens[end].text not in _SIGNS:
            end += 1
        start = place
        while start > segment.start and page.form(start - 1) in word_set("conditions.only"):
            start -= 1
        whole = start == segment.start and end == segment.end
        polite = _is_polite(page, start, end)
        ahead = start == segment.start and not polite and _is_of_shots(page, place, end)
        return None if whole or ahead or end - place > _LONGEST else (start, end)
    return None


def _of_another_shot(page: Page, segment: Segment) -> tuple[int, int] | None:
    """Return "if 2 is ok" in front of what is wished of 3: a judgement, and no wish for 2."""
    start = segment.start
    if f"{page.languages[0]}:{page.form(start)}" not in word_set("conditions.once"):
        return None
    numbers = [p for p in range(start, segment.end) if page.tokens[p].text.isdecimal()]
    said = range(start + 1, min(segment.end, start + _JUDGED))
    end = next((p + 1 for p in said if page.form(p) in word_set("conditions.judged")), None)
    if end is None or len(numbers) < _BOTH or not numbers[0] < end <= numbers[1]:
        return None
    if page.has(start, end, "rel", "g", "h", "b", "light", "set"):
        return None
    # "If 2 is ok with you, make 3 warmer": what is in between is of the condition, too.
    stop = range(end, numbers[1])
    end = next((p for p in stop if page.tokens[p].text in _SIGNS), end)
    return (start, end)


_JUDGED = 8
_BOTH = 2


def _opens(page: Page, segment: Segment, place: int) -> bool:
    """Whether "if" begins a condition: not in "as if", "see if", "what if", "if not"."""
    language = page.languages[0]
    word = f"{language}:{page.tokens[place].text.casefold()}"
    if word not in word_set("conditions.if") or page.form(place + 1) in word_set("naming.not"):
        return False
    if _is_of_a_phrase(page, place):
        return False
    before = page.form(place - 1) if place > segment.start else ","
    if before in _SIGNS or before in word_set("conditions.only"):
        return True
    subject = page.form(place + 1) in word_set("conditions.subjects")
    return (language in _MIXES or subject) and before not in word_set("conditions.asks")


def _is_of_a_phrase(page: Page, place: int) -> bool:
    """Whether "if" is a part of what is known: "bara om vi hinner" ranks a shot."""
    ahead = range(max(0, place - _REACH), place + 1)
    spans = (span for p in ahead for span in page.at[p].values())
    ranks = page.has(place, page.segment_of(place).end, "priority")
    return ranks or any(s.start <= place < s.end and s.end - s.start > 1 for s in spans)


def _is_of_shots(page: Page, start: int, end: int) -> bool:
    """Whether a condition in front says of which shots something is wished."""
    numbered = any(page.tokens[p].text.isdecimal() for p in range(start, end))
    seen = page.has(
        start, end, "noun", "framing", "light", "set", "kind", "aspect", "pose", "angle"
    )
    return numbered or seen or page.has(start, end, "g", "h", "b", "j", "p", "rel")


def _is_polite(page: Page, start: int, end: int) -> bool:
    return any(page.form(p) in word_set("conditions.polite") for p in range(start, end))
