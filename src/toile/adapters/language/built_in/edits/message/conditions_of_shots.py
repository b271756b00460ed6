"""Conditions that the board can tell: "if 2 is a video make it 9:16"."""

from toile.adapters.language.built_in.edits.message.hearing import without
from toile.adapters.language.built_in.text.lexicon import Span, word_set
from toile.adapters.language.built_in.text.page import Page, Segment
from toile.adapters.language.built_in.text.ratios import find_ratios
from toile.domain.shots import Shot, ShotList

_FIELDS = ("framing", "angle", "light", "set", "s", "kind", "pose", "lens", "priority")
_HEAD = 5
_LONGEST = 10


def decide_conditions(page: Page, shots: ShotList) -> list[str]:
    """Leave what is wished where its condition holds; say of which shot it does not hold."""
    told = []
    for segment in list(page.live()):
        found = _condition(page, segment)
        shot = _shot(page, found[0], shots) if found else None
        if found is None or shot is None:
            continue
        number, end = found
        other = next((s for s in _said(page, number, end) if not _is_so(shot, s)), None)
        denied = _is_denied(page, number + 1, end)
        if (other is not None) == denied:
            keeps = not _names_another(page, end, segment.end)
            without(page, number + keeps, end)
            without(page, segment.start, number)
        else:
            told.append(_told(shot, other))
            without(page, segment.start, segment.end)
    return told


def _told(shot: Shot, other: Span | None) -> str:
    """Say why nothing is done: what a shot has instead, or that it is what it should not be."""
    if other is None:
        return f"Shot {shot.no} is so: nothing is done."
    verb = "is" if other.kind in _IS else "has"
    return f"Shot {shot.no} {verb} {_of(shot, other)}, not {other.name}: nothing is done."


_IS = ("kind", "framing", "pose", "priority")


def _is_denied(page: Page, start: int, end: int) -> bool:
    """Whether "if 5 is not a video", "kein Video" asks for the contrary."""
    nots = word_set("naming.not") | word_set("things.without")
    # "Not a video" is a still, in one word of the vocabulary.
    said = {p for s in page.spans(start, end, *_FIELDS) for p in range(s.start, s.end)}
    return any(page.form(p) in nots for p in range(start, end) if p not in said)


def _condition(page: Page, segment: Segment) -> tuple[int, int] | None:
    """Return the number of "if 3 is wide, ..." and where its condition ends."""
    start = segment.start
    if f"{page.languages[0]}:{page.form(start)}" not in word_set("conditions.if"):
        return None
    numbers = [p for p in range(start, segment.end) if page.tokens[p].text.isdecimal()]
    if not numbers or numbers[0] > start + _HEAD:
        return None
    number = numbers[0]
    stop = range(number + 1, min(segment.end, number + _LONGEST))
    end = next((p for p in stop if _ends(page, p)), None)
    said = end is not None and page.has(number + 1, end, *_FIELDS)
    is_so = any(page.form(p) in word_set("asked.is") for p in range(number + 1, end or number))
    wishes = end is not None and not page.has(number + 1, end, "rel")
    return (number, end) if said and is_so and wishes and end is not None else None


def _names_another(page: Page, start: int, end: int) -> bool:
    """Whether what is wished says of which shot: "if 3 is wide, make 2 closer"."""
    ratios = find_ratios(page, start, end)
    return any(
        page.tokens[p].text.isdecimal() and not any(r.start <= p < r.end for r in ratios)
        for p in range(start, end)
    )


def _ends(page: Page, place: int) -> bool:
    act = page.span_at(place, "act")
    return page.form(place) in word_set("conditions.then") or (
        act is not None and page.form(place) not in word_set("naming.in")
    )


def _shot(page: Page, number: int, shots: ShotList) -> Shot | None:
    wanted = int(page.tokens[number].text)
    return next((shot for shot in shots.shots if shot.no == wanted), None)


def _said(page: Page, number: int, end: int) -> list[Span]:
    return page.spans(number + 1, end, *_FIELDS)


def _of(shot: Shot, said: Span) -> object:
    return getattr(shot, "set" if said.kind == "s" else said.kind)


def _is_so(shot: Shot, said: Span) -> bool:
    """Whether a shot has what is said; a white kitchen is a kitchen."""
    has = _of(shot, said)
    whole = said.kind in ("s", "set") and isinstance(has, str)
    return has == said.name or (whole and said.name in str(has))
