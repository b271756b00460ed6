"""What a date is for, by the words around it: due, live, shoot, the end of something, or unsaid."""

from datetime import timedelta

from toile.adapters.language.built_in.days.date_parts import When
from toile.adapters.language.built_in.text.lexicon import Span, word_set
from toile.adapters.language.built_in.text.page import Page, Segment
from toile.adapters.language.built_in.text.phrases import clauses

_RUN = timedelta(days=7)


def purpose_of(page: Page, segment: Segment, when: When) -> tuple[str, str | None]:
    """Return due, live, shoot, end or "" by the nearest cue before, else behind, else none.

    An offer asked for by a day ("Angebot bis Freitag") is "offer", and no day of the pictures.
    """
    if _is_of_an_offer(page, segment, when):
        return "offer", None
    before = [
        s
        for s in page.spans(segment.start, when.start, "cue")
        if s.name in ("due", "live", "shoot", "end", "between")
    ]
    strong = _without_from(page, segment, [s for s in before if s.name != "end"])
    if strong and _only_ends(page, strong[-1], before[-1], when):
        return "end", None
    if strong:
        span = strong[-1]
        apart = span.name == "due" and _is_a_stretch(page, segment, span, when)
        return ("live", None) if apart else (span.name, _what(page, before))
    behind = [
        s
        for s in page.spans(when.end, min(segment.end, when.end + 6), "cue")
        if s.name in ("due", "live", "shoot", "between")
    ]
    if behind:
        return behind[0].name, _what(page, behind)
    if before:
        return "end", None
    if page.form(when.start - 1) in word_set("times.purpose") or _answers(page, segment, when):
        return "due", None
    return {"deadline": "due", "window": "live", "shoot": "shoot"}.get(
        page.label(segment), ""
    ), None


def _is_of_an_offer(page: Page, segment: Segment, when: When) -> bool:
    """Whether a clause asks for a price by that day, and for no files."""
    start = next((s for s, e in clauses(page, segment) if s <= when.start < e), segment.start)
    asked = any(page.form(p) in word_set("purposes.offer") for p in range(start, when.start))
    return asked and not page.has(start, when.start, "media")


def _only_ends(page: Page, live: Span, last: Span, when: When) -> bool:
    """Whether "runs to end of May", "läuft bis Ende Mai" says how long, and no first day."""
    led = last.name == "end" and last.start == live.end and live.name == "live"
    return (
        led and when.start - last.end <= 1 and page.form(last.start) in word_set("times.until_led")
    )


def _is_a_stretch(page: Page, segment: Segment, due: Span, when: When) -> bool:
    """Whether days from one to another stand in a clause apart from what is due."""
    inside = any(s <= due.start and when.start < e for s, e in clauses(page, segment))
    return not inside and when.last - when.first >= _RUN and when.kind == "day"


def _without_from(page: Page, segment: Segment, cues: list[Span]) -> list[Span]:
    """Drop a "from" that only opens a stretch of days: "shoot from 18 to 20 January"."""
    if len(cues) < 2 or page.form(cues[-1].start) not in word_set("times.from"):
        return cues
    inside = any(
        start <= cues[-2].start and cues[-1].start < end for start, end in clauses(page, segment)
    )
    return cues[:-1] if inside and cues[-2].name == "shoot" else cues


def _answers(page: Page, segment: Segment, when: When) -> bool:
    """Whether a day that opens its line answers the question for the finals before it."""
    before = [s for s in page.segments if s.end <= segment.start and s.line >= segment.line - 2]
    asked = bool(before) and page.has(before[-1].start, before[-1].end, "cue")
    due = asked and any(
        s.name == "due" for s in page.spans(before[-1].start, before[-1].end, "cue")
    )
    return (
        due
        and when.start == segment.start
        and not page.has(before[-1].start, before[-1].end, "month")
    )


def _what(page: Page, spans: list[Span]) -> str | None:
    words = [page.words(s.start, s.end).lower() for s in spans if s.name == "due"]
    known = (
        "final",
        "deliver",
        "livraison",
        "consegna",
        "entrega",
        "lieferung",
        "abgabe",
        "leverans",
        "teaser",
    )
    for word in words:
        if any(word.startswith(k) for k in known[:1]):
            return "finals"
        if any(word.startswith(k) for k in known[1:]):
            return "delivery"
    return None
