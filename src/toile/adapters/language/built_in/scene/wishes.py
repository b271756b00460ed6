"""Clauses around a wish: what only wishes, what sets a condition, what tells of files or a mood."""

from toile.adapters.language.built_in.scene.states import GOODS, is_part
from toile.adapters.language.built_in.text.lexicon import Span, word_set
from toile.adapters.language.built_in.text.page import Page
from toile.adapters.language.built_in.text.phrases import everyday_words
from toile.adapters.language.built_in.text.ratios import count_at

_LEAD = 2


def only_wishes(page: Page, start: int, end: int) -> str:
    """Return how a clause only wishes for what the next one tells: "Schön wäre, wenn ..."."""
    spans = page.spans(start, end, "must")
    leads = (s.name for s in spans if s.start <= start + 1 and s.end == end)
    return next((name for name in leads if name in _LEADS), "")


_LEADS = ("wish", "lead")


def sees_a_thing(page: Page, span: Span, end: int) -> bool:
    """Whether the speaker is to see a thing, no papers: "we need to see the clasp"."""
    seen = page.form(span.end - 1) in word_set("musts.see") and count_at(page, span.end) is None
    return seen and (page.has(span.end, end, *GOODS) or is_part(page, span.end, end))


def is_mood(page: Page, start: int, end: int) -> bool:
    """Whether a clause tells how the pictures should feel: "It has to feel quiet"."""
    return any(s.name == "mood" for s in page.spans(start, end, "cue"))


def is_condition(page: Page, start: int) -> bool:
    """Whether a clause only says when something holds: "If the bag is worn, ..."."""
    return any(s.name == "if" and s.start == start for s in page.spans(start, start + 3, "cue"))


def without_wish(page: Page, start: int, end: int) -> tuple[int, int]:
    """Drop the words that wish at either edge: "it would be good to see the lining"."""
    for span in page.spans(start, end, "must"):
        if span.name not in _LEADS:
            continue
        if span.start - start <= _LEAD:
            start = span.end
        elif span.end == end:
            end = span.start
    return start, end


def is_of_files(page: Page, start: int, end: int) -> bool:
    """Whether nothing but files is named: "one image", "each still"."""
    small = everyday_words()
    shown = page.spans(start, end, "media", "role", "framing")
    media = {p for s in shown for p in range(s.start, s.end)}
    rest = (p for p in range(start, end) if p not in media and not count_at(page, p))
    return bool(media) and all(page.form(p) in small for p in rest)


def is_not_yet(page: Page, start: int, end: int) -> bool:
    """Whether something is only not there yet: "no hay acuerdo todavía", "noch kein Vertrag"."""
    around = {page.form(p) for p in range(max(0, start - _AHEAD), end + 1)}
    before = {page.form(start - 2), page.form(start - 1)}
    near = before & word_set("musts.just_before") or (
        page.form(start) in word_set("musts.just_before") and page.form(start + 1) in ("de", "d")
    )
    return bool(around & word_set("musts.not_yet")) or bool(near)


_AHEAD = 3


def without_reason(page: Page, start: int, end: int) -> tuple[int, int]:
    """Return a clause without the reason given: "bikes out of focus because the brand ..."."""
    inner = range(start + 2, end - 1)
    return start, next((p for p in inner if page.form(p) in word_set("wishes.because")), end)


def is_due(page: Page, start: int, end: int) -> bool:
    """Whether a clause only says when files are due: "all must be ready on 31.03"."""
    ready = any(page.form(p) in word_set("musts.ready") for p in range(start, end))
    dated = page.has(start, end, "month", "weekday", "week") or any(
        page.tokens[p].text[:1].isdecimal() for p in range(start, end)
    )
    return ready and dated


def takes_back(page: Page, start: int, end: int) -> bool:
    """Whether "on oublie le stylo" takes a thing back that was asked for, and forbids nothing."""
    if page.form(start - 1) not in word_set("taken_back.verbs"):
        return False
    known = {page.form(p) for p in range(start) if page.tokens[p].is_word}
    things = [p for p in range(start, end) if page.form(p) not in everyday_words()]
    return bool(things) and all(page.form(p) in known for p in things)


def only_seen(text: str) -> bool:
    """Whether nothing is left but that something is to be seen: "À voir :"."""
    return set(text.lower().split()) <= word_set("musts.only_seen")


def as_seen(page: Page, start: int, end: int, text: str) -> str:
    """Say of a thing that is to be seen that it is: "que se vea la etiqueta"."""
    asked = asks_to_see(page, start, end)
    told = set(text.split()) & word_set("musts.told")
    if told or not asked or page.languages[0] == "en":
        return text
    thing, sign, often = text.partition(" at least ")  # "label visible at least once"
    return f"{thing} visible{sign}{often}"


def asks_to_see(page: Page, start: int, end: int) -> bool:
    """Whether a clause speaks of what is to be seen, shown or read."""
    return any(page.form(place) in word_set("musts.see") for place in range(start, end))


def shown_in_one(page: Page, start: int, end: int) -> int | None:
    """Return where the thing begins in "at least one picture should show the joint"."""
    media = page.spans(start, end, "media")
    if not media or not any(count_at(page, p) for p in range(start, media[0].start)):
        return None
    modal = False
    for place in range(media[0].end, min(end - 1, media[0].end + _MODAL)):
        modal = modal or page.form(place) in word_set("only_shown.modal")
        if modal and page.form(place) in word_set("wishes.shows"):
            return place + 1
    return None


_MODAL = 4
